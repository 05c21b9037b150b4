"""Makes the table behind `remissnlp.themes.binding` from texts: what words are followed by, or end before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from remissnlp.embedding.words import BONDS
from remissnlp.themes.binding import FOLLOWERS, LEAST, LEVELS
from remissnlp.training.word_counting import read_documents, table_arguments, write_table

MIN_COUNT = 40
"""Fewest places where a word is followed by what counts; too little is known of rarer ones."""

END = "."
"""Stands for any punctuation."""

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")


def count_followers(paragraphs: Iterable[str]) -> dict[str, Counter[str]]:
    """Return how often each lower-case word stands before each of `FOLLOWERS`, and before punctuation."""
    known = frozenset(FOLLOWERS)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for paragraph in paragraphs:
        for word, following in pairwise(_TOKEN.findall(paragraph.lower())):
            if word[0].isalpha() and (following in known or not following[0].isalnum()):
                found[word][following if following in known else END] += 1
    return found


def measure_bonds(found: Mapping[str, Counter[str]], *, min_count: int = MIN_COUNT) -> dict[str, str]:
    """Return the coded bonds of every word that is frequent enough.

    Parameters
    ----------
    found : mapping of str to Counter
        See `count_followers`.
    min_count : int

    Returns
    -------
    dict of str to str
        One character for how seldom the word ends a clause, then two for each bond: which and how firm.
    """
    coded = {}
    for word, counted in found.items():
        if counted.total() < min_count:
            continue
        ends = counted[END] + 1
        line = _level(1.0 - ends / (counted.total() + 1))
        for i, follower in enumerate(FOLLOWERS):
            firm = counted[follower] / (counted[follower] + ends)
            if firm >= LEAST:
                line += chr(33 + i) + _level(firm)
        coded[word] = line
    return coded


def _level(share: float) -> str:
    return chr(33 + round(share * LEVELS))


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the table: ``python -m remissnlp.training.binding TEXT... --out FOLDER``."""
    options = table_arguments("Räknar vad svenska ord följs av.").parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    documents = (document for path in sorted(options.texts) for document in read_documents(path))
    bonds = measure_bonds(count_followers(line for document in documents for line in document))
    text = "\n".join(f"{word} {bonds[word]}" for word in sorted(bonds))
    write_table(options.out / BONDS, text.encode("utf-8"))
    print(f"{len(bonds)} ord")


if __name__ == "__main__":
    main()
