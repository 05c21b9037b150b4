"""Compare ThemeModel with other ways to cluster, on the same vectors and the same bills.

    python benchmarks/remissbench.py DEV.jsonl

A file of RemissBench holds one bill a line: ``{bill, sections, points: [{section, text}]}``; the label of a
point is the section that quotes it. Printed for every system, as means over the bills with five sections or
more: adjusted mutual information, B-cubed F1, clusters per section, the share left out (each a cluster of
its own in the scores) and the seconds for all bills. BERTopic and Top2Vec take part where installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import HDBSCAN, AffinityPropagation, AgglomerativeClustering, KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_mutual_info_score

from remissnlp.embedding import load_encoder
from remissnlp.themes import ThemeModel, Weights, similarity
from remissnlp.themes.engine import measure, smoothed_blocks
from remissnlp.themes.frames import strip_frames

FEWEST_SECTIONS = 5
Labels = NDArray[np.int64]
System = Callable[[list[str]], Labels]


@dataclass(frozen=True)
class Bill:
    """The points of one bill and the section of each."""

    name: str
    texts: list[str]
    sections: Labels


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
    """Make every -1 a cluster of its own."""
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


def _number_of_clusters(n: int) -> int:
    return max(2, round(n**0.5))


def _mixed(texts: list[str]) -> NDArray[np.float32]:
    """Return the similarities that ThemeModel clusters, for other clusterings to try."""
    said = strip_frames(texts)
    found = measure(said, encoder=ENCODER, weights=Weights()).matrix()
    return np.concatenate(list(smoothed_blocks(found, said, Weights())))


def _distances(texts: list[str]) -> NDArray[np.float64]:
    distances = np.maximum(1.0 - _mixed(texts).astype(np.float64), 0.0)
    distances = (distances + distances.T) / 2
    np.fill_diagonal(distances, 0.0)
    return distances


def _vectors(texts: list[str]) -> NDArray[np.float32]:
    return similarity.centre(ENCODER.encode(strip_frames(texts)), prior=similarity.PRIOR)


def _k_means(vectors: object, n: int) -> Labels:
    return KMeans(_number_of_clusters(n), n_init=4, random_state=0).fit_predict(vectors)


def theme_model(texts: list[str]) -> Labels:
    """ThemeModel with its defaults."""
    return ThemeModel(encoder=ENCODER, random_state=0).fit_predict(texts)


def k_means_words(texts: list[str]) -> Labels:
    """K-means on TF-IDF of words."""
    return _k_means(TfidfVectorizer(sublinear_tf=True).fit_transform(texts), len(texts))


def k_means_vectors(texts: list[str]) -> Labels:
    """K-means on the encoder's vectors of the plain texts."""
    return _k_means(ENCODER.encode(texts), len(texts))


def k_means_centred(texts: list[str]) -> Labels:
    """K-means on the vectors with frames cut and the mean subtracted."""
    return _k_means(_vectors(texts), len(texts))


def characters_average(texts: list[str]) -> Labels:
    """Average linkage over TF-IDF of characters, cut at 0.88, its best on the training bills."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(texts)
    model = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=0.88
    )
    return model.fit_predict(vectors.toarray())


def complete_linkage(texts: list[str]) -> Labels:
    """Complete linkage over ThemeModel's similarities."""
    model = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="complete", distance_threshold=0.98
    )
    return model.fit_predict(_distances(texts))


def hdbscan(texts: list[str]) -> Labels:
    """HDBSCAN over ThemeModel's similarities."""
    return HDBSCAN(min_cluster_size=2, metric="precomputed", copy=True).fit_predict(_distances(texts))


def affinity_propagation(texts: list[str]) -> Labels:
    """Affinity propagation over ThemeModel's similarities."""
    return AffinityPropagation(affinity="precomputed", random_state=0, max_iter=1000).fit_predict(
        _mixed(texts)
    )


def correlation_clustering(texts: list[str]) -> Labels:
    """Move points while the sum of (similarity - 0.16) inside clusters grows, from every point alone.

    The objective of correlation clustering (Bansal, Blum & Chawla 2004), the moves of Louvain's first phase.
    """
    gain = _mixed(texts).astype(np.float64) - 0.16
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


def bertopic(texts: list[str], **settings: object) -> Labels:
    """BERTopic on the same vectors."""
    from bertopic import BERTopic
    from umap import UMAP

    try:
        model = BERTopic(umap_model=UMAP(random_state=0, n_components=5, metric="cosine"), **settings)
        return np.asarray(model.fit_transform(texts, embeddings=ENCODER.encode(texts))[0])
    except (TypeError, ValueError):  # too few texts for its spectral start
        return np.full(len(texts), -1)


def top2vec(texts: list[str]) -> Labels:
    """Top2Vec with its defaults and its own vectors."""
    from top2vec import Top2Vec

    try:
        return np.asarray(Top2Vec(texts, min_count=2, workers=1).doc_top)
    except (TypeError, ValueError):
        return np.full(len(texts), -1)


SYSTEMS: dict[str, System] = {
    "ThemeModel": theme_model,
    "its similarities, complete linkage": complete_linkage,
    "its similarities, HDBSCAN": hdbscan,
    "its similarities, affinity propagation": affinity_propagation,
    "its similarities, correlation clustering": correlation_clustering,
    "vectors centred, k-means, k = √n": k_means_centred,
    "vectors, k-means, k = √n": k_means_vectors,
    "TF-IDF words, k-means, k = √n": k_means_words,
    "TF-IDF characters, average linkage": characters_average,
}
OPTIONAL: dict[str, tuple[str, System]] = {
    "BERTopic, defaults": ("bertopic", bertopic),
    "BERTopic, min_topic_size 3": ("bertopic", lambda texts: bertopic(texts, min_topic_size=3)),
    "Top2Vec": ("top2vec", top2vec),
}


def score_system(system: System, bills: Sequence[Bill]) -> tuple[float, float, float, float, float]:
    """Return mean AMI, B3, clusters per section and share left out, and the seconds taken."""
    rows, start = [], time.perf_counter()
    for bill in bills:
        labels = np.asarray(system(bill.texts))
        clusters = len(set(labels.tolist()) - {-1}) / len(set(bill.sections.tolist()))
        rows.append((*score_labels(labels, bill.sections), clusters, float((labels == -1).mean())))
    ami, b3, clusters, left_out = np.mean(rows, axis=0)
    return ami, b3, clusters, left_out, time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    bills = read_bills(parser.parse_args().file)
    systems = dict(SYSTEMS)
    skipped = []
    for name, (module, system) in OPTIONAL.items():
        if importlib.util.find_spec(module):
            systems[name] = system
        else:
            skipped.append(name)
    print(f"{len(bills)} bills\n")
    print("| system | AMI | B3 | clusters per section | left out | seconds |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, system in systems.items():
        ami, b3, clusters, left_out, seconds = score_system(system, bills)
        print(
            f"| {name} | {ami:.3f} | {b3:.3f} | {clusters:.2f} | {left_out:.2f} | {seconds:.1f} |", flush=True
        )
    for name in skipped:
        print(f"\nSkipped, not installed: {name}")


ENCODER = load_encoder()

if __name__ == "__main__":
    main()
