"""Read the clauses of a sentence: where the subject ends, where the predicate may be cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.cues import (
    EMPTY,
    LINKING,
    OBJECT_CUES,
    REASONING,
    SAYING,
    SHOWING,
    TITLES,
    UNFINISHED,
    VAGUE,
)

LONGEST = 8
"""Most words of a label."""


FURTHEST = 24
"""Most words from the start of a clause to its finite verb."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of a sentence, as written and in lower case."""

    words: list[str]
    lower: list[str]
    stance: Stance
    by_body: bool
    """Whether it opens with a body and its verb of saying."""

    @property
    def asks(self) -> bool:
        """Whether it wants, criticises or asks something."""
        return self.stance != "positiv"

    @property
    def denies(self) -> bool:
        """Whether a body says that it is not of an opinion: what follows "att" is then not what it wants."""
        return any(
            word in SAYING - SHOWING
            and ("inte" in self.lower[i + 1 : i + 3] or self.lower[max(0, i - 1) : i] == ["inte"])
            for i, word in enumerate(self.lower)
        )

    def is_verb(self, at: int) -> bool:
        """Tell a verb in the present tense from a noun that looks like one ("olika delar")."""
        if self.lower[at] in OBJECT_CUES or self.lower[at] in SAYING:
            return not g.is_infinitive(self.lower[at])
        if not g.is_finite(self.lower[at]):
            return False
        before = self.lower[at - 1] if at else ""
        homograph = self.lower[at].endswith(("ar", "er")) and self.lower[at] not in g.IRREGULAR_FINITE
        noun_before = before in g.DETERMINERS | g.PREPOSITIONS | g.CONJUNCTIONS or before.endswith(
            ("ande", "ende")
        )
        genitive = before.endswith("s") and len(before) > 4 and not g.is_finite(before)
        return not (
            homograph
            and self.lower[at] not in g.MODALS
            and (g.is_adjective(before) or genitive or noun_before)
        )

    def is_complete(self, start: int, end: int) -> bool:
        """Tell whether each subclause that starts in a piece has its verb there, and no other verb."""
        open_clauses = 0
        for at in range(start, end):
            word = self.lower[at]
            helped = at > start and (
                self.lower[at - 1] in g.MODALS or self.lower[at - 1] in g.AUXILIARY_INFINITIVES
            )
            doubled = at > start and word in g.PREPOSITIONS and self.lower[at - 1] in g.PREPOSITIONS
            if word in VAGUE or doubled or (at > start and word in REASONING):
                return False
            if word in g.CLAUSE_OPENERS:
                open_clauses += 1
            elif open_clauses and (g.is_finite(word) or g.is_infinitive(word)):
                open_clauses -= 1
            elif self.is_verb(at) and at > start and not helped:
                return False
        return open_clauses == 0

    def is_end(self, at: int) -> bool:
        """Tell whether the sentence or a part of it ends before `at`."""
        return at >= len(self.words) or not g.is_word(self.words[at])

    def piece(self, start: int, end: int) -> list[str]:
        """Return the words from `start` to `end`, as they stand inside a sentence."""
        first = [g.uncapitalise(self.words[start])] if start == 0 else [self.words[start]]
        return [*first, *self.words[start + 1 : end]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: where its subject starts and ends, its finite verb, and where the rest starts."""

    start: int
    end: int
    finite: str
    rest: int
    negated: bool = False


def read_clause(s: Sentence, at: int) -> Clause | None:
    """Find subject and finite verb of the clause that starts at `at`, or None.

    Takes both orders, "rubriken bör ändras" and, after a fronted adverbial, "bör rubriken ändras". "Det i
    programmet bör framgå att …" is passed over: the clause after its "att" comes by itself.
    """
    relative = 0
    for v in range(at, min(at + FURTHEST, len(s.lower))):
        word = s.lower[v]
        if (
            s.is_end(v)
            or word in SAYING
            or word == "vill"
            or (v > at and word in {"att", "eftersom", "hur", "men"})
            or (v > at and word == "om" and not g.is_noun_like(s.lower[v - 1]))
        ):
            return None
        if word == "som" and v > at:
            relative += 1
        elif s.is_verb(v):
            if relative:
                relative -= 1
            elif v > at and not g.opens_no_noun(s.lower[at]):
                negated = s.lower[v - 1] == "inte" and v - 1 > at
                return _checked(s, Clause(at, v - negated, word, v + 1, negated))
            else:
                return read_inverted(s, v)
    return None


def read_inverted(s: Sentence, v: int) -> Clause | None:
    """Read "… bör rubriken ändras": the subject stands between the modal verb and the infinitive."""
    if s.lower[v] not in g.MODALS or s.lower[v] == "kommer":
        return None
    end = v + 1
    while (
        not s.is_end(end)
        and not g.is_infinitive(s.lower[end])
        and s.lower[end] not in g.AUXILIARY_INFINITIVES
    ):
        end += 1
    if s.is_end(end) or not 1 <= end - v - 1 <= 5:
        return None
    return _checked(s, Clause(v + 1, end, s.lower[v], end))


def _checked(s: Sentence, clause: Clause) -> Clause | None:
    """Return the clause if its subject can stand in a label."""
    first, last = s.lower[clause.start], s.lower[clause.end - 1]
    inside = s.lower[clause.start : clause.end]
    named = clause.start == 0 and any(w[0].isupper() for w in s.words[1 : clause.end])
    good = (
        not points_back(s, clause.start)
        and not g.opens_no_noun(first)
        and not g.is_infinitive(first)
        and first not in g.IRREGULAR_FINITE | g.AUXILIARY_INFINITIVES
        and not g.is_function(last)
        and last not in UNFINISHED
        and not g.is_adjective(last)
        and not any(w in g.CLAUSE_OPENERS and w != "som" for w in inside)
        and not any(w.endswith("instanser") or w.endswith("instanserna") for w in inside)
        and not (named and first not in TITLES)
    )
    return clause if good else None


def subject_ends(s: Sentence, clause: Clause) -> list[int]:
    """Return where a subject may end: where it does, and before what hangs on its head."""
    ends = [clause.end]
    if s.lower[clause.start] in TITLES:
        return ends
    for i in range(clause.start + 1, clause.end):
        head = s.lower[i - 1]
        hangs = s.lower[i] in g.PREPOSITIONS or s.lower[i] == "som"
        if hangs and not g.is_function(head) and not g.is_adjective(head) and head not in UNFINISHED:
            ends.append(i)
            break
    return ends


def without_count(s: Sentence, start: int) -> int:
    """Return where a subject starts when "ett (stort) antal" is left out."""
    for length in (2, 3):
        if s.lower[start] == "ett" and s.lower[start + length - 1 : start + length] == ["antal"]:
            return start + length
    return start


def points_back(s: Sentence, at: int) -> bool:
    """Tell whether the phrase at `at` starts with a pronoun, not with an article before its adjective."""
    if at >= len(s.lower):
        return False
    word = s.lower[at]
    return word in g.ANAPHORS and not _is_article(s, at)


def _is_article(s: Sentence, at: int) -> bool:
    """Tell the article of "den föreslagna avgiften" from the pronoun of "den höjs"."""
    if s.lower[at] not in {"de", "den", "det"} or at + 1 >= len(s.lower):
        return False
    definite = at + 2 < len(s.lower) and g.is_definite(s.lower[at + 2])
    participle = s.lower[at + 1].endswith(("a", "e")) and not s.is_verb(at + 1)
    return g.is_adjective(s.lower[at + 1]) or (participle and definite)


def cuts(s: Sentence, start: int) -> Iterator[tuple[int, float, bool]]:
    """Yield ends at which a phrase from `start` may stop, how good each is, and whether its clause stops too.

    A phrase may stop before a preposition, a conjunction, a subordinator or punctuation, unless its last
    word asks for more.
    """
    for end in range(start + 1, min(len(s.words), start + LONGEST + 1) + 1):
        if s.is_end(end - 1):
            return
        last = s.lower[end - 1]
        asks_for_more = (
            g.is_function(last)
            or last in UNFINISHED
            or last in g.MODALS
            or last in g.AUXILIARY_INFINITIVES
            or last.endswith("-")
        )
        if end - 2 >= start and s.lower[end - 2] in {"den", "det", "de"} and not g.is_definite(last):
            continue  # "det krav som …" says nothing without what follows
        following = s.lower[end] if end < len(s.lower) else "."
        if asks_for_more or not s.is_complete(start, end):
            continue
        if following in {"efter", "före"}:
            continue
        if following == "som" and any(w in {"den", "det", "de"} for w in s.lower[max(start, end - 3) : end]):
            continue  # "den kommun som …" says nothing without what follows
        if following in ".!?;:":
            yield end, 1.0, True
        elif s.is_end(end) or following in g.CONJUNCTIONS:
            yield end, 0.95, False
        elif following in {"av", "till", "om", "mellan", "för", "kring", "på", "mot", "att", "som"}:
            yield end, 0.7, False
        elif g.is_function(following):
            yield end, 0.9, False


def predicate_cuts(s: Sentence, verb: int) -> Iterator[tuple[int, float, bool]]:
    """Yield ends of a predicate whose verb stands at `verb`; its particle or object is not cut off."""
    word = s.lower[verb]
    passive = word.endswith("s") and word != "finns"
    particle = verb + 1 < len(s.lower) and s.lower[verb + 1] in g.PURE_PARTICLES
    if particle and passive:
        ends = s.is_end(verb + 2)
        yield verb + 2, 1.0 if ends else 0.9, ends
    for end, prior, whole in cuts(s, verb):
        last = s.lower[end - 1]
        if end == verb + 1 and not whole and not (passive and _free(s, end)):
            continue
        if (particle and end == verb + 2) or (end == verb + 1 and word in EMPTY):
            continue
        if end - 1 != verb and (s.is_verb(end - 1) or g.is_infinitive(last)) and not whole:
            continue
        adverb = last.endswith(("are", "re", "t"))
        if g.is_adjective(last) and not whole and word not in LINKING and not (adverb and passive):
            continue
        if g.is_adjective(last) and s.lower[end : end + 1] == ["och"] and word not in LINKING:
            continue
        yield end, prior * (0.8 if end == verb + 1 and not whole else 1.0), whole


def _free(s: Sentence, at: int) -> bool:
    """Tell whether what starts at `at` can be left out after a passive verb: no particle, no goal."""
    return s.is_end(at) or s.lower[at] not in g.PARTICLES | {"som", "med", "mot"}
