"""What is known of each text beside its words; everything is optional."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """What the pipeline knows of the texts, in the same order as the texts.

    Attributes
    ----------
    remissvar
        Id of the remissvar each text stands in.
    sections
        Heading each text stands under, None where there is none.
    refers_to
        Headings of the remitted document that each text refers to.
    matters
        A mark that texts share where one carries on what the other began, such as their paragraph.
    summaries
        The remissvar's id for a text that stands in its summary, None for any other.
    ignore
        Names that carry no content in this consultation: bodies, titles of the remisser.

    common
        Stems of words that everybody in this consultation uses, see `words.common_stems`.

    An empty tuple means that the matter is not known for any text.
    """

    remissvar: tuple[str, ...] = ()
    sections: tuple[str | None, ...] = ()
    refers_to: tuple[tuple[str, ...], ...] = ()
    matters: tuple[str | None, ...] = ()
    summaries: tuple[str | None, ...] = ()
    ignore: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()

    PER_TEXT: ClassVar[tuple[str, ...]] = ("remissvar", "sections", "refers_to", "matters", "summaries")

    def check(self, n: int) -> None:
        """Raise ValueError where a part is neither empty nor of length `n`."""
        for name in self.PER_TEXT:
            length = len(getattr(self, name))
            if length not in (0, n):
                raise ValueError(f"context.{name} has {length} entries for {n} texts")
