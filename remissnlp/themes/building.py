"""From synpunkter to ranked teman: the theme room's one way through."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from remissnlp.embedding.encoder import Encoder
from remissnlp.records import Remiss, Remissvar, Stance, Synpunkt, Tema
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.engine import Weights, group
from remissnlp.themes.labels import name_teman
from remissnlp.themes.ranking import in_summary, score_tema
from remissnlp.themes.words import common_stems

PARAGRAPH_GAP = 250
"""Most characters between two synpunkter of one matter: room for a sentence that is no synpunkt."""

_NEW_MATTER = re.compile(
    r"(?:vidare|dessutom|utöver|därutöver|därtill|slutligen|avslutningsvis|en annan|ytterligare en)\b"
    r"|(?:\S+\s+){1,3}(?:också|vidare|även|dessutom|slutligen|därutöver)\b",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")


def build_teman(
    synpunkter: Sequence[Synpunkt],
    remissvar: Sequence[Remissvar],
    *,
    encoder: Encoder,
    remisser: Sequence[Remiss] = (),
    threshold: float | None = None,
    weights: Weights | None = None,
    min_size: int = 2,
    random_state: object = None,
) -> tuple[tuple[Tema, ...], tuple[Synpunkt, ...]]:
    """Group synpunkter into teman, name and rank them.

    Parameters
    ----------
    synpunkter : sequence of Synpunkt
        Their order does not matter.
    remissvar : sequence of Remissvar
        At least those that the synpunkter stand in.
    encoder : Encoder
    remisser : sequence of Remiss
        Their titles carry no weight in the comparison.
    threshold, weights, min_size, random_state
        See `ThemeModel`.

    Returns
    -------
    teman : tuple of Tema
        In rank order.
    synpunkter : tuple of Synpunkt
        In the order given, each with the id of its tema, or None for one that stands alone.

    Raises
    ------
    KeyError
        If a synpunkt stands in a remissvar that is not given.
    """
    by_id = {r.id: r for r in remissvar}
    for synpunkt in synpunkter:
        if synpunkt.remissvar not in by_id:
            raise KeyError(f"{synpunkt.id} stands in {synpunkt.remissvar}, which is not given")
    found = group(
        [s.reading for s in synpunkter],
        encoder=encoder,
        weights=weights or Weights(),
        threshold=threshold,
        min_size=min_size,
        context=make_context(synpunkter, by_id.values(), remisser),
    )
    groups: dict[int, list[tuple[float, Synpunkt]]] = {}
    for label, central, synpunkt in zip(
        found.labels.tolist(), found.centrality.tolist(), synpunkter, strict=True
    ):
        if label >= 0:
            groups.setdefault(label, []).append((central, synpunkt))
    ordered = [[s for _, s in sorted(members, key=_typical_first)] for members in groups.values()]
    # In an order of its own, so that neither labels nor ids depend on the order given.
    ordered.sort(key=lambda members: (-score_tema(members, by_id), tema_id(members)))
    names = name_teman(ordered)
    drafts = [
        _make_tema(m, label, keywords, by_id) for m, (label, keywords) in zip(ordered, names, strict=True)
    ]
    drafts.sort(key=lambda tema: (-tema.score, tema.label, tema.id))
    teman = tuple(replace(tema, rank=rank) for rank, tema in enumerate(drafts, start=1))
    home = {i: tema.id for tema in teman for i in tema.synpunkter}
    return teman, tuple(replace(s, tema=home.get(s.id)) for s in synpunkter)


def make_context(
    synpunkter: Sequence[Synpunkt], remissvar: Iterable[Remissvar], remisser: Sequence[Remiss] = ()
) -> ThemeContext:
    """Gather what is known of the synpunkter beside their words."""
    listed = list(remissvar)
    text = {r.id: r.text for r in listed}
    matter: dict[str, str] = {}
    before: Synpunkt | None = None
    for s in sorted(synpunkter, key=lambda s: (s.remissvar, s.spans, s.id)):
        carries_on = (
            before is not None and before.remissvar == s.remissvar and continues(text[s.remissvar], before, s)
        )
        matter[s.id] = matter[before.id] if before and carries_on else s.id
        before = s
    return ThemeContext(
        remissvar=tuple(s.remissvar for s in synpunkter),
        # A heading is the same place only within its remissvar.
        sections=tuple(f"{s.remissvar}\0{s.section}" if s.section else None for s in synpunkter),
        refers_to=tuple(tuple(heading.casefold() for heading in s.refers_to) for s in synpunkter),
        matters=tuple(matter[s.id] for s in synpunkter),
        summaries=tuple(s.remissvar if in_summary(s) else None for s in synpunkter),
        ignore=_ignored_names(listed, remisser),
        common=common_stems([r.text for r in listed if r.status == "ok"]),
    )


def continues(text: str, first: Synpunkt, second: Synpunkt) -> bool:
    """Tell whether a synpunkt carries on the matter of the one before it.

    It does where little and no blank line stands between them, where it does not announce something else
    ("Vidare", "Dessutom", "anser också"), and outside a summary, which strings many matters together.
    """
    gap = text[first.spans[-1].end : second.spans[0].start]
    if len(gap) > PARAGRAPH_GAP or _BLANK_LINE.search(gap):
        return False
    return not _NEW_MATTER.match(second.reading) and not in_summary(second)


def tema_id(members: Iterable[Synpunkt]) -> str:
    """Return an id that depends on nothing but what the members say and where: T and ten hex digits."""
    content = sorted(f"{s.remissvar}\0{' '.join(s.quote.split())}" for s in members)
    return "T" + hashlib.sha256("\0\0".join(content).encode("utf-8")).hexdigest()[:10]


def _ignored_names(remissvar: Iterable[Remissvar], remisser: Iterable[Remiss]) -> tuple[str, ...]:
    names = {r.remissinstans for r in remissvar if r.remissinstans} | {r.title for r in remisser if r.title}
    return tuple(sorted(names))


def _typical_first(member: tuple[float, Synpunkt]) -> tuple[float, str, str]:
    central, synpunkt = member
    return (-central, synpunkt.reading, synpunkt.id)


def _make_tema(
    members: Sequence[Synpunkt], label: str, keywords: tuple[str, ...], remissvar: dict[str, Remissvar]
) -> Tema:
    stances = {stance: sum(s.stance == stance for s in members) for stance in get_args(Stance)}
    answers = sorted({s.remissvar for s in members})
    return Tema(
        id=tema_id(members),
        rank=0,
        label=label,
        keywords=keywords,
        stances={stance: count for stance, count in stances.items() if count},
        synpunkter=tuple(s.id for s in members),
        remissvar=tuple(answers),
        remissinstanser=tuple(sorted({name for i in answers if (name := remissvar[i].remissinstans)})),
        remisser=tuple(sorted({name for i in answers if (name := remissvar[i].remiss)})),
        score=score_tema(members, remissvar),
    )
