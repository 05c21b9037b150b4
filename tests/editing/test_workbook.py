from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

import remissnlp
from remissnlp.cli import app
from remissnlp.editing.workbook import read_workbook
from remissnlp.errors import RemissnlpError
from remissnlp.records import Run
from tests.store.letters import write_letters

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    remissnlp.run(write_letters(folder / "corpus"), out=folder / "reports")
    return folder


@pytest.fixture
def place(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def run(place) -> Run:
    return remissnlp.run(place / "corpus", out=place / "reports")


@pytest.fixture
def book(place) -> Path:
    return place / "reports" / "latest" / "sammanstallning.xlsx"


class Sheet:
    """A sheet by its titles and ids, to be changed as a person would."""

    def __init__(self, sheet, id_title: str) -> None:
        self.sheet = sheet
        self.column = {cell.value: cell.column for cell in sheet[1]}
        rows = range(2, sheet.max_row + 1)
        self.row = {sheet.cell(n, self.column[id_title]).value: n for n in rows}

    def put(self, name: str, title: str, value: object) -> None:
        self.sheet.cell(self.row[name], self.column[title]).value = value


def change(path: Path, teman=(), synpunkter=(), remissvar=()) -> None:
    book = openpyxl.load_workbook(path)
    for title, key, changes in (
        ("Teman", "Tema-id", teman),
        ("Synpunkter", "Synpunkt-id", synpunkter),
        ("Remissvar", "Remissvar-id", remissvar),
    ):
        sheet = Sheet(book[title], key)
        for name, column, value in changes:
            sheet.put(name, column, value)
    book.save(path)


def through_libreoffice(path: Path, place: Path) -> Path:
    """Open the book in LibreOffice and save it again, as after an edit there."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    command = [SOFFICE, f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "xlsx:Calc MS Excel 2007 XML", "--outdir", str(place / "saved"), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return place / "saved" / path.name


def every_kind(run: Run, path: Path) -> None:
    first, second, third, fourth = run.teman[:4]
    skol = next(r for r in run.remissvar if r.remissinstans == "Skolnämnden")
    change(
        path,
        teman=[
            (first.id, "Tema", "Omdöpt & <eget>"),
            (first.id, "Skäl", "klarare"),
            (second.id, "Slå ihop med", third.rank),
            (first.id, "Fäst", "x"),
            (fourth.id, "Dölj", "Ja"),
        ],
        synpunkter=[
            (first.synpunkter[0], "Hållning", "neutral"),
            (first.synpunkter[1], "Tema", "Ett nytt tema"),
            (third.synpunkter[0], "Tema", first.label),
            (third.synpunkter[1], "Tema", "Övriga synpunkter"),
            (first.synpunkter[2], "Ingen synpunkt", True),
        ],
        remissvar=[(skol.id, "Remissinstans", "Grundskolenämnden")],
    )


def check_every_kind(run: Run, edits) -> None:
    first, second, third, fourth = run.teman[:4]
    said = [(e.kind, [t.id for t in e.teman], [s.id for s in e.synpunkter], e.value) for e in edits]
    of_synpunkter = [
        ("stance", [], [first.synpunkter[0]], "neutral"),
        ("move", [first.id], [third.synpunkter[0]], None),
        ("move", [], [third.synpunkter[1]], None),
        ("not_synpunkt", [], [first.synpunkter[2]], None),
    ]
    assert said[0] == ("remissinstans", [], [], "Grundskolenämnden")
    assert sorted(said[1:5], key=str) == sorted(of_synpunkter, key=str)
    assert said[5:] == [
        ("split", [], [first.synpunkter[1]], "Ett nytt tema"),
        ("rename", [first.id], [], "Omdöpt & <eget>"),
        ("pin", [first.id], [], None),
        ("merge", [third.id, second.id], [], None),
        ("hide", [fourth.id], [], None),
    ]
    assert next(e.reason for e in edits if e.kind == "rename") == "klarare"


def test_an_untouched_book_says_nothing(run, book):
    found = read_workbook(book, run)
    assert found.edits == () and found.unclear == ()


def test_every_kind_of_change_is_understood(run, book):
    every_kind(run, book)
    found = read_workbook(book, run, author="Eva")
    assert found.unclear == ()
    check_every_kind(run, found.edits)
    assert {e.author for e in found.edits} == {"Eva"}
    assert [o.status for o in run.edit.apply(found.edits).edits] == ["applied"] * len(found.edits)


def test_a_book_from_libreoffice_comes_back_right(run, book, place):
    untouched = through_libreoffice(book, place)
    found = read_workbook(untouched, run)
    assert found.edits == () and found.unclear == ()
    every_kind(run, untouched)
    saved = through_libreoffice(untouched, place / "igen")
    found = read_workbook(saved, run)
    assert found.unclear == ()
    check_every_kind(run, found.edits)


def test_a_new_name_on_all_synpunkter_of_a_tema_is_a_new_name_of_the_tema(run, book):
    tema = run.teman[0]
    change(book, synpunkter=[(s, "Tema", "Bättre namn") for s in tema.synpunkter])
    [edit] = read_workbook(book, run).edits
    assert (edit.kind, edit.teman[0].id, edit.value) == ("rename", tema.id, "Bättre namn")


def test_rows_may_be_sorted_and_taken_away(run, book):
    opened = openpyxl.load_workbook(book)
    sheet = opened["Synpunkter"]
    sheet.delete_rows(3, 2)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for n, row in enumerate(reversed(rows), start=2):
        for m, value in enumerate(row, start=1):
            sheet.cell(n, m).value = value
    opened.save(book)
    assert read_workbook(book, run).edits == ()


def test_what_is_not_understood_is_said_and_not_done(run, book):
    first, second = run.teman[:2]
    change(
        book,
        teman=[(first.id, "Slå ihop med", "99"), (second.id, "Dölj", "kanske")],
        synpunkter=[(first.synpunkter[0], "Hållning", "Krtik"), (first.synpunkter[1], "Tema", None)],
        remissvar=[(run.remissvar[0].id, "Remissinstans", "#NAMN?")],
    )
    found = read_workbook(book, run)
    assert found.edits == ()
    assert len(found.unclear) == 5
    assert any("Krtik" in s and "Förslag, Kritik" in s for s in found.unclear)


@pytest.mark.parametrize("content", [b"", b"ingen bok", b"PK\x03\x04trasig"])
def test_what_is_no_book_is_one_sentence(run, tmp_path, content):
    path = tmp_path / "bok.xlsx"
    path.write_bytes(content)
    with pytest.raises(RemissnlpError, match=r"bok\.xlsx"):
        read_workbook(path, run)


def cli(*arguments: object, said: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments], input=said, catch_exceptions=False)
    return result.exit_code, result.output


def test_curate_shows_asks_and_keeps(run, book, place):
    change(book, teman=[(run.teman[0].id, "Tema", "Omdöpt")])
    code, output = cli("curate", book, said="n\n")
    assert code == 2 and "heter ”Omdöpt”" in output and "Inget är sparat" in output
    assert cli("curate", "--list", "--out", place / "reports") == (0, "Inga rättelser är gjorda.\n")
    code, output = cli("curate", book, said="j\n")
    assert code == 0 and "Sparat" in output
    code, output = cli("curate", book, "--yes")
    assert code == 0 and "inga nya rättelser" in output
    assert remissnlp.run(place / "corpus", out=place / "reports").teman[0].label == "Omdöpt"
    code, output = cli("curate", "--list", "--out", place / "reports")
    name = output.split()[0]
    code, output = cli("curate", "--undo", name, "--out", place / "reports")
    assert code == 0
    assert remissnlp.run(place / "corpus", out=place / "reports").teman[0].label == run.teman[0].label
    assert cli("curate", "--undo", name, "--out", place / "reports")[0] == 2


def test_a_book_from_an_earlier_run_is_compared_with_that_run(run, book, place, tmp_path):
    moved = tmp_path / "skrivbord" / "bok.xlsx"
    moved.parent.mkdir()
    shutil.copy(book, moved)
    run.edit.rename(1, "Under tiden")
    remissnlp.run(place / "corpus", out=place / "reports")
    change(moved, teman=[(run.teman[1].id, "Tema", "Omdöpt")])
    code, output = cli("curate", moved, "--yes", "--out", place / "reports")
    assert code == 0 and run.id in output
    labels = {t.label for t in remissnlp.run(place / "corpus", out=place / "reports").teman}
    assert {"Under tiden", "Omdöpt"} <= labels
    code, output = cli("curate", moved, "--yes", "--out", tmp_path / "annan")
    assert code == 2 and "Traceback" not in output
