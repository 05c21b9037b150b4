"""One file, read: the records of the documents in it, and what their letterheads say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from remissnlp.errors import RemissnlpError
from remissnlp.reading.answer import find_endorsed, has_no_opinion, is_response
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import Letterhead, read_letterhead
from remissnlp.reading.limits import DEFAULT_LIMITS, Allowance, Limits, Progress, UnreadableError
from remissnlp.reading.parts import Part, unpack
from remissnlp.reading.source import Source, load, printable, read_bytes
from remissnlp.reading.wording import Found
from remissnlp.records import Remissvar

NO_OPINION = "Har inget att erinra eller avstår från att yttra sig."
_NOT_A_RESPONSE = (
    "Räknas inte som remissvar: texten nämner ingen remiss och är inte skriven som ett yttrande."
)


_COVER_LETTER = "Räknas inte: e-brevet är ett följebrev till sin bilaga."
_COVER_LETTER_WORDS = 120


@dataclass(frozen=True, slots=True)
class Response:
    """One document as it was read: the record so far, and what its letterhead says.

    ``notes`` say what could not be read of it, as Swedish predicates to its name.
    """

    record: Remissvar
    letterhead: Letterhead | None = None
    notes: tuple[str, ...] = ()


def read_responses(
    path: Path, name: str, limits: Limits = DEFAULT_LIMITS, progress: Progress | None = None
) -> list[Response]:
    """Read one file as far as it goes; what stops it is the record's message.

    Parameters
    ----------
    path : Path
        The file.
    name : str
        Its path in the corpus.
    limits : Limits
        What reading it may cost.
    progress : callable, optional
        Told how far the OCR of a long document is.

    Returns
    -------
    list of Response
        One for each document in the file: the file itself, or a mail's letter and attachments, or what an
        archive holds.
    """
    data = b""
    allowance = Allowance(limits, progress)
    try:
        data = load(path, name, allowance)
        parts = unpack(data, allowance)
    except RemissnlpError as error:
        return [_failed(name, data, Part(None, data), str(error))]
    except UnreadableError as error:
        return [_failed(name, data, Part(None, data), f"{printable(name)} {error}")]
    found = [(part, _read_part(name, data, part, Allowance(limits, progress))) for part in parts]
    answered = any(one.record.status in ("ok", "no_opinion") for part, one in found if not part.is_letter)
    return [
        _as_cover_letter(one) if answered and part.is_letter and _is_short(one) else one
        for part, one in found
        if not (part.is_letter and one.record.status == "error")  # a mail without a word of its own
    ]


def _read_part(name: str, data: bytes, part: Part, allowance: Allowance) -> Response:
    shown = printable(name if part.name is None else f"{name}/{part.name}")
    try:
        if part.fault:
            raise RemissnlpError(f"{shown} {part.fault}")
        source = read_bytes(part.data, shown, allowance)
    except RemissnlpError as error:
        return _failed(name, data, part, str(error))
    record = _record(name, data, part, source)
    document = Document(source.text, source.pages)
    letterhead = read_letterhead(document)
    if not is_response(document, letterhead):
        return Response(replace(record, status="reference", message=_NOT_A_RESPONSE), notes=source.notes)
    no_opinion = has_no_opinion(document)
    record = replace(
        record,
        status="no_opinion" if no_opinion else "ok",
        message=NO_OPINION if no_opinion else None,
        remissinstans=value(letterhead.remissinstans),
        dnr=value(letterhead.dnr),
        date=value(letterhead.date),
        endorses=find_endorsed(document),
    )
    return Response(record, letterhead, source.notes)


def _is_short(letter: Response) -> bool:
    return len(letter.record.text.split()) <= _COVER_LETTER_WORDS


def _as_cover_letter(letter: Response) -> Response:
    return Response(replace(letter.record, status="reference", message=_COVER_LETTER), None, letter.notes)


def _failed(name: str, data: bytes, part: Part, message: str) -> Response:
    return Response(replace(_record(name, data, part, Source("")), status="error", message=message))


def value(found: Found | None) -> str | None:
    """Return what was found, if anything was."""
    return found.value if found else None


def _record(name: str, data: bytes, part: Part, source: Source) -> Remissvar:
    sha256 = hashlib.sha256(data).hexdigest()
    # What could not be got out of a file has no content to be known by.
    own = hashlib.sha256(part.data or f"{sha256}/{part.name}".encode()).hexdigest() if part.name else sha256
    return Remissvar(
        id=f"rv-{own[:10]}",
        file=name,
        sha256=sha256,
        text=source.text,
        pages=source.pages,
        part=part.name,
        ocr_confidence=source.ocr_confidence,
    )
