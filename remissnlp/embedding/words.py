"""How often Swedish words, and pairs of neighbouring words, occur in public-sector prose.

The table ships in ``models/remiss-sv-words`` and holds counts only, no sentences. It is made by
``python -m remissnlp.training.word_counting TEXT... --out models/remiss-sv-words``.
"""

from __future__ import annotations

import json
import lzma
import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path

NUMBER = "0"
"""Stands for any number in the table of pairs."""

COUNT_STEP = 1 / 8
"""Counts are kept as round(log(count) / step), one character each: exact to six per cent."""

LETTER_STEP = 1 / 16
"""The same for the log probabilities of letters."""

EVENNESS_LEVELS = 90
"""Steps between an evenness of 0 and 1, one character each."""

_UNSEEN_LETTER = -9.0
_RARE_SHORT_WORD = 2_000  # a word of three letters must be this frequent to be part of a compound
_RARE_PART = 20

BONDS = "binding.xz"
_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE.parents[1] / "models", _HERE.parent / "_models")  # a checkout, an installed wheel


@dataclass(frozen=True, eq=False)
class Words:
    """Word forms in lower case with their counts; made by `load_words`.

    Parameters
    ----------
    forms
        All word forms, sorted, so that those with a common beginning are found by bisection.
    counts
        Count of each form.
    names
        Forms that are nearly always written with a capital letter.
    letters
        Log probability of the last of three letters, given the two before it.
    folder
        Where the counts of word pairs lie; read when first asked for.
    """

    forms: Sequence[str]
    counts: Mapping[str, int]
    names: frozenset[str] = frozenset()
    letters: Mapping[str, float] = field(default_factory=dict)
    folder: Path | None = None

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

    def letter_score(self, word: str) -> float:
        """Return the log probability of the letters of a word that is in no list.

        A model of three letters, made from the rarest words: unseen words look like those seen
        once. *Lauridsen* is likely, *tjdnst* is not.
        """
        padded = f"  {word.lower()} "
        return sum(self.letters.get(padded[i : i + 3], _UNSEEN_LETTER) for i in range(len(padded) - 2))

    @cached_property
    def evenness(self) -> Mapping[str, float]:
        """How evenly word stems spread over subjects, between 0 and 1; frequent enough stems only.

        Near 1: the stem stands in texts on anything, as *förtydlig* and *implementer* do. Near 0: it
        comes in bursts where a text is about it. See `remissnlp.training.evenness`.
        """
        path = self.folder / "evenness.xz" if self.folder else None
        if path is None or not path.is_file():
            return {}
        listed, levels = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n\n")
        steps = [(ord(level) - 32) / EVENNESS_LEVELS for level in levels]
        return dict(zip(listed.split("\n"), steps, strict=True))

    @cached_property
    def bonds(self) -> Mapping[str, str]:
        """How firmly words hold on to what follows them, coded; see `remissnlp.themes.binding`."""
        path = self.folder / BONDS if self.folder else None
        if path is None or not path.is_file():
            return {}
        lines = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
        return dict(line.split(" ") for line in lines)

    @cached_property
    def _pairs(self) -> tuple[array[int], bytes, Mapping[str, int], frozenset[str]]:
        path = self.folder / "pairs.xz" if self.folder else None
        if path is None or not path.is_file():
            return array("Q"), b"", {}, frozenset()
        raw = lzma.decompress(path.read_bytes())
        header, listed, table = raw.split(b"\n\n", 2)
        forms = listed.decode("utf-8").split("\n")
        facts = json.loads(header)
        size = facts["pairs"]
        # The bytes of the gaps between pair numbers stand in four planes: it compresses better.
        mixed = bytearray(4 * size)
        for plane in range(4):
            mixed[plane::4] = table[plane * size : (plane + 1) * size]
        gaps = array("I", bytes(mixed))
        keys = array("Q", accumulate(gaps))
        return (
            keys,
            table[4 * size :],
            {form: i for i, form in enumerate(forms)},
            frozenset(facts["confusable"]),
        )

    def has_pairs(self, word: str) -> bool:
        """Whether the pairs of this word are kept, as they are for words that faults confuse."""
        return word.lower() in self._pairs[3]

    def pair_count(self, left: str, right: str) -> int:
        """Return how often `right` follows `left`; 0 when the pair is too rare to be kept.

        Only pairs with a word that `has_pairs` are kept. Any number is written `NUMBER`.
        """
        keys, levels, index, _ = self._pairs
        first, second = index.get(left.lower()), index.get(right.lower())
        if first is None or second is None:
            return 0
        key = first * len(index) + second
        at = bisect_left(keys, key)
        return dequantise(levels[at]) if at < len(keys) and keys[at] == key else 0

    def split_compound(self, word: str) -> tuple[str, ...]:
        """Split a Swedish compound into known words, the likeliest way by their frequencies.

        Parts keep a linking *s* (*fogemorfem*). A word that is in the table is its own only part.

        Returns
        -------
        tuple of str
            Parts in lower case, which joined give the word; empty where no split is found.

        Examples
        --------
        >>> load_words().split_compound("servicenämndens")
        ('service', 'nämndens')
        """
        lower = word.lower()
        if lower in self.counts:
            return (lower,)
        # best[i]: the least surprise, in nats, of lower[:i] as a row of words, and that row.
        nothing: tuple[str, ...] = ()
        best = [(0.0, nothing)] + [(math.inf, nothing)] * len(lower)
        for start in range(max(len(lower) - 2, 0)):
            surprise, parts = best[start]
            if surprise == math.inf:
                continue
            for end in range(start + 3, len(lower) + 1):
                part = lower[start:end]
                count = self._part_count(part, last=end == len(lower))
                if count and surprise + math.log(self.total / count) < best[end][0]:
                    best[end] = (surprise + math.log(self.total / count), (*parts, part))
        return best[-1][1]

    def lemma(self, word: str) -> str:
        """Return the base form of a word, in lower case; the word itself where none is known.

        By the Swedish lists of simplemma. A compound that is not in them takes the base form of its
        longest known ending.

        Examples
        --------
        >>> load_words().lemma("rubrikernas"), load_words().lemma("likabehandlingsplaner")
        ('rubrik', 'likabehandlingsplan')
        """
        from simplemma import is_known, lemmatize

        lower = word.lower()
        if lower and not is_known(lower, lang="sv"):
            for start in range(3, len(lower) - 3):
                first, last = lower[:start], lower[start:]
                if self._part_count(first, last=False) and is_known(last, lang="sv"):
                    return first + lemmatize(last, lang="sv")
        return str(lemmatize(lower, lang="sv")) if lower else ""

    def _part_count(self, part: str, *, last: bool) -> int:
        count = self.counts.get(part, 0)
        if not last and part.endswith("s") and len(part) > 4:
            count = max(count, self.counts.get(part[:-1], 0))
        return count if count >= (_RARE_SHORT_WORD if len(part) == 3 else _RARE_PART) else 0


