"""What a word of a scan may have been: candidate readings, each with its probability.

The noisy channel of Kernighan, Church & Gale (1990): a reading's score is
log P(word) + log P(token | word). Candidates are found by walking through the token and, at every
place, either keeping the letter or taking it for a fault, as long as some word of the table begins
so. A compound is a row of words, found the same way with a lattice.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from remissnlp.embedding.words import NUMBER, Words
from remissnlp.layout.confusions import MARKED, Channel, Fault

_UNKNOWN = math.log(0.02)  # a word of running text that the table lacks
_COMPOUND = math.log(0.05)  # another part follows
_LINK = math.log(0.3)  # ... after a linking s
_NAME_IN_LOWER_CASE = math.log(0.02)
_MAYBE_NAME = 2.5  # how much likelier a word is as it stands when written with a capital letter
_LIKELIEST_WORD = math.log(0.03)
_LIKELIEST_PART = math.log(0.003)
_NEXT_PART = _COMPOUND + _LIKELIEST_PART
_MARGIN = 2.0  # how much likelier, in nats, a repair must be than the word as it stands
_NUMBER_SHARE = 0.02
_RARE_PAIR = 2.0  # added to both sides of a ratio of pair counts: rarer pairs are not kept
_CACHE = 0.05  # share of a word's probability that the document's own vocabulary decides
_MOST_FIT = 7.0  # no two neighbours make a word likelier than by so much
_LIKELY = -18.0
_VALID_COMPOUND = 2.0  # a compound as it stands is likelier than its parts in a row
_ENDING = math.log(0.05)
_ENDINGS = ("n", "s", "ns", "en", "et", "na", "nas", "r", "rna", "ar", "er", "t", "d", "de", "or")
_MIN_STEM = 5
_MIN_PART = 3
_MIN_PART_COUNT = {3: 2_000}
_MAX_LENGTH = 45

LONE_SIGNS: Mapping[str, tuple[str, float]] = {
    "1": ("i", 5e-4),
    "l": ("i", 1e-5),
    "|": ("i", 1e-6),
    "s": ("så", 2e-5),
    "p": ("på", 2e-5),
}
"""For a sign alone: the word it may be, and the sign's own share of clean running text."""

_LONE_RATES = (0.005, 0.5)  # between these lies P(sign | word)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a token: the word in lower case, its log probability, the faults assumed."""

    word: str
    score: float
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a token: the neighbours' readings, its case, and whether it can be a name."""

    left: str | None
    right: str | None
    capital: bool
    opens: bool


def is_readable(token: str) -> bool:
    """Whether a token can be a misread word: letters, with fewer digits and no more signs."""
    letters = sum(c.isalpha() for c in token)
    digits = sum(c.isdigit() for c in token)
    return letters > digits and 2 * letters >= len(token) and 1 < len(token) <= _MAX_LENGTH


