"""Character n-grams weighed by TF-IDF, and the weights, so that later texts can be compared with earlier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from remissnlp.themes.similarity import unit_sparse_rows
from remissnlp.themes.words import is_content, words

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Ints = NDArray[np.int64]

SIZES = (3, 4, 5)
"""Lengths of n-grams; a longer one would not fit into a key of 64 bits."""

POWER = 2.0
"""Exponent on the inverse document frequency; fitted."""

_BITS = 12
_MOST_SYMBOLS = 1 << _BITS


@dataclass(frozen=True, eq=False)
class Ngrams:
    """The n-grams that some texts are made of.

    Attributes
    ----------
    symbols
        Their characters, sorted; shape (n_symbols,).
    vocabulary
        A key for every n-gram, sorted; shape (n_grams,).
    weight
        Inverse document frequency of each to some power; shape (n_grams,).
    unseen
        The same of an n-gram that is in none of the texts.
    """

    symbols: NDArray[np.uint32]
    vocabulary: Ints
    weight: NDArray[np.float64]
    unseen: float

    def vectors(self, texts: Sequence[str]) -> csr_array:
        """Return TF-IDF vectors of other texts, unit rows, float32, shape (n, at least n_grams).

        N-grams that are not in the vocabulary have columns after it.
        """
        codes, owner, inside = _characters(texts)
        known = np.minimum(np.searchsorted(self.symbols, codes), len(self.symbols) - 1)
        is_known = self.symbols[known] == codes if len(self.symbols) else np.zeros(len(codes), dtype=bool)
        _, new = np.unique(codes, return_inverse=True)
        symbols = np.where(is_known, known, len(self.symbols) + new)
        keys, owners = _keys(symbols, owner, inside)
        column = np.searchsorted(self.vocabulary, keys)
        there = np.zeros(len(keys), dtype=bool)
        if len(self.vocabulary):
            there = self.vocabulary[np.minimum(column, len(self.vocabulary) - 1)] == keys
        unseen, place = np.unique(keys[~there], return_inverse=True)
        column[~there] = len(self.vocabulary) + place
        weight = np.concatenate([self.weight, np.full(len(unseen), self.unseen)])
        return _weighed(_count(owners, column, len(texts), len(weight)), weight)


def fit_ngrams(texts: Sequence[str], *, power: float = 1.0) -> tuple[Ngrams, csr_array]:
    """Return the n-grams of some texts, and the texts' vectors, as `character_tfidf` does."""
    n = len(texts)
    codes, owner, inside = _characters(texts)
    symbols, ranks = np.unique(codes, return_inverse=True)
    keys, owners = _keys(ranks.astype(np.int64), owner, inside)
    vocabulary, column = np.unique(keys, return_inverse=True)
    counts = _count(owners, column, n, len(vocabulary))
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    # Sublinear term frequency times smoothed inverse document frequency, as in scikit-learn.
    weight = ((np.log((1 + n) / (1 + frequency)) + 1.0) ** power)[: len(vocabulary)]
    unseen = float((np.log(1.0 + n) + 1.0) ** power)
    return Ngrams(symbols, vocabulary, weight, unseen), _weighed(counts, weight)


def character_tfidf(texts: Sequence[str], *, power: float = 1.0) -> csr_array:
    """TF-IDF over character n-grams inside words: Swedish compounds share parts, not whole words.

    Words that hold a sentence together or tell who speaks, and numbers, do not count.

    Parameters
    ----------
    texts : sequence of str
    power : float
        Exponent on the inverse document frequency: above one, what everybody writes counts even less.

    Returns
    -------
    scipy.sparse.csr_array of float32, shape (n, n_grams), unit rows
    """
    return fit_ngrams(texts, power=power)[1]


def _characters(texts: Sequence[str]) -> tuple[NDArray[np.uint32], Ints, NDArray[np.bool_]]:
    """Return the characters of the texts' content words in a row, the text of each, whether it is a space."""
    padded = [f" {' '.join(filter(is_content, words(text)))} " for text in texts]
    lengths = np.array([len(text) for text in padded], dtype=np.int64)
    codes = np.frombuffer("".join(padded).encode("utf-32-le"), dtype=np.uint32)
    return codes, np.repeat(np.arange(len(texts), dtype=np.int64), lengths), codes == ord(" ")


def _keys(symbols: Ints, owner: Ints, space: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Return a key for every n-gram, and the text that it stands in."""
    symbols = np.minimum(symbols, _MOST_SYMBOLS - 1)
    keys, owners = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for size in SIZES:
        count = len(symbols) - size + 1
        if count <= 0:
            continue
        key = np.full(count, size, dtype=np.int64)
        across = np.zeros(count, dtype=bool)
        for offset in range(size):
            key = (key << _BITS) | symbols[offset : offset + count]
            if 0 < offset < size - 1:
                across |= space[offset : offset + count]
        keep = ~across & (owner[:count] == owner[size - 1 :])
        keys.append(key[keep])
        owners.append(owner[:count][keep])
    return np.concatenate(keys), np.concatenate(owners)


def _count(rows: Ints, columns: NDArray[Any], n: int, width: int) -> csr_array:
    import scipy.sparse

    counts = scipy.sparse.coo_array(
        (np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(n, max(width, 1))
    ).tocsr()
    counts.sum_duplicates()
    return counts


def _weighed(counts: csr_array, weight: NDArray[np.float64]) -> csr_array:
    """Turn counts into unit rows of weighed, damped counts."""
    counts.data = ((1.0 + np.log(counts.data)) * weight[counts.indices]).astype(np.float32)
    return unit_sparse_rows(counts)
