"""Labels that ask: "Undrar hur …", "Ifrågasätter om …", "Vill klargöra vem …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from remissnlp.themes import grammar as g
from remissnlp.themes.binding import bond
from remissnlp.themes.clauses import Clause, kept_of_subject, read_clause, subject_ends
from remissnlp.themes.cues import CLARIFYING, HARD, OBJECT_CUES, PAIR_CUES, UNCLEAR, WISH
from remissnlp.themes.cutting import cuts, worth_of_cut
from remissnlp.themes.objects import Phrase, object_of, predicates
from remissnlp.themes.sentence import Sentence, with_words
from remissnlp.themes.telling import pieces


@cache
def _clarified() -> dict[str, str]:
    """Return the infinitives of the same words in the present: "klargörs" is "klargöra"."""
    return {g.present_of(word): g.active_infinitive(word) for word in sorted(CLARIFYING)}


def question_phrases(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Undrar hur …" for what is unclear, and "Vill klargöra hur …" for what should be made clear."""
    if s.lower[at : at + 3] == ["när", "det", "gäller"]:
        return
    if s.lower[at] == "vad" and s.lower[at + 1] in REGARDING:
        return
    at = _from_preposition(s, at)
    before = s.lower[max(0, at - 4) : at]
    if not before:
        return
    unseen = g.is_infinitive(before[-1]) and before[-2:-1] == ["att"] and bool(HARD & set(before[:-2]))
    unknown = before[-1] in UNCLEAR or before[-1] == "undrar" or ("framgår" in before and "inte" in before)
    unknown = unknown or (before[-1] in {"tydligt", "klart", "klarlagt"} and "inte" in before)
    if unknown or unseen:  # "svårt att se hur …"
        start = at - (before[-1] in g.PREPOSITIONS)  # "på vilket sätt"
        yield from question_at(s, start, "Undrar")
    elif before[-1] in g.PREPOSITIONS and before[-2:-1] and before[-2] in UNCLEAR:
        asked = at if before[-2].startswith(("oklarhet", "osäkerhet")) else at - 1  # "osäkert på vad"
        yield from question_at(s, asked, "Undrar")
    elif before[-1] in {"ifrågasätter", "ifrågasatt"}:
        yield from question_at(s, at, "Ifrågasätter")
    elif s.told[at - 1] != "own":
        return  # "avstyrker att det ska regleras hur …"
    elif before[-1] in _clarified() and "vore" in s.lower[:at]:
        yield from question_at(s, at, f"Vill {_clarified()[before[-1]]}", prior=0.95)
    elif before[-1] in CLARIFYING and g.MODALS.keys() & set(before[:-1]) and "inte" not in before:
        active = g.active_infinitive(before[-1])
        yield from question_at(s, at, f"Vill {active}", prior=0.95)
    elif before[-2:] == ["frågande", "till"]:
        yield from question_at(s, at, "Ifrågasätter")
    elif before[-1] in g.PREPOSITIONS and (cue := _governing(s, at)):
        yield from question_at(s, at, cue, prior=0.95)  # "saknar en beskrivning av hur …"
    elif "framgå" in before and WISH & set(before[:-1]) and "inte" not in before:
        yield from question_at(s, at, "Vill klargöra", prior=0.9)  # "av planen bör framgå hur …"
    elif f"{before[-1]}s" in CLARIFYING and WISH & set(before[:-1]) and "inte" not in before:
        yield from question_at(s, at, f"Vill {before[-1]}", prior=0.9)  # "kommunen bör redovisa hur …"


REGARDING = frozenset("gäller avser beträffar".split())
"""Verbs with which "vad" is no question: "vad gäller avgiften"."""


def _from_preposition(s: Sentence, at: int) -> int:
    """Return where a question starts: "på vilket sätt" with its preposition, "en analys av vilka" without."""
    own = s.lower[at - 1] in g.PREPOSITIONS - {"om", "av", "kring"} and s.lower[at].startswith("vilk")
    free = s.lower[at - 2] in CLARIFYING or bond(s.lower[at - 2], s.lower[at - 1]) < HELD
    return at - 1 if own and free else at


HELD = 0.3
"""Bond with a preposition from which on it is the noun's before the question, not the question's own."""


