"""What the layout room hands on: blocks in reading order and their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from remissnlp.records import Span

BlockKind = Literal[
    "heading",
    "paragraph",
    "bullet",
    "row",
    "furniture",
    "contact",
    "footnote",
    "signature",
    "attachment",
    "quoted",
]

FLOW: frozenset[BlockKind] = frozenset({"heading", "paragraph", "bullet", "row"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block; several spans where page furniture cuts it in two.

    ``cell`` counts the cells of a table's row from 0; it is 0 everywhere else.
    """

    spans: tuple[Span, ...]
    reading: str
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, bullet or piece of furniture, with its sentences if it is read."""

    kind: BlockKind
    spans: tuple[Span, ...]
    reading: str
    sentences: tuple[Sentence, ...] = ()

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.spans[0].start


@dataclass(frozen=True, slots=True)
class Layout:
    """A remissvar's blocks in reading order."""

    blocks: tuple[Block, ...]
