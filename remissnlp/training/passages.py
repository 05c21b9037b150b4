"""Running text to sentences that remember their paragraph, document and source."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.errors import RemissnlpError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Good enough for training, and fast: a stop, a space and a capital.
_SENTENCE_END = re.compile(r"(?<=[.?!])[”\"»)]?\s+(?=[”\"«(]?[A-ZÅÄÖÉ–•-])")
_BLANK_LINE = re.compile(r"\n\s*\n|\f")
RUNNING_TEXT = {".txt", ".xz"}
SHORTEST = 3  # characters
CHUNK = 20_000  # sentences tokenised at a time
LONGEST = 96  # tokens kept of a sentence


@dataclass(frozen=True, slots=True)
class Passages:
    """All sentences of the training text in natural order, with numbers that never fall.

    Attributes
    ----------
    sources
        Names of the files, shape (files,).
    sentences
        The n sentences.
    source, document, paragraph
        What each sentence belongs to, shape (n,), int32.
    """

    sources: tuple[str, ...]
    sentences: tuple[str, ...]
    source: NDArray[np.int32]
    document: NDArray[np.int32]
    paragraph: NDArray[np.int32]

    def select(self, wanted: NDArray[np.bool_]) -> Passages:
        """Return the sentences where `wanted` (n,) is true; documents keep their numbers."""
        sentences = tuple(compress(self.sentences, wanted))
        columns = (self.source[wanted], self.document[wanted], self.paragraph[wanted])
        return Passages(self.sources, sentences, *columns)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Token ids of many sentences end to end: sentence i is ``ids[starts[i] : starts[i + 1]]``."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens per sentence, shape (n,)."""
        return np.diff(self.starts)

    def take(self, sentences: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the token ids of `sentences` end to end, and for each the position in `sentences`."""
        lengths = self.lengths[sentences]
        begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        places = np.repeat(self.starts[sentences] - begins, lengths) + np.arange(lengths.sum())
        return self.ids[places].astype(np.int64), np.repeat(np.arange(len(sentences)), lengths)


def drawn_documents(
    passages: Passages, tokens: Tokens, rng: np.random.Generator, *, most: int, fewest_tokens: int
) -> Iterator[NDArray[np.int64]]:
    """Yield the documents in random order: numbers of their first `most` sentences that are long enough."""
    usable = tokens.lengths >= fewest_tokens
    bounds = np.flatnonzero(np.r_[True, np.diff(passages.document) != 0, True])
    for number in rng.permutation(len(bounds) - 1):
        start, stop = bounds[number], min(bounds[number + 1], bounds[number] + most)
        yield np.arange(start, stop)[usable[start:stop]]


def find_texts(paths: Sequence[Path]) -> list[Path]:
    """Return the files among `paths` and those inside the folders among them, sorted by name.

    Hidden files and READMEs in a folder are left out.

    Raises
    ------
    RemissnlpError
        When there is none.
    """
    from remissnlp.reading.files import is_skipped

    files: set[Path] = set()
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            files.update(f for f in inside if not any(map(is_skipped, f.relative_to(path).parts)))
        else:
            files.add(path)
    if not files:
        raise RemissnlpError("Det finns ingen text att träna på: ange filer, eller en mapp med filer i.")
    return sorted(files, key=lambda file: (file.name, str(file)))  # the order given must not matter


def read_passages(files: Sequence[Path]) -> Passages:
    """Read plain or ``.xz`` text, or documents of any format that `remissnlp.reading` knows.

    Text (``.txt``, ``.xz``) has one paragraph a line and a blank line between documents. Any other file
    is one document.

    Raises
    ------
    RemissnlpError
        When a file cannot be read or none holds a sentence.
    """
    files = find_texts(files)
    rows: list[tuple[int, int, int]] = []
    sentences: list[str] = []
    document = paragraph = -1
    for source, file in enumerate(files):
        for is_first, line in _paragraphs(file):
            document += is_first
            paragraph += 1
            for sentence in _SENTENCE_END.split(line):
                if len(sentence) >= SHORTEST:
                    sentences.append(sentence)
                    rows.append((source, document, paragraph))
    if not sentences:
        raise RemissnlpError("Det finns ingen text att träna på: ange filer med ett stycke per rad.")
    columns = np.array(rows, dtype=np.int32).T
    return Passages(tuple(file.name for file in files), tuple(sentences), *columns)


def _paragraphs(file: Path) -> Iterator[tuple[bool, str]]:
    """Yield each paragraph of `file`, and whether a new document begins with it."""
    if file.suffix.lower() not in RUNNING_TEXT and file.is_file():
        from remissnlp.reading import read

        paragraphs = [" ".join(part.split()) for part in _BLANK_LINE.split(read(file).text)]
        yield from ((number == 0, text) for number, text in enumerate(filter(None, paragraphs)))
        return
    is_first = True
    try:
        with (
            lzma.open(file, "rt", encoding="utf-8")
            if file.suffix.lower() == ".xz"
            else file.open(encoding="utf-8") as lines
        ):
            for line in lines:
                if text := line.strip():
                    yield is_first, text
                is_first = not text
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise RemissnlpError(
            f"Filen {file} går inte att läsa: ange vanlig text i UTF-8, gärna packad med xz."
        ) from error


def tokenise(sentences: Sequence[str], tokenizer: Tokenizer) -> Tokens:
    """Return the token ids of `sentences`, long ones cut after `LONGEST` tokens."""
    lengths = [0]
    parts: list[NDArray[np.int32]] = []
    for start in range(0, len(sentences), CHUNK):
        chunk = sentences[start : start + CHUNK]
        ids = [e.ids[:LONGEST] for e in tokenizer.encode_batch_fast(chunk, add_special_tokens=False)]
        lengths.extend(map(len, ids))
        parts.append(np.fromiter(chain.from_iterable(ids), dtype=np.int32))
    return Tokens(np.concatenate([np.empty(0, dtype=np.int32), *parts]), np.cumsum(lengths, dtype=np.int64))
