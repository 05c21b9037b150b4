"""Long texts in pieces: windows of tokens that a model can read at once."""

from __future__ import annotations

from collections.abc import Sequence

OVERLAP = 0.25  # of a window that the next one repeats


def word_beginnings(text: str, tokens: Sequence[tuple[int, int]]) -> list[bool]:
    """Tell for each token, given by where it begins and ends in `text`, whether it begins a word."""
    return [
        number == 0 or text[start - 1 : start].isspace() or text[start : start + 1].isspace()
        for number, (start, _) in enumerate(tokens)
    ]


def split_windows(begins_word: Sequence[bool], *, room: int) -> list[tuple[int, int]]:
    """Return the windows ``[first, last)`` of at most `room` tokens that together hold all tokens.

    They overlap by a quarter or less, and begin and end between words wherever a word begins in the half
    that a window may give up: there a cut leaves the tokens what they were.

    Parameters
    ----------
    begins_word
        Whether each token begins a word, shape (n,).
    room
        Tokens that the model reads at once, special ones and the prompt not counted; at least 1.
    """
    total = len(begins_word)
    windows = []
    first = last = 0
    while last < total:
        last = min(first + room, total)
        if last < total:
            fits = range(last, first + room // 2, -1)
            last = next((number for number in fits if begins_word[number]), last)
        windows.append((first, last))
        overlap = range(max(first + 1, last - int(room * OVERLAP)), min(last + 1, total))
        first = next((number for number in overlap if begins_word[number]), last)
    return windows
