"""Any other model, through sentence-transformers, which is imported only here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.encoder import hash_files, normalise
from remissnlp.embedding.windows import split_windows, word_beginnings
from remissnlp.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MODEL_FILES = {".json", ".txt", ".model", ".safetensors", ".bin", ".py"}
OTHER_FORMATS = {"onnx", "openvino"}


class Window(NamedTuple):
    """A stretch of a text that the model can read at once, and its number of tokens."""

    text: str
    tokens: int


class TransformerEncoder:
    """A sentence-transformers model as an `Encoder`."""

    def __init__(
        self,
        model: SentenceTransformer,
        *,
        name: str,
        revision: str,
        batch_size: int = 32,
        prompt: str | None = None,
    ) -> None:
        self._model = model
        self._batch_size = batch_size
        self._prompt = prompt
        self.name = name
        self.revision = revision

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return one unit vector per text, shape (n, dimensions), float32; zeros for a blank text.

        A text longer than the model reads is cut into windows that overlap; its vector is the mean of
        theirs, weighed by their tokens. Each distinct text is encoded once, in the order of length, so
        the order given does not matter. Batch size can still show in the last decimals, since padding
        and the shape of matrices change how sums are rounded; texts of one length only in a batch do
        not help (https://github.com/huggingface/sentence-transformers/issues/2312).
        """
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        distinct = sorted({text for text in texts if text.strip()}, key=lambda text: (len(text), text))
        if not distinct:
            return vectors
        windows = [self._windows(text) for text in distinct]
        encoded = self._model.encode(
            [window.text for some in windows for window in some],
            batch_size=self._batch_size,
            prompt=self._prompt,
            show_progress_bar=show_progress,
            convert_to_numpy=True,
        )
        weights = np.array([window.tokens for some in windows for window in some], dtype=np.float32)
        starts = np.cumsum([0, *map(len, windows[:-1])])
        means = (
            np.add.reduceat(encoded * weights[:, None], starts) / np.add.reduceat(weights, starts)[:, None]
        )
        row_of = {text: row for row, text in enumerate(distinct)}
        filled = [i for i, text in enumerate(texts) if text in row_of]
        vectors[filled] = means[[row_of[texts[i]] for i in filled]]
        return normalise(vectors)

    def _windows(self, text: str) -> list[Window]:
        """Return the windows of `text`: itself, where the model can read it whole."""
        longest = getattr(self._model, "max_seq_length", None)
        tokenizer: Any = getattr(self._model, "tokenizer", None)
        if not longest or not getattr(tokenizer, "is_fast", False):
            return [Window(text, 1)]
        found = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        used = tokenizer.num_special_tokens_to_add(pair=False)
        prompt = self._prompt
        if prompt is None:  # then the model puts its own, if it has one
            prompt = self._model.prompts.get(self._model.default_prompt_name or "")
        if prompt:
            used += len(tokenizer(prompt, add_special_tokens=False)["input_ids"])
        places: list[tuple[int, int]] = found["offset_mapping"]
        room = max(1, longest - used)
        if len(places) <= room:
            return [Window(text, 1)]
        bounds = split_windows(word_beginnings(text, places), room=room)
        return [Window(text[places[a][0] : places[b - 1][1]], b - a) for a, b in bounds]


def open_model(
    folder: Path, *, name: str, device: str | None, trust_remote_code: bool = False
) -> SentenceTransformer:
    """Open the model in `folder` with sentence-transformers; `name` is for the messages.

    Raises
    ------
    ModelError
        When sentence-transformers is not installed or cannot read the folder, or there is no such device.
    """
    try:
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise needs_extra(name) from error
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError) as error:
        raise ModelError(f"Enheten {device} finns inte på den här datorn: ange cpu.") from error
    try:
        return SentenceTransformer(
            str(folder), device=device, trust_remote_code=trust_remote_code, local_files_only=True
        )
    except Exception as error:  # the library raises many kinds, from torch's to the tokenizer's
        reason = str(error).strip().partition("\n")[0].rstrip(".")
        raise ModelError(
            f"Modellen {name} går inte att läsa ({reason}):"
            " kontrollera mappen, eller kör med den inbyggda modellen."
        ) from error


def hash_model(folder: Path, salt: str) -> str:
    """Return the hash of the files that decide the vectors: no cards, no copies in other formats.

    `salt` is what else decides them.
    """
    files = [
        file
        for file in folder.rglob("*")
        if file.is_file()
        and file.suffix in MODEL_FILES
        and not OTHER_FORMATS & set(file.relative_to(folder).parts)
    ]
    return hash_files(files, root=folder, salt=salt)


def needs_extra(name: str | Path) -> ModelError:
    """Return the error for a model that needs the optional packages."""
    return ModelError(
        f"Modellen {name} kräver ett tillägg:"
        ' installera det med pip install "remissnlp[models]", eller kör med den inbyggda modellen.'
    )
