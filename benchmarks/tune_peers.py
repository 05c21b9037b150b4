"""Tune BERTopic, Top2Vec, k-means and LDA on the training bills of RemissBench, each at its best.

    python benchmarks/tune_peers.py TRAIN.jsonl [--bills 19] [--peer NAME ...]

Every setting of a small grid is scored by the mean over bills of adjusted mutual information and B-cubed F1,
as the weights of ThemeModel were. `remissbench.TUNED` holds the best rows. Development and test files have
no place here.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import peers
from bills import Labels, read_bills, score_system

Settings = dict[str, Any]


def grid(**values: Iterable[Any]) -> list[Settings]:
    """Return every combination of the values."""
    return [dict(zip(values, row, strict=True)) for row in itertools.product(*values.values())]


UMAP_GRID = {"neighbours": (5, 10, 15), "components": (5, 10), "smallest": (2, 3, 5)}
ROOTS = (1.0, 1.5, 2.0, 2.5, 3.0)
GRIDS: dict[str, tuple[Callable[..., Labels], list[Settings]]] = {
    "bertopic": (peers.bertopic, grid(**UMAP_GRID, samples=(None, 1), encode=(peers.plain, peers.prepared))),
    "top2vec": (peers.top2vec, grid(**UMAP_GRID, min_count=(2,), encode=(peers.plain, peers.prepared))),
    "k_means": (peers.k_means, grid(per_root=ROOTS, encode=(peers.plain, peers.prepared))),
    "lda": (peers.lda, grid(per_root=ROOTS)),
}


def main() -> None:
    """Print each peer's grid, the best row first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path)
    parser.add_argument("--bills", type=int, default=19, help="so many bills, spread over the file")
    parser.add_argument("--peer", nargs="*", choices=GRIDS, default=list(GRIDS))
    options = parser.parse_args()
    bills = read_bills(options.train)
    bills = bills[:: max(1, len(bills) // options.bills)]
    for name in options.peer:
        function, settings = GRIDS[name]
        rows = []
        for setting in settings:
            score = score_system(lambda texts, f=function, s=setting: f(texts, **s), bills)
            rows.append((score.ami + score.b3, score, setting))
        rows.sort(key=lambda row: -row[0])
        print(f"\n{name}, {len(bills)} bills\n   AMI     B3  settings")
        for _, score, setting in rows:
            told = {key: getattr(value, "__name__", value) for key, value in setting.items()}
            print(f"{score.ami:.4f} {score.b3:.4f}  {told}", flush=True)


if __name__ == "__main__":
    main()
