# ruff: noqa: E501  (a lexicon reads better in long lines)
"""Which section a block stands in, and what such a section holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from remissnlp.layout import Block
from remissnlp.layout.furniture import fold

Section = Literal["views", "summary", "background", "decision", "open"]

# Headings are matched folded (lower case, no diacritics), so that an OCR that lost dots does no harm.
_SECTIONS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (
        "decision",
        re.compile(r"forslag till (?:beslut|yttrande)$|\bbeslut$|^hemstallan|^att-satser|^beslutsgang"),
    ),
    (
        "background",
        re.compile(
            r"^(?:bakgrund|inledning|arende|om (?:arende|remiss|forslag|utredning|program)|handlaggning"
            r"|beskrivning av|gallande (?:ratt|ordning|regler)|nulage|tidigare beslut|handlingar|underlag"
            r"|remissen\b|remissens|forslagets? (?:innehall|i korthet|huvudsakliga)"
            r"|(?:utredningens|promemorians|kommunstyrelsens|regeringens|programmets|planens) (?:forslag|innehall)"
            r"|sammanfattning av (?:remiss|forslag|utredning|arende|program))|beredning$|beredning av arendet"
        ),
    ),
    (
        "summary",
        re.compile(r"^(?:sammanfattning|sammanfattande (?:synpunkter|bedomning)|yttrandet i korthet)"),
    ),
    (
        "views",
        re.compile(
            r"\bsynpunkte?r?\b|\bstallningstagande|\bbedomning|\boverva(?:g|nd)|\bstandpunkt|\bkommentar"
            r"|\banalys\b|\bslutsats|\bsvar pa\b.*remiss|^(?:\w+ )?(?:remissvar|yttrande|remissyttrande|svar|forslag)$"
        ),
    ),
)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\)|§ ?\d+)\s+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the heading it stands under and the kind of section that it belongs to."""

    block: Block
    section: Section
    heading: str | None


def section_of_heading(heading: str) -> Section | None:
    """Return what the section under `heading` holds, None where the heading does not tell."""
    text = _NUMBER.sub("", fold(heading).strip(" :#*"))
    if len(text.split()) > 8:
        return None  # a title ("Yttrande över remiss av …"), not a section
    return next((section for section, pattern in _SECTIONS if pattern.search(text)), None)


def place_blocks(blocks: Sequence[Block]) -> tuple[Placed, ...]:
    """Give each block its section.

    A heading that does not tell inherits the section above it where the response has a section for
    its views; else it opens a section of its own kind, ``"open"``, in which only sentences that
    plainly take a stand are kept.
    """
    known = [section_of_heading(block.reading) if block.kind == "heading" else None for block in blocks]
    has_views = "views" in known
    placed: list[Placed] = []
    section: Section = "open"
    heading: str | None = None
    for block, own in zip(blocks, known, strict=True):
        if block.kind == "heading":
            heading = block.reading
            if own:
                section = own
            elif not has_views:
                section = "open"
        placed.append(Placed(block, section, heading))
    return tuple(placed)
