"""The command that reads corrections out of an Excel book: tells how it takes them, asks, keeps them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from remissnlp.batch import FAILED, OK
from remissnlp.editing.log import append_edits, make_edit, read_edits
from remissnlp.editing.replay import undone_edits
from remissnlp.editing.words import describe
from remissnlp.errors import RemissnlpError
from remissnlp.records import Edit, Run
from remissnlp.reporting.complete import LATEST
from remissnlp.reporting.teman_json import load_run
from remissnlp.store import Store, open_store
from remissnlp.store.database import FILE_NAME, DamagedError


def curate_book(
    book: Path, out: Path | None = None, *, yes: bool = False, author: str | None = None, reason: str = ""
) -> int:
    """Read corrections out of a book and keep them.

    Parameters
    ----------
    book : Path
    out : Path, optional
        Folder of the reports; by default the one that the book lies in, else ``reports``.
    yes : bool
        Do not ask first.

    Returns
    -------
    int
        0 when they are kept, or when there are none; 2 when the book cannot be read or the answer was no.
    """
    from remissnlp.editing.workbook import read_workbook

    try:
        out = out or _folder_of(book)
        run = _run_of(book, out)
        found = read_workbook(book, run, author=author, reason=reason)
        with open_store(out) as store:
            edits = _not_made(found.edits, read_edits(store))
            print(f"Boken visar körningen {run.id}.")
            for sentence in found.unclear:
                print(f"  Förstår inte: {sentence}")
            if not edits:
                print("Boken innehåller inga nya rättelser.")
                return OK
            print(f"Så här uppfattas {len(edits)} {'rättelse' if len(edits) == 1 else 'rättelser'}:")
            for edit in edits:
                print(f"  {describe(edit)}{f' Skäl: {edit.reason}' if edit.reason else ''}")
            if not yes and not _agreed():
                print("Inget är sparat.")
                return FAILED
            append_edits(store, edits)
    except (RemissnlpError, DamagedError) as error:
        return _fail(error)
    print(f"Sparat. Rättelserna kommer med i nästa körning: remissnlp run … --out {out}")
    return OK


def list_edits(out: Path) -> int:
    """Print the whole log of corrections."""
    try:
        with _existing(out) as store:
            edits = read_edits(store)
    except (RemissnlpError, DamagedError) as error:
        return _fail(error)
    undone = undone_edits(edits)
    for edit in edits:
        mark = " (ångrad)" if edit.id in undone else ""
        why = f" Skäl: {edit.reason}" if edit.reason else ""
        print(f"{edit.id}  {edit.at[:16].replace('T', ' ')}  {edit.author}: {describe(edit)}{why}{mark}")
    if not edits:
        print("Inga rättelser är gjorda.")
    return OK


def undo_edit(out: Path, name: str, *, author: str | None = None, reason: str = "") -> int:
    """Add to the log that an edit is undone."""
    try:
        with _existing(out) as store:
            edits = read_edits(store)
            if name not in {edit.id for edit in edits}:
                raise RemissnlpError(f"Rättelsen {name} finns inte; se dem med remissnlp curate --list.")
            if name in undone_edits(edits):
                raise RemissnlpError(f"Rättelsen {name} är redan ångrad.")
            append_edits(store, [make_edit("undo", value=name, author=author, reason=reason)])
    except (RemissnlpError, DamagedError) as error:
        return _fail(error)
    print(f"Rättelsen {name} är ångrad från och med nästa körning.")
    return OK


def _existing(out: Path) -> AbstractContextManager[Store]:
    if not (out / FILE_NAME).is_file():
        raise RemissnlpError(f"Mappen {out} har ingen {FILE_NAME}; ange mappen med rapporterna med --out.")
    return open_store(out)


def _folder_of(book: Path) -> Path:
    beside = book.resolve().parent.parent
    return beside if (beside / FILE_NAME).is_file() else Path("reports")


def _run_of(book: Path, out: Path) -> Run:
    """Read the run that a book shows: the one it names, else the one it lies beside, else the latest."""
    from remissnlp.editing.workbook import run_of_book

    named = run_of_book(book)
    for folder in (out / named if named else None, book.parent, out / LATEST):
        if folder is not None and (folder / "teman.json").is_file():
            run = load_run(folder)
            if named in (None, run.id):
                return run
    if named:
        raise RemissnlpError(
            f"Boken hör till körningen {named}, som inte finns i {out}; ange mappen med --out."
        )
    raise RemissnlpError(f"Hittar ingen körning i {out}; ange mappen med rapporterna med --out.")


def _not_made(edits: tuple[Edit, ...], log: list[Edit]) -> list[Edit]:
    """Leave out what the log already says, as when the same book is read twice."""
    undone = undone_edits(log)
    made = {_said(edit) for edit in log if edit.id not in undone}
    return [edit for edit in edits if _said(edit) not in made]


def _said(edit: Edit) -> tuple[object, ...]:
    return (edit.kind, edit.teman, edit.synpunkter, edit.remissvar, edit.value)


def _agreed() -> bool:
    try:
        return input("Spara dem? [j/N] ").strip().casefold() in ("j", "ja")
    except EOFError:
        return False


def _fail(error: Exception) -> int:
    from remissnlp.console import print_error

    print_error(
        str(error) if isinstance(error, RemissnlpError) else "Lagret är skadat; gör en körning först."
    )
    return FAILED
