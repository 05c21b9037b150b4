"""Fit how near a synpunkt must be to a code of the codebook, on the training bills of RemissBench.

    python benchmarks/fit_codebook.py TRAIN.jsonl

Every other section with four points or more becomes a code, with its first points as examples; the rest are
subjects that the codebook does not know. Printed for each threshold, over all points that are no example: how
many were given a code, how many of these rightly, how many of the points that have a code were given it, and
the F1 of the two.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from bills import read_bills

from remissnlp.embedding import load_encoder
from remissnlp.themes.coding import code_similarities
from remissnlp.themes.frames import strip_frames

EXAMPLES = 3
"""Points of a section that become examples."""


def main() -> None:
    """Print a line for each threshold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path)
    options = parser.parse_args()
    encoder = load_encoder()
    best, right, coded = [], [], []
    for bill in read_bills(options.train):
        said = strip_frames(bill.texts)
        sections = bill.sections.tolist()
        count = Counter(sections)
        large = sorted(s for s in count if count[s] > EXAMPLES)[::2]
        places = {s: [i for i, other in enumerate(sections) if other == s] for s in large}
        examples = {s: places[s][:EXAMPLES] for s in large}
        taken = {i for some in examples.values() for i in some}
        rest = [i for i in range(len(said)) if i not in taken]
        if not large or not rest:
            continue
        codes = [[said[i] for i in examples[s]] for s in large]
        alike = code_similarities([said[i] for i in rest], codes, encoder=encoder)
        best += alike.max(axis=1).tolist()
        right += [sections[i] == large[j] for i, j in zip(rest, alike.argmax(axis=1).tolist(), strict=True)]
        coded += [sections[i] in large for i in rest]
    near, correct, known = np.array(best), np.array(right), np.array(coded)
    print(f"{len(near)} points, {known.sum()} of them with a code\nnear   coded  right  found     F1")
    for threshold in np.arange(0.10, 0.56, 0.05):
        given = near >= threshold
        precision = correct[given].mean() if given.any() else 0.0
        recall = (correct & given).sum() / known.sum()
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{threshold:.2f}   {given.mean():.3f}  {precision:.3f}  {recall:.3f}  {f1:.3f}")


if __name__ == "__main__":
    main()
