"""The README of a trained model: what it is, what it was trained on, what it scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from remissnlp.embedding.encoder import Encoder
from remissnlp.training.passages import Passages
from remissnlp.training.sorted_points import SortedPoints

if TYPE_CHECKING:
    from remissnlp.training.contextual import ContextualOptions
    from remissnlp.training.train import TrainingOptions

_CARD = """---
language: sv
license: mit
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers, static-embeddings]
---

# {name}

A static sentence-embedding model for Swedish public-sector prose, {dimensions} dimensions. The vector
of a text is the mean of its tokens' rows in one table: no context, but thousands of sentences a second
on any laptop, and no torch needed. It is a unit vector. The tokenizer leaves out the reporting frame that
a text opens with, "Boverket anser att …", as who says something is not what is said.

```python
from remissnlp import load_encoder              # without torch
vectors = load_encoder("path/to/{name}").encode(["Programmet saknar indikatorer."])

from sentence_transformers import SentenceTransformer   # 6.2 or later
model = SentenceTransformer("path/to/{name}")
vectors = model.encode(["Programmet saknar indikatorer."])
```

Subtract the mean over your own texts before comparing them: what all have in common says nothing.

## Training

{start}; then contrastive training with most shared words hidden, one
learned weight a token, on neighbouring sentences and on what bodies that were consulted answered with the
proposal they answered, where the text is a bill{turned}; stored as eight-bit integers with a scale a token.
Settings: `{settings}`. Run again with `remissnlp train-encoder`.

| text | documents | sentences |
| --- | ---: | ---: |
{texts}
{about}
## Scores

Printed by the training command, with `--bench` for the agreement with sections of bills. One document
in {aside_every} was kept aside; bills that the agreement is measured on should not be in the text.

| measure | value |
| --- | ---: |
{results}

The weights are licensed under MIT.
"""
_CONTEXTUAL_CARD = """---
language: sv
license: mit
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers]
---

# {name}

A small contextual sentence-embedding model for Swedish public-sector prose, {dimensions} dimensions: a
transformer on top of the table of the static model `{base}`, whose vectors it gave before it was trained.

```python
from remissnlp import load_encoder              # with the optional packages: remissnlp[models]
vectors = load_encoder("path/to/{name}").encode(["Programmet saknar indikatorer."])

from sentence_transformers import SentenceTransformer
model = SentenceTransformer("path/to/{name}")
vectors = model.encode(["Programmet saknar indikatorer."])
```

Subtract the mean over your own texts before comparing them: what all have in common says nothing.

## Training

Started from `{base}` (revision `{revision}`), whose table is kept; contrastive training of the layers on
pairs of sentences with shared words hidden, against others of the same documents; stored in sixteen bits.
It saw {seen:.2f} times the pairs there are. Settings: `{settings}`.
Run again with `remissnlp train-encoder --layers {layers}`.

| text | documents | sentences |
| --- | ---: | ---: |
{texts}
{about}
## Scores

Printed by the training command, before and after, with `--bench` for the agreement with sections of bills.
One document in {aside_every} was kept aside; bills that the agreement is measured on should not be in
the text.

| measure | value |
| --- | ---: |
{results}

The weights are licensed under MIT.
"""
_FROM_NOTHING = """At most {tokens} WordPiece pieces, lower-cased; a first table from positive
pointwise mutual information of tokens in the same passage, factorised"""
_TURNED = """; pieces that are spelled alike
share numbers while they are trained, those of their character n-grams; this {tables} times, each with
pairs drawn anew; then a discriminant analysis that tells apart the paragraphs of a document, and documents
by what their two halves share, turns the tables, side by side, into one (with `demand_share` also one
that tells kinds of demands apart)"""
_SORTED = """. That analysis
has also seen {points:,} points of {consultations} consultations by the section they belong to"""
_FROM_BASE = "Started from `{name}` (revision `{revision}`), whose pieces and dimensions are kept"
MOST_SOURCES = 20  # more are summed up: a folder of documents says little by its file names


def model_card(
    encoder: Encoder,
    passages: Passages,
    *,
    results: Mapping[str, float],
    about: str,
    settings: TrainingOptions,
    base: Encoder | None = None,
    sorted_points: Sequence[SortedPoints] = (),
    aside_every: int = 100,
) -> str:
    """Return the model card in Markdown."""
    turned = _TURNED.format(tables=settings.tables) if base is None else ""
    if turned and sorted_points:
        turned += _SORTED.format(
            consultations=len(sorted_points), points=sum(len(one.texts) for one in sorted_points)
        )
    if base:
        start = _FROM_BASE.format(name=base.name, revision=base.revision)
    else:
        start = _FROM_NOTHING.format(tokens=f"{settings.vocabulary:,}")
    return _CARD.format(
        name=encoder.name,
        dimensions=encoder.dimensions,
        start=start,
        turned=turned,
        aside_every=aside_every,
        settings=settings,
        **_tables(passages, about, results),
    )


def contextual_card(
    name: str,
    passages: Passages,
    *,
    results: Mapping[str, float],
    about: str,
    settings: ContextualOptions,
    base: Encoder,
    aside_every: int,
    seen: float,
) -> str:
    """Return the card of a contextual model that has seen the pairs so many times."""
    return _CONTEXTUAL_CARD.format(
        name=name,
        dimensions=base.dimensions,
        base=base.name,
        revision=base.revision,
        layers=settings.layers,
        seen=seen,
        aside_every=aside_every,
        settings=settings,
        **_tables(passages, about, results),
    )


def _tables(passages: Passages, about: str, results: Mapping[str, float]) -> dict[str, str]:
    """Return what both cards tell in the same way."""
    return {
        "texts": "\n".join(_text_rows(passages)),
        "about": f"\n{about.strip()}\n" if about.strip() else "",
        "results": "\n".join(f"| {name} | {value:.3f} |" for name, value in results.items()),
    }


def _text_rows(passages: Passages) -> Iterator[str]:
    names: Sequence[str] = passages.sources
    source = passages.source
    if len(names) > MOST_SOURCES:
        names, source = [f"{len(names)} files"], np.zeros_like(source)
    for number, name in enumerate(names):
        mine = source == number
        documents = len(np.unique(passages.document[mine]))
        yield f"| {name} | {documents:,} | {int(mine.sum()):,} |"
