"""How much of what was annotated is found: in words, so that line ends and OCR faults do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from remissnlp.extraction import extract
from remissnlp.records import Remissvar

_MARKS = re.compile(r"(\{[fkps]\||\})")
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    found: int
    annotated: int
    right: int
    predicted: int

    @property
    def recall(self) -> float:
        return self.found / max(1, self.annotated)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.predicted)


def total(scores: Iterable[Score]) -> Score:
    return Score(*map(sum, zip(*scores, strict=True)))


def annotated_words(marked: str) -> list[tuple[str, bool]]:
    words, inside = [], False
    for piece in _MARKS.split(marked):
        if _MARKS.fullmatch(piece):
            inside = piece != "}"
        else:
            words += [(word.lower(), inside) for word in _WORD.findall(piece)]
    return words


def read_words(record: Remissvar) -> list[tuple[str, bool]]:
    taken = set()
    for point in extract(record).synpunkter:
        for start, end in [*point.spans, *(span for place in point.repeats for span in place)]:
            taken.update(range(start, end))
    text = re.sub(r"-\n(?=[a-zåäö])", lambda match: "\0" * len(match[0]), record.text)
    pattern = re.compile(r"[\w\0]+")
    return [(m[0].replace("\0", "").lower(), m.start() in taken) for m in pattern.finditer(text)]


def score(record: Remissvar, marked: str) -> Score:
    """Compare the words of a response's synpunkter with those that are annotated in its source."""
    wanted, got = annotated_words(marked), read_words(record)
    matcher = SequenceMatcher(None, [word for word, _ in wanted], [word for word, _ in got], autojunk=False)
    found = right = 0
    for a, b, size in matcher.get_matching_blocks():
        both = sum(wanted[a + i][1] and got[b + i][1] for i in range(size))
        found += both
        right += both
    # A word that OCR read otherwise is right if it stands where an annotated one does.
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "replace" and a1 - a0 == b1 - b0:
            both = sum(wanted[a0 + i][1] and got[b0 + i][1] for i in range(a1 - a0))
            found += both
            right += both
    return Score(found, sum(w for _, w in wanted), right, sum(g for _, g in got))
