"""Train a contextual model on top of a static one, in one command: ``train-encoder TEXT... --layers N``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.loading import load_encoder
from remissnlp.embedding.static import StaticEncoder
from remissnlp.training.contextual import ContextualOptions, fit_layers, start_model
from remissnlp.training.model_card import contextual_card
from remissnlp.training.preparing import Say, measure_and_tell, pairs_of, plan_steps, prepare
from remissnlp.training.saving import save_contextual


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
    material = prepare(texts, out, options=options, base=base, device=device, say=say)
    training, work = material.training, material.work
    tokens, pairs = pairs_of(training, base.tokenizer, work)
    rng = np.random.default_rng(options.random_state)
    plan = plan_steps(pairs, training, options.contrastive, rng, tokens=tokens, work=work, say=say)
    model = start_model(base.table, options, device=device)
    fit_layers(
        model, training, tokens, plan.steps, options, rng, report=plan.report, checkpoint=plan.checkpoint
    )
    save_contextual(out, base.tokenizer, model, card="")
    encoder = load_encoder(out, device=device)
    results = measure_and_tell(encoder, material, base.tokenizer, base=base, bench=bench, say=say)
    card = contextual_card(
        out.name,
        material.whole,
        results=results,
        about=about,
        settings=options,
        base=base,
        aside_every=material.aside_every,
        seen=int(sum(map(len, plan.steps))) / len(pairs),
    )
    (out / "README.md").write_text(card, encoding="utf-8")
    work.remove()
    return encoder
