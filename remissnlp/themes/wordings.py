"""How a label is worded: a verb in the present tense, then words of the sentence up to where a cut may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import points_back, read_clause
from remissnlp.themes.cues import OPPOSITION, RETELLING, SAYING, SHOWING, SUPPORT, WISH
from remissnlp.themes.cutting import predicate_cuts
from remissnlp.themes.objects import Phrase, object_of, predicates
from remissnlp.themes.rewriting import ARISING, without_expletive, without_place
from remissnlp.themes.sentence import Sentence
from remissnlp.themes.telling import WANTING, worded_clause


def after_cue(s: Sentence, at: int, verb: str) -> Iterator[Phrase]:
    """Yield phrases for what follows a cue: a clause, an infinitive or a noun phrase."""
    while at < len(s.lower) and (
        s.lower[at] in {"det", "vi", "man", ",", ":", "sig", "oss", "helt"} or g.is_actor(s.words[at])
    ):
        at += 1  # past the body of an inverted sentence
    at = _past_names(s, at)
    if verb == "Saknar" and s.lower[at : at + 1] and s.lower[at] in NEEDS:
        return  # who sees no need lacks nothing
    if at < len(s.lower) and s.lower[at] == "att":
        if verb.startswith("Betonar") and not s.asks and not s.is_end(at + 1) and s.is_infinitive(at + 1):
            yield from predicates(s, at + 1, f"{verb} att", 0.9)
        elif " av" in verb and verb not in WITH_INFINITIVE:
            yield from infinitive_of(s, at + 1)
            yield from clause_at(s, at + 1, "Vill")
        else:
            if g.is_infinitive("".join(s.lower[at + 1 : at + 2])) and verb in WITH_INFINITIVE:
                yield from predicates(s, at + 1, f"{verb} att", 0.9)
            if " av" in verb:
                return  # what there is no need of is no wish
            yield from clause_at(s, at + 1, "Befarar" if verb in {"Ser risk för", "Känner oro för"} else verb)
    else:
        yield from object_of(s, at, verb, 0.85 if " " in verb else 1.0)


WITH_INFINITIVE = frozenset({"Avråder från", "Invänder mot", "Varnar för", "Föreslår", "Ser inget behov av"})
"""Verbs that may be followed by "att" and what one does."""

NEEDS = frozenset("behov skäl anledning motiv grund stöd".split())


def _past_names(s: Sentence, at: int) -> int:
    """Return where an object starts: past the names of "avstyrker Svensk Handel förslaget"."""
    if s.by_body:
        return at
    start = at
    while not s.is_end(at) and s.words[at][0].isupper() and not s.lower[at].endswith("s"):
        at += 1
        joined = s.lower[at : at + 1] in (["och"], ["i"], ["för"]) and not s.is_end(at + 1)
        at += bool(joined and s.words[at + 1][0].isupper())
    return at if at > start else start


def infinitive_of(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill <infinitive> <object>"; an adverbial between "att" and the infinitive is left out."""
    opens = not s.is_end(at) and (s.is_infinitive(at) or s.lower[at] in g.PREPOSITIONS)
    if not opens:
        return
    if s.lower[at] == "ha" and s.asks and not g.is_supine("".join(s.lower[at + 1 : at + 2])):
        yield from object_of(s, at + 1, "Vill ha", 0.9)
    for i in range(at, min(at + 7, len(s.lower))):
        if s.is_end(i) or s.lower[i] in {"det", "som"} or s.is_verb(i):
            return
        if g.is_infinitive(s.lower[i]) and s.lower[i] not in g.AUXILIARY_INFINITIVES:
            if s.lower[i] in THINKING:
                return
            if not s.lower[i].endswith("as") and not points_back(s, i + 1):
                for end, prior in predicate_cuts(s, i):
                    if s.lower[i] == "skriva" and INSTEAD.search(s.text):  # what stands there now
                        wording = " ".join(s.words[i + 1 : end])
                        if wording and s.lower[i + 1] not in g.PREPOSITIONS:
                            yield Phrase(f"Vill skriva ”{wording}”", 0.9 * prior)
                    elif s.stance != "positiv":
                        able = s.words[at : at + 1] if s.lower[at] == "kunna" and i == at + 1 else []
                        yield Phrase(" ".join(["Vill", *able, *s.words[i:end]]), 0.9 * prior)
                    elif i == at and end > i + 1 and not g.opens_no_noun(s.lower[i + 1]):
                        # "positivt att samla program" becomes "Välkomnar att program samlas".
                        passive = g.present_passive(s.lower[i])
                        yield Phrase(" ".join(["Välkomnar att", *s.words[i + 1 : end], passive]), 0.9 * prior)
            return


