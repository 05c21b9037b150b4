"""The errors that a user is meant to read: one plain Swedish sentence each."""


class RemissnlpError(Exception):
    """Something the user can do something about; the message is Swedish and says what."""


class ModelError(RemissnlpError):
    """A sentence-embedding model cannot be found or read."""
