"""What only the documents together show of one: that it was sent out, or only goes with a response."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from remissnlp.reading.response import Response
from remissnlp.reading.roles import ENCLOSURE, SENT_OUT
from remissnlp.reading.source import printable
from remissnlp.records import Remissvar

_COUNTED = ("ok", "no_opinion")
_OPENING = 800
_SHORTEST_TITLE = 12
_FEWEST_HEADINGS = 3
_SHORTEST_WITH_HEADINGS = 300  # words: the letter that a remiss is sent out with is shorter


def with_sent_out(
    files: Sequence[Response],
    records: Sequence[Remissvar],
    titles: Mapping[str, Iterable[str]],
    settled: frozenset[int],
) -> list[Remissvar]:
    """Find what was sent out: it says so, or it opens with the title that others answer.

    Parameters
    ----------
    files : sequence of Response
    records : sequence of Remissvar
        Their records, with the remiss that the folder or letterhead gives.
    titles : mapping of str to iterable of str
        The titles of each remiss that is answered.
    settled : frozenset of int
        Places of the records that a person has spoken about.

    Returns
    -------
    list of Remissvar
        What was sent out has role "remisshandling" and the number of the remiss it belongs to.
    """
    folded = {number: {fold(title) for title in names} for number, names in titles.items()}
    answered = {record.remiss for record in records if record.status in _COUNTED and record.remiss}
    result = []
    for place, (file, record) in enumerate(zip(files, records, strict=True)):
        said = record.role == "remisshandling"
        could_be = (record.role == "underlag" or file.doubt) and len(file.headings) >= _FEWEST_HEADINGS
        if not said and (place in settled or not could_be):
            result.append(record)
            continue
        opening = fold(record.text[:_OPENING])
        titled = [
            number
            for number, names in sorted(folded.items())
            if any(len(name) >= _SHORTEST_TITLE and name in opening for name in names)
        ]
        if not said and not titled:
            result.append(record)
            continue
        numbers = [number for number in file.numbers if number in answered]
        remiss = next(iter([*numbers, *titled]), None) or record.remiss or next(iter(file.numbers), None)
        if place in settled:
            result.append(replace(record, remiss=record.remiss or remiss))
            continue
        result.append(
            replace(
                record,
                status="reference",
                role="remisshandling",
                message=SENT_OUT,
                remiss=remiss,
                remissinstans=None,
                dnr=None,
                date=None,
                decision_level=None,
            )
        )
    return result


def with_enclosures(
    files: Sequence[Response], records: Sequence[Remissvar], settled: frozenset[int]
) -> list[Remissvar]:
    """Set aside covering letters and minutes where the response that they go with is there.

    It is there if another document of the same file, or of the same remissinstans on the same remiss,
    is counted.
    """
    covers = {
        place
        for place, (file, record) in enumerate(zip(files, records, strict=True))
        if file.is_cover and record.status in _COUNTED and place not in settled
    }
    responses = [r for i, r in enumerate(records) if r.status in _COUNTED and i not in covers]
    in_file = {record.file for record in responses}
    answers = {_who(record): record for record in reversed(responses) if record.remissinstans}
    result = list(records)
    for place in covers:
        record = records[place]
        beside = answers.get(_who(record)) if record.remissinstans else None
        if record.file in in_file or beside is not None:
            message = f"{ENCLOSURE[:-1]}; svaret är {printable(beside.source)}." if beside else ENCLOSURE
            result[place] = replace(record, status="reference", role="bilaga", message=message)
    return result


def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case, for comparison."""
    return "".join(re.findall(r"[^\W_]", text.lower()))


def headings_of(files: Iterable[Response], records: Iterable[Remissvar]) -> Mapping[str, tuple[str, ...]]:
    """Return the headings of what was sent out, by remiss; several documents follow on each other."""
    found: dict[str, dict[str, None]] = {}
    for file, record in zip(files, records, strict=True):
        if record.role != "remisshandling" or not record.remiss:
            continue
        if len(record.text.split()) >= _SHORTEST_WITH_HEADINGS:
            found.setdefault(record.remiss, {}).update(dict.fromkeys(file.headings))
    return {number: tuple(headings) for number, headings in found.items()}


def _who(record: Remissvar) -> tuple[str | None, str | None]:
    return record.remiss, record.remissinstans
