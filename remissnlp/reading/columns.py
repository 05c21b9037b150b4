"""The order in which a page's rows are read: columns one after the other, tables row by row.

Two stretches of text beside each other are columns if both are running prose, or if their lines do not
stand at the same heights (a letterhead's blocks, a margin's contacts). Otherwise they are a table's cells.
The cuts are those of the XY-cut (Nagy & Seth 1984), but a cut must hold over several rows and is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from remissnlp.reading.runs import Row, unstretched

_NARROWEST = 0.6  # of a gutter, in em
_FAR = 4.0  # an empty height that ends a band, in em
_NEXT_LINE = 2.2  # the largest distance between lines that go on, in em
_DEEPEST = 4
_PROSE_ROWS = 4
_PROSE_WORDS = 3.0
_ABOUT_AS_WIDE = 1.25


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows ``[first, last)`` with an empty strip down through them, in the middle of which `x` lies."""

    first: int
    last: int
    x: float


def reading_order(rows: Sequence[Row], depth: int = 0) -> Iterator[list[Row]]:
    """Yield the rows of a page in blocks, in the order they are read.

    Parameters
    ----------
    rows : sequence of Row
        Top to bottom.
    depth : int
        How many cuts these rows are inside of.
    """
    plain: list[Row] = []
    rejected: list[_Band] = []
    at = 0
    while at < len(rows):
        band = _find_band(rows, at, rejected) if depth < _DEEPEST else None
        if band is None:
            plain.append(rows[at])
            at += 1
            continue
        above = _starts_above(plain, rows[at], band.x)
        members = [*plain[len(plain) - above :], *rows[at : band.last]]
        plain = plain[: len(plain) - above]
        if plain:
            yield plain
            plain = []
        left, right = _split(members, band.x)
        yield from reading_order(left, depth + 1)
        yield from reading_order(right, depth + 1)
        at = band.last
    if plain:
        yield plain


def _find_band(rows: Sequence[Row], at: int, rejected: list[_Band]) -> _Band | None:
    """Return the longest band of columns that begins with row `at`, if one does.

    Bands that turn out to be a table's are added to `rejected`; their strips are not followed once more
    from each of their rows.
    """
    rejected[:] = [band for band in rejected if band.last > at]
    found: list[_Band] = []
    for gap in _gaps(rows, at):
        if any(gap[0] < band.x < gap[1] for band in rejected):
            continue
        band = _extend(rows, at, gap)
        if band:
            accepted = _are_columns(rows[band.first : band.last], band.x)
            (found if accepted else rejected).append(band)
    return max(found, key=lambda band: band.last, default=None)


def _gaps(rows: Sequence[Row], at: int) -> Iterator[tuple[float, float]]:
    """Yield the empty stretches of a row, or between a row and one beside it that stands a bit lower."""
    row = rows[at]
    if row.table:
        return
    for before, after in zip(row.cells, row.cells[1:], strict=False):
        yield before.x1, after.x0
    if at + 1 < len(rows) and rows[at + 1].y - row.y < 0.8 * row.size:
        beside = rows[at + 1]
        if row.x1 < beside.x0:
            yield row.x1, beside.x0
        elif beside.x1 < row.x0:
            yield beside.x1, row.x0


def _extend(rows: Sequence[Row], at: int, gap: tuple[float, float]) -> _Band | None:
    """Follow an empty strip downwards for as long as it is wide enough."""
    left, right = gap
    last = at
    for row in rows[at:]:
        if row.table or (last > at and row.y - rows[last - 1].y > _FAR * row.size):
            break
        narrowed = _still_empty(row, left, right)
        if narrowed[1] - narrowed[0] < _NARROWEST * row.size:
            break
        left, right = narrowed
        last += 1
    x = (left + right) / 2
    last = _without_tail(rows, at, last, x)
    return _Band(at, last, x) if last - at > 1 else None


