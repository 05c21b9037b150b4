"""Train a static Swedish sentence-embedding model from running text, in one command.

``remissnlp train-encoder TEXT... --out DIR`` writes a sentence-transformers folder with a model card. The
way: a WordPiece vocabulary, a first table from co-occurrence counts, contrastive training on pairs of
sentences, several times with other draws, a turn of the tables side by side into one that tells paragraphs
apart, evaluation on documents kept aside. Where an existing model is trained further, only the contrastive
training is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from remissnlp.embedding.frame import cutting_frames
from remissnlp.embedding.loading import load_encoder
from remissnlp.embedding.static import StaticEncoder, load_static
from remissnlp.errors import ModelError
from remissnlp.training.contrastive import ContrastiveOptions, fit_contrastive
from remissnlp.training.cooccurrence import cooccurrence_table
from remissnlp.training.discriminant import DiscriminantOptions, turn_table
from remissnlp.training.model_card import model_card
from remissnlp.training.passages import Passages
from remissnlp.training.preparing import Say, measure_and_tell, pairs_of, plan_steps, prepare
from remissnlp.training.resuming import WorkFolder
from remissnlp.training.saving import save_static
from remissnlp.training.sorted_points import SortedPoints, read_sorted
from remissnlp.training.spelling import spell
from remissnlp.training.vocabulary import learn_vocabulary

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SPARE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOptions:
    """Size of the model, how it is trained, and the seed.

    Attributes
    ----------
    vocabulary
        Pieces at most.
    dimensions
        Length of a vector at most. Rows are `SPARE` times as long until the tables are turned.
    tables
        Tables that are trained on pairs drawn anew, each from the same first table. What they agree on is
        less a matter of the draw (an ensemble); side by side they are turned into one of `dimensions`.
    contrastive, discriminant
        See `ContrastiveOptions` and `DiscriminantOptions`.
    random_state
        The same seed and text give the same model.
    """

    vocabulary: int = 32_000
    dimensions: int = 256
    tables: int = 3
    contrastive: ContrastiveOptions = field(default_factory=ContrastiveOptions)
    discriminant: DiscriminantOptions = field(default_factory=DiscriminantOptions)
    random_state: int = 0


def train_static(
    texts: Sequence[Path],
    out: Path,
    *,
    options: TrainingOptions | None = None,
    base: StaticEncoder | None = None,
    sorted_points: Sequence[Path] = (),
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
    sorted_points
        Files of points that somebody has sorted, see `read_sorted`: the table is turned towards what tells
        them apart too. Without effect with `base`.
    bench
        Files to measure the model on, see `section_ami`; others than `sorted_points`.
    about
        Markdown for the model card: where the text comes from.
    device
        ``"cpu"``, ``"cuda"`` and so on, for the contrastive steps. Runs are equal to the byte on a CPU
        with the same number of threads.
    say
        Told how the work goes, a sentence at a time.

    Raises
    ------
    RemissnlpError
        When a file cannot be read, the texts hold too little, `out` cannot be written, or torch is missing.
    """
    options = options or TrainingOptions()
    consultations = [one for file in sorted_points for one in read_sorted(file)]
    material = prepare(texts, out, options=options, base=base, device=device, say=say)
    table, tokenizer = _train_table(
        material.training,
        options=options,
        base=base,
        sorted_points=consultations,
        device=device,
        work=material.work,
        say=say,
    )
    save_static(out, cutting_frames(tokenizer), table, card="")
    encoder = load_static(out)
    results = measure_and_tell(encoder, material, tokenizer, base=base, bench=bench, say=say)
    card = model_card(
        encoder,
        material.whole,
        results=results,
        about=about,
        settings=options,
        base=base,
        sorted_points=consultations,
        aside_every=material.aside_every,
    )
    (out / "README.md").write_text(card, encoding="utf-8")
    material.work.remove()
    return encoder


def _train_table(
    passages: Passages,
    *,
    options: TrainingOptions,
    base: StaticEncoder | None,
    sorted_points: Sequence[SortedPoints],
    device: str,
    work: WorkFolder,
    say: Say,
) -> tuple[NDArray[np.float32], Tokenizer]:
    """Return the trained table and its tokenizer; every stage is kept in `work` when it is done."""
    settings = options.contrastive
    tokenizer = base.tokenizer if base else _learn_tokenizer(passages, options, work, say)
    tokens, pairs = pairs_of(passages, tokenizer, work)
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

    spelling = None if base else spell(tokenizer)  # a trained table knows its words already
    table = base.table if base else work.once("table.npy", first_table, read=np.load, write=_write_table)

    def train(number: int) -> NDArray[np.float32]:
        rng = np.random.default_rng([options.random_state, number])
        name = f"steps{number}"
        plan = plan_steps(pairs, passages, settings, rng, tokens=tokens, work=work, name=name, say=say)
        return fit_contrastive(
            table,
            passages,
            tokens,
            plan.steps,
            settings,
            rng,
            spelling=spelling,
            report=plan.report,
            checkpoint=plan.checkpoint,
            device=device,
        )

    if base:
        return train(0), tokenizer
    trained = []
    for number in range(options.tables):
        say(f"Tabell {number + 1} av {options.tables}.")
        name = f"trained{number}.npy"
        trained.append(work.once(name, partial(train, number), read=np.load, write=_write_table))
    say("Vrider tabellerna mot det som skiljer synpunkter åt.")
    with threadpool_limits(limits=1):  # with more, sums differ in the last bit, and so eight-bit integers
        turned = turn_table(
            np.concatenate(trained, axis=1),
            passages,
            tokens,
            tokenizer,
            options.discriminant,
            np.random.default_rng(options.random_state),
            dimensions=min(options.dimensions, trained[0].shape[1]),
            sorted_points=sorted_points,
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
