"""Ways to cluster, all on ThemeModel's similarities: each fitted on the training bills, shown on others once.

    python benchmarks/clusterings.py TRAIN.jsonl DEV.jsonl

Every setting of a small grid is scored on the training bills by the mean of adjusted mutual information (AMI)
and B-cubed F1 (B3); the best is then scored on the other bills. "Pairs moved" is how much the clusters of
those change when a tenth of the points is left out (`stability.py`), three draws a bill. Leiden and EVoC need
``.[benchmarks]``, in an environment of its own, and are left out where they are not installed.
"""

from __future__ import annotations

import argparse
import itertools
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bills import Bill, Labels, read_bills, score_system
from numpy.typing import NDArray
from peers import missing
from sklearn.cluster import HDBSCAN, AffinityPropagation
from stability import leave_out

from remissnlp.embedding import load_encoder
from remissnlp.themes.clustering import cut_tree
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.engine import smoothed_blocks, smoother_for, what_is_said
from remissnlp.themes.space import Weights, fit_space

Matrix = NDArray[np.float64]
Settings = dict[str, Any]


def similarities(texts: list[str]) -> Matrix:
    """Return the similarities that ThemeModel clusters, symmetric, ones on the diagonal."""
    said = what_is_said(texts, ThemeContext())
    found = fit_space(said, encoder=load_encoder(), weights=Weights()).similarity.matrix()
    mixed = np.concatenate(list(smoothed_blocks(found, said, smoother_for(found, Weights())))).astype(
        np.float64
    )
    mixed = (mixed + mixed.T) / 2
    np.fill_diagonal(mixed, 1.0)
    return mixed


def linkage(s: Matrix, *, method: str, threshold: float) -> Labels:
    """Hierarchical clustering, cut where groups are less alike than `threshold`."""
    from scipy.cluster import hierarchy
    from scipy.spatial.distance import squareform

    distances = np.maximum(1.0 - s, 0.0).round(5)
    return cut_tree(hierarchy.linkage(squareform(distances, checks=False), method), 1.0 - threshold)


def hdbscan(s: Matrix, *, smallest: int, samples: int, selection: str) -> Labels:
    """HDBSCAN (Campello, Moulavi & Sander 2013)."""
    model = HDBSCAN(
        min_cluster_size=smallest,
        min_samples=min(samples, len(s)),
        metric="precomputed",
        cluster_selection_method=selection,
        copy=True,
    )
    return np.asarray(model.fit_predict(np.maximum(1.0 - s, 0.0)))


def affinity(s: Matrix, *, quantile: float) -> Labels:
    """Affinity propagation (Frey & Dueck 2007); a text's preference is a quantile of the similarities."""
    preference = float(np.quantile(s[np.triu_indices(len(s), k=1)], quantile))
    model = AffinityPropagation(
        affinity="precomputed", preference=preference, damping=0.7, max_iter=1000, random_state=0
    )
    return np.asarray(model.fit_predict(s))


def leiden(s: Matrix, *, neighbours: int, resolution: float) -> Labels:
    """Leiden (Traag, Waltman & van Eck 2019) on the graph of nearest neighbours, modularity."""
    import igraph
    import leidenalg

    rows, columns, weights = _graph(s, neighbours)
    graph = igraph.Graph(n=len(s), edges=list(zip(rows, columns, strict=True)))
    found = leidenalg.find_partition(
        graph,
        leidenalg.RBConfigurationVertexPartition,
        weights=weights,
        resolution_parameter=resolution,
        seed=0,
    )
    return np.asarray(found.membership)


def _graph(s: Matrix, neighbours: int) -> tuple[list[int], list[int], list[float]]:
    """Return the edges to each text's nearest, both ways, and how alike their ends are."""
    others = s.copy()
    np.fill_diagonal(others, -np.inf)
    keep = min(neighbours, len(s) - 1)
    near = np.zeros(s.shape, dtype=bool)
    near[np.arange(len(s))[:, None], np.argsort(-others, axis=1, kind="stable")[:, :keep]] = True
    rows, columns = np.nonzero(np.triu((near | near.T) & (s > 0), k=1))
    return rows.tolist(), columns.tolist(), s[rows, columns].tolist()


