"""A scanned page made easier to read: the right size, grey, without specks, straight, without rulings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.reading.tables import Ruling

if TYPE_CHECKING:
    from PIL.Image import Image

_STEPS = (0.5, 0.1)  # degrees, coarse and fine
_MOST_SKEW = 4.0
_LEAST_SKEW = 0.15
_HEIGHT_TO_MEASURE = 1000
# A ruling: dark for at least this part of the page's longer side, and at most so many pixels thick.
_RULING = 1 / 25
_THICK = 9
_DARK = 170
_GAPS = 0.12
_SMALL, _LARGE = 1700, 3600  # pixels of a page's longer side that Tesseract reads well


def straighten(image: Image) -> Image:
    """Return the page in grey, large enough, without specks and with level lines."""
    from PIL import Image as Images
    from PIL import ImageFilter

    grey = image.convert("L")
    longer = max(grey.size)
    if longer < _SMALL or longer > 1.5 * _LARGE:
        scale = (2200 if longer < _SMALL else _LARGE) / longer
        grey = grey.resize(
            (max(1, round(grey.width * scale)), max(1, round(grey.height * scale))), Images.Resampling.LANCZOS
        )
    if _is_specked(grey):
        grey = grey.filter(ImageFilter.MedianFilter(3))
    skew = find_skew(grey)
    if abs(skew) < _LEAST_SKEW:
        return grey
    return grey.rotate(skew, resample=Images.Resampling.BICUBIC, expand=True, fillcolor=255)


def find_skew(image: Image) -> float:
    """Return by how many degrees, counterclockwise, a page must be turned to have level lines.

    Level lines of print leave level white between them: at the right angle the sums of the rows of pixels
    differ the most (projection profile, Postl 1986).
    """
    from PIL import Image as Images

    scale = _HEIGHT_TO_MEASURE / max(image.size)
    small = (
        image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
        if scale < 1
        else image
    )
    ink = Images.fromarray((np.asarray(small) < 160).astype(np.uint8) * 255)

    def sharpness(angle: float) -> float:
        turned = np.asarray(ink.rotate(angle, fillcolor=0), dtype=np.float64)
        profile = turned.sum(axis=1)
        return float(np.square(np.diff(profile)).sum())

    best = 0.0
    around = _MOST_SKEW
    for step in _STEPS:
        angles = np.arange(best - around, best + around + step / 2, step)
        best = float(max(angles, key=lambda angle: (round(sharpness(angle), 3), -abs(angle))))
        around = step
    return round(best, 2)


def _is_specked(image: Image) -> bool:
    """Whether many dark pixels stand alone in white, as the dust of a bad scanner does."""
    dark = np.asarray(image) < 128
    if dark.shape[0] < 3 or dark.shape[1] < 3:
        return False
    alone = dark[1:-1, 1:-1].copy()
    for y in (0, 1, 2):
        for x in (0, 1, 2):
            if (y, x) != (1, 1):
                alone &= ~dark[y : y + alone.shape[0], x : x + alone.shape[1]]
    return bool(alone.sum() > 0.002 * dark.size)


def take_rulings(image: Image) -> tuple[Image, tuple[Ruling, ...]]:
    """Return a straight page without its level and upright lines, and the lines.

    Lines of a table's grid are read as letters and keep those beside them from being read.
    """
    from PIL import Image as Images

    pixels = np.asarray(image).copy()
    dark = pixels < _DARK
    length = round(max(pixels.shape) * _RULING)
    level = list(_long_and_thin(dark, length))
    upright = list(_long_and_thin(dark.T, length))
    for top, bottom, left, right in level:
        pixels[max(0, top - 1) : bottom + 1, left:right] = 255
    for left, right, top, bottom in upright:
        pixels[top:bottom, max(0, left - 1) : right + 1] = 255
    rulings = [Ruling(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2) for y0, y1, x0, x1 in level]
    rulings += [Ruling((x0 + x1) / 2, y0, (x0 + x1) / 2, y1) for x0, x1, y0, y1 in upright]
    return Images.fromarray(pixels), tuple(rulings)


def _long_and_thin(dark: NDArray[np.bool_], length: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the level lines of a page: first row, row after the last, first column, column after the last."""
    if dark.shape[1] <= length:
        return
    sums = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= (1 - _GAPS) * length
    rows = np.flatnonzero(full.any(axis=1))
    for group in np.split(rows, np.flatnonzero(np.diff(rows) > 2) + 1):
        if not len(group) or group[-1] - group[0] >= _THICK:
            continue
        columns = np.flatnonzero(full[group[0] : group[-1] + 1].any(axis=0))
        for stretch in np.split(columns, np.flatnonzero(np.diff(columns) > length) + 1):
            yield int(group[0]), int(group[-1]) + 1, int(stretch[0]), int(stretch[-1]) + length
