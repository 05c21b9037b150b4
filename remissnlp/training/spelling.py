"""What the pieces of a vocabulary have in common in letters: their character n-grams.

"indikatorer" and "indikatorn" are two rows of a table, and the rarer one is seen too seldom to learn that
they mean the same. So while a table is trained, a row is its own numbers plus those of its n-grams, which
all pieces spelled alike share (Bojanowski, Grave, Joulin and Mikolov 2017, "Enriching Word Vectors with
Subword Information"). When training is done they are added up, so the model is a plain table.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHORTEST, LONGEST = 3, 6  # letters, as in the paper
FEWEST_PIECES = 3  # that share an n-gram
CONTINUES = "##"
BEGINS = "<"


@dataclass(frozen=True, eq=False)
class Spelling:
    """The n-grams of every piece, numbered, end to end.

    Attributes
    ----------
    grams
        Numbers of n-grams; int64, shape (m,).
    starts
        Where the n-grams of each piece begin, and where the last ends; int64, shape (pieces + 1,).
    count
        How many different n-grams there are.
    """

    grams: NDArray[np.int64]
    starts: NDArray[np.int64]
    count: int

    def take(self, pieces: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the n-grams of some pieces, end to end, and how many each of them has."""
        sizes = np.diff(self.starts)[pieces]
        firsts = self.starts[pieces] - (np.cumsum(sizes) - sizes)
        return self.grams[np.repeat(firsts, sizes) + np.arange(int(sizes.sum()))], sizes


def spell(tokenizer: Tokenizer) -> Spelling:
    """Return the n-grams that at least `FEWEST_PIECES` pieces of a vocabulary share.

    An n-gram at the beginning of a word is another than the same letters inside it.
    """
    vocabulary = tokenizer.get_vocab()
    of_piece = [ngrams(piece) for piece in sorted(vocabulary, key=vocabulary.__getitem__)]
    pieces_with = Counter(gram for grams in of_piece for gram in set(grams))
    shared = sorted(gram for gram, pieces in pieces_with.items() if pieces >= FEWEST_PIECES)
    numbers = {gram: number for number, gram in enumerate(shared)}
    numbered = [[numbers[gram] for gram in grams if gram in numbers] for grams in of_piece]
    grams = np.array([number for some in numbered for number in some], dtype=np.int64)
    starts = np.cumsum([0, *map(len, numbered)], dtype=np.int64)
    return Spelling(grams, starts, len(shared))


def ngrams(piece: str) -> list[str]:
    """Return the character n-grams of a WordPiece piece, the beginning of a word counted as a letter."""
    letters = piece.removeprefix(CONTINUES) if piece.startswith(CONTINUES) else BEGINS + piece
    return [
        letters[start : start + size]
        for size in range(SHORTEST, LONGEST + 1)
        for start in range(len(letters) - size + 1)
    ]
