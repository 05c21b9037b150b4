from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remissnlp.extraction import Extraction, extract, extract_synpunkter
from remissnlp.extraction.personal import PERSONAL
from remissnlp.records import Remissvar, Span, Stance, Synpunkt, slice_text

from .letters import LETTERS, Letter


def remissvar(text: str, **known: object) -> Remissvar:
    return replace(Remissvar("rv-1", "svar.txt", "", text, remiss="KS 2025/1"), **known)  # type: ignore[arg-type]


def places(point: Synpunkt) -> list[Span]:
    return [*point.spans, *(span for place in point.repeats for span in place)]


def visible(text: str, spans: list[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def check_invariants(extraction: Extraction) -> None:
    text = extraction.remissvar.text
    taken: set[int] = set()
    for point in extraction.synpunkter:
        assert point.quote == slice_text(text, point.spans)
        assert point.quote.strip()
        assert point.line == text.count("\n", 0, point.spans[0].start) + 1
        assert not PERSONAL.search(point.quote)
        assert not PERSONAL.search(point.reading)
        for start, end in places(point):
            span = set(range(start, end))
            assert 0 <= start < end <= len(text)
            assert not span & taken
            taken |= span
    at = 0
    for part in extraction.coverage:
        assert part.start == at < part.end
        at = part.end
    assert at == len(text)
    marked = {
        i
        for part in extraction.coverage
        if part.kind in ("synpunkt", "repeat")
        for i in range(part.start, part.end)
    }
    assert marked == taken


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_letters_of_every_style_are_read(letter: Letter) -> None:
    extraction = extract(remissvar(letter.text))
    check_invariants(extraction)
    wanted = visible(letter.text, [span for span, _ in letter.points])
    found = visible(letter.text, [span for point in extraction.synpunkter for span in places(point)])
    assert len(wanted & found) >= 0.9 * len(wanted)
    assert len(wanted & found) >= 0.85 * len(found)


def test_stances_are_right_in_four_of_five() -> None:
    right: list[bool] = []
    for letter in LETTERS:
        points = extract_synpunkter(remissvar(letter.text))
        for span, stance in letter.points:
            inside = visible(letter.text, [span])
            best = max(points, key=lambda p: len(visible(letter.text, places(p)) & inside))
            right.append(best.stance == stance)
    assert sum(right) >= 0.8 * len(right)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "Sammanfattning",
                    "Nämndens synpunkter",
                    "Bakgrund",
                    "Nämnden föreslår att planen får indikatorer.",
                    "Planen saknar en budget. Kontakta anna@stad.se eller 08-508 351 68 för frågor.",
                    "Nämnden önskar att 19811218-9876 tas bort.",
                    "• att målen skärps,",
                    "Sida 4 (6)",
                    "Dnr KS 2025/1",
                    "och att uppföljningen bör ske årligen",
                    "Vad händer sedan?",
                    "Mål 1\tBör kortas.\t\tNej",
                    "| Mål 2 | Komplettera med en tidplan. |",
                    "Bilagor",
                    "Reservation av Tor Ek (V)",
                    "Eva Al (M) anför:",
                    "Anna Ek",
                    " ny sida",
                    "",
                    "\f",
                    "\u2028",
                ]
            ),
            st.text(max_size=40),
        ),
        max_size=14,
    )
)
def test_every_character_is_accounted_for(lines: list[str]) -> None:
    text = "\n".join(lines)
    check_invariants(extract(remissvar(text, pages=(Span(0, len(text)),) if text else ())))


def stance_of(sentence: str) -> Stance | None:
    points = extract_synpunkter(remissvar(f"Nämndens synpunkter\n\n{sentence}\n"))
    return points[0].stance if points else None


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Nämnden föreslår att planen får en tydligare disposition.", "forslag"),
        ("Uppföljningen bör ske årligen.", "forslag"),
        ("Nämnden ser att det vore positivt om målen gick att mäta.", "forslag"),
        ("Förvaltningen saknar en beskrivning av kostnaderna.", "kritik"),
        ("Avsnittet är för generellt.", "kritik"),
        ("Nämnden avstyrker förslaget och anser att det bör göras om.", "kritik"),
        ("Nämnden ställer sig positiv till planen.", "positiv"),
        ("Utöver det är det positivt med hänvisningar till andra program.", "positiv"),
        ("Nämnden undrar hur åtgärderna ska finansieras.", "fraga"),
    ],
)
def test_stance(sentence: str, stance: Stance) -> None:
    assert stance_of(sentence) == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "Programmet innehåller tre fokusområden och fem handlingsplaner.",
        "Syftet med planen är att nämnderna bör arbeta mer lika.",
        "Planen anger att nämnderna bör ta fram egna mål.",
        "Förvaltningen har sedan 2015 en arbetsgrupp för bemötande.",
        "Nämnden beslutar att överlämna skrivelsen som svar på remissen.",
        "Nämnden har inget att erinra mot förslaget.",
        "Ärendet har beretts av avdelningen för verksamhetsstöd.",
        "Ingen synpunkt.",
        "Vi tackar för möjligheten att lämna synpunkter.",
    ],
)
def test_what_takes_no_stand_is_no_synpunkt(sentence: str) -> None:
    assert stance_of(sentence) is None