def _governing(s: Sentence, at: int) -> str | None:
    """Return how a label opens for what a lacking or wished account would tell: "saknar en analys av hur"."""
    start = max(0, at - LONGEST_ACCOUNT)
    for i in range(at - 2, start - 1, -1):
        pair = PAIR_CUES.get((s.lower[i], s.lower[i + 1]))
        if s.told[i] == "own" and (pair or s.lower[i] in OBJECT_CUES) and "inte" not in s.lower[i:at]:
            return ACCOUNTED.get(pair or OBJECT_CUES[s.lower[i]])
        if s.is_end(i) or s.is_opener(i):
            return None
    return None


LONGEST_ACCOUNT = 8
"""Most words from a cue to the question that an account of it would answer."""

ACCOUNTED = {
    "Saknar": "Undrar",
    **dict.fromkeys(
        ["Önskar", "Efterfrågar", "Efterlyser", "Föreslår", "Förordar", "Begär", "Ser behov av"],
        "Vill klargöra",
    ),
}
"""Cues of what is lacked or wished, and the opening of the question that it would answer."""


BETTER = re.compile(r"om det (?:inte )?(?:vore|är|skulle vara) (?:mer |mera )?\w+ att (?=\w+a\b)")
"""What opens the question whether another way would be better: "om det inte vore lämpligare att …"."""


def _weighed(clause: Clause, opening: str, prior: float) -> Iterator[Phrase]:
    """Yield "Vill överväga att reglera frågan" for "övervägas om frågan bör regleras"."""
    s, verb = clause.s, clause.rest
    done = clause.finite in WISH and g.is_passive_infinitive(s.lower[verb]) and not clause.adverbs
    if done and (s.is_end(verb + 1) or s.lower[verb + 1] in g.PREPOSITIONS):
        act = g.active_infinitive(s.lower[verb])
        for end in subject_ends(clause):
            kept = kept_of_subject(clause, end)
            yield Phrase(" ".join([opening, "att", act, *s.piece(clause.start, end)]), prior * kept)


THING = 0.15
"""How well the thing that a question is about names a tema: "Vill överväga avgiften"."""


def question_at(s: Sentence, at: int, opening: str, *, prior: float = 0.9) -> Iterator[Phrase]:
    """Yield the opening with ever longer pieces of the question that starts at `at` ("om …", "hur …")."""
    if s.lower[at] == "att":
        clause = read_clause(s, at + 1)
        if clause is not None:
            for piece, prior_of_cut in pieces(clause, clause.finite):
                yield Phrase(f"{opening} att {piece}", prior * prior_of_cut)
        elif s.lower[at + 1 : at + 2] == ["det"] and {"finns", "krävs"} & set(s.lower[at + 2 : at + 4]):
            for end, prior_of_cut, _ in cuts(s, at):  # "bör klargöras att det inte finns något hinder"
                if not g.is_adjective(s.lower[end - 1]) and not s.is_verb(end - 1):
                    yield Phrase(" ".join([opening, *s.words[at:end]]), prior * prior_of_cut)
        return
    if s.lower[at] in {"om", "huruvida"}:
        turned = s.lower[at + 1 : at + 2] == ["inte"]
        if turned and opening in {"Ifrågasätter", "Undrar"}:
            opening = "Vill överväga"  # who asks "om inte …" is for it
        better = BETTER.match(" ".join(s.lower[at:]))
        if better and opening.startswith("Vill"):
            start = at + len(better[0].split())
            yield from predicates(s, start, f"{opening} att", prior)
            return
        clause = read_clause(s, at + 1 + turned)
        if clause is not None:
            for piece, prior_of_cut in pieces(clause, clause.finite):
                yield Phrase(f"{opening} om {piece}", prior * worth_of_cut(opening, prior_of_cut))
            if opening == "Vill överväga" and not turned:
                yield from _weighed(clause, opening, prior)
            if opening.startswith("Vill") and not turned and clause.verb > clause.start + 1:
                subject = with_words(s, [*clause.s.piece(clause.start, clause.verb), "."])
                yield from object_of(subject, 0, opening, THING * prior)
        return
    for end, prior_of_cut, whole in cuts(s, at):
        word = s.lower[end - 3 : end - 1] == ["avses", "med"]  # "vad som avses med hållbar"
        described = g.is_adjective(s.lower[end - 1]) and not (
            word or (whole and s.lower[end - 2] in g.COPULAS)
        )
        if end - at >= (3 if whole else 4) and not described:
            yield Phrase(" ".join([opening, *s.words[at:end]]), prior * prior_of_cut)
