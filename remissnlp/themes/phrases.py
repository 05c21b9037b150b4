"""Phrases that could name a tema: what a sentence wants, cut where Swedish grammar lets it be cut.

All have one form, a verb in the present tense without a subject: "Önskar …", "Saknar …", "Vill att … ska …",
"Välkomnar …", "Anser att …". The words are the sentence's own; only the first verb is chosen from a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.frames import opens_with_body, without_leading_adverbials

SHORTEST, LONGEST = 3, 8
"""Words of a label."""

OBJECT_CUES = {
    "önskar": "Önskar",
    "efterfrågar": "Efterfrågar",
    "efterfrågas": "Efterfrågar",
    "efterlyser": "Efterlyser",
    "efterlyses": "Efterlyser",
    "behövs": "Efterfrågar",
    "krävs": "Efterfrågar",
    "behöva": "Efterfrågar",
    "saknar": "Saknar",
    "saknas": "Saknar",
    "föreslår": "Föreslår",
    "föreslås": "Föreslår",
    "förordar": "Förordar",
    "förespråkar": "Förespråkar",
    "uppmuntrar": "Uppmuntrar",
    "välkomnar": "Välkomnar",
    "uppskattar": "Uppskattar",
    "stödjer": "Stödjer",
    "stöder": "Stödjer",
    "tillstyrker": "Tillstyrker",
    "avstyrker": "Avstyrker",
    "ifrågasätter": "Ifrågasätter",
    "befarar": "Befarar",
    "avvisar": "Avvisar",
}
"""Verbs whose object says what is wanted, and the verb that a label uses."""

PAIR_CUES = {
    **{
        (form, word): "Välkomnar"
        for form in ("positiv", "positiva", "positivt")
        for word in ("till", "på", "med")
    },
    **{
        (form, "till"): "Ifrågasätter"
        for form in (
            "kritisk",
            "kritiska",
            "kritiskt",
            "negativ",
            "negativa",
            "tveksam",
            "tveksamma",
            "frågande",
        )
    },
    ("behov", "av"): "Ser behov av",
    ("behovet", "av"): "Betonar behovet av",
    ("vikten", "av"): "Betonar vikten av",
    ("betydelsen", "av"): "Betonar betydelsen av",
    ("risk", "för"): "Ser risk för",
    ("önskemål", "om"): "Önskar",
}
SUPPORT = frozenset("Välkomnar Uppskattar Stödjer Tillstyrker Uppmuntrar".split())
OPPOSITION = frozenset("Avstyrker Ifrågasätter Befarar Avvisar".split())
_SAYING = frozenset(
    "anser menar framhåller framför anför påpekar betonar understryker poängterar föreslår önskar bedömer tycker "
    "förordar konstaterar framhålla framföra påpeka betona understryka poängtera lyfta lyfter ser uppmärksammas anges framgå framgår".split()
)
_NEED = frozenset(
    "viktigt angeläget nödvändigt önskvärt lämpligt rimligt värdefullt positivt bra väsentligt centralt".split()
)
_SHOWING = frozenset("framgår framgå anges ange tydliggörs klargörs preciseras står är vore".split())
_BEING = frozenset("är vore ställer sig ser positivt".split())
_WISH = frozenset("bör borde ska skall måste behöver skulle".split())
_UNFINISHED = frozenset(
    "inte mycket mer mest så helt ytterst alltför för sig varandra ett en vikten behovet betydelsen frågan sättet "
    "risken möjligheten hänsyn enlighet linje form tillsammans syfte flera många vissa alla samtliga".split()
)
_VAGUE = frozenset("desamma dessa detta denna dem han hon hen vi vår vårt våra jag dess".split())
_TITLES = frozenset("avsnittet rubriken begreppet kapitlet uttrycket ordet paragrafen formuleringen".split())
_LINKING = g.COPULAS | {"göras", "bli", "vara", "anses"}
_CONDITIONAL = "skulle"


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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Tokens of a sentence, as written and in lower case."""

    words: list[str]
    lower: list[str]
    stance: Stance
    by_body: bool
    """Whether it opens with a body and its verb of saying."""

    def is_verb(self, at: int) -> bool:
        """Tell a verb in the present tense from a noun that looks like one ("olika delar")."""
        if self.lower[at] in OBJECT_CUES or self.lower[at] in _SAYING:
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
        """Tell whether every subordinate clause that starts in a piece has its verb there, and no other has."""
        open_clauses = 0
        for at in range(start, end):
            word = self.lower[at]
            helped = at > start and (
                self.lower[at - 1] in g.MODALS or self.lower[at - 1] in g.AUXILIARY_INFINITIVES
            )
            doubled = at > start and word in g.PREPOSITIONS and self.lower[at - 1] in g.PREPOSITIONS
            if word in _VAGUE or doubled:
                return False
            if word in g.CLAUSE_OPENERS:
                open_clauses += 1
            elif open_clauses and (g.is_finite(word) or g.is_infinitive(word)):
                open_clauses -= 1
            elif self.is_verb(at) and at > start and not helped:
                return False
        return open_clauses == 0

    def is_end(self, at: int) -> bool:
        return at >= len(self.words) or not g.is_word(self.words[at])

    def piece(self, start: int, end: int) -> list[str]:
        first = [g.uncapitalise(self.words[start])] if start == 0 else [self.words[start]]
        return [*first, *self.words[start + 1 : end]]


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: where its subject starts and ends, its finite verb, and where the rest starts."""

    start: int
    end: int
    finite: str
    rest: int
    negated: bool = False


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
        sentence = without_leading_adverbials(sentence)
        words = g.tokens(sentence)
        read = _Sentence(words, [w.lower() for w in words], stance, opens_with_body(sentence))
        own_clause = () if read.by_body else _clause(read, 0, None)
        for phrase in (*_sentence_phrases(read), *own_clause):
            if SHORTEST <= len(phrase.text.split()) <= LONGEST:
                found.setdefault(phrase.text, phrase)
    return list(found.values())


def _sentence_phrases(s: _Sentence) -> Iterator[Phrase]:
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
        elif word == "att" and i and asking and s.lower[i - 1] in {"förslag", "önskemål"}:
            yield from _infinitive(s, i + 1)
        elif word in {"att", "om"} and i:
            before = s.lower[max(0, i - 4) : i]
            if before[-1] in _NEED and "inte" not in before:
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
            clause = _inverted(s, i)
            if clause:
                yield from _clause_phrases(s, clause, None)


def _follows_saying(s: _Sentence, at: int) -> bool:
    """Tell whether the "att" at `at` follows a verb of saying, with nothing but the body between."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if s.lower[i] in _SAYING:
            return True
        if not (
            g.is_actor(s.words[i]) or s.words[i][0].isupper() or s.lower[i] in {"i", "fram", "tydligt", "och"}
        ):
            return False
    return False


