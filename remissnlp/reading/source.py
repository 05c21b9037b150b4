"""One way in: any file to its text and pages. Which format it is, the content tells, not the suffix."""

from __future__ import annotations

import importlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from remissnlp.errors import RemissnlpError
from remissnlp.reading.formats import Format, sniff
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.pages import find_pages
from remissnlp.reading.plaintext import decode
from remissnlp.records import Span


class NoTextError(RemissnlpError):
    """A picture or scan in which no text is found."""


@dataclass(frozen=True, slots=True)
class Source:
    """The exact text of one file and its pages.

    Attributes
    ----------
    text : str
        The extracted text. For a plain-text file it equals the decoded file: no newline is translated.
    pages : tuple of Span
        The pages in order; they partition `text`. Empty where the source has no pages.
    ocr_confidence : tuple of float or None
        For each page how sure its OCR was, from 0 to 1; None for a page with a text layer. Empty where
        nothing was read by OCR.
    notes : tuple of str
        What could not be read of it, as Swedish predicates to the file's name.
    """

    text: str
    pages: tuple[Span, ...] = ()
    ocr_confidence: tuple[float | None, ...] = ()
    notes: tuple[str, ...] = ()


def read(path: Path, allowance: Allowance | None = None) -> Source:
    """Read one file, whatever its format.

    Archives and mails hold several documents: see `remissnlp.reading.parts.unpack`.

    Parameters
    ----------
    path : Path
        The file to read.
    allowance : Allowance, optional
        Its limits and whom to tell of the progress.

    Returns
    -------
    Source
        Its text and pages.

    Raises
    ------
    RemissnlpError
        If the file cannot be opened, is empty, damaged or over a limit, or has a format that cannot be
        read. The message is one Swedish sentence that names the file and what to do.
    """
    return read_bytes(load(path, path.name, allowance), path.name, allowance)


def load(path: Path, name: str, allowance: Allowance | None = None) -> bytes:
    """Return the bytes of a file; `name` is used in messages only.

    Raises
    ------
    RemissnlpError
        If it cannot be opened: a broken link, no permission, not an ordinary file, too large.
    """
    allowance = allowance or Allowance()
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RemissnlpError(f"{printable(name)} är ingen vanlig fil och kan inte läsas.")
        allowance.check_size(status.st_size)
        return path.read_bytes()
    except UnreadableError as error:
        raise RemissnlpError(f"{printable(name)} {error}") from None
    except OSError as error:
        raise RemissnlpError(f"{printable(name)} {_why_not_opened(path, error)}") from None


def _why_not_opened(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "får inte läsas; ge dig själv läsbehörighet till filen."
    if path.is_symlink() and not path.exists():
        return "är en länk till en fil som inte finns; lägg själva filen i mappen."
    if isinstance(error, FileNotFoundError):
        return "finns inte."
    return f"gick inte att öppna ({error.strerror or type(error).__name__})."


def read_bytes(data: bytes, name: str, allowance: Allowance | None = None) -> Source:
    """Read a document's bytes; `name` is used in messages only. See `read`."""
    name = printable(name)
    found = sniff(data)
    reader = READERS.get(found)
    if reader is None:
        raise RemissnlpError(f"{name} {ADVICE[found]}")
    try:
        source = reader(data, allowance or Allowance())
    except UnreadableError as error:
        raise RemissnlpError(f"{name} {error}") from None
    except (MemoryError, RecursionError):
        raise RemissnlpError(f"{name} är alltför stor eller invecklad för att läsas; dela upp den.") from None
    if not source.text.strip("\ufeff\x00 \t\r\n\f\v"):
        if source.ocr_confidence:
            raise NoTextError(f"{name} är inskannad, men ingen text gick att tolka; skanna den på nytt.")
        raise RemissnlpError(f"{name} är tom; lägg dit filen på nytt eller ta bort den.")
    return source


def printable(name: str) -> str:
    """Return a file name fit to print on one line, whatever characters it holds."""
    if name.isprintable():
        return name
    return "".join(character if character.isprintable() else "�" for character in name)


def _read_plaintext(data: bytes, allowance: Allowance) -> Source:
    text = decode(data)
    return Source(text=text, pages=find_pages(text))


Reader = Callable[[bytes, Allowance], Source]


def _in_module(name: str) -> Reader:
    """Return the reader of a format's module, which is imported when the first such file is met."""

    def read_it(data: bytes, allowance: Allowance) -> Source:
        source: Source = importlib.import_module(f"remissnlp.reading.{name}").read(data, allowance)
        return source

    return read_it


READERS: dict[Format, Reader] = {
    "text": _read_plaintext,
    "pdf": _in_module("pdf"),
    "image": _in_module("image"),
    "docx": _in_module("docx"),
    "odt": _in_module("odt"),
    "html": _in_module("html"),
    "eml": _in_module("mail"),
}

_SAVE_AS_TEXT = "öppna den och spara den som oformaterad text (.txt)."
ADVICE: dict[Format, str] = {
    "spreadsheet": f"är ett kalkylblad, och kalkylblad kan inte läsas; {_SAVE_AS_TEXT}",
    "office": "är ett Officedokument i ett äldre format som inte kan läsas; öppna och spara det som docx.",
    "outlook": "är ett e-brev i Outlooks eget format (msg); öppna det och spara det som html eller text.",
    "locked": "är ett dokument som är låst med lösenord; öppna det och spara en olåst kopia.",
    "rtf": "är ett rtf-dokument, och rtf kan inte läsas; öppna det och spara det som docx.",
    "zip": "är ett arkiv i ett arkiv i ett arkiv; packa upp det och lägg filerna i mappen.",
    "archive": "är ett packat arkiv som inte kan läsas; packa upp det och lägg filerna i mappen.",
    "binary": f"har ett format som inte känns igen och kan inte läsas; {_SAVE_AS_TEXT}",
}
