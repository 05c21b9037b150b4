"""The same point made twice in one response: the summary's points matched to the body's."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from remissnlp.embedding.words import Words
from remissnlp.records import Stance

_WORD = re.compile(r"[a-zåäöéü]{3,}")
_ENDINGS = re.compile(r"(?:arnas?|ernas?|ornas?|andets?|ningens?|ens|ets|ar|er|or|en|et|na|s|a|e|t|n)$")

# Who speaks says nothing of what is said.
_SPEAKER = re.compile(r"(?:förvaltning|nämnd|styrelse|kontor|bolag|kommun|myndighet|förening|förbund)\w*$")

#: A summary's point is a repeat when it shares this much of its weight of words with the body's.
THRESHOLD = 0.4

#: The same for two points of the body that follow on each other: a summary draws them together.
PAIR_THRESHOLD = 0.55

#: Words more frequent than this (Zipf scale, van Heuven et al. 2014) weigh nothing.
FUNCTION_WORD = 6.3


def match_repeats(
    summary: Sequence[tuple[str, Stance]], body: Sequence[tuple[str, Stance]], words: Words
) -> tuple[int | None, ...]:
    """Find for each point of the summary the body's point that makes it again.

    Words weigh by their rarity in Swedish and in the response itself; the similarity is the share
    of the summary point's weight that the body's point has too. Support never repeats a demand or
    criticism, nor the other way round.

    Parameters
    ----------
    summary, body : sequence of (str, Stance)
        Readable texts of the points, with their stances.
    words : Words
        Word counts.

    Returns
    -------
    tuple of int or None
        One index into `body` per summary point; None where the summary says something of its own.
    """
    stems = [_stems(text) for text, _ in (*summary, *body)]
    frequency = Counter(stem for found in stems for stem in found)
    total = len(stems)

    def weight(stem: str, form: str) -> float:
        here = math.log((1 + total) / (1 + frequency[stem])) + 0.1
        return 0.0 if _SPEAKER.search(form) else here * max(0.0, FUNCTION_WORD - words.zipf(form))

    matches: list[int | None] = []
    for point, (_, stance) in zip(stems, summary, strict=False):
        whole = sum(weight(stem, form) for stem, form in point.items())
        candidates = [
            set(other) if _may_repeat(stance, other_stance) else set()
            for other, (_, other_stance) in zip(stems[len(summary) :], body, strict=True)
        ]

        def share(other: set[str], point: dict[str, str] = point, whole: float = whole) -> float:
            return sum(weight(stem, form) for stem, form in point.items() if stem in other) / (whole or 1.0)

        matches.append(_best_match([share(other) for other in candidates], THRESHOLD))
        if matches[-1] is None:
            pairs = [share(a | b) if a and b else 0.0 for a, b in pairwise(candidates)]
            first = _best_match(pairs, PAIR_THRESHOLD)
            if first is not None:
                both = (first, first + 1)
                matches[-1] = max(both, key=lambda i: (share(candidates[i]), -i))
    return tuple(matches)


def _best_match(scores: Sequence[float], least: float) -> int | None:
    best = max(range(len(scores)), key=lambda i: (scores[i], -i), default=None)
    return best if best is not None and scores[best] >= least else None


def _may_repeat(one: Stance, other: Stance) -> bool:
    return "neutral" in (one, other) or (one == "positiv") == (other == "positiv")


def _stems(text: str) -> dict[str, str]:
    """Map each word's rough stem to the form it was seen in."""
    return {_ENDINGS.sub("", form) or form: form for form in _WORD.findall(text.lower())}
