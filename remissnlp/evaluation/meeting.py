"""Where a coding and a run meet: which synpunkt answers to each passage, and which code to each tema."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from remissnlp.evaluation.measures import Codes, Floats, best_assignment
from remissnlp.evaluation.placing import Placed, by_unit
from remissnlp.evaluation.records import Passage
from remissnlp.records import Run, Span, Synpunkt, Tema

SHARE = 0.5
"""Least share of a passage's characters that a synpunkt holds for the passage to count as found."""


@dataclass(frozen=True)
class Meeting:
    """Passages and synpunkter of the coded responses. Sequences with one entry a passage say so.

    Attributes
    ----------
    unit
        Number of each passage's place; passages of several coders share one.
    synpunkt
        The synpunkt that holds most of each passage, None where none holds half of it.
    cluster
        A number for each passage's tema; a passage without one has a number of its own.
    size, hit
        Characters of each passage, blanks aside, and how many of them stand in any synpunkt.
    shared
        How many passages a tema and a code share.
    assigned
        Tema → code, one to one, see `best_assignment`.
    """

    passages: tuple[Passage, ...]
    synpunkter: tuple[Synpunkt, ...]
    teman: tuple[Tema, ...]
    texts: Mapping[str, str]
    files: Mapping[str, str]
    unit: Sequence[int]
    synpunkt: Sequence[Synpunkt | None]
    cluster: Sequence[int]
    size: Sequence[int]
    hit: Sequence[int]
    shared: Mapping[tuple[str, str], int]
    assigned: Mapping[str, str]
    coded_by: Mapping[str, frozenset[str]]

    @property
    def coders(self) -> tuple[str, ...]:
        """The coders by name."""
        return tuple(sorted({p.coder for p in self.passages}))

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each tema is called."""
        return {tema.id: tema.label for tema in self.teman}

    def machine_code(self, i: int) -> Codes:
        """Return the machine's code of a passage: its tema's, else one that no person uses."""
        point = self.synpunkt[i]
        if point is None or point.tema is None:
            return frozenset({f"\0{i}"})
        return frozenset({self.assigned.get(point.tema, f"\0{point.tema}")})

    def same_stance(self, i: int) -> bool:
        """Tell whether the machine sees the stance that the coder sees."""
        point = self.synpunkt[i]
        return point is not None and point.stance == self.passages[i].stance

    def found_characters(self, coder: str) -> tuple[Floats, Floats]:
        """Return the characters of each synpunkt, and how many of them the coder coded.

        Synpunkter of responses that the coder has no passage in count nothing.
        """
        said = np.zeros(len(self.synpunkter))
        coded = np.zeros(len(self.synpunkter))
        theirs: dict[str, set[int]] = defaultdict(set)
        for passage in self.passages:
            if passage.coder == coder:
                theirs[passage.remissvar] |= self.characters(passage.remissvar, passage.spans)
        for i, point in enumerate(self.synpunkter):
            if coder in self.coded_by[point.remissvar]:
                own = self.characters(point.remissvar, places(point))
                said[i], coded[i] = len(own), len(own & theirs[point.remissvar])
        return said, coded

    def characters(self, remissvar: str, spans: Sequence[Span]) -> set[int]:
        """Return the places of the characters in some spans, blanks aside."""
        return characters(self.texts[remissvar], spans)

    @cached_property
    def codes_of_units(self) -> dict[int, dict[str, Codes]]:
        """The codes of each place, coder by coder."""
        found: dict[int, dict[str, Codes]] = defaultdict(dict)
        for unit, passage in zip(self.unit, self.passages, strict=True):
            found[unit][passage.coder] = found[unit].get(passage.coder, frozenset()) | passage.codes
        return dict(found)

    @cached_property
    def first_of_unit(self) -> dict[int, int]:
        """The first passage of each place."""
        return {unit: i for i, unit in reversed(list(enumerate(self.unit)))}

    @cached_property
    def main_code(self) -> dict[str, str]:
        """The code that most passages of each tema have; the first by name where several have as many."""
        best: dict[str, tuple[int, str]] = {}
        for (tema, code), n in self.shared.items():
            if tema not in best or (-n, code) < best[tema]:
                best[tema] = (-n, code)
        return {tema: code for tema, (_, code) in best.items()}


def places(point: Synpunkt) -> list[Span]:
    """Return everywhere a synpunkt stands, repeats in the summary among them."""
    return [*point.spans, *(span for repeat in point.repeats for span in repeat)]


def characters(text: str, spans: Sequence[Span]) -> set[int]:
    """Return the places of the characters of `text` in some spans, blanks aside."""
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def meet(run: Run, placed: Placed) -> Meeting:
    """Find what answers to what; see `Meeting`."""
    texts = {r.id: r.text for r in run.remissvar}
    coded = set(placed.coded)
    points = tuple(s for s in run.synpunkter if s.remissvar in coded)
    holds: dict[str, list[tuple[Synpunkt, set[int]]]] = defaultdict(list)
    for point in points:
        holds[point.remissvar].append((point, characters(texts[point.remissvar], places(point))))
    all_found = {name: set().union(*(own for _, own in some)) for name, some in holds.items()}
    synpunkt: list[Synpunkt | None] = []
    size, hit = [], []
    for passage in placed.passages:
        own = characters(texts[passage.remissvar], passage.spans)
        near = holds.get(passage.remissvar, [])
        best = max(near, key=lambda pair: len(pair[1] & own), default=None)
        enough = best is not None and len(best[1] & own) >= SHARE * len(own)
        synpunkt.append(best[0] if best and enough else None)
        size.append(len(own))
        hit.append(len(own & all_found.get(passage.remissvar, set())))
    shared = Counter(
        (point.tema, code)
        for passage, point in zip(placed.passages, synpunkt, strict=True)
        if point and point.tema
        for code in sorted(passage.codes)
    )
    return Meeting(
        passages=placed.passages,
        synpunkter=points,
        teman=run.teman,
        texts=texts,
        files={r.id: r.source for r in run.remissvar},
        unit=by_unit(placed.passages),
        synpunkt=synpunkt,
        cluster=_clusters(synpunkt),
        size=size,
        hit=hit,
        shared=shared,
        assigned=best_assignment(shared),
        coded_by=_coded_by(placed),
    )


def _clusters(synpunkt: Sequence[Synpunkt | None]) -> list[int]:
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(point.tema if point and point.tema else f"\0{i}", len(numbers))
        for i, point in enumerate(synpunkt)
    ]


def _coded_by(placed: Placed) -> dict[str, frozenset[str]]:
    """Return who coded each response; one that nobody found anything in was read by all."""
    coders: dict[str, set[str]] = {name: set() for name in placed.coded}
    for passage in placed.passages:
        coders[passage.remissvar].add(passage.coder)
    everybody = frozenset(p.coder for p in placed.passages)
    return {name: frozenset(some) or everybody for name, some in coders.items()}
