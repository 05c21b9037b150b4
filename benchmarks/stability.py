"""How much the teman move when a tenth of the synpunkter is left out.

    python benchmarks/stability.py DEV.jsonl [--draws 10]

RemissBench does not tell which response a point comes from, so a random tenth of a bill's points stands for
the responses that might not have come. Every draw clusters the points that remain and compares with the
clustering of all of them: how many pairs of the points that remain share a tema in only one of the two? As a
share of all those pairs, and, since most pairs have nothing in common, of those that share a tema in the one
or the other (one minus Jaccard's index of the two sets of pairs). A point that is left out of every tema
shares one with nobody. Printed for every bill as mean and worst over the draws.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bills import Labels, System, close, read_bills

from remissnlp.embedding import load_encoder
from remissnlp.themes import ThemeModel

LEFT_OUT = 0.10


@dataclass(frozen=True)
class Moved:
    """Pairs that share a tema in one clustering only: as a share of those that do in either, and of all."""

    of_either: float
    of_all: float


def moved_pairs(before: Labels, after: Labels) -> Moved:
    """Compare two clusterings of the same points."""
    upper = np.triu_indices(len(before), k=1)
    first = np.equal.outer(close(before), close(before))[upper]
    second = np.equal.outer(close(after), close(after))[upper]
    moved, either = int((first ^ second).sum()), int((first | second).sum())
    return Moved(moved / max(1, either), moved / max(1, len(first)))


def leave_out(system: System, texts: list[str], *, draws: int, seed: int = 0) -> Iterator[Moved]:
    """Yield how many pairs move, for every draw of texts to leave out."""
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
    of_all, worst, of_either = [], [], []
    print("| bill | points | teman | of all pairs, mean | worst | of pairs in a tema, mean | worst |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for bill in read_bills(options.file):
        moved = list(leave_out(model.fit_predict, bill.texts, draws=options.draws))
        teman = model.fit(bill.texts).n_clusters_
        every, either = [m.of_all for m in moved], [m.of_either for m in moved]
        of_all.append(float(np.mean(every)))
        worst.append(max(every))
        of_either.append(float(np.mean(either)))
        print(
            f"| {bill.name} | {len(bill.texts)} | {teman} | {of_all[-1]:.3f} | {worst[-1]:.3f}"
            f" | {of_either[-1]:.3f} | {max(either):.3f} |",
            flush=True,
        )
    print(f"\nOf all pairs: mean {np.mean(of_all):.3f}, worst draw of any bill {max(worst):.3f}.")
    print(f"Of pairs that share a tema before or after: mean {np.mean(of_either):.3f}.")


if __name__ == "__main__":
    main()
