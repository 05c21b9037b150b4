"""Which code of a codebook a synpunkt belongs to: the nearest, where it is near enough."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import similarity
from remissnlp.themes.clustering import Ints
from remissnlp.themes.lexical import POWER, character_tfidf

NEAR = 0.25
"""Similarity from which a synpunkt belongs to a code; fitted by ``benchmarks/fit_codebook.py``."""

DENSE, LEXICAL = 0.5, 0.5
"""How much vectors and words count."""


def nearest_code(
    said: Sequence[str], codes: Sequence[Sequence[str]], *, encoder: Encoder, near: float = NEAR
) -> Ints:
    """Return the code of each text, -1 where none is near; shape (len(said),).

    A code is as near as the nearest of its texts.

    Parameters
    ----------
    said : sequence of str
        Texts whose frames are cut.
    codes : sequence of sequences of str
        The texts of each code, their frames cut too.
    encoder : Encoder
    near : float
        Similarity from which a text belongs to a code.
    """
    home = np.full(len(said), -1, dtype=np.int64)
    owner = np.array([i for i, texts in enumerate(codes) for _ in texts], dtype=np.int64)
    if not len(said) or not len(owner):
        return home
    scores = code_similarities(said, codes, encoder=encoder)
    best = np.round(scores, 5).argmax(axis=1)
    return np.where(np.round(scores.max(axis=1), 5) >= near, best, home)


def code_similarities(
    said: Sequence[str], codes: Sequence[Sequence[str]], *, encoder: Encoder
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Return how near each text is to each code, shape (len(said), len(codes)); all codes have a text."""
    known = [text for texts in codes for text in texts]
    starts = np.cumsum([0, *(len(texts) for texts in codes[:-1])])
    n, everything = len(said), [*said, *known]
    dense = similarity.centre(similarity.unit_rows(encoder.encode(everything)), prior=similarity.PRIOR)
    lexical = character_tfidf(everything, power=POWER)
    alike = DENSE * (dense[:n] @ dense[n:].T) + LEXICAL * (lexical[:n] @ lexical[n:].T).toarray()
    out: np.ndarray[tuple[int, ...], np.dtype[np.float32]]
    out = np.maximum.reduceat(alike, starts, axis=1).astype(np.float32)
    return out
