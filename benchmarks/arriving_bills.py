"""RemissBench bills as twenty responses that arrive one by one, and whether teman keep their ids.

    python benchmarks/arriving_bills.py dev.jsonl [--bills 20] [--responses 20]

After each arrival the whole is grouped anew and ids are matched with those before. Printed: of the teman
whose synpunkter did not change, the share that kept their id; of all earlier teman, the share that lives on;
and the number of bills whose final teman differ from those of one run over everything (it must be 0).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from remissnlp import load_encoder
from remissnlp.records import Remissvar, Span, Synpunkt
from remissnlp.themes import build_teman
from remissnlp.themes.identity import Seen, assign_ids, centroids


def responses_of(bill: dict[str, object], count: int) -> list[tuple[Remissvar, list[Synpunkt]]]:
    """Deal a bill's points out to responses, every point to one."""
    points: list[dict[str, str]] = bill["points"]  # type: ignore[assignment]
    dealt = [points[n::count] for n in range(count)]
    found = []
    for n, some in enumerate(dealt):
        text, synpunkter, name = "", [], f"rv-{bill['bill']}-{n}"
        for m, point in enumerate(some):
            span = Span(len(text), len(text) + len(point["text"]))
            text += point["text"] + "\n\n"
            synpunkter.append(
                Synpunkt(f"{name}-{m}", name, (span,), point["text"], point["text"], "forslag", None, None, 1)
            )
        found.append((Remissvar(name, f"{name}.txt", "", text, remissinstans=f"Instans {n}"), synpunkter))
    return found


def main() -> None:
    """Let the bills arrive and print what became of the teman."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--bills", type=int, default=1000)
    parser.add_argument("--responses", type=int, default=20)
    arguments = parser.parse_args()
    encoder = load_encoder()
    unchanged = kept = earlier = alive = differing = bills = 0
    for line in arguments.file.read_text(encoding="utf-8").splitlines():
        bill = json.loads(line)
        if len({p["section"] for p in bill["points"]}) < 5 or bills == arguments.bills:
            continue
        bills += 1
        arriving = responses_of(bill, arguments.responses)
        before: list[Seen] = []
        vanished: dict[str, Seen] = {}
        known: set[str] = set()
        for n in range(1, len(arriving) + 1):
            remissvar = [r for r, _ in arriving[:n]]
            synpunkter = [s for _, some in arriving[:n] for s in some]
            teman, _ = build_teman(synpunkter, remissvar, encoder=encoder)
            middle = centroids(teman, synpunkter, encoder)
            new = [
                Seen(t.id, frozenset(t.synpunkter), np.array(middle[t.id], dtype=np.float32)) for t in teman
            ]
            ids = assign_ids(new, before, list(vanished.values()), known=known)
            named = [Seen(ids[t.id], t.synpunkter, t.centroid) for t in new]
            same = {t.synpunkter: t.id for t in before}
            unchanged += sum(t.synpunkter in same for t in named)
            kept += sum(same.get(t.synpunkter) == t.id for t in named)
            earlier += len(before)
            alive += len({t.id for t in before} & {t.id for t in named})
            vanished |= {t.id: t for t in before}
            vanished = {i: t for i, t in vanished.items() if i not in {t.id for t in named}}
            before, known = named, {s.id for s in synpunkter}
        backwards = [(r, some) for r, some in reversed(arriving)]
        whole, _ = build_teman(
            [s for _, some in backwards for s in some], [r for r, _ in backwards], encoder=encoder
        )
        differing += {frozenset(t.synpunkter) for t in whole} != {t.synpunkter for t in before}
    print(
        f"{bills} bills, {arguments.responses} responses each:"
        f" {kept} of {unchanged} unchanged teman kept their id ({kept / max(unchanged, 1):.1%});"
        f" {alive} of {earlier} earlier teman live on ({alive / max(earlier, 1):.1%});"
        f" {differing} bills with other teman than in one run"
    )


if __name__ == "__main__":
    main()
