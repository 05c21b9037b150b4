"""What two texts have in common, measured in shingles: runs of three words.

After Broder, 1997, On the resemblance and containment of documents. A shingle is a number, so that those of a
text can be kept with it and no text need be gone through again when another comes.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_BROKEN_WORD = re.compile(r"-(?<=\w-)[ \t]*\r?\n[ \t]*(?=[a-zåäö])")
_LENGTH = 3
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_KIND = np.dtype("<u8")


def shingles(text: str) -> str:
    """Return all runs of three words of a text, packed; a short text has at least one."""
    words = list(map(_number, _WORD.findall(_BROKEN_WORD.sub("", text).lower())))
    words += [0] * (_LENGTH - len(words))
    first, second, third = (np.array(words[i : len(words) - 2 + i], dtype=_KIND) for i in range(_LENGTH))
    return b64encode(np.unique((first * _FACTOR + second) * _FACTOR + third).tobytes()).decode("ascii")


def containment(first: str, second: str) -> float:
    """Return the share of the smaller set of shingles that the other holds too, from 0 to 1."""
    (in_first, n_first), (in_second, n_second) = shared([first, second])
    return (in_first & in_second).bit_count() / min(n_first, n_second)


def shared(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return each text's shingles that another has too, as the bits of a number, and how many it has in all.

    Two thousand responses of one body make two million pairs, which numbers compare fast.
    """
    of_each = [_unpacked(text) for text in texts]
    values, counts = np.unique(np.concatenate(of_each), return_counts=True)
    common = values[counts > 1]
    found = []
    for own in of_each:
        mine = own[np.searchsorted(common, own) < np.searchsorted(common, own, side="right")]
        has = np.zeros(len(common), dtype=np.bool_)
        has[np.searchsorted(common, mine)] = True
        found.append((int.from_bytes(np.packbits(has).tobytes(), "big"), len(own)))
    return found


def _unpacked(text: str) -> NDArray[np.uint64]:
    """Return shingles in order; a document that was not read has those of an empty text."""
    return np.frombuffer(b64decode(text) or bytes(_KIND.itemsize), dtype=_KIND)


@lru_cache(maxsize=2**16)
def _number(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_KIND.itemsize).digest()
    return int.from_bytes(digest, "little")
