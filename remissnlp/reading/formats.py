"""Tell a file's format from its content."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal[
    "text",
    "pdf",
    "docx",
    "odt",
    "spreadsheet",
    "office",
    "outlook",
    "locked",
    "rtf",
    "eml",
    "html",
    "zip",
    "archive",
    "image",
    "binary",
]

# The first bytes of each format, as its specification gives them.
_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x1f\x8b\x08", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)
# Microsoft's compound file, and the names inside it that tell what it holds.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_COMPOUND: tuple[tuple[str, Format], ...] = (("EncryptedPackage", "locked"), ("__substg1.0_", "outlook"))
_MAIL_HEADER = re.compile(
    rb"(?:return-path|received|from|to|subject|date|message-id|mime-version|content-type):[ \t]", re.I
)
_HTML_START = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
# Control characters that no text file holds; tab, line feed, carriage return, form feed and the odd
# escape or end-of-file mark do occur.
_NOT_TEXT = frozenset(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}


def sniff(data: bytes) -> Format:
    """Return the format of a file from its bytes.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    Format
        "text" for anything that can be decoded as text, "binary" for what is not recognised.
    """
    if b"%PDF-" in data[:1024]:  # a pdf may have rubbish before its header
        return "pdf"
    if data.startswith(_COMPOUND):
        return next((found for name, found in _IN_COMPOUND if name.encode("utf-16-le") in data), "office")
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if data[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"}:
        return "image"
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _inside_zip(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text" if len(data) % 2 == 0 else "binary"
    if _HTML_START.match(data[:2048].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if _is_mail(data):
        return "eml"
    sample = data[:65536]
    return "binary" if sum(byte in _NOT_TEXT for byte in sample) > len(sample) / 1000 else "text"


def _inside_zip(data: bytes) -> Format:
    """Tell the zip-based formats apart by the names that their archives must hold."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200]:
        return "spreadsheet"
    if b"word/document.xml" in data:
        return "docx"
    if b"xl/workbook.xml" in data:
        return "spreadsheet"
    return "zip"


def _is_mail(data: bytes) -> bool:
    """Tell a saved mail by its header: at least three known fields before the first blank line."""
    header = re.split(rb"\r?\n\r?\n", data[:16384], maxsplit=1)[0]
    lines = header.splitlines()
    if not lines or not _MAIL_HEADER.match(lines[0]):
        return False
    known = {line.split(b":", 1)[0].lower() for line in lines if _MAIL_HEADER.match(line)}
    return len(known) >= 3 and bool(known & {b"message-id", b"mime-version", b"received", b"content-type"})
