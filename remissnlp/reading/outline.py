"""The headings and numbers of a document that was sent out: what responses refer to, and are filed under."""

from __future__ import annotations

import re

from remissnlp.layout import analyse_layout
from remissnlp.reading.document import Document
from remissnlp.reading.registration import UNLABELLED, normalise
from remissnlp.records import Remissvar

_LEADER = re.compile(r"[ \t]*(?:\.[ .]{2,}|…+|\t|_{3,})[ \t]*\d{0,4}$|[ \t]+\d{1,3}$")
_HAS_WORD = re.compile(r"[^\W\d_]{3}")
_MOST = 400
_LONGEST = 160
_COVER = 3000


def find_headings(document: Document) -> tuple[str, ...]:
    """Return the headings of a document in order, each once, with their numbers and without page numbers."""
    layout = analyse_layout(Remissvar("", "", "", document.source, document.pages))
    headings: dict[str, str] = {}
    for block in layout.blocks:
        if block.kind != "heading":
            continue
        heading = _LEADER.sub("", block.reading).strip()
        if _HAS_WORD.search(heading) and len(heading) <= _LONGEST:
            headings.setdefault(heading.casefold(), heading)
    return tuple(headings.values())[:_MOST]


def find_numbers(document: Document) -> tuple[str, ...]:
    """Return every registration number on a document's cover, its labelled ones first."""
    labelled = [field.value for field in document.fields if field.label in ("own", "remiss")]
    loose = [match.group() for match in re.finditer(UNLABELLED, document.text[:_COVER])]
    return tuple(dict.fromkeys(normalise(number) for number in [*labelled, *loose]))
