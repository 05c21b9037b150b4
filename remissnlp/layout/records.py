"""What the layout room hands on: blocks in reading order and their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from remissnlp.records import Span

BlockKind = Literal[
    "heading", "paragraph", "bullet", "furniture", "contact", "footnote", "signature", "attachment"
]

FLOW: frozenset[BlockKind] = frozenset({"heading", "paragraph", "bullet"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block; several spans where page furniture cuts it in two."""

    spans: tuple[Span, ...]
    reading: str


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
