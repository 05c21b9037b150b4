"""The last whole that was grouped at once, kept so that what comes later can be added to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from remissnlp.records import Synpunkt, Tema
from remissnlp.store import codec
from remissnlp.store.database import DamagedError
from remissnlp.store.inputs import Inputs
from remissnlp.store.store import Store
from remissnlp.store.versions import stage_version
from remissnlp.themes.adding import FEW, pays_to_regroup
from remissnlp.themes.building import Base
from remissnlp.themes.context import ThemeContext
from remissnlp.themes.engine import Fitted
from remissnlp.themes.lexical import Ngrams
from remissnlp.themes.space import Similarity, Space

if TYPE_CHECKING:
    from scipy.sparse import csr_array

STAGE = "whole"


@dataclass(frozen=True, slots=True)
class _Head:
    """All of a `Base` that is no array, and what run it belongs to."""

    fingerprint: str
    conditions: str
    teman: tuple[Tema, ...]
    synpunkter: tuple[str, ...]
    silent: tuple[str, ...]
    said: tuple[str, ...]
    marks: Mapping[str, Mapping[str, float]]
    weights: tuple[float, ...]
    unseen: float
    ignore: tuple[str, ...]
    common: tuple[tuple[str | None, tuple[str, ...]], ...]


@dataclass(frozen=True, eq=False)
class Whole:
    """A whole that was grouped at once.

    Attributes
    ----------
    fingerprint
        Of the run that did it, before edits.
    conditions
        Hash of all that decided it beside the responses.
    base
    """

    fingerprint: str
    conditions: str
    base: Base


@dataclass(frozen=True, eq=False)
class KeptWhole:
    """A whole as the store has it: what it belongs to is known, the rest is unpacked when it is asked for."""

    _head: _Head
    _arrays: Mapping[str, NDArray[Any]]

    @property
    def fingerprint(self) -> str:
        """Of the run that grouped it, before edits."""
        return self._head.fingerprint

    @property
    def conditions(self) -> str:
        """Hash of all that decided it beside the responses."""
        return self._head.conditions

    @property
    def synpunkter(self) -> frozenset[str]:
        """Ids of all that were there."""
        return frozenset((*self._head.synpunkter, *self._head.silent))

    def unpack(self) -> Whole:
        """Return all of it.

        Raises
        ------
        DamagedError
            If it holds something else than what was written.
        """
        with _damage_told():
            return _unpack(self._head, self._arrays)


def whole_to_add_to(store: Store, inputs: Inputs, synpunkter: Iterable[Synpunkt]) -> KeptWhole | None:
    """Return the whole that new synpunkter are to be added to; None where all are to be grouped at once."""
    now = {s.id for s in synpunkter}
    if len(now) < FEW:
        return None
    whole = last_whole(store)
    if whole is None or whole.conditions != inputs.conditions:
        return None
    is_that_itself = whole.fingerprint == inputs.base_fingerprint
    return None if is_that_itself or pays_to_regroup(whole.synpunkter, now) else whole


def keep_whole(store: Store, whole: Whole) -> None:
    """Remember a whole in place of the one before."""
    store.keep_result(STAGE, whole.fingerprint, stage_version("themes"), _pack(whole))
    store.flush()
    store.keep_only(STAGE, 1)


def last_whole(store: Store) -> KeptWhole | None:
    """Return the whole that was grouped last, by the code that there is now.

    Raises
    ------
    DamagedError
        If it holds something else than what was written.
    """
    content = store.newest_result(STAGE, stage_version("themes"))
    if content is None:
        return None
    with _damage_told():
        arrays = load(content)
        return KeptWhole(codec.decode(arrays["head"].tobytes(), _Head), arrays)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, SafetensorError) as error:
        raise DamagedError(STAGE) from error


def _pack(whole: Whole) -> bytes:
    base, fitted, space = whole.base, whole.base.fitted, whole.base.fitted.space
    head = _Head(
        fingerprint=whole.fingerprint,
        conditions=whole.conditions,
        teman=base.teman,
        synpunkter=base.synpunkter,
        silent=base.silent,
        said=space.said,
        marks=space.marks,
        weights=tuple(weight for weight, _ in space.similarity.parts),
        unseen=space.ngrams.unseen,
        ignore=fitted.context.ignore,
        common=tuple((remiss, tuple(sorted(stems))) for remiss, stems in fitted.context.common.items()),
    )
    arrays: dict[str, NDArray[Any]] = {
        "head": np.frombuffer(codec.encode(head, _Head), dtype=np.uint8),
        "shared": space.shared,
        "shared_kind": space.shared_kind,
        "symbols": space.ngrams.symbols,
        "vocabulary": space.ngrams.vocabulary,
        "weight": space.ngrams.weight,
    }
    vectors = {f"part{n}": part for n, (_, part) in enumerate(space.similarity.parts)}
    for name, one in {**vectors, "smooth": fitted.smooth}.items():
        if isinstance(one, np.ndarray):
            arrays[name] = one
        else:
            arrays |= {f"{name}.{part}": getattr(one, part) for part in ("data", "indptr")}
            arrays[f"{name}.indices"] = one.indices.astype(np.int32)  # texts and n-grams, not billions
            arrays[f"{name}.shape"] = np.array(one.shape)
    return bytes(save({name: np.ascontiguousarray(array) for name, array in arrays.items()}))


def _unpack(head: _Head, arrays: Mapping[str, NDArray[Any]]) -> Whole:
    parts = tuple(
        (weight, arrays[name] if name in arrays else _sparse(arrays, name))
        for name, weight in ((f"part{n}", weight) for n, weight in enumerate(head.weights))
    )
    space = Space(
        said=head.said,
        similarity=Similarity(len(head.said), parts),
        shared=arrays["shared"],
        shared_kind=arrays["shared_kind"],
        ngrams=Ngrams(arrays["symbols"], arrays["vocabulary"], arrays["weight"], head.unseen),
        marks=head.marks,
    )
    context = ThemeContext(ignore=head.ignore, common={r: frozenset(s) for r, s in head.common})
    fitted = Fitted(space, _sparse(arrays, "smooth"), np.arange(len(head.said)), context)
    return Whole(head.fingerprint, head.conditions, Base(head.teman, fitted, head.synpunkter, head.silent))


def _sparse(arrays: Mapping[str, NDArray[Any]], name: str) -> csr_array:
    import scipy.sparse

    data, indices, indptr = (arrays[f"{name}.{part}"] for part in ("data", "indices", "indptr"))
    return scipy.sparse.csr_array((data, indices, indptr), shape=tuple(arrays[f"{name}.shape"].tolist()))
