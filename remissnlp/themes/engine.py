"""Texts in, groups out: the parts of `similarity` mixed, `clustering` on top. No scikit-learn needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import similarity
from remissnlp.themes.clustering import Ints, cut_tree, drop_small, linkage_tree, number_by_first
from remissnlp.themes.coding import nearest_code
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.frames import strip_frames
from remissnlp.themes.grouping import Grouping, Parts, centrality, members_of, parts_of
from remissnlp.themes.stability import draws_for, stability
from remissnlp.themes.words import join_particles, without_stems


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of the similarity counts.

    `dense`, `lexical` and the smoothing lie on the plateau that ``benchmarks/fit_themes.py`` finds on the
    training bills of RemissBench; the embedded encoder has read those bills. The bills do not hold the
    responses, so what the layout of a response tells (heading, reference, carried-on matter) was weighed by
    hand, and the point on the plateau chosen, by looking at the four statements in ``corpus/``. What is
    measured on these is therefore no test of the weights.
    """

    dense: float = 0.50
    lexical: float = 0.50
    heading: float = 0.05
    reference: float = 0.10
    matter: float = 0.35
    smoothing: float = 0.25
    neighbours_smoothed: int = 5


BARE_THRESHOLD = 0.12
"""Mean similarity under which two groups of bare texts are no longer one tema; fitted with `Weights`."""

THRESHOLD = 0.14
"""The same where the places of the texts are known: these add to the similarity. Weighed with them."""

ECHO = 0.15
"""Similarity from which a summary's point that stands alone follows its nearest in the same remissvar."""

BLOCK = 1_000
"""Rows of similarities held at a time."""


@dataclass(frozen=True)
class Similarity:
    """Similarities between all texts, some rows at a time.

    `parts` are pairs of a weight and vectors, dense or sparse, with one row a text.
    """

    n: int
    parts: tuple[tuple[float, Any], ...]

    def rows(self, rows: Ints) -> NDArray[np.float32]:
        """Return the similarities of some texts to all, shape (len(rows), n)."""
        out = np.zeros((len(rows), self.n), dtype=np.float32)
        for weight, vectors in self.parts:
            product = vectors[rows] @ vectors.T
            out += np.float32(weight) * (product if isinstance(product, np.ndarray) else product.toarray())
        out[np.arange(len(rows)), rows] = 1.0
        return out

    def matrix(self) -> NDArray[np.float32]:
        """Return all similarities, shape (n, n); ones on the diagonal."""
        out = np.empty((self.n, self.n), dtype=np.float32)
        for start in range(0, self.n, BLOCK):
            stop = min(start + BLOCK, self.n)
            out[start:stop] = self.rows(np.arange(start, stop))
        return out


def measure(
    said: Sequence[str], *, encoder: Encoder, weights: Weights, context: ThemeContext | None = None
) -> Similarity:
    """Compute the parts of the similarity between texts whose frames are cut."""
    context = context or ThemeContext()
    dense = similarity.centre(similarity.unit_rows(encoder.encode(said)), prior=similarity.PRIOR)
    lexical = similarity.character_tfidf(said, power=similarity.POWER)
    parts: list[tuple[float, Any]] = [(weights.dense, dense), (weights.lexical, lexical)]
    for weight, marks in (
        (weights.heading, context.sections),
        (weights.matter, context.matters),
        (weights.reference, context.refers_to),
    ):
        if marks:
            parts.append((weight, similarity.shared_marks([_as_marks(mark) for mark in marks])))
    return Similarity(n=len(said), parts=tuple(parts))


