import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.embedding.words import load_words
from remissnlp.themes.kind import fit_kinds, kind_tfidf, kind_weight

TABLE = load_words()


def test_words_at_home_everywhere_tell_the_kind_and_words_of_a_subject_do_not():
    pairs = (("förtydligas", "skolan"), ("implementeras", "skatten"), ("konkretisera", "barnen"))
    for even, subject in pairs:
        assert kind_weight(even, TABLE) > 0.3 > 2 * kind_weight(subject, TABLE)


@pytest.mark.parametrize("word", ["och", "att", "förvaltningen", "2024", "xqzt"])
def test_words_that_only_hold_a_sentence_together_tell_nothing(word):
    assert kind_weight(word, TABLE) == 0.0


def test_the_same_kind_of_demand_is_alike_across_subjects():
    vectors = kind_tfidf(
        [
            "Skolans roll behöver konkretiseras så att den kan implementeras.",
            "Konkretisera kapitlet om fisket och hur det implementeras.",
            "Fisket i sjöarna minskar.",
        ]
    )
    alike = (vectors @ vectors.T).toarray()
    assert alike[0, 1] > 0.5
    assert alike[1, 2] < 0.1


@given(st.lists(st.text(alphabet="abc åäö.", max_size=30), max_size=6))
def test_rows_are_unit_or_zero(texts):
    vectors = kind_tfidf(texts)
    assert vectors.shape[0] == len(texts)
    assert vectors.dtype == np.float32
    length = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    assert np.all(np.isclose(length, 1.0, atol=1e-5) | (length == 0.0))


def test_later_texts_are_weighed_as_the_first_and_may_bring_stems_of_their_own():
    first = ["Konkretisera kapitlet om fisket.", "Kapitlet bör förtydligas."]
    kinds, vectors = fit_kinds(first)
    joined = kinds.vectors([first[0], "Implementera och konkretisera."])
    width = vectors.shape[1]
    assert joined.shape[1] > width
    assert np.allclose(joined.toarray()[0, :width], vectors.toarray()[0])
    assert joined.toarray()[0, width:].sum() == 0.0
