"""A document as its letterhead is read: the text, where to look in it, and its labelled fields."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from remissnlp.layout.repair import Repair, apply_repairs, find_repairs
from remissnlp.layout.threads import find_quoted
from remissnlp.reading.fields import Field, find_fields
from remissnlp.records import Span

# The opening is the first page, within these bounds; half the upper one where pages are not known.
_OPENING_MINIMUM = 1500
_OPENING_MAXIMUM = 6000
_CLOSING = 1500
_SPACES = str.maketrans(dict.fromkeys("\ufeff\xa0\u2007\u202f", " "))


@dataclass(frozen=True)
class Document:
    """One document and its pages; everything else follows from them.

    Attributes
    ----------
    source : str
        The text as it was read.
    pages : tuple of Span
        Its pages, as offsets into `source`.
    """

    source: str
    pages: tuple[Span, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text with one kind of line end and of space, letters composed.

        What is found has its place in this text. That is its place in `source` too, unless letters there
        are written as two characters each.
        """
        text = _uniform(self.source)
        for start, end in find_quoted(text):  # another's mail, under the answer to it or above the letter
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        return text

    @cached_property
    def head(self) -> Span:
        """Where a document says what it is: its opening."""
        end = len(_uniform(self.source[: self.pages[0].end])) if self.pages else _OPENING_MAXIMUM // 2
        return Span(0, min(len(self.text), max(_OPENING_MINIMUM, min(end, _OPENING_MAXIMUM))))

    @cached_property
    def tail(self) -> Span:
        """Where signatures and the list of attachments stand."""
        return Span(max(0, len(self.text) - _CLOSING), len(self.text))

    @cached_property
    def fields(self) -> list[Field]:
        """The labelled fields of the whole text: page heads repeat them, and a scan may have lost one."""
        return find_fields(self.text)

    @cached_property
    def _repairs_of_head(self) -> tuple[Repair, ...]:
        return find_repairs(self.text[: self.head.end])

    @cached_property
    def _repairs(self) -> tuple[Repair, ...]:
        return find_repairs(self.text)

    def readable(self, span: Span | tuple[int, int]) -> str:
        """Return a slice of the text with its OCR faults repaired.

        Nearly all that is read stands in the opening, and repairing the rest of a bad scan takes a second.
        """
        start, end = span
        repairs = self._repairs_of_head if end <= self.head.end else self._repairs
        return apply_repairs(self.text, repairs, start=start, end=end)

    def paragraphs(self, area: Span) -> list[Span]:
        """Return the stretches between blank lines in `area`."""
        found = re.finditer(r"\S.*(?:\n.*\S.*)*", self.text[area.start : area.end])
        return [Span(area.start + match.start(), area.start + match.end()) for match in found]


def _uniform(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_SPACES).replace("\r\n", " \n").replace("\r", "\n")
