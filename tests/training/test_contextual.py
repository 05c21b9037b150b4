"""The contextual model: what it starts from, what it learns, and that a stop loses nothing."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from remissnlp.embedding import load_encoder
from remissnlp.training import steps
from remissnlp.training.contextual import ContextualOptions, level_rows, pad
from remissnlp.training.contrastive import ContrastiveOptions, shuffle_blocks
from remissnlp.training.resuming import NAME
from remissnlp.training.train import TrainingOptions, train_static
from tests.training.test_train import TEXT, PowerFailureError, one_thread, run

pytestmark = pytest.mark.usefixtures(one_thread.__name__)
SMALL = ContextualOptions(
    heads=2,
    feed_forward=32,
    learning_rate=0.003,
    contrastive=ContrastiveOptions(epochs=6, batch_size=60, document_block=2),
)
SENTENCES = ["Elever behöver lärare.", "", "Snö på vägarna.", "Läkare saknas för patienter i vården. " * 30]


@given(arrays(np.float32, (5, 4), elements=st.floats(-3, 3, width=32)))
def test_level_rows_are_equally_long_and_else_the_same(table):
    rows, length = level_rows(table)
    np.testing.assert_array_equal(rows[:, :-1], table[:, :-1])
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), length, atol=1e-5)


@given(st.lists(st.integers(0, 4), max_size=40), st.integers(1, 6))
def test_sentences_become_rows(owner, longest):
    ids = np.arange(len(owner)) + 1
    rows, sizes = pad((ids, np.sort(owner).astype(np.int64)), 5, longest)
    assert rows.shape == (5, max(1, sizes.max()))
    for number in range(5):
        mine = ids[np.sort(owner) == number][:longest]
        assert rows[number, : sizes[number]].tolist() == mine.tolist()
        assert not rows[number, sizes[number] :].any()


@given(st.lists(st.integers(0, 3), min_size=1, max_size=40), st.integers(1, 5), st.integers(0, 9))
def test_blocks_are_of_one_document(document, size, seed):
    document = np.array(document, dtype=np.int32)
    pairs = np.arange(len(document))
    shuffled = shuffle_blocks(pairs, document, size, np.random.default_rng(seed))
    assert sorted(shuffled) == pairs.tolist()
    runs = np.diff(np.flatnonzero(np.r_[True, np.diff(document[shuffled]) != 0, True]))
    if size > 1:  # each document leaves one block that is not full, and blocks of one may meet
        assert (runs < size).sum() <= len(set(document.tolist()))


def test_pairs_of_one_paragraph_are_no_wrong_answers():
    torch = pytest.importorskip("torch")
    first = torch.nn.functional.normalize(torch.tensor([[1.0, 0.1], [1.0, 0.0], [0.0, 1.0]]))
    numbers = np.array([7, 7, 8], dtype=np.int32)
    easy = steps.pair_loss(first, first, temperature=0.1, paragraph=numbers)
    hard = steps.pair_loss(first, first, temperature=0.1, paragraph=np.array([7, 8, 9], dtype=np.int32))
    assert easy < 0.01 < hard


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    pytest.importorskip("sentence_transformers")
    folder = tmp_path_factory.mktemp("base")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    few = ContrastiveOptions(epochs=1, batch_size=100)
    return train_static(
        [folder / "text.txt"],
        folder / "base",
        options=TrainingOptions(vocabulary=200, dimensions=16, contrastive=few),
    )


def train(folder, base, options=SMALL, say=lambda message: None):
    from remissnlp.training.train_contextual import train_contextual

    file = folder / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    return train_contextual([file], folder / "small", base=base, options=options, say=say)


@pytest.fixture(scope="module")
def unbroken(base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unbroken")
    train(folder, base)
    return folder / "small"


def test_it_starts_as_the_static_model(base, tmp_path):
    untrained = ContextualOptions(heads=2, layers=2, learning_rate=0.0, contrastive=SMALL.contrastive)
    model = train(tmp_path, base, untrained)
    rows = base.table
    rows[:, -1] = 0  # the least telling coordinate gives way to the filler
    words = [SENTENCES[0], SENTENCES[2]]
    sums = np.array([rows[base.tokenizer.encode(text).ids].sum(axis=0) for text in words])
    expected = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    np.testing.assert_allclose(model.encode(words), expected, atol=2e-3)  # sixteen bits


def test_it_is_a_model_as_any_other_and_its_card_tells_of_it(base, unbroken):
    from sentence_transformers import SentenceTransformer

    encoder = load_encoder(unbroken, device="cpu")
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (4, 16)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1, 1], abs=1e-5)
    theirs = SentenceTransformer(str(unbroken), device="cpu").encode(SENTENCES[:3])
    np.testing.assert_allclose(vectors[[0, 2]], theirs[[0, 2]], atol=1e-6)
    assert np.abs(vectors[0] - base.encode(SENTENCES)[0]).max() > 0.01
    card = (unbroken / "README.md").read_text(encoding="utf-8")
    assert f"Started from `base` (revision `{base.revision}`)" in card
    assert "of documents kept aside, before | " in card
    assert json.loads((unbroken / "config.json").read_text())["dtype"] == "float32"


@pytest.mark.parametrize("last_words", ["Tränar på", "Steg 50", "Next sentence"])
def test_a_stopped_training_goes_on_to_the_same_bytes(base, unbroken, tmp_path, monkeypatch, last_words):
    monkeypatch.setattr(steps, "CHECKPOINT_EVERY", 20)

    def fail(message):
        if message.startswith(last_words):
            raise PowerFailureError

    with pytest.raises(PowerFailureError):
        train(tmp_path, base, say=fail)
    said = []
    train(tmp_path, base, say=said.append)
    assert any("Fortsätter" in message for message in said) == (last_words != "Tränar på")
    assert not (tmp_path / "small" / NAME).exists()
    for file in unbroken.rglob("*"):
        if file.is_file():
            assert (tmp_path / "small" / file.relative_to(unbroken)).read_bytes() == file.read_bytes()


def test_the_command_takes_layers(tmp_path):
    pytest.importorskip("sentence_transformers")
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = run(file, "--out", tmp_path / "small", "--layers", 1, "--epochs", 0.1)
    assert done.exit_code == 0
    assert load_encoder(tmp_path / "small", device="cpu").dimensions == load_encoder().dimensions
    file.write_text("Hej.\n", encoding="utf-8")
    short = run(file, "--out", tmp_path / "small", "--layers", 1)
    assert short.exit_code == 2
    assert "för kort" in short.stderr
