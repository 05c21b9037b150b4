"""Two runs compared: what is new, grown, split, merged or gone, as one frozen record and as diff.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from remissnlp.news.snapshot import follow, target_of
from remissnlp.records import EditOutcome, Remissvar, Run, SincePrevious, Synpunkt, Tema
from remissnlp.themes.identity import lineage

SCHEMA = "remissnlp/diff/1"


@dataclass(frozen=True, slots=True)
class Answer:
    """A remissvar that came, was replaced or went away."""

    id: str
    file: str
    remissinstans: str | None
    remiss: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A synpunkt that made a difference."""

    synpunkt: str
    remissvar: str
    remissinstans: str | None
    quote: str
    reading: str


@dataclass(frozen=True, slots=True)
class TemaChange:
    """A tema that came, grew, shrank or vanished: its numbers before and after, and the quotes behind it."""

    id: str
    label: str
    rank: int | None
    before: int
    after: int
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Descent:
    """A tema that was split into others, or merged of others."""

    id: str
    label: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A synpunkt that stands in another tema than before; None is no tema."""

    quote: Quote
    before: tuple[str, str] | None
    after: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class RankChange:
    """A tema that has another rank or name than before."""

    id: str
    label: str
    before: int | str
    after: int | str


@dataclass(frozen=True, slots=True)
class Correction:
    """An edit that was made since, or that could not be made this time."""

    id: str
    at: str
    author: str
    reason: str
    status: str
    message: str


@dataclass(frozen=True, slots=True)
class Diff:
    """What is new in one run since another. Teman are in order of rank, the rest in the run's order."""

    before: str
    after: str
    new_remissvar: tuple[Answer, ...] = ()
    changed_remissvar: tuple[Answer, ...] = ()
    gone_remissvar: tuple[Answer, ...] = ()
    new_teman: tuple[TemaChange, ...] = ()
    grown_teman: tuple[TemaChange, ...] = ()
    shrunk_teman: tuple[TemaChange, ...] = ()
    vanished_teman: tuple[TemaChange, ...] = ()
    split_teman: tuple[Descent, ...] = ()
    merged_teman: tuple[Descent, ...] = ()
    moved_synpunkter: tuple[Move, ...] = ()
    ranks: tuple[RankChange, ...] = ()
    labels: tuple[RankChange, ...] = ()
    edits: tuple[Correction, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return all(not value for name, value in asdict(self).items() if name not in ("before", "after"))


def diff_runs(before: Run, after: Run) -> Diff:
    """Compare two runs of the same corpus.

    Parameters
    ----------
    before, after : Run
        Whole runs or snapshots. Teman are the same where their ids are.

    Returns
    -------
    Diff
    """
    known = known_synpunkter(before, after)
    old = {t.id: t for t in before.teman}
    new = {t.id: t for t in after.teman}
    point = {s.id: s for s in after.synpunkter}
    old_point = {s.id: s for s in before.synpunkter}
    quote, old_quote = _quoter(after), _quoter(before)
    members = {t.id: {known[s] for s in t.synpunkter if s in known} for t in before.teman}
    came: list[TemaChange] = []
    grown: list[TemaChange] = []
    shrunk: list[TemaChange] = []
    for tema in after.teman:
        first = old.get(tema.id)
        if first is None:
            quotes = tuple(quote(point[s]) for s in tema.synpunkter)
            came.append(TemaChange(tema.id, tema.label, tema.rank, 0, len(tema.synpunkter), quotes))
            continue
        state = since_previous(first, tema, known)
        change = TemaChange(tema.id, tema.label, tema.rank, len(first.synpunkter), len(tema.synpunkter))
        if state == "grown":
            added = tuple(quote(point[s]) for s in tema.synpunkter if s not in members[tema.id])
            grown.append(replace(change, quotes=added))
        elif state == "shrunk":
            kept = set(tema.synpunkter)
            left = tuple(old_quote(old_point[s]) for s in first.synpunkter if known.get(s) not in kept)
            shrunk.append(replace(change, quotes=left))
    vanished = tuple(
        TemaChange(
            t.id, t.label, None, len(t.synpunkter), 0, tuple(old_quote(old_point[s]) for s in t.synpunkter)
        )
        for t in before.teman
        if t.id not in new
    )
    descent = lineage(members, {t.id: set(t.synpunkter) for t in after.teman})
    answers, old_answers = _counted(after), _counted(before)
    files = {r.source for r in old_answers}
    ids = {r.id for r in old_answers}
    arrived = [r for r in answers if r.id not in ids]
    there, there_files = {r.id for r in answers}, {r.source for r in answers}
    return Diff(
        before=before.id,
        after=after.id,
        new_remissvar=_answers(r for r in arrived if r.source not in files),
        changed_remissvar=_answers(r for r in arrived if r.source in files),
        gone_remissvar=_answers(r for r in old_answers if r.id not in there and r.source not in there_files),
        new_teman=tuple(came),
        grown_teman=tuple(grown),
        shrunk_teman=tuple(shrunk),
        vanished_teman=vanished,
        split_teman=tuple(
            Descent(i, old[i].label, tuple((k, new[k].label) for k in others))
            for i, others in descent.split.items()
        ),
        merged_teman=tuple(
            Descent(i, new[i].label, tuple((k, old[k].label) for k in others))
            for i, others in descent.merged.items()
        ),
        moved_synpunkter=tuple(
            Move(quote(s), _named(old, was), _named(new, s.tema))
            for old_id, new_id in known.items()
            for s, was in [(point[new_id], old_point[old_id].tema)]
            if was != s.tema
        ),
        ranks=tuple(
            RankChange(t.id, t.label, old[t.id].rank, t.rank)
            for t in after.teman
            if t.id in old and old[t.id].rank != t.rank
        ),
        labels=tuple(
            RankChange(t.id, t.label, old[t.id].label, t.label)
            for t in after.teman
            if t.id in old and old[t.id].label != t.label
        ),
        edits=_corrections(before.edits, after.edits),
    )


def known_synpunkter(before: Run, after: Run) -> dict[str, str]:
    """Return which synpunkt of `after` each of `before` is, see `follow`."""
    present = {s.id for s in after.synpunkter}
    gone = [s for s in before.synpunkter if s.id not in present]
    same = {s.id: s.id for s in before.synpunkter if s.id in present}
    file = {r.id: r.source for r in before.remissvar} if gone else {}
    return same | follow((target_of(s, file[s.remissvar]) for s in gone), after, taken=same.values())


def since_previous(before: Tema | None, after: Tema, known: dict[str, str]) -> SincePrevious:
    """Return what has become of a tema: new, grown, shrunk or unchanged.

    Where synpunkter both came and went, the greater number decides; as many of each counts as grown, since
    there is something new to read.
    """
    if before is None:
        return "new"
    then, now = {known.get(s, s) for s in before.synpunkter}, set(after.synpunkter)
    if then == now:
        return "unchanged"
    return "shrunk" if len(now) < len(then) else "grown"


def with_news(run: Run, before: Run | None) -> Run:
    """Return the run with what became of each tema since `before`."""
    if before is None:
        return run
    known = known_synpunkter(before, run)
    old = {t.id: t for t in before.teman}
    teman = (replace(t, since_previous=since_previous(old.get(t.id), t, known)) for t in run.teman)
    return replace(run, previous=before.id, teman=tuple(teman))


def render_diff_json(diff: Diff) -> str:
    """Return diff.json as text."""
    content = {"schema": SCHEMA, **asdict(diff)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _counted(run: Run) -> list[Remissvar]:
    return [r for r in run.remissvar if r.status in ("ok", "no_opinion")]


def _answers(found: Iterable[Remissvar]) -> tuple[Answer, ...]:
    return tuple(Answer(r.id, r.source, r.remissinstans, r.remiss, r.status) for r in found)


class _quoter:  # noqa: N801 - used as a function
    """Turns synpunkter of one run into quotes."""

    def __init__(self, run: Run) -> None:
        self._remissvar = {r.id: r for r in run.remissvar}

    def __call__(self, synpunkt: Synpunkt) -> Quote:
        who = self._remissvar[synpunkt.remissvar].remissinstans
        return Quote(synpunkt.id, synpunkt.remissvar, who, synpunkt.quote, synpunkt.reading)


def _named(teman: dict[str, Tema], name: str | None) -> tuple[str, str] | None:
    return (name, teman[name].label) if name is not None and name in teman else None


def _corrections(before: tuple[EditOutcome, ...], after: tuple[EditOutcome, ...]) -> tuple[Correction, ...]:
    then = {o.edit.id: o.status for o in before}
    return tuple(
        Correction(o.edit.id, o.edit.at, o.edit.author, o.edit.reason, o.status, o.message)
        for o in after
        if o.status == "lost" or then.get(o.edit.id) != o.status
    )
