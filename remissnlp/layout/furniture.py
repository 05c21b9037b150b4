"""Lines that are not running text: page heads and feet, letterheads, contacts, footnotes, signatures.

Lines are taken in groups (runs without a blank line or page break). A group is furniture by what
stands in it (a page number, a registration number, a telephone number), by where it stands (it
interrupts a sentence, closes the document, foots a page) or because it recurs from page to page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from remissnlp.layout.lines import Line
from remissnlp.layout.records import BlockKind

_PAGE_NUMBER = re.compile(
    r"^(?:sid(?:a|an|nr)?\.?\s*:?\s*\d{1,4}(?:\s*(?:\(\d{1,4}\)|/\s*\d{1,4}|av\s+\d{1,4}))?"
    r"|\d{1,4}\s*(?:\(\d{1,4}\)|/\s*\d{1,4})|[-–]\s*\d{1,4}\s*[-–]|\d{1,3})$"
)
_REGISTRATION = re.compile(
    r"^(?:(?:vart|ert|er|var)\s+)?(?:dnr|diarienummer|diarienr|diariebeteckning|arendenummer|beteckning|"
    r"referens|datum)\b[^.]{0,40}$"
)
_HEAD_WORD = re.compile(
    r"^(?:tjansteutlatande|tjansteskrivelse|yttrande|remissvar|remissyttrande|protokollsutdrag|kontorsyttrande|"
    r"till|er ref(?:erens)?|var ref(?:erens)?)\s*:?$"
)
_SECTION_WORD = re.compile(r"^(?:yttrande|remissvar|remissyttrande)\s*:?$")
_DATE = re.compile(r"^(?:\d{4}-\d{2}-\d{2}|(?:den\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{4})$")
_REMISS_LINE = re.compile(r"\b(?:ks|dnr|sou|ds)\s*\d{4}[/:]\s*\d+\s*$")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:se|nu|org|com|eu)$"
    r"|^(?:telefon|tfn|tel|mobil|vaxel|fax|e-post|epost|handlaggare|kontaktperson|kontakt|besoksadress|"
    r"postadress|leveransadress|adress|org\.? ?nr|organisationsnummer|bankgiro|plusgiro|webbplats)\b[\s.:]*"
    r"(?:[^.]{0,60}|\S+@\S+)$"
    r"|^\d{3} ?\d{2} [a-z]+(?: \d{1,2})?$|^box \d+|\b(?:\+46|0)\d{1,3}[ -]{1,3}\d[\d ]{4,9}$"
)
_GREETING = re.compile(
    r"^(?:med vanlig(?:a)? halsning(?:ar)?|vanligen|hogaktningsfullt|for [a-z ]+ styrelse)\b"
)
_TITLE = re.compile(
    r"(?:chef|direktor|ordforande|sekreterare|handlaggare|strateg|utredare|jurist|generaldirektor|landshovding|"
    r"samordnare|radman|lagman|rektor|dekan|radgivare|kansler|vd)\b"
)
_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöéü]+(?:[ -][A-ZÅÄÖ][a-zåäöéü-]+){1,3}\b")
_ATTACHMENTS = re.compile(r"^(?:bilag(?:a|or)|bifogas)\b[^.]{0,40}$")
MINORITY = re.compile(
    r"^(?:sarskil(?:t|da) (?:uttalanden?|yttranden?)|sarskild mening|ersattaryttranden?"
    r"|(?:borgarrads|kommunalrads)?reservation(?:en|er)?|(?:skiljaktig|avvikande) mening"
    r"|protokollsanteckning(?:en|ar)?|rostforklaring(?:en|ar)?)\b"
)
"""How a statement opens that members add in their own name, in folded text."""
_FOOTNOTE = re.compile(r"^(?:Not\.?\s*)?(\d{1,2}|[¹²³⁴-⁹])\s+\S")
_NOTE = re.compile(r"^not\.?\s*\d{1,2}\b")
_BULLET = re.compile(r"^(?:[•●▪◦‣·*»«+→➢✓■□○\uf0b7\uf0a7–—-]|\d{1,2}[.)]|[a-z]\))\s")
TERMINAL = (".", "!", "?", ":", ";", "”", '"', "»")

_DATED = re.compile(
    r"^[a-z-]+(?: [a-z]+)?,? (?:den )?(?:\d{1,2} [a-z]+ \d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2} \d{4})$"
)
_ALONE_AT_END = 25
_MOST_SIGNING = 6  # words of a line of a signature
_REPEATING_EDGE = 6


def fold(text: str) -> str:
    """Lower-case `text` and strip diacritics, so that cues survive an OCR that lost them."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True)
class Group:
    """A run of lines without a blank line or page break between them: ``lines[first:last]``."""

    first: int
    last: int


