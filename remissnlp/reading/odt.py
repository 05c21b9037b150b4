"""OpenDocument text (odt): paragraphs, lists, tables, notes and text boxes, with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from remissnlp.reading.archive import open_zip, read_member
from remissnlp.reading.flow import Counters, Flow, numeral
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.source import Source
from remissnlp.reading.xml_safe import BROKEN, Element, parse

_OASIS: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = f"{_OASIS}text:1.0}}"
_TABLE: Final = f"{_OASIS}table:1.0}}"
_STYLE: Final = f"{_OASIS}style:1.0}}"
_OFFICE: Final = f"{_OASIS}office:1.0}}"
_DRAW: Final = f"{_OASIS}drawing:1.0}}"
_MANIFEST: Final = f"{_OASIS}manifest:1.0}}"
# Deleted text and comments are kept in elements of their own; what they hold is not in the document.
_DROPPED = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_TEXT}table-of-content-source",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}note-citation",
    }
)
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_REPEATS = 100


def read(data: bytes, allowance: Allowance) -> Source:
    """Return the text of an OpenDocument text; it has no pages.

    Raises
    ------
    UnreadableError
        If it is damaged, locked or over a limit.
    """
    with open_zip(data, allowance) as archive:
        names = archive.NameToInfo
        if "META-INF/manifest.xml" in names:
            manifest = parse(read_member(archive, "META-INF/manifest.xml"))
            if next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
                raise UnreadableError("är låst med lösenord; öppna den och spara en olåst kopia.")
        if "content.xml" not in names:
            raise UnreadableError(BROKEN)
        content = parse(read_member(archive, "content.xml"))
        styles = parse(read_member(archive, "styles.xml")) if "styles.xml" in names else None
        return _Reader(content, styles, allowance).read()


class _Reader:
    """One walk through a document, collecting its text."""

    def __init__(self, content: Element, styles: Element | None, allowance: Allowance) -> None:
        self._flow = Flow()
        self._content = content
        self._styles = styles
        self._allowance = allowance
        self._counters = Counters()
        roots = [root for root in (styles, content) if root is not None]
        self._lists = {
            style.get(f"{_STYLE}name", ""): style
            for root in roots
            for style in root.iter(f"{_TEXT}list-style")
        }
        self._outline = next((s for root in roots for s in root.iter(f"{_TEXT}outline-style")), None)

    def read(self) -> Source:
        """Return the document: the header, the text, the footer."""
        body = self._content.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise UnreadableError(BROKEN)
        heads, feet = self._heads_and_feet()
        self._add_once(heads[:1])
        self._add_blocks(body)
        self._add_once([*heads[1:], *feet])
        return self._flow.source()

    def _heads_and_feet(self) -> tuple[list[Element], list[Element]]:
        if self._styles is None:
            return [], []
        masters = list(self._styles.iter(f"{_STYLE}master-page"))
        masters.sort(key=lambda master: master.get(f"{_STYLE}name") != self._first_master())
        heads, feet = (
            [m.find(f"{_STYLE}{kind}{first}") for m in masters for first in ("-first", "")]
            for kind in ("header", "footer")
        )
        return [head for head in heads if head is not None], [foot for foot in feet if foot is not None]

    def _first_master(self) -> str:
        """Return the name of the kind of page that the document begins with."""
        first = next(self._content.iter(f"{_TEXT}p", f"{_TEXT}h"), None)
        style = None if first is None else first.get(f"{_TEXT}style-name")
        for found in self._content.iter(f"{_STYLE}style"):
            if found.get(f"{_STYLE}name") == style:
                return found.get(f"{_STYLE}master-page-name") or "Standard"
        return "Standard"

    def _add_once(self, parts: list[Element]) -> None:
        for part in parts:
            known = set(self._flow.paragraphs)
            self._flow.paragraphs += [text for text in self._paragraphs(part) if text not in known]

    def _paragraphs(self, parent: Element) -> list[str]:
        """Return the paragraphs inside an element."""
        inner = Flow(notes=self._flow.notes)
        self._flow, outer = inner, self._flow
        self._add_blocks(parent)
        self._flow = outer
        return inner.paragraphs

    def _add_blocks(self, parent: Element) -> None:
        for child in self._allowance.each(parent):
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._add_paragraph(child, self._heading_number(child))
            elif child.tag == f"{_TEXT}list":
                self._add_list(child, child.get(f"{_TEXT}style-name", ""), 0, str(id(child)))
            elif child.tag == f"{_TABLE}table":
                self._flow.add_table(self._rows(child))
            elif isinstance(child.tag, str) and child.tag not in _DROPPED:
                self._add_blocks(child)

    def _add_paragraph(self, paragraph: Element, marker: str = "") -> None:
        boxes: list[Element] = []
        text = "".join(self._inline(paragraph, boxes))
        self._flow.add(f"{marker}{text.lstrip()}" if text.strip() else "")
        for box in boxes:
            self._add_blocks(box)

    def _add_list(self, parent: Element, style: str, level: int, list_id: str) -> None:
        for item in self._allowance.each(parent):
            if item.tag == f"{_TEXT}list-header":
                self._add_blocks(item)
            if item.tag != f"{_TEXT}list-item":
                continue
            marker = self._marker(self._lists.get(style), level, list_id)
            for child in item:
                if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    self._add_paragraph(child, marker)
                    marker = ""
                elif child.tag == f"{_TEXT}list":
                    self._add_list(child, child.get(f"{_TEXT}style-name") or style, level + 1, list_id)

    def _marker(self, style: Element | None, level: int, list_id: str) -> str:
        """Return what stands before an item: a bullet where its list has no numbers."""
        definition = _level(style, level)
        kind = definition.get(f"{_STYLE}num-format") if definition is not None else None
        if definition is None or not kind:
            return "• "
        counts = self._counters.next(list_id, level)
        shown = _to_int(definition.get(f"{_TEXT}display-levels"), 1)
        number = ".".join(numeral(n, _FORMATS.get(kind, "decimal")) for n in counts[-shown:])
        before, after = (definition.get(f"{_STYLE}num-{side}") or "" for side in ("prefix", "suffix"))
        return f"{before}{number}{after} "

    def _heading_number(self, heading: Element) -> str:
        if heading.tag != f"{_TEXT}h" or heading.get(f"{_TEXT}is-list-header") == "true":
            return ""
        level = _to_int(heading.get(f"{_TEXT}outline-level"), 1) - 1
        definition = _level(self._outline, level)
        if definition is None or not definition.get(f"{_STYLE}num-format"):
            return ""
        return self._marker(self._outline, level, "outline")

    def _rows(self, table: Element) -> Iterator[list[list[str]]]:
        for row in _inside(table, f"{_TABLE}table-row"):
            cells: list[list[str]] = []
            for cell in row:
                if cell.tag == f"{_TABLE}covered-table-cell":
                    cells.append([])
                elif cell.tag == f"{_TABLE}table-cell":
                    repeats = min(_to_int(cell.get(f"{_TABLE}number-columns-repeated"), 1), _MOST_REPEATS)
                    cells += [self._paragraphs(cell), *([[]] * (repeats - 1))]
            yield cells

    def _inline(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        yield parent.text or ""
        for child in parent:
            if child.tag == f"{_TEXT}s":
                yield " " * min(_to_int(child.get(f"{_TEXT}c"), 1), _MOST_REPEATS)
            elif child.tag == f"{_TEXT}tab":
                yield "\t"
            elif child.tag == f"{_TEXT}line-break":
                yield "\n"
            elif child.tag == f"{_TEXT}note":
                body = child.find(f"{_TEXT}note-body")
                if body is not None:
                    yield self._flow.add_note(" ".join(self._paragraphs(body)))
            elif child.tag == f"{_DRAW}text-box":
                boxes.append(child)
            elif isinstance(child.tag, str) and child.tag not in _DROPPED:
                yield from self._inline(child, boxes)
            yield child.tail or ""


def _level(style: Element | None, level: int) -> Element | None:
    for found in [] if style is None else style:
        if found.get(f"{_TEXT}level") == str(level + 1):
            return found
    return None


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Yield a table's rows, also those in its head and in groups."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag.startswith(f"{_TABLE}table-"):
            yield from _inside(child, tag)


def _to_int(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default
