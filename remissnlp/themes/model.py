"""ThemeModel: the theme engine as a scikit-learn estimator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClusterMixin

from remissnlp.codebook import Kodbok
from remissnlp.embedding.encoder import Encoder
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.engine import group_and_fit
from remissnlp.themes.space import Weights
from remissnlp.themes.stability import seed_of

if TYPE_CHECKING:
    from sklearn.utils import Tags


class ThemeModel(ClusterMixin, BaseEstimator):  # type: ignore[misc]
    """Group synpunkter that say the same, by average linkage over a mixed similarity.

    Parameters
    ----------
    encoder : Encoder, optional
        Texts to vectors; None is the embedded Swedish model.
    threshold : float, optional
        Groups are joined while the mean similarity of their members is at least this. Higher gives
        more and smaller teman. None is the fitted value, `engine.THRESHOLD`.
    weights : Weights, optional
        How much each part of the similarity counts; None is the fitted ones.
    in_order : bool
        Without a context: the texts stand in the order in which they were said, and one is a little closer to
        those next to it. False where their order says nothing: the groups then do not depend on it.
    min_size : int
        Groups smaller than this are left out (label -1).
    kodbok : Kodbok, optional
        A codebook, see `read_kodbok`: a text that is near to one of its codes goes there, the rest is grouped
        freely.
    random_state : int, RandomState instance or None
        Seed of the draws behind `stability_`; the groups themselves know no chance. None is 0.

    Attributes
    ----------
    labels_ : ndarray of int64, shape (n,)
        Tema of each text, 0, 1, 2 … by first member; -1 for a text that stands alone.
    sublabels_ : ndarray of int64, shape (n,)
        Deltema of each text, 0, 1, 2 … by first member over all teman; -1 for a text in none.
    centrality_ : ndarray of float64, shape (n,)
        Mean similarity of each text to the others of its tema; 0 for a text that stands alone.
    stability_ : ndarray of float64, shape (n_clusters_,)
        How much of each tema comes back when texts (with a context: responses) are drawn with replacement,
        from 0 to 1; NaN where that cannot be told. See `themes.stability`.
    codes_ : ndarray of int64, shape (n_clusters_,)
        The code of the codebook that each tema is made of; -1 for one that was found.
    n_clusters_ : int
        Number of teman.
    tree_ : ndarray of float64, shape (n - 1, 4)
        The linkage tree, over the texts in the order of `order_`; those with a code are not in it.
    order_ : ndarray of int64, shape (n,)

    Examples
    --------
    >>> from remissnlp.themes import ThemeModel
    >>> ThemeModel(random_state=0).fit_predict([])
    array([], dtype=int64)
    """

    def __init__(
        self,
        *,
        encoder: Encoder | None = None,
        threshold: float | None = None,
        weights: Weights | None = None,
        in_order: bool = True,
        min_size: int = 2,
        kodbok: Kodbok | None = None,
        random_state: object = None,
    ) -> None:
        self.encoder = encoder
        self.threshold = threshold
        self.weights = weights
        self.in_order = in_order
        self.min_size = min_size
        self.kodbok = kodbok
        self.random_state = random_state

    def fit(self, X: Sequence[str], y: None = None, *, context: ThemeContext | None = None) -> Self:  # noqa: N803
        """Group the texts `X`.

        Parameters
        ----------
        X : sequence of str
            One synpunkt each; none is allowed.
        y : None
            Ignored.
        context : ThemeContext, optional
            What is known of the texts beside their words; where none is given, see `in_order`.

        Raises
        ------
        TypeError
            If `X` is a single string or holds something else than strings.
        ValueError
            If `context` does not fit `X`, or `min_size` is under 1.
        """
        texts = check_texts(X)
        if self.min_size < 1:
            raise ValueError(f"min_size must be at least 1, got {self.min_size}")
        if context is None and self.in_order:
            context = ThemeContext(places=tuple(range(len(texts))))
        found, _ = group_and_fit(
            texts,
            encoder=self.encoder or _default_encoder(),
            weights=self.weights or Weights(),
            threshold=self.threshold,
            min_size=self.min_size,
            context=context,
            codes=[code.texts for code in self.kodbok.codes] if self.kodbok else (),
            seed=seed_of(self.random_state),
        )
        self.labels_ = found.labels
        self.sublabels_ = found.sublabels
        self.centrality_ = found.centrality
        self.stability_ = found.stability
        self.codes_ = found.codes
        self.tree_ = found.tree
        self.order_ = found.order
        self.n_clusters_ = int(found.labels.max(initial=-1)) + 1
        return self

    def fit_predict(
        self,
        X: Sequence[str],  # noqa: N803
        y: None = None,
        *,
        context: ThemeContext | None = None,
    ) -> NDArray[np.int64]:
        """Group the texts and return the tema of each, -1 for none."""
        return self.fit(X, y, context=context).labels_

    def __sklearn_tags__(self) -> Tags:
        """Tell scikit-learn that texts are taken, not rows of numbers."""
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.one_d_array = True
        tags.input_tags.string = True
        return tags

    def representatives(self, label: int) -> NDArray[np.int64]:
        """Return the texts of a tema, the most typical first; ties by position."""
        members = np.flatnonzero(self.labels_ == label)
        return members[np.argsort(-self.centrality_[members], kind="stable")]


def check_texts(texts: Sequence[str]) -> list[str]:
    """Return `texts` as a list; raise TypeError where they are not strings."""
    if isinstance(texts, (str, bytes)):
        raise TypeError("X must be a sequence of texts, not one text")
    listed = list(texts)
    for i, text in enumerate(listed):
        if not isinstance(text, str):
            raise TypeError(f"X[{i}] is {type(text).__name__}, not str")
    return [str(text) for text in listed]


def _default_encoder() -> Encoder:
    from remissnlp.embedding import load_encoder

    return load_encoder()
