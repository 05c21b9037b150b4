"""How long a long pdf takes to read, and how much memory.

A pdf of as many pages as asked for is set from the texts given, and read as a run reads it:

    python benchmarks/long_pdf.py corpus/*/*.txt [--pages 300]

Printed are the seconds of the clock and of the processor, for the text alone and with everything that is
read out of it, and the most memory that the process held, the setting of the pdf not counted.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARAGRAPHS_A_PAGE = 6


def set_pdf(texts: list[Path], path: Path, pages: int) -> None:
    """Set a pdf of `pages` pages, in one column, with a heading on each."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    paragraphs = [
        " ".join(piece.split())[:900]
        for text in texts
        for piece in text.read_text(encoding="utf-8").split("\n\n")
        if len(piece) > 200
    ]
    endless = itertools.cycle(paragraphs)
    story = []
    for page in range(1, pages + 1):
        story.append(Paragraph(f"{page}. Avsnitt", styles["Heading2"]))
        for piece in itertools.islice(endless, PARAGRAPHS_A_PAGE):
            story.append(Paragraph(piece.replace("&", "&amp;").replace("<", "&lt;"), styles["BodyText"]))
        story.append(PageBreak())
    SimpleDocTemplate(str(path)).build(story)


def read_it(path: Path) -> None:
    """Read the pdf twice and print what it took."""
    from remissnlp.reading.response import read_responses
    from remissnlp.reading.source import read

    clock, processor = time.perf_counter(), time.process_time()
    source = read(path)
    print(f"pages {len(source.pages)}  words {len(source.text.split())}")
    print(f"text  {time.perf_counter() - clock:.1f} s, processor {time.process_time() - processor:.1f} s")
    clock, processor = time.perf_counter(), time.process_time()
    read_responses(path, path.name)
    print(f"all   {time.perf_counter() - clock:.1f} s, processor {time.process_time() - processor:.1f} s")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def main() -> None:
    """Set the pdf here and read it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        read_it(options.read)
        return
    if not options.texts:
        parser.error("give the texts to set the pdf from")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        set_pdf(options.texts, path, options.pages)
        subprocess.run([sys.executable, __file__, "--read", str(path)], check=True)


if __name__ == "__main__":
    main()
