"""Pieces of text with their place on a page, and the lines that they make: for pdf and OCR alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

# In parts of the type's size ("em"): what makes a space, what may be a column's edge, and what is so wide
# that the two sides are cells of a row.
_SPACE = 0.18
_NEAR = 0.6
_CELL = 1.2
_STRETCHED = 5.0
_MARK_GAP = 4.0
_SAME_LINE = 0.3
_MARK = re.compile(
    # "e" and "o" are bullets too: the one as OCR reads it, the other as some writers set it.
    r"(?:[•●▪◦‣·*–—eo\-\uf000-\uf0ff]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zåäö]\)|[A-ZÅÄÖ]\.|§ ?\d{1,3})"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one baseline without a wide gap in it.

    ``x0``/``x1`` are its ends and ``y`` its baseline, downwards from the page's top, in any one unit.
    ``size`` is the height of its type and ``style`` its typeface's weight, as far as these are known.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    style: str = ""

    @property
    def middle(self) -> float:
        """The x in its middle."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height: one run, or several with wide gaps between them; or a drawn table's row."""

    cells: tuple[Run, ...]
    table: bool = False

    @property
    def y(self) -> float:
        """The baseline."""
        return self.cells[0].y

    @property
    def size(self) -> float:
        """The largest type in the row."""
        return max(cell.size for cell in self.cells)

    @property
    def style(self) -> str:
        """The style that all its cells share, if they do."""
        styles = {cell.style for cell in self.cells}
        return styles.pop() if len(styles) == 1 else ""

    @property
    def x0(self) -> float:
        """The left end."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return self.cells[-1].x1

    @property
    def text(self) -> str:
        """The cells with tabs between them; a space where the gap is too narrow for a cell's edge."""
        text = self.cells[0].text.strip()
        for before, cell in pairwise(self.cells):
            apart = self.table or cell.x0 - before.x1 >= _CELL * min(before.size, cell.size)
            text += ("\t" if apart else " ") + cell.text.strip()
        return text


def to_rows(runs: Iterable[Run]) -> list[Row]:
    """Group runs that share a baseline, top to bottom, and join those with no wide gap between them."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x0)):
        last = rows[-1] if rows else None
        if last and run.y - last[0].y <= _SAME_LINE * min(run.size, last[0].size):
            last.append(run)
        else:
            rows.append([run])
    return [Row(tuple(_join_near(sorted(row, key=lambda run: (run.x0, run.x1))))) for row in rows]


def _join_near(runs: Sequence[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before is None:
            joined.append(run)
            continue
        em = min(before.size, run.size)
        gap = run.x0 - before.x1
        marked = len(joined) == 1 and gap < _MARK_GAP * em and bool(_MARK.fullmatch(before.text.strip()))
        if gap < _NEAR * em or marked:
            joined[-1] = join(before, run, space=gap > _SPACE * em)
        else:
            joined.append(run)
    return list(unstretched(joined))


def unstretched(cells: Sequence[Run]) -> tuple[Run, ...]:
    """Return cells as they are, or as one where they are the words of a line that is spread out."""
    return (_as_one(cells),) if _is_stretched(cells) else tuple(cells)


def _is_stretched(words: Sequence[Run]) -> bool:
    """Whether these are the few words of a line that is spread out to fill its column."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    return (
        len(gaps) > 1
        and max(gaps) <= _STRETCHED * words[0].size
        and max(gaps) - min(gaps) <= 0.1 * max(gaps)
        and not any(" " in word.text.strip() for word in words)
    )


def _as_one(runs: Sequence[Run]) -> Run:
    return reduce(lambda left, right: join(left, right, space=True), runs)


def join(left: Run, right: Run, *, space: bool) -> Run:
    """Return two runs as one."""
    apart = space and not left.text.endswith(" ") and not right.text.startswith(" ")
    return Run(
        text=f"{left.text}{' ' if apart else ''}{right.text}",
        x0=min(left.x0, right.x0),
        x1=max(left.x1, right.x1),
        y=left.y,
        size=max(left.size, right.size),
        style=left.style if left.style == right.style else "",
    )
