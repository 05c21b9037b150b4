"""A clause as a label: "Vill att målen ska ses över", "Kritiserar att rubriken är missvisande"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.active import UNSAID, active, done_by, goes_on_after_and
from remissnlp.themes.clauses import Clause, kept_of_subject, subject_ends, without_count
from remissnlp.themes.cues import (
    CONDITIONAL,
    EPISTEMIC,
    HEADS,
    LINKING,
    NARROWING,
    OPPOSITION,
    PAIR_CUES,
    PRAISE,
    SUPPORT,
    WISH,
)
from remissnlp.themes.cutting import kept_before, predicate_cuts, worth_of_cut
from remissnlp.themes.objects import Phrase, object_of, predicates
from remissnlp.themes.rewriting import ARISING, DEGREES, not_any
from remissnlp.themes.sentence import Sentence, with_words
from remissnlp.themes.stating import STATES, leanings_of, stating_verb


def worded_clause(clause: Clause, verb: str | None) -> Iterator[Phrase]:
    """Yield "<verb> att <subject> [ska] <predicate>" for ever longer predicates."""
    s, modal = clause.s, clause.modal
    rest = _past_auxiliaries(clause) if modal else clause.rest
    wished = rest > clause.rest
    if modal and s.lower[rest : rest + 1] == ["behöva"] and not clause.negated:
        yield from _needs(clause, rest + 1)
        return
    if modal and (s.is_end(rest) or not (g.is_infinitive(s.lower[rest]) or s.lower[rest].endswith("as"))):
        if clause.finite == "behöver":
            yield from _needs(clause, rest)
        return
    if (
        clause.finite in g.COPULAS
        and s.lower[rest + 1 : rest + 2] in (["till"], ["mot"])
        and _takes_stand(s, rest)
    ):
        return  # "förbundet är tveksamt till …": the stand is told by its own cue
    if clause.finite == "riskerar" and s.lower[rest : rest + 1] == ["att"] and not clause.negated:
        yield from _risked(clause, rest + 1)
        return
    if clause.negated and clause.finite in {"behövs", "krävs"}:
        subject = with_words(s, [*s.piece(clause.start, clause.verb), "."])
        yield from object_of(subject, 0, "Ser inget behov av", 0.85)
        return
    about = ABOUT.get(s.lower[rest if modal else clause.verb])
    if verb is None and about and not clause.negated and (about != "Befarar" or s.stance == "kritik"):
        after = s.words[(rest if modal else clause.verb) + 1 :] if about == "Befarar" else ["."]
        subject = with_words(s, [*s.piece(clause.start, clause.verb), *after])
        yield from object_of(subject, 0, about, 0.85)
        return
    if verb is None and clause.finite in g.COPULAS and not clause.negated and _is_praised(s, rest):
        subject = with_words(s, [*s.piece(clause.start, clause.verb), "."])
        yield from object_of(subject, 0, "Välkomnar", 0.85)
        return
    helped = clause.finite if modal or clause.finite != "får" else "fås"  # "får stöd" helps no verb
    opening, prior = _opening(
        verb, helped, "".join(s.lower[rest : rest + 1]), s.stance, negated=clause.negated
    )
    demanded = opening == "Vill" and clause.finite not in {"får", "kan"}
    helper = ("ska" if demanded else modal) if modal else clause.finite
    if (
        clause.finite == CONDITIONAL
        and verb not in SUPPORT
        and (
            (not wished and not s.lower[rest].endswith("s"))
            or s.lower[rest] in EFFECTS
            or "om" in s.lower[: clause.start]
        )
    ):
        # "Tydliga rubriker skulle underlätta": what would happen, not what should.
        opening, prior, helper = STATES, 0.7, CONDITIONAL
    # Who "ska få bygga" need not, and who "ska kunna bygga" need not either.
    polite = clause.finite == CONDITIONAL and s.lower[rest].endswith("s")  # "skulle kunna lyftas fram"
    able = "kunna" in s.lower[clause.rest : rest] and not polite
    may = able or "få" in s.lower[clause.rest : rest]
    if may and helper == "ska":
        helper = "kan" if able else "får"
    for piece, prior_of_cut in pieces(clause, str(helper)):
        if opening == STATES and any(g.is_body(w) for w in piece.split()[:4]):
            continue  # what a body thinks is no matter of its own
        verb_first, worth = (
            stating_verb(piece, clause.finite, s.stance, critical=_is_critical(clause))
            if opening == STATES
            else (opening, prior)
        )
        worth *= CONCEDED if opening == STATES and s.asks and "men" in s.lower[clause.rest :] else 1.0
        worth *= worth_of_cut(verb_first, prior_of_cut)
        yield Phrase(f"{verb_first} att {piece}", worth)
        if verb_first in SHORTER:
            yield Phrase(f"{SHORTER[verb_first]} att {piece}", PRESENT * worth)
    stands = opening in SUPPORT | OPPOSITION
    if (opening == "Vill" and clause.finite in WISH) or (stands and helper == "ska"):
        worth = (MAYBE if may else PRESENT) * prior
        for piece, prior_of_cut in pieces(clause, ""):
            yield Phrase(f"{opening} att {piece}", worth * worth_of_cut(opening, prior_of_cut))
    if opening == "Vill" or stands:
        yield from done_by(clause, rest if modal else clause.verb, opening, prior)
    if opening == "Vill":
        yield from _without_subject(clause, rest, prior)


def _without_subject(clause: Clause, rest: int, prior: float) -> Iterator[Phrase]:
    """Yield the demand of a clause without who shall meet it: "Vill ändra planen", "Efterfrågar en plan"."""
    s, modal = clause.s, clause.modal
    # "Statens beredning för medicinsk utvärdering" is too long a name to tell
    named = clause.verb - clause.start > 2 and clause.start > 0 and s.words[clause.start][0].isupper()
    does = not s.lower[rest].endswith("s") and s.lower[rest] not in LINKING
    asked = s.lower[clause.start : clause.verb] in ASKED or (named and does)
    if modal and not clause.negated and asked:
        yield from predicates(s, rest, "Vill", UNSAID * prior)
    main = rest if modal else clause.verb
    adds = s.lower[main + 1] == "med" and s.lower[main].removesuffix("s").removesuffix("a") in ADDED
    if not clause.negated and adds:
        yield from object_of(s, main + 2, "Efterfrågar", 0.95)
    taken = s.lower[main] == "ges" or (s.lower[main] == "tas" and s.lower[main + 1] in g.PURE_PARTICLES)
    if (taken or g.is_passive_infinitive(s.lower[main])) and not {"få", "kunna", "kan"} & {
        *s.lower[clause.verb : rest]
    }:
        yield from active(clause, main)


ABOUT = {
    "ifrågasättas": "Ifrågasätter",
    **dict.fromkeys(sorted(ARISING), "Befarar"),
}
"""Verbs that only tell how their subject is spoken of: "kostnader för resor kan uppstå"."""


def _risked(clause: Clause, verb: int) -> Iterator[Phrase]:
    """Yield "Befarar att barnen drabbas hårt" for "barnen riskerar att drabbas hårt"."""
    s = clause.s
    if s.is_end(verb) or not g.is_infinitive(s.lower[verb]) or not s.asks:
        return
    for end_of_subject in subject_ends(clause):
        subject = s.piece(without_count(s, clause.start), end_of_subject)
        kept = kept_of_subject(clause, end_of_subject)
        opening = " ".join(["Befarar att", *subject])
        yield from predicates(s, verb, opening, 0.7 * kept, form=g.present_of(s.lower[verb]))


def _is_praised(s: Sentence, at: int) -> bool:
    at += s.lower[at] in DEGREES
    ends = s.is_end(at + 1) or g.is_function(s.lower[at + 1])
    return not s.is_end(at) and s.lower[at] in PRAISE and ends and s.lower[at + 1 : at + 2] != ["om"]


ASKED = [[word] for word in "kommunen staden regionen regeringen utredningen kommittén".split()]
"""Subjects that a label does without: those who have sent out what is answered."""


def _takes_stand(s: Sentence, at: int) -> bool:
    return (s.lower[at], s.lower[at + 1]) in PAIR_CUES


ADDED = frozenset("komplettera kompletter utöka utök förse förses".split())
"""Verbs whose "med" tells what is wanted: "kompletteras med ett avsnitt om …"."""

EFFECTS = frozenset("leda medföra innebära bidra orsaka skapa öka minska påverka försvåra hämma".split())
"""Infinitives after "skulle (kunna)" that tell what would follow."""

CONCEDED = 0.4
"""How much of its worth a phrase keeps of what is only conceded: "programmet nämner barnen, men …"."""

UNTOLD = 0.7
"""How much of its worth a phrase keeps of "förslaget" or "kravet", which does not say which."""

PRESENT = 0.9
"""How well a demand in the present names a tema ("Vill att planen är kort"): a word fewer, less its wish."""

MAYBE = 0.25
"""The same of what may or can be done, which the present tells as a demand."""

SHORTER = {"Motsätter sig": "Avvisar", "Invänder mot": "Avvisar", "Avråder från": "Avvisar"}
"""Verbs of one word for verbs of two."""


def _is_critical(clause: Clause) -> bool:
    """Tell whether a clause is the whole of a sentence whose words criticise: "tyvärr stannar kapitlet …"."""
    s = clause.s
    alone = clause.start == 0 and not s.by_body and not {"att", "men"} & set(s.lower)
    return alone and "kritik" in leanings_of(s.text)


def _past_auxiliaries(clause: Clause) -> int:
    """Return where the main verb after a modal stands: "bör inte kunna ändras" → "ändras"."""
    s, rest = clause.s, clause.rest
    will = clause.finite == "kommer"
    telling = (
        {"få"} if will else {"behöva"} if clause.negated else set()
    )  # "ska inte behöva" is no "ska inte"
    while rest + 1 < len(s.lower) and (
        (s.lower[rest] in g.AUXILIARY_INFINITIVES - telling and s.is_infinitive(rest + 1))
        or (will and s.lower[rest] == "att")
    ):
        rest += 1
    return rest


def pieces(clause: Clause, helper: str) -> Iterator[tuple[str, float]]:
    """Yield "<subject> [inte] <helper> <predicate>", and how good each is.

    A subject of more than its head is also tried without what hangs on it. Without a helper the predicate is
    in the present.
    """
    s = clause.s
    modal = clause.modal is not None
    rest = _past_auxiliaries(clause) if modal else clause.rest
    if helper == "kommer" and s.lower[rest - 1] == "att":
        helper = "kommer att"
    middle = [word for word in (*clause.adverbs, helper) if word]
    if not modal and s.lower[rest : rest + 1] == ["att"]:
        return
    for end_of_subject in subject_ends(clause):
        subject = s.piece(without_count(s, clause.start), end_of_subject)
        whole_subject = kept_of_subject(clause, end_of_subject)
        if end_of_subject < clause.verb:
            whole_subject *= kept_before(s, clause.start, end_of_subject)
        if len(subject) == 1 and subject[0].lower() in HEADS:
            whole_subject *= UNTOLD
        for end, prior_of_cut in predicate_cuts(s, rest if modal else rest - 1):
            if NARROWING & set(clause.adverbs) and not s.is_end(end):
                continue  # "endast gå till organisationer (som …)"
            if not helper and goes_on_after_and(s, rest, end):
                break
            main = [*s.words[rest:end]] if helper else [g.present_of(s.lower[rest]), *s.words[rest + 1 : end]]
            text = " ".join([*subject, *not_any([*middle, *main])])
            yield text, whole_subject * prior_of_cut


def _needs(clause: Clause, at: int) -> Iterator[Phrase]:
    """Yield "Efterfrågar tydligare beskrivning av begreppet" for "begreppet behöver en …"."""
    s = clause.s
    subject = " ".join(s.piece(clause.start, clause.verb))
    for phrase in object_of(s, at, "Efterfrågar", 1.0):
        yield replace(phrase, prior=NEEDED * phrase.prior)
        if phrase.text.endswith(("ning", "tion", "syn", "ande", "ering", "analys")):
            yield Phrase(f"{phrase.text} av {subject}", 1.0)


NEEDED = 0.8
"""How well what something needs names a tema, without what needs it."""

WANTING = frozenset("Efterfrågar Efterlyser Föreslår Önskar Förordar Förespråkar Begär Rekommenderar".split())
"""Verbs after which even what "is" so is wanted: "föreslår att platserna blir …"."""


def _opening(verb: str | None, finite: str, main: str, stance: Stance, *, negated: bool) -> tuple[str, float]:
    """Return the verb that opens the label of a clause and how well such a label names a tema."""
    if verb in SUPPORT | OPPOSITION:
        return str(verb), 0.95
    if stance == "positiv":
        return STATES, 0.6
    if finite in WISH or verb == "Vill" or (finite == "får" and negated):
        return "Vill", 0.95
    if verb and finite not in g.MODALS and (finite not in g.COPULAS or verb in WANTING):
        return "Vill", 0.95
    if (
        finite == "kan"
        and stance == "forslag"
        and not negated
        and main.endswith("s")
        and main not in EPISTEMIC
    ):
        return "Vill", 0.6
    return STATES, 0.6
