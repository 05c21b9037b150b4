"""The codebook (kodbok): subjects that a person has named beforehand, with a description and examples.

::

    namn = "Styrdokument"

    [[kod]]
    namn = "Önskar indikatorer och uppföljning"
    beskrivning = "Mål ska gå att följa upp med indikatorer, mått eller målvärden."
    exempel = ["Nämnden önskar indikatorer som kan följas över tid."]
    id = "T0123456789"          # written by an export, so that the tema is known again; may be left out
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from remissnlp.errors import RemissnlpError
from remissnlp.records import Run

FILE_NAME = "kodbok.toml"
GENERAL, NONE_AT_ALL = "allman", "ingen"
"""What is given in place of a file: the codebook that ships with the package, or none whatever there is."""

MOST_EXAMPLES = 6
"""How many quotes of a tema an export takes as examples."""

MOST_CODES, LONGEST_FILE = 500, 2_000_000
_KEYS = {"namn", "beskrivning", "exempel", "id"}
_ID = re.compile(r"T[0-9a-f]{10}")
_SHIPPED = Path(__file__).with_name("kodbok_allman.toml")


@dataclass(frozen=True, slots=True)
class Code:
    """A subject of a codebook. ``id`` is that of the tema made of it: the same in every run."""

    name: str
    description: str = ""
    examples: tuple[str, ...] = ()
    id: str = ""

    @property
    def tema_id(self) -> str:
        """Id of the tema: the one given, else one that depends on nothing but the name."""
        folded = " ".join(self.name.casefold().split())
        return self.id or "T" + hashlib.sha256(f"kod\0{folded}".encode()).hexdigest()[:10]

    @property
    def texts(self) -> tuple[str, ...]:
        """What a synpunkt is compared with: the name with its description, and each example."""
        described = f"{self.name}. {self.description}" if self.description else self.name
        return (described, *self.examples)


@dataclass(frozen=True, slots=True)
class Kodbok:
    """A codebook: its name and codes, in the order in which they were written."""

    name: str
    codes: tuple[Code, ...]

    @property
    def sha256(self) -> str:
        """Hash of what it says; comments and layout of its file aside."""
        content = [[c.name, c.description, list(c.examples), c.tema_id] for c in self.codes]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def find_kodbok(given: str | Path | None, corpus: str | Path) -> Kodbok | None:
    """Return the codebook that is asked for, else the one in the corpus folder, else None.

    Parameters
    ----------
    given : str or path, optional
        A file, or "allman" for the one that ships with the package, or "ingen" for none at all.
    corpus : path

    Raises
    ------
    RemissnlpError
        If the codebook cannot be read.
    """
    path = path_of(given, corpus)
    return None if path is None else read_kodbok(path)


def path_of(given: str | Path | None, corpus: str | Path) -> Path | None:
    """Return the file of the codebook that a run would use, whether it can be read or not."""
    if given is None:
        inside = Path(corpus) / FILE_NAME
        return inside if inside.is_file() else None
    return {GENERAL: _SHIPPED, NONE_AT_ALL: None}.get(str(given), Path(given))


def read_kodbok(given: str | Path) -> Kodbok:
    """Read a codebook from a file; "allman" is the one that ships with the package.

    Raises
    ------
    RemissnlpError
        If it cannot be read or does not have the form of a codebook; the message says what is wrong.
    """
    path = _SHIPPED if str(given) == GENERAL else Path(given)
    try:
        if path.stat().st_size > LONGEST_FILE:
            raise RemissnlpError(f"Kodboken {path.name} är för stor: högst 2 megabyte.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise RemissnlpError(
            f"Kodboken {given} finns inte; ange en toml-fil, eller {GENERAL} för den som följer med."
        ) from None
    except UnicodeDecodeError:
        raise RemissnlpError(f"Kodboken {path.name} är inte sparad som UTF-8.") from None
    except OSError:
        raise RemissnlpError(f"Kodboken {given} går inte att öppna.") from None
    return parse_kodbok(text, name=path.name)


def parse_kodbok(text: str, *, name: str = FILE_NAME) -> Kodbok:
    """Return the codebook that `text` holds; `name` is what messages call it.

    Raises
    ------
    RemissnlpError
        If it is not TOML or does not have the form of a codebook.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RemissnlpError(f"Kodboken {name} är inte riktig TOML: {_where(str(error))}.") from None
    rows = content.get("kod")
    if not isinstance(rows, list) or not rows:
        raise RemissnlpError(f"Kodboken {name} har inga koder: varje kod börjar med raden [[kod]].")
    if len(rows) > MOST_CODES:
        raise RemissnlpError(f"Kodboken {name} har {len(rows)} koder; högst {MOST_CODES} går bra.")
    codes = [_read_code(row, number, name) for number, row in enumerate(rows, start=1)]
    for what, values in (
        ("heter", [" ".join(c.name.casefold().split()) for c in codes]),
        ("har id", [c.tema_id for c in codes]),
    ):
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise RemissnlpError(f"Kodboken {name}: två koder {what} ”{twice}”; ge dem olika.")
    title = content.get("namn", "")
    return Kodbok(title if isinstance(title, str) else "", tuple(codes))


