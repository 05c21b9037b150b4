"""When a response was dated: from its letterhead or dating line, never from its body."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_NO_PLACE = either(
    "styrels/nämnd/datum/tid\\b/möte/sammanträd/beslut/svar/inkom/ankom/senast/gäll/gilt/justera/anslag/utskri/protokoll"
)
# "Stockholm den 18 september 2024", "Luleå, 2024-09-18": a place, then the date, and nothing else.
_PLACED = re.compile(
    rf"(?:^[ \t]*|(?<=[ ]{{2}})|(?<=\t))(?!(?i:[\wåäö]*{_NO_PLACE}))"
    rf"[A-ZÅÄÖ][\wåäö-]+(?:[ ][A-ZÅÄÖ][\wåäö-]+)?,?[ ](?P<date>{DATE})[ \t]*\.?(?=$|\r|\t|[ ]{{2}})",
    re.M,
)
_MINUTES = swedish(r"(?:^|\t|[ ]{2})[ \t]*(?:protokollsutdrag|(?:sammanträdes)?protokoll)\b", re.I | re.M)
_MEETING_BELOW = swedish(
    rf"\bsammanträdesdatum\b[^\d]{{0,120}}?(?:\d+ ?\(\d+\))?[^\d]{{0,120}}?(?P<date>{DATE})", re.I
)
# A case put to a board has the day of the board's meeting on it too.
_CASE = swedish(r"\btjänste(?:utlåtande|skrivelse)|\bsammanträde", re.I)
_DECIDED = swedish(
    rf"\b(?:behandlade|behandlat|beslutade|beslutat|antog|antagit|antogs|fastställde|fastställdes|godkände)\b"
    rf"(?=[^.\n]{{0,160}}\b(?:yttrande|remissvar|remissen|svaret|ärendet))(?![^.]{{0,160}}\b(?:sända|skicka|remittera))"
    rf"[^.\n]{{0,120}}?\b(?P<date>den {DATE})",
    re.I,
)
# The line above says that a date is another one: to whom and when the case is put, the last day for answers.
_NOT_OURS = swedish(
    r"(?:\btill\b|nämnd(?:en)?|styrelsen|utskott(?:et)?|sammanträde(?!sprotokoll)|senast|remisstid|svarsdag|inkom|ankom|giltig)"
    r"[^\n]*$",
    re.I | re.M,
)


# The days of a board's meeting, the last day for answers, the day that the remiss was sent out.
_PUT_OFF = swedish(
    r"\btill\b.*nämnd|utskott|senast|remisstid|svarsdag|svar\b|inkom|ankom|giltig|ert datum|er(?:t|) ref",
    re.I,
)


def find_date(document: Document) -> Found | None:
    """Find the date of a response.

    A field ("Datum: …") decides, in minutes the day of the meeting, then a date alone on a line or in a cell
    of the opening, then a dating line with a place in the opening or at the end, then the day of the meeting
    where that is labelled as the document's only date, then the only date that stands alone, under whatever,
    and the day that the answer was decided on. Two different dates of the same standing are no answer.

    Returns
    -------
    Found or None
        The date in ISO form.
    """
    text, fields, head = document.text, document.fields, document.head
    closing = [m for m in _PLACED.finditer(text, *document.tail) if m.start() >= head.end]
    meeting = [f for f in fields if f.label == "meeting"]
    minutes = bool(_MINUTES.search(text, *head))
    alone = [m for area in (head, document.tail) for m in _ALONE.finditer(text, *area)]
    lone = [m for m in alone if not (_is_labelled(m, fields) or _CASE.search(text, *head))]
    by_cue: tuple[tuple[str, Sequence[Field | re.Match[str]]], ...] = (
        ("field", [f for f in fields if f.label == "date"]),
        ("minutes", [*meeting, *_MEETING_BELOW.finditer(text, *head)] if minutes else []),
        ("alone", [m for m in _ALONE.finditer(text, *head) if not _is_other(text, m, fields)]),
        ("dating line", [*_PLACED.finditer(text, *head), *closing]),
        ("meeting", meeting),
        ("minutes", [*_OF_MINUTES.finditer(text, *head)]),
        ("only date", [m for m in lone if not _PUT_OFF.search(_lines_above(text, m.start("date")))]),
        ("decided", [*_DECIDED.finditer(text, *head), *_DECIDED.finditer(text, *document.tail)]),
    )
    for cue, candidates in by_cue:
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
    if _is_labelled(match, fields):
        return True
    if match["date"].lower().startswith("den"):
        return True  # letterheads put "den 1 oktober 2024" under the board that is to meet
    line = text.rfind("\n", 0, start) + 1
    before = re.split(r"[ ]{2,}|\t", text[line:start].strip())[-1]
    return bool(_NOT_OURS.search(_cell_above(text, start)) or _NOT_OURS.search(before))


def _is_labelled(match: re.Match[str], fields: list[Field]) -> bool:
    start = match.start("date")
    return any(f.span.start <= start < f.span.end for f in fields if f.label != "date")


def _cell_above(text: str, offset: int) -> str:
    """Return what stands right above `offset`: of a line of several cells the one in the same column."""
    line = text.rfind("\n", 0, offset) + 1
    above = text[text.rfind("\n", 0, max(line - 1, 0)) + 1 : max(line - 1, 0)]
    column = offset - line
    cells = list(re.finditer(r"\S+(?: \S+)*", above))
    if "\t" in above or len(cells) < 2:
        return above
    return " ".join(c.group() for c in cells if c.start() < column + 10 and c.end() > column - 2)


def _lines_above(text: str, offset: int) -> str:
    """Return the two last lines with anything on them above `offset`, on one line."""
    lines = text[: text.rfind("\n", 0, offset) + 1].split("\n")
    return " ".join([line.strip() for line in lines if line.strip()][-2:])


def _line_above(text: str, offset: int) -> str:
    """Return the last line with anything on it above the one that `offset` lies in."""
    return text[: text.rfind("\n", 0, offset) + 1].rstrip().rpartition("\n")[2]
