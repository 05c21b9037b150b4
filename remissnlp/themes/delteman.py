"""The second level: the same tree cut where its branches are more alike, inside teman that are large."""

from __future__ import annotations

import numpy as np

from remissnlp.themes.clustering import Ints, cut_tree

LARGE = 8
"""Fewest synpunkter of a tema that is divided: fewer are read faster than sub-headings."""

TIGHTER = 0.08
"""How much more alike the members of a deltema are than those of a tema, on average."""

SMALLEST = 3
"""Fewest synpunkter of a deltema."""

MOST_OF_IT = 0.85
"""A part that holds more than this share of its tema is the tema, not a part of it."""


def divide(tree: np.ndarray[tuple[int, ...], np.dtype[np.float64]], distance: float, labels: Ints) -> Ints:
    """Return the part of its tema that each text belongs to: 0, 1, 2 … over all teman, -1 for none.

    Parameters
    ----------
    tree : ndarray of float64, shape (n - 1, 4)
        The linkage tree.
    distance : float
        Where it was cut for the teman.
    labels : ndarray of int64, shape (n,)
        The tema of each text, -1 for none.

    Returns
    -------
    ndarray of int64, shape (n,)
    """
    parts = np.full(len(labels), -1, dtype=np.int64)
    if len(labels) < LARGE:
        return parts
    closer = cut_tree(tree, distance - TIGHTER)
    found = 0
    for tema in np.flatnonzero(np.bincount(labels[labels >= 0]) >= LARGE).tolist():
        members = np.flatnonzero(labels == tema)
        inside = closer[members]
        size = np.bincount(inside)
        large = [part for part in np.unique(inside).tolist() if size[part] >= SMALLEST]
        if len(large) < 2 or max(size[large]) > MOST_OF_IT * len(members):
            continue
        for part in large:
            parts[members[inside == part]] = found
            found += 1
    return parts
