"""What is typical of every tema: class-based TF-IDF (Grootendorst 2022) over stems and parts of compounds."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence, Set
from functools import lru_cache

from remissnlp.embedding.words import load_words
from remissnlp.themes.verbs import infinitive_of_supine, is_finite, is_infinitive, present_of_past
from remissnlp.themes.words import is_content, stem, words

PART = 5
"""Letters that a word needs to count as a part of a longer one: "rubrik" in "rubriksättning"."""


@lru_cache(maxsize=50_000)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of `text`; a hyphenated word also gives its parts."""
    found = words(text)
    parts = (part for word in found if "-" in word for part in word.split("-"))
    return frozenset(stem(word) for word in {*found, *parts} if is_content(word))


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


def by_matter(weights: Mapping[str, float]) -> dict[str, float]:
    """Weigh stems also by how much they tell of a matter: those that stand in texts on anything tell little.

    "Förtydliga" and "effekt" are spread as evenly as words get, "mobbning" comes where it is spoken of; see
    `remissnlp.embedding.words.Words.evenness`.
    """
    evenness = load_words().evenness
    return {s: weight * (EVENEST - evenness.get(s, UNKNOWN_EVENNESS)) for s, weight in weights.items()}


EVENEST, UNKNOWN_EVENNESS = 1.25, 0.6
"""What evenness is measured from, so that no word weighs nothing; that of a word too rare to be measured."""


def readable_forms(texts: Sequence[str]) -> Mapping[str, str]:
    """Give every stem its commonest word form in `texts`; ties go to the shorter, then the first in order.

    Forms that are no keyword are left out: verbs, names, and words that are no Swedish (which OCR broke).
    """
    forms: dict[str, Counter[str]] = {}
    inside, capitals = Counter[str](), Counter[str]()
    for text in texts:
        for token in _INSIDE.findall(text):
            inside[token.lower()] += 1
            capitals[token.lower()] += token[0].isupper()
        for word in words(text):
            if is_content(word):
                forms.setdefault(stem(word), Counter())[word] += 1
    halves = {half for text in texts for half in _HALF.findall(text.lower())}
    known = load_words()

    def names_a_matter(word: str) -> bool:
        named = known.is_name(word) or (inside[word] > 0 and inside[word] == capitals[word])
        parts = word.split("-")
        swedish = all(part in known or known.split_compound(part) for part in parts)
        done = word.endswith(("at", "it")) and infinitive_of_supine(word)
        verb = is_finite(word) or is_infinitive(word) or present_of_past(word) or done
        joined = "och" in parts or "eller" in parts or word.endswith("ligen")
        return swedish and not (named or verb or joined or word in PLACES_AND_NUMBERS or word in halves)

    told = {s: {w: n for w, n in c.items() if names_a_matter(w)} for s, c in forms.items()}
    return {s: min(c, key=lambda w: (-c[w], len(w), w)) for s, c in told.items() if c}


_HALF = re.compile(r"\b([^\W\d_]+)-(?=[\s,])")
"""The first half of "skol- eller förskolegård"."""

PLACES_AND_NUMBERS = frozenset(
    """
    kap kapitlet paragraf paragrafen stycket stycke punkt punkten punkter
    två tre fyra fem sex sju åtta nio tio huvudsak princip
    """.split()
)
"""Words for places in a text, numbers, and nouns of set phrases: "i huvudsak"."""

_INSIDE = re.compile(r"(?<=[\wåäö,;] )[^\W\d_]+(?:[-:][^\W_]+)*")
"""Words that do not open a sentence, where a capital tells a name."""


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
