from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from remissnlp.reading.page_text import arrange, to_text
from remissnlp.reading.runs import Run
from remissnlp.reading.tables import Ruling


def column(words: str, x: float, top: float, *, width: float = 200, lines: int = 6) -> list[Run]:
    return [Run(f"{words} rad {i} av spalten", x, x + width, top + 13 * i, 12) for i in range(lines)]


def text_of(*runs: Run, rulings: tuple[Ruling, ...] = ()) -> str:
    return to_text([arrange(runs, rulings)])[0]


def box(x0: float, y0: float, x1: float, y1: float) -> tuple[Ruling, ...]:
    return (
        Ruling(x0, y0, x1, y0),
        Ruling(x0, y1, x1, y1),
        Ruling(x0, y0, x0, y1),
        Ruling(x1, y0, x1, y1),
    )


def test_two_columns_are_read_one_after_the_other_and_what_spans_both_in_its_place():
    above = Run("Rubrik över båda spalterna som är så lång att den når över mellanrummet", 50, 400, 50, 12)
    below = Run(
        "Efter spalterna följer text som åter går över hela sidans bredd och lite till", 50, 450, 250, 12
    )
    text = text_of(above, *column("vänster", 50, 100), *column("höger", 262, 100), below)
    left, right = text.index("vänster rad 5"), text.index("höger rad 0")
    assert text.index("Rubrik") < text.index("vänster rad 0") < left < right < text.index("Efter")


def test_columns_whose_lines_stand_at_other_heights_are_columns_too():
    margin = [Run(word, 50, 110, 100 + 11 * i, 9) for i, word in enumerate(["Box 12", "100 00", "Tel 1"])]
    text = text_of(*margin, *column("brödtext", 150, 104))
    assert text.index("Tel 1") < text.index("brödtext rad 0")


def test_a_right_column_that_starts_higher_does_not_come_first():
    text = text_of(*column("vänster", 50, 126), *column("höger", 262, 100, lines=8))
    assert text.index("vänster rad 5") < text.index("höger rad 0")


def test_cells_of_a_row_share_a_line():
    rows = [
        ("Åtgärd", "Kostnad", "Ansvarig"),
        ("Gångvägar", "3 mnkr", "Trafiknämnden"),
        ("Bad", "1", "Ingen"),
    ]
    runs = [
        Run(c, 50 + 120 * j, 100 + 120 * j, 100 + 13 * i, 12)
        for i, r in enumerate(rows)
        for j, c in enumerate(r)
    ]
    assert text_of(*runs) == "\n".join("\t".join(row) for row in rows) + "\n"


def test_a_drawn_cells_lines_are_joined_and_its_broken_words_mended():
    runs = [
        Run("5.2 Råd", 55, 100, 112, 12),
        Run("Nämnden avstyrker för-", 155, 300, 112, 12),
        Run("slaget om trygghets-", 155, 300, 125, 12),
        Run("och tillitsskapande råd.", 155, 300, 138, 12),
    ]
    grid = (*box(50, 100, 150, 145), *box(150, 100, 310, 145))
    assert text_of(*runs, rulings=grid) == (
        "5.2 Råd\tNämnden avstyrker förslaget om trygghets- och tillitsskapande råd.\n"
    )


def test_a_frame_around_text_is_no_table():
    lines = column("inramad", 60, 110)
    assert text_of(*lines, rulings=box(50, 90, 300, 200)) == text_of(*lines)


def test_paragraphs_are_told_by_distance_size_and_indent():
    runs = [
        Run("Rubrik", 50, 90, 100, 16, "bold"),
        Run("Första stycket som är en hel rad", 50, 250, 118, 12, "regular"),
        Run("och en rad till.", 50, 150, 131, 12, "regular"),
        Run("Andra stycket efter ett mellanrum", 50, 250, 152, 12, "regular"),
        Run("går vidare här och är långt nog.", 50, 250, 165, 12, "regular"),
        Run("Tredje stycket har indrag men", 64, 250, 178, 12, "regular"),
        Run("inget mellanrum.", 50, 150, 191, 12, "regular"),
    ]
    assert [part.split()[0] for part in text_of(*runs).split("\n\n")] == [
        "Rubrik",
        "Första",
        "Andra",
        "Tredje",
    ]


