import csv
import io
from dataclasses import FrozenInstanceError, replace

import pandas as pd
import pytest

import remissnlp
from remissnlp.errors import RemissnlpError
from remissnlp.evaluation.disagreements import COLUMNS, render_csv
from remissnlp.evaluation.words import MEASURES
from remissnlp.reporting import write_run
from tests.evaluation.runs import CODED, POINTS, coded, make_run


def test_a_coding_that_agrees_in_everything():
    found = remissnlp.evaluate(make_run(), coded(), draws=20)
    for key in ("coverage", "coded", "b3_f1", "ami", "alpha_machine"):
        # The point that stands alone has a code that no tema answers to; alpha counts that as another code.
        assert found[key] == pytest.approx(1.0 if key != "alpha_machine" else 0.78, abs=0.03), key
    assert found["stance"] is None
    assert found["alpha_coders"] is None
    assert [d.kind for d in found.disagreements] == []
    assert (found.remissvar, found.passages, found.synpunkter) == (2, 6, 6)


def test_coverage_counts_characters_both_ways():
    missed, extra = POINTS[:-1], CODED[:-2]
    found = remissnlp.evaluate(make_run(points=missed), coded(), draws=0)
    lengths = ["".join(quote.split()) for _, quote, _, _ in POINTS]
    total = sum(len(text) for text in lengths)
    # What is known by its letters leaves out the full stop after the hyphenated line.
    assert found["coverage"] == pytest.approx(1 - len(lengths[-1]) / (total - 1), abs=1e-3)
    assert found["coded"] == pytest.approx(1.0, abs=0.01)
    found = remissnlp.evaluate(make_run(), coded(extra), draws=0)
    assert found["coverage"] == 1.0
    assert found["coded"] == pytest.approx(1 - sum(map(len, lengths[-2:])) / total, abs=0.01)
    assert [d.kind for d in found.disagreements] == ["uncoded", "uncoded"]


def test_one_tema_of_everything_has_recall_without_precision():
    points = [(name, quote, "t1", stance) for name, quote, _, stance in POINTS]
    found = remissnlp.evaluate(make_run(points=points), coded(), draws=0)
    assert found["b3_recall"] == 1.0
    assert found["b3_precision"] == pytest.approx((3 * 3 / 6 + 2 * 2 / 6 + 1 / 6) / 6)
    assert found["ami"] == pytest.approx(0.0, abs=1e-9)
    assert [d.kind for d in found.disagreements].count("theme") == 3


def test_everything_in_a_tema_of_its_own_has_precision_without_recall():
    points = [(name, quote, f"t{i}", stance) for i, (name, quote, _, stance) in enumerate(POINTS)]
    found = remissnlp.evaluate(make_run(points=points), coded(), draws=0)
    assert found["b3_precision"] == 1.0
    assert found["b3_recall"] == pytest.approx((3 / 3 + 2 / 2 + 1) / 6)
    # One tema to a code: splitting a code costs.
    assert found["alpha_machine"] < 0.6


def test_stance_and_its_disagreements():
    rows = coded()
    rows[0]["hållning"], rows[1]["hållning"] = "förslag", "stöd"
    found = remissnlp.evaluate(make_run(), rows, draws=0)
    assert found["stance"] == 0.5
    [one] = found.disagreements
    assert (one.kind, one.stance, one.tema_stance) == ("stance", "positiv", "kritik")


def test_two_coders_are_compared_with_each_other_and_with_the_machine():
    first, second = coded(kodare="Eva"), coded(kodare="Bo")
    second[1]["kod"] = "mått"
    found = remissnlp.evaluate(make_run(), first + second, draws=30)
    assert found.coders == ("Bo", "Eva")
    assert found.units == 6
    assert 0 < found["alpha_coders"] < 1
    alone = [remissnlp.evaluate(make_run(), rows, draws=0)["b3_f1"] for rows in (first, second)]
    assert found["b3_f1"] == pytest.approx(sum(alone) / 2)
    kinds = [d.kind for d in found.disagreements]
    assert kinds.count("coders") == 1
    assert "Bo: mått; Eva: rubriker" in [d.remark for d in found.disagreements]


def test_a_coder_is_not_blamed_for_responses_of_another():
    rows = [{**row, "kodare": "Eva" if row["fil"] == "kultur.txt" else "Bo"} for row in coded()]
    found = remissnlp.evaluate(make_run(), rows, draws=0)
    assert found["coded"] == pytest.approx(1.0, abs=0.01)


