"""Later texts among groups that are there: each joins the one it is most like, the rest makes new ones.

By the same similarity, smoothing and threshold as the groups were found by, weighed as it was then. What
comes of it depends on the groups and on all later texts together, not on the order in which these came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import similarity
from remissnlp.themes.clustering import Ints, cut_tree, linkage_tree
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.engine import (
    THRESHOLD,
    Fitted,
    canonical_order,
    join_echoes,
    reorder,
    same_words,
    what_is_said,
)
from remissnlp.themes.space import Similarity, Weights

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = NDArray[np.float32]

NONE, GONE = -1, -2
"""In place of a group: a text that is in none, and one that is no longer there."""


@dataclass(frozen=True, eq=False)
class Joined:
    """What became of earlier texts and, after them, of later ones.

    Attributes
    ----------
    labels
        Group of each: those there were keep their numbers, new ones follow; shape (n + m,).
    nearness
        Mean similarity of each later text to the earlier group it joined, 0 for none; shape (m,).
    similarity
        Between all.
    rows
        Where `similarity` has the later texts; shape (m,).
    """

    labels: Ints
    nearness: NDArray[np.float64]
    similarity: Similarity
    rows: Ints


def join(
    fitted: Fitted,
    labels: Ints,
    texts: Sequence[str],
    *,
    context: ThemeContext,
    encoder: Encoder,
    weights: Weights,
    threshold: float | None = None,
    min_size: int = 2,
) -> Joined:
    """Let later texts join groups of earlier ones.

    Parameters
    ----------
    fitted : Fitted
        What the earlier texts were grouped by.
    labels : ndarray of int64, shape (n,)
        Group of each earlier text, `NONE` or `GONE`.
    texts : sequence of str, length m
        Their order does not matter.
    context : ThemeContext
        Of the later texts.
    encoder, weights, threshold, min_size
        As the groups were found with.
    """
    threshold = THRESHOLD if threshold is None else threshold
    n, m = len(labels), len(texts)
    order = np.array(canonical_order(texts, context), dtype=np.int64)
    context = reorder(context, order.tolist())
    said = what_is_said([texts[i] for i in order.tolist()], context)
    both = fitted.space.extended(said, encoder=encoder, weights=weights, context=context)
    later = np.arange(n, n + m)
    alike = both.rows(later)
    smooth = _smoother(fitted.smooth, both, alike, labels, weights)
    rows = _smoothed(both, smooth, later)
    _mark_same_words(rows, said, fitted.space.said)

    n_groups = int(labels.max(initial=NONE)) + 1
    means = _means(rows[:, :n], labels, n_groups)
    near = means.max(axis=1, initial=-1.0)
    joins = near >= threshold
    found = np.concatenate([labels, np.full(m, NONE)])
    found[later[joins]] = means[joins].argmax(axis=1) if n_groups else NONE
    left = later[found[later] == NONE]
    loose = np.flatnonzero(labels == NONE)
    loose = loose[(rows[left - n][:, loose] >= threshold).any(axis=0)]
    some = np.concatenate([loose, left])
    between = np.concatenate([_smoothed(both, smooth, loose), rows[left - n]])[:, some]
    found[some] = n_groups + cut_tree(linkage_tree(iter([between]), len(some)), 1.0 - threshold)[: len(some)]
    if context.summaries:
        alone = np.bincount(found[found >= 0])[found[later]] == 1
        found[later] = join_echoes(found[later], alike[:, n:], context, alone=alone)
    size = np.bincount(found[found >= 0], minlength=n_groups)
    found[(found >= n_groups) & np.isin(found, np.flatnonzero(size < min_size))] = NONE
    out, nearness = found.copy(), np.zeros(m)
    out[n + order] = found[later]
    nearness[order] = np.where(found[later] < n_groups, near, 0.0)
    rows_of = np.empty(m, dtype=np.int64)
    rows_of[order] = later
    return Joined(out, nearness, both, rows_of)


def _smoothed(both: Similarity, smooth: csr_array, rows: Ints) -> Floats:
    """Return the similarities after smoothing of some texts to all, shape (len(rows), n)."""
    half = _moved_to_all(both, smooth[rows])
    out: Floats = np.round(np.asarray(smooth @ half.T).T, 5)
    return out


def _moved_to_all(both: Similarity, moved: csr_array) -> Floats:
    """Return the similarities of texts that are moved, each a mixture of texts, to all as they are."""
    out = both.products([moved @ vectors for _, vectors in both.parts])
    # A text is as like itself as can be, whatever its vectors say.
    mixed = np.unique(moved.indices).astype(np.int64)
    lacking = np.zeros(both.n, dtype=np.float32)
    lacking[mixed] = np.float32(1.0) - both.own(mixed)
    more: Floats = moved.multiply(lacking[None, :]).toarray()
    return out + more


def _smoother(
    before: csr_array, both: Similarity, alike: Floats, labels: Ints, weights: Weights
) -> csr_array:
    """Return what moves every text towards its nearest: earlier ones as then, later ones by all there are."""
    import scipy.sparse

    n, m = len(labels), len(alike)
    there = np.concatenate([labels != GONE, np.ones(m, dtype=bool)])
    later = np.arange(n, n + m)
    others, how = similarity.nearest(
        np.where(there, alike, np.float32(-1.0)), weights.neighbours_smoothed, own=later
    )
    index = np.concatenate([later[:, None], others], axis=1)
    value = np.concatenate([np.ones((m, 1), dtype=np.float32), np.float32(weights.smoothing) * how], axis=1)
    rows = np.repeat(np.arange(m), index.shape[1])
    moved = scipy.sparse.csr_array((value.ravel(), (rows, index.ravel())), shape=(m, n + m))
    length = np.sqrt(np.maximum(moved.multiply(_moved_to_all(both, moved)).sum(axis=1), 1e-9))
    moved = scipy.sparse.diags_array(1.0 / np.asarray(length).ravel()).astype(np.float32) @ moved
    widened = scipy.sparse.csr_array((before.data, before.indices, before.indptr), shape=(n, n + m))
    stacked: csr_array = scipy.sparse.vstack([widened, moved], format="csr")
    return stacked


def _mark_same_words(rows: Floats, later: Sequence[str], earlier: Sequence[str]) -> None:
    """Make texts of the same words as like each other as can be."""
    places: dict[str, list[int]] = {}
    wanted = {same_words(text) for text in later}
    for place, text in enumerate([*earlier, *later]):
        if (key := same_words(text)) in wanted:
            places.setdefault(key, []).append(place)
    for row, text in zip(rows, later, strict=True):
        row[places[same_words(text)]] = 1.0


def _means(rows: Floats, labels: Ints, n_groups: int) -> NDArray[np.float64]:
    """Return the mean similarity of each later text to each group, shape (m, n_groups)."""
    import scipy.sparse

    inside = np.flatnonzero(labels >= 0)
    size = np.bincount(labels[inside], minlength=n_groups)
    share = scipy.sparse.csr_array(
        (1.0 / np.maximum(size, 1)[labels[inside]], (labels[inside], inside)), shape=(n_groups, len(labels))
    )
    means: NDArray[np.float64] = np.round(np.asarray(share @ rows.T).T, 5)
    means[:, size == 0] = -1.0
    return means
