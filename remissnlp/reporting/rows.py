"""A run as flat rows: one a synpunkt, a tema, a remissvar. Tables, sheets and frames are made of these."""

from __future__ import annotations

from collections import Counter
from typing import TypedDict

from remissnlp.records import Run
from remissnlp.reporting.view import RunView, mean_confidence


class SynpunktRow(TypedDict):
    """A synpunkt with all that is known about its tema and its remissvar."""

    synpunkt: str
    tema: str | None
    rank: int | None
    label: str | None
    deltema: str | None
    stance: str
    reading: str
    quote: str
    remissinstans: str | None
    voice: str | None
    remiss: str | None
    remiss_title: str | None
    remissvar: str
    file: str
    part: str | None
    dnr: str | None
    date: str | None
    decision_level: str | None
    page: int | None
    line: int
    section: str | None
    refers_to: list[str]
    proposed_text: str | None
    start: int
    end: int
    spans: list[list[int]]
    repeats: list[list[list[int]]]


class TemaRow(TypedDict):
    """A tema with its counts."""

    tema: str
    rank: int
    label: str
    keywords: list[str]
    remissinstanser: int
    remisser: int
    remissvar: int
    synpunkter: int
    forslag: int
    kritik: int
    fraga: int
    positiv: int
    neutral: int
    score: float
    who: list[str]
    since_previous: str | None
    edited: bool
    key_sentence: str | None
    delteman: list[str]
    split: str | None
    stability: float | None
    code: str | None


class RemissvarRow(TypedDict):
    """A remissvar with its counts."""

    remissvar: str
    remissinstans: str | None
    remiss: str | None
    remiss_title: str | None
    dnr: str | None
    date: str | None
    decision_level: str | None
    status: str
    role: str
    message: str | None
    synpunkter: int
    teman: int
    pages: int | None
    ocr_confidence: float | None
    characters: int
    endorses: list[str]
    file: str
    part: str | None
    sha256: str


def synpunkt_rows(run: Run) -> list[SynpunktRow]:
    """Return one row a synpunkt, in the run's order."""
    view = RunView(run)
    rows: list[SynpunktRow] = []
    for point in run.synpunkter:
        remissvar = view.remissvar[point.remissvar]
        tema = view.tema.get(point.tema) if point.tema is not None else None
        remiss = view.remiss.get(remissvar.remiss) if remissvar.remiss is not None else None
        rows.append(
            {
                "synpunkt": point.id,
                "tema": point.tema,
                "rank": tema.rank if tema else None,
                "label": tema.label if tema else None,
                "deltema": view.deltema.get(point.id),
                "stance": point.stance,
                "reading": point.reading,
                "quote": point.quote,
                "remissinstans": remissvar.remissinstans,
                "voice": point.voice,
                "remiss": remissvar.remiss,
                "remiss_title": remiss.title if remiss else None,
                "remissvar": remissvar.id,
                "file": remissvar.file,
                "part": remissvar.part,
                "dnr": remissvar.dnr,
                "date": remissvar.date,
                "decision_level": remissvar.decision_level,
                "page": point.page,
                "line": point.line,
                "section": point.section,
                "refers_to": list(point.refers_to),
                "proposed_text": point.proposed_text.text if point.proposed_text else None,
                "start": point.spans[0].start,
                "end": point.spans[-1].end,
                "spans": list(map(list, point.spans)),
                "repeats": [list(map(list, place)) for place in point.repeats],
            }
        )
    return rows


def tema_rows(run: Run) -> list[TemaRow]:
    """Return one row a tema, in order of rank."""
    view = RunView(run)
    return [
        {
            "tema": tema.id,
            "rank": tema.rank,
            "label": tema.label,
            "keywords": list(tema.keywords),
            "remissinstanser": len(tema.remissinstanser),
            "remisser": len(tema.remisser),
            "remissvar": len(tema.remissvar),
            "synpunkter": len(tema.synpunkter),
            "forslag": tema.stances.get("forslag", 0),
            "kritik": tema.stances.get("kritik", 0),
            "fraga": tema.stances.get("fraga", 0),
            "positiv": tema.stances.get("positiv", 0),
            "neutral": tema.stances.get("neutral", 0),
            "score": tema.score,
            "who": list(tema.remissinstanser),
            "since_previous": tema.since_previous,
            "edited": tema.edited,
            "key_sentence": tema.key_sentence.reading if tema.key_sentence else None,
            "delteman": [part.label for part in tema.delteman],
            "split": view.split(tema) or None,
            "stability": tema.stability,
            "code": tema.code,
        }
        for tema in run.teman
    ]


def remissvar_rows(run: Run) -> list[RemissvarRow]:
    """Return one row a remissvar, reference documents and unreadable files among them."""
    view = RunView(run)
    teman: dict[str, set[str]] = {r.id: set() for r in run.remissvar}
    for s in run.synpunkter:
        if s.tema is not None:
            teman[s.remissvar].add(s.tema)
    return [
        {
            "remissvar": r.id,
            "remissinstans": r.remissinstans,
            "remiss": r.remiss,
            "remiss_title": view.remiss[r.remiss].title if r.remiss in view.remiss else None,
            "dnr": r.dnr,
            "date": r.date,
            "decision_level": r.decision_level,
            "status": r.status,
            "role": r.role,
            "message": r.message,
            "synpunkter": view.synpunkter_per_remissvar[r.id],
            "teman": len(teman[r.id]),
            "pages": len(r.pages) or None,
            "ocr_confidence": mean_confidence(r),
            "characters": len(r.text),
            "endorses": list(r.endorses),
            "file": r.file,
            "part": r.part,
            "sha256": r.sha256,
        }
        for r in run.remissvar
    ]


def matrix(run: Run) -> dict[str, dict[str, int]]:
    """Return who says how much about what: remissinstans → tema's id → number of synpunkter.

    Every remissinstans that answered has a row and every tema a column, in alphabetical order and in
    order of rank. Responses whose remissinstans is unknown have a row each, under the file's name.
    """
    view = RunView(run)
    counts = Counter(
        (view.instans(view.remissvar[s.remissvar]), s.tema) for s in run.synpunkter if s.tema is not None
    )
    who = sorted({view.instans(r) for r in view.answers}, key=str.casefold)
    return {name: {tema.id: counts[name, tema.id] for tema in run.teman} for name in who}
