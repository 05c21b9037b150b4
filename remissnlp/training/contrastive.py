"""Contrastive training of an embedding table on pairs of sentences: neighbours, and answers to proposals.

Each sentence shall find its partner among all of a batch (InfoNCE both ways). Words that the two
share are mostly hidden from the first one: a table finds the same word anyway, and so it has to
learn that other words belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.answers import draw_answers
from remissnlp.training.cooccurrence import source_shares
from remissnlp.training.steps import pair_loss, run_steps

if TYPE_CHECKING:
    import torch

    from remissnlp.training.passages import Passages, Tokens
    from remissnlp.training.spelling import Spelling

Bag = tuple[NDArray[np.int64], NDArray[np.int64]]  # token ids end to end, and which sentence each is of
FEWEST_TOKENS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastiveOptions:
    """How the table is trained.

    Attributes
    ----------
    epochs
        Pairs seen, as multiples of the pairs there are.
    batch_size
        Pairs a step; each is a negative for all others.
    temperature
        Cosines are divided by this.
    learning_rate, weight_learning_rate
        Of the rows, and of the one weight a token has; both fall to zero along a line.
    hide_shared, hide_any
        Share of shared tokens hidden in the first sentence, and of all tokens in both.
    source_exponent
        Weighs large sources down: 1 keeps their sizes, 0 makes all alike.
    document_block
        Pairs of one document that follow each other in a batch: with more than 1, what a sentence must be
        told from is hard, as it is about the same matter.
    answers
        Share of a batch that is an answer and what it answers to, see `find_answers`, where there are any.
    """

    epochs: float = 1.0
    batch_size: int = 1024
    temperature: float = 0.05
    learning_rate: float = 0.002
    weight_learning_rate: float = 0.02
    hide_shared: float = 0.8
    hide_any: float = 0.1
    source_exponent: float = 0.7
    document_block: int = 8
    answers: float = 0.05


def find_pairs(passages: Passages, tokens: Tokens) -> NDArray[np.int64]:
    """Return every i such that sentences i and i + 1 are neighbours in one document and long enough."""
    usable = tokens.lengths >= FEWEST_TOKENS
    same = passages.document[:-1] == passages.document[1:]
    return np.flatnonzero(usable[:-1] & usable[1:] & same)


def batches(
    pairs: NDArray[np.int64],
    source: NDArray[np.int32],
    document: NDArray[np.int32],
    options: ContrastiveOptions,
    rng: np.random.Generator,
    *,
    answers: NDArray[np.int64],
) -> Iterator[NDArray[np.int64]]:
    """Yield `epochs` rounds of batches, every source by its share and each in shuffled rounds.

    A batch holds the sentence numbers of pairs, shape (n, 2). `answers` are those of `find_answers`.
    """
    size = min(options.batch_size, len(pairs))
    by_source = [pairs[source[pairs] == number] for number in range(int(source.max()) + 1)]
    shares = source_shares(np.array([len(some) for some in by_source]), options.source_exponent)
    waiting: list[NDArray[np.int64]] = [some[:0] for some in by_source]
    to_proposals = round(options.answers * size) if len(answers) else 0
    for _ in range(max(1, round(options.epochs * len(pairs) / size))):
        batch = []
        for number, count in enumerate(rng.multinomial(size - to_proposals, shares)):
            while len(waiting[number]) < count:
                more = shuffle_blocks(by_source[number], document, options.document_block, rng)
                waiting[number] = np.concatenate([waiting[number], more])
            batch.append(waiting[number][:count])
            waiting[number] = waiting[number][count:]
        neighbours = np.concatenate(batch)
        drawn = draw_answers(answers, to_proposals, rng) if to_proposals else answers[:0, :2]
        yield np.concatenate([np.column_stack([neighbours, neighbours + 1]), drawn])


def shuffle_blocks(
    pairs: NDArray[np.int64], document: NDArray[np.int32], size: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return `pairs` in random order, but `size` of one document, drawn at random, after each other."""
    shuffled = rng.permutation(pairs)
    if size == 1:
        return shuffled
    shuffled = shuffled[np.argsort(document[shuffled], kind="stable")]
    starts = np.r_[True, np.diff(document[shuffled]) != 0]
    place = np.arange(len(shuffled)) - np.flatnonzero(starts)[np.cumsum(starts) - 1]
    block = np.cumsum(place % size == 0) - 1
    return shuffled[np.argsort(rng.permutation(block[-1] + 1)[block], kind="stable")]


def hide_tokens(
    first: Bag, second: Bag, options: ContrastiveOptions, rng: np.random.Generator
) -> tuple[Bag, Bag]:
    """Return the two bags with tokens taken away at random, shared ones above all from the first."""
    width = int(max(first[0].max(initial=0), second[0].max(initial=0))) + 1
    shared = np.isin(first[1] * width + first[0], second[1] * width + second[0])
    keep_first = rng.random(len(shared)) >= np.where(shared, options.hide_shared, 0)
    keep_first &= rng.random(len(shared)) >= options.hide_any
    keep_second = rng.random(len(second[0])) >= options.hide_any
    return (first[0][keep_first], first[1][keep_first]), (second[0][keep_second], second[1][keep_second])


def fit_contrastive(
    table: NDArray[np.float32],
    passages: Passages,
    tokens: Tokens,
    steps: Sequence[NDArray[np.int64]],
    options: ContrastiveOptions,
    rng: np.random.Generator,
    *,
    spelling: Spelling | None = None,
    report: Callable[[int, float], None],
    checkpoint: Path | None = None,
    device: str = "cpu",
) -> NDArray[np.float32]:
    """Return `table` (vocabulary, d) trained on `steps`, batches of pairs (n, 2).

    With `spelling`, rows that are spelled alike learn from each other. For `report` and `checkpoint` see
    `run_steps`.
    """
    import torch

    from remissnlp.training.spelled_table import SpelledTable

    trained = SpelledTable(table, spelling).to(device)
    optimiser = torch.optim.Adam(
        [
            {"params": [trained.rows, trained.grams], "lr": options.learning_rate},
            {"params": [trained.weights], "lr": options.weight_learning_rate},
        ],
        fused=True,
    )

    def loss_of(batch: NDArray[np.int64]) -> torch.Tensor:
        bags = hide_tokens(tokens.take(batch[:, 0]), tokens.take(batch[:, 1]), options, rng)
        first, second = trained(bags, len(batch))
        return pair_loss(
            first, second, temperature=options.temperature, paragraph=passages.paragraph[batch[:, 0]]
        )

    run_steps(trained, optimiser, loss_of, steps, rng, report=report, checkpoint=checkpoint)
    return trained.table()
