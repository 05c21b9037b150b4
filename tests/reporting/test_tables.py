from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pyarrow.parquet as pq

from remissnlp.reporting.tables import render_csv, render_parquet


def test_csv(run):
    data = render_csv(run)
    assert data.startswith(b"\xef\xbb\xbfsynpunkt,tema,")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["synpunkt"] for row in rows] == [s.id for s in run.synpunkter]
    by_id = {row["synpunkt"]: row for row in rows}
    assert by_id["k-2"]["quote"] == run.synpunkter[3].quote
    assert json.loads(by_id["k-2"]["spans"]) == [list(span) for span in run.synpunkter[3].spans]
    assert by_id["i-2"]["tema"] == ""
    assert by_id["k-3"]["proposed_text"] == "Staden följer upp varje år."


def test_no_cell_of_the_csv_is_a_formula(run):
    rows = list(csv.reader(io.StringIO(render_csv(run).decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_pandas_reads_both_alike(run):
    table = pd.read_csv(io.BytesIO(render_csv(run)))
    assert table.columns[0] == "synpunkt"
    assert list(table["synpunkt"]) == list(pd.read_parquet(io.BytesIO(render_parquet(run)))["synpunkt"])


def test_parquet(run):
    data = render_parquet(run)
    assert data == render_parquet(run)
    rows = {row["synpunkt"]: row for row in pq.read_table(io.BytesIO(data)).to_pylist()}
    for synpunkt in run.synpunkter:
        row = rows[synpunkt.id]
        assert row["quote"] == synpunkt.quote
        assert row["spans"] == [list(span) for span in synpunkt.spans]
        assert row["tema"] == synpunkt.tema
        assert row["page"] == synpunkt.page
    assert rows["k-4"]["refers_to"] == ["Uppföljning"]
    assert rows["k-2"]["repeats"] == [[list(span) for span in run.synpunkter[3].repeats[0]]]


def test_tables_of_an_empty_run(empty_run):
    table = pq.read_table(io.BytesIO(render_parquet(empty_run)))
    assert table.num_rows == 0
    assert render_csv(empty_run).decode("utf-8-sig").strip().split(",") == table.column_names
