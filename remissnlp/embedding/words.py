"""How often Swedish words, and pairs of neighbouring words, occur in public-sector prose.

The table ships in ``models/remiss-sv-words`` and holds counts only, no sentences. It was made by
``python -m remissnlp.embedding.words TEXT... --out models/remiss-sv-words``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

NUMBER = "0"
"""Stands for any number in the table of pairs."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_STEP = 1 / 8  # counts are kept as round(log(count) / step): exact to six per cent, one byte each
_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE.parents[1] / "models", _HERE.parent / "_models")  # a checkout, an installed wheel


@dataclass(frozen=True, eq=False)
class Words:
    """Word forms in lower case with their counts; made by `load_words`.

    Parameters
    ----------
    forms
        All word forms, sorted, so that a prefix is found by bisection.
    counts
        Count of each form, in the order of `forms`.
    names
        Forms that are nearly always written with a capital letter.
    pairs_file
        Where the counts of word pairs lie; read when first asked for.
    """

    forms: Sequence[str]
    counts: Mapping[str, int]
    names: frozenset[str]
    pairs_file: Path | None = None

    def __contains__(self, word: object) -> bool:
        """Whether the form, in any case, is in the table."""
        return isinstance(word, str) and word.lower() in self.counts

    @cached_property
    def total(self) -> int:
        """Sum of all counts."""
        return sum(self.counts.values())

    def count(self, word: str) -> int:
        """Return how often the form occurs, 0 when it is unknown; case does not matter."""
        return self.counts.get(word.lower(), 0)

    def zipf(self, word: str) -> float:
        """Return log10 of the frequency per thousand million words (van Heuven et al. 2014).

        About 7 for *och*, 5 for *kommunen*, 3 for a word seen once in a million; 0 when unknown.
        """
        count = self.count(word)
        return math.log10(count / self.total * 1e9) if count else 0.0

    def is_name(self, word: str) -> bool:
        """Whether the form is nearly always written with a capital letter."""
        return word.lower() in self.names

    @cached_property
    def _pairs(self) -> tuple[array[int], bytes, Mapping[str, int]]:
        if self.pairs_file is None:
            return array("Q"), b"", {}
        raw = lzma.decompress(self.pairs_file.read_bytes())
        header_end = raw.index(b"\n")
        header = json.loads(raw[:header_end])
        names_end = raw.index(b"\n\n", header_end)
        members = raw[header_end + 1 : names_end].decode("utf-8").split("\n")
        gaps = array("I")
        start = names_end + 2
        # The bytes of the gaps stand in four planes, which compress better than the mixed bytes.
        size = header["pairs"]
        planes = [raw[start + i * size : start + (i + 1) * size] for i in range(4)]
        mixed = bytearray(4 * size)
        for i, plane in enumerate(planes):
            mixed[i::4] = plane
        gaps.frombytes(bytes(mixed))
        keys = array("Q", accumulate(gaps))
        return keys, raw[start + 4 * size :], {word: i for i, word in enumerate(members)}

    def pair_count(self, left: str, right: str) -> int:
        """Return how often `right` follows `left`; 0 when the pair is too rare to be kept.

        Only pairs with a word that a fault can turn into another word are kept. Any number is
        written `NUMBER`.
        """
        keys, counts, index = self._pairs
        first, second = index.get(left.lower()), index.get(right.lower())
        if first is None or second is None:
            return 0
        key = first * len(index) + second
        at = bisect_left(keys, key)
        return _dequantise(counts[at]) if at < len(keys) and keys[at] == key else 0

    def split_compound(self, word: str) -> tuple[str, ...]:
        """Split a Swedish compound into known words, the likeliest way by their frequencies.

        Parts keep a linking *s* (*fogemorfem*): ``split_compound("servicenämndens")`` gives
        ``("service", "nämndens")``. A word that is in the table is its own only part; the result
        is empty where no split is found.

        Returns
        -------
        tuple of str
            Parts in lower case; joined they give the word in lower case.
        """
        lower = word.lower()
        return (lower,) if lower in self.counts else self._split(lower)

    def _split(self, lower: str) -> tuple[str, ...]:
        # best[i]: the best cost and parts of lower[:i]. Every part costs its surprise, so that few
        # and frequent parts win; parts under three letters are never words of a compound.
        best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(lower)
        for end in range(3, len(lower) + 1):
            for start in range(end - 2):
                before = best[start]
                if before is None:
                    continue
                part = lower[start:end]
                count = self._part_count(part, last=end == len(lower))
                if not count:
                    continue
                cost = before[0] + math.log(self.total / count)
                known = best[end]
                if known is None or cost < known[0]:
                    best[end] = (cost, (*before[1], part))
        found = best[-1]
        return found[1] if found else ()

    def _part_count(self, part: str, *, last: bool) -> int:
        count = self.counts.get(part, 0)
        if len(part) == 3 and count < 2_000:
            return 0
        if not last and part.endswith("s") and len(part) > 4:
            count = max(count, self.counts.get(part[:-1], 0))
        return count if count >= 20 else 0