def group_lines(lines: Sequence[Line]) -> tuple[Group, ...]:
    """Return the runs of visible lines, cut at blank lines and page breaks."""
    groups: list[Group] = []
    first: int | None = None
    for index, line in enumerate(lines):
        if first is not None and (line.blank or line.page != lines[first].page):
            groups.append(Group(first, index))
            first = None
        if first is None and not line.blank:
            first = index
    if first is not None:
        groups.append(Group(first, len(lines)))
    return tuple(groups)


def find_furniture(lines: Sequence[Line], width: int) -> dict[int, BlockKind]:
    """Say which lines are not running text.

    Parameters
    ----------
    lines : sequence of Line
        All lines of one document.
    width : int
        Width of the text column in characters; 0 where lines are whole paragraphs.

    Returns
    -------
    dict
        Line index to ``"furniture"``, ``"contact"``, ``"footnote"``, ``"signature"`` or
        ``"attachment"``; lines of running text are absent.
    """
    groups = group_lines(lines)
    kinds: dict[int, BlockKind] = dict.fromkeys(_repeating(lines), "furniture")
    for number, group in enumerate(groups):
        kind = _own_kind(lines, group, width)
        if kind == "furniture" and number and _opens_section(lines, groups[number - 1], group, kinds):
            continue
        if kind is None and _is_footnote(lines, groups, number):
            kind = "footnote"
        if kind:
            kinds.update(dict.fromkeys(range(group.first, group.last), kind))
    _absorb_neighbours(lines, groups, width, kinds)
    _mark_end(lines, groups, width, kinds)
    return kinds


def is_short(line: Line, width: int) -> bool:
    """Whether a line is too short to be a full line of running text."""
    return len(line.text) <= (0.75 * width if width else 70)


def _own_kind(lines: Sequence[Line], group: Group, width: int) -> BlockKind | None:
    """Kind of a group that carries its own evidence: all lines short, one of them a strong cue."""
    members = lines[group.first : group.last]
    texts = [fold(line.text) for line in members]
    if _NOTE.match(texts[0]):
        return "footnote"
    # A paragraph that happens to cite a number is no letterhead: its lines are long or end as sentences.
    prose = sum(not is_short(line, width) or len(line.text.split()) > 9 for line in members)
    contact = sum(bool(_CONTACT.search(text)) for text in texts)
    head = sum(_is_head(text) for text in texts)
    if prose > (len(members) - 1) // 3 and not (prose == 0 or contact + head == len(members)):
        return None
    if contact:
        return "contact"
    if head or (len(members) <= 2 and _REMISS_LINE.search(texts[-1])):
        return "furniture"
    return None


def _opens_section(lines: Sequence[Line], before: Group, group: Group, kinds: dict[int, BlockKind]) -> bool:
    """Whether "Yttrande" follows running text on its page: a heading there, and no name of the document."""
    return (
        group.last - group.first == 1
        and bool(_SECTION_WORD.match(fold(lines[group.first].text)))
        and group.first not in kinds
        and before.first not in kinds
        and lines[before.first].page == lines[group.first].page
        and lines[before.last - 1].text.endswith(TERMINAL)
    )


def _is_head(text: str) -> bool:
    return any(cue.search(text) for cue in (_PAGE_NUMBER, _REGISTRATION, _HEAD_WORD, _DATE))


def _repeating(lines: Sequence[Line]) -> set[int]:
    """Lines at the edges of pages that say the same on several pages, but for their digits."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not line.blank:
            by_page[line.page].append(index)
    if len(by_page) < 3:
        return set()
    places: dict[str, list[int]] = defaultdict(list)
    for indices in by_page.values():
        edge = dict.fromkeys(indices[:_REPEATING_EDGE] + indices[-_REPEATING_EDGE:])
        for index in edge:
            places[re.sub(r"\d+", "#", fold(lines[index].text))].append(index)
    needed = max(3, len(by_page) // 2)
    pages = {text: Counter(lines[i].page for i in found) for text, found in places.items()}
    return {i for text, found in places.items() if len(pages[text]) >= needed for i in found}


def _is_footnote(lines: Sequence[Line], groups: Sequence[Group], number: int) -> bool:
    """Whether a group foots its page with a number that the page's text refers to."""
    group = groups[number]
    match = _FOOTNOTE.match(lines[group.first].text)
    last_of_page = (
        number + 1 < len(groups) and lines[groups[number + 1].first].page != lines[group.first].page
    )
    if not match or not last_of_page or group.last - group.first > 6:
        return False
    page = lines[group.first].page
    above = "\n".join(line.text for line in lines[: group.first] if line.page == page)
    return bool(re.search(rf"[a-zåäö.)”]\s?{match.group(1)}(?=[\s.,;)]|$)", above))


