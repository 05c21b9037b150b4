"""RemissBench: bills whose points are labelled with the section that quotes them; scores of a clustering.

A file holds one bill a line: ``{bill, sections, points: [{section, text}]}``. Sections are coarse and found
by rule, so scores compare systems and mean little as absolutes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_mutual_info_score

FEWEST_SECTIONS = 5
Labels = NDArray[np.int64]
System = Callable[[list[str]], Labels]


@dataclass(frozen=True)
class Bill:
    """The points of one bill, in document order, and the section of each."""

    name: str
    texts: list[str]
    sections: Labels


@dataclass(frozen=True)
class Score:
    """Means over bills; seconds are for all of them."""

    ami: float
    b3: float
    clusters_per_section: float
    left_out: float
    seconds: float


def read_bills(path: Path) -> list[Bill]:
    """Read the bills with `FEWEST_SECTIONS` sections or more."""
    bills = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sections = np.array([int(point["section"]) for point in row["points"]], dtype=np.int64)
        if len(set(sections.tolist())) >= FEWEST_SECTIONS:
            bills.append(Bill(row["bill"], [point["text"] for point in row["points"]], sections))
    return bills


def close(labels: Labels) -> Labels:
    """Make every -1 a cluster of its own, so that leaving points out costs."""
    labels = np.asarray(labels, dtype=np.int64).copy()
    left_out = np.flatnonzero(labels == -1)
    labels[left_out] = labels.max(initial=-1) + 1 + np.arange(len(left_out))
    return labels


def b_cubed_f1(predicted: Labels, gold: Labels) -> float:
    """Return B-cubed F1 (Bagga & Baldwin 1998)."""
    together = np.equal.outer(predicted, predicted)
    right = np.equal.outer(gold, gold)
    both = (together & right).sum(axis=1)
    precision, recall = (both / together.sum(axis=1)).mean(), (both / right.sum(axis=1)).mean()
    return float(2 * precision * recall / (precision + recall))


def score_labels(labels: Labels, gold: Labels) -> tuple[float, float]:
    """Return adjusted mutual information and B-cubed F1."""
    closed = close(labels)
    return float(adjusted_mutual_info_score(gold, closed)), b_cubed_f1(closed, gold)


def score_system(system: System, bills: Sequence[Bill]) -> Score:
    """Score a system as means over bills, each bill counting the same."""
    rows, seconds = [], 0.0
    for bill in bills:
        start = time.perf_counter()
        labels = np.asarray(system(bill.texts))
        seconds += time.perf_counter() - start
        clusters = len(set(labels.tolist()) - {-1}) / len(set(bill.sections.tolist()))
        rows.append((*score_labels(labels, bill.sections), clusters, float((labels == -1).mean())))
    return Score(*(float(mean) for mean in np.mean(rows, axis=0)), seconds=seconds)
