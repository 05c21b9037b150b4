"""Windows of tokens: they hold everything, fit the model and are cut between words."""

from hypothesis import given
from hypothesis import strategies as st

from remissnlp.embedding.windows import split_windows, word_beginnings


@given(st.lists(st.booleans(), max_size=80), st.integers(1, 20))
def test_windows_fit_and_hold_every_token(begins_word, room):
    windows = split_windows(begins_word, room=room)
    assert all(0 < last - first <= room for first, last in windows)
    held = {token for first, last in windows for token in range(first, last)}
    assert held == set(range(len(begins_word)))
    assert windows == sorted(set(windows))
    assert [last for _, last in windows] == sorted({last for _, last in windows})


def test_windows_overlap_by_a_quarter():
    assert split_windows([True] * 20, room=8) == [(0, 8), (6, 14), (12, 20)]
    assert split_windows([True] * 8, room=8) == [(0, 8)]
    assert split_windows([], room=8) == []


def test_windows_are_cut_between_words():
    begins_word = [number % 3 == 0 for number in range(18)]
    assert split_windows(begins_word, room=8) == [(0, 6), (6, 12), (12, 18)]
    assert split_windows([True] + [False] * 19, room=8) == [(0, 8), (8, 16), (16, 20)]


def test_words_begin_after_space():
    text = "Ett  tåg, två"
    tokens = [(0, 3), (5, 8), (8, 9), (10, 11), (11, 13)]
    assert word_beginnings(text, tokens) == [True, True, False, True, False]
    assert word_beginnings("en två", [(0, 2), (2, 6)]) == [True, True]  # a token may hold the space
