"""HTML displays of records for Jupyter. Everything from a document is escaped."""

from __future__ import annotations

from html import escape

from remissnlp.records import Run, Tema
from remissnlp.reporting import words
from remissnlp.reporting.view import RunView

_SHOWN = 15


def run_html(run: Run) -> str:
    """Return a short overview of a run: counts and the top teman with their first quote."""
    view = RunView(run)
    rows = "".join(
        f"<tr><td>{tema.rank}</td><td style='text-align:left'><b>{escape(tema.label)}</b>"
        f"{_below(view, tema)}</td>"
        f"<td>{len(tema.remissinstanser)}</td><td>{len(tema.remissvar)}</td><td>{len(tema.synpunkter)}</td></tr>"
        for tema in run.teman[:_SHOWN]
    )
    more = f"<p>… och {len(run.teman) - _SHOWN} teman till.</p>" if len(run.teman) > _SHOWN else ""
    answered = len({remissvar.remiss for remissvar in run.remissvar if remissvar.remiss})
    return (
        f"<p>Remissvar: {len(run.remissvar)} · remisser: {answered} · synpunkter: {len(run.synpunkter)} · "
        f"teman: {len(run.teman)} · modell: {escape(run.model.name)}</p>"
        "<table><thead><tr><th>Rang</th><th>Tema</th><th>Remissinstanser</th><th>Remissvar</th>"
        f"<th>Synpunkter</th></tr></thead><tbody>{rows}</tbody></table>{more}"
    )


def _below(view: RunView, tema: Tema) -> str:
    """Return what stands under a tema's label: its key sentence, its split, and how certain it is."""
    first = view.synpunkt[tema.synpunkter[0]].reading
    key = tema.key_sentence.reading if tema.key_sentence else first
    told = [f"”{_short(key)}”", view.split(tema), words.sureness(tema.stability)]
    return "".join(f"<br><small>{escape(text)}</small>" for text in told if text)


def _short(text: str, length: int = 160) -> str:
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + " …"
