from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import remissnlp
from remissnlp.errors import RemissnlpError
from remissnlp.reading.limits import Limits
from remissnlp.settings import Settings
from remissnlp.store import database, open_store
from remissnlp.store.database import BusyError, DamagedError, only_run
from remissnlp.store.inputs import Inputs, changes, find_inputs
from remissnlp.store.unchanged import find_unchanged

from .letters import LETTERS, write_letter, write_letters

V = "1"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_letters(tmp_path / "corpus", "kultur.txt", "skol.txt", "miljo.txt")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "reports"


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_results_come_back_for_their_version_only(tmp_path):
    with open_store(tmp_path) as store:
        store.keep_result("reading", "k", V, b"innehall")
        store.flush()
    with open_store(tmp_path) as store:
        assert store.result("reading", "k", V) == b"innehall"
        assert store.result("reading", "k", "2") is None
        assert store.result("extraction", "k", V) is None
        store.forget_other_versions({"reading": "2"})
        assert store.result("reading", "k", V) is None


def test_only_the_newest_results_are_kept(tmp_path):
    with open_store(tmp_path) as store:
        for n in range(5):
            store.keep_result("themes", str(n), V, b"x")
            store.flush()
        store.keep_only("themes", 2)
        assert [n for n in range(5) if store.result("themes", str(n), V)] == [3, 4]


def test_the_newest_result_is_that_of_the_stage_and_version(tmp_path):
    with open_store(tmp_path) as store:
        assert store.newest_result("whole", V) is None
        for stage, key, version in (("whole", "b", V), ("whole", "a", V), ("whole", "c", "2"), ("x", "d", V)):
            store.keep_result(stage, key, version, key.encode())
            store.flush()
        assert store.newest_result("whole", V) == b"a"
        assert store.newest_result("whole", "2") == b"c"


def test_vectors_come_back(tmp_path):
    import numpy as np

    vectors = {str(n): np.arange(4, dtype=np.float32) + n for n in range(1200)}
    with open_store(tmp_path) as store:
        store.keep_vectors("m", vectors.items())
        found = store.vectors("m", ["7", "1199", "saknas"], 4)
        assert set(found) == {"7", "1199"}
        assert found["7"].tolist() == [7, 8, 9, 10]
        assert store.vectors("n", ["7"], 4) == {}
        with pytest.raises(DamagedError):
            store.vectors("m", ["7"], 5)


def test_edits_are_kept_once_in_order(tmp_path):
    with open_store(tmp_path) as store:
        store.keep_edits([("b", "1"), ("a", "2")])
        store.keep_edits([("b", "annat"), ("c", "3")])
        assert store.edits() == [("b", "1"), ("a", "2"), ("c", "3")]


def test_a_newer_file_is_not_touched(tmp_path):
    connection = sqlite3.connect(tmp_path / "remissnlp.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(RemissnlpError, match="nyare version"), open_store(tmp_path):
        pass


def test_an_older_file_is_migrated(tmp_path, monkeypatch):
    with open_store(tmp_path) as store:
        store.keep_edits([("a", "1")])
    monkeypatch.setattr(
        database,
        "MIGRATIONS",
        (*database.MIGRATIONS, "CREATE TABLE extra (a TEXT); CREATE TABLE more (b TEXT)"),
    )
    with open_store(tmp_path) as store:
        assert store.edits() == [("a", "1")]
        assert store._connection.execute("SELECT count(*) FROM extra").fetchone() == (0,)
        assert store._connection.execute("PRAGMA user_version").fetchone() == (len(database.MIGRATIONS),)


def test_a_migration_that_fails_changes_nothing(tmp_path, monkeypatch):
    with open_store(tmp_path):
        pass
    broken = (*database.MIGRATIONS, "CREATE TABLE extra (a TEXT); CREATE NONSENSE")
    monkeypatch.setattr(database, "MIGRATIONS", broken)
    with pytest.raises((RemissnlpError, DamagedError)), open_store(tmp_path):
        pass
    tables = sqlite3.connect(next(tmp_path.glob("remissnlp-skadad*.db"), tmp_path / "remissnlp.db")).execute(
        "SELECT name FROM sqlite_master"
    )
    assert "extra" not in {name for (name,) in tables}


def test_a_file_that_is_no_store_is_put_aside(tmp_path, caplog):
    (tmp_path / "remissnlp.db").write_bytes(b"detta ar ingen databas" * 100)
    with open_store(tmp_path) as store:
        store.keep_edits([("a", "1")])
    [kept] = tmp_path.glob("remissnlp-skadad-*.db")
    assert kept.read_bytes().startswith(b"detta ar ingen databas")
    assert "är skadat" in caplog.text and kept.name in caplog.text


def test_a_changed_byte_is_noticed(tmp_path):
    with open_store(tmp_path) as store:
        store.keep_result("reading", "k", V, b"innehall")
        store.flush()
        store._connection.execute("UPDATE results SET value = ?", (b"innehaal",))
        with pytest.raises(DamagedError):
            store.result("reading", "k", V)


@pytest.mark.parametrize(
    ("code", "word"),
    [(sqlite3.SQLITE_FULL, "Disken är full"), (sqlite3.SQLITE_READONLY, "går inte att skriva")],
)
def test_what_the_disk_says_is_a_swedish_sentence(code, word):
    def fail():
        error = sqlite3.OperationalError("x")
        error.sqlite_errorcode = code
        raise error

    with pytest.raises(RemissnlpError, match=word), database.explain_errors(Path("lager.db")):
        fail()


def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(corpus, out):
    with pytest.MonkeyPatch.context() as patch:
        connect = database.connect

        def small(path):
            connection = connect(path)
            connection.execute("PRAGMA max_page_count = 11")
            return connection

        patch.setattr("remissnlp.store.store.connect", small)
        with pytest.raises(RemissnlpError, match="Disken är full"):
            remissnlp.run(corpus, out=out)
    assert not (out / "latest").exists()
    assert remissnlp.run(corpus, out=out).teman == remissnlp.run(corpus).teman


def test_a_disk_that_is_full_from_the_start_is_not_taken_for_damage(tmp_path):
    path = tmp_path / "remissnlp.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA max_page_count = 2")
    with pytest.raises(RemissnlpError, match="Disken är full"), database.explain_errors(path):
        database._migrate(connection, path)
    connection.close()