def _as_marks(mark: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return mark if isinstance(mark, tuple) else (mark,) if mark else ()


def smoothed_blocks(
    similarities: NDArray[np.float32], said: Sequence[str], weights: Weights
) -> Iterator[NDArray[Any]]:
    """Yield the similarities after smoothing, some rows at a time; the same words are always alike."""
    n = len(similarities)
    smooth = similarity.smoother(similarities, count=weights.neighbours_smoothed, share=weights.smoothing)
    same = similarity.number([" ".join(text.casefold().split()) for text in said])
    for start in range(0, n, BLOCK):
        stop = min(start + BLOCK, n)
        rows = np.asarray(smooth @ (smooth[np.arange(start, stop)] @ similarities).T).T
        yield np.where(same[start:stop, None] == same[None, :], np.float32(1.0), rows)


def group(
    texts: Sequence[str],
    *,
    encoder: Encoder,
    weights: Weights,
    threshold: float | None = None,
    min_size: int = 2,
    context: ThemeContext | None = None,
    codes: Sequence[Sequence[str]] = (),
    seed: int = 0,
) -> Grouping:
    """Group texts that say the same.

    The texts are put in a canonical order first, so that the groups do not depend on the order given.

    Parameters
    ----------
    texts : sequence of str
    encoder : Encoder
    weights : Weights
    threshold : float, optional
        Groups are joined while the mean similarity of their members is at least this; None is `THRESHOLD`
        with a context and `BARE_THRESHOLD` without.
    min_size : int
        Smaller groups are dissolved into -1; one that is made of a code may be of any size.
    context : ThemeContext, optional
    codes : sequence of sequences of str
        The texts of each code of a codebook. A text that is near to a code goes there, see `coding`; the rest
        is grouped freely.
    seed : int
        For the draws that tell how stable the groups are.

    Returns
    -------
    Grouping
    """
    n = len(texts)
    if threshold is None:
        threshold = THRESHOLD if context else BARE_THRESHOLD
    distance = 1.0 - threshold
    context = context or ThemeContext()
    context.check(n)
    order = np.array(canonical_order(texts, context), dtype=np.int64)
    context = _reorder(context, order.tolist())
    said = what_is_said([texts[i] for i in order.tolist()], context)
    similarities = measure(said, encoder=encoder, weights=weights, context=context).matrix()
    home = nearest_code(said, [what_is_said(some, context) for some in codes], encoder=encoder)
    free = np.flatnonzero(home < 0)
    tree, smoothed = grow(similarities, said, free, weights)
    groups = home.copy()
    groups[free] = len(codes) + cut_tree(tree, distance)[: len(free)]
    if context.summaries:
        groups = join_echoes(groups, similarities, context)
    groups = drop_small(groups, min_size, n_codes=len(codes))
    labels = number_by_first(groups)
    members = members_of(labels)
    made_of = np.array([groups[some[0]] for some in members], dtype=np.int64)
    made_of[made_of >= len(codes)] = -1
    within = tuple(similarities[np.ix_(some, some)] for some in members)
    stable = np.full(len(members), np.nan)
    if smoothed is not None:
        responses = [context.remissvar[i] if context.remissvar else str(i) for i in free.tolist()]
        found = stability(smoothed, labels[free], responses=responses, distance=distance, seed=seed)
        stable[: len(found)] = found
        stable[made_of >= 0] = np.nan
    return Grouping(
        labels=labels,
        sublabels=parts_of(labels, members, within, made_of, Parts(free, tree, distance)),
        centrality=centrality(members, within, n),
        stability=stable,
        codes=made_of,
        members=members,
        within=within,
        tree=tree,
        order=free,
    ).in_order_given(order)


def grow(
    similarities: NDArray[np.float32], said: Sequence[str], some: Ints, weights: Weights
) -> tuple[NDArray[np.float64], NDArray[np.float32] | None]:
    """Return the tree over some texts, and the smoothed similarities it is built on where these are few.

    With many texts the similarities are used block by block and never kept.
    """
    n = len(some)
    if n < len(said):
        similarities, said = similarities[np.ix_(some, some)], [said[i] for i in some.tolist()]
    blocks = smoothed_blocks(similarities, said, weights) if n > 1 else iter(())
    if not draws_for(n):
        return linkage_tree(blocks, n), None
    smoothed = np.concatenate([np.empty((0, n), dtype=np.float32), *blocks])
    return linkage_tree(iter([smoothed]), n), smoothed


def join_echoes(labels: Ints, similarities: NDArray[np.float32], context: ThemeContext) -> Ints:
    """Let a summary's point that stands alone join the group of the body's point that it restates.

    A summary says in other words what the body says, so its point belongs with the nearest of the same
    remissvar even where they are less alike than points of one tema are otherwise.
    """
    labels = labels.copy()
    size = np.bincount(labels, minlength=1)
    remissvar = np.array(context.remissvar)
    in_summary = np.array([mark is not None for mark in context.summaries])
    for i in np.flatnonzero(in_summary & (size[labels] == 1)):
        body = np.flatnonzero((remissvar == remissvar[i]) & ~in_summary)
        if len(body) and np.round(similarities[i, body], 5).max() >= ECHO:
            labels[i] = labels[body[np.round(similarities[i, body], 5).argmax()]]
    return labels


def what_is_said(texts: Sequence[str], context: ThemeContext) -> list[str]:
    """Return the texts without reporting frames, names and words that everybody uses."""
    said = strip_frames(texts, ignore=context.ignore)
    return [join_particles(without_stems(text, context.common)) for text in said]


def canonical_order(texts: Sequence[str], context: ThemeContext) -> list[int]:
    """Sort by text, then by what is known of it, so that nothing depends on the order given."""

    def key(i: int) -> tuple[Any, ...]:
        return (
            texts[i],
            *(
                _sortable(getattr(context, name)[i])
                for name in ThemeContext.PER_TEXT
                if getattr(context, name)
            ),
            i,
        )

    return sorted(range(len(texts)), key=key)


def _sortable(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value or "",)


def _reorder(context: ThemeContext, order: Sequence[int]) -> ThemeContext:
    moved: dict[str, Any] = {
        name: tuple(values[i] for i in order)
        for name in ThemeContext.PER_TEXT
        if (values := getattr(context, name))
    }
    return replace(context, **moved)
