"""What a demand hangs on, where a sentence opens with it: "Om staten inte betalar bör kommunen …"."""

from __future__ import annotations

from dataclasses import replace

from remissnlp.themes.cutting import LONGEST
from remissnlp.themes.objects import Phrase
from remissnlp.themes.sentence import Sentence

CONDITIONAL = frozenset({"om", "ifall"})

UNTOLD = 0.5
"""How much of its worth a wish keeps whose condition a label has no room for."""


def condition_of(s: Sentence) -> list[str]:
    """Return the words of the condition that opens a sentence, or what is said in it; none if it has none."""
    opens = (
        at
        for at, word in enumerate(s.lower)
        if word in CONDITIONAL
        and (at == 0 or s.lower[at - 1] == "att" or s.lower[at - 2 : at] == ["att", ","])
    )
    start = next(opens, None)
    if start is None:
        return []
    stop = next((at for at in range(start, len(s.words)) if s.told[at] == "own"), None)
    words = s.piece(start, stop) if stop else []
    return words[:-1] if words[-1:] == ["så"] else words


def under_condition(phrase: Phrase, condition: list[str]) -> Phrase:
    """Return a wish with its condition after it, or worth less where a label has no room for both."""
    words = phrase.text.split()
    if not condition or words[0] != "Vill" or CONDITIONAL & set(words):
        return phrase
    if len(words) + len(condition) > LONGEST:
        return replace(phrase, prior=UNTOLD * phrase.prior)
    return replace(phrase, text=" ".join([*words, *condition]))
