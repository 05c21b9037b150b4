"""Training: the parts one by one, and the whole on a text small enough to train in a second."""

import importlib.util
import json
import lzma
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from remissnlp.cli import app
from remissnlp.embedding import load_encoder
from remissnlp.errors import RemissnlpError
from remissnlp.training import steps, train
from remissnlp.training.contrastive import ContrastiveOptions, batches, find_pairs, hide_tokens
from remissnlp.training.cooccurrence import passage_starts, source_shares
from remissnlp.training.evaluation import neighbour_accuracy, section_ami
from remissnlp.training.model_card import _text_rows
from remissnlp.training.passages import find_texts, read_passages, tokenise
from remissnlp.training.resuming import NAME
from remissnlp.training.saving import quantise
from remissnlp.training.train import TrainingOptions, train_static
from remissnlp.training.vocabulary import as_wordpieces, learn_vocabulary

MATTERS = {
    "skola": "Eleverna behöver fler lärare i skolan. Lärare och elever vill ha mindre klasser i varje skola.",
    "väg": "Vägarna behöver snöröjas på vintern. Snö och halka på vägarna ger olyckor i trafiken.",
    "vård": "Patienter väntar länge på vård. Sjuksköterskor och läkare saknas för patienter i vården.",
}
TEXT = "\n\n".join("\n".join([text] * 6) for text in list(MATTERS.values()) * 40)


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    """Steps as small as these wait for one another longer than they work."""
    if importlib.util.find_spec("torch") is None:
        yield
        return
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def text_file(tmp_path):
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def assert_same_bytes(one, other):
    for file in one.rglob("*"):
        if file.is_file():
            assert (other / file.relative_to(one)).read_bytes() == file.read_bytes()


def test_passages_know_where_they_belong(tmp_path):
    plain, packed = tmp_path / "b.txt", tmp_path / "a.txt.xz"
    plain.write_text("Ett. Två.\nTre är här.\n\n\nFyra.\n", encoding="utf-8")
    packed.write_bytes(lzma.compress(b"Noll, bl.a. detta.\n"))
    passages = read_passages([plain, packed])
    assert passages.sources == ("a.txt.xz", "b.txt")
    assert passages.sentences == ("Noll, bl.a. detta.", "Ett.", "Två.", "Tre är här.", "Fyra.")
    assert passages.source.tolist() == [0, 1, 1, 1, 1]
    assert passages.document.tolist() == [0, 1, 1, 1, 2]
    assert passages.paragraph.tolist() == [0, 1, 1, 2, 3]
    assert passages.select(passages.document == 1).sentences == ("Ett.", "Två.", "Tre är här.")
    assert passage_starts(passages).tolist() == [0, 1, 3, 4]


def test_the_vocabulary_is_the_same_every_time():
    sentences = TEXT.split("\n")
    first, second = learn_vocabulary(sentences, 120), learn_vocabulary(sentences, 120)
    assert first.to_str() == second.to_str()
    assert first.get_vocab_size() <= 120
    assert "[UNK]" not in first.encode("Skolan och vården").tokens


def test_learned_pieces_are_written_as_wordpieces():
    pieces = as_wordpieces(["a", "b"], ["a", "b", "▁", "▁a", "ab", "▁ab", "▁ac"], 99)
    assert list(pieces) == ["[UNK]", "a", "b", "##a", "##b", "##ab", "ab"]


def test_tokens_are_taken_sentence_by_sentence():
    tokens = tokenise(["skola väg", "", "vård"], learn_vocabulary(TEXT.split("\n"), 200))
    ids, sentence = tokens.take(np.array([2, 0, 1]))
    assert sentence.tolist() == sorted(sentence.tolist())
    np.testing.assert_array_equal(ids[sentence == 0], tokens.ids[tokens.starts[2] :])
    np.testing.assert_array_equal(ids[sentence == 1], tokens.ids[: tokens.starts[1]])
    assert 2 not in sentence


def test_large_sources_are_weighed_down():
    assert source_shares(np.array([100, 1, 0]), 0.5) == pytest.approx([10 / 11, 1 / 11, 0])
    rng = np.random.default_rng(0)
    source = np.repeat(np.array([0, 1], dtype=np.int32), [9_000, 1_000])
    options = ContrastiveOptions(batch_size=100, source_exponent=0, epochs=1)
    none = np.empty((0, 3), dtype=np.int64)
    drawn = np.concatenate(list(batches(np.arange(10_000), source, source, options, rng, answers=none)))
    assert drawn.shape == (10_000, 2)
    assert (drawn[:, 1] == drawn[:, 0] + 1).all()
    assert source[drawn[:, 0]].mean() == pytest.approx(0.5, abs=0.05)


@given(st.lists(st.integers(0, 9), min_size=1), st.lists(st.integers(0, 9), min_size=1), st.integers(0, 9))
def test_hidden_tokens_are_the_shared_ones(left, right, seed):
    first = (np.array(left), np.zeros(len(left), dtype=np.int64))
    second = (np.array(right), np.zeros(len(right), dtype=np.int64))
    options = ContrastiveOptions(hide_shared=1, hide_any=0)
    kept, whole = hide_tokens(first, second, options, np.random.default_rng(seed))
    assert kept[0].tolist() == [token for token in left if token not in right]
    assert whole[0].tolist() == right


