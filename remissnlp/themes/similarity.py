"""How alike two synpunkter are: named parts, each a pure function, mixed with fitted weights.

Every part gives vectors with unit rows, so that its similarity is the inner product and a mixture of
parts is the inner product of the weighted vectors. No n × n matrix is needed until the clustering asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = NDArray[np.float32]
PRIOR = 3.0
"""Imagined texts with a zero mean in `centre`; fitted."""
POWER = 2.0
"""Exponent on the inverse document frequency in `character_tfidf`; fitted."""


def unit_rows(vectors: NDArray[Any]) -> Floats:
    """Scale every row to length one; rows of zeros stay zero."""
    vectors = np.asarray(vectors, dtype=np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64))
    length[length == 0.0] = 1.0
    scaled: Floats = (vectors / length[:, None]).astype(np.float32)
    return scaled


def centre(vectors: Floats, *, prior: float = 0.0) -> Floats:
    """Subtract what all texts of the corpus share, then scale to unit rows.

    Parameters
    ----------
    vectors : ndarray of float32, shape (n, d)
        Unit rows.
    prior : float
        As many imagined texts with a zero mean: with few texts less is subtracted, since the mean of
        two texts is mostly what those two say, not what everybody says.

    Returns
    -------
    ndarray of float32, shape (n, d)
    """
    n = len(vectors)
    if n == 0:
        return vectors
    mean = vectors.mean(axis=0, dtype=np.float64) * (n / (n + prior))
    return unit_rows(vectors - mean.astype(np.float32))


def character_tfidf(
    texts: Sequence[str], *, sizes: Sequence[int] = (3, 4, 5), power: float = 1.0
) -> csr_array:
    """TF-IDF over character n-grams inside words: Swedish compounds share parts, not whole words.

    Parameters
    ----------
    texts : sequence of str
    sizes : sequence of int
        Lengths of n-grams, at most 5.
    power : float
        Exponent on the inverse document frequency: above one, what everybody writes counts even less.

    Returns
    -------
    scipy.sparse.csr_array of float32, shape (n, n_grams), unit rows
    """
    import scipy.sparse

    n = len(texts)
    padded = [f" {' '.join(_words(text))} " for text in texts]
    lengths = np.array([len(text) for text in padded], dtype=np.int64)
    codes = np.frombuffer("".join(padded).encode("utf-32-le"), dtype=np.uint32)
    _, symbols = np.unique(codes, return_inverse=True)
    symbols = np.minimum(symbols.astype(np.int64), 4095)
    space = codes == ord(" ")
    owner = np.repeat(np.arange(n, dtype=np.int64), lengths)
    keys, owners = [], []
    for size in sizes:
        count = len(codes) - size + 1
        if count <= 0:
            continue
        key = np.full(count, size, dtype=np.int64)
        inside = np.zeros(count, dtype=bool)
        for offset in range(size):
            key = (key << 12) | symbols[offset : offset + count]
            if 0 < offset < size - 1:
                inside |= space[offset : offset + count]
        keep = ~inside & (owner[:count] == owner[size - 1 :])
        keys.append(key[keep])
        owners.append(owner[:count][keep])
    if not keys:
        return scipy.sparse.csr_array(np.zeros((n, 1), dtype=np.float32))
    vocabulary, column = np.unique(np.concatenate(keys), return_inverse=True)
    return _tfidf(np.concatenate(owners), column, n, len(vocabulary), power)


def _words(text: str) -> list[str]:
    from remissnlp.themes.words import words

    return words(text)


def _tfidf(rows: NDArray[Any], columns: NDArray[Any], n: int, width: int, power: float) -> csr_array:
    """Sublinear term frequency times smoothed inverse document frequency, as in scikit-learn."""
    import scipy.sparse

    counts = scipy.sparse.coo_array(
        (np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(n, max(width, 1))
    ).tocsr()
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    weight = (np.log((1 + n) / (1 + frequency)) + 1.0) ** power
    counts.data = ((1.0 + np.log(counts.data)) * weight[counts.indices]).astype(np.float32)
    length = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    length[length == 0.0] = 1.0
    counts.data /= np.repeat(length, np.diff(counts.indptr)).astype(np.float32)
    return counts


def shared_marks(marks: Sequence[Sequence[str]]) -> csr_array:
    """Vectors whose inner product says how much it means to share a mark, such as a heading.

    A mark that only two texts have counts 1, one that all have counts 0: to stand under
    "Förvaltningens synpunkter" with everybody else says nothing.

    Parameters
    ----------
    marks : sequence of sequences of str, length n

    Returns
    -------
    scipy.sparse.csr_array of float32, shape (n, n_marks)
    """
    import scipy.sparse

    n = len(marks)
    count: dict[str, int] = {}
    for row in marks:
        for mark in set(row):
            count[mark] = count.get(mark, 0) + 1
    telling = sorted(mark for mark, c in count.items() if 2 <= c < n)
    column = {mark: j for j, mark in enumerate(telling)}
    weight = {mark: np.sqrt(np.log(n / count[mark]) / np.log(n / 2)) for mark in telling}
    entries = [
        (i, column[m], weight[m]) for i, row in enumerate(marks) for m in sorted(set(row)) if m in column
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return scipy.sparse.csr_array(
        (np.array(values, dtype=np.float32), (np.array(rows, dtype=int), np.array(columns, dtype=int))),
        shape=(n, max(len(telling), 1)),
    )


def number(values: Sequence[str]) -> NDArray[np.int64]:
    """Number equal values alike, 0, 1, 2 … in sorted order."""
    numbers = {value: i for i, value in enumerate(sorted(set(values)))}
    return np.array([numbers[value] for value in values], dtype=np.int64)


def nearest(similarities: Floats, count: int) -> tuple[NDArray[np.int64], Floats]:
    """Return the `count` most similar others of every text, and how similar they are (never negative).

    Parameters
    ----------
    similarities : ndarray of float32, shape (n, n)
    count : int

    Returns
    -------
    others : ndarray of int64, shape (n, min(count, n - 1))
    how : ndarray of float32, same shape
    """
    n = len(similarities)
    count = min(count, n - 1)
    others = np.empty((n, count), dtype=np.int64)
    how = np.empty((n, count), dtype=np.float32)
    for i in range(n):
        row = np.round(similarities[i], 5)
        row[i] = -np.inf
        least = np.partition(row, n - count)[n - count]
        above, level = np.flatnonzero(row > least), np.flatnonzero(row == least)
        # Of those that are level with the last, the first in order, so that nothing is left to chance.
        best = np.sort(np.concatenate([above, level[: count - len(above)]]))
        others[i], how[i] = best, np.maximum(row[best], 0.0)
    return others, how


def smoother(similarities: Floats, *, count: int, share: float) -> csr_array:
    """Return the matrix that moves every text a little towards its nearest neighbours.

    With V the (imagined) vectors behind `similarities`, the rows of ``P @ V`` are unit vectors that point
    along ``v_i + share * sum_j s_ij v_j`` over the `count` nearest j: what a terse sentence leaves unsaid,
    its neighbours fill in (graph diffusion). Similarities after it are ``P @ S @ P.T``.

    Returns
    -------
    scipy.sparse.csr_array of float32, shape (n, n)
    """
    import scipy.sparse

    n = len(similarities)
    others, how = nearest(similarities, count)
    index = np.concatenate([np.arange(n)[:, None], others], axis=1)
    value = np.concatenate([np.ones((n, 1), dtype=np.float32), np.float32(share) * how], axis=1)
    among = similarities[index[:, :, None], index[:, None, :]]
    length = np.sqrt(np.maximum(np.einsum("ia,iab,ib->i", value, among, value), 1e-9))
    value = (value / length[:, None]).astype(np.float32)
    rows = np.repeat(np.arange(n), index.shape[1])
    return scipy.sparse.csr_array((value.ravel(), (rows, index.ravel())), shape=(n, n))
