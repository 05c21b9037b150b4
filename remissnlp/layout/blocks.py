"""Lines to blocks: headings, paragraphs and bullets in reading order, furniture set aside.

A block is built from pieces of lines. A paragraph that a page break or a piece of furniture cuts
in two becomes one block with several spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from remissnlp.layout.furniture import MINORITY, TERMINAL, fold, is_short
from remissnlp.layout.lines import Line
from remissnlp.layout.records import BlockKind
from remissnlp.records import Span

_BULLET = re.compile(r"^(?:[•●▪◦‣·*»«+→➢✓■□○\uf0b7\uf0a7–—-]|\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")
_NUMBERED_HEADING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.)\s+[A-ZÅÄÖ]")
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
_MAX_HEADING_WORDS = 14
_MAX_HEADING_LINES = 3

# Words that head a section on their own line in statements of any kind; enough to see a heading
# even where no blank line sets it apart.
SECTION_WORD = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:[a-z-]+s\s+)?(?:sammanfattning|bakgrund|inledning|arendet|"
    r"beredning|forslag till beslut|beslut|synpunkter(?: och forslag)?|yttrande|stallningstagande|bedomning|"
    r"overvaganden|remissvar|kommentarer|bilagor|bilaga)$"
    rf"|{MINORITY.pattern}$"
)
# A place in what is answered, alone on its line: "2 kap. 4 § patientlagen", "Kap. 3".
_PLACE = re.compile(
    r"^(?:\d{1,3} kap\. )?\d{1,3} ?[a-z]? ?§§?(?: \w+)?$|^(?:avsnitt|kapitel|kap\.) \d{1,2}(?:\.\d{1,2})*$"
)
# A heading does not stop at a word that needs another after it.
_NEEDS_MORE = frozenset(
    "att av den det de en ett for fran i inom med och om pa som till vid over samt eller".split()
)


@dataclass(slots=True)
class Draft:
    """A block under construction: consecutive lines' ranges, merged where nothing lies between."""

    kind: BlockKind
    spans: list[Span]
    last: Line
    text: str
    marked: bool = False
    lines: list[int] = field(default_factory=list)

    def extend(self, line: Line, index: int, *, contiguous: bool, break_at: int) -> None:
        """Append `line`; a cut by furniture starts a new span after the line break of the old one."""
        if contiguous:
            self.spans[-1] = Span(self.spans[-1].start, line.end)
        else:
            self.spans[-1] = Span(self.spans[-1].start, break_at)
            self.spans.append(Span(line.start, line.end))
        self.text = f"{self.text} {line.text}"
        self.last = line
        self.lines.append(index)

    @property
    def finished(self) -> bool:
        """Whether the block ends as a sentence or a lead-in does."""
        return self.text.endswith(TERMINAL)


def build_drafts(
    lines: Sequence[Line], kinds: Mapping[int, BlockKind], width: int, bullets: frozenset[int] = frozenset()
) -> Iterator[Draft]:
    """Yield blocks in the order they start.

    Parameters
    ----------
    lines : sequence of Line
        All lines of the document.
    kinds : mapping of int to str
        Lines set aside as furniture and the like, see `find_furniture`.
    width : int
        Width of the text column, 0 where lines are whole paragraphs.
    bullets : frozenset of int
        Offsets where a bullet stands that does not look like one (an OCR fault).
    """
    drafts: list[Draft] = []
    open_draft: Draft | None = None  # the last block of running text
    gap = False  # a blank line since then
    cut = False  # furniture or a page break since then
    page = -1
    for index, line in enumerate(lines):
        if line.blank:
            gap = True
            continue
        if index in kinds:
            _add_furniture(drafts, kinds[index], line, index)
            cut = True
            continue
        broken = cut or line.page != page
        page = line.page
        bullet = line.start in bullets or bool(_BULLET.match(line.text))
        heading = _heading_here(lines, kinds, index, width, open_draft, gap or broken)
        if open_draft and _continues(
            open_draft, line, width, bullet=bullet, heading=heading, gap=gap, cut=broken
        ):
            open_draft.extend(line, index, contiguous=not cut, break_at=open_draft.last.stop)
        else:
            kind: BlockKind = (
                "heading" if heading else "bullet" if bullet else "row" if line.row else "paragraph"
            )
            if kind == "paragraph" and _unmarked_item(open_draft, lines, kinds, index, width):
                kind = "bullet"
            start = (
                line.start + _marker_length(line, line.start in bullets) if kind == "bullet" else line.start
            )
            open_draft = Draft(kind, [Span(start, line.end)], line, line.text, marked=bullet, lines=[index])
            drafts.append(open_draft)
        gap = cut = False
    yield from drafts


def _add_furniture(drafts: list[Draft], kind: BlockKind, line: Line, index: int) -> None:
    last = drafts[-1] if drafts else None
    if last and last.kind == kind and last.lines[-1] == index - 1:
        last.extend(line, index, contiguous=True, break_at=line.start)
    else:
        drafts.append(Draft(kind, [Span(line.start, line.end)], line, line.text, lines=[index]))


def _marker_length(line: Line, faulty: bool) -> int:
    match = _BULLET.match(line.text)
    if match:
        return match.end()
    return len(line.text.split(" ", 1)[0]) + 1 if faulty and " " in line.text else 0


