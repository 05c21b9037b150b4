#!/usr/bin/env python3
"""How well synpunkter are found in annotated letters, and how rarely plain prose is taken for one.

    python benchmarks/extraction.py FOLDER... [--show] [--scanned]
    python benchmarks/extraction.py --points train.jsonl
    python benchmarks/extraction.py --neutral TEXT.xz

A letter is a text file in which ``{f|…}`` marks a synpunkt that proposes or demands, ``{k|…}`` one that
criticises, ``{p|…}`` one that supports and ``{s|…}`` one that asks. Capitals mark the view of a minority, and
``{?|…}`` a passage that can be read either way and is left out of the count.

``--scanned`` prints every letter, scans it a little askew, reads it with Tesseract and compares it word by
word with the letter as text. ``--points`` counts how many sentences of RemissBench, each the view of a named
body, are judged a view.
``--neutral`` counts how many sentences of bills under "Gällande rätt:" and the like are, put in the body of a
response.
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from remissnlp.extraction import extract
from remissnlp.extraction.judge import judge_sentence
from remissnlp.layout.sentences import sentence_bounds
from remissnlp.reading.source import read_bytes
from remissnlp.records import Remissvar, Span, Stance, Synpunkt

_STANCES: dict[str, Stance] = {"f": "forslag", "k": "kritik", "p": "positiv", "s": "fraga"}
_MARK = re.compile(r"\{([fkpsFKPS?])\|(.*?)\}", re.DOTALL)


@dataclass(frozen=True)
class Mark:
    """An annotated stretch; its stance is None where it may be read either way."""

    span: Span
    stance: Stance | None
    minority: bool


def read_letter(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Take the marks out of a letter: its text, and where they stood."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        span = Span(len(text), len(text) + len(match.group(2)))
        marks.append(Mark(span, _STANCES.get(match.group(1).lower()), match.group(1).isupper()))
        text += match.group(2)
        last = match.end()
    return text + marked[last:], tuple(marks)


def characters(text: str, spans: Sequence[Span]) -> set[int]:
    """Return the places of the visible characters of `spans`."""
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def places(point: Synpunkt) -> list[Span]:
    """Return where a point is made, repeats among them."""
    return [*point.spans, *(span for place in point.repeats for span in place)]


def measure(folder: Path, *, show: bool) -> None:
    """Print recall, precision and stance of the letters of one folder."""
    found = annotated = predicted = right = matched = voices = minority = 0
    for file in sorted(folder.glob("*.txt")):
        text, marks = read_letter(file.read_text(encoding="utf-8"))
        either = characters(text, [m.span for m in marks if m.stance is None])
        wanted = characters(text, [m.span for m in marks if m.stance]) - either
        points = extract(Remissvar(file.stem, file.name, "", text, remiss="KS 2025/1")).synpunkter
        got = characters(text, [span for point in points for span in places(point)]) - either
        found, annotated, predicted = found + len(wanted & got), annotated + len(wanted), predicted + len(got)
        if show:
            print(f"{file.stem}: recall {len(wanted & got) / max(1, len(wanted)):.3f}")
            print(f"  precision {len(wanted & got) / max(1, len(got)):.3f}")
        for mark in marks:
            if mark.stance is None:
                continue
            own = characters(text, [mark.span])
            best = max(points, key=lambda p: len(characters(text, places(p)) & own), default=None)
            hit = best is not None and 2 * len(characters(text, places(best)) & own) >= len(own)
            matched += hit
            right += bool(hit and best and best.stance == mark.stance)
            if hit and best:
                minority += mark.minority or bool(getattr(best, "voice", None))
                voices += mark.minority and bool(getattr(best, "voice", None))
            if show and not (hit and best and best.stance == mark.stance):
                told = best.stance if hit and best else "missed"
                print(f"    {mark.stance:8}→ {told:8} {' '.join(text[slice(*mark.span)].split())}")
        if show:
            for start, end in _runs(sorted(got - wanted)):
                if end - start > 15:
                    print(f"    too much            {' '.join(text[start:end].split())}")
    print(
        f"{folder}: recall {found / max(1, annotated):.3f}, precision {found / max(1, predicted):.3f}, "
        f"stance {right / max(1, matched):.3f} of {matched}, minority told apart {voices} of {minority}"
    )


def _runs(at: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = None
    for i, here in enumerate(at):
        start = here if start is None else start
        if i + 1 == len(at) or at[i + 1] > here + 3:
            yield start, here + 1
            start = None


def words_found(text: str, marks: Sequence[Mark]) -> tuple[list[str], list[bool], list[bool]]:
    """Return a text's words, which of them are annotated and which are found."""
    points = extract(Remissvar("r", "r.txt", "", text, remiss="KS 2025/1")).synpunkter
    wanted = characters(text, [mark.span for mark in marks if mark.stance])
    got = characters(text, [span for point in points for span in places(point)])
    words = list(re.finditer(r"\w+", text))
    return (
        [word[0].lower() for word in words],
        [word.start() in wanted for word in words],
        [word.start() in got for word in words],
    )


