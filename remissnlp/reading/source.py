"""One way in: any file to its text and pages. Which format it is, the content tells, not the suffix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from remissnlp.errors import RemissnlpError
from remissnlp.reading.formats import Format, sniff
from remissnlp.reading.pages import find_pages
from remissnlp.reading.plaintext import decode
from remissnlp.records import Span


@dataclass(frozen=True, slots=True)
class Source:
    """The exact text of one file and its pages.

    Attributes
    ----------
    text : str
        The extracted text. For a plain-text file it equals the decoded file: no newline is translated.
    pages : tuple of Span
        The pages in order; they partition `text`. Empty where the source has no pages.
    """

    text: str
    pages: tuple[Span, ...] = ()


def read(path: Path) -> Source:
    """Read one file, whatever its format.

    Parameters
    ----------
    path : Path
        The file to read.

    Returns
    -------
    Source
        Its text and pages.

    Raises
    ------
    RemissnlpError
        If the file cannot be opened, is empty, or has a format that cannot be read. The message is one
        Swedish sentence that names the file and what to do.
    """
    return read_bytes(load(path, path.name), path.name)


def load(path: Path, name: str) -> bytes:
    """Return the bytes of a file; `name` is used in messages only.

    Raises
    ------
    RemissnlpError
        If it cannot be opened: a broken link, no permission, not an ordinary file.
    """
    name = printable(name)
    if path.is_symlink() and not path.exists():
        raise RemissnlpError(f"{name} är en länk till en fil som inte finns; lägg själva filen i mappen.")
    try:
        if path.exists() and not path.is_file():
            raise RemissnlpError(f"{name} är ingen vanlig fil och kan inte läsas.")
        return path.read_bytes()
    except FileNotFoundError:
        raise RemissnlpError(f"{name} finns inte.") from None
    except PermissionError:
        raise RemissnlpError(f"{name} får inte läsas; ge dig själv läsbehörighet till filen.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RemissnlpError(f"{name} gick inte att öppna ({reason}).") from None


def read_bytes(data: bytes, name: str) -> Source:
    """Read a file's bytes; `name` is used in messages only. See `read`."""
    found = sniff(data)
    reader = READERS.get(found)
    if reader is None:
        raise RemissnlpError(f"{printable(name)} {ADVICE[found]}")
    source = reader(data)
    if not source.text.strip("\ufeff\x00 \t\r\n\f\v"):
        raise RemissnlpError(f"{printable(name)} är tom; lägg dit filen på nytt eller ta bort den.")
    return source


def printable(name: str) -> str:
    """Return a file name fit to print on one line, whatever characters it holds."""
    return "".join(character if character.isprintable() else "�" for character in name)


def _read_plaintext(data: bytes) -> Source:
    text = decode(data)
    return Source(text=text, pages=find_pages(text))


READERS: dict[Format, Callable[[bytes], Source]] = {"text": _read_plaintext}

_SAVE_AS_TEXT = "öppna den och spara den som oformaterad text (.txt)."
ADVICE: dict[Format, str] = {
    "pdf": f"är en pdf, och pdf kan ännu inte läsas; {_SAVE_AS_TEXT}",
    "docx": f"är ett Worddokument (docx), och docx kan ännu inte läsas; {_SAVE_AS_TEXT}",
    "odt": f"är ett odt-dokument, och odt kan ännu inte läsas; {_SAVE_AS_TEXT}",
    "spreadsheet": f"är ett kalkylblad, och kalkylblad kan inte läsas; {_SAVE_AS_TEXT}",
    "office": f"är ett Officedokument i ett äldre format som inte kan läsas; {_SAVE_AS_TEXT}",
    "rtf": f"är ett rtf-dokument, och rtf kan inte läsas; {_SAVE_AS_TEXT}",
    "eml": f"är ett e-brev (eml), och e-brev kan ännu inte läsas; {_SAVE_AS_TEXT}",
    "html": f"är en webbsida (html), och html kan ännu inte läsas; {_SAVE_AS_TEXT}",
    "zip": "är ett zip-arkiv, och zip kan ännu inte läsas; packa upp det och lägg filerna i mappen.",
    "archive": "är ett packat arkiv som inte kan läsas; packa upp det och lägg filerna i mappen.",
    "image": "är en bild, och bilder kan ännu inte läsas; spara bildens text som oformaterad text (.txt).",
    "binary": f"har ett format som inte känns igen och kan inte läsas; {_SAVE_AS_TEXT}",
}
