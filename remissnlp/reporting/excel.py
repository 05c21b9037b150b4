"""The workbook: teman, synpunkter, who says what, and who answered, as tables to sort and filter.

Every row bears the id of what it shows, so that corrections made here can be read back.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from remissnlp.news.diff import Diff
from remissnlp.records import Run
from remissnlp.reporting import words
from remissnlp.reporting.news import more, news_lead, news_sections, quoted, who
from remissnlp.reporting.office import created, stamped, xml_text
from remissnlp.reporting.rows import matrix, remissvar_rows, synpunkt_rows, tema_rows

Value = str | int | float | date | None

_HEADER_FONT: Final = Font("Calibri", 11, bold=True, color="FFFFFF")
_HEADER_FILL: Final = PatternFill("solid", fgColor="1B4F72")
_EDITABLE_FILL: Final = PatternFill("solid", fgColor="9A5B13")
_HEADER_ALIGNMENT: Final = Alignment(vertical="center", wrap_text=True)
_ROTATED: Final = Alignment(text_rotation=90, vertical="bottom", wrap_text=True)
_BODY: Final = Alignment(vertical="top", wrap_text=True)
_CENTRED: Final = Alignment(horizontal="center", vertical="top")
_ID_FONT: Final = Font("Calibri", 11, color="777777")
# A cell holds no more than this (https://support.microsoft.com: Excel specifications and limits).
_LONGEST_CELL: Final = 32_767
_FORMULA_STARTS: Final = ("=", "+", "-", "@")
_LINE_HEIGHT: Final = 15.0
_TALLEST_ROW: Final = 409.0

REASON: Final = "Skäl"
MERGE_WITH: Final = "Slå ihop med"
PIN: Final = "Fäst"
HIDE: Final = "Dölj"
NOT_SYNPUNKT: Final = "Ingen synpunkt"
TEMA_EDITS: Final = {MERGE_WITH: 12, PIN: 8, HIDE: 8, REASON: 30}
SYNPUNKT_EDITS: Final = {NOT_SYNPUNKT: 11, REASON: 30}
"""Columns that are there to be filled in, and their widths."""


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: float
    is_id: bool = False
    is_editable: bool = False


def render_xlsx(run: Run, *, news: Diff | None = None) -> bytes:
    """Return the workbook, with the sheets Teman, Synpunkter, Matris, Remissvar and, with news, Nytt.

    Columns with a brown head can be changed: `remissnlp.editing.workbook` reads them back.
    Nothing in it is a formula: text from documents stays text whatever it begins with.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _teman(book.create_sheet("Teman"), run)
    _synpunkter(book.create_sheet("Synpunkter"), run)
    _matris(book.create_sheet("Matris"), run)
    _remissvar(book.create_sheet("Remissvar"), run)
    if news is not None:
        _nytt(book.create_sheet("Nytt"), news)
    book.properties.description = run.id
    when = created(run)
    book.properties.title = words.TITLE
    book.properties.creator = "remissnlp"
    book.properties.language = "sv-SE"
    book.properties.created = book.properties.modified = when
    out = io.BytesIO()
    book.save(out)
    return stamped(out.getvalue(), when)


def _teman(sheet: Worksheet, run: Run) -> None:
    columns = [
        _Column("Rang", 7),
        _Column("Tema", 44, is_editable=True),
        _Column("Remissinstanser", 15),
        *(_Column(title, 11) for title in ("Remisser", "Remissvar", "Synpunkter")),
        *(_Column(name, 9) for name in words.STANCES.values()),
        _Column("Tas upp av", 40),
        _Column("Nyckelord", 36),
        _Column("Poäng", 9),
        _Column("Sedan förra körningen", 22),
        _Column("Rättat för hand", 10),
        *(_Column(title, width, is_editable=True) for title, width in TEMA_EDITS.items()),
        _Column("Tema-id", 16, is_id=True),
    ]
    rows: list[Sequence[Value]] = []
    for row in tema_rows(run):
        since = row["since_previous"]
        rows.append(
            [
                row["rank"],
                row["label"],
                row["remissinstanser"],
                row["remisser"],
                row["remissvar"],
                row["synpunkter"],
                *(row[stance] for stance in words.STANCES),  # type: ignore[literal-required]
                "; ".join(row["who"]),
                ", ".join(row["keywords"]),
                round(row["score"], 3),
                words.SINCE_PREVIOUS[since] if since else None,
                "Ja" if row["edited"] else None,
                *(None for _ in TEMA_EDITS),
                row["tema"],
            ]
        )
    _fill(sheet, columns, rows, frozen="C2", printed=12)


