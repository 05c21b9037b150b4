"""How certain a tema is: what becomes of it when some of the responses are left out.

After Hennig (2007, Cluster-wise assessment of cluster stability): responses are drawn with replacement, those
drawn are clustered anew, and each group is compared with the new group that is most like it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from remissnlp.themes.clustering import Ints, cut_tree, linkage_tree

FEWEST_RESPONSES = 3
"""With fewer responses nothing can be said: what is left is one of them, or all."""

DRAWS = 30
"""How many times responses are drawn, at most."""

WORK = 24_000_000
"""Pairs of texts that may be clustered anew in all: with many texts there are fewer draws."""

FEWEST_DRAWS = 5
"""With so many texts that there would be fewer draws than this, no stability is told."""


def draws_for(n: int) -> int:
    """Return how many times responses are drawn where there are `n` texts; 0 for too many."""
    draws = min(DRAWS, WORK // max(n * n, 1))
    return draws if draws >= FEWEST_DRAWS else 0


def seed_of(random_state: object) -> int:
    """Return the seed that a `random_state` stands for: 0 for None, a draw of it for a RandomState.

    Raises
    ------
    TypeError
        If it is anything else than None, a whole number or a RandomState.
    """
    if random_state is None:
        return 0
    if isinstance(random_state, np.random.RandomState):
        return int(random_state.randint(2**31 - 1))
    if isinstance(random_state, (int, np.integer)):
        return int(random_state)
    raise TypeError(f"random_state must be None, an int or a RandomState, got {random_state!r}")


def stability(
    similarities: NDArray[np.float32],
    labels: Ints,
    *,
    responses: Sequence[str],
    distance: float,
    seed: int = 0,
) -> NDArray[np.float64]:
    """Return how stable each group is, from 0 to 1; NaN where it cannot be told; shape (n_groups,).

    The similarities are computed once, on all texts; only the tree is built again. A draw in which fewer than
    two texts of a group are left says nothing of that group.

    Parameters
    ----------
    similarities : ndarray of float32, shape (n, n)
        Those that the tree was built on.
    labels : ndarray of int64, shape (n,)
        Group of each text, -1 for none.
    responses : sequence of str, length n
        The response that each text stands in.
    distance : float
        Where the tree is cut.
    seed : int
        The same seed gives the same draws on every machine.
    """
    n_groups = int(labels.max(initial=-1)) + 1
    names = sorted(set(responses))
    draws = draws_for(len(labels)) if len(names) >= FEWEST_RESPONSES else 0
    number = {name: i for i, name in enumerate(names)}
    response = np.array([number[name] for name in responses], dtype=np.int64)
    total, counted = np.zeros(n_groups), np.zeros(n_groups)
    random = np.random.default_rng(abs(seed))
    for _ in range(draws):
        drawn = np.zeros(len(names), dtype=bool)
        drawn[random.integers(0, len(names), len(names))] = True
        kept = np.flatnonzero(drawn[response])
        if len(kept) < 2:
            continue
        tree = linkage_tree(iter([similarities[np.ix_(kept, kept)]]), len(kept))
        _compare(labels[kept], cut_tree(tree, distance), total, counted)
    mean: NDArray[np.float64] = np.where(counted > 0, total / np.maximum(counted, 1.0), np.nan)
    return mean.round(3)


def _compare(old: Ints, new: Ints, total: NDArray[np.float64], counted: NDArray[np.float64]) -> None:
    """Add to `total` each old group's Jaccard index with the new group most like it."""
    size_of_new = np.bincount(new)
    for group in np.unique(old[old >= 0]).tolist():
        inside = new[old == group]
        if len(inside) < 2:
            continue
        common = np.bincount(inside, minlength=len(size_of_new))
        total[group] += (common / (len(inside) + size_of_new - common)).max()
        counted[group] += 1
