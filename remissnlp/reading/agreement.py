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
    pairs = Counter((other, h.remiss.value) for h in letterheads if h.remiss for other in h.also)
    same: dict[str, str] = {}
    for (other, number), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if number not in same:
            same.setdefault(other, number)
    return same


def one_name_each(records: list[Remissvar]) -> list[Remissvar]:
    """Count an administration's response as its board's, where the board answers elsewhere in the corpus."""
    names = sorted({r.remissinstans for r in records if r.remissinstans})
    boards = {stem(name): name for name in names if stem(name) and not is_administration(name)}

    def board_of(name: str | None) -> str | None:
        return boards.get(stem(name), name) if name and is_administration(name) else name

    return [replace(record, remissinstans=board_of(record.remissinstans)) for record in records]


def without_duplicates(records: list[Remissvar]) -> list[Remissvar]:
    """Give every record an id of its own; of identical files the first counts."""
    seen: dict[str, Remissvar] = {}
    times: Counter[str] = Counter()
    unique = []
    for record in records:
        times[record.id] += 1
        first = seen.setdefault(record.id, record)  # an id is the hash of what was read
        own_id = record.id if times[record.id] == 1 else f"{record.id}-{times[record.id]}"
        if first is not record and record.status in ("ok", "no_opinion"):
            message = f"Räknas inte: filen är en exakt kopia av {printable(first.source)}."
            unique.append(replace(record, id=own_id, status="reference", message=message))
        else:
            unique.append(replace(record, id=own_id))
    return unique


def count_titles(files: Iterable[Response], records: Iterable[Remissvar]) -> Mapping[str, Counter[str]]:
    """Count the titles that the responses' letterheads give each remiss."""
    titles: dict[str, Counter[str]] = {}
    for file, record in zip(files, records, strict=True):
        if record.remiss and file.letterhead and file.letterhead.title:
            titles.setdefault(record.remiss, Counter())[file.letterhead.title.value] += 1
    return titles


def answered_remisser(
    records: Iterable[Remissvar],
    metadata: Metadata,
    paths: Iterable[str],
    titles: Mapping[str, Counter[str]],
) -> tuple[Remiss, ...]:
    """Return the remisser that are answered; a person's title comes first, then the folder's."""
    from_folders: dict[str, str] = {}
    for path in paths:
        for part in nfc(path).split("/")[:-1]:
            named = from_folder_name(part)
            if named and named[1]:
                from_folders.setdefault(*named)
    remisser = []
    for number in sorted({r.remiss for r in records if r.remiss}):
        said = metadata.remiss(number)
        read = sorted(titles.get(number, {}).items(), key=lambda item: (-item[1], item[0]))
        title = said.get("title") or from_folders.get(number) or (read[0][0] if read else number)
        kind = cast(Kind, said.get("kind") or kind_of(title, number))
        remisser.append(Remiss(id=number, title=title, kind=kind))
    return tuple(remisser)
