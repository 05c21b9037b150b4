"""What the next response costs when a thousand are in: first run, one more, nothing new.

    python benchmarks/one_more.py [--responses 1000] [--profile FILE]

Uses made-up responses (benchmarks/generated.py) and a folder of its own, which is removed afterwards.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import write_responses


def run(corpus: Path, out: Path, *, profile: str | None = None) -> tuple[float, dict[str, object]]:
    """Run the command and return its seconds and what it printed."""
    start = time.perf_counter()
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
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return time.perf_counter() - start, json.loads(done.stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=1000)
    parser.add_argument("--profile")
    arguments = parser.parse_args()
    n = arguments.responses
    with tempfile.TemporaryDirectory() as name:
        corpus, out = Path(name) / "corpus", Path(name) / "reports"
        write_responses(corpus, range(n))
        first, told = run(corpus, out)
        print(
            f"{n} responses, {told['synpunkter']} synpunkter, {told['teman']} teman: {first:.1f} s",
            flush=True,
        )
        write_responses(corpus, range(n, n + 1))
        more, told = run(corpus, out, profile=arguments.profile)
        manifest = json.loads((out / "latest" / "run.json").read_text(encoding="utf-8"))
        print(f"one more: {more:.1f} s, {100 * more / first:.1f} % of the first run; {manifest['timings']}")
        same, told = run(corpus, out)
        print(f"nothing new: {same:.2f} s, status {told['status']}")


if __name__ == "__main__":
    main()
