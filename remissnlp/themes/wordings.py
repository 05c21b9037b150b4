"""How a label is worded: a verb in the present tense, then words of the sentence up to where a cut may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissnlp.extraction.cues import find_cues
from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import (
    Clause,
    Sentence,
    cuts,
    points_back,
    predicate_cuts,
    read_clause,
    subject_ends,
    without_count,
)
from remissnlp.themes.cues import CONDITIONAL, EPISTEMIC, OPPOSITION, SHOWING, SUPPORT, WISH

SHORTEST = 3
"""Fewest words of a label; the most is `LONGEST`."""


SPOKEN_OF = "Tar upp"
"""The opening of a label that says what is spoken of, not what is wanted."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate label.

    Attributes
    ----------
    text
        The label.
    prior
        How well phrases of this kind name a tema, at most one.
    whole
        Whether it runs to the end of its clause.
    """

    text: str
    prior: float
    whole: bool


def after_cue(s: Sentence, at: int, verb: str) -> Iterator[Phrase]:
    """Yield phrases for what follows a cue: a clause, an infinitive or a noun phrase."""
    while at < len(s.lower) and (
        s.lower[at] in {"det", "vi", "man", ",", ":", "sig"} or g.is_actor(s.words[at])
    ):
        at += 1  # past the body of an inverted sentence
    if verb == "Saknar" and s.lower[at : at + 1] and s.lower[at] in NEEDS:
        return  # who sees no need lacks nothing
    if at < len(s.lower) and s.lower[at] == "att":
        if " av" in verb:
            yield from infinitive_of(s, at + 1)
            yield from clause_at(s, at + 1, "Vill")
        else:
            yield from clause_at(s, at + 1, verb)
    else:
        yield from object_of(s, at, verb, 0.85 if " " in verb else 1.0)


NEEDS = frozenset("behov skäl anledning motiv grund stöd".split())


def object_of(s: Sentence, at: int, verb: str, prior: float) -> Iterator[Phrase]:
    """Yield the verb with ever longer pieces of the noun phrase that starts at `at`."""
    article = at
    if s.lower[at : at + 1] in (["en"], ["ett"]):
        at += 1
    if s.lower[at : at + 1] == ["antal"]:
        at += 1
    if s.is_end(at) or points_back(s, at) or g.opens_no_noun(s.lower[at]) or s.is_verb(at):
        return
    if g.is_infinitive(s.lower[at]):
        return
    if g.is_adjective(s.lower[at]) and s.lower[at + 1 : at + 2] and s.lower[at + 1] in g.PREPOSITIONS:
        return  # "det rimliga i": an adjective stands for no matter
    for end, prior_of_cut, whole in cuts(s, at):
        if "sig" in s.lower[at:end]:
            continue  # another verb has begun
        in_clause = any(w in g.CLAUSE_OPENERS for w in s.lower[at:end])
        last_is_verb = g.is_infinitive(s.lower[end - 1]) or s.is_verb(end - 1)
        if g.is_adjective(s.lower[end - 1]) or (
            last_is_verb and not (in_clause and s.lower[end - 1].endswith("s"))
        ):
            continue
        if verb == SPOKEN_OF and (
            g.is_finite(s.lower[end - 1])
            or s.lower[end - 1].endswith(("ats", "its"))
            or "inte" in s.lower[at:end]
        ):
            continue
        # An article is only spent where the label would be too short without it.
        start = at if end - at + len(verb.split()) >= SHORTEST else article
        yield Phrase(" ".join([verb, *s.piece(start, end)]), prior * prior_of_cut, whole)


def infinitive_of(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill <infinitive> <object>"; an adverbial between "att" and the infinitive is left out."""
    if s.is_end(at) or not (g.is_infinitive(s.lower[at]) or s.lower[at] in g.PREPOSITIONS):
        return
    for i in range(at, min(at + 7, len(s.lower))):
        if s.is_end(i) or s.lower[i] in {"det", "som"} or s.is_verb(i):
            return
        if g.is_infinitive(s.lower[i]) and s.lower[i] not in g.AUXILIARY_INFINITIVES:
            if not s.lower[i].endswith("as") and not points_back(s, i + 1):
                for end, prior, whole in predicate_cuts(s, i):
                    if s.stance != "positiv":
                        yield Phrase(" ".join(["Vill", *s.words[i:end]]), 0.9 * prior, whole)
                    elif i == at and end > i + 1 and not g.opens_no_noun(s.lower[i + 1]):
                        # "positivt att samla program" becomes "Välkomnar att program samlas".
                        passive = g.present_passive(s.lower[i])
                        yield Phrase(
                            " ".join(["Välkomnar att", *s.words[i + 1 : end], passive]), 0.9 * prior, whole
                        )
            return


