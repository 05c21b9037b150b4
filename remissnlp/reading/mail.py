"""Mail (eml): the letter itself, and its attachments, each a document of its own."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from datetime import datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from remissnlp.reading.cleaning import clean
from remissnlp.reading.html import to_flow
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.plaintext import decode
from remissnlp.reading.source import Source

_BROKEN = "är ett skadat e-brev och kan inte läsas; spara det på nytt."
_HEADERS = (("From", "Från"), ("To", "Till"), ("Subject", "Ämne"))
# Attachments that mail programs add and nobody wrote as a document.
_NOT_DOCUMENTS = frozenset(
    "application/pkcs7-signature application/x-pkcs7-signature application/pgp-signature "
    "application/pgp-keys text/calendar text/vcard text/x-vcard message/delivery-status "
    "text/rfc822-headers".split()
)
# What a broken header or body can make the library raise besides its own errors.
_FAULTS = (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError)


def read(data: bytes, allowance: Allowance) -> Source:
    """Return the letter: who, to whom, about what and when on a line each, then what is written.

    Raises
    ------
    UnreadableError
        If it is damaged.
    """
    message = _parse(data)
    head = [f"{swedish}: {value}" for name, swedish in _HEADERS if (value := _header(message, name))]
    if sent := _sent(message):
        head.append(f"Datum: {sent:%Y-%m-%d}")
    body = clean(_body(message, allowance)).strip()
    return Source("\n".join(head) + "\n\n" + body + "\n" if body else "")


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each attached document, in order.

    Signatures, calendar entries and pictures in the letter's own text are passed over.
    """
    message = _parse(data)
    body = _body_part(message)
    for number, part in enumerate(_leaves(message), 1):
        kind = part.get_content_type()
        if part is body or kind in _NOT_DOCUMENTS or _belongs_to_letter(message, part, kind):
            continue
        content = _content(part)
        if content.strip():
            yield _name(part, kind, number), content


def _parse(data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except _FAULTS:
        raise UnreadableError(_BROKEN) from None
    if not isinstance(message, EmailMessage):
        raise UnreadableError(_BROKEN)
    return message


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, without looking into mails attached to the mail."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting += [inner for inner in reversed(inside) if isinstance(inner, EmailMessage)]
        else:
            yield part


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message[name]
    except _FAULTS:
        return ""
    return " ".join(clean(str(value)).split()) if value else ""


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "Date"))
    except _FAULTS:
        return None


def _body_part(message: EmailMessage) -> EmailMessage | None:
    """Return the part with the letter: the first plain text that is no attachment, else the first html."""
    for wanted in ("text/plain", "text/html"):
        for part in _leaves(message):
            if (
                part.get_content_type() == wanted
                and _disposition(part) != "attachment"
                and _content(part).strip()
            ):
                return part
    return None


def _body(message: EmailMessage, allowance: Allowance) -> str:
    part = _body_part(message)
    if part is None:
        return ""
    text = _text(part)
    return to_flow(text, allowance).text() if part.get_content_type() == "text/html" else text


def _text(part: EmailMessage) -> str:
    content = _content(part)
    try:
        charset = part.get_content_charset()
        if charset and charset not in ("us-ascii", "ascii"):
            return content.decode("cp1252" if charset == "iso-8859-1" else charset)
    except _FAULTS:
        pass
    return decode(content)


def _belongs_to_letter(message: EmailMessage, part: EmailMessage, kind: str) -> bool:
    """Whether a part is the letter in another form, or a picture shown in it."""
    if (
        kind in ("text/plain", "text/html")
        and part.get_filename() is None
        and _disposition(part) != "attachment"
    ):
        return True
    return kind.startswith("image/") and _disposition(part) != "attachment"


def _disposition(part: EmailMessage) -> str | None:
    try:
        return part.get_content_disposition()
    except _FAULTS:
        return None


def _content(part: EmailMessage) -> bytes:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        content = part.get_payload(decode=True)
    except _FAULTS:
        return b""
    return content if isinstance(content, bytes) else b""


def _name(part: EmailMessage, kind: str, number: int) -> str:
    try:
        name = part.get_filename() or ""
        if not name and kind == "message/rfc822":
            inner = part.get_payload(0)
            name = f"{_header(inner, 'Subject')}.eml" if isinstance(inner, EmailMessage) else ""
    except _FAULTS:
        name = ""
    name = " ".join(clean(name).replace("\\", "/").rpartition("/")[2].split())
    return name or f"bilaga {number}"
