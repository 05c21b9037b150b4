"""New responses added to teman that are there, against the whole grouped anew.

    python benchmarks/added_or_regrouped.py dev.jsonl [--points 4000] [--share 0.1]

Bills of RemissBench are taken together as one large consultation, every bill's points dealt out to twenty
responses. All but the last `share` of the responses are grouped at once; the rest is added. Printed: how well
both agree with the bills' sections, and with each other (AMI and B-cubed F1), and the seconds each took.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
from arriving_bills import responses_of
from bills import score_labels

from remissnlp import load_encoder
from remissnlp.records import Synpunkt
from remissnlp.themes.adding import add_synpunkter
from remissnlp.themes.building import build_base, placed

RESPONSES = 20


def numbers(names: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Number names, equal ones alike."""
    number = {name: n for n, name in enumerate(sorted(set(names)))}
    return np.array([number[name] for name in names], dtype=np.int64)


def labels(synpunkter: tuple[Synpunkt, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return the tema of every synpunkt; one that stands alone is a tema of its own."""
    return numbers([s.tema or s.id for s in synpunkter])


def main() -> None:
    """Group, add and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--points", type=int, default=4000)
    parser.add_argument("--share", type=float, default=0.1)
    arguments = parser.parse_args()
    encoder = load_encoder()
    dealt, gold = [], {}
    for line in arguments.file.read_text(encoding="utf-8").splitlines():
        bill = json.loads(line)
        sections = [p["section"] for p in bill["points"]]
        if len(set(sections)) < 5 or len(gold) + len(sections) > arguments.points:
            continue
        for n, (remissvar, synpunkter) in enumerate(responses_of(bill, RESPONSES)):
            dealt.append((remissvar, synpunkter))
            for synpunkt, section in zip(synpunkter, sections[n::RESPONSES], strict=True):
                gold[synpunkt.id] = f"{bill['bill']}/{section}"
    first = RESPONSES - round(RESPONSES * arguments.share)
    early = [pair for n, pair in enumerate(dealt) if n % RESPONSES < first]
    remissvar, synpunkter = [r for r, _ in dealt], [s for _, some in dealt for s in some]
    begun = time.perf_counter()
    whole = placed(synpunkter, build_base(synpunkter, remissvar, encoder=encoder)[0])
    whole_took = time.perf_counter() - begun
    early_synpunkter = [s for _, some in early for s in some]
    _, base = build_base(early_synpunkter, [r for r, _ in early], encoder=encoder)
    assert base is not None
    begun = time.perf_counter()
    added = placed(synpunkter, add_synpunkter(base, synpunkter, remissvar, encoder=encoder))
    added_took = time.perf_counter() - begun
    new = {s.id for s in synpunkter} - {s.id for s in early_synpunkter}
    print(f"{len(synpunkter)} synpunkter, {len(new)} of them added")
    truth = numbers([gold[s.id] for s in synpunkter])
    picked = [i for i, s in enumerate(synpunkter) if s.id in new]
    pairs = [("grouped anew", truth, labels(whole)), ("added", truth, labels(added))]
    pairs.append(("one against the other", labels(whole), labels(added)))
    for name, one, other in pairs:
        took = {"grouped anew": whole_took, "added": added_took}.get(name)
        seconds = f", {took:.2f} s" if took is not None else ""
        ami, b3 = score_labels(other, one)
        own, _ = score_labels(other[picked], one[picked])
        print(f"{name}: AMI {ami:.3f}, B3 {b3:.3f}; the new ones alone: AMI {own:.3f}{seconds}")
    alone = sum(s.tema is None for s in whole), sum(s.tema is None for s in added)
    print(f"in no tema: {alone[0]} grouped anew, {alone[1]} added")


if __name__ == "__main__":
    main()
