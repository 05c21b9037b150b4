"""What `remissnlp check` prints: a table of every file, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from remissnlp.reading.checking import CheckRow
from remissnlp.reading.source import printable
from remissnlp.records import Status
from remissnlp.reporting.words import DECISION_LEVELS, ROLES

_STATUS: dict[Status, tuple[str, str]] = {
    "ok": ("läst", "green"),
    "no_opinion": ("läst, inget att erinra", "green"),
    "reference": ("räknas inte", "yellow"),
    "error": ("inte läst", "red"),
}


def print_check(rows: Sequence[CheckRow], warnings: Sequence[str], *, console: Console | None = None) -> None:
    """Print a row for every file, and below the table why files are not read or not counted.

    Parameters
    ----------
    rows : sequence of CheckRow
        The corpus.
    warnings : sequence of str
        What a person should know or fill in.
    console : Console, optional
        Where to print; by default standard output.
    """
    console = console or Console()
    if not console.is_terminal:  # a file has no edge to fold lines at
        console = Console(file=console.file, width=max(console.width, 240), soft_wrap=True)
    console.print(_table(rows))
    counted = sum(row.status in ("ok", "no_opinion") for row in rows)
    unread = sum(row.status == "error" for row in rows)
    others: Counter[str] = Counter(row.role for row in rows if row.status == "reference")
    kinds = ", ".join(f"{ROLES[role].lower()} {others[role]}" for role in ROLES if others[role])
    left_out = f" {others.total()} räknas inte ({kinds})," if others else ""
    summary = f"\n{len(rows)} dokument: {counted} remissvar,{left_out} {unread} gick inte att läsa."
    console.print(summary, highlight=False)
    for warning in warnings:
        console.print(Text(warning, style="yellow"), soft_wrap=True)


def _table(rows: Sequence[CheckRow]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in ("Fil", "Läst", "Remissinstans", "Remiss", "Diarienr", "Datum", "Beslutsnivå"):
        table.add_column(column, overflow="fold")
    for column in ("Sidor", "Inskannade", "Ord"):
        table.add_column(column, justify="right")
    table.add_column("Saknas", overflow="fold")
    for row in rows:
        word, colour = _STATUS[row.status]
        if row.status == "reference":
            word = f"{word}: {ROLES[row.role].lower()}"
        level = DECISION_LEVELS[row.decision_level] if row.decision_level else None
        table.add_row(
            Text(printable(row.file)),
            Text(word, style=colour),
            *(Text(value or "–") for value in (row.remissinstans, row.remiss, row.dnr, row.date, level)),
            str(row.pages) if row.pages else "–",
            _scanned(row),
            str(row.words),
            Text(", ".join(row.missing)),
        )
    return table


def _scanned(row: CheckRow) -> str:
    if row.confidence is None:
        return "–"
    return f"{row.scanned} (säkerhet {round(100 * row.confidence)} %)"
