"""How firmly a word holds on to what follows it: "krav" to its "på", "miljön" to no "i".

A phrase that stops between a word and what it is bound to lacks something: "Vill ställa krav". How firmly
they hold is counted, not listed: of all places where the word is followed by that preposition or by the end
of its clause, the share where the preposition follows (lexical association: Hindle & Rooth 1993,
"Structural ambiguity and lexical relations"). The table is made by `remissnlp.training.binding`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from remissnlp.embedding.words import load_words

FOLLOWERS = tuple(
    """
    i på av till med vid från hos under över mellan genom efter före inom utom mot enligt kring för om utan
    åt inför avseende gällande som att och eller samt hur vad när där än så
    """.split()
)
"""What a word may be bound to."""

LEVELS = 90
"""Steps between 0 and 1, one character each."""

LEAST = 0.2
"""Weaker bonds are not kept."""

SHORTEST_ENDING = 4
"""Fewest letters of an ending by which a compound is known: "skyddsavgift" is bound as "avgift" is."""


ABOUT = 0.25
"""Bond with "om" from which on it tells what something is about, and opens no condition: "information om"."""


def bond(word: str, follower: str) -> float:
    """Return how firmly a lower-case word holds on to the function word after it, between 0 and 1.

    Examples
    --------
    >>> bond("krav", "på") > 0.8 > 0.2 > bond("miljön", "i")
    True
    """
    return _of(word).get(follower, 0.0)


def openness(word: str) -> float:
    """Return how seldom a lower-case word ends its clause where it could: "översyn" seldom does."""
    return _of(word).get("", 0.0)


@lru_cache(maxsize=50_000)
def _of(word: str) -> Mapping[str, float]:
    """Return the bonds of a word, by its longest known ending."""
    table = load_words().bonds
    for start in range(max(1, len(word) - SHORTEST_ENDING + 1)):
        if word[start:] in table:
            return _read(table[word[start:]])
    return VERBAL if word.endswith("ering") else {}


VERBAL = {"": 0.78, "av": 0.59}
"""Bonds of a noun made of a verb that the table does not know: those of "prioritering"."""


def _read(coded: str) -> dict[str, float]:
    levels = {"": (ord(coded[0]) - 33) / LEVELS}
    for follower, level in zip(coded[1::2], coded[2::2], strict=True):
        levels[FOLLOWERS[ord(follower) - 33]] = (ord(level) - 33) / LEVELS
    return levels
