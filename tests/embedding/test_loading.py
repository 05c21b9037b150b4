"""Models by name or path: never the network, and one Swedish sentence when it does not work."""

import socket
import sys

import numpy as np
import pytest

from remissnlp.embedding import Encoder, load_encoder, loading
from remissnlp.errors import ModelError, RemissnlpError


def test_a_model_that_was_never_fetched(monkeypatch):
    pytest.importorskip("huggingface_hub")

    def refuse(*args, **kwargs):
        raise AssertionError("the network was tried")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(ModelError, match="finns inte på den här datorn och hämtas inte automatiskt"):
        load_encoder("nobody/no-such-model")
    with pytest.raises(ModelError, match="finns inte på den här datorn"):
        load_encoder("not a well formed / name")


def test_a_name_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(RemissnlpError, match=r'pip install "remissnlp\[models\]"'):
        load_encoder("some/model")


def test_a_folder_without_the_extra(monkeypatch, tmp_path):
    (tmp_path / "config.json").write_text("{}")
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(RemissnlpError, match=r'pip install "remissnlp\[models\]"'):
        load_encoder(tmp_path)


def test_a_folder_without_a_model(tmp_path):
    with pytest.raises(ModelError, match="innehåller ingen modell"):
        load_encoder(tmp_path)


def test_a_folder_that_no_one_can_read(tmp_path):
    pytest.importorskip("sentence_transformers")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="går inte att läsa"):
        load_encoder(tmp_path)


def test_an_installation_without_the_model(monkeypatch, tmp_path):
    monkeypatch.setattr(loading, "__file__", str(tmp_path / "remissnlp" / "embedding" / "loading.py"))
    with pytest.raises(ModelError, match="installera om"):
        load_encoder()


@pytest.fixture(scope="module")
def transformer_folder(tmp_path_factory):
    """A transformer of two thin layers with random weights."""
    pytest.importorskip("sentence_transformers")
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("transformer")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "programmet", "saknar", "indikatorer", "rubriker"]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    torch.manual_seed(0)
    size = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(words), **size)).save_pretrained(folder / "bert")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    inner = Transformer(str(folder / "bert"))
    model = SentenceTransformer(modules=[inner, Pooling(16)], device="cpu")
    model.save(str(folder / "model"))
    return folder / "model"


def test_any_other_model(transformer_folder):
    texts = ["programmet saknar indikatorer", "", "rubriker", "programmet saknar indikatorer rubriker saknar"]
    encoder = load_encoder(transformer_folder, device="cpu", batch_size=1)
    vectors = encoder.encode(texts)
    assert isinstance(encoder, Encoder)
    assert vectors.shape == (4, encoder.dimensions)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1, 1], abs=1e-5)
    assert encoder.encode([]).shape == (0, 16)
    again = load_encoder(transformer_folder, device="cpu", batch_size=8)
    assert again.revision == encoder.revision
    np.testing.assert_allclose(again.encode(texts[::-1])[::-1], vectors, atol=1e-5)
    assert load_encoder(transformer_folder, prompt="query: ").revision != encoder.revision
