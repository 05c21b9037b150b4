"""remissnlp: the demands that recur in the responses to a Swedish consultation, in whose words.

>>> import remissnlp
>>> run = remissnlp.run("corpus")  # doctest: +SKIP
>>> run.teman_frame()  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from remissnlp._version import __version__

if TYPE_CHECKING:
    from remissnlp.codebook import kodbok_of, read_kodbok, write_kodbok
    from remissnlp.embedding.encoder import Encoder
    from remissnlp.embedding.loading import load_encoder
    from remissnlp.errors import RemissnlpError
    from remissnlp.evaluation import Evaluation, evaluate
    from remissnlp.extraction import extract_synpunkter
    from remissnlp.pipeline import run
    from remissnlp.reading import read_corpus
    from remissnlp.reporting import load_run
    from remissnlp.settings import Settings
    from remissnlp.themes.model import ThemeModel

__all__ = [
    "Encoder",
    "Evaluation",
    "RemissnlpError",
    "Settings",
    "ThemeModel",
    "__version__",
    "evaluate",
    "extract_synpunkter",
    "kodbok_of",
    "load_encoder",
    "load_run",
    "read_corpus",
    "read_kodbok",
    "run",
    "write_kodbok",
]

# Public name → module; imported when first asked for, so that `import remissnlp` costs nothing.
_HOMES = {
    "Encoder": "remissnlp.embedding.encoder",
    "Evaluation": "remissnlp.evaluation",
    "RemissnlpError": "remissnlp.errors",
    "Settings": "remissnlp.settings",
    "ThemeModel": "remissnlp.themes.model",
    "evaluate": "remissnlp.evaluation",
    "extract_synpunkter": "remissnlp.extraction",
    "kodbok_of": "remissnlp.codebook",
    "load_encoder": "remissnlp.embedding.loading",
    "load_run": "remissnlp.reporting",
    "read_corpus": "remissnlp.reading",
    "read_kodbok": "remissnlp.codebook",
    "run": "remissnlp.pipeline",
    "write_kodbok": "remissnlp.codebook",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import a public name where it lives."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'remissnlp' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
