"""Synpunkter to ranked teman: similarity, clustering, labels, ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from remissnlp.themes.building import build_teman
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.ranking import RANKING_EXPLANATION
from remissnlp.themes.space import Weights

if TYPE_CHECKING:
    from remissnlp.themes.model import ThemeModel

__all__ = ["RANKING_EXPLANATION", "ThemeContext", "ThemeModel", "Weights", "build_teman"]


def __getattr__(name: str) -> object:
    """Import ThemeModel when it is asked for: scikit-learn takes a second or two to import."""
    if name == "ThemeModel":
        from remissnlp.themes.model import ThemeModel

        return ThemeModel
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