def _lacks(s: _Sentence, at: int) -> bool:
    """Tell whether it is a body that lacks something, not a thing ("regeln saknar betydelse")."""
    beside = s.words[max(0, at - 1) : at] + s.words[at + 1 : at + 2]
    if any(g.is_actor(w) or (w[0].isupper() and at > 1) for w in beside):
        return True
    return (
        s.by_body and "att" not in s.lower[:at] and any(g.is_actor(w) or g.is_name(w) for w in s.words[:at])
    )


def _is_stand(s: _Sentence, at: int) -> bool:
    """Tell "ställer sig positiv till" from "kan bidra positivt till"."""
    before = s.lower[max(0, at - 4) : at]
    return any(w in _BEING for w in before) and not (before and g.is_infinitive(before[-1]))


def _after_cue(s: _Sentence, at: int, verb: str) -> Iterator[Phrase]:
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


def _object(s: _Sentence, at: int, verb: str, prior: float) -> Iterator[Phrase]:
    """Yield the verb with ever longer pieces of the noun phrase that starts at `at`."""
    article = at
    if s.lower[at : at + 1] in (["en"], ["ett"]):
        at += 1
    if s.lower[at : at + 1] == ["antal"]:
        at += 1
    if s.is_end(at) or _points_back(s, at) or g.opens_no_noun(s.lower[at]) or s.is_verb(at):
        return
    if g.is_infinitive(s.lower[at]):
        return
    for end, prior_of_cut, whole in _cuts(s, at):
        in_clause = any(w in g.CLAUSE_OPENERS for w in s.lower[at:end])
        last_is_verb = g.is_infinitive(s.lower[end - 1]) or s.is_verb(end - 1)
        if g.is_adjective(s.lower[end - 1]) or (
            last_is_verb and not (in_clause and s.lower[end - 1].endswith("s"))
        ):
            continue
        # An article is only spent where the label would be too short without it.
        start = at if end - at + len(verb.split()) >= SHORTEST else article
        yield Phrase(" ".join([verb, *s.piece(start, end)]), prior * prior_of_cut, whole)


