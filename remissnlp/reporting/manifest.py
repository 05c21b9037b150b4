"""run.json: how a run was made and what it left behind, so that it can be checked and repeated."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from remissnlp._version import __version__
from remissnlp.records import (
    DecisionLevel,
    Edit,
    EditKind,
    EditOutcome,
    EditStatus,
    Remissvar,
    Role,
    Run,
)

SCHEMA = "remissnlp/run/1"
FILE_NAME = "run.json"
# The libraries whose version can change what a run finds or how its files look.
LIBRARIES = (
    "jinja2",
    "numpy",
    "openpyxl",
    "pyarrow",
    "pydantic",
    "python-docx",
    "scikit-learn",
    "scipy",
    "tokenizers",
)


def render_run_json(run: Run, files: Mapping[str, bytes]) -> str:
    """Return the manifest of `run` as text.

    Parameters
    ----------
    run : Run
    files : mapping of str to bytes
        Every other file of the run's folder, by path. Their hashes are kept, in order of path.

    Notes
    -----
    With ``SOURCE_DATE_EPOCH`` set the timings are left out: they are all that differs between two
    runs over the same corpus with the same settings and model.
    """
    manifest: dict[str, Any] = {
        "schema": SCHEMA,
        "id": run.id,
        "created": run.created,
        "fingerprint": run.fingerprint,
        "previous": run.previous,
        "added_to": run.added_to,
        "versions": {
            "remissnlp": __version__,
            "python": platform.python_version(),
            **library_versions(),
        },
        "model": {
            "name": run.model.name,
            "revision": run.model.revision,
            "dimensions": run.model.dimensions,
        },
        "settings": dict(run.settings),
        "corpus": {r.file: r.sha256 for r in run.remissvar},
        "documents": {r.id: _document(r) for r in run.remissvar},
        "headings": {remiss.id: list(remiss.headings) for remiss in run.remisser if remiss.headings},
        "output": {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)},
        "warnings": list(run.warnings),
        "edits": [
            {
                "id": outcome.edit.id,
                "at": outcome.edit.at,
                "author": outcome.edit.author,
                "reason": outcome.edit.reason,
                "kind": outcome.edit.kind,
                "status": outcome.status,
                "message": outcome.message,
            }
            for outcome in run.edits
        ],
    }
    if "SOURCE_DATE_EPOCH" not in os.environ:
        manifest["timings"] = {stage: round(seconds, 3) for stage, seconds in run.timings.items()}
    return json.dumps(manifest, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


@cache
def library_versions() -> Mapping[str, str | None]:
    """Return the versions of `LIBRARIES` on this machine, None for one that is not there."""
    return {name: _version_of(name) for name in LIBRARIES}


def _document(remissvar: Remissvar) -> dict[str, Any]:
    """Return what is known of a document and has no place in teman.json."""
    return {
        "part": remissvar.part,
        "role": remissvar.role,
        "decision_level": remissvar.decision_level,
        "ocr_confidence": list(remissvar.ocr_confidence),
    }


def with_documents(run: Run, folder: Path) -> Run:
    """Return a run read from teman.json with what the run.json beside it knows of its documents and edits.

    Without a readable run.json the run is as it was: it is a manifest, which someone may have left behind.
    """
    try:
        manifest = _Manifest.model_validate_json((folder / FILE_NAME).read_bytes())
    except (OSError, ValidationError):
        return run
    known = manifest.documents
    return replace(
        run,
        added_to=manifest.added_to,
        edits=tuple(
            EditOutcome(Edit(e.id, e.at, e.author, e.reason, e.kind), e.status, e.message)
            for e in manifest.edits
        ),
        remisser=tuple(replace(r, headings=manifest.headings.get(r.id, ())) for r in run.remisser),
        remissvar=tuple(replace(r, **dict(known[r.id])) if r.id in known else r for r in run.remissvar),
    )


class _Document(BaseModel):
    part: str | None = None
    role: Role = "remissvar"
    decision_level: DecisionLevel | None = None
    ocr_confidence: tuple[float | None, ...] = ()


class _Correction(BaseModel):
    id: str
    at: str
    author: str
    reason: str
    kind: EditKind
    status: EditStatus
    message: str


class _Manifest(BaseModel):
    added_to: str | None = None
    edits: tuple[_Correction, ...] = ()
    documents: dict[str, _Document] = {}
    headings: dict[str, tuple[str, ...]] = {}


def _version_of(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