def test_background_is_no_synpunkt_even_where_it_demands() -> None:
    text = "Bakgrund\n\nKommunen bör enligt lagen ha en plan.\n\nNämndens synpunkter\n\nPlanen bör kortas.\n"
    assert [point.quote for point in extract_synpunkter(remissvar(text))] == ["Planen bör kortas."]


def test_summary_is_matched_to_the_body() -> None:
    text = (
        "Sammanfattning\n\nNämnden önskar indikatorer som går att följa.\n\n"
        "Nämnden välkomnar kartorna i planen.\n\n"
        "Nämndens synpunkter\n\nNämnden önskar att planen får indikatorer som går att följa över tid.\n"
    )
    points = extract_synpunkter(remissvar(text))
    assert [slice_text(text, point.spans) for point in points] == [
        "Nämnden välkomnar kartorna i planen.",
        "Nämnden önskar att planen får indikatorer som går att följa över tid.",
    ]
    assert [slice_text(text, place) for place in points[1].repeats] == [
        "Nämnden önskar indikatorer som går att följa."
    ]


def test_page_furniture_in_mid_sentence_is_cut_out() -> None:
    text = (
        "Nämndens synpunkter\n\n"
        "Nämnden anser att uppföljningen av planen behöver stärkas, och\n"
        "att nämnderna därför bör få gemensamma\n\n"
        "Tjänsteutlåtande\nDnr SF 2024/444\nSida 4 (6)\n\n"
        "indikatorer att redovisa varje år till kommunfullmäktige.\n"
    )
    (point,) = extract_synpunkter(remissvar(text))
    assert len(point.spans) == 2
    assert "Dnr" not in point.quote
    assert point.reading.endswith(
        "bör få gemensamma indikatorer att redovisa varje år till kommunfullmäktige."
    )


def test_explanations_belong_to_their_view() -> None:
    text = (
        "Nämndens synpunkter\n\n"
        "Rubriken Mål kan läggas tidigare. Anledningen är att läsaren letar efter målen först. "
        "Under rubriken Ansvar beskrivs kontaktpersonerna. Här föreslår nämnden ett tillägg om bolagen.\n"
    )
    first, second = extract_synpunkter(remissvar(text))
    assert first.quote.endswith("letar efter målen först.")
    assert second.quote.startswith("Under rubriken Ansvar")


def test_list_items_are_points_of_their_own_and_take_the_lead_ins_stance() -> None:
    text = "Nämndens synpunkter\n\nNämnden föreslår\n\n• fler indikatorer,\n• en kortare text.\n"
    points = extract_synpunkter(remissvar(text))
    assert [point.stance for point in points] == ["forslag", "forslag"]
    assert points[0].quote.startswith("Nämnden föreslår")
    assert points[1].quote == "en kortare text."


def test_a_tables_answers_are_points_and_its_questions_are_not() -> None:
    text = (
        "Avsnitt\tFråga\tSvar\n"
        "2.1 Vision\tÄr visionen tydlig?\tJa, den är lätt att ta till sig.\n"
        "3.2 Fordon\tSynpunkter\tLaddplatser ska finnas vid alla depåer. Hur finansieras de?\n"
        "3.3 Byggande\tSynpunkter\tInga synpunkter.\n"
    )
    points = extract_synpunkter(remissvar(text))
    assert [(point.quote, point.stance) for point in points] == [
        ("Ja, den är lätt att ta till sig.", "positiv"),
        ("Laddplatser ska finnas vid alla depåer.", "forslag"),
        ("Hur finansieras de?", "fraga"),
    ]