def test_a_bullet_and_its_text_are_one_line():
    assert text_of(Run("•", 50, 54, 100, 12), Run("ett krav", 72, 120, 100, 12)) == "• ett krav\n"


def test_a_line_spread_out_over_its_column_is_no_row_of_a_table():
    words = [
        Run("Trafiknämnden", 50, 130, 100, 12),
        Run("godkänner", 160, 210, 100, 12),
        Run("det", 240, 260, 100, 12),
    ]
    assert text_of(*words) == "Trafiknämnden godkänner det\n"


runs = st.lists(
    st.builds(
        lambda word, x, width, y, size: Run(word, x, x + width, y, size),
        st.text("abcåäö", min_size=1, max_size=5),
        st.integers(0, 500),
        st.integers(1, 300),
        st.integers(0, 800),
        st.sampled_from([8, 10, 12, 20]),
    ),
    max_size=40,
)


@given(runs, st.lists(st.tuples(*[st.integers(0, 500)] * 4), max_size=8))
def test_every_character_is_kept_whatever_the_page_looks_like(page, lines):
    rulings = tuple(Ruling(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in lines)
    text, spans = to_text([arrange(page, rulings)])
    assert Counter("".join(text.split())) == Counter("".join(run.text for run in page))
    assert spans == ((0, len(text)),)


@given(st.lists(runs, max_size=4))
def test_pages_partition_the_text(pages):
    text, spans = to_text([arrange(page) for page in pages])
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(text[start:end].endswith("\n\f") for start, end in spans[:-1])
    assert len(spans) == len(pages)


def lines_at(x: float, top: float, *texts: str) -> list[Run]:
    return [Run(t, x, x + 5 * len(t), top + 13 * i, 12) for i, t in enumerate(texts) if t]


def test_short_columns_with_headings_on_the_same_lines_are_not_read_across():
    left = lines_at(
        50,
        100,
        "Yttrande över remiss av plan för bad",
        "som kommunstyrelsen har sänt ut i år",
        "Nämndens beslut",
        "Nämnden överlämnar utlåtandet som svar på",
        "remissen till styrelsen.",
    )
    right = lines_at(
        300,
        100,
        "Nämndens synpunkter på planen i stort",
        "Nämnden anser att planen är otydlig och",
        "att den bör få mätbara mål för varje år",
        "framöver.",
        "Nämnden saknar medel.",
    )
    text = text_of(*left, *right)
    assert text.index("remissen till styrelsen") < text.index("Nämndens synpunkter")
    assert "\t" not in text


def test_the_wrapped_cells_of_a_table_without_lines_are_joined():
    left = lines_at(50, 100, "4.1 Stigar", "", "", "4.2 Konst", "")
    right = lines_at(
        200,
        100,
        "Förvaltningen tillstyrker",
        "förslaget om fler",
        "kulturstigar.",
        "Förvaltningen avstyr-",
        "ker förslaget.",
    )
    assert text_of(*left, *right) == (
        "4.1 Stigar\tFörvaltningen tillstyrker förslaget om fler kulturstigar.\n"
        "4.2 Konst\tFörvaltningen avstyrker förslaget.\n"
    )


def test_the_lines_of_a_letterhead_are_not_joined():
    left = lines_at(50, 100, "Exempelförvaltningen", "Avdelning ett", "")
    right = lines_at(300, 100, "Tjänsteutlåtande", "Dnr EX 2024/1", "Sida 1 (3)")
    assert "Dnr EX 2024/1\n" in text_of(*left, *right)
