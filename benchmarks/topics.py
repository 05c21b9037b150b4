"""How well an encoder tells topics apart: questions to ministers, by the minister they are put to.

    python benchmarks/topics.py QUESTIONS [--model NAME_OR_PATH ...]

QUESTIONS is running text (plain or .xz, a blank line between documents) of written questions, such as the
interpellations of a parliament. The minister that is named last is the topic; sentences that name one are
left out, and of the rest the first few stand for the question. A model that was trained on the text has read
it, as have those it is fairly compared with.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from encoders import Vectorise, Vectors, centred
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from remissnlp.embedding import load_encoder
from remissnlp.training.evaluation import kmeans_ami
from remissnlp.training.passages import read_passages

_MINISTER = re.compile(r"\b([a-zåäö]{4,}s?minister)n?\b")
_EVERYBODY = {"statsminister", "premiärminister"}  # of all topics
TOPICS = 14
QUESTIONS = 3_000
SENTENCES, SHORTEST = 5, 150  # sentences that stand for a question, and their characters at least
RESTARTS = 3  # thousands of questions: where k-means began decides little


def read_questions(file: Path) -> tuple[list[str], list[str]]:
    """Return the texts of `QUESTIONS` questions on the commonest `TOPICS`, and their topics."""
    passages = read_passages([file])
    starts = np.flatnonzero(np.r_[True, np.diff(passages.document) != 0])
    stops = [*starts[1:].tolist(), len(passages.sentences)]
    found = []
    for start, stop in zip(starts.tolist(), stops, strict=True):
        sentences = passages.sentences[start:stop]
        named = [m for s in sentences for m in _MINISTER.findall(s.lower()) if m not in _EVERYBODY]
        rest = [s for s in sentences if "minister" not in s.lower() and "statsråd" not in s.lower()]
        text = " ".join(rest[:SENTENCES])
        if named and len(text) >= SHORTEST:
            found.append((text, named[-1]))
    common = {topic for topic, _ in Counter(topic for _, topic in found).most_common(TOPICS)}
    found = [one for one in found if one[1] in common]
    chosen = np.random.default_rng(0).permutation(len(found))[:QUESTIONS]
    return [found[i][0] for i in chosen], [found[i][1] for i in chosen]


def lsa(texts: Sequence[str]) -> Vectors:
    """Return 100 latent dimensions of TF-IDF over words, fitted on `texts` alone."""
    counted = TfidfVectorizer(sublinear_tf=True, min_df=3).fit_transform(texts)
    return TruncatedSVD(100, random_state=0).fit_transform(counted)


def topic_ami(vectorise: Vectorise, texts: Sequence[str], topics: Sequence[str]) -> float:
    """Return the adjusted mutual information of k-means, at the true number, and the topics."""
    return kmeans_ami(centred(vectorise(texts)), topics, restarts=RESTARTS)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("questions", type=Path)
    parser.add_argument("--model", nargs="*", default=[], help="other models, by name or path")
    given = parser.parse_args()
    texts, topics = read_questions(given.questions)
    print(f"{len(texts)} questions, {len(set(topics))} topics\n\n| encoder | AMI |\n| --- | ---: |")
    print(f"| TF-IDF, LSA | {topic_ami(lsa, texts, topics):.3f} |", flush=True)
    for name in (None, *given.model):
        label = Path(name).name if name else "embedded"
        print(f"| {label} | {topic_ami(load_encoder(name).encode, texts, topics):.3f} |", flush=True)


if __name__ == "__main__":
    main()
