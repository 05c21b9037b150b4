"""An embedding table while it is trained: rows, what rows share by their spelling, and a weight a token."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from remissnlp.training.spelling import Spelling


class SpelledTable(torch.nn.Module):
    """A table whose row is ``weight * (row + sum of its n-grams / square root of how many they are)``.

    N-grams start as zeros, so it starts as the table it is given. The square root lets a long word, which
    has many, move as far as a short one.

    Parameters
    ----------
    table : ndarray of float32, shape (pieces, d)
    spelling : Spelling, optional
        By default no pieces have anything in common.
    """

    def __init__(self, table: NDArray[np.float32], spelling: Spelling | None = None) -> None:
        super().__init__()
        pieces, dimensions = table.shape
        nothing = np.zeros(pieces + 1, dtype=np.int64)
        self._spelling = spelling or Spelling(nothing[:0], nothing, 0)
        self.rows = torch.nn.Parameter(torch.from_numpy(table.copy()))
        self.grams = torch.nn.Parameter(torch.zeros(max(1, self._spelling.count), dimensions))
        self.weights = torch.nn.Parameter(torch.zeros(pieces))  # logarithms

    def forward(
        self, bags: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], count: int
    ) -> list[torch.Tensor]:
        """Return the unit vectors of each bag's `count` sentences, shape (count, d)."""
        used, place = np.unique(np.concatenate([ids for ids, _ in bags]), return_inverse=True)
        rows = self._rows_of(used)
        vectors, start = [], 0
        for ids, owner in bags:
            here = self._tensor(place[start : start + len(ids)])
            start += len(ids)
            offsets = self._tensor(np.searchsorted(owner, np.arange(count)))
            scale = torch.exp(self.weights)[self._tensor(ids)]
            summed = functional.embedding_bag(here, rows, offsets, mode="sum", per_sample_weights=scale)
            vectors.append(functional.normalize(summed))
        return vectors

    def table(self) -> NDArray[np.float32]:
        """Return what it has become, as one table, shape (pieces, d)."""
        with torch.no_grad():
            rows = self._rows_of(np.arange(len(self.rows))) * torch.exp(self.weights)[:, None]
        return np.asarray(rows.cpu().numpy(), dtype=np.float32)

    def _rows_of(self, pieces: NDArray[np.int64]) -> torch.Tensor:
        grams, sizes = self._spelling.take(pieces)
        offsets = self._tensor(np.cumsum(sizes) - sizes)
        shared = functional.embedding_bag(self._tensor(grams), self.grams, offsets, mode="sum")
        scale = torch.from_numpy(1 / np.sqrt(sizes.clip(min=1))).to(self.rows)
        return functional.embedding(self._tensor(pieces), self.rows) + shared * scale[:, None]

    def _tensor(self, numbers: NDArray[np.int64]) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(numbers)).to(self.rows.device)
