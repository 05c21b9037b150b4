"""What each stage's result depends on beside its input: the rooms' source, libraries, word tables, models."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from remissnlp.embedding.encoder import hash_files
from remissnlp.embedding.loading import default_folder, find_folder

PACKAGE = Path(__file__).resolve().parents[1]

ROOMS: dict[str, tuple[str, ...]] = {
    "reading": ("reading", "layout", "embedding", "records.py", "errors.py"),
    "extraction": ("extraction", "layout", "embedding", "records.py", "errors.py"),
    "vectors": ("embedding", "errors.py"),
    "themes": ("themes", "codebook.py", "extraction", "layout", "embedding", "records.py", "errors.py"),
    "edits": ("editing", "news", "pipeline.py", "theming.py", "store/grouped.py", "records.py", "errors.py"),
    "reports": ("reporting", "news", "records.py", "errors.py"),
}
"""The code that decides the result of each stage. A test checks that no import leads out of it."""

LIBRARIES: dict[str, tuple[str, ...]] = {
    "reading": ("charset-normalizer", "lxml", "pillow", "pypdfium2", "pytesseract", "python-docx"),
    "extraction": (),
    "vectors": ("numpy", "sentence-transformers", "tokenizers", "torch"),
    "themes": ("numpy", "scipy"),
    "edits": (),
    "reports": ("jinja2", "openpyxl", "pyarrow", "python-docx"),
}
"""Libraries whose version can change the result of each stage."""

DECIDING = ("reading", "extraction", "vectors", "themes", "edits")
"""The stages that decide which teman there are; reports only show them."""

_MODEL_FILES = {".json", ".txt", ".model", ".safetensors", ".bin", ".py"}
_WORDS = "remiss-sv-words"


@cache
def stage_version(stage: str) -> str:
    """Return a hash that changes when the code, a library or the word table behind `stage` does."""
    digest = hashlib.sha256()
    for file in _sources(ROOMS[stage]):
        # Line ends may differ between checkouts of the same code.
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"\0{file.relative_to(PACKAGE).as_posix()}\0".encode())
        digest.update(content)
    for library in LIBRARIES[stage]:
        digest.update(f"\0{library} {_version_of(library)}".encode())
    if stage == "reading":
        digest.update(f"\0tesseract {shutil.which('tesseract') is not None}".encode())
    if "layout" in ROOMS[stage]:
        digest.update(_hash_of_words().encode())
    return digest.hexdigest()[:16]


def model_hash(name_or_path: str | Path | None) -> str:
    """Return the hash of a model's files without loading it.

    Raises
    ------
    ModelError
        If there is no such model on this machine.
    """
    embedded = name_or_path is None or name_or_path == "static"
    folder = default_folder() if embedded or name_or_path is None else find_folder(name_or_path)
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix in _MODEL_FILES]
    return hash_files(files, root=folder)


def _sources(rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        place = PACKAGE / room
        files = [place] if place.is_file() else [f for f in place.rglob("*") if f.is_file()]
        yield from sorted(f for f in files if "__pycache__" not in f.parts)


@cache
def _version_of(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


@cache
def _hash_of_words() -> str:
    for folder in (PACKAGE / "_models" / _WORDS, PACKAGE.parent / "models" / _WORDS):
        if folder.is_dir():
            return hash_files(folder.glob("*.xz"), root=folder)
    return ""
