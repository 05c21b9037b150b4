"""What documents are about: what the two halves of each have in common, and what they have not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.contrastive import FEWEST_TOKENS
from remissnlp.training.passages import drawn_documents
from remissnlp.training.scatter import Matrix, group_means, mean_rows

if TYPE_CHECKING:
    from remissnlp.training.passages import Passages, Tokens

FEWEST_SENTENCES = 4  # of a document
MOST_SENTENCES = 40  # of a document: further on it may be about something else
MOST_OF_A_SOURCE = 12_000  # documents
CHUNK = 2_000  # documents held as vectors at a time


@dataclass(frozen=True, slots=True)
class Topics:
    """Covariances (d, d): of what the two halves of a document share, and of what tells them apart."""

    shared: Matrix
    apart: Matrix


def measure_topics(
    table: NDArray[np.float32], passages: Passages, tokens: Tokens, rng: np.random.Generator
) -> Topics | None:
    """Return where documents of one source differ, as their two halves agree on it.

    The halves are two readings of the same topic, so the covariance across them holds no part of what
    only one of them has: it needs no correction for how long documents are. None where no document is
    long enough, or no half says anything that the other one does not.
    """
    halves, sources = _halves(passages, tokens, rng)
    if not halves:
        return None
    first, second = (
        np.concatenate(
            [
                _means(table, tokens, [half[number] for half in halves[start : start + CHUNK]])
                for start in range(0, len(halves), CHUNK)
            ]
        )
        for number in (0, 1)
    )
    middles, place, _ = group_means((first + second) / 2, sources)
    first, second = first - middles[place], second - middles[place]
    shared = (first.T @ second).astype(np.float64) / len(halves)
    apart = ((first - second).T @ (first - second)).astype(np.float64) / (2 * len(halves))
    return Topics((shared + shared.T) / 2, apart) if np.trace(apart) > 0 else None


def _halves(
    passages: Passages, tokens: Tokens, rng: np.random.Generator
) -> tuple[list[tuple[NDArray[np.int64], NDArray[np.int64]]], NDArray[np.int32]]:
    """Return the sentence numbers of both halves of documents, and the source of each document."""
    drawn = drawn_documents(passages, tokens, rng, most=MOST_SENTENCES, fewest_tokens=FEWEST_TOKENS)
    left = np.full(len(passages.sources), MOST_OF_A_SOURCE)
    halves, sources = [], []
    for sentences in drawn:
        if len(sentences) < FEWEST_SENTENCES or left[passages.source[sentences[0]]] <= 0:
            continue
        source = passages.source[sentences[0]]
        left[source] -= 1
        middle = len(sentences) // 2
        halves.append((sentences[:middle], sentences[middle:]))
        sources.append(source)
    return halves, np.array(sources, dtype=np.int32)


def _means(table: NDArray[np.float32], tokens: Tokens, parts: list[NDArray[np.int64]]) -> NDArray[np.float32]:
    """Return the mean vector of the sentences of each part, shape (parts, d)."""
    owner = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return group_means(mean_rows(table, tokens, np.concatenate(parts)), owner)[0]
