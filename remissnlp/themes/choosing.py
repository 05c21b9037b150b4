"""Which of all phrases that the synpunkter of a tema offer names it best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from remissnlp.embedding.words import load_words
from remissnlp.records import Stance, Synpunkt
from remissnlp.themes.binding import openness
from remissnlp.themes.cues import SUPPORT
from remissnlp.themes.grammar import CLAUSE_OPENERS, MODALS, is_adjective, is_definite, is_function
from remissnlp.themes.keywords import content_stems, with_parts
from remissnlp.themes.matters import concerning, matters_of, nearest, stands_alone
from remissnlp.themes.objects import TOPICAL
from remissnlp.themes.phrases import Phrase, phrases_of, stands_of
from remissnlp.themes.ranking import ASKING, is_stressed
from remissnlp.themes.specificity import ENOUGH, specificity
from remissnlp.themes.stating import STATES
from remissnlp.themes.verbs import is_finite, is_infinitive

STRESSED = 1.5
"""How much more a phrase counts where the response itself sums up the point: the words it chose."""

MOSTLY = 0.5
"""What is asked for names a tema unless there are more than twice as many synpunkter of support."""

TERSE = {3: 0.7, 4: 0.85, 5: 0.95}
"""Words of a label, and how much of its worth one so short keeps: it often leaves out of what."""

DAMPING = 8.0
"""Words that every label is reckoned to have besides its own: the more, the better for longer labels."""

LEAST = 0.001
"""Weight of a phrase that holds no typical word: it names a tema where there is no other."""

ECHO = 0.25
"""How much of its worth a label keeps whose words no synpunkt of the tema has."""

UNTOLD = 0.1
"""How much of its worth a label keeps that says nothing of which thing."""

COMPLETED, COMPLETED_BY_OTHERS = 0.65, 0.45
"""How much of its worth a label keeps that what it concerns is added to, by the same synpunkt or another."""

NEEDY = 0.7
"""How much of what makes a label specific enough it may tell and still be completed."""

MATTERING = 0.3
"""How much of what makes a label specific enough must come with what it concerns."""

CONSIDERED = 60
"""How many of the most typical synpunkter may give a tema its name."""

FULLER = 0.6
"""How much of the worth of the best phrase a fuller one must have to come before it."""

UNFINISHED, FINISHED = 0.8, 0.9
"""How much of its worth a label loses whose last word never ends its clause, and how seldom others may."""

PRAISING = (*sorted(SUPPORT - {"Uppmuntrar"}), "Ställer sig bakom", "Instämmer i")
AGREEING = 0.4
"""How much of its worth a label of support keeps for a tema that asks for something."""

STATING = 0.3
"""The same of a label that only tells how things are: who says so seldom wants no more."""

BROKEN = 0.4
"""How much of its worth a label keeps for each word that is none: a misread one."""


@dataclass(frozen=True)
class Measure:
    """What the words of a tema are worth in its label.

    Attributes
    ----------
    weights
        How typical each stem is of the tema.
    spread
        How common each stem is in the run; see `remissnlp.themes.specificity.spread_of`.
    shared
        Stems that most of its synpunkter have.
    held
        The share of its synpunkter that have each stem, alone or as a part of a compound.
    """

    weights: Mapping[str, float]
    spread: Mapping[str, float] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    held: Mapping[str, float] = field(default_factory=dict)

    def typical(self, text: str) -> float:
        """Return the weights of the stems of a phrase, damped by its length."""
        stems = with_parts(content_stems(text), self.weights)
        telling = sum(not is_function(word) and word not in MODALS for word in text.split())
        return float((LEAST + sum(self.weights.get(s, 0.0) for s in stems)) / (DAMPING + telling) ** 0.5)

    def told(self, text: str) -> float:
        """Return how much a phrase says of which thing, next to `ENOUGH`, at most 1."""
        return min(1.0, specificity(text, self.spread, shared=self.shared) / ENOUGH)

    def kept(self, label: str) -> float:
        """Return how much of its worth a label keeps by its length, its words and how much it tells."""
        told = UNTOLD + (1.0 - UNTOLD) * self.told(label)
        return _long_enough(label) * _known(label) * told * self.finished(label) * self.echoed(label)

    def echoed(self, label: str) -> float:
        """Return how much of its worth a label keeps by how many synpunkter have its words."""
        stems = content_stems(label)
        if not stems or not self.held:
            return 1.0
        return ECHO + (1.0 - ECHO) * sum(self.held.get(s, 0.0) for s in stems) / len(stems)

    def finished(self, label: str) -> float:
        """Return how much of its worth a label keeps that ends where something is left out: "i egenskap"."""
        before, last = label.lower().split()[-2:]
        noun = not (is_finite(last) or is_infinitive(last) or is_adjective(last) or is_definite(last))
        if not noun or before.endswith("s") or last not in load_words().bonds:
            return 1.0
        return 1.0 - UNFINISHED * max(0.0, openness(last) - FINISHED) / (1.0 - FINISHED)

    def tells(self, matter: str) -> bool:
        """Tell whether a matter says which, in words that are Swedish."""
        return self.told(matter) >= MATTERING and not misread(matter)


def ranked_phrases(
    group: Sequence[Synpunkt], measure: Measure, *, keywords: Sequence[str] = ()
) -> list[tuple[float, str]]:
    """Score every phrase that the synpunkter of a tema offer, the best first.

    A phrase scores what it says, times how well its kind names a tema, times how typical its synpunkt is;
    what a response itself sums up counts more. Where anything is asked for, what is asked for gives the name.
    What only says what is spoken of comes last.

    Parameters
    ----------
    group : sequence of Synpunkt
        The most typical first.
    measure : Measure
    keywords : sequence of str, optional
        Nouns that tell what the tema is about, the most typical first.

    Returns
    -------
    list of (float, str)
    """
    asking = [s for s in group if s.stance in ASKING]
    asks = bool(asking) and len(asking) >= MOSTLY * sum(s.stance == "positiv" for s in group)
    considered = group[:CONSIDERED]
    matters = [[m for m in matters_of(s.reading, s.stance) if measure.tells(m)] for s in considered]
    shared = {m for found in matters for m in found if content_stems(m) <= measure.shared}
    common = sorted(shared, key=lambda m: (-measure.typical(m), m))
    common += [
        k for k in keywords if stands_alone(k) and content_stems(k) <= measure.shared and measure.tells(k)
    ]
    scored: dict[str, float] = {}
    kinds: dict[str, int] = {}
    for place, synpunkt in enumerate(considered):
        typical = (1.0 - 0.4 * place / len(group)) * _fitting(synpunkt.stance, asks=asks)
        if is_stressed(synpunkt):
            typical *= STRESSED
        for phrase in _offered(synpunkt, asks=asks):
            worth = measure.typical(phrase.text) * phrase.prior * typical
            if asks and phrase.text.startswith(PRAISING):
                worth *= AGREEING
            if phrase.text.startswith(STATES):
                worth *= STATING
            labels = {phrase.text: 1.0}
            if measure.told(phrase.text) < NEEDY and not phrase.text.startswith(tuple(TOPICAL)):
                near = nearest(phrase.text, matters[place], synpunkt.reading)
                labels |= _completed(phrase.text, common, COMPLETED_BY_OTHERS)
                labels |= _completed(phrase.text, near, COMPLETED)
            for label, kept in labels.items():
                score = worth * kept * measure.kept(label)
                scored[label] = max(scored.get(label, 0.0), round(score, 6))
                wanted = asks or synpunkt.stance not in ASKING
                kind = _kind(label, phrase, wanted=wanted, told=measure.told(label))
                kinds[label] = min(kind, kinds.get(label, kind))
    ranked = sorted(scored.items(), key=lambda item: (kinds[item[0]], -item[1], item[0]))
    return _fuller_first([(score, text) for text, score in ranked if score > 0])


def _offered(synpunkt: Synpunkt, *, asks: bool) -> list[Phrase]:
    """Return the phrases of a synpunkt; what is supported is what those hold who ask for nothing."""
    reading, stance = synpunkt.reading, synpunkt.stance
    stands = stands_of(reading, stance)
    held = (replace(p, wish=not asks and p.text.startswith("Ställer sig bakom")) for p in stands)
    return [*phrases_of(reading, stance), *held]


def _kind(label: str, phrase: Phrase, *, wanted: bool, told: float) -> int:
    """Return which kind of label comes first: a wish of something, a stand on it, other wishes, the rest."""
    if phrase.wish and wanted:
        return 0 if told >= TELLING and phrase.prior >= CLEAN else 2
    if label.startswith(tuple(TOPICAL)):
        return 3 if told >= ENOUGH_OF_TOPIC else 4
    return 1 if label != phrase.text and label.startswith(("Motsätter sig", "Ställer sig tveksam")) else 3


ENOUGH_OF_TOPIC = 0.5
"""How much of what makes a label specific enough one must say that only tells what is spoken of, to stand
before a stand on "förslaget"."""


TELLING, CLEAN = 0.25, 0.05
"""How much of what makes a label specific enough a wish must say, and how well it must be cut, to come before
a stand that says which."""


def _completed(label: str, matters: Sequence[str], kept: float) -> dict[str, float]:
    """Return a label that does not say which with the first matter that there is room for, and its worth."""
    fitting = (concerning(label, m) for m in matters if not _overlap(label, m))
    text = next(filter(None, fitting), None)
    return {text: kept} if text else {}


def _overlap(label: str, matter: str) -> bool:
    """Tell whether a matter says again what a label says already, if only in a part of a word."""
    said, added = content_stems(label), content_stems(matter)
    return bool(with_parts(said, added) & added or with_parts(added, said) & said)


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


def misread(label: str) -> int:
    """Return how many words of a label no Swedish text has, as far as the list of words knows."""
    known = load_words()
    words = (word for word in label.split() if word.islower() and word.isalpha())
    return sum(not (word in known or known.split_compound(word)) for word in words)


def _known(label: str) -> float:
    """Return how much of its worth a label keeps for the words in it that are none."""
    return BROKEN ** misread(label)


def _fitting(stance: Stance, *, asks: bool) -> float:
    """Return how well a synpunkt of a stance may name a tema that asks for something, or one of support."""
    if asks:
        return 1.0 if stance in ASKING else 0.4 if stance == "positiv" else 0.85
    return 0.4 if stance in ASKING else 1.0


def _long_enough(label: str) -> float:
    """Return how much of its worth a label of so many words keeps."""
    return TERSE.get(len(label.split()), 1.0)
