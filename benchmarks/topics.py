"""How well an encoder tells the topics of whole documents apart: by the minister or department concerned.

    python benchmarks/topics.py QUESTIONS PRESS [--model NAME_OR_PATH ...]

Both are running text (plain or .xz, a blank line between documents): questions put to ministers, such as the
interpellations of a parliament, and what a government's departments have published. The topic is the minister
or department that is named last; sentences that name any are left out, and of the rest the first few stand
for the document. A model that was trained on the text has read it, as have those it is fairly compared with.
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
_DEPARTMENT = re.compile(r"\b([a-zåäö]{4,}departement)et\b")
_NAMING = ("minister", "statsråd", "departement")
_EVERYBODY = {"statsminister", "premiärminister"}  # of all topics
FEWEST_DOCUMENTS = 50  # of a topic
DOCUMENTS = 3_000
SENTENCES, SHORTEST = 5, 150  # sentences that stand for a document, and their characters at least
RESTARTS = 3  # thousands of documents: where k-means began decides little


def read_documents(file: Path, topic: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """Return the texts of at most `DOCUMENTS` documents that name a `topic`, and which one."""
    passages = read_passages([file])
    starts = np.flatnonzero(np.r_[True, np.diff(passages.document) != 0])
    stops = [*starts[1:].tolist(), len(passages.sentences)]
    found = []
    for start, stop in zip(starts.tolist(), stops, strict=True):
        sentences = passages.sentences[start:stop]
        named = [m for s in sentences for m in topic.findall(s.lower()) if m not in _EVERYBODY]
        text = " ".join([s for s in sentences if not any(n in s.lower() for n in _NAMING)][:SENTENCES])
        if named and len(text) >= SHORTEST:
            found.append((text, named[-1]))
    sizes = Counter(topic for _, topic in found)
    found = [one for one in found if sizes[one[1]] >= FEWEST_DOCUMENTS]
    chosen = np.random.default_rng(0).permutation(len(found))[:DOCUMENTS]
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
    parser.add_argument("press", type=Path)
    parser.add_argument("--model", nargs="*", default=[], help="other models, by name or path")
    given = parser.parse_args()
    of_ministers = read_documents(given.questions, _MINISTER)
    of_departments = read_documents(given.press, _DEPARTMENT)
    for name, (texts, topics) in (("questions", of_ministers), ("press", of_departments)):
        print(f"{name}: {len(texts)} documents, {len(set(topics))} topics")
    print("\n| encoder | questions, by minister | press, by department |\n| --- | ---: | ---: |")
    encoders: dict[str, Vectorise] = {"TF-IDF, LSA": lsa}
    for name in (None, *given.model):
        encoders[Path(name).name if name else "embedded"] = load_encoder(name).encode
    for label, encode in encoders.items():
        scores = [topic_ami(encode, texts, topics) for texts, topics in (of_ministers, of_departments)]
        print(f"| {label} | {' | '.join(f'{score:.3f}' for score in scores)} |", flush=True)


if __name__ == "__main__":
    main()
