from hypothesis import given
from hypothesis import strategies as st

from remissnlp.records import Span, Synpunkt, slice_text
from remissnlp.themes.key_sentence import find_key_sentence, part_of, sentences_of

TEXT = "Dessa är många. Nämnden önskar indikatorer som går att följa. Sidfot. Det behövs."


def point(text=TEXT, spans=((0, 62), (70, 81)), reading=None):
    places = tuple(Span(*span) for span in spans)
    quote = slice_text(text, places)
    return Synpunkt("s", "r", places, quote, reading or quote, "forslag", None, None, 1)


def test_the_sentence_that_says_most_with_its_place():
    found = find_key_sentence([point()], {"indikator": 1.0, "följ": 0.5}, "Önskar indikatorer")
    assert found.reading == "Nämnden önskar indikatorer som går att följa."
    assert slice_text(TEXT, found.spans) == found.quote == found.reading


def test_a_sentence_that_points_back_is_the_last_choice():
    text = "Dessa indikatorer är för många i programmet. Nämnden önskar färre mått i programmet."
    found = find_key_sentence(
        [point(text, ((0, len(text)),))], {"indikator": 0.5, "mått": 0.4}, "Önskar färre mått"
    )
    assert found.reading.startswith("Nämnden")


def test_the_sentence_that_gave_the_label_comes_before_one_that_says_more():
    text = "Barn och unga finns i planen, skolan och målen. Därför bör barn och unga inkluderas."
    weights = {"barn": 1.0, "ung": 1.0, "plan": 1.0, "skol": 1.0, "mål": 1.0}
    found = find_key_sentence([point(text, ((0, len(text)),))], weights, "Vill att barn och unga inkluderas")
    assert found.reading == "Därför bör barn och unga inkluderas."


def test_one_that_cannot_be_taken_apart_is_taken_whole():
    one = point(reading="En enda mening.")
    assert [s.spans for s in sentences_of(one)] == [one.spans]


def test_none_of_none():
    assert find_key_sentence([], {}, "") is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), min_size=1, max_size=6), st.data())
def test_a_part_of_spans_is_a_part_of_what_they_hold(gaps, data):
    spans, at = [], 0
    for gap, length in gaps:
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    text = "".join(chr(0x4E00 + i) for i in range(at))
    whole = slice_text(text, spans)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert slice_text(text, part_of(spans, start, end)) == whole[start:end]
