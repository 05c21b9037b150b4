"""Write a trained model as a sentence-transformers folder."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.passages import LONGEST
from remissnlp.training.vocabulary import UNKNOWN

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import T5EncoderModel

TABLE = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
UNIT = "sentence_transformers.base.modules.normalize.Normalize"
MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": TABLE},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": UNIT},
]
"""The mean of a text's rows, made a unit vector: what our own encoder gives, too."""
UNIT_CONFIG = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
CONFIG: dict[str, object] = {
    "model_type": "SentenceTransformer",
    "prompts": {},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def save_static(folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32], *, card: str) -> None:
    """Write `tokenizer` and `table` (vocabulary, d) to `folder` with `card` as its README.

    The table is stored as eight-bit integers with one scale a token: a quarter of the size, and
    sentence-transformers (6.2 and later) unfolds it to the same float32 rows as we do.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    integers, scales = quantise(table)
    weights = folder / "model.safetensors"
    save_file({"embeddings": integers, "weights": scales}, weights)
    weights.chmod(0o644)  # safetensors writes for the owner alone, which would follow into the wheel
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    unit = folder / str(MODULES[1]["path"])
    unit.mkdir(exist_ok=True)
    for file, content in (
        (folder / "modules.json", MODULES),
        (folder / "config_sentence_transformers.json", CONFIG),
        (unit / "config.json", UNIT_CONFIG),
    ):
        file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(card, encoding="utf-8")


def save_contextual(folder: Path, tokenizer: Tokenizer, model: T5EncoderModel, *, card: str) -> None:
    """Write `model` with mean pooling to `folder`, in sixteen bits.

    They are unfolded when the model is read: few processors are quick at sixteen bits.
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import PreTrainedTokenizerFast
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # they are a few small files
    with TemporaryDirectory() as inner:
        torch.nn.Module.to(model, "cpu", torch.float16)
        model.save_pretrained(inner)
        PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
            tokenizer_object=tokenizer, unk_token=UNKNOWN, pad_token=UNKNOWN, model_max_length=LONGEST
        ).save_pretrained(inner)
        whole = [
            Transformer(inner, max_seq_length=LONGEST),
            Pooling(model.config.d_model, "mean"),
            Normalize(),
        ]
        SentenceTransformer(modules=whole, device="cpu").save(str(folder), create_model_card=False)
    (folder / "model.safetensors").chmod(0o644)
    config = folder / "config.json"
    settings = json.loads(config.read_text(encoding="utf-8")) | {"dtype": "float32"}
    config.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(card, encoding="utf-8")


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return `table` (n, d) as int8 (n, d) and scales (n,) such that their product is close to it."""
    scales = np.abs(table).max(axis=1) / 127
    scales[scales == 0] = 1
    return np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)
