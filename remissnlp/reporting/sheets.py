"""How a sheet is written: its head and looks by openpyxl, its rows as XML.

openpyxl takes long over each cell, and a sheet of synpunkter has hundreds of thousands, so its rows are
written here and put into the file that openpyxl has made.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from remissnlp.reporting.office import escaped, space_kept, stamped, xml_text

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
_ROTATED_HEIGHT: Final = 190.0
_DAY_NOUGHT: Final = date(1899, 12, 30)
"""The day from which Excel counts, for days since March 1900."""

_DIMENSION: Final = re.compile(rb'<dimension ref="[^"]*"')


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and whether it holds ids or is there to be changed."""

    title: str
    width: float
    is_id: bool = False
    is_editable: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's content.

    Attributes
    ----------
    title
    columns, rows
        Every row has a value, or None, for every column.
    frozen
        The first cell that scrolls.
    printed
        How many columns are printed.
    is_matrix
        Whether the heads of its numbers stand on end, and the numbers are shaded by size.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    frozen: str
    printed: int
    is_matrix: bool = False


def save(sheets: Sequence[Sheet], *, title: str, description: str, when: datetime) -> bytes:
    """Return the workbook.

    Nothing in it is a formula: text stays text whatever it begins with, also after someone has edited it.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    rows = [_prepare(book.create_sheet(sheet.title), sheet) for sheet in sheets]
    book.properties.title, book.properties.description = title, description
    book.properties.creator = "remissnlp"
    book.properties.language = "sv-SE"
    book.properties.created = book.properties.modified = when
    out = io.BytesIO()
    book.save(out)
    change = {
        f"xl/worksheets/sheet{n}.xml": partial(_put_in, sheet=sheet, rows=some)
        for n, (sheet, some) in enumerate(zip(sheets, rows, strict=True), 1)
    }
    return stamped(out.getvalue(), when, change)


def _put_in(part: bytes, *, sheet: Sheet, rows: str) -> bytes:
    """Put rows into a sheet that holds only its head, and say how far it reaches."""
    reach = f'<dimension ref="A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"'
    part = _DIMENSION.sub(reach.encode(), part, count=1)
    return part.replace(b"</sheetData>", rows.encode("utf-8") + b"</sheetData>")


def _prepare(made: Worksheet, sheet: Sheet) -> str:
    """Make the head and all that concerns the whole sheet; return its rows as XML."""
    for n, column in enumerate(sheet.columns, 1):
        header = made.cell(1, n)
        header.value = _text(column.title)
        header.data_type = "s"
        header.quotePrefix = column.title.startswith(_FORMULA_STARTS)
        header.font, header.alignment = _HEADER_FONT, _HEADER_ALIGNMENT
        header.fill = _EDITABLE_FILL if column.is_editable else _HEADER_FILL
        if sheet.is_matrix and n > 1:
            header.alignment = _ROTATED
        made.column_dimensions[get_column_letter(n)].width = column.width
    made.row_dimensions[1].height = _ROTATED_HEIGHT if sheet.is_matrix else 2 * _LINE_HEIGHT
    last = len(sheet.rows) + 1
    made.print_area = f"A1:{get_column_letter(sheet.printed)}{last}"
    made.freeze_panes = sheet.frozen
    made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{last}"
    made.print_title_rows = "1:1"
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.is_matrix and sheet.rows and len(sheet.columns) > 2:
        made.conditional_formatting.add(
            f"B2:{get_column_letter(len(sheet.columns) - 1)}{last}",
            ColorScaleRule(  # type: ignore[no-untyped-call]
                start_type="num", start_value=0, start_color="FFFFFF", end_type="max", end_color="8FC1E3"
            ),
        )
    return _rows(made, sheet)


def _rows(made: Worksheet, sheet: Sheet) -> str:
    looks: dict[tuple[type, bool, bool], int] = {}

    def look(value: Value, is_id: bool) -> int:
        kind = (type(value), is_id, isinstance(value, str) and value.startswith(_FORMULA_STARTS))
        if kind not in looks:
            looks[kind] = _look(made, value, kind)
        return looks[kind]

    def text_cell(value: str, column: Column) -> tuple[str, int]:
        text = f"<is><t{space_kept(value)}>{escaped(_text(value))}</t></is>"
        return f'" s="{look(value, column.is_id)}" t="inlineStr">{text}</c>', _lines(value, column.width)

    # What a text's cell says after its place, and its lines: many texts of a column come again and again.
    columns: list[tuple[str, Column, dict[str, tuple[str, int]]]] = [
        (f'<c r="{get_column_letter(n)}', column, {}) for n, column in enumerate(sheet.columns, 1)
    ]
    out: list[str] = []
    for m, row in enumerate(sheet.rows, 2):
        cells, lines, place = [], 1, str(m)
        for (start, column, known), value in zip(columns, row, strict=True):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                said = known.get(value)
                if said is None:
                    said = known[value] = text_cell(value, column)
                cell, tall = said
                lines = tall if tall > lines else lines
            else:
                number = (value - _DAY_NOUGHT).days if isinstance(value, date) else value
                cell = f'" s="{look(value, column.is_id)}"><v>{number}</v></c>'
            cells.append(start + place + cell)
        height = min(lines * _LINE_HEIGHT, _TALLEST_ROW)
        out.append(f'<row r="{m}" ht="{height:g}" customHeight="1">{"".join(cells)}</row>')
    return "".join(out)


def _look(made: Worksheet, value: Value, kind: tuple[type, bool, bool]) -> int:
    """Return the number under which the book keeps how cells of a kind look."""
    model = Cell(made, row=1, column=1, value=value if isinstance(value, date) else None)
    model.alignment = _BODY if isinstance(value, str) else _CENTRED
    _, is_id, begins_like_a_formula = kind
    if is_id:
        model.font = _ID_FONT
    model.quotePrefix = begins_like_a_formula
    return int(model.style_id)


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes: programs that only show the file do not work that out."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(1 + int(len(line) / width) for line in text.split("\n"))


def _text(value: str) -> str:
    return xml_text(value)[:_LONGEST_CELL]
