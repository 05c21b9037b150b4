import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from remissnlp.themes.lexical import character_tfidf, fit_ngrams


def test_character_tfidf_is_that_of_scikit_learn():
    texts = ["rubriken rubriksättningen", "indikatorer målen", "rubrik", "målen"]
    own = character_tfidf(texts, power=1.0)
    other = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(texts)
    np.testing.assert_allclose((own @ own.T).toarray(), (other @ other.T).toarray(), atol=1e-5)


def test_words_that_hold_a_sentence_together_are_not_compared():
    vectors = character_tfidf(["Därför bör det finnas 12 rubriker.", "Därför bör det finnas 12 mål.", "Och."])
    alike = (vectors @ vectors.T).toarray()
    assert alike[0, 1] == 0.0
    assert not alike[2].any()


def test_compounds_share_parts():
    vectors = character_tfidf(["rubriken", "rubriksättning", "indikatorer"])
    alike = (vectors @ vectors.T).toarray()
    assert alike[0, 1] > 0.1 > alike[0, 2]


@given(st.lists(st.text(max_size=30), max_size=6))
def test_character_tfidf_takes_any_text(texts):
    vectors = character_tfidf(texts)
    assert vectors.shape[0] == len(texts)
    length = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1))).ravel()
    assert all(np.isclose(x, 1.0, atol=1e-4) or x == 0.0 for x in length)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=6), st.lists(st.text(max_size=30), max_size=6))
def test_later_texts_are_weighed_as_the_earlier_were(texts, later):
    ngrams, vectors = fit_ngrams(texts, power=2.0)
    n = vectors.shape[1]
    again = ngrams.vectors([*texts, *later])
    assert again.shape[0] == len(texts) + len(later)
    np.testing.assert_allclose(again[: len(texts), :n].toarray(), vectors.toarray(), atol=1e-6)
    assert again[: len(texts), n:].nnz == 0


def test_later_texts_may_share_what_no_earlier_one_has():
    ngrams, _ = fit_ngrams(["rubriken", "indikatorer"])
    vectors = ngrams.vectors(["dricksvattnet", "dricksvatten", "rubriker"])
    alike = (vectors @ vectors.T).toarray()
    assert alike[0, 1] > 0.5 > alike[0, 2]
