"""The steps of a contrastive training: pairs in, a loss down, and a state that a stop cannot lose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from remissnlp.training.resuming import write_whole

if TYPE_CHECKING:
    import torch

WARM_UP = 30  # steps
CHECKPOINT_EVERY = 100  # steps
NEVER = -1e4  # a cosine divided by any temperature is far above it


def pair_loss(
    first: torch.Tensor,
    second: torch.Tensor,
    *,
    temperature: float,
    paragraph: NDArray[np.int32],
) -> torch.Tensor:
    """Return InfoNCE both ways: row i of `first` shall find row i of `second` among all rows.

    `first` and `second` are unit vectors (n, d). Other pairs of the same `paragraph` (n,) are left out: they
    are no wrong answers.
    """
    import torch
    from torch.nn import functional

    cosines = first @ second.T / temperature
    number = torch.from_numpy(paragraph).to(cosines.device)
    same = number[:, None] == number[None, :]
    cosines = cosines.masked_fill(same.fill_diagonal_(False), NEVER)
    right = torch.arange(len(first), device=cosines.device)
    return (functional.cross_entropy(cosines, right) + functional.cross_entropy(cosines.T, right)) / 2


def run_steps(
    parameters: torch.nn.Module,
    optimiser: torch.optim.Optimizer,
    loss_of: Callable[[NDArray[np.int64]], torch.Tensor],
    steps: Sequence[NDArray[np.int64]],
    rng: np.random.Generator,
    *,
    report: Callable[[int, float], None],
    checkpoint: Path | None = None,
) -> None:
    """Train `parameters` in place on `steps`, batches of pairs (n, 2).

    The learning rates of `optimiser` rise over the first steps and fall to zero along a line. `report`
    is told the number and the loss of every step. The state, `rng` included, is kept in the file
    `checkpoint` every `CHECKPOINT_EVERY` steps; where that file exists, training goes on from it to
    the same bytes.
    """
    import torch

    rates = [group["lr"] for group in optimiser.param_groups]
    done = 0
    if checkpoint is not None and checkpoint.is_file():
        kept = torch.load(checkpoint, map_location="cpu", weights_only=True)
        parameters.load_state_dict(kept["parameters"])
        optimiser.load_state_dict(kept["optimiser"])
        rng.bit_generator.state = kept["random"]
        done = kept["done"]

    def keep(path: Path, done: int) -> None:
        state = {
            "parameters": parameters.state_dict(),
            "optimiser": optimiser.state_dict(),
            "random": rng.bit_generator.state,
            "done": done,
        }
        write_whole(path, lambda part: torch.save(state, part))

    for step, batch in enumerate(steps[done:], start=done):
        share = min(1.0, (step + 1) / WARM_UP) * (1 - step / len(steps))
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * share
        loss = loss_of(batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        if checkpoint is not None and (step + 1) % CHECKPOINT_EVERY == 0:
            keep(checkpoint, step + 1)
        report(step + 1, float(loss.detach()))