def _still_empty(row: Row, left: float, right: float) -> tuple[float, float]:
    """Return the widest part of ``(left, right)`` that the row leaves empty."""
    widest = (left, left)
    start = left
    for cell in row.cells:
        if cell.x1 <= left or cell.x0 >= right:
            continue
        if cell.x0 - start > widest[1] - widest[0]:
            widest = (start, cell.x0)
        start = max(start, cell.x1)
    return (start, right) if right - start > widest[1] - widest[0] else widest


def _without_tail(rows: Sequence[Row], first: int, last: int, x: float) -> int:
    """Return where a band ends without the rows below it that stand apart, on one side only."""
    sides = [(row.x0 < x, row.x1 > x) for row in rows[first:last]]
    both = max((i for i, side in enumerate(sides) if side[0] and side[1]), default=-1)
    changes = max((i for i in range(1, len(sides)) if sides[i] != sides[i - 1]), default=-1)
    kept = first + max(both, changes) + 1
    side = 0 if kept < last and sides[kept - first][0] else 1
    previous = [row for row, has in zip(rows[first:kept], sides, strict=False) if has[side]]
    while kept < last and previous and rows[kept].y - previous[-1].y <= _NEXT_LINE * rows[kept].size:
        previous.append(rows[kept])
        kept += 1
    return kept


def _starts_above(plain: Sequence[Row], first: Row, x: float) -> int:
    """Return how many of the last rows above a band belong to its right column, which starts higher."""
    count = 0
    below = first
    for row in reversed(plain):
        if row.x0 < x or row.table or below.y - row.y > _NEXT_LINE * row.size:
            break
        below = row
        count += 1
    return count


def _split(rows: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        for side, cells in zip(
            sides,
            (tuple(c for c in row.cells if c.middle < x), tuple(c for c in row.cells if c.middle >= x)),
            strict=True,
        ):
            if cells:
                side.append(Row(unstretched(cells)))
    return sides


def _are_columns(rows: Sequence[Row], x: float) -> bool:
    left, right = _split(rows, x)
    if len(left) < 2 or len(right) < 2:
        return False
    if left[-1].y <= right[0].y or right[-1].y <= left[0].y:  # one below the other
        return False
    if (_is_prose(left) and _is_prose(right)) or _flow_apart(rows, left, right, x):
        return True
    abreast = len(left) + len(right) - len(rows)
    return abreast < 0.6 * min(len(left), len(right))


def _flow_apart(rows: Sequence[Row], left: Sequence[Row], right: Sequence[Row], x: float) -> bool:
    """Whether two sides of the same width each run on by themselves.

    Both have lines that go on with a sentence, and somewhere one side goes on while the other begins anew,
    which the cells of a table's row do not.
    """
    widths = sorted(max(row.x1 for row in side) - min(row.x0 for row in side) for side in (left, right))
    if widths[1] > _ABOUT_AS_WIDE * widths[0] or min(len(left), len(right)) < _PROSE_ROWS:
        return False
    words = min(fmean(len(row.text.split()) for row in side) for side in (left, right))
    goes_on = [{row.y for above, row in pairwise(side) if _goes_on(above, row)} for side in (left, right)]
    if right[0].text[:1].islower():
        goes_on[1].add(right[0].y)  # a sentence goes on from the end of the left column
    if min(map(len, goes_on)) < (1 if words >= _PROSE_WORDS else 2):
        return False
    beside = [row.y for row in rows if row.x0 < x < row.x1]
    return any((y in goes_on[0]) != (y in goes_on[1]) for y in beside)


def _goes_on(above: Row, row: Row) -> bool:
    return row.text[:1].islower() and not above.text.endswith((".", "!", "?", ":"))


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether the rows are running text: several words a line, most lines about as wide as the widest."""
    widest = max(row.x1 - row.x0 for row in rows)
    full = sum(row.x1 - row.x0 >= 0.7 * widest for row in rows)
    words = fmean(len(row.text.split()) for row in rows)
    return len(rows) >= _PROSE_ROWS and words >= _PROSE_WORDS and full >= 0.5 * len(rows)
