from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from remissnlp.reading.shingles import containment, shared, shingles

TEXT = """\
Nämnden välkomnar att staden får en samlad friluftsplan. Det är positivt att planen utgår från barns vardag.
Planen saknar dock en redovisning av vad åtgärderna kostar. Nämnden föreslår att varje åtgärd får en ansvarig
förvaltning och en budget. Uppföljningen bör ske vartannat år och redovisas för kommunfullmäktige.
"""
WORDS = st.lists(st.sampled_from("ett två tre fyra fem sex".split()), max_size=40)


def runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


@given(WORDS, WORDS)
def test_containment_is_the_share_of_the_smaller_set(a, b):
    first, second = shingles(" ".join(a)), shingles(" ".join(b))
    both = len(runs(a) & runs(b)) / min(len(runs(a)), len(runs(b)))
    assert containment(first, second) == containment(second, first) == both
    assert containment(first, shingles("\n".join(a).upper())) == 1


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_many_are_compared_as_two_are(texts):
    packed = [shingles(" ".join(words)) for words in texts]
    found = shared(packed)
    assert [n for _, n in found] == [len(runs(words)) for words in texts]
    for (a, n), first in zip(found, packed, strict=True):
        for (b, m), second in zip(found, packed, strict=True):
            if first is not second:
                assert (a & b).bit_count() / min(n, m) == containment(first, second)


def test_a_document_that_was_not_read_has_the_shingles_of_an_empty_text():
    assert containment("", shingles("")) == 1
    assert containment("", shingles(TEXT)) == 0


def test_a_few_misread_words_leave_much_in_common():
    rng = random.Random(0)
    damaged = " ".join("x" if rng.random() < 0.08 else word for word in TEXT.split())
    assert containment(shingles(TEXT), shingles(damaged)) > 0.6


def test_a_word_broken_at_a_line_end_is_whole():
    assert shingles("en samlad frilufts-\nplan") == shingles("en samlad friluftsplan")
