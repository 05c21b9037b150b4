"""Repair of OCR faults in Swedish, as replacements that leave the text and its offsets alone.

The method is the noisy channel (Kernighan, Church & Gale 1990, "A spelling correction program
based on a noisy channel model"): of all words that could have been misread as the token, take the
one with the greatest P(word) · P(token | word). P(word) is the frequency in Swedish public prose,
for an unknown word that of its parts as a compound; P(token | word) comes from `confusions`,
corrected by the faults of the document itself. So a clean document, which shows no faults, keeps
every word, and a poor scan has even its *for* read as *för*.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from remissnlp.embedding.words import NUMBER, Words, load_words
from remissnlp.layout.confusions import CONFUSIONS, MARKED


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch ``[start, end)`` of the text that should read `replacement`."""

    start: int
    end: int
    replacement: str


def apply_repairs(text: str, repairs: Iterable[Repair], *, start: int = 0, end: int | None = None) -> str:
    """Return ``text[start:end]`` with the repairs that lie wholly inside it applied."""
    end = len(text) if end is None else end
    pieces = []
    at = start
    for repair in repairs:
        if repair.start >= at and repair.end <= end:
            pieces += [text[at : repair.start], repair.replacement]
            at = repair.end
    return "".join([*pieces, text[at:end]])


def find_repairs(text: str, words: Words | None = None) -> tuple[Repair, ...]:
    """Find the OCR faults of a whole document.

    Parameters
    ----------
    text
        The whole text of one document: how faulty it is decides how boldly it is repaired.
    words
        Word knowledge; by default the shipped table.

    Returns
    -------
    tuple of Repair
        Sorted and without overlap; empty for a document without a pattern of faults.
    """
    words = words or load_words()
    tokens = list(_tokens(text))
    if not tokens:
        return ()
    channel = Channel.of_rates(marked=0.02, others=0.0005)
    reader = _Reader(words, channel)
    # First pass: only words that are none as they stand. They show which faults the scan makes.
    first = {form: reader.read(form) for form in {t.form for t in tokens} if not reader.is_word(form)}
    readings = [first.get(t.form) or _as_is(t.form) for t in tokens]
    faults = sum(reading.faults != () for reading in readings)
    if faults < MIN_FAULTS or faults < MIN_FAULT_SHARE * len(tokens):
        return ()
    # Second pass: every word, with the channel that the document itself has shown.
    reader = _Reader(words, Channel.learnt(readings))
    options = {form: reader.options(form) for form in {t.form for t in tokens}}
    chosen = [options[t.form][0].word for t in tokens]
    repairs = []
    for i, token in enumerate(tokens):
        left = chosen[i - 1] if i and not token.opens else None
        right = chosen[i + 1] if i + 1 < len(tokens) and not tokens[i + 1].opens else None
        best = reader.choose(options[token.form], left, right, token)
        chosen[i] = best.word
        if best.word != token.form:
            repairs.append(Repair(token.start, token.end, _recase(best.word, token.text)))
    repairs += _punctuation(text)
    return tuple(sorted(repairs, key=lambda r: r.start))


MIN_FAULTS = 4
MIN_FAULT_SHARE = 0.01
"""A text with fewer faults, or a smaller share of them, is taken for clean."""

_MARGIN = 2.0
"""How much likelier, in nats, a reading must be than the word as it stands."""

_JOIN = math.log(0.05)
_NAME = math.log(0.02)
_UNKNOWN = math.log(0.01)
_UNKNOWN_LETTER = -2.3
_LOWEST = 1e-4


# --- tokens -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    opens: bool  # first of a line of its own or after a full stop: its left neighbour says nothing

    @property
    def form(self) -> str:
        return self.text.lower()


_CHUNK = re.compile(r"\S+")
_PART = re.compile(r"[\w&@{}|¢$]+")
_ADDRESS = re.compile(r"://|^www\.|@[\w-]+\.|\w\.(?:se|com|org|nu|eu|net)\b|\d[/.:-]\d")


def _tokens(text: str) -> Iterator[_Token]:
    opens = True
    for chunk in _CHUNK.finditer(text):
        if _ADDRESS.search(chunk[0]):
            opens = True
            continue
        for part in _PART.finditer(chunk[0]):
            start = chunk.start() + part.start()
            yield _Token(part[0], start, start + len(part[0]), opens)
            opens = False
        opens = chunk[0][-1] in ".:;!?"


def _is_readable(token: str) -> bool:
    """Whether a token can be a misread word: letters, and at most as many signs."""
    letters = sum(c.isalpha() for c in token)
    digits = sum(c.isdigit() for c in token)
    return letters > digits and letters >= len(token) - letters and len(token) == len(token.lower()) <= 40


def _recase(word: str, like: str) -> str:
    if like[0].isupper():
        return word.upper() if like.isupper() and len(like) > 1 else word[0].upper() + word[1:]
    return word


