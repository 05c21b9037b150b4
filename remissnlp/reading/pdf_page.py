"""One page of a pdf: its characters joined to runs, and the straight lines drawn on it."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from remissnlp.reading.runs import Run
from remissnlp.reading.tables import Ruling

# In parts of the type's height: what still belongs to the run before.
_GAP = 1.0
_BACK = 0.6
_RAISED = 0.5
_LINE_HEIGHT = 1.15  # of a line of type, in its size
_TILTED = 0.1  # radians
_HYPHENS = frozenset({0x02, 0xFFFE})  # how pdfium says that a hyphen ends a line
_BOLD = re.compile(r"bold|black|heavy|semi|demi", re.I)
_MOST_OBJECTS = 5000
_THIN = 2.5  # points; a line may be drawn as a thin filled box
_SHORTEST = 8.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How a page's own coordinates become those of the page as it is shown, from its upper left corner."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as shown; y grows downwards."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box as shown: left, upper, right and lower edge."""
        (x0, y0), (x1, y1) = self.shown(left, bottom), self.shown(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


@dataclass(slots=True)
class _Draft:
    """A run under construction."""

    first: int
    y: float
    x0: float
    x1: float
    is_tilted: bool
    size: float = 0.0
    last: int = 0
    characters: list[str] = field(default_factory=list)

    def goes_on(self, x0: float, y: float, size: float) -> bool:
        """Whether a character stands next to the run, on its baseline or a little raised from it."""
        size = max(size, self.size)
        return self.is_tilted or (
            abs(y - self.y) <= _RAISED * size and -_BACK * size <= x0 - self.x1 <= _GAP * size
        )


def page_runs(page: pdfium.PdfPage) -> list[Run]:
    """Return the runs of text on a page; text that stands on its side comes below all other.

    Parameters
    ----------
    page : pypdfium2.PdfPage
        The page. Places are in points from the upper left corner of the page as it is shown.
    """
    text = page.get_textpage()
    try:
        runs, tilted = [], []
        for draft in _drafts(text.raw, _sheet(page)):
            content = "".join(draft.characters).strip()
            if not content:
                continue
            if draft.is_tilted:
                tilted.append(content)
            else:
                size = max(_type_size(text.raw, i) for i in (draft.first, draft.last)) or draft.size
                runs.append(Run(content, draft.x0, draft.x1, draft.y, size, _style(text.raw, draft)))
        lowest = max((run.y for run in runs), default=0.0)
        runs += [Run(content, 0, 1, lowest + 40 * i, 12) for i, content in enumerate(tilted, 1)]
        return runs
    finally:
        text.close()


def _sheet(page: pdfium.PdfPage) -> _Sheet:
    left, bottom, right, top = page.get_cropbox()
    return _Sheet(left, bottom, right, top, page.get_rotation())


def _drafts(text: Any, sheet: _Sheet) -> Iterator[_Draft]:  # noqa: ANN401
    """Join characters, in the order of the file, for as long as they stand after each other."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    draft: _Draft | None = None
    base: tuple[float, float] | None = None
    for i in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (10, 13):
            if draft:
                yield draft
            draft = None
            continue
        if code == 0 or code > 0x10FFFF:
            continue
        character = "-" if code in _HYPHENS else chr(code)
        if character.isspace():
            if draft:
                draft.characters.append(" ")
            continue
        raw.FPDFText_GetLooseCharBox(text, i, box_at)
        # To ask for the baseline costs time; boxes of the same type that rest at one height share it.
        if draft is None or sheet.rotation or (box.bottom, box.top) != base:
            raw.FPDFText_GetCharOrigin(text, i, x_at, y_at)
            base = (box.bottom, box.top)
        x0, upper, x1, lower = sheet.box(box.left, box.bottom, box.right, box.top)
        level = sheet.shown(x.value, y.value)[1]
        if draft and not draft.goes_on(x0, level, lower - upper):
            yield draft
            draft = None
        if draft is None:
            angle = raw.FPDFText_GetCharAngle(text, i) + math.radians(sheet.rotation)
            draft = _Draft(i, level, x0, x1, is_tilted=abs(math.remainder(angle, math.tau)) > _TILTED)
        draft.characters.append(character)
        draft.x1 = max(draft.x1, x1)
        draft.size = max(draft.size, lower - upper)
        draft.last = i
    if draft:
        yield draft


def _type_size(text: Any, i: int) -> float:  # noqa: ANN401
    """Return the height of a character's type; its box would vary with what character it is."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, i, ctypes.byref(matrix)):
        return 0.0
    return float(_LINE_HEIGHT * raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d))


def _style(text: Any, draft: _Draft) -> str:  # noqa: ANN401
    """Return whether a run is bold, from the names of the typefaces at its ends; "" where they differ."""
    first, last = (_is_bold(text, i) for i in (draft.first, draft.last))
    return "" if first != last else "bold" if first else "regular"


def _is_bold(text: Any, i: int) -> bool:  # noqa: ANN401
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text, i, name, len(name), ctypes.byref(ctypes.c_int()))
    return bool(_BOLD.search(name.raw.split(b"\0", 1)[0].decode("utf-8", "replace")))


def page_rulings(page: pdfium.PdfPage) -> list[Ruling]:
    """Return the straight level and upright lines drawn on a page; a box gives its four edges."""
    sheet = _sheet(page)
    height = sheet.top - sheet.bottom
    rulings = []
    for found in islice(page.get_objects(max_depth=1), _MOST_OBJECTS):
        segments = raw.FPDFPath_CountSegments(found.raw) if found.type == raw.FPDF_PAGEOBJ_PATH else 0
        if not 2 <= segments <= 6:
            continue
        x0, y0, x1, y1 = sheet.box(*found.get_bounds())
        if y1 - y0 <= _THIN or x1 - x0 <= _THIN:
            if max(x1 - x0, y1 - y0) >= _SHORTEST:
                rulings.append(Ruling(x0, y0, x1, y1))
        elif segments >= 4 and y1 - y0 >= _SHORTEST and y1 - y0 < 0.9 * height:
            rulings += [
                Ruling(x0, y0, x1, y0),
                Ruling(x0, y1, x1, y1),
                Ruling(x0, y0, x0, y1),
                Ruling(x1, y0, x1, y1),
            ]
    return rulings
