"""What Word and Excel files have in common: text that XML allows, and the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from remissnlp.records import Run
from remissnlp.reporting import words

# What XML 1.0 does not allow in a document at all (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_CORE_PROPERTIES = "docProps/core.xml"
# The earliest and the latest time that a zip file can hold.
_FIRST, _LAST = datetime(1980, 1, 1), datetime(2107, 12, 31)


def xml_text(text: str) -> str:
    """Return `text` without the characters that XML forbids; they could not be read back."""
    if text.isprintable():  # most texts: none of them is forbidden, and no line ends
        return text
    return _FORBIDDEN_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """Return `text` as it stands between two tags of XML."""
    return xml_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def space_kept(text: str) -> str:
    """Return the attribute that a tag needs around a text whose outer blanks or line breaks count."""
    return ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""


def created(run: Run) -> datetime:
    """Return when a run was made, in UTC and without time zone, within what a zip file can hold."""
    when = words.timestamp(run.created) or _FIRST
    if when.tzinfo is not None:
        when = when.astimezone(UTC).replace(tzinfo=None)
    return min(max(when.replace(microsecond=0), _FIRST), _LAST)


def stamped(
    package: bytes, when: datetime, change: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """Return an Office file whose parts and properties bear the time `when` and not the clock's.

    Parameters
    ----------
    package : bytes
    when : datetime
    change : mapping of str to callable, optional
        What to make of the contents of some parts, by their names.
    """
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if change and name in change:
                content = change[name](content)
            if name == _CORE_PROPERTIES:
                content = _MODIFIED.sub(rb"\g<1>" + f"{when.isoformat()}Z".encode() + rb"\g<2>", content)
            part = zipfile.ZipInfo(name, date_time=when.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            target.writestr(part, content)
    return result.getvalue()
