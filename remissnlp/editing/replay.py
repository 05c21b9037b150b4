"""Edits laid on a run in the order they were made. Pure: a run and edits in, a run out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from remissnlp.editing.draft import Draft, DraftTema
from remissnlp.editing.words import describe, lost
from remissnlp.records import (
    Coverage,
    Edit,
    EditOutcome,
    Run,
    Stance,
    Synpunkt,
    Tema,
)


def replay(run: Run, edits: Sequence[Edit]) -> Run:
    """Lay edits on a run.

    Parameters
    ----------
    run : Run
        As the program made it, with the lasting ids of its teman.
    edits : sequence of Edit
        The whole log, oldest first.

    Returns
    -------
    Run
        With ``edits`` saying what became of each. A tema left with fewer synpunkter than the setting
        ``min_size`` is dissolved, unless a person made it so; nothing else happens that no edit asked for.
    """
    if not edits:
        return run
    undone = undone_edits(edits)
    draft = Draft.of(run)
    outcomes = []
    for edit in edits:
        if edit.id in undone:
            outcomes.append(EditOutcome(edit, "undone", f"{describe(edit)} Ångrad."))
        elif edit.kind == "undo":
            outcomes.append(EditOutcome(edit, "applied", describe(edit)))
        elif why := _apply(draft, edit):
            outcomes.append(EditOutcome(edit, "lost", lost(edit, why)))
        else:
            outcomes.append(EditOutcome(edit, "applied", describe(edit)))
    notes = tuple(o.message for o in outcomes if o.status == "lost")
    return replace(_finish(draft), edits=tuple(outcomes), warnings=(*run.warnings, *notes))


def undone_edits(edits: Sequence[Edit]) -> set[str]:
    """Return the ids of edits that are undone; to undo an undoing brings the edit back."""
    undone: set[str] = set()
    for edit in reversed(edits):
        if edit.kind == "undo" and edit.id not in undone and edit.value is not None:
            undone.add(edit.value)
    return undone


def edits_hash(edits: Sequence[Edit]) -> str:
    """Return a hash of what the edits say, whoever made them and when; empty where nothing is corrected."""
    undone = undone_edits(edits)
    said = [
        repr((e.kind, e.teman, e.synpunkter, e.remissvar, e.value))
        for e in edits
        if e.id not in undone and e.kind != "undo"
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest() if said else ""


def new_tema_id(edit: Edit) -> str:
    """Return the id of the tema that an edit makes."""
    return "T" + hashlib.sha256(edit.id.encode()).hexdigest()[:10]


def _apply(draft: Draft, edit: Edit) -> str | None:
    """Lay one edit on the draft; return why, where its target is gone."""
    match edit.kind:
        case "rename" | "hide" | "pin" | "merge":
            return _apply_to_tema(draft, edit)
        case "remissinstans":
            return _name_instans(draft, edit)
    points = draft.find(edit.synpunkter)
    if not points:
        return (
            "synpunkten finns inte längre" if len(edit.synpunkter) == 1 else "synpunkterna finns inte längre"
        )
    match edit.kind:
        case "split":
            draft.add(new_tema_id(edit), edit.value or "")
            draft.put(points, new_tema_id(edit))
        case "move":
            tema = draft.tema(edit.teman[0]) if edit.teman else None
            if edit.teman and tema is None:
                return "temat finns inte längre"
            draft.put(points, tema)
        case "not_synpunkt":
            draft.put(points, None)
            draft.dropped.update(points)
        case "stance":
            for s in points:
                draft.points[s] = replace(draft.points[s], stance=cast(Stance, edit.value))
                home = draft.points[s].tema
                if home is not None:
                    draft.teman[home].edited = True
    return None


def _apply_to_tema(draft: Draft, edit: Edit) -> str | None:
    found = [draft.tema(target) for target in edit.teman]
    teman = [name for name in dict.fromkeys(found) if name is not None]
    if edit.kind == "pin":
        held = draft.find(edit.teman[0].synpunkter)
        if teman and teman[0] != edit.teman[0].id and 2 * len(held) <= len(draft.teman[teman[0]].order):
            teman = []  # swallowed by a larger one, which is another tema
        if not teman and held:
            draft.add(edit.teman[0].id, edit.teman[0].label)
            teman = [edit.teman[0].id]
        if teman:
            draft.teman[teman[0]].label = edit.teman[0].label
            draft.put(held, teman[0])
            draft.touch(teman[0])
    if not teman or (edit.kind == "merge" and None in found):
        return "temat finns inte längre" if len(edit.teman) == 1 else "något av temana finns inte längre"
    first = draft.teman[teman[0]]
    if edit.kind in ("rename", "merge") and edit.value:
        first.label = edit.value
    if edit.kind != "hide":
        draft.touch(first.id)
    for name in teman[1:] if edit.kind == "merge" else []:
        draft.put(list(draft.teman[name].order), first.id)
        del draft.teman[name]
        draft.absorbed[name] = first.id
    if edit.kind == "hide":
        draft.put(list(first.order), None)
        del draft.teman[first.id]
    return None


def _name_instans(draft: Draft, edit: Edit) -> str | None:
    name = draft.remissvar(edit.remissvar[0])
    if name is None:
        return "remissvaret finns inte längre"
    draft.run = replace(
        draft.run,
        remissvar=tuple(
            replace(r, remissinstans=edit.value) if r.id == name else r for r in draft.run.remissvar
        ),
    )
    for tema in draft.teman.values():
        if any(draft.points[s].remissvar == name for s in tema.order):
            tema.edited = True
    return None


def _finish(draft: Draft) -> Run:
    """Count, rank and account for the whole anew."""
    smallest = int(draft.run.settings.get("min_size", 1))
    for tema in list(draft.teman.values()):
        if not tema.order or (tema.edited and not tema.by_hand and len(tema.order) < smallest):
            draft.put(list(tema.order), None)
            del draft.teman[tema.id]
    points = tuple(draft.points[s.id] for s in draft.run.synpunkter if s.id not in draft.dropped)
    return replace(
        draft.run,
        synpunkter=points,
        teman=_ranked(draft),
        coverage=tuple(_without(part, draft.dropped) for part in draft.run.coverage),
    )


def _ranked(draft: Draft) -> tuple[Tema, ...]:
    from remissnlp.themes.describing import after_edits, count_stances
    from remissnlp.themes.ranking import score_tema

    before = {t.id: t for t in draft.run.teman}
    remissvar = {r.id: r for r in draft.run.remissvar}
    teman = []
    for tema in draft.teman.values():
        if not tema.edited and tema.id in before:
            teman.append(before[tema.id])
            continue
        members = [draft.points[s] for s in tema.order]
        label, keywords = _named(tema, members)
        answers = sorted({s.remissvar for s in members})
        edited = Tema(
            id=tema.id,
            rank=0,
            label=label,
            keywords=keywords,
            stances=count_stances(members),
            synpunkter=tuple(tema.order),
            remissvar=tuple(answers),
            remissinstanser=tuple(sorted({n for i in answers if (n := remissvar[i].remissinstans)})),
            remisser=tuple(sorted({n for i in answers if (n := remissvar[i].remiss)})),
            score=score_tema(members, remissvar),
            edited=True,
        )
        teman.append(after_edits(edited, before.get(tema.id), members, remissvar))
    teman.sort(key=lambda t: (-t.score, t.label, t.id))
    return tuple(replace(t, rank=rank) for rank, t in enumerate(teman, start=1))


def _named(tema: DraftTema, members: Sequence[Synpunkt]) -> tuple[str, tuple[str, ...]]:
    """Return label and keywords: a tema that a person made has its words from its own synpunkter."""
    if tema.label and tema.keywords:
        return tema.label, tema.keywords
    from remissnlp.themes.labels import name_teman

    [named] = name_teman([members])
    return tema.label or named.label, tema.keywords or named.keywords


def _without(part: Coverage, dropped: set[str]) -> Coverage:
    if part.synpunkt in dropped:
        return replace(part, kind="background", synpunkt=None)
    return part
