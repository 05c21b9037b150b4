"""Phrases that could name a tema: what a sentence wants, cut where Swedish grammar lets it be cut.

All have one form, a verb in the present tense without a subject: "Önskar …", "Saknar …", "Vill att … ska …",
"Befarar att …", "Välkomnar …". The words are the sentence's own; only the first verb is chosen from a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import LONGEST, Sentence, predicate_cuts, read_inverted
from remissnlp.themes.cues import (
    BAD,
    BEING,
    CLARIFYING,
    HEADS,
    NEED,
    OBJECT_CUES,
    OPPOSITION,
    PAIR_CUES,
    REASON,
    SAYING,
    SUPPORT,
    UNCLEAR,
    WH_WORDS,
)
from remissnlp.themes.frames import opens_with_body, without_leading_adverbials
from remissnlp.themes.wordings import (
    SHORTEST,
    SPOKEN_OF,
    Phrase,
    after_cue,
    clause_at,
    infinitive_of,
    object_of,
    question_at,
    worded_clause,
)
from remissnlp.themes.words import is_content

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
        bare = without_leading_adverbials(sentence)
        words = g.tokens(bare)
        read = Sentence(words, [w.lower() for w in words], stance, opens_with_body(bare))
        sentences.append(read)
        wishes = () if read.denies else _sentence_phrases(read)
        own_clause = () if read.by_body or read.denies else clause_at(read, 0, None)
        _keep(found, (*wishes, *own_clause))
    if not found:
        _keep(found, (phrase for read in sentences for phrase in _subjects(read)))
    return tuple(found.values())


def _keep(found: dict[str, Phrase], phrases: Iterable[Phrase]) -> None:
    """Add the phrases that have the length of a label."""
    for phrase in phrases:
        if SHORTEST <= len(phrase.text.split()) <= LONGEST:
            found.setdefault(phrase.text, phrase)


def _sentence_phrases(s: Sentence) -> Iterator[Phrase]:
    for i, word in enumerate(s.lower):
        pair = PAIR_CUES.get((word, s.lower[i + 1])) if i + 1 < len(s.lower) else None
        if pair and (pair not in SUPPORT | OPPOSITION or word not in STANDS or _is_stand(s, i)):
            if "inte" not in s.lower[max(0, i - 2) : i]:
                yield from after_cue(s, i + 2, pair)
        elif word in OBJECT_CUES:
            if _is_own_cue(s, i):
                yield from after_cue(s, i + 1, OBJECT_CUES[word])
        elif word in {"att", "om"} and i:
            yield from _after_joint(s, i)
        elif word in {"tas", "togs", "tar"} and s.lower[i + 1 : i + 2] == ["fram"] and s.asks:
            yield from object_of(s, i + 2, "Efterfrågar", 0.9)
        elif word in g.MODALS and i:
            clause = read_inverted(s, i)
            if clause:
                yield from worded_clause(s, clause, None)
        if word in WH_WORDS and i and s.asks:
            yield from _question(s, i)
        if g.is_passive_infinitive(word) and i and s.asks:
            yield from _made(s, i)


STANDS = frozenset(
    """
    positiv positiva positivt kritisk kritiska kritiskt negativ negativa tveksam tveksamma frågande
    """.split()
)
"""Words that tell a stand only after "är" or "ställer sig"."""


def _is_own_cue(s: Sentence, i: int) -> bool:
    """Tell a verb of the writer's own stand from one in a relative clause, a negated one, or a thing's."""
    if s.lower[max(0, i - 1) : i] == ["som"] or "inte" in s.lower[i : i + 3]:
        return False
    if s.lower[i] == "önskar" and s.by_body and "att" not in s.lower[:i]:
        return True
    return s.lower[i] not in {"saknar", "önskar"} or _lacks(s, i)


def _after_joint(s: Sentence, i: int) -> Iterator[Phrase]:
    """Yield phrases for what follows "att" or "om", by what stands before it."""
    word, before = s.lower[i], s.lower[max(0, i - 4) : i]
    negated = _is_negated(s, i)
    if before[-1] == "till" and before[-2:-1] and before[-2] in BAD and word == "om":
        yield from question_at(s, i, "Ifrågasätter")
    elif before[-1] in BAD:
        if word == "om":
            yield from question_at(s, i, "Ifrågasätter")
        else:
            yield from clause_at(s, i + 1, "Ifrågasätter")
    elif before[-1] in {"ifrågasätter", "ifrågasatt"} and word == "om":
        yield from question_at(s, i, "Ifrågasätter")
    elif word == "om" and (before[-1] in UNCLEAR or before[-1] in {"undrar", "frågan"}):
        yield from question_at(s, i, "Undrar")
    elif word == "att" and before[-1] == "möjligheter" and not GIVING & set(s.lower[max(0, i - 7) : i]):
        return  # "begränsa möjligheter att …" wants the opposite
    elif (
        word == "att"
        and s.asks
        and ({*before[-1:]} | ({*before[-2:-1]} if before[-1] == "för" else set())) & REASON
    ):
        if not negated:
            yield from infinitive_of(s, i + 1)
            yield from clause_at(s, i + 1, "Vill")
        elif i + 1 < len(s.lower) and g.is_infinitive(s.lower[i + 1]):
            for end, prior, whole in predicate_cuts(s, i + 1):
                yield Phrase(" ".join(["Vill inte", *s.words[i + 1 : end]]), 0.85 * prior, whole)
    elif word == "att" and s.asks and (before[-1] in {"risk", "risken"} or before[-2:] == ["risk", "för"]):
        yield from clause_at(s, i + 1, "Befarar")
    elif (
        word == "att"
        and before[-1] in {"instämmer", "bedömning", "bedömningen", "uppfattning"}
        and not negated
    ):
        if {"delar", "instämmer"} & set(before) or before[-1] == "instämmer":
            yield from clause_at(s, i + 1, "Stödjer")
    elif before[-1] in NEED and not negated:
        yield from clause_at(s, i + 1, "Vill" if s.asks else "Välkomnar")
        if word == "att":
            yield from infinitive_of(s, i + 1)
    elif word == "att" and _follows_saying(s, i):
        yield from clause_at(s, i + 1, None)
    elif word == "att" and s.asks and before[-2:] in (["förslag", "är"], ["önskemål", "är"]):
        yield from infinitive_of(s, i + 1)
    elif word == "att":
        yield from _judged(s, i)


def _subjects(s: Sentence) -> Iterator[Phrase]:
    """Yield "Tar upp <noun phrase>": the last resort, which says what is spoken of and not what is wanted."""
    for i in range(len(s.lower) - 2):
        known = s.lower[i] in HEADS
        binds = s.lower[i + 1] in {"om", "av", "för", "till", "på", "mot", "att", "mellan"}
        if binds and (
            known or (g.is_noun_like(s.lower[i]) and is_content(s.lower[i]) and s.lower[i + 1] != "att")
        ):
            yield from object_of(s, i, SPOKEN_OF, 0.35 if known else 0.25)


def _is_negated(s: Sentence, at: int) -> bool:
    """Tell whether there is a "not" between `at` and the start of its clause."""
    for i in range(at - 1, max(-1, at - 10), -1):
        if s.lower[i] in {"att", "som"} or not g.is_word(s.words[i]):
            return False
        if s.lower[i] in {"inte", "inga", "inget", "ingen", "knappast", "varken", "saknas", "saknar"}:
            return True
    return False


def _question(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Undrar hur …" for what is unclear, and "Vill klargöra hur …" for what should be made clear."""
    before = s.lower[max(0, at - 4) : at]
    if before[-1] in UNCLEAR or before[-1] == "undrar" or ("framgår" in before and "inte" in before):
        yield from question_at(s, at, "Undrar")
    elif before[-1] in {"i", "på", "för"} and before[-2:-1] and before[-2] in UNCLEAR:
        yield from question_at(s, at - 1, "Undrar")
    elif before[-1] in {"ifrågasätter", "ifrågasatt"}:
        yield from question_at(s, at, "Ifrågasätter")
    elif before[-1] in CLARIFYING and g.MODALS.keys() & set(before[:-1]) and "inte" not in before:
        active = g.active_infinitive(before[-1])
        yield from question_at(s, at, f"Vill {active}", prior=0.95)


