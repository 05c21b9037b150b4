"""Whether anything is new, answered without reading a single response: hashes only, and no heavy import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from remissnlp.reporting.complete import is_complete
from remissnlp.store.database import FILE_NAME, DamagedError
from remissnlp.store.inputs import Inputs
from remissnlp.store.store import Store, StoredRun, open_store


def find_unchanged(inputs: Inputs, out: str | Path, *, recluster: bool = False) -> StoredRun | None:
    """Return the last run where corpus, settings, model, edits and code are still the same, else None.

    Files that could not be read are always tried again. A store that cannot be used is left for the run to
    deal with. With `recluster`, a run that only added to earlier teman is not enough.
    """
    out = Path(out)
    if not (out / FILE_NAME).is_file():
        return None
    try:
        with open_store(out) as store:
            last = store.last_run()
            if last is None or last.inputs.unread or (recluster and last.inputs.whole):
                return None
            if replace(last.inputs, edits="", whole="") != inputs:
                return None
            if last.inputs.edits != _edits(store):
                return None
    except DamagedError:
        return None
    return last if is_complete(out, last.id) else None


def _edits(store: Store) -> str:
    from remissnlp.editing.log import FILE_NAME as BESIDE
    from remissnlp.editing.log import read_edits

    if not store.edits() and not (store.folder / BESIDE).exists():
        return ""
    from remissnlp.editing.replay import edits_hash

    return edits_hash(read_edits(store))
