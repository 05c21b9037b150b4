"""From a group of synpunkter to a tema: its id, name, parts, key sentence, sides and order of quotes."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from remissnlp.codebook import Code
from remissnlp.records import Deltema, Remissvar, Stance, Synpunkt, Tema
from remissnlp.themes.delteman import SMALLEST
from remissnlp.themes.direction import find_split
from remissnlp.themes.grouping import Grouping
from remissnlp.themes.key_sentence import find_key_sentence
from remissnlp.themes.labels import Names, name_teman
from remissnlp.themes.quotes import reading_order
from remissnlp.themes.ranking import score_tema


@dataclass(frozen=True)
class Group:
    """The synpunkter of one tema to be.

    Attributes
    ----------
    id
    typical
        Its synpunkter, the most typical first.
    quotes
        The same in the order in which they are best read.
    parts
        Those of each deltema, the most typical first; the largest deltema first.
    stability
    code
    """

    id: str
    typical: tuple[Synpunkt, ...]
    quotes: tuple[Synpunkt, ...]
    parts: tuple[tuple[Synpunkt, ...], ...]
    stability: float | None
    code: Code | None


def gather(
    synpunkter: Sequence[Synpunkt],
    found: Grouping,
    number: int,
    remissvar: Mapping[str, Remissvar],
    code: Code | None,
) -> Group:
    """Return a group that was found, with its synpunkter in order."""
    members = found.members[number].tolist()
    place = {i: at for at, i in enumerate(members)}
    typical = sorted(members, key=lambda i: (-found.centrality[i], synpunkter[i].reading, synpunkter[i].id))
    at = [place[i] for i in typical]
    order = reading_order(
        found.within[number][at][:, at], [who_says(synpunkter[i], remissvar) for i in typical]
    )
    parts: dict[int, list[Synpunkt]] = {}
    for i in typical:
        if found.sublabels[i] >= 0:
            parts.setdefault(int(found.sublabels[i]), []).append(synpunkter[i])
    stable = float(found.stability[number])
    ordered = tuple(synpunkter[i] for i in typical)
    return Group(
        id=code.tema_id if code else tema_id(ordered),
        typical=ordered,
        quotes=tuple(synpunkter[typical[i]] for i in order),
        parts=tuple(tuple(part) for part in sorted(parts.values(), key=lambda p: (-len(p), tema_id(p)))),
        stability=None if math.isnan(stable) else stable,
        code=code,
    )


def describe_all(groups: Sequence[Group], remissvar: Mapping[str, Remissvar]) -> list[Tema]:
    """Return the teman of groups, in their order; the first in line chooses its label first."""
    named = name_teman(
        [g.typical for g in groups],
        parts=[g.parts for g in groups],
        given=[g.code.name if g.code else None for g in groups],
    )
    return [describe(group, names, remissvar) for group, names in zip(groups, named, strict=True)]


def describe(group: Group, names: Names, remissvar: Mapping[str, Remissvar]) -> Tema:
    """Return the tema of a group, without its rank."""
    members = group.typical
    answers = sorted({s.remissvar for s in members})
    return Tema(
        id=group.id,
        rank=0,
        label=names.label,
        keywords=names.keywords,
        stances=count_stances(members),
        synpunkter=tuple(s.id for s in group.quotes),
        remissvar=tuple(answers),
        remissinstanser=tuple(sorted({name for i in answers if (name := remissvar[i].remissinstans)})),
        remisser=tuple(sorted({name for i in answers if (name := remissvar[i].remiss)})),
        score=score_tema(members, remissvar),
        delteman=tuple(
            Deltema(label, tuple(s.id for s in part))
            for label, part in zip(names.parts, group.parts, strict=True)
        ),
        key_sentence=find_key_sentence(members, names.weights, names.label),
        split=find_split(members, [who_says(s, remissvar) for s in members]),
        stability=group.stability,
        code=group.code.name if group.code else None,
    )


def after_edits(
    tema: Tema, was: Tema | None, members: Sequence[Synpunkt], remissvar: Mapping[str, Remissvar]
) -> Tema:
    """Return a corrected tema with what its corrections leave of what was told of it.

    Parameters
    ----------
    tema : Tema
        With its synpunkter, label and counts as they are now.
    was : Tema or None
        As the program made it; None for one that a person made.
    members : sequence of Synpunkt
        Its synpunkter now.
    """
    there = set(tema.synpunkter)
    same = was is not None and set(was.synpunkter) == there
    parts = [
        replace(part, synpunkter=tuple(s for s in part.synpunkter if s in there))
        for part in (was.delteman if was else ())
    ]
    key = was.key_sentence if was and was.key_sentence and was.key_sentence.synpunkt in there else None
    if key is None:
        [named] = name_teman([members])
        key = find_key_sentence(members, named.weights, tema.label)
    return replace(
        tema,
        delteman=tuple(part for part in parts if len(part.synpunkter) >= SMALLEST),
        key_sentence=key,
        split=find_split(members, [who_says(s, remissvar) for s in members]),
        stability=was.stability if was and same else None,
        code=was.code if was else None,
    )


def count_stances(members: Iterable[Synpunkt]) -> dict[str, int]:
    """Return how many synpunkter there are of each stance, those that there are, in the order of records."""
    stances = [s.stance for s in members]
    return {stance: stances.count(stance) for stance in get_args(Stance) if stance in stances}


def who_says(synpunkt: Synpunkt, remissvar: Mapping[str, Remissvar]) -> str:
    """Return the remissinstans; a response whose remissinstans is unknown speaks for itself."""
    return remissvar[synpunkt.remissvar].remissinstans or f"\0{synpunkt.remissvar}"


def tema_id(members: Iterable[Synpunkt]) -> str:
    """Return an id that depends on nothing but what the members say and where: T and ten hex digits."""
    content = sorted(f"{s.remissvar}\0{' '.join(s.quote.split())}" for s in members)
    return "T" + hashlib.sha256("\0\0".join(content).encode("utf-8")).hexdigest()[:10]