@lru_cache(maxsize=2)
def load_words(folder: Path | None = None) -> Words:
    """Load the table (a tenth of a second, once).

    Parameters
    ----------
    folder
        Where ``words.xz`` and ``pairs.xz`` lie; by default ``models/remiss-sv-words`` of the
        checkout or the copy inside the installed package.

    Raises
    ------
    FileNotFoundError
        If there is no table.
    """
    places = [folder] if folder else [place / "remiss-sv-words" for place in _PLACES]
    for place in places:
        if (place / "words.xz").is_file():
            return _read(place)
    raise FileNotFoundError(f"Ordlistan saknas: {places[0] / 'words.xz'}")


def _read(folder: Path) -> Words:
    text = lzma.decompress((folder / "words.xz").read_bytes()).decode("utf-8")
    listed, levels, flags, triples, triple_levels = text.split("\n\n")
    forms = listed.split("\n")
    by_level = [dequantise(level - 32) for level in range(288)]
    counts = dict(zip(forms, [by_level[ord(level)] for level in levels], strict=True))
    names = frozenset(form for form, flag in zip(forms, flags, strict=True) if flag == "1")
    letters = {
        triple: -LETTER_STEP * (ord(level) - 32)
        for triple, level in zip(_in_threes(triples), triple_levels, strict=True)
    }
    return Words(forms, counts, names, letters, folder)


def _in_threes(text: str) -> Iterator[str]:
    return (text[i : i + 3] for i in range(0, len(text), 3))


def quantise(count: float) -> int:
    """Return the level of a count of at least one."""
    return min(255, round(math.log(max(count, 1.0)) / COUNT_STEP))


def dequantise(level: int) -> int:
    """Return the count of a level."""
    return round(math.exp(level * COUNT_STEP))
