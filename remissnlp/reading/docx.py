"""Word documents (docx): paragraphs, lists, tables, notes and text boxes, with all changes accepted."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from remissnlp.reading.archive import open_zip, read_member
from remissnlp.reading.docx_numbering import Numbering
from remissnlp.reading.flow import Flow
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.source import Source
from remissnlp.reading.xml_safe import BROKEN, Element, parse

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
# Text that is not there once every change is accepted, and what never is text.
_DROPPED = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr")
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
    f"{W}sym": "•",
}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


def read(data: bytes, allowance: Allowance) -> Source:
    """Return the text of a Word document; it has no pages.

    The first page's header comes first, so that a letterhead is where it is looked for; other headers and
    the footers come last.

    Raises
    ------
    UnreadableError
        If it is damaged or over a limit.
    """
    with open_zip(data, allowance) as archive:
        package = _Package(archive)
        document = _main_part(package)
        reader = _Reader(package, document, allowance)
        headers = list(reader.heads_and_feet())
        for part in headers[:1]:
            reader.add_blocks(part)
        body = package.root(document).find(f"{W}body")
        if body is None:
            raise UnreadableError(BROKEN)
        reader.add_blocks(body)
        reader.add_once(headers[1:])
        return reader.flow.source()


@dataclass(slots=True)
class _Package:
    """The parts of a document's archive."""

    archive: zipfile.ZipFile
    _roots: dict[str, Element] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def root(self, name: str) -> Element:
        if name not in self._roots:
            if not self.has(name):
                raise UnreadableError(BROKEN)
            data = read_member(self.archive, name)
            self._roots[name] = parse(_transitional(data))
        return self._roots[name]

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the kind and name of the parts that a part refers to, by the id it uses for them."""
        folder, _, base = name.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels".lstrip("/")
        if not self.has(relations):
            return {}
        found = {}
        for relation in self.root(relations):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                path = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                )
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = (kind, path.lstrip("/"))
        return found


def _transitional(data: bytes) -> bytes:
    """Return a part with the names of the strict variant of the format made those of the common one."""
    if _STRICT.encode() not in data:
        return data
    data = data.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode())
    return data.replace(b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R.strip("{}").encode())


def _main_part(package: _Package) -> str:
    for kind, name in package.related("").values():
        if kind == "officeDocument":
            return name
    return "word/document.xml"


class _Reader:
    """One walk through a document, collecting its text."""

    def __init__(self, package: _Package, document: str, allowance: Allowance) -> None:
        self.flow = Flow()
        self._package = package
        self._allowance = allowance
        self._document = document
        self._related = package.related(document)
        self._numbering = Numbering(self._part("styles"), self._part("numbering"))
        self._notes = {kind: self._notes_of(kind) for kind in ("footnotes", "endnotes")}
        self._carried = ""  # a paragraph whose end was deleted goes on in the next one

    def _part(self, kind: str) -> Element | None:
        for found, name in self._related.values():
            if found == kind and self._package.has(name):
                return self._package.root(name)
        return None

    def _notes_of(self, kind: str) -> dict[str, Element]:
        part = self._part(kind)
        if part is None:
            return {}
        return {note.get(f"{W}id", ""): note for note in part if note.get(f"{W}type") in (None, "normal")}

    def heads_and_feet(self) -> Iterator[Element]:
        """Yield headers and footers that are shown: the first page's header, other headers, footers."""
        root = self._package.root(self._document)
        found: dict[str, tuple[int, Element]] = {}
        for section in root.iter(f"{W}sectPr"):
            has_first = section.find(f"{W}titlePg") is not None
            for reference in section:
                kind = reference.get(f"{W}type", "default")
                head = reference.tag == f"{W}headerReference"
                if not head and reference.tag != f"{W}footerReference":
                    continue
                if kind == "even" or (kind == "first" and not has_first):
                    continue
                name = self._related.get(reference.get(f"{_R}id", ""), ("", ""))[1]
                if self._package.has(name) and name not in found:
                    order = (0 if kind == "first" else 1) if head else 2
                    found[name] = (order, self._package.root(name))
        yield from (part for _, part in sorted(found.values(), key=lambda pair: pair[0]))

    def add_once(self, parts: list[Element]) -> None:
        """Add the paragraphs of headers and footers that have not been said before."""
        known = set(self.flow.paragraphs)
        for part in parts:
            other = Flow()
            self.flow, main = other, self.flow
            self.add_blocks(part)
            self.flow = main
            for paragraph in other.paragraphs:
                if paragraph not in known:
                    known.add(paragraph)
                    self.flow.paragraphs.append(paragraph)

    def add_blocks(self, parent: Element) -> None:
        """Add the paragraphs and tables of an element."""
        for child in self._allowance.each(_shown(parent)):
            if child.tag == f"{W}p":
                self._add_paragraph(child)
            elif child.tag == f"{W}tbl":
                self.flow.add_table(self._rows(child))
            elif child.tag not in _DROPPED:
                self.add_blocks(child)

    def _rows(self, table: Element) -> Iterator[list[list[str]]]:
        for row in _inside(table, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            yield [self._cell(cell) for cell in _inside(row, f"{W}tc")]

    def _cell(self, cell: Element) -> list[str]:
        """Return a cell's paragraphs."""
        inner = Flow()
        inner.notes = self.flow.notes
        self.flow, outer = inner, self.flow
        self.add_blocks(cell)
        self.flow = outer
        return inner.paragraphs

    def _add_paragraph(self, paragraph: Element) -> None:
        boxes: list[Element] = []
        text = self._carried + "".join(self._inline(paragraph, boxes))
        self._carried = ""
        if text.strip() and _mark_is_deleted(paragraph):
            self._carried = text
            return
        marker = self._numbering.marker(paragraph) if text.strip() else ""
        self.flow.add(f"{marker}{text.lstrip()}" if marker else text)
        for box in boxes:
            self.add_blocks(box)

    def _inline(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        """Yield the text of a paragraph; text boxes that hang in it are put aside in `boxes`."""
        for child in _shown(parent):
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag in _NOTES:
                note = self._notes[_NOTES[child.tag]].get(child.get(f"{W}id", ""))
                if note is not None:
                    yield self.flow.add_note(" ".join(self._cell(note)))
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{W}r" and _is_hidden(child):
                continue
            elif child.tag not in _DROPPED:
                yield from self._inline(child, boxes)


def _shown(parent: Element) -> Iterator[Element]:
    """Yield the children of an element; of alternatives that say the same the first."""
    for child in parent:
        if not isinstance(child.tag, str):  # a comment
            continue
        if child.tag == f"{_MC}AlternateContent":
            choices = [c for c in child if c.tag in (f"{_MC}Choice", f"{_MC}Fallback")]
            said = [c for c in choices if next(c.iter(f"{W}t"), None) is not None]
            for choice in (said or choices)[:1]:
                yield from _shown(choice)
        else:
            yield child


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls and insertions."""
    for child in _shown(parent):
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"):
            yield from _inside(child, tag)


def _mark_is_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in ("0", "false", "off")
