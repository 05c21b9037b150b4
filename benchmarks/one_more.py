"""What the next response costs when a thousand are in: first run, one more, nothing new.

    python benchmarks/one_more.py [--format inbox] [--length short] [--responses 1000] [--profile FILE]

Uses made-up responses (benchmarks/generated.py) and a folder of its own, which is removed afterwards: letters
as long as real ones or, the hardest case, short ones with hardly anything but demands. They are plain text,
or with `--format inbox` what a city gets, most of it pdf and one in fifty a scan; then one more is a pdf, and
after it a scan. Seconds are the clock's and, in brackets, the processor's, which others' work disturbs less.
`--profile` writes what cProfile says of the first one more.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generated import FORMATS, LENGTHS, response, write_responses
from inbox import form_of


@dataclass(frozen=True)
class Took:
    """Seconds by the clock and by the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.processor:.2f})"

    def share_of(self, other: Took) -> str:
        """Return this as a share of another."""
        return f"{100 * self.clock / other.clock:.1f} % ({100 * self.processor / other.processor:.1f})"


def used() -> float:
    """Return the processor seconds of all children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def stages(out: Path, took: Took) -> str:
    """Return the clock's seconds of each stage, and of all else: start, store and reports."""
    timings = json.loads((out / "latest" / "run.json").read_text(encoding="utf-8"))["timings"]
    rest = took.clock - sum(timings.values())
    return ", ".join(f"{name} {seconds:.2f}" for name, seconds in {**timings, "the rest": rest}.items())


def run(corpus: Path, out: Path, *, profile: str | None = None) -> tuple[Took, dict[str, object]]:
    """Run the command and return its seconds and what it printed."""
    start, before = time.perf_counter(), used()
    profiled = ["-m", "cProfile", "-o", profile] if profile else []
    command = [
        sys.executable,
        *profiled,
        "-m",
        "remissnlp.cli",
        "run",
        str(corpus),
        "--out",
        str(out),
        "--json",
    ]
    # An installed package is compiled once, not by each run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return Took(time.perf_counter() - start, used() - before), json.loads(done.stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=1000)
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--length", choices=LENGTHS, default="full")
    parser.add_argument("--profile")
    arguments = parser.parse_args()
    n, kind = arguments.responses, {"form": arguments.format, "length": arguments.length}
    with tempfile.TemporaryDirectory() as name:
        corpus, out = Path(name) / "corpus", Path(name) / "reports"
        write_responses(corpus, range(n), **kind)
        first, told = run(corpus, out)
        characters = sum(len(response(i, arguments.length)[1]) for i in range(n)) / n
        found = f"{characters:,.0f} characters each, {told['synpunkter']} synpunkter, {told['teman']} teman"
        print(f"{n} responses ({', '.join(kind.values())}), {found}")
        print(f"first run: {first}\n  {stages(out, first)}", flush=True)
        profile = arguments.profile
        for form in ("pdf", "scan") if arguments.format == "inbox" else ("txt",):
            number = next(i for i in itertools.count(n) if form in ("txt", form_of(i)))
            write_responses(corpus, range(number, number + 1), **kind)
            more, told = run(corpus, out, profile=profile)
            profile = None
            print(f"one more ({form}): {more}, {more.share_of(first)} of the first run")
            print(f"  {stages(out, more)}", flush=True)
        same, told = run(corpus, out)
        print(f"nothing new: {same}, status {told['status']}")


if __name__ == "__main__":
    main()
