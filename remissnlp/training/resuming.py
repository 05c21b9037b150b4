"""A hidden folder that remembers what a long training has done, so that it can go on after a stop."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from remissnlp.errors import RemissnlpError

NAME = ".remissnlp-training"
_KEY = "key.json"
_T = TypeVar("_T")


class WorkFolder:
    """Results of finished stages, kept under one key: what decides them.

    Parameters
    ----------
    parent
        Folder of the model that is being made; the work folder lies in it.
    key
        Options and hashes of the text. Results kept under another key are thrown away.

    Raises
    ------
    RemissnlpError
        When the folder cannot be written.
    """

    def __init__(self, parent: Path, key: Mapping[str, Any]) -> None:
        self._folder = parent / NAME
        wanted = json.dumps(key, sort_keys=True, indent=1, default=str)
        try:
            if not self._is_kept_under(wanted):
                self.remove()
                self._folder.mkdir(parents=True)
                (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
                (self._folder / _KEY).write_text(wanted, encoding="utf-8")
        except OSError as error:
            raise RemissnlpError(f"Mappen {parent} går inte att skriva i: ange en annan mapp.") from error

    def _is_kept_under(self, wanted: str) -> bool:
        with suppress(OSError, UnicodeDecodeError):
            return (self._folder / _KEY).read_text(encoding="utf-8") == wanted
        return False

    def path(self, name: str) -> Path:
        """Return where the result of that name lies, or will lie."""
        return self._folder / name

    def once(
        self,
        name: str,
        make: Callable[[], _T],
        *,
        read: Callable[[Path], _T],
        write: Callable[[_T, Path], None],
    ) -> _T:
        """Return the kept result, or else make and keep it."""
        path = self.path(name)
        if path.is_file():
            return read(path)
        result = make()
        write_whole(path, lambda part: write(result, part))
        return result

    def remove(self) -> None:
        """Take the folder away with all that is in it."""
        if self._folder.exists():
            shutil.rmtree(self._folder)


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file that takes the place of `path` at once, so that it is never half written."""
    part = path.with_name(f"{path.stem}.part{path.suffix}")
    write(part)
    part.replace(path)


def hash_file(file: Path) -> str:
    """Return the SHA-256 of a file's bytes.

    Raises
    ------
    RemissnlpError
        When the file cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise RemissnlpError(f"Filen {file} går inte att läsa: kontrollera sökvägen.") from error