def _synpunkter(sheet: Worksheet, run: Run) -> None:
    columns = [
        _Column("Rang", 7),
        _Column("Tema", 32, is_editable=True),
        _Column("Hållning", 10, is_editable=True),
        _Column("Synpunkt", 70),
        _Column("Remissinstans", 26),
        _Column("Remiss", 15),
        _Column("Dnr", 15),
        _Column("Datum", 11),
        _Column("Sida", 7),
        _Column("Rad", 7),
        _Column("Står under", 28),
        _Column("Gäller avsnitt", 24),
        _Column("Föreslagen lydelse", 40),
        _Column("Ordagrant ur texten", 70),
        _Column("Fil", 30),
        *(_Column(title, width, is_editable=True) for title, width in SYNPUNKT_EDITS.items()),
        _Column("Synpunkt-id", 20, is_id=True),
        _Column("Tema-id", 16, is_id=True),
        _Column("Remissvar-id", 18, is_id=True),
    ]
    # In the order a reader meets them: teman by rank, best representative first, then the others.
    place = {name: n for n, name in enumerate(name for tema in run.teman for name in tema.synpunkter)}
    found = sorted(synpunkt_rows(run), key=lambda row: place.get(row["synpunkt"], len(place)))
    rows: list[Sequence[Value]] = [
        [
            row["rank"],
            row["label"] if row["tema"] is not None else words.OTHERS,
            words.STANCES[row["stance"]],
            row["reading"],
            row["remissinstans"] or words.UNKNOWN_INSTANS,
            row["remiss"],
            row["dnr"],
            _date(row["date"]),
            row["page"],
            row["line"],
            row["section"],
            "; ".join(row["refers_to"]),
            row["proposed_text"],
            row["quote"],
            row["file"],
            *(None for _ in SYNPUNKT_EDITS),
            row["synpunkt"],
            row["tema"],
            row["remissvar"],
        ]
        for row in found
    ]
    _fill(sheet, columns, rows, frozen="C2", printed=9)


def _matris(sheet: Worksheet, run: Run) -> None:
    columns = [
        _Column("Remissinstans", 34),
        *(_Column(f"{tema.rank}. {tema.label}", 7) for tema in run.teman),
        _Column("I teman", 9),
    ]
    counts = matrix(run)
    rows: list[Sequence[Value]] = [
        [who, *(n or None for n in row.values()), sum(row.values())] for who, row in counts.items()
    ]
    _fill(sheet, columns, rows, frozen="B2", printed=len(columns))
    sheet.row_dimensions[1].height = 190
    for header in sheet[1][1:]:
        header.alignment = _ROTATED
    if counts and run.teman:
        last = f"{get_column_letter(len(run.teman) + 1)}{len(counts) + 1}"
        sheet.conditional_formatting.add(
            f"B2:{last}",
            ColorScaleRule(  # type: ignore[no-untyped-call]
                start_type="num", start_value=0, start_color="FFFFFF", end_type="max", end_color="8FC1E3"
            ),
        )


