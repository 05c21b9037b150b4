"""What is typical of every tema: class-based TF-IDF (Grootendorst 2022) over stems and parts of compounds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence, Set

from remissnlp.themes.words import is_content, stem, words

PART = 5
"""Letters that a word needs to count as a part of a longer one: "rubrik" in "rubriksättning"."""


def content_stems(text: str) -> set[str]:
    """Return the stems of the content words of `text`; a hyphenated word also gives its parts."""
    found = set()
    for word in words(text):
        for part in {word, *word.split("-")}:
            if is_content(part):
                found.add(stem(part))
    return found


def with_parts(stems: Set[str], vocabulary: Container[str]) -> set[str]:
    """Add to `stems` the shorter stems of `vocabulary` that one of them begins or ends with."""
    parts = {
        part
        for s in stems
        for length in range(PART, len(s))
        for part in (s[:length], s[-length:])
        if part in vocabulary
    }
    return {*stems, *parts}


def class_tfidf(groups: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """Weigh the stems of every group of texts by how typical they are of it.

    Parameters
    ----------
    groups : sequence of sequences of str
        The texts of every tema.

    Returns
    -------
    list of dict
        For each group, stem to weight: the share of its texts that hold the stem, alone or as a part of a
        compound, times ``log(1 + G / g)`` where the shares of all G groups sum to g.
    """
    shares: list[dict[str, float]] = []
    for group in groups:
        stems = [content_stems(text) for text in group]
        vocabulary = set().union(*stems)
        counted: Counter[str] = Counter()
        for own in stems:
            counted.update(with_parts(own, vocabulary))
        shares.append({s: c / len(group) for s, c in counted.items()})
    spread: Counter[str] = Counter()
    for share in shares:
        spread.update(share)
    return [{s: x * math.log(1 + len(groups) / spread[s]) for s, x in share.items()} for share in shares]


def readable_forms(texts: Sequence[str]) -> Mapping[str, str]:
    """Give every stem its commonest word form in `texts`; ties go to the shorter, then the first in order."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for word in words(text):
            if is_content(word):
                forms.setdefault(stem(word), Counter())[word] += 1
    return {s: min(c, key=lambda w: (-c[w], len(w), w)) for s, c in forms.items()}


def keywords_of(texts: Sequence[str], weights: Mapping[str, float], *, most: int = 5) -> tuple[str, ...]:
    """Return the keywords of a group of texts, the most typical first; no two share a stem's beginning."""
    forms = readable_forms(texts)
    chosen: list[str] = []
    for s in sorted((s for s in weights if s in forms), key=lambda s: (-weights[s], s)):
        if len(chosen) == most:
            break
        if not any(s.startswith(c) or c.startswith(s) for c in chosen):
            chosen.append(s)
    return tuple(forms[s] for s in chosen)
