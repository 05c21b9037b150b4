"""A folder of remissvar, read: which files count, who answers what, and what has to be asked for."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from remissnlp.errors import RemissnlpError
from remissnlp.reading.answer import find_endorsed, has_no_opinion, is_response
from remissnlp.reading.document import Document
from remissnlp.reading.files import find_files
from remissnlp.reading.letterhead import Letterhead, read_letterhead
from remissnlp.reading.metadata import FILE_NAME, Metadata, nfc, read_metadata
from remissnlp.reading.names import is_administration, stem
from remissnlp.reading.registration import from_folder_name
from remissnlp.reading.source import Source, load, printable, read_bytes
from remissnlp.reading.subject import kind_of
from remissnlp.records import Kind, Remiss, Remissvar, Status

_NO_OPINION = "Har inget att erinra eller avstår från att yttra sig."
_NOT_A_RESPONSE = (
    "Räknas inte som remissvar: texten nämner ingen remiss och är inte skriven som ett yttrande."
)
_SAID_NOT_A_RESPONSE = f"Räknas inte som remissvar enligt {FILE_NAME}."


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


@dataclass(frozen=True, slots=True)
class _File:
    """One file as it was read: the record so far, and what its letterhead says."""

    record: Remissvar
    letterhead: Letterhead | None = None


def read_corpus(folder: Path | str) -> Corpus:
    """Read a corpus: a folder with one folder a remiss, or with the files directly.

    Hidden files, lock files of Office programs, files named README and remisser.toml are passed over in
    silence. A folder's name that begins with a number ("KS 2023-1159 Program för …") says which remiss its
    files answer where their letterheads do not.

    Parameters
    ----------
    folder : Path or str
        The corpus.

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
    warnings += [*metadata.warnings, *metadata.unused(paths)]
    files = [_read_file(folder / path, path) for path in paths]
    same = _same_remiss(files)
    folders = {file: _folder_remiss(file, metadata) for file in paths}
    known = {number for number, _ in folders.values() if number} | {*same.values(), *metadata.remisser}
    known |= {file.letterhead.remiss.value for file in files if file.letterhead and file.letterhead.remiss}
    records = []
    for file in files:
        record = _with_remiss(file, folders[file.record.file], same, known, warnings)
        records.append(_corrected(record, metadata.of_file(record.file)))
    records = _without_duplicates(_one_name_each(records))
    titles = _titles(files, records)
    remisser = _remisser(records, metadata, paths, titles)
    for record in records:
        warnings += _questions(record, metadata.of_file(record.file))
    return Corpus(remisser=remisser, remissvar=tuple(records), warnings=tuple(warnings))


def _read_file(path: Path, name: str) -> _File:
    """Read one file as far as it goes; what stops it is the record's message."""
    data = b""
    try:
        data = load(path)
        source = read_bytes(data, path.name)
    except RemissnlpError as error:
        return _File(_record(data, name, Source(""), status="error", message=str(error)))
    document = Document(source.text, source.pages)
    letterhead = read_letterhead(document)
    if not is_response(document, letterhead):
        return _File(_record(data, name, source, status="reference", message=_NOT_A_RESPONSE))
    no_opinion = has_no_opinion(document)
    record = _record(
        data,
        name,
        source,
        status="no_opinion" if no_opinion else "ok",
        message=_NO_OPINION if no_opinion else None,
    )
    return _File(
        replace(
            record,
            remissinstans=letterhead.remissinstans and letterhead.remissinstans.value,
            dnr=letterhead.dnr and letterhead.dnr.value,
            date=letterhead.date and letterhead.date.value,
            endorses=find_endorsed(document),
        ),
        letterhead,
    )


def _record(data: bytes, name: str, source: Source, *, status: Status, message: str | None) -> Remissvar:
    sha256 = hashlib.sha256(data).hexdigest()
    return Remissvar(
        id=f"rv-{sha256[:10]}",
        file=name,
        sha256=sha256,
        text=source.text,
        pages=source.pages,
        status=status,
        message=message,
    )


def _folder_remiss(file: str, metadata: Metadata) -> tuple[str | None, bool]:
    """Return the remiss that a file's folder names, innermost first, and whether a person has said so."""
    parts = nfc(file).split("/")[:-1]
    for depth in range(len(parts), 0, -1):
        if number := metadata.folders.get("/".join(parts[:depth])):
            return number, True
        if named := from_folder_name(parts[depth - 1]):
            return named[0], False
    return None, False


def _same_remiss(files: Iterable[_File]) -> Mapping[str, str]:
    """Map every other number that some response gives for a remiss to the number it is counted under."""
    letterheads = [file.letterhead for file in files if file.letterhead]
    pairs = Counter((other, h.remiss.value) for h in letterheads if h.remiss for other in h.also)
    same: dict[str, str] = {}
    for (other, number), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if number not in same:
            same.setdefault(other, number)
    return same


