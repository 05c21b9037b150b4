"""How good an encoder is: two measures, both without anything of the encoder's own making."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder, normalise
from remissnlp.errors import RemissnlpError

Vectorise = Callable[[Sequence[str]], NDArray[np.float32]]
FEWEST_SECTIONS = 5
SEEDS = range(5)


def neighbour_accuracy(encoder: Encoder, firsts: Sequence[str], seconds: Sequence[str]) -> float:
    """Return how often a sentence is closest to its own neighbour, among all of `seconds`.

    ``seconds[i]`` follows ``firsts[i]`` in the text. Vectors are centred, as the themes centre them.
    """
    if not firsts:
        return 0.0
    left, right = encoder.encode(firsts), encoder.encode(seconds)
    mean = (left.mean(axis=0) + right.mean(axis=0)) / 2
    cosines = normalise(left - mean) @ normalise(right - mean).T
    return float((cosines.argmax(axis=1) == np.arange(len(firsts))).mean())


def section_ami(vectorise: Vectorise, bench: Path) -> float:
    """Return how well clusters of points agree with the sections that quote them.

    Each line of `bench` is a bill: ``{"points": [{"section", "text"}, …]}``. Per bill: k-means at the
    true number of clusters on centred vectors, adjusted mutual information (Vinh, Epps and Bailey 2010),
    mean over five seeds. Returned is the mean over bills of five sections or more.

    Raises
    ------
    RemissnlpError
        When `bench` is no such file.
    """
    from sklearn.cluster import KMeans
    from sklearn.metrics import adjusted_mutual_info_score

    scores = []
    for texts, sections in _read_bills(bench):
        vectors = vectorise(texts)
        vectors = vectors - vectors.mean(axis=0)
        for seed in SEEDS:
            clusters = KMeans(len(set(sections)), n_init=4, random_state=seed).fit_predict(vectors)
            scores.append(adjusted_mutual_info_score(sections, clusters))
    return float(np.mean(scores)) if scores else 0.0


def _read_bills(bench: Path) -> list[tuple[list[str], list[str]]]:
    try:
        with bench.open(encoding="utf-8") as lines:
            points = [json.loads(line)["points"] for line in lines]
        bills = [([p["text"] for p in some], [str(p["section"]) for p in some]) for some in points]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RemissnlpError(
            f"Filen {bench} går inte att använda som facit:"
            " varje rad ska vara JSON med points, section och text."
        ) from error
    return [bill for bill in bills if len(set(bill[1])) >= FEWEST_SECTIONS]
