from __future__ import annotations

import pytest

from remissnlp.extraction.references import find_proposed_text, find_references
from remissnlp.records import Span


@pytest.mark.parametrize(
    ("reading", "headings"),
    [
        ("Under rubriken ”Avgränsningar” saknas ett syfte.", ("Avgränsningar",)),
        (
            "Under avsnittet Kunskap och information kan programmet bli tydligare.",
            ("Kunskap och information",),
        ),
        ("Avsnittet skillnader i levnadsvillkor är för generellt.", ("Skillnader i levnadsvillkor",)),
        ("Nämnden välkomnar avsnittet vad är rasism?", ("Vad är rasism?",)),
        ("Ett exempel är stycket med rubriken ansvarsfördelning.", ("Ansvarsfördelning",)),
        ("Texten flyttas från rubriken ”Mål” till rubriken ”Ansvar”.", ("Mål", "Ansvar")),
        ("I avsnitt 5.2 och 2 kap. 4 § bör begreppen vara desamma.", ("Avsnitt 5.2", "2 kap. 4 §")),
        ("Stycket bör ses över så att innehållet under rubriken avser målen.", ()),
        ("Nämnden önskar en tydligare disposition.", ()),
    ],
)
def test_references(reading: str, headings: tuple[str, ...]) -> None:
    assert find_references(reading) == headings


def test_proposed_wording_is_the_whole_quotation_after_lyder() -> None:
    text = "Vi föreslår ordet ”alltid” så att meningen lyder: ”Barn ska alltid\nhöras.”"
    proposed = find_proposed_text(text, (Span(0, len(text)),))
    assert proposed is not None
    assert proposed.text == "Barn ska alltid höras."
    assert text[proposed.span.start : proposed.span.end] == "Barn ska alltid\nhöras."


def test_a_quotation_that_proposes_nothing_is_left() -> None:
    text = "Avsnittet ”Mål och medel för planen” är bra."
    assert find_proposed_text(text, (Span(0, len(text)),)) is None
