"""What only the responses together show: one number a remiss, one name a remissinstans, copies, titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from remissnlp.reading.metadata import Metadata, nfc
from remissnlp.reading.names import is_administration, stem
from remissnlp.reading.registration import from_folder_name
from remissnlp.reading.response import Response
from remissnlp.reading.source import printable
from remissnlp.reading.subject import kind_of
from remissnlp.records import Kind, Remiss, Remissvar


def same_remiss(files: Iterable[Response]) -> Mapping[str, str]:
    """Map every other number that some response gives for a remiss to the number it is counted under."""
    letterheads = [file.letterhead for file in files if file.letterhead]
    answers = [(h.remiss.value, h.also) for h in letterheads if h.remiss]
    given = Counter(number for number, _ in answers)
    pairs: Counter[tuple[str, str]] = Counter()
    for number, also in answers:
        for other in also:
            # What one letter seems to say of a number does not outweigh what the others call the remiss.
            turned = given[other] > given[number]
            pairs[(number, other) if turned else (other, number)] += 1
    same: dict[str, str] = {}
    for (other, number), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if number not in same:
            same.setdefault(other, number)
    return same


def one_name_each(records: list[Remissvar]) -> list[Remissvar]:
    """Count an administration's response as its board's, where the board answers elsewhere in the corpus."""
    names = sorted({r.remissinstans for r in records if r.remissinstans})
    boards = {stem(name): name for name in names if stem(name) and not is_administration(name)}

    def with_board(record: Remissvar) -> Remissvar:
        name = record.remissinstans
        board = boards.get(stem(name)) if name and is_administration(name) else None
        return record if board is None else replace(record, remissinstans=board)

    return [with_board(record) for record in records]


def without_duplicates(records: list[Remissvar]) -> list[Remissvar]:
    """Give every record an id of its own; of identical files that answer the same remiss the first counts."""
    seen: dict[tuple[str, str | None, str | None], Remissvar] = {}
    times: Counter[str] = Counter()
    unique = []
    for record in records:
        times[record.id] += 1
        # An id is the hash of what was read; a person may have said that two are not the same.
        first = seen.setdefault((record.id, record.remiss, record.remissinstans), record)
        own_id = record.id if times[record.id] == 1 else f"{record.id}-{times[record.id]}"
        if first is not record and record.status in ("ok", "no_opinion"):
            message = f"Räknas inte: filen är en exakt kopia av {printable(first.source)}."
            unique.append(replace(record, id=own_id, status="reference", role="dubblett", message=message))
        else:
            unique.append(record if own_id == record.id else replace(record, id=own_id))
    return unique


def count_titles(files: Iterable[Response], records: Iterable[Remissvar]) -> Mapping[str, Counter[str]]:
    """Count the titles that the responses' letterheads give each remiss."""
    titles: dict[str, Counter[str]] = {}
    for file, record in zip(files, records, strict=True):
        if record.remiss and file.letterhead and file.letterhead.title and not file.doubt:
            titles.setdefault(record.remiss, Counter())[file.letterhead.title.value] += 1
    return titles


def titles_of(
    files: Iterable[Response],
    records: Iterable[Remissvar],
    metadata: Metadata,
    paths: Iterable[str],
) -> Mapping[str, list[str]]:
    """Return the titles of each remiss: a person's, the folder's, then the letterheads', commonest first."""
    found: dict[str, list[str]] = {}
    for path in paths:
        for part in nfc(path).split("/")[:-1]:
            named = from_folder_name(part)
            if named and named[1]:
                found.setdefault(named[0], []).append(named[1])
    for number, counted in count_titles(files, records).items():
        found.setdefault(number, []).extend(sorted(counted, key=lambda title: (-counted[title], title)))
    said = {number: about["title"] for number, about in metadata.remisser.items() if about.get("title")}
    return {
        number: list(dict.fromkeys([*([said[number]] if number in said else []), *found.get(number, [])]))
        for number in {*said, *found}
    }


def answered_remisser(
    records: Iterable[Remissvar],
    metadata: Metadata,
    titles: Mapping[str, list[str]],
    headings: Mapping[str, tuple[str, ...]],
) -> tuple[Remiss, ...]:
    """Return the remisser that the records belong to, by number."""
    remisser = []
    for number in sorted({r.remiss for r in records if r.remiss}):
        title = next(iter(titles.get(number, ())), number)
        kind = cast(Kind, metadata.remiss(number).get("kind") or kind_of(title, number))
        remisser.append(Remiss(id=number, title=title, kind=kind, headings=headings.get(number, ())))
    return tuple(remisser)
