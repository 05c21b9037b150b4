"""Text to blocks and sentences: what is running text, what is furniture, and how it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from remissnlp.embedding.words import Words, load_words
from remissnlp.layout.blocks import Draft, build_drafts
from remissnlp.layout.furniture import find_furniture
from remissnlp.layout.lines import CELL_BORDER, column_width, split_lines
from remissnlp.layout.reading import make_reading
from remissnlp.layout.records import FLOW, Block, Layout, Sentence
from remissnlp.layout.repair import Repair, find_repairs
from remissnlp.layout.sentences import sentence_bounds
from remissnlp.layout.threads import find_quoted
from remissnlp.records import Remissvar, Span

__all__ = ["Block", "Layout", "Sentence", "analyse_layout"]


def analyse_layout(remissvar: Remissvar, *, words: Words | None = None) -> Layout:
    """Find the blocks and sentences of a remissvar.

    Parameters
    ----------
    remissvar : Remissvar
        The response; only its text and pages are looked at.
    words : Words, optional
        Swedish word knowledge; the embedded one by default.

    Returns
    -------
    Layout
        Blocks in reading order. Every visible character of the text lies in exactly one block.
    """
    words = words or load_words()
    text = remissvar.text
    repairs = find_repairs(text, words)
    lines = split_lines(text, remissvar.pages)
    width = column_width(lines)
    kinds = find_furniture(lines, width)
    for quoted in find_quoted(text):
        kinds |= {
            n: "quoted"
            for n, line in enumerate(lines)
            if quoted.start <= line.start < quoted.end and not line.blank
        }
    bullets = frozenset(repair.start for repair in repairs if repair.replacement == "•")
    drafts = list(build_drafts(lines, kinds, width, bullets))
    for draft, following in zip_longest(drafts, drafts[1:]):
        if draft and draft.kind == "heading" and draft.text.endswith("?") and not _is_flow(following):
            draft.kind = "paragraph"  # a question with nothing under it is asked, and heads nothing
    return Layout(tuple(_finish(text, draft, repairs, words) for draft in drafts))


def _is_flow(draft: Draft | None) -> bool:
    return draft is not None and draft.kind in FLOW


def _finish(text: str, draft: Draft, repairs: Sequence[Repair], words: Words) -> Block:
    spans = tuple(draft.spans)
    reading = make_reading(text, spans, repairs, words)
    if draft.kind not in FLOW or draft.kind == "heading":
        return Block(draft.kind, spans, reading)
    sentences = tuple(
        Sentence(part, said, number)
        for number, cell in enumerate(_cells(text, spans[0]) if draft.kind == "row" else [spans])
        for part in _sentence_spans(text, cell)
        if (said := make_reading(text, part, repairs, words))  # soft hyphens alone say nothing
    )
    return Block(draft.kind, spans, reading, sentences)


def _cells(text: str, row: Span) -> Iterator[tuple[Span, ...]]:
    """Yield the cells of a table's row, also empty ones."""
    line = text[row.start : row.end]
    start = 0
    for border in CELL_BORDER.finditer(line):
        if border.start():  # an upright stroke before the first cell parts nothing
            yield (Span(row.start + start, row.start + border.start()),)
        start = border.end()
    yield (Span(row.start + start, row.end),)


def _sentence_spans(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield the source spans of each sentence in the text that `spans` make up together."""
    flow = "".join(text[start:end] for start, end in spans)
    for start, end in sentence_bounds(flow):
        yield tuple(_back_to_source(spans, start, end))


def _back_to_source(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    offset = 0
    for span in spans:
        length = span.end - span.start
        low, high = max(start, offset), min(end, offset + length)
        if low < high:
            yield Span(span.start + low - offset, span.start + high - offset)
        offset += length
