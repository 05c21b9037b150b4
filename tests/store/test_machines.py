"""Two machines with the same fingerprint have the same teman, wherever and however they run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .letters import LETTERS, write_letters

PROJECT = Path(__file__).resolve().parents[2]

RUN = """
import json, os, sys
import remissnlp
from remissnlp.store import grouped
from remissnlp import theming
from remissnlp.themes import adding

corpus, out, late, reverse = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4] == "reverse"
grouped.FEW = theming.FEW = adding.FEW = 5
adding.SHARE = 1.0
if reverse:  # as a file system that lists its files in another order would

    def walk(top, original=os.walk, **options):
        for root, folders, names in original(top, **options):
            folders.sort(reverse=True)
            yield root, folders, sorted(names, reverse=True)

    os.walk = walk

told = []
for name in (None, late):
    if name:
        os.replace(name, os.path.join(corpus, "KS 2", os.path.basename(name)))
    run = remissnlp.run(corpus, out=out)
    teman = [[t.rank, t.label, t.keywords, dict(t.stances), t.synpunkter, t.score] for t in run.teman]
    told.append([run.fingerprint, run.added_to, teman])
print(json.dumps(told))
"""


def machine(place: Path, environment: dict[str, str], *, cwd: Path, order: str) -> object:
    """Run over the same responses, then with one more, in a process of its own."""
    names = list(LETTERS)
    write_letters(place / "corpus" / "KS 1", *names[:3])
    write_letters(place / "corpus" / "KS 2", *names[3:5])
    write_letters(place / "late", names[5])
    cwd.mkdir(parents=True, exist_ok=True)
    corpus = os.path.relpath(place / "corpus", cwd) if order == "reverse" else str(place / "corpus")
    done = subprocess.run(
        [sys.executable, "-c", RUN, corpus, str(place / "reports"), str(place / "late" / names[5]), order],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_two_machines_have_the_same_fingerprint_and_the_same_teman(tmp_path):
    one = machine(
        tmp_path / "a",
        {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC", "OMP_NUM_THREADS": "1"},
        cwd=tmp_path,
        order="as it comes",
    )
    other = machine(
        tmp_path / "en mapp" / "långt" / "ner" / "b",
        {
            "PYTHONHASHSEED": "4242",
            "LC_ALL": "sv_SE.UTF-8",
            "LANG": "sv_SE.UTF-8",
            "PYTHONUTF8": "1",
            "TZ": "Pacific/Auckland",
            "OMP_NUM_THREADS": "2",
            "OPENBLAS_NUM_THREADS": "2",
        },
        cwd=tmp_path / "en mapp" / "arbete",
        order="reverse",
    )
    assert one == other
    (first, _, teman), (second, added_to, _) = one  # type: ignore[misc]
    assert added_to == first != second and teman


def test_a_checkout_with_other_line_ends_is_the_same_code(tmp_path, monkeypatch):
    """A version control that rewrites line ends changes no version of a stage; word tables are no text."""
    from remissnlp.store import versions

    copy = tmp_path / "remissnlp"
    shutil.copytree(
        versions.PACKAGE / "themes", copy / "themes", ignore=shutil.ignore_patterns("__pycache__")
    )
    seen = set()
    monkeypatch.setattr("remissnlp.store.versions.PACKAGE", copy)
    monkeypatch.setattr("remissnlp.store.versions.ROOMS", {"themes": ("themes",)})
    monkeypatch.setattr("remissnlp.store.versions.LIBRARIES", {"themes": ()})
    for ends in ("\n", "\r\n"):
        for path in copy.rglob("*.py"):
            text = path.read_bytes().replace(b"\r\n", b"\n")
            path.write_bytes(text.replace(b"\n", ends.encode()))
        versions.stage_version.cache_clear()
        seen.add(versions.stage_version("themes"))
    versions.stage_version.cache_clear()
    assert len(seen) == 1
