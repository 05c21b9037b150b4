"""Source slices to readable text: lines joined, hyphenation undone, OCR repaired."""

from __future__ import annotations

import re
from collections.abc import Sequence

from remissnlp.embedding.words import Words
from remissnlp.layout.repair import Repair, apply_repairs
from remissnlp.records import Span

_BROKEN_WORD = re.compile(r"(\w+)[-\u00ad][ \t]*[\n\r]+\s*(\w+)")
_SPACE = re.compile(r"\s+")
# "trygghets- och tillitsskapande": the hyphen stands for a word part that follows later.
_CONJUNCTIONS = frozenset({"och", "eller", "samt", "som", "respektive"})


def make_reading(text: str, spans: Sequence[Span], repairs: Sequence[Repair], words: Words) -> str:
    """Return the slices of `text` as a person would read them, on one line."""
    parts = (apply_repairs(text, repairs, start=start, end=end) for start, end in spans)
    joined = "\n".join(part.rstrip() for part in parts)

    def mend(match: re.Match[str]) -> str:
        return join_broken_word(match.group(1), match.group(2), words)

    return _SPACE.sub(" ", _BROKEN_WORD.sub(mend, joined)).replace("\u00ad", "").strip()


def join_broken_word(left: str, right: str, words: Words) -> str:
    """Join a word broken at a line's end: ``verk-`` + ``samhet``, but ``MR-`` + ``programmet``.

    The hyphen stays where it belongs to the word: after capitals or digits, before a conjunction
    (``trygghets- och``), before a capital, and where the joined form is no known word.
    """
    if right.lower() in _CONJUNCTIONS:
        return f"{left}- {right}"
    if left[-1:].isdigit() or left[-1:].isupper() or right[:1].isupper() or right[:1].isdigit():
        return f"{left}-{right}"
    joined = left + right
    if joined.lower() in words or words.split_compound(joined.lower()):
        return joined
    return f"{left}-{right}" if left.lower() in words and right.lower() in words else joined
