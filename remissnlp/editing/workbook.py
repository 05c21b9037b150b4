"""Corrections made in sammanstallning.xlsx, read back: what differs from the run that the book shows.

Rows are known by the ids in their last columns, so they may be sorted, filtered or taken away. Only the
columns with a brown head count; a cell that is as the program wrote it is no correction.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from remissnlp.editing.editor import Editor
from remissnlp.editing.log import make_edit
from remissnlp.errors import RemissnlpError
from remissnlp.records import Edit, RemissvarTarget, Run, Stance
from remissnlp.reporting import words
from remissnlp.reporting.excel import HIDE, MERGE_WITH, NOT_SYNPUNKT, PIN, REASON
from remissnlp.reporting.office import xml_text

Row = Mapping[str, str]
_YES = {"ja", "j", "x", "1", "sant", "true", "yes"}
_NO = {"", "nej", "n", "0", "falskt", "false", "no"}
_FAULT = re.compile(r"#[\w/]+[!?]?|Err:\d+")
_SHEETS = {"Teman": "Tema-id", "Synpunkter": "Synpunkt-id", "Remissvar": "Remissvar-id"}


@dataclass(frozen=True, slots=True)
class Understood:
    """What a book says: the corrections, and what could not be understood, one Swedish sentence each."""

    edits: tuple[Edit, ...]
    unclear: tuple[str, ...]


def run_of_book(path: Path) -> str | None:
    """Return the id of the run that a book was made from, where the book still says it."""
    return _open(path).properties.description or None


def read_workbook(path: Path, run: Run, *, author: str | None = None, reason: str = "") -> Understood:
    """Compare a book with the run it shows.

    Parameters
    ----------
    path : Path
    run : Run
        The run that the book was made from.
    author : str, optional
        Who corrects; by default git's or the system's user name.
    reason : str
        Why, for corrections without a reason of their own in the book.

    Raises
    ------
    RemissnlpError
        If the file is no such book.
    """
    book = _open(path)
    sheets = {name: list(_rows(book[name], name)) for name in _SHEETS if name in book.sheetnames}
    if not sheets:
        raise RemissnlpError(
            f"{path.name} har inga av flikarna {', '.join(_SHEETS)}; välj en sammanstallning.xlsx."
        )
    reader = _Reader(run, author, reason)
    reader.remissvar(sheets.get("Remissvar", []))
    # Whose synpunkt is whose comes before what teman are called, so that each label means the tema it meant.
    reader.synpunkter(sheets.get("Synpunkter", []))
    reader.teman(sheets.get("Teman", []))
    return Understood(tuple(reader.edits), tuple(reader.unclear))


class _Reader:
    def __init__(self, run: Run, author: str | None, reason: str) -> None:
        self._run = run
        self._author = author
        self._reason = reason
        self._targets = Editor(run)
        self._teman = {t.id: t for t in run.teman}
        self._label = {_plain(t.label): t for t in run.teman}
        self._renamed: set[str] = set()
        self.edits: list[Edit] = []
        self.unclear: list[str] = []

    def teman(self, rows: Sequence[Row]) -> None:
        for row in rows:
            tema = self._teman.get(row["Tema-id"])
            if tema is None:
                self._ask("Teman", row, "raden hör inte till något tema i körningen")
                continue
            target = self._targets.tema_target(tema)
            label = row.get("Tema", "")
            if self._is_fault("Teman", row, label):
                continue
            if label and label != _plain(tema.label) and tema.id not in self._renamed:
                self._add("rename", row, teman=[target], value=label)
            if row.get(MERGE_WITH):
                other = self._meant(row[MERGE_WITH])
                if other is None or other == tema.id:
                    self._ask(
                        "Teman",
                        row,
                        f"”{row[MERGE_WITH]}” är inget annat tema; skriv dess rang, namn eller id",
                    )
                else:
                    self._add("merge", row, teman=[self._targets.tema_target(other), target])
            if self._ticked("Teman", row, PIN):
                named = replace(target, label=label or tema.label)
                self._add("pin", row, teman=[named])
            if self._ticked("Teman", row, HIDE):
                self._add("hide", row, teman=[target])

    def synpunkter(self, rows: Sequence[Row]) -> None:
        by_id = {s.id: s for s in self._run.synpunkter}
        made: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            synpunkt = by_id.get(row["Synpunkt-id"])
            if synpunkt is None:
                self._ask("Synpunkter", row, "raden hör inte till någon synpunkt i körningen")
                continue
            target = self._targets.synpunkt_target(synpunkt)
            stance = row.get("Hållning", "")
            if _plain(stance).casefold() != words.STANCES[synpunkt.stance].casefold():
                known = {name.casefold(): key for key, name in words.STANCES.items()}
                chosen = known.get(stance.casefold())
                if chosen is None:
                    names = words.enumerate_words(list(words.STANCES.values()))
                    self._ask("Synpunkter", row, f"hållningen ”{stance}” finns inte; välj bland {names}")
                else:
                    self._add("stance", row, synpunkter=[target], value=cast(Stance, chosen))
            if self._ticked("Synpunkter", row, NOT_SYNPUNKT):
                self._add("not_synpunkt", row, synpunkter=[target])
                continue
            label = row.get("Tema", "")
            was = _plain(self._teman[synpunkt.tema].label) if synpunkt.tema else words.OTHERS
            if label == was or self._is_fault("Synpunkter", row, label):
                continue
            if not label:
                self._ask("Synpunkter", row, f"temat är tomt; skriv ett tema eller ”{words.OTHERS}”")
            elif label.casefold() == words.OTHERS.casefold():
                self._add("move", row, synpunkter=[target])
            elif label in self._label:
                self._add(
                    "move", row, teman=[self._targets.tema_target(self._label[label])], synpunkter=[target]
                )
            else:
                made[label].append(row)
        for label, some in made.items():
            self._new_tema(label, some)

    def _new_tema(self, label: str, rows: Sequence[Row]) -> None:
        """A new name on all synpunkter of a tema renames it; on some, it makes a tema of them."""
        by_id = {s.id: s for s in self._run.synpunkter}
        chosen = [row["Synpunkt-id"] for row in rows]
        homes = {by_id[name].tema for name in chosen}
        [home] = homes if len(homes) == 1 else [None]
        if home is not None and set(self._teman[home].synpunkter) == set(chosen):
            self._renamed.add(home)
            self._add("rename", rows[0], teman=[self._targets.tema_target(home)], value=label)
        else:
            targets = [self._targets.synpunkt_target(name) for name in chosen]
            self._add("split", rows[0], synpunkter=targets, value=label)

    def remissvar(self, rows: Sequence[Row]) -> None:
        by_id = {r.id: r for r in self._run.remissvar}
        for row in rows:
            remissvar = by_id.get(row["Remissvar-id"])
            if remissvar is None:
                self._ask("Remissvar", row, "raden hör inte till något remissvar i körningen")
                continue
            name = row.get("Remissinstans", "")
            if name in (_plain(remissvar.remissinstans or words.UNKNOWN_INSTANS), ""):
                continue
            if self._is_fault("Remissvar", row, name):
                continue
            target = RemissvarTarget(remissvar.id, remissvar.source)
            self._add("remissinstans", row, remissvar=[target], value=name)

    def _meant(self, said: str) -> str | None:
        """Return the tema that a cell means by rank, id or label."""
        if said in self._label:
            return self._label[said].id
        ranks = {str(t.rank): t.id for t in self._run.teman}
        return ranks.get(said.rstrip(".")) or (said if said in self._teman else None)

    def _ticked(self, sheet: str, row: Row, column: str) -> bool:
        said = row.get(column, "").casefold()
        if said not in _YES | _NO:
            self._ask(sheet, row, f"”{row[column]}” under {column} är varken ja eller nej")
        return said in _YES

    def _is_fault(self, sheet: str, row: Row, text: str) -> bool:
        """Tell whether a cell holds what is left of a formula: "#VALUE!", "#NAMN?"."""
        found = _FAULT.fullmatch(text) is not None
        if found:
            self._ask(
                sheet, row, f"”{text}” är resultatet av en formel; skriv texten utan likhetstecken först"
            )
        return found

    def _add(self, kind: Any, row: Row, **fields: Any) -> None:  # noqa: ANN401 - handed on to make_edit
        reason = row.get(REASON) or self._reason
        self.edits.append(make_edit(kind, reason=reason, author=self._author, **fields))

    def _ask(self, sheet: str, row: Row, what: str) -> None:
        self.unclear.append(f"{sheet}, rad {row['#']}: {what}.")


def _open(path: Path) -> Any:  # noqa: ANN401 - a workbook
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, data_only=True)
    except FileNotFoundError:
        raise RemissnlpError(f"{path} finns inte.") from None
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError) as error:
        raise RemissnlpError(
            f"{path.name} går inte att läsa som en Excel-bok; spara den som .xlsx och stäng den."
        ) from error


def _rows(sheet: Any, name: str) -> Iterator[Row]:  # noqa: ANN401 - a worksheet
    """Yield the rows that have an id, as title → text, with the row's number under "#"."""
    lines = sheet.iter_rows(values_only=True)
    titles = [_text(title) for title in next(lines, ())]
    if _SHEETS[name] not in titles:
        raise RemissnlpError(
            f"Fliken {name} saknar kolumnen {_SHEETS[name]}, så raderna går inte att känna igen."
        )
    for number, values in enumerate(lines, start=2):
        row = {title: _text(value) for title, value in zip(titles, values, strict=False) if title}
        if row.get(_SHEETS[name]):
            yield {**row, "#": str(number)}


def _text(value: object) -> str:
    """Return a cell as text on one line: a number without decimals, a tick as ja."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _plain(str(value))


def _plain(text: str) -> str:
    return " ".join(xml_text(text).split())
