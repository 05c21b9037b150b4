"""Train a static Swedish sentence-embedding model from running text, in one command.

``remissnlp train-encoder TEXT... --out DIR`` writes a sentence-transformers folder with a model card.
The way: a WordPiece vocabulary, a first table from
co-occurrence counts, contrastive training on neighbouring sentences, a turn of the table that tells
paragraphs apart, evaluation on documents kept aside. Where an existing model is trained further, only
the contrastive training is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp._version import __version__
from remissnlp.embedding.loading import load_encoder
from remissnlp.embedding.static import StaticEncoder, load_static
from remissnlp.errors import ModelError, RemissnlpError
from remissnlp.training.contrastive import ContrastiveOptions, batches, find_pairs, fit_contrastive
from remissnlp.training.cooccurrence import cooccurrence_table
from remissnlp.training.discriminant import DiscriminantOptions, turn_table
from remissnlp.training.evaluation import keep_aside, measure
from remissnlp.training.model_card import model_card
from remissnlp.training.passages import Passages, Tokens, find_texts, read_passages, tokenise
from remissnlp.training.resuming import WorkFolder, hash_file
from remissnlp.training.saving import save_static
from remissnlp.training.vocabulary import learn_vocabulary

if TYPE_CHECKING:
    from tokenizers import Tokenizer

REPORT_EVERY = 50  # steps
SPARE = 2

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOptions:
    """Size of the model, how it is trained, and the seed.

    Attributes
    ----------
    vocabulary
        Pieces at most.
    dimensions
        Length of a vector at most. Rows are `SPARE` times as long until the table is turned.
    contrastive, discriminant
        See `ContrastiveOptions` and `DiscriminantOptions`.
    random_state
        The same seed and text give the same model.
    """

    vocabulary: int = 32_000
    dimensions: int = 256
    contrastive: ContrastiveOptions = field(default_factory=ContrastiveOptions)
    discriminant: DiscriminantOptions = field(default_factory=DiscriminantOptions)
    random_state: int = 0


def train_static(
    texts: Sequence[Path],
    out: Path,
    *,
    options: TrainingOptions | None = None,
    base: StaticEncoder | None = None,
    bench: Sequence[Path] = (),
    about: str = "",
    device: str = "cpu",
    say: Say = lambda message: None,
) -> StaticEncoder:
    """Train a static model on `texts`, write it to the folder `out` and return it.

    A training that was stopped goes on where it was when it is started again with the same texts and
    options; until the model is written, its state lies in a hidden folder in `out`.

    Parameters
    ----------
    texts
        Files or folders of plain or ``.xz`` text (one paragraph a line, a blank line between documents)
        or of documents in any format that `remissnlp.reading` knows.
    out
        Folder of the model; files in it are written over.
    options
        See `TrainingOptions`.
    base
        A static model to start from instead of from nothing: its vocabulary and dimensions are kept.
    bench
        Files to measure the model on, see `section_ami`.
    about
        Markdown for the model card: where the text comes from.
    device
        ``"cpu"``, ``"cuda"`` and so on, for the contrastive steps. Runs are equal to the byte on a CPU.
    say
        Told how the work goes, a sentence at a time.

    Raises
    ------
    RemissnlpError
        When a text cannot be read, holds too little, `out` cannot be written, or torch is missing.
    """
    options = options or TrainingOptions()
    check_torch(device)
    say("Läser texten.")
    files = find_texts(texts)
    key = {
        "version": __version__,
        "options": asdict(options),
        "texts": [[file.name, hash_file(file)] for file in files],
        "base": base and base.revision,
        "device": device,
    }
    passages = read_passages(files)
    aside, aside_every = keep_aside(passages)
    say(f"Läste {len(passages.sentences)} meningar.")
    work = WorkFolder(out, key)
    table, tokenizer = _train_table(
        passages.select(~aside), options=options, base=base, device=device, work=work, say=say
    )
    save_static(out, tokenizer, table, card="")
    encoder = load_static(out)
    results = measure(encoder, base, passages.select(aside), tokenizer, bench)
    for name, value in results.items():
        say(f"{name}: {value:.3f}")
    card = model_card(
        encoder, passages, results=results, about=about, settings=options, base=base, aside_every=aside_every
    )
    (out / "README.md").write_text(card, encoding="utf-8")
    work.remove()
    return encoder


def _train_table(
    passages: Passages,
    *,
    options: TrainingOptions,
    base: StaticEncoder | None,
    device: str,
    work: WorkFolder,
    say: Say,
) -> tuple[NDArray[np.float32], Tokenizer]:
    """Return the trained table and its tokenizer; every stage is kept in `work` when it is done."""
    settings = options.contrastive
    tokenizer = base.tokenizer if base else _learn_tokenizer(passages, options, work, say)
    tokens = work.once(
        "tokens.npz", lambda: tokenise(passages.sentences, tokenizer), read=read_tokens, write=write_tokens
    )
    pairs = find_pairs(passages, tokens)
    if not len(pairs):
        raise RemissnlpError("Texten är för kort att träna på: det behövs stycken med flera meningar.")
    size = tokenizer.get_vocab_size()

    def first_table() -> NDArray[np.float32]:
        say(f"Ordförrådet har {size} ordstycken. Räknar vilka som förekommer tillsammans.")
        return cooccurrence_table(
            passages,
            tokens,
            size=size,
            dimensions=options.dimensions * SPARE,
            source_exponent=settings.source_exponent,
        )

    table = base.table if base else work.once("table.npy", first_table, read=np.load, write=_write_table)
    rng = np.random.default_rng(options.random_state)
    steps = list(batches(pairs, passages.source, passages.document, settings, rng))
    checkpoint = work.path("steps.pt")
    again = "Fortsätter en avbruten träning" if checkpoint.is_file() else "Tränar"
    say(f"{again} på {len(pairs)} par av meningar i {len(steps)} steg.")
    report = Reporter(len(steps), say)
    trained = fit_contrastive(
        table, tokens, steps, settings, rng, report=report, checkpoint=checkpoint, device=device
    )
    if base:
        return trained, tokenizer
    say("Vrider tabellen mot det som skiljer synpunkter åt.")
    turned = turn_table(
        trained,
        passages,
        tokens,
        tokenizer,
        options.discriminant,
        np.random.default_rng(options.random_state),
        dimensions=min(options.dimensions, trained.shape[1]),
    )
    return turned, tokenizer


def _learn_tokenizer(passages: Passages, options: TrainingOptions, work: WorkFolder, say: Say) -> Tokenizer:
    from tokenizers import Tokenizer

    def learn() -> Tokenizer:
        say("Lär ordförrådet.")
        return learn_vocabulary(passages.sentences, options.vocabulary)

    return work.once(
        "tokenizer.json",
        learn,
        read=lambda path: Tokenizer.from_file(str(path)),
        write=lambda tokenizer, path: tokenizer.save(str(path)),
    )


class Reporter:
    """Tells `say` of every `REPORT_EVERY`-th of so many steps, with the mean loss since the last time."""

    def __init__(self, steps: int, say: Say) -> None:
        self._steps = steps
        self._say = say
        self._losses: list[float] = []

    def __call__(self, step: int, loss: float) -> None:
        """Take notice of the loss of a step."""
        self._losses.append(loss)
        if step % REPORT_EVERY == 0:
            self._say(f"Steg {step} av {self._steps}, förlust {np.mean(self._losses):.3f}.")
            self._losses.clear()


def read_tokens(path: Path) -> Tokens:
    """Read what `write_tokens` wrote."""
    with np.load(path) as kept:
        return Tokens(kept["ids"], kept["starts"])


def write_tokens(tokens: Tokens, path: Path) -> None:
    """Write tokens so that they need not be split again."""
    np.savez(path, ids=tokens.ids, starts=tokens.starts)


def _write_table(table: NDArray[np.float32], path: Path) -> None:
    np.save(path, table)


def load_static_base(name_or_path: str) -> StaticEncoder:
    """Load a model to train further.

    Raises
    ------
    ModelError
        When there is none, or it is not static.
    """
    encoder = load_encoder(name_or_path)
    if not isinstance(encoder, StaticEncoder):
        raise ModelError(f"Modellen {name_or_path} är inte statisk och kan inte tränas vidare här.")
    return encoder


def check_torch(device: str) -> None:
    """Raise a `RemissnlpError` when torch is not installed or has no such device."""
    try:
        import torch
    except ImportError as error:
        raise RemissnlpError(
            'Träningen kräver ett tillägg: installera det med pip install "remissnlp[models]".'
        ) from error
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError) as error:
        raise RemissnlpError(f"Enheten {device} finns inte på den här datorn: ange cpu.") from error
