import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_mutual_info_score

from remissnlp.evaluation.measures import (
    adjusted_mutual_information,
    b_cubed,
    best_assignment,
    draw_weights,
    interval,
    krippendorff_alpha,
    masi,
    nominal,
    share_a_code,
)

LABELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12)


def units(*coders):
    """Units from one string a coder; a full stop where the coder has not coded."""
    return [[frozenset(v) for v in unit if v != "."] for unit in zip(*coders, strict=True)]


def alpha(coders, **options):
    return krippendorff_alpha(units(*coders), np.ones((1, len(coders[0]))), **options)[0]


# The worked examples of Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
@pytest.mark.parametrize(
    ("coders", "expected"),
    [
        (("0100000010", "1110010000"), 0.095),  # A: two values
        (("aabbdcccedda", "babbbccceddd"), 0.692),  # B: five values
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),  # C: values missing
    ],
)
def test_alpha_of_krippendorffs_examples(coders, expected):
    assert alpha(coders, distance=nominal) == pytest.approx(expected, abs=5e-4)


def test_alpha_bounds():
    assert alpha(("aabb", "aabb")) == 1.0
    assert alpha(("abab", "baba")) < 0
    assert np.isnan(alpha(("aaaa", "aaaa")))  # without variation nothing can be told
    assert np.isnan(alpha(("ab", "..")))  # nobody to compare with


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=12))
def test_a_unit_drawn_twice_counts_as_two(pairs):
    both = [[frozenset(a), frozenset(b)] for a, b in pairs]
    twice = krippendorff_alpha(both, np.full((1, len(both)), 2.0))
    listed = krippendorff_alpha(both + both, np.ones((1, 2 * len(both))))
    np.testing.assert_allclose(twice, listed, equal_nan=True)


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [("a", "a", 0), ("ab", "ab", 0), ("a", "b", 1), ("a", "ab", 1 - 2 / 3 / 2), ("ab", "bc", 1 - 1 / 3 / 3)],
)
def test_masi(first, second, distance):
    assert masi(frozenset(first), frozenset(second)) == pytest.approx(distance)
    assert masi(frozenset(second), frozenset(first)) == pytest.approx(distance)


def test_b_cubed_by_hand():
    # Clusters {0, 1, 2} and {3}; categories {0, 1} and {2, 3}.
    clusters, categories = np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1])
    together, right = np.equal.outer(clusters, clusters), np.equal.outer(categories, categories)
    precision, recall, f1 = b_cubed(together, right, np.ones((1, 4)))[0]
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_two_items_are_right_together_where_they_share_any_code():
    codes = [frozenset("ab"), frozenset("bc"), frozenset("c")]
    assert share_a_code(codes).tolist() == [[True, True, False], [True, True, True], [False, True, True]]


@given(LABELS, st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_weights_are_repeats(labels, counts):
    clusters, categories = (np.array(side) for side in zip(*labels, strict=True))
    weights = np.array(counts[: len(labels)], dtype=float)[None, :]
    listed = np.repeat(np.arange(len(labels)), weights[0].astype(int))

    def scores(rows, w):
        c, k = clusters[rows], categories[rows]
        return b_cubed(np.equal.outer(c, c), np.equal.outer(k, k), w)[0]

    every = np.arange(len(labels))
    np.testing.assert_allclose(
        scores(every, weights), scores(listed, np.ones((1, len(listed)))), equal_nan=True
    )
    ami = adjusted_mutual_information(clusters, categories, weights)[0]
    if len(listed):
        assert ami == pytest.approx(adjusted_mutual_info_score(categories[listed], clusters[listed]))
    else:
        assert np.isnan(ami)


def test_assignment_takes_no_code_twice_and_none_that_shares_nothing():
    pairs = {("t1", "a"): 5, ("t2", "a"): 4, ("t2", "b"): 1, ("t3", "b"): 3, ("t4", "a"): 1}
    assert best_assignment(pairs) == {"t1": "a", "t3": "b"}
    assert best_assignment({}) == {}


def test_a_group_is_drawn_as_one():
    weights = draw_weights(["a", "a", "b", "c"], draws=50, random=np.random.default_rng(0))
    assert weights.shape == (50, 4)
    assert (weights[:, 0] == weights[:, 1]).all()
    assert (weights[:, 1:].sum(axis=1) == 3).all()
    assert len(np.unique(weights, axis=0)) > 5


def test_interval_keeps_within_bounds_and_needs_draws():
    low, high = interval(0.95, np.array([0.8, 0.9, 1.0]), low=0.0, high=1.0)
    assert low == pytest.approx(0.95 - 1.96 * 0.1)
    assert high == 1.0
    assert interval(0.5, np.array([np.nan, 0.5]), low=0.0, high=1.0) is None