def measure_scans(folder: Path) -> None:
    """Print recall and precision, in words, of the letters as text and as scans."""
    from ocr_scans import pages, scan
    from PIL import ImageFont

    font = ImageFont.truetype("DejaVuSerif.ttf", 28)
    counts = {"text": [0, 0, 0], "scan": [0, 0, 0]}
    for file in sorted(folder.glob("*.txt")):
        text, marks = read_letter(file.read_text(encoding="utf-8"))
        images = (scan(page, font, noise=12, blur=0.5, seed=n) for n, page in enumerate(pages(text)))
        first, *others = images
        tiff = io.BytesIO()
        first.save(tiff, "TIFF", save_all=True, append_images=others, resolution=200)
        read = read_bytes(tiff.getvalue(), f"{file.stem}.tiff").text
        words, wanted, got = words_found(text, marks)
        seen, _, found = words_found(read, ())
        aligned = [False] * len(words)
        for kind, a, b, c, d in SequenceMatcher(None, words, seen, autojunk=False).get_opcodes():
            if kind == "equal" or (kind == "replace" and b - a == d - c):
                aligned[a:b] = found[c:d]
        for name, taken, size in (("text", got, sum(got)), ("scan", aligned, sum(found))):
            counts[name][0] += sum(w and t for w, t in zip(wanted, taken, strict=True))
            counts[name][1] += sum(wanted)
            counts[name][2] += size
    for name, (both, annotated, predicted) in counts.items():
        print(
            f"{folder} as {name}: recall {both / annotated:.3f}, precision {both / predicted:.3f}, in words"
        )


_REPORTS = re.compile(
    r"\b(?:anser|menar|framhåller|påpekar|bedömer|konstaterar|understryker|betonar|uppger|anför|noterar|tycker)\b"
    r"(?:\s+\w+){0,2}?\s+att\s+"
)


def measure_points(file: Path) -> None:
    """Print how many of the views that bills report are judged one, whole and without "anser att"."""
    points = [point["text"] for line in file.open(encoding="utf-8") for point in json.loads(line)["points"]]
    said = [part[:1].upper() + part[1:] for text in points for part in _REPORTS.split(text, maxsplit=1)[1:]]
    said = [part for part in said if len(part.split()) > 4]
    for name, texts in (("whole", points), ("without the reporting verb", said)):
        for strict in (False, True):
            views = sum(judge_sentence(text, strict=strict).role == "view" for text in texts)
            where = "outside a section for views" if strict else "in a section for views"
            print(f"{file}: {views / len(texts):.3f} of {len(texts)}, {name}, judged a view {where}")


_PLAIN = re.compile(
    r"^(?:Gällande rätt|Bakgrund|Nuvarande (?:ordning|regler\w*)|Gällande ordning):\s+(?=[A-ZÅÄÖ])"
)


def plain_sentences(file: Path) -> list[str]:
    """Sentences of paragraphs that open with "Gällande rätt:", "Bakgrund:" and the like."""
    sentences: list[str] = []
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            opening = _PLAIN.match(line)
            if opening:
                text = line[opening.end() :].strip()
                sentences += [text[start:end] for start, end in sentence_bounds(text)]
    return [sentence for sentence in sentences if 6 <= len(sentence.split()) <= 60]


def measure_neutral(file: Path, *, show: bool) -> None:
    """Print how many of them are judged a view."""
    sentences = plain_sentences(file)
    sample = random.Random(0).sample(sentences, min(4000, len(sentences)))
    for strict in (False, True):
        views = [text for text in sample if judge_sentence(text, strict=strict).role == "view"]
        where = "outside a section for views" if strict else "in a section for views"
        print(f"{file}: {len(views) / len(sample):.3f} of {len(sample)} judged a view {where}")
        if show:
            for text in views[:60]:
                print("   ", [hit.name for hit in judge_sentence(text).hits if hit], text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--scanned", action="store_true", help="measure scans of the letters too")
    parser.add_argument("--points", type=Path)
    parser.add_argument("--neutral", type=Path)
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        measure(folder, show=arguments.show)
        if arguments.scanned:
            measure_scans(folder)
    if arguments.points:
        measure_points(arguments.points)
    if arguments.neutral:
        measure_neutral(arguments.neutral, show=arguments.show)
