"""How good an encoder is: two measures, both on text that the encoder has not seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder, normalise
from remissnlp.training.contrastive import find_pairs
from remissnlp.training.passages import Passages, tokenise
from remissnlp.training.sorted_points import read_sorted

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectorise = Callable[[Sequence[str]], NDArray[np.float32]]
FEWEST_SECTIONS = 5
SEEDS = range(5)
RESTARTS = 20  # of k-means: with few, where it happened to begin decides more than the vectors
MANY_DOCUMENTS = 1000
MOST_PAIRS = 1000


def keep_aside(passages: Passages) -> tuple[NDArray[np.bool_], int]:
    """Return which sentences (n,) to keep from training and measure on, and of how many documents one."""
    every = 100 if len(np.unique(passages.document)) >= MANY_DOCUMENTS else 10
    return passages.document % every == every - 1, every


def measure(
    encoder: Encoder, base: Encoder | None, aside: Passages, tokenizer: Tokenizer, bench: Sequence[Path]
) -> dict[str, float]:
    """Return scores by the name of the measure: of `encoder`, and of what it was trained from.

    `tokenizer` says which sentences of `aside` are long enough, the same for both.
    """
    results = {}
    pairs = find_pairs(aside, tokenise(aside.sentences, tokenizer))
    # At least every second, or a sentence would stand among its own candidates.
    pairs = pairs[:: max(2, len(pairs) // MOST_PAIRS)][:MOST_PAIRS]
    firsts = [aside.sentences[i] for i in pairs]
    seconds = [aside.sentences[i + 1] for i in pairs]
    for model, addition in ((base, ", before"), (encoder, "")):
        if model is None:
            continue
        if firsts:
            name = f"Next sentence found among {len(pairs)} of documents kept aside{addition}"
            results[name] = neighbour_accuracy(model, firsts, seconds)
        for file in bench:
            name = f"AMI of k-means and sections, {file.name}{addition}"
            results[name] = section_ami(model.encode, file)
    return results


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
    mean over five seeds, each the best of `RESTARTS`. Returned is the mean over bills of five sections or
    more.

    Raises
    ------
    RemissnlpError
        When `bench` is no such file.
    """
    scores = []
    for bill in read_sorted(bench):
        if len(set(bill.sections)) >= FEWEST_SECTIONS:
            vectors = vectorise(bill.texts)
            scores.append(kmeans_ami(vectors - vectors.mean(axis=0), bill.sections))
    return float(np.mean(scores)) if scores else 0.0


def kmeans_ami(vectors: NDArray[np.float32], labels: Sequence[str], *, restarts: int = RESTARTS) -> float:
    """Return the adjusted mutual information of labels and k-means at their number, mean over five seeds.

    Parameters
    ----------
    vectors : ndarray of float32, shape (n, d)
    labels : sequence of str, length n
    restarts : int
        Of k-means, for each seed; the best counts.
    """
    from sklearn.cluster import KMeans
    from sklearn.metrics import adjusted_mutual_info_score

    means = (KMeans(len(set(labels)), n_init=restarts, random_state=seed) for seed in SEEDS)
    return float(np.mean([adjusted_mutual_info_score(labels, one.fit_predict(vectors)) for one in means]))
