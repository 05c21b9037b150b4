"""A static model read without torch: the vector of a text is the mean of its tokens' rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import hash_files, normalise
from remissnlp.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CHUNK = 4_000  # texts tokenised at a time: enough to keep the tokenizer busy, small enough for memory


@dataclass(frozen=True, slots=True)
class EmbeddingTable:
    """One row a token, in either layout that sentence-transformers reads.

    Attributes
    ----------
    rows
        Shape (rows, dimensions); float32, or fewer bits to be multiplied by `scales`.
    scales
        One factor a token, shape (vocabulary,), or None.
    row_of
        The row of each token, shape (vocabulary,), or None when token i has row i.
    """

    rows: NDArray[Any]
    scales: NDArray[Any] | None = None
    row_of: NDArray[Any] | None = None

    def take(self, tokens: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the float32 rows of `tokens`, shape (n, dimensions)."""
        places = tokens if self.row_of is None else self.row_of[tokens].astype(np.intp)
        rows = self.rows[places].astype(np.float32)
        if self.scales is not None:
            rows *= self.scales[tokens].astype(np.float32)[:, None]
        return rows


class StaticEncoder:
    """An embedding table and a tokenizer, the torch-free twin of ``StaticEmbedding``.

    Parameters
    ----------
    tokenizer
        Splits a text into token ids.
    table
        Their rows.
    name, revision
        See `Encoder`.
    prompt
        Put before every text.
    """

    def __init__(
        self, tokenizer: Tokenizer, table: EmbeddingTable, *, name: str, revision: str, prompt: str = ""
    ) -> None:
        self._tokenizer = tokenizer
        self._table = table
        self._prompt = prompt
        self.name = name
        self.revision = revision

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._table.rows.shape[1])

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return one unit vector per text, shape (n, dimensions), float32; zeros for a blank text."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        starts: Iterable[int] = range(0, len(texts), CHUNK)
        if show_progress:
            from rich.progress import track

            starts = track(list(starts), description="Beräknar vektorer")
        for start in starts:
            vectors[start : start + CHUNK] = self._encode_chunk(texts[start : start + CHUNK])
        return vectors

    def _encode_chunk(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Sum the rows of each text's tokens: a sparse product, row by row in the order of the tokens.

        The mean and the sum point the same way, and only the direction is kept.
        """
        from scipy.sparse import csr_matrix

        prompted = [self._prompt + text if text.strip() else "" for text in texts]
        encodings = self._tokenizer.encode_batch_fast(prompted, add_special_tokens=False)
        ids = [encoding.ids for encoding in encodings]
        tokens = np.fromiter(chain.from_iterable(ids), dtype=np.intp)
        bounds = np.cumsum([0, *map(len, ids)])
        distinct, columns = np.unique(tokens, return_inverse=True)
        ones = np.ones(len(tokens), dtype=np.float32)
        counts = csr_matrix((ones, columns, bounds), shape=(len(texts), len(distinct)))
        return normalise(np.asarray(counts @ self._table.take(distinct), dtype=np.float32))


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
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        inner = folder / modules[0]["path"]
        files = [inner / "tokenizer.json", inner / "model.safetensors"]
        revision = hash_files(files, root=folder, salt=prompt)
        tokenizer = Tokenizer.from_file(str(files[0]))
        table = read_table(load_file(files[1]))
    except Exception as error:  # the tokenizer raises no narrower kind
        raise ModelError(
            f"Modellen i mappen {folder} går inte att läsa:"
            " hämta den på nytt, eller kör med den inbyggda modellen."
        ) from error
    tokenizer.no_padding()
    return StaticEncoder(tokenizer, table, name=folder.name, revision=revision, prompt=prompt)


def read_table(tensors: Mapping[str, NDArray[Any]]) -> EmbeddingTable:
    """Return the table from a file's tensors.

    ``embedding.weight`` is the table itself. ``embeddings`` may be stored in few bits, with a factor
    per token in ``weights`` and a row number per token in ``mapping`` (the model2vec layout).
    """
    if "embedding.weight" in tensors:
        return EmbeddingTable(tensors["embedding.weight"])
    return EmbeddingTable(tensors["embeddings"], tensors.get("weights"), tensors.get("mapping"))
