# ruff: noqa: E501
"""Odt and html: documents without pages."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.errors import RemissnlpError
from remissnlp.reading.cleaning import clean
from remissnlp.reading.source import read_bytes

from .documents import to_docx, to_html, to_odt, to_zip

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(f'xmlns:{name}="{_OASIS}:{long}:1.0"' for name, long in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
))  # fmt: skip


def odt(body: str, *, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members = [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode())]
    if styles:
        members.append(
            ("styles.xml", f"<office:document-styles {_NAMES}>{styles}</office:document-styles>".encode())
        )
    if manifest:
        members.append(("META-INF/manifest.xml", manifest.encode()))
    return to_zip(members)


def stored(data: bytes) -> bytes:
    """The archive with its first member not compressed, as the format says."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return result.getvalue()


def read(data: bytes, name: str = "svar") -> str:
    source = read_bytes(data, name)
    assert source.pages == ()
    return source.text


def read_odt(*arguments: str, **parts: str) -> str:
    return read(stored(odt(*arguments, **parts)))


def test_docx_odt_and_html_of_the_same_text_say_the_same():
    blocks = [
        "Nämnden\nDnr 1",
        "# Rubrik",
        "Ett stycke.",
        "- krav",
        "- krav till",
        "| 5.2 | Ja.\n| 5.3 | Nej.",
        "Slut.",
    ]
    expected = (
        "Nämnden\nDnr 1\n\nRubrik\n\nEtt stycke.\n\n• krav\n\n• krav till\n\n5.2\tJa.\n5.3\tNej.\n\nSlut.\n"
    )
    assert [read(make(blocks)) for make in (to_docx, to_odt, to_html)] == [expected] * 3


def test_odt_changes_comments_spaces_and_notes():
    assert (
        read_odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>bort</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>"
            "<text:p>Vi<text:s text:c='3'/>anser<office:annotation><text:p>Stämmer?</text:p></office:annotation>"
            "<text:tab/>det<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Se lagen."
            "</text:p></text:note-body></text:note>.<text:line-break/>Slut.</text:p>"
        )
        == "Vi anser\tdet[1].\nSlut.\n\nNot 1 Se lagen.\n"
    )


def test_odt_lists_are_numbered_as_their_style_says():
    style = (
        "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1'"
        " style:num-suffix='.'/><text:list-level-style-number text:level='2' style:num-format='a'"
        " style:num-suffix=')'/></text:list-style>"
    )

    def item(inner: str) -> str:
        return f"<text:list-item>{inner}</text:list-item>"

    inner = f"<text:list>{item('<text:p>x</text:p>')}{item('<text:p>y</text:p>')}</text:list>"
    body = f"<text:list text:style-name='L1'>{item(f'<text:p>ett</text:p>{inner}')}{item('<text:p>två</text:p>')}</text:list>"
    assert read_odt(body, automatic=style).split("\n\n") == ["1. ett", "a) x", "b) y", "2. två\n"]


def test_odt_the_first_pages_header_comes_first():
    masters = "".join(
        f"<style:master-page style:name='{name}'><style:header><text:p>{head}</text:p></style:header>"
        "<style:footer><text:p>Box 12</text:p></style:footer></style:master-page>"
        for name, head in (("Standard", "Sida 2"), ("First", "Fritidsnämnden"))
    )
    style = "<style:style style:name='P1' style:family='paragraph' style:master-page-name='First'/>"
    text = read_odt(
        "<text:p text:style-name='P1'>Ja.</text:p>",
        automatic=style,
        styles=f"<office:master-styles>{masters}</office:master-styles>",
    )
    assert text.split("\n\n") == ["Fritidsnämnden", "Ja.", "Sida 2", "Box 12\n"]


def test_odt_locked():
    manifest = f'<m:manifest xmlns:m="{_OASIS}:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(RemissnlpError, match="svar är låst med lösenord"):
        read_odt("<text:p>x</text:p>", manifest=manifest)


def test_html_shows_what_a_browser_shows():
    page = """<html><head><title>Titel</title><style>p{}</style></head><body><!-- Vi anser a -->
    <script>Vi anser b</script><noscript>Vi anser c</noscript><p hidden>d</p><p style="display: none">e</p>
    <div>Löpande  <b>fet</b>
    text<br>ny rad<p>Stycke</p>efter</div><ol start=3><li>tre<li>fyra</ol><pre>a   b
c</pre><table><tr><th>x<td>y</table></body></html>"""
    assert read(page.encode()).split("\n\n") == [
        "Löpande fet text\nny rad", "Stycke", "efter", "3. tre", "4. fyra", "a b\nc", "x\ty\n",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-8-sig"])
def test_html_in_any_encoding(encoding):
    declared = "utf-8" if encoding.startswith("utf") else encoding
    page = f'<html><head><meta charset="{declared}"></head><body><p>Åäö får ej gå sönder – tack.</p></body></html>'
    if encoding == "iso-8859-1":
        page = page.replace("–", "-")
    assert "Åäö får ej gå sönder" in read(page.encode(encoding))


@given(st.text())
def test_cleaning_is_done_once_and_for_all(text):
    once = clean(text)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert not set(once) & {"\r", "\f", "\v", "\0", "\xa0", "\u2028"}


def test_cleaning_keeps_what_is_read():
    assert (
        clean("a\u0308ra\xa0o\ufb01ciell\r\n\uf0b7 punkt\u200b\n\n\n\nslut")
        == "ära oficiell\n• punkt\n\nslut"
    )


def test_a_letterhead_set_as_a_table_is_blocks_of_lines_and_a_table_of_views_is_rows():
    head = "<tr><td><p>Norrmalms stadsdelsförvaltning</p><p>Dnr NOR 2025/311</p></td><td><p>Till</p><p>Nämnden</p></td></tr>"
    views = (
        "<tr><td>4.1</td><td><p>Förvaltningen tillstyrker förslaget.</p><p>Fler stigar behövs.</p></td></tr>"
    )
    page = f"<!DOCTYPE html><html><body><table>{head}</table><p>Svar</p><table>{views}</table></body></html>"
    assert read_bytes(page.encode(), "a.html").text == (
        "Norrmalms stadsdelsförvaltning\nDnr NOR 2025/311\n\nTill\nNämnden\n\nSvar\n\n"
        "4.1\tFörvaltningen tillstyrker förslaget. Fler stigar behövs.\n"
    )
