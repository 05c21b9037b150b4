"""The name of every tema: the phrase, of all that its synpunkter offer, that is most typical of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from remissnlp.embedding.words import load_words
from remissnlp.extraction.personal import PERSONAL
from remissnlp.records import Stance, Synpunkt
from remissnlp.themes.cues import SUPPORT
from remissnlp.themes.frames import strip_frames
from remissnlp.themes.grammar import CLAUSE_OPENERS, MODALS, is_function, is_noun_like
from remissnlp.themes.keywords import by_matter, class_tfidf, content_stems, keywords_of, with_parts
from remissnlp.themes.phrases import SHORTEST, SPOKEN_OF, phrases_of
from remissnlp.themes.ranking import ASKING, is_stressed


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


STRESSED = 1.5
"""How much more a phrase counts where the response itself sums up the point: the words it chose."""

MOSTLY = 0.5
"""What is asked for names a tema unless there are more than twice as many synpunkter of support."""


TERSE = {3: 0.7, 4: 0.85, 5: 0.95}
"""Words of a label, and how much of its worth one so short keeps: it often leaves out of what."""

BARE = 0.4
"""The same of one that names a single noun ("Tar upp bestämmelserna")."""


DAMPING = 8.0
"""Words that every label is reckoned to have besides its own: the more, the better for longer labels."""

LEAST = 0.001
"""Weight of a phrase that holds no typical word: it names a tema where there is no other."""

CONSIDERED = 60
"""How many of the most typical synpunkter may give a tema its name."""


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
    given = given or [None] * len(groups)
    taken = {" ".join(label.casefold().split()) for label in given if label}
    named = []
    for group, texts, own, decided in zip(groups, said, weights, given, strict=True):
        keywords = tuple(k for k in keywords_of(texts, own) if not PERSONAL.search(k))
        label = decided or _choose(group, shared(own, texts), keywords, taken)
        named.append(Names(label, keywords, own))
    for i, divided in enumerate(parts):
        if divided:
            named[i] = replace(named[i], parts=_name_parts(divided, named[i].weights, taken))
    return named


def _name_parts(
    parts: Sequence[Sequence[Synpunkt]], weights: Mapping[str, float], taken: set[str]
) -> tuple[str, ...]:
    """Name the delteman of a tema by what tells them from each other."""
    said = [strip_frames([s.reading for s in part]) for part in parts]
    labels = []
    for part, texts, own in zip(parts, said, class_tfidf(said), strict=True):
        telling = {stem: weight * (0.2 + weights.get(stem, 0.0)) for stem, weight in by_matter(own).items()}
        labels.append(_choose(part, shared(telling, texts), keywords_of(texts, telling), taken))
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


ALONE = 1.2
"""What a word weighs that no other synpunkt has, next to one that they all have."""


def _choose(
    group: Sequence[Synpunkt], weights: Mapping[str, float], keywords: Sequence[str], taken: set[str]
) -> str:
    """Return the best label that is not `taken`, and take it."""
    label = next(
        text
        for text in _candidates(group, weights, keywords)
        if text.casefold() not in taken and not PERSONAL.search(text)
    )
    taken.add(label.casefold())
    return label


def _candidates(
    group: Sequence[Synpunkt], weights: Mapping[str, float], keywords: Sequence[str]
) -> Iterator[str]:
    """Yield labels, the best first, without end."""
    yield from (text for _, text in ranked_phrases(group, weights))
    yield from _keyword_labels(keywords)
    n = 2
    while True:
        yield f"{SPOKEN_OF} övriga frågor, del {n}"
        n += 1


def ranked_phrases(group: Sequence[Synpunkt], weights: Mapping[str, float]) -> list[tuple[float, str]]:
    """Score every phrase that the synpunkter offer, the best first.

    A phrase scores the sum of the weights of its stems, damped by its length, times how well its kind names
    a tema, times how typical its synpunkt is; what a response itself sums up counts more. Where anything is
    asked for, what is asked for gives the name.
    What only says what is spoken of comes last.
    """
    asking = [s for s in group if s.stance in ASKING]
    asks = bool(asking) and len(asking) >= MOSTLY * sum(s.stance == "positiv" for s in group)
    scored: dict[str, float] = {}
    wishes: set[str] = set()
    for place, synpunkt in enumerate(group[:CONSIDERED]):
        typical = (1.0 - 0.4 * place / len(group)) * _fitting(synpunkt.stance, asks=asks)
        if is_stressed(synpunkt):
            typical *= STRESSED
        for phrase in phrases_of(synpunkt.reading, synpunkt.stance):
            stems = with_parts(content_stems(phrase.text), weights)
            length = len(phrase.text.split())
            telling = sum(not is_function(word) and word not in MODALS for word in phrase.text.split())
            said = (LEAST + sum(weights.get(s, 0.0) for s in stems)) / (DAMPING + telling) ** 0.5
            score = said * phrase.prior * typical * _told(phrase.text, length) * _known(phrase.text)
            if asks and phrase.text.startswith(PRAISING):
                score *= AGREEING
            scored[phrase.text] = max(scored.get(phrase.text, 0.0), round(score, 6))
            supports = phrase.text.startswith("Ställer sig bakom") and not asks
            if supports or (phrase.wish and (asks or synpunkt.stance not in ASKING)):
                wishes.add(phrase.text)
    ranked = sorted(scored.items(), key=lambda item: (item[0] not in wishes, -item[1], item[0]))
    return _fuller_first([(score, text) for text, score in ranked if score > 0])


def _fuller_first(ranked: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Put a phrase that says all that the best one says, and more, before it, unless it is worth far less."""
    if not ranked:
        return ranked
    worth, best = ranked[0]
    said = set(best.lower().split()) - {"ska", "en", "ett"}
    for i, (score, text) in enumerate(ranked):
        more = text.lower().split()
        added = [word for word in more if word not in said]
        if score < FULLER * worth:
            continue
        if said < {*more} and not CLAUSE_OPENERS & set(added):
            return [ranked[i], *ranked[:i], *ranked[i + 1 :]]
    return ranked


