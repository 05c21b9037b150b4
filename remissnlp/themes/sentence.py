"""A sentence as labels read it: its tokens, its verbs, and which of its clauses speak for the writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.cues import (
    AUTHORS,
    CLARIFYING,
    ENACTING,
    ENTAILING,
    HARD,
    HEADS,
    OBJECT_CUES,
    OPPOSITION,
    PAIR_CUES,
    REASON,
    REASONING,
    SAYING,
    UNCLEAR,
    VAGUE,
    WH_WORDS,
)
from remissnlp.themes.frames import opens_with_body, without_leading_adverbials
from remissnlp.themes.stating import is_bad

NEGATIONS = frozenset("inte aldrig inga inget ingen knappast varken saknas saknar".split())

REPORTED = frozenset("föreslås anses antas bedöms beräknas förväntas avses förefaller verkar tycks".split())
"""Finite verbs that help an infinitive as modal verbs do: "föreslås finnas"."""

Told = Literal["own", "against", "aside"]
"""What a clause tells: what the writer holds, what they are against or doubt, or a condition or such."""


@dataclass(frozen=True)
class Sentence:
    """Tokens of a sentence, as written and in lower case."""

    words: list[str]
    lower: list[str]
    stance: Stance
    by_body: bool
    """Whether it opens with a body and its verb of saying."""
    is_item: bool = False
    """Whether it opens with a small letter, as an item of a list does."""
    text: str = ""
    """As it was written."""

    @property
    def asks(self) -> bool:
        """Whether it wants, criticises or asks something."""
        return self.stance != "positiv"

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Whose the clause is that each token stands in."""
        if self.lower[:1] == ["enligt"] and not {"bör", "borde"} & set(self.lower):
            return tuple("aside" for _ in self.lower)  # what a law says
        holds = self.lower[:1] == ["regeringen"] and self.lower[1] in SAYING | {"delar", "gör", "vill"}
        if holds and "men" not in self.lower:
            return tuple("aside" for _ in self.lower)  # no respondent
        return tuple(_whose(self))

    def is_verb(self, at: int) -> bool:
        """Tell a verb in the present tense from a noun that looks like one ("olika delar")."""
        if self.lower[at] == "framför" and at:
            compares = g.is_infinitive(self.lower[at - 1]) or "föredrar" in self.lower[max(0, at - 5) : at]
            if compares:
                return False  # "prioriteras framför …"
        if self.lower[at] in OBJECT_CUES or self.lower[at] in SAYING:
            helped = bool(g.MODALS.keys() & set(self.lower[max(0, at - 3) : at]))
            return not helped if self.lower[at].endswith("s") else not g.is_infinitive(self.lower[at])
        if not g.is_finite(self.lower[at]):
            return False
        before = self.lower[at - 1] if at else ""
        homograph = self.lower[at].endswith(("ar", "er")) and self.lower[at] not in g.IRREGULAR_FINITE
        joined = g.CONJUNCTIONS - {"men"}
        noun_before = before in g.DETERMINERS | g.PREPOSITIONS | joined or before.endswith(("ande", "ende"))
        genitive = before.endswith("s") and len(before) > 4 and not g.is_finite(before)
        return not (
            homograph
            and self.lower[at] not in g.MODALS
            and ((g.is_adjective(before) and not before.endswith("t")) or genitive or noun_before)
        )

    def is_infinitive(self, at: int) -> bool:
        """Tell an infinitive, also one that only helps another ("kunna"); none follows a preposition."""
        if at and self.lower[at - 1] in g.PREPOSITIONS:
            return False  # "betydelsen av trygga miljöer"
        return g.is_infinitive(self.lower[at]) or self.lower[at] in g.AUXILIARY_INFINITIVES

    def is_complete(self, start: int, end: int) -> bool:
        """Tell whether each subclause that starts in a piece has its verb there, and no other verb."""
        open_clauses, pronoun = 0, False
        for at in range(start, end):
            word = self.lower[at]
            helped = at > start and (
                self.lower[at - 1] in g.MODALS.keys() | g.AUXILIARY_INFINITIVES | REPORTED
            )
            joined = word in g.CONJUNCTIONS and at + 1 < end and self.lower[at + 1] in g.PREPOSITIONS
            if joined and self.lower[at + 1] not in self.lower[start:at]:
                return False  # "(till) mer grönska och till skugga"
            doubled = at > start and word in g.PREPOSITIONS and self.lower[at - 1] in g.PREPOSITIONS
            if self.lower[at : at + 2] == ["om", "inte"]:
                return False  # a condition
            if word in VAGUE or doubled or (at > start and word in REASONING):
                return False
            asked = word == "om" and (at == start or self.lower[at - 1] + "s" in CLARIFYING)
            if self.is_opener(at) or asked or (at > start and self.is_condition(at)):  # "överväga om …"
                open_clauses += 1
                pronoun = self.lower[at + 1 : at + 2] in (["de"], ["den"], ["det"], ["man"])
            elif open_clauses and (g.is_finite(word) or (g.is_infinitive(word) and not pronoun)):
                open_clauses -= 1
            elif self.is_verb(at) and at > start and not helped and not self.joins_infinitive(start, at):
                return False
        return open_clauses == 0

    def joins_infinitive(self, verb: int, at: int) -> bool:
        """Tell whether "och" joins to an infinitive another one of its voice: "utvecklas och följas upp"."""
        first, second = self.lower[verb], self.lower[at]
        both = g.is_infinitive(first) and g.is_infinitive(second)
        return both and self.lower[at - 1] in {"och", "samt"} and first[-1] == second[-1]

    def is_negated(self, at: int) -> bool:
        """Tell whether there is a "not" between `at` and the start of its clause."""
        if self.lower[at] == "att" and self.lower[at - 1] in {"och", "samt"}:  # as the "att" before it
            earlier = next((i for i in range(at - 2, 0, -1) if self.lower[i] == "att"), None)
            return earlier is not None and self.is_negated(earlier)
        for i in range(at - 1, max(-1, at - 10), -1):
            if self.lower[i] in {"att", "som"} or not g.is_word(self.words[i]):
                return False
            if self.lower[i] in SAYING:  # "… inte gäller och anser att": not it
                return bool(NEGATIONS & set(self.lower[max(0, i - 2) : i]))
            if self.lower[i] in NEGATIONS:
                return True
        return False

    def is_of_law(self, at: int) -> bool:
        """Tell whether the clause of an "att" is what a law or the proposal says, not what is wished."""
        # "Innebär att det finns risk för …", and what those who criticise say that it entails
        feared = bool({"risk", "risken"} & set(self.lower[at + 1 : at + 5])) or self.stance == "kritik"
        entailed = feared and self.lower[at - 1] in ENTAILING
        told = {"anför", "konstaterar", "noterar", "påpekar"} & set(self.lower[:at])
        if (told or self.lower[0] in {"av", "enligt"}) and self.lower[at - 1] in {"anges", "framgår"}:
            return True  # "konstaterar att det i förordningen anges att …"
        enacted = not entailed and bool(ENACTING & set(self.lower[max(0, at - 2) : at]))
        return enacted or (
            self.lower[at + 1 : at + 2] == ["enligt"] and not {"bör", "borde"} & set(self.lower[at : at + 14])
        )

    def is_foreign(self, at: int) -> bool:
        """Tell whether the clause of an "att" is the inquiry's ("utredningen föreslår", "dess förslag")."""
        before = self.lower[max(0, at - 6) : at]
        if len(before) == 2 and before[0] in AUTHORS and before[1] in SAYING:
            return True  # "Utredningen anför att …": no respondent does
        if {"delar", "instämmer"} & set(before):
            return False
        if before[-1:] in (["förslag"], ["bedömning"]) and before[-2:-1] and before[-2].endswith("s"):
            return True
        cue = next((i for i in range(len(before) - 1, -1, -1) if before[i] in OBJECT_CUES), None)
        subject = before[:cue] if cue is not None else []
        return any(w.endswith(AUTHORS) for w in subject) and "att" in self.lower[:at]

    def is_condition(self, at: int) -> bool:
        """Tell the "om" of "lagen om reformen genomförs" from that of "regler om avgifter"."""
        before = self.lower[at - 1]
        done = at > 0 and self.is_verb(at - 1) and before in g.COPULAS  # "vad följden blir om …"
        if self.lower[at] != "om" or before in HEADS or not (done or g.is_definite(before)):
            return False
        ahead = range(at + 1, min(at + 7, len(self.lower)))
        verb = next((i for i in ahead if self.is_end(i) or self.is_verb(i) or self.is_opener(i)), None)
        return verb is not None and not self.is_end(verb) and not self.is_opener(verb)

    def is_opener(self, at: int) -> bool:
        """Tell whether a word opens a clause; "som" is "as" before an article and after what is done."""
        if self.lower[at] == "som":
            # "Vad som gäller" and "hur många elever som berörs" are one question.
            counted = self.lower[max(0, at - 3) : at - 1] == ["hur", "många"]
            asked = counted or WH_WORDS & set(self.lower[max(0, at - 2) : at])
            done = at > 0 and (_is_done(self.lower[at - 1]) or self._has_no_verb_after(at))
            return not (asked or done) and self.lower[at + 1 : at + 2] not in (["en"], ["ett"])
        return self.lower[at] in g.CLAUSE_OPENERS

    def _has_no_verb_after(self, at: int) -> bool:
        """Tell whether nothing after an infinitive's "som" can be its verb: "agera som stödperson."."""
        if not g.is_infinitive(self.lower[at - 1]):
            return False
        stop = next(i for i in range(at + 1, len(self.words) + 1) if self.is_end(i))
        return not any(self.is_verb(i) for i in range(at + 1, stop))

    def is_end(self, at: int) -> bool:
        """Tell whether the sentence or a part of it ends before `at`."""
        return at >= len(self.words) or not g.is_word(self.words[at])

    def piece(self, start: int, end: int) -> list[str]:
        """Return the words from `start` to `end`, as they stand inside a sentence."""
        first = [g.uncapitalise(self.words[start])] if start == 0 else [self.words[start]]
        return [*first, *self.words[start + 1 : end]]


