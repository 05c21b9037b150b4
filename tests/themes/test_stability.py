import numpy as np
import pytest

from remissnlp.themes.stability import draws_for, seed_of, stability

# Two tight pairs, and a third that hangs together only by way of its middle text.
ALIKE = np.eye(7, dtype=np.float32)
for i, j, how in ((0, 1, 0.9), (2, 3, 0.9), (4, 5, 0.5), (5, 6, 0.5)):
    ALIKE[i, j] = ALIKE[j, i] = how
LABELS = np.array([0, 0, 1, 1, 2, 2, 2])


def told(**more):
    options = {"responses": list("aabbcde"), "distance": 0.8, "seed": 0} | more
    return stability(ALIKE, LABELS, **options)


def test_what_holds_together_is_more_stable_than_what_hangs_by_one_text():
    found = told()
    assert found[:2].tolist() == [1.0, 1.0]
    assert 0.0 < found[2] < 1.0


def test_the_seed_decides():
    assert told(seed=3).tolist() == told(seed=3).tolist()
    assert len({told(seed=seed)[2] for seed in range(5)}) > 1


def test_nothing_is_told_of_few_responses():
    assert np.isnan(told(responses=list("aaaabbb"))).all()


def test_nothing_is_told_of_too_many_texts():
    assert draws_for(100) == 30
    assert 0 < draws_for(2_000) < 30
    assert draws_for(20_000) == 0


def test_nothing_of_nothing():
    empty = np.empty((0, 0), dtype=np.float32)
    assert stability(empty, np.empty(0, dtype=np.int64), responses=[], distance=0.8).shape == (0,)


def test_seeds():
    assert seed_of(None) == 0
    assert seed_of(7) == 7
    assert seed_of(np.random.RandomState(1)) == seed_of(np.random.RandomState(1))
    with pytest.raises(TypeError):
        seed_of("chance")
