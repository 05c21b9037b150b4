"""Train the plain sketch that the embedded model should beat, and score both.

    python benchmarks/plain_encoder.py TEXT... --bench FILE --out FOLDER

A static table of random rows with the embedded model's pieces, trained on neighbouring sentences and nothing
else: no first table from counts, no hidden words, no turn, no frame cut. FOLDER can be given to
`encoders.py --model`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from tokenizers.normalizers import BertNormalizer

from remissnlp.embedding import load_encoder
from remissnlp.embedding.loading import default_folder
from remissnlp.embedding.static import load_static
from remissnlp.training.contrastive import ContrastiveOptions, batches, find_pairs, fit_contrastive
from remissnlp.training.evaluation import keep_aside, section_ami
from remissnlp.training.passages import find_texts, read_passages, tokenise
from remissnlp.training.saving import save_static

OPTIONS = ContrastiveOptions(
    epochs=2,
    batch_size=2048,
    learning_rate=0.02,
    weight_learning_rate=0.02,
    hide_shared=0,
    hide_any=0,
    document_block=1,
)
DIMENSIONS = 256


def main() -> None:
    """Train, save, and print the agreement with sections beside the embedded model's."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    passages = read_passages(find_texts(given.texts))
    passages = passages.select(~keep_aside(passages)[0])
    tokenizer = load_static(default_folder()).tokenizer
    tokenizer.normalizer = BertNormalizer(lowercase=True, strip_accents=False)  # reads frames, too
    tokens = tokenise(passages.sentences, tokenizer)
    rng = np.random.default_rng(0)
    pairs = find_pairs(passages, tokens)
    none = np.empty((0, 3), dtype=np.int64)
    steps = list(batches(pairs, passages.source, passages.document, OPTIONS, rng, answers=none))
    table = rng.normal(size=(tokenizer.get_vocab_size(), DIMENSIONS), scale=0.05).astype(np.float32)
    trained = fit_contrastive(table, passages, tokens, steps, OPTIONS, rng, report=lambda step, loss: None)
    save_static(given.out, tokenizer, trained, card="# Plain sketch, for comparison\n")
    ours = section_ami(load_encoder().encode, given.bench)
    plain = section_ami(load_static(given.out).encode, given.bench)
    print("| encoder | AMI of k-means and sections |\n| --- | ---: |")
    print(
        f"| embedded | {ours:.3f} |\n| plain sketch | {plain:.3f} |\n\nembedded / plain: {ours / plain:.2f}"
    )


if __name__ == "__main__":
    main()
