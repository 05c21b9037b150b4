"""From a name or a path to an encoder, without ever reaching the network."""

from __future__ import annotations

from pathlib import Path

from remissnlp.embedding.encoder import Encoder
from remissnlp.errors import ModelError

DEFAULT = "remiss-sv-static"


def load_encoder(
    name_or_path: str | Path | None = None,
    *,
    device: str | None = None,
    batch_size: int = 32,
    prompt: str | None = None,
    max_length: int | None = None,
    trust_remote_code: bool = False,
) -> Encoder:
    """Load a sentence-embedding model that is already on this machine.

    Parameters
    ----------
    name_or_path
        None or ``"static"`` is the embedded Swedish model. Otherwise a folder, or the name of a
        model fetched earlier, that sentence-transformers can read. A folder with a single static
        embedding is read without torch.
    device
        ``"cpu"``, ``"cuda"`` and so on; by default what sentence-transformers chooses.
    batch_size
        Texts a step; decides speed, not vectors. The static model takes no notice.
    prompt
        Put before every text, as E5 models want (``"query: "``).
    max_length
        Tokens read at once, at most; a longer text is read in windows that overlap. By default as many
        as the model can.
    trust_remote_code
        Let a model run code of its own. Leave it off unless you have read that code.

    Raises
    ------
    ModelError
        With one Swedish sentence on what is wrong and what to do.
    """
    if name_or_path is None or name_or_path == "static":
        folder = default_folder()
    else:
        folder = find_folder(name_or_path)

    from remissnlp.embedding.static import is_static, load_static

    if is_static(folder):
        return load_static(folder, prompt=prompt or "")
    from remissnlp.embedding.transformer import TransformerEncoder, hash_model, open_model

    name = str(name_or_path)
    model = open_model(folder, name=name, device=device, trust_remote_code=trust_remote_code)
    if max_length:
        model.max_seq_length = min(max_length, model.max_seq_length or max_length)
    revision = hash_model(folder, f"{prompt or ''}\0{max_length or ''}")
    return TransformerEncoder(model, name=name, revision=revision, batch_size=batch_size, prompt=prompt)


def default_folder() -> Path:
    """Return the folder of the embedded model: in the installed package or in the checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_models" / DEFAULT, package.parent / "models" / DEFAULT):
        if folder.is_dir():
            return folder
    raise ModelError("Den inbyggda modellen saknas i installationen: installera om remissnlp.")


def find_folder(name_or_path: str | Path) -> Path:
    """Return the folder of a model given by path, or by the name it was fetched under."""
    path = Path(name_or_path).expanduser()
    if path.is_dir():
        if not holds_model(path):
            raise ModelError(
                f"Mappen {path} innehåller ingen modell:"
                " ange en mapp där filen modules.json eller config.json finns."
            )
        return path
    try:
        from huggingface_hub import snapshot_download
    except ImportError as error:
        from remissnlp.embedding.transformer import needs_extra

        raise needs_extra(name_or_path) from error
    try:
        return Path(snapshot_download(full_name(str(name_or_path)), local_files_only=True))
    except (OSError, ValueError) as error:  # not fetched, and not a well-formed name
        raise ModelError(
            f"Modellen {name_or_path} finns inte på den här datorn och hämtas inte automatiskt:"
            f" hämta den i förväg med kommandot remissnlp model fetch {name_or_path}, ange sökvägen till en"
            " mapp med en modell, eller kör med den inbyggda modellen."
        ) from error


def holds_model(folder: Path) -> bool:
    """Tell whether `folder` looks like a model that sentence-transformers can read."""
    return any((folder / name).is_file() for name in ("modules.json", "config.json"))


def full_name(name: str) -> str:
    """Return the name on the hub: a name without an owner is one of sentence-transformers' own."""
    return name if "/" in name else f"sentence-transformers/{name}"
