"""Texts in, groups out: the parts of `similarity` mixed, `clustering` on top. No scikit-learn needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.themes import similarity
from remissnlp.themes.clustering import Ints, cut_tree, drop_small, linkage_tree, number_by_first
from remissnlp.themes.coding import nearest_code
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.frames import strip_frames
from remissnlp.themes.grouping import Grouping, Parts, centrality, members_of, parts_of
from remissnlp.themes.space import BLOCK, Space, Weights, fit_space
from remissnlp.themes.stability import draws_for, stability
from remissnlp.themes.words import join_particles, without_stems

if TYPE_CHECKING:
    from scipy.sparse import csr_array


THRESHOLD = 0.15
"""Mean similarity under which two groups are no longer one tema; fitted with `Weights`."""

ECHO = 0.15
"""Similarity from which a summary's point that stands alone follows its nearest in the same remissvar."""


@dataclass(frozen=True, eq=False)
class Fitted:
    """What texts were grouped by, in canonical order, so that later texts can join their groups.

    Attributes
    ----------
    space
    smooth
        What moved each text towards its nearest, see `similarity.smoother`; shape (n, n).
    order
        Place of each of these texts among those given; shape (n,).
    context
        Of these texts.
    """

    space: Space
    smooth: csr_array
    order: Ints
    context: ThemeContext


def smoother_for(similarities: NDArray[np.float32], weights: Weights) -> csr_array:
    """Return the matrix that moves every text a little towards its nearest."""
    return similarity.smoother(similarities, count=weights.neighbours_smoothed, share=weights.smoothing)


def smoothed_blocks(
    similarities: NDArray[np.float32], said: Sequence[str], smooth: csr_array
) -> Iterator[NDArray[Any]]:
    """Yield the similarities after smoothing, some rows at a time; the same words are always alike."""
    n = len(similarities)
    same = similarity.number([same_words(text) for text in said])
    for start in range(0, n, BLOCK):
        stop = min(start + BLOCK, n)
        rows = np.asarray(smooth @ (smooth[np.arange(start, stop)] @ similarities).T).T
        yield np.where(same[start:stop, None] == same[None, :], np.float32(1.0), rows)


def same_words(text: str) -> str:
    """Return what texts of the same words have in common."""
    return " ".join(text.casefold().split())


def group_and_fit(
    texts: Sequence[str],
    *,
    encoder: Encoder,
    weights: Weights,
    threshold: float | None = None,
    min_size: int = 2,
    context: ThemeContext | None = None,
    codes: Sequence[Sequence[str]] = (),
    seed: int = 0,
) -> tuple[Grouping, Fitted | None]:
    """Group texts that say the same, and return what they were grouped by.

    The texts are put in a canonical order first, so that the groups do not depend on the order given.

    Parameters
    ----------
    texts : sequence of str
    encoder : Encoder
    weights : Weights
    threshold : float, optional
        Groups are joined while the mean similarity of their members is at least this; None is `THRESHOLD`.
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
    Fitted or None
        None where there are codes, or fewer than two texts: nothing to join.
    """
    n = len(texts)
    if threshold is None:
        threshold = THRESHOLD
    distance = 1.0 - threshold
    context = context or ThemeContext()
    context.check(n)
    order = np.array(canonical_order(texts, context), dtype=np.int64)
    context = reorder(context, order.tolist())
    said = what_is_said([texts[i] for i in order.tolist()], context)
    space = fit_space(said, encoder=encoder, weights=weights, context=context)
    similarities = space.similarity.matrix()
    bare = ThemeContext(ignore=context.ignore, common=context.common)
    home = nearest_code(said, [what_is_said(some, bare) for some in codes], encoder=encoder)
    free = np.flatnonzero(home < 0)
    tree, smoothed, smooth = grow(similarities, said, free, weights)
    groups = home.copy()
    groups[free] = len(codes) + cut_tree(tree, distance)[: len(free)]
    if context.summaries:
        groups = join_echoes(groups, similarities, context, alone=np.bincount(groups)[groups] == 1)
    groups = drop_small(groups, min_size, n_codes=len(codes))
    labels = number_by_first(groups)
    members = members_of(labels)
    made_of = np.array([groups[some[0]] for some in members], dtype=np.int64)
    made_of[made_of >= len(codes)] = -1
    within = tuple(similarities[np.ix_(some, some)] for some in members)
    stable = np.full(len(members), np.nan)
    if smoothed is not None:
        responses = [context.remissvar[i] if context.remissvar else str(i) for i in free.tolist()]
        drawn = stability(smoothed, labels[free], responses=responses, distance=distance, seed=seed)
        stable[: len(drawn)] = drawn
        stable[made_of >= 0] = np.nan
    found = Grouping(
        labels=labels,
        sublabels=parts_of(labels, members, within, made_of, Parts(free, tree, distance)),
        centrality=centrality(members, within, n),
        stability=stable,
        codes=made_of,
        members=members,
        within=within,
        tree=tree,
        order=free,
    )
    fitted = Fitted(space, smooth, order, context) if smooth is not None and not codes else None
    return found.in_order_given(order), fitted


