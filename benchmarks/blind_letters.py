#!/usr/bin/env python3
"""How a folder of letters as they come in is read: who answers what, and which synpunkter they hold.

    python benchmarks/blind_letters.py FOLDER [--show]

FOLDER holds ``corpus/``, the letters in any format, and ``key.json``, a list with an object for each letter::

    {"file": "path in corpus", "counts_as_response": true,
     "remissinstans": "…", "acceptable": ["other forms"],
     "dnr": "…" or null, "remiss_dnr": "…" or null, "date": "2026-02-17" or null,
     "synpunkter": [{"quote": "verbatim sentence", "stance": "positiv|kritik|forslag|fraga|neutral"}]}

A field is right, asked for (nothing was read, so a warning asks) or silently wrong, which is the worst. A
synpunkt of the key is found where synpunkter cover at least half of its characters; one that was made is
right where the key covers at least half of it. The stance is counted on those found.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from remissnlp.extraction import extract
from remissnlp.reading import read_corpus
from remissnlp.records import Remissvar, Synpunkt

_FIELDS = ("remissinstans", "remiss", "dnr", "date")


def plain(value: str | None) -> str:
    """Return a name or number without what two ways of writing it may differ in."""
    return re.sub(r"[\s:/-]+", "", (value or "").lower())


def wanted(entry: dict[str, Any], field: str) -> list[str]:
    """Return the readings of a field that are right, plain."""
    key = entry["remiss_dnr" if field == "remiss" else field]
    values = key if isinstance(key, list) else [key]
    return [
        plain(value)
        for value in (*values, *(entry.get("acceptable", []) if field == "remissinstans" else []))
    ]


def is_right(entry: dict[str, Any], field: str, read: str | None) -> bool:
    """Tell whether a field is read rightly; of a remiss a report's number will do, and its folder's."""
    right = wanted(entry, field)
    return plain(read) in right or (
        field == "remiss" and read is not None and (right == [""] or read.startswith(("SOU ", "Ds ")))
    )


def locate(text: str, quote: str) -> set[int]:
    """Return the places of the visible characters of `quote` in `text`, however its lines are broken."""
    visible = [i for i, char in enumerate(text) if not (char.isspace() or char in "-\u00ad")]
    compact = "".join(text[i] for i in visible)
    wanted_text = re.sub(r"[\s\u00ad-]+", "", quote)
    at = compact.find(wanted_text)
    if at < 0:  # a page's foot in mid-sentence
        at, last = compact.find(wanted_text[:30]), compact.find(wanted_text[-30:])
        found = 0 <= at < last < at + len(wanted_text) + 400
        return set(visible[at : last + 30]) if found else set()
    return set(visible[at : at + len(wanted_text)])


def places(text: str, point: Synpunkt, *, repeats: bool = True) -> set[int]:
    """Return where a synpunkt stands, and where it is repeated."""
    spans = [*point.spans, *(span for place in point.repeats for span in place if repeats)]
    return {
        i
        for start, end in spans
        for i in range(start, end)
        if not (text[i].isspace() or text[i] in "-\u00ad")
    }


class Score:
    """What is counted over the letters of one folder."""

    def __init__(self) -> None:
        self.fields: dict[str, Counter[str]] = defaultdict(Counter)
        self.points: Counter[str] = Counter()
        self.faults: list[str] = []

    def add_fields(self, entry: dict[str, Any], record: Remissvar) -> None:
        """Count what was read of a letterhead."""
        for field in _FIELDS:
            read = getattr(record, field)
            told = "right" if is_right(entry, field, read) else "asked for" if read is None else "WRONG"
            self.fields[field][told] += 1
            if told != "right":
                self.faults.append(f"{told} {field}: {record.source}: {read!r} for {wanted(entry, field)}")

    def add_points(self, entry: dict[str, Any], records: list[Remissvar]) -> None:
        """Count the synpunkter of a file's documents."""
        found = [(record, point) for record in records for point in extract(record).synpunkter]
        keyed: dict[str, set[int]] = defaultdict(set)
        for one in entry["synpunkter"]:
            own = {record.id: locate(record.text, one["quote"]) for record in records}
            for number, where in own.items():
                keyed[number] |= where
            shared = [(len(places(r.text, p) & own[r.id]), p.stance) for r, p in found]
            covered, stance = max(shared, default=(0, ""), key=lambda pair: pair[0])
            hit = 2 * sum(n for n, _ in shared) >= max(1, sum(map(len, own.values())))
            self.points.update(key=1, found=hit, stance=hit and stance == one["stance"])
            if not hit or stance != one["stance"]:
                told = f"read as {stance}" if hit and covered else "missed"
                self.faults.append(f"{told}: {one['stance']}: {one['quote']}")
        for record, point in found:
            own_places = places(record.text, point, repeats=False)
            right = 2 * len(own_places & keyed[record.id]) >= max(1, len(own_places))
            self.points.update(made=1, right=right)
            if not right:
                self.faults.append(f"made: {point.stance}: {' '.join(point.quote.split())}")


def main() -> None:
    """Score one folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="list every fault")
    arguments = parser.parse_args()
    score, by_file = Score(), defaultdict(list)
    for record in read_corpus(arguments.folder / "corpus").remissvar:
        by_file[record.file].append(record)
    for entry in json.loads((arguments.folder / "key.json").read_text(encoding="utf-8")):
        counted = [r for r in by_file[entry["file"]] if r.status in ("ok", "no_opinion")]
        told = "right" if bool(counted) == entry["counts_as_response"] else "WRONG"
        score.fields["counted"][told] += 1
        if told == "WRONG":
            score.faults.append(f"WRONG counted: {entry['file']}")
        if entry["counts_as_response"] and counted:
            score.add_fields(entry, counted[0])
        # What is left out misses its synpunkter, and what should have been makes some.
        score.add_points(entry if entry["counts_as_response"] else {"synpunkter": []}, counted)
    for field, counts in score.fields.items():
        print(f"{field}: " + ", ".join(f"{counts[told]} {told}" for told in ("right", "asked for", "WRONG")))
    points = score.points
    print(
        f"synpunkter: recall {points['found'] / max(1, points['key']):.3f} of {points['key']}, "
        f"precision {points['right'] / max(1, points['made']):.3f} of {points['made']}, "
        f"stance {points['stance'] / max(1, points['found']):.3f} of {points['found']}"
    )
    if arguments.show:
        print("\n".join(score.faults))


if __name__ == "__main__":
    main()
