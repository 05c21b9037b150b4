"""Where a phrase may stop so that what is left is whole Swedish, and how much is lost there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.cues import EMPTY, LINKING, UNFINISHED, WH_WORDS
from remissnlp.themes.sentence import Sentence

LONGEST = 8
"""Most words of a label."""

LOSS = {
    "comma": 0.9,
    "and": 0.85,
    "loose": 0.85,
    "place": 0.65,
    "bound": 0.35,
    "clause": 0.3,
    "hanging": 0.1,
}
"""How much of its worth a phrase keeps that stops before a comma, a conjunction, an adverbial, "där", what
its last word is bound to ("krav på …"), a clause, or what it is nothing without ("beroende av …")."""

BARE_VERB = 0.7
"""The same of a predicate of nothing but its verb."""

_BINDING = frozenset("av till om mellan för kring på mot med från att åt".split())


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
            or last in {"endast", "bara", "enbart", "inte", "minst", "högst", "cirka", "kap"}
            or ("." in last and last.replace(".", "").isalpha())  # an abbreviation
        )
        if s.lower[start] in WH_WORDS and last in g.PREPOSITIONS and s.is_end(end):
            asks_for_more = False  # "vad den ska ge råd om"
        if end - 2 >= start and s.lower[end - 2] in {"den", "det", "de"} and not g.is_definite(last):
            continue  # "det krav som …" says nothing without what follows
        if asks_for_more or not s.is_complete(start, end):
            continue
        worth, whole = _worth(s, start, end)
        if worth:
            lacks = RELATION if not whole else RELATION_WHOLE
            yield end, worth * (lacks if RELATIONAL.search(last) else 1.0), whole


RELATION = 0.5
"""The same of one whose last noun asks "of what?" ("ett förtydligande", "en skyldighet")."""

RELATION_WHOLE = 0.85
"""The same where the sentence does not answer it either."""

RELATIONAL = re.compile(
    r"(?:ning(?:ar)?|ande|[^d]ende|[st]ion(?:er)?|analys|översyn|het(?:er)?|rätt|stöd|behov|krav|form(?:er)?)$"
)


def _worth(s: Sentence, start: int, end: int) -> tuple[float, bool]:
    """Return how much of its worth a phrase keeps that stops before `end`; 0 where it may not stop."""
    if end >= len(s.words) or s.words[end] in ".!?;:":
        return 1.0, True
    if s.is_end(end):
        return LOSS["comma"], False
    following, last = s.lower[end], s.lower[end - 1]
    if s.lower[start] in WH_WORDS and following in g.PREPOSITIONS and s.is_end(end + 1):
        return 0.0, False
    after = s.lower[end + 1] if end + 1 < len(s.lower) else ""
    paired = {"både", "såväl", "dels"} & set(s.lower[start:end])
    between = "mellan" in s.lower[start:end] and not last.endswith(("ar", "er", "or", "na"))
    if (paired and following in {"och", "som"}) or (between and following == "och"):
        return 0.0, False  # "både kort och lång"
    if following in g.CONJUNCTIONS and following != "än":
        return LOSS["and"], False
    if not g.is_function(following) or following in g.DETERMINERS | {"efter", "före", "än"}:
        return 0.0, False  # an object follows, or what a comparison is made with
    if following in {"som", "att"} and {"den", "det", "de"} & set(s.lower[max(start, end - 3) : end]):
        return 0.0, False  # "den kommun som …", "på den grunden att …"
    if following in {"som", "vars", "vilket"}:
        return LOSS["clause"], False
    if following == "där":
        return LOSS["place"], False
    described = g.is_adjective(last) or s.lower[end - 2] in LINKING
    if following in WH_WORDS - {"när"} or (following == "så" and after != "att"):
        return LOSS["hanging"], False  # "reglera i lag vad …", "utformas så …"
    if following == "som" and (s.is_verb(end - 1) or g.is_infinitive(last)):
        return 0.0, False  # "betraktas som …"
    if following in _BINDING and described:
        return LOSS["hanging"], False  # "bunden av …", "bemannat för att …"
    if following in g.PREPOSITIONS and last in g.PURE_PARTICLES:
        return LOSS["bound"], False  # "komma in i …"
    if following in _BINDING and not (following in {"för", "så", "genom"} and after == "att"):
        if end - start > 1 and (s.is_verb(end - 1) or g.is_infinitive(last)):
            return LOSS["hanging"], False  # "vad som avses med …"
        prepositional = end - 2 >= start and s.lower[end - 2] in g.PREPOSITIONS and not g.is_definite(last)
        if prepositional:
            return LOSS["hanging"], False  # "i överensstämmelse med …"
        return LOSS["clause" if following == "att" else "bound"], False
    return LOSS["loose"], False


def predicate_cuts(s: Sentence, verb: int) -> Iterator[tuple[int, float, bool]]:
    """Yield ends of a predicate whose verb stands at `verb`; its particle or object is not cut off."""
    word = s.lower[verb]
    passive = word.endswith("s") and word != "finns"
    particle = verb + 1 < len(s.lower) and s.lower[verb + 1] in g.PURE_PARTICLES
    if particle and passive:
        worth, whole = _worth(s, verb, verb + 2)
        if worth:
            yield verb + 2, worth, whole
    for end, worth, whole in cuts(s, verb):
        last = s.lower[end - 1]
        if end == verb + 1 and not whole and not (passive and _free(s, end)):
            continue
        if (particle and end == verb + 2) or (end == verb + 1 and word in EMPTY):
            continue
        if end - 1 != verb and (s.is_verb(end - 1) or g.is_infinitive(last)) and not s.is_end(end):
            continue
        if end - 2 == verb and word in {"ha", "har"} and last.endswith(("t", "ts")) and not whole:
            continue  # "ha fått …"
        adverb = last.endswith(("are", "re", "t"))
        if g.is_adjective(last) and not whole and word not in LINKING and not (adverb and passive):
            continue
        if g.is_adjective(last) and s.lower[end : end + 1] == ["och"] and word not in LINKING:
            continue
        yield end, worth * (BARE_VERB if end == verb + 1 and not whole else 1.0), whole


def _free(s: Sentence, at: int) -> bool:
    """Tell whether what starts at `at` can be left out after a passive verb: no particle, no goal."""
    return s.is_end(at) or s.lower[at] not in g.PARTICLES | {"som", "med", "mot", "till", "från"}
