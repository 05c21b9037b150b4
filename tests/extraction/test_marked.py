"""Letters of twenty kinds of writers, found as annotated; benchmarks/extraction.py tells the marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from remissnlp.extraction import extract
from remissnlp.records import Remissvar, Span

from .test_extract import check_invariants, places, visible

FOLDER = Path(__file__).parent / "marked"
LETTERS = sorted(FOLDER.glob("*/*.txt"))
STANCES = {"f": "forslag", "k": "kritik", "p": "positiv", "s": "fraga"}
MARK = re.compile(r"\{([fkpsFKPS?])\|(.*?)\}", re.DOTALL)


def unmarked(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    text, marks, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((match[1], Span(len(text), len(text) + len(match[2]))))
        text += match[2]
        last = match.end()
    return text + marked[last:], marks


def test_there_are_twenty_letters() -> None:
    assert len(LETTERS) == 20


@pytest.mark.parametrize("set_of", ["first", "second"])
def test_synpunkter_of_every_writer_are_found(set_of: str) -> None:
    found = annotated = predicted = right = matched = 0
    for file in sorted((FOLDER / set_of).glob("*.txt")):
        text, marks = unmarked(file.read_text(encoding="utf-8"))
        extraction = extract(Remissvar(file.stem, file.name, "", text, remiss="KS 2025/1"))
        check_invariants(extraction)
        either = visible(text, [span for mark, span in marks if mark == "?"])
        wanted = visible(text, [span for mark, span in marks if mark != "?"])
        got = visible(text, [s for point in extraction.synpunkter for s in places(point)]) - either
        found, annotated, predicted = found + len(wanted & got), annotated + len(wanted), predicted + len(got)
        for mark, span in marks:
            own = visible(text, [span])
            best = max(extraction.synpunkter, key=lambda p: len(visible(text, places(p)) & own))
            if mark == "?" or 2 * len(visible(text, places(best)) & own) < len(own):
                continue
            matched += 1
            right += best.stance == STANCES[mark.lower()]
            assert (best.voice is not None) == mark.isupper(), text[slice(*span)]
    assert found >= 0.90 * annotated
    assert found >= 0.90 * predicted
    assert right >= 0.85 * matched
