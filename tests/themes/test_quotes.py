import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.quotes import reading_order

# 0, 1, 2 say the same, 1 at the middle; 3 says something else.
ALIKE = np.array(
    [[1, 0.9, 0.8, 0.1], [0.9, 1, 0.9, 0.2], [0.8, 0.9, 1, 0.1], [0.1, 0.2, 0.1, 1]], dtype=np.float32
)


def test_the_most_typical_first_then_the_most_different():
    assert reading_order(ALIKE, ["a", "a", "a", "a"])[:2] == [1, 3]


def test_all_who_speak_come_before_anyone_comes_twice():
    assert set(reading_order(ALIKE, ["a", "a", "b", "a"])[:2]) == {1, 2}


@given(st.lists(st.sampled_from("abc"), max_size=8), st.randoms(use_true_random=False))
def test_an_order_of_all_with_every_voice_first(who, random):
    n = len(who)
    alike = np.array([[random.random() for _ in range(n)] for _ in range(n)], dtype=np.float32).reshape(n, n)
    order = reading_order(alike, who)
    assert sorted(order) == list(range(n))
    voices = len(set(who))
    assert len({who[i] for i in order[:voices]}) == voices
