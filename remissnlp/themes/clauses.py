"""Read the clauses of a sentence: subject, finite verb and the rest, whatever order they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from remissnlp.themes import grammar as g
from remissnlp.themes.binding import ABOUT, bond
from remissnlp.themes.cues import DEGREE, DOCUMENTS, RELATIONAL, SAYING, TITLES, UNFINISHED
from remissnlp.themes.sentence import Sentence, with_words

FURTHEST = 24
"""Most words from the start of a clause to its finite verb."""


MOVABLE = frozenset(
    "inte fortfarande ofta alltid redan ännu aldrig sällan knappt knappast endast bara enbart numera".split()
)
"""Adverbs that stand after the verb of a main clause and before that of a subclause."""


@dataclass(frozen=True)
class Clause:
    """A clause in the order of a subclause: subject, adverbs, finite verb, the rest.

    Attributes
    ----------
    s
        The sentence that it stands in, put in that order, without the adverbs.
    start, verb
        Where its subject starts and where its finite verb stands.
    adverbs
        "Inte" and such, which stand before the verb.
    """

    s: Sentence
    start: int
    verb: int
    adverbs: tuple[str, ...] = ()

    @property
    def finite(self) -> str:
        """The finite verb."""
        return self.s.lower[self.verb]

    @property
    def rest(self) -> int:
        """Where what follows the finite verb starts."""
        return self.verb + 1

    @property
    def modal(self) -> str | None:
        """The modal verb that a label uses for its finite verb; None for "får stöd", which helps no verb."""
        following = self.s.lower[self.rest] if self.rest < len(self.s.lower) else ""
        helps = g.is_infinitive(following) or following in g.AUXILIARY_INFINITIVES or following.endswith("s")
        return g.MODALS.get(self.finite) if helps or self.finite != "får" else None

    @property
    def negated(self) -> bool:
        """Whether it says that something is not so."""
        return "inte" in self.adverbs


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
            or (word in SAYING and not (v > at and (s.lower[v - 1] in DOCUMENTS or _is_told_of(s, v))))
            or word == "vill"
            or (v > at and word in {"eftersom", "hur", "men"})
            or (v > at and word == "att" and not _opens_infinitive(s, v))
            or (v > at and word == "om" and not _is_bound(s, v, alone=v == at + 1))
        ):
            return None
        if word in {"som", "där"} and v > at and s.is_opener(v):
            relative += 1
        elif word == "inte" and v > at and g.is_supine("".join(s.lower[v + 1 : v + 2])):
            return _ordered(s, at, v + 1, v + 1, v + 2)  # "att verket inte (har) gjort någon beräkning"
        elif s.is_verb(v) and not (
            relative == 0 and v > at and s.lower[v - 1] in g.MODALS and word.endswith("s")
        ):
            if relative:
                relative -= 1
            elif v > at and not g.opens_no_noun(s.lower[at]):
                return _ordered(s, at, v, v, v + 1)
            else:
                return read_inverted(s, v)
    return None


def _is_told_of(s: Sentence, at: int) -> bool:
    """Tell the "framgår" of "att ansvaret framgår av planen" from the one that tells that something is so."""
    stop = next(i for i in range(at + 1, len(s.words) + 1) if s.is_end(i))
    thing = at - 1
    while thing > 0 and s.lower[thing] in MOVABLE:
        thing -= 1
    noun = g.is_definite(s.lower[thing]) or g.is_noun_like(s.lower[thing])
    told = s.lower[at] in {"anges", "framgår"} and noun
    return told and stop > at + 1 and not any(s.is_opener(i) for i in range(at + 1, stop))


def _is_bound(s: Sentence, at: int, *, alone: bool) -> bool:
    """Tell the "om" of "information om avgifter" from the one that opens a condition or a question.

    `alone` tells that its noun opens the clause: "avsnittet om bostäder bör …".
    """
    if alone and g.is_definite(s.lower[at - 1]):
        return True
    stop = next(i for i in range(at + 1, len(s.lower) + 1) if s.is_end(i) or s.is_opener(i))
    if sum(s.is_verb(i) and s.lower[i - 1] not in g.MODALS for i in range(at + 1, stop)) < 2:
        return True  # "nivån för målet om ängar bör höjas": a condition would have a verb of its own
    firm = bond(s.lower[at - 1], "om") >= ABOUT
    return g.is_noun_like(s.lower[at - 1]) and (firm or not s.is_condition(at))


def _opens_infinitive(s: Sentence, at: int) -> bool:
    """Tell the "att" of "möjligheten att söka" from the one that opens a clause."""
    return s.lower[at] == "att" and at + 1 < len(s.lower) and g.is_infinitive(s.lower[at + 1])


def read_inverted(s: Sentence, v: int) -> Clause | None:
    """Read "… bör rubriken ändras": the subject stands between the modal verb and the infinitive."""
    if s.lower[v] not in g.MODALS or s.lower[v] == "kommer":
        return None
    end = v + 1
    while not s.is_end(end) and not s.is_infinitive(end):
        end += 1
    if s.is_end(end) or not 1 <= end - v - 1 <= 5 or g.MODALS.keys() & set(s.lower[v + 1 : end]):
        return None
    return _ordered(s, v + 1, end, v, end)


def _ordered(s: Sentence, start: int, end: int, verb: int, rest: int) -> Clause | None:
    """Return the clause of a subject, a verb and what follows, in whatever order they stand."""
    adverbs: list[str] = []
    while end > start and s.lower[end - 1] in MOVABLE:
        end -= 1
        adverbs.insert(0, s.lower[end])
    while rest < len(s.lower) and s.lower[rest] in MOVABLE:
        adverbs.append(s.lower[rest])
        rest += 1
    if adverbs[:1] == ["inte"] and {"bara", "endast", "enbart"} & set(adverbs):
        return None  # "inte bara ge kunskap …" is half of what is said
    if end == start or ("utan" in s.lower[rest:] and "inte" in adverbs and s.lower[verb] in g.COPULAS):
        return None  # "är inte brist på material utan …" says the opposite without its end
    words = [*s.words[:start], *s.words[start:end], s.words[verb], *s.words[rest:]]
    clause = Clause(with_words(s, words), start, end, tuple(adverbs))
    return clause if _is_subject(s, start, end) else None


def _is_subject(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a subject can stand in a label."""
    first, last = s.lower[start], s.lower[end - 1]
    inside = s.lower[start:end]
    head = next((i for i in range(start, end) if s.lower[i] in g.PREPOSITIONS), end)
    named = start == 0 and any(w[0].isupper() for w in s.words[1:head])
    alone = end - start > 1 and g.is_definite(s.lower[end - 2])  # "nämnden ensam"
    people = end - start == 1 and last.endswith(("a", "er"))  # "anhöriga", "romer"
    owned = end - start > 1 and s.lower[end - 2].endswith("s") and g.is_definite(s.lower[end - 2])
    return (
        not points_back(s, start)
        and not g.opens_no_noun(first)
        and not g.is_infinitive(first)
        and first not in g.IRREGULAR_FINITE | g.AUXILIARY_INFINITIVES | DEGREE
        and not (end - start == 1 and first.endswith("t") and g.is_adjective(first))  # "bör fritt disponeras"
        and not g.is_function(last)
        and (last not in UNFINISHED - RELATIONAL or inside == ["alla"] or owned)  # "lagens syfte"
        and (alone or people or s.lower[end - 2] in TITLES or not g.is_adjective(last))
        and not any(
            w in g.CLAUSE_OPENERS and w != "som" and not _opens_infinitive(s, start + i)
            for i, w in enumerate(inside)
        )
        and not any(w.endswith("instanser") or w.endswith("instanserna") for w in inside)
        and not (named and first not in TITLES)
    )


