"""Find the pages of a text that has lost its layout: form feeds, marks at line starts, page numbers.

Pages are half-open spans that partition the text; a text that shows no pages has none.
"""

from __future__ import annotations

import re
from statistics import quantiles

from remissnlp.records import Span

# A page that a text converter has marked: the line after the break begins with exactly one space.
_MARKED_LINE = re.compile(r"^ (?=\S)", re.M)
_PAGE_NUMBER = re.compile(
    r"^(?:.{0,60}?\b)?(?:sida|sidan|sid\.?|s\.)[ \t]*(?P<page>\d{1,4})[ \t]*"
    r"(?:\([ \t]*(?P<of>\d{1,4})[ \t]*\)|(?:/|av)[ \t]*(?P<of2>\d{1,4}))[ \t]*$"
    r"|^[ \t]*(?P<page3>\d{1,4})[ \t]?\([ \t]*(?P<of3>\d{1,4})[ \t]*\)[ \t]*$",
    re.M | re.I,
)
# How far from the start of its page a number at the head may stand, in lines with text.
_HEAD_LINES = 12
# A page head's lines are at most this part as long as the body's.
_SHORT = 0.75


def find_pages(text: str) -> tuple[Span, ...]:
    """Find the pages of `text`.

    Form feeds are page breaks wherever there is one. Otherwise a page begins with a line that starts with
    exactly one space, if the text itself starts so. Lines such as "Sida 4 (6)" or "4 (6)" add the pages
    that no mark shows, as long as they agree with the count so far.

    Parameters
    ----------
    text : str
        The text of a document.

    Returns
    -------
    tuple of Span
        Spans that partition the text, or nothing where it shows no pages.
    """
    if not text:
        return ()
    text = text.replace("\r\n", " \n").replace("\r", "\n")  # as long as it was
    if "\f" in text.strip("\f \t\r\n"):
        starts = _after_form_feeds(text)
    else:
        starts = _add_numbered(text, _marked(text))
    if not starts:
        return ()
    ends = [*starts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def _after_form_feeds(text: str) -> list[int]:
    """Return the page starts; a form feed ends its page, one before or after all text does nothing."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [0, *(match.end() for match in re.finditer("\f", text) if first < match.end() < last)]


def _marked(text: str) -> list[int]:
    """Return the starts of pages marked by one leading space.

    A page's text is stored without blank lines at its end, so a mark always follows a line with text; an
    indented line after a blank one, such as the second column of a signature, is not a mark.
    """
    if not _MARKED_LINE.match(text):
        return []
    starts = [0]
    for match in _MARKED_LINE.finditer(text, 1):
        line_before = text.rfind("\n", 0, match.start() - 1) + 1
        if text[line_before : match.start()].strip():
            starts.append(match.start())
    return starts


def _add_numbered(text: str, marked: list[int]) -> list[int]:
    """Add the pages that only a page number shows, where the numbers agree with the pages counted."""
    numbers = _page_numbers(text)
    if not numbers:
        return marked
    starts = marked[:1] or [0]
    ends = [*marked[1:], len(text)]
    for position, end in enumerate(ends):
        inside = [(number, match) for number, match in numbers if starts[-1] <= match.start() < end]
        for (number, match), following in zip(inside, [*inside[1:], None], strict=False):
            if number == len(starts) + 1:  # a new page has begun somewhere before this line
                start = _head_start(text, starts[-1], match.start())
                if text[starts[-1] : start].strip():
                    starts.append(start)
            elif (
                number == len(starts)
                and following is not None
                and following[0] == number + 1
                and not _at_head(text, starts[-1], match.start())
            ):  # the number stands at the foot: the page ends with its line
                starts.append(min(match.end() + 1, len(text)))
        if position < len(ends) - 1:
            starts.append(end)
    return starts if marked or len(starts) > 1 else []


def _page_numbers(text: str) -> list[tuple[int, re.Match[str]]]:
    """Return the page-number lines that belong to one count: the same total, no number above it."""
    found = []
    for match in _PAGE_NUMBER.finditer(text):
        number = int(match["page"] or match["page3"])
        total = int(match["of"] or match["of2"] or match["of3"])
        if 1 <= number <= total:
            found.append((total, number, match))
    totals = [total for total, _, _ in found]
    usual = max(totals, key=lambda total: (totals.count(total), total), default=0)
    return [(number, match) for total, number, match in found if total == usual]


def _at_head(text: str, page_start: int, position: int) -> bool:
    lines = [line for line in text[page_start:position].splitlines() if line.strip()]
    return len(lines) < _HEAD_LINES


def _head_start(text: str, page_start: int, number_start: int) -> int:
    """Return where the page whose number stands at `number_start` begins.

    The lines of a page head are short, end no sentence, and blank lines part them from the body. Of the
    blank stretches among them the widest is the page break, the nearest to the number where several are.
    """
    width = _body_width(text)
    start, widest = text.rfind("\n", 0, number_start) + 1, 0
    block_end = start
    for gap in reversed(list(re.finditer(r"\n(?:[ \t\r]*\n)+", text[page_start:number_start]))):
        gap_start, gap_end = gap.start() + page_start, gap.end() + page_start
        block = [line.strip() for line in text[gap_end:block_end].splitlines() if line.strip()]
        is_head = all(len(line) <= _SHORT * width and not line.endswith((".", "!", "?")) for line in block)
        if not is_head or text[gap_end:number_start].count("\n") > 2 * _HEAD_LINES:
            break
        if (height := gap.group().count("\n")) > widest:
            start, widest = gap_end, height
        block_end = gap_start
    return start if start > page_start else number_start


def _body_width(text: str) -> float:
    """Return how long the body's full lines are: nine lines in ten are shorter."""
    lengths = [len(line.strip()) for line in text.splitlines() if line.strip()]
    return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 80.0
