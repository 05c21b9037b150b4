"""Tests for pieces that share character n-grams, and for the table that is trained with them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.training.spelling import Spelling, ngrams, spell
from remissnlp.training.vocabulary import learn_vocabulary


def test_the_beginning_of_a_word_is_another_ngram_than_its_inside():
    assert ngrams("vård") == ["<vå", "vår", "ård", "<vår", "vård", "<vård"]
    assert ngrams("##vård") == ["vår", "ård", "vård"]
    assert ngrams("##a") == []


def test_only_shared_ngrams_are_kept():
    words = "skola skolan skolans skolor vård vårda vårdad vårdat himmel"
    tokenizer = learn_vocabulary([words] * 20, 300)
    spelling = spell(tokenizer)
    vocabulary = tokenizer.get_vocab()
    assert len(spelling.starts) == len(vocabulary) + 1

    def grams(piece):
        return set(spelling.take(np.array([vocabulary[piece]]))[0].tolist())

    assert grams("skolan") & grams("skolans")
    assert not grams("skolan") & grams("vårdat")
    assert len(grams("himmel")) < len(ngrams("himmel"))


@given(st.lists(st.lists(st.integers(0, 9), max_size=4), min_size=1, max_size=6), st.data())
def test_ngrams_are_taken_piece_by_piece(pieces, data):
    numbers = np.array([number for some in pieces for number in some], dtype=np.int64)
    spelling = Spelling(numbers, np.cumsum([0, *map(len, pieces)], dtype=np.int64), 10)
    wanted = data.draw(st.lists(st.integers(0, len(pieces) - 1), max_size=8))
    taken, sizes = spelling.take(np.array(wanted, dtype=np.int64))
    assert taken.tolist() == [number for piece in wanted for number in pieces[piece]]
    assert sizes.tolist() == [len(pieces[piece]) for piece in wanted]


def test_a_piece_that_is_never_seen_moves_with_those_spelled_alike():
    torch = pytest.importorskip("torch")
    from remissnlp.training.spelled_table import SpelledTable

    rng = np.random.default_rng(0)
    table = rng.normal(size=(4, 8)).astype(np.float32)
    # The first two pieces share an n-gram, the third has one of its own, the last has none.
    spelling = Spelling(np.array([0, 0, 1]), np.array([0, 1, 2, 3, 3]), 2)
    trained = SpelledTable(table, spelling)
    np.testing.assert_array_equal(trained.table(), table)
    bags = [(np.array([0, 3]), np.array([0, 1])), (np.array([3, 0]), np.array([0, 0]))]
    first, second = trained(bags, 2)
    np.testing.assert_allclose(first.detach()[0], table[0] / np.linalg.norm(table[0]), atol=1e-6)
    assert not second.detach()[1].any()  # no tokens
    (first * torch.arange(16.0).reshape(2, 8)).sum().backward()
    with torch.no_grad():
        for parameter in trained.parameters():
            parameter.sub_(parameter.grad)
    moved = np.abs(trained.table() - table).max(axis=1) > 1e-6
    assert moved.tolist() == [True, True, False, True]
