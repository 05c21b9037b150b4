"""Personal data that must not stand in a quote: e-mail addresses, telephone and personal numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remissnlp.records import Span

PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+(?:\.\w+)*"
    r"|(?<!\d)(?:\+46|0)[\s(]*\d{1,3}\)?[\s/-]*\d{2,3}[ -]?\d{2}[ -]?\d{2,3}\b"
    r"|\b(?:\+46|0)\d{1,3}[ -]?\d{2,3}[ -]?\d{2}[ -]?\d{2,3}\b"
    r"|\b(?:19|20)?\d{6}[-+]\d{4}\b"
)


def without_personal_data(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return `spans` with e-mail addresses, telephone numbers and personal numbers cut out.

    Joining the pieces could bring digits together that look like a number anew, so the cut is made
    on the joined text until nothing is found.
    """
    while True:
        spans = tuple(span for span in spans if text[span.start : span.end].strip())
        joined = "".join(text[start:end] for start, end in spans)
        match = PERSONAL.search(joined)
        if match is None:
            return spans
        spans = tuple(_cut(spans, match.start(), match.end()))


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """Yield `spans` without the part ``[start, end)`` of the text that they make up together."""
    offset = 0
    for span in spans:
        length = span.end - span.start
        low = min(max(start - offset, 0), length)
        high = min(max(end - offset, 0), length)
        if low > 0:
            yield Span(span.start, span.start + low)
        if high < length:
            yield Span(span.start + max(high, low), span.end)
        offset += length