def _with_remiss(
    file: _File,
    folder: tuple[str | None, bool],
    same: Mapping[str, str],
    known: set[str],
    warnings: list[str],
) -> Remissvar:
    """Return the record with the remiss it answers: the letterhead's, unless a person has said another."""
    record, letterhead = file.record, file.letterhead
    if letterhead is None:
        return record
    number, is_said = folder
    read = letterhead.remiss.value if letterhead.remiss else None
    read = same.get(read, read) if read else None
    if read is None and record.dnr in known and record.dnr is not None:
        # The only number of the letterhead, and others answer a remiss of that number: it is the remiss's.
        read = record.dnr
        record = replace(record, dnr=None)
    if number and read and number != read:
        chosen = number if is_said else read
        warnings.append(
            f"{printable(record.file)}: brevhuvudet anger remissen {read} men mappen {number}; {chosen} används."
            f' Ändra med remiss = "…" i {FILE_NAME} om det är fel.'
        )
        return replace(record, remiss=chosen)
    return replace(record, remiss=read or number)


def _corrected(record: Remissvar, said: Mapping[str, str]) -> Remissvar:
    """Return the record with what a person has said about it; an empty string says that there is none."""
    if record.status == "error":
        return record
    values = {key: said[key] or None for key in ("remissinstans", "dnr", "date", "remiss") if key in said}
    status = cast(Status, said.get("status") or record.status)
    message = record.message
    if status != record.status:
        message = {"no_opinion": _NO_OPINION, "reference": _SAID_NOT_A_RESPONSE}.get(status)
    return replace(
        record,
        remissinstans=values.get("remissinstans", record.remissinstans),
        dnr=values.get("dnr", record.dnr),
        date=values.get("date", record.date),
        remiss=values.get("remiss", record.remiss),
        status=status,
        message=message,
    )


def _one_name_each(records: list[Remissvar]) -> list[Remissvar]:
    """Count an administration's response as its board's, where the board answers elsewhere in the corpus."""
    names = sorted({r.remissinstans for r in records if r.remissinstans})
    boards = {stem(name): name for name in names if stem(name) and not is_administration(name)}

    def board_of(name: str | None) -> str | None:
        return boards.get(stem(name), name) if name and is_administration(name) else name

    return [replace(record, remissinstans=board_of(record.remissinstans)) for record in records]


def _without_duplicates(records: list[Remissvar]) -> list[Remissvar]:
    """Give every record an id of its own; of identical files the first counts."""
    seen: dict[str, Remissvar] = {}
    times: Counter[str] = Counter()
    unique = []
    for record in records:
        times[record.id] += 1
        first = seen.setdefault(record.sha256, record)
        own_id = record.id if times[record.id] == 1 else f"{record.id}-{times[record.id]}"
        if first is not record and record.status in ("ok", "no_opinion"):
            message = f"Räknas inte: filen är en exakt kopia av {printable(first.file)}."
            unique.append(replace(record, id=own_id, status="reference", message=message))
        else:
            unique.append(replace(record, id=own_id))
    return unique


def _titles(files: Iterable[_File], records: Iterable[Remissvar]) -> Mapping[str, Counter[str]]:
    """Count the titles that the responses' letterheads give each remiss."""
    titles: dict[str, Counter[str]] = {}
    for file, record in zip(files, records, strict=True):
        if record.remiss and file.letterhead and file.letterhead.title:
            titles.setdefault(record.remiss, Counter())[file.letterhead.title.value] += 1
    return titles


def _remisser(
    records: Iterable[Remissvar],
    metadata: Metadata,
    paths: Iterable[str],
    titles: Mapping[str, Counter[str]],
) -> tuple[Remiss, ...]:
    """Return the remisser that are answered; a person's title comes first, then the folder's."""
    from_folders: dict[str, str] = {}
    for path in paths:
        for part in nfc(path).split("/")[:-1]:
            named = from_folder_name(part)
            if named and named[1]:
                from_folders.setdefault(*named)
    remisser = []
    for number in sorted({r.remiss for r in records if r.remiss and r.status != "reference"}):
        said = metadata.remiss(number)
        read = sorted(titles.get(number, {}).items(), key=lambda item: (-item[1], item[0]))
        title = said.get("title") or from_folders.get(number) or (read[0][0] if read else number)
        kind = cast(Kind, said.get("kind") or kind_of(title, number))
        remisser.append(Remiss(id=number, title=title, kind=kind))
    return tuple(remisser)


# What is asked for when it cannot be read: the field, its name in Swedish, and an example.
_ASKED: tuple[tuple[str, str, Callable[[Remissvar], str | None], str], ...] = (
    ("remiss", "vilken remiss som besvaras", lambda r: r.remiss, "KS 2024/123"),
    ("remissinstans", "vem som svarar", lambda r: r.remissinstans, "Kulturnämnden"),
    ("dnr", "svarets diarienummer", lambda r: r.dnr, "KUN 2024/45"),
    ("date", "svarets datum", lambda r: r.date, "2024-09-30"),
)


def _questions(record: Remissvar, said: Mapping[str, str]) -> list[str]:
    """Return what a person should know of one record, or is asked to fill in."""
    name = printable(record.file)
    if record.status == "error":
        return [f"{name} kunde inte läsas: {record.message}"]
    if record.status == "reference":
        return [] if said.get("status") == "reference" else [f"{name}: {record.message}"]
    missing = [ask for ask in _ASKED if not ask[2](record) and ask[0] not in said]
    if not missing:
        return []
    what = _listed([ask[1] for ask in missing])
    example = ", ".join(f'{ask[0]} = "{ask[3]}"' for ask in missing)
    return [
        f'{name}: i texten står inte {what}. Skriv det i {FILE_NAME} under [remissvar."{name}"]: {example}.'
    ]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} eller {words[-1]}"
