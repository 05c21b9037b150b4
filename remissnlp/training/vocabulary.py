"""A WordPiece vocabulary of the training text, the same one every time.

The WordPiece trainer of ``tokenizers`` breaks ties by hash order, so two runs differ. Its byte-pair
trainer does not, as long as pieces carry no prefix; so we merge pairs over words that begin with a
marker, and write the pieces down in WordPiece's own way afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MARKER = "▁"
UNKNOWN = "[UNK]"
MOST_CHARACTERS = 200
MIN_FREQUENCY = 5


def learn_vocabulary(sentences: Sequence[str], size: int) -> Tokenizer:
    """Return a lower-casing WordPiece tokenizer with at most `size` pieces learned from `sentences`."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

    normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=False)
    words = pre_tokenizers.BertPreTokenizer()
    merger = Tokenizer(models.BPE())
    merger.normalizer = normalizer
    merger.pre_tokenizer = pre_tokenizers.Sequence(
        [words, pre_tokenizers.Metaspace(replacement=MARKER, prepend_scheme="always")]
    )
    trainer = trainers.BpeTrainer(vocab_size=size, min_frequency=MIN_FREQUENCY, show_progress=False)
    merger.train_from_iterator(sentences, trainer=trainer, length=len(sentences))

    learned = merger.get_vocab()
    pieces = as_wordpieces(_common_characters(sentences), sorted(learned, key=learned.__getitem__), size)
    tokenizer = Tokenizer(models.WordPiece(pieces, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = words
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def as_wordpieces(characters: Sequence[str], learned: Sequence[str], size: int) -> dict[str, int]:
    """Return WordPiece's pieces in order: unknown, each character in both forms, then what was learned.

    A learned piece that begins with the marker begins a word; any other carries a word on (``##``).
    """
    known = set(characters)
    pieces = [UNKNOWN, *characters, *("##" + character for character in characters)]
    for piece in learned:
        bare = piece.removeprefix(MARKER)
        if len(bare) > 1 and known.issuperset(bare):
            pieces.append(bare if piece.startswith(MARKER) else "##" + bare)
    return {piece: number for number, piece in enumerate(pieces[:size])}


def _common_characters(sentences: Sequence[str]) -> list[str]:
    """Return the most common characters in a fixed order."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update(sentence.lower())
    ranked = sorted(counts, key=lambda character: (-counts[character], character))
    return [character for character in ranked if not character.isspace()][:MOST_CHARACTERS]
