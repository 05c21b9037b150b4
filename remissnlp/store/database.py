"""The SQLite file itself: opened, migrated, locked, and put aside when it is damaged."""

from __future__ import annotations

import logging
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from remissnlp.errors import RemissnlpError

FILE_NAME = "remissnlp.db"
LOCK_NAME = ".remissnlp.lock"
WAIT_SECONDS = 600.0
"""How long a run waits for another one in the same folder."""

MIGRATIONS = (
    """
    CREATE TABLE results (
        stage TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL, value BLOB NOT NULL,
        checksum INTEGER NOT NULL, PRIMARY KEY (stage, key)
    );
    CREATE TABLE vectors (
        model TEXT NOT NULL, text TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, text)
    ) WITHOUT ROWID;
    CREATE TABLE runs (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL, created TEXT NOT NULL, fingerprint TEXT NOT NULL,
        previous TEXT, key TEXT NOT NULL, inputs TEXT NOT NULL, summary TEXT NOT NULL, snapshot BLOB
    );
    CREATE TABLE teman (
        id TEXT PRIMARY KEY, run INTEGER NOT NULL, synpunkter TEXT NOT NULL, model TEXT NOT NULL,
        centroid BLOB
    );
    CREATE TABLE edits (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL
    );
    """,
    "ALTER TABLE runs ADD COLUMN base BLOB",
)
"""One script a version of the schema: a file of version n is brought up to date by those from n on."""

_LEAST_FREE = 1_000_000
"""Bytes under which a disk counts as full."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_log = logging.getLogger("remissnlp")


class DamagedError(Exception):
    """The file holds something else than what was written to it."""


class BusyError(RemissnlpError):
    """Another run in the same folder has gone on for too long."""


@contextmanager
def explain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says into one Swedish sentence, or into DamagedError.

    Raises
    ------
    DamagedError, RemissnlpError
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a fault in this program, not in the file
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        primary = code & 0xFF if isinstance(code, int) else None
        if primary in _DAMAGED or (code is None and isinstance(error, sqlite3.DatabaseError)):
            raise DamagedError(str(error)) from error
        if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _is_full(path.parent)):
            raise RemissnlpError(
                f"Disken är full: {path} går inte att skriva. Frigör utrymme och kör igen; det som hann bli"
                " klart är sparat."
            ) from error
        if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BusyError(
                f"{path} används av ett annat program. Vänta tills det är klart och kör igen."
            ) from error
        if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            raise RemissnlpError(
                f"Det går inte att skriva till {path}; kontrollera att mappen och filen går att ändra."
            ) from error
        if isinstance(error, sqlite3.OperationalError) and primary == sqlite3.SQLITE_IOERR:
            raise RemissnlpError(
                f"{path} gick inte att läsa eller skriva; kontrollera att disken fungerar."
            ) from error
        raise DamagedError(str(error)) from error


def _is_full(folder: Path) -> bool:
    """Tell whether there is no room left: what SQLite keeps beside its file it calls a fault of the disk."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE
    except OSError:
        return False


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, make it if it is missing, and bring its schema up to date.

    Raises
    ------
    DamagedError
        If it is no database or a damaged one.
    RemissnlpError
        If it cannot be written or was written by a later version of the program.
    """
    _make_folder(path.parent)
    with explain_errors(path):
        connection = sqlite3.connect(path, timeout=30.0, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RemissnlpError(
            f"Det gick inte att skriva till {folder} ({error.strerror or error}); välj en annan mapp."
        ) from error


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")  # another process may do the same
    try:
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise RemissnlpError(
                f"{path} är skriven av en nyare version av remissnlp; uppdatera programmet"
                " eller välj en annan mapp med --out."
            )
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            for statement in script.split(";"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # on a full disk SQLite has already taken it back
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def set_aside(path: Path) -> Path:
    """Rename a damaged file, and what SQLite keeps beside it, so that a new one can be made."""
    kept = path.with_name(f"{path.stem}-skadad-{secrets.token_hex(3)}{path.suffix}")
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    _log.warning(
        "Lagret %s är skadat. Den gamla filen är kvar som %s och ett nytt lager byggs från remissvaren.",
        path,
        kept.name,
    )
    return kept


@contextmanager
def only_run(folder: Path, *, wait: float | None = None) -> Iterator[None]:
    """Hold the folder for one run at a time; the operating system lets go if the process is killed.

    The lock is SQLite's own, on an empty file of its own, which works alike on every system.

    Raises
    ------
    BusyError
        If another run has not ended within `wait` seconds.
    """
    path = folder / LOCK_NAME
    wait = WAIT_SECONDS if wait is None else wait
    _make_folder(folder)
    with explain_errors(path):
        connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        _acquire(connection, path, wait)
        yield
    finally:
        connection.close()


def _acquire(connection: sqlite3.Connection, path: Path, wait: float) -> None:
    started = time.monotonic()
    told = False
    while True:
        try:
            with explain_errors(path):
                connection.execute("BEGIN EXCLUSIVE")
                return
        except DamagedError as error:
            raise RemissnlpError(f"Filen {path} är skadad; ta bort den och kör igen.") from error
        except BusyError:
            if not told:
                _log.warning("En annan körning håller på i mappen %s; väntar tills den är klar.", path.parent)
                told = True
            if time.monotonic() - started > wait:
                raise BusyError(
                    f"En annan körning håller på i mappen {path.parent}; försök igen när den är klar."
                ) from None
            time.sleep(0.1)
