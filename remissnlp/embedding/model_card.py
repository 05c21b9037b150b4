"""The README of a trained model: what it is, what it was trained on, what it scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.passages import Passages

if TYPE_CHECKING:
    from remissnlp.embedding.train import TrainingOptions

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
on any laptop, and no torch needed.

```python
from remissnlp import load_encoder              # without torch
vectors = load_encoder("path/to/{name}").encode(["Programmet saknar indikatorer."])

from sentence_transformers import SentenceTransformer   # 6.2 or later
model = SentenceTransformer("path/to/{name}")
vectors = model.encode(["Programmet saknar indikatorer."], normalize_embeddings=True)
```

Subtract the mean over your own texts before comparing them: what all have in common says nothing.

## Training

At most {tokens} WordPiece pieces, lower-cased; a first table from positive pointwise mutual information of
tokens in the same passage, factorised; then contrastive training on neighbouring sentences with most
shared words hidden, one learned weight a token; stored as eight-bit integers with a scale a token.
Settings: `{settings}`. Run again with `python -m remissnlp.embedding.train`.

| text | documents | sentences |
| --- | ---: | ---: |
{texts}
{about}
## Scores

Printed by the training command, with `--bench` for the agreement with sections of bills. One document
in a hundred was kept aside; bills that the agreement is measured on should not be in the text.

| measure | value |
| --- | ---: |
{results}

The weights are licensed under MIT.
"""


def model_card(
    encoder: Encoder,
    passages: Passages,
    *,
    results: Mapping[str, float],
    about: str,
    settings: TrainingOptions,
) -> str:
    """Return the model card in Markdown."""
    texts = []
    for number, source in enumerate(passages.sources):
        mine = passages.source == number
        documents = len(np.unique(passages.document[mine]))
        texts.append(f"| {source} | {documents:,} | {int(mine.sum()):,} |")
    return _CARD.format(
        name=encoder.name,
        dimensions=encoder.dimensions,
        tokens=f"{settings.vocabulary:,}",
        settings=settings,
        texts="\n".join(texts),
        about=f"\n{about.strip()}\n" if about.strip() else "",
        results="\n".join(f"| {name} | {value:.3f} |" for name, value in results.items()),
    )
