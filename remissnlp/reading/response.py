"""One file, read: the records of the documents in it, and what their letterheads say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from remissnlp.errors import RemissnlpError
from remissnlp.reading.answer import find_endorsed, has_no_opinion
from remissnlp.reading.decision import find_decision_level
from remissnlp.reading.document import Document
from remissnlp.reading.formats import sniff
from remissnlp.reading.letterhead import Letterhead, read_letterhead
from remissnlp.reading.limits import DEFAULT_LIMITS, Allowance, Limits, Progress, UnreadableError
from remissnlp.reading.municipality import find_municipality
from remissnlp.reading.outline import find_headings, find_numbers
from remissnlp.reading.parts import Part, unpack
from remissnlp.reading.roles import LONG_AND_UNLIKE, is_cover, judge_role
from remissnlp.reading.shingles import shingles
from remissnlp.reading.source import NoTextError, Source, load, printable, read_bytes
from remissnlp.reading.versions import Version, find_version
from remissnlp.reading.wording import Found
from remissnlp.records import DecisionLevel, Remissvar

PICTURE = "Räknas inte: det är en bild utan text som följer med e-brevet, till exempel en logotyp."
NO_OPINION = "Har inget att erinra eller avstår från att yttra sig."


@dataclass(frozen=True, slots=True)
class Response:
    """One document as it was read: the record so far, and what its letterhead says.

    Attributes
    ----------
    record : Remissvar
        The record so far.
    letterhead : Letterhead or None
        What its letterhead says; None for what is no response.
    notes : tuple of str
        What could not be read of it, as Swedish predicates to its name.
    doubt : str or None
        What speaks against its being a response, where it is counted as one.
    version : Version or None
        Whether it says that it is a draft, a correction or a replacement.
    is_cover : bool
        Whether it would be an enclosure if the response that it goes with is there.
    headings, numbers : tuple of str
        Of what is, or could be, the document that was sent out; see `remissnlp.reading.outline`.
    shingles : str
        Of its text, to tell other versions of it by; see `remissnlp.reading.shingles`.
    municipality : str or None
        The one that its letterhead names; see `remissnlp.reading.municipality`.
    """

    record: Remissvar
    letterhead: Letterhead | None = None
    notes: tuple[str, ...] = ()
    doubt: str | None = None
    version: Version | None = None
    is_cover: bool = False
    headings: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    shingles: str = ""
    municipality: str | None = None


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
    return [
        one for part, one in found if not (part.is_letter and one.record.status == "error")
    ]  # a mail may have no word of its own


def _read_part(name: str, data: bytes, part: Part, allowance: Allowance) -> Response:
    shown = printable(name if part.name is None else f"{name}/{part.name}")
    try:
        if part.fault:
            raise RemissnlpError(f"{shown} {part.fault}")
        if _is_ornament(part):
            return _picture(name, data, part)
        source = read_bytes(part.data, shown, allowance)
    except NoTextError as error:
        return _picture(name, data, part) if part.in_mail else _failed(name, data, part, str(error))
    except RemissnlpError as error:
        return _failed(name, data, part, str(error))
    record = _record(name, data, part, source)
    document = Document(source.text, source.pages)
    letterhead = read_letterhead(document)
    judged = judge_role(document, letterhead)
    # What could be the document that was sent out; the other documents of the corpus decide.
    outlined = judged.role in ("remisshandling", "underlag") or judged.doubt == LONG_AND_UNLIKE
    response = Response(
        record,
        notes=source.notes,
        doubt=judged.doubt,
        headings=find_headings(document) if outlined else (),
        numbers=find_numbers(document),
        shingles=shingles(source.text),
    )
    if judged.role != "remissvar":
        return replace(
            response, record=replace(record, status="reference", role=judged.role, message=judged.message)
        )
    no_opinion = has_no_opinion(document)
    record = replace(
        record,
        status="no_opinion" if no_opinion else "ok",
        message=NO_OPINION if no_opinion else None,
        remissinstans=value(letterhead.remissinstans),
        dnr=value(letterhead.dnr),
        date=value(letterhead.date),
        endorses=find_endorsed(document),
        decision_level=cast(DecisionLevel | None, value(find_decision_level(document))),
    )
    return replace(
        response,
        record=record,
        letterhead=letterhead,
        version=find_version(document, part.name or name),
        municipality=find_municipality(document),
        is_cover=is_cover(document, is_letter=part.is_letter),
    )


def _is_ornament(part: Part) -> bool:
    if not (part.in_mail and sniff(part.data) == "image"):
        return False
    from remissnlp.reading.image import is_ornament  # imported late: few corpora hold pictures

    return is_ornament(part.data)


def _picture(name: str, data: bytes, part: Part) -> Response:
    record = _record(name, data, part, Source(""))
    return Response(replace(record, status="reference", role="annat", message=PICTURE))


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
