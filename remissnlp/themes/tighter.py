"""A sentence whose clauses are tighter: without what tells when or which, with "får" for "ges rätt att"."""

from __future__ import annotations

from remissnlp.themes import grammar as g
from remissnlp.themes.cues import CLARIFYING, DEGREE, HARD, TITLES
from remissnlp.themes.rewriting import head_of
from remissnlp.themes.sentence import Sentence, with_words


def without_adverbs(s: Sentence) -> Sentence:
    """Return "att tillsynen bör skötas" for "att tillsynen framgent helt bör skötas"."""
    words = list(s.words)
    for verb in range(len(words) - 1, 0, -1):
        if not s.is_verb(verb) or s.lower[verb] not in g.MODALS.keys() | g.COPULAS:
            continue
        at = verb - 1
        if s.lower[verb] in g.MODALS and _stands_before_infinitive(s, verb + 1):
            del words[verb + 1]
        while at > 1 and _tells_how(s, at):
            del words[at]
            at -= 1
    return with_words(s, words) if len(words) < len(s.words) else s


def _stands_before_infinitive(s: Sentence, at: int) -> bool:
    """Tell the adverb of "avgiften bör kraftigt sänkas" from one that narrows or is denied."""
    subject = g.is_noun_like(s.lower[at - 2]) and not g.is_function(s.lower[at - 2])
    wished = s.asks and "inte" not in s.lower
    return wished and s.lower[at] in FIRMLY and subject and not s.is_end(at + 1) and s.is_infinitive(at + 1)


FIRMLY = frozenset("kraftigt avsevärt snarast skyndsamt omgående slutligt framöver framgent".split())
"""Adverbs between a modal and its infinitive without which the demand is the same."""


def _tells_how(s: Sentence, at: int) -> bool:
    """Tell an adverb between a subject and its verb from the adjective or the noun that ends the subject."""
    word, before = s.lower[at], s.lower[at - 1]
    if word in DEGREE:
        return not g.is_function(before) and before != "inte"
    manner = word.endswith("t") and g.is_adjective(word) and len(word) > 4
    noun = g.is_noun_like(before) and g.is_definite(before) and before not in TITLES
    return manner and noun and not g.is_function(before)


def without_adverbials(s: Sentence) -> Sentence:
    """Return "det bör anges att …" for "det tydligare i lagen bör anges i en bilaga att …"."""
    words = list(s.words)
    for at in range(len(words) - 3, 0, -1):
        stood, asked = s.lower[at] == "det", s.lower[at] in CLARIFYING | {"framgå"}
        end = _end_of_adverbials(s, at + 1) if stood or asked else at + 1
        if end == at + 1 or s.is_end(end):
            continue
        opens = s.lower[end] in {"att", "hur", "vad", "vilka", "vilken", "vilket", "vem"}
        if (stood and s.is_verb(end)) or (asked and opens):
            del words[at + 1 : end]
    return with_words(s, words) if len(words) < len(s.words) else s


def _end_of_adverbials(s: Sentence, at: int) -> int:
    """Return where adverbs and then one of place end that start at `at`: "direkt i lagtexten"."""
    while not s.is_end(at) and s.lower[at] in FURTHER:
        at += 1
    placed = not s.is_end(at) and s.lower[at] in PLACING and not s.is_end(at + 1)
    end = head_of(s, at + 1) if placed else None
    return at if end is None else end


FURTHER = frozenset(
    "direkt tydligare tydligt möjligen ytterligare närmare uttryckligen även också därför".split()
)
"""Adverbs of how something is to be told, and others that nothing hangs on."""

PLACING = frozenset("i av genom vid".split())
"""Prepositions that tell where something is to be told."""

MAY = frozenset("rätt möjlighet möjligheten rätten befogenhet tillåtelse tillstånd".split())
"""What somebody is given who then may."""


def with_may(s: Sentence) -> Sentence:
    """Return "bör få bygga" for "bör ges möjlighet att bygga", "får bygga" for "ges rätt att bygga"."""
    words = list(s.words)
    for at in range(len(words) - 4, 0, -1):
        given = s.lower[at] in {"ges", "få", "får", "ha", "medges", "tillerkännas"} and s.lower[at + 1] in MAY
        given = given or (s.lower[at : at + 2] == ["har", "rätt"] and _is_to_be(s, at))
        if given and s.lower[at + 2] == "att" and s.is_infinitive(at + 3):
            helped = {*g.MODALS, "kunna"} & set(s.lower[max(0, at - 3) : at])
            words[at : at + 3] = ["få" if helped else "får"]
    return with_words(s, words) if len(words) < len(s.words) else s


