"""Which tema of an earlier run a tema is: optimal assignment on common synpunkter and centroids.

The teman of a run are made without a look at earlier ones, so that they do not depend on the order in which
responses arrive. Afterwards each is given the id of the earlier tema that it is recognisably the same as.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import Encoder
from remissnlp.records import Synpunkt, Tema

MEMBERS, CENTROIDS = 0.75, 0.25
"""How much common synpunkter and near centroids count."""

THRESHOLD = 0.4
"""Likeness from which two teman are the same: a third of the synpunkter in common and near centroids, or half
of them whatever the centroids say."""

NEAR = 0.9
"""Cosine from which centroids alone make two teman the same, where no synpunkt was there both times."""

TYPICAL = 5
"""A tema's centroid is the mean of the vectors of this many of its most typical synpunkter."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A tema as one run saw it.

    Attributes
    ----------
    id
    synpunkter
        Ids of its synpunkter.
    centroid
        Unit vector, float32, shape (d,); None where it is not known or made by another model.
    """

    id: str
    synpunkter: frozenset[str]
    centroid: NDArray[np.float32] | None = None


def centroids(
    teman: Sequence[Tema], synpunkter: Sequence[Synpunkt], encoder: Encoder
) -> dict[str, tuple[float, ...]]:
    """Return the centroid of every tema by id: the mean of its `TYPICAL` first synpunkter, unit length."""
    reading = {s.id: s.reading for s in synpunkter}
    chosen = {tema.id: [reading[s] for s in tema.synpunkter[:TYPICAL]] for tema in teman}
    texts = sorted({text for some in chosen.values() for text in some})
    if not texts:
        return {}
    row = {text: i for i, text in enumerate(texts)}
    vectors = encoder.encode(texts)
    found = {}
    for name, some in chosen.items():
        mean = vectors[[row[text] for text in some]].mean(axis=0, dtype=np.float64)
        length = float(np.linalg.norm(mean)) or 1.0
        found[name] = tuple(np.round(mean / length, 6).tolist())
    return found


def likeness(new: Sequence[Seen], old: Sequence[Seen]) -> NDArray[np.float64]:
    """Return how alike teman of two runs are, shape (len(new), len(old)), 0 to 1.

    ``synpunkter`` must hold only what both runs know: a tema that grew by new responses is the same tema. The
    Jaccard index of the synpunkter counts for `MEMBERS`, the cosine of the centroids for `CENTROIDS`. Without
    centroids the Jaccard index is all; where one of the two has no synpunkt left, the cosine is, from
    `NEAR` up.
    """
    out = np.zeros((len(new), len(old)))
    place = {s: j for j, tema in enumerate(old) for s in tema.synpunkter}
    for i, tema in enumerate(new):
        common: dict[int, int] = {}
        for s in tema.synpunkter:
            if s in place:
                common[place[s]] = common.get(place[s], 0) + 1
        for j, other in enumerate(old):
            cosine = _cosine(tema, other)
            if tema.synpunkter and other.synpunkter:
                n = common.get(j, 0)
                jaccard = n / (len(tema.synpunkter) + len(other.synpunkter) - n)
                out[i, j] = jaccard if cosine is None else MEMBERS * jaccard + CENTROIDS * max(cosine, 0.0)
            elif cosine is not None and cosine >= NEAR:
                out[i, j] = cosine
    return out


def _cosine(a: Seen, b: Seen) -> float | None:
    if a.centroid is None or b.centroid is None or a.centroid.shape != b.centroid.shape:
        return None
    return round(float(a.centroid @ b.centroid), 5)


def match(new: Sequence[Seen], old: Sequence[Seen], *, threshold: float = THRESHOLD) -> dict[str, str]:
    """Return the id of the earlier tema that each new one is; new ones that are none are left out.

    Those with the very same synpunkter are matched first. The rest is assigned so that the sum of
    `likeness` is greatest (Kuhn 1955, by `scipy.optimize.linear_sum_assignment`), and pairs less alike than
    `threshold` are let go.

    Parameters
    ----------
    new, old : sequence of Seen
        No synpunkt in two teman of the same run. Their order does not matter.
    threshold : float

    Returns
    -------
    dict
        New id → old id.
    """
    unchanged = {tema.synpunkter: tema.id for tema in old if tema.synpunkter}
    found = {tema.id: unchanged[tema.synpunkter] for tema in new if tema.synpunkter in unchanged}
    taken = set(found.values())
    rest_new = sorted((t for t in new if t.id not in found), key=lambda t: t.id)
    rest_old = sorted((t for t in old if t.id not in taken), key=lambda t: t.id)
    if rest_new and rest_old:
        from scipy.optimize import linear_sum_assignment

        alike = likeness(rest_new, rest_old)
        for i, j in zip(*linear_sum_assignment(alike, maximize=True), strict=True):
            if alike[i, j] >= threshold:
                found[rest_new[i].id] = rest_old[j].id
    return found


def assign_ids(
    new: Sequence[Seen],
    before: Sequence[Seen],
    vanished: Sequence[Seen] = (),
    *,
    known: Set[str],
    fixed: Set[str] = frozenset(),
    threshold: float = THRESHOLD,
) -> dict[str, str]:
    """Return the lasting id of every tema of a run.

    Parameters
    ----------
    new : sequence of Seen
        The run's teman under the ids that their content gives.
    before : sequence of Seen
        The teman of the run before.
    vanished : sequence of Seen
        Teman of still earlier runs: one that comes back, as when a response was away for a while, is itself.
    known : set of str
        Synpunkter that there were in the run before.
    fixed : set of str
        Ids that stay as they are: those of teman made of a codebook's codes.
    threshold : float

    Returns
    -------
    dict
        Content's id → lasting id; no two the same, and no id that has meant another tema.
    """
    decided = {t.id: t.id for t in new if t.id in fixed}
    new = [t for t in new if t.id not in fixed]
    before, vanished = ([t for t in some if t.id not in decided] for some in (before, vanished))
    present = {s for tema in new for s in tema.synpunkter}
    shared = [Seen(t.id, t.synpunkter & known, t.centroid) for t in new]
    old = [Seen(t.id, t.synpunkter & present, t.centroid) for t in before]
    ids = match(shared, old, threshold=threshold)
    rest = [t for t in new if t.id not in ids]
    if rest and vanished:
        left = [Seen(t.id, t.synpunkter & present, t.centroid) for t in vanished]
        remembered = {s for tema in vanished for s in tema.synpunkter}
        ids |= match(
            [Seen(t.id, t.synpunkter & remembered, t.centroid) for t in rest], left, threshold=threshold
        )
    used = {*decided, *(t.id for t in (*before, *vanished))}
    for tema in new:
        if tema.id not in ids:
            ids[tema.id] = _unused(tema.id, used)
            used.add(ids[tema.id])
    return ids | decided


def _unused(name: str, used: Set[str]) -> str:
    """Return `name`, or one made from it where it has meant another tema."""
    while name in used:
        name = "T" + hashlib.sha256(name.encode()).hexdigest()[:10]
    return name


@dataclass(frozen=True, slots=True)
class Lineage:
    """How teman came of each other: id → ids, each in falling order of what they share."""

    split: Mapping[str, tuple[str, ...]]
    merged: Mapping[str, tuple[str, ...]]


def lineage(before: Mapping[str, Set[str]], after: Mapping[str, Set[str]]) -> Lineage:
    """Return which teman were split and which merged, by the synpunkter that both runs have.

    A part is at least two synpunkter that were together and still are. A tema is split when two teman or more
    hold a part of it; a tema is merged of those that it holds at least half of, as a part.

    Parameters
    ----------
    before, after : mapping from id to set of str
        Synpunkter of every tema in two runs.
    """
    home = {s: name for name, members in after.items() for s in members}
    present = set(home)
    split: dict[str, tuple[str, ...]] = {}
    merged: dict[str, dict[str, int]] = {}
    for name, members in before.items():
        parts: dict[str, int] = {}
        for s in members & present:
            parts[home[s]] = parts.get(home[s], 0) + 1
        large = {k: n for k, n in parts.items() if n >= 2}
        if len(large) > 1:
            split[name] = _largest_first(large)
        for k, n in large.items():
            if 2 * n >= len(members):
                merged.setdefault(k, {})[name] = n
    return Lineage(split, {k: _largest_first(n) for k, n in merged.items() if len(n) > 1})


def _largest_first(parts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(parts, key=lambda name: (-parts[name], name)))
