"""Write text without the bills of a benchmark, for an encoder that has not read what it is measured on.

    python benchmarks/unread.py TEXT... --bills TRAIN.jsonl --out FOLDER

The embedded encoder has read the training bills of RemissBench, so what is fitted on them with its vectors
trusts vectors too much. Written are FOLDER/text/, the texts (``.txt`` or ``.xz``, one paragraph a line, a
blank line between documents) without the documents that quote two points or more of some bill, and
FOLDER/unread.jsonl, the bills that were found and of which nothing is left. Then:

    remissnlp train-encoder FOLDER/text --out FOLDER/model
    python benchmarks/fit_themes.py FOLDER/unread.jsonl --model FOLDER/model
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.passages import Passages, find_texts, read_passages

TELLING = 80
"""Characters at the beginning of a point that tell it from any other sentence."""
FEWEST = 2
"""Points of one bill in a document from which on the document quotes the bill."""


def quoting(passages: Passages, points: list[list[str]]) -> list[set[int]]:
    """Return for the points of each bill the documents that quote them."""
    wanted = {text[:TELLING] for some in points for text in some}
    stands_in: dict[str, set[int]] = {}
    for sentence, document in zip(passages.sentences, passages.document.tolist(), strict=True):
        if sentence[:TELLING] in wanted:
            stands_in.setdefault(sentence[:TELLING], set()).add(document)
    found = []
    for some in points:
        openings = {text[:TELLING] for text in some}
        count = Counter(document for opening in openings for document in stands_in.get(opening, ()))
        found.append({document for document, times in count.items() if times >= FEWEST})
    return found


def write_text(passages: Passages, folder: Path) -> None:
    """Write every source of the passages as text: one paragraph a line, a blank line between documents."""
    folder.mkdir(parents=True, exist_ok=True)
    for source, name in enumerate(passages.sources):
        rows = np.flatnonzero(passages.source == source)
        with (folder / f"{name.split('.')[0]}.txt").open("w", encoding="utf-8") as file:
            for start, stop in pairwise(_starts(passages.paragraph[rows])):
                if start and passages.document[rows[start]] != passages.document[rows[start - 1]]:
                    file.write("\n")
                file.write(" ".join(passages.sentences[i] for i in rows[start:stop].tolist()) + "\n")


def _starts(numbers: NDArray[np.int32]) -> list[int]:
    return np.flatnonzero(np.r_[True, np.diff(numbers) != 0, True]).tolist() if len(numbers) else []


def main() -> None:
    """Write the text and the bills, and print how much was left out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--bills", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    passages = read_passages(find_texts(given.texts))
    lines = given.bills.read_text(encoding="utf-8").splitlines()
    quotes = quoting(passages, [[point["text"] for point in json.loads(line)["points"]] for line in lines])
    left_out = set().union(*quotes)
    write_text(passages.select(~np.isin(passages.document, sorted(left_out))), given.out / "text")
    unread = [line for line, documents in zip(lines, quotes, strict=True) if documents]
    (given.out / "unread.jsonl").write_text("".join(f"{line}\n" for line in unread), encoding="utf-8")
    print(f"Left out {len(left_out)} documents; {len(unread)} of {len(lines)} bills are surely unread.")


if __name__ == "__main__":
    main()