def test_a_heading_says_what_the_list_under_it_is() -> None:
    text = (
        "Föreningen bildades 1982 och har nu nästan sex tusen medlemmar i hela länet.\n"
        "Den ger ut en tidning och driver tre lokaler i samarbete med kommunen sedan\n1990.\n\n"
        "Det här vill vi ändra\n\n• Skolgårdarna.\n• Vägen till badet.\n\nTrafiken\n\nKartan kom i mars.\n"
    )
    points = extract_synpunkter(remissvar(text))
    assert [(point.quote, point.stance) for point in points] == [
        ("Skolgårdarna.", "forslag"),
        ("Vägen till badet.", "forslag"),
    ]


def test_ids_tell_the_place_and_survive_a_second_reading() -> None:
    first = extract_synpunkter(remissvar(LETTERS[0].text))
    again = extract_synpunkter(remissvar(LETTERS[0].text))
    assert first == again
    assert len({point.id for point in first}) == len(first)


def test_unreadable_and_silent_responses_have_no_synpunkter() -> None:
    assert extract(Remissvar("x", "x", "", "", status="error", message="fel")).coverage == ()
    silent = extract(remissvar("Nämnden har inget att erinra.", status="no_opinion"))
    assert silent.synpunkter == ()
    assert silent.coverage


def test_a_heading_that_is_also_a_documents_name_opens_a_section() -> None:
    text = (
        "Kulturnämnden\nProtokollsutdrag\nDnr KUN 2025/52\n\nBeslut\n\n"
        "Kulturnämnden beslutar att godkänna tjänsteutlåtandet som svar på remissen.\n\n"
        "Yttrande\n\nNämnden tillstyrker planen. Vägarna till badet bör prioriteras.\n"
    )
    points = extract_synpunkter(Remissvar("r", "r.txt", "", text))
    assert [(point.section, point.stance) for point in points] == [
        ("Yttrande", "positiv"),
        ("Yttrande", "forslag"),
    ]


def test_a_lead_in_demands_whoever_it_names() -> None:
    text = "Svar på remissen\n\nPendlarligan kräver:\n\n• att farten sänks\n\n• att vägen belyses\n"
    assert [point.stance for point in extract_synpunkter(Remissvar("r", "r.txt", "", text))] == [
        "forslag"
    ] * 2


def test_a_section_is_shown_without_marks_of_markdown() -> None:
    text = "### Nämndens bedömning\n\nPlanen bör kortas.\n\n## **Övrigt**\n\nPlanen bör få en budget.\n"
    points = extract_synpunkter(Remissvar("r", "r.md", "", text))
    assert [point.section for point in points] == ["Nämndens bedömning", "Övrigt"]


TABLE = """Svar på remissen

Förslag\tTillstyrker/avstyrker\tKommentar
Avsnitt 2.3\tTillstyrker\tKraven bör dock gälla alla.
Avsnitt 2.4\tAvstyrker\tLängre praktik tränger ut ämnena.
Avsnitt 5\tIngen synpunkt.\t-
"""


def test_a_row_is_about_its_first_cell_and_a_bare_stand_has_its_reason_beside_it() -> None:
    points = extract_synpunkter(Remissvar("r", "r.docx", "", TABLE))
    assert [(point.reading, point.stance, point.refers_to) for point in points] == [
        ("Tillstyrker", "positiv", ("Avsnitt 2.3",)),
        ("Kraven bör dock gälla alla.", "forslag", ("Avsnitt 2.3",)),
        ("Avstyrker Längre praktik tränger ut ämnena.", "kritik", ("Avsnitt 2.4",)),
    ]


def test_a_row_is_matched_to_the_heading_that_its_first_cell_names() -> None:
    found = extract(Remissvar("r", "r.docx", "", TABLE), headings=("2.3 Krav", "2.4 Praktik"))
    assert [point.refers_to for point in found.synpunkter] == [("2.3 Krav",), ("2.3 Krav",), ("2.4 Praktik",)]


def test_an_item_that_goes_on_with_its_lead_in_takes_its_stance() -> None:
    text = "Nämndens synpunkter\n\nNämnden efterfrågar:\n\n• stöd till den som saknar dator\n\n• en budget\n"
    assert [p.stance for p in extract_synpunkter(Remissvar("r", "r.txt", "", text))] == ["forslag", "forslag"]
