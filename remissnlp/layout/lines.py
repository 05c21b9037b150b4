"""Text to lines: what each line looks like, before anything is said of what it is."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from remissnlp.records import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
_SPACE = re.compile(r"\s+")
CELL_BORDER = re.compile(r"[^\S\t]*(?:\t|(?<=\s)\|(?=\s)|^\||(?<=\s)\|$)[^\S\t]*")
"""What stands between the cells of a table's row."""


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line. ``[start, end)`` holds the visible text, ``stop`` is after the line break.

    ``row`` tells a row of a table: its cells stand on one line with tabs or upright strokes between them.
    """

    start: int
    end: int
    stop: int
    text: str
    page: int
    row: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing visible stands on the line."""
        return self.start == self.end


def split_lines(text: str, pages: Sequence[Span] = ()) -> tuple[Line, ...]:
    """Split `text` into lines that together cover every character.

    Parameters
    ----------
    text : str
        The extracted text.
    pages : sequence of Span
        Page ranges, in order; lines are numbered with the page (0-based) that they start in.

    Returns
    -------
    tuple of Line
        ``text`` of a line has its white space collapsed; offsets are those of `text`.
    """
    starts = [page.start for page in pages]
    lines = []
    for match in _LINE.finditer(text):
        if match.start() == match.end():
            continue
        raw = match.group()
        left = match.start() + len(raw) - len(raw.lstrip())
        right = max(left, match.start() + len(raw.rstrip()))
        if left >= match.end():
            left = right = match.start()
        page = max(0, bisect.bisect_right(starts, left) - 1)
        visible = text[left:right]
        lines.append(
            Line(left, right, match.end(), _SPACE.sub(" ", visible), page, bool(CELL_BORDER.search(visible)))
        )
    return tuple(lines)


def column_width(lines: Sequence[Line]) -> int:
    """Return the width of the text column: the 90th percentile of the lines' lengths.

    Text that is not broken into short lines (one paragraph a line) has no column: its width is 0.
    """
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if not lengths:
        return 0
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if width <= 160 else 0