def _is_to_be(s: Sentence, at: int) -> bool:
    """Tell whether a clause is what should be made clear, not a fact: "bolag har inte rätt att …"."""
    return bool((CLARIFYING | {"framgå"}) & set(s.lower[:at]))


def without_other_half(s: Sentence) -> Sentence:
    """Return "hur beskattningen av vinster ska ske" for "hur beskattningen av vinster och priser ska ske"."""
    for at in range(3, len(s.words) - 3):
        if s.lower[at] not in {"och", "eller", "samt"} or s.lower[at - 1].endswith("-"):
            continue
        start = at - 2
        while start > at - 4 and g.is_adjective(s.lower[start]):
            start -= 1  # "av skattefria vinster och priser"
        # "Mellan båtar och bryggor" needs both, and "om båtar och bryggor är …" is about the two.
        both = {"mellan", "i", "på"} | ({"om"} if s.lower[at] == "och" else set())
        bound = s.lower[start] in g.PREPOSITIONS - both and g.is_word(s.words[at - 1])
        end = head_of(s, at + 1) if bound and not s.is_verb(at + 1) else None
        if end is not None and not s.is_end(end) and s.is_verb(end):
            return with_words(s, [*s.words[:at], *s.words[end:]])
    return s


def with_definite(s: Sentence) -> Sentence:
    """Return "resurser för tillsynen" for "resurser för denna tillsyn"."""
    words = list(s.words)
    for at in range(len(words) - 2, 0, -1):
        noun = s.lower[at + 1]
        pointed = s.lower[at] in {"denna", "detta"} and noun not in OF_NOTHING
        if pointed and g.is_noun_like(noun) and not g.is_function(noun):
            words[at : at + 2] = [g.definite_of(noun, neuter=s.lower[at] == "detta")]
    return with_words(s, words) if len(words) < len(s.words) else s


OF_NOTHING = frozenset("del punkt typ form fråga avseende sammanhang".split())
"""Nouns that say nothing without what they point back to."""


def without_degrees(s: Sentence) -> Sentence:
    """Return "formella krav" for "rent formella krav"."""
    kept = [
        word for i, word in enumerate(s.words) if not (s.lower[i] in STRENGTH and _describes_more(s, i + 1))
    ]
    return with_words(s, kept) if len(kept) < len(s.words) else s


def _describes_more(s: Sentence, at: int) -> bool:
    return not s.is_end(at) and (g.is_adjective(s.lower[at]) or s.lower[at].endswith(("ande", "ende")))


STRENGTH = frozenset("rent synnerligen väldigt ytterst".split())
"""Adverbs without which an adjective says nearly as much."""


def with_bare_man(s: Sentence) -> Sentence:
    """Return "att man beaktar behoven" for "att man i det fortsatta arbetet beaktar behoven"."""
    words = list(s.words)
    for at in range(len(words) - 4, -1, -1):
        if s.lower[at] == "man" and s.lower[at + 1] in g.PREPOSITIONS:
            ahead = range(at + 2, min(at + LONGEST_ADVERBIAL, len(words)))
            end = next((i for i in ahead if s.is_end(i) or s.is_opener(i) or s.is_verb(i)), 0)
            if end and s.is_verb(end) and not s.is_end(end):
                del words[at + 1 : end]
    return with_words(s, words) if len(words) < len(s.words) else s


def without_whom(s: Sentence) -> Sentence:
    """Return "det blir svårt att mäta" for "det blir svårt för mindre företag att mäta"."""
    for at in range(2, len(s.words) - 4):
        judged = s.lower[at] == "för" and s.lower[at - 1] in HARD
        ahead = range(at + 1, min(at + LONGEST_ADVERBIAL, len(s.words)))
        end = next((i for i in ahead if s.is_end(i) or s.is_opener(i) or s.is_verb(i)), 0) if judged else 0
        theirs = {"sin", "sitt", "sina"} & set(s.lower[end:])
        if end > at + 1 and s.lower[end] == "att" and s.is_infinitive(end + 1) and not theirs:
            return with_words(s, [*s.words[:at], *s.words[end:]])
    return s


LONGEST_ADVERBIAL = 8
"""Most words between "man" and its verb, or of those for whom something is hard."""
