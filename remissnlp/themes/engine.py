"""Texts in, groups out: the parts of `similarity` mixed, `clustering` on top. No scikit-learn needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import similarity
from remissnlp.themes.clustering import Ints, cut_tree, drop_small, linkage_tree, number_by_first
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.frames import strip_frames


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of the similarity counts.

    `dense` and `lexical` were fitted on the training bills of RemissBench (``benchmarks/fit_themes.py``).
    The bills hold no headings or neighbours of the responses, so the three others are set by hand, small
    enough that they only decide between texts that are alike already.
    """

    dense: float = 0.5
    lexical: float = 0.5
    heading: float = 0.04
    reference: float = 0.08
    neighbour: float = 0.03


THRESHOLD = 0.08
"""Mean similarity under which two groups are no longer one tema; fitted with `Weights`."""


@dataclass(frozen=True)
class Similarity:
    """Similarities between all texts, given a block of rows at a time.

    `parts` are pairs of a weight and vectors, dense or sparse, with one row a text.
    """

    n: int
    parts: tuple[tuple[float, Any], ...]
    neighbour: float
    remissvar: Ints
    positions: Ints

    def block(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the similarities of texts `start` … `stop` to all, shape (stop - start, n)."""
        return self.between(np.arange(start, stop), np.arange(self.n))

    def between(self, rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the similarities of some texts to some others, shape (len(rows), len(columns))."""
        out = np.zeros((len(rows), len(columns)), dtype=np.float32)
        for weight, vectors in self.parts:
            product = vectors[rows] @ vectors[columns].T
            out += np.float32(weight) * (product if isinstance(product, np.ndarray) else product.toarray())
        if self.neighbour and len(self.positions):
            beside = similarity.neighbours(self.remissvar, self.positions, rows, columns)
            out += np.float32(self.neighbour) * beside
        return out


@dataclass(frozen=True)
class Grouping:
    """What `group` found.

    Attributes
    ----------
    labels
        Group of each text, 0, 1, 2 … by first member, -1 for none; shape (n,).
    centrality
        Mean similarity of each text to the others of its group, 0 for none; shape (n,).
    tree
        The linkage tree, over the texts in the order of `order`.
    order
        The canonical order in which the tree counts the texts.
    """

    labels: Ints
    centrality: NDArray[np.float64]
    tree: NDArray[np.float64]
    order: Ints = field(default_factory=lambda: np.empty(0, dtype=np.int64))


def measure(
    texts: Sequence[str], *, encoder: Encoder, weights: Weights, context: ThemeContext | None = None
) -> Similarity:
    """Compute the parts of the similarity between `texts`."""
    context = context or ThemeContext()
    said = strip_frames(texts, ignore=context.ignore)
    dense = similarity.centre(similarity.unit_rows(encoder.encode(said)), prior=similarity.PRIOR)
    lexical = similarity.character_tfidf(said, power=similarity.POWER)
    parts: list[tuple[float, Any]] = [(weights.dense, dense), (weights.lexical, lexical)]
    if context.sections:
        marks = [(section,) if section else () for section in context.sections]
        parts.append((weights.heading, similarity.shared_marks(marks)))
    if context.refers_to:
        parts.append((weights.reference, similarity.shared_marks(context.refers_to)))
    placed = bool(context.remissvar and context.positions)
    return Similarity(
        n=len(texts),
        parts=tuple(parts),
        neighbour=weights.neighbour,
        remissvar=similarity.number(context.remissvar),
        positions=np.array(context.positions if placed else (), dtype=np.int64),
    )


def group(
    texts: Sequence[str],
    *,
    encoder: Encoder,
    weights: Weights,
    threshold: float,
    min_size: int = 2,
    context: ThemeContext | None = None,
) -> Grouping:
    """Group texts that say the same.

    The texts are put in a canonical order first, so that the groups do not depend on the order given.

    Parameters
    ----------
    texts : sequence of str
    encoder : Encoder
    weights : Weights
    threshold : float
        Groups are joined while the mean similarity of their members is at least this.
    min_size : int
        Smaller groups are dissolved into -1.
    context : ThemeContext, optional

    Returns
    -------
    Grouping
    """
    n = len(texts)
    context = context or ThemeContext()
    context.check(n)
    if n == 0:
        return Grouping(np.empty(0, dtype=np.int64), np.empty(0), np.empty((0, 4)))
    order = canonical_order(texts, context)
    similar = measure(
        [texts[i] for i in order], encoder=encoder, weights=weights, context=_reorder(context, order)
    )
    tree = linkage_tree(similar.block, n)
    sorted_labels = drop_small(cut_tree(tree, 1.0 - threshold), min_size)
    sorted_centrality = _centrality(similar, sorted_labels)
    labels = np.empty(n, dtype=np.int64)
    centrality = np.empty(n)
    labels[order], centrality[order] = sorted_labels, sorted_centrality
    return Grouping(number_by_first(labels), centrality, tree, np.array(order, dtype=np.int64))


def canonical_order(texts: Sequence[str], context: ThemeContext) -> list[int]:
    """Sort by text, then by where it stands."""

    def key(i: int) -> tuple[Any, ...]:
        where = (
            context.remissvar[i] if context.remissvar else "",
            context.positions[i] if context.positions else 0,
        )
        return (texts[i], *where, i)

    return sorted(range(len(texts)), key=key)


def _reorder(context: ThemeContext, order: Sequence[int]) -> ThemeContext:
    def moved(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(values[i] for i in order) if values else ()

    return ThemeContext(
        remissvar=moved(context.remissvar),
        sections=moved(context.sections),
        refers_to=moved(context.refers_to),
        positions=moved(context.positions),
        ignore=context.ignore,
    )


def _centrality(similar: Similarity, labels: Ints) -> NDArray[np.float64]:
    out = np.zeros(len(labels))
    by_label = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[by_label], np.arange(labels.max(initial=-1) + 2))
    for start, stop in zip(starts[:-1], starts[1:], strict=True):
        members = by_label[start:stop]
        if len(members) > 1:
            own = similar.between(members, members).astype(np.float64)
            np.fill_diagonal(own, 0.0)
            out[members] = np.round(own.sum(axis=1) / (len(members) - 1), 6)
    return out
