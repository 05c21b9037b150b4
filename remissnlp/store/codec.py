"""Records to bytes and back: JSON, checked against the record's types when it is read."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def encode(record: object, kind: Any) -> bytes:  # noqa: ANN401 - a type, also such as tuple[X, ...]
    """Return a record of the type `kind` as JSON."""
    return bytes(_adapter(kind).dump_json(record))


def decode(content: bytes, kind: type[T]) -> T:
    """Return the record that `encode` wrote.

    Raises
    ------
    ValueError
        If the bytes hold anything else.
    """
    adapter: Any = _adapter(cast(Any, kind))
    return cast(T, adapter.validate_json(content))


@cache
def _adapter(kind: Any) -> Any:  # noqa: ANN401
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
