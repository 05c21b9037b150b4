"""Fit the weights and the threshold of the theme engine on the training bills of RemissBench.

    python benchmarks/fit_themes.py UNREAD.jsonl --model MODEL

The embedded encoder has read the training bills, so the weights are fitted with one that has not, see
`unread.py`; fitted with the embedded one, vectors weigh too much.

Every bill's parts (dense, lexical, kind) are computed once; a grid over mixture, smoothing and threshold is
then scored by the mean over bills of adjusted mutual information and B-cubed F1. `Weights` tells how
the defaults were chosen among its rows. A second table shows how close texts are to count that stand
near each other. A bill goes through its sections one by one, so order by itself says much there, and the more
weight it has the better the score; in the responses it says less. So the weight is to cost
nothing where order says nothing, with the points shuffled. Development and test files have no place here.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path

import numpy as np
from bills import Bill, read_bills, score_labels, score_system

from remissnlp.embedding import load_encoder
from remissnlp.themes import ThemeModel, similarity
from remissnlp.themes.clustering import cut_tree, linkage_tree
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.engine import smoothed_blocks, smoother_for, what_is_said
from remissnlp.themes.kind import fit_kinds
from remissnlp.themes.lexical import character_tfidf
from remissnlp.themes.space import Weights

DENSE = (0.2, 0.3, 0.4, 0.5)
KIND = (0.0, 0.06, 0.12, 0.2)
POWERS = (1.5, 2.0, 2.5)
SMOOTHING = ((0.0, 1), (0.25, 5), (0.5, 5), (0.5, 8), (0.75, 8))
THRESHOLDS = (0.08, 0.10, 0.12, 0.14, 0.16, 0.18, 0.20)
NEARBY = (0.0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08)
SHUFFLES = 3


def main() -> None:
    """Print the grid, the best row first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path)
    parser.add_argument("--model", help="by default the embedded one")
    parser.add_argument("--top", type=int, default=15, help="rows to print")
    options = parser.parse_args()
    encoder = load_encoder(options.model)
    bills = read_bills(options.train)
    said = [what_is_said(bill.texts, ThemeContext()) for bill in bills]
    dense = [_inner(similarity.centre(encoder.encode(texts), prior=similarity.PRIOR)) for texts in said]
    kinds = [_inner(fit_kinds(texts, encoder=encoder)[1]) for texts in said]
    rows = []
    for power in POWERS:
        vectors = [character_tfidf(texts, power=power) for texts in said]
        lexical = [(v @ v.T).toarray() for v in vectors]
        for share, kind, (smoothing, count) in itertools.product(DENSE, KIND, SMOOTHING):
            weights = Weights(smoothing=smoothing, neighbours_smoothed=count)
            trees = []
            for d, x, k, texts in zip(dense, lexical, kinds, said, strict=True):
                mixed = (share * d + (1 - share) * x + kind * k).astype(np.float32)
                np.fill_diagonal(mixed, 1.0)
                trees.append(
                    linkage_tree(smoothed_blocks(mixed, texts, smoother_for(mixed, weights)), len(texts))
                )
            for threshold in THRESHOLDS:
                scores = [
                    score_labels(cut_tree(tree, 1.0 - threshold), bill.sections)
                    for tree, bill in zip(trees, bills, strict=True)
                ]
                ami, b3 = np.mean(scores, axis=0)
                rows.append((ami + b3, ami, b3, power, share, kind, smoothing, count, threshold))
    rows.sort(key=lambda row: -row[0])
    print("   AMI     B3  power  dense  kind  smoothing  neighbours  threshold")
    for _, ami, b3, power, share, kind, smoothing, count, threshold in rows[: options.top]:
        print(f"{ami:.4f} {b3:.4f}  {power:5}  {share:5}  {kind:4}  {smoothing:9}  {count:10}  {threshold:9}")
    print("\n         in order         shuffled\nnearby  AMI     B3      AMI     B3")
    for nearby in NEARBY:
        model = ThemeModel(encoder=encoder, weights=Weights(nearby=nearby), random_state=0)
        ordered = score_system(model.fit_predict, bills)
        heaps = [[shuffled(bill, seed) for bill in bills] for seed in range(SHUFFLES)]
        mixed = [score_system(model.fit_predict, heap) for heap in heaps]
        ami, b3 = (float(np.mean([getattr(score, name) for score in mixed])) for name in ("ami", "b3"))
        print(f"{nearby:6}  {ordered.ami:.4f}  {ordered.b3:.4f}  {ami:.4f}  {b3:.4f}")


def shuffled(bill: Bill, seed: int) -> Bill:
    """Return a bill whose points stand in no order."""
    order = np.random.default_rng(seed).permutation(len(bill.texts))
    return Bill(bill.name, [bill.texts[i] for i in order], bill.sections[order])


def _inner(vectors: np.ndarray) -> np.ndarray:
    return vectors @ vectors.T


if __name__ == "__main__":
    main()
