"""A verb and its object: "Önskar en översyn av målen", cut where the noun phrase may be cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import points_back
from remissnlp.themes.cues import AUTHORS, HEADS
from remissnlp.themes.cutting import cuts, predicate_cuts, worth_of_cut
from remissnlp.themes.sentence import Sentence

SHORTEST = 3
"""Fewest words of a label; the most is `LONGEST`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate label.

    Attributes
    ----------
    text
        The label.
    prior
        How well phrases of this kind name a tema, at most one.
    wish
        Whether it says what is wanted or held; else it only says what is spoken of.
    """

    text: str
    prior: float
    wish: bool = True


def predicates(
    s: Sentence, verb: int, opening: str, prior: float, *, form: str | None = None
) -> Iterator[Phrase]:
    """Yield the opening with ever longer pieces of the predicate at `verb`, its verb in the form given."""
    for end, worth in predicate_cuts(s, verb):
        words = [opening, form or s.words[verb], *s.words[verb + 1 : end]]
        yield Phrase(" ".join(words), prior * worth_of_cut(opening, worth))


TOPICAL = frozenset({"Tar upp", "Har förslag om", "Undrar över"})
"""Openings of labels that say what is spoken of and not what is wanted."""


def object_of(s: Sentence, at: int, verb: str, prior: float) -> Iterator[Phrase]:
    """Yield the verb with ever longer pieces of the noun phrase that starts at `at`."""
    counted = article = at
    if s.lower[at : at + 1] in (["en"], ["ett"]):
        at += 1
    if s.lower[at : at + 1] == ["antal"]:
        counted, article, at = article, at + 1, at + 1
    if verb == "Har förslag om" and s.lower[at : at + 1] and s.lower[at].startswith("förslag"):
        return
    if s.is_end(at) or points_back(s, at) or g.opens_no_noun(s.lower[at]) or s.is_verb(at):
        return
    if s.is_infinitive(at) and at == article:
        return
    if g.is_adjective(s.lower[at]) and s.lower[at + 1 : at + 2] and s.lower[at + 1] in g.PREPOSITIONS:
        return  # "det rimliga i": an adjective stands for no matter
    for end, prior_of_cut, _ in cuts(s, at):
        if verb in TOPICAL and any(
            s.is_verb(i) or s.lower[i] in g.AUXILIARY_INFINITIVES for i in range(at, end)
        ):
            return
        if "sig" in s.lower[at:end] or _goes_on_with_verb(s, at, end):
            continue  # another verb has begun
        in_clause = any(w in g.CLAUSE_OPENERS for w in s.lower[at:end])
        helped = in_clause and (s.is_verb(end - 1) or bool(g.MODALS.keys() & set(s.lower[at:end])))
        noun = end - 1 == at > article  # "en ordlista"
        last_is_verb = not noun and (g.is_infinitive(s.lower[end - 1]) or s.is_verb(end - 1))
        if g.is_adjective(s.lower[end - 1]) or (
            last_is_verb and not (helped or (in_clause and s.lower[end - 1].endswith("s")))
        ):
            continue
        if verb in TOPICAL and (
            g.is_finite(s.lower[end - 1])
            or s.lower[end - 1].endswith(("ats", "its"))
            or "inte" in s.lower[at:end]
        ):
            continue
        kept = UNTOLD if all(g.is_function(w) or _says_little(w) for w in s.lower[at:end]) else 1.0
        start = article if end - article + len(verb.split()) >= SHORTEST else counted
        yield Phrase(" ".join([verb, *s.piece(start, end)]), prior * kept * worth_of_cut(verb, prior_of_cut))


def _says_little(word: str) -> bool:
    """Tell a noun that does not say which, and whose it is: "utredningens förslag"."""
    return word in HEADS or word.removesuffix("s").endswith(AUTHORS)


UNTOLD = 0.15
"""How much of its worth a phrase keeps of "utredningens förslag", which does not say which."""


def _goes_on_with_verb(s: Sentence, start: int, end: int) -> bool:
    """Tell "ökad börda och ta resurser" from "att planera och bygga"."""
    for i in range(start + 1, end - 1):
        if s.lower[i] in {"och", "samt", "eller"} and g.is_infinitive(s.lower[i + 1]):
            return not any(g.is_infinitive(word) for word in s.lower[start:i])
    return False