def clause_at(s: Sentence, at: int, verb: str | None, *, deeper: bool = True) -> Iterator[Phrase]:
    """Yield phrases for the clause that starts at `at`; "det framgår att …" leads on to the clause inside."""
    if s.lower[at : at + 1] in (["man"], ["vi"]) and verb not in SUPPORT | OPPOSITION:
        yield from _one_should(s, at + 1)
        return
    clause = read_clause(s, at)
    if clause is not None:
        yield from worded_clause(s, clause, verb)
    elif deeper and verb and s.lower[at : at + 1] == ["det"]:
        for i in range(at + 1, min(at + 12, len(s.lower))):
            if s.is_end(i) or s.lower[i] == "inte":
                return
            if s.lower[i] == "att":
                if any(w in SHOWING for w in s.lower[at:i]):
                    yield from clause_at(s, i + 1, verb, deeper=False)
                return


def worded_clause(s: Sentence, clause: Clause, verb: str | None) -> Iterator[Phrase]:
    """Yield "<verb> att <subject> [ska] <predicate>" for ever longer predicates."""
    modal = g.MODALS.get(clause.finite)
    rest = _past_auxiliaries(s, clause) if modal else clause.rest
    wished = rest > clause.rest + (s.lower[clause.rest : clause.rest + 1] == ["inte"])
    if modal and (s.is_end(rest) or not (g.is_infinitive(s.lower[rest]) or s.lower[rest].endswith("as"))):
        if s.lower[rest - 1] in {"behöva", "behöver"}:
            yield from _needs(s, clause, rest)
        return
    opening, prior = _opening(verb, clause.finite, "".join(s.lower[rest : rest + 1]), s.stance)
    helper = ("ska" if opening == "Vill" and clause.finite != "får" else modal) if modal else clause.finite
    if (
        clause.finite == CONDITIONAL
        and not wished
        and not s.lower[rest].endswith("s")
        and verb not in SUPPORT
    ):
        # "Tydliga rubriker skulle underlätta": what would happen, not what should.
        opening, prior, helper = STATES, 0.7, CONDITIONAL
    for piece, prior_of_cut, whole in _pieces(s, clause, str(helper)):
        if opening == STATES and any(g.is_body(w) for w in piece.split()[:4]):
            continue  # what a body thinks is no matter of its own
        verb_first, worth = (
            _stating(piece, clause.finite, s.stance) if opening == STATES else (opening, prior)
        )
        yield Phrase(f"{verb_first} att {piece}", worth * prior_of_cut, whole)


