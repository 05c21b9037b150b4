"""A remissvar's exact text cut where something begins or ends: a page, a kind of text, a synpunkt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from remissnlp.records import Coverage, Remissvar, Span, Synpunkt

_UNSAFE_IN_ANCHOR = re.compile(r"[^A-Za-z0-9.-]")


class Piece(NamedTuple):
    """A stretch of text that is one and the same thing from end to end.

    Attributes
    ----------
    text : str
        The exact text.
    kind : str
        What became of it, as in `Coverage`.
    page : int or None
        The page that begins here.
    synpunkt : str or None
        The synpunkt that stands here, in ``spans`` or in a repeat.
    anchor : str or None
        The place's name for links, on its first piece only.
    is_last : bool
        Whether this is the last piece of its place: the link back to the tema follows it.
    """

    text: str
    kind: str
    page: int | None = None
    synpunkt: str | None = None
    anchor: str | None = None
    is_last: bool = False


class _Mark(NamedTuple):
    span: Span
    kind: str
    synpunkt: str
    anchor: str | None
    is_last: bool


def anchor(prefix: str, name: str) -> str:
    """Return a name for links made of an id; different ids never give the same one."""
    return f"{prefix}-{_UNSAFE_IN_ANCHOR.sub(lambda m: f'_{ord(m[0]):x}_', name)}"


def repeat_anchor(synpunkt: Synpunkt, number: int) -> str:
    """Return the name for links of a synpunkt's repeat, counted from 1."""
    return anchor(f"u{number}", synpunkt.id)


def cut_text(
    remissvar: Remissvar, synpunkter: Iterable[Synpunkt], coverage: Iterable[Coverage]
) -> list[Piece]:
    """Return the pieces of a text; joined, they are the text.

    Parameters
    ----------
    remissvar : Remissvar
    synpunkter, coverage
        Those of this remissvar.
    """
    text = remissvar.text
    marks = sorted(_marks(synpunkter), key=lambda mark: mark.span)
    kinds = sorted((part.start, part.end, part.kind) for part in coverage)
    pages = {page.start: number for number, page in enumerate(remissvar.pages, 1)}
    cuts = {0, len(text), *pages}
    for mark in marks:
        cuts.update(mark.span)
    for start, end, _ in kinds:
        cuts.update((start, end))
    ordered = sorted(offset for offset in cuts if 0 <= offset <= len(text))

    pieces: list[Piece] = []
    mark_at = kind_at = 0
    for start, end in pairwise(ordered):
        while mark_at < len(marks) and marks[mark_at].span.end <= start:
            mark_at += 1
        while kind_at < len(kinds) and kinds[kind_at][1] <= start:
            kind_at += 1
        page = pages.get(start)
        if mark_at < len(marks) and marks[mark_at].span.start <= start:
            span, kind, synpunkt, name, is_last = marks[mark_at]
            begins, ends = span.start == start, span.end == end
            pieces.append(
                Piece(text[start:end], kind, page, synpunkt, name if begins else None, is_last and ends)
            )
        else:
            kind = kinds[kind_at][2] if kind_at < len(kinds) and kinds[kind_at][0] <= start else "other"
            pieces.append(Piece(text[start:end], kind, page))
    return pieces


def _marks(synpunkter: Iterable[Synpunkt]) -> Iterator[_Mark]:
    for synpunkt in synpunkter:
        places = [("synpunkt", anchor("m", synpunkt.id), synpunkt.spans)]
        places += [
            ("repeat", repeat_anchor(synpunkt, number), spans)
            for number, spans in enumerate(synpunkt.repeats, 1)
        ]
        for kind, name, spans in places:
            for n, span in enumerate(spans):
                yield _Mark(span, kind, synpunkt.id, name if n == 0 else None, n == len(spans) - 1)
