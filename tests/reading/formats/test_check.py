# ruff: noqa: E501
from __future__ import annotations

import io

from rich.console import Console
from typer.testing import CliRunner

from remissnlp.check_table import print_check
from remissnlp.cli import app
from remissnlp.reading.checking import check_rows
from remissnlp.reading.corpus import Corpus
from remissnlp.records import Remissvar, Span

LETTER = "Fritidsnämnden\nDnr FN 2025/118\n\nRemissvar på friluftsplan, KS 2025/77\n\nVi anser att planen är bra.\n"


def test_a_row_for_every_document(corpus):
    found = corpus({"a.txt": LETTER.encode(), "b.pdf": b"%PDF-1.4 trasig"})
    first, second = check_rows(found)
    assert (first.file, first.status, first.remissinstans, first.remiss) == (
        "a.txt",
        "ok",
        "Fritidsnämnden",
        "KS 2025/77",
    )
    assert (first.dnr, first.date, first.pages, first.words, first.missing) == (
        "FN 2025/118",
        None,
        None,
        15,
        ("datum",),
    )
    assert (second.status, second.words, second.missing) == ("error", 0, ())
    assert second.reason == "b.pdf är en skadad pdf och kan inte läsas; be om en ny fil."


def test_scanned_pages_and_their_confidence():
    record = Remissvar(
        "r", "a.pdf", "", "ett två\n\ftre", (Span(0, 9), Span(9, 12)), ocr_confidence=(None, 0.9)
    )
    (row,) = check_rows(Corpus((), (record,), ()))
    assert (row.pages, row.scanned, row.confidence, row.words) == (2, 1, 0.9, 3)
    out = io.StringIO()
    print_check([row], ["En varning."], console=Console(file=out, width=60))
    assert "1 (säkerhet 90 %)" in out.getvalue()
    assert out.getvalue().rstrip().endswith("En varning.")


def test_the_command_and_its_codes(tmp_path):
    def run() -> tuple[int, str]:
        result = CliRunner().invoke(app, ["check", str(tmp_path)], catch_exceptions=False)
        return result.exit_code, result.output

    code, output = run()
    assert code == 2
    assert len(output.strip().splitlines()) == 1
    (tmp_path / "[a].txt").write_text(LETTER)
    code, output = run()
    assert code == 0
    assert "[a].txt" in output
    assert "1 dokument: 1 remissvar, 0 gick inte att läsa." in output
    (tmp_path / "b\n.pdf").write_bytes(b"%PDF-1.4 trasig")
    code, output = run()
    assert code == 1
    assert "inte läst" in output


def test_progress_counts_files(corpus):
    told = []
    corpus({"a.txt": LETTER.encode(), "b.txt": LETTER.encode()}, progress=lambda *what: told.append(what))
    assert told == [("Läser filer", 0, 2), ("Läser filer", 1, 2)]


def test_the_table_to_correct_is_read_back_as_it_was_written(corpus, tmp_path):
    files = {
        "a.txt": LETTER.encode(),
        "b.txt": b"Kvitto\n\nSumma 120 kr\n",
        "c.txt": b"=1+1\n\nYttrande.",
    }
    before = corpus(files)
    table = tmp_path / "remissvar.csv"

    def write() -> tuple[int, str]:
        result = CliRunner().invoke(
            app, ["check", str(tmp_path), "--csv", str(table)], catch_exceptions=False
        )
        return result.exit_code, result.output

    code, output = write()
    assert code == 0
    assert (
        "3 dokument: 2 remissvar, 1 räknas inte (annat slag av dokument 1), 0 gick inte att läsa." in output
    )
    assert table.read_bytes().startswith("\ufeffFil;Remissinstans;Remiss;".encode())
    after = corpus({})
    assert [(r.status, r.role, r.remissinstans, r.dnr) for r in after.remissvar] == [
        (r.status, r.role, r.remissinstans, r.dnr) for r in before.remissvar
    ]
    code, output = write()
    assert code == 2
    assert "finns redan och skrivs inte över" in output
