"""Name the teman of RemissBench's bills and count what kinds of labels they get.

    python benchmarks/labels.py TRAIN.jsonl [--show N]

Printed: the share of labels that say what is spoken of and not what is wanted ("Tar upp …", "Har förslag
om …"), the share that tell how things are ("Påpekar att …"), the share that hardly say of which thing
(under half of `remissnlp.themes.specificity.ENOUGH`), the share that what they concern was added to ("… i
fråga om …"), the share with a word that no Swedish text has, the share of three to eight words, labels alike
in one bill, and the commonest first words. With ``--show`` the teman of the first N bills are listed, to be
read aloud.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from bills import Bill, read_bills

from remissnlp.embedding import load_encoder
from remissnlp.embedding.encoder import Encoder
from remissnlp.extraction.judge import judge_sentence
from remissnlp.records import Span, Synpunkt
from remissnlp.themes.choosing import misread
from remissnlp.themes.engine import Weights, group_and_fit
from remissnlp.themes.frames import strip_frames
from remissnlp.themes.labels import name_teman
from remissnlp.themes.matters import CONCERNING
from remissnlp.themes.objects import TOPICAL
from remissnlp.themes.phrases import LONGEST, SHORTEST
from remissnlp.themes.specificity import ENOUGH, shared_stems, specificity, spread_of


def labels_of(bill: Bill, encoder: Encoder) -> list[tuple[int, str, float]]:
    """Return size, label and specificity of the teman of a bill, the largest first."""
    points = [
        Synpunkt(f"s{i}", f"r{i}", (Span(0, len(t)),), t, t, judge_sentence(t).stance, None, None, 1)
        for i, t in enumerate(bill.texts)
    ]
    found, _ = group_and_fit(bill.texts, encoder=encoder, weights=Weights())
    teman = [
        sorted((points[i] for i in members.tolist()), key=lambda s: (-found.centrality[int(s.id[1:])], s.id))
        for members in found.members
    ]
    teman.sort(key=lambda members: -len(members))
    said = [strip_frames([s.reading for s in t]) for t in teman]
    spread = spread_of(text for texts in said for text in texts)
    return [
        (len(t), names.label, specificity(names.label, spread, shared=shared_stems(texts)))
        for t, texts, names in zip(teman, said, name_teman(teman), strict=True)
    ]


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0, help="bills to list")
    options = parser.parse_args()
    encoder = load_encoder()
    labels, alike, vague = [], 0, 0
    bills = read_bills(options.file)
    for number, bill in enumerate(bills):
        found = labels_of(bill, encoder)
        if number < options.show:
            print(f"\n{bill.name}")
            print("\n".join(f"{size:4}  {label}" for size, label, _ in found))
        own = [label.casefold() for _, label, _ in found]
        alike += len(own) - len(set(own))
        vague += sum(told < ENOUGH / 2 for _, _, told in found)
        labels += [label for _, label, _ in found]
    n = max(len(labels), 1)
    spoken = [label for label in labels if label.startswith(tuple(TOPICAL))]
    print(f"{len(bills)} bills, {len(labels)} labels, {alike} alike in one bill")
    for what, how_many in (
        ("only what is spoken of", len(spoken)),
        ("how things are", sum(label.startswith("Påpekar att") for label in labels)),
        ("hardly says of which", vague),
        ("with what it concerns", sum(any(f" {j} " in label for j in CONCERNING) for label in labels)),
        ("a word that is none", sum(misread(label) > 0 for label in labels)),
        ("3 to 8 words", sum(SHORTEST <= len(label.split()) <= LONGEST for label in labels)),
    ):
        print(f"{what:26} {how_many / n:.3f}")
    print(Counter(label.split()[0] for label in labels).most_common(12))


if __name__ == "__main__":
    main()
