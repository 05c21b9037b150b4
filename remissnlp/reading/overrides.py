"""remissvar.csv: what a person has said about single responses, in a table that Excel opens and saves.

::

    Fil;Remissinstans;Remiss;Diarienummer;Datum;Beslutsnivå;Slag
    svar 7.pdf;Servicenämnden;KS 2023/1159;SF 2024/444;2024-09-20;Nämndbeslut;Remissvar
    rapport.pdf;;;;;;Underlag

One row a file; a file that is left out, and an empty cell, leave what was read. "-" says that there is none.
What stands here comes before remisser.toml. The table is read as Excel saves it: semicolons, commas or tabs,
UTF-8 with or without a byte order mark, UTF-16 or Windows-1252.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from remissnlp.errors import RemissnlpError
from remissnlp.reading.dates import DATE, parse
from remissnlp.reading.plaintext import decode
from remissnlp.reading.registration import normalise
from remissnlp.reading.source import printable
from remissnlp.records import Remissvar

CSV_NAME: Final = "remissvar.csv"
NONE: Final = "-"
# A spreadsheet runs what begins like this as a formula.
_FORMULA_STARTS: Final = ("=", "+", "-", "@")

COLUMNS: Final[Mapping[str, str]] = {
    "file": "Fil",
    "remissinstans": "Remissinstans",
    "remiss": "Remiss",
    "dnr": "Diarienummer",
    "date": "Datum",
    "decision_level": "Beslutsnivå",
    "role": "Slag",
}
"""Key → its column's name, in the order of a new table."""

# Other names that people give the columns, as `_key` folds them.
_OTHER_NAMES: Final[Mapping[str, str]] = {
    "file": "filnamn sökväg dokument",
    "remissinstans": "instans avsändare svarande vem från",
    "remiss": "remissnummer remissensdiarienummer remissdnr ärende",
    "dnr": "dnr diarienr diarienummer svaretsdiarienummer svaretsdnr",
    "date": "datum svarsdatum svaretsdatum",
    "decision_level": "beslutsnivå nivå beslut",
    "role": "slag typ dokumenttyp status läst",
}
# Columns of the table that `remissnlp check --csv` writes for the reader's eyes only.
_IGNORED: Final = frozenset({"saknas", "sidor", "inskannade", "ord", "anmärkning", "kommentar", "meddelande"})

_ROLES: Final[Mapping[str, str]] = {
    "remissvar": "remissvar svar yttrande ja ok räknas",
    "no_opinion": "ingenerinran ingetatterinra utansynpunkter avstår noopinion",
    "remisshandling": "remisshandling remitteradhandling remissen remittering",
    "bilaga": "bilaga följebrev protokollsutdrag missiv",
    "underlag": "underlag referens reference räknasinte nej",
    "annat": "annat övrigt",
    "dubblett": "dubblett kopia utkast tidigareversion",
}
_LEVELS: Final[Mapping[str, str]] = {
    "namndbeslut": "nämndbeslut nämnd nämnden styrelse styrelsebeslut namndbeslut",
    "kontorsyttrande": "kontorsyttrande förvaltningsyttrande förvaltning förvaltningen kontor kontoret",
    "delegationsbeslut": "delegationsbeslut delegation delegerat",
}
_ROLE_CHOICES = ("remissvar", "inget att erinra", "remisshandling", "bilaga", "underlag", "annat", "dubblett")
_LEVEL_CHOICES = ("nämndbeslut", "kontorsyttrande", "delegationsbeslut")


class Row(NamedTuple):
    """What the table says of one file.

    Attributes
    ----------
    file : str
        Its path in the corpus, or its bare name.
    where : str
        The row, in Swedish, for warnings.
    values : mapping of str to str
        The keys of `COLUMNS`, and "status"; an empty string says that there is none.
    """

    file: str
    where: str
    values: Mapping[str, str]


def find_overrides(folder: Path) -> Path | None:
    """Return the remissvar.csv of a corpus, however its name is written in capitals; None without one."""
    try:
        found = sorted(path for path in folder.iterdir() if path.name.lower() == CSV_NAME and path.is_file())
    except OSError:
        return None
    return found[0] if found else None


def read_overrides(folder: Path) -> tuple[list[Row], list[str]]:
    """Read the remissvar.csv of a corpus.

    Returns
    -------
    list of Row
        The rows that can be used.
    list of str
        What could not be used and what to do, one Swedish sentence each.
    """
    path = find_overrides(folder)
    if path is None:
        return [], []
    try:
        text = decode(path.read_bytes()).removeprefix("\ufeff")
    except (OSError, ValueError):
        return [], [f"{CSV_NAME} går inte att öppna och används inte; stäng den i Excel och försök igen."]
    return parse_overrides(text)


