"""Phrases that could name a tema: what a sentence wants, cut where Swedish grammar lets it be cut.

All have one form, a verb in the present tense without a subject: "Önskar …", "Saknar …", "Vill att … ska …",
"Välkomnar …", "Anser att …". The words are the sentence's own; only the first verb is chosen from a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import (
    LONGEST,
    Clause,
    Sentence,
    cuts,
    points_back,
    predicate_cuts,
    read_clause,
    read_inverted,
    subject_ends,
    without_count,
)
from remissnlp.themes.cues import (
    BEING,
    CONDITIONAL,
    NEED,
    OBJECT_CUES,
    OPPOSITION,
    PAIR_CUES,
    SAYING,
    SHOWING,
    SUPPORT,
    WISH,
)
from remissnlp.themes.frames import opens_with_body, without_leading_adverbials

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
    whole
        Whether it runs to the end of its clause.
    """

    text: str
    prior: float
    whole: bool


def phrases_of(text: str, stance: Stance) -> list[Phrase]:
    """Return every phrase of a synpunkt that could name its tema, in the order of the text.

    Parameters
    ----------
    text : str
        The reading of a synpunkt.
    stance : Stance
        Decides whether its verbs are wishes, criticism or support.
    """
    found: dict[str, Phrase] = {}
    for sentence in g.sentences(text):
        bare = without_leading_adverbials(sentence)
        words = g.tokens(bare)
        read = Sentence(words, [w.lower() for w in words], stance, opens_with_body(bare))
        own_clause = () if read.by_body else _clause(read, 0, None)
        for phrase in (*_sentence_phrases(read), *own_clause):
            if SHORTEST <= len(phrase.text.split()) <= LONGEST:
                found.setdefault(phrase.text, phrase)
    return list(found.values())


def _sentence_phrases(s: Sentence) -> Iterator[Phrase]:
    asking = s.stance != "positiv"
    for i, word in enumerate(s.lower):
        verb = PAIR_CUES.get((word, s.lower[i + 1])) if i + 1 < len(s.lower) else None
        if verb in SUPPORT | OPPOSITION and not _is_stand(s, i):
            verb = None
        if verb:
            yield from _after_cue(s, i + 2, verb)
        elif (
            word in OBJECT_CUES
            and "som" not in s.lower[max(0, i - 1) : i]
            and "inte" not in s.lower[i : i + 3]
        ):
            if word != "saknar" or _lacks(s, i):
                yield from _after_cue(s, i + 1, OBJECT_CUES[word])
        elif word == "att" and i and asking and s.lower[i - 1] in {"förslag", "önskemål", "möjligheter"}:
            yield from _infinitive(s, i + 1)
        elif word in {"att", "om"} and i:
            before = s.lower[max(0, i - 4) : i]
            if before[-1] in NEED and "inte" not in before:
                yield from _clause(s, i + 1, "Vill" if asking else "Välkomnar")
                if word == "att":
                    yield from _infinitive(s, i + 1)
            elif word == "att" and _follows_saying(s, i):
                yield from _clause(s, i + 1, None)
            elif word == "att" and asking and before[-2:] in (["förslag", "är"], ["önskemål", "är"]):
                yield from _infinitive(s, i + 1)
            elif word == "att" and asking:
                yield from _judged(s, i)
        elif word in {"tas", "togs", "tar"} and s.lower[i + 1 : i + 2] == ["fram"] and asking:
            yield from _object(s, i + 2, "Efterfrågar", 0.9)
        elif word in g.MODALS and i:
            clause = read_inverted(s, i)
            if clause:
                yield from _clause_phrases(s, clause, None)


