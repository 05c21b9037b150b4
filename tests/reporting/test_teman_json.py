from __future__ import annotations

import json
from dataclasses import replace

import pytest

from remissnlp.errors import RemissnlpError
from remissnlp.records import Run
from remissnlp.reporting.folder import write_run
from remissnlp.reporting.teman_json import load_run, render_teman_json, text_files


def test_teman_json(run, snapshot):
    assert render_teman_json(run).decode() == snapshot


def test_the_way_back(run, tmp_path):
    folder = write_run(run, tmp_path)
    expected = replace(run, timings={})
    assert load_run(folder) == expected
    assert load_run(str(folder / "teman.json")) == expected


def test_the_way_back_of_an_empty_run(empty_run, tmp_path):
    assert load_run(write_run(empty_run, tmp_path)) == empty_run


def test_the_form_of_teman_json_is_as_it_was_and_run_json_holds_the_rest(run, tmp_path):
    folder = write_run(run, tmp_path)
    entry = next(r for r in json.loads(render_teman_json(run))["remissvar"] if r["id"] == "skol")
    assert not {"part", "role", "decision_level", "ocr_confidence"} & set(entry)
    manifest = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert manifest["documents"]["skol"] == {
        "part": "Svar/<yttrande>.pdf",
        "role": "remissvar",
        "decision_level": "delegationsbeslut",
        "ocr_confidence": [0.87],
    }
    assert manifest["headings"] == {"KS 2024/1": ["1. Mål", "2. <Uppföljning>"]}
    (folder / "run.json").write_text("{", encoding="utf-8")
    assert [r.id for r in load_run(folder).remissvar] == [r.id for r in run.remissvar]


def test_texts_are_exact(run):
    files = text_files(replace(run, remissvar=(replace(run.remissvar[0], text="a\r\nå\r\x00🎭"),)))
    assert files == {"texts/idrott.txt": "a\r\nå\r\x00🎭".encode()}


def test_a_file_that_could_not_be_read_has_no_text(run):
    entry = next(r for r in json.loads(render_teman_json(run))["remissvar"] if r["id"] == "trasig")
    assert entry["text"] is None and entry["text_sha256"] is None and entry["message"]
    assert "texts/trasig.txt" not in text_files(run)


@pytest.mark.parametrize("name", ["../ute", "a/b", "", ".", "C:x"])
def test_an_id_never_leads_out_of_the_folder(run: Run, name):
    with pytest.raises(RemissnlpError, match="filnamn"):
        text_files(replace(run, remissvar=(replace(run.remissvar[0], id=name),)))


def _damage(folder, change):
    path = folder / "teman.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda c: c.update(schema="remissnlp/teman/2"), "form"),
        (lambda c: c["teman"][0].update(rank="först"), r"teman\.0\.rank"),
        (lambda c: c["synpunkter"][0].update(quote="Något annat."), "Citatet"),
        (lambda c: c["remissvar"][0].update(text="../../etc/passwd"), "utanför"),
    ],
)
def test_a_damaged_file_gives_one_sentence(run, tmp_path, change, message):
    folder = write_run(run, tmp_path)
    _damage(folder, change)
    with pytest.raises(RemissnlpError, match=message) as caught:
        load_run(folder)
    assert "\n" not in str(caught.value)


def test_a_changed_or_missing_text_is_found(run, tmp_path):
    folder = write_run(run, tmp_path)
    path = folder / "texts" / "kultur.txt"
    path.write_text("Något annat", encoding="utf-8")
    with pytest.raises(RemissnlpError, match="har ändrats"):
        load_run(folder)
    path.unlink()
    with pytest.raises(RemissnlpError, match="saknas"):
        load_run(folder)


def test_a_folder_without_a_run(tmp_path):
    with pytest.raises(RemissnlpError, match="Hittar ingen körning"):
        load_run(tmp_path)
