"""What is told of the groups that were found: their parts, their typical members, how stable they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from remissnlp.themes.clustering import Ints, linkage_tree, number_by_first
from remissnlp.themes.delteman import divide

Floats = NDArray[np.float64]
Within = tuple[NDArray[np.float32], ...]


@dataclass(frozen=True)
class Grouping:
    """What `engine.group` found.

    Attributes
    ----------
    labels
        Group of each text, 0, 1, 2 … by first member, -1 for none; shape (n,).
    sublabels
        Part of its group that each text belongs to, 0, 1, 2 … by first member over all groups, -1 for none;
        shape (n,).
    centrality
        Mean similarity of each text to the others of its group, 0 for none; shape (n,).
    stability
        How stable each group is, from 0 to 1, NaN where that cannot be told; shape (n_groups,).
    codes
        The code that each group was made of, -1 for one that was found; shape (n_groups,).
    members
        The texts of each group, in canonical order.
    within
        The similarities between the members of each group, in the same order.
    tree
        The linkage tree over the texts `order`.
    order
        The texts in canonical order, but for those that have a code.
    """

    labels: Ints
    sublabels: Ints
    centrality: Floats
    stability: Floats
    codes: Ints
    members: tuple[Ints, ...]
    within: Within
    tree: Floats
    order: Ints

    def in_order_given(self, order: Ints) -> Grouping:
        """Return the same of texts that were given in another order: `order` holds the place of each."""
        labels, sublabels = np.empty_like(self.labels), np.empty_like(self.sublabels)
        central = np.empty_like(self.centrality)
        labels[order], sublabels[order], central[order] = self.labels, self.sublabels, self.centrality
        by_first = np.unique(labels, return_index=True)
        moved = [g for _, g in sorted(zip(by_first[1].tolist(), by_first[0].tolist(), strict=True)) if g >= 0]
        return Grouping(
            labels=number_by_first(labels),
            sublabels=number_by_first(sublabels),
            centrality=central,
            stability=self.stability[moved],
            codes=self.codes[moved],
            members=tuple(order[self.members[g]] for g in moved),
            within=tuple(self.within[g] for g in moved),
            tree=self.tree,
            order=order[self.order],
        )


def members_of(labels: Ints) -> tuple[Ints, ...]:
    """Return the texts of each group, in rising order."""
    by_label = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[by_label], np.arange(labels.max(initial=-1) + 2))
    return tuple(by_label[start:stop] for start, stop in pairwise(starts.tolist()))


def centrality(members: tuple[Ints, ...], within: Within, n: int) -> Floats:
    """Return the mean similarity of each text to the others of its group, 0 for none; shape (n,)."""
    out = np.zeros(n)
    for some, alike in zip(members, within, strict=True):
        if len(some) > 1:
            own = alike.sum(axis=1, dtype=np.float64) - alike.diagonal()
            out[some] = np.round(own / (len(some) - 1), 5)
    return out


def parts_of(grouped: Ints, members: tuple[Ints, ...], within: Within, codes: Ints, free: Parts) -> Ints:
    """Return the part of its group that each text belongs to, -1 for none; shape (n,).

    Groups that were found are divided by the tree that they were found in; one that was made of a code, and
    so is in no tree, by one of its own.
    """
    parts = np.full(len(grouped), -1, dtype=np.int64)
    parts[free.texts] = divide(free.tree, free.distance, grouped[free.texts])
    for group in np.flatnonzero(codes >= 0).tolist():
        n = len(members[group])
        own = divide(linkage_tree(iter([within[group]]), n), free.distance, np.zeros(n, dtype=np.int64))
        parts[members[group]] = np.where(own >= 0, own + len(grouped) * (group + 1), -1)
    return parts


@dataclass(frozen=True)
class Parts:
    """The texts that were grouped freely, their tree, and where it was cut."""

    texts: Ints
    tree: Floats
    distance: float
