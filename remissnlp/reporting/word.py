"""The Word document: the compilation in running text, ready to carry on writing in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import cache
from typing import cast

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.oxml.text.paragraph import CT_P
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from remissnlp.news.diff import Diff
from remissnlp.records import Run, Synpunkt, Tema
from remissnlp.reporting import words
from remissnlp.reporting.news import TITLE as NEWS_TITLE
from remissnlp.reporting.news import more, news_lead, news_sections, who
from remissnlp.reporting.news import quoted as quoted_news
from remissnlp.reporting.office import created, stamped, xml_text
from remissnlp.reporting.view import RunView, paragraphs, quoted, reads_otherwise

_LANGUAGE = "sv-SE"
_TEXT_FONT, _HEADING_FONT = "Georgia", "Calibri"
_ACCENT, _MUTED = RGBColor(0x1B, 0x4F, 0x72), RGBColor(0x55, 0x5B, 0x62)


def render_docx(run: Run, *, news: Diff | None = None, ranking_explanation: str | None = None) -> bytes:
    """Return the Word document.

    Parameters
    ----------
    run : Run
    news : Diff, optional
        What is new since the run before.
    ranking_explanation : str, optional
        How teman are ranked, in Swedish, paragraphs apart by an empty line.
    """
    view = RunView(run)
    document = docx.Document()
    _prepare(document)
    _add(document, words.TITLE, "Title")
    _add(document, view.summary)
    _add(document, f"Sammanställd {words.date_words(run.created)}. Körning {run.id}.", "Caption")
    _overview(document, view)
    if news is not None:
        _news(document, news)
    _add(document, "Teman", "Heading 1")
    if not run.teman:
        _add(document, "Inga synpunkter är så lika att de bildar ett tema.")
    for tema in run.teman:
        _tema(document, view, tema)
    _add(document, words.OTHERS, "Heading 1")
    _others(document, view)
    _answers(document, view)
    _method(document, view, ranking_explanation)

    when = created(run)
    properties = document.core_properties
    properties.title = words.TITLE
    properties.author = properties.last_modified_by = "remissnlp"
    properties.comments = f"Körning {xml_text(run.id)}"
    properties.language = _LANGUAGE
    properties.created = properties.modified = when
    properties.revision = 1
    out = io.BytesIO()
    document.save(out)
    return stamped(out.getvalue(), when)


def _overview(document: Document, view: RunView) -> None:
    _add(document, "Överblick", "Heading 1")
    for remiss in view.run.remisser:
        n = sum(1 for r in view.answers if r.remiss == remiss.id)
        _add(document, f"{view.remiss_title(remiss.id)}: {words.count(n, 'remissvar')}.", "List Bullet")
    if view.run.warnings:
        _add(document, "Att känna till", "Heading 2")
        for warning in view.run.warnings:
            _add(document, warning, "List Bullet")
    if view.run.teman:
        _add(document, "Teman i rangordning", "Heading 2")
        rows = [
            (
                str(tema.rank),
                tema.label,
                words.number(len(tema.remissinstanser)),
                words.number(len(tema.remissvar)),
                words.stance_counts(tema.stances),
            )
            for tema in view.run.teman
        ]
        titles = ("Nr", "Tema", "Remissinstanser", "Remissvar", "Synpunkter")
        _table(document, titles, rows, widths=(1.0, 5.8, 3.8, 2.5, 3.4))


def _news(document: Document, news: Diff) -> None:
    _add(document, NEWS_TITLE, "Heading 1")
    _add(document, f"{news_lead(news)}")
    for section in news_sections(news):
        _add(document, section.title, "Heading 2")
        for item in section.items:
            _add(document, item.text, "List Bullet")
            for quote in item.quotes:
                _add(document, f"”{quoted_news(quote)}” – {who(quote)}", "Källhänvisning")
            if item.more:
                _add(document, f"… {more(item)}", "Källhänvisning")


def _tema(document: Document, view: RunView, tema: Tema) -> None:
    _add(document, f"{tema.rank}. {tema.label}", "Heading 2")
    _add(document, view.behind(tema)).paragraph_format.keep_with_next = True
    for synpunkt in view.members(tema):
        _quote(document, view, synpunkt)


def _others(document: Document, view: RunView) -> None:
    if not view.others:
        text = "Alla synpunkter ingår i ett tema." if view.run.synpunkter else "Inga synpunkter hittades."
        _add(document, text)
        return
    _add(document, "Synpunkter som inte liknar någon annan så mycket att de bildar ett tema.")
    for synpunkt in view.others:
        _quote(document, view, synpunkt)


def _quote(document: Document, view: RunView, synpunkt: Synpunkt) -> None:
    quote = _add(document, f"”{quoted(synpunkt)}”", "Quote")
    quote.paragraph_format.keep_with_next = True
    about = [f"{words.STANCES[synpunkt.stance]}. {view.reference(synpunkt)}."]
    if synpunkt.refers_to:
        about.append(f"Gäller {words.enumerate_words([f'”{heading}”' for heading in synpunkt.refers_to])}.")
    if synpunkt.proposed_text:
        about.append(f"Föreslagen lydelse: ”{synpunkt.proposed_text.text}”")
    if reads_otherwise(synpunkt):
        about.append(f"Ordagrant ur texten: ”{' '.join(synpunkt.quote.split())}”")
    _add(document, " ".join(about), "Källhänvisning")


def _answers(document: Document, view: RunView) -> None:
    _add(document, "Vilka har svarat", "Heading 1")
    rows = []
    for remissvar in view.answers:
        rows.append(
            (
                view.instans(remissvar),
                remissvar.remiss or "–",
                remissvar.dnr or "–",
                remissvar.date or "–",
                view.answer(remissvar),
                words.number(view.synpunkter_per_remissvar[remissvar.id]),
            )
        )
    titles = ("Remissinstans", "Remiss", "Diarienummer", "Datum", "Svar", "Synpunkter")
    _table(document, titles, rows, widths=(4.4, 2.5, 2.6, 2.3, 2.6, 2.1))
    if view.not_counted:
        _add(document, "Filer som inte räknas som svar", "Heading 2")
        for remissvar in view.not_counted:
            _add(document, f"{remissvar.file}. {view.answer(remissvar)}.", "List Bullet")


def _method(document: Document, view: RunView, ranking_explanation: str | None) -> None:
    _add(document, "Så är sammanställningen gjord", "Heading 1")
    for paragraph in words.METHOD:
        _add(document, paragraph)
    _add(document, "Rangordningen", "Heading 2")
    for paragraph in paragraphs(ranking_explanation) or [
        "Teman står i ordning efter sin poäng, högst först."
    ]:
        _add(document, paragraph)
    model = view.run.model
    _add(
        document,
        f"Språkmodell: {model.name}, version {model.revision}, {model.dimensions} dimensioner.",
        "Caption",
    )


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
    _style(document, "Caption", font=_HEADING_FONT, size=9.5, after=6, colour=_MUTED, bold=False)
    quote = _style(document, "Quote", font=_TEXT_FONT, size=11, before=8, after=0, italic=False)
    quote.font.color.rgb = RGBColor(0, 0, 0)
    quote.paragraph_format.left_indent = Cm(0.8)
    for name in ("Källhänvisning", "Tabelltext"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    _style(document, "Tabelltext", font=_HEADING_FONT, size=9.5, before=2, after=2, line=1.0)
    source = _style(document, "Källhänvisning", font=_HEADING_FONT, size=9.5, after=4, colour=_MUTED)
    source.paragraph_format.left_indent = Cm(0.8)
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


def _add(document: Document, text: str, style: str | None = None) -> Paragraph:
    element = deepcopy(_empty_paragraph(style))
    element.r_lst[0].text = xml_text(text)
    # Straight before the section's properties, which come last; python-docx looks for them every time.
    document.element.body[-1].addprevious(element)
    return Paragraph(element, document._body)


@cache
def _empty_paragraph(style: str | None) -> CT_P:
    """Return a paragraph to copy: python-docx takes long over each that it makes."""
    element = cast(CT_P, OxmlElement("w:p"))
    if style is not None:
        element.style = style.replace(" ", "")  # its id; python-docx would look through every style for it
    element.add_r()
    return element


def _give_style(paragraph: Paragraph, name: str) -> None:
    """Set a style by its id; python-docx looks through every style of the document to find the id."""
    paragraph._p.style = name.replace(" ", "")


def _table(
    document: Document, titles: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[float]
) -> None:
    table = document.add_table(rows=1, cols=len(titles))
    table.autofit = False
    _rule(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    _mark_header(table.rows[0])
    _fill(table.rows[0], titles, widths, bold=True)
    # Rows are copies of one that python-docx has made: it takes long over each.
    models: dict[tuple[bool, ...], CT_Row] = {}
    for values in rows:
        looks = tuple(value.replace("\u00a0", "").isdigit() for value in values)
        if looks not in models:
            row = table.add_row()
            _fill(row, ["0" if is_number else "" for is_number in looks], widths)
            models[looks] = row._tr
            table._tbl.remove(row._tr)
        copied = deepcopy(models[looks])
        table._tbl.append(copied)
        for cell, value in zip(copied.tc_lst, values, strict=True):
            cell.p_lst[0].r_lst[0].text = xml_text(value)
    _add(document, "")


def _fill(row: _Row, values: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> None:
    for cell, value, width in zip(row.cells, values, widths, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        _give_style(paragraph, "Tabelltext")
        paragraph.add_run(xml_text(value)).bold = bold or None
        if value.replace("\u00a0", "").isdigit():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _rule(table: Table) -> None:
    """Give a table thin lines between its rows and none between its columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B8B2A6")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    # The schema wants the borders before the layout, which python-docx has already set.
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def _mark_header(row: _Row) -> None:
    """Make a row the table's header, said again at the top of every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Sida ")
    for instruction in ("PAGE", "NUMPAGES"):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), instruction)
        paragraph._p.append(field)
        if instruction == "PAGE":
            paragraph.add_run(" av ")
