"""The workbook: teman, synpunkter, who says what, and who answered, as tables to sort and filter.

Every row bears the id of what it shows, so that corrections made here can be read back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from remissnlp.news.diff import Diff
from remissnlp.records import Run
from remissnlp.reporting import words
from remissnlp.reporting.news import more, news_lead, news_sections, quoted, who
from remissnlp.reporting.office import created
from remissnlp.reporting.rows import SynpunktRow, matrix, remissvar_rows, synpunkt_rows, tema_rows
from remissnlp.reporting.sheets import Column, Sheet, Value, save

REASON: Final = "Skäl"
MERGE_WITH: Final = "Slå ihop med"
PIN: Final = "Fäst"
HIDE: Final = "Dölj"
NOT_SYNPUNKT: Final = "Ingen synpunkt"
TEMA_EDITS: Final = {MERGE_WITH: 12, PIN: 8, HIDE: 8, REASON: 30}
SYNPUNKT_EDITS: Final = {NOT_SYNPUNKT: 11, REASON: 30}
"""Columns that are there to be filled in, and their widths."""


def render_xlsx(run: Run, *, news: Diff | None = None, rows: Sequence[SynpunktRow] | None = None) -> bytes:
    """Return the workbook, with the sheets Teman, Synpunkter, Matris, Remissvar and, with news, Nytt.

    Columns with a brown head can be changed: `remissnlp.editing.workbook` reads them back.
    Nothing in it is a formula: text from documents stays text whatever it begins with.

    Parameters
    ----------
    run : Run
    news : Diff, optional
        What is new since the run before.
    rows : sequence of SynpunktRow, optional
        What `synpunkt_rows` gives for the run, where that has been asked already.
    """
    sheets = [
        _teman(run),
        _synpunkter(run, synpunkt_rows(run) if rows is None else rows),
        _matris(run),
        _remissvar(run),
    ]
    if news is not None:
        sheets.append(_nytt(news))
    return save(sheets, title=words.TITLE, description=run.id, when=created(run))


def _teman(run: Run) -> Sheet:
    columns = [
        Column("Rang", 7),
        Column("Tema", 44, is_editable=True),
        Column("Remissinstanser", 15),
        *(Column(title, 11) for title in ("Remisser", "Remissvar", "Synpunkter")),
        *(Column(name, 9) for name in words.STANCES.values()),
        Column("Kärnmening", 60),
        Column("Delade meningar", 40),
        Column("Delteman", 40),
        Column("Tas upp av", 40),
        Column("Nyckelord", 36),
        Column("Hur säkert", 18),
        Column("Stabilitet", 10),
        Column("Kod", 24),
        Column("Poäng", 9),
        Column("Sedan förra körningen", 22),
        Column("Rättat för hand", 10),
        *(Column(title, width, is_editable=True) for title, width in TEMA_EDITS.items()),
        Column("Tema-id", 16, is_id=True),
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
                row["key_sentence"],
                row["split"],
                "; ".join(row["delteman"]) or None,
                "; ".join(row["who"]),
                ", ".join(row["keywords"]),
                words.sureness(row["stability"]) or None,
                row["stability"],
                row["code"],
                round(row["score"], 3),
                words.SINCE_PREVIOUS[since] if since else None,
                "Ja" if row["edited"] else None,
                *(None for _ in TEMA_EDITS),
                row["tema"],
            ]
        )
    return Sheet("Teman", columns, rows, frozen="C2", printed=13)


def _synpunkter(run: Run, made: Sequence[SynpunktRow]) -> Sheet:
    columns = [
        Column("Rang", 7),
        Column("Tema", 32, is_editable=True),
        Column("Deltema", 28),
        Column("Hållning", 10, is_editable=True),
        Column("Synpunkt", 70),
        Column("Remissinstans", 26),
        Column("Särskilt uttalande", 20),
        Column("Remiss", 15),
        Column("Dnr", 15),
        Column("Datum", 11),
        Column("Sida", 7),
        Column("Rad", 7),
        Column("Står under", 28),
        Column("Gäller avsnitt", 24),
        Column("Föreslagen lydelse", 40),
        Column("Ordagrant ur texten", 70),
        Column("Fil", 30),
        *(Column(title, width, is_editable=True) for title, width in SYNPUNKT_EDITS.items()),
        Column("Synpunkt-id", 20, is_id=True),
        Column("Tema-id", 16, is_id=True),
        Column("Remissvar-id", 18, is_id=True),
    ]
    # In the order a reader meets them: teman by rank, best representative first, then the others.
    place = {name: n for n, name in enumerate(name for tema in run.teman for name in tema.synpunkter)}
    found = sorted(made, key=lambda row: place.get(row["synpunkt"], len(place)))
    rows: list[Sequence[Value]] = [
        [
            row["rank"],
            row["label"] if row["tema"] is not None else words.OTHERS,
            row["deltema"],
            words.STANCES[row["stance"]],
            row["reading"],
            row["remissinstans"] or words.UNKNOWN_INSTANS,
            row["voice"],
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
    return Sheet("Synpunkter", columns, rows, frozen="C2", printed=10)


def _matris(run: Run) -> Sheet:
    columns = [
        Column("Remissinstans", 34),
        *(Column(f"{tema.rank}. {tema.label}", 7) for tema in run.teman),
        Column("I teman", 9),
    ]
    counts = matrix(run)
    rows: list[Sequence[Value]] = [
        [who, *(n or None for n in row.values()), sum(row.values())] for who, row in counts.items()
    ]
    return Sheet("Matris", columns, rows, frozen="B2", printed=len(columns), is_matrix=True)


def _remissvar(run: Run) -> Sheet:
    columns = [
        Column("Remissinstans", 32, is_editable=True),
        Column("Remiss", 15),
        Column("Remissens titel", 44),
        Column("Dnr", 15),
        Column("Datum", 11),
        Column("Beslutsnivå", 16),
        Column("Svar", 26),
        Column("Anmärkning", 40),
        Column("Ansluter sig till", 28),
        *(Column(title, 11) for title in ("Synpunkter", "Teman", "Sidor", "Säkerhet i OCR", "Tecken")),
        Column("Fil", 40),
        Column(REASON, 30, is_editable=True),
        Column("Remissvar-id", 18, is_id=True),
    ]
    rows: list[Sequence[Value]] = [
        [
            row["remissinstans"] or words.UNKNOWN_INSTANS,
            row["remiss"],
            row["remiss_title"],
            row["dnr"],
            _date(row["date"]),
            words.DECISION_LEVELS[row["decision_level"]] if row["decision_level"] else None,
            words.STATUSES[row["status"]] if row["role"] == "remissvar" else words.ROLES[row["role"]],
            row["message"],
            "; ".join(row["endorses"]),
            row["synpunkter"],
            row["teman"],
            row["pages"],
            row["ocr_confidence"],
            row["characters"],
            row["file"] if row["part"] is None else f"{row['file']}/{row['part']}",
            None,
            row["remissvar"],
        ]
        for row in remissvar_rows(run)
    ]
    return Sheet("Remissvar", columns, rows, frozen="B2", printed=14)


def _nytt(news: Diff) -> Sheet:
    columns = [
        Column("Vad", 28),
        Column("Nytt sedan förra körningen", 60),
        Column("Synpunkt", 70),
        Column("Remissinstans", 26),
        Column("Synpunkt-id", 20, is_id=True),
        Column("Tema-id", 16, is_id=True),
    ]
    rows: list[Sequence[Value]] = []
    for section in news_sections(news):
        for item in section.items:
            text = f"{item.text} ({more(item)})" if item.more else item.text
            rows += [
                [section.title, text, quoted(quote), who(quote), quote.synpunkt, item.tema]
                for quote in item.quotes
            ] or [[section.title, text, None, None, None, item.tema]]
    return Sheet("Nytt", columns, rows or [[news_lead(news), *[None] * 5]], frozen="B2", printed=4)


def _date(text: str | None) -> Value:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text
