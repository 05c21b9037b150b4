"""A folder of remissvar, read: which files count, who answers what, and what has to be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, cast

from remissnlp.reading.agreement import (
    answered_remisser,
    one_name_each,
    same_remiss,
    titles_of,
    without_duplicates,
)
from remissnlp.reading.files import find_files
from remissnlp.reading.limits import Limits, Progress
from remissnlp.reading.metadata import Metadata, nfc, read_metadata
from remissnlp.reading.municipality import boards_apart
from remissnlp.reading.names import keeps_register
from remissnlp.reading.overrides import COLUMNS, CSV_NAME
from remissnlp.reading.registration import from_folder_name
from remissnlp.reading.response import NO_OPINION, Response, read_responses, value
from remissnlp.reading.roles import NAMES_NO_REMISS
from remissnlp.reading.settling import headings_of, with_enclosures, with_sent_out
from remissnlp.reading.source import printable
from remissnlp.reading.versions import without_versions
from remissnlp.records import DecisionLevel, Remiss, Remissvar, Role, Status

_STAGE = "Läser filer"
_SAID_NOT_A_RESPONSE = "Räknas inte som remissvar: det har en person sagt."

ReadFile = Callable[[Path, str, Limits, Progress | None], list[Response]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that one folder holds.

    Attributes
    ----------
    remisser : tuple of Remiss
        The remisser that are answered, by number.
    remissvar : tuple of Remissvar
        Every file that could be a response, by path: also those that could not be read (status "error")
        and those that are none (status "reference").
    warnings : tuple of str
        What a person should know or fill in, one Swedish sentence each.
    """

    remisser: tuple[Remiss, ...]
    remissvar: tuple[Remissvar, ...]
    warnings: tuple[str, ...]


def read_corpus(
    folder: Path | str,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
    read_file: ReadFile = read_responses,
) -> Corpus:
    """Read a corpus: a folder with one folder a remiss, or with the files directly.

    Hidden files, lock files of Office programs, files named README, remisser.toml and remissvar.csv are
    passed over in silence. A folder's name that begins with a number ("KS 2023-1159 Program för …") says
    which remiss its files answer where their letterheads do not.

    Parameters
    ----------
    folder : Path or str
        The corpus.
    limits : Limits, optional
        What reading one file may cost.
    progress : callable, optional
        Called with a stage's name, what is done of it and what there is to do.
    read_file : callable
        Reads one file, as `read_responses` does; one that remembers may stand in.

    Returns
    -------
    Corpus
        The same for the same files, whatever order the file system lists them in.

    Raises
    ------
    RemissnlpError
        If the folder does not exist or holds no file to read.
    """
    folder = Path(folder)
    paths, warnings = find_files(folder)
    metadata = read_metadata(folder)
    files: list[Response] = []
    for done, path in enumerate(paths):
        if progress:
            progress(_STAGE, done, len(paths))
        files += read_file(folder / path, path, limits or Limits(), progress)
    sources = [file.record.source for file in files]
    warnings += [*metadata.warnings, *metadata.unused([*paths, *sources])]
    same = same_remiss(files)
    folders = {source: _folder_remiss(source, metadata) for source in sources}
    known = {number for number, _ in folders.values() if number} | {*same.values(), *metadata.remisser}
    known |= {file.letterhead.remiss.value for file in files if file.letterhead and file.letterhead.remiss}
    peers = _of_peers(files, same)
    records, settled, named = [], set(), set()
    for place, file in enumerate(files):
        said = metadata.of_file(file.record.source)
        record, conflict = _with_remiss(file, folders[file.record.source], same, known)
        if record.remiss is None and record.status in ("ok", "no_opinion"):
            record = replace(record, remiss=peers.get(_folder(record)))
        if conflict and "remiss" not in said:
            warnings.append(conflict)
        if "role" in said:
            settled.add(place)
        if "remissinstans" in said:
            named.add(place)
        records.append(_corrected(record, said))
    records = boards_apart(one_name_each(records), [file.municipality for file in files], named)
    records, told = _settle(files, records, frozenset(settled), metadata)
    titles = titles_of(files, records, metadata, sources)
    remisser = answered_remisser(records, metadata, titles, headings_of(files, records))
    for place, (file, record) in enumerate(zip(files, records, strict=True)):
        name = printable(record.source)
        warnings += [f"{name} {note}" for note in file.notes]
        warnings += _questions(record, metadata.of_file(record.source))
        doubted = file.doubt and not (file.doubt == NAMES_NO_REMISS and record.remiss in file.numbers)
        if doubted and record.status in ("ok", "no_opinion") and place not in settled:
            warnings.append(
                f"{name}: räknas som remissvar, men {file.doubt}. Är det fel, skriv dess slag i {CSV_NAME}."
            )
    return Corpus(remisser=remisser, remissvar=tuple(records), warnings=(*warnings, *told))


def _settle(
    files: list[Response], records: list[Remissvar], settled: frozenset[int], metadata: Metadata
) -> tuple[list[Remissvar], list[str]]:
    """Settle with all documents at hand which of them count, and return what is to be said of it.

    What a person has said of a document (`settled`) stands.
    """
    sources = [record.source for record in records]
    records = with_sent_out(files, records, titles_of(files, records, metadata, sources), settled)
    records = without_duplicates(records)
    records = with_enclosures(files, records, settled)
    versions, shingles = [file.version for file in files], [file.shingles for file in files]
    return without_versions(records, versions, shingles, settled)


