"""Web pages (html): the text that a browser shows, block by block."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from remissnlp.reading.flow import Flow
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.plaintext import decode
from remissnlp.reading.source import Source
from remissnlp.reading.xml_safe import Element

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre section summary ul".split()
)
_UNSEEN: Final = frozenset(
    "head title script style template noscript svg math object embed iframe canvas audio video select button "
    "textarea datalist map".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_PAGE_TAG = re.compile(r"</?(?:html|body)\b[^<>]*>", re.I)
_TOO_MUCH = ("ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200


def read(data: bytes, allowance: Allowance) -> Source:
    """Return the text of a web page; it has no pages."""
    return to_flow(_decode(data), allowance).source()


def to_flow(text: str, allowance: Allowance) -> Flow:
    """Return the blocks of a web page's text."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    # The parser stops at the first end tag of the page, but browsers and mail programs read on.
    text = _PAGE_TAG.sub("", text.replace("\0", "\ufffd"))
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableError("är en skadad webbsida och kan inte läsas; spara den på nytt.") from None
    if any(error.type_name in _TOO_MUCH for error in parser.error_log):
        raise UnreadableError("är en alltför invecklad webbsida; öppna den och spara den som text.")
    flow = Flow()
    if root is not None:
        _Walk(flow, allowance).block(root)
    return flow


def _decode(data: bytes) -> str:
    """Decode a page by its byte order mark, by what it says of itself, or by what its bytes look like."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        said = _CHARSET.search(data[:4096])
        if said:
            name = said[1].decode("ascii", "replace").lower()
            # Browsers take Latin-1 for Windows-1252, and no page that can be searched for this is UTF-16.
            name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "utf-16": "utf-8"}.get(name, name)
            try:
                return data.decode(name)
            except (LookupError, UnicodeError):
                pass
    return decode(data)


class _Walk:
    """A walk through a page; text gathers until a block ends."""

    def __init__(self, flow: Flow, allowance: Allowance, depth: int = 0) -> None:
        self._flow = flow
        self._allowance = allowance
        self._gathered: list[str] = []
        self._marker = ""
        self._depth = depth

    def block(self, element: Element) -> None:
        """Add what stands in a block, as one or more paragraphs."""
        self._inside(element, is_pre=False)
        self._end()

    def _end(self) -> None:
        text = "".join(self._gathered)
        self._gathered = []
        if text.strip():
            self._flow.add(self._marker + text.strip(" \n"))
            self._marker = ""

    def _inside(self, element: Element, *, is_pre: bool) -> None:
        self._depth += 1
        self._gather(element.text, is_pre=is_pre)
        for number, child in enumerate(self._allowance.each(element)):
            self._child(element, child, number, is_pre=is_pre)
            self._gather(child.tail, is_pre=is_pre)
        self._depth -= 1

    def _child(self, parent: Element, child: Element, number: int, *, is_pre: bool) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(child):
            return
        if self._depth > _DEEPEST:  # nobody writes so; what it says is kept, but not its form
            self._gather(" ".join(_texts(child)), is_pre=False)
            return
        if tag == "br":
            self._gathered.append("\n")
        elif tag == "table":
            self._end()
            self._table(child)
        elif tag in _BLOCKS:
            self._end()
            if tag == "li":
                self._marker = _item_marker(parent, child)
            self._inside(child, is_pre=is_pre or tag == "pre")
            self._end()
            self._marker = ""
        else:
            self._inside(child, is_pre=is_pre)

    def _gather(self, text: str | None, *, is_pre: bool) -> None:
        if text:
            self._gathered.append(text if is_pre else _SPACE.sub(" ", text))

    def _table(self, table: Element) -> None:
        rows = []
        for row in _rows(table):
            cells = []
            for cell in row:
                if cell.tag in ("td", "th") and not _is_hidden(cell):
                    inner = Flow()
                    _Walk(inner, self._allowance, self._depth + 1).block(cell)
                    cells.append(inner.paragraphs)
            rows.append(cells)
        self._flow.add_table(rows)


def _texts(element: Element) -> Iterator[str]:
    for inner in element.iter():
        if inner.tag not in _UNSEEN and inner.text:
            yield inner.text
        if inner is not element and inner.tail:
            yield inner.tail


def _rows(table: Element) -> list[Element]:
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def _item_marker(parent: Element, item: Element) -> str:
    if parent.tag != "ol":
        return "• "
    start = parent.get("start", "1")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{before + (int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1)}. "


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
