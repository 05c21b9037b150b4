import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.embedding import load_encoder
from remissnlp.embedding.words import load_words
from remissnlp.themes.kind import fit_kinds, kind_vectors, kind_weight

TABLE = load_words()


def test_words_at_home_everywhere_tell_the_kind_and_words_of_a_subject_do_not():
    pairs = (("förtydligas", "skolan"), ("implementeras", "skatten"), ("konkretisera", "barnen"))
    for even, subject in pairs:
        assert kind_weight(even, TABLE) > 0.3 > 2 * kind_weight(subject, TABLE)


@pytest.mark.parametrize("word", ["och", "att", "förvaltningen", "2024", "xqzt"])
def test_words_that_only_hold_a_sentence_together_tell_nothing(word):
    assert kind_weight(word, TABLE) == 0.0


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def test_the_same_kind_of_demand_is_alike_across_subjects_also_in_other_words(encoder):
    demands = {
        "follow-up": [
            "Skolans resultat bör mätas med indikatorer.",
            "Fisket behöver följas upp och utvärderas.",
        ],
        "guidance": [
            "Stöd behövs i hur skolan ska tillämpa kraven.",
            "Fiskare saknar vägledning i tillämpningen.",
        ],
        "money": ["Skolans kostnader ryms inte i budgeten.", "Fisket behöver finansiering och ersättning."],
    }
    _, vectors = fit_kinds([text for pair in demands.values() for text in pair], encoder=encoder)
    alike = vectors @ vectors.T
    for first in (0, 2, 4):
        others = [i for i in range(6) if i // 2 != first // 2]
        assert alike[first, first + 1] > alike[np.ix_([first, first + 1], others)].mean() + 0.1


@given(st.lists(st.text(alphabet="abc åäö.", max_size=30), max_size=6))
def test_rows_are_unit_or_zero(encoder, texts):
    shared, vectors = fit_kinds(texts, encoder=encoder)
    assert shared.shape == (encoder.dimensions,)
    assert vectors.shape == (len(texts), encoder.dimensions)
    assert vectors.dtype == np.float32
    length = np.linalg.norm(vectors, axis=1)
    assert np.all(np.isclose(length, 1.0, atol=1e-5) | (length == 0.0))


def test_a_text_that_tells_no_kind_is_like_none(encoder):
    _, vectors = fit_kinds(["Och det.", "Förtydliga målet.", "Följ upp målet."], encoder=encoder)
    assert not vectors[0].any()
    assert vectors[1:].any(axis=1).all()


def test_later_texts_are_compared_as_the_first_were(encoder):
    first = ["Konkretisera kapitlet om fisket.", "Kapitlet bör förtydligas."]
    shared, vectors = fit_kinds(first, encoder=encoder)
    later = kind_vectors([first[0], "Implementera och konkretisera."], encoder=encoder, shared=shared)
    assert np.array_equal(later[0], vectors[0])
    assert later[1] @ vectors[0] > 0.3
