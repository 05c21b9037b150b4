"""New synpunkter added to teman that are there, and when it pays to group the whole anew instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

import numpy as np

from remissnlp.embedding.encoder import Encoder
from remissnlp.records import Remiss, Remissvar, Synpunkt, Tema
from remissnlp.themes.building import Base, can_recur, make_context, ranked
from remissnlp.themes.clustering import Ints, linkage_tree
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.delteman import divide
from remissnlp.themes.describing import (
    Group,
    count_stances,
    describe,
    gather,
    tema_id,
    who_says,
)
from remissnlp.themes.direction import direction_of, find_split
from remissnlp.themes.engine import THRESHOLD
from remissnlp.themes.grouping import Grouping, centrality
from remissnlp.themes.joining import GONE, NONE, Joined, join
from remissnlp.themes.labels import name_teman
from remissnlp.themes.ranking import score_tema
from remissnlp.themes.space import Weights

FEW = 2_000
"""Fewer synpunkter than this are grouped in a second or two, so always as a whole."""

SHARE = 0.10
"""Synpunkter that came or went since the whole was grouped, as a share of it, above which it is anew."""

GROWN = 0.20
"""New synpunkter of a tema, as a share of those it had, from which it is named and described anew."""

TYPICAL = 5
"""Synpunkter of every other tema that a new name is set against."""


def pays_to_regroup(base: Set[str], now: Set[str]) -> bool:
    """Tell whether the whole is to be grouped anew: where it is small, or where much has changed.

    Decided by numbers of synpunkter alone, so that every machine decides alike.

    Parameters
    ----------
    base, now : set of str
        Ids of the synpunkter that were grouped at once, and of those there are now.
    """
    return len(now) < FEW or len(base ^ now) > SHARE * len(base)


def add_synpunkter(
    base: Base,
    synpunkter: Sequence[Synpunkt],
    remissvar: Sequence[Remissvar],
    *,
    encoder: Encoder,
    remisser: Sequence[Remiss] = (),
    threshold: float | None = None,
    weights: Weights | None = None,
    min_size: int = 2,
) -> tuple[Tema, ...]:
    """Let synpunkter that `base` does not know join its teman, and take away those that are gone.

    What comes of it depends on `base` and on what there is now, not on what there was in between. Parameters
    are those of `build_teman`; the teman are in rank order.
    """
    weights = weights or Weights()
    answers = {r.id: r for r in remissvar}
    there = {s.id: s for s in synpunkter}
    known = {*base.synpunkter, *base.silent}
    new = [s for s in synpunkter if s.id not in known and can_recur(s)]
    joined = join(
        base.fitted,
        _labels(base, there, min_size),
        [s.reading for s in new],
        context=_context(base, new, answers, remisser),
        encoder=encoder,
        weights=weights,
        threshold=threshold,
        min_size=min_size,
    )
    kept, to_describe = _sort_out(base, there, new, joined, answers)
    distance = 1.0 - (THRESHOLD if threshold is None else threshold)
    groups = [_gather(members, joined, rows, distance, answers) for members, rows in to_describe]
    groups.sort(key=lambda group: (-score_tema(group.typical, answers), group.id))
    return ranked([*kept, *_describe(groups, kept, there, answers)])


def _labels(base: Base, there: Mapping[str, Synpunkt], min_size: int) -> Ints:
    """Return the place of each synpunkt's tema in ``base.teman``, `NONE` or `GONE`."""
    home = {}
    for number, tema in enumerate(base.teman):
        if sum(s in there for s in tema.synpunkter) >= min_size:
            home.update(dict.fromkeys(tema.synpunkter, number))
    labels = [home.get(s, NONE) if s in there else GONE for s in base.synpunkter]
    return np.array(labels, dtype=np.int64)


def _context(
    base: Base, new: Sequence[Synpunkt], answers: Mapping[str, Remissvar], remisser: Sequence[Remiss]
) -> ThemeContext:
    """Gather what is known of new synpunkter; which words say nothing is as it was."""
    own = make_context(new, [answers[name] for name in sorted({s.remissvar for s in new})], remisser)
    before = base.fitted.context
    ignore = tuple(sorted({*before.ignore, *own.ignore}))
    return replace(own, ignore=ignore, common=before.common)


