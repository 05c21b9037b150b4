"""Pairs of what was proposed and what was answered: a second kind of pairs to train on.

Swedish government bills tell under each heading first what is proposed ("Regeringens förslag: …") and then
what those said who were asked ("Remissinstanserna: …"). The two are about the same matter in different words,
by different hands: what an encoder for responses shall find alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from remissnlp.training.passages import Passages, Tokens

PROPOSAL = re.compile(r"(?:Regeringens|Min)\s+(?:förslag|bedömning)\b")
ANSWERS = re.compile(r"Remissinstanser(?:nas?)?\b")
NEAR = 4
"""Paragraphs from a proposal within which the answers to it begin."""


def find_answers(passages: Passages, tokens: Tokens, *, fewest: int) -> NDArray[np.int64]:
    """Return answers and the proposal that each is to, as rows of sentence numbers, shape (n, 3).

    A row holds the answering sentence, the first sentence of the paragraph that proposes, and the one after
    its last. Sentences of fewer than `fewest` tokens are left out.
    """
    starts = np.flatnonzero(np.r_[True, np.diff(passages.paragraph) != 0])
    ends = np.r_[starts[1:], len(passages.paragraph)]
    rows: list[NDArray[np.int64]] = []
    proposed = -1
    for number, start in enumerate(starts.tolist()):
        opening = passages.sentences[start]
        if PROPOSAL.match(opening):
            proposed = number
            continue
        is_near = proposed >= 0 and number - proposed <= NEAR
        same = passages.document[start] == passages.document[starts[proposed]]
        if is_near and same and ANSWERS.match(opening):
            answers = np.arange(start, ends[number])
            proposal = np.full((len(answers), 2), (starts[proposed], ends[proposed]))
            rows.append(np.column_stack([answers, proposal]))
    found = np.concatenate([np.empty((0, 3), dtype=np.int64), *rows])
    long_enough: NDArray[np.bool_] = tokens.lengths[found[:, 0]] >= fewest
    return found[long_enough]


def draw_answers(answers: NDArray[np.int64], count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return `count` pairs of an answer and some sentence of its proposal, shape (count, 2)."""
    drawn = answers[rng.integers(len(answers), size=count)]
    inside = (rng.random(count) * (drawn[:, 2] - drawn[:, 1])).astype(np.int64)
    return np.column_stack([drawn[:, 0], drawn[:, 1] + inside])
