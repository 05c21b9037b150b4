"""Which letters OCR takes for which: P(read | intended), the channel of the noisy-channel model."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

MARKED: Final = "åäö"
"""The letters whose marks are lost. Their fault rate is reckoned apart from that of the others."""

CONFUSIONS: Final[Mapping[str, Mapping[str, float]]] = {
    # Swedish read by a model of a language that lacks the ring and the dots: the mark is dropped
    # (a, o), taken for an accent (é), it closes the letter (d, 6), or a sign is seen (&, @, ¢).
    "å": {"a": 50, "d": 20, "é": 18, "i": 4, "": 3, "éa": 1, "4": 1, "&": 1, "e": 1},
    "ä": {"é": 28, "i": 22, "d": 21, "a": 18, "&": 4, "éa": 2, "éi": 1, "di": 1, "da": 1, "ad": 1, "id": 1}
    | {"&d": 0.5, "@": 0.5, "ai": 0.5, "ii": 0.5, "4": 0.5, "": 0.5, "e": 0.5},
    "ö": {"o": 83, "6": 6, "d": 5, "é": 2, "g": 1, "0": 1, "": 1, "oé": 1, "ii": 0.5, "¢": 0.5, "9": 0.5},
    # Look-alikes of any language: narrow stems, thin arcs, two letters that run together.
    "i": {"1": 3, "l": 3, "j": 0.5, "!": 0.5, "|": 1, "t": 0.5},
    "l": {"1": 3, "i": 3, "|": 2, "t": 1, "!": 0.5},
    "t": {"l": 4, "f": 2, "i": 1, "1": 0.5},
    "f": {"{": 3, "t": 2, "l": 1},
    "m": {"rn": 4, "in": 2, "nn": 0.5, "ni": 0.5},
    "n": {"u": 3, "ri": 1, "ii": 1},
    "u": {"n": 2, "ii": 2, "li": 0.5},
    "h": {"b": 2, "li": 2, "n": 1},
    "e": {"c": 4, "o": 1},
    "c": {"e": 3, "o": 1},
    "d": {"cl": 2, "ci": 1},
    "b": {"h": 2, "6": 1},
    "g": {"q": 2, "9": 1},
    "k": {"lc": 1, "h": 1},
    "o": {"0": 3, "c": 0.5},
    "q": {"g": 1},
    "r": {"t": 0.5, "i": 0.5},
    "s": {"5": 2, "8": 0.5, "$": 1},
    "v": {"y": 2},
    "y": {"v": 1},
}
"""``CONFUSIONS[intended][read]``: out of the misreadings of a letter, how many come out as `read`.

Those of å, ä and ö were counted in a poor scan of six pages, rare ones guessed; the others are
well-known look-alikes with rough weights. They need not be exact: a document corrects them.
"""

_TRUST_SHARES = 10.0  # so many misreadings of a letter weigh as much as the shares above
_TRUST_RATE = 10.0  # so many occurrences of a letter weigh as much as the rate of its group
_MAX_RATE = 0.98


class Fault(NamedTuple):
    """One misreading: at which place of the token, what was read, what was meant."""

    at: int
    read: str
    intended: str


@dataclass(frozen=True, slots=True)
class Channel:
    """P(read | intended) as logarithms.

    Parameters
    ----------
    sources
        For every string that may be read, the letters it can stand for and their log probability.
    kept
        Log probability that a letter is read as itself; 0 for those not listed.
    """

    sources: Mapping[str, Sequence[tuple[str, float]]]
    kept: Mapping[str, float]

    @classmethod
    def assumed(cls, *, marked: float, others: float) -> Channel:
        """Make the channel of a document of which nothing but rough fault rates is known."""
        rates = {letter: marked if letter in MARKED else others for letter in CONFUSIONS}
        return cls._of(rates, {letter: _normalise(reads) for letter, reads in CONFUSIONS.items()})

    @classmethod
    def learnt(cls, readings: Iterable[tuple[str, Sequence[Fault]]]) -> Channel:
        """Make the channel that a document's words, with the faults found in them, show."""
        seen: Counter[tuple[str, str]] = Counter()
        letters: Counter[str] = Counter()
        for word, faults in readings:
            seen.update((fault.intended, fault.read) for fault in faults)
            letters.update(word)
        misread: Counter[str] = Counter()
        for (intended, _), n in seen.items():
            misread[intended] += n
        rates: dict[str, float] = {}
        shares: dict[str, dict[str, float]] = {}
        for group in (set(MARKED), set(CONFUSIONS) - set(MARKED)):
            rate = (sum(misread[c] for c in group) + 0.1) / (sum(letters[c] for c in group) + 100)
            for letter in group:
                rates[letter] = min(
                    _MAX_RATE, (misread[letter] + _TRUST_RATE * rate) / (letters[letter] + _TRUST_RATE)
                )
                shares[letter] = {
                    read: (seen[letter, read] + _TRUST_SHARES * share) / (misread[letter] + _TRUST_SHARES)
                    for read, share in _normalise(CONFUSIONS[letter]).items()
                }
        return cls._of(rates, shares)

    @classmethod
    def _of(cls, rates: Mapping[str, float], shares: Mapping[str, Mapping[str, float]]) -> Channel:
        sources: dict[str, list[tuple[str, float]]] = {}
        for intended in sorted(shares):
            for read, share in shares[intended].items():
                sources.setdefault(read, []).append((intended, math.log(rates[intended] * share)))
        return cls(sources, {letter: math.log(1 - rate) for letter, rate in rates.items()})


def _normalise(reads: Mapping[str, float]) -> dict[str, float]:
    total = sum(reads.values())
    return {read: n / total for read, n in reads.items()}
