import numpy as np
import pytest

from remissnlp.themes import similarity


def test_centre_takes_away_what_all_share():
    vectors = similarity.unit_rows(np.array([[5.0, 1.0], [5.0, -1.0], [5.0, 1.0], [5.0, -1.0]]))
    centred = similarity.centre(vectors)
    assert centred[0] @ centred[1] == pytest.approx(-1.0, abs=1e-3)
    assert vectors[0] @ vectors[1] > 0.9


def test_centre_takes_less_of_few_texts():
    vectors = similarity.unit_rows(np.array([[5.0, 1.0], [5.0, -1.0]]))
    assert similarity.centre(vectors, prior=10.0)[0] @ similarity.centre(vectors, prior=10.0)[1] > 0
    assert similarity.centre(vectors[:0]).shape == (0, 2)


def test_unit_rows_keeps_zeros():
    assert similarity.unit_rows(np.zeros((2, 3))).tolist() == [[0.0] * 3] * 2


def test_a_mark_that_all_share_says_nothing():
    marks = [("alla", "två")] * 2 + [("alla",)] * 3
    shared = similarity.shared_marks(marks)
    assert (shared @ shared.T).toarray()[0, 1] == pytest.approx(1.0)
    assert (shared @ shared.T).toarray()[0, 2] == 0.0
    assert similarity.shared_marks([]).shape[0] == 0


def test_rarer_marks_say_more():
    marks = [("få",), ("få",), ("fler",), ("fler",), ("fler",), (), ()]
    vectors = similarity.shared_marks(marks)
    alike = (vectors @ vectors.T).toarray()
    assert alike[0, 1] > alike[2, 3] > 0


def test_nearest_takes_the_first_of_equals():
    alike = np.array([[1, 0.5, 0.5, 0.5], [0.5, 1, 0, 0], [0.5, 0, 1, 0], [0.5, 0, 0, 1]], dtype=np.float32)
    others, how = similarity.nearest(alike, 2)
    assert others[0].tolist() == [1, 2]
    assert how[0].tolist() == [0.5, 0.5]
    assert similarity.nearest(alike, 99)[0].shape == (4, 3)


def test_smoothing_keeps_length_one_and_draws_neighbours_together():
    alike = np.array([[1, 0.6, 0.0], [0.6, 1, 0.4], [0.0, 0.4, 1]], dtype=np.float32)
    smooth = similarity.smoother(alike, count=1, share=0.5)
    after = smooth @ alike @ smooth.T.toarray()
    np.testing.assert_allclose(np.diag(after), 1.0, atol=1e-5)
    assert after[0, 1] > alike[0, 1]
    assert after[0, 2] > alike[0, 2]
