"""The bullets and numbers that Word shows before paragraphs but keeps elsewhere in the file."""

from __future__ import annotations

import re
from typing import Final

from remissnlp.reading.flow import Counters, numeral
from remissnlp.reading.xml_safe import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_MOST_PARENTS = 20


class Numbering:
    """Markers of a document's paragraphs, counted as they are asked for, in order.

    Parameters
    ----------
    styles, numbering : Element or None
        The parts of the document with these names, where there are such.
    """

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._counters = Counters()
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in [] if styles is None else styles.iter(f"{W}style"):
            self._styles[style.get(f"{W}styleId", "")] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
                self._default = style.get(f"{W}styleId", "")
        found = [] if numbering is None else list(numbering)
        self._abstract = {a.get(f"{W}abstractNumId", ""): a for a in found if a.tag == f"{W}abstractNum"}
        self._lists = {n.get(f"{W}numId", ""): n for n in found if n.tag == f"{W}num"}

    def marker(self, paragraph: Element) -> str:
        """Return what stands before a paragraph: "• ", "3. ", "5.2 " or nothing."""
        number, level = self._list_of(paragraph)
        definition = self._level(number, level)
        if definition is None:
            return ""
        style = _value(definition, "numFmt") or "decimal"
        shown = _value(definition, "lvlText") or ""
        if style == "none" or not shown.strip():
            return ""
        if style == "bullet":
            return "• "
        start = _value(definition, "start") or "1"
        counts = self._counters.next(self._abstract_of(number), level, int(start) if start.isdigit() else 1)

        def count_at(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return numeral(counts[at], self._style(number, at)) if at < len(counts) else ""

        return f"{_PLACE.sub(count_at, shown)} "

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list that a paragraph belongs to and its level there, by itself or by its style."""
        properties = paragraph.find(f"{W}pPr")
        style_id = self._default
        level: str | None = None
        if properties is not None:
            style_id = _value(properties, "pStyle") or style_id
            own = properties.find(f"{W}numPr")
            if own is not None:
                level = _value(own, "ilvl")
                if number := _value(own, "numId"):
                    return number, _to_int(level)
        for _ in range(_MOST_PARENTS):
            style = self._styles.get(style_id)
            if style is None:
                break
            numbered = style.find(f"{W}pPr/{W}numPr")
            if numbered is not None and (number := _value(numbered, "numId")):
                return number, _to_int(level or _value(numbered, "ilvl"))
            style_id = _value(style, "basedOn") or ""
        return "", 0

    def _abstract_of(self, number: str) -> str:
        listed = self._lists.get(number)
        return "" if listed is None else _value(listed, "abstractNumId") or ""

    def _level(self, number: str, level: int) -> Element | None:
        definition = self._abstract.get(self._abstract_of(number))
        for found in [] if definition is None else definition.findall(f"{W}lvl"):
            if found.get(f"{W}ilvl") == str(level):
                return found
        return None

    def _style(self, number: str, level: int) -> str:
        definition = self._level(number, level)
        return (_value(definition, "numFmt") if definition is not None else None) or "decimal"


def _value(parent: Element, name: str) -> str | None:
    found = parent.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _to_int(text: str | None) -> int:
    return int(text) if text and text.isdigit() and int(text) < 9 else 0
