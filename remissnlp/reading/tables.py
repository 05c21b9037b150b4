"""Tables: drawn ones, whose lines make a grid, and rows whose wrapped cells stand in line without any."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from remissnlp.reading.runs import Row, Run, to_rows

_TOUCH = 3.0  # lines that end this near each other meet
_SAME = 3.0  # lines this near each other are one, drawn twice
_MOST_LINES = 1000  # a map or a drawing has more
_IN_LINE = 0.6  # in em: cells that begin this near each other stand in one column
_NEXT_LINE = 2.2  # in em
_ENDS = (".", "!", "?", ":", ";")
_BROKEN_WORD = re.compile(r"(?<=[a-zåäöé])[-\xad] (?=[a-zåäöé])(?!(?:och|eller|samt|respektive|som)\b)")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line, level or upright; in the same unit and direction as runs."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Heights of a table's level lines, and the x of its upright ones."""

    ys: tuple[float, ...]
    xs: tuple[float, ...]


def take_tables(runs: Sequence[Run], rulings: Sequence[Ruling]) -> tuple[list[Row], list[Run]]:
    """Return the rows of the drawn tables on a page, and the runs that stand outside of them.

    The lines of a cell are joined with spaces, so that a row of the table is one line of text however its
    cells are wrapped. A frame around text is no table, and neither is a grid of one column.
    """
    rows: list[Row] = []
    others = list(runs)
    for grid in _grids(rulings):
        inside = [run for run in others if _is_in(run, grid)]
        found = _table_rows(inside, grid)
        if found:
            rows += found
            taken = set(map(id, inside))
            others = [run for run in others if id(run) not in taken]
    return rows, others


def _grids(rulings: Sequence[Ruling]) -> list[_Grid]:
    """Return the grids that lines make: at least two level and three upright lines that meet."""
    if len(rulings) > _MOST_LINES:
        return []
    grids = []
    for group in _connected(rulings):
        ys = _distinct(r.y0 for r in group if r.level)
        xs = _distinct(r.x0 for r in group if not r.level)
        if len(ys) >= 2 and len(xs) >= 3:
            grids.append(_Grid(ys, xs))
    return grids


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Group lines that meet, by sweeping down the page."""
    groups: list[tuple[list[Ruling], list[float]]] = []
    for ruling in sorted(rulings, key=lambda r: (r.y0, r.x0)):
        box = [ruling.x0, ruling.y0, ruling.x1, ruling.y1]
        members = [ruling]
        apart = []
        for group, other in groups:
            if (
                other[0] - _TOUCH <= box[2]
                and box[0] <= other[2] + _TOUCH
                and other[1] - _TOUCH <= box[3]
                and box[1] <= other[3] + _TOUCH
            ):
                members = group + members
                box = [
                    min(box[0], other[0]),
                    min(box[1], other[1]),
                    max(box[2], other[2]),
                    max(box[3], other[3]),
                ]
            else:
                apart.append((group, other))
        groups = [*apart, (members, box)]
    return [group for group, _ in groups]


def _distinct(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SAME:
            kept.append(value)
    return tuple(kept)


def _is_in(run: Run, grid: _Grid) -> bool:
    return (
        grid.xs[0] - _TOUCH <= run.middle <= grid.xs[-1] + _TOUCH
        and grid.ys[0] <= run.y <= grid.ys[-1] + _TOUCH
    )


def _table_rows(runs: Sequence[Run], grid: _Grid) -> list[Row]:
    cells: dict[int, dict[int, list[Run]]] = {}
    for run in runs:
        row = bisect.bisect_right(grid.ys, run.y - 0.1 * run.size)
        column = bisect.bisect_right(grid.xs, run.middle)
        cells.setdefault(row, {}).setdefault(column, []).append(run)
    if all(len(row) < 2 for row in cells.values()):
        return []
    return [
        Row(tuple(_joined(found) for _, found in sorted(row.items())), table=True)
        for _, row in sorted(cells.items())
    ]


def _joined(runs: Sequence[Run]) -> Run:
    """Return a cell's lines as one run; a word broken at a line's end is whole again."""
    rows = to_rows(runs)
    text = _BROKEN_WORD.sub("", " ".join(cell.text.strip() for row in rows for cell in row.cells))
    first = rows[0].cells[0]
    return Run(text, min(r.x0 for r in runs), max(r.x1 for r in runs), first.y, first.size, first.style)


def join_wrapped(rows: Sequence[Row]) -> list[Row]:
    """Join the wrapped lines of a table's cells where no lines are drawn, so that its row is one line.

    A line goes on in a cell above it if it begins where the cell does, in lower case, and the cell has not
    come to the end of a sentence. Only rows of a table, several with their cells in line, are joined.
    """
    result: list[Row] = []
    last: Row | None = None  # the last line of the table's row that `result` ends in
    for row in rows:
        if last is not None and _goes_on(result[-1], last, row):
            result[-1] = _with_line(result[-1], row)
        else:
            result.append(row)
        last = row if len(result[-1].cells) > 1 and not row.table and _is_repeated(rows, result[-1]) else None
    return result


def _is_repeated(rows: Sequence[Row], row: Row) -> bool:
    """Tell whether other rows have as many cells, and in line with those of `row`."""
    return any(
        other is not row
        and abs(other.y - row.y) > _SAME
        and len(other.cells) == len(row.cells)
        and all(abs(a.x0 - b.x0) <= _IN_LINE * row.size for a, b in zip(other.cells, row.cells, strict=True))
        for other in rows
    )


def _goes_on(whole: Row, last: Row, row: Row) -> bool:
    if row.table or not 0 < row.y - last.y <= _NEXT_LINE * row.size:
        return False
    above = [_cell_above(whole, cell) for cell in row.cells]
    return all(
        cell is not None and part.text.lstrip()[:1].islower() and not cell.text.rstrip().endswith(_ENDS)
        for cell, part in zip(above, row.cells, strict=True)
    )


def _cell_above(whole: Row, part: Run) -> Run | None:
    return next((cell for cell in whole.cells if abs(cell.x0 - part.x0) <= _IN_LINE * part.size), None)


def _with_line(whole: Row, row: Row) -> Row:
    cells = []
    for cell in whole.cells:
        more = " ".join(part.text.strip() for part in row.cells if _cell_above(whole, part) is cell)
        text = _BROKEN_WORD.sub("", f"{cell.text.rstrip()} {more}") if more else cell.text
        cells.append(replace(cell, text=text))
    return Row(tuple(cells), table=True)
