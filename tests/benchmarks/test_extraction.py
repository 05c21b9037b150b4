"""The marks of the letters, and what the measures of extraction and OCR repair count."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks"


def load(name: str) -> ModuleType:
    """Load a script under a name of its own, since a folder of tests has the same."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


extraction, ocr_scans = load("extraction"), load("ocr_scans")


def test_marks_are_taken_out_and_kept():
    text, marks = extraction.read_letter(
        "Hej.\n{f|Planen bör kortas.} {K|Kartan är dålig.} {?|Det är känt.}\n"
    )
    assert text == "Hej.\nPlanen bör kortas. Kartan är dålig. Det är känt.\n"
    assert [(text[slice(*m.span)], m.stance, m.minority) for m in marks] == [
        ("Planen bör kortas.", "forslag", False),
        ("Kartan är dålig.", "kritik", True),
        ("Det är känt.", None, False),
    ]


def test_what_is_found_and_missed_is_counted(tmp_path, capsys):
    letter = "Nämndens synpunkter\n\n{f|Planen bör kortas.}\n\n{k|Kartan trycks på onsdag.}\n"
    (tmp_path / "a.txt").write_text(letter, encoding="utf-8")
    extraction.measure(tmp_path, show=False)
    # Sixteen letters of sixteen and twenty-one are found, and nothing else.
    assert "recall 0.432, precision 1.000, stance 1.000 of 1" in capsys.readouterr().out


def test_words_are_compared_where_they_stand_alone():
    total = ocr_scans.Score()
    ocr_scans.score("Det är en bra plan.", "Det ar enbra plan.", total)
    assert (total.words, total.harmed) == (2, 0)
