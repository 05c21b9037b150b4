"""What the command line prints: a short summary, errors and progress, in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from remissnlp.reading.limits import Progress
from remissnlp.records import Run, Tema

TOP = 10


def print_error(message: str) -> None:
    """Print one sentence to standard error."""
    Console(stderr=True, soft_wrap=True).print(Text(message, style="bold red"))


@contextmanager
def show_progress() -> Iterator[Progress | None]:
    """Show a bar on a terminal while the work goes on; nothing where the output is a file."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        tasks: dict[str, object] = {}

        def update(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield update


def print_summary(run: Run, out: Path, *, quiet: bool = False) -> None:
    """Print what a run found, its warnings and which page to open."""
    warnings = Console(stderr=True, soft_wrap=True)
    console = Console(soft_wrap=True)
    if not quiet:
        _print_counts(run, console)
        if run.teman:
            console.print(_top_table(run))
        if len(run.teman) > TOP:
            console.print(f"… och {len(run.teman) - TOP} teman till.")
    for remissvar in run.remissvar:
        if remissvar.status == "error":
            warnings.print(Text(f"Fel: {remissvar.message}", style="red"))
    if not quiet:
        told = [r.message for r in run.remissvar if r.status == "error" and r.message]
        for warning in run.warnings:
            if any(message in warning for message in told):
                continue
            warnings.print(Text(f"Varning: {warning}", style="yellow"))
        page = (out / "latest" / "sammanstallning.html").resolve()
        console.print(f"\nÖppna sammanställningen: [bold]{escape(str(page))}[/bold]", highlight=False)


def _print_counts(run: Run, console: Console) -> None:
    read = [r for r in run.remissvar if r.status in ("ok", "no_opinion")]
    answered = {r.remiss for r in read if r.remiss}
    own = [point for point in run.synpunkter if point.voice is None]
    alone = sum(point.tema is None for point in own)
    sources = (
        f"{_count(len(read), 'remissvar', 'remissvar')} på {_count(len(answered), 'remiss', 'remisser')}"
    )
    points = _count(len(own), "synpunkt", "synpunkter")
    teman = _count(len(run.teman), "tema", "teman")
    others = _count(alone, "övrig synpunkt", "övriga synpunkter")
    console.print(f"Läste {sources} och fann {points}: {teman} och {others}.", highlight=False)


def _top_table(run: Run) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("", justify="right")
    table.add_column("Tema", overflow="fold")
    for column in ("Remissinstanser", "Remissvar", "Synpunkter"):
        table.add_column(column, justify="right")
    for tema in run.teman[:TOP]:
        table.add_row(str(tema.rank), Text(tema.label), *_numbers(tema))
    return table


def _numbers(tema: Tema) -> tuple[str, str, str]:
    return str(len(tema.remissinstanser)), str(len(tema.remissvar)), str(len(tema.synpunkter))


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
