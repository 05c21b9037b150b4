"""The torch-free encoder: what every encoder promises, and equality with sentence-transformers."""

import shutil
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file

from remissnlp.embedding import Encoder, load_encoder, static
from remissnlp.embedding.loading import default_folder
from remissnlp.errors import ModelError

TEXTS = [
    "Programmet saknar indikatorer.",
    "",
    "programmet saknar rubrikerna",
    "   \n",
    "Nämnden efterlyser en tydligare disposition, kortare stycken och fler underrubriker.",
    "ord ord ord 123 %&/ 漢字 😀",
]


def test_default_model_keeps_the_protocol():
    encoder = load_encoder()
    vectors = encoder.encode(TEXTS)
    assert isinstance(encoder, Encoder)
    assert vectors.shape == (len(TEXTS), encoder.dimensions)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors, axis=1)
    assert lengths == pytest.approx([1, 0, 1, 0, 1, 1], abs=1e-5)


def test_no_texts_are_legal():
    encoder = load_encoder("static")
    assert encoder.encode([]).shape == (0, encoder.dimensions)
    assert encoder.encode([], show_progress=True).shape == (0, encoder.dimensions)


@pytest.mark.parametrize("which", ["default", "tiny"])
def test_equal_to_sentence_transformers(which, tiny_model):
    library = pytest.importorskip("sentence_transformers")
    folder = default_folder() if which == "default" else tiny_model
    theirs = library.SentenceTransformer(str(folder), device="cpu").encode(TEXTS)
    ours = load_encoder(folder).encode(TEXTS)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-5)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12), st.randoms(use_true_random=False))
def test_a_vector_depends_on_its_text_alone(texts, random):
    encoder = load_encoder()
    together = encoder.encode(texts)
    order = list(range(len(texts)))
    random.shuffle(order)
    np.testing.assert_array_equal(encoder.encode([texts[i] for i in order]), together[order])
    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_array_equal(encoder.encode([text])[0], vector)


def test_chunks_leave_no_mark(tiny_model, monkeypatch):
    encoder = load_encoder(tiny_model)
    whole = encoder.encode(TEXTS)
    monkeypatch.setattr(static, "CHUNK", 2)
    np.testing.assert_array_equal(encoder.encode(TEXTS), whole)
    np.testing.assert_array_equal(encoder.encode(TEXTS, show_progress=True), whole)


def test_words_on_one_matter_are_nearer_than_others():
    words = ["rubriker", "disposition", "läsbarhet", "indikatorer", "uppföljning", "mäta"]
    vectors = load_encoder().encode(words)
    vectors -= vectors.mean(axis=0)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, np.nan)
    within = np.nanmean([cosines[:3, :3], cosines[3:, 3:]])
    assert within > np.nanmean(cosines[:3, 3:]) + 0.1


def test_revision_follows_content_and_prompt(tiny_model, tmp_path):
    first = load_encoder(tiny_model)
    assert first.revision == load_encoder(tiny_model).revision
    prompted = load_encoder(tiny_model, prompt="saknar ")
    assert prompted.revision != first.revision
    np.testing.assert_array_equal(
        prompted.encode(["programmet", " "]), first.encode(["saknar programmet", ""])
    )
    copy = tmp_path / "copy"
    shutil.copytree(tiny_model, copy)
    assert load_encoder(copy).revision == first.revision
    weights = {"embedding.weight": np.ones((9, 8), dtype=np.float32)}
    save_file(weights, copy / "model.safetensors")
    assert load_encoder(copy).revision != first.revision


def test_rows_may_be_shared_by_tokens():
    rows = np.arange(6, dtype=np.float16).reshape(3, 2)
    table = static.read_table(
        {
            "embeddings": rows,
            "mapping": np.array([0, 2, 2]),
            "weights": np.array([1.0, 2.0, 0.5], dtype=np.float32),
        }
    )
    np.testing.assert_array_equal(table.take(np.array([2, 1, 0])), [[2, 2.5], [8, 10], [0, 1]])


def test_a_broken_file_is_told_in_swedish(tiny_model, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "modules.json").write_bytes((tiny_model / "modules.json").read_bytes())
    with pytest.raises(ModelError, match="går inte att läsa"):
        load_encoder(broken)
    (broken / "tokenizer.json").write_text("{}")
    (broken / "model.safetensors").write_bytes(b"no tensors")
    with pytest.raises(ModelError, match="går inte att läsa"):
        load_encoder(broken)


def test_the_default_model_is_small_and_needs_no_torch():
    assert sum(file.stat().st_size for file in default_folder().rglob("*")) <= 20_000_000
    code = (
        "import sys; from remissnlp.embedding import load_encoder; load_encoder().encode(['Hej.']);"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
