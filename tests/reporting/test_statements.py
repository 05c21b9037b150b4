"""What members say in their own name stands apart in every report, and says whose it is."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import docx
import openpyxl
import pytest

from remissnlp.frames import matrix_frame, synpunkter_frame
from remissnlp.records import Run
from remissnlp.reporting import words
from remissnlp.reporting.excel import render_xlsx
from remissnlp.reporting.html import render_html
from remissnlp.reporting.markdown import render_markdown
from remissnlp.reporting.tables import render_csv
from remissnlp.reporting.teman_json import render_teman_json
from remissnlp.reporting.view import RunView
from remissnlp.reporting.word import render_docx

VOICE = "Reservation (M), <L>"
QUOTE = "Vi vill ha cykelställ."


@pytest.fixture
def spoken(run: Run) -> Run:
    """The example with its last synpunkt said by members."""
    return replace(run, synpunkter=(*run.synpunkter[:-1], replace(run.synpunkter[-1], voice=VOICE)))


def test_they_are_not_among_the_others(spoken: Run) -> None:
    view = RunView(spoken)
    assert [s.quote for s in view.statements] == [QUOTE]
    assert QUOTE not in [s.quote for s in view.others]
    assert view.synpunkter_per_remissvar["okand"] == 0
    assert view.reference(view.statements[0]).startswith(f"{VOICE} i svaret från ")


def test_the_summary_counts_them_apart(run: Run, spoken: Run) -> None:
    assert "7\u00a0synpunkter" in RunView(run).summary
    assert "6\u00a0synpunkter" in RunView(spoken).summary
    assert "särskilda uttalanden" in RunView(spoken).summary
    assert "särskilda uttalanden" not in RunView(run).summary


def test_every_report_says_whose_words_they_are(run: Run, spoken: Run) -> None:
    def texts(of: Run) -> dict[str, str]:
        document = docx.Document(io.BytesIO(render_docx(of)))
        return {
            "html": render_html(of),
            "md": render_markdown(of),
            "docx": "\n".join(paragraph.text for paragraph in document.paragraphs),
        }

    for kind, text in texts(spoken).items():
        assert words.STATEMENTS in text, kind
        assert "Reservation (M), " in text, kind
        assert "<L>" not in text or kind == "docx"
    for kind, text in texts(run).items():
        assert words.STATEMENTS not in text, kind


def test_tables_have_a_column_for_it(spoken: Run) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render_xlsx(spoken)))["Synpunkter"]
    titles = [cell.value for cell in sheet[1]]
    column = [row[titles.index("Särskilt uttalande")].value for row in sheet.iter_rows(min_row=2)]
    assert column.count(VOICE) == 1
    rows = list(csv.DictReader(io.StringIO(render_csv(spoken).decode("utf-8-sig"))))
    assert [row["voice"] for row in rows] == [""] * 6 + [VOICE]
    assert synpunkter_frame(spoken)["voice"].notna().sum() == 1
    assert matrix_frame(spoken).loc["Okänd remissinstans (KS 2024-1/okand.txt)"].sum() == 0


def test_teman_json_has_the_key_only_where_it_says_something(run: Run, spoken: Run) -> None:
    points = json.loads(render_teman_json(spoken))["synpunkter"]
    assert [point.get("voice") for point in points] == [None] * 6 + [VOICE]
    assert ["voice" in point for point in points] == [False] * 6 + [True]
    assert not any("voice" in point for point in json.loads(render_teman_json(run))["synpunkter"])
