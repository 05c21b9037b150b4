"""Rows in reading order to text: a line a row, a blank line between paragraphs, a form feed between pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from remissnlp.reading.cleaning import clean
from remissnlp.reading.columns import reading_order
from remissnlp.reading.runs import Row, Run, to_rows
from remissnlp.reading.tables import Ruling, join_wrapped, take_tables
from remissnlp.records import Span

Blocks = tuple[tuple[Row, ...], ...]

_WIDER = 1.3  # than the usual distance between lines: a new paragraph
_USUAL_AT_LEAST, _USUAL_AT_MOST = 0.9, 2.2
_OTHER_SIZE = 0.12
_INDENT_LEAST, _INDENT_MOST = 0.8, 4.0


def arrange(runs: Sequence[Run], rulings: Sequence[Ruling] = ()) -> Blocks:
    """Return the rows of one page in blocks, in the order they are read.

    Parameters
    ----------
    runs : sequence of Run
        The page's text in any order.
    rulings : sequence of Ruling
        Straight lines drawn on the page, which may make tables.
    """
    tables, others = take_tables(runs, rulings)
    rows = sorted([*tables, *to_rows(others)], key=lambda row: (row.y, row.x0))
    return tuple(tuple(join_wrapped(block)) for block in reading_order(rows))


def to_text(pages: Sequence[Blocks]) -> tuple[str, tuple[Span, ...]]:
    """Return the text of a document and its pages, which partition it.

    Every page but the last ends in a form feed.
    """
    usual = _usual_distance(pages)
    texts = [clean(_page(blocks, usual)).strip() + "\n" for blocks in pages]
    text = "\f".join(texts)
    spans = []
    start = 0
    for number, page in enumerate(texts, 1):
        end = start + len(page) + (number < len(texts))
        spans.append(Span(start, end))
        start = end
    return text, tuple(spans)


def _usual_distance(pages: Iterable[Blocks]) -> float:
    """Return the distance between the lines of a paragraph, in parts of the type's size."""
    distances = sorted(
        (below.y - above.y) / above.size
        for blocks in pages
        for block in blocks
        for above, below in pairwise(block)
        if _same_size(above, below) and not above.table
    )
    if not distances:
        return _USUAL_AT_LEAST
    return min(max(distances[int(0.3 * (len(distances) - 1))], _USUAL_AT_LEAST), _USUAL_AT_MOST)


def _page(blocks: Blocks, usual: float) -> str:
    return "\n\n".join(_block(block, usual) for block in blocks)


def _block(rows: Sequence[Row], usual: float) -> str:
    text = rows[0].text if rows else ""
    for i in range(1, len(rows)):
        text += ("\n\n" if _begins_paragraph(rows, i, usual) else "\n") + rows[i].text
    return text


def _begins_paragraph(rows: Sequence[Row], i: int, usual: float) -> bool:
    above, row = rows[i - 1], rows[i]
    if above.table or row.table:
        return above.table != row.table or row.y < above.y
    if row.y - above.y > _WIDER * usual * max(above.size, row.size) or row.y < above.y:
        return True
    goes_on = row.text[:1].islower() and not above.text.endswith((".", "!", "?", ":"))
    other_style = bool(above.style and row.style and above.style != row.style)
    if not goes_on and (other_style or not _same_size(above, row)):
        return True
    return _is_indented(rows, i)


def _is_indented(rows: Sequence[Row], i: int) -> bool:
    """Whether row `i` begins a paragraph by being indented from the lines above and below."""
    if i + 1 >= len(rows):
        return False
    above, row, below = rows[i - 1], rows[i], rows[i + 1]
    indents = (row.x0 - above.x0, row.x0 - below.x0)
    return all(_INDENT_LEAST * row.size <= indent <= _INDENT_MOST * row.size for indent in indents)


def _same_size(one: Row, other: Row) -> bool:
    return abs(one.size - other.size) <= _OTHER_SIZE * max(one.size, other.size)
