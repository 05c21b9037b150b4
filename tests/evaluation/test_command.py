import json

import pytest
from typer.testing import CliRunner

from remissnlp.cli import app
from remissnlp.reporting import write_run
from tests.evaluation.runs import CODED, POINTS, make_run


def call(*arguments):
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path):
    write_run(make_run(points=POINTS[:-1]), tmp_path)
    return tmp_path


@pytest.fixture
def coding(tmp_path):
    rows = ["Fil;Citat;Kod", *(";".join(row) for row in CODED)]
    path = tmp_path / "kodning.csv"
    path.write_bytes("\r\n".join(rows).encode("cp1252"))
    return path


def test_prints_a_swedish_table(folder, coding, snapshot):
    code, output = call("evaluate", folder / make_run().id, coding)
    assert code == 0
    assert "\n".join(line.rstrip() for line in output.splitlines()) == snapshot


def test_a_run_is_known_by_its_id(folder, coding):
    assert call("evaluate", make_run().id, coding, "--out", folder)[0] == 0


def test_json_for_programs(folder, coding):
    code, output = call("evaluate", folder / make_run().id, coding, "--json")
    found = json.loads(output)
    assert code == 0
    assert {m["key"]: m["value"] for m in found["measures"]}["coverage"] < 1
    assert found["disagreements"][0]["kind"] == "missing"


def test_disagreements_are_written_but_never_over_a_file(folder, coding, tmp_path):
    path = tmp_path / "listor" / "oenigheter.csv"
    assert call("evaluate", folder / make_run().id, coding, "--disagreements", path)[0] == 0
    before = path.read_bytes()
    assert b"kodad men inte funnen" in before
    code, output = call("evaluate", folder / make_run().id, coding, "--disagreements", path)
    assert code == 2
    assert "finns redan" in output
    assert path.read_bytes() == before


def test_a_row_without_a_place_is_shown_and_gives_code_1(folder, coding):
    coding.write_text(coding.read_text("cp1252") + "\nkultur.txt;Står ingenstans i texten.;x", "cp1252")
    code, output = call("evaluate", folder / make_run().id, coding)
    assert code == 1
    assert "Rad 8" in output
    assert "Står ingenstans" in output


@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_what_cannot_be_compared_is_one_sentence_and_code_2(folder, tmp_path, json_too):
    (tmp_path / "tom.csv").write_text("")
    for arguments in ((make_run().id, tmp_path / "tom.csv"), ("saknas", tmp_path / "tom.csv")):
        code, output = call("evaluate", *arguments, "--out", folder, *json_too)
        assert code == 2
        assert len(output.strip().splitlines()) == 1
        assert "Traceback" not in output
