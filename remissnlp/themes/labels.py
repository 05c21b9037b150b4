"""The name of every tema: the phrase, of all that its synpunkter offer, that is most typical of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from remissnlp.extraction.personal import PERSONAL
from remissnlp.records import Synpunkt
from remissnlp.themes.choosing import Measure, ranked_phrases
from remissnlp.themes.frames import strip_frames
from remissnlp.themes.grammar import is_noun_like
from remissnlp.themes.keywords import by_matter, class_tfidf, content_stems, keywords_of, with_parts
from remissnlp.themes.matters import stands_alone
from remissnlp.themes.phrases import SHORTEST, SPOKEN_OF
from remissnlp.themes.specificity import shared_stems, spread_of


@dataclass(frozen=True, slots=True)
class Names:
    """What a tema is called.

    Attributes
    ----------
    label
    keywords
        The most typical first.
    weights
        How typical each stem is of it.
    parts
        The labels of its delteman.
    """

    label: str
    keywords: tuple[str, ...]
    weights: Mapping[str, float]
    parts: tuple[str, ...] = ()


def name_teman(
    groups: Sequence[Sequence[Synpunkt]],
    *,
    parts: Sequence[Sequence[Sequence[Synpunkt]]] = (),
    given: Sequence[str | None] = (),
) -> list[Names]:
    """Return label and keywords of every tema and deltema, no two labels alike.

    Parameters
    ----------
    groups : sequence of sequences of Synpunkt
        The synpunkter of every tema, most typical first; the teman in the order in which they may choose.
    parts : sequence of sequences of sequences of Synpunkt, optional
        Those of its delteman, for every tema.
    given : sequence of str or None, optional
        A label that is decided already, for every tema.

    Returns
    -------
    list of Names
    """
    said = [strip_frames([s.reading for s in group]) for group in groups]
    weights = [by_matter(own) for own in class_tfidf(said)]
    spread = spread_of(text for texts in said for text in texts)
    given = given or [None] * len(groups)
    taken = {" ".join(label.casefold().split()) for label in given if label}
    named = []
    for group, texts, own, decided in zip(groups, said, weights, given, strict=True):
        keywords = tuple(k for k in keywords_of(texts, own) if not PERSONAL.search(k))
        measure = Measure(shared(own, texts), spread, shared_stems(texts), held_by(texts))
        label = decided or _choose(group, measure, keywords, taken)
        named.append(Names(label, keywords, own))
    for i, divided in enumerate(parts):
        if divided:
            named[i] = replace(named[i], parts=_name_parts(divided, named[i].weights, taken, spread))
    return named


def _name_parts(
    parts: Sequence[Sequence[Synpunkt]],
    weights: Mapping[str, float],
    taken: set[str],
    spread: Mapping[str, float],
) -> tuple[str, ...]:
    """Name the delteman of a tema by what tells them from each other."""
    said = [strip_frames([s.reading for s in part]) for part in parts]
    labels = []
    for part, texts, own in zip(parts, said, class_tfidf(said), strict=True):
        telling = {stem: weight * (0.2 + weights.get(stem, 0.0)) for stem, weight in by_matter(own).items()}
        measure = Measure(shared(telling, texts), spread, shared_stems(texts), held_by(texts))
        labels.append(_choose(part, measure, keywords_of(texts, telling), taken))
    return tuple(labels)


def shared(weights: Mapping[str, float], texts: Sequence[str]) -> dict[str, float]:
    """Weigh stems by how many of the other texts of a tema have them too.

    A name that only one synpunkt speaks for is rarely that of the whole tema, however rare its words are.

    Parameters
    ----------
    weights : mapping of str to float
        How typical each stem is of the tema.
    texts : sequence of str
        What its synpunkter say.

    Returns
    -------
    dict of str to float
    """
    held: Counter[str] = Counter()
    for text in texts:
        held.update(with_parts(content_stems(text), weights))
    others = max(len(texts) - 1, 1)
    return {s: weight * (ALONE + max(held[s] - 1, 0) / others) for s, weight in weights.items()}


def held_by(texts: Sequence[str]) -> dict[str, float]:
    """Return the share of the texts of a tema that have each stem, alone or as a part of a compound."""
    stems = [content_stems(text) for text in texts]
    every = set().union(*stems)
    held: Counter[str] = Counter()
    for own in stems:
        held.update(with_parts(own, every))
    return {s: count / len(texts) for s, count in held.items()}


ALONE = 0.6
"""What a word weighs that no other synpunkt has, next to one that they all have."""


def _choose(group: Sequence[Synpunkt], measure: Measure, keywords: Sequence[str], taken: set[str]) -> str:
    """Return the best label that is not `taken`, and take it."""
    label = next(
        text
        for text in _candidates(group, measure, keywords)
        if text.casefold() not in taken and not PERSONAL.search(text)
    )
    taken.add(label.casefold())
    return label


def _candidates(group: Sequence[Synpunkt], measure: Measure, keywords: Sequence[str]) -> Iterator[str]:
    """Yield labels, the best first, without end."""
    nouns = [k for k in keywords if is_noun_like(k)]
    ranked = (text for _, text in ranked_phrases(group, measure, keywords=nouns))
    yield from (text for text in ranked if not (text.startswith(SPOKEN_OF) and len(text.split()) == SHORTEST))
    yield from (f"{SPOKEN_OF} frågan om {k}" for k in sorted(keywords, key=_rank_as_matter))
    n = 2
    while True:
        yield f"{SPOKEN_OF} övriga frågor, del {n}"
        n += 1


def _rank_as_matter(keyword: str) -> int:
    """Return which keywords come first after "frågan om": nouns that need no article, then any noun."""
    return 0 if is_noun_like(keyword) and stands_alone(keyword) else 1 if is_noun_like(keyword) else 2
