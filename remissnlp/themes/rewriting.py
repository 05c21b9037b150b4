"""A sentence in another order: its subject first, without an "det" that stands for nothing."""

from __future__ import annotations

from remissnlp.themes import grammar as g
from remissnlp.themes.cues import TITLES
from remissnlp.themes.sentence import Sentence, with_words

DEGREES = frozenset("mycket mer mest helt särskilt så alltför väsentligt betydligt".split())
"""Adverbs before an adjective."""

NONE = {"ingen": "någon", "inget": "något", "inga": "några"}
"""Determiners that say "not", and what stands in their place after "inte"."""

FARTHEST_HEAD = 5
"""Most words from the start of a noun phrase to its noun."""


def describes(s: Sentence, at: int) -> bool:
    """Tell what may be an adjective before a definite noun: "de nya reglerna"."""
    word = s.lower[at]
    return word.endswith(("a", "e")) and not g.is_function(word) and g.is_word(word) and not s.is_verb(at)


def head_of(s: Sentence, at: int) -> int | None:
    """Return the index after the noun of the noun phrase that starts at `at`, None where none does."""
    for i in range(at, min(at + FARTHEST_HEAD, len(s.lower))):
        word = s.lower[i]
        article = i == at and word in g.DETERMINERS | NONE.keys()
        if s.is_end(i) or (g.is_function(word) and not article):
            return None
        following = s.lower[i + 1] if i + 1 < len(s.lower) else "."
        genitive = word.endswith("s") and g.is_noun_like(following) and not g.is_noun_like(word)
        if article or word in DEGREES:
            continue
        if genitive or (g.is_adjective(word) and not g.is_function(following) and g.is_word(following)):
            continue
        noun_follows = g.is_noun_like(following) and not g.is_function(following)
        if describes(s, i) and not s.is_end(i + 1) and noun_follows and (i > at or not g.is_noun_like(word)):
            continue
        if s.is_verb(i) or g.is_infinitive(word):
            return None
        return _end_of_title(s, i + 1) if word in TITLES else i + 1
    return None


def _end_of_title(s: Sentence, at: int) -> int:
    """Return where what a title names ends: "begreppet digital delaktighet"."""
    while not (s.is_end(at) or g.is_function(s.lower[at]) or s.is_verb(at) or s.lower[at] == "inte"):
        at += 1
    return at


def subject_first(s: Sentence, verb: int) -> Sentence | None:
    """Return the main clause whose verb stands before its subject, in the order of a subclause.

    "Tyvärr stannar kapitlet vid fysisk tillgänglighet" becomes "kapitlet stannar vid fysisk tillgänglighet".
    None where no subject follows the verb.
    """
    own = s.piece(verb, verb + 1 + (s.lower[verb + 1 : verb + 2] == ["sig"]))
    start = verb + len(own)
    end = head_of(s, start)
    if end is not None and s.lower[end] == "av":  # "en analys av kostnaderna", with all that belongs to it
        end = head_of(s, end + 1)
    if end is None or s.lower[end] == "som":
        return None
    if s.lower[start] in g.PREPOSITIONS | g.ANAPHORS:  # "vad händer efter …"
        return None
    # The subject goes on to the infinitive: "ska leveranserna till gatan nå fram".
    if s.lower[verb] in g.MODALS:
        ahead = range(end, min(end + FARTHEST_HEAD, len(s.words)))
        stop = next((i for i in ahead if s.is_end(i) or s.is_infinitive(i) or s.lower[i] == "att"), None)
        end = stop if stop is not None and not s.is_end(stop) else end
    return with_words(s, [*s.words[start:end], *own, *s.words[end:]])


ARISING = frozenset("uppkomma uppkommer uppstå uppstår".split())
"""Verbs that only tell that there will be what they speak of."""


def without_place(s: Sentence, at: int) -> Sentence:
    """Return "det införs en regel" for "det i lagen införs en regel" at `at`."""
    if s.lower[at : at + 1] == ["det"] and not s.is_end(at + 1) and s.lower[at + 1] in g.PREPOSITIONS:
        end = head_of(s, at + 2)
        if end is not None and not s.is_end(end) and s.is_verb(end):
            return with_words(s, [*s.words[: at + 1], *s.words[end:]])
    return s


def without_expletive(s: Sentence, at: int) -> Sentence | None:
    """Return "en regel införs om …" for "det införs en regel om …" at `at`; None for other clauses."""
    if s.lower[at : at + 1] != ["det"]:
        return None
    for verb in range(at + 1, min(at + 4, len(s.lower))):
        passive = s.lower[verb].endswith("s") and (
            g.is_finite(s.lower[verb]) or g.is_infinitive(s.lower[verb])
        )
        if (passive or s.lower[verb] in ARISING) and s.lower[verb] != "finns":
            end = head_of(s, verb + 1)
            if end is None or s.is_end(verb + 1) or _goes_on(s, end) or s.lower[end] == "som":
                return None
            if s.lower[verb + 1] in g.PURE_PARTICLES:  # "det tas fram en regel"
                return None
            return with_words(s, [*s.words[verb + 1 : end], *s.words[at + 1 : verb + 1], *s.words[end:]])
        if s.is_end(verb) or not (s.lower[verb] in g.MODALS or s.lower[verb] == "inte"):
            return None
    return None


def _goes_on(s: Sentence, at: int) -> bool:
    """Tell whether a noun phrase goes on at `at`: after "tillåten" in "en högsta tillåten nivå"."""
    said = s.is_end(at) or g.is_function(s.lower[at]) or s.lower[at] == "inte" or s.is_verb(at)
    return not (said or g.is_adjective(s.lower[at]) or g.is_infinitive(s.lower[at]))


def not_any(predicate: list[str]) -> list[str]:
    """Return "inte lämnar någon lösning", as subclauses have it, for "lämnar ingen lösning"."""
    if predicate[1:2] and predicate[1] in NONE and predicate[0] not in {"är", "blir"}:
        return ["inte", predicate[0], NONE[predicate[1]], *predicate[2:]]
    return predicate
