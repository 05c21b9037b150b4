"""Phrases that could name a tema: what a sentence wants, cut where Swedish grammar lets it be cut.

All have one form, a verb in the present tense without a subject: "Önskar …", "Saknar …", "Vill att … ska …",
"Befarar att …", "Välkomnar …". The words are the sentence's own; only the first verb is chosen from a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.active import needed
from remissnlp.themes.clauses import read_inverted
from remissnlp.themes.conditions import condition_of, under_condition
from remissnlp.themes.cue_phrases import cue_phrases, pair_phrases
from remissnlp.themes.cues import OBJECT_CUES, OPPOSITION, PAIR_CUES, SAYING, SHOWING, SUPPORT, WH_WORDS, WISH
from remissnlp.themes.cutting import LONGEST
from remissnlp.themes.joints import after_joint
from remissnlp.themes.made import MADE, made
from remissnlp.themes.objects import SHORTEST, Phrase, object_of, predicates
from remissnlp.themes.openings import opening_phrases
from remissnlp.themes.plainer import plainer
from remissnlp.themes.questions import question_phrases
from remissnlp.themes.rewriting import NONE
from remissnlp.themes.sentence import Sentence, read_sentence, with_words
from remissnlp.themes.stating import FEARED
from remissnlp.themes.telling import worded_clause
from remissnlp.themes.topics import SPOKEN_OF, bare_stands, stands_over, topics
from remissnlp.themes.variants import variants
from remissnlp.themes.wordings import clause_at, infinitive_of, speaks, wants

__all__ = ["LONGEST", "SHORTEST", "SPOKEN_OF", "Phrase", "phrases_of"]


@lru_cache(maxsize=20_000)
def phrases_of(text: str, stance: Stance) -> tuple[Phrase, ...]:
    """Return every phrase of a synpunkt that could name its tema, in the order of the text.

    Parameters
    ----------
    text : str
        The reading of a synpunkt.
    stance : Stance
        Decides whether its verbs are wishes, criticism or support.
    """
    found: dict[str, Phrase] = {}
    sentences: list[Sentence] = []
    for sentence in g.sentences(text):
        asserted = read_sentence(plainer(CONCEDED.sub("Men ", sentence), stance), stance)
        condition = condition_of(asserted)
        for read, worth in variants(asserted):
            sentences.append(read)
            if not _denies(read):
                told = chain.from_iterable(_said_in(read))
                _keep(found, (under_condition(phrase, condition) for phrase in told), worth)
    if not found:
        for read in sentences:
            _keep(found, topics(read), 1.0)
            _keep(found, bare_stands(read), 1.0)
    return tuple(found.values())


def _said_in(s: Sentence) -> Iterator[Iterable[Phrase]]:
    """Yield the phrases of a sentence, by where they are looked for."""
    asks = s.words[-1:] == ["?"]
    if not asks:
        yield _sentence_phrases(s)
    if not s.by_body:
        yield opening_phrases(s)
    if not s.by_body and not asks and s.told[:1] == ("own",):
        yield clause_at(s, 0, None)


@lru_cache(maxsize=20_000)
def stands_of(text: str, stance: Stance) -> tuple[Phrase, ...]:
    """Return what a synpunkt supports or opposes in a word, which says too little alone: "förslaget"."""
    found: dict[str, Phrase] = {}
    for sentence in g.sentences(text):
        read = read_sentence(sentence, stance)
        _keep(found, bare_stands(read), 1.0)
        _keep(found, stands_over(read), 1.0)
    return tuple(found.values())


CONCEDED = re.compile(r"^.*\b(?:i och för sig|visserligen|förvisso)\b.*?,? men\b\s*")
"""What is only conceded before what is said: "det är visserligen bra, men …"."""


def _denies(s: Sentence) -> bool:
    """Tell whether a body says that it is not of an opinion: what follows "att" is then not what it wants."""
    denied = s.lower[0] in DENIED or (s.lower[0] in g.PREPOSITIONS and s.lower[1] in NONE)
    opens = denied and any(map(s.is_verb, range(len(s.words))))
    return (
        opens
        or any(
            word in SAYING - SHOWING
            and s.lower[i + 1 : i + 2] != ["det"]  # "anser det inte rimligt att …"
            and (
                ("inte" in s.lower[i + 1 : i + 3] and "att" in s.lower[i + 1 : i + 5])
                or s.lower[max(0, i - 1) : i] == ["inte"]
            )
            for i, word in enumerate(s.lower)
        )
    )


DENIED = frozenset({"inte", "aldrig", "varken", "knappast", *NONE})
"""Words that deny what they open: "Aldrig bör …", as "I inget fall bör …" does."""


def _keep(found: dict[str, Phrase], phrases: Iterable[Phrase], worth: float) -> None:
    """Add the phrases that have the length of a label."""
    for phrase in map(_shortened, phrases):
        if SHORTEST <= len(phrase.text.split()) <= LONGEST and not MISSAID.search(phrase.text):
            told = BACKWARDS if POINTS_BACK.search(phrase.text) else 1.0
            worded = replace(phrase, prior=worth * told * phrase.prior)
            known = found.get(phrase.text)
            if known is None or known.prior < worded.prior:
                found[phrase.text] = worded


def _shortened(phrase: Phrase) -> Phrase:
    """Leave out the article or the "har" of a phrase that is one word too long, as headlines do."""
    words = phrase.text.split()
    dispensable = (
        i
        for i in range(1, len(words) - 1)
        if (words[i] in DISPENSABLE or (words[i] == "har" and g.is_supine(words[i + 1])))
        and (
            words[i - 1] not in BEFORE_COUNT
            or (words[i - 1] in g.PREPOSITIONS and g.is_adjective(words[i + 1]))
        )
        and words[i + 1] not in COUNTED
    )
    at = next(dispensable, None)
    if len(words) != LONGEST + 1 or at is None:
        return phrase
    return replace(phrase, text=" ".join(words[:at] + words[at + 1 :]), prior=HEADLINE * phrase.prior)


MISSAID = re.compile(
    r"\b(\w+) och \1\b"
    r"|\bvarken\b(?!.*\beller\b)|\bvarken (?:ska )?(?:ges|sker|ske)\b|^Vill \w+a varken"
    r"|\batt (?:endast|bara|enbart) (?:i|på|vid|för|om)\b"
)
"""What is left of "de nya kriterierna och de gamla kriterierna" without the adjectives, and labels whose
"varken" or "endast" stands where no Swedish has it.
"""

POINTS_BACK = re.compile(
    r"\b(?:sådan(?:t|a)?|(?:det|den) belopp\w*|(?:myndighet|verk|nämnd)ens|aktuella|nämnda)\b"
)
"""Words for what was told before and that no label shows."""

BACKWARDS = 0.3
"""How much of its worth a phrase keeps that points back to what no label shows."""

HEADLINE = 0.88
"""How much of its worth a phrase keeps without its article."""

DISPENSABLE = frozenset("en ett ytterligare mycket".split())
"""Words that a headline does without."""

BEFORE_COUNT = g.PREPOSITIONS | g.COPULAS | {"vara"} | {"minst", "högst", "lägst", "bara", "endast", "enbart"}

COUNTED = g.PREPOSITIONS | {"enda", "del", "gång", "viss", "visst", "annan", "annat", "och"}
"""Words before which "en" is no article."""


def _opens_clause(s: Sentence, at: int) -> bool:
    """Tell whether after "och" a clause begins, not another half of a phrase: "… nås och kravet bör …"."""
    before = next((i for i in range(at - 2, -1, -1) if s.is_verb(i) or s.lower[i] in OPENERS), None)
    ahead = next((i for i in range(at, min(at + LONGEST, len(s.words))) if s.is_end(i) or s.is_verb(i)), at)
    wished = not s.is_end(ahead) and s.lower[ahead] in WISH and ahead > at
    split = g.is_function(s.lower[at - 2]) or s.lower[at - 2].endswith("-")  # "tids- och kostnadskrävande"
    return wished and before is not None and s.is_verb(before) and not split


OPENERS = g.CLAUSE_OPENERS | {"om", "inte"}

LEADING = frozenset("leda medföra innebära".split())
"""Infinitives that lead to what is feared."""


ENOUGH = frozenset("tillräcklig tillräckligt tillräckliga".split())
"""What there is not enough of is missed."""

HAVING = frozenset("har innehåller finns ger".split())

NOT_LACKED = frozenset(
    "skäl behov invändning invändningar synpunkt synpunkter erinran hinder tvivel anledning problem risk "
    "risker kommentar kommentarer kännedom nackdelar".split()
)
"""What nobody misses."""


def _has_none(s: Sentence, at: int) -> bool:
    """Tell what is missed in "planen har inga mål" from what is not in "nämnden har inga synpunkter"."""
    if s.stance != "kritik" or s.by_body or not at or g.is_actor(s.words[at - 1]) or s.is_end(at + 2):
        return False
    thing = s.lower[at + 2 : at + 5]
    return s.lower[at + 1] in NONE and not NOT_LACKED & set(thing)


def _stand_at_end(s: Sentence) -> tuple[int, str] | None:
    """Return where "…, vilket nämnden avstyrker" starts, and how its stand opens a label."""
    at = next((i for i in range(2, len(s.lower)) if s.lower[i - 1 : i + 1] == [",", "vilket"]), None)
    verbs = [OBJECT_CUES.get(word, "") for word in s.lower[at:]] if at else []
    stand = next((verb for verb in verbs if verb in SUPPORT | OPPOSITION), None)
    return (at, stand) if at and stand else None


def _sentence_phrases(s: Sentence) -> Iterator[Phrase]:
    stand = _stand_at_end(s)
    if stand is not None and "att" in s.lower[: stand[0]]:
        said = with_words(s, [*s.words[: stand[0] - 1], "."])
        yield from clause_at(said, said.lower.index("att") + 1, stand[1])
        return
    for i, word in enumerate(s.lower):
        if word in WH_WORDS and i and s.asks and s.told[i - 1] != "aside":
            yield from question_phrases(s, i)
        if word == "som" and i and s.told[i - 1] == "own" and s.asks:
            yield from needed(s, i)
        if s.told[i] == "aside":
            continue
        own = s.told[i] == "own"
        pair = PAIR_CUES.get((word, s.lower[i + 1])) if i + 1 < len(s.lower) else None
        if own and (pair or word in OBJECT_CUES):
            yield from pair_phrases(s, i, pair) if pair else cue_phrases(s, i)
        elif own and (
            (word == "sett" and "hade" in s.lower[:i]) or (word == "gärna" and s.lower[i - 1] == "ser")
        ):
            yield from object_of(s, i + 1, "Önskar", 0.9)
        elif own and word == "inte" and s.lower[i + 1] in ENOUGH and s.stance == "kritik":
            yield from object_of(s, i + 1, "Saknar", 0.85)
        elif own and word in HAVING and _has_none(s, i):
            yield from object_of(s, i + 2, "Saknar", 0.85)
        elif own and word == "kräver" and i and g.is_actor(s.words[i - 1]) and s.lower[i + 1] == "att":
            yield from clause_at(s, i + 2, "Vill")
        elif word in {"att", "om"} and i:
            yield from after_joint(s, i)
        elif own and s.lower[i : i + 2] == ["vill", "inte"] and speaks(s, i) and s.is_infinitive(i + 2):
            yield from predicates(s, i + 2, "Vill inte", 0.9)
        elif own and word == "vill" and wants(s, i):
            yield from infinitive_of(s, i + 1 + g.is_actor(s.words[i + 1]))
        elif own and (word == "men" or (word in {"och", "samt"} and _opens_clause(s, i + 1))):
            yield from clause_at(s, i + 1, None)
        elif own and word in {"tas", "togs"} and "det" in s.lower[max(0, i - 3) : i] and s.asks:
            yield from object_of(s, i + 2, "Efterfrågar", 0.9)
        elif own and word in LEADING and s.stance == "kritik" and FEARED & set(s.lower[max(0, i - 4) : i]):
            yield from object_of(s, i + 1 + (s.lower[i + 1 : i + 2] == ["till"]), "Befarar", 0.75)
        elif own and word in g.MODALS and i:
            clause = read_inverted(s, i)
            if clause:
                yield from worded_clause(clause, None)
        if own and (g.is_passive_infinitive(word) or word in MADE) and i and s.asks:
            yield from made(s, i)