def _remissvar(sheet: Worksheet, run: Run) -> None:
    columns = [
        _Column("Remissinstans", 32, is_editable=True),
        _Column("Remiss", 15),
        _Column("Remissens titel", 44),
        _Column("Dnr", 15),
        _Column("Datum", 11),
        _Column("Svar", 26),
        _Column("Anmärkning", 40),
        _Column("Ansluter sig till", 28),
        *(_Column(title, 11) for title in ("Synpunkter", "Teman", "Sidor", "Tecken")),
        _Column("Fil", 40),
        _Column(REASON, 30, is_editable=True),
        _Column("Remissvar-id", 18, is_id=True),
    ]
    rows: list[Sequence[Value]] = [
        [
            row["remissinstans"] or words.UNKNOWN_INSTANS,
            row["remiss"],
            row["remiss_title"],
            row["dnr"],
            _date(row["date"]),
            words.STATUSES[row["status"]],
            row["message"],
            "; ".join(row["endorses"]),
            row["synpunkter"],
            row["teman"],
            row["pages"],
            row["characters"],
            row["file"],
            None,
            row["remissvar"],
        ]
        for row in remissvar_rows(run)
    ]
    _fill(sheet, columns, rows, frozen="B2", printed=12)


def _nytt(sheet: Worksheet, news: Diff) -> None:
    columns = [
        _Column("Vad", 28),
        _Column("Nytt sedan förra körningen", 60),
        _Column("Synpunkt", 70),
        _Column("Remissinstans", 26),
        _Column("Synpunkt-id", 20, is_id=True),
        _Column("Tema-id", 16, is_id=True),
    ]
    rows: list[Sequence[Value]] = []
    for section in news_sections(news):
        for item in section.items:
            text = f"{item.text} ({more(item)})" if item.more else item.text
            rows += [
                [section.title, text, quoted(quote), who(quote), quote.synpunkt, item.tema]
                for quote in item.quotes
            ] or [[section.title, text, None, None, None, item.tema]]
    _fill(sheet, columns, rows or [[news_lead(news), *[None] * 5]], frozen="B2", printed=4)


def _fill(
    sheet: Worksheet,
    columns: Sequence[_Column],
    rows: Iterable[Sequence[Value]],
    *,
    frozen: str,
    printed: int,
) -> None:
    for n, column in enumerate(columns, 1):
        header = sheet.cell(1, n)
        _put(header, column.title)
        header.font, header.alignment = _HEADER_FONT, _HEADER_ALIGNMENT
        header.fill = _EDITABLE_FILL if column.is_editable else _HEADER_FILL
        sheet.column_dimensions[get_column_letter(n)].width = column.width
    # openpyxl takes longer over a cell's looks than over its content, so equal looks are worked out once.
    looks: dict[tuple[object, ...], StyleArray] = {}
    for m, row in enumerate(rows, 2):
        for n, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            if value is None:
                continue
            cell = sheet.cell(m, n)
            quoted_text = isinstance(value, str) and value.startswith(_FORMULA_STARTS)
            kind = (type(value), column.is_id, quoted_text)
            _put(cell, value, looked=kind in looks)
            if kind in looks:
                cell._style = looks[kind]  # type: ignore[union-attr]
                continue
            cell.alignment = _BODY if isinstance(value, str) else _CENTRED
            if column.is_id:
                cell.font = _ID_FONT
            looks[kind] = cell._style  # type: ignore[union-attr]
        sheet.row_dimensions[m].height = _height(columns, row)
    sheet.row_dimensions[1].height = 2 * _LINE_HEIGHT
    sheet.print_area = f"A1:{get_column_letter(printed)}{sheet.max_row}"
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(sheet.max_row, 1)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _height(columns: Sequence[_Column], row: Sequence[Value]) -> float:
    """Return a row's height: programs that only show the file do not work it out from the text."""
    lines = 1
    for column, value in zip(columns, row, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(1 + int(len(line) / column.width) for line in value.split("\n")))
    return min(lines * _LINE_HEIGHT, _TALLEST_ROW)


def _put(cell: Cell | MergedCell, value: Value, *, looked: bool = False) -> None:
    """Set a cell's value; text stays text, also after someone has edited the cell.

    Where the cell's looks are set afterwards (`looked`), nothing is done for them here.
    """
    if isinstance(value, str):
        cell.value = xml_text(value)[:_LONGEST_CELL] or None
        if cell.value is not None:
            cell.data_type = "s"
            if not looked:
                cell.quotePrefix = value.startswith(_FORMULA_STARTS)
    else:
        cell.value = value


def _date(text: str | None) -> Value:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text