def subject_ends(clause: Clause) -> list[int]:
    """Return where a subject may end: where it does, and before what hangs on it.

    "Material från kameror" is not any material, and "Statens beredning för …" is a name.
    """
    s, ends = clause.s, [clause.verb]
    titled = s.lower[clause.start] in TITLES
    if titled and s.words[clause.start + 1 : clause.start + 2] and s.words[clause.start + 1][0].isupper():
        return ends  # "avsnittet Kunskap och information"
    for i in range(clause.start + 1 + titled, clause.verb):
        head = s.lower[i - 1]
        if "mellan" in s.lower[clause.start : i] and "och" not in s.lower[clause.start : i]:
            continue  # "förhållandet mellan tiden i lagen och …"
        if head in s.lower[clause.start : i - 1]:
            continue  # "krav på tillstånd och krav (på avgift)"
        pointed = {"den", "det", "de"} & set(s.lower[max(clause.start, i - 3) : i])  # "den myndighet som …"
        hangs = s.lower[i] in g.PREPOSITIONS or (s.lower[i] == "som" and not pointed)
        first = i == clause.start + 1 or not g.PREPOSITIONS & set(s.lower[clause.start : i])
        told = g.is_definite(head) or s.lower[i] != "som"
        named = i > 1 and s.words[i - 2][0].isupper() and s.lower[i - 2].endswith("s")
        if (
            hangs
            and head not in g.PURE_PARTICLES
            and (not first or (told and not named))
            and not g.is_function(head)
            and not g.is_adjective(head)
            and head not in UNFINISHED
        ):
            ends.append(i)
    return ends


