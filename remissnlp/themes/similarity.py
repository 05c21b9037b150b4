"""How alike two synpunkter are: named parts, each a pure function, mixed with fitted weights.

Every part gives vectors with unit rows, so that its similarity is the inner product and a mixture of
parts is the inner product of the weighted vectors. No n × n matrix is needed until the clustering asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = NDArray[np.float32]
PRIOR = 3.0
"""Imagined texts with a zero mean in `centre`; fitted."""


def unit_rows(vectors: NDArray[Any]) -> Floats:
    """Scale every row to length one; rows of zeros stay zero."""
    vectors = np.asarray(vectors, dtype=np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64))
    length[length == 0.0] = 1.0
    scaled: Floats = (vectors / length[:, None]).astype(np.float32)
    return scaled


def unit_sparse_rows(vectors: csr_array) -> csr_array:
    """Scale every row of sparse float32 vectors to length one, in place; rows of zeros stay zero."""
    length = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    length[length == 0.0] = 1.0
    vectors.data /= np.repeat(length, np.diff(vectors.indptr)).astype(np.float32)
    return vectors


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
    return unit_rows(vectors - shared_by_all(vectors, prior=prior)) if len(vectors) else vectors


def shared_by_all(vectors: Floats, *, prior: float = 0.0) -> Floats:
    """Return what `centre` subtracts, shape (d,)."""
    n = len(vectors)
    mean: Floats = (vectors.mean(axis=0, dtype=np.float64) * (n / (n + prior))).astype(np.float32)
    return mean


def weigh_marks(marks: Sequence[Sequence[str]], known: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return how much it means to share each mark, such as a heading.

    A mark that only two texts have counts 1, one that all have counts 0: to stand under
    "Förvaltningens synpunkter" with everybody else says nothing.

    Parameters
    ----------
    marks : sequence of sequences of str, length n
    known : mapping of str to float, optional
        Marks whose weight is decided already.
    """
    n = len(marks)
    count: dict[str, int] = {}
    for row in marks:
        for mark in set(row):
            count[mark] = count.get(mark, 0) + 1
    found = dict(known or {})
    for mark in sorted(mark for mark, c in count.items() if 2 <= c < n and mark not in found):
        found[mark] = float(np.sqrt(np.log(n / count[mark]) / np.log(n / 2)))
    return found


def shared_marks(marks: Sequence[Sequence[str]], weight: Mapping[str, float] | None = None) -> csr_array:
    """Vectors whose inner product says how much it means that two texts share marks.

    Parameters
    ----------
    marks : sequence of sequences of str, length n
    weight : mapping of str to float, optional
        By default what `weigh_marks` finds. A mark that is not in it says nothing.

    Returns
    -------
    scipy.sparse.csr_array of float32, shape (n, n_marks)
    """
    import scipy.sparse

    weight = weigh_marks(marks) if weight is None else weight
    column = {mark: j for j, mark in enumerate(weight)}
    entries = [
        (i, column[m], weight[m]) for i, row in enumerate(marks) for m in sorted(set(row)) if m in column
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return scipy.sparse.csr_array(
        (np.array(values, dtype=np.float32), (np.array(rows, dtype=int), np.array(columns, dtype=int))),
        shape=(len(marks), max(len(weight), 1)),
    )


def number(values: Sequence[str]) -> NDArray[np.int64]:
    """Number equal values alike, 0, 1, 2 … in sorted order."""
    numbers = {value: i for i, value in enumerate(sorted(set(values)))}
    return np.array([numbers[value] for value in values], dtype=np.int64)


def nearest(
    similarities: Floats, count: int, *, own: NDArray[np.int64] | None = None
) -> tuple[NDArray[np.int64], Floats]:
    """Return the `count` most similar others of every text, and how similar they are (never negative).

    Parameters
    ----------
    similarities : ndarray of float32, shape (n, n)
        Or of some texts to all, shape (m, n).
    count : int
    own : ndarray of int64, shape (m,), optional
        Which texts these are; by default the first, the second and so on.

    Returns
    -------
    others : ndarray of int64, shape (m, min(count, n - 1))
    how : ndarray of float32, same shape
    """
    m, n = similarities.shape
    own = np.arange(m) if own is None else own
    count = min(count, n - 1)
    others = np.empty((m, count), dtype=np.int64)
    how = np.empty((m, count), dtype=np.float32)
    for i in range(m):
        row = np.round(similarities[i], 5)
        row[own[i]] = -np.inf
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