def _is_done(word: str) -> bool:
    """Tell a passive or a participle, after which "som" is "as": "klassas som", "registrerad som"."""
    passive = word.endswith("s") and (g.is_infinitive(word) or g.is_finite(word))
    return passive or g.is_supine(word) or (word.endswith("ad") and g.is_infinitive(word[:-1]))


@lru_cache(maxsize=20_000)
def read_sentence(text: str, stance: Stance) -> Sentence:
    """Return the tokens of a sentence, without the adverbs that tie it to the one before.

    The last is always punctuation, also of a heading or an item of a list that has none.
    """
    bare = without_leading_adverbials(text)
    words = g.tokens(bare)
    if not words or g.is_word(words[-1]):
        words = [*words, "."]
    item = text.lstrip()[:1].islower()
    return Sentence(words, [w.lower() for w in words], stance, opens_with_body(bare), item, text)


def with_words(s: Sentence, words: list[str]) -> Sentence:
    """Return a sentence of other words."""
    return replace(s, words=words, lower=[w.lower() for w in words])


def _whose(s: Sentence) -> Iterator[Told]:
    """Yield whose the clause of each token is: the worst of all clauses that it stands in.

    A clause ends with a comma once it has its verb, and before a verb that is none of its own.
    """
    opened: list[tuple[Told, bool]] = [("own", False)]
    helped = False  # by a modal verb: what looks like a present passive is its infinitive
    for i, word in enumerate(s.lower):
        told = _opens(s, i)
        if not g.is_word(s.words[i]):
            while len(opened) > 1 and opened[-1][1]:
                opened.pop()
        elif told:
            if word == "att" and s.lower[i - 1] in {"och", "samt", "men"}:  # as the "att" before it
                while len(opened) > 1 and opened[-1][1]:
                    opened.pop()
            opened.append((told, _is_infinitive(s, i + 1)))
        elif s.is_verb(i) and not (helped and g.is_infinitive(word)):
            helped = word in g.MODALS or word in REPORTED
            anew = s.lower[max(0, i - 1) : i] in (["och"], ["men"], ["samt"])
            if anew and (word in OBJECT_CUES or word in SAYING or word == "vill"):
                del opened[1:]
            while len(opened) > 1 and opened[-1][1] and not anew:
                opened.pop()
            opened[-1] = (opened[-1][0], True)
        kinds = {kind for kind, _ in opened}
        yield "against" if "against" in kinds else "aside" if "aside" in kinds else "own"