def _absorb_neighbours(
    lines: Sequence[Line], groups: Sequence[Group], width: int, kinds: dict[int, BlockKind]
) -> None:
    """Extend furniture over the short groups that belong to the same letterhead or page head.

    Short groups between two pieces of furniture are part of it, and so is every short group of a
    run that interrupts a sentence.
    """
    number = 0
    while number < len(groups):
        run = number
        while run < len(groups) and _may_be_furniture(lines, groups[run], width, kinds):
            run += 1
        known = [n for n in range(number, run) if groups[n].first in kinds]
        if known:
            low, high = known[0], known[-1]
            if _interrupts_sentence(lines, groups, number, run, kinds):
                low, high = number, run - 1
            for n in range(low, high + 1):
                for index in range(groups[n].first, groups[n].last):
                    kinds.setdefault(index, "furniture")
        number = max(run, number + 1)


def _may_be_furniture(lines: Sequence[Line], group: Group, width: int, kinds: dict[int, BlockKind]) -> bool:
    if group.first in kinds:
        return kinds[group.first] in ("furniture", "contact")
    members = lines[group.first : group.last]
    return (
        len(members) <= 5
        and all(is_short(line, width) for line in members)
        and not members[-1].text.endswith(TERMINAL)
        and not _BULLET.match(members[0].text)
    )


def _interrupts_sentence(
    lines: Sequence[Line], groups: Sequence[Group], first: int, last: int, kinds: dict[int, BlockKind]
) -> bool:
    if first == 0 or last >= len(groups):
        return False
    before = lines[groups[first - 1].last - 1].text
    after = lines[groups[last].first].text
    return not before.endswith(TERMINAL) and after[:1].islower()


def _mark_end(
    lines: Sequence[Line], groups: Sequence[Group], width: int, kinds: dict[int, BlockKind]
) -> None:
    """Mark the attachment list and the signatures that close the document and its parts.

    Statements that members add stand after the signatures, and after the attachments where there are any.
    """
    statements = [n for n, group in enumerate(groups) if n and MINORITY.match(fold(lines[group.first].text))]
    ends = {*statements, len(groups)}
    for number in range(len(groups) - 1, 0, -1):
        first = lines[groups[number].first]
        if _ATTACHMENTS.match(fold(first.text)) and is_short(first, width):
            stop = min((n for n in statements if n > number), default=len(groups))
            rest = range(groups[number].first, groups[stop - 1].last)
            if len(rest) <= _ALONE_AT_END:
                kinds.update(dict.fromkeys(rest, "attachment"))
                ends = (ends - {stop}) | {number}
            break
    for end in sorted(ends):
        _mark_signatures(lines, groups, width, kinds, end)


def _mark_signatures(
    lines: Sequence[Line], groups: Sequence[Group], width: int, kinds: dict[int, BlockKind], end: int
) -> None:
    """Mark the signatures right above group `end`."""
    tail: list[int] = []
    above: Group | None = None
    for number in range(end - 1, 0, -1):
        group = groups[number]
        members = lines[group.first : group.last]
        closing = group.first in kinds or (
            all(is_short(line, width) or _all_capitalised(line.text) for line in members)
            and not members[-1].text.endswith((".", "!", "?", ":", "”"))
            and not _BULLET.match(members[0].text)
        )
        if not closing or end - number > _ALONE_AT_END:
            above = group if end - number <= _ALONE_AT_END else None
            break
        tail.append(number)
    if above and (tail or end == len(groups)):
        kinds.update(dict.fromkeys(_signed_below(lines, above), "signature"))
    while tail and not _signs(lines, groups[tail[-1]]):
        tail.pop()
    for number in tail:
        for index in range(groups[number].first, groups[number].last):
            if kinds.get(index) not in ("contact", "footnote"):
                kinds[index] = "signature"


def _signed_below(lines: Sequence[Line], group: Group) -> range:
    """Return the lines at the end of a paragraph that are a signature with no blank line above it."""
    first = group.last
    while first - 1 > group.first and _may_sign(lines[first - 1].text):
        first -= 1
    signed = lines[first : group.last]
    opens = bool(signed) and (
        _NAME.fullmatch(signed[0].text.split(",")[0].strip())
        or _GREETING.match(fold(signed[0].text))
        or _DATED.match(fold(signed[0].text))
    )
    whole = lines[first - 1].text.endswith((".", "!", "?"))
    return range(first, group.last) if opens and whole else range(group.last, group.last)


def _may_sign(text: str) -> bool:
    return (
        len(text.split()) <= _MOST_SIGNING
        and not text.endswith((".", "!", "?", ":", ";"))
        and text[:1].isupper()
    )


def _all_capitalised(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())


def _signs(lines: Sequence[Line], group: Group) -> bool:
    """Whether a group opens a signature: a greeting, or a person's name with or above a title."""
    texts = [line.text for line in lines[group.first : group.last]]
    folded = [fold(text) for text in texts]
    if _GREETING.match(folded[0]):
        return True
    return any(_NAME.search(text) for text in texts[:2]) and (
        len(texts) > 1 or any(_TITLE.search(text) for text in folded) or len(texts[0].split()) <= 4
    )
