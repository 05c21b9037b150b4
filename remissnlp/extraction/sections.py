# ruff: noqa: E501  (a lexicon reads better in long lines)
"""Which section a block stands in, and what such a section holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from remissnlp.extraction.voices import name_voice, opening_of, opens_statement, tells_speaker
from remissnlp.layout import Block
from remissnlp.layout.furniture import fold
from remissnlp.layout.records import FLOW

Section = Literal["views", "summary", "background", "decision", "open", "statement"]

# Headings are matched folded (lower case, no diacritics), so that an OCR that lost dots does no harm.
_SECTIONS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (
        "decision",
        re.compile(
            r"forslag till (?:beslut|yttrande)$|\bbeslut$|^hemstallan|^att-satser|^beslutsgang|^yrkande|^proposition(?:er|sordning)?\b"
        ),
    ),
    (
        "background",
        re.compile(
            r"^(?:bakgrund|inledning|arende|om (?:oss|\w*(?:forening|forbund|organisation)\w*|(?:arende|remiss|forslag|utredning|program)\w*$)|handlaggning"
            r"|beskrivning av|gallande (?:ratt|ordning|regler)|nulage|tidigare beslut|handlingar|underlag"
            r"|remissen\b|remissens|forslagets? (?:innehall|i korthet|huvudsakliga)"
            r"|(?:utredningens|promemorians|kommunstyrelsens|regeringens|programmets|planens) (?:forslag|innehall)"
            r"|sammanfattning av (?:(?:remissen|arende|program|betankande|promemoria)|(?:forslag|utredning)\w*$))|beredning$|beredning av arendet"
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
# A heading that names a place of the remitted document stands over what is said of it.
_PLACE = re.compile(
    r"^(?:(?:till )?(?:avsnitt|kapitel|kap\.?|punkt|atgard|fraga) \d|\d+ kap\.|\d+ ?[a-z]? ?§)"
)
# So does "4.2 Planens innehåll" in a letter that follows the numbers of what was sent out.
_NUMBER_WITHIN = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
_ITS_CONTENT = re.compile(r"(?:forslag|innehall)$")
_MORE_OF_NAME = 2  # words of a board or department beside the sender's name
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\)|§ ?\d+)\s+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the heading it stands under and the kind of section that it belongs to.

    ``voice`` tells who speaks where it is not the remissinstans, see `voices`.
    """

    block: Block
    section: Section
    heading: str | None
    voice: str | None = None


@lru_cache(maxsize=10_000)  # thousands of synpunkter stand under a few headings
def section_of_heading(heading: str) -> Section | None:
    """Return what the section under `heading` holds, None where the heading does not tell."""
    text = fold(heading).strip(" :#*")
    if _PLACE.match(text):
        return "views"
    follows = _NUMBER_WITHIN.match(text) is not None
    text = _NUMBER.sub("", text)
    if follows and _ITS_CONTENT.search(text):
        return None
    if len(text.split()) > 8:
        return None  # a title ("Yttrande över remiss av …"), not a section
    return next((section for section, pattern in _SECTIONS if pattern.search(text)), None)


def place_blocks(blocks: Sequence[Block], sender: str | None = None) -> tuple[Placed, ...]:
    """Give each block its section.

    Lines of the letterhead that look like headings (the `sender`'s name, whom it is written to) are no
    heading of what follows.

    A heading that does not tell inherits the section above it where the response has a section for
    its views, which for background must still be to come; else it opens a section of its own kind,
    ``"open"``, in which only what stands in a paragraph with a plain stand is kept.
    """
    known = [section_of_heading(block.reading) if block.kind == "heading" else None for block in blocks]
    views = [
        number
        for number, (block, own) in enumerate(zip(blocks, known, strict=True))
        if own == "views" and not _PLACE.match(fold(block.reading))
    ]
    placed: list[Placed] = []
    section: Section = "open"
    heading: str | None = None
    statement: str | None = None
    voice: str | None = None
    for number, (block, own) in enumerate(zip(blocks, known, strict=True)):
        opens = opens_statement(block.reading) if block.kind in ("heading", "paragraph") else None
        if opens:
            statement, section, voice = opens, "statement", name_voice(opens, block.reading)
            heading = _plain(block.reading) if block.kind == "heading" else heading
        elif statement and block.kind in FLOW and tells_speaker(block.reading):
            voice = name_voice(statement, block.reading)
        elif statement and block.kind in FLOW and (opening := opening_of(block.reading)):
            voice = name_voice(statement, opening)
        elif block.kind == "heading":
            heading = None if _is_letterhead(block.reading, sender) else _plain(block.reading)
            if own:
                section, statement, voice = own, None, None
            elif not statement and not _inherits(section, number, views):
                section = "open"
        tells = statement and tells_speaker(block.reading)
        placed.append(Placed(block, "decision" if tells else section, heading, voice))
    return tuple(placed)


def _is_letterhead(heading: str, sender: str | None) -> bool:
    text, name = fold(heading).strip(" #*"), fold(sender or "").removesuffix(" ab")
    own = bool(name) and (
        text in name or (name in text and len(text.split()) <= len(name.split()) + _MORE_OF_NAME)
    )
    return text.startswith("till ") or own


def _plain(heading: str) -> str:
    """A heading without what marks it in Markdown; one of marks alone is left."""
    return re.sub(r"^#{1,6}\s+|\*\*", "", heading).strip() or heading


def _inherits(section: Section, number: int, views: Sequence[int]) -> bool:
    """Whether block `number`, a heading that does not tell, goes on with `section`."""
    if section in ("background", "decision"):
        return bool(views) and number < views[-1]
    return bool(views)