def _infinitive(s: _Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill <infinitive> <object>"; an adverbial between "att" and the infinitive is left out."""
    if s.is_end(at) or not (g.is_infinitive(s.lower[at]) or s.lower[at] in g.PREPOSITIONS):
        return
    for i in range(at, min(at + 7, len(s.lower))):
        if s.is_end(i) or s.lower[i] in {"det", "som"} or s.is_verb(i):
            return
        if g.is_infinitive(s.lower[i]) and s.lower[i] not in g.AUXILIARY_INFINITIVES:
            if not s.lower[i].endswith("as") and not _points_back(s, i + 1):
                for end, prior, whole in _predicate_cuts(s, i):
                    if s.stance != "positiv":
                        yield Phrase(" ".join(["Vill", *s.words[i:end]]), 0.9 * prior, whole)
                    elif i == at and end > i + 1 and not g.opens_no_noun(s.lower[i + 1]):
                        # "positivt att samla program" becomes "Välkomnar att program samlas".
                        passive = g.present_passive(s.lower[i])
                        yield Phrase(
                            " ".join(["Välkomnar att", *s.words[i + 1 : end], passive]), 0.9 * prior, whole
                        )
            return


def _clause(s: _Sentence, at: int, verb: str | None, *, deeper: bool = True) -> Iterator[Phrase]:
    """Yield phrases for the clause that starts at `at`; "det framgår att …" leads on to the clause inside."""
    clause = _read_clause(s, at)
    if clause is not None:
        yield from _clause_phrases(s, clause, verb)
    elif deeper and verb and s.lower[at : at + 1] == ["det"]:
        for i in range(at + 1, min(at + 12, len(s.lower))):
            if s.is_end(i) or s.lower[i] == "inte":
                return
            if s.lower[i] == "att":
                if any(w in _SHOWING for w in s.lower[at:i]):
                    yield from _clause(s, i + 1, verb, deeper=False)
                return


def _clause_phrases(s: _Sentence, clause: _Clause, verb: str | None) -> Iterator[Phrase]:
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
    if clause.finite == _CONDITIONAL and not wished and not s.lower[rest].endswith("s"):
        # "Tydliga rubriker skulle underlätta": what would happen, not what should.
        opening, prior, helper = (
            ("Anser", 0.75, _CONDITIONAL) if verb not in SUPPORT else (opening, prior, helper)
        )
    # "att rubriken inte är tydlig": no before the verb, as in a subclause.
    middle = ["inte", helper] if negated else [helper]
    for end_of_subject in _subject_ends(s, clause):
        subject = s.piece(_without_count(s, clause.start), end_of_subject)
        whole_subject = 1.0 if end_of_subject == clause.end else 0.95
        for end, prior_of_cut, whole in _predicate_cuts(s, rest if modal else rest - 1):
            if not modal and s.lower[rest : rest + 1] == ["att"]:
                return
            text = " ".join([opening, "att", *subject, *map(str, middle), *s.words[rest:end]])
            yield Phrase(text, prior * whole_subject * prior_of_cut, whole)


def _needs(s: _Sentence, clause: _Clause, at: int) -> Iterator[Phrase]:
    """Yield "Efterfrågar tydligare beskrivning av begreppet" for "begreppet behöver en tydligare beskrivning"."""
    subject = " ".join(s.piece(clause.start, clause.end))
    for phrase in _object(s, at, "Efterfrågar", 1.0):
        if phrase.text.endswith(("ning", "tion", "syn", "ande", "ering", "analys")):
            yield Phrase(f"{phrase.text} av {subject}", 1.0, True)


def _judged(s: _Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Anser det svårt att <infinitive> <object>" for "det blir svårt att …"."""
    judgement = s.lower[at - 1]
    described = g.is_adjective(judgement) or judgement.endswith("ande")
    window = s.lower[max(0, at - 5) : at]
    if not described or not any(w in g.COPULAS | {"bli", "vara"} for w in window):
        return
    if g.is_infinitive(s.lower[at + 1]) if at + 1 < len(s.lower) else False:
        for end, prior, whole in _predicate_cuts(s, at + 1):
            opening = "Anser det inte" if "inte" in window else "Anser det"
            yield Phrase(" ".join([opening, *s.words[at - 1 : end]]), 0.85 * prior, whole)


def _without_count(s: _Sentence, start: int) -> int:
    """Return where a subject starts when "ett (stort) antal" is left out."""
    for length in (2, 3):
        if s.lower[start] == "ett" and s.lower[start + length - 1 : start + length] == ["antal"]:
            return start + length
    return start


def _opening(verb: str | None, finite: str, stance: Stance) -> tuple[str, float]:
    """Return the verb that opens the label of a clause and how well such a label names a tema."""
    if verb in SUPPORT:
        return str(verb), 0.95
    if verb in OPPOSITION:
        return ("Befarar" if verb == "Befarar" else "Ifrågasätter"), 0.95
    if stance == "positiv":
        return "Anser", 0.7
    if finite in _WISH or (verb and finite not in g.MODALS and finite not in g.COPULAS):
        return "Vill", 0.95
    if finite == "kan" and stance == "forslag":
        return "Vill", 0.8
    return "Anser", 0.8 if stance in {"kritik", "fraga"} else 0.6


def _read_clause(s: _Sentence, at: int) -> _Clause | None:
    """Find subject and finite verb of the clause that starts at `at`, or None.

    Takes both orders, "rubriken bör ändras" and, after a fronted adverbial, "bör rubriken ändras". "Det i
    programmet bör framgå att …" is passed over: the clause after its "att" comes by itself.
    """
    relative = 0
    for v in range(at, min(at + 16, len(s.lower))):
        word = s.lower[v]
        if (
            s.is_end(v)
            or word in _SAYING
            or word in {"vill", "kommer"}
            or (v > at and word in {"att", "om", "eftersom", "hur", "men"})
        ):
            return None
        if word == "som" and v > at:
            relative += 1
        elif s.is_verb(v):
            if relative:
                relative -= 1
            elif v > at and not g.opens_no_noun(s.lower[at]):
                negated = s.lower[v - 1] == "inte" and v - 1 > at
                return _checked(s, _Clause(at, v - negated, word, v + 1, negated))
            else:
                return _inverted(s, v)
    return None


def _inverted(s: _Sentence, v: int) -> _Clause | None:
    """Read "… bör rubriken ändras": the subject stands between the modal verb and the infinitive."""
    if s.lower[v] not in g.MODALS:
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
    return _checked(s, _Clause(v + 1, end, s.lower[v], end))


def _checked(s: _Sentence, clause: _Clause) -> _Clause | None:
    """Return the clause if its subject can stand in a label."""
    first, last = s.lower[clause.start], s.lower[clause.end - 1]
    inside = s.lower[clause.start : clause.end]
    named = clause.start == 0 and any(w[0].isupper() for w in s.words[1 : clause.end])
    good = (
        not _points_back(s, clause.start)
        and not g.opens_no_noun(first)
        and not g.is_infinitive(first)
        and first not in g.IRREGULAR_FINITE
        and not g.is_function(last)
        and last not in _UNFINISHED
        and not g.is_adjective(last)
        and not any(w in g.CLAUSE_OPENERS and w != "som" for w in inside)
        and not any(w.endswith("instanser") or w.endswith("instanserna") for w in inside)
        and not (named and first not in _TITLES)
    )
    return clause if good else None


def _subject_ends(s: _Sentence, clause: _Clause) -> list[int]:
    """Return where a subject may end: where it does, and before what hangs on its head."""
    ends = [clause.end]
    if s.lower[clause.start] in _TITLES:
        return ends
    for i in range(clause.start + 1, clause.end):
        head = s.lower[i - 1]
        hangs = s.lower[i] in g.PREPOSITIONS or s.lower[i] == "som"
        if hangs and not g.is_function(head) and not g.is_adjective(head) and head not in _UNFINISHED:
            ends.append(i)
            break
    return ends


def _points_back(s: _Sentence, at: int) -> bool:
    """Tell whether the phrase at `at` starts with a pronoun, not with an article before its adjective."""
    if at >= len(s.lower):
        return False
    word = s.lower[at]
    article = word in {"de", "den", "det"} and at + 1 < len(s.lower) and g.is_adjective(s.lower[at + 1])
    return word in g.ANAPHORS and not article


def _cuts(s: _Sentence, start: int) -> Iterator[tuple[int, float, bool]]:
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
            or last in _UNFINISHED
            or last in g.MODALS
            or last in g.AUXILIARY_INFINITIVES
            or last.endswith("-")
        )
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
            yield end, 0.8, False
        elif g.is_function(following):
            yield end, 0.9, False


def _predicate_cuts(s: _Sentence, verb: int) -> Iterator[tuple[int, float, bool]]:
    """Yield ends of a predicate whose verb stands at `verb`; its particle or object is not cut off."""
    word = s.lower[verb]
    passive = word.endswith("s") and word != "finns"
    particle = verb + 1 < len(s.lower) and s.lower[verb + 1] in g.PURE_PARTICLES
    if particle and passive:
        ends = s.is_end(verb + 2)
        yield verb + 2, 1.0 if ends else 0.9, ends
    for end, prior, whole in _cuts(s, verb):
        last = s.lower[end - 1]
        if end == verb + 1 and not whole and not (passive and _free(s, end)):
            continue
        if particle and end == verb + 2:
            continue
        if end - 1 != verb and (s.is_verb(end - 1) or g.is_infinitive(last)) and not whole:
            continue
        adverb = last.endswith(("are", "re", "t"))
        if g.is_adjective(last) and not whole and word not in _LINKING and not (adverb and passive):
            continue
        if g.is_adjective(last) and s.lower[end : end + 1] == ["och"] and word not in _LINKING:
            continue
        yield end, prior * (0.8 if end == verb + 1 and not whole else 1.0), whole


def _free(s: _Sentence, at: int) -> bool:
    """Tell whether what starts at `at` can be left out after a passive verb: no particle, no goal."""
    return s.is_end(at) or s.lower[at] not in g.PARTICLES | {"som", "med", "mot"}
