"""teman.json: everything a run found, for programs, and the way back from it to a `Run`.

The texts are kept beside it, one file a remissvar, and teman.json refers to them by path and hash.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.main import IncEx

from remissnlp.errors import RemissnlpError
from remissnlp.records import (
    Coverage,
    Kind,
    ModelInfo,
    Remiss,
    Remissvar,
    Run,
    Span,
    Status,
    Synpunkt,
    Tema,
    slice_text,
)
from remissnlp.reporting.manifest import with_documents

SCHEMA: Final = "remissnlp/teman/1"
FILE_NAME = "teman.json"
TEXTS = "texts/"
_SAFE_FILE_STEM = re.compile(r"\w[\w.-]*")  # nothing that leads out of a folder or that Windows refuses


class _Entry(BaseModel):
    """A frozen part of teman.json; a key that does not belong there is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class RunEntry(_Entry):
    """The run itself: when, with what model and settings."""

    id: str
    created: str
    fingerprint: str
    previous: str | None
    model: ModelInfo
    settings: dict[str, Any]
    warnings: tuple[str, ...]


class RemissEntry(_Entry):
    """A remiss without the headings of what was sent out, which run.json holds."""

    id: str
    title: str
    kind: Kind


class RemissvarEntry(_Entry):
    """A remissvar whose text is replaced by the path and hash of its text file."""

    id: str
    file: str
    sha256: str
    remiss: str | None
    remissinstans: str | None
    dnr: str | None
    date: str | None
    text: str | None
    text_sha256: str | None
    characters: int
    pages: tuple[Span, ...]
    status: Status
    message: str | None
    endorses: tuple[str, ...]


class TemanDocument(_Entry):
    """The whole of teman.json."""

    schema_name: Literal["remissnlp/teman/1"] = Field(alias="schema")
    run: RunEntry
    remisser: tuple[RemissEntry, ...]
    remissvar: tuple[RemissvarEntry, ...]
    synpunkter: tuple[Synpunkt, ...]
    teman: tuple[Tema, ...]
    coverage: tuple[Coverage, ...]


def text_files(run: Run) -> dict[str, bytes]:
    """Return the text files of a run: path inside the run's folder → the exact UTF-8 bytes.

    A file that could not be read has no text, and so no text file.

    Raises
    ------
    RemissnlpError
        If the id of a remissvar cannot be a file name.
    """
    return {_text_path(r): r.text.encode("utf-8") for r in run.remissvar if _has_text(r)}


def to_document(run: Run) -> TemanDocument:
    """Return teman.json's content for `run`; timings are left to run.json."""
    return TemanDocument(
        schema=SCHEMA,
        run=RunEntry(
            id=run.id,
            created=run.created,
            fingerprint=run.fingerprint,
            previous=run.previous,
            model=run.model,
            settings=dict(run.settings),
            warnings=run.warnings,
        ),
        remisser=tuple(RemissEntry(id=r.id, title=r.title, kind=r.kind) for r in run.remisser),
        remissvar=tuple(_to_entry(r) for r in run.remissvar),
        synpunkter=run.synpunkter,
        teman=run.teman,
        coverage=run.coverage,
    )


def render_teman_json(run: Run) -> bytes:
    """Return teman.json, one field a line so that two runs can be compared line by line."""
    document = TypeAdapter(TemanDocument)
    return document.dump_json(to_document(run), by_alias=True, indent=1, exclude=_left_out(run)) + b"\n"


def _left_out(run: Run) -> IncEx:
    """Return which keys are not written: a synpunkt has ``voice`` only where members speak for themselves."""
    own = [n for n, synpunkt in enumerate(run.synpunkter) if synpunkt.voice is None]
    if len(own) == len(run.synpunkter):
        return {"synpunkter": {"__all__": {"voice"}}}
    return {"synpunkter": {n: {"voice"} for n in own}}


