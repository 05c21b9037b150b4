"""The text of documents without pages, put together from paragraphs, table rows and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from remissnlp.reading.cleaning import clean
from remissnlp.reading.source import Source

_LINE_SPACE = re.compile(r"[^\S\n\t]+")
_AROUND_BREAK = re.compile(r" *\n *")
_LONG_CELL = 400
_LETTERHEAD_LINE = 60


@dataclass(slots=True)
class Flow:
    """Paragraphs in order, with a blank line between them; each is one line unless its writer broke it."""

    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add a paragraph, unless it is empty."""
        text = tidy(text)
        if text:
            self.paragraphs.append(text)

    def add_table(self, rows: Iterable[Sequence[Sequence[str]]]) -> None:
        """Add a table; each row is its cells, each cell its paragraphs.

        A row is one line with tabs between its cells. A row with one cell that says anything, or with a
        cell of several long paragraphs, is a frame around text rather than a row: its paragraphs are added
        one by one. A row of stacked short lines is a letterhead set as a table: each cell is a block.
        """
        lines: list[str] = []
        for row in rows:
            cells = [[text for text in map(tidy, cell) if text] for cell in row]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1 or any(len(cell) > 1 and sum(map(len, cell)) > _LONG_CELL for cell in filled):
                self.add("\n".join(lines))
                lines = []
                self.paragraphs += [text for cell in filled for text in cell]
            elif _is_letterhead(filled):
                self.add("\n".join(lines))
                lines = []
                self.paragraphs += ["\n".join(cell) for cell in filled]
            elif filled:
                lines.append("\t".join(" ".join(" ".join(cell).split()) for cell in cells).rstrip("\t"))
        self.add("\n".join(lines))

    def add_note(self, text: str) -> str:
        """Add a footnote, which comes last, and return the mark for it in the text."""
        number = len(self.notes) + 1
        self.notes.append(f"Not {number} {' '.join(text.split())}")
        return f"[{number}]"

    def text(self) -> str:
        """Return the whole text."""
        return clean("\n\n".join([*self.paragraphs, *self.notes])) + "\n"

    def source(self) -> Source:
        """Return the whole as a source without pages."""
        return Source(self.text())


def _is_letterhead(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether cells hold stacked lines, none of them a sentence."""
    lines = [line for cell in cells for text in cell for line in text.split("\n")]
    stacked = any(len("\n".join(cell).split("\n")) > 1 for cell in cells)
    return stacked and all(
        len(line) <= _LETTERHEAD_LINE and not line.endswith((".", "!", "?", ",")) for line in lines
    )


def tidy(text: str) -> str:
    """Return a paragraph with single spaces, its line breaks and tabs kept."""
    return _AROUND_BREAK.sub("\n", _LINE_SPACE.sub(" ", text)).strip(" \t\n")


class Counters:
    """Numbers of a document's numbered lists, at each level."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def next(self, list_id: str, level: int, start: int = 1) -> list[int]:
        """Count one more item of a list and return its number at each level down to its own."""
        counts = self._counts.setdefault(list_id, [])
        del counts[level + 1 :]
        while len(counts) < level:
            counts.append(1)
        if len(counts) == level:
            counts.append(start)
        else:
            counts[level] += 1
        return list(counts)


def numeral(number: int, style: str) -> str:
    """Return a number as a list shows it: "3", "c" or "iii".

    >>> numeral(3, "decimal"), numeral(28, "lowerLetter"), numeral(4, "upperRoman")
    ('3', 'ab', 'IV')
    """
    if style in ("lowerLetter", "upperLetter"):
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, digits in _ROMAN:
            count, number = divmod(number, value)
            roman += digits * count
        return roman if style == "upperRoman" else roman.lower()
    return str(number)


_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
