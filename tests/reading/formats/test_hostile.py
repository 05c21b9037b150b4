"""Files that are broken, cut short or made to do harm: one sentence each, and never a hang."""

from __future__ import annotations

import io
import time
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from remissnlp.errors import RemissnlpError
from remissnlp.reading import ocr
from remissnlp.reading.limits import Allowance, Limits
from remissnlp.reading.response import read_responses
from remissnlp.reading.runs import Run
from remissnlp.reading.source import read_bytes

from .documents import to_docx, to_html, to_mail, to_odt, to_pdf, to_zip
from .test_flowing import odt, stored
from .test_pdf import draw, lines

BLOCKS = ["# Rubrik", "Vi anser att planen är bra.", "- krav", "| 5.2 | Ja.\n| 5.3 | Nej."]


@cache
def whole(kind: str) -> bytes:
    if kind in ("png", "jpeg", "tiff"):
        result = io.BytesIO()
        Image.linear_gradient("L").resize((60, 80)).save(result, kind)
        return result.getvalue()
    makers = {"docx": to_docx, "odt": to_odt, "html": to_html, "pdf": to_pdf}
    if kind in makers:
        return makers[kind](BLOCKS)
    inside = [("a.docx", to_docx(BLOCKS)), ("b.html", to_html(BLOCKS))]
    return to_mail("Hej", attachments=inside) if kind == "eml" else to_zip(inside)


KINDS = ("docx", "odt", "html", "pdf", "png", "jpeg", "tiff", "eml", "zip")


@pytest.fixture
def pretend_ocr(monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    page = ocr.ScannedPage((Run("Vi anser", 0, 50, 10, 10),), 0.5)
    monkeypatch.setattr(ocr, "recognise", lambda images, count, allowance: (page for _ in images))


def check(path, data: bytes) -> None:
    path.write_bytes(data)
    for response in read_responses(path, "fil", Limits(seconds=5)):
        message = response.record.message
        if response.record.status == "error":
            assert message.startswith("fil")
            assert message.endswith(".")
            assert message.isprintable()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=20_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_a_sentence_or_is_read(kind, data, tmp_path, pretend_ocr):
    content = bytearray(whole(kind))
    at = st.integers(0, len(content) - 1)
    for place, value in data.draw(st.lists(st.tuples(at, st.integers(0, 255)), max_size=8)):
        content[place] = value
    end = data.draw(st.one_of(st.just(len(content)), at))
    check(tmp_path / "fil", bytes(content[:end]))


XML = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
)


@pytest.mark.parametrize("member", ["word/document.xml", "word/styles.xml", "content.xml", "styles.xml"])
def test_entities_are_refused(member):
    inner = b"<x>&j;</x>"
    if member.startswith("word"):
        parts = {
            "word/document.xml": b"<x/>",
            "word/_rels/document.xml.rels": RELATIONS,
            member: XML.encode() + inner,
        }
        data = to_zip(parts.items())
    else:
        parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
        data = stored(to_zip((parts | {member: XML.encode() + inner}).items()))
    start = time.process_time()
    with pytest.raises(RemissnlpError, match="är skadad och kan inte läsas"):
        read_bytes(data, "bomb")
    assert time.process_time() - start < 1


RELATIONS = (
    b'<Relationships><Relationship Id="a" Target="styles.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/styles"/></Relationships>'
)


def test_a_file_is_never_fetched_from_outside(tmp_path):
    secret = tmp_path / "hemlig.txt"
    secret.write_text("HEMLIGT")
    xml = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{secret}">]><x>&f;</x>'.encode()
    for data in (to_zip([("word/document.xml", xml)]), xml, b"<html>" + xml + b"<p>hej</p></html>"):
        try:
            text = read_bytes(data, "x").text
        except RemissnlpError as error:
            text = str(error)
        assert "HEMLIGT" not in text


@pytest.mark.parametrize("depth", [300, 5000])
def test_deep_nesting_is_no_trouble(depth, tmp_path):
    deep = "<text:section>" * depth + "<text:p>x</text:p>" + "</text:section>" * depth
    check(tmp_path / "fil", stored(odt(deep)))
    check(tmp_path / "fil", b"<html><p>hej</p>" + b"<div>" * depth + b"djupt" + b"</div>" * depth)
    check(tmp_path / "fil", b"<html><p>hej</p>" + b"<table><tr><td>" * depth + b"djupt")
    boundary = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(depth)
    )
    check(tmp_path / "fil", b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + boundary)


def test_a_picture_that_claims_to_be_enormous(pretend_ocr):
    header = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    )
    import zlib

    header += zlib.crc32(header[12:]).to_bytes(4, "big")
    with pytest.raises(RemissnlpError, match="bild"):
        read_bytes(header + b"\x00" * 100, "stor.png")


def test_a_page_that_is_a_million_points_wide_is_read(pretend_ocr):
    def on(canvas) -> None:
        canvas.setPageSize((14_000, 14_000))
        lines("Vi anser")(canvas)

    assert "Vi anser" in read_bytes(draw(on), "s.pdf").text


def test_hostile_text_is_only_text():
    page = "<p>&lt;script&gt;alert(1)&lt;/script&gt; \u202esvar\u0000</p>"
    assert read_bytes(to_html([]) + page.encode(), "x").text == "<script>alert(1)</script> svar\ufffd\n"


def test_limits_on_size_pages_and_time(corpus):
    files = {
        "a.pdf": draw(lines("x"), lines("y")),
        "b.txt": b"x" * 1_100_000,
        "c.txt": b"Remissvar KS 2025/1. Bra.",
    }
    found = corpus(files, limits=Limits(megabytes=1, pages=1))
    assert [(r.status, r.message) for r in found.remissvar] == [
        ("error", "a.pdf har 2 sidor, fler än gränsen 1; höj gränsen (--max-pages) eller dela upp filen."),
        (
            "error",
            "b.txt är större än gränsen 1 megabyte; höj gränsen (--max-megabytes) eller dela upp filen.",
        ),
        ("ok", None),
    ]
    for kind in ("docx", "odt", "html", "pdf"):
        with pytest.raises(RemissnlpError, match="tog längre tid att läsa än gränsen 1 sekunder"):
            read_bytes(whole(kind), "x", Allowance(Limits(seconds=1), started=-1000))
