from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from remissnlp.layout import Block, analyse_layout
from remissnlp.records import Remissvar, Span


def blocks_of(text: str, pages: tuple[Span, ...] = ()) -> tuple[Block, ...]:
    return analyse_layout(Remissvar("rv", "svar.txt", "", text, pages=pages)).blocks


def kinds(text: str, pages: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    return [(block.kind, block.reading) for block in blocks_of(text, pages)]


PARAGRAPH = (
    "Förvaltningen anser att planen är ett viktigt steg och att den ger\n"
    "nämnderna ett gott stöd i arbetet med att nå målen för hela staden.\n"
)


def test_letterhead_contact_and_signature_are_set_aside() -> None:
    text = (
        "Tjänsteutlåtande\nDnr AMF 2024/649\n\n"
        "Handläggare\nSara Ek\nTelefon: 08-508 351 68\n\n" + PARAGRAPH + "\n"
        "Karina Udd\nFörvaltningschef\n\nBilaga\n1. Förslag till plan\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "furniture",
        "contact",
        "paragraph",
        "signature",
        "attachment",
    ]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    first = (
        "Förvaltningen anser att planen är ett viktigt steg och att den ger\n"
        "nämnderna ett gott stöd i arbetet med att nå\n"
    )
    text = first + " målen för hela staden.\n"
    (block,) = blocks_of(text, (Span(0, len(first)), Span(len(first), len(text))))
    assert block.reading.endswith("att nå målen för hela staden.")


def test_a_sentence_goes_on_past_a_page_head() -> None:
    text = (
        PARAGRAPH + "Dock anser förvaltningen att uppföljningen behöver\n\n"
        "Stockholms\nstad\n\nTjänsteutlåtande\nDnr SF 2024/444\nSida 4 (6)\n\n"
        "förstärkas med indikatorer som går att följa över tid i alla nämnder.\n"
    )
    block = blocks_of(text)[0]
    assert len(block.spans) == 2
    assert block.sentences[-1].reading == (
        "Dock anser förvaltningen att uppföljningen behöver förstärkas med indikatorer "
        "som går att följa över tid i alla nämnder."
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "furniture", "furniture"]


def test_a_footnote_at_the_foot_of_a_page_does_not_break_the_sentence() -> None:
    head = (
        "Nämnden följer stadens budget 1. Nämnden anser att målen i planen bör\n\n"
        "1 Stadens budget 2025, budget.pdf\n"
    )
    text = head + "följas upp varje år och redovisas för kommunfullmäktige i sin helhet.\n"
    found = kinds(text, (Span(0, len(head)), Span(len(head), len(text))))
    assert [kind for kind, _ in found] == ["paragraph", "footnote"]
    assert "bör följas upp" in found[0][1]


def test_running_heads_are_furniture() -> None:
    bodies = (
        "Nämnden anser att målen för friluftslivet är många och att de\nbehöver ordnas efter vikt.\n",
        "Kartorna är däremot lätta att läsa och ger en god bild av hur nära\ninvånarna har till naturen.\n",
        "Slutligen vill nämnden framhålla att kostnaderna ska fördelas på\nett rimligt sätt.\n",
    )
    pages = [
        f"Norrby kommun\nYttrande över friluftsplan\n\n{body}\nSida {n} av 3\n"
        for n, body in enumerate(bodies, start=1)
    ]
    spans = [Span(sum(map(len, pages[:i])), sum(map(len, pages[: i + 1]))) for i in range(3)]
    found = kinds("".join(pages), tuple(spans))
    assert {kind for kind, reading in found if "Norrby" in reading or "Sida" in reading} == {"furniture"}
    assert sum(kind == "paragraph" for kind, _ in found) == 3


def test_headings_with_and_without_a_blank_line_and_over_two_lines() -> None:
    text = (
        "Arbetsmarknadsförvaltningens synpunkter och\nförslag\n" + PARAGRAPH + "\n"
        "Bakgrund\n" + PARAGRAPH + "\nDisposition och läsbarhet\n\n" + PARAGRAPH
    )
    assert [reading for kind, reading in kinds(text) if kind == "heading"] == [
        "Arbetsmarknadsförvaltningens synpunkter och förslag",
        "Bakgrund",
        "Disposition och läsbarhet",
    ]


def test_bullets_with_and_without_marks() -> None:
    text = (
        PARAGRAPH + "\nNämnden önskar:\n\n• fler indikatorer,\n• en kortare\n  text.\n\n"
        "Programmet har tre delar:\n\nKunskap och information\n\nVälfärd och service\n\n" + PARAGRAPH
    )
    assert [reading for kind, reading in kinds(text) if kind == "bullet"] == [
        "fler indikatorer,",
        "en kortare text.",
        "Kunskap och information",
        "Välfärd och service",
    ]


def test_a_short_sentence_on_two_lines_is_no_heading() -> None:
    text = (
        "Handlingsplan för\nkultur 2030.\n\n"
        + PARAGRAPH
        + "\nNämnden undrar vem som svarar för\nskyltarna.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "paragraph"]


def test_rows_of_a_table_stand_apart() -> None:
    text = "Förslag\tSynpunkt\nMål 1\tBör förtydligas\nMål 2\tTillstyrks\n\n" + PARAGRAPH
    assert [reading for _, reading in kinds(text)][:3] == [
        "Förslag Synpunkt",
        "Mål 1 Bör förtydligas",
        "Mål 2 Tillstyrks",
    ]


def test_cells_of_a_row_are_read_apart() -> None:
    for row in ("Mål 1\tBör förtydligas. Bra.\t\tNej", "| Mål 1 | Bör förtydligas. Bra. |  | Nej |"):
        block = blocks_of(f"{row}\n\n{PARAGRAPH}")[0]
        assert block.kind == "row"
        assert [(s.cell, s.reading) for s in block.sentences] == [
            (0, "Mål 1"),
            (1, "Bör förtydligas."),
            (1, "Bra."),
            (3, "Nej"),
        ]


def test_statements_are_not_part_of_the_attachments() -> None:
    end = "Anna Ek\nFörvaltningschef\n\nBilagor\n1. Remissen\n\nReservation (V)\n\nPlanen bör göras om.\n"
    text = f"{PARAGRAPH}\n\n{end}"
    assert [kind for kind, _ in kinds(text)] == [
        "paragraph",
        "signature",
        "attachment",
        "heading",
        "paragraph",
    ]


def test_broken_words_are_joined_as_swedish_writes_them() -> None:
    text = (
        "Nämnden stödjer MR-\nprogrammet, verk-\nsamheten och trygghets-\n"
        "och tillitsskapande arbete i 2024-\n2026 års plan."
    )
    (block,) = blocks_of(text)
    assert "MR-programmet" in block.reading
    assert "verksamheten" in block.reading
    assert "trygghets- och tillitsskapande" in block.reading
    assert "2024-2026" in block.reading


lines = st.sampled_from(
    [
        "Sammanfattning",
        "Nämnden föreslår att planen får indikatorer som kan följas över tid och",
        "att de redovisas.",
        "Sida 2 (4)",
        "Telefon: 08-508 351 68",
        "1 Not med länk",
        "Bilaga",
        "• punkt",
        " ny sida",
        "e punkt",
        "Anna Berg",
        "",
        "  ",
    ]
)


@settings(max_examples=80, deadline=None)
@example(["\u00ad"], "\n")
@given(st.lists(lines | st.text(max_size=30), max_size=20), st.sampled_from(["\n", "\r\n", "\n\n", "\f"]))
def test_blocks_are_in_order_and_hold_every_visible_character_once(parts: list[str], newline: str) -> None:
    text = newline.join(parts)
    covered: list[int] = []
    found = blocks_of(text)
    for block in found:
        assert all(0 <= start < end <= len(text) for start, end in block.spans)
        covered += [i for start, end in block.spans for i in range(start, end)]
        inside = {i for start, end in block.spans for i in range(start, end)}
        for sentence in block.sentences:
            assert sentence.reading
            assert inside.issuperset(i for start, end in sentence.spans for i in range(start, end))
    assert len(covered) == len(set(covered))
    missing = "".join(text[i] for i in sorted(set(range(len(text))) - set(covered)))
    # Only the marks of bullets may be left outside.
    assert not [word for word in missing.split() if len(word) > 4]
    assert [block.start for block in found] == sorted(block.start for block in found)


def test_a_place_of_a_law_alone_on_its_line_is_a_heading() -> None:
    for place in ("7 kap. 2 § patientlagen", "12 a §", "Kap. 3", "Avsnitt 5.2"):
        found = kinds(f"{PARAGRAPH}\n{place}\nBegreppet ”närstående” är oklart och behöver definieras.\n")
        assert [kind for kind, _ in found] == ["paragraph", "heading", "paragraph"], place
