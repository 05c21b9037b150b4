from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.reporting.excel import render_xlsx
from remissnlp.reporting.office import created, stamped, xml_text
from remissnlp.reporting.word import render_docx

RANKING = "Först det som flest står bakom.\n\nPoäng = remissinstanser."
SHEETS = ("Teman", "Synpunkter", "Matris", "Remissvar")


@pytest.fixture
def book(run):
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(run)))


@pytest.fixture
def document(run):
    return docx.Document(io.BytesIO(render_docx(run, ranking_explanation=RANKING)))


def _column(sheet, title):
    titles = [cell.value for cell in sheet[1]]
    return [row[titles.index(title)].value for row in sheet.iter_rows(min_row=2)]


@given(st.text())
def test_xml_text_can_stand_in_xml(text):
    # What is left is exactly what a parser gives back.
    element = ElementTree.Element("a")
    element.text = xml_text(text)
    assert (ElementTree.fromstring(ElementTree.tostring(element)).text or "") == xml_text(text)


def test_xml_text_keeps_what_is_allowed():
    assert xml_text("åäö 🎭\t\n\x07\x00\ufffe\ud800x\r\ny") == "åäö 🎭\t\nx\ny"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-07T10:09:10+02:00", datetime(2024, 6, 7, 8, 9, 10)),
        ("2024-06-07T08:09:10", datetime(2024, 6, 7, 8, 9, 10)),
        ("1970-01-01T00:00:00+00:00", datetime(1980, 1, 1)),
        ("i går", datetime(1980, 1, 1)),
    ],
)
def test_the_time_in_the_files_is_the_run_s(run, text, expected):
    assert created(replace(run, created=text)) == expected


def test_stamping_takes_the_clock_out():
    packages = []
    for clock in ((2020, 1, 1, 1, 1, 2), (2021, 2, 2, 2, 2, 4)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr(zipfile.ZipInfo("a.xml", clock), "innehåll")
            modified = f"<dcterms:modified xsi:type='x'>{clock[0]}</dcterms:modified>"
            package.writestr(zipfile.ZipInfo("docProps/core.xml", clock), modified)
        packages.append(stamped(out.getvalue(), datetime(2024, 6, 7)))
    assert packages[0] == packages[1]
    with zipfile.ZipFile(io.BytesIO(packages[0])) as package:
        assert package.read("a.xml").decode() == "innehåll"
        assert b">2024-06-07T00:00:00Z<" in package.read("docProps/core.xml")


@pytest.mark.parametrize("render", [render_docx, render_xlsx])
def test_the_same_run_gives_the_same_bytes_at_any_time(run, render, monkeypatch):
    first = render(run)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render(run) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {part.date_time for part in package.infolist()} == {(2024, 6, 7, 8, 9, 10)}
        assert b"2024-06-07T08:09:10Z" in package.read("docProps/core.xml")


def test_workbook_has_its_sheets(book):
    assert tuple(book.sheetnames) == SHEETS
    for sheet in book:
        assert sheet.freeze_panes in ("B2", "C2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


def test_no_cell_of_the_workbook_is_a_formula(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    dangerous = [c for c in cells if isinstance(c.value, str) and c.value.startswith(("=", "+", "-", "@"))]
    assert dangerous and all(cell.data_type == "s" and cell.quotePrefix for cell in dangerous)


def test_sheet_of_synpunkter(run, book):
    sheet = book["Synpunkter"]
    assert _column(sheet, "Synpunkt-id") == ["k-2", "i-1", "k-3", "k-4", "k-1", "i-2", "o-1"]
    assert _column(sheet, "Tema-id") == ["t-ind"] * 3 + ["t-tyd"] * 2 + [None] * 2
    assert _column(sheet, "Tema")[-1] == "Övriga synpunkter"
    quotes = dict(zip(_column(sheet, "Synpunkt-id"), _column(sheet, "Ordagrant ur texten"), strict=True))
    for synpunkt in run.synpunkter:
        assert quotes[synpunkt.id] == synpunkt.quote.replace("\x07", "")


def test_sheet_of_teman(book):
    sheet = book["Teman"]
    assert _column(sheet, "Tema-id") == ["t-ind", "t-tyd"]
    assert _column(sheet, "Remissinstanser") == [2, 1]
    assert _column(sheet, "Förslag") == [2, 0]
    assert _column(sheet, "Rättat för hand") == [None, "Ja"]


def test_sheet_of_the_matrix(run, book):
    sheet = book["Matris"]
    counts = {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert counts["Kulturnämnden <b>"] == (2, 2, 4)
    assert counts["Skolnämnden"] == (None, None, 0)
    assert sheet["B1"].value == "1. Önskar indikatorer som kan följas över tid"


def test_sheet_of_remissvar(book):
    sheet = book["Remissvar"]
    assert _column(sheet, "Remissvar-id") == ["idrott", "kultur", "okand", "rapport", "skol", "trasig"]
    assert _column(sheet, "Datum")[0] == datetime(2024, 5, 7)
    assert _column(sheet, "Anmärkning")[-1] == "Filen är krypterad."


@pytest.mark.parametrize("sheet", SHEETS)
def test_workbook_of_an_empty_run(empty_run, sheet):
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(replace(empty_run, remissvar=(), coverage=()))))
    assert book[sheet].max_row == 1


def _texts(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_document_is_told_in_order(document):
    assert _texts(document, "Title") == ["Sammanställning av remissvar"]
    assert _texts(document, "Heading 1") == [
        "Överblick",
        "Teman",
        "Övriga synpunkter",
        "Vilka har svarat",
        "Så är sammanställningen gjord",
    ]
    labels = _texts(document, "Heading 2")
    first = labels.index("1. Önskar indikatorer som kan följas över tid")
    assert labels[first + 1] == '2. =Önskar "tydligare" <rubriker>'


def test_every_quote_is_in_the_document_with_its_reference(run, document):
    assert len(_texts(document, "Quote")) == len(run.synpunkter)
    references = _texts(document, "Källhänvisning")
    assert (
        "Förslag. Kulturnämnden <b>, dnr KN 2024/7, s. 2. Föreslagen lydelse: ”Staden följer upp varje år.”"
        in references
    )
    assert any(
        "Ordagrant ur texten: ”Idrottsnimnden saknar métbara indikatorer.”" in text for text in references
    )
    assert any("Gäller ”Uppföljning”." in text for text in references)


def test_document_says_who_answered_and_what_was_not_counted(document):
    table = document.tables[1]
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "Idrottsnämnden",
        "Kulturnämnden <b>",
        "Okänd remissinstans (KS 2024-1/okand.txt)",
        "Skolnämnden",
    ]
    bullets = _texts(document, "List Bullet")
    assert "KS 2024-1/trasig.txt. Kunde inte läsas. Filen är krypterad." in bullets
    assert "Poäng = remissinstanser." in _texts(document, "Normal")


def test_document_is_swedish_and_repeats_its_table_heads(document):
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}
    assert document.core_properties.title == "Sammanställning av remissvar"
    for table in document.tables:
        assert table.rows[0]._tr.trPr.findall(qn("w:tblHeader"))
        order = [child.tag for child in table._tbl.tblPr]
        assert order.index(qn("w:tblBorders")) < order.index(qn("w:tblLayout"))
    assert "PAGE" in document.sections[0].footer._element.xml


def test_document_of_an_empty_run(empty_run):
    document = docx.Document(io.BytesIO(render_docx(empty_run)))
    assert "Inga synpunkter hittades." in _texts(document, "Normal")
