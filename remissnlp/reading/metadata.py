"""What a person has said: remisser.toml about the remisser, remissvar.csv about single responses.

remisser.toml may speak of single responses too; where both do, remissvar.csv decides::

    [[remiss]]
    id = "KS 2023/1159"
    title = "Program för de mänskliga rättigheterna"
    kind = "program"                    # program, handlingsplan, betankande, plan or ovrigt
    folder = "MR-programmet"            # every file in this folder answers it

    [remissvar."MR-programmet/svar 7.txt"]
    remissinstans = "Servicenämnden"    # an empty string says that there is none, and no warning asks
    dnr = "SF 2024/444"
    date = "2024-09-20"
    remiss = "KS 2023/1159"
    status = "ok"                       # ok, no_opinion or reference
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from remissnlp.reading.overrides import find_overrides, read_overrides
from remissnlp.reading.registration import normalise
from remissnlp.reading.source import printable
from remissnlp.records import Kind

FILE_NAME = "remisser.toml"
_KINDS = get_args(Kind)
_STATUSES = ("ok", "no_opinion", "reference")
_REMISS_KEYS = ("id", "title", "kind", "folder")
_FILE_KEYS = ("remissinstans", "dnr", "date", "remiss", "status")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What remisser.toml says.

    Attributes
    ----------
    remisser : mapping of str to mapping
        Title and kind by the remiss's number, where given.
    folders : mapping of str to str
        The number of the remiss that each named folder answers.
    files : mapping of str to mapping
        Corrections by file: its path in the corpus, or its bare name, in small letters.
    warnings : tuple of str
        What could not be used, in Swedish.
    places : mapping of str to tuple of str
        For each key of `files` where it is said, in Swedish, and the name as it is written there.
    """

    remisser: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def remiss(self, number: str) -> Mapping[str, str]:
        """Return what is said of one remiss: title and kind, where given."""
        return self.remisser.get(number, {})

    def of_file(self, path: str) -> Mapping[str, str]:
        """Return the corrections of one file, given under its path or under its bare name."""
        key = _fold(path)
        return {**self.files.get(key.rpartition("/")[2], {}), **self.files.get(key, {})}

    def unused(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return a warning for every file and folder that is named but is not in the corpus."""
        known = {_fold(path) for path in paths}
        names = {path.rpartition("/")[2] for path in known}
        folders = {nfc(path).rpartition("/")[0] for path in paths}
        missing = [
            f"{where}: filen ”{printable(name)}”"
            for key, (where, name) in self.places.items()
            if key not in known | names
        ]
        missing += [f"{FILE_NAME}: mappen ”{key}”" for key in self.folders if not _is_folder(key, folders)]
        return tuple(f"{what} finns inte bland remissvaren; rätta namnet." for what in missing)


def _fold(name: str) -> str:
    return nfc(name).casefold()


def nfc(text: str) -> str:
    """Return `text` composed, as file systems differ in how they store å, ä and ö."""
    return unicodedata.normalize("NFC", text)


def metadata_files(folder: Path) -> list[Path]:
    """Return the files of a corpus in which a person says something of it."""
    table = find_overrides(folder)
    return [path for path in (folder / FILE_NAME, table) if path is not None and path.is_file()]


def read_metadata(folder: Path) -> Metadata:
    """Read the remisser.toml and remissvar.csv of a corpus; what is missing or broken says nothing.

    Parameters
    ----------
    folder : Path
        The corpus.
    """
    metadata = _read_toml(folder / FILE_NAME)
    rows, warnings = read_overrides(folder)
    files, places = dict(metadata.files), dict(metadata.places)
    for row in rows:
        key = _fold(row.file)
        files[key] = {**files.get(key, {}), **row.values}
        places[key] = (row.where, row.file)
    return replace(metadata, files=files, places=places, warnings=(*metadata.warnings, *warnings))


def _read_toml(path: Path) -> Metadata:
    if not path.is_file():
        return Metadata()
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError:
        return Metadata(warnings=(f"{FILE_NAME} går inte att öppna och används inte.",))
    except UnicodeDecodeError:
        return Metadata(warnings=(f"{FILE_NAME} är inte sparad som UTF-8 och används inte; spara om den.",))
    except tomllib.TOMLDecodeError as error:
        return Metadata(warnings=(f"{FILE_NAME} innehåller ett skrivfel och används inte ({error}).",))
    return _checked(content)


def _checked(content: Mapping[str, Any]) -> Metadata:
    warnings = [
        f"{FILE_NAME}: okänt avsnitt ”{key}”." for key in content if key not in ("remiss", "remissvar")
    ]
    remisser: dict[str, Mapping[str, str]] = {}
    folders: dict[str, str] = {}
    files: dict[str, Mapping[str, str]] = {}
    listed = content.get("remiss", [])
    for position, entry in enumerate(listed if isinstance(listed, list) else [listed], 1):
        where = f"remiss nummer {position}"
        values = _strings(entry, _REMISS_KEYS, where, warnings)
        if isinstance(entry, dict) and not values.get("id"):
            warnings.append(f'{FILE_NAME}: {where} saknar id, till exempel id = "KS 2024/123".')
        if not values.get("id"):
            continue
        number = normalise(values["id"])
        if values.get("kind") and values["kind"] not in _KINDS:
            warnings.append(f"{FILE_NAME}: {where} har kind ”{values.pop('kind')}”; välj {_either(_KINDS)}.")
        if values.get("folder"):
            folders[nfc(values["folder"]).strip("/")] = number
        remisser[number] = {key: values[key] for key in ("title", "kind") if values.get(key)}
    table = content.get("remissvar", {})
    if not isinstance(table, dict):
        warnings.append(f'{FILE_NAME}: remissvar ska skrivas [remissvar."mapp/fil.txt"].')
        table = {}
    places = {_fold(name): (FILE_NAME, name) for name in table}
    for name, entry in table.items():
        files[_fold(name)] = _file_values(entry, f"filen ”{name}”", warnings)
    return Metadata(remisser, folders, files, tuple(warnings), places)


def _file_values(entry: object, where: str, warnings: list[str]) -> Mapping[str, str]:
    values = _strings(entry, _FILE_KEYS, where, warnings)
    if values.get("status") and values["status"] not in _STATUSES:
        warnings.append(
            f"{FILE_NAME}: {where} har status ”{values.pop('status')}”; välj {_either(_STATUSES)}."
        )
    if values.get("status"):
        values["role"] = "underlag" if values["status"] == "reference" else "remissvar"
    if values.get("date"):
        try:
            date.fromisoformat(values["date"])
        except ValueError:
            wrong = values.pop("date")
            warnings.append(f"{FILE_NAME}: {where} har datum ”{wrong}”; skriv till exempel 2024-09-30.")
    if values.get("remiss"):
        values["remiss"] = normalise(values["remiss"])
    return values


def _strings(entry: object, keys: tuple[str, ...], where: str, warnings: list[str]) -> dict[str, str]:
    """Return the known keys with text values; a date written without quotes is text too."""
    if not isinstance(entry, dict):
        warnings.append(f"{FILE_NAME}: {where} har inga uppgifter som går att läsa.")
        return {}
    values = {}
    for key, value in entry.items():
        if key not in keys:
            warnings.append(f"{FILE_NAME}: {where} har en okänd uppgift ”{key}”; välj {_either(keys)}.")
        elif isinstance(value, str):
            values[key] = value.strip()
        elif isinstance(value, date):
            values[key] = value.isoformat()[:10]
        else:
            warnings.append(f"{FILE_NAME}: uppgiften {key} för {where} ska stå inom citattecken.")
    return values


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} eller {words[-1]}"


def _is_folder(name: str, folders: set[str]) -> bool:
    return any(folder == name or folder.startswith(f"{name}/") for folder in folders)
