"""Characters that programs leave in a document's text but no reader sees, or sees as another."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    # A word is a word however wide its space is set, and a line break is one however it is written.
    | dict.fromkeys("\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
    | {"\x0b": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\u2010": "-", "\u2011": "-"}
)
# Control and direction marks, what joins or parts without being seen, halves of characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_HALF = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Symbol fonts have no bullet: they show one for a character of their own.
_OWN_BULLET = re.compile(r"^(\s*)[\uf000-\uf0ff](?=\s)", re.M)
_SPACE_AT_END = re.compile(r"[ \t]+(?=\n|\Z)")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Return text that a document's file was decoded to, as a reader sees it.

    Accents are composed (NFC), ligatures written out, all spaces are spaces and all line breaks line feeds;
    what is unseen is left out. Several blank lines are one.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES)
    text = _HALF.sub("\ufffd", _UNSEEN.sub("", text))
    text = _OWN_BULLET.sub(r"\1•", unicodedata.normalize("NFC", text))
    return _BLANK_LINES.sub("\n\n", _SPACE_AT_END.sub("", text))
