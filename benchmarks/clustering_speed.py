"""Seconds that ThemeModel takes, encoding included, for more and more synpunkter.

    python benchmarks/clustering_speed.py TRAIN.jsonl

The texts are the points of RemissBench's bills, one bill after the other. The model is loaded before.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from bills import read_bills

from remissnlp.embedding import load_encoder
from remissnlp.themes import ThemeModel


def main() -> None:
    """Print a row for every size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    texts = [text for bill in read_bills(parser.parse_args().file) for text in bill.texts]
    model = ThemeModel(encoder=load_encoder(), random_state=0)
    model.fit(texts[:100])
    print("| synpunkter | teman | seconds | CPU seconds |\n| --- | --- | --- | --- |")
    for n in (500, 1000, 2000, 4000, 5000):
        if n <= len(texts):
            wall, cpu = time.perf_counter(), time.process_time()
            model.fit(texts[:n])
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            print(f"| {n} | {model.n_clusters_} | {wall:.2f} | {cpu:.2f} |", flush=True)


if __name__ == "__main__":
    main()
