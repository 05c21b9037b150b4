"""A small encoder and small records for the tests of the theme room."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from remissnlp.records import Remissvar, Span, Synpunkt


class TrigramEncoder:
    """Counts of character trigrams, folded into a few dimensions."""

    name = "trigram"
    revision = "test"
    dimensions = 64

    def __repr__(self) -> str:
        """Return a name without an address, so that tests named by it have the same name in every process."""
        return "TrigramEncoder()"

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            lower = f" {text.lower()} "
            for i in range(len(lower) - 2):
                row[zlib.crc32(lower[i : i + 3].encode()) % self.dimensions] += 1.0
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(length > 0, length, 1)


TEXTS = [
    "Förvaltningen önskar indikatorer som kan följas över tid.",
    "Nämnden föreslår att det tas fram indikatorer för uppföljning över tid.",
    "Kontoret saknar indikatorer som går att följa.",
    "Förvaltningen anser att rubrikerna bör ses över så att dispositionen blir tydligare.",
    "Tydligare rubriker och en bättre disposition efterfrågas.",
    "Nämnden önskar tydligare rubriker i programmet.",
    "Servicenämnden påpekar att prislistan hanteras i särskild ordning.",
]


@pytest.fixture
def encoder() -> TrigramEncoder:
    return TrigramEncoder()


@pytest.fixture
def texts() -> list[str]:
    return list(TEXTS)


MakePoint = Callable[..., Synpunkt]


@pytest.fixture
def make_point() -> MakePoint:
    """Make a synpunkt; its place follows from its number."""

    def make(
        number: int, text: str, *, remissvar: str = "a", stance: str = "forslag", **more: object
    ) -> Synpunkt:
        start = number * 1000
        return Synpunkt(
            id=f"s{number}",
            remissvar=remissvar,
            spans=(Span(start, start + len(text)),),
            quote=text,
            reading=text,
            stance=stance,  # type: ignore[arg-type]
            section=None,
            page=None,
            line=1,
            **more,  # type: ignore[arg-type]
        )

    return make


@pytest.fixture
def make_answer() -> Callable[..., Remissvar]:
    def make(
        name: str, *, remiss: str | None = "KS 1", instans: str | None = None, text: str = ""
    ) -> Remissvar:
        return Remissvar(name, f"{name}.txt", "", text, remiss=remiss, remissinstans=instans)

    return make
