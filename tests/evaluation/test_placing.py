from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.evaluation.coding import from_table
from remissnlp.evaluation.placing import by_unit, letters, place
from remissnlp.evaluation.records import CodedRow, Passage
from remissnlp.records import Span, slice_text
from tests.evaluation.runs import KULTUR, coded, make_run


def placed(*rows, run=None):
    return place(from_table(rows)[0], run or make_run())


def test_every_row_of_the_coding_has_its_place():
    found = placed(*coded())
    assert len(found.passages) == 6
    assert found.unplaced == found.remarks == ()
    assert found.coded == ("r0", "r1")
    [span] = found.passages[0].spans
    assert KULTUR[span.start : span.end] == "Nämnden önskar indikatorer som kan föl-\njas över tid"


@pytest.mark.parametrize(
    "quote",
    [
        "Nämnden önskar indikatorer som kan följas över tid.",
        "  nämnden ÖNSKAR  indikatorer som kan följas\növer tid",
        "Namnden onskar indikatorer som kan foljas over tid.",
        "”Nämnden önskar indikatorer, som kan följas över tid.”",
        "Namnden 0nskar ind1katorer som kan fo1jas over tid",
    ],
)
def test_a_quote_is_known_by_its_letters(quote):
    [passage] = placed({"fil": "kultur.txt", "citat": quote, "kod": "a"}).passages
    [span] = passage.spans
    assert KULTUR[span.start : span.end].startswith("Nämnden önskar")
    assert KULTUR[span.start : span.end].endswith("tid") or KULTUR[span.start : span.end].endswith("tid.")


@pytest.mark.parametrize("quote", ["Mått saknas helt i pl4nen.", "Mått saknas helt i planen."])
def test_a_quote_copied_from_the_report_is_known_though_the_page_cuts_it_in_two(quote):
    text = "Mått sak-\nSida 1\nnas helt i pl4nen."
    run = make_run({"a.txt": text}, [("a.txt", text, None, "kritik")])
    spans = (Span(0, 9), Span(16, len(text)))
    [point] = run.synpunkter
    cut = replace(point, spans=spans, quote=slice_text(text, spans), reading="Mått saknas helt i planen.")
    run = replace(run, synpunkter=(cut,))
    assert placed({"fil": "a", "citat": quote, "kod": "x"}, run=run).passages[0].spans == spans


@pytest.mark.parametrize(
    "name", ["KS 2024-1/kultur.txt", "ks 2024-1\\KULTUR.txt", "kultur", "r0", "./KS 2024-1/kultur.txt"]
)
def test_a_file_is_known_by_path_name_or_id(name):
    assert placed({"fil": name, "citat": "Rubrikerna bör", "kod": "a"}).passages[0].remissvar == "r0"


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"fil": "saknas.txt", "citat": "Rubrikerna"}, "saknas.txt"),
        ({"fil": "kultur.txt", "citat": "Detta står ingenstans i texten."}, "ingenstans"),
        ({"fil": "kultur.txt", "citat": "ör be"}, "ör be"),  # too short to be known by its letters
        ({"fil": "kultur.txt", "start": "9000", "slut": "9010"}, "9010"),
        ({"fil": "kultur.txt", "start": "13", "slut": "14"}, "ingen text"),
    ],
)
def test_what_has_no_place_is_told(row, word):
    found = placed({**row, "kod": "a"})
    assert not found.passages
    [remark] = found.unplaced
    assert remark.row == 2
    assert word in remark.message


def test_two_files_of_one_name_are_told_apart_by_path():
    run = make_run()
    first, second = run.remissvar
    run = replace(run, remissvar=(first, replace(second, file="KS 2/kultur.txt")))
    [remark] = placed({"fil": "kultur.txt", "citat": "Rubrikerna bör", "kod": "a"}, run=run).unplaced
    assert "Flera" in remark.message
    assert placed({"fil": "KS 2/kultur.txt", "citat": "Kostnaderna", "kod": "a"}, run=run).passages


def test_a_quote_without_a_file_is_known_where_only_one_text_has_it():
    assert placed({"citat": "Kostnaderna är inte beräknade.", "kod": "a"}).passages[0].remissvar == "r1"
    assert "flera" in placed({"citat": "indikatorer", "kod": "a"}).unplaced[0].message
    assert "inte i någon" in placed({"citat": "Ingenstans alls.", "kod": "a"}).unplaced[0].message


def test_offsets_hold_and_a_quote_outweighs_offsets_of_another_text():
    start = KULTUR.index("Rubrikerna")
    row = {"fil": "kultur.txt", "start": str(start), "slut": str(start + 10), "kod": "a"}
    assert placed(row).passages[0].spans == (Span(start, start + 10),)
    assert not placed({**row, "citat": "rubrikerna"}).remarks
    found = placed({**row, "citat": "Nämnden saknar mått"})
    assert found.passages[0].spans[0].start == KULTUR.index("Nämnden saknar")
    assert "citatet gäller" in found.remarks[0].message


def test_a_quote_in_several_places_is_told():
    found = placed({"fil": "kultur.txt", "citat": "Nämnden", "kod": "a"})
    assert found.passages[0].spans[0].start == KULTUR.index("Nämnden")
    assert "flera" in found.remarks[0].message


def test_a_row_for_each_code_makes_one_passage():
    rows = coded([("kultur.txt", "Rubrikerna bör bli tydligare.", code) for code in ("a", "b")])
    [passage] = placed(*rows).passages
    assert passage.codes == {"a", "b"}
    assert passage.rows == (2, 3)


def test_a_file_read_without_finding_anything_counts_as_coded():
    assert placed({"fil": "idrott.txt", "citat": "", "kod": ""}).coded == ("r1",)


@given(st.text(max_size=60), st.data())
def test_letters_keep_their_places(text, data):
    folded, places = letters(text)
    assert len(folded) == len(places)
    assert places == sorted(places)
    assert all(0 <= at < len(text) for at in places)
    cut = data.draw(st.integers(0, len(text)))
    assert letters(text[:cut])[0] + letters(text[cut:])[0] == folded


@given(st.data())
def test_any_slice_of_a_text_is_found_where_it_stands(data):
    start = data.draw(st.integers(0, len(KULTUR) - 2))
    end = data.draw(st.integers(start + 1, len(KULTUR)))
    quote = KULTUR[start:end]
    if not quote.strip():
        return
    found = place([CodedRow(2, "kultur.txt", quote=quote, codes=("a",))], make_run())
    [passage] = found.passages
    [span] = passage.spans
    assert KULTUR[span.start : span.end] == quote.strip()


def unit(start, end, coder, remissvar="r0"):
    return Passage((1,), remissvar, (Span(start, end),), frozenset("a"), coder)


@pytest.mark.parametrize(
    ("passages", "numbers"),
    [
        ([unit(0, 10, "A"), unit(5, 15, "B")], [0, 0]),
        ([unit(0, 10, "A"), unit(6, 16, "B")], [0, 1]),
        ([unit(0, 100, "A"), unit(0, 10, "B")], [0, 0]),
        ([unit(0, 10, "A"), unit(0, 8, "A")], [0, 1]),  # one coder's own places stay apart
        ([unit(0, 10, "A"), unit(0, 10, "B", "r1")], [0, 1]),
    ],
)
def test_places_of_several_coders(passages, numbers):
    assert by_unit(passages) == numbers