def _quantise(count: float) -> int:
    return min(255, round(math.log(max(count, 1.0)) / _STEP))


def _dequantise(level: int) -> int:
    return round(math.exp(level * _STEP))


@lru_cache(maxsize=1)
def load_words(folder: Path | None = None) -> Words:
    """Load the shipped table (about a tenth of a second, once).

    Parameters
    ----------
    folder
        Where ``words.xz`` and ``pairs.xz`` lie; by default ``models/remiss-sv-words`` of the
        checkout or the copy inside the installed package.

    Raises
    ------
    FileNotFoundError
        If the table is in neither place.
    """
    places = (folder,) if folder else tuple(place / "remiss-sv-words" for place in _PLACES)
    for place in places:
        if (place / "words.xz").is_file():
            return _read(place)
    raise FileNotFoundError(f"Ordlistan saknas: {places[0] / 'words.xz'}")


def _read(folder: Path) -> Words:
    text = lzma.decompress((folder / "words.xz").read_bytes()).decode("utf-8")
    listed, levels, name_flags = text.split("\n\n")
    forms = listed.split("\n")
    by_level = [_dequantise(level) for level in range(256)]
    counts = dict(zip(forms, [by_level[ord(level) - 32] for level in levels], strict=True))
    names = frozenset(form for form, flag in zip(forms, name_flags, strict=True) if flag == "1")
    pairs = folder / "pairs.xz"
    return Words(forms, counts, names, pairs if pairs.is_file() else None)


# --- building ---------------------------------------------------------------------------------


