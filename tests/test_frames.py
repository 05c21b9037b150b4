from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pandas as pd
import pytest

from remissnlp.frames import matrix_frame, remissvar_frame, synpunkter_frame, teman_frame
from tests.reporting.example import example_empty_run, example_run

FRAMES = (synpunkter_frame, teman_frame, remissvar_frame, matrix_frame)


@pytest.fixture
def run():
    return example_run()


def test_synpunkter(run):
    frame = synpunkter_frame(run)
    assert list(frame.index) == [s.id for s in run.synpunkter]
    assert frame.loc["k-2", "label"] == "Önskar indikatorer som kan följas över tid"
    assert frame.loc["k-2", "spans"] == [list(span) for span in run.synpunkter[3].spans]
    assert frame.loc["k-1", "date"] == pd.Timestamp("2024-05-06")
    assert frame.loc["k-4", "quote"].startswith("=HYPERLINK")
    assert frame.loc[["i-2", "o-1"], ["tema", "rank", "label"]].isna().all(axis=None)
    assert frame.loc["o-1", ["remissinstans", "remiss", "page"]].isna().all()


def test_teman(run):
    frame = teman_frame(run)
    assert list(frame["rank"]) == [1, 2]
    assert list(frame["synpunkter"]) == [3, 2]
    assert list(frame["remissinstanser"]) == [2, 1]
    assert frame[["forslag", "kritik", "positiv"]].to_numpy().tolist() == [[2, 1, 0], [0, 1, 1]]


def test_remissvar(run):
    frame = remissvar_frame(run)
    assert list(frame["status"]) == ["ok", "ok", "ok", "reference", "no_opinion", "error"]
    assert frame.loc["kultur", ["synpunkter", "teman", "pages"]].tolist() == [4, 2, 2]
    assert pd.isna(frame.loc["idrott", "pages"])


def test_matrix(run):
    frame = matrix_frame(run)
    assert frame.loc["Kulturnämnden <b>"].tolist() == [2, 2]
    assert frame.loc["Skolnämnden"].tolist() == [0, 0]
    assert frame.to_numpy().sum() == sum(len(tema.synpunkter) for tema in run.teman)


@pytest.mark.parametrize("frame", FRAMES)
def test_columns_keep_their_types_without_rows(run, frame):
    empty = example_empty_run()
    full = frame(run)
    for none in (frame(empty), frame(replace(empty, remissvar=(), coverage=()))):
        if frame is not matrix_frame:
            assert none.dtypes.to_dict() == full.dtypes.to_dict()
        assert none.index.name == full.index.name


def test_pandas_is_imported_only_when_asked_for():
    code = "import sys, remissnlp.frames; sys.exit('pandas' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