def correlation(s: Matrix, *, offset: float) -> Labels:
    """Correlation clustering (Bansal, Blum & Chawla 2004): similarity over `offset` speaks for a pair.

    Single texts move while the sum grows, from every text alone: the first phase of Louvain.
    """
    gain = s - offset
    np.fill_diagonal(gain, 0.0)
    labels = np.arange(len(gain))
    for _ in range(50):
        moved = False
        for i in range(len(gain)):
            sums = np.bincount(labels, weights=gain[i], minlength=len(gain))
            alone = np.flatnonzero(np.bincount(labels, minlength=len(gain)) == 0)[:1]
            best = int(np.argmax(sums))
            if sums[best] <= 0 and len(alone):
                best = int(alone[0])
            if sums[best] > sums[labels[i]] + 1e-9:
                labels[i], moved = best, True
        if not moved:
            break
    return labels


def evoc(s: Matrix, *, smallest: int, noise: float, neighbours: int) -> Labels:
    """EVoC (McInnes 2025), on vectors whose inner products are the similarities; its finest layer."""
    from evoc import EVoC

    values, axes = np.linalg.eigh(s)
    vectors = (axes * np.sqrt(np.maximum(values, 0.0))).astype(np.float32)
    model = EVoC(
        base_min_cluster_size=smallest,
        noise_level=noise,
        n_neighbors=min(neighbours, len(s) - 1),
        min_samples=min(5, smallest),
        random_state=0,
    )
    try:
        model.fit(vectors)
    except (ValueError, IndexError, ZeroDivisionError):  # too few texts for it
        return np.full(len(s), -1)
    return np.asarray(model.cluster_layers_[0])


@dataclass(frozen=True)
class Method:
    """A way to cluster, its grid and the packages it needs."""

    name: str
    cluster: Callable[..., Labels]
    grid: Sequence[Settings]
    needs: tuple[str, ...] = ()


def _grid(**values: Iterable[Any]) -> list[Settings]:
    return [dict(zip(values, row, strict=True)) for row in itertools.product(*values.values())]


CUTS = (0.02, 0.04, 0.06, 0.08, 0.10, 0.12, 0.14, 0.16, 0.20, 0.24)
METHODS = (
    Method("average linkage", linkage, _grid(method=["average"], threshold=CUTS)),
    Method("complete linkage", linkage, _grid(method=["complete"], threshold=CUTS[:5])),
    Method("HDBSCAN", hdbscan, _grid(smallest=(2, 3, 5), samples=(1, 2, 3), selection=("eom", "leaf"))),
    Method("affinity propagation", affinity, _grid(quantile=(0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9))),
    Method("correlation clustering", correlation, _grid(offset=CUTS)),
    Method(
        "Leiden, nearest neighbours",
        leiden,
        _grid(neighbours=(5, 10, 15), resolution=(0.5, 1.0, 1.5, 2.0, 3.0)),
        ("leidenalg", "igraph"),
    ),
    Method("EVoC", evoc, _grid(smallest=(2, 3, 5), noise=(0.0, 0.3, 0.5), neighbours=(5, 10, 15)), ("evoc",)),
)


def fit(method: Method, bills: Sequence[Bill], known: dict[str, Matrix]) -> tuple[Settings, float, float]:
    """Return the best settings on the bills, with their AMI and B3."""
    rows = []
    for settings in method.grid:
        score = score_system(lambda texts, s=settings: method.cluster(known["\n".join(texts)], **s), bills)
        rows.append((score.ami + score.b3, score.ami, score.b3, settings))
    _, ami, b3, settings = max(rows, key=lambda row: row[0])
    return settings, ami, b3


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--draws", type=int, default=3)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    train, dev = read_bills(options.train), read_bills(options.dev)
    known = {"\n".join(bill.texts): similarities(bill.texts) for bill in train}
    head = ("clustering", "fitted", "train AMI", "train B3", "AMI", "B3", "clusters per section", "left out")
    print(f"| {' | '.join((*head, 'pairs moved', 'seconds'))} |\n|{' --- |' * (len(head) + 2)}")
    for method in METHODS:
        if absent := missing(*method.needs):
            print(f"| {method.name} | not run: {absent} is not installed |")
            continue
        settings, train_ami, train_b3 = fit(method, train, known)

        def system(texts: list[str], m: Method = method, s: Settings = settings) -> Labels:
            return m.cluster(similarities(texts), **s)

        score = score_system(system, dev)
        moved = [m.of_either for bill in dev for m in leave_out(system, bill.texts, draws=options.draws)]
        fitted = ", ".join(f"{key} {value}" for key, value in settings.items())
        figures = (train_ami, train_b3, score.ami, score.b3)
        print(
            f"| {method.name} | {fitted} | {' | '.join(f'{x:.3f}' for x in figures)} "
            f"| {score.clusters_per_section:.2f} | {score.left_out:.2f} | {np.mean(moved):.3f} "
            f"| {score.seconds:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
