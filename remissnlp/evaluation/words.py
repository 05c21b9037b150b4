"""An evaluation in Swedish: what its measures are called, as a table for the terminal and for notebooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Final

from remissnlp.evaluation.disagreements import KINDS
from remissnlp.evaluation.records import Evaluation, Measure
from remissnlp.reporting.words import number, percent

if TYPE_CHECKING:
    from rich.console import Console

MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "coverage": ("Täckning", "så stor del av den kodade texten finns bland synpunkterna"),
    "coded": ("Träffsäkerhet", "så stor del av synpunkternas text är kodad"),
    "b3_precision": ("B³ precision", "så ofta har två textställen i samma tema samma kod"),
    "b3_recall": ("B³ täckning", "så ofta har två textställen med samma kod samma tema"),
    "b3_f1": ("B³ F1", "de två sammanvägda"),
    "ami": ("AMI", "samma indelning i teman som i koder; 0 är slumpen"),
    "alpha_machine": ("Alfa, kodare och program", "Krippendorffs alfa; 0 är slumpen"),
    "stance": ("Hållning", "så ofta ser programmet samma hållning"),
    "alpha_coders": ("Alfa, kodarna sinsemellan", "Krippendorffs alfa; 0 är slumpen"),
}
"""Measure → its Swedish name and what it tells, one being the best of each."""


def heading(e: Evaluation) -> str:
    """Return what was compared."""
    coders = f"{number(len(e.coders))} kodare" if len(e.coders) > 1 else "en kodare"
    return (
        f"{number(e.passages)} kodade textställen av {coders} i {number(e.remissvar)} remissvar, "
        f"jämförda med {number(e.synpunkter)} synpunkter i körningen {e.run}."
    )


def explanation(e: Evaluation) -> str:
    """Return how the intervals were made."""
    if not e.draws:
        return ""
    over = "remissvaren" if e.resampled == "remissvar" else "de kodade textställena"
    few = "" if e.resampled == "remissvar" else " (remissvaren är för få för att dra bland)"
    return f"Intervallen är 95 %, ur {number(e.draws)} omdragningar av {over}{few}."


def figure(value: float | None) -> str:
    """Return a figure with two decimals as Swedish writes it."""
    return "–" if value is None else f"{value:.2f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def span(measure: Measure) -> str:
    """Return an interval, empty where there is none."""
    return "" if measure.low is None else f"{figure(measure.low)}–{figure(measure.high)}"


def kinds(e: Evaluation) -> list[tuple[str, int]]:
    """Return how many disagreements there are of each kind that occurs."""
    found = Counter(d.kind for d in e.disagreements)
    return [(name, found[kind]) for kind, name in KINDS.items() if found[kind]]


def print_evaluation(e: Evaluation, console: Console) -> None:
    """Print the measures, the codes and what could not be used."""
    from rich.table import Table
    from rich.text import Text

    console.print(heading(e), highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("Mått", "Värde", "95 %", ""):
        table.add_column(name, justify="right" if name in ("Värde", "95 %") else "left")
    for m in e.measures:
        if m.value is not None:
            name, about = MEASURES[m.key]
            table.add_row(name, figure(m.value), span(m), about)
    console.print(table)
    if note := explanation(e):
        console.print(note, highlight=False)
    codes = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("Kod", "Ställen", "Funna", "Vanligaste tema", "Gemensamma"):
        right = name in ("Ställen", "Funna", "Gemensamma")
        codes.add_column(name, justify="right" if right else "left", overflow="fold")
    for c in e.codes:
        shares = (str(c.passages), percent(c.found, c.passages), Text(c.label or "–"), str(c.shared))
        codes.add_row(Text(c.code), *shares)
    console.print()
    console.print(codes)
    console.print()
    for name, n in kinds(e):
        console.print(f"{name}: {number(n)}", highlight=False)
    for remark in (*e.unplaced, *e.remarks):
        style = "red" if remark in e.unplaced else "yellow"
        console.print(Text(f"Rad {remark.row} i kodningen: {remark.message}", style=style), soft_wrap=True)


def evaluation_html(e: Evaluation) -> str:
    """Return the measures as a table for notebooks; everything from a document is escaped."""
    rows = "".join(
        f"<tr><td style='text-align:left'><b>{MEASURES[m.key][0]}</b><br><small>{MEASURES[m.key][1]}</small>"
        f"</td><td>{figure(m.value)}</td><td>{span(m)}</td></tr>"
        for m in e.measures
        if m.value is not None
    )
    differ = "".join(f"<li>{name}: {number(n)}</li>" for name, n in kinds(e))
    return (
        f"<p>{escape(heading(e))}</p><table><thead><tr><th>Mått</th><th>Värde</th><th>95 %</th></tr></thead>"
        f"<tbody>{rows}</tbody></table><p>{escape(explanation(e))}</p><ul>{differ}</ul>"
    )
