from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import remissnlp
from remissnlp.cli import app
from tests.store.letters import write_letter, write_letters


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_letters(tmp_path / "corpus", "kultur.txt", "skol.txt")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "reports"


def cli(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    return result.exit_code, result.output


def test_twice_does_nothing_the_second_time_and_says_so(corpus, out):
    assert cli("run", corpus, "--out", out)[0] == 0
    before = sorted(p.name for p in out.iterdir())
    code, output = cli("run", corpus, "--out", out)
    assert code == 0
    assert "Inget är nytt sedan körningen" in output
    assert sorted(p.name for p in out.iterdir()) == before
    assert cli("run", corpus, "--out", out, "--quiet") == (0, "")


def test_json_is_one_line_for_programs(corpus, out):
    told = []
    for status in ("done", "unchanged"):
        code, output = cli("run", corpus, "--out", out, "--json")
        told.append(json.loads(output))
        assert code == told[-1]["exit"] == 0 and told[-1]["status"] == status
    assert told[0]["run"] == told[1]["run"]
    assert told[0]["remissvar"] == told[1]["remissvar"] == 2
    code, output = cli("run", corpus / "saknas", "--out", out, "--json")
    assert code == 2
    assert json.loads(output)["exit"] == 2 and "saknas" in json.loads(output)["message"]


def test_an_unreadable_file_keeps_telling(corpus, out):
    (corpus / "trasig.txt").write_bytes(bytes(range(256)) * 4)
    for status in ("done", "unchanged"):
        code, output = cli("run", corpus, "--out", out, "--json")
        told = json.loads(output)
        assert (code, told["status"], told["unread"]) == (1, status, 1)
        assert len(told["errors"]) == 1 and told["errors"][0].startswith("trasig.txt")
    for _ in ("unchanged", "still"):
        assert "Fel: trasig.txt" in cli("run", corpus, "--out", out, "--quiet")[1]


def test_a_busy_folder_is_code_3(corpus, out, monkeypatch):
    from remissnlp.store.database import only_run

    monkeypatch.setattr("remissnlp.store.database.WAIT_SECONDS", 0.1)
    with only_run(out):
        code, output = cli("run", corpus, "--out", out)
    assert code == 3 and "En annan körning" in output


def test_log_lines_bear_the_time_in_a_file_and_say_what_is_done(corpus, out):
    command = [sys.executable, "-m", "remissnlp.cli", "run", str(corpus), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    write_letter(corpus, "miljo.txt")
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    first, second = done.stderr.splitlines()[:2]
    assert first[:4].isdigit() and first.endswith("1 ny fil: miljo.txt.")
    assert "Läste 1 av 3 filer" in second


def test_diff_of_two_runs(corpus, out):
    runs = []
    for name in ("skol.txt", "miljo.txt"):
        write_letter(corpus, name)
        runs.append(json.loads(cli("run", corpus, "--out", out, "--json")[1])["run"])
    code, output = cli("diff", *runs, "--out", out)
    assert code == 0
    assert "Nya remissvar" in output and "Miljönämnden" in output
    code, output = cli("diff", out / runs[0], out / "latest", "--json")
    assert code == 0 and json.loads(output)["new_remissvar"][0]["file"] == "miljo.txt"
    assert "Inget skiljer sig" in cli("diff", runs[1], out / "latest", "--out", out)[1]
    remissnlp.load_run(out / "latest").edit.rename(1, "Ett nytt namn", reason="nämndens ord")
    assert cli("run", corpus, "--out", out)[0] == 0
    output = cli("diff", runs[1], out / "latest", "--out", out)[1]
    assert "heter ”Ett nytt namn”" in output and "nämndens ord" in output
    code, output = cli("diff", runs[0], "saknas", "--out", out)
    assert code == 2 and len(output.strip().splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_watch_runs_when_files_have_settled(corpus, out):
    command = [
        sys.executable,
        "-m",
        "remissnlp.cli",
        "watch",
        str(corpus),
        "--out",
        str(out),
        "--settle",
        "0.5",
    ]
    with (out.parent / "log").open("w") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=default_interrupt if os.name != "nt" else None,  # noqa: PLW1509 (no threads yet)
        )
        try:
            wait_for(lambda: "Bevakar" in (out.parent / "log").read_text(), process)
            time.sleep(1)
            write_letter(corpus, "miljo.txt")
            wait_for(lambda: "miljo.txt" in latest_files(out), process)
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(20)
    assert code == 0
    assert "Traceback" not in (out.parent / "log").read_text()


def test_a_watch_ends_where_its_folder_is_gone(corpus, out, monkeypatch):
    def watch(*_, **__):
        shutil.rmtree(corpus)
        yield {("deleted", str(corpus))}
        raise AssertionError("it waits for what it cannot notice")

    monkeypatch.setattr("watchfiles.watch", watch)
    code, output = cli("watch", corpus, "--out", out)
    assert code == 2 and output.strip().splitlines()[-1].startswith("Mappen")


def default_interrupt() -> None:
    """Take interrupts as a terminal's child does, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def latest_files(out: Path) -> str:
    path = out / "latest" / "teman.json"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def wait_for(condition, process) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_killed_run_leaves_nothing_half_done(corpus, out):
    """A few rounds of what benchmarks/killed_runs.py does two hundred times."""
    command = [sys.executable, "-m", "remissnlp.cli", "run", str(corpus), "--out", str(out), "--json"]
    names = ["miljo.txt", "social.txt", "idrott.txt"]
    for name, delay in zip(names, (0.4, 0.9, 1.6), strict=True):
        write_letter(corpus, name)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)
        assert told["remissvar"] == 3 + names.index(name)
        assert not [p for p in out.iterdir() if p.name.endswith((".new", ".old"))]
