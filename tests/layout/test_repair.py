"""OCR repair: faults are mended, right words and offsets are left alone."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remissnlp.layout.repair import Repair, apply_repairs, find_repairs

CORPUS = Path(__file__).parents[2] / "corpus"
PAIRS = dict(
    line.split()
    for line in (Path(__file__).parent / "ocr_pairs.txt").read_text(encoding="utf-8").splitlines()
)
EDGES = re.compile(r"^[”“’(.,:]+|[”’).,:]+$")

SCAN = """Namnden anser att forslaget &r bra och att det dr viktigt for barnens
réttigheter. Det ar nddvéndigt att kommunen fér mer stod i arbetet med att
sdkerstilla att alla ménniskor far tillgdng till 6ppen verksamhet pa lika villkor.
Forvaltningen vill ocksé framhdlla behovet av uppfoljning och tydliga mal.
"""
CLEAN = """Nämnden anser att förslaget är bra och att det är viktigt för barnens
rättigheter. Det är nödvändigt att kommunen får mer stöd i arbetet med att
säkerställa att alla människor får tillgång till öppen verksamhet på lika villkor.
Förvaltningen vill också framhålla behovet av uppföljning och tydliga mål.
"""


def read(name: str) -> str:
    """Return the corpus document whose file name begins so."""
    found = sorted(CORPUS.rglob(f"{name}_*.txt"))
    if not found:
        pytest.skip("the corpus is not here")
    return found[0].read_bytes().decode("utf-8")


def repaired(text: str) -> str:
    return apply_repairs(text, find_repairs(text))


def test_scan_becomes_clean_text():
    assert repaired(SCAN) == CLEAN


def test_strokes_between_cells_are_no_words():
    table = "| Avsnitt | Svar |\n| Mal | Malet ar bra. |\nRisk | Utredningen ar svag.\n"
    after = repaired(SCAN + table)
    assert after.count("|") == table.count("|")
    assert "Mål" in after


def test_a_name_inside_a_sentence_is_left():
    assert "Agneta Fors svarar" in repaired(SCAN + "Det ar viktigt att Agneta Fors svarar.\n")


def test_clean_text_is_untouched():
    assert find_repairs(CLEAN * 3) == ()


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_clean_documents_are_untouched(name):
    assert find_repairs(read(name)) == ()


def test_scanned_document_is_repaired_word_by_word():
    text = read("002")
    after = repaired(text).split()
    before = text.split()
    assert len(before) == len(after)
    wanted = right = 0
    changed_rightly = True
    for was, now in zip(before, after, strict=True):
        word, reading = EDGES.sub("", was), EDGES.sub("", now)
        if word in PAIRS:
            wanted += 1
            right += reading == PAIRS[word]
        elif word not in {"ar", "1", "e", "sitt"} and word != reading:
            changed_rightly = False
    assert wanted > 350
    assert right / wanted >= 0.97
    assert changed_rightly


@pytest.mark.parametrize(
    "kept",
    [
        "KS 2018/000069",
        "Dnr SF 2024/444",
        "171-1526/2016",
        "2018-2022",
        "anna.oberg@malmo.se",
        "https://www.malmo.se/for-alla",
        "www.lansstyrelsen.se",
        "den 1 oktober 2024",
        "Sida 4 (6)",
        "avsnitt 1 och kapitel 2",
        "SOU 2021:78",
        "08-508 351 68",
        "bl.a. m.m. t.ex. dvs.",
        "Sara Ek och Amina Engman",
        "MR-arbete",
        "FAR",
        "förordningen8",
        "utg.omr. 1 avsnitt 4",
        "följande\n\n1 Stockholms stads budget",
    ],
)
def test_what_is_no_misread_word_is_kept_in_a_scan(kept):
    text = f"{SCAN}Vi hänvisar till {kept} i denna del.\n{SCAN}"
    assert kept in repaired(text)


def test_personal_address_is_never_inside_a_repair():
    text = f"{SCAN}Kontakt: asa.bjorkman@namnden.se, Dnr KS 2018/000069\n{SCAN}"
    start = text.index("asa.bjorkman")
    end = text.index("\n", start)
    assert not [r for r in find_repairs(text) if r.start < end and r.end > start]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Arbetet 1 stadens verksamheter", "Arbetet i stadens verksamheter"),
        ("SAMMANFATTNING AV FORSLAGET", "SAMMANFATTNING AV FÖRSLAGET"),
        ("Arendet har beretts {or beslut", "Ärendet har beretts för beslut"),
        ("Det giller dven m@nniskor", "Det gäller även människor"),
        ("servicendmnden och tjdnsteutlatandet", "servicenämnden och tjänsteutlåtandet"),
        ("ett satt att arbeta, och vi satt kvar", "ett sätt att arbeta, och vi satt kvar"),
    ],
)
def test_words_of_a_scan(line, wanted):
    assert wanted in repaired(f"{SCAN}\n{line}\n\n{SCAN}")


def test_word_broken_at_a_line_end_keeps_its_break():
    text = f"{SCAN}Detta beror grundldg-\ngande réttig-\nheter for manga.\n{SCAN}"
    assert "grundläg-\ngande rättig-\nheter för många" in repaired(text)


def test_bullets_and_opening_quotes():
    quotes = "Omradet “Kunskap” och ”Halsa” samt ’Stod till alla” och ”Rattigheter”."
    text = f"{SCAN}\ne Kunskap\n\ne Delaktighet\n\n{quotes}\n"
    after = repaired(text)
    assert "\n• Kunskap\n\n• Delaktighet" in after
    assert "”Kunskap” och ”Hälsa” samt ”Stöd till alla” och ”Rättigheter”" in after


def test_only_the_damaged_stretch_of_a_document_is_read_anew():
    # In clean text "for" and "far" stay, though the scan far below shows that such words are faults.
    clean = "Det engelska ordet for och det svenska far nämns här. " + CLEAN * 20
    text = clean + SCAN * 4
    assert all(r.start >= len(clean) - 2000 for r in find_repairs(text))
    assert repaired(text).endswith(CLEAN)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen mener at forslaget er viktig, og det er behov for tydeligere føringer for arbeidet. ",
        "The board finds that the proposal is good, and asks for more support for all children in schools. ",
        "Kaupunki katsoo, että esitys on tärkeä. Seuranta ja arviointi on järjestettävä selkeästi. ",
        "",
        "1",
        "\n\n  \n",
    ],
)
def test_other_languages_and_empty_texts_are_untouched(text):
    assert find_repairs(text * 10) == ()


def test_same_text_same_repairs():
    assert find_repairs(SCAN) == find_repairs(SCAN)


PIECES = st.sampled_from(
    [*SCAN.split(" "), "&", "{", "e ", "’Pa", "x" * 50, "İ", "ﬁ", "\u00ad\n", "-\n", "a@b.se", "6"]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=60).map(" ".join).map(lambda text: SCAN + text)


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.data())
def test_repairs_are_ordered_inside_and_can_be_applied_to_slices(text, data):
    repairs = find_repairs(text)
    assert repairs
    assert repairs[0].start >= 0
    assert repairs[-1].end <= len(text)
    assert all(r.start < r.end and text[r.start : r.end] != r.replacement for r in repairs)
    assert all(a.end <= b.start for a, b in pairwise(repairs))
    free = [at for at in range(len(text) + 1) if not any(r.start < at < r.end for r in repairs)]
    cut = data.draw(st.sampled_from(free))
    halves = apply_repairs(text, repairs, end=cut) + apply_repairs(text, repairs, start=cut)
    assert halves == apply_repairs(text, repairs)


def test_repair_that_crosses_the_slice_is_left_out():
    repairs = (Repair(0, 3, "för"), Repair(4, 7, "får"))
    assert apply_repairs("for far", repairs, start=1) == "or får"
    assert apply_repairs("for far", repairs, end=6) == "för fa"
