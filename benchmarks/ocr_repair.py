"""How many OCR faults are repaired, and how many right words are harmed.

Clean Swedish text is corrupted with faults of the kind that a poor scan shows, repaired, and
compared word by word with what it was:

    python benchmarks/ocr_repair.py TEXT... [--rates 0 0.1 0.5 1] [--documents 40]

A text is a plain file (one document) or an .xz file of documents with a blank line between; of
these only every fiftieth is read, the ones that the word table was not counted on. The marked
letters å, ä and ö are misread at the given rates, all other letters at a tenth of a per cent of
that. `--letters` adds more faults of the narrow-stem kind (rn–m, l–1, c–e) to the worst rate.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from remissnlp.embedding.words import load_words
from remissnlp.layout.repair import Repair, apply_repairs, find_repairs
from remissnlp.training.word_counting import HELD_OUT, read_documents

# What å, ä and ö were read as in a six-page scan of 1,530 words, of which 444 came out wrong;
# counted by aligning it with a reading by hand.
MARKED: Mapping[str, Mapping[str, int]] = {
    "å": {"a": 46, "d": 18, "é": 16, "i": 4, "": 2, "éa": 1},
    "ä": {"é": 63, "i": 50, "d": 47, "a": 40, "&": 9, "éa": 5, "éi": 2, "di": 1, "da": 1, "&d": 1, "@": 1},
    "ö": {"o": 119, "6": 8, "d": 7, "é": 3, "g": 1, "0": 1, "": 1, "oé": 1},
}
LONE_I = 0.3  # how often the lone word "i" came out as 1 there
LETTERS: Mapping[str, Mapping[str, int]] = {
    "f": {"{": 2, "t": 1},
    "i": {"1": 1, "l": 1},
    "l": {"1": 1, "i": 1, "t": 1},
    "t": {"l": 2, "f": 1},
    "m": {"rn": 2, "in": 1},
    "n": {"u": 1, "ri": 1},
    "u": {"n": 1, "ii": 1},
    "e": {"c": 1},
    "h": {"b": 1, "li": 1},
    "d": {"cl": 1},
    "g": {"q": 1},
    "v": {"y": 1},
}


@dataclass
class Score:
    """Words by what became of them."""

    words: int = 0
    faulty: int = 0
    repaired: int = 0
    harmed: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        right = self.words - self.faulty
        left = self.faulty - self.repaired
        share = f"{self.repaired / self.faulty:6.1%}" if self.faulty else "     –"
        harm = f"{self.harmed:4d} harmed ({2000 * self.harmed / max(right, 1):.2f} of 2,000)"
        return (
            f"{self.words:7d} words  {self.faulty:6d} faulty  {share} repaired  {left:5d} left"
            f"  {harm}  {self.seconds:.1f} s"
        )


def corrupt(text: str, *, marked: float, letters: float, random_state: int) -> str:
    """Return the text with faults; its white space, and so its division into words, is kept."""
    dice = random.Random(random_state)
    pieces = []
    for at, letter in enumerate(text):
        lower = letter.lower()
        lone = not (text[at - 1 : at] or " ").strip() and not (text[at + 1 : at + 2] or " ").strip()
        if letter == "i" and lone:
            pieces.append("1" if dice.random() < LONE_I * marked else "i")
            continue
        reads, rate = (MARKED[lower], marked) if lower in MARKED else (LETTERS.get(lower, {}), letters)
        if reads and not lone and dice.random() < rate:
            read = dice.choices(list(reads), list(reads.values()))[0]
            letter = read.capitalize() if letter.isupper() else read  # noqa: PLW2901
        pieces.append(letter)
    return "".join(pieces)


def score(text: str, faulty: str, repairs: tuple[Repair, ...], total: Score) -> list[tuple[str, str, str]]:
    """Count the words of one document; return (was, read, repaired) of those that went wrong."""
    after = apply_repairs(faulty, repairs)
    wrong = []
    rows = list(zip(text.split(), faulty.split(), after.split(), strict=True))
    for was, read, now in rows:
        total.words += 1
        total.faulty += was != read
        total.repaired += was != read and was == now
        total.harmed += was == read and was != now
        if was != now:
            wrong.append((was, read, now))
    return wrong


def documents(path: Path, limit: int) -> Iterator[str]:
    """Yield the texts to corrupt."""
    if path.suffix != ".xz":
        yield path.read_text(encoding="utf-8")
        return
    held_out = (d for number, d in enumerate(read_documents(path)) if number % HELD_OUT == 0)
    long_enough = (text for text in map("".join, held_out) if len(text.split()) >= 200)
    for _, text in zip(range(limit), long_enough, strict=False):
        yield " ".join(text.split(" ")[:3000])


def main() -> None:
    """Print a line for every file and rate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--rates", nargs="+", type=float, default=[0.0, 0.1, 0.3, 1.0])
    parser.add_argument("--letters", type=float, help="rate of faults in other letters than å, ä, ö")
    parser.add_argument("--documents", type=int, default=20, help="how many documents of an .xz file")
    parser.add_argument("--show", type=int, default=0, help="print this many words that went wrong")
    options = parser.parse_args()
    load_words()
    for rate in options.rates:
        letters = 0.001 * rate if options.letters is None else options.letters
        overall = Score()
        for path in options.texts:
            total = Score()
            wrong = []
            for number, text in enumerate(documents(path, options.documents)):
                faulty = corrupt(text, marked=rate, letters=letters, random_state=number)
                started = time.perf_counter()
                repairs = find_repairs(faulty)
                total.seconds += time.perf_counter() - started
                wrong += score(text, faulty, repairs, total)
            print(f"å, ä, ö {rate:4.0%}  others {letters:.2%}  {path.name[:24]:24} {total}")
            for was, read, now in wrong[: options.show]:
                print(f"    {was} read as {read}, repaired to {now}" + ("  HARMED" if was == read else ""))
            for name in ("words", "faulty", "repaired", "harmed", "seconds"):
                setattr(overall, name, getattr(overall, name) + getattr(total, name))
        print(f"å, ä, ö {rate:4.0%}  others {letters:.2%}  {'all':24} {overall}")


if __name__ == "__main__":
    main()