def _made(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill införa en bestämmelse" for "det bör införas en bestämmelse"."""
    before = s.lower[max(0, at - 3) : at]
    impersonal = "det" in before and g.MODALS.keys() & set(before) and "inte" not in before
    following = [*s.lower[at + 1 : at + 4], "", ""]
    # "Det kan flyttas längre bak": the thing stands elsewhere.
    adverb = g.is_adjective(following[0]) and (
        following[1] in {"", "bak", "fram"} or g.is_function(following[1])
    )
    if impersonal and following[0] and following[0] not in g.PURE_PARTICLES and not adverb:
        yield from object_of(s, at + 1, f"Vill {g.active_infinitive(s.lower[at])}", 0.95)


def _follows_saying(s: Sentence, at: int) -> bool:
    """Tell whether the "att" at `at` follows a verb of saying, with nothing but the body between."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if s.lower[i] in SAYING:
            return True
        if not (
            g.is_actor(s.words[i])
            or s.words[i][0].isupper()
            or s.lower[i] in {"i", "fram", "tydligt", "och", "sig"}
        ):
            return False
    return False


def _lacks(s: Sentence, at: int) -> bool:
    """Tell whether it is a body that lacks something, not a thing ("regeln saknar betydelse")."""
    beside = s.words[max(0, at - 1) : at] + s.words[at + 1 : at + 2]
    if any(g.is_actor(w) or (w[0].isupper() and at > 1) for w in beside):
        return True
    return (
        s.by_body and "att" not in s.lower[:at] and any(g.is_actor(w) or g.is_name(w) for w in s.words[:at])
    )


def _is_stand(s: Sentence, at: int) -> bool:
    """Tell "ställer sig positiv till" from "kan bidra positivt till"."""
    before = s.lower[max(0, at - 4) : at]
    return any(w in BEING for w in before) and not (before and g.is_infinitive(before[-1]))


def _judged(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Ser svårigheter att <infinitive>" for "det blir svårt att", "Vill inte …" for "inte bra att"."""
    judgement = s.lower[at - 1]
    described = g.is_adjective(judgement) or judgement.endswith("ande")
    window = s.lower[max(0, at - 5) : at]
    if not described or not any(w in g.COPULAS | {"bli", "vara"} for w in window):
        return
    if at + 1 < len(s.lower) and g.is_infinitive(s.lower[at + 1]):
        opening = "Ser svårigheter att" if judgement in HARD else "Vill inte"
        if ("inte" in window) == (judgement in HARD) or not (s.asks or judgement in HARD):
            return
        for end, prior, whole in predicate_cuts(s, at + 1):
            yield Phrase(" ".join([opening, *s.words[at + 1 : end]]), 0.85 * prior, whole)


GIVING = frozenset("ser finns ge ger ges skapa skapas öka ökade bättre fler nya större stora goda".split())
"""Words that tell that possibilities are wanted."""

HARD = frozenset("svårt utmanande svårare komplicerat problematiskt krävande omöjligt".split())
