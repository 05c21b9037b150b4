"""What a corpus holds, file by file, before a run: what was read, what it says of itself, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from remissnlp.reading.corpus import Corpus, missing_of
from remissnlp.records import DecisionLevel, Remissvar, Role, Status


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One document of a corpus.

    Attributes
    ----------
    file : str
        Its file, and the part of the file where that holds several.
    status : Status
        Whether it was read, and what it is.
    reason : str or None
        Why it was not read or is not counted, in Swedish.
    remissinstans, remiss, dnr, date : str or None
        What its letterhead or a person says.
    decision_level : DecisionLevel or None
        Who decided on it.
    role : Role
        What it is.
    pages : int or None
        How many pages it has; None for a source without pages.
    scanned : int
        How many of them were read by OCR.
    confidence : float or None
        Mean confidence of their OCR, from 0 to 1.
    words : int
        How many words were read.
    missing : tuple of str
        What is still asked for, in Swedish.
    """

    file: str
    status: Status
    reason: str | None
    remissinstans: str | None
    remiss: str | None
    dnr: str | None
    date: str | None
    decision_level: DecisionLevel | None
    role: Role
    pages: int | None
    scanned: int
    confidence: float | None
    words: int
    missing: tuple[str, ...]


def check_rows(corpus: Corpus) -> tuple[CheckRow, ...]:
    """Return a row for every document of a corpus, in order of path."""
    return tuple(_row(record) for record in corpus.remissvar)


def _row(record: Remissvar) -> CheckRow:
    scanned = [confidence for confidence in record.ocr_confidence if confidence is not None]
    counted = record.status in ("ok", "no_opinion")
    return CheckRow(
        file=record.source,
        status=record.status,
        reason=record.message,
        remissinstans=record.remissinstans,
        remiss=record.remiss,
        dnr=record.dnr,
        date=record.date,
        decision_level=record.decision_level,
        role=record.role,
        pages=len(record.pages) or None,
        scanned=len(scanned),
        confidence=round(sum(scanned) / len(scanned), 3) if scanned else None,
        words=len(record.text.split()),
        missing=tuple(ask.name for ask in missing_of(record)) if counted else (),
    )