# --- the channel ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Channel:
    """P(read | intended) in logarithms, indexed by what was read."""

    by_read: Mapping[str, Sequence[tuple[str, float]]]
    kept: Mapping[str, float]

    @classmethod
    def of_rates(cls, *, marked: float, others: float) -> Channel:
        """Make the channel of a document of which nothing but a rough fault rate is known."""
        rates = {letter: marked if letter in MARKED else others for letter in CONFUSIONS}
        return cls._of(rates, CONFUSIONS)

    @classmethod
    def learnt(cls, readings: Iterable[_Reading]) -> Channel:
        """Make the channel that the first readings of a document show."""
        seen: Counter[tuple[str, str]] = Counter()
        letters: Counter[str] = Counter()
        for reading in readings:
            seen.update(reading.faults)
            letters.update(reading.word)
        rates, shares = {}, {}
        for group in (MARKED, "".join(set(CONFUSIONS) - set(MARKED))):
            misread = sum(n for (intended, _), n in seen.items() if intended in group)
            occurring = sum(letters[letter] for letter in group)
            group_rate = (misread + 0.1) / (occurring + 100)
            for letter in group:
                n = sum(k for (intended, _), k in seen.items() if intended == letter)
                rates[letter] = min(0.98, (n + 10 * group_rate) / (letters[letter] + 10))
                shares[letter] = {
                    read: (seen[letter, read] + 10 * share) / (n + 10)
                    for read, share in CONFUSIONS[letter].items()
                }
        return cls._of(rates, shares)

    @classmethod
    def _of(cls, rates: Mapping[str, float], shares: Mapping[str, Mapping[str, float]]) -> Channel:
        by_read: dict[str, list[tuple[str, float]]] = {}
        for intended, reads in shares.items():
            for read, share in reads.items():
                by_read.setdefault(read, []).append((intended, math.log(max(rates[intended] * share, 1e-9))))
        return cls(by_read, {letter: math.log(1 - rate) for letter, rate in rates.items()})


# --- readings ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a token: the word, its log probability, and the faults assumed."""

    word: str
    score: float
    channel: float
    faults: tuple[tuple[str, str], ...] = ()


def _as_is(form: str) -> _Reading:
    return _Reading(form, 0.0, 0.0)