def speaks(s: Sentence, at: int) -> bool:
    """Tell whether the verb at `at` is that of a body."""
    beside = [*s.words[max(0, at - 1) : at], *s.words[at + 1 : at + 2]]
    return s.by_body or any(map(g.is_actor, beside))


def wants(s: Sentence, at: int) -> bool:
    """Tell the "vill" of a body that wants something from that of "vill framhålla" and of others."""
    retells = {"inte", *RETELLING, *SAYING} & set(s.lower[at + 1 : at + 4])
    return not s.is_end(at + 1) and speaks(s, at) and not retells and s.asks


INSTEAD = re.compile(r"\b(?:i ?stället|hellre) skriva\b", re.IGNORECASE)
"""What tells that "skriva" is followed by another wording."""

THINKING = frozenset(
    "tillse önska tro anta anse befara misstänka ifrågasätta tala förvänta förmoda utgå".split()
)
"""Infinitives after "skäl att" that tell of no wish."""


def clause_at(s: Sentence, at: int, verb: str | None, *, deeper: bool = True) -> Iterator[Phrase]:
    """Yield phrases for the clause that starts at `at`; "det framgår att …" leads on to the clause inside."""
    if s.lower[at : at + 1] in (["man"], ["vi"]) and verb not in SUPPORT | OPPOSITION - {"Befarar"}:
        yield from _one_should(s, at + 1)
        yield from _one_does(s, at + 1, verb)
        return
    if s.lower[at : at + 2] == ["det", "finns"] and verb in {"Vill", "Välkomnar", "Uppskattar"}:
        yield from object_of(s, at + 2, "Vill ha" if verb == "Vill" else str(verb), 0.85)
    s = without_place(s, at)
    clause = read_clause(s, at)
    stands = verb in SUPPORT | OPPOSITION | WANTING or bool(ARISING & set(s.lower[at + 1 : at + 4]))
    turned = without_expletive(s, at) if stands else None
    if clause is None and turned is not None:
        clause = read_clause(turned, 0)
    if clause is not None:
        yield from worded_clause(clause, verb)
    elif made := list(_done_by_none(s, at, verb)):
        yield from made
    elif deeper and verb and s.lower[at : at + 1] == ["det"]:
        for i in range(at + 1, min(at + 12, len(s.lower))):
            if s.is_end(i) or s.lower[i] == "inte":
                return
            if s.lower[i] == "att":
                if any(w in SHOWING for w in s.lower[at:i]):
                    yield from clause_at(s, i + 1, verb, deeper=False)
                return


def _done_by_none(s: Sentence, at: int, verb: str | None) -> Iterator[Phrase]:
    """Yield "Vill införa en regel" for "föreslår att det införs en regel", "Avstyrker en regel" likewise."""
    wanted = verb in WANTING and s.asks
    if verb is None or not (wanted or verb in STANDING):
        return
    done = s.lower[at + 1] if s.lower[at : at + 1] == ["det"] and not s.is_end(at + 1) else ""
    whole = next((word for word in (done, f"{done[:-1]}as") if g.is_passive_infinitive(word)), None)
    particle = s.words[at + 2 : at + 3] if whole and s.lower[at + 2] in g.PURE_PARTICLES else []
    thing = at + 2 + len(particle)
    if whole and s.lower[thing] in {"en", "ett"}:
        act = " ".join([g.active_infinitive(whole), *particle])
        yield from object_of(s, thing, f"Vill {act}" if wanted else verb, 0.85)


STANDING = frozenset("Tillstyrker Stödjer Välkomnar Avstyrker Avvisar Ifrågasätter".split())
"""Verbs whose object may be what is to be made."""


def _one_should(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill [inte] <infinitive> …" for "man bör [inte] kunna …"."""
    negated = "inte" in s.lower[at : at + 3]
    for i in range(at + 1, min(at + 5, len(s.lower))):
        if s.lower[at] not in WISH or s.is_end(i):
            return
        if g.is_infinitive(s.lower[i]) and s.lower[i] not in g.AUXILIARY_INFINITIVES:
            yield from predicates(s, i, "Vill inte" if negated else "Vill", 0.9)
            return


def _one_does(s: Sentence, verb: int, opening: str | None) -> Iterator[Phrase]:
    """Yield "Vill införa …" for "förordar att man inför …", "Befarar att man …" for a risk that one does."""
    infinitive = g.infinitive_of_present(s.lower[verb]) if verb < len(s.lower) else None
    if infinitive is None or s.lower[verb] in g.MODALS or opening is None:
        return
    if opening in {"Befarar", "Ser risk för", "Varnar för"}:
        yield from predicates(s, verb, f"Befarar att {s.words[verb - 1]}", 0.8)
    else:
        yield from predicates(s, verb, "Vill", 0.9, form=infinitive)
