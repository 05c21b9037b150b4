"""Whether a run's reports are all there, told from its manifest."""

from __future__ import annotations

import json
from pathlib import Path

LATEST = "latest"


def is_complete(out: Path, name: str) -> bool:
    """Return whether the reports of a run are all there, in its own folder and in ``latest``."""
    try:
        manifest = json.loads((out / LATEST / "run.json").read_bytes())
        files = [*manifest["output"], "run.json"]
        return manifest["id"] == name and all((out / f / p).is_file() for f in (name, LATEST) for p in files)
    except (OSError, ValueError, KeyError, TypeError):
        return False
