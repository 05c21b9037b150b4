"""Makes the table of `remissnlp.embedding.words` from texts: counts of words and of word pairs."""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from remissnlp.embedding.words import COUNT_STEP, LETTER_STEP, NUMBER, quantise

HELD_OUT = 50
"""Every fiftieth document is left out, so that there is unseen text to measure on."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_MIN_COUNT = 3
_MIN_COUNT_ONE_SOURCE = 8
_NAME_SHARE = 0.95
_VARIANT_RATIO = 300.0
_FREQUENT = 30_000
_SHORT = 5  # shorter words are easily misread as others in any letter


def read_documents(path: Path) -> Iterator[list[str]]:
    """Yield the documents of a text file, plain or xz: lists of paragraphs, a blank line between."""
    opener = lzma.open if path.suffix == ".xz" else open
    document: list[str] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                document.append(line)
            elif document:
                yield document
                document = []
    if document:
        yield document


def tokenize(line: str) -> list[str]:
    """Return the words of a line, and `NUMBER` for each number; hyphens separate words."""
    return [NUMBER if token[0].isdigit() else token for token in _TOKEN.findall(line)]


def _paragraphs(path: Path) -> Iterator[list[str]]:
    for number, document in enumerate(read_documents(path)):
        if number % HELD_OUT:
            yield from map(tokenize, document)


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of lower-case forms: weighted ones of the words, and raw ones of the others."""

    words: Mapping[str, float]
    names: frozenset[str]
    rare: Mapping[str, int]


def count_words(sources: Sequence[Path]) -> Counts:
    """Count lower-case forms over several sources.

    A source weighs with the square root of its size, so that no large one drowns the others. A
    form counts as a word when two sources have it, or one has it eight times.
    """
    weighted: dict[str, float] = defaultdict(float)
    raw: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    sizes = []
    for path in sources:
        seen: Counter[str] = Counter()
        for paragraph in _paragraphs(path):
            seen.update(paragraph)
        del seen[NUMBER]
        size = seen.total()
        here: Counter[str] = Counter()
        for form, n in seen.items():
            here[form.lower()] += n
            if form[0].isupper():
                capital[form.lower()] += n
        for form, n in here.items():
            weighted[form] += n / math.sqrt(size)
        raw.update(here)
        spread.update(here.keys())
        sizes.append(size)
    scale = sum(sizes) / sum(map(math.sqrt, sizes))

    def is_word(form: str) -> bool:
        return raw[form] >= (_MIN_COUNT if spread[form] > 1 or len(sources) == 1 else _MIN_COUNT_ONE_SOURCE)

    words = {form: n * scale for form, n in weighted.items() if is_word(form)}
    words = drop_variants(words)
    names = frozenset(form for form in words if capital[form] >= _NAME_SHARE * raw[form])
    return Counts(words, names, {form: n for form, n in raw.items() if form not in words})


def drop_variants(counts: Mapping[str, float]) -> dict[str, float]:
    """Drop forms that are a far commoner word with its å, ä or ö lost.

    Scanned and hastily typed sources hold *manskliga* for *mänskliga*; as a word it would stand
    in the way of its own repair.
    """
    commonest: dict[str, float] = defaultdict(float)
    for form, n in counts.items():
        for variant in misreadings(form):
            commonest[variant] = max(commonest[variant], n)
    return {form: n for form, n in counts.items() if commonest.get(form, 0.0) < _VARIANT_RATIO * n}


_PLAIN = str.maketrans("åäö", "aao")
_MARKS_LOST = {"å": "aéd", "ä": "aéid", "ö": "od"}
_LOOK_ALIKES = _MARKS_LOST | {"t": "l", "l": "ti", "i": "l", "f": "t", "h": "b", "n": "u", "e": "c"}


def misreadings(form: str, reads: Mapping[str, str] = _MARKS_LOST) -> set[str]:
    """Return what faults often make of a word: all its marks lost, or one letter misread."""
    found = {form.translate(_PLAIN)}
    for i, letter in enumerate(form):
        found |= {form[:i] + read + form[i + 1 :] for read in reads.get(letter, "")}
    return found - {form}


def find_confusable(counts: Mapping[str, float]) -> frozenset[str]:
    """Return the words that a fault can take for one another: they share a misread form."""
    by_form: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        for read in {form} | misreadings(form, _LOOK_ALIKES if len(form) < _SHORT else _MARKS_LOST):
            by_form[read].append(form)
    found = {"i", NUMBER, "är", "år", "än", "på", "få", "så", "nå", "för", "från"}
    for forms in by_form.values():
        floor = max(counts[form] for form in forms) / 2_000
        rivals = [form for form in forms if counts[form] >= max(floor, 50)]
        found.update(rivals if len(rivals) > 1 else ())
    return frozenset(found)


