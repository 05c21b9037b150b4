"""Which files of a corpus folder could be responses."""

from __future__ import annotations

import os
from pathlib import Path

from remissnlp.errors import RemissnlpError
from remissnlp.reading.metadata import FILE_NAME
from remissnlp.reading.overrides import CSV_NAME
from remissnlp.reading.source import printable

_NEVER = {FILE_NAME, CSV_NAME, "kodbok.toml", "thumbs.db", "desktop.ini", "__macosx"}
# What runs leave behind, where the folder of reports lies inside the corpus or is the corpus itself.
_MEMORY = "remissnlp.db"
_REPORTS = (_MEMORY, "teman.json")


def find_files(folder: Path) -> tuple[list[str], list[str]]:
    """Return the files of a corpus that could be responses.

    Parameters
    ----------
    folder : Path
        The corpus. Folders inside it are walked too; links to folders are not followed.

    Returns
    -------
    list of str
        Paths relative to `folder` with "/" between their parts, sorted by code point.
    list of str
        Warnings: what could not be walked or named.

    Raises
    ------
    RemissnlpError
        If the folder does not exist, cannot be opened, or holds no such file.
    """
    name = printable(str(folder))
    if not folder.exists():
        raise RemissnlpError(f"Mappen {name} finns inte; ange mappen med remissvaren.")
    if not folder.is_dir():
        raise RemissnlpError(f"{name} är en fil; ange mappen som den ligger i.")
    warnings: list[str] = []

    def could_not_open(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise RemissnlpError(f"Mappen {name} får inte öppnas; ge dig själv läsbehörighet.") from None
        warnings.append(f"Mappen {printable(Path(error.filename).name)} får inte öppnas och är inte med.")

    paths = []
    for root, folders, names in os.walk(folder, onerror=could_not_open):
        inside = Path(root)
        for linked in [f for f in folders if not is_skipped(f) and (inside / f).is_symlink()]:
            warnings.append(
                f"{printable(linked)} är en länk till en mapp och är inte med; kopiera in mappen."
            )
        folders[:] = [f for f in folders if not is_skipped(f) and not _holds_reports(inside / f)]
        for file in names:
            path = (inside / file).relative_to(folder).as_posix()
            if is_skipped(file):
                continue
            try:
                path.encode("utf-8")
            except UnicodeEncodeError:
                warnings.append(
                    f"{printable(file)} har ett namn som inte går att läsa; ge filen ett nytt namn."
                )
                continue
            paths.append(path)
    if not paths:
        raise RemissnlpError(f"Mappen {name} innehåller inga remissvar; lägg filerna där och försök igen.")
    return sorted(paths), sorted(warnings)


def _holds_reports(folder: Path) -> bool:
    """Tell whether a folder is one that reports were written to."""
    return any((folder / name).is_file() for name in _REPORTS)


def is_skipped(name: str) -> bool:
    """Tell whether a file or folder is no response: hidden, a lock file, a README, a memory of runs."""
    lowered = name.lower()
    return (
        lowered.startswith((".", "~$", ".~lock."))
        or lowered in _NEVER
        or lowered.startswith(_MEMORY)
        or lowered.partition(".")[0] == "readme"
    )
