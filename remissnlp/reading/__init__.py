"""From files to remissvar: text, pages, and who answers what."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from remissnlp.reading.corpus import Corpus, read_corpus
    from remissnlp.reading.source import Source, read

__all__ = ["Corpus", "Source", "read", "read_corpus"]

_HOMES = {"Corpus": "corpus", "Source": "source", "read": "source", "read_corpus": "corpus"}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import a name when it is asked for: a run that finds nothing new reads nothing."""
    if name in _HOMES:
        return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
