"""What a demand hangs on, where a sentence opens with it: "Om staten inte betalar bör kommunen …"."""

from __future__ import annotations

import re
from dataclasses import replace

from remissnlp.themes.cues import NARROWING, WISH
from remissnlp.themes.cutting import LONGEST
from remissnlp.themes.objects import Phrase
from remissnlp.themes.sentence import Sentence

CONDITIONAL = frozenset({"om", "ifall"})

EVEN = re.compile(r"\b(?:även|särskilt|vare sig) (?:om|ifall)\b")
"""What opens a clause on which nothing hangs."""

UNTOLD = 0.5
"""How much of its worth a phrase keeps whose condition a label has no room for."""


def condition_of(s: Sentence) -> list[str]:
    """Return the words of the condition that opens a sentence, or what is said in it, if it has one.

    What comes after something that is wanted already is none of the whole. Where more is wanted, or it is
    told what else holds, all the rest is returned, as no label has room for both.
    """
    lower, text = s.lower, s.text.lower().lstrip()
    start = next((at for at, word in enumerate(lower) if word in CONDITIONAL), None)
    if start is None or EVEN.search(text):
        return []
    before = lower[: start - 1 - (lower[start - 1] == ",")] if start else []
    if "att" in before or WISH & set(before):
        return []
    if start == 1 and lower[0] in NARROWING:
        start = 0  # "endast om staten betalar"
    elif start and lower[start - 1] != "att" and lower[start - 2 : start] != ["att", ","]:
        return []
    stop = next((at for at in range(start + 1, len(lower)) if s.told[at] == "own"), None)
    several = stop is not None and sum(word in WISH for word in lower[stop:]) > 1
    if several or "annars" in lower or "i annat fall" in text:
        stop = len(lower) - 1
    words = s.piece(start, stop) if stop else []
    return words[:-1] if words[-1:] == ["så"] else words


def under_condition(phrase: Phrase, condition: list[str]) -> Phrase:
    """Return a wish with its condition after it; worth less if there is no room, or if it is no wish."""
    words = phrase.text.split()
    if not condition or CONDITIONAL & set(words):
        return phrase
    if words[0] != "Vill" or len(words) + len(condition) > LONGEST:
        return replace(phrase, prior=UNTOLD * phrase.prior)
    return replace(phrase, text=" ".join([*words, *condition]))
