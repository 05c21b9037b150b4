"""The statements of a corpus added one at a time, in every order: the same teman, right ids.

python benchmarks/arriving_statements.py corpus
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import tempfile
from pathlib import Path

import remissnlp
from remissnlp.records import Run


def content(run: Run) -> object:
    """Return all that a run says of its teman, ids aside."""
    rank = {t.id: t.rank for t in run.teman}
    return (
        run.fingerprint,
        [(t.rank, t.label, t.keywords, t.stances, t.synpunkter, t.score) for t in run.teman],
        [(s.id, rank.get(s.tema or "")) for s in run.synpunkter],
        run.coverage,
        run.warnings,
    )


def main() -> None:
    """Add the statements in every order and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus
    whole = content(remissnlp.run(corpus))
    files = sorted(p.relative_to(corpus) for p in corpus.rglob("*.txt"))
    extra = [p.relative_to(corpus) for p in corpus.rglob("*.toml")]
    orders = different = unchanged = kept = 0
    for order in itertools.permutations(files):
        orders += 1
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            before: dict[frozenset[str], str] = {}
            for n, file in enumerate(order):
                for path in [file, *(extra if n + 1 == len(order) else [])]:
                    (place / "c" / path).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(corpus / path, place / "c" / path)
                run = remissnlp.run(place / "c", out=place / "r")
                now = {frozenset(t.synpunkter): t.id for t in run.teman}
                unchanged += len(now.keys() & before.keys())
                kept += sum(before[m] == now[m] for m in now.keys() & before.keys())
                before = now
            different += content(run) != whole
    print(
        f"{orders} orders of {len(files)} statements: {different} with other teman than in one run; {kept} of"
        f" {unchanged} unchanged teman kept their id"
    )


if __name__ == "__main__":
    main()
