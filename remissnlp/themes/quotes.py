"""In which order a tema's synpunkter are read: the most representative first, then the most different."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

REPRESENTATIVE = 0.5
"""How much it counts that a synpunkt is typical of its tema, against that it says something new."""


def reading_order(similarities: NDArray[np.float32], who: Sequence[str]) -> list[int]:
    """Order the synpunkter of one tema for a reader who stops early.

    The most typical comes first. Then, by maximal marginal relevance (Carbonell & Goldstein 1998), the one
    that is most typical and least like what has been read; all who speak come once before anyone comes twice.

    Parameters
    ----------
    similarities : ndarray of float32, shape (n, n)
        Between the synpunkter of the tema, which should come in an order that decides between equals.
    who : sequence of str, length n
        The remissinstans of each.

    Returns
    -------
    list of int
        A permutation of ``range(n)``.
    """
    n = len(who)
    if n == 0:
        return []
    alike = np.asarray(similarities, dtype=np.float64).copy()
    np.fill_diagonal(alike, 0.0)
    typical = alike.sum(axis=1) / max(n - 1, 1)
    nearest_read = np.zeros(n)
    number = {name: i for i, name in enumerate(sorted(set(who)))}
    voices = np.array([number[name] for name in who])
    heard = np.zeros(n, dtype=bool)
    left = np.ones(n, dtype=bool)
    order: list[int] = []
    while len(order) < n:
        gain = np.round(REPRESENTATIVE * typical - (1 - REPRESENTATIVE) * nearest_read, 5)
        if (left & ~heard).any():
            gain = np.where(heard, -np.inf, gain)
        best = int(np.where(left, gain, -np.inf).argmax())
        order.append(best)
        left[best] = False
        heard |= voices == voices[best]
        nearest_read = np.maximum(nearest_read, alike[best])
    return order
