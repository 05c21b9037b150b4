"""What was sent out: the title of the remiss and what kind of document it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remissnlp.reading.document import Document
from remissnlp.reading.registration import UNLABELLED
from remissnlp.reading.wording import Found, one_line, swedish
from remissnlp.records import Kind, Span

# A heading of up to four lines; a line that says who asked or what the number is does not belong to it.
_OTHER_LINE = r"[ \t]*(?:(?:svar på )?remiss från|dnr\b|diarie|ert?\b|vårt?\b|datum\b)"
# It goes on in lower case, or with a line that is not the end of a sentence.
_MORE = r"(?-i:[a-zåäö\d(”\"].*|[A-ZÅÄÖ].*[^.\s][ \t]*(?=\n|$))"
_LINES = rf"(?P<title>\S.*(?:\n(?!{_OTHER_LINE})[ \t]*{_MORE}){{0,3}})(?=\n|$)"
_WHAT = r"(?:(?:kontors|remiss)?yttrande|remissvar|svar|synpunkter)(?:t|et)?"
_ABOUT = r"(?:över|på|angående|avseende|gällande|beträffande|rörande|om|till)"
_HEADING = swedish(
    rf"^[ \t]*(?={_WHAT} {_ABOUT} |{_WHAT}:|remissvar från [^\n]+ om |remiss(?:en)?(?: av| om|:) )"
    rf"(?!{_WHAT} {_ABOUT} remiss från){_LINES}",
    re.I | re.M,
)
_REMITTED = swedish(
    r"har (?:remitterat|översänt|skickat)(?: ut)? (?P<title>\S[\s\S]{5,200}?)(?: på remiss)? till ", re.I
)
_QUOTED_REPORT = swedish(
    r"(?:betänkandet|promemorian|rapporten|förslaget) [”\"“»'](?P<title>[^”\"“»'«]{5,200})[”\"“»«']", re.I
)
_REPORT = swedish(r"(?:betänkandet|promemorian) (?P<title>[A-ZÅÄÖ][^(.,]{5,200}?) ?\(")
_ASKED_BY = swedish(r"(?:^|\n)[ \t]*(?:(?:svar på|angående) )?remiss(?:en)? från ", re.I)
# What may come before a title, and what may trail it: its number, the abbreviation it is given.
_WRAPPER = swedish(
    rf"^(?:(?:\S+ ){{0,5}}\S+s {_WHAT} {_ABOUT} |{_WHAT} från [^\n]+? om |{_WHAT}(?: till \S+)? {_ABOUT} "
    rf"|{_WHAT}: ?|remiss(?:en)?(?: (?:av|om|angående|avseende|gällande|på) | ?[:–-] ?)"
    rf"|(?:ärendet|betänkandet|promemorian) |förslag(?:et)? till |(?:{UNLABELLED})[ ,:–-]+|[”\"“»'])",
    re.I,
)
_TRAILER = re.compile(
    rf"[\s,;.:–-]*(?:\([^()]*\)?|(?:\bdnr|\bdiarienummer)\b.*|(?:{UNLABELLED}).*)?[\s,;.:–-]*$", re.I
)
# "Svar på remiss från kommunstyrelsen" says who asked, not what about.
_SENDER = swedish(r"remiss(?:en)? från ", re.I)
_LONGEST = 250


def find_title(document: Document, remiss: Found | None) -> Found | None:
    """Find the title of the remiss that a document answers.

    A report's name in quotation marks decides, then a heading of the opening ("Yttrande över remiss av
    …"), then the heading that the remiss's number stands in or under, then "har remitterat … till", then
    the subject field.

    Parameters
    ----------
    document : Document
        The response.
    remiss : Found or None
        The remiss's number, where it was read.

    Returns
    -------
    Found or None
        The title on one line, with OCR faults repaired where that is possible.
    """
    for span, cue in _candidates(document, remiss):
        title = _tidy(document.readable(span))
        if 5 <= len(title) <= _LONGEST and ". " not in title and not _SENDER.match(title):
            return Found(title, span, cue)
    return None


def _candidates(document: Document, remiss: Found | None) -> Iterator[tuple[Span, str]]:
    """Yield where a title may stand, most certain first."""
    for pattern, cue in ((_QUOTED_REPORT, "report"), (_REPORT, "report"), (_HEADING, "heading")):
        for match in pattern.finditer(document.text, *document.head):
            yield Span(*match.span("title")), cue
    if remiss and (span := _above(document, remiss.span.start)):
        yield span, "above the number"
    for match in _REMITTED.finditer(document.text, *document.head):
        yield Span(*match.span("title")), "remitted"
    for field in document.fields:
        if field.label == "subject":
            yield field.span, "field"


def _above(document: Document, number: int) -> Span | None:
    """Return the heading that the remiss's number stands at the end of, or right under."""
    if number >= document.head.end:
        return None
    pieces = [p for p in document.paragraphs(document.head) if p.start <= number]
    if not pieces:
        return None
    piece = pieces[-1]
    for field in document.fields:
        if field.label == "subject" and field.span.start <= number < field.span.end:
            return Span(field.span.start, number)
    asked_by = _ASKED_BY.search(document.text, piece.start, number)
    end = asked_by.start() if asked_by else number
    line = max(document.text.rfind("\n", piece.start, end) + 1, piece.start)
    if any(f.label != "subject" and line <= f.span.start <= number for f in document.fields):
        return None  # the number is a labelled field: no heading
    if document.text[piece.start : end].strip() and not document.text[piece.start].islower():
        return Span(piece.start, end)
    return pieces[-2] if asked_by and len(pieces) > 1 else None


def kind_of(title: str | None, number: str | None = None) -> Kind:
    """Return what kind of document a remiss is, from its title and number.

    Examples
    --------
    >>> kind_of("Handlingsplan mot rasism"), kind_of("Program för de mänskliga rättigheterna")
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
    """Return a title on one line without what stands around it."""
    title = _strip(_WRAPPER, one_line(raw) + " ")
    title = _strip(_TRAILER, title).strip(" \"”“»«'")
    return title[:1].upper() + title[1:]


def _strip(pattern: re.Pattern[str], text: str) -> str:
    while (shorter := pattern.sub("", text, count=1)) != text:
        text = shorter
    return text
