"""What kind of thing is asked, whatever the subject: to clarify, to follow up, to implement, to define.

The other parts of the similarity tell subjects apart, and give a word more weight the fewer use it here.
A demand of the same kind is told by words that are at home in texts on anything, so this part weighs a
word by how evenly it spreads over subjects in Swedish public prose at large (`Words.evenness`), and by
how much it says at all: what every sentence holds says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.words import Words, load_words
from remissnlp.themes.similarity import unit_sparse_rows
from remissnlp.themes.words import is_content, stem, words

if TYPE_CHECKING:
    from scipy.sparse import csr_array

EVEN = 0.5
"""Evenness under which a word tells the subject, not the kind; fitted on training bills."""

COMMONEST = 7.0
"""Zipf frequency of words that say nothing, such as "och"."""

TELLING = 3.5
"""Zipf units below `COMMONEST` at which a word says all it can."""

_NOUN_ENDINGS = ("ning", "ande", "ing", "and", "het")

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


def root(stemmed: str) -> str:
    """Cut what makes a noun of a verb or an adjective: *implementering* counts with *implementera*.

    Examples
    --------
    >>> root("implementering"), root("tydlighet"), root("beskrivning"), root("konkretiserand")
    ('implementer', 'tydlig', 'beskriv', 'konkretiser')
    """
    for ending in _NOUN_ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= SHORTEST:
            return stemmed[: -len(ending)]
    return stemmed


@dataclass(frozen=True, eq=False)
class Kinds:
    """The stems by which some texts tell what kind of thing they ask, so that later texts can join.

    Attributes
    ----------
    column
        Stem → its column.
    weight
        Inverse document frequency of each stem, shape (n_stems,).
    unseen
        The same of a stem that none of the texts has.
    """

    column: Mapping[str, int]
    weight: NDArray[np.float64]
    unseen: float

    def vectors(self, texts: Sequence[str]) -> csr_array:
        """Return TF-IDF vectors of other texts, unit rows, float32, shape (n, at least n_stems).

        Stems that are not known have columns after those that are.
        """
        rows, stems, values = _telling_words(texts)
        new = sorted({stem for stem in stems if stem not in self.column})
        column = {**self.column, **{stem: len(self.column) + i for i, stem in enumerate(new)}}
        weight = np.concatenate([self.weight, np.full(len(new), self.unseen)])
        return _tfidf(rows, [column[stem] for stem in stems], values, len(texts), weight)


def fit_kinds(texts: Sequence[str]) -> tuple[Kinds, csr_array]:
    """Return the stems that tell kinds, and the texts' vectors, as `kind_tfidf` does."""
    rows, stems, values = _telling_words(texts)
    column = {stem: i for i, stem in enumerate(sorted(set(stems)))}
    columns = [column[stem] for stem in stems]
    within = np.unique(np.array([rows, columns], dtype=np.int64).reshape(2, -1), axis=1)
    frequency = np.bincount(within[1], minlength=len(column))
    weight = np.log((1 + len(texts)) / (1 + frequency)) + 1.0
    kinds = Kinds(column, weight, float(np.log(1.0 + len(texts)) + 1.0))
    return kinds, _tfidf(rows, columns, values, len(texts), weight)


def kind_tfidf(texts: Sequence[str]) -> csr_array:
    """TF-IDF over word stems, each weighed by how much it tells of the kind of demand.

    Parameters
    ----------
    texts : sequence of str

    Returns
    -------
    scipy.sparse.csr_array of float32, shape (n, n_stems), unit rows; a row of zeros tells no kind
    """
    return fit_kinds(texts)[1]


def _telling_words(texts: Sequence[str]) -> tuple[list[int], list[str], list[float]]:
    """Return the text, the stem and the weight of every word that tells of a kind."""
    table = load_words()
    weights: dict[str, float] = {}
    rows, stems, values = [], [], []
    for row, text in enumerate(texts):
        for word in words(text):
            if word not in weights:
                weights[word] = kind_weight(word, table)
            if weights[word] > 0.0:
                rows.append(row)
                stems.append(root(stem(word)))
                values.append(weights[word])
    return rows, stems, values


def _tfidf(
    rows: Sequence[int], columns: Sequence[int], values: Sequence[float], n: int, weight: NDArray[np.float64]
) -> csr_array:
    import scipy.sparse

    shape = (n, max(len(weight), 1))
    data = np.array(values, dtype=np.float32)
    counts = scipy.sparse.coo_array((data, (list(rows), list(columns))), shape=shape).tocsr()
    counts.sum_duplicates()
    counts.data = (counts.data * weight[counts.indices]).astype(np.float32)
    return unit_sparse_rows(counts)
