"""From synpunkter to ranked teman: the theme room's one way through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from remissnlp.codebook import Kodbok
from remissnlp.embedding.encoder import Encoder
from remissnlp.records import Remiss, Remissvar, Synpunkt, Tema
from remissnlp.themes.context import NEARBY, ThemeContext
from remissnlp.themes.describing import describe_all, gather
from remissnlp.themes.direction import says_nothing
from remissnlp.themes.engine import Fitted, group_and_fit
from remissnlp.themes.ranking import in_summary, score_tema
from remissnlp.themes.space import Weights
from remissnlp.themes.stability import seed_of
from remissnlp.themes.words import common_stems, frequent_stems, title_stems

PARAGRAPH_GAP = 250
"""Most characters between two synpunkter of one matter: room for a sentence that is no synpunkt."""

_NEW_MATTER = re.compile(
    r"(?:vidare|dessutom|utöver|därutöver|därtill|slutligen|avslutningsvis|en annan|ytterligare en)\b"
    r"|(?:\S+\s+){1,3}(?:också|vidare|även|dessutom|slutligen|därutöver)\b",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")


@dataclass(frozen=True, eq=False)
class Base:
    """The teman of a whole that was grouped at once, and what later synpunkter need to join them.

    Attributes
    ----------
    teman
    fitted
        What the synpunkter were grouped by.
    synpunkter
        Ids, in the order of `fitted`.
    silent
        Ids of those that cannot stand in a tema, see `can_recur`.
    """

    teman: tuple[Tema, ...]
    fitted: Fitted
    synpunkter: tuple[str, ...]
    silent: tuple[str, ...] = ()


def build_teman(
    synpunkter: Sequence[Synpunkt],
    remissvar: Sequence[Remissvar],
    *,
    encoder: Encoder,
    remisser: Sequence[Remiss] = (),
    threshold: float | None = None,
    weights: Weights | None = None,
    min_size: int = 2,
    kodbok: Kodbok | None = None,
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
    threshold, weights, min_size, kodbok, random_state
        See `ThemeModel`.

    Returns
    -------
    teman : tuple of Tema
        In rank order.
    synpunkter : tuple of Synpunkt
        In the order given, each with the id of its tema, or None for one that stands alone
        or that a member makes in their own name.

    Raises
    ------
    KeyError
        If a synpunkt stands in a remissvar that is not given.
    """
    teman, _ = build_base(
        synpunkter,
        remissvar,
        encoder=encoder,
        remisser=remisser,
        threshold=threshold,
        weights=weights,
        min_size=min_size,
        kodbok=kodbok,
        random_state=random_state,
    )
    return teman, placed(synpunkter, teman)


def build_base(
    synpunkter: Sequence[Synpunkt],
    remissvar: Sequence[Remissvar],
    *,
    encoder: Encoder,
    remisser: Sequence[Remiss] = (),
    threshold: float | None = None,
    weights: Weights | None = None,
    min_size: int = 2,
    kodbok: Kodbok | None = None,
    random_state: object = None,
) -> tuple[tuple[Tema, ...], Base | None]:
    """Do as `build_teman`; return the teman and what later synpunkter need to join them.

    The latter is None where there is a codebook, or next to nothing to join.
    """
    by_id = {r.id: r for r in remissvar}
    for synpunkt in synpunkter:
        if synpunkt.remissvar not in by_id:
            raise KeyError(f"{synpunkt.id} stands in {synpunkt.remissvar}, which is not given")
    saying = [s for s in synpunkter if can_recur(s)]
    codes = kodbok.codes if kodbok else ()
    found, fitted = group_and_fit(
        [s.reading for s in saying],
        encoder=encoder,
        weights=weights or Weights(),
        threshold=threshold,
        min_size=min_size,
        context=make_context(saying, by_id.values(), remisser),
        codes=[code.texts for code in codes],
        seed=seed_of(random_state),
    )
    groups = [
        gather(saying, found, g, by_id, codes[code] if code >= 0 else None)
        for g, code in enumerate(found.codes.tolist())
    ]
    # In an order of its own, so that neither labels nor ids depend on the order given.
    groups.sort(key=lambda group: (-score_tema(group.typical, by_id), group.id))
    drafts = describe_all(groups, by_id)
    teman = ranked(drafts)
    base = None
    if fitted is not None:
        in_order = tuple(saying[i].id for i in fitted.order.tolist())
        base = Base(teman, fitted, in_order, tuple(sorted({s.id for s in synpunkter} - set(in_order))))
    return teman, base