def read_paragraphs(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, plain or compressed with xz."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from lines


def tokens(line: str) -> list[str]:
    """Return the words of a line and `NUMBER` for each number; hyphens separate words."""
    return [NUMBER if token[0].isdigit() else token for token in _TOKEN.findall(line)]


def count_words(sources: Sequence[Path]) -> tuple[dict[str, float], frozenset[str]]:
    """Count lower-case forms over several sources and tell which are names.

    A source weighs with the square root of its size, so that no large one drowns the others. A
    form counts as a word when two sources have it, or one has it eight times.
    """
    weighted: Counter[str] = Counter()
    raw: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    weights = 0.0
    size = 0
    for path in sources:
        seen: Counter[str] = Counter()
        for line in read_paragraphs(path):
            seen.update(tokens(line))
        seen.pop(NUMBER, None)
        here = sum(seen.values())
        lower: Counter[str] = Counter()
        for form, n in seen.items():
            lower[form.lower()] += n
            if form[0].isupper():
                capital[form.lower()] += n
        for form, n in lower.items():
            weighted[form] += n / math.sqrt(here)  # type: ignore[assignment]
            raw[form] += n
            spread[form] += 1
        weights += math.sqrt(here)
        size += here
    kept = {
        form: weighted[form] / weights * size
        for form, n in raw.items()
        if (spread[form] >= 2 and n >= 3) or n >= 8 or (len(sources) == 1 and n >= 1)
    }
    names = frozenset(form for form in kept if capital[form] >= 0.95 * raw[form])
    return kept, names


def prune_variants(counts: Mapping[str, float], *, ratio: float = 300.0) -> dict[str, float]:
    """Drop forms that are a far commoner word with its å, ä or ö lost.

    Web text and scanned sources hold *manskliga* for *mänskliga*: as words they would stand in
    the way of the repair.
    """
    stripped: dict[str, float] = {}
    for form, n in counts.items():
        for variant in _fault_variants(form):
            stripped[variant] = max(stripped.get(variant, 0.0), n)
    return {form: n for form, n in counts.items() if stripped.get(form, 0.0) < ratio * n}


_PLAIN = str.maketrans("åäö", "aao")


def _fault_variants(form: str) -> set[str]:
    """Return the forms that common faults make of a word: all diacritics lost, or one letter."""
    variants = {form.translate(_PLAIN)}
    for i, letter in enumerate(form):
        for read in {"å": "aéd", "ä": "aéid", "ö": "od"}.get(letter, ""):
            variants.add(form[:i] + read + form[i + 1 :])
    variants.discard(form)
    return variants


def confusable(counts: Mapping[str, float]) -> frozenset[str]:
    """Return the words that a common fault turns into another word, and those others."""
    members = {"i", NUMBER}
    for form, n in counts.items():
        if n < 300:
            continue
        for variant in _fault_variants(form):
            if len(variant) < 4 or counts.get(variant, 0) >= 30:
                members |= {form, variant}
    return frozenset(members)


def count_pairs(
    sources: Iterable[Path], members: frozenset[str], *, neighbours: frozenset[str], floor: int
) -> Counter[tuple[str, str]]:
    """Count neighbouring words of which one is in `members` and both are in `neighbours`."""
    pairs: Counter[tuple[str, str]] = Counter()
    for path in sources:
        here: Counter[tuple[str, str]] = Counter()
        for line in read_paragraphs(path):
            words = [w.lower() for w in tokens(line)]
            here.update((a, b) for a, b in pairwise(words) if a in members or b in members)
        for (a, b), n in here.items():
            if n >= 2 and a in neighbours and b in neighbours:
                pairs[a, b] += n
    return Counter({pair: n for pair, n in pairs.items() if n >= floor})


def write_words(counts: Mapping[str, float], names: frozenset[str], folder: Path) -> None:
    """Write ``words.xz``: the forms, their counts and whether they are names, as three texts."""
    forms = sorted(counts)
    levels = "".join(chr(32 + _quantise(counts[form])) for form in forms)
    flags = "".join("1" if form in names else "0" for form in forms)
    text = "\n\n".join(["\n".join(forms), levels, flags])
    (folder / "words.xz").write_bytes(_compress(text.encode("utf-8")))


def write_pairs(pairs: Mapping[tuple[str, str], int], folder: Path) -> None:
    """Write ``pairs.xz``: the words, the gaps between sorted pair numbers, the counts."""
    members = sorted({word for pair in pairs for word in pair})
    index = {word: i for i, word in enumerate(members)}
    keyed = sorted((index[a] * len(members) + index[b], n) for (a, b), n in pairs.items())
    keys = [key for key, _ in keyed]
    gaps = array("I", [b - a for a, b in pairwise([0, *keys])]).tobytes()
    planes = b"".join(gaps[i::4] for i in range(4))
    header = json.dumps({"pairs": len(keyed)}).encode()
    levels = bytes(_quantise(n) for _, n in keyed)
    raw = header + b"\n" + "\n".join(members).encode("utf-8") + b"\n\n" + planes + levels
    (folder / "pairs.xz").write_bytes(_compress(raw))


def _compress(raw: bytes) -> bytes:
    return lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the table from texts: ``python -m remissnlp.embedding.words TEXT... --out FOLDER``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("texts", nargs="+", type=Path, help="one paragraph a line, plain or .xz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pair-floor", type=int, default=40, help="rarer pairs are left out")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    sources = sorted(options.texts)
    counts, names = count_words(sources)
    counts = prune_variants(counts)
    names &= counts.keys()
    write_words(counts, names, options.out)
    frequent = sorted(counts, key=lambda form: (-counts[form], form))[:30_000]
    neighbours = frozenset(frequent) | {NUMBER}
    members = confusable({form: counts[form] for form in frequent}) & neighbours
    pairs = count_pairs(sources, members, neighbours=neighbours, floor=options.pair_floor)
    write_pairs(pairs, options.out)
    print(f"{len(counts)} words, {len(names)} of them names; {len(members)} confusable, {len(pairs)} pairs")


if __name__ == "__main__":
    main()
