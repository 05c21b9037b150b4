"""Turn a trained table towards what tells points and topics apart: discriminant analyses, one map.

The mean of mapped rows is the map of their mean, so a map goes into the table and costs nothing when the
model is used; and the vectors get shorter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.contrastive import FEWEST_TOKENS
from remissnlp.training.demands import demand_axes, find_demands
from remissnlp.training.passages import drawn_documents, tokenise
from remissnlp.training.scatter import Matrix, group_means, leading_axes, mean_rows, squares_inside
from remissnlp.training.sorted_points import SortedPoints, as_passages
from remissnlp.training.topics import Topics, measure_topics

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from remissnlp.training.passages import Passages, Tokens

FEWEST_SENTENCES = 20  # of a document
MOST_SENTENCES = 100  # of a document: many documents tell more than long ones
MOST_OF_A_SOURCE = 50_000
TOPIC_NOISE = 2.0  # what tells the halves of a document apart, against what differs inside a paragraph
DEMAND_PART = 8  # one dimension in so many tells kinds of demands apart, where they are wanted
CHUNK = 20_000  # sentences held as vectors at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscriminantOptions:
    """How the table is turned.

    Attributes
    ----------
    between_documents
        How much differences between documents count as noise, against those inside paragraphs. The more, the
        closer lies the same kind of demand in documents on other subjects; the less, the better are
        subjects told apart.
    topics
        How much what the halves of a document share counts as worth telling apart, against what its
        paragraphs do not share: the more, the better are documents told apart by what they are about.
    shrinkage, spread
        See `leading_axes`.
    demand_share
        Of the variance of sentences, what kinds of demands make up: 0 leaves them out, 1 leaves out all else.
    sorted_share
        How much points that somebody has sorted count, where there are some; paragraphs count for the rest.
    """

    between_documents: float = 0.75
    topics: float = 1.0
    shrinkage: float = 4.0
    spread: float = 0.35
    sorted_share: float = 0.3
    demand_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Variance:
    """Where sentences differ, as covariances (d, d): inside a paragraph, across the paragraphs of a
    document, and between documents.
    """  # noqa: D205

    inside: Matrix
    across: Matrix
    between: Matrix

    def mixed_with(self, other: Variance, share: float) -> Variance:
        """Return the mean of the two, where `other` counts for `share`."""
        pairs = zip(
            (self.inside, self.across, self.between), (other.inside, other.across, other.between), strict=True
        )
        return Variance(*((1 - share) * mine + share * theirs for mine, theirs in pairs))


def turn_table(
    table: NDArray[np.float32],
    passages: Passages,
    tokens: Tokens,
    tokenizer: Tokenizer,
    options: DiscriminantOptions,
    rng: np.random.Generator,
    *,
    dimensions: int,
    sorted_points: Sequence[SortedPoints] = (),
) -> NDArray[np.float32]:
    """Return `table` (vocabulary, d) turned to tell points apart, shape (vocabulary, `dimensions`).

    Responses to one remiss share their subject, and what tells their points apart is what tells the
    paragraphs of one document apart: names and manner, which differ inside a paragraph, and the subject
    of the document count as noise. Where `sorted_points` are given, the sections of a consultation are told
    apart in the same way: they show how responses are written. With a ``demand_share`` a part of the vector
    tells kinds of demands apart, see `find_demands`. Where no document is long enough and no points are
    sorted there is nothing to learn: the first columns are returned.
    """
    chunks = list(sample_documents(passages, tokens, rng))
    several = [one for one in sorted_points if 1 < len(set(one.sections)) < len(one.sections)]
    variance = measure_variance(table, passages, tokens, chunks) if chunks else None
    if several:
        told = _sorted_variance(table, tokenizer, several)
        variance = variance.mixed_with(told, options.sorted_share) if variance else told
    if variance is None:
        return table[:, :dimensions]
    topics = measure_topics(table, passages, tokens, rng)
    share = options.demand_share
    demands = find_demands(passages, rng) if share else None
    if demands is None or not demands.sentences:
        axes = _point_axes(variance, topics, options, dimensions)
    elif share == 1:
        axes = demand_axes(table, tokenizer, demands, spread=options.spread, dimensions=dimensions)
    else:
        few = dimensions // DEMAND_PART
        parts = (
            _point_axes(variance, topics, options, dimensions - few),
            demand_axes(table, tokenizer, demands, spread=options.spread, dimensions=few),
        )
        whole = variance.inside + variance.across + variance.between
        spreads = [np.trace(part.T @ whole @ part) for part in parts]
        axes = np.hstack(
            [
                part * np.sqrt(wanted / spread)
                for part, wanted, spread in zip(parts, (1 - share, share), spreads, strict=True)
            ]
        )
    turned = table @ axes
    longer = np.linalg.norm(turned, axis=1).mean() / np.linalg.norm(table, axis=1).mean()
    return np.asarray(turned / longer, dtype=np.float32)  # rows as long as they were


def _point_axes(
    variance: Variance, topics: Topics | None, options: DiscriminantOptions, dimensions: int
) -> Matrix:
    signal = variance.across
    noise = variance.inside + options.between_documents * variance.between
    if topics:
        signal = signal + options.topics * topics.shared
        alike = np.trace(variance.inside) / np.trace(topics.apart)  # a mean differs less than a sentence
        noise = noise + TOPIC_NOISE * alike * topics.apart
    return leading_axes(
        signal, noise, shrinkage=options.shrinkage, spread=options.spread, dimensions=dimensions
    )


def _sorted_variance(
    table: NDArray[np.float32], tokenizer: Tokenizer, consultations: Sequence[SortedPoints]
) -> Variance:
    """Return where points differ: inside a section, across sections, and between consultations."""
    points = as_passages(consultations)
    tokens = tokenise(points.sentences, tokenizer)
    return measure_variance(table, points, tokens, [np.flatnonzero(tokens.lengths)])


def sample_documents(
    passages: Passages, tokens: Tokens, rng: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Yield sentence numbers, `CHUNK` or a few more at a time, whole documents, so many of every source."""
    drawn = drawn_documents(passages, tokens, rng, most=MOST_SENTENCES, fewest_tokens=FEWEST_TOKENS)
    left = np.full(len(passages.sources), MOST_OF_A_SOURCE)
    chunk: list[NDArray[np.int64]] = []
    for sentences in drawn:
        paragraphs = len(set(passages.paragraph[sentences].tolist()))
        if len(sentences) < FEWEST_SENTENCES or not 1 < paragraphs < len(sentences):
            continue
        source = passages.source[sentences[0]]
        if left[source] <= 0:
            continue
        left[source] -= len(sentences)
        chunk.append(sentences)
        if sum(map(len, chunk)) >= CHUNK:
            yield np.concatenate(chunk)
            chunk = []
    if chunk:
        yield np.concatenate(chunk)


def measure_variance(
    table: NDArray[np.float32], passages: Passages, tokens: Tokens, chunks: list[NDArray[np.int64]]
) -> Variance:
    """Return where the sentences of `chunks` differ; a document is in one chunk only."""
    size = table.shape[1]
    inside, whole = np.zeros((size, size)), np.zeros((size, size))
    in_paragraphs = in_documents = 0
    means = []
    for sentences in chunks:
        vectors = mean_rows(table, tokens, sentences)
        squares, members = squares_inside(vectors, passages.paragraph[sentences])
        inside, in_paragraphs = inside + squares, in_paragraphs + members
        squares, members = squares_inside(vectors, passages.document[sentences])
        whole, in_documents = whole + squares, in_documents + members
        means.append(group_means(vectors, passages.document[sentences])[0])
    inside, whole = inside / in_paragraphs, whole / in_documents
    documents = np.concatenate(means).astype(np.float64)
    documents -= documents.mean(axis=0)
    return Variance(inside, whole - inside, documents.T @ documents / len(documents))
