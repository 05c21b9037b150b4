"""Pdf: text, page by page, from its characters and their places; pages that are pictures are read by OCR."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from pypdfium2 import raw

from remissnlp.reading import ocr
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.page_text import Blocks, arrange, to_text
from remissnlp.reading.pdf_page import page_rulings, page_runs
from remissnlp.reading.runs import Run
from remissnlp.reading.source import Source

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = (200, 300)  # a scan is read at its own resolution, within these
_MOST_PIXELS = 25_000_000
# A page with less text than this and a picture that covers most of it is a scan with a stamp on it.
_STAMP = 250
_NO_TEXT = 20
_COVERS = 0.5
_SHOWS = 0.1
_LETTERS = 300
_MOST_OBJECTS = 5000
_WRONG = 0.3


@dataclass(frozen=True, slots=True)
class _Page:
    blocks: Blocks = ()
    is_scan: bool = False
    is_broken: bool = False


def read(data: bytes, allowance: Allowance) -> Source:
    """Return the text of a pdf.

    Raises
    ------
    UnreadableError
        If it is damaged, locked with a password, or over a limit; or if every page is a picture and
        Tesseract is not installed.
    """
    document = _open(data)
    try:
        allowance.check_pages(len(document))
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        pages = [_read_page(document, number) for number in allowance.each(range(len(document)))]
        return _with_scans(document, pages, allowance)
    except pdfium.PdfiumError:
        raise UnreadableError("är en skadad pdf och kan inte läsas; be om en ny fil.") from None
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise UnreadableError(
                "är en pdf som är låst med lösenord; öppna den och spara en olåst kopia."
            ) from None
        raise UnreadableError("är en skadad pdf och kan inte läsas; be om en ny fil.") from None
    if len(document) == 0:
        document.close()
        raise UnreadableError("är en pdf utan sidor; be om en ny fil.")
    return document


def _read_page(document: pdfium.PdfDocument, number: int) -> _Page:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return _Page(is_broken=True)  # one broken page does not stop the others
    try:
        if _fill_in(page):
            page.close()
            page = document[number]
        runs = page_runs(page)
        return _Page(arrange(runs, page_rulings(page)), _is_scan(page, runs))
    finally:
        page.close()


def _fill_in(page: pdfium.PdfPage) -> bool:
    """Make what is filled in to a form, or written on top, part of the page; return whether anything was."""
    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, number)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT):
            return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)
    return False


def _is_scan(page: pdfium.PdfPage, runs: list[Run]) -> bool:
    """Tell whether a page must be read by OCR: it has no text layer of use, and there is something to see."""
    visible = "".join("".join(run.text.split()) for run in runs)
    if len(visible) >= _STAMP:
        return _is_garbled(visible)
    area = page.get_width() * page.get_height()
    covered = 0.0
    drawn = 0
    for found in islice(page.get_objects(max_depth=1), _MOST_OBJECTS):
        drawn += found.type == raw.FPDF_PAGEOBJ_PATH
        if found.type in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            left, bottom, right, top = found.get_bounds()
            covered += (right - left) * (top - bottom)
    if covered >= _COVERS * area or _is_garbled(visible):
        return True
    if (
        visible
    ):  # a page number, a heading: what else there is to see must be large, or letters drawn as lines
        return len(visible) < _NO_TEXT and (covered >= _SHOWS * area or drawn >= _LETTERS)
    return covered > 0 or drawn > 0


def _is_garbled(visible: str) -> bool:
    """Tell whether the text layer's characters are not those that the page shows."""
    wrong = sum(c == "\ufffd" or not c.isprintable() or "\ue000" <= c <= "\uf8ff" for c in visible)
    return wrong > _WRONG * len(visible)


def _with_scans(document: pdfium.PdfDocument, pages: list[_Page], allowance: Allowance) -> Source:
    """Read the scanned pages and put all pages together; say which could not be read."""
    scanned = [number for number, page in enumerate(pages) if page.is_scan]
    broken = [number for number, page in enumerate(pages) if page.is_broken]
    blocks = [page.blocks for page in pages]
    confidences: list[float | None] = [None] * len(pages)
    notes = [_unread(broken, "är skadad", "be om en ny fil.")] if broken else []
    if scanned and not ocr.is_installed():
        if not any(page.blocks and not page.is_scan for page in pages):
            raise UnreadableError(f"är inskannad och kan inte läsas; {ocr.INSTALL}")
        notes.append(_unread(scanned, "är inskannad", ocr.INSTALL))
    elif scanned:
        images = (_render(document, number) for number in scanned)
        for number, page in zip(scanned, ocr.recognise(images, len(scanned), allowance), strict=True):
            blocks[number] = arrange(page.runs, page.rulings)
            confidences[number] = page.confidence
    text, spans = to_text(blocks)
    return Source(text, spans, tuple(confidences) if scanned else (), tuple(notes))


def _unread(numbers: list[int], why: str, advice: str) -> str:
    if len(numbers) == 1:
        return f"har en sida som {why} och inte är läst (sidan {numbers[0] + 1}); {advice}"
    listed = ", ".join(str(number + 1) for number in numbers)
    return f"har {len(numbers)} sidor där var och en {why} och inte är läst (sidorna {listed}); {advice}"


def _render(document: pdfium.PdfDocument, number: int) -> Image:
    page = document[number]
    try:
        scale = _resolution(page) / 72
        pixels = page.get_width() * page.get_height() * scale**2
        if pixels > _MOST_PIXELS:
            scale *= (_MOST_PIXELS / pixels) ** 0.5
        image: Image = page.render(scale=scale, grayscale=True).to_pil()
        return image
    finally:
        page.close()


def _resolution(page: pdfium.PdfPage) -> float:
    """Return at how many dots per inch a page is to be drawn for OCR."""
    width = 0.0
    for found in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), _MOST_OBJECTS):
        pixels, _ = found.get_px_size()
        left, _, right, _ = found.get_bounds()
        if right > left:
            width = max(width, pixels / (right - left) * 72)
    least, most = _DOTS_PER_INCH
    return min(max(width or most, least), most)
