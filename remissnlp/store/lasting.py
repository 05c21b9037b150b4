"""What lasts from run to run: the ids of teman, and the run itself to compare the next one with."""

from __future__ import annotations

import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from remissnlp.codebook import Code
from remissnlp.errors import RemissnlpError
from remissnlp.news.diff import known_synpunkter
from remissnlp.news.snapshot import before_edits, snapshot
from remissnlp.records import Run, Tema
from remissnlp.reporting.complete import LATEST
from remissnlp.reporting.teman_json import FILE_NAME, load_run
from remissnlp.store import codec, grouped
from remissnlp.store.database import DamagedError
from remissnlp.store.inputs import Inputs
from remissnlp.store.stages import Themed
from remissnlp.store.store import Store, StoredRun, StoredTema
from remissnlp.store.versions import stage_version
from remissnlp.themes.identity import Seen, assign_ids

THEMES_KEPT = 5
"""How many different results of the theme stage are kept: a setting tried and taken back costs nothing."""


def contents_of(store: Store, name: str) -> Run | None:
    """Return the contents of a finished run as they are kept to compare with; None where they are not.

    Raises
    ------
    DamagedError
        If they are something else than what was written.
    """
    content = store.snapshot(name)
    if content is None:
        return None
    try:
        return codec.decode(content, Run)
    except ValueError as error:
        raise DamagedError(f"snapshot {name}") from error


def last_seen(
    contents: Callable[[str], Run | None], out: Path, last: StoredRun | None, *, again: bool
) -> Run | None:
    """Return the run to compare with: the last one, or the one before it where nothing is new.

    A store that is new, in a folder that already has reports, begins with those.
    """
    if last is None:
        return _from_reports(out)
    name = last.previous if again else last.id
    return contents(name) if name is not None else None


def _from_reports(out: Path) -> Run | None:
    if not (out / LATEST / FILE_NAME).is_file():
        return None
    try:
        return snapshot(load_run(out / LATEST))
    except RemissnlpError:
        return None


def with_lasting_ids(
    run: Run, themed: Themed, inputs: Inputs, store: Store, last: StoredRun | None, before: Run | None
) -> Run:
    """Return the run, before edits, with the ids that its teman had in earlier runs."""
    stored = store.teman()
    if last is None and before is None:
        return run
    known = known_synpunkter(before, run) if before is not None else {}
    seen = {t.id: _seen(t, inputs, known) for t in stored}
    current = [seen[t.id] for t in stored if last is not None and t.run == last.number]
    if last is None and before is not None:
        current = [
            Seen(t.id, frozenset(known.get(s, s) for s in t.synpunkter))
            for t in before.teman
            if not _is_named_by_code(t)
        ]
    ids = assign_ids(
        [Seen(t.id, frozenset(t.synpunkter), _vector(themed.centroids.get(t.id))) for t in run.teman],
        current,
        [seen[t.id] for t in stored if last is None or t.run != last.number],
        known=set(known.values()),
        fixed={t.id for t in run.teman if t.code is not None},
    )
    return replace(
        run,
        teman=tuple(replace(t, id=ids[t.id]) for t in run.teman),
        synpunkter=tuple(
            replace(s, tema=ids[s.tema]) if s.tema and ids[s.tema] != s.tema else s for s in run.synpunkter
        ),
    )


def keep_run(result: Run, themed: Themed, inputs: Inputs, store: Store) -> None:
    """Remember a run whose reports are written."""
    base = result.base or result
    # with_lasting_ids keeps the order of the teman, so the centroids follow by place.
    made = {t.id: themed.centroids.get(old.id) for t, old in zip(base.teman, themed.teman, strict=True)}
    store.keep_run(
        name=result.id,
        created=result.created,
        previous=result.previous,
        inputs=inputs,
        summary=summary(result),
        snapshot=codec.encode(snapshot(result), Run),
        base=codec.encode(before_edits(base), Run) if result.edits else None,
        teman=[
            StoredTema(t.id, 0, t.synpunkter, inputs.model, array.array("f", made[t.id] or ()).tobytes())
            for t in base.teman
            if not _is_named_by_code(t)
        ],
    )
    versions = {stage: stage_version(stage) for stage in ("reading", "extraction", "themes")}
    store.forget_other_versions({**versions, grouped.STAGE: stage_version("themes")})
    store.keep_only("themes", THEMES_KEPT)


def summary(run: Run) -> dict[str, object]:
    """Return the numbers of a run and what could not be read, for the command line and its ``--json``."""
    return {
        "remissvar": sum(r.status in ("ok", "no_opinion") for r in run.remissvar),
        "remisser": len({r.remiss for r in run.remissvar if r.remiss and r.status in ("ok", "no_opinion")}),
        "synpunkter": sum(s.voice is None for s in run.synpunkter),
        "teman": len(run.teman),
        "ovriga": sum(s.tema is None and s.voice is None for s in run.synpunkter),
        "unread": sum(r.status == "error" for r in run.remissvar),
        "warnings": len(run.warnings),
        "edits": sum(o.status == "applied" and o.edit.kind != "undo" for o in run.edits),
        "lost_edits": sum(o.status == "lost" for o in run.edits),
        "errors": [r.message for r in run.remissvar if r.status == "error"],
    }


def _is_named_by_code(tema: Tema) -> bool:
    """Tell whether a tema's id is its code's own, which no tema without that code may have."""
    return tema.code is not None and tema.id == Code(tema.code).tema_id


def _seen(tema: StoredTema, inputs: Inputs, known: dict[str, str]) -> Seen:
    same_model = tema.model == inputs.model and tema.centroid
    centroid = np.frombuffer(tema.centroid, dtype=np.float32) if same_model else None
    return Seen(tema.id, frozenset(known.get(s, s) for s in tema.synpunkter), centroid)


def _vector(values: tuple[float, ...] | None) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]] | None:
    return np.array(values, dtype=np.float32) if values else None
