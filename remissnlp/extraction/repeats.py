"""The same point made twice in one response: the summary's points matched to the body's."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from remissnlp.embedding.words import Words

_WORD = re.compile(r"[a-zåäöéü]{3,}")
_ENDINGS = re.compile(r"(?:arnas?|ernas?|ornas?|andets?|ningens?|ens|ets|ar|er|or|en|et|na|s|a|e|t|n)$")

#: A summary's point is a repeat when it shares this much of its weight of words with the body's.
THRESHOLD = 0.5


def match_repeats(summary: Sequence[str], body: Sequence[str], words: Words) -> tuple[int | None, ...]:
    """Find for each point of the summary the body's point that makes it again.

    Words weigh by their rarity in Swedish and in the response itself; the similarity is the share
    of the summary point's weight that the body's point has too.

    Parameters
    ----------
    summary, body : sequence of str
        Readable texts of the points.
    words : Words
        Word counts.

    Returns
    -------
    tuple of int or None
        One index into `body` per summary point; None where the summary says something of its own.
    """
    stems = [_stems(text) for text in (*summary, *body)]
    frequency = Counter(stem for found in stems for stem in found)
    total = len(stems)

    def weight(stem: str, form: str) -> float:
        here = math.log((1 + total) / (1 + frequency[stem])) + 0.1
        return here * max(0.5, 8.0 - words.zipf(form))

    matches: list[int | None] = []
    for point in stems[: len(summary)]:
        whole = sum(weight(stem, form) for stem, form in point.items())
        scores = [
            sum(weight(stem, form) for stem, form in point.items() if stem in other) / whole if whole else 0.0
            for other in stems[len(summary) :]
        ]
        best = max(range(len(scores)), key=lambda i: (scores[i], -i), default=None)
        matches.append(best if best is not None and scores[best] >= THRESHOLD else None)
    return tuple(matches)


def _stems(text: str) -> dict[str, str]:
    """Map each word's rough stem to the form it was seen in."""
    return {_ENDINGS.sub("", form) or form: form for form in _WORD.findall(text.lower())}
