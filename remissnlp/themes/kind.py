"""What kind of thing is asked, whatever the subject: to clarify, to follow up, to implement, to define.

The other parts of the similarity tell subjects apart, and give a word more weight the fewer use it here.
A demand of the same kind is told by words that are at home in texts on anything, so this part weighs a
word by how evenly it spreads over subjects in Swedish public prose at large (`Words.evenness`), and by
how much it says at all: what every sentence holds says nothing. The words are compared by their vectors,
since the same thing is asked for in many words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.words import Words, load_words
from remissnlp.themes import similarity
from remissnlp.themes.words import is_content, stem, words

Floats = NDArray[np.float32]

EVEN = 0.5
"""Evenness under which a word tells the subject, not the kind; fitted on training bills."""

COMMONEST = 7.0
"""Zipf frequency of words that say nothing, such as "och"."""

TELLING = 3.5
"""Zipf units below `COMMONEST` at which a word says all it can."""

SHORTEST = 4
"""Shorter words are mostly function words and abbreviations."""


def kind_weight(word: str, table: Words) -> float:
    """Return how much a lower-case word tells of the kind of demand, between 0 and 1.

    Examples
    --------
    >>> table = load_words()
    >>> kind_weight("implementera", table) > kind_weight("kunskap", table) > kind_weight("skolan", table)
    True
    """
    if len(word) < SHORTEST or not is_content(word):
        return 0.0
    even = (table.evenness.get(stem(word), 0.0) - EVEN) / (1.0 - EVEN)
    telling = (COMMONEST - table.zipf(word)) / TELLING
    return max(even, 0.0) * min(max(telling, 0.0), 1.0)


def fit_kinds(texts: Sequence[str], *, encoder: Encoder) -> tuple[Floats, Floats]:
    """Return what the texts' kinds have in common, shape (d,), and a vector of each one's kind.

    Parameters
    ----------
    texts : sequence of str
    encoder : Encoder

    Returns
    -------
    shared : ndarray of float32, shape (d,)
        So that later texts can be compared with these, see `kind_vectors`.
    vectors : ndarray of float32, shape (n, d)
        Unit rows; a row of zeros tells no kind.
    """
    raw = _mean_of_words(texts, encoder)
    shared = similarity.shared_by_all(raw, prior=similarity.PRIOR) if len(raw) else raw.sum(axis=0)
    return shared, _without(shared, raw)


def kind_vectors(texts: Sequence[str], *, encoder: Encoder, shared: Floats) -> Floats:
    """Return vectors of other texts' kinds, less what the first ones had in common; shape (n, d)."""
    return _without(shared, _mean_of_words(texts, encoder))


def _without(shared: Floats, raw: Floats) -> Floats:
    telling = np.any(raw, axis=1, keepdims=True)
    return similarity.unit_rows(np.where(telling, raw - shared, np.float32(0.0)))


def _mean_of_words(texts: Sequence[str], encoder: Encoder) -> Floats:
    """Return the mean vector of the words that tell of a kind in each text, weighed by how much they do."""
    import scipy.sparse

    table = load_words()
    weight: dict[str, float] = {}
    rows, found = [], []
    for row, text in enumerate(texts):
        for word in words(text):
            if word not in weight:
                weight[word] = kind_weight(word, table)
            if weight[word] > 0.0:
                rows.append(row)
                found.append(word)
    distinct = sorted(set(found))
    column = {word: i for i, word in enumerate(distinct)}
    data = np.array([weight[word] for word in found], dtype=np.float32)
    counts = scipy.sparse.coo_array(
        (data, (rows, [column[word] for word in found])), shape=(len(texts), len(distinct))
    )
    vectors = similarity.unit_rows(encoder.encode(distinct))
    return similarity.unit_rows(counts.tocsr() @ vectors)
