"""Sentences that tell somebody to do something: "Bygg en kantsten!", "Komplettera med en tidplan".

Swedish has the imperative first, and it is the verb's bare stem; the other forms of the verb tell the stem
from a noun.
"""

from __future__ import annotations

import re

from remissnlp.embedding.words import Words

_FIRST = re.compile(
    r"^(?:(?:men|och|så|snälla|vänligen|därför|först|sedan|gärna|ja|nej)[\s,]+)*([a-zåäö]+),?\s+(\w+)"
)
# Verbs whose stem ends in a vowel or is the present too, and so cannot be told by their forms.
_IRREGULAR = frozenset("låt ge gör ta gå stå se dra slå håll".split())
_AMBIGUOUS = {"inför": frozenset("en ett krav fler".split()), "se": frozenset("över till".split())}
# "Inför kommande år" is no order, "Inför treåriga avtal" is one.
_NO_OBJECT = re.compile(
    r"(?:kommande|nästa|varje|årets|den|det|dessa|detta|arbetet|beslut|\w+(?:en|et|na|ens|ets))$"
)
# Asked of the reader of the letter, not of the matter.
_COURTESY = frozenset(
    "läs kontakta ring skicka hör jämför notera observera tack vara ska skola kunna vilja bifoga".split()
)
_MIN_PRESENT = 0.1  # the present of a verb is this common beside its infinitive; "hela" is no verb
_FINITE = frozenset("är var har hade ska skall bör kan får måste blir vill som och av".split())


def find_imperative(reading: str, words: Words) -> tuple[int, int] | None:
    """Return where the imperative stands that a sentence opens with, None where it opens with none."""
    match = _FIRST.match(reading.lower())
    if match is None:
        return None
    first, second = match.groups()
    if first in _COURTESY or second in _FINITE:
        return None
    if first in _AMBIGUOUS:
        orders = second in _AMBIGUOUS[first] or (first == "inför" and _NO_OBJECT.match(second) is None)
        return match.span(1) if orders else None
    return match.span(1) if first in _IRREGULAR or _is_stem(first, words) else None


def _is_stem(word: str, words: Words) -> bool:
    """Whether a word is the stem of a verb: "komplettera" (-r, -des), "bygg" (-a, -er, -as)."""
    if word.endswith("a"):
        return words.count(word + "r") > _MIN_PRESENT * words.count(word) > 0
    as_noun = max(words.count(word + ending) for ending in ("en", "et", "ar", "ens"))
    is_verb = all(words.count(word + ending) for ending in ("a", "er", "as"))
    return is_verb and words.count(word + "a") > as_noun
