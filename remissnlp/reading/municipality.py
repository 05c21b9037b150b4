"""Which municipality's a board is: every one of them may have a kulturnämnd."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from remissnlp.reading.document import Document
from remissnlp.reading.names import canonical, stem
from remissnlp.reading.sender import is_organisation, letterhead
from remissnlp.records import Remissvar

_KIND = re.compile(r"s? (?:kommun|stad)$|^region ", re.I)


def find_municipality(document: Document) -> str | None:
    """Return the municipality or region that a letterhead names on a line of its own, if it is only one.

    With two, one may be the one that the letter is sent to.
    """
    cells = (canonical(document.readable(cell.span)) for cell in letterhead(document))
    named = {_key(name): name for name in cells if _KIND.search(name) and is_organisation(name)}
    return next(iter(named.values())) if len(named) == 1 else None


def boards_apart(
    records: Sequence[Remissvar], municipalities: Sequence[str | None], settled: Collection[int]
) -> list[Remissvar]:
    """Tell boards of one name apart where their letters are from different municipalities.

    Parameters
    ----------
    records : sequence of Remissvar
    municipalities : sequence of str or None
        That of each, see `find_municipality`.
    settled : collection of int
        Places of the records whose remissinstans a person has said.

    Returns
    -------
    list of Remissvar
        "Kulturnämnden i Ale kommun", where others are of other municipalities; all else as it was.
    """
    of_board: dict[str, set[str]] = {}
    for record, municipality in zip(records, municipalities, strict=True):
        if record.remissinstans and municipality and stem(record.remissinstans):
            of_board.setdefault(record.remissinstans, set()).add(_key(municipality))
    apart = list(records)
    for place, (record, municipality) in enumerate(zip(records, municipalities, strict=True)):
        name = record.remissinstans
        if municipality and name and place not in settled and len(of_board.get(name, ())) > 1:
            apart[place] = replace(record, remissinstans=f"{name} i {municipality}")
    return apart


def _key(name: str) -> str:
    """Return a municipality's name without what two ways of writing it may differ in."""
    return _KIND.sub("", name).lower()
