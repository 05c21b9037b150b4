"""Fetching and listing models: the network is never there, so it is played."""

import shutil
import socket
import sys

import pytest
from typer.testing import CliRunner

from remissnlp.cli import app
from remissnlp.embedding import load_encoder
from remissnlp.embedding.fetching import fetch_model, list_models
from remissnlp.errors import ModelError


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty folder where the hub's library keeps what it has fetched."""
    constants = pytest.importorskip("huggingface_hub.constants")
    folder = tmp_path / "hub"
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(folder))
    return folder


@pytest.fixture
def hub(cache, tiny_model, monkeypatch):
    """A hub that holds one model, whatever it is called."""
    library = pytest.importorskip("sentence_transformers")
    monkeypatch.setattr(sys.modules["huggingface_hub"].HfApi, "model_info", lambda *args, **options: None)

    def fetch(name, **options):
        assert options == {"device": "cpu", "trust_remote_code": False}
        snapshot = cache / f"models--{name.replace('/', '--')}" / "snapshots" / ("0" * 40)
        shutil.copytree(tiny_model, snapshot)
        refs = snapshot.parents[1] / "refs"
        refs.mkdir()
        (refs / "main").write_text("0" * 40)

    monkeypatch.setattr(library, "SentenceTransformer", fetch)


def run(*arguments):
    return CliRunner(env={"COLUMNS": "300"}).invoke(app, ["model", *arguments])


@pytest.mark.parametrize("name", ["someone/some-model", "some-model"])
def test_a_fetched_model_is_used_and_listed(hub, name):
    with pytest.raises(ModelError, match=f"remissnlp model fetch {name}"):
        load_encoder(name)
    assert name not in run("list").stdout
    done = run("fetch", name)
    assert done.exit_code == 0
    assert f"--model {name}" in done.stdout
    assert load_encoder(name).dimensions == 8
    listed = run("list").stdout
    assert "static" in listed
    assert "inbyggd" in listed
    assert f"{name} " in listed
    assert "hämtad" in listed


def test_without_a_network_it_is_one_sentence(cache, monkeypatch):
    pytest.importorskip("sentence_transformers")

    def refuse(*args, **kwargs):
        raise OSError("no way out")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    done = run("fetch", "nobody/no-such-model")
    assert done.exit_code == 2
    assert "gick inte att hämta" in done.stderr
    assert "kör med den inbyggda modellen" in done.stderr
    assert "Traceback" not in done.output


def test_a_folder_needs_no_fetching(tiny_model):
    with pytest.raises(ModelError, match="behöver inte hämtas"):
        fetch_model(str(tiny_model))


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(ModelError, match=r'pip install "remissnlp\[models\]"'):
        fetch_model("some/model")
    assert [model.name for model in list_models()] == ["static"]


def test_nothing_fetched(cache):
    assert [model.origin for model in list_models()] == ["inbyggd"]
    cache.mkdir()
    assert [model.origin for model in list_models()] == ["inbyggd"]