def _one_should(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill [inte] <infinitive> …" for "man bör [inte] kunna …"."""
    negated = "inte" in s.lower[at : at + 3]
    for i in range(at + 1, min(at + 5, len(s.lower))):
        if s.lower[at] not in WISH or s.is_end(i):
            return
        if g.is_infinitive(s.lower[i]) and s.lower[i] not in g.AUXILIARY_INFINITIVES:
            for end, prior, whole in predicate_cuts(s, i):
                words = [*(["inte"] if negated else []), *s.words[i:end]]
                yield Phrase(" ".join(["Vill", *words]), 0.9 * prior, whole)
            return


def question_at(s: Sentence, at: int, opening: str, *, prior: float = 0.9) -> Iterator[Phrase]:
    """Yield the opening with ever longer pieces of the question that starts at `at` ("om …", "hur …")."""
    if s.lower[at] in {"om", "huruvida"}:
        clause = read_clause(s, at + 1)
        if clause is not None:
            for piece, prior_of_cut, whole in _pieces(s, clause, clause.finite):
                yield Phrase(f"{opening} om {piece}", prior * prior_of_cut, whole)
        return
    for end, prior_of_cut, whole in cuts(s, at):
        if end - at >= 3 and not g.is_adjective(s.lower[end - 1]):
            yield Phrase(" ".join([opening, *s.words[at:end]]), prior * prior_of_cut, whole)


def _past_auxiliaries(s: Sentence, clause: Clause) -> int:
    """Return where the main verb after a modal stands: "bör inte kunna ändras" → "ändras"."""
    rest = clause.rest + (s.lower[clause.rest : clause.rest + 1] == ["inte"])
    will = clause.finite == "kommer"
    while rest < len(s.lower) and (
        s.lower[rest] in g.AUXILIARY_INFINITIVES - {"få" if will else ""} or (will and s.lower[rest] == "att")
    ):
        rest += 1
    return rest


def _pieces(s: Sentence, clause: Clause, helper: str) -> Iterator[tuple[str, float, bool]]:
    """Yield "<subject> [inte] <helper> <predicate>", how good each is, and whether it is the whole clause.

    A subject of more than its head is also tried without what hangs on it. "Inte" stands before the verb, as
    in a subclause.
    """
    after = s.lower[clause.rest : clause.rest + 1] == ["inte"]
    middle = ["inte", helper] if clause.negated or after else [helper]
    modal = clause.finite in g.MODALS
    rest = _past_auxiliaries(s, clause) if modal else clause.rest + after
    if not modal and s.lower[rest : rest + 1] == ["att"]:
        return
    for end_of_subject in subject_ends(s, clause):
        subject = s.piece(without_count(s, clause.start), end_of_subject)
        whole_subject = 1.0 if end_of_subject == clause.end else 0.95
        for end, prior_of_cut, whole in predicate_cuts(s, rest if modal else rest - 1):
            text = " ".join([*subject, *middle, *s.words[rest:end]])
            yield text, whole_subject * prior_of_cut, whole


def _needs(s: Sentence, clause: Clause, at: int) -> Iterator[Phrase]:
    """Yield "Efterfrågar tydligare beskrivning av begreppet" for "begreppet behöver en …"."""
    subject = " ".join(s.piece(clause.start, clause.end))
    for phrase in object_of(s, at, "Efterfrågar", 1.0):
        if phrase.text.endswith(("ning", "tion", "syn", "ande", "ering", "analys")):
            yield Phrase(f"{phrase.text} av {subject}", 1.0, True)


def _opening(verb: str | None, finite: str, main: str, stance: Stance) -> tuple[str, float]:
    """Return the verb that opens the label of a clause and how well such a label names a tema."""
    if verb in SUPPORT:
        return str(verb), 0.95
    if verb in OPPOSITION:
        return str(verb), 0.95
    if stance == "positiv":
        return STATES, 0.6
    if finite in WISH or (verb and finite not in g.MODALS and finite not in g.COPULAS):
        return "Vill", 0.95
    if finite == "kan" and stance == "forslag" and main not in EPISTEMIC:
        return "Vill", 0.8
    return STATES, 0.6


STATES = "Påpekar"
"""The verb before a clause that tells how things are; `_stating` finds a better one where there is one."""

_NO = re.compile(r"\b(?:inte|ingen|inget|inga|knappast)\b")
_BAD = re.compile(
    r"\b(?:negativ[at]?|strider mot|dålig\w*|felaktig\w*|oproportionerlig\w*|snäv\w*|hämma\w*|svårare"
    r"|försämr\w+|(?:för|alltför|allt för) (?:låg|hög|svag|stor|liten|lite|sen|kort)\w*"
    r"|ofullständig\w*|krånglig\w*)\b"
)


def _says_no(piece: str) -> bool:
    return bool(_NO.search(piece))


def _stating(piece: str, finite: str, stance: Stance) -> tuple[str, float]:
    """Return the verb before a clause that tells how things are, by what the clause itself says.

    The stance is the whole synpunkt's, and need not be that of this clause: "programmet nämner barnen men …".
    """
    leanings = {hit.leaning for hit in find_cues(piece)}
    against = "kritik" in leanings or bool(_BAD.search(piece)) or (stance == "kritik" and _says_no(piece))
    if against and "positiv" not in leanings:
        return ("Befarar", 0.85) if finite in FEARED else ("Kritiserar", 0.8)
    if stance == "kritik" and finite in FEARED:
        return "Befarar", 0.75
    if stance == "positiv" and "positiv" in leanings and not _says_no(piece):
        return "Uppskattar", 0.75
    return STATES, 0.45


FEARED = frozenset("kan kommer skulle torde riskerar".split())
"""Finite verbs of what may come."""
