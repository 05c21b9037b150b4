"""Where in the run's texts the rows of a coding stand."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from remissnlp.evaluation.records import CodedRow, Passage, Remark
from remissnlp.records import Remissvar, Run, Span, Synpunkt

FEWEST_LETTERS = 12
"""A shorter quote is looked for letter by letter only, or it would be found where it does not stand."""

_ALIKE = str.maketrans("01|!l", "oiiii")


@dataclass(frozen=True)
class Placed:
    """The passages that were found, the responses that were coded, and what to tell of single rows."""

    passages: tuple[Passage, ...]
    coded: tuple[str, ...]
    unplaced: tuple[Remark, ...]
    remarks: tuple[Remark, ...]


def place(rows: Sequence[CodedRow], run: Run) -> Placed:
    """Find the place of every row; rows of one coder with the same place become one passage.

    A quote is looked for as it stands, then by its letters and digits alone (which passes over blanks,
    line breaks, hyphens, quotation marks, lost rings and dots), then in the readable form of the synpunkter.
    A row with a file but neither place nor code tells that the file was read and nothing found in it.
    """
    files = _Files(run.remissvar)
    texts = {r.id: _Text(r.text, [s for s in run.synpunkter if s.remissvar == r.id]) for r in run.remissvar}
    unplaced: list[Remark] = []
    remarks: list[Remark] = []
    coded: set[str] = set()
    found: dict[tuple[str, str, tuple[Span, ...]], list[CodedRow]] = defaultdict(list)
    for row in rows:
        try:
            remissvar = files.find(row.file) if row.file else _only_text_with(row, texts)
            coded.add(remissvar)
            if not row.codes:
                continue
            spans, remark = texts[remissvar].find(row)
        except LookupError as error:
            unplaced.append(Remark(row.number, error.args[0]))
            continue
        if remark:
            remarks.append(Remark(row.number, remark))
        found[row.coder, remissvar, spans].append(row)
    passages = [_passage(*key, some) for key, some in found.items()]
    order = {r.id: i for i, r in enumerate(run.remissvar)}
    passages.sort(key=lambda p: (order[p.remissvar], p.spans, p.coder))
    return Placed(
        tuple(passages), tuple(sorted(coded, key=order.__getitem__)), tuple(unplaced), tuple(remarks)
    )


def _only_text_with(row: CodedRow, texts: Mapping[str, _Text]) -> str:
    """Return the remissvar that a quote without a file stands in."""
    found = [name for name, text in texts.items() if text.places(row.quote)]
    if len(found) != 1:
        where = "i flera remissvar; ange filen" if found else "inte i någon text"
        raise LookupError(f"Citatet står {where}: ”{_short(row.quote)}”")
    return found[0]


def _passage(coder: str, remissvar: str, spans: tuple[Span, ...], rows: Sequence[CodedRow]) -> Passage:
    return Passage(
        rows=tuple(row.number for row in rows),
        remissvar=remissvar,
        spans=spans,
        codes=frozenset(code for row in rows for code in row.codes),
        coder=coder,
        stance=next((row.stance for row in rows if row.stance), None),
    )


class _Files:
    """Knows a remissvar by its path in the corpus, its file name (with or without ending) or its id."""

    def __init__(self, remissvar: Iterable[Remissvar]) -> None:
        self._known: dict[str, set[str]] = defaultdict(set)
        for r in remissvar:
            for source in {r.file, r.source}:
                name = source.rpartition("/")[2]
                for key in (source, name, name.rpartition(".")[0]):
                    self._known[_name(key)].add(r.id)
            self._known[_name(r.id)].add(r.id)

    def find(self, name: str) -> str:
        found = self._known.get(_name(name), set())
        if not found:
            raise LookupError(f"Filen ”{name}” finns inte i körningen.")
        if len(found) > 1:
            raise LookupError(f"Flera remissvar heter ”{name}”; skriv sökvägen i mappen med remissvar.")
        return next(iter(found))


def _name(name: str) -> str:
    return unicodedata.normalize("NFC", name).replace("\\", "/").removeprefix("./").casefold()


class _Text:
    """The text of a remissvar, and its synpunkter, to look for quotes in."""

    def __init__(self, text: str, synpunkter: Sequence[Synpunkt]) -> None:
        self._text = text
        self._synpunkter = synpunkter

    def find(self, row: CodedRow) -> tuple[tuple[Span, ...], str]:
        """Return the place of a row and a remark on it, which may be empty; raise LookupError."""
        given = None if row.start is None or row.end is None else Span(row.start, row.end)
        if given and given.end > len(self._text):
            raise LookupError(f"Texten slutar vid tecken {len(self._text)}, före {given.end}.")
        if given and not self._text[given.start : given.end].strip():
            raise LookupError("Mellan start och slut finns ingen text.")
        if given and (
            not row.quote or letters(row.quote)[0] == letters(self._text[given.start : given.end])[0]
        ):
            return (given,), ""
        places = self.places(row.quote)
        if not places:
            raise LookupError(f"Citatet finns inte i texten: ”{_short(row.quote)}”")
        if given:
            nearest = min(places, key=lambda spans: abs(spans[0].start - given.start))
            return nearest, "Start och slut visar en annan text än citatet; citatet gäller."
        several = "Citatet står på flera ställen; det första räknas." if len(places) > 1 else ""
        return places[0], several

    def places(self, quote: str) -> list[tuple[Span, ...]]:
        """Return everywhere a quote stands; see `place`."""
        quote = quote.strip()
        exact: list[tuple[Span, ...]] = [
            (Span(at, at + len(quote)),) for at in _occurrences(self._text, quote)
        ]
        wanted = letters(quote)[0]
        if exact or len(wanted) < FEWEST_LETTERS:
            return exact
        folded, places = self._letters
        alike: list[tuple[Span, ...]] = [
            (Span(places[at], places[at + len(wanted) - 1] + 1),) for at in _occurrences(folded, wanted)
        ]
        if alike:
            return alike
        return [spans for spans, *shown in self._shown if any(wanted in text for text in shown)]

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        return letters(self._text)

    @cached_property
    def _shown(self) -> list[tuple[tuple[Span, ...], str, str]]:
        """The synpunkter as reports show them: without the page's foot in mid-sentence, OCR repaired."""
        return [(s.spans, letters(s.quote)[0], letters(s.reading)[0]) for s in self._synpunkter]


