"""The log of edits: in the store, and as lines of JSON beside it, which outlive a lost store."""

from __future__ import annotations

import getpass
import json
import os
import secrets
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from remissnlp.errors import RemissnlpError
from remissnlp.records import Edit, EditKind, RemissvarTarget, SynpunktTarget, TemaTarget
from remissnlp.store import codec
from remissnlp.store.database import DamagedError
from remissnlp.store.store import Store

FILE_NAME = "rattelser.jsonl"


def make_edit(
    kind: EditKind,
    *,
    teman: Sequence[TemaTarget] = (),
    synpunkter: Sequence[SynpunktTarget] = (),
    remissvar: Sequence[RemissvarTarget] = (),
    value: str | None = None,
    reason: str = "",
    author: str | None = None,
) -> Edit:
    """Return a new edit with an id of its own, the time and who makes it."""
    return Edit(
        id="E" + secrets.token_hex(6),
        at=datetime.now(tz=UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        author=author or default_author(),
        reason=reason,
        kind=kind,
        teman=tuple(teman),
        synpunkter=tuple(synpunkter),
        remissvar=tuple(remissvar),
        value=value,
    )


def default_author() -> str:
    """Return git's user name, or else the operating system's."""
    try:
        said = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, check=False, timeout=5
        )
        if said.returncode == 0 and said.stdout.strip():
            return said.stdout.strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        pass
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name anywhere, as in some containers
        return "okänd"


def append_edits(store: Store, edits: Sequence[Edit]) -> None:
    """Add edits to the log for good.

    Raises
    ------
    RemissnlpError
        If they cannot be written; none of them is then kept.
    """
    store.keep_edits((edit.id, codec.encode(edit, Edit).decode()) for edit in edits)
    _mirror(store)


def read_edits(store: Store) -> list[Edit]:
    """Return the whole log, oldest first; edits that only the file beside the store has are taken into it.

    Raises
    ------
    RemissnlpError
        If a line of the file cannot be read: edits are never dropped in silence.
    DamagedError
        If an edit in the store cannot be read.
    """
    known = store.edits()
    beside = _read_file(store.folder / FILE_NAME)
    missing = [(edit.id, codec.encode(edit, Edit).decode()) for edit in beside]
    names = {name for name, _ in known}
    if any(name not in names for name, _ in missing):
        store.keep_edits(missing)
        known = store.edits()
    if len(beside) < len(known):
        _mirror(store)
    try:
        return [codec.decode(content.encode(), Edit) for _, content in known]
    except ValueError as error:
        raise DamagedError("edits") from error


def _read_file(path: Path) -> list[Edit]:
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RemissnlpError(f"Rättelserna i {path} går inte att läsa ({error.strerror}).") from error
    edits = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            edits.append(codec.decode(line, Edit))
        except ValueError as error:
            raise RemissnlpError(
                f"Rad {number} i {path} är ingen rättelse. Rätta raden eller ta bort den och kör igen."
            ) from error
    return edits


def _mirror(store: Store) -> None:
    """Write the whole log anew beside the store, in one step."""
    path = store.folder / FILE_NAME
    new = path.with_name(f".{FILE_NAME}-{secrets.token_hex(4)}.new")
    lines = [json.dumps(json.loads(content), ensure_ascii=False) for _, content in store.edits()]
    try:
        with new.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write("".join(f"{line}\n" for line in lines))
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise RemissnlpError(
            f"Rättelserna är sparade i {store.path.name} men {path} gick inte att skriva"
            f" ({error.strerror or error}); kontrollera disken."
        ) from error
