"""Points that somebody has sorted, such as the points of bills by the section that quotes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from remissnlp.errors import RemissnlpError
from remissnlp.training.passages import Passages


@dataclass(frozen=True, slots=True)
class SortedPoints:
    """The points of one consultation, and the section of each, of the same length."""

    texts: tuple[str, ...]
    sections: tuple[str, ...]


def read_sorted(file: Path) -> list[SortedPoints]:
    """Read a file with a consultation a line: ``{"points": [{"section", "text"}, …]}``.

    Raises
    ------
    RemissnlpError
        When `file` is no such file.
    """
    try:
        with file.open(encoding="utf-8") as lines:
            consultations = [json.loads(line)["points"] for line in lines]
        return [
            SortedPoints(tuple(str(p["text"]) for p in some), tuple(str(p["section"]) for p in some))
            for some in consultations
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RemissnlpError(
            f"Filen {file} går inte att använda som facit:"
            " varje rad ska vara JSON med points, section och text."
        ) from error


def as_passages(consultations: Sequence[SortedPoints]) -> Passages:
    """Return the points as text: a document a consultation, a paragraph a section, a sentence a point.

    Points of one section need not stand together, so the numbers of paragraphs may fall.
    """
    documents, paragraphs = [], []
    first = 0
    for number, one in enumerate(consultations):
        places = {section: first + place for place, section in enumerate(dict.fromkeys(one.sections))}
        documents += [number] * len(one.texts)
        paragraphs += [places[section] for section in one.sections]
        first += len(places)
    columns = (np.array(column, dtype=np.int32) for column in ([0] * len(documents), documents, paragraphs))
    return Passages(("sorted",), tuple(text for one in consultations for text in one.texts), *columns)