def _sort_out(
    base: Base,
    there: Mapping[str, Synpunkt],
    new: Sequence[Synpunkt],
    joined: Joined,
    answers: Mapping[str, Remissvar],
) -> tuple[list[Tema], list[tuple[list[Synpunkt], Ints]]]:
    """Return the teman that stay much as they were, and the members of all that are to be described anew."""
    n = len(base.synpunkter)
    row = dict(zip([*base.synpunkter, *(s.id for s in new)], [*range(n), *joined.rows.tolist()], strict=True))
    came: dict[int, list[int]] = {}
    for i, label in enumerate(joined.labels[n:].tolist()):
        came.setdefault(label, []).append(i)
    kept, to_describe = [], []
    for number, tema in enumerate(base.teman):
        stayed = [there[s] for s in tema.synpunkter if s in there and joined.labels[row[s]] == number]
        added = [new[i] for i in sorted(came.get(number, ()), key=lambda i: _nearest_first(i, new, joined))]
        if len(stayed) == len(tema.synpunkter) and len(added) <= GROWN * len(stayed):
            kept.append(_grown(tema, stayed, added, answers))
        elif stayed:
            to_describe.append([*stayed, *added])
    founded: dict[int, list[Synpunkt]] = {}
    everyone = [*(there.get(s) for s in base.synpunkter), *new]
    for place in np.flatnonzero(joined.labels >= len(base.teman)).tolist():
        synpunkt = everyone[place]
        assert synpunkt is not None  # those that are gone are in no group
        founded.setdefault(int(joined.labels[place]), []).append(synpunkt)
    to_describe += founded.values()
    return kept, [(members, np.array([row[s.id] for s in members])) for members in to_describe]


def _nearest_first(i: int, new: Sequence[Synpunkt], joined: Joined) -> tuple[float, str, str]:
    return (-float(joined.nearness[i]), new[i].reading, new[i].id)


def _grown(
    tema: Tema, stayed: Sequence[Synpunkt], added: Sequence[Synpunkt], answers: Mapping[str, Remissvar]
) -> Tema:
    """Return a tema that keeps its name and description; new synpunkter come last.

    It is counted anew also where none is new: what is known of who answered may have changed.
    """
    members = [*stayed, *added]
    ids = sorted({s.remissvar for s in members})
    split = tema.split
    if any(direction_of(s.reading, s.stance) for s in added):
        split = find_split(members, [who_says(s, answers) for s in members])
    return replace(
        tema,
        id=tema_id(members) if added else tema.id,
        stances=count_stances(members),
        synpunkter=tuple(s.id for s in members),
        remissvar=tuple(ids),
        remissinstanser=tuple(sorted({name for i in ids if (name := answers[i].remissinstans)})),
        remisser=tuple(sorted({name for i in ids if (name := answers[i].remiss)})),
        score=score_tema(members, answers),
        split=split,
    )


def _gather(
    members: Sequence[Synpunkt],
    joined: Joined,
    rows: Ints,
    distance: float,
    answers: Mapping[str, Remissvar],
) -> Group:
    """Return a group with its synpunkter in order and its parts, as if it had been grouped alone."""
    n = len(members)
    every = np.arange(n)
    within = joined.similarity.among(rows)
    alone = np.zeros(n, dtype=np.int64)
    tree = linkage_tree(iter([within]), n)
    found = Grouping(
        labels=alone,
        sublabels=divide(tree, distance, alone),
        centrality=centrality((every,), (within,), n),
        stability=np.full(1, np.nan),
        codes=np.full(1, -1),
        members=(every,),
        within=(within,),
        tree=tree,
        order=every,
    )
    return gather(members, found, 0, answers, None)


def _describe(
    groups: Sequence[Group],
    kept: Sequence[Tema],
    there: Mapping[str, Synpunkt],
    answers: Mapping[str, Remissvar],
) -> list[Tema]:
    """Return the teman of groups, named so that they are told from each other and from those kept."""
    if not groups:
        return []
    named = name_teman(
        [*([there[s] for s in tema.synpunkter[:TYPICAL]] for tema in kept), *(g.typical for g in groups)],
        parts=[*(() for _ in kept), *(g.parts for g in groups)],
        given=[*(tema.label for tema in kept), *(None for _ in groups)],
    )
    return [describe(group, names, answers) for group, names in zip(groups, named[len(kept) :], strict=True)]
