import pandas as pd
import pytest

from remissnlp.errors import RemissnlpError
from remissnlp.evaluation.coding import from_table, read_coding


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "kodning.csv"
    path.write_bytes(text.encode(encoding))
    return read_coding(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_excel_writes(tmp_path, encoding, delimiter, newline):
    lines = [
        ("Fil", "Citat", "Kod", "Hållning"),
        ("a.txt", '"Måtten, ""de"" bör; ses över."', "mått", "Stöd"),
    ]
    text = newline.join(delimiter.join(line) for line in lines) + newline
    [row], remarks = read(tmp_path, text, encoding)
    assert (row.file, row.quote, row.codes) == ("a.txt", 'Måtten, "de" bör; ses över.', ("mått",))
    assert (row.number, row.stance, row.coder, remarks) == (2, "positiv", "", [])


def test_english_headings_any_order_and_other_columns(tmp_path):
    [row], _ = read(tmp_path, "Note,CODE,end,Start,Coder,document\nx,b|a,12,3,Eva,a.txt\n")
    assert (row.file, row.start, row.end, row.codes, row.coder) == ("a.txt", 3, 12, ("b", "a"), "Eva")


@pytest.mark.parametrize("span", ["3-12", "[3, 12]", "3–12", "3:12", "(3; 12)"])
def test_a_span_in_one_cell(tmp_path, span):
    [row], _ = read(tmp_path, f'fil;span;kod\na;"{span}";b\n')
    assert (row.start, row.end) == (3, 12)
    rows, [remark] = read(tmp_path, "fil;span;kod\na;tre;b\n")
    assert not rows
    assert "tre" in remark.message


def test_excels_own_first_line(tmp_path):
    [row], _ = read(tmp_path, "sep=,\nfil,citat,kod\na.txt,Ja; nej.,b\n")
    assert row.quote == "Ja; nej."


def test_a_line_break_in_a_cell_is_no_row(tmp_path):
    rows, _ = read(tmp_path, 'fil;citat;kod\na.txt;"Två\nrader";b\na.txt;En;c\n')
    assert [(row.number, row.quote) for row in rows] == [(2, "Två\nrader"), (3, "En")]


def test_commas_part_codes_only_where_each_is_a_code(tmp_path):
    rows, _ = read(tmp_path, "fil;citat;kod\na;x;mått\na;y;mål, syften\na;z;mått, kostnad\na;w;kostnad\n")
    assert [row.codes for row in rows] == [("mått",), ("mål, syften",), ("mått", "kostnad"), ("kostnad",)]


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        (";;3;5;mått;", "Filen"),
        ("a;;;;mått;", "Citatet"),
        ("a;x;;;;", "Koden"),
        ("a;;5;;mått;", "både"),
        ("a;;5;3;mått;", "går inte ihop"),
        ("a;;fem;6;mått;", "fem"),
        ("a;x;;;mått;arg", "arg"),
    ],
)
def test_a_row_that_makes_no_sense_is_told(tmp_path, cells, word):
    rows, [remark] = read(tmp_path, f"fil;citat;start;slut;kod;hållning\n{cells}\na;x;;;mått;\n")
    assert len(rows) == 1
    assert remark.row == 2
    assert word in remark.message


def test_empty_rows_are_passed_over_and_a_bare_file_is_a_read_file(tmp_path):
    rows, remarks = read(tmp_path, "fil;citat;kod\n;;\na.txt;;\n")
    assert [(row.file, row.codes) for row in rows] == [("a.txt", ())]
    assert not remarks


@pytest.mark.parametrize(
    "text", ["", "fil;kod\na;b\n", "start;slut;kod\n1;2;y\n", "fil;citat\na;b\n", "a\0b"]
)
def test_what_is_no_coding_is_one_sentence(tmp_path, text):
    with pytest.raises(RemissnlpError, match="Kodningen"):
        read(tmp_path, text)


def test_no_file_is_one_sentence(tmp_path):
    with pytest.raises(RemissnlpError, match="går inte att läsa"):
        read_coding(tmp_path / "saknas.csv")


def test_a_table_in_memory():
    frame = pd.DataFrame({"file": ["a", "b"], "start": [1.0, None], "end": [4, None], "code": ["x", None]})
    rows, remarks = from_table(frame.to_dict("records"))
    assert [(row.file, row.start, row.end, row.codes) for row in rows] == [
        ("a", 1, 4, ("x",)),
        ("b", None, None, ()),
    ]
    assert not remarks
    [row], _ = from_table([{"fil": "a", "citat": "x", "koder": ["b", "a"]}])
    assert row.codes == ("a", "b")
