"""Plain text (txt, md): from bytes to the exact characters."""

from __future__ import annotations

import re

# Bytes that Latin-1 gives to control characters but Windows uses for quotes, dashes and the euro sign.
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
_UNDEFINED_IN_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_SWEDISH = re.compile(r"[a-zåäöéüA-ZÅÄÖÉÜ]")


def decode(data: bytes) -> str:
    """Decode a plain-text file without changing anything in it.

    UTF-8 is taken wherever the bytes are valid UTF-8 (a byte order mark stays as U+FEFF, so that the text
    written back is the file), UTF-16 where its byte order mark says so. What is left is an eight-bit
    encoding: Windows-1252 and Latin-1, which Swedish files use, are told apart by the bytes themselves,
    and charset-normalizer is asked only where neither makes Swedish of them.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    str
        The decoded text, with the file's own line ends.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if not _WINDOWS_ONLY.search(data):
        swedish = data.decode("latin-1")
    elif not _UNDEFINED_IN_WINDOWS.search(data):
        swedish = data.decode("cp1252")
    else:
        swedish = ""
    return swedish if _reads_as_swedish(swedish) else _best_guess(data)


def _reads_as_swedish(text: str) -> bool:
    """Tell whether nearly all the characters outside ASCII are letters or marks that Swedish uses."""
    foreign = [c for c in text if ord(c) > 127]
    usual = sum(bool(_SWEDISH.match(c)) or c in "”“’‘–—…•·§°´½©®€\xa0«»" for c in foreign)
    return bool(foreign) and usual >= 0.7 * len(foreign)


def _best_guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # imported late: few files need it

    best = from_bytes(data).best()
    return data.decode(best.encoding if best else "latin-1", errors="replace")