def _is_infinitive(s: Sentence, at: int) -> bool:
    """Tell whether an infinitive follows an "att", which is then all the verb that its clause has."""
    return s.lower[at - 1] == "att" and at < len(s.lower) and g.is_infinitive(s.lower[at])


def _opens(s: Sentence, at: int) -> Told | None:
    """Return whose the clause is that a word opens; None where it opens none."""
    word, before = s.lower[at], s.lower[max(0, at - 4) : at]
    if word in {"som", "vars", "där"}:
        return "aside" if s.is_opener(at) or word != "som" else None
    if word in {"eftersom", "när", "då", "medan", "ifall", "såvida", "innan"}:
        return "aside"
    if word == "att":
        if s.is_of_law(at) or s.is_foreign(at):
            return "aside"
        if (
            before[-1:] in (["för"], ["genom"], ["utan"], ["trots"])
            and before[-2:-1]
            and before[-2] not in REASON
        ):
            return "against" if before[-2] in {"risk", "risken", "orolig", "oroliga", "oro"} else "aside"
        return "against" if _is_against(before) or s.is_negated(at) else "own"
    if word == "om":
        if before and (
            before[-1] in UNCLEAR | {"av", "kring", "på"}
            or is_bad(before[-1])
            or before[-1] in {"till", "undrar", "ifrågasätter"}
        ):
            return "against"
        conditional = (
            not before or not g.is_word(before[-1]) or before[-1] in {"att", "även", "bara", "endast"}
        )
        return "aside" if conditional else None
    doubted = word in {"varför", "huruvida"} or (before and before[-1] in UNCLEAR)
    if word in WH_WORDS and before and not doubted:
        return "aside"
    if word in {"varför", "huruvida"} or (word == "hur" and before and before[-1] in UNCLEAR):
        return "against"
    return None


def _is_against(before: list[str]) -> bool:
    """Tell whether the words before an "att" are against what follows, or doubt it."""
    said = max((i for i, word in enumerate(before) if word in SAYING), default=-1)
    before = before[said + 1 :]
    if not before:
        return False
    pairs = {PAIR_CUES.get(pair) for pair in pairwise(before)}
    return (
        before[-1] in HARD | {"emot", "mot"}
        or is_bad(before[-1])
        or bool({"risk", "risken"} & set(before))
        or any(OBJECT_CUES.get(word) in OPPOSITION for word in before)
        or bool(pairs & OPPOSITION)
    )