def grow(
    similarities: NDArray[np.float32], said: Sequence[str], some: Ints, weights: Weights
) -> tuple[NDArray[np.float64], NDArray[np.float32] | None, csr_array | None]:
    """Return the tree over some texts, the smoothed similarities it is built on, and what smoothed them.

    With many texts the similarities are used block by block and never kept.
    """
    n = len(some)
    if n < 2:
        return linkage_tree(iter(()), n), None, None
    if n < len(said):
        similarities, said = similarities[np.ix_(some, some)], [said[i] for i in some.tolist()]
    smooth = smoother_for(similarities, weights)
    blocks = smoothed_blocks(similarities, said, smooth)
    if not draws_for(n):
        return linkage_tree(blocks, n), None, smooth
    smoothed = np.concatenate(list(blocks))
    return linkage_tree(iter([smoothed]), n), smoothed, smooth


def join_echoes(
    labels: Ints, similarities: NDArray[np.float32], context: ThemeContext, *, alone: NDArray[np.bool_]
) -> Ints:
    """Let a summary's point that stands alone join the group of the body's point that it restates.

    A summary says in other words what the body says, so its point belongs with the nearest of the same
    remissvar even where they are less alike than points of one tema are otherwise.
    """
    labels = labels.copy()
    remissvar = np.array(context.remissvar)
    in_summary = np.array([mark is not None for mark in context.summaries])
    for i in np.flatnonzero(in_summary & alone):
        body = np.flatnonzero((remissvar == remissvar[i]) & ~in_summary)
        if len(body) and np.round(similarities[i, body], 5).max() >= ECHO:
            labels[i] = labels[body[np.round(similarities[i, body], 5).argmax()]]
    return labels


def what_is_said(texts: Sequence[str], context: ThemeContext) -> list[str]:
    """Return the texts without reporting frames, names and words that everybody uses."""
    said = strip_frames(texts, ignore=context.ignore)
    remisser = context.remisser or [None] * len(said)
    return [
        join_particles(without_stems(text, context.common_to(remiss)))
        for text, remiss in zip(said, remisser, strict=True)
    ]


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


def _sortable(value: str | int | tuple[str, ...] | None) -> tuple[str, ...]:
    if isinstance(value, int):
        return (f"{value:09d}",)
    return value if isinstance(value, tuple) else (value or "",)


def reorder(context: ThemeContext, order: Sequence[int]) -> ThemeContext:
    """Return what is known of the texts in another order."""
    moved: dict[str, Any] = {
        name: tuple(values[i] for i in order)
        for name in ThemeContext.PER_TEXT
        if (values := getattr(context, name))
    }
    return replace(context, **moved)
