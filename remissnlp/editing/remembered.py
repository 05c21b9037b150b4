"""A run read from its files, with what the store remembers: how it was before any edit, and the log."""

from __future__ import annotations

from dataclasses import replace

from remissnlp.editing.log import read_edits
from remissnlp.editing.replay import edits_hash, replay
from remissnlp.records import Run, Tema
from remissnlp.store import codec
from remissnlp.store.database import DamagedError
from remissnlp.store.inputs import with_edits
from remissnlp.store.store import Store


def with_memory(run: Run, store: Store) -> Run:
    """Return a run as the next one over the same corpus would give it: with its base and all edits.

    Parameters
    ----------
    run : Run
        Read from its files.
    store : Store
        The one in its folder of reports.

    Returns
    -------
    Run
        The same `run` where the store does not remember how it was before the edits.

    Raises
    ------
    DamagedError
        If the store holds something else than what was written to it.
    """
    base = _base(run, store)
    return run if base is None else edited(run, base, replay(base, read_edits(store)))


def edited(run: Run, base: Run, changed: Run) -> Run:
    """Return what edits have made of the base of `run` under a name of its own, with the news of `run`."""
    fingerprint = with_edits(base.fingerprint, edits_hash([outcome.edit for outcome in changed.edits]))
    since = {tema.id: tema.since_previous for tema in run.teman}
    teman: tuple[Tema, ...] = tuple(replace(t, since_previous=since.get(t.id)) for t in changed.teman)
    return replace(
        changed,
        id=f"{run.id.rpartition('-')[0]}-{fingerprint[:8]}",
        fingerprint=fingerprint,
        previous=run.previous,
        teman=teman,
        base=base,
        out=run.out,
    )


def _base(run: Run, store: Store) -> Run | None:
    stored = store.find_run(run.id)
    if stored is None or stored.fingerprint != run.fingerprint:
        return None
    content = store.base(run.id)
    if content is None:
        return None if stored.inputs.edits else run
    try:
        base = codec.decode(content, Run)
    except ValueError as error:
        raise DamagedError(f"base {run.id}") from error
    texts = {r.id: r for r in run.remissvar}
    if texts.keys() != {r.id for r in base.remissvar}:
        return None
    return replace(
        base,
        remissvar=tuple(replace(r, text=texts[r.id].text, pages=texts[r.id].pages) for r in base.remissvar),
    )
