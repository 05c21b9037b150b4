"""Makes the table behind `remissnlp.themes.kind` from texts: how evenly words spread over subjects.

*Förtydliga*, *implementera* and *effekt* stand in texts on anything; *skola* and *skatt* come in bursts
where the text is about them. The measure compares in how many passages a stem stands with the number
expected if its occurrences were strewn at random: near one for an even stem, near zero for a bursty one
(document frequency against its Poisson expectation: Church & Gale 1995, "Poisson mixtures").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from remissnlp.embedding.words import EVENNESS_LEVELS
from remissnlp.themes.words import stem
from remissnlp.training.word_counting import read_documents, table_arguments, tokenize, write_table

PASSAGE = 600
"""Words in a passage; a longer document is cut into several."""

PASSAGES = 20_000
"""Most passages taken from one source, evenly over it, so that no large source drowns the others."""

MIN_COUNT = 30
"""A stem that occurs more seldom is left out: too little is known of it."""


def passages(path: Path, *, most: int = PASSAGES) -> Iterator[list[str]]:
    """Yield stems of passages of one source: all of it, or every k-th passage so that at most `most` come."""
    total = sum(1 for _ in _passages(path))
    step = max(1, -(-total // most))
    for number, words in enumerate(_passages(path)):
        if number % step == 0:
            yield [stem(word.lower()) for word in words if len(word) > 2]


def _passages(path: Path) -> Iterator[list[str]]:
    for document in read_documents(path):
        words = [word for paragraph in document for word in tokenize(paragraph)]
        for start in range(0, len(words), PASSAGE):
            yield words[start : start + PASSAGE]


def measure_evenness(documents: Iterator[Sequence[str]], *, min_count: int = MIN_COUNT) -> dict[str, float]:
    """Return the evenness of every stem that is frequent enough.

    Parameters
    ----------
    documents : iterator of sequences of str
        Stems of each passage.
    min_count : int

    Returns
    -------
    dict from str to float
        Share of the expected number of passages in which the stem stands, capped at 1.
    """
    occurrences: Counter[str] = Counter()
    present: Counter[str] = Counter()
    lengths = []
    for stems in documents:
        if not stems:
            continue
        here = Counter(stems)
        occurrences.update(here)
        present.update(here.keys())
        lengths.append(len(stems))
    share = np.array(lengths, dtype=np.float64)
    share /= max(share.sum(), 1.0)
    # Passages of the same length are told apart by nothing, so that few exponentials are needed.
    sizes, how_many = np.unique(share, return_counts=True)
    return {
        word: min(1.0, present[word] / float(how_many @ (1.0 - np.exp(-sizes * n))))
        for word, n in occurrences.items()
        if n >= min_count
    }


def write_evenness(evenness: dict[str, float], folder: Path) -> None:
    """Write the table: stems in order, a line each, an empty line, then one character a stem."""
    stems = sorted(evenness)
    levels = "".join(chr(32 + round(evenness[word] * EVENNESS_LEVELS)) for word in stems)
    text = "\n".join(stems) + "\n\n" + levels
    write_table(folder / "evenness.xz", text.encode("utf-8"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the table: ``python -m remissnlp.training.evenness TEXT... --out FOLDER``."""
    options = table_arguments("Mäter hur jämnt svenska ord sprider sig över ämnen.").parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    evenness = measure_evenness(words for path in sorted(options.texts) for words in passages(path))
    write_evenness(evenness, options.out)
    print(f"{len(evenness)} ordstammar")


if __name__ == "__main__":
    main()
