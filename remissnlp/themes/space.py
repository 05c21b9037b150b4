"""What texts are compared by: the parts of `similarity`, weighed, and fitted so that later texts can join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import similarity
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.kind import fit_kinds, kind_vectors
from remissnlp.themes.lexical import POWER, Ngrams, fit_ngrams

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Ints = NDArray[np.int64]

MARKS: Mapping[str, str] = {
    "sections": "heading",
    "matters": "matter",
    "windows": "nearby",
    "refers_to": "reference",
}
"""What `ThemeContext` knows of texts that makes them alike: its names there, and in `Weights`."""

BLOCK = 1_000
"""Rows of similarities held at a time."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of the similarity counts.

    `dense`, `lexical`, `kind` and the smoothing lie near the plateau that ``benchmarks/fit_themes.py``
    finds on the training bills of RemissBench, with vectors of an encoder that has not read them (0.03 under
    the best row's sum of AMI and B3). Bills have fewer and larger sections than responses have matters, so
    that more smoothing is better there and worse here; the point was chosen by looking at the four statements
    in ``corpus/``, and so was what the layout of a response tells (heading, reference, carried-on matter), as
    the bills do not hold the responses. What is measured on the statements is no test of the weights.
    `nearby` counts once for every window that two texts share; it is one that costs nothing on those bills
    with their points shuffled.
    """

    dense: float = 0.32
    lexical: float = 0.68
    kind: float = 0.12
    heading: float = 0.05
    reference: float = 0.10
    matter: float = 0.35
    nearby: float = 0.04
    smoothing: float = 0.25
    neighbours_smoothed: int = 5


@dataclass(frozen=True, eq=False)
class Similarity:
    """Similarities between all texts, some rows at a time.

    `parts` are pairs of a weight and vectors, dense or sparse, with one row a text.
    """

    n: int
    parts: tuple[tuple[float, Any], ...]

    def rows(self, rows: Ints) -> NDArray[np.float32]:
        """Return the similarities of some texts to all, shape (len(rows), n)."""
        out = self.products([vectors[rows] for _, vectors in self.parts])
        out[np.arange(len(rows)), rows] = 1.0
        return out

    def matrix(self) -> NDArray[np.float32]:
        """Return all similarities, shape (n, n); ones on the diagonal."""
        out = np.empty((self.n, self.n), dtype=np.float32)
        for start in range(0, self.n, BLOCK):
            stop = min(start + BLOCK, self.n)
            out[start:stop] = self.rows(np.arange(start, stop))
        return out

    def among(self, rows: Ints) -> NDArray[np.float32]:
        """Return the similarities of some texts to each other; ones on the diagonal."""
        return Similarity(
            len(rows), tuple((weight, vectors[rows]) for weight, vectors in self.parts)
        ).matrix()

    def products(self, others: Sequence[Any]) -> NDArray[np.float32]:
        """Return the inner products of other vectors, one array a part, with those of all texts."""
        out = np.zeros((others[0].shape[0], self.n), dtype=np.float32)
        for (weight, _), other, across in zip(self.parts, others, self._across, strict=True):
            product = other @ across
            out += np.float32(weight) * (product if isinstance(product, np.ndarray) else product.toarray())
        return out

    @cached_property
    def _across(self) -> tuple[Any, ...]:
        """The vectors as columns; sparse ones are laid out so once, which takes as long as a product."""
        columns = (vectors.T for _, vectors in self.parts)
        return tuple(part if isinstance(part, np.ndarray) else part.tocsr() for part in columns)

    def own(self, rows: Ints) -> NDArray[np.float32]:
        """Return the inner products of some texts with themselves: nearly one each, or more with marks."""
        out = np.zeros(len(rows), dtype=np.float32)
        for weight, every in self.parts:
            vectors = every[rows]
            squares = vectors * vectors if isinstance(vectors, np.ndarray) else vectors.multiply(vectors)
            out += np.float32(weight) * np.asarray(squares.sum(axis=1)).ravel()
        return out


@dataclass(frozen=True, eq=False)
class Space:
    """What some texts are compared by.

    Attributes
    ----------
    said
        The texts, their frames cut.
    similarity
        Between them.
    shared
        What the vectors of all have in common, which is taken from each; shape (d,).
    shared_kind
        The same of the vectors of their kinds; shape (d,).
    ngrams
    marks
        The weights of marks, for each of `MARKS` that is known of the texts.
    """

    said: tuple[str, ...]
    similarity: Similarity
    shared: NDArray[np.float32]
    shared_kind: NDArray[np.float32]
    ngrams: Ngrams
    marks: Mapping[str, Mapping[str, float]]

    def extended(
        self, said: Sequence[str], *, encoder: Encoder, weights: Weights, context: ThemeContext
    ) -> Similarity:
        """Return the similarity between these texts and, after them, some more.

        All is weighed as it was for these texts; only marks that none of them bears are weighed anew.

        Parameters
        ----------
        said : sequence of str
        encoder : Encoder
        weights : Weights
        context : ThemeContext
            Of the texts in `said`.
        """
        dense, lexical, kind, *marked = (vectors for _, vectors in self.similarity.parts)
        new = similarity.unit_rows(similarity.unit_rows(encoder.encode(said)) - self.shared)
        new_kind = kind_vectors(said, encoder=encoder, shared=self.shared_kind)
        parts: list[tuple[float, Any]] = [
            (weights.dense, np.concatenate([dense, new])),
            (weights.lexical, _stacked(lexical, self.ngrams.vectors(said))),
            (weights.kind, np.concatenate([kind, new_kind])),
        ]
        none: list[tuple[str, ...]] = [()] * len(self.said)
        for vectors, (name, known) in zip(marked, self.marks.items(), strict=True):
            marks = _rows(context, name) or [()] * len(said)
            weighed = similarity.weigh_marks([*none, *marks], known)
            added = similarity.shared_marks(marks, weighed)
            parts.append((getattr(weights, MARKS[name]), _stacked(vectors, added)))
        return Similarity(n=len(self.said) + len(said), parts=tuple(parts))


def fit_space(
    said: Sequence[str], *, encoder: Encoder, weights: Weights, context: ThemeContext | None = None
) -> Space:
    """Compute the parts of the similarity between texts whose frames are cut."""
    context = context or ThemeContext()
    vectors = similarity.unit_rows(encoder.encode(said))
    shared = similarity.shared_by_all(vectors, prior=similarity.PRIOR) if len(said) else vectors.sum(axis=0)
    ngrams, lexical = fit_ngrams(said, power=POWER)
    shared_kind, kind = fit_kinds(said, encoder=encoder)
    parts: list[tuple[float, Any]] = [
        (weights.dense, similarity.unit_rows(vectors - shared)),
        (weights.lexical, lexical),
        (weights.kind, kind),
    ]
    marks: dict[str, Mapping[str, float]] = {}
    for name, weight in MARKS.items():
        if rows := _rows(context, name):
            marks[name] = similarity.weigh_marks(rows)
            parts.append((getattr(weights, weight), similarity.shared_marks(rows, marks[name])))
    return Space(tuple(said), Similarity(len(said), tuple(parts)), shared, shared_kind, ngrams, marks)


def _rows(context: ThemeContext, name: str) -> list[tuple[str, ...]]:
    return [m if isinstance(m, tuple) else (m,) if m else () for m in getattr(context, name)]


def _stacked(above: csr_array, below: csr_array) -> csr_array:
    """Put rows under others that may have fewer columns."""
    import scipy.sparse

    shape = (above.shape[0], below.shape[1])
    widened = scipy.sparse.csr_array((above.data, above.indices, above.indptr), shape=shape)
    stacked: csr_array = scipy.sparse.vstack([widened, below], format="csr")
    return stacked