def _folder_remiss(file: str, metadata: Metadata) -> tuple[str | None, bool]:
    """Return the remiss that a file's folder names, innermost first, and whether a person has said so."""
    parts = nfc(file).split("/")[:-1]
    for depth in range(len(parts), 0, -1):
        if number := metadata.folders.get("/".join(parts[:depth])):
            return number, True
        if named := from_folder_name(parts[depth - 1]):
            return named[0], False
    return None, False


def _of_peers(files: list[Response], same: Mapping[str, str]) -> dict[str, str]:
    """Return the remiss of each folder inside the corpus all of whose letters name the same, two at least."""
    named: dict[str, list[str]] = {}
    for file in files:
        if file.letterhead and file.letterhead.remiss:
            number = file.letterhead.remiss.value
            named.setdefault(_folder(file.record), []).append(same.get(number, number))
    return {
        folder: numbers[0]
        for folder, numbers in named.items()
        if folder and len(numbers) > 1 and len(set(numbers)) == 1
    }


def _folder(record: Remissvar) -> str:
    return record.file.rpartition("/")[0]


def _with_remiss(
    file: Response,
    folder: tuple[str | None, bool],
    same: Mapping[str, str],
    known: set[str],
) -> tuple[Remissvar, str | None]:
    """Return the record with the remiss it answers, and a warning where letterhead and folder differ.

    The letterhead's number is taken before the one in the folder's name, but not before the one that a
    person has given the folder.
    """
    record, letterhead = file.record, file.letterhead
    number, is_said = folder
    if letterhead is None:
        return (record if record.status == "error" else replace(record, remiss=number)), None
    read = value(letterhead.remiss)
    read = same.get(read, read) if read else None
    if read is None and record.dnr in known and record.dnr is not None:
        # The only number of the letterhead, and others answer a remiss of that number: it is the remiss's.
        read = record.dnr
        record = replace(record, dnr=None)
    if read is None and number is None:
        # One number of the opening is that of a remiss that others answer.
        cited = [one for one in file.numbers if one in known and one != record.dnr]
        read = cited[0] if len(cited) == 1 else None
    chosen = number if is_said else read or number
    conflict = None
    if number and letterhead.remiss and number in {letterhead.remiss.value, *letterhead.also}:
        chosen = number  # the letterhead gives several numbers of the remiss, the folder's name one of them
    elif number and read and read not in (number, same.get(number)):
        conflict = (
            f"{printable(record.source)}: brevhuvudet anger remissen {read} men mappen {number};"
            f" {chosen} används. Är det fel, skriv rätt remiss i {CSV_NAME}."
        )
    return replace(record, remiss=chosen), conflict


def _corrected(record: Remissvar, said: Mapping[str, str]) -> Remissvar:
    """Return the record with what a person has said about it; an empty string says that there is none."""
    if record.status == "error" or not said:
        return record
    keys = ("remissinstans", "dnr", "date", "remiss", "decision_level")
    values = {key: said[key] or None for key in keys if key in said}
    status = cast(Status, said.get("status") or record.status)
    if status == "ok" and record.status == "no_opinion" and "role" in said:
        status = "no_opinion"
    role = cast(Role, said.get("role") or record.role)
    message = record.message
    if status != record.status:
        message = {"no_opinion": NO_OPINION, "reference": _SAID_NOT_A_RESPONSE}.get(status)
    return replace(
        record,
        remissinstans=values.get("remissinstans", record.remissinstans),
        dnr=values.get("dnr", record.dnr),
        date=values.get("date", record.date),
        remiss=values.get("remiss", record.remiss),
        decision_level=cast(DecisionLevel | None, values.get("decision_level", record.decision_level)),
        role=role,
        status=status,
        message=message,
    )


class Ask(NamedTuple):
    """A field that is asked for when it cannot be read."""

    key: str
    name: str
    what: str
    read: Callable[[Remissvar], str | None]
    example: str


ASKED = (
    Ask("remiss", "remiss", "vilken remiss som besvaras", lambda r: r.remiss, "KS 2024/123"),
    Ask("remissinstans", "remissinstans", "vem som svarar", lambda r: r.remissinstans, "Kulturnämnden"),
    Ask("dnr", "diarienummer", "svarets diarienummer", lambda r: r.dnr, "KUN 2024/45"),
    Ask("date", "datum", "svarets datum", lambda r: r.date, "2024-09-30"),
)


def missing_of(record: Remissvar) -> list[Ask]:
    """Return what is asked for of a response; only authorities keep a register."""
    keeps_one = record.remissinstans is None or keeps_register(record.remissinstans)
    return [ask for ask in ASKED if not ask.read(record) and (keeps_one or ask.key != "dnr")]


def _questions(record: Remissvar, said: Mapping[str, str]) -> list[str]:
    """Return what a person should know of one record, or is asked to fill in."""
    name = printable(record.source)
    if record.status == "error":
        return [f"Kunde inte läsas: {record.message}"]
    if record.status == "reference":
        if said.get("status") == "reference":
            return []
        asks = f" Är det fel, skriv dess slag i {CSV_NAME}." if record.role != "dubblett" else ""
        return [f"{name}: {record.message}{asks}"]
    missing = [ask for ask in missing_of(record) if ask.key not in said]
    if not missing:
        return []
    what = _listed([ask.what for ask in missing])
    columns = _listed([f"{COLUMNS[ask.key]} (t.ex. {ask.example})" for ask in missing], "och")
    return [f"{name}: hittar inte {what}. Skriv det i {CSV_NAME}, på filens rad under {columns}."]


def _listed(words: list[str], word: str = "eller") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"
