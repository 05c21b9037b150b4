"""Keywords of every tema: class-based TF-IDF (Grootendorst 2022) over stems, shown as readable words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from remissnlp.themes.words import is_content, stem, words

PERSONAL_MARKS = ("@",)


def stem_counts(texts: Sequence[str]) -> Counter[str]:
    """Count, for every stem of a content word, the texts that hold it."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update({stem(word) for word in words(text) if is_content(word)})
    return counted


def class_tfidf(groups: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """Weigh the stems of every group of texts by how typical they are of it.

    Returns
    -------
    list of dict
        For each group, stem to weight: share of the group's texts with the stem, times
        ``log(1 + G / g)``, where g of the G groups have the stem, each counted by its share.
    """
    frequency = [stem_counts(group) for group in groups]
    spread: Counter[str] = Counter()
    for counted in frequency:
        spread.update(counted.keys())
    total = len(groups)
    return [
        {s: math.sqrt(c) * c / len(group) * math.log(1 + total / spread[s]) for s, c in counted.items()}
        for group, counted in zip(groups, frequency, strict=True)
    ]


def readable_forms(texts: Sequence[str]) -> Mapping[str, str]:
    """Give every stem its commonest word form in `texts`; ties go to the shorter, then the first in order."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for word in words(text):
            if is_content(word):
                forms.setdefault(stem(word), Counter())[word] += 1
    return {s: min(c, key=lambda w: (-c[w], len(w), w)) for s, c in forms.items()}


def keywords_of(groups: Sequence[Sequence[str]], *, most: int = 6) -> list[tuple[str, ...]]:
    """Return the keywords of every group of texts, the most typical first."""
    out = []
    for texts, weights in zip(groups, class_tfidf(groups), strict=True):
        forms = readable_forms(texts)
        best = sorted(weights, key=lambda s: (-weights[s], s))[:most]
        out.append(tuple(forms[s] for s in best))
    return out