def _continues(
    draft: Draft, line: Line, width: int, *, bullet: bool, heading: bool, gap: bool, cut: bool
) -> bool:
    """Whether `line` goes on with the block before it."""
    if line.row or draft.last.row:
        return False
    if bullet or draft.kind == "heading":
        return draft.kind == "heading" and not bullet and heading and not gap and not cut
    if heading:
        return False
    if _ends_opening(draft, line, width) or ((gap or cut) and MINORITY.match(fold(line.text))):
        return False
    if not gap and not cut:
        # Within a run of lines: text that is one paragraph a line has no wrapped lines to join.
        return width > 0 or line.text[:1].islower()
    if draft.finished:
        return False
    if line.text[:1].islower():
        return True
    return cut and not _breaks_early(draft.last, line, width)


def _ends_opening(draft: Draft, line: Line, width: int) -> bool:
    """Whether a line that says who speaks ("Reservation av Tor Ek (M)", "Eva Al anför:") is over."""
    if not line.text[:1].isupper():
        return False
    opens = len(draft.lines) == 1 and bool(MINORITY.match(fold(draft.text)))
    return draft.text.endswith(":") or (opens and _breaks_early(draft.last, line, width))


def _breaks_early(line: Line, following: Line, width: int) -> bool:
    """Whether `line` ends though the next word would have fitted: a deliberate line break."""
    return width == 0 or len(line.text) + 1 + len(following.text.split(" ", 1)[0]) <= width


def _heading_here(
    lines: Sequence[Line],
    kinds: Mapping[int, BlockKind],
    index: int,
    width: int,
    before: Draft | None,
    apart: bool,
) -> bool:
    """Whether the line at `index` is (part of) a heading."""
    line = lines[index]
    if line.row:
        return False
    if _MARKDOWN_HEADING.match(line.text):
        return True
    if SECTION_WORD.match(fold(line.text).rstrip(":")):
        return True
    goes_on = before is not None and before.kind == "heading" and before.last is lines[index - 1]
    if not apart and not goes_on:
        return False
    if apart and _PLACE.match(fold(line.text)):
        return True
    if before and not before.finished and before.kind != "heading" and line.text[:1].islower():
        return False
    run = _line_run(lines, kinds, index)
    if goes_on and before is not None:
        if SECTION_WORD.match(fold(before.text)) or len(before.lines) >= _MAX_HEADING_LINES:
            return False
        return _heads(line, run, width, first=False)
    if before and before.text.endswith(":") and before.kind != "heading":
        return False
    if before and before.kind == "bullet" and not before.marked and not before.finished:
        return False
    in_title = before is None or before.kind == "heading"
    if len(run) == 2 and run[1].text.endswith(".") and not in_title:
        # Two lines that end as a sentence are one, except after a deliberate break.
        return (
            run[1].text[:1].isupper()
            and _breaks_early(line, run[1], width)
            and _heads(line, run, width, first=True)
        )
    return _heads(line, run, width, first=True)


def _line_run(lines: Sequence[Line], kinds: Mapping[int, BlockKind], index: int) -> list[Line]:
    """The line at `index` and those that follow it directly."""
    run = [lines[index]]
    for at in range(index + 1, len(lines)):
        if lines[at].blank or at in kinds or lines[at].page != run[-1].page:
            break
        run.append(lines[at])
    return run


def _heads(line: Line, run: Sequence[Line], width: int, *, first: bool) -> bool:
    text = line.text
    start = text.lstrip('”"“#*0123456789. ')
    if first and not start[:1].isupper():
        return False
    if len(text.split()) > _MAX_HEADING_WORDS or not is_short(line, width):
        return False
    ends_title = not first and len(run) == 1 and text[:1].islower()
    if text.endswith((".", ":", ";", ",", "!")) and not ends_title:
        return False
    if first and _BULLET.match(text) and not (len(run) == 1 and _NUMBERED_HEADING.match(text)):
        return False
    unfinished = fold(text).rsplit(" ", 1)[-1] in _NEEDS_MORE
    if len(run) == 1:
        return not unfinished
    following = run[1]
    if following.text[:1].isupper() or _BULLET.match(following.text):
        # A line of a paragraph is this short only where a long word comes next.
        return not unfinished and (_breaks_early(line, following, width) or len(text.split()) <= 8)
    # A heading of two lines: "Förvaltningens synpunkter och / förslag" before the paragraph.
    if not _breaks_early(line, following, width):
        return False
    return len(run) == 2 or (is_short(following, width) and run[2].text[:1].isupper())


def _unmarked_item(
    before: Draft | None, lines: Sequence[Line], kinds: Mapping[int, BlockKind], index: int, width: int
) -> bool:
    """Whether a short line is one of a list whose bullets are missing, after a lead-in ending in a colon."""
    line = lines[index]
    if before is None or not (line.text[:1].isupper() or is_short(line, width)):
        return False
    run = _line_run(lines, kinds, index)
    if len(run) > 3 or run[-1].text.endswith(TERMINAL):
        return False
    opens_list = before.kind == "paragraph" and before.text.endswith(":")
    goes_on = before.kind == "bullet" and not before.marked and not before.finished
    return opens_list or goes_on
