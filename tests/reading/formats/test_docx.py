# ruff: noqa: E501
from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from remissnlp.reading.source import read_bytes

NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: Document) -> bytes:
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def read(document: Document) -> str:
    source = read_bytes(saved(document), "svar.docx")
    assert source.pages == ()
    return source.text


def read_paragraphs(*inner: str) -> str:
    """Read a document with paragraphs of this xml."""
    document = docx.Document()
    for xml in inner:
        document.element.body.insert(-1, parse_xml(f"<w:p {NAMESPACES}>{xml}</w:p>"))
    return read(document)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def box(text: str) -> str:
    return f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"


def test_a_paragraph_is_a_line_and_a_blank_line_parts_them():
    document = docx.Document()
    document.add_heading("Bakgrund", 1)
    document.add_paragraph("Ett långt stycke. " * 20)
    document.add_paragraph("")
    document.add_paragraph("Fritidsnämnden\nDnr\tFN 2025/1")
    assert read(document).split("\n\n") == [
        "Bakgrund",
        ("Ett långt stycke. " * 20).strip(),
        "Fritidsnämnden\nDnr\tFN 2025/1\n",
    ]


def test_lists_have_their_marks_and_start_anew():
    document = docx.Document()
    for style in ("List Bullet", "List Bullet", "List Number", "List Number", "List Number 2"):
        document.add_paragraph("punkt", style=style)
    assert read(document).split("\n\n") == ["• punkt", "• punkt", "1. punkt", "2. punkt", "1. punkt\n"]


def test_headings_numbered_by_their_style_show_their_numbers():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{4 - 2 * i}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, t in enumerate(("%1", "%1.%2"))
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level in (0, 1):
        properties = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    for text, level in (("Vatten", 1), ("Råd", 2), ("Avgift", 2), ("Tillsyn", 1), ("Ansvar", 2)):
        document.add_heading(text, level)
    assert read(document).split() == "4 Vatten 4.2 Råd 4.3 Avgift 5 Tillsyn 5.2 Ansvar".split()


def test_a_tables_row_is_a_line_and_a_frame_is_not_a_table():
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("5.2", "Tillstyrker.", "5.3", "Avstyrker."), strict=True):
        cell.text = text
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "Vi anser detta."
    frame.add_paragraph("Och detta.")
    assert read(document) == "5.2\tTillstyrker.\n5.3\tAvstyrker.\n\nVi anser detta.\n\nOch detta.\n"


def test_a_cell_that_spans_rows_or_columns_is_said_once():
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "5.2"
    table.cell(0, 1).text, table.cell(1, 1).text = "Ja.", "Nej."
    assert read(document).count("5.2") == 1


def test_changes_are_read_as_accepted():
    text = read_paragraphs(
        f"{run('Vi ')}<w:del><w:r><w:delText>avstyrker</w:delText></w:r></w:del><w:ins>{run('tillstyrker')}</w:ins>.",
        f"<w:moveFrom>{run('Flyttat.')}</w:moveFrom>{run('Kvar.')}<w:moveTo>{run(' Hit.')}</w:moveTo>",
        f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Ett stycke ')}",
        run("som blev ett."),
    )
    assert text == "Vi tillstyrker\n\nKvar. Hit.\n\nEtt stycke som blev ett.\n"


def test_a_text_box_is_read_once():
    choice = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box('I rutan.')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{box('I rutan.')}</v:textbox></v:shape></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'
    assert read_paragraphs(f"{run('Text.')}<w:r>{both}</w:r>") == "Text.\n\nI rutan.\n"


def test_fields_hidden_text_signs_and_links():
    text = read_paragraphs(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2025-01-02")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>{run('MR')}<w:r><w:noBreakHyphen/></w:r>{run('frågor')}",
        f"<w:hyperlink>{run('en länk')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{run('i ett fält')}</w:sdtContent></w:sdt>",
    )
    assert text.split("\n\n") == ["2025-01-02", "MR-frågor", "en länk", "i ett fält\n"]


def test_footnotes_come_last_with_their_marks():
    document = docx.Document()
    document.add_paragraph("x")
    with zipfile.ZipFile(io.BytesIO(saved(document))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"<w:t>x</w:t></w:r>",
        b'<w:t>Enligt lagen</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r>',
    )
    files["word/footnotes.xml"] = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p>{run("---")}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run(" SFS 2017:900")}</w:p></w:footnote></w:footnotes>'
    ).encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    assert read_bytes(result.getvalue(), "x.docx").text == "Enligt lagen[1].\n\nNot 1 SFS 2017:900\n"


def test_the_first_pages_header_comes_first_and_the_others_last_and_once():
    document = docx.Document()
    document.add_paragraph("Vi tillstyrker.")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Fritidsnämnden\tDnr FN 2025/1"
    section.header.paragraphs[0].text = "Fritidsnämnden\tDnr FN 2025/1"
    section.footer.paragraphs[0].text = "Box 12"
    assert read(document) == "Fritidsnämnden\tDnr FN 2025/1\n\nVi tillstyrker.\n\nBox 12\n"


@pytest.mark.parametrize(("number", "style", "shown"), [
    (3, "decimal", "3"), (3, "lowerLetter", "c"), (28, "upperLetter", "AB"), (4, "lowerRoman", "iv"), (0, "upperRoman", "0"),
])  # fmt: skip
def test_numerals(number, style, shown):
    from remissnlp.reading.flow import numeral

    assert numeral(number, style) == shown