def count_pairs(
    sources: Iterable[Path], confusable: frozenset[str], neighbours: frozenset[str], *, floor: int
) -> dict[tuple[str, str], int]:
    """Count neighbouring words of which one is confusable and both are among the neighbours."""
    pairs: Counter[tuple[str, str]] = Counter()
    for path in sources:
        here: Counter[tuple[str, str]] = Counter()
        for paragraph in _paragraphs(path):
            lower = [word.lower() for word in paragraph]
            here.update((a, b) for a, b in pairwise(lower) if a in confusable or b in confusable)
        for (a, b), n in here.items():
            if n > 1 and a in neighbours and b in neighbours:
                pairs[a, b] += n
    return {pair: n for pair, n in pairs.items() if n >= floor}


def model_letters(rare: Mapping[str, int]) -> dict[str, float]:
    """Return log P(c | a, b) for the letters abc of rare words, smoothed by P(c | b) and P(c).

    Interpolation after Jelinek & Mercer (1980) with fixed weights.
    """
    threes: Counter[str] = Counter()
    for form in rare:
        padded = f"  {form} "
        threes.update(padded[i : i + 3] for i in range(len(padded) - 2))
    threes = Counter({three: n for three, n in threes.items() if n >= 5})
    twos: Counter[str] = Counter()
    ones: Counter[str] = Counter()
    before_two: Counter[str] = Counter()
    before_one: Counter[str] = Counter()
    for three, n in threes.items():
        twos[three[1:]] += n
        ones[three[2]] += n
        before_two[three[:2]] += n
        before_one[three[1]] += n
    total = threes.total()
    return {
        three: math.log(
            0.8 * n / before_two[three[:2]]
            + 0.17 * twos[three[1:]] / before_one[three[1]]
            + 0.03 * ones[three[2]] / total
        )
        for three, n in threes.items()
    }


def write_words(counts: Counts, folder: Path) -> None:
    """Write ``words.xz``: forms, counts and name flags, then letter triples and their scores."""
    forms = sorted(counts.words)
    levels = "".join(chr(32 + quantise(counts.words[form])) for form in forms)
    flags = "".join("1" if form in counts.names else "0" for form in forms)
    letters = model_letters(counts.rare)
    triples = sorted(letters)
    scores = "".join(chr(32 + round(-letters[triple] / LETTER_STEP)) for triple in triples)
    text = "\n\n".join(["\n".join(forms), levels, flags, "".join(triples), scores])
    write_table(folder / "words.xz", text.encode("utf-8"))


def write_pairs(pairs: Mapping[tuple[str, str], int], confusable: frozenset[str], folder: Path) -> None:
    """Write ``pairs.xz``: a header, the words, the gaps between sorted pair numbers, the counts."""
    forms = sorted({form for pair in pairs for form in pair})
    index = {form: i for i, form in enumerate(forms)}
    keyed = sorted((index[a] * len(forms) + index[b], n) for (a, b), n in pairs.items())
    gaps = array("I", [b - a for a, b in pairwise([0, *(key for key, _ in keyed)])]).tobytes()
    planes = b"".join(gaps[plane::4] for plane in range(4))
    header = json.dumps({"pairs": len(keyed), "confusable": sorted(confusable)}, ensure_ascii=False)
    levels = bytes(quantise(n) for _, n in keyed)
    words = "\n".join(forms)
    write_table(folder / "pairs.xz", f"{header}\n\n{words}\n\n".encode() + planes + levels)


def write_table(path: Path, raw: bytes) -> None:
    """Write a table of words, packed as small as it gets."""
    path.write_bytes(lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME))


def table_arguments(description: str) -> argparse.ArgumentParser:
    """Return what every command takes that makes a table of words: texts, and a folder for the table."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("texts", nargs="+", type=Path, help="ett stycke per rad, vanlig text eller .xz")
    parser.add_argument("--out", type=Path, required=True, help="mapp för tabellen")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the table: ``python -m remissnlp.training.word_counting TEXT... --out FOLDER``."""
    parser = table_arguments("Räknar ord och ordpar i svenska texter.")
    parser.add_argument("--pair-floor", type=int, default=10, help="ordpar som är ovanligare tas inte med")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    sources = sorted(options.texts)
    counts = count_words(sources)
    write_words(counts, options.out)
    frequent = sorted(counts.words, key=lambda form: (-counts.words[form], form))[:_FREQUENT]
    confusable = find_confusable({form: counts.words[form] for form in frequent})
    pairs = count_pairs(sources, confusable, frozenset(frequent) | {NUMBER}, floor=options.pair_floor)
    write_pairs(pairs, confusable, options.out)
    print(f"{len(counts.words)} ord, varav {len(counts.names)} namn (steg {COUNT_STEP:g})")
    print(f"{len(confusable)} förväxlingsbara ord, {len(pairs)} ordpar")


if __name__ == "__main__":
    main()
