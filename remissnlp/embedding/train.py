"""Train a static Swedish sentence-embedding model from running text, in one command.

``python -m remissnlp.embedding.train TEXT... --out DIR`` reads plain or ``.xz`` text (one paragraph
a line, a blank line between documents) and writes a sentence-transformers folder with a model card.
The way: a WordPiece vocabulary, a first table from co-occurrence counts, contrastive training on
neighbouring sentences, evaluation on documents kept aside.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.embedding.contrastive import ContrastiveOptions, batches, find_pairs, fit_contrastive
from remissnlp.embedding.cooccurrence import cooccurrence_table
from remissnlp.embedding.evaluation import neighbour_accuracy, section_ami
from remissnlp.embedding.model_card import model_card
from remissnlp.embedding.passages import Passages, read_passages, tokenise
from remissnlp.embedding.saving import save_static
from remissnlp.embedding.static import StaticEncoder, load_static
from remissnlp.embedding.vocabulary import learn_vocabulary
from remissnlp.errors import RemissnlpError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ASIDE_EVERY = 100  # one document in so many is kept aside for evaluation
MOST_EVALUATION_PAIRS = 1000
REPORT_EVERY = 50  # steps

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOptions:
    """Size of the model, how it is trained, and the seed.

    Attributes
    ----------
    vocabulary
        Pieces at most.
    dimensions
        Length of a vector at most.
    contrastive
        See `ContrastiveOptions`.
    random_state
        The same seed and text give the same model.
    """

    vocabulary: int = 32_000
    dimensions: int = 512
    contrastive: ContrastiveOptions = field(default_factory=ContrastiveOptions)
    random_state: int = 0


def train_static(
    texts: Sequence[Path],
    out: Path,
    *,
    options: TrainingOptions | None = None,
    bench: Sequence[Path] = (),
    about: str = "",
    say: Say = lambda message: None,
) -> StaticEncoder:
    """Train a static model on `texts`, write it to the folder `out` and return it.

    Parameters
    ----------
    texts
        Files of plain or ``.xz`` text: one paragraph a line, a blank line between documents.
    out
        Folder of the model; files in it are written over.
    options
        See `TrainingOptions`.
    bench
        Files to measure the model on, see `section_ami`.
    about
        Markdown for the model card: where the text comes from.
    say
        Told how the work goes, a sentence at a time.

    Raises
    ------
    RemissnlpError
        When a text cannot be read, holds too little, or torch is missing.
    """
    options = options or TrainingOptions()
    _check_torch()
    say("Läser texten.")
    passages = read_passages(texts)
    aside = passages.document % ASIDE_EVERY == ASIDE_EVERY - 1
    training = passages.select(~aside)
    say(f"Läste {len(passages.sentences)} meningar. Lär ordförrådet.")
    tokenizer = learn_vocabulary(training.sentences, options.vocabulary)
    table = _train_table(training, tokenizer, options=options, say=say)

    save_static(out, tokenizer, table, card="")
    encoder = load_static(out)
    results = _evaluate(encoder, passages.select(aside), tokenizer, bench)
    for name, value in results.items():
        say(f"{name}: {value:.3f}")
    card = model_card(encoder, passages, results=results, about=about, settings=options)
    (out / "README.md").write_text(card, encoding="utf-8")
    return encoder


def _train_table(
    passages: Passages, tokenizer: Tokenizer, *, options: TrainingOptions, say: Say
) -> NDArray[np.float32]:
    settings = options.contrastive
    tokens = tokenise(passages.sentences, tokenizer)
    pairs = find_pairs(passages, tokens)
    if not len(pairs):
        raise RemissnlpError("Texten är för kort att träna på: det behövs stycken med flera meningar.")
    size = tokenizer.get_vocab_size()
    say(f"Ordförrådet har {size} ordstycken. Räknar vilka som förekommer tillsammans.")
    table = cooccurrence_table(
        passages,
        tokens,
        size=size,
        dimensions=options.dimensions,
        source_exponent=settings.source_exponent,
    )
    rng = np.random.default_rng(options.random_state)
    steps = list(batches(pairs, passages.source, settings, rng))
    say(f"Tränar på {len(pairs)} par av meningar i {len(steps)} steg.")
    losses: list[float] = []

    def report(loss: float) -> None:
        losses.append(loss)
        if len(losses) % REPORT_EVERY == 0:
            say(f"Steg {len(losses)} av {len(steps)}, förlust {np.mean(losses[-REPORT_EVERY:]):.3f}.")

    return fit_contrastive(table, tokens, steps, settings, rng, report=report)


def _evaluate(
    encoder: StaticEncoder, aside: Passages, tokenizer: Tokenizer, bench: Sequence[Path]
) -> dict[str, float]:
    """Return the scores of `encoder` on documents it has not seen, by the name of the measure."""
    results = {}
    pairs = find_pairs(aside, tokenise(aside.sentences, tokenizer))
    pairs = pairs[:: max(1, len(pairs) // MOST_EVALUATION_PAIRS)][:MOST_EVALUATION_PAIRS]
    if len(pairs):
        firsts = [aside.sentences[i] for i in pairs]
        seconds = [aside.sentences[i + 1] for i in pairs]
        name = f"Next sentence found among {len(pairs)} of documents kept aside"
        results[name] = neighbour_accuracy(encoder, firsts, seconds)
    for file in bench:
        results[f"AMI of k-means and sections, {file.name}"] = section_ami(encoder.encode, file)
    return results


def _check_torch() -> None:
    try:
        import torch  # noqa: F401
    except ImportError as error:
        raise RemissnlpError(
            'Träningen kräver ett tillägg: installera det med pip install "remissnlp[models]".'
        ) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Train from the command line; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m remissnlp.embedding.train",
        description="Tränar en liten svensk språkmodell på egen text.",
    )
    parser.add_argument(
        "texts", nargs="+", type=Path, metavar="TEXT", help="text eller .xz, ett stycke per rad"
    )
    parser.add_argument("--out", required=True, type=Path, help="mapp för modellen")
    parser.add_argument("--bench", nargs="*", default=[], type=Path, help="facitfiler att mäta mot")
    parser.add_argument("--about", type=Path, help="Markdown om textens ursprung, till modellkortet")
    parser.add_argument("--epochs", type=float, default=ContrastiveOptions().epochs, help="varv genom texten")
    parser.add_argument("--dimensions", type=int, default=TrainingOptions().dimensions)
    parser.add_argument("--vocabulary", type=int, default=TrainingOptions().vocabulary)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    options = TrainingOptions(
        vocabulary=given.vocabulary,
        dimensions=given.dimensions,
        contrastive=ContrastiveOptions(epochs=given.epochs),
        random_state=given.seed,
    )
    try:
        about = given.about.read_text(encoding="utf-8") if given.about else ""
        train_static(
            given.texts,
            given.out,
            options=options,
            bench=given.bench,
            about=about,
            say=lambda message: print(message, flush=True),
        )
    except (RemissnlpError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