def test_order_of_rows_and_seed_decide_nothing_but_the_seed_the_draws():
    run = make_run(points=[(n, q, "t1", s) for n, q, _, s in POINTS])
    first = remissnlp.evaluate(run, coded(), draws=50)
    assert first == remissnlp.evaluate(run, coded(), draws=50)
    turned = remissnlp.evaluate(run, coded()[::-1], draws=50)
    assert turned.measures == first.measures
    other = remissnlp.evaluate(run, coded(), draws=50, random_state=1)
    assert [m.value for m in other.measures] == [m.value for m in first.measures]
    assert other.measures != first.measures


def test_intervals_hold_the_value_and_are_drawn_over_responses_where_there_are_enough():
    texts = {f"svar {i}.txt": f"Mått nummer {i} saknas.\nRubriken {i} är otydlig.\n" for i in range(10)}
    points, rows = [], []
    for i, name in enumerate(texts):
        points += [(name, f"Mått nummer {i} saknas.", "t1", "kritik")]
        points += [(name, f"Rubriken {i} är otydlig.", "t1" if i < 3 else "t2", "kritik")]
        rows += [(name, f"Mått nummer {i} saknas.", "mått"), (name, f"Rubriken {i} är otydlig.", "rubrik")]
    found = remissnlp.evaluate(make_run(texts, points), coded(rows), draws=100)
    assert found.resampled == "remissvar"
    for m in found.measures:
        if m.value is not None:
            assert m.low <= m.value <= m.high
    assert next(m for m in found.measures if m.key == "b3_f1").low < found["b3_f1"] < 1
    assert remissnlp.evaluate(make_run(), coded(), draws=5).resampled == "passages"


def test_rows_without_a_place_are_listed_and_never_dropped():
    rows = [
        *coded(),
        {"fil": "kultur.txt", "citat": "Detta står ingenstans.", "kod": "x"},
        {"fil": "", "citat": "y", "kod": "x"},
    ]
    found = remissnlp.evaluate(make_run(), rows, draws=0)
    assert [remark.row for remark in found.unplaced] == [8, 9]
    assert [d.kind for d in found.disagreements] == ["unplaced", "unplaced"]


def test_what_is_missing_in_a_frame_is_missing():
    frame = (
        pd.DataFrame(coded()).astype("string").assign(start=pd.array([None] * 6, dtype="Int64"), slut=None)
    )
    frame["hållning"] = pd.array(["förslag", *[pd.NA] * 5], dtype="string")
    found = remissnlp.evaluate(make_run(), frame, draws=0)
    assert not found.unplaced
    assert found["stance"] == 1.0
    assert found["b3_f1"] == remissnlp.evaluate(make_run(), coded(), draws=0)["b3_f1"]


def test_nothing_to_compare_is_one_sentence():
    with pytest.raises(RemissnlpError, match="Ingen rad"):
        remissnlp.evaluate(make_run(), coded([("saknas.txt", "x", "y")]))


def test_the_list_of_disagreements_opens_in_excel():
    rows = coded()
    rows[-1]["kod"] = "=kostnad|pris"
    found = remissnlp.evaluate(make_run(points=POINTS[:-1]), rows, draws=0)
    data = render_csv(found.disagreements)
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert tuple(table[0]) == COLUMNS
    assert len(table) == len(found.disagreements) == 1
    assert [row["Koder"] for row in table] == ["'=kostnad | pris"]
    assert all(row["Fil"] and row["Citat"] and row["Rad i texten"] for row in table)
    assert len(found.disagreements_frame()) == 1


def test_results_as_tables_and_in_notebooks():
    run = make_run()
    found = remissnlp.evaluate(run, pd.DataFrame(coded()), draws=10)
    frame = found.to_frame()
    assert set(frame.index) <= set(MEASURES)
    assert frame.loc["b3_f1", "value"] == found["b3_f1"]
    assert frame.dtypes.eq("float64").all()
    codes = found.codes_frame()
    assert codes.loc["mått", ["passages", "found", "tema", "shared"]].tolist() == [3, 3, "t1", 3]
    assert pd.isna(codes.loc["kostnad", "tema"])
    with pytest.raises(KeyError):
        found["saknas"]
    with pytest.raises(FrozenInstanceError):
        found.draws = 1
    page = replace(found, run="<b>x</b>")._repr_html_()
    assert "<b>x</b>" not in page
    assert "Krippendorff" in page


def test_a_run_read_from_its_folder_scores_the_same(tmp_path):
    run = make_run()
    write_run(run, tmp_path)
    path = tmp_path / "kodning.csv"
    pd.DataFrame(coded()).to_csv(path, sep=";", index=False, encoding="utf-8-sig")
    assert remissnlp.evaluate(tmp_path / run.id, path, draws=10) == remissnlp.evaluate(run, coded(), draws=10)
