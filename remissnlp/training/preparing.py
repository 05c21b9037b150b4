"""What every training begins with: text, some of it kept aside, pairs of sentences, batches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp._version import __version__
from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.static import StaticEncoder
from remissnlp.errors import RemissnlpError
from remissnlp.training.answers import find_answers
from remissnlp.training.contrastive import FEWEST_TOKENS, ContrastiveOptions, batches, find_pairs
from remissnlp.training.evaluation import keep_aside, measure
from remissnlp.training.passages import Passages, Tokens, find_texts, read_passages, tokenise
from remissnlp.training.resuming import WorkFolder, hash_file

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from remissnlp.training.contextual import ContextualOptions
    from remissnlp.training.train import TrainingOptions

REPORT_EVERY = 50  # steps

Say = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Material:
    """What there is to train on and to measure on, and the folder for what is done meanwhile.

    `aside_every` tells how many documents there are to each one that is kept aside.
    """

    whole: Passages
    training: Passages
    aside: Passages
    aside_every: int
    work: WorkFolder


def prepare(
    texts: Sequence[Path],
    out: Path,
    *,
    options: TrainingOptions | ContextualOptions,
    base: StaticEncoder | None,
    device: str,
    say: Say,
) -> Material:
    """Read the texts; a folder for work begun with the same texts and options is gone on with.

    Raises
    ------
    RemissnlpError
        When a text cannot be read, `out` cannot be written, or torch is missing.
    """
    _check_torch(device)
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
    return Material(passages, passages.select(~aside), passages.select(aside), aside_every, work)


def pairs_of(passages: Passages, tokenizer: Tokenizer, work: WorkFolder) -> tuple[Tokens, NDArray[np.int64]]:
    """Return the tokens of the sentences, kept in `work`, and the pairs to train on.

    Raises
    ------
    RemissnlpError
        When there are no pairs.
    """
    tokens = work.once(
        "tokens.npz", lambda: tokenise(passages.sentences, tokenizer), read=_read_tokens, write=_write_tokens
    )
    pairs = find_pairs(passages, tokens)
    if not len(pairs):
        raise RemissnlpError("Texten är för kort att träna på: det behövs stycken med flera meningar.")
    return tokens, pairs


def measure_and_tell(
    encoder: Encoder,
    material: Material,
    tokenizer: Tokenizer,
    *,
    base: Encoder | None,
    bench: Sequence[Path],
    say: Say,
) -> dict[str, float]:
    """Return what `measure` finds on what was kept aside, and tell it."""
    results = measure(encoder, base, material.aside, tokenizer, bench)
    for name, value in results.items():
        say(f"{name}: {value:.3f}")
    return results


@dataclass(frozen=True, eq=False)
class Plan:
    """The batches of a training, whom to tell of each, and the file that its state is kept in."""

    steps: Sequence[NDArray[np.int64]]
    report: Callable[[int, float], None]
    checkpoint: Path


def plan_steps(
    pairs: NDArray[np.int64],
    passages: Passages,
    settings: ContrastiveOptions,
    rng: np.random.Generator,
    *,
    tokens: Tokens,
    work: WorkFolder,
    say: Say,
    name: str = "steps",
) -> Plan:
    """Draw the batches of a training, and tell how many there are and whether it was begun before.

    Its state is kept in `work` under `name`.
    """
    answers = find_answers(passages, tokens, fewest=FEWEST_TOKENS)
    steps = list(batches(pairs, passages.source, passages.document, settings, rng, answers=answers))
    checkpoint = work.path(f"{name}.pt")
    again = "Fortsätter en avbruten träning" if checkpoint.is_file() else "Tränar"
    say(f"{again} på {len(pairs)} par av meningar i {len(steps)} steg.")
    return Plan(steps, _Reporter(len(steps), say), checkpoint)


class _Reporter:
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


def _read_tokens(path: Path) -> Tokens:
    with np.load(path) as kept:
        return Tokens(kept["ids"], kept["starts"])


def _write_tokens(tokens: Tokens, path: Path) -> None:
    np.savez(path, ids=tokens.ids, starts=tokens.starts)


def _check_torch(device: str) -> None:
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
