"""A static model read without torch: the vector of a text is the mean of its tokens' rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import hash_files, normalise
from remissnlp.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CHUNK = 2_000  # texts tokenised at a time: enough to keep the tokenizer busy, small enough for memory


class StaticEncoder:
    """An embedding table and a tokenizer, the torch-free twin of ``StaticEmbedding``.

    Parameters
    ----------
    tokenizer
        Splits a text into token ids.
    table
        One row a token, shape (vocabulary, dimensions), float32.
    name, revision
        See `Encoder`.
    prompt
        Put before every text.
    """

    def __init__(
        self, tokenizer: Tokenizer, table: NDArray[np.float32], *, name: str, revision: str, prompt: str = ""
    ) -> None:
        self._tokenizer = tokenizer
        self._table = table
        self._prompt = prompt
        self.name = name
        self.revision = revision

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return one unit vector per text, shape (n, dimensions), float32; zeros for a blank text."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        starts: Sequence[int] = range(0, len(texts), CHUNK)
        if show_progress:
            from rich.progress import track

            starts = list(starts)
            for start in track(starts, description="Beräknar vektorer"):
                self._fill(vectors, texts, start)
        else:
            for start in starts:
                self._fill(vectors, texts, start)
        return normalise(vectors)

    def _fill(self, vectors: NDArray[np.float32], texts: Sequence[str], start: int) -> None:
        """Write the mean rows of ``texts[start : start + CHUNK]`` into `vectors`."""
        chunk = [self._prompt + text if text.strip() else "" for text in texts[start : start + CHUNK]]
        encodings = self._tokenizer.encode_batch_fast(chunk, add_special_tokens=False)
        for row, encoding in enumerate(encodings, start=start):
            if encoding.ids:
                vectors[row] = self._table[encoding.ids].mean(axis=0)


def is_static(folder: Path) -> bool:
    """Tell whether `folder` holds a sentence-transformers model that is one static embedding."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [module["type"].rpartition(".")[2] for module in modules]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return kinds in (["StaticEmbedding"], ["StaticEmbedding", "Normalize"])


def load_static(folder: Path, *, prompt: str = "") -> StaticEncoder:
    """Read a static model from a sentence-transformers folder, without torch.

    Raises
    ------
    ModelError
        When a file is missing or does not hold what it should.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        inner = folder / modules[0]["path"]
        files = [inner / "tokenizer.json", inner / "model.safetensors"]
        revision = hash_files(files, root=folder, salt=prompt)
        tokenizer = Tokenizer.from_file(str(files[0]))
        table = fold_table(load_file(files[1]))
    except (OSError, ValueError, KeyError, IndexError, TypeError, SafetensorError) as error:
        raise ModelError(
            f"Modellen i mappen {folder} går inte att läsa:"
            " hämta den på nytt, eller kör med den inbyggda modellen."
        ) from error
    tokenizer.no_padding()
    return StaticEncoder(tokenizer, table, name=folder.name, revision=revision, prompt=prompt)


def fold_table(tensors: dict[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    """Return one float32 row per token id from either layout that sentence-transformers reads.

    ``embedding.weight`` is the table itself. ``embeddings`` may be stored in few bits with a scale
    per token in ``weights`` and a row number per token in ``mapping`` (the model2vec layout).
    """
    if "embedding.weight" in tensors:
        return np.ascontiguousarray(tensors["embedding.weight"], dtype=np.float32)
    table = tensors["embeddings"]
    if "mapping" in tensors:
        table = table[tensors["mapping"].astype(np.int64)]
    folded = np.ascontiguousarray(table, dtype=np.float32)
    if "weights" in tensors:
        folded = folded * tensors["weights"].astype(np.float32)[:, None]
    return folded
