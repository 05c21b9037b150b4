from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.layout.sentences import sentence_bounds


def split(flow: str) -> list[str]:
    return [flow[start:end] for start, end in sentence_bounds(flow)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Nämnden är positiv.", "Planen saknar dock mål."],
        ["Det gäller bl.a. Norrby, t.ex. Ringvägen.", "Där behövs ljus."],
        ["Målen gäller skola, omsorg m.m.", "Planen är lång."],
        ["Enligt 2 kap. 4 § gäller detta.", "Se prop. 2020/21:30."],
        ["Vi välkomnar avsnittet vad är rasism?", "Men det är långt."],
        ["Meningen bör lyda: ”Alla ska höras. Ingen utelämnas.”", "Det vore bättre."],
        ["Planen gäller till 2030.", "Den ersätter en äldre."],
        ["Ärendet föredrogs av S. Ek.", "Beslutet är enhälligt."],
        ["1. Kunskap och information"],
    ],
)
def test_swedish_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_quotation_that_never_closes_does_not_swallow_the_rest() -> None:
    flow = "Det står ”fel här. " + "Nämnden anser att planen bör ändras. " * 40
    assert len(split(flow)) > 10


@given(st.text(alphabet="Ab. ?!”1\n", max_size=60))
def test_bounds_are_ordered_trimmed_and_lose_nothing(flow: str) -> None:
    bounds = list(sentence_bounds(flow))
    assert all(a[1] <= b[0] for a, b in pairwise(bounds))
    assert all(flow[s:e] == flow[s:e].strip() != "" for s, e in bounds)
    assert sum(len(flow[s:e].replace(" ", "").replace("\n", "")) for s, e in bounds) == len(
        "".join(flow.split())
    )