def letters(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of `text`, look-alikes as one, and the place of each in `text`."""
    kept: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for c in unicodedata.normalize("NFKD", character.casefold()):
            if c.isalnum() or c in "|!":
                kept.append(c.translate(_ALIKE))
                places.append(at)
    return "".join(kept), places


def _occurrences(text: str, part: str) -> list[int]:
    found, at = [], text.find(part) if part else -1
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _short(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def by_unit(passages: Sequence[Passage]) -> list[int]:
    """Number the places: passages of different coders are one place where half of the shorter is shared.

    Returns
    -------
    list of int, one a passage
    """
    parent = list(range(len(passages)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    size = [covered(p.spans) for p in passages]
    in_text: Mapping[str, list[int]] = defaultdict(list)
    for i, passage in enumerate(passages):
        for j in in_text[passage.remissvar]:
            other = passages[j]
            shared = overlap(passage.spans, other.spans)
            if other.coder != passage.coder and 2 * shared >= min(size[i], size[j]):
                parent[root(i)] = root(j)
        in_text[passage.remissvar].append(i)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(i), len(numbers)) for i in range(len(passages))]


def covered(spans: Iterable[Span]) -> int:
    """Return how many characters the spans hold."""
    return sum(end - start for start, end in spans)


def overlap(first: Iterable[Span], second: Sequence[Span]) -> int:
    """Return how many characters two lists of spans share; neither list overlaps itself."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)