class Reader:
    """Finds the readings of tokens with one channel; keeps what it has found."""

    def __init__(
        self,
        words: Words,
        channel: Channel,
        *,
        vocabulary: Mapping[str, int] | None = None,
        lone_rates: Mapping[str, float] | None = None,
    ) -> None:
        self._words = words
        self._channel = channel
        self._vocabulary = vocabulary or {}
        self._lone_rates = lone_rates or {}
        self._size = max(1, sum(self._vocabulary.values()))
        self._forms: Sequence[str] = words.forms
        new = [form for form in self._vocabulary if form not in words.counts]
        if new:
            self._forms = sorted([*words.forms, *new])
        self._begins: dict[str, bool] = {}
        self._log_words: dict[str, float] = {}
        self._options: dict[str, list[Reading]] = {}

    def is_known(self, form: str) -> bool:
        """Whether the form is a word of the table or of the document's own vocabulary."""
        return form in self._words.counts or form in self._vocabulary

    def options(self, form: str) -> list[Reading]:
        """Return the readings of a token in lower case: as it stands, then the likeliest others."""
        found = self._options.get(form)
        if found is None:
            found = self._options[form] = self._find(form)
        return found

    def choose(self, form: str, place: Place) -> Reading:
        """Return the reading of a token where it stands."""
        options = self.options(form)
        as_is, others = options[0], options[1:]
        if not others:
            return as_is
        least = self._score_at(as_is, place, as_is=True) + _MARGIN
        score, _, best = max(
            ((self._score_at(r, place, as_is=False), r.word, r) for r in others),
            key=lambda scored: scored[:2],
        )
        return best if score > least else as_is

    def _score_at(self, reading: Reading, place: Place, *, as_is: bool) -> float:
        score = reading.score + self._fit(place.left, reading.word) + self._fit(reading.word, place.right)
        if not place.capital and reading.word in self._words.names:
            score += _NAME_IN_LOWER_CASE
        if as_is and place.capital and not place.opens:
            score += _MAYBE_NAME
        return score

    def _fit(self, left: str | None, right: str | None) -> float:
        """Return how much oftener than by chance two words follow each other, as a logarithm."""
        if left is None or right is None:
            return 0.0
        left = NUMBER if left.isdigit() else left
        right = NUMBER if right.isdigit() else right
        if not (self._words.has_pairs(left) or self._words.has_pairs(right)):
            return 0.0
        by_chance = self._share(left) * self._share(right) * self._words.total
        return math.log((self._words.pair_count(left, right) + _RARE_PAIR) / (by_chance + _RARE_PAIR))

    def _share(self, word: str) -> float:
        return _NUMBER_SHARE if word == NUMBER else self._words.count(word) / self._words.total

    def _log_word(self, form: str) -> float:
        known = self._log_words.get(form)
        if known is None:
            share = (1 - _CACHE) * self._words.counts.get(form, 0) / self._words.total
            share += _CACHE * self._vocabulary.get(form, 0) / self._size
            known = self._log_words[form] = math.log(share)
        return known

    def _find(self, form: str) -> list[Reading]:
        if form in LONE_SIGNS:
            word, share = LONE_SIGNS[form]
            score = self._log_word(word) + math.log(self._lone_rates.get(form, _LONE_RATES[0]))
            return [Reading(form, math.log(share)), Reading(word, score, (Fault(0, form, word),))]
        if not is_readable(form):
            return [Reading(form, 0.0)]
        kept = sum(self._channel.kept.get(letter, 0.0) for letter in form)
        if self.is_known(form):
            as_is = self._log_word(form) + kept
            found = self._search(form, floor=as_is - _MOST_FIT)
        else:
            as_is = _UNKNOWN + self._words.letter_score(form) + kept
            plain = self._search(form, floor=as_is, compounds=True, faults=False)
            compound = [reading.score + _VALID_COMPOUND for reading in plain.values()]
            as_is = max([as_is, self._inflected(form) + kept, *compound])
            # First the likely ones, which are found fast; a compound must beat the best single word.
            found = self._search(form, floor=max(as_is, _LIKELY)) or self._search(form, floor=as_is)
            best = max([as_is, *(reading.score - _MARGIN for reading in found.values())])
            found = self._search(form, floor=best, compounds=True) | found
        found.pop(form, None)
        return [Reading(form, as_is), *sorted(found.values(), key=lambda r: (-r.score, r.word))]

    def _inflected(self, form: str) -> float:
        """Return the log probability of an unknown form as a known word with another ending."""
        stems = (form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending))
        known = [
            self._log_word(stem) for stem in stems if len(stem) >= _MIN_STEM and stem in self._words.counts
        ]
        return max(known, default=-math.inf) + _ENDING

    def _search(
        self, form: str, *, floor: float, compounds: bool = False, faults: bool = True
    ) -> dict[str, Reading]:
        """Find the words, or compounds, with a score over `floor` that could be read as `form`."""
        found: dict[str, Reading] = {}
        lattice: list[Reading | None] = [Reading("", 0.0)] + [None] * len(form)
        sources = self._sources(form) if faults else [()] * (len(form) + 1)

        def enter(end: int, reading: Reading) -> None:
            known = lattice[end]
            if reading.score + _NEXT_PART > floor and (known is None or known.score < reading.score):
                lattice[end] = reading

        last_start = len(form) - _MIN_PART if compounds else 0
        for start in range(max(0, last_start) + 1):
            before = lattice[start]
            if before is None:
                continue
            so_far = before.score + (_COMPOUND if start else 0.0)
            likeliest = _LIKELIEST_PART if start else _LIKELIEST_WORD
            for end, part, cost, misread in self._walk(form, start, sources, floor - so_far - likeliest):
                if end < len(form) and not compounds:
                    continue
                reading = Reading(
                    before.word + part, so_far + cost + self._log_word(part), before.faults + misread
                )
                is_part = self._is_part(part)
                if end == len(form):
                    known = found.get(reading.word)
                    if (
                        reading.score > floor
                        and (is_part or not start)
                        and (known is None or known.score < reading.score)
                    ):
                        found[reading.word] = reading
                elif is_part:
                    enter(end, reading)
                    if form[end] == "s":
                        enter(end + 1, Reading(reading.word + "s", reading.score + _LINK, reading.faults))
        return found

    def _sources(self, form: str) -> list[tuple[tuple[int, str, float], ...]]:
        """Return, for every place of the token, the faults that may begin there."""
        known = self._channel.sources
        lost = [(0, intended, log_p) for intended, log_p in known.get("", ())]
        return [
            (
                *((1, intended, log_p) for intended, log_p in known.get(form[at : at + 1] or "\n", ())),
                *(
                    (2, intended, log_p)
                    for intended, log_p in known.get(form[at : at + 2], ())
                    if at + 2 <= len(form)
                ),
                *lost,
            )
            for at in range(len(form) + 1)
        ]

    def _is_part(self, part: str) -> bool:
        return len(part) >= _MIN_PART and self._words.counts.get(part, 0) >= _MIN_PART_COUNT.get(
            len(part), 20
        )

    def _walk(
        self, form: str, start: int, sources: Sequence[Sequence[tuple[int, str, float]]], floor: float
    ) -> Iterator[tuple[int, str, float, tuple[Fault, ...]]]:
        """Yield the words that could have been read as ``form[start:end]``, for every end."""
        kept, size = self._channel.kept, len(form)
        begins = self._begins_word
        stack: list[tuple[int, str, float, tuple[Fault, ...]]] = [(start, "", 0.0, ())]
        while stack:
            at, prefix, cost, faults = stack.pop()
            if prefix and self.is_known(prefix):
                yield at, prefix, cost, faults
            for width, intended, log_p in sources[at]:
                if cost + log_p <= floor or not begins(prefix + intended):
                    continue
                if width or not faults or faults[-1].read or faults[-1].at != at:  # one lost letter a place
                    fault = Fault(at, form[at : at + width], intended)
                    stack.append((at + width, prefix + intended, cost + log_p, (*faults, fault)))
            if at < size and begins(prefix + form[at]):
                stack.append((at + 1, prefix + form[at], cost + kept.get(form[at], 0.0), faults))

    def _begins_word(self, prefix: str) -> bool:
        known = self._begins.get(prefix)
        if known is None:
            at = bisect_left(self._forms, prefix)
            known = self._begins[prefix] = at < len(self._forms) and self._forms[at].startswith(prefix)
        return known


def proves_itself(form: str) -> bool:
    """Whether the form has a marked letter, which no fault makes of another letter."""
    return any(letter in MARKED for letter in form)


def lone_rates(tokens: Iterable[str], words: Words) -> dict[str, float]:
    """Return P(sign | word) for each of `LONE_SIGNS`, from how many more there are than usual."""
    seen = Counter(tokens)
    size = seen.total()
    return {
        sign: min(max((seen[sign] - share * size) / (words.count(word) / words.total * size), low), high)
        for sign, (word, share) in LONE_SIGNS.items()
        for low, high in [_LONE_RATES]
    }
