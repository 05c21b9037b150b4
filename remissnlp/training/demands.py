"""Directions in which the same kind of demand lies close, whatever it is about.

"Begreppet bör förtydligas" and "skrivningen kan läsas på olika sätt" ask for the same thing. Running text
tells which words go together: a cue (*bör*, *behöver*, *saknar*) points at the word that names what is
wanted, and the rest of such sentences, taken from many documents, shows in what company it is wanted.
That word is hidden, and linear discriminant analysis finds the directions that tell from the rest of a
sentence which word it was. Sentences of one kind come from different documents, so their subjects count
as noise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.passages import tokenise
from remissnlp.training.scatter import Matrix, group_means, leading_axes, mean_rows, squares_inside

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from remissnlp.training.passages import Passages

_WANTED = re.compile(
    r"\b(?:bör|behöver|måste|borde|ska|skall)\s+(?:\w+\s+)?([a-zåäöé]{3,}s)\b"
    r"|\b(?:saknas|saknar|efterlyser|efterfrågar|önskar|behov av|brist på|krävs|behövs|oklart)"
    r"\s+(?:\w+\s+)?([a-zåäöé]{5,})"
)
_WORD = re.compile(r"\w+")
STEM = 6  # letters by which forms of a word are told to be one
MOST_SENTENCES = 600_000
LONGEST = 400  # characters of a sentence
FEWEST_DOCUMENTS = 40
MOST_OF_A_KIND = 300
SHRINKAGE = 3.0
LEAST_SHARE = 0.03  # of a word's sentences where a cue points at it: less, and it is a word for anything


@dataclass(frozen=True, slots=True)
class Demands:
    """Sentences that ask for something, without the word for it, and a number for that word, shape (n,)."""

    sentences: tuple[str, ...]
    kind: NDArray[np.int64]


def find_demands(passages: Passages, rng: np.random.Generator) -> Demands:
    """Return demands of every kind that many documents make, at most one a document and kind."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    occurrences: Counter[str] = Counter()
    for number in rng.permutation(len(passages.sentences))[:MOST_SENTENCES]:
        sentence = passages.sentences[number]
        if len(sentence) > LONGEST:
            continue
        lower = sentence.lower()
        occurrences.update({word[:STEM] for word in _WORD.findall(lower)})
        for match in _WANTED.finditer(lower):
            stem = (match[1] or match[2])[:STEM]
            found[stem].setdefault(int(passages.document[number]), lower)
    kinds = sorted(
        stem
        for stem, demands in found.items()
        if len(demands) >= max(FEWEST_DOCUMENTS, LEAST_SHARE * occurrences[stem])
    )
    sentences, kind = [], []
    for place, stem in enumerate(kinds):
        for sentence in list(found[stem].values())[:MOST_OF_A_KIND]:
            sentences.append(_without(sentence, stem))
            kind.append(place)
    return Demands(tuple(sentences), np.array(kind, dtype=np.int64))


def demand_axes(
    table: NDArray[np.float32], tokenizer: Tokenizer, demands: Demands, *, spread: float, dimensions: int
) -> Matrix:
    """Return axes (d, `dimensions`) of sentence vectors that tell kinds of demands apart."""
    tokens = tokenise(demands.sentences, tokenizer)
    vectors = mean_rows(table, tokens, np.arange(len(demands.sentences)))
    inside, members = squares_inside(vectors, demands.kind)
    inside /= members
    means, _, sizes = group_means(vectors, demands.kind)
    means -= means.mean(axis=0)
    across = (means.T @ means).astype(np.float64) / len(means) - inside / sizes.mean()
    return leading_axes(across, inside, shrinkage=SHRINKAGE, spread=spread, dimensions=dimensions)


def _without(sentence: str, stem: str) -> str:
    return " ".join(word for word in sentence.split() if stem not in word)
