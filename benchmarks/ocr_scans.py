#!/usr/bin/env python3
"""OCR repair on faults that a real OCR makes: text is printed, made a poor scan of and read by Tesseract.

    python benchmarks/ocr_scans.py TEXT... [--language eng] [--font DejaVuSerif.ttf] [--size 20] [--noise 20]

Read with English letters, as many archives were, Swedish loses its å, ä and ö in ways that no table here
was counted on. What comes out is aligned with what was printed; where OCR joined or split words there is
nothing to compare. Needs Tesseract and its `eng` data.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytesseract
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from remissnlp.layout.repair import apply_repairs, find_repairs

_LINES, _COLUMNS, _MARGIN = 50, 125, 80
_MARK = re.compile(r"\{[fkpsFKPS?]\||\}")


@dataclass
class Score:
    """Words by what became of them."""

    words: int = 0
    faulty: int = 0
    repaired: int = 0
    harmed: int = 0

    def __str__(self) -> str:
        right = max(1, self.words - self.faulty)
        return (
            f"{self.words:6d} words  {self.faulty:5d} faulty"
            f"  {self.repaired / max(1, self.faulty):6.1%} repaired"
            f"  {self.harmed:3d} harmed ({2000 * self.harmed / right:.2f} of 2,000)"
        )


def pages(text: str) -> Iterator[str]:
    """Yield the text as pages of wrapped lines."""
    lines = [line for long in text.split("\n") for line in textwrap.wrap(long, _COLUMNS) or [""]]
    for first in range(0, len(lines), _LINES):
        yield "\n".join(lines[first : first + _LINES])


def scan(page: str, font: ImageFont.FreeTypeFont, *, noise: float, blur: float, seed: int) -> Image.Image:
    """Print a page and scan it badly: blurred, noisy and a little askew."""
    step = round(1.4 * font.size)
    paper = Image.new(
        "L", (2 * _MARGIN + round(0.55 * font.size * _COLUMNS), 2 * _MARGIN + step * _LINES), 255
    )
    draw = ImageDraw.Draw(paper)
    for number, line in enumerate(page.split("\n")):
        draw.text((_MARGIN, _MARGIN + number * step), line, font=font, fill=30)
    turned = paper.rotate(0.4, fillcolor=255, resample=Image.Resampling.BICUBIC)
    grey = np.asarray(turned.filter(ImageFilter.GaussianBlur(blur)), dtype=float)
    grey += np.random.default_rng(seed).normal(0, noise, grey.shape)
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def score(printed: str, read: str, total: Score) -> list[tuple[str, str, str]]:
    """Count the words of one text; return (printed, read, repaired) of those that went wrong."""
    was, seen = printed.split(), read.split()
    now = apply_repairs(read, find_repairs(read)).split()
    wrong = []
    for kind, a, b, c, d in SequenceMatcher(None, was, seen, autojunk=False).get_opcodes():
        if kind in ("insert", "delete") or b - a != d - c:
            continue
        for i, j in zip(range(a, b), range(c, d), strict=True):
            faulty = was[i] != seen[j]
            total.words += 1
            total.faulty += faulty
            total.repaired += faulty and now[j] == was[i]
            total.harmed += not faulty and now[j] != was[i]
            if now[j] != was[i]:
                wrong.append((was[i], seen[j], now[j]))
    return wrong


def main() -> None:
    """Print a line for every text, and one for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--language", default="eng")
    parser.add_argument("--font", default="DejaVuSerif.ttf")
    parser.add_argument("--size", type=int, default=20, help="of the letters, in dots")
    parser.add_argument("--noise", type=float, default=20.0)
    parser.add_argument("--blur", type=float, default=0.6)
    parser.add_argument("--show", type=int, default=0, help="print this many words that went wrong")
    options = parser.parse_args()
    font = ImageFont.truetype(options.font, options.size)
    overall = Score()
    for file in options.texts:
        printed = _MARK.sub("", file.read_text(encoding="utf-8"))
        images = (
            scan(page, font, noise=options.noise, blur=options.blur, seed=seed)
            for seed, page in enumerate(pages(printed))
        )
        read = "\n\n".join(pytesseract.image_to_string(image, lang=options.language) for image in images)
        total = Score()
        wrong = score(printed, read, total)
        print(f"{file.name[:32]:32} {total}", flush=True)
        for printed_word, seen, now in wrong[: options.show]:
            print(
                f"    {printed_word} read as {seen}, repaired to {now}"
                + ("  HARMED" if printed_word == seen else "")
            )
        for name in vars(total):
            setattr(overall, name, getattr(overall, name) + getattr(total, name))
    print(f"{'all':32} {overall}")


if __name__ == "__main__":
    main()
