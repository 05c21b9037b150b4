"""What was sent out: the title of the remiss and what kind of document it is."""

from __future__ import annotations

import re

from remissnlp.reading.document import Document
from remissnlp.reading.registration import UNLABELLED
from remissnlp.reading.wording import Found, one_line, swedish
from remissnlp.records import Kind, Span

# "Yttrande över remiss av …", "Svar på remiss om …", "Remissvar: …", as a heading of the opening.
_HEADING = swedish(
    r"^[ \t]*(?:kontors|remiss)?(?:yttrande|svar)(?:et)? (?:över|på|angående|avseende|gällande|om|till)"
    r" (?:(?:remissen|remiss|förslag(?:et)?)(?: (?:av|om|angående|avseende|gällande|från [^\n,]{3,60},)|:)? )?"
    r"(?P<title>\S.{5,}?(?:\n.*\S.*){0,3})(?=\n[ \t\r]*\n|$(?![\s\S]))",
    re.I | re.M,
)
_REMISS_OF = swedish(
    r"^[ \t]*remiss(?:en)?(?: av| om|:)? (?!från)(?P<title>\S.{5,}?(?:\n.*\S.*){0,3})(?=\n[ \t\r]*\n|$(?![\s\S]))",
    re.I | re.M,
)
_REMITTED = swedish(
    r"har (?:remitterat|översänt|skickat)(?: ut)?(?: (?:ärendet|förslag till))?(?: remiss av)? (?P<title>\S[\s\S]{5,200}?)"
    r"(?: på remiss)? till ",
    re.I,
)
_QUOTED_REPORT = swedish(
    r"(?:betänkandet|promemorian|rapporten|förslaget)[ \n]+[”\"“»'](?P<title>[^”\"“»'«]{5,200})[”\"“»«']?",
    re.I,
)
_REPORT = swedish(
    r"(?:betänkandet|promemorian) (?P<title>[A-ZÅÄÖ][^\n(,.]{5,150}(?:\n[^\n(,.]{2,100})?)(?= ?\()"
)
# What may trail a title: its number in brackets or after a comma, the abbreviation it is given.
_TRAILER = re.compile(
    rf"[\s,;.:–-]*(?:\((?:[^()]*)\)|(?:dnr|diarienummer)\b.*|(?:{UNLABELLED}).*)?[\s,;.:–-]*$", re.I
)
_WRAPPER = swedish(r"^(?:remiss(?:en)? (?:av|om|angående|avseende|gällande) |remiss: ?|ärendet )+", re.I)


def find_title(document: Document) -> Found | None:
    """Find the title of the remiss that a document answers.

    A heading of the opening decides ("Yttrande över remiss av …"), then the subject field, then "har
    remitterat … till", then a quoted report.

    Parameters
    ----------
    document : Document
        The response.

    Returns
    -------
    Found or None
        The title on one line, with OCR faults repaired where that is possible.
    """
    for pattern, cue in (
        (_QUOTED_REPORT, "report"),
        (_HEADING, "heading"),
        (_REMISS_OF, "heading"),
        (_REMITTED, "remitted"),
        (_REPORT, "report"),
    ):
        match = pattern.search(document.text, *document.head)
        if match and (title := _tidy(document.readable(match.span("title")))):
            return Found(title, Span(*match.span("title")), cue)
    for field in document.fields:
        if field.label == "subject" and (title := _tidy(document.readable(field.span))):
            return Found(title, field.span, "field")
    return None


def kind_of(title: str | None, number: str | None = None) -> Kind:
    """Return what kind of document a remiss is, from its title and number.

    Examples
    --------
    >>> kind_of("Handlingsplan mot rasism"), kind_of("Stockholms stads program för de mänskliga rättigheterna")
    ('handlingsplan', 'program')
    """
    words = (title or "").lower()
    if "handlingsplan" in words:
        return "handlingsplan"
    if (number or "").startswith(("SOU ", "Ds ")) or "betänkande" in words:
        return "betankande"
    if re.search(r"program\b|programmet\b", words):
        return "program"
    if re.search(r"plan\b|planen\b", words):
        return "plan"
    return "ovrigt"


def _tidy(raw: str) -> str:
    title = one_line(raw)
    before = None
    while title != before:
        before = title
        title = _WRAPPER.sub("", title)
        title = _TRAILER.sub("", title, count=1)
        title = title.strip(" \"”“»«'")
    return title[:1].upper() + title[1:]
