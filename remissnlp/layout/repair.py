"""Repair of OCR faults in Swedish: replacements beside the text, whose offsets stay as they are.

A clean document must keep every word and a poor scan must have even its *for* read as *för*, so
the document's own fault rate decides. Words that are none as they stand are read first; where they
show a pattern of faults, every word is read again with the channel that they have shown, beside
its neighbours. See `readings` for the model.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from remissnlp.embedding.words import Words, load_words
from remissnlp.layout.confusions import Channel
from remissnlp.layout.readings import (
    LONE_SIGNS,
    Place,
    Reader,
    Reading,
    is_readable,
    lone_rates,
    proves_itself,
)

_WINDOW = 300  # words around a word that decide whether it stands in a damaged stretch
_MIN_FAULTS = 3  # fewer faults in the window, or a smaller share of its words, make no pattern
_MIN_FAULT_SHARE = 0.01
_SWEDISH = frozenset({"och", "att", "till", "inte"})  # not so spelt in any other language
_MIN_SWEDISH_SHARE = 0.02  # of running Swedish they make eight per cent
_ENGLISH_REACH = 3
_LONGEST_ABBREVIATION = 5  # of capitals only


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch ``[start, end)`` of the text, in code points, that should read `replacement`."""

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
    """Find the OCR faults of a document.

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
    tokens = list(_tokenize(text))
    first = _read_unknown(tokens, words)
    damaged = _damaged(first)
    if not any(damaged):
        return ()
    shown = [reading for reading, bad in zip(first, damaged, strict=True) if bad]
    vocabulary = Counter(r.word for r in shown if r.faults or (proves_itself(r.word) and r.word in words))
    reader = Reader(
        words,
        Channel.learnt((r.word, r.faults) for r in shown),
        vocabulary=vocabulary,
        lone_rates=lone_rates((r.word for r in shown), words),
    )
    repairs = _read_in_place(tokens, damaged, reader)
    stretches = [token for token, bad in zip(tokens, damaged, strict=True) if bad]
    repairs += _repair_punctuation(text, stretches[0].start, stretches[-1].end)
    return tuple(sorted(repairs, key=lambda repair: repair.start))


def _read_unknown(tokens: Sequence[_Token], words: Words) -> list[Reading]:
    """Read, each by itself, the tokens that are no words as they stand; keep the others."""
    reader = Reader(words, Channel.assumed(marked=0.02, others=0.0005))
    nowhere = Place(None, None, capital=False, opens=True)
    name = Place(None, None, capital=True, opens=False)
    return [
        reader.choose(token.form, name if token.capital else nowhere)
        if is_readable(token.form) and not reader.is_known(token.form)
        else Reading(token.form, 0.0)
        for token in tokens
    ]


def _damaged(readings: Sequence[Reading]) -> list[bool]:
    """Tell for each token whether the Swedish words around it show a pattern of faults."""
    faulty = [0, *accumulate(bool(reading.faults) for reading in readings)]
    swedish = [0, *accumulate(reading.word in _SWEDISH for reading in readings)]
    size = len(readings)
    verdicts = []
    for i in range(size):
        low = max(0, min(i - _WINDOW // 2, size - _WINDOW))
        high = min(size, low + _WINDOW)
        faults = faulty[high] - faulty[low]
        function_words = swedish[high] - swedish[low]
        verdicts.append(
            faults >= max(_MIN_FAULTS, _MIN_FAULT_SHARE * (high - low))
            and function_words >= _MIN_SWEDISH_SHARE * (high - low)
        )
    return verdicts


def _read_in_place(tokens: Sequence[_Token], damaged: Sequence[bool], reader: Reader) -> list[Repair]:
    """Read every token of the damaged stretches beside its neighbours."""
    likely = [
        max(reader.options(token.form), key=lambda r: r.score).word if bad else token.form
        for token, bad in zip(tokens, damaged, strict=True)
    ]
    repairs: list[Repair] = []
    for i, (token, bad) in enumerate(zip(tokens, damaged, strict=True)):
        if not bad or token.english:
            continue
        left = likely[i - 1] if i and not token.opens else None
        right = likely[i + 1] if i + 1 < len(tokens) and not tokens[i + 1].opens else None
        if token.form in LONE_SIGNS and not token.stands_alone(left, right):
            continue
        reading = reader.choose(token.form, Place(left, right, token.capital, token.opens))
        likely[i] = reading.word
        if reading.faults:
            repairs += token.repairs(reading)
    return repairs


# --- tokens -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the text; in two pieces when a hyphen breaks it at the end of a line."""

    pieces: tuple[tuple[int, str], ...]  # where each piece begins, and the piece
    opens: bool  # something parts it from the word before
    alone: bool  # no punctuation touches it
    english: bool = False

    @property
    def text(self) -> str:
        return "".join(piece for _, piece in self.pieces)

    @property
    def form(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][0] + len(self.pieces[-1][1])

    def stands_alone(self, left: str | None, right: str | None) -> bool:
        """Whether a lone sign can be a word: words stand on both sides, with no punctuation."""
        return self.alone and left is not None and right is not None

    def repairs(self, reading: Reading) -> Iterator[Repair]:
        """Yield the repair of each piece that the reading changes."""
        at = 0  # in the token
        done = 0  # in the reading
        for start, piece in self.pieces:
            end = at + len(piece)
            if any(fault.at < end < fault.at + len(fault.read) for fault in reading.faults):
                return  # one fault over both pieces: the hyphen was misread too
            faults = [
                fault for fault in reading.faults if at <= fault.at < end or fault.at == len(self.form) == end
            ]
            length = len(piece) + sum(len(fault.intended) - len(fault.read) for fault in faults)
            word = reading.word[done : done + length]
            if faults:
                yield Repair(start, start + len(piece), _recase(word, piece))
            at, done = end, done + length


