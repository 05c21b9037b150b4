"""Who answers what: everything that a response's letterhead and opening say about it."""

from __future__ import annotations

from dataclasses import dataclass

from remissnlp.reading.dating import find_date
from remissnlp.reading.document import Document
from remissnlp.reading.instans import find_remissinstans
from remissnlp.reading.numbers import find_own_number, find_remiss, find_remitter
from remissnlp.reading.subject import find_title
from remissnlp.reading.wording import Found


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was read, each with the span and the cue it was read from; None where nothing says it.

    Attributes
    ----------
    remiss : Found or None
        The number of the remiss that is answered, such as "KS 2023/1159" or "SOU 2024:12".
    also : tuple of str
        Other numbers that the document gives for the same remiss.
    title : Found or None
        The title of what was sent out.
    remissinstans : Found or None
        Who responds, in the form that KS counts by.
    dnr : Found or None
        The response's own registration number.
    date : Found or None
        The date of the response, ISO form.
    """

    remiss: Found | None
    also: tuple[str, ...]
    title: Found | None
    remissinstans: Found | None
    dnr: Found | None
    date: Found | None


def read_letterhead(document: Document) -> Letterhead:
    """Read the letterhead of a response; nothing is guessed."""
    remiss, also = find_remiss(document)
    return Letterhead(
        remiss=remiss,
        also=also,
        title=find_title(document, remiss),
        remissinstans=find_remissinstans(document, find_remitter(document), remiss.value if remiss else None),
        dnr=find_own_number(document, remiss),
        date=find_date(document),
    )
