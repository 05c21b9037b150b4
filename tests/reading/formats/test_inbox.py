"""An inbox as a city gets it: twenty responses to three remisser in every format, read and measured."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from remissnlp.reading import Corpus, read_corpus
from remissnlp.reading.source import read_bytes
from remissnlp.records import Remissvar

from .beside import BESIDE, Beside
from .conftest import needs_tesseract
from .documents import to_docx, to_html, to_mail, to_odt, to_pdf, to_scan, to_text, to_zip
from .inbox import RESPONSES, Response
from .measuring import Score, score, total

RECALL, PRECISION, LOST_TO_SCANNING = 0.90, 0.80, 0.05


def in_two_columns(blocks: list[str]) -> bytes:
    return to_pdf(blocks, columns=2)


def as_text(encoding: str) -> Callable[[list[str]], bytes]:
    return lambda blocks: to_text(blocks).encode(encoding)


def attached(blocks: list[str]) -> bytes:
    return to_mail("Hej! Vårt svar är bifogat.", attachments=[("Yttrande.docx", to_docx(blocks))])


def zipped(blocks: list[str]) -> bytes:
    return to_zip([("Svar/yttrande.pdf", to_pdf(blocks))])


def in_a_mail(blocks: list[str]) -> bytes:
    return to_mail(to_text(blocks), subject="Synpunkter på friluftsplan 2035, KS 2025/77")


MADE_AS: dict[str, tuple[str, Callable[[list[str]], bytes]]] = {
    "fritidsnämnden": ("docx", to_docx),
    "trafiknämnden": ("pdf", to_pdf),
    "stadsbostäder": ("odt", to_odt),
    "villaägarna": ("txt", as_text("cp1252")),
    "privatperson": ("eml", in_a_mail),
    "kulturnämnden": ("docx", to_docx),
    "norrmalm": ("pdf", to_pdf),
    "servicenämnden": ("docx", to_docx),
    "länsstyrelsen": ("pdf", in_two_columns),
    "universitetet": ("html", to_html),
    "myndigheten": ("pdf", to_pdf),
    "ljungby": ("eml", attached),
    "vattenpark": ("zip", zipped),
    "skx": ("pdf", in_two_columns),
    "tingsrätten": ("txt", as_text("utf-16")),
    "socialnämnden": ("docx", to_docx),
    "äldrenämnden": ("odt", to_odt),
    "ung exempelrörelse": ("md", as_text("utf-8")),
    "gröna gårdar": ("docx", to_docx),
    "skafferiet": ("pdf", to_pdf),
}
DECIDED_BY_A_BOARD = (
    "fritidsnämnden trafiknämnden kulturnämnden norrmalm ljungby socialnämnden äldrenämnden".split()
)
# What is no response of its own, in the formats that it comes in.
BESIDE_AS: tuple[tuple[str, Callable[[list[str]], bytes]], ...] = (
    ("docx", to_docx),
    ("pdf", to_pdf),
    ("odt", to_odt),
)
# One in five is scanned as well: reading them takes most of these tests' time.
SCANNED = ("stadsbostäder", "kulturnämnden", "länsstyrelsen", "ung exempelrörelse")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory) -> Corpus:
    folder: Path = tmp_path_factory.mktemp("inkorg")
    for response in RESPONSES:
        suffix, make = MADE_AS[response.name]
        (folder / f"{response.name}.{suffix}").write_bytes(make(response.blocks))
    for place, beside in enumerate(BESIDE):
        suffix, make = BESIDE_AS[place % len(BESIDE_AS)]
        (folder / f"{beside.name}.{suffix}").write_bytes(make(beside.blocks))
    return read_corpus(folder)


def record_of(inbox: Corpus, response: Response) -> Remissvar:
    (record,) = [
        r for r in inbox.remissvar if r.file.startswith(f"{response.name}.") and r.role == "remissvar"
    ]
    return record


def test_every_response_is_read_and_nothing_else_counted(inbox):
    assert len(RESPONSES) == 20
    assert [record_of(inbox, response).status for response in RESPONSES] == [r.status for r in RESPONSES]
    counted = [r for r in inbox.remissvar if r.status in ("ok", "no_opinion")]
    assert len(counted) == len(RESPONSES)
    # One more is the mail around an attachment.
    assert sum(r.status == "reference" for r in inbox.remissvar) == len(BESIDE) + 1
    assert {remiss.id for remiss in inbox.remisser} == {"KS 2025/77", "SOU 2025:14", "KS 2025/310"}


@pytest.mark.parametrize("beside", BESIDE, ids=lambda beside: beside.name)
def test_what_lies_beside_is_told_and_said(inbox, beside: Beside):
    (record,) = [r for r in inbox.remissvar if r.file.startswith(f"{beside.name}.")]
    assert (record.status, record.role, record.remiss) == ("reference", beside.role, beside.remiss)
    assert any(w.startswith(f"{record.file}: {record.message}") for w in inbox.warnings)


def test_no_response_is_doubted(inbox):
    assert not [warning for warning in inbox.warnings if "räknas som remissvar, men" in warning]


def test_the_headings_of_what_was_sent_out_are_known(inbox):
    headings = {remiss.id: remiss.headings for remiss in inbox.remisser}
    assert {"1. Inledning", "2. Tätortsnära natur", "4. Stigar och skyltar"} <= set(headings["KS 2025/77"])
    assert {"4.2 Lokala vattenråd", "5.1 Ny anmälningsplikt"} <= set(headings["SOU 2025:14"])
    assert {"Varför en handlingsplan?", "Mötesplatser i vardagen"} <= set(headings["KS 2025/310"])
    assert "Remissinstanser" not in headings["SOU 2025:14"]  # of the letter that it was sent out with


@pytest.mark.parametrize("response", RESPONSES, ids=lambda response: response.name)
def test_who_answers_what(inbox, response):
    record = record_of(inbox, response)
    assert (record.remiss, record.remissinstans, record.dnr, record.date, record.decision_level) == (
        response.remiss,
        response.remissinstans,
        response.dnr,
        response.date,
        "namndbeslut" if response.name in DECIDED_BY_A_BOARD else None,
    )


def test_the_synpunkter_are_found(inbox):
    found = total(score(record_of(inbox, r), r.marked) for r in RESPONSES if r.status == "ok")
    assert found.recall >= RECALL
    assert found.precision >= PRECISION


@pytest.mark.parametrize(
    "make", [to_docx, to_odt, to_html, to_pdf, in_two_columns], ids=lambda make: make.__name__
)
def test_a_format_takes_nothing_away(make):
    scores = [_score(make(r.blocks), r) for r in RESPONSES if r.status == "ok"]
    assert total(scores).recall >= RECALL
    assert total(scores).precision >= PRECISION


def _score(data: bytes, response: Response) -> Score:
    source = read_bytes(data, response.name)
    return score(Remissvar("rv-1", "", "", source.text, source.pages, response.remiss), response.marked)


@needs_tesseract
def test_scans_lose_little():
    scanned = [r for r in RESPONSES if r.name in SCANNED]
    digital = total(_score(to_pdf(r.blocks), r) for r in scanned)
    # One file of all, so that the pages are read side by side.
    pages = [Image.open(io.BytesIO(to_scan(to_pdf(r.blocks), "PNG"))) for r in scanned]
    together = io.BytesIO()
    pages[0].save(together, "TIFF", save_all=True, append_images=pages[1:])
    source = read_bytes(together.getvalue(), "skannat.tiff")
    texts = [source.text[start:end] for start, end in source.pages]
    read = total(
        score(Remissvar("rv-1", "", "", text, remiss=r.remiss), r.marked)
        for text, r in zip(texts, scanned, strict=True)
    )
    assert read.recall >= digital.recall - LOST_TO_SCANNING
    assert read.precision >= digital.precision - LOST_TO_SCANNING


@needs_tesseract
def test_a_signed_scan_beside_the_file_it_was_printed_from_does_not_count(tmp_path):
    response = next(r for r in RESPONSES if r.name == "skafferiet")
    (tmp_path / "skafferiet.docx").write_bytes(to_docx(response.blocks))
    (tmp_path / "signerat.pdf").write_bytes(to_scan(to_pdf(response.blocks), dots=150))
    scanned, written = read_corpus(tmp_path).remissvar
    assert (scanned.role, written.role) == ("dubblett", "remissvar")
    assert scanned.message == "Räknas inte: samma svar finns i skafferiet.docx."