def _follows_saying(s: Sentence, at: int) -> bool:
    """Tell whether the "att" at `at` follows a verb of saying, with nothing but the body between."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if s.lower[i] in SAYING:
            return True
        if not (
            g.is_actor(s.words[i]) or s.words[i][0].isupper() or s.lower[i] in {"i", "fram", "tydligt", "och"}
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


def _after_cue(s: Sentence, at: int, verb: str) -> Iterator[Phrase]:
    """Yield phrases for what follows a cue: a clause, an infinitive or a noun phrase."""
    while at < len(s.lower) and (
        s.lower[at] in {"det", "vi", "man", ",", ":", "sig"} or g.is_actor(s.words[at])
    ):
        at += 1  # past the body of an inverted sentence
    if at < len(s.lower) and s.lower[at] == "att":
        if " av" in verb:
            yield from _infinitive(s, at + 1)
            yield from _clause(s, at + 1, "Vill")
        else:
            yield from _clause(s, at + 1, verb)
    else:
        yield from _object(s, at, verb, 0.85 if " " in verb else 1.0)


def _object(s: Sentence, at: int, verb: str, prior: float) -> Iterator[Phrase]:
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
    for end, prior_of_cut, whole in cuts(s, at):
        in_clause = any(w in g.CLAUSE_OPENERS for w in s.lower[at:end])
        last_is_verb = g.is_infinitive(s.lower[end - 1]) or s.is_verb(end - 1)
        if g.is_adjective(s.lower[end - 1]) or (
            last_is_verb and not (in_clause and s.lower[end - 1].endswith("s"))
        ):
            continue
        # An article is only spent where the label would be too short without it.
        start = at if end - at + len(verb.split()) >= SHORTEST else article
        yield Phrase(" ".join([verb, *s.piece(start, end)]), prior * prior_of_cut, whole)


def _infinitive(s: Sentence, at: int) -> Iterator[Phrase]:
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


def _clause(s: Sentence, at: int, verb: str | None, *, deeper: bool = True) -> Iterator[Phrase]:
    """Yield phrases for the clause that starts at `at`; "det framgår att …" leads on to the clause inside."""
    clause = read_clause(s, at)
    if clause is not None:
        yield from _clause_phrases(s, clause, verb)
    elif deeper and verb and s.lower[at : at + 1] == ["det"]:
        for i in range(at + 1, min(at + 12, len(s.lower))):
            if s.is_end(i) or s.lower[i] == "inte":
                return
            if s.lower[i] == "att":
                if any(w in SHOWING for w in s.lower[at:i]):
                    yield from _clause(s, i + 1, verb, deeper=False)
                return


def _clause_phrases(s: Sentence, clause: Clause, verb: str | None) -> Iterator[Phrase]:
    """Yield "<verb> att <subject> [ska] <predicate>" for ever longer predicates.

    A subject of more than its head is also tried without what hangs on it.
    """
    modal = g.MODALS.get(clause.finite)
    rest = clause.rest
    after = s.lower[rest : rest + 1] == ["inte"]
    negated = clause.negated or after
    rest += after
    wished = False
    if modal:
        while rest < len(s.lower) and s.lower[rest] in g.AUXILIARY_INFINITIVES:
            wished = True
            rest += 1
        if s.is_end(rest) or not (g.is_infinitive(s.lower[rest]) or s.lower[rest].endswith("as")):
            if s.lower[rest - 1] in {"behöva", "behöver"}:
                yield from _needs(s, clause, rest)
            return
    opening, prior = _opening(verb, clause.finite, s.stance)
    helper = ("ska" if opening == "Vill" and clause.finite != "får" else modal) if modal else clause.finite
    if clause.finite == CONDITIONAL and not wished and not s.lower[rest].endswith("s"):
        # "Tydliga rubriker skulle underlätta": what would happen, not what should.
        opening, prior, helper = (
            ("Anser", 0.75, CONDITIONAL) if verb not in SUPPORT else (opening, prior, helper)
        )
    # "att rubriken inte är tydlig": no before the verb, as in a subclause.
    middle = ["inte", helper] if negated else [helper]
    for end_of_subject in subject_ends(s, clause):
        subject = s.piece(without_count(s, clause.start), end_of_subject)
        whole_subject = 1.0 if end_of_subject == clause.end else 0.95
        for end, prior_of_cut, whole in predicate_cuts(s, rest if modal else rest - 1):
            if not modal and s.lower[rest : rest + 1] == ["att"]:
                return
            text = " ".join([opening, "att", *subject, *map(str, middle), *s.words[rest:end]])
            yield Phrase(text, prior * whole_subject * prior_of_cut, whole)


def _needs(s: Sentence, clause: Clause, at: int) -> Iterator[Phrase]:
    """Yield "Efterfrågar tydligare beskrivning av begreppet" for "begreppet behöver en …"."""
    subject = " ".join(s.piece(clause.start, clause.end))
    for phrase in _object(s, at, "Efterfrågar", 1.0):
        if phrase.text.endswith(("ning", "tion", "syn", "ande", "ering", "analys")):
            yield Phrase(f"{phrase.text} av {subject}", 1.0, True)


def _judged(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Anser det svårt att <infinitive> <object>" for "det blir svårt att …"."""
    judgement = s.lower[at - 1]
    described = g.is_adjective(judgement) or judgement.endswith("ande")
    window = s.lower[max(0, at - 5) : at]
    if not described or not any(w in g.COPULAS | {"bli", "vara"} for w in window):
        return
    if g.is_infinitive(s.lower[at + 1]) if at + 1 < len(s.lower) else False:
        for end, prior, whole in predicate_cuts(s, at + 1):
            opening = "Anser det inte" if "inte" in window else "Anser det"
            yield Phrase(" ".join([opening, *s.words[at - 1 : end]]), 0.85 * prior, whole)


def _opening(verb: str | None, finite: str, stance: Stance) -> tuple[str, float]:
    """Return the verb that opens the label of a clause and how well such a label names a tema."""
    if verb in SUPPORT:
        return str(verb), 0.95
    if verb in OPPOSITION:
        return ("Befarar" if verb == "Befarar" else "Ifrågasätter"), 0.95
    if stance == "positiv":
        return "Anser", 0.7
    if finite in WISH or (verb and finite not in g.MODALS and finite not in g.COPULAS):
        return "Vill", 0.95
    if finite == "kan" and stance == "forslag":
        return "Vill", 0.8
    return "Anser", 0.8 if stance in {"kritik", "fraga"} else 0.6
