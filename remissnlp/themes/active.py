"""What is to be done, in the active: "Vill ge barnen rätt att …" for "barnen ska ges rätt att …"."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.binding import bond
from remissnlp.themes.clauses import Clause, kept_of_subject, subject_ends, without_count
from remissnlp.themes.cues import EMPTY, NARROWING, WH_WORDS
from remissnlp.themes.cutting import kept_before, predicate_cuts
from remissnlp.themes.objects import Phrase
from remissnlp.themes.rewriting import head_of
from remissnlp.themes.sentence import Sentence


def active(clause: Clause, verb: int) -> Iterator[Phrase]:
    """Yield "Vill ge kommunerna rätt att …" for "kommunerna ska ges rätt att …": two words fewer."""
    s = clause.s
    particle = [w for w in s.lower[verb + 1 : verb + 2] if w in g.PURE_PARTICLES]
    if bond(s.lower[verb], "av") > DONE_BY:
        return  # "omfattas (av lagen)": the lag does it
    decided = 1.0 if g.active_infinitive(s.lower[verb]) in DECIDING else DONE_BY_OTHERS
    start = ["Vill", *clause.adverbs, g.active_infinitive(s.lower[verb]), *particle]
    at = verb + 1 + len(particle)
    if s.lower[at] == "av":
        return  # "tas ut av staten"
    for end_of_subject in subject_ends(clause):
        subject = s.piece(without_count(s, clause.start), end_of_subject)
        kept = decided * ACTIVE * kept_of_subject(clause, end_of_subject)
        ends = s.is_end(at)
        if "som" in subject and not ends and not g.is_function(s.lower[at]):
            continue  # "tillgodoräkna de medel som fonden får målnivån"
        held = {"som", "om", "så", "utan", "förrän"} | g.DETERMINERS
        narrowed = bool(NARROWING & set(clause.adverbs))
        free = not ends and not narrowed and g.is_function(s.lower[at]) and s.lower[at] not in held
        how = not ends and g.is_adjective(s.lower[at]) and s.is_end(at + 1)  # "analyseras ytterligare"
        if ends or ((free or how) and s.lower[verb] not in EMPTY):
            worth = 1.0 if ends else UNSAID if how else kept_before(s, verb, at)
            yield Phrase(" ".join([*start, *subject]), kept * worth)
        if s.is_end(at):
            continue
        for end, worth in predicate_cuts(s, verb):
            if goes_on_after_and(s, at, end):
                break  # "anpassas och bli": the second verb has the same subject
            given = s.lower[verb] in GIVEN and s.lower[clause.start] in {"en", "ett"}
            given = given and s.lower[at] not in g.PREPOSITIONS
            # "Erbjuda barnen en intervju" is to "en intervju ska erbjudas barnen"
            rest = [*s.words[at:end], *subject] if given else [*subject, *s.words[at:end]]
            yield Phrase(" ".join([*start, *rest]), kept * worth)


def goes_on_after_and(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a piece holds a second verb of the same subject: "anpassas och bli"."""
    return any(
        s.lower[i] in {"och", "samt"}
        and (s.is_infinitive(i + 1) or g.is_infinitive(f"{s.lower[i + 1][:-1]}a"))
        for i in range(start, end - 1)
    )  # "anpassas och bli", "beaktas och vägs"


def done_by(clause: Clause, verb: int, opening: str, prior: float) -> Iterator[Phrase]:
    """Yield "Vill att lagen omfattar bolag" for "bolag ska omfattas av lagen": a word fewer."""
    s = clause.s
    end = head_of(s, verb + 2) if s.lower[verb + 1 : verb + 2] == ["av"] else None
    passive = s.lower[verb].endswith("s") and bond(s.lower[verb], "av") > DONE_BY
    if end is None or not passive or not (s.is_end(end) or g.is_function(s.lower[end])):
        return
    doer = s.piece(verb + 2, end)
    does = g.present_of(g.active_infinitive(s.lower[verb]))
    if doer[0].lower() in g.ANAPHORS or g.is_infinitive(does):
        return
    for end_of_subject in subject_ends(clause):
        subject = s.piece(without_count(s, clause.start), end_of_subject)
        kept = ACTIVE * prior * kept_of_subject(clause, end_of_subject)
        yield Phrase(" ".join([opening, "att", *doer, *clause.adverbs, does, *subject]), kept)


DECIDING = frozenset(
    """
    analysera ange avgränsa avskaffa begränsa behålla belysa beskriva bredda definiera formulera
    förbättra fördjupa förenkla förlänga förstärka förtydliga genomföra göra harmoniera harmonisera höja
    införa inkludera inrätta justera klargöra klassa knyta komplettera konkretisera koppla korta lägga
    låta minska nämna omfatta omformulera placera precisera prioritera pröva redovisa reglera samordna
    se senarelägga skriva skärpa slopa stryka stärka säkerställa sänka ta tillföra tydliggöra undanta
    undersöka uppdatera uppmärksamma utforma utnyttja utreda utveckla utvidga utvärdera utöka värna
    ändra åtgärda öka överväga
    """.split()
)
"""What those do who decide on a law or a plan, and who answers may want to be done."""

GIVEN = frozenset("erbjudas ges beviljas tilldelas medges".split())
"""Passives of which either what is given or who gets it may be the subject."""

DONE_BY_OTHERS = 0.6
"""How much of its worth a demand in the active keeps that others would have to meet: "Vill bevilja …"."""

DONE_BY = 0.83
"""Bond with "av" of a passive that is always somebody's or something's doing, so that the active misleads."""

UNSAID = 0.8
"""How much of its worth a demand keeps that does not say who shall meet it."""


ACTIVE = 0.8
"""How well a demand in the active names a tema: it says the same as "Vill att …", but not who should."""


def needed(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill åtgärda fel" for the "fel som kan behöva åtgärdas" whose "som" stands at `at`."""
    verb = at + 2 + (s.lower[at + 1] == "kan")
    if s.lower[verb - 1 : verb] not in (["behöver"], ["behöva"]) or s.is_end(verb):
        return
    start = at
    while (
        start
        and g.is_word(s.words[start - 1])
        and not (g.is_function(s.lower[start - 1]) or s.is_verb(start - 1))
    ):
        start -= 1
    start += s.lower[start] == "del"  # "en del fackspråk"
    asked = WH_WORDS & set(s.lower[max(0, start - 2) : at])
    if (
        start < at
        and g.is_passive_infinitive(s.lower[verb])
        and not asked
        and g.is_noun_like(s.lower[at - 1])
    ):
        yield Phrase(" ".join(["Vill", g.active_infinitive(s.lower[verb]), *s.piece(start, at)]), ACTIVE)
