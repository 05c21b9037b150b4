"""When a response was dated: from its letterhead or dating line, never from its body."""

from __future__ import annotations

import re

from remissnlp.reading.dates import DATE, parse
from remissnlp.reading.document import Document
from remissnlp.reading.fields import Field
from remissnlp.reading.wording import Found, either, swedish
from remissnlp.records import Span

# A date that is a whole line or a whole cell of one, maybe with a page number after it.
_ALONE = re.compile(
    rf"(?:^[ \t]*|(?<=[ ]{{2}})|(?<=\t))(?P<date>{DATE})[ \t]*(?=$|\r|[ ]{{2,}}|\t|sida\b|\d+ ?\(\d+\))",
    re.M | re.I,
)
_OF_MINUTES = swedish(
    rf"^[ \t]*(?:protokollsutdrag|protokoll)\b[^\n]{{0,40}}? (?P<date>{DATE})[ \t]*(?=$|\r)", re.I | re.M
)
_NO_PLACE = either("styrels/nämnd/datum/tid\\b/möte/sammanträd/beslut/svar/inkom/ankom/senast/gäll/gilt")
# "Stockholm den 18 september 2024", "Luleå, 2024-09-18": a place, then the date, and nothing else.
_PLACED = re.compile(
    rf"(?:^[ \t]*|(?<=[ ]{{2}})|(?<=\t))(?!(?i:[\wåäö]*{_NO_PLACE}))"
    rf"[A-ZÅÄÖ][\wåäö-]+(?:[ ][A-ZÅÄÖ][\wåäö-]+)?,?[ ](?P<date>{DATE})[ \t]*\.?(?=$|\r|\t|[ ]{{2}})",
    re.M,
)
# The line above says that a date is another one: to whom and when the case is put, the last day for answers.
_NOT_OURS = swedish(
    r"(?:\btill\b|nämnd(?:en)?|styrelsen|utskott(?:et)?|sammanträde(?!sprotokoll)|senast|remisstid|svarsdag|inkom|ankom|giltig)"
    r"[^\n]*$",
    re.I | re.M,
)


def find_date(document: Document) -> Found | None:
    """Find the date of a response.

    A field ("Datum: …") decides, then a date alone on a line or in a cell of the opening, then a dating
    line with a place in the opening or at the end, then the day of the meeting where that is labelled as
    the document's only date. Two different dates of the same standing are no answer.

    Returns
    -------
    Found or None
        The date in ISO form.
    """
    text, fields, head = document.text, document.fields, document.head
    closing = [m for m in _PLACED.finditer(text, *document.tail) if m.start() >= head.end]
    for cue, candidates in (
        ("field", [f for f in fields if f.label == "date"]),
        ("alone", [m for m in _ALONE.finditer(text, *head) if not _is_other(text, m, fields)]),
        ("dating line", [*_PLACED.finditer(text, *head), *closing]),
        ("meeting", [f for f in fields if f.label == "meeting"]),
        ("minutes", [*_OF_MINUTES.finditer(text, *head)]),
    ):
        found = [_found(candidate, cue) for candidate in candidates]
        dates = [f for f in found if f is not None]
        if cue == "alone" and len({d.value for d in dates}) > 1:
            # One of them may be the day of the meeting, under the board's name on the line above.
            dates = [d for d in dates if not _NOT_OURS.search(_line_above(text, d.span.start))] or dates
        if dates:
            return dates[0] if len({d.value for d in dates}) == 1 else None
    return None


def _found(candidate: Field | re.Match[str], cue: str) -> Found | None:
    if isinstance(candidate, Field):
        match = re.search(DATE, candidate.value, re.I)
        if not match:
            return None
        span = Span(candidate.span.start + match.start(), candidate.span.start + match.end())
        raw = match.group()
    else:
        span, raw = Span(*candidate.span("date")), candidate["date"]
    value = parse(raw)
    return Found(value, span, cue) if value else None


def _is_other(text: str, match: re.Match[str], fields: list[Field]) -> bool:
    """Tell whether a lone date belongs to a label of another kind, or is the day of a meeting."""
    start = match.start("date")
    if any(f.span.start <= start < f.span.end for f in fields if f.label != "date"):
        return True
    if match["date"].lower().startswith("den"):
        return True  # letterheads put "den 1 oktober 2024" under the board that is to meet
    line_start = text.rfind("\n", 0, start) + 1
    above = text[text.rfind("\n", 0, max(line_start - 1, 0)) + 1 : start]
    return bool(_NOT_OURS.search(above))


def _line_above(text: str, offset: int) -> str:
    """Return the last line with anything on it above the one that `offset` lies in."""
    return text[: text.rfind("\n", 0, offset) + 1].rstrip().rpartition("\n")[2]
