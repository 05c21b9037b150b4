"""Which models are on this machine, and how to fetch one: the one place that may use the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from remissnlp.embedding.loading import default_folder, find_folder, full_name, holds_model
from remissnlp.embedding.transformer import needs_extra
from remissnlp.errors import ModelError


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A model on this machine: the name it is used by, where it came from, and its folder."""

    name: str
    origin: str
    folder: Path
    megabytes: float


def fetch_model(name: str) -> Path:
    """Fetch a sentence-transformers model over the network and return its folder.

    Only the files that sentence-transformers reads are fetched. Code that comes with a model is not run.

    Raises
    ------
    ModelError
        When the optional packages are missing, or the model cannot be fetched or read.
    """
    if Path(name).expanduser().is_dir():
        raise ModelError(
            f"{name} är en mapp på den här datorn och behöver inte hämtas: ange den med --model."
        )
    try:
        from huggingface_hub import HfApi
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise needs_extra(name) from error
    try:
        HfApi().model_info(full_name(name), timeout=10)  # fails at once, where fetching files tries again
        SentenceTransformer(full_name(name), device="cpu", trust_remote_code=False)
    except Exception as error:  # the network's, the hub's, torch's, the tokenizer's
        reason = str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
        raise ModelError(
            f"Modellen {name} gick inte att hämta ({reason}):"
            " kontrollera namnet och nätanslutningen, eller kör med den inbyggda modellen."
        ) from error
    return find_folder(name)


def list_models() -> Iterator[LocalModel]:
    """Yield the embedded models, then those fetched, by name."""
    embedded = default_folder()
    for folder in sorted(embedded.parent.iterdir()):
        if (folder / "modules.json").is_file():
            name = "static" if folder == embedded else str(folder)
            yield LocalModel(name, "inbyggd", folder, _megabytes(folder))
    try:
        import huggingface_hub.constants
        from huggingface_hub import CacheNotFound, scan_cache_dir
    except ImportError:
        return
    try:
        repositories = scan_cache_dir(huggingface_hub.constants.HF_HUB_CACHE).repos
    except CacheNotFound:
        return
    for repository in sorted(repositories, key=lambda some: some.repo_id):
        if repository.repo_type != "model":
            continue
        for revision in repository.revisions:
            if "main" in revision.refs and holds_model(revision.snapshot_path):
                size = revision.size_on_disk / 1e6
                yield LocalModel(repository.repo_id, "hämtad", revision.snapshot_path, size)


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
