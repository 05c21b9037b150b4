"""What must always hold of a run, on the fixture that the other tests build on."""

from __future__ import annotations

import json

import pytest

from remissnlp.reporting.folder import write_run


@pytest.fixture(params=["run", "empty_run"])
def folder(request, tmp_path):
    return write_run(request.getfixturevalue(request.param), tmp_path)


@pytest.fixture
def document(folder):
    return json.loads((folder / "teman.json").read_text(encoding="utf-8"))


@pytest.fixture
def texts(folder, document):
    return {
        r["id"]: (folder / r["text"]).read_bytes().decode("utf-8") for r in document["remissvar"] if r["text"]
    }


def test_quotes_are_slices(document, texts):
    for point in document["synpunkter"]:
        text = texts[point["remissvar"]]
        assert "".join(text[start:end] for start, end in point["spans"]) == point["quote"]
        assert point["line"] == text.count("\n", 0, point["spans"][0][0]) + 1


def test_coverage_partitions_every_text(document, texts):
    for name, text in texts.items():
        at, marked = 0, set()
        for part in (c for c in document["coverage"] if c["remissvar"] == name):
            assert part["start"] == at < part["end"]
            at = part["end"]
            if part["kind"] in ("synpunkt", "repeat"):
                marked |= {(i, part["kind"], part["synpunkt"]) for i in range(part["start"], at)}
        assert at == len(text)
        said = {
            (i, kind, point["id"])
            for point in document["synpunkter"]
            if point["remissvar"] == name
            for kind, places in (("synpunkt", [point["spans"]]), ("repeat", point["repeats"]))
            for place in places
            for start, end in place
            for i in range(start, end)
        }
        assert marked == said


def test_teman_and_synpunkter_agree(document):
    responses = {r["id"]: r for r in document["remissvar"]}
    assert [t["rank"] for t in document["teman"]] == list(range(1, len(document["teman"]) + 1))
    scores = [t["score"] for t in document["teman"]]
    assert scores == sorted(scores, reverse=True)
    for tema in document["teman"]:
        members = [p for p in document["synpunkter"] if p["tema"] == tema["id"]]
        assert {p["id"] for p in members} == set(tema["synpunkter"])
        assert {p["remissvar"] for p in members} == set(tema["remissvar"])
        assert {responses[p["remissvar"]]["remissinstans"] for p in members} == set(tema["remissinstanser"])
        stances = [p["stance"] for p in members]
        assert {s: stances.count(s) for s in stances} == tema["stances"]