@pytest.mark.parametrize(("free", "said"), [(0, "Disken är full"), (10**9, "kontrollera att disken")])
def test_a_fault_of_the_disk_is_told_from_a_full_one(tmp_path, monkeypatch, free, said):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10**9, 0, free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | (19 << 8)
    with pytest.raises(RemissnlpError, match=said), database.explain_errors(tmp_path / "remissnlp.db"):
        raise error


def test_one_run_at_a_time(tmp_path, caplog):
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with only_run(tmp_path):
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    entered.wait(10)
    with pytest.raises(BusyError, match="En annan körning håller på"), only_run(tmp_path, wait=0.1):
        pass
    assert "väntar" in caplog.text
    leave.set()
    with only_run(tmp_path, wait=10):
        pass
    thread.join()


def test_two_processes_at_once_make_one_run(corpus, out):
    command = [sys.executable, "-m", "remissnlp.cli", "run", str(corpus), "--out", str(out), "--json"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [json.loads(process.communicate(timeout=100)[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(t["status"] for t in told) == ["done", "unchanged"]
    assert told[0]["run"] == told[1]["run"]
    assert {p.name for p in out.iterdir() if p.is_dir()} == {"latest", told[0]["run"]}


def test_a_second_run_does_nothing(corpus, out):
    first = remissnlp.run(corpus, out=out)
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and "remissnlp" not in p.name}
    again = remissnlp.run(corpus, out=out)
    assert again == first or again.timings != first.timings
    assert (again.id, again.created, again.previous) == (first.id, first.created, None)
    assert before == {
        p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and "remissnlp" not in p.name
    }


def test_a_new_response_is_all_that_is_read(corpus, out, caplog):
    remissnlp.run(corpus, out=out)
    write_letter(corpus, "social.txt")
    with caplog.at_level("INFO", logger="remissnlp"):
        result = remissnlp.run(corpus, out=out)
    assert "1 ny fil: social.txt." in caplog.text
    assert "Läste 1 av 4 filer" in caplog.text
    fresh = remissnlp.run(corpus)
    assert [t.synpunkter for t in result.teman] == [t.synpunkter for t in fresh.teman]
    assert [t.label for t in result.teman] == [t.label for t in fresh.teman]
    assert result.fingerprint == fresh.fingerprint


def test_a_changed_setting_recomputes_what_depends_on_it(corpus, out, caplog):
    remissnlp.run(corpus, out=out)
    with caplog.at_level("INFO", logger="remissnlp"):
        result = remissnlp.run(corpus, out=out, settings=Settings(min_size=3))
        assert "min_size är ändrad från 2 till 3: teman räknas om" in caplog.text
        assert "Läste 0 av 3 filer" in caplog.text and "Teman räknades fram" in caplog.text
        caplog.clear()
        remissnlp.run(corpus, out=out)
        assert "Teman hämtades ur lagret" in caplog.text
    assert all(len(t.synpunkter) >= 3 for t in result.teman)


def test_other_limits_read_the_files_again_and_nothing_else(corpus, out, caplog):
    first = remissnlp.run(corpus, out=out)
    with caplog.at_level("INFO", logger="remissnlp"):
        second = remissnlp.run(corpus, out=out, settings=Settings(limits=Limits(pages=7)))
    assert "Gränserna för varje fil är ändrade: filerna läses om" in caplog.text
    assert "Läste 3 av 3 filer. Teman hämtades ur lagret" in caplog.text
    assert second.fingerprint != first.fingerprint


@pytest.mark.parametrize("damage", ["header", "middle", "cut", "gone"])
def test_a_damaged_store_is_rebuilt_with_ids_and_edits(corpus, out, damage):
    before = remissnlp.run(corpus, out=out).edit.rename(1, "Eget namn")
    path = out / "remissnlp.db"
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "header":
        path.write_bytes(b"\x00" * 100 + data[100:])
    else:
        garbled = data[4096:].replace(b"indikator", b"indykator").replace(b"rubrik", b"rubryk")
        path.write_bytes(data[:4096] + garbled)
    write_letter(corpus, "social.txt")
    after = remissnlp.run(corpus, out=out)
    assert after.previous is not None
    assert "Eget namn" in {t.label for t in after.teman}
    assert {t.id for t in before.teman} <= {t.id for t in after.teman}
    assert len(list(out.glob("remissnlp-skadad-*.db"))) == (damage != "gone")
    quotes = {s.quote for s in remissnlp.run(corpus).synpunkter}
    assert {s.quote for s in after.synpunkter} == quotes


def test_unchanged_is_found_without_reading(corpus, out):
    settings = Settings()
    assert find_unchanged(find_inputs(corpus, settings=settings), out) is None
    first = remissnlp.run(corpus, out=out)
    last = find_unchanged(find_inputs(corpus, settings=settings), out)
    assert last is not None and last.id == first.id and last.summary["teman"] == len(first.teman)
    assert find_unchanged(find_inputs(corpus, settings=Settings(min_size=3)), out) is None
    first.edit.hide(1)
    assert find_unchanged(find_inputs(corpus, settings=settings), out) is None
    remissnlp.run(corpus, out=out)
    assert find_unchanged(find_inputs(corpus, settings=settings), out) is not None
    (out / "latest" / "sammanstallning.html").unlink()
    assert find_unchanged(find_inputs(corpus, settings=settings), out) is None
    remissnlp.run(corpus, out=out)
    assert (out / "latest" / "sammanstallning.html").is_file()
    (corpus / "skol.txt").unlink()
    assert find_unchanged(find_inputs(corpus, settings=settings), out) is None


def test_finding_nothing_new_imports_nothing_heavy(corpus, out):
    remissnlp.run(corpus, out=out)
    code = (
        "import sys; from remissnlp.batch import run_once; from pathlib import Path;"
        f"run_once(Path({str(corpus)!r}), Path({str(out)!r}));"
        "heavy = {'numpy', 'scipy', 'jinja2', 'openpyxl', 'docx', 'pyarrow', 'tokenizers', 'rich'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Inget är nytt" in done.stdout


def test_a_file_that_could_not_be_read_is_tried_again(corpus, out):
    (corpus / "trasig.txt").write_bytes(bytes(range(256)) * 4)
    first = remissnlp.run(corpus, out=out)
    assert find_unchanged(find_inputs(corpus, settings=Settings()), out) is None
    assert remissnlp.run(corpus, out=out).id == first.id


def test_fingerprint_covers_what_decides(corpus, out, tmp_path):
    first = remissnlp.run(corpus, out=out)
    assert first.fingerprint == remissnlp.run(corpus).fingerprint
    elsewhere = write_letters(tmp_path / "annan mapp", "miljo.txt", "kultur.txt", "skol.txt")
    assert remissnlp.run(elsewhere, out=tmp_path / "ut").fingerprint == first.fingerprint
    seen = {first.fingerprint}
    for change in (
        lambda: remissnlp.run(corpus, out=out, settings=Settings(threshold=0.5)),
        lambda: first.edit.rename(1, "Annat"),
        lambda: remissnlp.run(corpus, out=out),
    ):
        seen.add(change().fingerprint)
    assert len(seen) == 3  # the edited run and the next run with that edit are the same
    (corpus / "remisser.toml").write_text('[remissvar."skol.txt"]\ndnr = "X 1"\n', encoding="utf-8")
    seen.add(remissnlp.run(corpus, out=out).fingerprint)
    assert len(seen) == 4


def test_inputs_survive_the_store(corpus):
    inputs = find_inputs(corpus, settings=Settings())
    assert Inputs.from_json(inputs.to_json()) == inputs
    assert changes(inputs, inputs) == []
    assert dict(inputs.files).keys() == {"kultur.txt", "skol.txt", "miljo.txt"}


def test_same_bytes_in_fresh_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    folders = []
    for name in ("a", "b"):
        corpus = write_letters(tmp_path / name / "corpus", "kultur.txt", "skol.txt")
        remissnlp.run(corpus, out=tmp_path / name / "ut")
        write_letter(corpus, "miljo.txt")
        remissnlp.run(corpus, out=tmp_path / name / "ut")
        folders.append(content(tmp_path / name / "ut" / "latest"))
    assert "diff.json" in folders[0]
    assert folders[0] == folders[1]


def test_letters_are_all_different():
    assert len({who for who, *_ in LETTERS.values()}) == len(LETTERS)
