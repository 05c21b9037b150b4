"""The coverage account: what became of every character of a response."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from remissnlp.extraction.grouping import Judged
from remissnlp.extraction.sections import Placed
from remissnlp.layout.records import BlockKind
from remissnlp.records import Coverage, CoverageKind, Remissvar, Span, Synpunkt

_KINDS: dict[BlockKind, CoverageKind] = {
    "heading": "heading",
    "furniture": "furniture",
    "footnote": "furniture",
    "contact": "contact",
    "signature": "signature",
    "attachment": "other",
    "quoted": "other",
    "paragraph": "background",
    "bullet": "background",
    "row": "background",
}
_Mark = tuple[CoverageKind, str | None]


def cover(
    remissvar: Remissvar,
    placed: Sequence[Placed] = (),
    judged: Sequence[Judged] = (),
    synpunkter: Sequence[Synpunkt] = (),
    personal: Sequence[Span] = (),
) -> tuple[Coverage, ...]:
    """Account for every character: what is nowhere else is ``"other"``.

    White space belongs to what stands before it, unless that is a synpunkt or a repeat, whose
    extents are exact.
    """
    text = remissvar.text
    marks: list[_Mark] = [("other", None)] * len(text)

    def paint(spans: Iterable[Span], mark: _Mark) -> None:
        for start, end in spans:
            marks[start:end] = [mark] * (end - start)

    for place in placed:
        kind = _KINDS[place.block.kind]
        if place.section == "decision" and kind == "background":
            kind = "decision"
        paint(place.block.spans, (kind, None))
    for one in judged:
        if one.judgement.role == "decision":
            paint(one.sentence.spans, ("decision", None))
        elif one.judgement.role == "no_opinion":
            paint(one.sentence.spans, ("other", None))
    _spread_over_space(text, marks)
    for point in synpunkter:
        paint(point.spans, ("synpunkt", point.id))
        for repeat in point.repeats:
            paint(repeat, ("repeat", point.id))
    paint(personal, ("contact", None))
    return tuple(_runs(remissvar.id, marks))


def _spread_over_space(text: str, marks: list[_Mark]) -> None:
    for i, char in enumerate(text):
        if i and char.isspace():
            marks[i] = marks[i - 1]


def _runs(remissvar: str, marks: Sequence[_Mark]) -> Iterable[Coverage]:
    start = 0
    for i in range(1, len(marks) + 1):
        if i == len(marks) or marks[i] != marks[start]:
            kind, synpunkt = marks[start]
            yield Coverage(remissvar, start, i, kind, synpunkt)
            start = i
