"""The labelled fields of a letterhead: "Dnr AMF 2024/649", "Datum: 2024-09-18", or set as a small table.

Three ways of setting them are read: label and value on one line, a row of labels above a row of values,
and a column of labels followed by the column of their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from remissnlp.reading.dates import DATE
from remissnlp.reading.registration import NUMBER
from remissnlp.reading.wording import swedish
from remissnlp.records import Span

Label = Literal["own", "remiss", "date", "meeting", "subject", "sender", "other"]

# The order matters: "Er beteckning" before "Beteckning". "other" takes what must not be read as ours: the
# remitter's date, the last day for answers, the day of arrival.
_WORDS: tuple[tuple[Label, str], ...] = (
    (
        "remiss",
        r"(?:ert?|eder|motpartens)[ ](?:dnr|diarie(?:nummer|nr)|beteckning|ref(?:erens)?(?:/dnr)?"
        r"|ärende(?:nummer|nr|beteckning|id)?)|remiss(?:ens)?[ -]?(?:dnr|diarie(?:nummer|nr)|nummer)",
    ),
    (
        "other",
        r"(?:ert|er)[ ]datum|remisstid|svars?(?:datum|dag)|sista[ ]svars?(?:datum|dag)|svar[ ]senast"
        r"|inkom(?:men|met)?|ankom|giltig[ ]till",
    ),
    (
        "own",
        r"(?:(?:vårt?|vår)[ ])?(?:dnr|diarie(?:nummer|nr)|beteckning)"
        r"|(?:(?:vårt?|vår)[ ])?(?:ref(?:erens)?(?:/dnr|nummer|nr)?)"
        r"|(?:vårt?|vår)[ ]ärende(?:nummer|nr)?|ärende(?:nummer|nr|beteckning|id)",
    ),
    ("meeting", r"sammanträdesdatum|beslutsdatum|sammanträde"),
    ("date", r"(?:(?:vårt|dokument|skrivelsens)[ ]?)?datum|daterad|utfärda[dt]|upprätta[dt]|skickat|date"),
    ("subject", r"ärende|ämne|rubrik|angående|avseende|gäller|subject"),
    ("sender", r"från|avsändare|remissinstans|svarande|organisation|myndighet|from"),
)
_LABELS = tuple((label, swedish(rf"(?:{words})", re.I)) for label, words in _WORDS)
_VALUE = re.compile(rf"(?:{NUMBER})|(?:{DATE})|\d{{5,10}}(?!\d)", re.I)
# A cell is a stretch of a line without a tab or two spaces in it.
_CELL = re.compile(r"\S+(?: \S+)*")
# What mail programs write around a date: "onsdag 3 september 2025 10:45".
_WEEKDAY = swedish(r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en)?,? ", re.I)
_TIME = re.compile(r"(?:kl\.? ?|klockan )?\d{1,2}[:.]\d\d\b", re.I)
_PAGE = re.compile(r"(?:sida|sid)\b|\d+ ?\(\d+\)$", re.I)


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value and where it stands."""

    label: Label
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    label: Label | None
    value: str
    value_start: int


def find_fields(text: str) -> list[Field]:
    """Return the labelled values of a document, in order.

    Parameters
    ----------
    text : str
        The document.
    """
    rows = [row for row in _rows(text) if row]
    found: list[Field] = []
    taken: set[int] = set()
    for i, row in enumerate(rows):
        for cell in row:
            if cell.label and cell.value:
                found.append(Field(cell.label, cell.value, _span(cell.value_start, cell.value)))
        pairs = _pairs_below(rows, i) if i not in taken else []
        for label, value in pairs:
            found.append(Field(label, value.text, _span(value.start, value.text)))
        if pairs:
            taken.update(range(i, i + len(pairs)))
    return sorted(found, key=lambda field: field.span)


def _span(start: int, value: str) -> Span:
    return Span(start, start + len(value))


def _rows(text: str) -> Iterator[list[_Cell]]:
    for line in re.finditer(r"[^\n\r]+", text):
        stretches = _CELL.finditer(line.group())
        yield [c for m in stretches for c in _cells(m.group(), line.start() + m.start())]


def _cells(text: str, start: int) -> Iterator[_Cell]:
    """Cut a stretch into cells; one space is enough between a labelled value and the next label."""
    while text:
        cell = _cell(text, start)
        yield cell
        used = cell.value_start + len(cell.value) - start
        rest = text[used:].lstrip()
        start += len(text) - len(rest)
        text = rest


def _cell(text: str, start: int) -> _Cell:
    for label, words in _LABELS:
        match = words.match(text)
        if not match:
            continue
        mark = re.compile(r"(?:[ ]\([^()]{2,30}\))?[ ]?[.:]?[ ]*").match(text, match.end())
        after = mark.end() if mark else match.end()
        if after == len(text):
            return _Cell(text, start, label, "", start + after)
        if after == match.end():  # the label is only the beginning of a word
            continue
        is_text = label in ("subject", "sender")
        if is_text and ":" in text[match.end() : after]:
            return _Cell(text, start, label, text[after:], start + after)
        # Without a colon only a number or a date is a value: "Datum 2024-09-18", not "Från början".
        weekday = _WEEKDAY.match(text, after)
        after = weekday.end() if weekday and label == "date" else after
        value = None if is_text else _VALUE.match(text, after)
        if value and _ends_well(text, value.end()):
            return _Cell(text[: value.end()], start, label, value.group(), start + after)
    return _Cell(text, start, None, text, start)


def _ends_well(text: str, end: int) -> bool:
    """Tell whether a value ends where the stretch does, or where the next label begins."""
    rest = text[end:].lstrip(" ,;")
    return (
        not rest
        or any(words.match(rest) for _, words in _LABELS)
        or bool(_PAGE.match(rest) or _TIME.match(rest) or rest.startswith("("))
    )


def _pairs_below(rows: list[list[_Cell]], i: int) -> list[tuple[Label, _Cell]]:
    """Pair bare labels with the values that follow: the next row's cells, or as many rows as labels."""
    row = rows[i]
    below = rows[i + 1] if i + 1 < len(rows) else []
    bare = [cell for cell in row if cell.label and not cell.value]
    if bare and len(row) > 1 and len(row) > len(bare):  # labels on a line with other things
        if len(below) == len(row):
            return [
                (a.label, b)
                for a, b in zip(row, below, strict=True)
                if a in bare and a.label and _is_value(b)
            ]
        if row[-1] not in bare:
            return []
        if len(below) > 1:
            return [(row[-1].label, below[-1])] if row[-1].label and _is_value(below[-1]) else []
        row = row[-1:]
    if not all(cell.label and not cell.value for cell in row):
        return []
    if len(row) > 1:
        if len(below) != len(row) or any(cell.label for cell in below):
            return []
        return [(label.label, value) for label, value in zip(row, below, strict=True) if label.label]
    labels = 1
    while i + labels < len(rows) and _is_bare_label(rows[i + labels]):
        labels += 1
    values = rows[i + labels : i + 2 * labels]
    if len(values) < labels or any(len(v) != 1 or v[0].label for v in values):
        return []
    if not all(_VALUE.fullmatch(v[0].text) for v in values):
        return []
    return [(r[-1].label, v[0]) for r, v in zip(rows[i : i + labels], values, strict=True) if r[-1].label]


def _is_value(cell: _Cell) -> bool:
    return not cell.label and bool(_VALUE.fullmatch(cell.text))


def _is_bare_label(row: list[_Cell]) -> bool:
    return len(row) == 1 and bool(row[0].label) and not row[0].value
