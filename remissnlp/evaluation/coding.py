"""A coding by hand as a csv file: whatever a Swedish or English Excel makes of it."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from remissnlp.errors import RemissnlpError
from remissnlp.evaluation.records import CodedRow, Remark
from remissnlp.reading.plaintext import decode
from remissnlp.records import Stance

HEADERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("fil", "file", "dokument", "document", "remissvar", "filnamn", "filename"), "file"),
    **dict.fromkeys(("start", "fran", "from", "borjan"), "start"),
    **dict.fromkeys(("slut", "end", "till", "to", "stop"), "end"),
    **dict.fromkeys(("span", "spann"), "span"),
    **dict.fromkeys(("citat", "quote", "text", "textstalle", "quotation", "passage"), "quote"),
    **dict.fromkeys(("kod", "koder", "code", "codes", "tema", "teman", "theme", "themes"), "codes"),
    **dict.fromkeys(("kodare", "coder", "annotator"), "coder"),
    **dict.fromkeys(("hallning", "stance", "stallningstagande"), "stance"),
}
"""Headings, without case, blanks or dots and rings, and what they mean."""

STANCES: Final[Mapping[str, Stance]] = {
    **dict.fromkeys(("forslag", "proposal", "krav", "demand"), "forslag"),
    **dict.fromkeys(("kritik", "criticism", "negativ", "negative"), "kritik"),
    **dict.fromkeys(("fraga", "question"), "fraga"),
    **dict.fromkeys(("stod", "positiv", "positive", "support"), "positiv"),
    **dict.fromkeys(("neutral",), "neutral"),
}
_PLAIN = str.maketrans("åäöé", "aaoe")
_SEPARATORS = re.compile(r"[|;\n]")


def read_coding(path: Path) -> tuple[list[CodedRow], list[Remark]]:
    """Read a coding from a csv file.

    Comma, semicolon or tab; UTF-8 with or without a byte order mark, UTF-16 or Windows-1252. Several codes
    in a cell are set apart by ``|`` or ``;``, or by commas where each part is a code of its own elsewhere.

    Returns
    -------
    rows : list of CodedRow
    remarks : list of Remark
        Rows that could not be understood, and why.

    Raises
    ------
    RemissnlpError
        If the file cannot be read, or lacks a column that is needed.
    """
    try:
        text = decode(path.read_bytes()).removeprefix("\ufeff")
    except OSError as error:
        raise RemissnlpError(f"Kodningen {path} går inte att läsa.") from error
    if "\0" in text:
        raise RemissnlpError(f"Kodningen {path} är ingen csv-fil. Spara tabellen som csv och försök igen.")
    told, _, rest = text.partition("\n")
    mark = re.fullmatch(r"sep=(.)\r?", told)  # Excel's own note to itself
    text = rest if mark else text
    head = text.partition("\n")[0]
    delimiter = mark[1] if mark else max(";,\t", key=head.count)
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        listed = [(number, dict(row)) for number, row in enumerate(lines, start=2)]
        names = list(lines.fieldnames or ())
    except csv.Error as error:
        raise RemissnlpError(
            f"Kodningen {path} går inte att läsa som csv, nära rad {lines.line_num}."
        ) from error
    _check_headers(names, str(path))
    return to_rows(listed)


def from_table(table: Iterable[Mapping[str, object]]) -> tuple[list[CodedRow], list[Remark]]:
    """Read a coding from rows in memory, such as ``frame.to_dict("records")``; the first is row 2."""
    listed = [(number, dict(row)) for number, row in enumerate(table, start=2)]
    _check_headers([str(name) for _, row in listed[:1] for name in row], "tabellen")
    return to_rows(listed)


def to_rows(listed: Iterable[tuple[int, Mapping[str, object]]]) -> tuple[list[CodedRow], list[Remark]]:
    """Make records of rows, each with its number in a spreadsheet; see `read_coding`."""
    rows, remarks = [], []
    for number, row in listed:
        cells = {_meaning(name): _cell(value) for name, value in row.items()}
        if not any(cells.values()):
            continue
        try:
            rows.append(_row(number, cells))
        except ValueError as error:
            remarks.append(Remark(number, str(error)))
    alone = {row.codes[0] for row in rows if len(row.codes) == 1}
    return [_split_commas(row, alone) for row in rows], remarks


def plain(text: str) -> str:
    """Return a word for comparison: no case, no blanks around, å and ä as a, ö as o."""
    return text.strip().casefold().translate(_PLAIN)


def _check_headers(names: Iterable[str], where: str) -> None:
    found = {_meaning(name) for name in names}
    spanned = "file" in found and ("span" in found or {"start", "end"} <= found)
    if "codes" not in found or not ("quote" in found or spanned):
        raise RemissnlpError(
            f"Kodningen ({where}) behöver en rubrikrad med kolumnerna fil, kod och citat; "
            "i stället för citat går det bra med start och slut."
        )


def _meaning(name: object) -> str:
    return HEADERS.get(plain(str(name)), "")


def _cell(value: object) -> str:
    """Return a cell as text; a table in memory may hold numbers, None and NaN."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, list | tuple | set | frozenset):
        return "|".join(sorted(str(part) for part in value))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _row(number: int, cells: Mapping[str, str]) -> CodedRow:
    start, end = _span(cells)
    codes = tuple(dict.fromkeys(c.strip() for c in _SEPARATORS.split(cells.get("codes", "")) if c.strip()))
    quote = cells.get("quote", "")
    if not cells.get("file") and not quote:
        raise ValueError("Filen saknas.")
    if (start is None) != (end is None):
        raise ValueError("Ange både start och slut, eller ingetdera.")
    if start is not None and end is not None and not 0 <= start < end:
        raise ValueError(f"Start {start} och slut {end} går inte ihop.")
    placed = bool(quote) or start is not None
    if placed and not codes:
        raise ValueError("Koden saknas.")
    if codes and not placed:
        raise ValueError("Citatet saknas, och start och slut likaså.")
    said = plain(cells.get("stance", ""))
    if said and said not in STANCES:
        raise ValueError(
            f"Hållningen ”{cells['stance']}” är okänd; välj förslag, kritik, fråga, stöd eller neutral."
        )
    file, coder = cells.get("file", ""), cells.get("coder", "")
    return CodedRow(number, file, start, end, quote, codes, coder, STANCES.get(said))


def _span(cells: Mapping[str, str]) -> tuple[int | None, int | None]:
    """Return start and end, from columns of their own or from one such as "120-164"."""
    if span := cells.get("span", ""):
        found = re.fullmatch(r"[\[(]?\s*(\d+)\s*[-–:,;.\s]+\s*(\d+)\s*[\])]?", span)
        if not found:
            raise ValueError(f"”{span}” är inget spann; skriv till exempel 120-164.")
        return int(found[1]), int(found[2])
    return _offset(cells.get("start", "")), _offset(cells.get("end", ""))


def _offset(cell: str) -> int | None:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError:
        raise ValueError(f"”{cell}” är inget tal; start och slut räknas i tecken.") from None


def _split_commas(row: CodedRow, alone: set[str]) -> CodedRow:
    """Take "uppföljning, styrning" for two codes where both stand alone in other rows."""
    codes: list[str] = []
    for code in row.codes:
        parts = [part.strip() for part in code.split(",")]
        codes += parts if len(parts) > 1 and set(parts) <= alone else [code]
    return replace(row, codes=tuple(dict.fromkeys(codes)))
