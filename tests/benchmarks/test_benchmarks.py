"""The figures of the benchmarks rest on these; the peers themselves are not needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
SUBJECTS = ("indikatorer", "rubrikerna", "kostnaderna", "tidsplanen", "samrådet")


@pytest.fixture(autouse=True)
def on_path(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    yield
    for name in (
        "bills",
        "stability",
        "peers",
        "remissbench",
        "clusterings",
        "generated",
        "full_letters",
        "inbox",
    ):
        sys.modules.pop(name, None)


@pytest.fixture
def file(tmp_path):
    points = [
        {
            "section": str(i),
            "text": f"Länsstyrelsen nummer {j} anser att {subject} bör ses över i avsnitt {i}.",
        }
        for i, subject in enumerate(SUBJECTS)
        for j in range(4)
    ]
    rows = [{"bill": "a", "points": points}, {"bill": "too few sections", "points": points[:16]}]
    path = tmp_path / "bills.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_only_bills_with_enough_sections_are_read(file):
    from bills import read_bills

    [bill] = read_bills(file)
    assert (bill.name, len(bill.texts), len(set(bill.sections))) == ("a", 20, 5)


def test_leaving_points_out_costs():
    from bills import close, score_labels

    assert close(np.array([0, -1, 1, -1])).tolist() == [0, 2, 1, 3]
    assert close(np.array([-1, -1])).tolist() == [0, 1]
    gold = np.array([0, 0, 1, 1])
    assert score_labels(gold, gold) == pytest.approx((1.0, 1.0))
    ami, b3 = score_labels(np.full(4, -1), gold)
    assert ami == pytest.approx(0.0, abs=1e-9)
    assert b3 == pytest.approx(2 * 0.5 / 1.5)


def test_moved_pairs_by_hand():
    from stability import moved_pairs

    # Together before: 01, 02, 12, 34; after: 01, 34, 23, 24. Only in one: 02, 12, 23, 24 of six.
    moved = moved_pairs(np.array([0, 0, 0, 1, 1]), np.array([5, 5, 1, 1, 1]))
    assert moved.of_either == pytest.approx(4 / 6)
    assert moved.of_all == pytest.approx(4 / 10)
    assert moved_pairs(np.array([0, 0, 1]), np.array([7, 7, 2])).of_either == 0.0
    assert moved_pairs(np.array([-1, -1]), np.array([-1, -1])).of_either == 0.0
    assert moved_pairs(np.array([-1, -1]), np.array([0, 0])).of_either == 1.0


def test_leaving_out_compares_the_points_that_remain():
    from stability import leave_out

    def by_length(texts):
        return np.array([len(text) for text in texts])

    assert [m.of_either for m in leave_out(by_length, ["a", "bb", "cc", "d"] * 5, draws=3)] == [0.0] * 3

    def by_place(texts):
        return np.arange(len(texts)) // 2

    assert max(m.of_either for m in leave_out(by_place, ["x"] * 20, draws=3)) > 0


def test_the_table_of_clusterings_starts_from_themes_own_groups(file):
    from bills import read_bills
    from clusterings import correlation, linkage, similarities

    from remissnlp.themes import ThemeModel
    from remissnlp.themes.engine import THRESHOLD

    [bill] = read_bills(file)
    found = linkage(similarities(bill.texts), method="average", threshold=THRESHOLD)
    ours = ThemeModel(min_size=1).fit_predict(bill.texts)
    assert np.equal.outer(found, found).tolist() == np.equal.outer(ours, ours).tolist()
    blocks = np.kron(np.eye(3), np.ones((2, 2)))
    groups = correlation(blocks, offset=0.5)
    assert np.equal.outer(groups, groups).tolist() == (blocks > 0).tolist()


def test_a_peer_that_is_missing_is_said_to_be_missing(file, monkeypatch, capsys):
    import peers
    import remissbench

    installed = peers.missing
    absent = {"bertopic", "top2vec"}
    monkeypatch.setattr(
        peers, "missing", lambda *names: next((n for n in names if n in absent), None) or installed(*names)
    )
    monkeypatch.setattr(sys, "argv", ["remissbench.py", str(file)])
    remissbench.main()
    output = capsys.readouterr().out
    assert "1 bills, 20 points" in output
    table = [line for line in output.splitlines() if line.startswith("|")]
    assert [row.split(" | ")[0].strip("| ") for row in table[2:]] == [
        "ThemeModel",
        "ThemeModel, not told the order",
        "5 in a row, no word read",
        "k-means, tuned",
        "LDA, tuned",
        "k-means, tuned on ThemeModel's prepared vectors",
    ]
    assert "BERTopic, defaults: not run, bertopic is not installed." in output
    assert "Top2Vec, tuned: not run, top2vec is not installed." in output


@pytest.mark.parametrize("length", ["full", "short"])
@pytest.mark.parametrize("number", [0, 1, 10, 49, 89])
def test_a_made_up_response_is_the_same_in_every_form(number, length, tmp_path):
    from generated import response
    from inbox import SUFFIXES, as_file, form_of

    from remissnlp.reading.response import read_responses

    _, text = response(number, length)
    ending, content = as_file(text, number)
    assert ending == SUFFIXES[form_of(number)]
    assert as_file(text, number) == (ending, content)
    path = tmp_path / f"svar{ending}"
    path.write_bytes(content)
    letter = read_responses(path, path.name)[-1].record
    assert letter.dnr == f"KS {number + 1000}/2026"
    misread = set(text.split()) - set(letter.text.split())
    assert len(misread) <= (len(text) // 250 if form_of(number) == "scan" else 0)


def test_a_full_letter_is_as_long_as_a_real_one_and_mostly_takes_no_stand(tmp_path):
    from generated import write_responses

    import remissnlp

    write_responses(tmp_path, range(10))
    corpus = remissnlp.read_corpus(tmp_path)
    assert 7_000 < np.mean([len(letter.text) for letter in corpus.remissvar]) < 12_000
    assert {letter.remiss for letter in corpus.remissvar} == {"KS 2026/77"}
    senders = [str(letter.remissinstans) for letter in corpus.remissvar]
    assert len(set(senders)) == 10
    assert all(name.startswith("Kulturnämnden i ") and name.endswith(" kommun") for name in senders)
    points = [remissnlp.extract_synpunkter(letter) for letter in corpus.remissvar]
    assert 12 <= np.mean([len(found) for found in points]) <= 22
    neutral = {"Bakgrund", "Ärendet", "Ärendets beredning", "Konsekvenser"}
    assert not {point.section for found in points for point in found} & neutral


def test_a_long_pdf_is_set_and_read(tmp_path):
    pytest.importorskip("reportlab")
    text = tmp_path / "a.txt"
    text.write_text("Nämnden anser att målen bör följas upp varje år med indikatorer. " * 5, encoding="utf-8")
    command = [sys.executable, FOLDER / "long_pdf.py", text, "--pages", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("pages 2 ")
