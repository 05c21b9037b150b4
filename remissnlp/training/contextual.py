"""A small transformer on top of a static table, so that words can mean what they mean in a sentence.

It starts as the static model itself. A static vector is the mean of rows whose lengths are the weights
of their tokens, but a transformer ends in a norm that makes all tokens alike. So the last, least
telling coordinate of every row is exchanged for a filler that makes all rows equally long: the norm
then changes nothing, and its gain for the filler is zero. The layers begin with zeros where they add to
a token's row, so at first they add nothing; what they learn to put into the filler lowers the weight of
a token in its sentence. The table itself stays as it was.

The architecture is T5's encoder, as it needs no code of ours to be read again: norm first, no biases,
positions as a bias on attention.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.contrastive import Bag, ContrastiveOptions, hide_tokens
from remissnlp.training.steps import pair_loss, run_steps

if TYPE_CHECKING:
    import torch
    from transformers import T5EncoderModel

    from remissnlp.training.passages import Passages, Tokens

PARTS = 4  # of a batch, by length: short sentences need not be padded to the longest


def pairs_in_context(*, epochs: float = 1.0) -> ContrastiveOptions:
    """Return how pairs are drawn for a transformer: small and hard batches, more words left in place."""
    return ContrastiveOptions(epochs=epochs, batch_size=256, hide_shared=0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextualOptions:
    """Size of the transformer, and how it is trained.

    Attributes
    ----------
    layers, heads, feed_forward
        Of the transformer; its width is that of the table.
    longest
        Tokens read of a sentence while training.
    learning_rate
        Of the layers.
    contrastive
        Pairs, batches and hidden words, see `ContrastiveOptions`; its own learning rates are not used.
    random_state
        The same seed, text and thread count give the same model.
    """

    layers: int = 1
    heads: int = 4
    feed_forward: int = 512
    longest: int = 40
    learning_rate: float = 0.0005
    contrastive: ContrastiveOptions = field(default_factory=pairs_in_context)
    random_state: int = 0


def level_rows(table: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Return `table` (n, d) with its last column such that all rows have one length, and that length."""
    rows = table.astype(np.float32).copy()
    rows[:, -1] = 0
    squares = (rows.astype(np.float64) ** 2).sum(axis=1)
    rows[:, -1] = np.sqrt(squares.max() - squares)
    return rows, float(np.sqrt(squares.max()))


def start_model(
    table: NDArray[np.float32], options: ContextualOptions, *, device: str = "cpu"
) -> T5EncoderModel:
    """Return a transformer whose mean-pooled output has the direction of the mean of `table`'s rows."""
    import torch
    from transformers import T5Config, T5EncoderModel

    width = table.shape[1]
    typical = float(np.median(np.linalg.norm(table, axis=1)))
    rows, length = level_rows(table * np.float32(np.sqrt(width) / typical))  # typical ones of unit variance
    torch.manual_seed(options.random_state)
    model = T5EncoderModel(
        T5Config(
            vocab_size=len(rows),
            d_model=width,
            d_kv=max(1, width // options.heads),
            d_ff=options.feed_forward,
            num_layers=options.layers,
            num_heads=options.heads,
            dropout_rate=0.0,
            feed_forward_proj="relu",
            pad_token_id=0,
        )
    )
    with torch.no_grad():
        model.shared.weight.copy_(torch.from_numpy(rows))
        for name, weight in model.named_parameters():
            if name.endswith(("SelfAttention.o.weight", "DenseReluDense.wo.weight")):
                weight.zero_()
            elif name.endswith("layer_norm.weight"):  # so that a layer reads what the norm would shrink
                weight.fill_(length / np.sqrt(width))
                weight[-1] = 1 / np.sqrt(width)
        last = model.encoder.final_layer_norm.weight
        last.fill_(1)
        last[-1] = 0
    model.shared.weight.requires_grad_(False)
    last.requires_grad_(False)
    torch.nn.Module.to(model, device)
    return model


def pad(bag: Bag, count: int, longest: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the token ids of `count` sentences as rows, and how many each has, `longest` at most."""
    ids, owner = bag
    sizes = np.bincount(owner, minlength=count)
    place = np.arange(len(ids)) - (np.cumsum(sizes) - sizes)[owner]
    sizes = sizes.clip(max=longest)
    rows = np.zeros((count, max(1, int(sizes.max(initial=1)))), dtype=np.int64)
    kept = place < longest
    rows[owner[kept], place[kept]] = ids[kept]
    return rows, sizes


def embed(model: T5EncoderModel, rows: NDArray[np.int64], sizes: NDArray[np.int64]) -> torch.Tensor:
    """Return unit vectors (n, d) of padded `rows` (n, longest), computed in parts of similar length."""
    import torch
    from torch.nn import functional

    device = model.device
    order = np.argsort(sizes, kind="stable")
    means = []
    for part in np.array_split(order, min(PARTS, len(order))):
        longest = max(1, int(sizes[part].max()))
        ids = torch.from_numpy(rows[part, :longest]).to(device)
        length = torch.from_numpy(sizes[part]).to(device)
        mask = torch.arange(longest, device=device)[None, :] < length[:, None]
        with torch.autocast(device.type, dtype=torch.bfloat16):
            tokens = model(input_ids=ids, attention_mask=mask.long()).last_hidden_state
        means.append((tokens.float() * mask[:, :, None]).sum(dim=1) / length.clamp(min=1)[:, None])
    back = torch.from_numpy(np.argsort(order)).to(device)
    return functional.normalize(torch.cat(means)[back])


def fit_layers(
    model: T5EncoderModel,
    passages: Passages,
    tokens: Tokens,
    steps: Sequence[NDArray[np.int64]],
    options: ContextualOptions,
    rng: np.random.Generator,
    *,
    report: Callable[[int, float], None],
    checkpoint: Path | None = None,
) -> None:
    """Train the layers of `model` in place on `steps`, batches of pairs (n, 2); see `run_steps`."""
    import torch

    settings = options.contrastive
    optimiser = torch.optim.Adam(
        [weight for weight in model.parameters() if weight.requires_grad],
        lr=options.learning_rate,
        fused=True,
    )

    def loss_of(batch: NDArray[np.int64]) -> torch.Tensor:
        count = len(batch)
        first, second = hide_tokens(tokens.take(batch[:, 0]), tokens.take(batch[:, 1]), settings, rng)
        both = np.concatenate([first[0], second[0]]), np.concatenate([first[1], second[1] + count])
        vectors = embed(model, *pad(both, 2 * count, options.longest))
        return pair_loss(
            vectors[:count],
            vectors[count:],
            temperature=settings.temperature,
            paragraph=passages.paragraph[batch[:, 0]],
        )

    run_steps(model, optimiser, loss_of, steps, rng, report=report, checkpoint=checkpoint)
