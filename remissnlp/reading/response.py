"""One file, read: its record, and what its letterhead says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from remissnlp.errors import RemissnlpError
from remissnlp.reading.answer import find_endorsed, has_no_opinion, is_response
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import Letterhead, read_letterhead
from remissnlp.reading.source import Source, load, read_bytes
from remissnlp.reading.wording import Found
from remissnlp.records import Remissvar, Status

NO_OPINION = "Har inget att erinra eller avstår från att yttra sig."
_NOT_A_RESPONSE = (
    "Räknas inte som remissvar: texten nämner ingen remiss och är inte skriven som ett yttrande."
)


@dataclass(frozen=True, slots=True)
class Response:
    """One file as it was read: the record so far, and what its letterhead says."""

    record: Remissvar
    letterhead: Letterhead | None = None


def read_response(path: Path, name: str) -> Response:
    """Read one file as far as it goes; what stops it is the record's message."""
    data = b""
    try:
        data = load(path, name)
        source = read_bytes(data, name)
    except RemissnlpError as error:
        return Response(_record(data, name, Source(""), status="error", message=str(error)))
    document = Document(source.text, source.pages)
    letterhead = read_letterhead(document)
    if not is_response(document, letterhead):
        return Response(_record(data, name, source, status="reference", message=_NOT_A_RESPONSE))
    no_opinion = has_no_opinion(document)
    record = _record(
        data,
        name,
        source,
        status="no_opinion" if no_opinion else "ok",
        message=NO_OPINION if no_opinion else None,
    )
    return Response(
        replace(
            record,
            remissinstans=value(letterhead.remissinstans),
            dnr=value(letterhead.dnr),
            date=value(letterhead.date),
            endorses=find_endorsed(document),
        ),
        letterhead,
    )


def value(found: Found | None) -> str | None:
    """Return what was found, if anything was."""
    return found.value if found else None


def _record(data: bytes, name: str, source: Source, *, status: Status, message: str | None) -> Remissvar:
    sha256 = hashlib.sha256(data).hexdigest()
    return Remissvar(
        id=f"rv-{sha256[:10]}",
        file=name,
        sha256=sha256,
        text=source.text,
        pages=source.pages,
        status=status,
        message=message,
    )
