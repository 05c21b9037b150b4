"""A first embedding table from counts: which tokens stand in the same passage.

Positive pointwise mutual information, factorised (Levy, Goldberg and Dagan 2015, "Improving
distributional similarity with lessons learned from word embeddings"). It costs a minute, knows rare
words well, and is a far better start for contrastive training than random numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import scipy.sparse

    from remissnlp.training.passages import Passages, Tokens

WINDOW = 4  # sentences of a paragraph that count as one passage
TYPICAL = 8  # distinct tokens; a longer passage says less about each pair in it
SPARSEST = 0.8  # co-occurrences below this are noise, and most of the memory
SMOOTHING = 0.75  # of context frequencies, after word2vec
SPECTRUM = 0.4  # power of the singular values: 0 whitens, 1 keeps their spread


def cooccurrence_table(
    passages: Passages, tokens: Tokens, *, size: int, dimensions: int, source_exponent: float
) -> NDArray[np.float32]:
    """Return a table (size, d) whose rows weigh what their tokens tell, d at most `dimensions`.

    `source_exponent` weighs large sources down, as in `source_shares`.
    """
    occurrences = passage_matrix(passages, tokens, size)
    document_frequency = np.asarray(occurrences.sum(axis=0)).ravel()
    weights = _passage_weights(passages, occurrences, source_exponent)
    vectors = _factorise(_ppmi(occurrences, weights), min(dimensions, size - 1))
    idf = np.log(max(occurrences.shape[0], 2) / (document_frequency + 1)).clip(min=0.1)
    return np.asarray(vectors * (idf / np.median(idf))[:, None], dtype=np.float32)


def passage_starts(passages: Passages) -> NDArray[np.int64]:
    """Return the sentences that begin a passage: a paragraph's first, and every `WINDOW`-th after it."""
    new = np.r_[True, np.diff(passages.paragraph) > 0]
    firsts = np.flatnonzero(new)
    place = np.arange(len(new)) - firsts[np.cumsum(new) - 1]
    return np.flatnonzero(place % WINDOW == 0)


def passage_matrix(passages: Passages, tokens: Tokens, size: int) -> scipy.sparse.csr_matrix:
    """Return which tokens occur in which passage: (passages, size), ones and zeros."""
    from scipy import sparse

    starts = np.zeros(len(passages.paragraph), dtype=np.int64)
    starts[passage_starts(passages)] = 1
    rows = np.repeat(np.cumsum(starts) - 1, tokens.lengths)
    shape = (int(starts.sum()), size)
    matrix = sparse.csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, tokens.ids)), shape=shape)
    matrix.data[:] = 1
    return matrix


def source_shares(counts: NDArray[np.int64], exponent: float) -> NDArray[np.float64]:
    """Return each source's share of the training: its size to a power, so 1 keeps sizes, 0 levels them."""
    powers = np.where(counts > 0, counts.astype(np.float64).clip(min=1) ** exponent, 0)
    return np.asarray(powers / powers.sum())


def _passage_weights(
    passages: Passages, occurrences: scipy.sparse.csr_matrix, source_exponent: float
) -> NDArray[np.float32]:
    source = passages.source[passage_starts(passages)]
    counts = np.bincount(source)
    per_source = source_shares(counts, source_exponent) / counts.clip(min=1)
    lengths = np.diff(occurrences.indptr)
    weights = per_source[source] / per_source.max() * TYPICAL / lengths.clip(min=TYPICAL)
    return np.asarray(weights, dtype=np.float32)


def _ppmi(occurrences: scipy.sparse.csr_matrix, weights: NDArray[np.float32]) -> scipy.sparse.csr_matrix:
    from scipy import sparse

    counts: sparse.csr_matrix = (occurrences.T @ (sparse.diags(weights) @ occurrences)).tocsr()
    counts.setdiag(0)
    counts.data[counts.data < SPARSEST] = 0
    counts.eliminate_zeros()
    total = max(float(counts.sum()), 1.0)
    word = np.asarray(counts.sum(axis=1)).ravel() / total
    context = np.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
    context /= max(float(context.sum()), 1e-12)
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    information = np.log(counts.data / total / (word[rows] * context[counts.indices]))
    counts.data = information.clip(min=0).astype(np.float32)
    counts.eliminate_zeros()
    return counts


def _factorise(matrix: scipy.sparse.csr_matrix, dimensions: int) -> NDArray[np.float32]:
    """Return unit rows (n, dimensions); small random ones for tokens without company."""
    from sklearn.utils.extmath import randomized_svd

    left, singular, _ = randomized_svd(matrix, dimensions, n_oversamples=20, n_iter=2, random_state=0)
    vectors = left * singular**SPECTRUM
    lengths = np.linalg.norm(vectors, axis=1)
    alone = lengths < 1e-6
    lengths[alone] = 1
    vectors[alone] = np.random.default_rng(0).normal(size=(int(alone.sum()), dimensions)) * 0.05
    return np.asarray(vectors / lengths[:, None], dtype=np.float32)
