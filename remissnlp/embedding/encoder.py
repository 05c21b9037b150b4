"""What every encoder can do, and the two small things that all of them share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@runtime_checkable
class Encoder(Protocol):
    """Anything that turns texts into vectors.

    Attributes
    ----------
    name
        The model as a reader knows it.
    revision
        Hash of the model's content: two encoders with the same revision give the same vectors,
        so a cache may use it as a key.
    dimensions
        Length of a vector.
    """

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def revision(self) -> str: ...  # noqa: D102

    @property
    def dimensions(self) -> int: ...  # noqa: D102

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return one unit vector per text, zeros for a blank one.

        A text's vector depends on that text alone: not on the batch, nor on the order.

        Parameters
        ----------
        texts
            Any number of texts, also none.
        show_progress
            Show a progress bar on the terminal.

        Returns
        -------
        ndarray of float32, shape (len(texts), dimensions)
        """
        ...


def normalise(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return `vectors` (n, d) scaled to unit length; zero rows stay zero."""
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled = vectors / np.where(lengths > 0, lengths, 1)
    return scaled.astype(np.float32, copy=False)


def hash_files(files: Iterable[Path], *, root: Path, salt: str = "") -> str:
    """Return a short hash of `files`: their names relative to `root` and their bytes.

    `salt` carries what else decides the vectors, such as a prompt.
    """
    digest = hashlib.sha256(salt.encode())
    for file in sorted(files):
        digest.update(f"\0{file.relative_to(root).as_posix()}\0".encode())
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:16]
