from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from remissnlp.extraction.personal import PERSONAL, without_personal_data
from remissnlp.records import Span, slice_text


def test_an_address_is_cut_out_of_the_middle() -> None:
    text = "Skriv till anna@stad.se för svar."
    spans = without_personal_data(text, (Span(0, len(text)),))
    assert slice_text(text, spans) == "Skriv till  för svar."


def test_a_blank_left_between_two_numbers_does_not_join_them() -> None:
    text = "8-50+4608-508 351 68a@b.se08-508 351 68"
    kept = without_personal_data(text, (Span(0, 16), Span(17, len(text))))
    assert not PERSONAL.search(slice_text(text, kept))


pieces = st.sampled_from(
    ["08-508 351 68", "a@b.se", "811218-9876", "text ", "0", "8-50", "8 351 68", "+46", " 70 123 45 67", "-"]
)


@given(st.lists(pieces, max_size=8), st.integers(0, 20))
def test_nothing_personal_is_left_however_spans_are_cut(parts: list[str], cut: int) -> None:
    text = "".join(parts)
    middle = min(cut, len(text))
    spans = tuple(
        span
        for span in (Span(0, middle), Span(min(middle + 1, len(text)), len(text)))
        if span.start < span.end
    )
    kept = without_personal_data(text, spans)
    assert not PERSONAL.search(slice_text(text, kept))
    assert all(any(a.start <= b.start and b.end <= a.end for a in spans) for b in kept)
