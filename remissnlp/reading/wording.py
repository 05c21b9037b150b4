"""Regular expressions for Swedish that has been through OCR, and what they find."""

from __future__ import annotations

import re
from dataclasses import dataclass

from remissnlp.records import Span

# A letter with its diacritic lost or misread is still one or two word characters: "för", "for", "f6r",
# "féir"; a decomposed letter is a letter and a combining mark.
_DAMAGED = "(?-i:[\\w\u0300-\u036f]{1,2})"


@dataclass(frozen=True, slots=True)
class Found:
    """A value that was read, where it stands in the text, and the cue that gave it away."""

    value: str
    span: Span
    cue: str


def swedish(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile a pattern in which å, ä and ö match their damaged forms and a space any white space.

    Character classes that list letters keep them as they are.
    """
    parts = re.split(r"(\[[^\]]*\]|\\.)", pattern)
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(r"[åäöÅÄÖ]", lambda _: _DAMAGED, parts[i]).replace(" ", r"\s+")
    return re.compile("".join(parts), flags)


def either(words: str) -> str:
    """Return a group that matches any of the phrases in `words`, which "/" parts."""
    return f"(?:{'|'.join(words.split('/'))})"


def one_line(text: str) -> str:
    """Return `text` on one line: a word broken at a line end joined, white space made single."""
    joined = re.sub(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-zåäöé])(?!och\b|samt\b|eller\b)", "-", text)
    return " ".join(joined.split())