def kept_of_subject(clause: Clause, end: int) -> float:
    """Return how much of its worth a phrase keeps whose subject ends at `end`.

    "Kraven" for "kraven på …" says not which, "material" for "material från kameror" something else.
    """
    if end == clause.verb:
        return 1.0
    bare = end == clause.start + 1 and not g.is_definite(clause.s.lower[clause.start])
    return BARE_HEAD if bare else HEAD_ONLY


HEAD_ONLY, BARE_HEAD = 0.7, 0.1
"""How much of its worth a phrase keeps whose subject is cut to its head, and to one without an article."""


def without_count(s: Sentence, start: int) -> int:
    """Return where a subject starts when "ett (stort) antal" is left out."""
    for length in (2, 3, 4):  # "ett inte försumbart antal"
        if s.lower[start] == "ett" and s.lower[start + length - 1 : start + length] == ["antal"]:
            return start + length
    return start


def points_back(s: Sentence, at: int) -> bool:
    """Tell whether the phrase at `at` starts with a pronoun, not with an article before its adjective."""
    if at >= len(s.lower):
        return False
    word = s.lower[at]
    following = "".join(s.words[at + 1 : at + 2])
    told = word in {"stycket", "meningen"} and (following == "om" or following.startswith(("”", '"')))
    return word in g.ANAPHORS and not told and not _is_article(s, at)


def _is_article(s: Sentence, at: int) -> bool:
    """Tell the article of "den föreslagna avgiften" from the pronoun of "den höjs"."""
    if s.lower[at] not in {"de", "den", "det"} or at + 1 >= len(s.lower):
        return False
    if g.is_function(s.lower[at + 1]) or s.lower[at + 1] in g.COPULAS:
        return False
    definite = at + 2 < len(s.lower) and g.is_definite(s.lower[at + 2])
    if s.lower[at] == "de" and s.lower[at + 1].endswith(("nde", "rda", "ldre")):
        return True  # "de boende", "de berörda", "de äldre"
    if s.lower[at] == "den" and s.lower[at + 1].endswith(("de", "te", "nde")) and not s.is_verb(at + 1):
        return True  # "den enskilde", "den registrerade"
    participle = s.lower[at + 1].endswith(("a", "e")) and not s.is_verb(at + 1)
    return g.is_adjective(s.lower[at + 1]) or (participle and definite)
