from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from remissnlp.errors import RemissnlpError
from remissnlp.reporting.folder import render_run, write_run


def _content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_run_and_its_plain_copy(run, tmp_path):
    folder = write_run(run, tmp_path)
    assert folder == tmp_path / run.id
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([run.id, "latest"])
    assert not (tmp_path / "latest").is_symlink()
    assert _content(tmp_path / "latest") == _content(folder)
    assert set(_content(folder)) == {
        "teman.json",
        "run.json",
        *(f"sammanstallning.{suffix}" for suffix in ("html", "docx", "xlsx", "md")),
        "synpunkter.csv",
        "synpunkter.parquet",
        *(f"texts/{name}.txt" for name in ("idrott", "kultur", "okand", "rapport", "skol")),
    }


@pytest.mark.parametrize("can_link", [True, False])
def test_what_people_write_in_is_a_copy_of_its_own(run, tmp_path, monkeypatch, can_link):
    if not can_link:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    folder, latest = write_run(run, tmp_path), tmp_path / "latest"
    assert _content(latest) == _content(folder)
    shared = {name for name in _content(folder) if (folder / name).samefile(latest / name)}
    edited = {f"sammanstallning.{suffix}" for suffix in ("html", "docx", "xlsx", "md")} | {"synpunkter.csv"}
    assert shared == (_content(folder).keys() - edited if can_link else set())


def test_a_text_that_has_not_changed_is_not_written_again(run, empty_run, tmp_path):
    first = write_run(run, tmp_path)
    (first / "texts" / "kultur.txt").unlink()
    (first / "texts" / "kultur.txt").write_text("skriven i efteråt")
    (tmp_path / "latest" / "texts" / "skol.txt").unlink()
    (tmp_path / "latest" / "texts" / "skol.txt").write_text("skriven i efteråt")
    second = write_run(replace(run, id="second"), tmp_path)
    assert _content(second)["texts/skol.txt"] == _content(first)["texts/skol.txt"]
    shared = {p.name for p in (first / "texts").iterdir() if p.samefile(second / "texts" / p.name)}
    assert shared == {p.name for p in (first / "texts").iterdir()} - {"kultur.txt", "skol.txt"}
    assert _content(tmp_path / "latest") == _content(second)


def refuse(*_):
    raise OSError(1, "Operation not permitted")


def test_a_second_write_replaces_the_first(run, empty_run, tmp_path):
    write_run(run, tmp_path)
    write_run(run, tmp_path)
    write_run(empty_run, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([run.id, empty_run.id, "latest"])
    assert _content(tmp_path / "latest") == _content(tmp_path / empty_run.id)


def test_two_writes_are_byte_identical(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717747750")
    first = _content(write_run(run, tmp_path / "a"))
    second = _content(write_run(replace(run, timings={"read": 9.9}), tmp_path / "b"))
    assert first == second


def test_a_crash_leaves_what_was_there(run, empty_run, tmp_path, monkeypatch):
    write_run(empty_run, tmp_path)
    before = _content(tmp_path / "latest")
    write_bytes = Path.write_bytes

    def full_disk(self, data):
        if self.name == "skol.txt":
            raise OSError(28, "No space left on device")
        return write_bytes(self, data)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(RemissnlpError, match="Disken är full"):
        write_run(run, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([empty_run.id, "latest"])
    assert _content(tmp_path / "latest") == before


def test_a_folder_that_cannot_be_replaced_stays(run, tmp_path, monkeypatch):
    write_run(run, tmp_path)
    before = _content(tmp_path / "latest")
    rename = Path.rename

    def held_open(self, target):
        if self.suffix == ".new":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held_open)
    with pytest.raises(RemissnlpError, match="öppna i andra program"):
        write_run(run, tmp_path)
    assert _content(tmp_path / "latest") == before
    assert _content(tmp_path / run.id) == before


def test_the_manifest(run, tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    folder = write_run(run, tmp_path)
    manifest = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    content = _content(folder)
    del content["run.json"]
    assert manifest["output"] == {name: hashlib.sha256(data).hexdigest() for name, data in content.items()}
    assert manifest["corpus"] == {r.file: r.sha256 for r in run.remissvar}
    assert manifest["timings"] == {"read": 0.123, "cluster": 0.5}
    assert manifest["versions"]["python"] == ".".join(map(str, sys.version_info[:3]))
    assert manifest["settings"] == {"threshold": 0.5, "model": None, "names": ["a", "b"]}


def test_importing_the_room_is_light():
    code = (
        "import sys, remissnlp.reporting\n"
        "heavy = {'pandas', 'openpyxl', 'docx', 'pyarrow', 'jinja2', 'sklearn', 'torch'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_reports_are_the_same_with_and_without_a_second_process(run, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717747750")
    monkeypatch.setattr("remissnlp.beside._can_fork", lambda: sys.platform == "linux")
    found = render_run(run)
    monkeypatch.setattr("remissnlp.beside._can_fork", lambda: False)
    assert found == render_run(run)