def load_run(path: str | Path) -> Run:
    """Read a run back from its folder (or from the teman.json in it).

    Everything comes back but the timings. What teman.json has no place for (decision level, what a document
    is, the part of its file, OCR confidence, headings of what was sent out, what became of corrections) is
    taken from the run.json beside it; what a correction was about stands in the store of its folder of
    reports alone, where corrections of this run are kept too, if it has one. Every text is
    checked against its hash and every quote against its text, so offsets can be trusted.

    Raises
    ------
    RemissnlpError
        If the files are missing, damaged, of another form, or do not agree with each other.
    """
    path = Path(path)
    folder = path.parent if path.name == FILE_NAME else path
    document = _read_document(folder / FILE_NAME)
    run = Run(
        id=document.run.id,
        created=document.run.created,
        fingerprint=document.run.fingerprint,
        model=document.run.model,
        settings=document.run.settings,
        remisser=tuple(Remiss(r.id, r.title, r.kind) for r in document.remisser),
        remissvar=tuple(_from_entry(entry, folder) for entry in document.remissvar),
        synpunkter=document.synpunkter,
        teman=document.teman,
        coverage=document.coverage,
        warnings=document.run.warnings,
        previous=document.run.previous,
        out=_out(folder),
    )
    _check_quotes(run)
    return with_documents(run, folder)


def _out(folder: Path) -> str | None:
    """Return the folder of reports that a run's folder lies in, where it has a store for corrections."""
    above = folder.resolve().parent
    return str(above) if (above / "remissnlp.db").is_file() else None


def _has_text(remissvar: Remissvar) -> bool:
    return remissvar.status != "error" or bool(remissvar.text)


def _text_path(remissvar: Remissvar) -> str:
    if not _SAFE_FILE_STEM.fullmatch(remissvar.id):
        raise RemissnlpError(f"Remissvarets id ”{remissvar.id}” kan inte användas som filnamn.")
    return f"{TEXTS}{remissvar.id}.txt"


def _to_entry(remissvar: Remissvar) -> RemissvarEntry:
    has_text = _has_text(remissvar)
    return RemissvarEntry(
        id=remissvar.id,
        file=remissvar.file,
        sha256=remissvar.sha256,
        remiss=remissvar.remiss,
        remissinstans=remissvar.remissinstans,
        dnr=remissvar.dnr,
        date=remissvar.date,
        text=_text_path(remissvar) if has_text else None,
        text_sha256=hashlib.sha256(remissvar.text.encode("utf-8")).hexdigest() if has_text else None,
        characters=len(remissvar.text),
        pages=remissvar.pages,
        status=remissvar.status,
        message=remissvar.message,
        endorses=remissvar.endorses,
    )


def _read_document(path: Path) -> TemanDocument:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RemissnlpError(f"Hittar ingen körning: {path} går inte att läsa.") from error
    try:
        return TemanDocument.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "hela filen"
        raise RemissnlpError(
            f"{path} har inte den form som en körning ska ha ({SCHEMA}). Första felet: {place}."
        ) from error


def _from_entry(entry: RemissvarEntry, folder: Path) -> Remissvar:
    return Remissvar(
        id=entry.id,
        file=entry.file,
        sha256=entry.sha256,
        text=_read_text(entry, folder) if entry.text is not None else "",
        pages=entry.pages,
        remiss=entry.remiss,
        remissinstans=entry.remissinstans,
        dnr=entry.dnr,
        date=entry.date,
        status=entry.status,
        message=entry.message,
        endorses=entry.endorses,
    )


def _read_text(entry: RemissvarEntry, folder: Path) -> str:
    # The name is made from the id again: a path in a foreign teman.json must not lead out of the folder.
    path = folder / "texts" / f"{entry.id}.txt"
    if not _SAFE_FILE_STEM.fullmatch(entry.id) or entry.text != f"texts/{entry.id}.txt":
        raise RemissnlpError(f"Remissvaret {entry.id} pekar på en text utanför mappen texts.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RemissnlpError(f"Texten till ett remissvar saknas: {path} går inte att läsa.") from error
    if hashlib.sha256(data).hexdigest() != entry.text_sha256:
        raise RemissnlpError(f"{path} har ändrats efter körningen, så citaten går inte längre att lita på.")
    return data.decode("utf-8")


def _check_quotes(run: Run) -> None:
    texts = {r.id: r.text for r in run.remissvar}
    for synpunkt in run.synpunkter:
        if slice_text(texts.get(synpunkt.remissvar, ""), synpunkt.spans) != synpunkt.quote:
            raise RemissnlpError(f"Citatet i synpunkten {synpunkt.id} stämmer inte med sin text.")
    home = {synpunkt.id: synpunkt.remissvar for synpunkt in run.synpunkter}
    for tema in run.teman:
        key = tema.key_sentence
        if key is not None and slice_text(texts.get(home.get(key.synpunkt, ""), ""), key.spans) != key.quote:
            raise RemissnlpError(f"Kärnmeningen i temat {tema.id} stämmer inte med sin text.")