def write_overrides(path: Path, records: Iterable[Remissvar]) -> None:
    """Write what was read as a table to correct in Excel: with semicolons and a byte order mark.

    Raises
    ------
    RemissnlpError
        If there is such a file already, which may hold someone's corrections, or it cannot be written.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS.values())
    for record in records:
        level = _LEVELS[record.decision_level].split()[0] if record.decision_level else None
        role = "inget att erinra" if record.status == "no_opinion" else record.role
        values = (record.source, record.remissinstans, record.remiss, record.dnr, record.date, level)
        cells = [*values, None if record.status == "error" else role]
        writer.writerow([_unlike_formula(cell or "") for cell in cells])
    try:
        with path.open("xb") as file:
            file.write(out.getvalue().encode("utf-8-sig"))
    except FileExistsError:
        raise RemissnlpError(f"{path} finns redan och skrivs inte över; ange ett annat namn.") from None
    except OSError as error:
        raise RemissnlpError(f"{path} gick inte att skriva ({error.strerror}).") from None


def _unlike_formula(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text, whatever a document has put into it."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and cell != NONE else cell


def parse_overrides(text: str) -> tuple[list[Row], list[str]]:
    """Read the table's text, see `read_overrides`."""
    warnings: list[str] = []
    lines = iter(_lines(text))
    header = next(lines, None)
    if header is None:
        return [], []
    keys = [_column(name, position, warnings) for position, name in enumerate(header[1], 1)]
    if "file" not in keys:
        names = ";".join(COLUMNS.values())
        return [], [
            f"{CSV_NAME} används inte: kolumnen Fil saknas på första raden. Skriv kolumnernas namn: {names}."
        ]
    rows: dict[str, Row] = {}
    for number, cells in lines:
        where = f"{CSV_NAME}, rad {number}"
        stripped = [re.sub(r"^'(?=[=+@-])", "", cell.strip()) for cell in cells]
        row = {key: cell for key, cell in zip(keys, stripped, strict=False) if key and cell}
        file = row.pop("file", "").replace("\\", "/").removeprefix("./").strip("/")
        if not file:
            if row:
                warnings.append(f"{where}: filens namn saknas i kolumnen Fil; raden används inte.")
            continue
        if file in rows:
            warnings.append(f"{where}: filen ”{printable(file)}” står på flera rader; den sista gäller.")
        rows[file] = Row(file, where, _values(row, where, warnings))
    return list(rows.values()), warnings


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with anything in them, numbered as Excel shows them."""
    first, _, rest = text.partition("\n")
    if told := re.fullmatch(r"sep=(.)", first.strip(), re.I):  # which Excel writes, but does not show
        mark, text = told[1], rest
    else:
        header = next((line for line in text.splitlines() if line.strip()), "")
        mark = max(";\t,", key=header.count)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=mark)
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error:
        return


def _column(name: str, position: int, warnings: list[str]) -> str | None:
    folded = _key(name)
    for key, title in COLUMNS.items():
        if folded in {_key(title), key.replace("_", ""), *_OTHER_NAMES[key].split()}:
            return key
    if folded and folded not in _IGNORED:
        warnings.append(
            f"{CSV_NAME}: kolumn {position} heter ”{name.strip()}” och används inte; kända kolumner är"
            f" {_listed(tuple(COLUMNS.values()), 'och')}."
        )
    return None


def _values(row: Mapping[str, str], where: str, warnings: list[str]) -> dict[str, str]:
    """Return a row's values in the form that records hold, without those that cannot be used."""
    values: dict[str, str] = {}
    for key, cell in row.items():
        if key == "role":
            _role(cell, where, values, warnings)
        elif cell in (NONE, "–", "—"):
            values[key] = ""
        elif key == "decision_level":
            level = _choice(cell, _LEVELS)
            if level:
                values[key] = level
            else:
                warnings.append(f"{where}: beslutsnivån ”{cell}” är okänd; skriv {_listed(_LEVEL_CHOICES)}.")
        elif key == "date":
            date = parse_date(cell)
            if date:
                values[key] = date
            else:
                warnings.append(f"{where}: datumet ”{cell}” är oklart; skriv till exempel 2024-09-30.")
        elif key == "remiss":
            values[key] = normalise(cell)
        else:
            values[key] = " ".join(cell.split())
    return values


def _role(cell: str, where: str, values: dict[str, str], warnings: list[str]) -> None:
    role = _choice(cell, _ROLES)
    if role is None:
        warnings.append(f"{where}: slaget ”{cell}” är okänt; skriv {_listed(_ROLE_CHOICES)}.")
    elif role == "no_opinion":
        values.update(role="remissvar", status="no_opinion")
    else:
        values.update(role=role, status="ok" if role == "remissvar" else "reference")


def parse_date(text: str) -> str | None:
    """Return the ISO form of a date as Excel or a person writes it: "2024-09-30", "20240930", "30/9 2024"."""
    plain = re.sub(r"[T ]0?0:00(?::00)?$", "", text.strip())
    if re.fullmatch(r"(?:19|20)\d{6}", plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    plain = re.sub(r"^(\d{4})[./](\d{1,2})[./](\d{1,2})$", r"\1-\2-\3", plain)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
        return parse(f"{match[1]}-{match[2]:>02}-{match[3]:>02}")
    return parse(plain) if re.fullmatch(DATE, plain, re.I) else None


def _choice(cell: str, choices: Mapping[str, str]) -> str | None:
    folded = _key(cell)
    return next((value for value, names in choices.items() if folded in names.split()), None)


def _key(text: str) -> str:
    """Fold a name for comparison: lower case, letters only."""
    return re.sub(r"[\W\d_]", "", text.lower())


def _listed(words: tuple[str, ...], word: str = "eller") -> str:
    return f"{', '.join(words[:-1])} {word} {words[-1]}"