def can_recur(synpunkt: Synpunkt) -> bool:
    """Tell whether a synpunkt can stand in a tema.

    "Ingen erinran" is an answer, not a matter that anything can have in common; and what members say in their
    own name is not their remissinstans's, as which it would count in a tema.
    """
    return synpunkt.voice is None and not says_nothing(synpunkt.reading)


def ranked(drafts: Iterable[Tema]) -> tuple[Tema, ...]:
    """Return teman in rank order."""
    ordered = sorted(drafts, key=lambda tema: (-tema.score, tema.label, tema.id))
    return tuple(replace(tema, rank=rank) for rank, tema in enumerate(ordered, start=1))


def placed(synpunkter: Iterable[Synpunkt], teman: Iterable[Tema]) -> tuple[Synpunkt, ...]:
    """Return synpunkter with the id of their tema, or None."""
    home = {i: tema.id for tema in teman for i in tema.synpunkter}
    return tuple(replace(s, tema=home.get(s.id)) for s in synpunkter)


def make_context(
    synpunkter: Sequence[Synpunkt], remissvar: Iterable[Remissvar], remisser: Sequence[Remiss] = ()
) -> ThemeContext:
    """Gather what is known of the synpunkter beside their words."""
    listed = list(remissvar)
    text = {r.id: r.text for r in listed}
    answered = {r.id: r.remiss for r in listed}
    matter: dict[str, str] = {}
    place: dict[str, int] = {}
    for s, before in _with_the_one_before(synpunkter):
        whole = text[s.remissvar]
        matter[s.id] = matter[before.id] if before and continues(whole, before, s) else s.id
        apart = 1 if before and not _BLANK_LINE.search(between(whole, before, s)) else NEARBY
        place[s.id] = apart + (place[before.id] if before else 0)
    return ThemeContext(
        remissvar=tuple(s.remissvar for s in synpunkter),
        remisser=tuple(answered[s.remissvar] for s in synpunkter),
        # A heading is the same place only within its remissvar; a summary strings many matters together.
        sections=tuple(
            f"{s.remissvar}\0{s.section}" if s.section and not in_summary(s) else None for s in synpunkter
        ),
        refers_to=tuple(tuple(heading.casefold() for heading in s.refers_to) for s in synpunkter),
        matters=tuple(matter[s.id] for s in synpunkter),
        places=tuple(None if in_summary(s) else place[s.id] for s in synpunkter),
        summaries=tuple(s.remissvar if in_summary(s) else None for s in synpunkter),
        ignore=_ignored_names(listed, remisser),
        common=_common_words([r for r in listed if r.status == "ok"], remisser),
    )


def _with_the_one_before(synpunkter: Iterable[Synpunkt]) -> Iterator[tuple[Synpunkt, Synpunkt | None]]:
    """Yield every synpunkt in order, and the one before it in its remissvar."""
    before: Synpunkt | None = None
    for s in sorted(synpunkter, key=lambda s: (s.remissvar, s.spans, s.id)):
        yield s, before if before and before.remissvar == s.remissvar else None
        before = s


def between(text: str, first: Synpunkt, second: Synpunkt) -> str:
    """Return what stands between two synpunkter of a text."""
    return text[first.spans[-1].end : second.spans[0].start]


def continues(text: str, first: Synpunkt, second: Synpunkt) -> bool:
    """Tell whether a synpunkt carries on the matter of the one before it.

    It does where little and no blank line stands between them, where it does not announce something else
    ("Vidare", "Dessutom", "anser också"), and outside a summary, which strings many matters together.
    """
    gap = between(text, first, second)
    if len(gap) > PARAGRAPH_GAP or _BLANK_LINE.search(gap):
        return False
    return not _NEW_MATTER.match(second.reading) and not in_summary(second)


def _common_words(
    remissvar: Sequence[Remissvar], remisser: Sequence[Remiss]
) -> dict[str | None, frozenset[str]]:
    """Return what everybody speaks of who answers one of the remisser, and what everybody does at all."""
    frequent = [frequent_stems(r.text) for r in remissvar]
    everywhere = common_stems(frequent)
    found: dict[str | None, frozenset[str]] = {None: everywhere}
    for remiss in remisser:
        answers = [stems for r, stems in zip(remissvar, frequent, strict=True) if r.remiss == remiss.id]
        found[remiss.id] = everywhere | common_stems(answers) | title_stems(remiss.title)
    return found


def _ignored_names(remissvar: Iterable[Remissvar], remisser: Iterable[Remiss]) -> tuple[str, ...]:
    names = {r.remissinstans for r in remissvar if r.remissinstans} | {r.title for r in remisser if r.title}
    return tuple(sorted(names))
