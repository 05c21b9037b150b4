# ruff: noqa: E501
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from remissnlp.reading.answer import is_response
from remissnlp.reading.dates import parse
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead
from remissnlp.reading.pages import find_pages
from remissnlp.reading.registration import normalise
from remissnlp.reading.subject import kind_of
from tests.reading.letters import LETTERS, Letter


def read(text):
    return read_letterhead(Document(text, find_pages(text)))


def value(found):
    return found.value if found else None


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
@pytest.mark.parametrize("field", ["remiss", "remissinstans", "dnr", "date", "title"])
def test_reads_each_field_of_each_kind_of_letter(letter: Letter, field: str) -> None:
    assert value(getattr(read(letter.text), field)) == getattr(letter, field)


def test_what_is_dealt_with_is_not_who_answers():
    text = (
        "Ale kommun\nKulturnämnden\n\nYttrande över remiss KS 2026/77, Plan för en hållbar kommun\n\n"
        "Ärendet har beretts av förvaltningen tillsammans med berörda verksamheter.\n"
    )
    assert value(read(text).remissinstans) in ("Kulturnämnden", "Ale kommun")


def without_diacritics(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
@pytest.mark.parametrize(
    "change",
    [
        without_diacritics,
        lambda text: text.replace("ö", "6").replace("ä", "i").replace("å", "a"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text.replace(" ", "\xa0"),
    ],
    ids=["without diacritics", "as OCR reads them", "decomposed", "Windows", "old Mac", "hard spaces"],
)
def test_who_answers_what_survives_how_the_text_is_stored(letter: Letter, change) -> None:
    letterhead = read(change(letter.text))
    assert value(letterhead.remiss) == letter.remiss
    assert value(letterhead.dnr) in (letter.dnr, letter.dnr and change(letter.dnr))
    assert value(letterhead.date) == letter.date
    assert letterhead.remissinstans
    plain = without_diacritics(letter.remissinstans)
    assert without_diacritics(value(letterhead.remissinstans)) in (plain, change(letter.remissinstans))


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_every_reading_shows_where_it_was_read(letter: Letter) -> None:
    letterhead = read(letter.text)

    def evidence(found):
        return letter.text[found.span.start : found.span.end]

    if letterhead.remiss:
        assert normalise(evidence(letterhead.remiss)) == letter.remiss
    if letterhead.dnr:
        assert normalise(evidence(letterhead.dnr)) == letter.dnr
    if letterhead.date:
        assert parse(evidence(letterhead.date)) == letter.date
    if letterhead.title:
        assert letter.title.lower() in " ".join(evidence(letterhead.title).split()).lower()
    assert letterhead.remissinstans.cue


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_the_kind_of_document_follows_from_its_title_and_number(letter: Letter) -> None:
    assert kind_of(letter.title, letter.remiss) == letter.kind


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_every_letter_is_a_response(letter: Letter) -> None:
    document = Document(letter.text, find_pages(letter.text))
    assert is_response(document, read_letterhead(document))


@given(st.text(max_size=300))
@example("Remiss från kommunstyrelsen, KS 2024/1\n" * 3)
def test_any_text_can_be_read(text):
    letterhead = read(text)
    for found in (
        letterhead.remiss,
        letterhead.remissinstans,
        letterhead.dnr,
        letterhead.date,
        letterhead.title,
    ):
        assert found is None or (found.value and 0 <= found.span.start < found.span.end <= len(text))


def test_nothing_is_guessed_from_the_body():
    text = LETTERS["only a deadline and a meeting are dated"].text
    assert read(text).date is None
    body = "I ärendet med dnr KS 2019/5, daterat 2019-05-04, behandlade socialnämnden frågan om mål.\n"
    letterhead = read("Synpunkter\n\n" + body * 20)
    assert (letterhead.remiss, letterhead.dnr, letterhead.date) == (None, None, None)


def test_two_dates_of_the_same_standing_are_no_answer():
    assert read("Exempelverket\n2024-05-06\n2024-05-07\n\nRemissvar\n").date is None
    assert value(read("Exempelverket\n2024-05-06\n\nRemissvar\n2024-05-06\n").date) == "2024-05-06"


def test_the_one_that_asked_is_not_the_one_that_answers():
    text = (
        "Till\nSocialnämnden\n\nRemiss från socialnämnden, SOC 2024/5\n\nExempel AB tillstyrker förslaget.\n"
    )
    assert value(read(text).remissinstans) == "Exempel AB"


def test_an_unknown_writer_is_not_made_up():
    assert (
        read(
            "Remissvar\n\nVi har fått remissen KS 2024/5. Förvaltningen tycker att planen är bra.\n"
        ).remissinstans
        is None
    )


def test_the_day_of_the_meeting_is_not_the_date_even_with_blank_lines_between():
    text = "Fritidsförvaltningen\n\nDnr FN 2025/118\n\n2025-03-11\n\nTill\n\nFritidsnämnden\n\n2025-04-08\n\nSvar på remiss\n"
    assert value(read(text).date) == "2025-03-11"


def test_a_heading_without_a_mark_at_its_end_is_no_part_of_a_name():
    text = "Serviceförvaltningen\n\nSvar på remiss av friluftsplan 2035\n\nServicenämnden har inget att erinra.\n"
    assert value(read(text).remissinstans) == "Servicenämnden"


def test_cells_of_a_letterhead_do_not_run_together():
    text = "Myndigheten för Exempelfrågor\tVår ref: 24-00187\t2025-05-09\n\nRemissvar\n\nMyndigheten instämmer.\n"
    assert value(read(text).remissinstans) == "Myndigheten för Exempelfrågor"


def test_joining_anothers_answer_does_not_make_it_ones_own():
    text = "Omsorgsnämnden\nAle kommun\n\nSvar på remiss KS 2025/88\n\n{} Socialnämndens yttrande.\n"
    for joins in ("Omsorgsnämnden ansluter sig till", "Vi instämmer i", "Omsorgsnämnden hänvisar till"):
        assert value(read(text.format(joins)).remissinstans) == "Omsorgsnämnden"


def test_a_number_cut_at_a_lines_end_is_whole():
    found = read(
        "Kulturnämnden\nDnr KUN 2025/52\n\nYttrande över remiss av cykelplan för Ale kommun (KS\n2025/88)\n"
    )
    assert (value(found.remiss), value(found.dnr)) == ("KS 2025/88", "KUN 2025/52")


@pytest.mark.parametrize(
    "line", ["Tekniska nämnden", "Cykelfrämjandet Ale", "Naturskyddsföreningen Ale", "Villaägarna Ale"]
)
@pytest.mark.parametrize("mark", ["", "# "])
def test_names_that_stand_alone_on_a_line(line, mark):
    assert value(read(f"{mark}{line}\n\nYttrande över remiss KS 2025/88\n").remissinstans) == line


def test_whom_a_mail_goes_to_does_not_hide_that_a_person_writes():
    text = "{}: Kim Ek <kim@example.org>\n{}: {}\nÄmne: Cykelplan KS 2025/88\n\nJag tycker att banan bör belysas.\n"
    for to in ("kommunstyrelsen@example.org", "Kommunstyrelsen <ks@example.org>"):
        assert value(read(text.format("Från", "Till", to)).remissinstans) == "Privatperson"


def test_cells_of_a_table_do_not_answer():
    text = "Lärarnas Riksförbund\n\nSvar på remiss SOU 2024:66\n\nFörslag\tTillstyrker/avstyrker\nAvsnitt 2\tTillstyrker\n"
    assert value(read(text).remissinstans) == "Lärarnas Riksförbund"


@pytest.mark.parametrize(
    ("head", "body", "remissinstans"),
    [
        ("Ale kommun\nVård- och omsorgsnämnden", "Nämnden instämmer.", "Vård- och omsorgsnämnden"),
        ("Ale kommun\nKommunstyrelsen", "Kommunen instämmer.", "Ale kommun"),
        ("Ale kommun\n\nMiljöförvaltningen", "Miljönämnden instämmer.", "Miljönämnden"),
        (
            "Inspektionen för vård och omsorg",
            "IVO tillstyrker förslaget.",
            "Inspektionen för vård och omsorg",
        ),
        ("Sveriges läkarförbund", "Läkarförbundet avstyrker förslaget.", "Sveriges läkarförbund"),
        ("Företagarna Ale", "Företagarna avstyrker förslaget.", "Företagarna Ale"),
        ("Hyresgästföreningen region Mitt", "Vi instämmer.", "Hyresgästföreningen region Mitt"),
        ("Naturvårdsverket", "SMHI välkomnar inte detta.", "SMHI"),
    ],
)
def test_the_letterheads_whole_name_is_the_one_that_counts(head, body, remissinstans):
    text = f"{head}\n\n2025-03-01\n\nYttrande över Ds 2024:31\n\n{body}\n"
    assert value(read(text).remissinstans) == remissinstans


def test_a_registration_number_that_begins_with_its_year():
    text = "Gävle kommun\nDnr 25KS99\n2025-03-01\n\nSvar på remiss Ds 2024:31\n"
    assert value(read(text).dnr) == "25KS99"
