"""From similarities to groups: average linkage, cut where groups are no longer alike.

Average linkage joins the two groups whose members are most alike on average (Sokal & Michener 1958). It
needs no number of groups, knows no randomness, and its tree can be cut twice: teman, and delteman in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def linkage_tree(blocks: Iterator[NDArray[Any]], n: int) -> NDArray[np.float64]:
    """Build the average-linkage tree over `n` texts.

    Parameters
    ----------
    blocks : iterator of ndarray
        The n × n similarities, some rows at a time, in order.
    n : int

    Returns
    -------
    ndarray of float64, shape (n - 1, 4)
        As `scipy.cluster.hierarchy.linkage`; distances are one minus similarity, never negative.
    """
    if n < 2:
        return np.empty((0, 4))
    from scipy.cluster.hierarchy import linkage

    distances = np.empty(n * (n - 1) // 2)
    at = first = 0
    for rows in blocks:
        for i, row in enumerate(rows, start=first):
            width = n - 1 - i
            distances[at : at + width] = row[i + 1 :]
            at += width
        first += len(rows)
    np.subtract(1.0, distances, out=distances)
    np.maximum(distances, 0.0, out=distances)
    # Rounded, so that the last bits of a matrix product, which vary with the machine, decide nothing.
    np.round(distances, 5, out=distances)
    return np.asarray(linkage(distances, method="average"))


def cut_tree(tree: NDArray[np.float64], distance: float) -> Ints:
    """Return the group of each text where the tree is cut at `distance`: 0, 1, 2 … by first member."""
    if len(tree) == 0:
        return np.zeros(1, dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster

    return number_by_first(fcluster(tree, distance, criterion="distance"))


def number_by_first(groups: NDArray[Any]) -> Ints:
    """Number groups 0, 1, 2 … in the order of their first member; -1 stays."""
    groups = np.asarray(groups)
    out = np.full(len(groups), -1, dtype=np.int64)
    numbers: dict[int, int] = {}
    for i, group in enumerate(groups.tolist()):
        if group >= 0:
            out[i] = numbers.setdefault(group, len(numbers))
    return out


def drop_small(groups: Ints, min_size: int, *, n_codes: int = 0) -> Ints:
    """Give -1 to members of groups smaller than `min_size`; the first `n_codes` groups may be of any size."""
    size = np.bincount(groups, minlength=1)
    return np.where((size[groups] >= min_size) | (groups < n_codes), groups, -1)
