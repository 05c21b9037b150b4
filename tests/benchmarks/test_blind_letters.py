import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "blind_letters.py"
LETTER = """\
Kulturnämnden
2025-03-01
Dnr KUN 2025/9

Yttrande över remiss av cykelplan, KS 2025/300

Synpunkter

Nämnden anser att planen är för
vag. Planen bör få en karta.
"""


def test_a_folder_with_a_key_is_scored(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(LETTER, encoding="utf-8")
    key = {
        "file": "a.txt",
        "counts_as_response": True,
        "remissinstans": "Fritidsnämnden",
        "dnr": "KUN 2025/9",
        "remiss_dnr": "KS 2025/300",
        "date": "2025-03-02",
        "synpunkter": [
            {"quote": "Nämnden anser att planen är för vag.", "stance": "positiv"},
            {"quote": "Planen bör få en karta.", "stance": "forslag"},
        ],
    }
    (tmp_path / "key.json").write_text(json.dumps([key]), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, SCRIPT, tmp_path, "--show"], capture_output=True, text=True, check=True
    ).stdout
    assert "remissinstans: 0 right, 0 asked for, 1 WRONG" in told
    assert "remiss: 1 right" in told
    assert "date: 0 right, 0 asked for, 1 WRONG" in told
    assert "recall 1.000 of 2, precision 1.000 of 2, stance 0.500 of 2" in told
    assert "read as kritik: positiv: Nämnden anser att planen är för vag." in told


def test_what_is_wrongly_counted_or_left_out_costs(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(LETTER, encoding="utf-8")
    wish = [{"quote": "Planen bör få en karta.", "stance": "forslag"}]
    entries = [
        {"file": "a.txt", "counts_as_response": False, "synpunkter": []},
        {"file": "gone.txt", "counts_as_response": True, "synpunkter": wish},
    ]
    (tmp_path / "key.json").write_text(json.dumps(entries), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, SCRIPT, tmp_path], capture_output=True, text=True, check=True
    ).stdout
    assert "counted: 0 right, 0 asked for, 2 WRONG" in told
    assert "recall 0.000 of 1, precision 0.000 of 2" in told
