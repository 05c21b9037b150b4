"""A sentence in fewer words of its own: without what is put in, leaner, in the present."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.binding import bond
from remissnlp.themes.clauses import read_clause
from remissnlp.themes.cues import LINKING, NARROWING, OBJECT_CUES, PAIRING, SAYING, UNFINISHED, WH_WORDS, WISH
from remissnlp.themes.rewriting import describes, head_of
from remissnlp.themes.sentence import Sentence, with_words
from remissnlp.themes.subjects import without_clause_inside, without_list, without_second_subject
from remissnlp.themes.tighter import (
    with_bare_man,
    with_definite,
    with_may,
    without_adverbials,
    without_adverbs,
    without_degrees,
    without_other_half,
    without_whom,
)

LONGEST_INSERTION = 14
"""Most words between the two commas of an insertion."""


def without_insertions(s: Sentence) -> Sentence:
    """Leave out what stands between two commas before a verb: "nivån, en minskning med 25 procent, är …"."""
    words = list(s.words)
    at = 1
    while at < len(words):
        if words[at] == ",":
            read = with_words(s, words)
            for end in range(at + 2, min(at + LONGEST_INSERTION, len(words) - 1)):
                if words[end] == ",":
                    if _is_insertion(read, at, end):
                        del words[at : end + 1]
                        at -= 1
                    break
        at += 1
    return with_words(s, words)


def _is_insertion(s: Sentence, comma: int, end: int) -> bool:
    """Tell whether the words between two commas can be left out: the clause goes on with its verb."""
    goes_on = s.is_verb(end + 1) or g.is_infinitive(s.lower[end + 1])
    relative = s.lower[comma + 1] in {"som", "vilket", "vilken", "vilka", "där", "om", "när", "trots"}
    bare = not any(s.is_verb(i) for i in range(comma + 1, end))
    return goes_on and (relative or bare) and g.is_word(s.words[comma - 1])


def leaner(s: Sentence) -> Sentence:
    """Return a sentence whose definite nouns have no adjectives: "de nya reglerna" becomes "reglerna"."""
    words: list[str] = []
    at = 0
    while at < len(s.words):
        end = _definite_noun(s, at)
        if end and not (at and s.lower[at - 1] in NARROWING | {"även"}):
            words.append(s.words[end])
            at = end + 1
        else:
            words.append(s.words[at])
            at += 1
    return with_words(s, words)


def _definite_noun(s: Sentence, at: int) -> int | None:
    """Return where the noun of "den …a …en" stands if all before it may be left out."""
    if s.lower[at] not in {"den", "det", "de"} or (at and s.lower[at - 1] in g.COPULAS):
        return None  # "är de rätta åtgärderna": what they are is said of them
    for end in range(at + 1, min(at + 4, len(s.lower))):
        word = s.lower[end]
        following = s.lower[end + 1] if end + 1 < len(s.lower) else "."
        described = describes(s, end) and g.is_noun_like(following) and g.is_definite(following)
        if end > at + 1 and g.is_noun_like(word) and g.is_definite(word) and not described:
            return None if s.lower[end + 1 : end + 2] == ["som"] else end
        if not describes(s, end) or word in WHICH:
            return None
    return None


WHICH = frozenset("första andra tredje fjärde femte sista nästa enda samma ena".split())
"""Words without which a noun is another thing: "det fjärde året"."""


def in_present(s: Sentence) -> Sentence:
    """Return what is wished in the past tense in the present: "vore bra om målen ändrades" has "ändras".

    So it is with what should have been: "borde ha analyserats" has "borde analyseras".
    """
    words = list(s.words)
    wished = next((i for i, word in enumerate(s.lower) if word in {"vore", "hade"}), len(words))
    start = next((i for i in range(wished, len(words)) if s.lower[i] in {"att", "om"}), len(words))
    words[start:] = [g.present_of_past(word) or word for word in words[start:]]
    for i in range(len(words) - 2, 0, -1):
        done = g.infinitive_of_supine(words[i])
        if done and words[i - 1] == "ha" and {"borde", "skulle"} & {*words[max(0, i - 3) : i - 1]}:
            words[i - 1 : i + 1] = [done]
        elif (
            done
            and i > start + 1
            and words[i - 1] not in {"ha", "har", "hade"}
            and (done.endswith("s") or words[i] in {"fått", "blivit"})
        ):
            words[i] = g.present_of(done)  # "att nämnden (hade) involverats"
    return with_words(s, words) if words != s.words else s


def with_own_not(s: Sentence) -> Sentence:
    """Return "anser att målen inte är rimliga" for "anser inte att målen är rimliga"."""
    for at in range(2, len(s.words) - 2):
        if s.lower[at - 1 : at + 1] == ["inte", "att"] and s.lower[at - 2] in HOLDING:
            clause = read_clause(s, at + 1)
            verb = at + 2 if s.lower[at + 1] == "det" else clause.verb if clause else None
            if verb is not None and not (clause and clause.negated):
                words = [*s.words[: at - 1], "att", *s.words[at + 1 : verb], "inte", *s.words[verb:]]
                return with_words(s, words)
    return s


HOLDING = frozenset("anser tycker menar bedömer".split())
"""Verbs whose "inte" is that of what follows."""


def without_mission(s: Sentence) -> Sentence:
    """Return "verket bör utreda …" for "bör få i uppdrag att utreda …", "låta" for "ge … i uppdrag"."""
    at = next((i for i in range(2, len(s.lower) - 2) if s.lower[i - 1 : i + 2] == ["i", "uppdrag", "att"]), 0)
    if not at or not g.is_infinitive(s.lower[at + 2]):
        return s
    for start in range(at - 2, max(-1, at - 5), -1):
        if s.lower[start] in {"få", "ges"} and start == at - 2:
            return with_words(s, [*s.words[:start], *s.words[at + 2 :]])
        if s.lower[start] == "ge":
            return with_words(s, [*s.words[:start], "låta", *s.words[start + 1 : at - 1], *s.words[at + 2 :]])
    return s


def variants(s: Sentence) -> Iterator[tuple[Sentence, float]]:
    """Yield the sentence and shorter ones of the same meaning, with how much of its worth each keeps."""
    short = with_own_not(without_insertions(in_present(s)))
    yield short, 1.0
    for shorten, worth in KEPT.items():
        shorter = shorten(short)
        if shorter.words != short.words:
            yield shorter, worth
        if shorten not in BRANCHES:
            short = shorter


HELD = frozenset("förslag bedömning slutsats uppfattning konstaterande resonemang påstående".split())
"""What somebody else has put forward, and a stand is taken on."""


def without_proposal(s: Sentence) -> Sentence:
    """Return "avstyrker att avgiften höjs" for "avstyrker utredningens förslag om att avgiften höjs"."""
    words, lower = list(s.words), s.lower
    for at in range(len(words) - 2, 0, -1):
        whole = lower[at] in {"förslaget", "förslagen"}
        if not whole and not (lower[at] in HELD and lower[at - 1].endswith("s")):
            continue
        start = at if whole else at - 1
        end = at + 1 + (lower[at + 1] in {"om", "till"})
        follows = lower[end : end + 1] == ["att"] or end == at + 2
        if follows and start and (lower[start - 1] in OBJECT_CUES or lower[start - 1] == "till"):
            del words[start:end]
    return with_words(s, words)


def without_second(s: Sentence) -> Sentence:
    """Return "en förklaring av målen" for "en förklaring och en tydligare beskrivning av målen"."""
    for at in range(2, len(s.words) - 2):
        if s.lower[at] == "och" and s.lower[at - 1] in WH_WORDS and s.lower[at + 1] in WH_WORDS:
            return with_words(s, [*s.words[: at - 1], *s.words[at + 1 :]])  # "när och hur"
        # "mål- och resultatstyrning", "mellan mål och medel"
        paired = s.lower[at - 1].endswith("-") or PAIRING & set(s.lower[max(0, at - 4) : at])
        actions = (
            s.is_infinitive(at - 1) and s.is_infinitive(at + 1) and s.lower[at - 2] in {"att", *g.MODALS}
        )
        if s.lower[at] == "och" and actions and not paired:  # "att tillverka och sälja varan"
            return with_words(s, [*s.words[: at - 1], *s.words[at + 1 :]])
        if s.lower[at] == "och" and g.is_noun_like(s.lower[at - 1]) and not paired:
            end = head_of(s, at + 1)
            if (
                end is not None
                and not s.is_end(end)
                and s.lower[end] in {"av", "om", "kring", "för", "på", "till"}
                and bond(s.lower[at - 1], "av" if s.lower[end] == "kring" else s.lower[end]) > 0
            ):
                return with_words(s, [*s.words[:at], *s.words[end:]])
    return s


def without_first_half(s: Sentence) -> Sentence:
    """Return "begreppen bör förklaras" for "begreppen är oklara och bör förklaras"."""
    for at in range(3, len(s.words) - 2):
        if s.lower[at] in {"och", "men", "samt"} and s.lower[at + 1] in WISH - {"skulle"}:
            start = next((i + 1 for i in range(at - 1, -1, -1) if s.lower[i] in g.CLAUSE_OPENERS), 0)
            verb = next((i for i in range(start + 1, at) if s.is_verb(i)), None)
            others = (i for i in range((verb or at) + 1, at) if s.told[i] == "own" and s.is_verb(i))
            more = any(s.lower[i - 1] not in g.MODALS for i in others)
            if verb and not more and s.told[verb] == "own" and s.lower[verb] not in SAYING:
                return with_words(s, [*s.words[:verb], *s.words[at + 1 :]])
    return s


SHORT = {
    "när det gäller": "gällande",
    "vad gäller": "gällande",
    "i fråga om": "gällande",
    "inom ramen för": "inom",
    "med hjälp av": "med",
    "i samband med": "vid",
    "i enlighet med": "enligt",
    "på vilket sätt": "hur",
}
"""Prepositions and questions of many words, and one word that means the same."""


def with_short_prepositions(s: Sentence) -> Sentence:
    """Return "tydligare gällande ansvaret" for "tydligare när det gäller ansvaret"."""
    words = list(s.words)
    for at in range(len(words) - 3, 0, -1):
        for length in (2, 3):
            short = SHORT.get(" ".join(words[at : at + length]))
            if short:
                words[at : at + length] = [short]
    return with_words(s, words) if len(words) < len(s.words) else s


MEASURE = UNFINISHED | {"utsträckning", "omfattning", "fall", "del", "delar"}
"""Nouns that are nothing without the clause that tells which: "i den utsträckning som …"."""


def without_relative(s: Sentence) -> Sentence:
    """Return "ge stöd till asylsökande" for "ge stöd till de asylsökande som bor hos andra"."""
    for at in range(2, len(s.words) - 1):
        if s.lower[at] == "som" and not s.is_verb(at - 1) and s.lower[at - 1] not in MEASURE:
            for start in range(at - 2, max(0, at - 4), -1):
                if s.lower[start] in {"den", "det", "de"}:
                    return with_words(s, [*s.words[:start], *s.words[start + 1 : at], "."])
    return s


def without_question(s: Sentence) -> Sentence:
    """Return "en beskrivning av målen" for "en beskrivning av hur målen ska nås"."""
    for at in range(2, len(s.words) - 1):
        if s.lower[at] == "hur" and s.lower[at - 1] in {"av", "om", "kring"}:
            end = head_of(s, at + 1)
            told = s.lower[at + 1] in g.ANAPHORS - {"det", "den", "de"}
            if end is not None and not told and not _acts_on(s, end):
                return with_words(s, [*s.words[:at], *s.words[at + 1 : end], "."])
    return s


def _acts_on(s: Sentence, at: int) -> bool:
    """Tell whether the verb at `at` has an object: "hur myndigheterna ska tillämpa kravet" is not of them."""
    while not s.is_end(at) and s.lower[at] in g.MODALS.keys() | g.AUXILIARY_INFINITIVES:
        at += 1
    stands = s.is_end(at) or s.lower[at] in LINKING | g.PREPOSITIONS
    active = not stands and not s.lower[at].endswith("s")
    return active and not s.is_end(at + 1) and s.lower[at + 1] not in g.PREPOSITIONS | {"sig"}


KEPT = {
    without_adverbials: 0.9,
    without_adverbs: 0.9,
    without_degrees: 0.9,
    with_definite: 0.9,
    with_bare_man: 0.9,
    without_whom: 0.9,
    leaner: 0.9,
    with_may: 0.8,
    without_proposal: 0.9,
    without_mission: 0.9,
    with_short_prepositions: 0.85,
    without_first_half: 0.9,
    without_second: 0.85,
    without_other_half: 0.8,
    without_list: 0.8,
    without_second_subject: 0.75,
    without_question: 0.5,
    without_relative: 0.5,
    without_clause_inside: 0.5,
}
"""How a sentence is shortened, in this order, and how much of its worth it keeps."""

BRANCHES = (without_question, without_relative, without_first_half, without_clause_inside)
"""What loses so much that nothing more is shortened after it."""