_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[\w&@{}|¢$]+")
_NOTE_MARK = re.compile(r"(?<=[^\W\d_]{4})[\d¹²³⁴-⁹⁰]{1,3}$|^\d{1,2}(?=[A-ZÅÄÖ])")
_HYPHEN_AT_LINE_END = re.compile(
    r"[-\u00ad¬]\s*\n\s*(?!(?:och|eller|samt|resp|respektive)\b)(?=[^\W\d_A-ZÅÄÖ])"
)
_ADDRESS = re.compile(r"://|^\(?www\.|@[\w-]+\.|\w\.(?:se|com|org|nu|eu|net)\b|\d[/.:–-]\d|_")
_ENGLISH = frozenset({"and", "of", "the", "to", "with"})  # beside these, "for" is no misread "för"


def _tokenize(text: str) -> Iterator[_Token]:
    parts: list[tuple[int, str, bool, bool]] = []
    opens = True
    before = 0
    for chunk in _CHUNK.finditer(text):
        opens = opens or text.count("\n", before, chunk.start()) > 1  # a new paragraph
        before = chunk.end()
        no_word = _ADDRESS.search(chunk[0]) or (chunk[0] == "|" and _parts_cells(text, chunk.start()))
        found = [] if no_word else list(_WORD.finditer(chunk[0]))
        for match in found:
            bare = _NOTE_MARK.sub("", match[0])
            if _is_word_like(bare, chunk[0][: match.start()]):
                start = chunk.start() + match.start() + match[0].index(bare)
                parts.append((start, bare, opens, bare == chunk[0]))
            opens = False
        opens = not found or chunk[0][-1] in ".:;!?)"
    english = [at for at, (_, word, _, _) in enumerate(parts) if word.lower() in _ENGLISH]
    at = 0
    while at < len(parts):
        start, word, opens, alone = parts[at]
        pieces: tuple[tuple[int, str], ...] = ((start, word),)
        broken = _HYPHEN_AT_LINE_END.match(text, start + len(word))
        if broken and word[-1].islower() and at + 1 < len(parts) and parts[at + 1][0] == broken.end():
            pieces = ((start, word), parts[at + 1][:2])
        near = bisect_right(english, at + _ENGLISH_REACH) - bisect_right(english, at - _ENGLISH_REACH - 1)
        yield _Token(pieces, opens, alone, near > 0)
        at += len(pieces)


def _parts_cells(text: str, at: int) -> bool:
    """Whether an upright stroke parts cells of a table: it has company, or no word goes on after it."""
    line = text[text.rfind("\n", 0, at) + 1 : at] + text[at : text.find("\n", at) % (len(text) + 1)]
    return line.count("|") > 1 or not text[at + 1 :].lstrip()[:1].islower()


def _is_word_like(word: str, before: str) -> bool:
    """Whether a part of a chunk may be read as a word, not an abbreviation or its ending."""
    if len(word) != len(word.lower()) or before.endswith(":"):
        return False
    letters = [c for c in word if c.isalpha()]
    return not (1 < len(word) <= _LONGEST_ABBREVIATION and letters and all(c.isupper() for c in letters))


def _recase(word: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[0].isupper() else word


# --- punctuation ------------------------------------------------------------------------------

_BULLET = re.compile(r"^[ \t]*([eo¢*«°])[ \t]+(?=\S)", re.MULTILINE)
_SINGLE_OPENING = re.compile(r"(?<!\S)[’'](?=\w)")
_QUOTED = 600  # code points within which a quotation must close


def _repair_punctuation(text: str, start: int, end: int) -> list[Repair]:
    """Find bullets read as letters and opening quotation marks read as others."""
    found = []
    bullets = list(_BULLET.finditer(text, start, end))
    if len(bullets) > 1:
        found += [(m.start(1), "•") for m in bullets]
    if text.count("“", start, end) < text.count("”", start, end) / 2:
        found += [(m.start(), "”") for m in re.finditer("“", text[:end]) if m.start() >= start]
    for m in _SINGLE_OPENING.finditer(text, start, end):
        closing = re.search(r"[”“’]", text[m.end() : m.end() + _QUOTED])
        if closing and closing[0] == "”" and not text[m.end() + closing.start() - 1].isspace():
            found.append((m.start(), "”"))
    return [Repair(at, at + 1, replacement) for at, replacement in found]
