"""Linear discriminant analysis of sentence vectors, as matrices of squares (Fisher 1936, Rao 1948)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import normalise

if TYPE_CHECKING:
    from remissnlp.training.passages import Tokens

Matrix = NDArray[np.float64]


def mean_rows(
    table: NDArray[np.float32], tokens: Tokens, sentences: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the unit vectors that a model with this `table` gives `sentences`, shape (n, d)."""
    from scipy.sparse import csr_matrix

    ids, owner = tokens.take(sentences)
    shape = (len(sentences), len(table))
    counts = csr_matrix((np.ones(len(ids), dtype=np.float32), (owner, ids)), shape=shape)
    return normalise(np.asarray(counts @ table, dtype=np.float32))


def group_means(
    vectors: NDArray[np.float32], group: NDArray[np.integer]
) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64]]:
    """Return the mean of each group, the place of each vector's group, and the sizes of the groups."""
    from scipy.sparse import csr_matrix

    _, place, sizes = np.unique(group, return_inverse=True, return_counts=True)
    ones = np.ones(len(group), dtype=np.float32)
    belongs = csr_matrix((ones, (place, np.arange(len(group)))), shape=(len(sizes), len(group)))
    return np.asarray(belongs @ vectors / sizes[:, None], dtype=np.float32), place, sizes


def squares_inside(vectors: NDArray[np.float32], group: NDArray[np.integer]) -> tuple[Matrix, int]:
    """Return the unbiased squares around the means of groups of two or more (d, d), and their members."""
    means, place, sizes = group_means(vectors, group)
    several = sizes[place] > 1
    size = sizes[place][several]
    apart = (vectors - means[place])[several] * np.sqrt(size / (size - 1))[:, None].astype(np.float32)
    return (apart.T @ apart).astype(np.float64), int(several.sum())


def leading_axes(
    signal: Matrix, noise: Matrix, *, shrinkage: float, spread: float, dimensions: int
) -> Matrix:
    """Return the axes (d, k) with the most of `signal` to their `noise`, the best first.

    Parameters
    ----------
    signal, noise
        Covariances, shape (d, d).
    shrinkage
        Multiple of the mean variance of `noise` that is added to all directions alike.
    spread
        Power of an axis's ratio that scales it: 0 makes all axes alike.
    dimensions
        k at most.
    """
    from scipy.linalg import eigh

    size = len(noise)
    ratios, axes = eigh(signal, noise + np.eye(size) * (shrinkage * np.trace(noise) / size + 1e-9))
    ratios, axes = ratios[::-1][:dimensions].clip(min=1e-9), axes[:, ::-1][:, :dimensions]
    largest = np.abs(axes).argmax(axis=0)
    axes = axes * np.sign(axes[largest, np.arange(axes.shape[1])])  # either sign would do
    return np.asarray(axes * (ratios / ratios.max()) ** spread, dtype=np.float64)