def test_eight_bits_are_close():
    table = np.random.default_rng(0).normal(size=(50, 16)).astype(np.float32)
    table[7] = 0
    integers, scales = quantise(table)
    np.testing.assert_allclose(integers * scales[:, None], table, atol=np.abs(table).max() / 250)


def test_documents_of_any_format_are_read(tmp_path):
    folder = tmp_path / "texts"
    (folder / "inner").mkdir(parents=True)
    page = "<html><body><p>Ett är här. Två är\ndär.</p><p>Tre.</p></body></html>"
    (folder / "b.html").write_text(page, encoding="utf-8")
    (folder / "inner" / "a.txt").write_text("Noll.\n", encoding="utf-8")
    for name in ("README.md", ".hidden.txt"):
        (folder / name).write_text("Inte med.\n", encoding="utf-8")
    assert [file.name for file in find_texts([folder, folder / "b.html"])] == ["a.txt", "b.html"]
    passages = read_passages([folder])
    assert passages.sentences == ("Noll.", "Ett är här.", "Två är där.", "Tre.")
    assert passages.document.tolist() == [0, 1, 1, 1]
    assert passages.paragraph.tolist() == [0, 1, 1, 2]
    (tmp_path / "empty").mkdir()
    with pytest.raises(RemissnlpError, match="ingen text"):
        find_texts([tmp_path / "empty"])


def run(*arguments):
    return CliRunner().invoke(app, ["train-encoder", *map(str, arguments)])


def test_training_learns_and_runs_again_to_the_same_bytes(text_file, tmp_path):
    pytest.importorskip("torch")
    bench = tmp_path / "bench.jsonl"
    point = {"section": "1", "text": "Skolan."}
    bench.write_text(json.dumps({"points": [point]}) + "\n", encoding="utf-8")
    options = ["--dimensions", 16, "--vocabulary", 200, "--epochs", 20, "--bench", bench, "--demands", 0.5]
    folders = [tmp_path / "one" / "model", tmp_path / "two" / "model"]
    for folder in folders:
        done = run(text_file, "--out", folder, *options)
        assert done.exit_code == 0
    assert "Tränar på" in done.output
    assert_same_bytes(*folders)

    encoder = load_encoder(folders[0])
    school, teachers, snow = encoder.encode(["skolan", "lärare", "snö"])
    assert school @ teachers > school @ snow + 0.2
    card = (folders[0] / "README.md").read_text(encoding="utf-8")
    assert "| text.txt | 120 | 1,440 |" in card
    assert "Next sentence found" in card
    assert "demand_share=0.5" in card

    longer = run(text_file, "--out", tmp_path / "three", "--base", folders[0], "--epochs", 2)
    assert longer.exit_code == 0
    card = (tmp_path / "three" / "README.md").read_text(encoding="utf-8")
    assert f"Started from `model` (revision `{encoder.revision}`)" in card
    assert "of documents kept aside, before | 0." in card
    adapted = load_encoder(tmp_path / "three")
    assert adapted.dimensions == encoder.dimensions
    assert adapted.revision != encoder.revision


def test_sorted_points_turn_the_model(text_file, tmp_path):
    pytest.importorskip("torch")
    points = [{"section": matter, "text": text} for matter, text in MATTERS.items() for _ in range(2)]
    file = tmp_path / "sorted.jsonl"
    file.write_text(json.dumps({"points": points}) + "\n", encoding="utf-8")
    options = ["--dimensions", 16, "--vocabulary", 200]
    for name, more in (("plain", []), ("turned", ["--sorted", file])):
        assert run(text_file, "--out", tmp_path / name, *options, *more).exit_code == 0
    plain, turned = (load_encoder(tmp_path / name) for name in ("plain", "turned"))
    assert plain.revision != turned.revision
    assert "6 points of 1 consultations" in (tmp_path / "turned" / "README.md").read_text(encoding="utf-8")
    file.write_text("skola\n", encoding="utf-8")
    refused = run(text_file, "--out", tmp_path / "no", *options, "--sorted", file)
    assert refused.exit_code == 2
    assert "sorted.jsonl går inte att använda som facit" in " ".join(refused.output.split())


SMALL = TrainingOptions(
    vocabulary=200, dimensions=16, contrastive=ContrastiveOptions(epochs=8, batch_size=100)
)


class PowerFailureError(Exception):
    pass


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    pytest.importorskip("torch")
    folder = tmp_path_factory.mktemp("unbroken")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    train_static([folder / "text.txt"], folder / "model", options=SMALL)
    return folder / "model"


