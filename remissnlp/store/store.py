"""The store as the pipeline sees it: stage results by key, vectors by text, runs, teman and edits."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from remissnlp.store.database import FILE_NAME, DamagedError, connect, explain_errors, set_aside
from remissnlp.store.inputs import Inputs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SNAPSHOTS_KEPT = 20
"""Runs whose contents are kept for comparison; of older ones the summary remains."""

BATCH = 500
"""Rows a query asks for, and results that are written at a time."""


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A finished run as the store remembers it."""

    number: int
    id: str
    created: str
    fingerprint: str
    previous: str | None
    key: str
    inputs: Inputs
    summary: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StoredTema:
    """A tema before edits, as the last run that had it saw it."""

    id: str
    run: int
    synpunkter: tuple[str, ...]
    model: str
    centroid: bytes


class Store:
    """Reads and writes of one open SQLite file.

    Raises
    ------
    DamagedError
        By any method, when the file holds something else than what was written to it.
    RemissnlpError
        By any method, when the disk is full or the file cannot be written.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._waiting: list[tuple[str, str, str, bytes, int]] = []
        self.path = path

    @property
    def folder(self) -> Path:
        """The folder that the reports are written to."""
        return self.path.parent

    # Results of stages

    def result(self, stage: str, key: str, version: str) -> bytes | None:
        """Return what a stage gave for a key, or None where that version of it has not been asked."""
        return self._result("key = ? AND stage = ? AND version = ?", (key, stage, version))

    def newest_result(self, stage: str, version: str) -> bytes | None:
        """Return what a version of a stage gave last, whatever it was asked for."""
        newest = "rowid = (SELECT max(rowid) FROM results WHERE stage = ? AND version = ?)"
        return self._result(newest, (stage, version))

    def _result(self, where: str, values: tuple[str, ...]) -> bytes | None:
        with explain_errors(self.path):
            row = self._connection.execute(
                f"SELECT value, checksum FROM results WHERE {where}", values
            ).fetchone()
        if row is None:
            return None
        value, checksum = row
        if not isinstance(value, bytes) or zlib.crc32(value) != checksum:
            raise DamagedError(f"result where {where} {values}")
        return value

    def keep_result(self, stage: str, key: str, version: str, value: bytes) -> None:
        """Remember what a stage gave; written some at a time, and by `flush`."""
        self._waiting.append((stage, key, version, value, zlib.crc32(value)))
        if len(self._waiting) >= BATCH or sum(len(row[3]) for row in self._waiting) > 1_000_000:
            self.flush()

    def flush(self) -> None:
        """Write what waits to be written."""
        if self._waiting:
            with self._transaction():
                self._connection.executemany(
                    "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)", self._waiting
                )
            self._waiting.clear()

    def forget_other_versions(self, versions: Mapping[str, str]) -> None:
        """Drop results of stages whose code has changed since: they would never be asked for."""
        with self._transaction():
            for stage, version in versions.items():
                self._connection.execute(
                    "DELETE FROM results WHERE stage = ? AND version != ?", (stage, version)
                )

    def keep_only(self, stage: str, newest: int) -> None:
        """Drop all but the newest results of a stage."""
        with self._transaction():
            self._connection.execute(
                "DELETE FROM results WHERE stage = ? AND rowid NOT IN"
                " (SELECT rowid FROM results WHERE stage = ? ORDER BY rowid DESC LIMIT ?)",
                (stage, stage, newest),
            )

    # Vectors

    def vectors(self, model: str, texts: Sequence[str], dimensions: int) -> dict[str, NDArray[np.float32]]:
        """Return the vectors that are known, by hash of the text."""
        import numpy as np

        found: dict[str, NDArray[np.float32]] = {}
        with explain_errors(self.path):
            for start in range(0, len(texts), BATCH):
                some = texts[start : start + BATCH]
                marks = ",".join("?" * len(some))
                for text, vector in self._connection.execute(
                    f"SELECT text, vector FROM vectors WHERE model = ? AND text IN ({marks})", (model, *some)
                ):
                    if len(vector) != 4 * dimensions:
                        raise DamagedError(f"vector {text}")
                    found[text] = np.frombuffer(vector, dtype="<f4")
        return found

    def keep_vectors(self, model: str, vectors: Iterable[tuple[str, NDArray[np.float32]]]) -> None:
        """Remember vectors by hash of the text."""
        rows = [(model, text, vector.astype("<f4").tobytes()) for text, vector in vectors]
        with self._transaction():
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    # Runs

    def last_run(self) -> StoredRun | None:
        """Return the newest finished run."""
        return self._run("ORDER BY number DESC LIMIT 1", ())

    def find_run(self, name: str) -> StoredRun | None:
        """Return the newest finished run with this id."""
        return self._run("WHERE id = ? ORDER BY number DESC LIMIT 1", (name,))

    def _run(self, where: str, values: tuple[object, ...]) -> StoredRun | None:
        with explain_errors(self.path):
            row = self._connection.execute(
                f"SELECT number, id, created, fingerprint, previous, key, inputs, summary FROM runs {where}",
                values,
            ).fetchone()
        if row is None:
            return None
        try:
            number, name, created, fingerprint, previous, key, inputs, summary = row
            read = Inputs.from_json(inputs)
            return StoredRun(number, name, created, fingerprint, previous, key, read, json.loads(summary))
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedError(f"run {row[1]}") from error

    def snapshot(self, name: str) -> bytes | None:
        """Return the contents of a finished run, where they are kept."""
        return self._contents("snapshot", name)

    def base(self, name: str) -> bytes | None:
        """Return the contents of a finished run before its edits, where it had some and they are kept."""
        return self._contents("base", name)

    def _contents(self, column: str, name: str) -> bytes | None:
        with explain_errors(self.path):
            row = self._connection.execute(
                f"SELECT {column} FROM runs WHERE id = ? ORDER BY number DESC LIMIT 1", (name,)
            ).fetchone()
        if row is None or row[0] is None:
            return None
        try:
            return zlib.decompress(row[0])
        except (zlib.error, TypeError) as error:
            raise DamagedError(f"{column} {name}") from error

    def keep_run(
        self,
        *,
        name: str,
        created: str,
        previous: str | None,
        inputs: Inputs,
        summary: Mapping[str, object],
        snapshot: bytes,
        base: bytes | None,
        teman: Sequence[StoredTema],
    ) -> None:
        """Remember a run whose reports are written, with its teman, in one transaction."""
        self.flush()
        with self._transaction():
            number = self._connection.execute(
                "INSERT INTO runs (id, created, fingerprint, previous, key, inputs, summary, snapshot, base)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    name,
                    created,
                    inputs.fingerprint,
                    previous,
                    inputs.key,
                    inputs.to_json(),
                    json.dumps(summary, ensure_ascii=False),
                    zlib.compress(snapshot, 1),
                    None if base is None else zlib.compress(base, 1),
                ),
            ).lastrowid
            self._connection.executemany(
                "INSERT OR REPLACE INTO teman VALUES (?, ?, ?, ?, ?)",
                [(t.id, number, json.dumps(t.synpunkter), t.model, t.centroid) for t in teman],
            )
            self._connection.execute(
                "UPDATE runs SET snapshot = NULL, base = NULL WHERE number <= ?",
                ((number or 0) - SNAPSHOTS_KEPT,),
            )

    # Teman

    def teman(self) -> list[StoredTema]:
        """Return every tema there has ever been, as it was last seen."""
        with explain_errors(self.path):
            rows = self._connection.execute(
                "SELECT id, run, synpunkter, model, centroid FROM teman ORDER BY id"
            ).fetchall()
        try:
            return [StoredTema(i, run, tuple(json.loads(s)), model, c) for i, run, s, model, c in rows]
        except ValueError as error:
            raise DamagedError("teman") from error

    # Edits

    def edits(self) -> list[tuple[str, str]]:
        """Return id and content of every edit, in the order they were made."""
        with explain_errors(self.path):
            return self._connection.execute("SELECT id, content FROM edits ORDER BY number").fetchall()

    def keep_edits(self, edits: Iterable[tuple[str, str]]) -> None:
        """Append edits to the log; what is there already stays as it is. On disk when this returns."""
        with explain_errors(self.path):
            self._connection.execute("PRAGMA synchronous = FULL")
            with self._transaction():
                self._connection.executemany(
                    "INSERT OR IGNORE INTO edits (id, content) VALUES (?, ?)", list(edits)
                )
            self._connection.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with explain_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file; what waits to be written is written if it can be."""
        self._connection.close()


@contextmanager
def opened_again(store: Store) -> Iterator[Store]:
    """Open a store that is open once more, in a copy of the process, where the first connection is of no use.

    No transaction may be open in either process when the copy is made, and the first connection is neither
    used nor closed in the copy: so says SQLite's "How to corrupt an SQLite database file", section 2.6.

    Raises
    ------
    DamagedError, RemissnlpError
    """
    again = Store(connect(store.path), store.path)
    try:
        yield again
    finally:
        again.close()


@contextmanager
def open_store(folder: str | Path) -> Iterator[Store]:
    """Open the store of a folder of reports; a file that is no store is put aside and made anew.

    Raises
    ------
    RemissnlpError
        If the folder cannot be written.
    DamagedError
        If damage shows first when the store is used; `set_aside` and open it again.
    """
    path = Path(folder) / FILE_NAME
    try:
        connection = connect(path)
    except DamagedError:
        set_aside(path)
        connection = connect(path)
    store = Store(connection, path)
    try:
        yield store
    finally:
        store.close()
