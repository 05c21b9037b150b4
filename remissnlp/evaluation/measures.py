"""The measures: pure functions over labels and sets of codes, with a weight for every item.

A weight says how often an item was drawn, so that a bootstrap replicate is the same measure with other
weights; all ones is the measure itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Codes = frozenset[str]
Floats = NDArray[np.float64]
Distance = Callable[[Codes, Codes], float]


def share_a_code(codes: Sequence[Codes]) -> NDArray[np.bool_]:
    """Tell for every two items whether they share a code, shape (n, n)."""
    names = {name: j for j, name in enumerate(sorted(set().union(*codes)))}
    has = np.zeros((len(codes), len(names)), dtype=np.float32)
    for row, some in zip(has, codes, strict=True):
        row[[names[name] for name in some]] = 1.0
    return np.asarray(has @ has.T > 0)


def b_cubed(together: NDArray[np.bool_], right: NDArray[np.bool_], weights: Floats) -> Floats:
    """Return B-cubed precision, recall and F1 (Bagga & Baldwin 1998; Amigó et al. 2009).

    Precision: of the items that share an item's cluster, itself among them, the share that shares its
    category; recall the other way round; both as means over items.

    Parameters
    ----------
    together : ndarray of bool, shape (n, n)
        Whether two items share a cluster.
    right : ndarray of bool, shape (n, n)
        Whether two items share a category; with several codes an item, whether they share any.
    weights : ndarray of float64, shape (draws, n)

    Returns
    -------
    ndarray of float64, shape (draws, 3)
        NaN where a draw holds nothing.
    """
    shared = _sums(weights, together & right)
    with np.errstate(invalid="ignore", divide="ignore"):
        of_cluster = np.where(weights > 0, shared / _sums(weights, together), 0.0)
        of_category = np.where(weights > 0, shared / _sums(weights, right), 0.0)
        total = weights.sum(axis=1)
        precision = (weights * of_cluster).sum(axis=1) / total
        recall = (weights * of_category).sum(axis=1) / total
        f1 = 2 * precision * recall / (precision + recall)
    return np.stack([precision, recall, f1], axis=1)


def _sums(weights: Floats, pairs: NDArray[np.bool_]) -> Floats:
    """Return for every draw and item the weight of the items that it is paired with."""
    from scipy.sparse import csr_array

    return np.asarray(weights @ csr_array(pairs.astype(np.float64)))


def adjusted_mutual_information(
    clusters: NDArray[np.int64], categories: NDArray[np.int64], weights: Floats
) -> Floats:
    """Return adjusted mutual information (Vinh, Epps & Bailey 2010) of every draw, shape (draws,)."""
    from sklearn.metrics import adjusted_mutual_info_score

    out = np.full(len(weights), np.nan)
    for i, row in enumerate(weights.astype(np.int64)):
        if row.any():
            out[i] = adjusted_mutual_info_score(np.repeat(categories, row), np.repeat(clusters, row))
    return out


def nominal(first: Codes, second: Codes) -> float:
    """Return 0 where two sets of codes are the same, else 1."""
    return float(first != second)


def masi(first: Codes, second: Codes) -> float:
    """Return the MASI distance of two sets of codes (Passonneau 2006); `nominal` where each holds one.

    One minus Jaccard's index times 1 where the sets are the same, 2/3 where one holds the other, 1/3 where
    they overlap otherwise and 0 where they share nothing.
    """
    if first == second:
        return 0.0
    shared = first & second
    alike = 2 / 3 if first <= second or second <= first else 1 / 3 if shared else 0.0
    return 1.0 - alike * len(shared) / len(first | second)


def krippendorff_alpha(
    units: Sequence[Sequence[Codes]], weights: Floats, *, distance: Distance = masi
) -> Floats:
    """Return Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").

    Parameters
    ----------
    units : sequence of sequences
        The values that each unit was given, one for every coder who coded it.
    weights : ndarray of float64, shape (draws, n)
    distance : callable
        The metric, squared: 0 for the same values.

    Returns
    -------
    ndarray of float64, shape (draws,)
        NaN where no unit has two values, or all values are the same: without variation reliability cannot
        be told.
    """
    values: dict[Codes, int] = {}
    for unit in units:
        for value in unit:
            values.setdefault(value, len(values))
    apart = np.array([[distance(a, b) for b in values] for a in values]).reshape(len(values), len(values))
    counts = np.zeros((len(units), len(values)))
    for row, unit in zip(counts, units, strict=True):
        for value in unit:
            row[values[value]] += 1
    size = counts.sum(axis=1)
    pairable = size >= 2
    counts, size, weights = counts[pairable], size[pairable], weights[:, pairable]
    observed = np.einsum("uk,kl,ul->u", counts, apart, counts) / np.maximum(size - 1, 1)
    total = weights @ size
    of_value = weights @ counts
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = np.einsum("dk,kl,dl->d", of_value, apart, of_value) / (total * (total - 1))
        return np.asarray(np.where(expected > 0, 1.0 - (weights @ observed) / total / expected, np.nan))


def best_assignment(pairs: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Match clusters with categories one to one so that as many items as can be agree (Kuhn 1955).

    Parameters
    ----------
    pairs : mapping of (cluster, category) to the number of items they share

    Returns
    -------
    dict
        Cluster → category; clusters that share nothing with the category left for them have none.
    """
    from scipy.optimize import linear_sum_assignment

    clusters = sorted({cluster for cluster, _ in pairs})
    categories = sorted({category for _, category in pairs})
    table = np.zeros((len(clusters), len(categories)))
    for (cluster, category), shared in pairs.items():
        table[clusters.index(cluster), categories.index(category)] = shared
    matched = zip(*linear_sum_assignment(table, maximize=True), strict=True)
    return {clusters[i]: categories[j] for i, j in matched if table[i, j] > 0}


def draw_weights(groups: Sequence[Hashable], *, draws: int, random: np.random.Generator) -> Floats:
    """Draw groups with replacement; return how often each item's group was drawn, shape (draws, n).

    Efron's bootstrap; items of one group are drawn together, as those of a response depend on each other.
    """
    numbers: dict[Hashable, int] = {}
    of_item = np.array([numbers.setdefault(group, len(numbers)) for group in groups], dtype=np.int64)
    n = len(numbers)
    if n == 0:
        return np.zeros((draws, 0))
    counts = random.multinomial(n, np.full(n, 1 / n), size=draws)
    return np.asarray(counts[:, of_item], dtype=np.float64)


def interval(value: float, drawn: Floats, *, low: float, high: float) -> tuple[float, float] | None:
    """Return the 95 % interval around `value`: 1.96 bootstrap standard errors each way, inside the bounds.

    The standard normal interval (Efron & Tibshirani 1993, chapter 13). The percentiles of the draws
    themselves lie too high: an item that is drawn twice agrees with itself.
    """
    drawn = drawn[np.isfinite(drawn)]
    if not np.isfinite(value) or len(drawn) < 2:
        return None
    half = 1.96 * float(drawn.std(ddof=1))
    return max(low, value - half), min(high, value + half)