FULLER = 0.6
"""How much of the worth of the best phrase a fuller one must have to come before it."""

PRAISING = tuple(sorted(SUPPORT - {"Uppmuntrar"}))
AGREEING = 0.4
"""How much of its worth a label of support keeps for a tema that asks for something."""

BROKEN = 0.4
"""How much of its worth a label keeps for each word that is none: a misread one."""


def _known(label: str) -> float:
    """Return how much of its worth a label keeps for the words in it that no Swedish text has."""
    words = load_words()
    return BROKEN ** sum(
        not (word in words or words.split_compound(word))
        for word in label.split()
        if word.islower() and word.isalpha()
    )


def _fitting(stance: Stance, *, asks: bool) -> float:
    """Return how well a synpunkt of a stance may name a tema that asks for something, or one of support."""
    if asks:
        return 1.0 if stance in ASKING else 0.4 if stance == "positiv" else 0.85
    return 0.4 if stance in ASKING else 1.0


def _told(label: str, length: int) -> float:
    """Return how much of its worth a label of so many words keeps."""
    return BARE if length == SHORTEST and label.startswith(SPOKEN_OF) else TERSE.get(length, 1.0)


def _keyword_labels(keywords: Sequence[str]) -> Iterator[str]:
    """Yield "Tar upp A och B" of the nouns, then "Tar upp frågan om A"."""
    nouns = [k for k in keywords if is_noun_like(k)]
    for first, second in combinations(nouns, 2):
        yield f"{SPOKEN_OF} {first} och {second}"
    for keyword in [*nouns, *(k for k in keywords if k not in nouns)]:
        yield f"{SPOKEN_OF} frågan om {keyword}"
