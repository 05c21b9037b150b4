"""The parts of a Word document: styles by python-docx, paragraphs and tables as XML.

python-docx takes long over each paragraph and each cell that it makes, and a compilation has tens of
thousands, so what stands in the document is written here and put into the file that python-docx has made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from remissnlp.reporting.office import escaped, space_kept, stamped

_LANGUAGE = "sv-SE"
_TEXT_FONT, _HEADING_FONT = "Georgia", "Calibri"
_ACCENT, _MUTED = RGBColor(0x1B, 0x4F, 0x72), RGBColor(0x55, 0x5B, 0x62)
_DOCUMENT = "word/document.xml"
_TWIPS_A_CENTIMETRE = 1440 / 2.54


def paragraph(text: str, style: str | None = None, *, keep_with_next: bool = False) -> str:
    """Return a paragraph in one of the styles of `save`."""
    return f"<w:p>{_beginning(style, keep_with_next)}{_run(text)}</w:p>"


@cache
def _beginning(style: str | None, keep_with_next: bool) -> str:
    return _properties(_style_of(style) + ("<w:keepNext/>" if keep_with_next else ""))


def table(titles: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[float]) -> str:
    """Return a table whose heads are said again on every page, with its widths in centimetres."""
    twips = [round(width * _TWIPS_A_CENTIMETRE) for width in widths]
    # The schema wants the borders before the layout.
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B8B2A6"/>'
        for side in ("top", "bottom", "insideH")
    )
    look = (
        f'<w:tblPr><w:tblW w:type="auto" w:w="0"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    head = _row(titles, twips, "<w:cantSplit/><w:tblHeader/>", bold=True)
    body = "".join(_row(values, twips, "<w:cantSplit/>") for values in rows)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>{paragraph('')}"


def save(body: Iterable[str], *, title: str, comments: str, when: datetime) -> bytes:
    """Return the Word file that holds paragraphs and tables in this order."""
    document = docx.Document()
    _prepare(document)
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = "remissnlp"
    properties.comments = comments
    properties.language = _LANGUAGE
    properties.created = properties.modified = when
    properties.revision = 1
    out = io.BytesIO()
    document.save(out)
    content = "".join(body).encode("utf-8")
    # The section's properties come last.
    return stamped(out.getvalue(), when, {_DOCUMENT: lambda part: _before(part, b"<w:sectPr", content)})


def _before(part: bytes, mark: bytes, content: bytes) -> bytes:
    head, found, tail = part.rpartition(mark)
    return head + content + found + tail


def _style_of(style: str | None) -> str:
    # A style's id is its name without blanks.
    return f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""


def _properties(content: str) -> str:
    return f"<w:pPr>{content}</w:pPr>" if content else ""


def _run(text: str, look: str = "") -> str:
    text = escaped(text)
    content = f"<w:t{space_kept(text)}>{text}</w:t>"
    if "\n" in text or "\t" in text:
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f"<w:r>{look}{content}</w:r>"


def _row(values: Sequence[str], twips: Sequence[int], look: str, *, bold: bool = False) -> str:
    bold_look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    cells = []
    for value, width in zip(values, twips, strict=True):
        is_number = value.replace("\u00a0", "").isdigit()
        properties = _style_of("Tabelltext") + ('<w:jc w:val="center"/>' if is_number else "")
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>'
            f"<w:p>{_properties(properties)}{_run(value, bold_look)}</w:p></w:tc>"
        )
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def _prepare(document: Document) -> None:
    """Give the document Swedish as its language, A4 pages with numbers, and the styles it uses."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.5)
    for language in document.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            language.set(qn(name), _LANGUAGE)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), _LANGUAGE)

    _style(document, "Normal", font=_TEXT_FONT, size=11, after=6, line=1.2)
    _style(document, "Title", font=_HEADING_FONT, size=26, after=6, colour=_ACCENT, bold=True)
    _style(document, "Heading 1", font=_HEADING_FONT, size=18, before=24, after=6, colour=_ACCENT)
    _style(document, "Heading 2", font=_HEADING_FONT, size=13, before=16, after=4, colour=_ACCENT)
    _style(document, "Heading 3", font=_HEADING_FONT, size=11.5, before=12, after=2, colour=_ACCENT)
    _style(document, "Caption", font=_HEADING_FONT, size=9.5, after=6, colour=_MUTED, bold=False)
    quote = _style(document, "Quote", font=_TEXT_FONT, size=11, before=8, after=0, italic=False)
    quote.font.color.rgb = RGBColor(0, 0, 0)
    quote.paragraph_format.left_indent = Cm(0.8)
    for name in ("Källhänvisning", "Kärnmening", "Tabelltext"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    _style(document, "Tabelltext", font=_HEADING_FONT, size=9.5, before=2, after=2, line=1.0)
    source = _style(document, "Källhänvisning", font=_HEADING_FONT, size=9.5, after=4, colour=_MUTED)
    source.paragraph_format.left_indent = Cm(0.8)
    _style(document, "Kärnmening", font=_TEXT_FONT, size=11, after=4, italic=True)
    # The title's own underline belongs to another design.
    for border in list(document.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    _number_pages(section.footer.paragraphs[0])


def _style(
    document: Document,
    name: str,
    *,
    font: str,
    size: float,
    before: float = 0,
    after: float = 0,
    line: float | None = None,
    colour: RGBColor | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = font, Pt(size)
    # The template's theme fonts would win over the font's name.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    style.font.bold = bold if bold is not None else style.font.bold
    style.font.italic = italic if italic is not None else style.font.italic
    if colour is not None:
        style.font.color.rgb = colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if line is not None:
        style.paragraph_format.line_spacing = line
    return style


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Sida ")
    for instruction in ("PAGE", "NUMPAGES"):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), instruction)
        paragraph._p.append(field)
        if instruction == "PAGE":
            paragraph.add_run(" av ")
