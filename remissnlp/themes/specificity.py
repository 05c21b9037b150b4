"""How much a label says of which thing: "Vill införa ett system" little, "… krav på friskintyg" much.

A word says which the rarer it is in Swedish public prose, the more it keeps to texts on one subject
(`remissnlp.embedding.words.Words.evenness`) and the fewer synpunkter of the run have it: "delmålet" says
little where all speak of their own. Verbs say what is done, not to what; but in a question ("hur programmet
kan implementeras") what is done is the matter.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache

from remissnlp.embedding.words import load_words
from remissnlp.themes.cues import AUTHORS, WH_WORDS
from remissnlp.themes.keywords import EVENEST, UNKNOWN_EVENNESS, content_stems
from remissnlp.themes.verbs import is_finite, is_infinitive
from remissnlp.themes.words import is_content, stem, words

COMMON = 6.0
"""Zipf frequency of words that are too common to say which, such as "åtgärder"."""

RARE = 3.0
"""Zipf units below `COMMON` at which a word says all it can: rarer ones may be misread."""

ENOUGH = 2.2
"""Specificity of labels that say which: of 252 read on training bills, three in four over it, one in three
under."""


def spread_of(texts: Iterable[str]) -> dict[str, float]:
    """Return how common each stem is in a run: 1 where every text has it, near 0 where few of many do.

    Parameters
    ----------
    texts : iterable of str
        What all synpunkter of the run say.

    Examples
    --------
    >>> spread_of(["målet nås", "målet höjs", "avgiften höjs"])["avgift"]
    0.0
    """
    held: Counter[str] = Counter()
    n = 0
    for text in texts:
        held.update(content_stems(text))
        n += 1
    few = min(FEW, math.log(n)) if n > 1 else 1.0
    return {s: 1.0 - min(1.0, math.log(n / count) / few) for s, count in held.items()}


FEW = 4.0
"""How many times (in powers of e) as many synpunkter as have a word the run holds, where the word is rare."""


def specificity(label: str, spread: Mapping[str, float], *, shared: Container[str] = ()) -> float:
    """Return how much a label says of which thing.

    Parameters
    ----------
    label : str
    spread : mapping of str to float
        How common each stem is in the run; see `spread_of`.
    shared : container of str, optional
        Stems that most of the tema have: they tell what it is about, however plain.
    """
    found = words(label)
    asks = bool(WH_WORDS & set(found))
    told = {stem(word): _said(word, verbs=asks) for word in found}
    return sum(max(said, SHARED * (s in shared)) * (1.0 - spread.get(s, 0.0)) for s, said in told.items())


SHARED = 0.6
"""What a word at least says that most synpunkter of the tema share."""


def shared_stems(texts: Sequence[str]) -> frozenset[str]:
    """Return the stems that at least two texts, and one in three of them, have."""
    held: Counter[str] = Counter()
    for text in texts:
        held.update(content_stems(text))
    return frozenset(s for s, count in held.items() if count >= max(2, len(texts) / 3))


@lru_cache(maxsize=50_000)
def _said(word: str, *, verbs: bool) -> float:
    """Return how much a lower-case word says of which thing, in any run."""
    if not is_content(word) or (not verbs and (is_finite(word) or is_infinitive(word))):
        return 0.0
    if word.removesuffix("s").endswith(AUTHORS):
        return 0.0
    known = load_words()
    if not all(p.isdigit() or p in known or known.split_compound(p) for p in word.split("-")):
        return 0.0  # a misread word
    rarity = min(max(COMMON - known.zipf(word), 0.0), RARE)
    return rarity * (EVENEST - known.evenness.get(stem(word), UNKNOWN_EVENNESS))
