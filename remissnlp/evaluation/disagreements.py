"""Every place where people and machine differ, as a list that a researcher can go through."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from remissnlp.evaluation.meeting import Meeting, places
from remissnlp.evaluation.records import CodedRow, Disagreement, Kind, Passage, Remark
from remissnlp.records import Span, Synpunkt, slice_text
from remissnlp.reporting import words

KINDS: Final[Mapping[Kind, str]] = {
    "missing": "Synpunkten är kodad men inte funnen",
    "uncoded": "Synpunkten är funnen men inte kodad",
    "theme": "Temat rymmer mest en annan kod",
    "stance": "Olika hållning",
    "coders": "Kodarna är oense",
    "unplaced": "Raden gick inte att använda",
}
COLUMNS: Final = (
    "Oenighet",
    "Fil",
    "Rad i texten",
    "Start",
    "Slut",
    "Citat",
    "Kodare",
    "Koder",
    "Tema",
    "Temats vanligaste kod",
    "Hållning, kodare",
    "Hållning, programmet",
    "Rad i kodningen",
    "Anmärkning",
    "Er bedömning",
)
# A spreadsheet runs what begins like this as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def find_disagreements(
    m: Meeting, rows: Sequence[CodedRow], unplaced: Iterable[Remark]
) -> tuple[Disagreement, ...]:
    """List every disagreement, in the order of the texts; rows without a place come last."""
    order = {name: i for i, name in enumerate(m.texts)}
    found = [*_of_passages(m), *_between_coders(m), *_not_coded(m)]
    file_order = {m.files[name]: i for name, i in order.items()}
    kinds = list(KINDS)
    found.sort(key=lambda d: (file_order[d.file], d.start or 0, kinds.index(d.kind), d.coder))
    row_of = {row.number: row for row in rows}
    return (*found, *(_of_row(remark, row_of.get(remark.row)) for remark in unplaced))


def _of_passages(m: Meeting) -> Iterator[Disagreement]:
    for passage, point in zip(m.passages, m.synpunkt, strict=True):
        if point is None:
            yield _at(m, "missing", passage.remissvar, passage.spans, passage=passage)
            continue
        if point.tema and m.main_code[point.tema] not in passage.codes:
            yield _at(m, "theme", passage.remissvar, passage.spans, passage=passage, point=point)
        if passage.stance and passage.stance != point.stance:
            yield _at(m, "stance", passage.remissvar, passage.spans, passage=passage, point=point)


def _between_coders(m: Meeting) -> Iterator[Disagreement]:
    for unit, by_coder in m.codes_of_units.items():
        if len(set(by_coder.values())) > 1:
            first = m.first_of_unit[unit]
            told = "; ".join(
                f"{name}: {', '.join(sorted(codes))}" for name, codes in sorted(by_coder.items())
            )
            passage, point = m.passages[first], m.synpunkt[first]
            yield _at(m, "coders", passage.remissvar, passage.spans, point=point, remark=told)


def _not_coded(m: Meeting) -> Iterator[Disagreement]:
    coded: dict[str, set[int]] = {}
    for passage in m.passages:
        own = m.characters(passage.remissvar, passage.spans)
        coded.setdefault(passage.remissvar, set()).update(own)
    for point in m.synpunkter:
        if not m.characters(point.remissvar, places(point)) & coded.get(point.remissvar, set()):
            yield _at(m, "uncoded", point.remissvar, point.spans, point=point)


def _at(
    m: Meeting,
    kind: Kind,
    remissvar: str,
    spans: tuple[Span, ...],
    *,
    passage: Passage | None = None,
    point: Synpunkt | None = None,
    remark: str = "",
) -> Disagreement:
    text = m.texts[remissvar]
    tema = point.tema if point else None
    return Disagreement(
        kind=kind,
        file=m.files[remissvar],
        line=text.count("\n", 0, spans[0].start) + 1,
        start=spans[0].start,
        end=spans[-1].end,
        quote=slice_text(text, spans),
        coder=passage.coder if passage else "",
        codes=tuple(sorted(passage.codes)) if passage else (),
        tema=m.labels.get(tema) if tema else None,
        tema_code=m.main_code.get(tema) if tema else None,
        stance=passage.stance if passage else None,
        tema_stance=point.stance if point else None,
        rows=passage.rows if passage else (),
        remark=remark,
    )


def _of_row(remark: Remark, row: CodedRow | None) -> Disagreement:
    return Disagreement(
        kind="unplaced",
        file=row.file if row else "",
        line=None,
        start=row.start if row else None,
        end=row.end if row else None,
        quote=row.quote if row else "",
        coder=row.coder if row else "",
        codes=row.codes if row else (),
        tema=None,
        tema_code=None,
        stance=row.stance if row else None,
        tema_stance=None,
        rows=(remark.row,),
        remark=remark.message,
    )


def cells(d: Disagreement) -> dict[str, str]:
    """Return a disagreement as a row of the table, in Swedish."""
    values = (
        KINDS[d.kind],
        d.file,
        d.line,
        d.start,
        d.end,
        " ".join(d.quote.split()),
        d.coder,
        " | ".join(d.codes),
        d.tema,
        d.tema_code,
        words.STANCES[d.stance] if d.stance else None,
        words.STANCES[d.tema_stance] if d.tema_stance else None,
        ", ".join(str(row) for row in d.rows),
        d.remark,
        "",
    )
    return {name: "" if value is None else str(value) for name, value in zip(COLUMNS, values, strict=True)}


def render_csv(disagreements: Iterable[Disagreement]) -> bytes:
    """Return the list as a csv that a Swedish Excel opens: semicolon, UTF-8 with a byte order mark.

    Text that a spreadsheet would run as a formula has an apostrophe before it. The last column is left for
    the reader.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _safe(cell) for name, cell in cells(d).items()} for d in disagreements)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