@pytest.mark.parametrize(
    ("last_words", "begun", "gone_on_with"),
    [
        ("Ordförrådet har", 3, 0),
        ("Tränar på", 3, 0),
        ("Steg 50", 2, 1),
        ("Tabell 3", 1, 0),
        ("Next sentence", 0, 0),
    ],
)
def test_a_stopped_training_goes_on_to_the_same_bytes(
    text_file, tmp_path, monkeypatch, unbroken, last_words, begun, gone_on_with
):
    monkeypatch.setattr(steps, "CHECKPOINT_EVERY", 20)
    out = tmp_path / unbroken.name

    def fail(message):
        if message.startswith(last_words):
            raise PowerFailureError

    with pytest.raises(PowerFailureError):
        train_static([text_file], out, options=SMALL, say=fail)
    assert (out / NAME).is_dir()

    def refuse(*args, **kwargs):
        raise AssertionError("a finished stage was done again")

    monkeypatch.setattr(train, "learn_vocabulary", refuse)
    if last_words != "Ordförrådet har":
        monkeypatch.setattr(train, "cooccurrence_table", refuse)
    said = []
    train_static([text_file], out, options=SMALL, say=said.append)
    assert sum("Tränar på" in message for message in said) == begun
    assert sum("Fortsätter" in message for message in said) == gone_on_with
    assert_same_bytes(unbroken, out)
    assert not (out / NAME).exists()


@pytest.mark.parametrize("what", ["text", "options", "nothing"])
def test_what_is_kept_serves_the_same_text_and_options_only(text_file, tmp_path, monkeypatch, what):
    pytest.importorskip("torch")

    def fail(message):
        if message.startswith("Tränar på"):
            raise PowerFailureError

    def refuse(*args, **kwargs):
        raise AssertionError("learned again")

    with pytest.raises(PowerFailureError):
        train_static([text_file], tmp_path, options=SMALL, say=fail)
    options = SMALL
    if what == "text":
        text_file.write_text(TEXT.replace("olyckor", "skador"), encoding="utf-8")
    if what == "options":
        options = TrainingOptions(vocabulary=201, dimensions=16, contrastive=SMALL.contrastive)
    monkeypatch.setattr(train, "learn_vocabulary", refuse)
    if what == "nothing":
        train_static([text_file], tmp_path, options=options)
    else:
        with pytest.raises(AssertionError, match="learned again"):
            train_static([text_file], tmp_path, options=options)


def test_bad_input_is_one_sentence(tmp_path):
    pytest.importorskip("torch")
    missing, short, binary = tmp_path / "none.txt", tmp_path / "short.txt", tmp_path / "b.xz"
    short.write_text("Hej.\n", encoding="utf-8")
    binary.write_bytes(b"not xz at all")
    for file, said in ((missing, "går inte att läsa"), (binary, "går inte att läsa"), (short, "för kort")):
        done = run(file, "--out", tmp_path / "out")
        assert done.exit_code == 2
        assert said in done.stderr
        assert "Traceback" not in done.output
    assert "inte att skriva" in run(short, "--out", short).stderr
    assert "Enheten tpu finns inte" in run(short, "--out", tmp_path / "out", "--device", "tpu").stderr
    assert (
        "none.md går inte att läsa" in run(short, "--out", tmp_path, "--about", tmp_path / "none.md").stderr
    )
    short.write_text("\n", encoding="utf-8")
    with pytest.raises(RemissnlpError, match="ingen text"):
        read_passages([short])


def test_training_without_torch_says_how_to_get_it(text_file, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    done = run(text_file, "--out", tmp_path)
    assert done.exit_code == 2
    assert 'pip install "remissnlp[models]"' in done.stderr


def test_many_files_are_one_row_of_the_card(tmp_path):
    for number in range(25):
        (tmp_path / f"{number}.txt").write_text("Ett är här.\n\nTvå.\n", encoding="utf-8")
    rows = list(_text_rows(read_passages([tmp_path])))
    assert rows == ["| 25 files | 50 | 50 |"]


def test_pairs_stay_within_a_document(text_file):
    passages = read_passages([text_file])
    tokens = tokenise(passages.sentences, learn_vocabulary(passages.sentences, 200))
    pairs = find_pairs(passages, tokens)
    assert len(pairs) == len(passages.sentences) - 120
    assert (passages.document[pairs] == passages.document[pairs + 1]).all()


class Letters:
    """An encoder that counts letters: enough to tell sentences with different letters apart."""

    name, revision, dimensions = "letters", "0", 26

    def encode(self, texts, *, show_progress=False):
        counts = [[text.count(chr(97 + i)) for i in range(26)] for text in texts]
        return np.array(counts, dtype=np.float32).reshape(len(texts), 26)


def test_measures_reach_one_when_all_is_right(tmp_path):
    groups = ["aa", "bb", "cc", "dd", "ee"]
    assert neighbour_accuracy(Letters(), groups, groups) == 1
    assert neighbour_accuracy(Letters(), [], []) == 0
    points = [{"section": group, "text": group} for group in groups for _ in range(3)]
    bench = tmp_path / "bench.jsonl"
    bench.write_text(json.dumps({"points": points}) + "\n", encoding="utf-8")
    assert section_ami(Letters().encode, bench) == pytest.approx(1)
    bench.write_text("{}\n", encoding="utf-8")
    with pytest.raises(RemissnlpError, match="facit"):
        section_ami(Letters().encode, bench)
