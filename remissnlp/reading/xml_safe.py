"""Xml from strangers: no entities, nothing fetched, no depth that could break the reader."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from remissnlp.reading.limits import UnreadableError

Element: TypeAlias = Any  # an lxml element; the library gives no types
BROKEN = "är skadad och kan inte läsas; öppna den i ett ordbehandlingsprogram och spara den på nytt."


def parse(data: bytes) -> Element:
    """Return the root of an xml document.

    Raises
    ------
    UnreadableError
        If it is no well-formed xml, declares entities, or is nested without measure.
    """
    if b"<!ENTITY" in data or b"<\0!\0E\0N\0T" in data:
        raise UnreadableError(BROKEN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableError(BROKEN) from None
