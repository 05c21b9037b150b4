"""What a run leaves behind for people and programs: teman.json, web page, Word, Excel, tables."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from remissnlp.reporting.folder import render_run, write_run
    from remissnlp.reporting.teman_json import load_run

__all__ = ["load_run", "render_run", "write_run"]

_HOMES = {"load_run": "teman_json", "render_run": "folder", "write_run": "folder"}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import a function when it is asked for: a run that finds nothing new needs none of them."""
    if name in _HOMES:
        return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