class _Reader:
    def __init__(self, words: Words, channel: Channel) -> None:
        self.words = words
        self.channel = channel
        self.log_total = math.log(words.total)
        self.ranges: dict[str, bool] = {}

    def is_word(self, form: str) -> bool:
        """Whether the token is beyond suspicion: a word, a valid compound, or no word at all."""
        if not _is_readable(form):
            return True
        return form in self.words.counts or len(form) == 1

    def read(self, form: str) -> _Reading:
        return self.options(form)[0]

    def options(self, form: str) -> list[_Reading]:
        """Return the readings of a token, the likeliest first; among them the token as it is."""
        if form in LONE:
            asis = _Reading(form, math.log(0.002), 0.0)
            return [asis, *(_Reading(w, self._log_word(w) + c, c, ((w, form),)) for w, c in LONE[form])]
        if not _is_readable(form) or len(form) == 1:
            return [_as_is(form)]
        kept = sum(self.channel.kept.get(c, 0.0) for c in form)
        known = form in self.words.counts
        score = self._log_word(form) if known else self._unknown(form)
        found = [_Reading(form, score + kept, kept)]
        found += self._search(form, compounds=not known)
        found.sort(key=lambda r: -r.score)
        return found

    def choose(self, options: list[_Reading], left: str | None, right: str | None, token: _Token) -> _Reading:
        """Choose among the readings of a token, its neighbours considered."""
        form = token.form
        if len(options) == 1:
            return options[0]

        def total(r: _Reading) -> float:
            score = r.score + self._context(r.word, left, right)
            if (
                r.word == form
                and token.text[0].isupper()
                and not token.opens
                and form not in self.words.counts
            ):
                score += 3.0
            return score

        ranked = max(options, key=total)
        asis = next(r for r in options if r.word == form)
        return ranked if total(ranked) > total(asis) + _MARGIN else asis

    def _context(self, word: str, left: str | None, right: str | None) -> float:
        gain = 0.0
        key = NUMBER if word.isdigit() else word
        for a, b in ((left, key), (key, right)):
            if a is None or b is None:
                continue
            a = NUMBER if a.isdigit() else a
            b = NUMBER if b.isdigit() else b
            together = self.words.pair_count(a, b)
            expected = self._count(a) * self._count(b) / self.words.total
            gain += (
                math.log((together + 0.5) / (expected + 0.5))
                if together
                else -math.log1p(min(expected, 20) / 0.5)
            )
        return gain

    def _count(self, word: str) -> float:
        return self.words.total * 0.02 if word == NUMBER else max(self.words.count(word), 0.5)

    def _log_word(self, word: str) -> float:
        score = math.log(self.words.counts[word]) - self.log_total
        return score + _NAME if word in self.words.names else score

    def _unknown(self, form: str) -> float:
        return _UNKNOWN + _UNKNOWN_LETTER * len(form)

    def _starts_word(self, prefix: str) -> bool:
        known = self.ranges.get(prefix)
        if known is None:
            forms = self.words.forms
            at = bisect_left(forms, prefix)
            known = self.ranges[prefix] = at < len(forms) and forms[at].startswith(prefix)
        return known

    def _search(self, form: str, *, compounds: bool) -> list[_Reading]:
        """Find the words, and where asked the compounds, that could have been read as `form`."""
        found: dict[str, _Reading] = {}
        lattice: list[_Reading | None] = [None] * (len(form) + 1)
        lattice[0] = _Reading("", 0.0, 0.0)
        last_start = len(form) - 3 if compounds else 1
        for start in range(max(1, last_start)):
            before = lattice[start]
            if before is None:
                continue
            for end, part, channel, faults in self._parts(form, start):
                final = end == len(form)
                if not final and (not compounds or len(form) - end < 3):
                    continue
                if (start or not final) and (
                    len(part) < 3 or self.words.counts[part] < (2000 if len(part) == 3 else 20)
                ):
                    continue
                score = before.score + channel + self._log_word(part) + (_JOIN if start else 0.0)
                reading = _Reading(
                    before.word + part, score, before.channel + channel, before.faults + faults
                )
                if final:
                    old = found.get(reading.word)
                    if reading.word != form and (old is None or old.score < score):
                        found[reading.word] = reading
                    continue
                known = lattice[end]
                if known is None or known.score < score:
                    lattice[end] = reading
                if form[end] == "s" and end + 1 < len(form):
                    linked = _Reading(reading.word + "s", score - 1.0, reading.channel, reading.faults)
                    known = lattice[end + 1]
                    if known is None or known.score < linked.score:
                        lattice[end + 1] = linked
        return list(found.values())

    def _parts(self, form: str, start: int) -> Iterator[tuple[int, str, float, tuple[tuple[str, str], ...]]]:
        """Yield the words that could have been read as ``form[start:end]``, for every end."""
        by_read, kept, counts = self.channel.by_read, self.channel.kept, self.words.counts
        longest_cost = -9.0 - 0.9 * (len(form) - start)
        missing = by_read.get("", ())
        stack: list[tuple[int, str, float, tuple[tuple[str, str], ...], bool]] = [(start, "", 0.0, (), False)]
        while stack:
            at, prefix, cost, faults, inserted = stack.pop()
            if at > start and prefix in counts:
                yield at, prefix, cost, faults
            if at == len(form):
                if not inserted:
                    for intended, log_p in missing:
                        if prefix + intended in counts and cost + log_p > longest_cost:
                            yield at, prefix + intended, cost + log_p, (*faults, (intended, ""))
                continue
            letter = form[at]
            if letter.isalpha() and self._starts_word(prefix + letter):
                stack.append((at + 1, prefix + letter, cost + kept.get(letter, 0.0), faults, False))
            for width in (1, 2):
                read = form[at : at + width]
                if len(read) < width:
                    break
                for intended, log_p in by_read.get(read, ()):
                    if cost + log_p > longest_cost and self._starts_word(prefix + intended):
                        stack.append(
                            (at + width, prefix + intended, cost + log_p, (*faults, (intended, read)), False)
                        )
            if not inserted:
                for intended, log_p in missing:
                    if cost + log_p > longest_cost and self._starts_word(prefix + intended):
                        stack.append((at, prefix + intended, cost + log_p, (*faults, (intended, "")), True))


LONE: Mapping[str, Sequence[tuple[str, float]]] = {
    "1": (("i", math.log(0.3)),),
    "l": (("i", math.log(0.3)),),
    "|": (("i", math.log(0.3)),),
    "s": (("så", math.log(0.01)),),
}


# --- punctuation ------------------------------------------------------------------------------

_BULLET = re.compile(r"^[ \t]*([eo¢*«°])[ \t]+(?=\S)", re.MULTILINE)
_OPENING = re.compile(r"(?<!\S)[’'](?=\w)")


def _punctuation(text: str) -> list[Repair]:
    """Find bullets read as letters and opening quotation marks read as others."""
    repairs = []
    bullets = list(_BULLET.finditer(text))
    if len(bullets) > 1:
        repairs += [Repair(m.start(1), m.end(1), "•") for m in bullets]
    if text.count("“") < text.count("”") / 2:
        repairs += [Repair(m.start(), m.end(), "”") for m in re.finditer("“", text)]
    for m in _OPENING.finditer(text):
        closing = re.search(r"[”“’]", text[m.end() : m.end() + 600])
        if closing and closing[0] == "”" and not text[m.end() + closing.start() - 1].isspace():
            repairs.append(Repair(m.start(), m.end(), "”"))
    return repairs
