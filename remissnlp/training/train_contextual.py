"""Train a contextual model on top of a static one, in one command: ``train-encoder TEXT... --layers N``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from remissnlp._version import __version__
from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.loading import load_encoder
from remissnlp.embedding.static import StaticEncoder
from remissnlp.errors import RemissnlpError
from remissnlp.training.contextual import ContextualOptions, fit_layers, start_model
from remissnlp.training.contrastive import batches, find_pairs
from remissnlp.training.evaluation import keep_aside, measure
from remissnlp.training.model_card import contextual_card
from remissnlp.training.passages import find_texts, read_passages, tokenise
from remissnlp.training.resuming import WorkFolder, hash_file
from remissnlp.training.saving import save_contextual
from remissnlp.training.train import Reporter, Say, check_torch, read_tokens, write_tokens


def train_contextual(
    texts: Sequence[Path],
    out: Path,
    *,
    base: StaticEncoder,
    options: ContextualOptions | None = None,
    bench: Sequence[Path] = (),
    about: str = "",
    device: str = "cpu",
    say: Say = lambda message: None,
) -> Encoder:
    """Train transformer layers on top of `base`, write the model to the folder `out` and return it.

    The model has the vocabulary and the dimensions of `base`, whose table is kept as it is. A training
    that was stopped goes on where it was, as in `remissnlp.training.train_static`, which also tells
    what the other parameters are.

    Raises
    ------
    RemissnlpError
        When a text cannot be read, holds too little, `out` cannot be written, or torch is missing.
    """
    options = options or ContextualOptions()
    check_torch(device)
    say("Läser texten.")
    files = find_texts(texts)
    key = {
        "version": __version__,
        "options": asdict(options),
        "texts": [[file.name, hash_file(file)] for file in files],
        "base": base.revision,
        "device": device,
    }
    passages = read_passages(files)
    aside, aside_every = keep_aside(passages)
    training = passages.select(~aside)
    say(f"Läste {len(passages.sentences)} meningar.")
    work = WorkFolder(out, key)
    tokens = work.once(
        "tokens.npz",
        lambda: tokenise(training.sentences, base.tokenizer),
        read=read_tokens,
        write=write_tokens,
    )
    pairs = find_pairs(training, tokens)
    if not len(pairs):
        raise RemissnlpError("Texten är för kort att träna på: det behövs stycken med flera meningar.")
    rng = np.random.default_rng(options.random_state)
    steps = list(batches(pairs, training.source, training.document, options.contrastive, rng))
    checkpoint = work.path("steps.pt")
    again = "Fortsätter en avbruten träning" if checkpoint.is_file() else "Tränar"
    say(f"{again} på {len(pairs)} par av meningar i {len(steps)} steg.")
    model = start_model(base.table, options, device=device)
    report = Reporter(len(steps), say)
    fit_layers(model, training, tokens, steps, options, rng, report=report, checkpoint=checkpoint)
    save_contextual(out, base.tokenizer, model, card="")
    encoder = load_encoder(out, device=device)
    results = measure(encoder, base, passages.select(aside), base.tokenizer, bench)
    for name, value in results.items():
        say(f"{name}: {value:.3f}")
    card = contextual_card(
        out.name,
        passages,
        results=results,
        about=about,
        settings=options,
        base=base,
        aside_every=aside_every,
        seen=int(sum(map(len, steps))) / len(pairs),
    )
    (out / "README.md").write_text(card, encoding="utf-8")
    work.remove()
    return encoder
