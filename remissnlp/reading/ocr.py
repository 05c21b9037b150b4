"""Scanned pages to text: Tesseract with Swedish data, pages in parallel, the confidence kept."""

from __future__ import annotations

import os
import re
import shutil
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Any

from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.runs import Run, join
from remissnlp.reading.tables import Ruling

if TYPE_CHECKING:
    from PIL.Image import Image

INSTALL = "installera paketen tesseract-ocr och tesseract-ocr-swe och kör igen."
STAGE = "Tolkar inskannade sidor"
_LANGUAGE = "swe"
_CELL = 1.2  # a gap between words this wide, in heights of the line, parts two cells
_UNSURE = 30
_MISREAD_BULLET = re.compile(r"[+«»*¢©®°>¤=•●eo]")
_WRONG_WAY_UP = 0.55  # a page read with less confidence than this may lie on its side


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page as OCR read it.

    Attributes
    ----------
    runs : tuple of Run
        Its text; places in pixels.
    rulings : tuple of Ruling
        The straight lines on it.
    confidence : float
        Mean confidence of its words, from 0 to 1, weighted by their length; 0 for a page without words.
    """

    runs: tuple[Run, ...]
    confidence: float
    rulings: tuple[Ruling, ...] = ()


@cache
def is_installed() -> bool:
    """Tell whether Tesseract and its Swedish data are there."""
    if shutil.which("tesseract") is None:
        return False
    import pytesseract

    try:
        return _LANGUAGE in pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return False


def recognise(images: Iterable[Image], count: int, allowance: Allowance) -> Iterator[ScannedPage]:
    """Yield what the images say, in order; as many are read at a time as there are cores.

    Parameters
    ----------
    images : iterable of Image
        The pages. They are asked for one by one, as there is room.
    count : int
        How many they are.
    allowance : Allowance
        The time that may be taken, and whom to tell of the progress.

    Raises
    ------
    UnreadableError
        If Tesseract is not installed, fails or takes too long.
    """
    if not is_installed():
        raise UnreadableError(f"är inskannad och kan inte läsas; {INSTALL}")
    workers = _cores()
    waiting: deque[Future[ScannedPage]] = deque()
    done = 0
    with _one_thread_each(), ThreadPoolExecutor(workers) as pool:
        try:
            for image in allowance.each(images):
                waiting.append(pool.submit(_read_page, image, allowance))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
                    done += 1
                    allowance.tell(STAGE, done, count)
            while waiting:
                yield waiting.popleft().result()
                done += 1
                allowance.tell(STAGE, done, count)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Keep every Tesseract on one core: they run side by side, and give the same text in less time."""
    before = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = before


def _read_page(image: Image, allowance: Allowance) -> ScannedPage:
    from remissnlp.reading.scan_repair import straighten, take_rulings

    page = _recognise(*take_rulings(straighten(image)), allowance)
    if page.confidence < _WRONG_WAY_UP and (turn := _turn(image, allowance)):
        turned = straighten(image.rotate(-turn, expand=True))
        return max(page, _recognise(*take_rulings(turned), allowance), key=lambda page: page.confidence)
    return page


def _recognise(image: Image, rulings: tuple[Ruling, ...], allowance: Allowance) -> ScannedPage:
    import pytesseract

    allowance.check_time()
    try:
        table = pytesseract.image_to_data(
            image,
            lang=_LANGUAGE,
            config="--dpi 300",
            output_type=pytesseract.Output.DICT,
            timeout=max(allowance.seconds_left, 1),
        )
    except (RuntimeError, OSError) as error:  # TesseractError is a RuntimeError, and so is its time-out
        allowance.check_time()
        raise UnreadableError("är inskannad och kunde inte tolkas; skanna den på nytt.") from error
    return _to_page(table, rulings)


def _turn(image: Image, allowance: Allowance) -> int:
    """Return by how many degrees clockwise a page is to be turned to stand upright; 0 if unknown."""
    import pytesseract

    try:
        found = pytesseract.image_to_osd(
            image, output_type=pytesseract.Output.DICT, timeout=max(allowance.seconds_left, 1)
        )
    except (RuntimeError, OSError):  # too few letters, or no data for it
        return 0
    return int(found["rotate"])


def _to_page(table: Mapping[str, list[Any]], rulings: tuple[Ruling, ...]) -> ScannedPage:
    lines: dict[tuple[int, int, int], list[_Word]] = {}
    for text, confidence, left, top, width, height, *line in zip(
        *(table[key] for key in ("text", "conf", "left", "top", "width", "height")),
        *(table[key] for key in ("block_num", "par_num", "line_num")),
        strict=True,
    ):
        word = _Word(text.strip(), float(confidence), left, top, width, height)
        if word.text and word.confidence >= 0:
            lines.setdefault(tuple(line), []).append(word)
    lines = {line: kept for line, found in lines.items() if (kept := _without_specks(found))}
    words = [word for line in lines.values() for word in line]
    if not words:
        return ScannedPage((), 0.0)
    usual = median(word.height for word in words if len(word.text) > 2) if len(words) > 3 else words[0].height
    runs = tuple(run for line in lines.values() for run in _line_runs(line, usual))
    length = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / length / 100
    if _lies_down(words):  # read well, but its lines cannot be put in order: to be turned and read again
        confidence *= _WRONG_WAY_UP
    return ScannedPage(runs, round(confidence, 3), rulings)


def _lies_down(words: Sequence[_Word]) -> bool:
    """Tell whether most words are higher than they are wide: Tesseract reads a page on its side too."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 3 and sum(word.height > word.width for word in long) > 0.5 * len(long)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    confidence: float
    left: int
    top: int
    width: int
    height: int

    @property
    def is_speck(self) -> bool:
        """Whether it is no text: a table's line, or unsure and without a letter or digit."""
        if not self.text.strip("|_—"):
            return True
        return self.confidence < _UNSURE and not any(map(str.isalnum, self.text))


def _without_specks(words: list[_Word]) -> list[_Word]:
    """Return a line without dirt; a lone sign that begins it is the bullet that OCR seldom knows."""
    first, *others = words
    if others and _MISREAD_BULLET.fullmatch(first.text):
        return [replace(first, text="•"), *(word for word in others if not word.is_speck)]
    return [word for word in words if not word.is_speck]


def _line_runs(words: list[_Word], usual: float) -> list[Run]:
    """Return a line's words as runs, parted at wide gaps.

    The height of a line of print varies with its letters; only what differs much is another size.
    """
    height = median(word.height for word in words)
    size = usual if 0.65 * usual < height < 1.5 * usual else height
    baseline = median(word.top + word.height for word in words)
    runs: list[Run] = []
    for word in words:
        run = Run(word.text, word.left, word.left + word.width, baseline, 1.3 * size)
        if runs and run.x0 - runs[-1].x1 < _CELL * run.size:
            runs[-1] = join(runs[-1], run, space=True)
        else:
            runs.append(run)
    return runs
