from __future__ import annotations

import pytest

from remissnlp.reading import read_corpus
from remissnlp.reading.overrides import parse_date, parse_overrides
from remissnlp.settings import Settings
from remissnlp.store.inputs import find_inputs

LETTER = (
    "Fritidsnämnden\nDnr FN 2025/118\n2025-03-11\n\nRemissvar på friluftsplan, KS 2025/77\n\nPlanen är bra.\n"
)
TABLE = (
    "Fil;Remissinstans;Remiss;Diarienummer;Datum;Beslutsnivå;Slag\r\n"
    "Svar Å.txt;Idrottsnämnden;KS 2024/7;IDN 1/25;2025-04-01;Nämndbeslut;\r\n"
    ";;;;;;\r\n"
)


@pytest.fixture
def corpus(tmp_path):
    def make(table: str | bytes, **options):
        (tmp_path / "svar å.txt").write_text(LETTER, encoding="utf-8")
        data = table if isinstance(table, bytes) else table.encode()
        (tmp_path / options.get("name", "remissvar.csv")).write_bytes(data)
        return read_corpus(tmp_path)

    return make


def fields(record):
    return (record.remissinstans, record.remiss, record.dnr, record.date, record.decision_level)


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode("utf-8"),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "\t").encode(),
        ("sep=;\r\n" + TABLE).encode("cp1252"),
        TABLE.replace("Fil;", '"Fil";').replace("2025-04-01", "1 april 2025").encode(),
        TABLE.replace("Fil;", "FILNAMN;")
        .replace("Diarienummer", "Dnr")
        .replace("Beslutsnivå", "nivå")
        .encode(),
    ],
)
def test_what_excel_saves_is_read(corpus, data):
    found = corpus(data)
    assert fields(found.remissvar[0]) == (
        "Idrottsnämnden",
        "KS 2024/7",
        "IDN 1/25",
        "2025-04-01",
        "namndbeslut",
    )
    assert found.warnings == ()
    assert [r.file for r in found.remissvar] == ["svar å.txt"]


def test_the_name_of_the_table_may_have_capitals(corpus):
    assert corpus(TABLE, name="Remissvar.CSV").remissvar[0].remissinstans == "Idrottsnämnden"


def test_an_empty_cell_leaves_what_was_read_and_a_dash_says_that_there_is_none(corpus):
    found = corpus("Fil;Remissinstans;Diarienummer\nsvar å.txt;;-\n")
    assert fields(found.remissvar[0]) == ("Fritidsnämnden", "KS 2025/77", None, "2025-03-11", None)
    assert found.warnings == ()


def test_the_table_comes_before_remisser_toml(corpus, tmp_path):
    (tmp_path / "remisser.toml").write_text(
        '[remissvar."svar å.txt"]\nremissinstans = "Kulturnämnden"\ndnr = "KUN 2025/1"\n', encoding="utf-8"
    )
    found = corpus("Fil;Remissinstans\nsvar å.txt;Idrottsnämnden\n")
    assert fields(found.remissvar[0])[:3] == ("Idrottsnämnden", "KS 2025/77", "KUN 2025/1")


@pytest.mark.parametrize(
    ("kind", "role", "status"),
    [
        ("Underlag", "underlag", "reference"),
        ("bilaga", "bilaga", "reference"),
        ("Remisshandling", "remisshandling", "reference"),
        ("Dubblett", "dubblett", "reference"),
        ("annat", "annat", "reference"),
        ("Inget att erinra", "remissvar", "no_opinion"),
        ("Remissvar", "remissvar", "ok"),
    ],
)
def test_what_a_document_is(corpus, kind, role, status):
    (record,) = corpus(f"Fil;Slag\nsvar å.txt;{kind}\n").remissvar
    assert (record.role, record.status) == (role, status)
    assert bool(record.message) is (status != "ok")


@pytest.mark.parametrize(
    ("table", "warning"),
    [
        (
            "Fil;Färg\nsvar å.txt;blå\n",
            "remissvar.csv: kolumn 2 heter ”Färg” och används inte; kända kolumner är",
        ),
        (
            "Fil;Datum\nsvar å.txt;i går\n",
            "remissvar.csv, rad 2: datumet ”i går” är oklart; skriv till exempel",
        ),
        ("Fil;Slag\n\nsvar å.txt;brev\n", "remissvar.csv, rad 3: slaget ”brev” är okänt; skriv remissvar, "),
        ("Fil;Beslutsnivå\nsvar å.txt;hög\n", "rad 2: beslutsnivån ”hög” är okänd; skriv nämndbeslut, "),
        ("Fil;Datum\nborta.txt;2025-01-01\n", "rad 2: filen ”borta.txt” finns inte bland remissvaren; rätta"),
        ("Fil;Datum\n;2025-01-01\n", "rad 2: filens namn saknas i kolumnen Fil; raden används inte."),
        (
            "Fil;Dnr\nsvar å.txt;A 1/25\nsvar å.txt;FN 2025/118\n",
            "rad 3: filen ”svar å.txt” står på flera rader",
        ),
        ("svar å.txt;Kulturnämnden\n", "kolumnen Fil saknas på första raden. Skriv kolumnernas namn: Fil;"),
    ],
)
def test_a_fault_is_one_sentence_that_names_the_row_and_what_to_do(corpus, table, warning):
    found = corpus(table)
    told = [w for w in found.warnings if "remissvar.csv" in w]
    assert len(told) == 1
    assert warning in told[0]
    assert fields(found.remissvar[0])[:4] == ("Fritidsnämnden", "KS 2025/77", "FN 2025/118", "2025-03-11")


@pytest.mark.parametrize("table", [b"", b"\xff\xfe", b"\r\n\r\n", b"Fil\r\n", b"\0\0;\0", b'Fil;Slag\n"svar'])
def test_an_empty_or_broken_table_does_no_harm(corpus, table):
    assert corpus(table).remissvar[0].remissinstans == "Fritidsnämnden"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-04-01", "2025-04-01"),
        ("20250401", "2025-04-01"),
        ("2025-04-01 00:00:00", "2025-04-01"),
        ("1/4 2025", "2025-04-01"),
        ("1/4/2025", None),
        ("2025.4.1", "2025-04-01"),
        ("den 1 april 2025", "2025-04-01"),
        ("2025-02-30", None),
        ("45748", None),
    ],
)
def test_dates_as_people_write_them(text, date):
    assert parse_date(text) == date


def test_rows_are_numbered_as_excel_shows_them():
    rows, _ = parse_overrides('Fil;Remissinstans\n\na.txt;"Nämnden\nför barn"\nb.txt;X\n')
    assert [row.where for row in rows] == ["remissvar.csv, rad 3", "remissvar.csv, rad 4"]
    assert rows[0].values["remissinstans"] == "Nämnden för barn"


def test_a_change_of_the_table_is_new_to_a_run(corpus, tmp_path):
    corpus(TABLE)
    before = find_inputs(tmp_path, settings=Settings())
    corpus(TABLE.replace("Idrotts", "Kultur"))
    after = find_inputs(tmp_path, settings=Settings())
    assert before.fingerprint != after.fingerprint
    assert [path for path, _ in after.files] == ["svar å.txt"]
