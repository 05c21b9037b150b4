"""A model small enough to read: random rows for a handful of words."""

from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from remissnlp.training.saving import save_static

WORDS = ["[UNK]", "programmet", "saknar", "indikatorer", "rubriker", "är", "otydliga", "##na", "."]


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    pieces = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    table = np.random.default_rng(0).normal(size=(len(WORDS), 8)).astype(np.float32)
    save_static(folder, tokenizer, table, card="# tiny\n")
    return folder
