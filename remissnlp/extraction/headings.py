"""Which headings of the remitted document a synpunkt is about, where that document is in the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from remissnlp.layout.furniture import fold

_NUMBER = re.compile(
    r"^(?:(?:avsnitt|kapitel|kap\.?|bilaga|del)\s+)?(\d{1,2}(?:\.\d{1,2})*)\.?(?=\s|$)(?!\s+(?:kap\b|[a-z]?\s?§))"
)
_WORD = re.compile(r"\w+")
_ALIKE = 0.86
"""Two titles are the same from this likeness (Ratcliff and Obershelp): a misread letter, another ending."""
_LONG_ENOUGH = 2  # words of a title that are told from running text without a mark around them


@dataclass(frozen=True)
class Outline:
    """The headings of a remitted document, looked up by number and by words."""

    headings: tuple[str, ...]

    @cached_property
    def _numbers(self) -> dict[str, str]:
        numbered = ((_number(heading), heading) for heading in reversed(self.headings))
        return {number: heading for number, heading in numbered if number}

    @cached_property
    def _titles(self) -> tuple[tuple[str, str], ...]:
        pairs = ((_title(heading), heading) for heading in self.headings)
        return tuple((title, heading) for title, heading in pairs if title)

    def find(self, reference: str) -> str | None:
        """Return the heading that a reference ("Avsnitt 5.2", "Kunskap och information") means, if any."""
        number, title = _number(reference), _title(reference)
        if number and number in self._numbers:
            return self._numbers[number]
        if not title:
            return None
        same = next((heading for own, heading in self._titles if own == title), None)
        if same is not None:
            return same
        best = max(((_likeness(own, title), heading) for own, heading in self._titles), default=(0.0, ""))
        return best[1] if best[0] >= _ALIKE else None

    def named_in(self, reading: str) -> Iterator[tuple[int, str]]:
        """Yield the headings whose whole title, of two words or more, stands in `reading`, and where."""
        text = f" {' '.join(_WORD.findall(fold(reading)))} "
        for title, heading in self._titles:
            at = text.find(f" {title} ")
            if at >= 0 and len(title.split()) >= _LONG_ENOUGH:
                yield at, heading


def match_headings(
    references: Sequence[str], reading: str, section: str | None, headings: Sequence[str]
) -> tuple[str, ...]:
    """Return what a synpunkt refers to, in the words of the remitted document.

    Parameters
    ----------
    references : sequence of str
        What the synpunkt seems to name, see `find_references`.
    reading : str
        Its readable text.
    section : str or None
        The heading that it stands under in the response, often one of the remitted document.
    headings : sequence of str
        The headings of that document; where there are none, `references` are returned as they are.

    Returns
    -------
    tuple of str
        Headings, each once. A reference with a number that no heading has ("2 kap. 4 §") is kept.

    Examples
    --------
    >>> match_headings(("Avsnitt 5.2",), "Avsnitt 5.2 är bra.", None, ("5.1 Mål", "5.2 Medel"))
    ('5.2 Medel',)
    """
    if not headings:
        return tuple(references)
    outline = _outline(tuple(headings))
    found = [outline.find(reference) or _kept(reference) for reference in references]
    found += [heading for _, heading in sorted(outline.named_in(reading))]
    found.append(outline.find(section) if section else None)
    return _without_parts(tuple(dict.fromkeys(heading for heading in found if heading)))


@lru_cache(maxsize=8)
def _outline(headings: tuple[str, ...]) -> Outline:
    return Outline(headings)


def _kept(reference: str) -> str | None:
    return reference if any(char.isdigit() for char in reference) else None


def _without_parts(found: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a heading whose title is a part of another's that was found too."""
    titles = [f" {_title(heading)} " for heading in found]
    return tuple(
        heading
        for heading, title in zip(found, titles, strict=True)
        if not any(title in other and title != other for other in titles)
    )


def _number(text: str) -> str | None:
    match = _NUMBER.match(fold(text).strip(" #*"))
    return match[1] if match else None


def _title(text: str) -> str:
    """The words of a heading without its number, folded."""
    return " ".join(_WORD.findall(_NUMBER.sub("", fold(text).strip(" #*"))))


def _likeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > 0.3 * max(len(one), len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
