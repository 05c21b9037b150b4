from __future__ import annotations

import io
import os
import random
import shutil

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from remissnlp.errors import RemissnlpError
from remissnlp.reading import ocr, scan_repair
from remissnlp.reading.limits import Allowance, Limits
from remissnlp.reading.source import read_bytes

from .conftest import needs_tesseract
from .documents import to_pdf, to_scan
from .test_pdf import draw, lines

SHORT = [
    "# Bedömning",
    "Nämnden anser att fler bänkar behövs.",
    "| Avsnitt | Svar\n| Bänkar | Nämnden avstyrker.",
]


def with_picture(picture: bytes, *texts: str):
    def on(canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, *canvas._pagesize)
        lines(*texts)(canvas)

    return on


@pytest.fixture(scope="module")
def scan() -> bytes:
    return to_scan(to_pdf(SHORT), "PNG", dots=150)


@pytest.fixture
def without_tesseract(monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: False)


@needs_tesseract
def test_only_the_page_without_text_is_read_by_ocr(scan):
    long = [f"Denna sida har text och behöver inte tolkas på nytt, rad {i}." for i in range(9)]
    told = []
    allowance = Allowance(progress=lambda *what: told.append(what))
    source = read_bytes(
        draw(lines(*long), with_picture(scan, "Inkom 2025-03-04"), lines()), "s.pdf", allowance
    )
    first, second, third = (source.text[start:end] for start, end in source.pages)
    assert first == "\n".join(long) + "\n\f"
    assert "Nämnden anser att fler bänkar behövs." in second
    assert "Bänkar\tNämnden avstyrker." in second
    assert "Inkom 2025-03-04" in second
    assert third == "\n"
    assert source.ocr_confidence[0] is source.ocr_confidence[2] is None
    assert 0.8 < source.ocr_confidence[1] <= 1
    assert told == [(ocr.STAGE, 1, 1)]


def test_a_page_with_little_but_usable_text_is_not_read_by_ocr(without_tesseract):
    def on(canvas) -> None:
        canvas.line(70, 770, 500, 770)
        lines("Sida 2 (2)")(canvas)

    source = read_bytes(draw(on, lines()), "s.pdf")
    assert (source.text, source.ocr_confidence, source.notes) == ("Sida 2 (2)\n\f\n", (), ())


@needs_tesseract
def test_a_picture_of_several_pages_lying_on_their_sides(scan):
    page = Image.open(io.BytesIO(scan))
    lying = page.rotate(90, expand=True)
    result = io.BytesIO()
    page.save(result, "TIFF", save_all=True, append_images=[lying])
    source = read_bytes(result.getvalue(), "svar.tiff")
    assert len(source.pages) == len(source.ocr_confidence) == 2
    assert all("anser att fler bänkar" in source.text[start:end] for start, end in source.pages)


def test_a_page_read_on_its_side_is_unsure_however_well_its_words_were_read():
    upright = {"text": ["Remissvar", "över", "planen", "från", "nämnden"], "conf": [96.0] * 5}
    size = {"left": [10, 80, 120, 200, 250], "top": [10] * 5, "width": [60] * 5, "height": [12] * 5}
    place = {"block_num": [1] * 5, "par_num": [1] * 5, "line_num": [1] * 5}
    lying = {"left": [10] * 5, "top": [10, 80, 120, 200, 250], "width": [12] * 5, "height": [60] * 5}
    assert ocr._to_page(upright | size | place, ()).confidence == 0.96
    assert ocr._to_page(upright | lying | place, ()).confidence < ocr._WRONG_WAY_UP


@needs_tesseract
def test_an_empty_scan_says_so():
    empty = io.BytesIO()
    Image.new("L", (600, 800), 255).save(empty, "PNG")
    with pytest.raises(
        RemissnlpError, match="är inskannad, men ingen text gick att tolka; skanna den på nytt"
    ):
        read_bytes(empty.getvalue(), "tom.png")


def test_without_tesseract_a_scan_names_the_packages_and_the_others_are_read(corpus, scan, without_tesseract):
    found = corpus(
        {
            "bild.png": scan,
            "scan.pdf": draw(with_picture(scan)),
            "blandad.pdf": draw(lines("Remissvar, KS 2025/1", "Vi tillstyrker."), with_picture(scan)),
        }
    )
    by_file = {r.file: r for r in found.remissvar}
    packages = "installera paketen tesseract-ocr och tesseract-ocr-swe och kör igen."
    for name in ("bild.png", "scan.pdf"):
        assert by_file[name].status == "error"
        assert by_file[name].message == f"{name} är inskannad och kan inte läsas; {packages}"
    assert by_file["blandad.pdf"].status == "ok"
    assert "Vi tillstyrker." in by_file["blandad.pdf"].text
    assert (
        f"blandad.pdf har en sida som är inskannad och inte är läst (sidan 2); {packages}" in found.warnings
    )


def test_tesseract_without_swedish_is_not_enough(monkeypatch):
    import pytesseract

    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/tesseract")
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["eng", "osd"])
    ocr.is_installed.cache_clear()
    try:
        assert not ocr.is_installed()
    finally:
        ocr.is_installed.cache_clear()


def test_pages_come_in_order_though_they_are_read_at_once(monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "_cores", lambda: 4)

    def slow(image, allowance):
        import time

        time.sleep(random.Random(image).random() / 100)
        return ocr.ScannedPage((), float(image))

    monkeypatch.setattr(ocr, "_read_page", slow)
    before = os.environ.get("OMP_THREAD_LIMIT")
    assert [page.confidence for page in ocr.recognise(range(20), 20, Allowance())] == list(range(20))
    assert os.environ.get("OMP_THREAD_LIMIT") == before


def test_ocr_stops_when_the_time_is_up(monkeypatch, scan):
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    with pytest.raises(RemissnlpError, match="tog längre tid att läsa än gränsen 1 sekunder"):
        read_bytes(scan, "s.png", Allowance(Limits(seconds=1), started=-1000))


@pytest.mark.parametrize("skew", [-2.3, -1.0, 0.0, 1.0])
def test_skew_is_found_to_a_tenth_of_a_degree(skew):
    page = Image.open(io.BytesIO(to_scan(to_pdf(["Ett stycke text. " * 60] * 3), "PNG", dots=100, skew=skew)))
    assert scan_repair.find_skew(page.convert("L")) == pytest.approx(-skew, abs=0.11)


def test_rulings_are_taken_out_and_letters_left():
    page = Image.open(io.BytesIO(to_scan(to_pdf(SHORT), "PNG", dots=150, skew=0))).convert("L")
    clean, rulings = scan_repair.take_rulings(page)
    assert sum(r.level for r in rulings) == 3
    assert sum(not r.level for r in rulings) == 3
    assert scan_repair.take_rulings(clean)[1] == ()
