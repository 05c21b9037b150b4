from __future__ import annotations

import pytest

from remissnlp.extraction.sections import place_blocks, section_of_heading
from remissnlp.layout import analyse_layout
from remissnlp.records import Remissvar


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Sammanfattning av remissvaret", "summary"),
        ("SAMMANFATTNING AV VÅRA SYNPUNKTER", "summary"),
        ("Sammanfattning av förslaget", "background"),
        ("Om oss", "background"),
        ("Avsnitt 5.2 Lokala råd", "views"),
        ("2 kap. 4 § Direktåtkomst", "views"),
        ("Kapitel 3", "views"),
        ("Planens innehåll", "background"),
        ("4.2 Planens innehåll", None),
        ("5.1 Utredningens förslag", None),
        ("3.1 Bakgrund", "background"),
        ("Nämndens bedömning", "views"),
        ("Vårt ställningstagande", "views"),
        ("Ärendets beredning", "background"),
        ("Förslag till beslut", "decision"),
        ("§ 14", None),
        ("Om förslaget ändå genomförs", None),
        ("Trafiken", None),
    ],
)
def test_headings_tell_what_stands_under_them(heading: str, section: str | None) -> None:
    assert section_of_heading(heading) == section


def under(*headings: str) -> str:
    prose = "Här står en mening som är lång nog för att vara löpande text i ett brev, och en till."
    return "".join(f"{heading}\n\n{prose}\n\n" for heading in headings)


def sections(text: str) -> list[str]:
    return [
        place.section
        for place in place_blocks(analyse_layout(Remissvar("r", "r.txt", "", text)).blocks)
        if place.block.kind != "heading"
    ]


def test_background_goes_on_under_its_parts_while_the_views_are_to_come() -> None:
    text = under("Bakgrund", "Remissen i korthet", "Tidsplan", "Synpunkter", "Trafik")
    assert sections(text) == ["background"] * 3 + ["views"] * 2


def test_background_ends_at_the_next_heading_where_no_section_for_views_follows() -> None:
    assert sections(under("Våra synpunkter", "Om oss", "Trafiken")) == ["views", "background", "open"]
