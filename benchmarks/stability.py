"""How much the teman move when a tenth of the synpunkter is left out.

    python benchmarks/stability.py DEV.jsonl [--draws 10]

RemissBench does not tell which response a point comes from, so a random tenth of a bill's points stands for
the responses that might not have come. Every draw clusters the points that remain and compares with the
clustering of all of them, over the remaining points: of the pairs that share a tema in the one or the other,
how many share one in only one of them? (One minus Jaccard's index of the two sets of pairs; a point that is
left out of every tema shares one with nobody.) Printed for every bill as mean and worst over the draws.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bills import Labels, System, close, read_bills

from remissnlp.embedding import load_encoder
from remissnlp.themes import ThemeModel

LEFT_OUT = 0.10


def moved_pairs(before: Labels, after: Labels) -> float:
    """Return the share of pairs together in `before` or `after` that are together in only one of them."""
    upper = np.triu_indices(len(before), k=1)
    first = np.equal.outer(close(before), close(before))[upper]
    second = np.equal.outer(close(after), close(after))[upper]
    either = int((first | second).sum())
    return int((first ^ second).sum()) / either if either else 0.0


def leave_out(system: System, texts: list[str], *, draws: int, seed: int = 0) -> Iterator[float]:
    """Yield the share of pairs that moves, for every draw of texts to leave out."""
    labels = system(texts)
    random = np.random.default_rng(seed)
    for _ in range(draws):
        gone = random.choice(len(texts), size=max(1, round(LEFT_OUT * len(texts))), replace=False)
        kept = np.setdiff1d(np.arange(len(texts)), gone)
        yield moved_pairs(labels[kept], system([texts[i] for i in kept]))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--draws", type=int, default=10)
    options = parser.parse_args()
    model = ThemeModel(encoder=load_encoder(), random_state=0)
    means = []
    print("| bill | points | teman | pairs moved, mean | worst draw |")
    print("| --- | --- | --- | --- | --- |")
    for bill in read_bills(options.file):
        moved = list(leave_out(model.fit_predict, bill.texts, draws=options.draws))
        teman = model.fit(bill.texts).n_clusters_
        means.append(float(np.mean(moved)))
        print(
            f"| {bill.name} | {len(bill.texts)} | {teman} | {means[-1]:.3f} | {max(moved):.3f} |", flush=True
        )
    over = sum(mean > 0.15 for mean in means)
    print(f"\nMean over {len(means)} bills: {np.mean(means):.3f}; over 0.15 in {over} of them.")


if __name__ == "__main__":
    main()
