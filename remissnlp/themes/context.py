"""What is known of each text beside its words; everything is optional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

NEARBY = 3
"""Places from which on two texts no longer stand near each other."""


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """What the pipeline knows of the texts, in the same order as the texts.

    Attributes
    ----------
    remissvar
        Id of the remissvar each text stands in.
    remisser
        Id of the remiss that remissvar answers, None where it is not known.
    sections
        Heading each text stands under, None where there is none.
    refers_to
        Headings of the remitted document that each text refers to.
    matters
        A mark that texts share where one carries on what the other began, such as their paragraph.
    places
        Where in its remissvar each text stands among the others: 0, 1, 2 …; None where that says nothing.
        Without `remissvar` all are taken to stand in one.
    summaries
        The remissvar's id for a text that stands in its summary, None for any other.
    ignore
        Names that carry no content in this consultation: bodies, titles of the remisser.
    common
        For each remiss the stems of words that everybody who answers it uses, see `words.common_stems`; under
        None those for a text whose remiss is not there.

    An empty tuple means that the matter is not known for any text.
    """

    remissvar: tuple[str, ...] = ()
    remisser: tuple[str | None, ...] = ()
    sections: tuple[str | None, ...] = ()
    refers_to: tuple[tuple[str, ...], ...] = ()
    matters: tuple[str | None, ...] = ()
    places: tuple[int | None, ...] = ()
    summaries: tuple[str | None, ...] = ()
    ignore: tuple[str, ...] = ()
    common: Mapping[str | None, frozenset[str]] = field(default_factory=dict)

    PER_TEXT: ClassVar[tuple[str, ...]] = (
        "remissvar",
        "remisser",
        "sections",
        "refers_to",
        "matters",
        "places",
        "summaries",
    )

    @property
    def windows(self) -> tuple[tuple[str, ...], ...]:
        """Return the runs of `NEARBY` places that each text stands in: two that are near share some."""
        names = self.remissvar or ("",) * len(self.places)
        return tuple(
            () if place is None else tuple(f"{name}\0{place + k}" for k in range(NEARBY))
            for name, place in zip(names, self.places, strict=True)
        )

    def common_to(self, remiss: str | None) -> frozenset[str]:
        """Return the stems that say nothing in an answer to a remiss."""
        return self.common.get(remiss, self.common.get(None, frozenset()))

    def check(self, n: int) -> None:
        """Raise ValueError where a part is neither empty nor of length `n`."""
        for name in self.PER_TEXT:
            length = len(getattr(self, name))
            if length not in (0, n):
                raise ValueError(f"context.{name} has {length} entries for {n} texts")
