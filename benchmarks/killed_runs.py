"""Runs that are killed at random moments: the next one must complete, and no edit may be lost.

    python benchmarks/killed_runs.py [--rounds 200] [--responses 6] [--verify verify_run.py]

Each round adds, changes or removes a made-up short response, sometimes makes a correction, starts a run,
kills it with SIGKILL after a random time, and runs again to the end. With 300 responses what is new is added
to the teman that are there, with few all is grouped anew. ``--verify`` is a script that checks a run's folder
against its corpus and ends with exit code 0 where all is well.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import response, write_responses

import remissnlp
from remissnlp.editing.log import read_edits
from remissnlp.store import open_store


def start(corpus: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start a run and return its process."""
    command = [sys.executable, "-m", "remissnlp.cli", "run", str(corpus), "--out", str(out), "--quiet"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def run_to_the_end(corpus: Path, out: Path) -> tuple[int, str, float]:
    """Run; return the exit code, what it said of errors, and the seconds."""
    began = time.perf_counter()
    process = start(corpus, out)
    _, said = process.communicate()
    return process.returncode, said.decode(), time.perf_counter() - began


def change(corpus: Path, draw: random.Random, *, usual: int) -> None:
    """Add, change or remove a response; of many more than `usual` the last go."""
    files = sorted(corpus.glob("*.txt"))
    what = draw.choice(["add", "add", "change", "remove"])
    if what == "add" or len(files) < 4:
        write_responses(corpus, range(n := draw.randrange(10**6), n + 1), length="short")
    elif what == "change":
        draw.choice(files).write_text(response(draw.randrange(10**6), "short")[1], encoding="utf-8")
    else:
        draw.choice(files).unlink()
    for extra in files[usual + 14 :]:
        extra.unlink(missing_ok=True)


def remove_old(out: Path) -> None:
    """Remove all but the newest runs' folders."""
    for old in sorted(p for p in out.iterdir() if p.is_dir() and p.name != "latest")[:-5]:
        shutil.rmtree(old)


def main() -> None:
    """Run the rounds and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--responses", type=int, default=6)
    parser.add_argument("--verify", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    killed = failed = violations = 0
    gone: set[str] = set()
    made: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        corpus, out = Path(name) / "corpus", Path(name) / "reports"
        write_responses(corpus, range(arguments.responses), length="short")
        run_to_the_end(corpus, out)
        change(corpus, draw, usual=arguments.responses)
        usual = run_to_the_end(corpus, out)[2]
        for number in range(1, arguments.rounds + 1):
            change(corpus, draw, usual=arguments.responses)
            if draw.random() < 0.3:
                run = remissnlp.load_run(out / "latest")
                if run.teman:
                    edited = run.edit.rename(draw.choice(run.teman), f"Namn {number}")
                    made.append(edited.edits[-1].edit.id)
            process = start(corpus, out)
            time.sleep(draw.uniform(0, 1.1 * usual))
            process.send_signal(signal.SIGKILL)
            was_killed = process.wait() == -signal.SIGKILL
            killed += was_killed
            code, said, took = run_to_the_end(corpus, out)
            if was_killed:  # others' work makes runs slower or faster in the course of the rounds
                usual = took
            if code != 0:
                failed += 1
                print(f"round {number}: exit {code}: {said}", flush=True)
            if arguments.verify:
                command = [sys.executable, str(arguments.verify), str(out / "latest"), str(corpus)]
                checked = subprocess.run(command, capture_output=True, text=True, check=False)
                if checked.returncode != 0:
                    violations += 1
                    print(f"round {number}: {checked.stdout}", flush=True)
            with open_store(out) as store:
                gone |= set(made) - {edit.id for edit in read_edits(store)}
            if number % 10 == 0:
                print(
                    f"{number} rounds, {killed} killed, {failed} failed, {violations} with violations",
                    flush=True,
                )
            remove_old(out)
        aside = len(list(out.glob("*-skadad-*.db")))
        left = len(list(out.glob(".*.new"))) + len(list(out.glob(".*.old")))
    print(f"{arguments.rounds} rounds, {killed} killed in mid-run")
    print(f"{failed} following runs failed, {violations} with violations")
    print(f"{len(made)} edits made, {len(gone)} lost; {aside} stores put aside, {left} folders left over")


if __name__ == "__main__":
    main()
