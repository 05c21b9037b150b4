"""The stages with a memory: each asks the store before it does its work, and keeps what it did."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from remissnlp.extraction import Extraction, extract
from remissnlp.reading.corpus import Corpus
from remissnlp.reading.limits import Limits, Progress
from remissnlp.reading.response import Response, read_responses
from remissnlp.records import Coverage, ModelInfo, Remissvar, Synpunkt, Tema
from remissnlp.store import codec
from remissnlp.store.database import DamagedError
from remissnlp.store.inputs import Inputs, hash_file
from remissnlp.store.store import Store
from remissnlp.store.versions import stage_version

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from remissnlp.embedding.encoder import Encoder

T = TypeVar("T")

_FIELDS = tuple(field.name for field in fields(Remissvar))
_values = attrgetter(*_FIELDS)


@dataclass(frozen=True, slots=True)
class _Extracted:
    """An extraction without its evidence, which no later stage needs."""

    synpunkter: tuple[Synpunkt, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Themed:
    """The teman of a run before they are given lasting ids.

    Attributes
    ----------
    teman
        In order of rank.
    homes
        Synpunkt → its tema.
    centroids
        Tema → its centroid, see `remissnlp.themes.identity`; empty for a run without a store.
    model
        The encoder that gave the vectors.
    """

    teman: tuple[Tema, ...]
    homes: Mapping[str, str]
    centroids: Mapping[str, tuple[float, ...]]
    model: ModelInfo


class Stages:
    """The stages of one run, by way of its store; without one they are simply done.

    Attributes
    ----------
    done
        How many times each stage had to do its work.
    """

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._hash_record = cache(_hash_record)  # a record is asked for twice
        self.done: Counter[str] = Counter()

    def read(self, path: Path, name: str, limits: Limits, progress: Progress | None) -> list[Response]:
        """Read one file, as `read_responses` does.

        What could not be read is tried again every time: the reason may be gone, such as a program for
        OCR that was missing or a machine that had too much to do.
        """
        if self._store is None:
            return read_responses(path, name, limits, progress)
        key = _hash(name, hash_file(path, name), limits.model_dump_json())
        found = self._ask("reading", key, tuple[Response, ...])
        if found is None:
            self.done["reading"] += 1
            found = tuple(read_responses(path, name, limits, progress))
            if not any(one.record.status == "error" or one.notes for one in found):
                self._keep("reading", key, found, tuple[Response, ...])
        return list(found)

    def extract(self, remissvar: Remissvar, headings: tuple[str, ...] = ()) -> Extraction:
        """Find the synpunkter of one response to a document with these headings, as `extract` does."""
        if remissvar.status == "error" or not remissvar.text:
            return extract(remissvar)
        key = _hash(self._hash_record(remissvar), *headings)
        found = self._ask("extraction", key, _Extracted)
        if found is None:
            self.done["extraction"] += 1
            extraction = extract(remissvar, headings=headings)
            self._keep("extraction", key, _Extracted(extraction.synpunkter, extraction.coverage), _Extracted)
            return replace(extraction, sentences=())
        return Extraction(remissvar, found.synpunkter, found.coverage)

    def themes(self, inputs: Inputs, corpus: Corpus, build: Callable[[], Themed]) -> Themed:
        """Return the teman that `build` makes, for what was read, the settings, the model and the code.

        The synpunkter follow from these, so they need not be looked through.
        """
        if self._store is None:
            return build()
        key = _hash(
            *(self._hash_record(remissvar) for remissvar in corpus.remissvar),
            repr(corpus.remisser),
            repr((inputs.conditions, inputs.whole)),
        )
        found = self._ask("themes", key, Themed)
        if found is None:
            self.done["themes"] += 1
            found = build()
            self._keep("themes", key, found, Themed)
        return found

    def _ask(self, stage: str, key: str, kind: type[T]) -> T | None:
        if self._store is None:
            return None
        content = self._store.result(stage, key, stage_version(stage))
        try:
            return None if content is None else codec.decode(content, kind)
        except ValueError as error:
            raise DamagedError(f"{stage} {key}") from error

    def _keep(self, stage: str, key: str, record: object, kind: type) -> None:
        if self._store is not None:
            self._store.keep_result(stage, key, stage_version(stage), codec.encode(record, kind))


def remembering(encoder: Encoder, store: Store | None) -> Encoder:
    """Return the encoder with the store before it."""
    return encoder if store is None else RememberingEncoder(encoder, store)


class RememberingEncoder:
    """An encoder that asks the store before it encodes a text. A text's vector depends on that text alone."""

    def __init__(self, encoder: Encoder, store: Store) -> None:
        self._encoder = encoder
        self._store = store
        self._model = f"{encoder.revision}/{stage_version('vectors')}"
        self.name = encoder.name
        self.revision = encoder.revision
        self.dimensions = encoder.dimensions

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return one unit vector per text, shape (len(texts), dimensions), float32."""
        import numpy as np

        keys = [_hash(text) for text in texts]
        known = self._store.vectors(self._model, sorted(set(keys)), self.dimensions)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            made = self._encoder.encode(list(missing.values()), show_progress=show_progress)
            new = dict(zip(missing, made, strict=True))
            self._store.keep_vectors(self._model, new.items())
            known.update(new)
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, key in enumerate(keys):
            vectors[row] = known[key]
        return vectors


def _hash_record(remissvar: Remissvar) -> str:
    return _hash(*map("{}={}".format, _FIELDS, _values(remissvar)))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
