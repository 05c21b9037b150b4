from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.extraction import extract
from remissnlp.extraction.headings import match_headings
from remissnlp.extraction.references import find_references
from remissnlp.records import Remissvar

HEADINGS = (
    "1 Inledning",
    "2 Mål",
    "2.1 Kunskap och information",
    "2.2 Barns rätt till natur",
    "3 Uppföljning",
    "Ordlista",
)


@pytest.mark.parametrize(
    ("reading", "section", "headings"),
    [
        ("I avsnitt 2.1 saknas källor.", None, ("2.1 Kunskap och information",)),
        ("Kapitel 3 bör utgå.", None, ("3 Uppföljning",)),
        ("Under rubriken ”Uppföljning” saknas mål.", None, ("3 Uppföljning",)),
        ("Avsnittet kunskap och information är för kort.", None, ("2.1 Kunskap och information",)),
        ("Rubriken ”Barns rätt till naturen” är otydlig.", None, ("2.2 Barns rätt till natur",)),
        ("Det som sägs om barns rätt till natur är bra.", None, ("2.2 Barns rätt till natur",)),
        ("Nämnden saknar en budget.", "Avsnitt 2.2", ("2.2 Barns rätt till natur",)),
        ("Nämnden saknar en budget.", "Kunskap och information", ("2.1 Kunskap och information",)),
        ("Målen bör kortas.", "Nämndens synpunkter", ()),
        ("Uppföljningen av mål är svag.", None, ()),
        ("Rubriken ”Trafik” finns inte.", None, ()),
        ("I 2 kap. 4 § bör ordet strykas.", None, ("2 kap. 4 §",)),
    ],
)
def test_references_are_given_as_the_document_writes_them(
    reading: str, section: str | None, headings: tuple[str, ...]
) -> None:
    assert match_headings(find_references(reading), reading, section, HEADINGS) == headings


def test_without_headings_the_references_stay() -> None:
    reading = "Under rubriken ”Avgränsningar” saknas ett syfte."
    assert match_headings(find_references(reading), reading, "Mål", ()) == ("Avgränsningar",)


@given(st.text(max_size=60), st.none() | st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_what_is_referred_to_is_a_heading_or_a_number(
    reading: str, section: str | None, headings: list[str]
) -> None:
    references = find_references(reading)
    found = match_headings(references, reading, section, headings)
    assert len(set(found)) == len(found)
    assert all(heading in headings or heading in references for heading in found)


def test_extract_passes_the_headings_on() -> None:
    text = "Nämndens synpunkter\n\nAvsnitt 2.1\n\nNämnden saknar en budget.\n"
    (point,) = extract(Remissvar("r", "r.txt", "", text), headings=HEADINGS).synpunkter
    assert point.refers_to == ("2.1 Kunskap och information",)