def _read_code(row: object, number: int, name: str) -> Code:
    place = f"Kodboken {name}, kod {number}"
    if not isinstance(row, dict):
        raise RemissnlpError(f"{place}: varje kod börjar med raden [[kod]].")
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise RemissnlpError(f"{place}: ”{unknown[0]}” hör inte hemma där; en kod har {_known_keys()}.")
    title = _text(row, "namn", place)
    if not title:
        raise RemissnlpError(f"{place} saknar namn.")
    from remissnlp.extraction.personal import (
        PERSONAL,
    )  # here, since whether anything is new must be told fast

    if PERSONAL.search(title):
        raise RemissnlpError(f"{place}: namnet får inte innehålla personuppgifter.")
    examples = row.get("exempel", [])
    if not isinstance(examples, list) or not all(isinstance(one, str) for one in examples):
        raise RemissnlpError(f'{place}: exempel ska vara en lista med citat: exempel = ["…", "…"].')
    given = _text(row, "id", place)
    if given and not _ID.fullmatch(given):
        raise RemissnlpError(f"{place}: id ska vara T följt av tio tecken 0–9 a–f; ta annars bort raden.")
    kept = tuple(one for text in examples if (one := " ".join(text.split())))
    return Code(title, _text(row, "beskrivning", place), kept, given)


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise RemissnlpError(f"{place}: {key} ska vara text inom citattecken.")
    return " ".join(value.split())


def _known_keys() -> str:
    return "namn, beskrivning, exempel och id"


def _where(message: str) -> str:
    """Return where a TOML file is wrong, in Swedish."""
    at = re.search(r"line (\d+), column (\d+)", message)
    return f"se rad {at[1]}, tecken {at[2]}" if at else "den slutar mitt i"


def kodbok_of(run: Run) -> Kodbok:
    """Return the teman of a run as a codebook for the next one, in order of rank.

    Labels become names, key sentences descriptions, and the quotes that represent a tema best its examples.
    The ids of the teman go with them.
    """
    reading = {s.id: s.reading for s in run.synpunkter}
    codes = []
    for tema in run.teman:
        described = tema.key_sentence.reading if tema.key_sentence else ""
        quotes = [reading[s] for s in tema.synpunkter if reading[s] != described][:MOST_EXAMPLES]
        given = tema.id if _ID.fullmatch(tema.id) else ""
        codes.append(Code(tema.label, described, tuple(quotes), given))
    return Kodbok(f"Teman ur körningen {run.id}", tuple(codes))


def render_kodbok(kodbok: Kodbok) -> str:
    """Return a codebook as TOML; `parse_kodbok` reads it back."""
    lines = [f"namn = {_quoted(kodbok.name)}", ""]
    for code in kodbok.codes:
        lines += ["[[kod]]", f"namn = {_quoted(code.name)}"]
        if code.id:
            lines.append(f"id = {_quoted(code.id)}")
        if code.description:
            lines.append(f"beskrivning = {_quoted(code.description)}")
        lines += ["exempel = [", *(f"    {_quoted(one)}," for one in code.examples), "]", ""]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Return text as a basic string of TOML, which escapes as JSON does; DEL is escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_kodbok(kodbok: Kodbok, path: str | Path, *, force: bool = False) -> None:
    """Write a codebook to a file.

    Raises
    ------
    RemissnlpError
        If there is such a file already and not `force`, or it cannot be written.
    """
    target = Path(path)
    if target.exists() and not force:
        raise RemissnlpError(f"{target} finns redan; ange ett annat namn, eller --force för att skriva över.")
    try:
        target.write_text(render_kodbok(kodbok), encoding="utf-8", newline="\n")
    except OSError:
        raise RemissnlpError(f"{target} går inte att skriva; välj en annan mapp.") from None
