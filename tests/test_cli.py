from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from remissnlp.cli import app

CORPUS = Path(__file__).parent.parent / "corpus"


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.output


def one_response(folder: Path) -> Path:
    source = next(path for path in sorted(CORPUS.rglob("*.txt")) if "2025" in path.parent.name)
    folder.mkdir()
    return Path(shutil.copy(source, folder))


def test_corpus_gives_reports_and_a_swedish_summary(tmp_path: Path) -> None:
    code, output = run("run", CORPUS, "--out", tmp_path)
    assert code == 0
    assert "Läste 4 remissvar på 3 remisser" in output
    assert "sammanstallning.html" in output
    assert (tmp_path / "latest" / "sammanstallning.html").is_file()


def test_a_folder_with_one_response(tmp_path: Path) -> None:
    one_response(tmp_path / "svar")
    code, output = run("run", tmp_path / "svar", "--out", tmp_path / "ut")
    assert code == 0
    assert "Läste 1 remissvar" in output


@pytest.mark.parametrize("make", [lambda folder: folder.mkdir(), lambda folder: None])
def test_nothing_to_read_is_one_sentence_and_code_2(tmp_path: Path, make) -> None:
    make(tmp_path / "tom")
    code, output = run("run", tmp_path / "tom", "--out", tmp_path / "ut")
    assert code == 2
    assert str(tmp_path / "tom") in output
    assert "Traceback" not in output
    assert len(output.strip().splitlines()) == 1


def test_an_unreadable_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    one_response(tmp_path / "svar")
    (tmp_path / "svar" / "bild.txt").write_bytes(bytes(range(256)) * 4)
    code, output = run("run", tmp_path / "svar", "--out", tmp_path / "ut")
    assert code == 1
    assert "bild.txt" in output
    assert output.count("bild.txt") == 1
    assert "Läste 1 remissvar" in output
    written = json.loads((tmp_path / "ut" / "latest" / "teman.json").read_text(encoding="utf-8"))
    assert {r["status"] for r in written["remissvar"]} == {"ok", "error"}


def test_an_unknown_model_is_a_sentence(tmp_path: Path) -> None:
    one_response(tmp_path / "svar")
    code, output = run("run", tmp_path / "svar", "--out", tmp_path / "ut", "--model", tmp_path / "finns-inte")
    assert code == 2
    assert "finns-inte" in output
    assert "Traceback" not in output


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    one_response(tmp_path / "svar")
    assert run("run", tmp_path / "svar", "--out", tmp_path / "ut", "--quiet") == (0, "")


def test_version() -> None:
    code, output = run("--version")
    assert code == 0
    assert output.startswith("remissnlp ")


@pytest.mark.parametrize("out", ["rapporter", "."])
def test_reports_inside_the_corpus_are_no_responses(tmp_path: Path, out: str) -> None:
    one_response(tmp_path / "svar")
    for _ in range(2):
        code, output = run("run", tmp_path / "svar", "--out", tmp_path / "svar" / out)
        assert code == 0, output
    written = json.loads((tmp_path / "svar" / out / "latest" / "teman.json").read_text(encoding="utf-8"))
    assert len(written["remissvar"]) == 1


def test_a_run_becomes_a_codebook_for_the_next(tmp_path: Path) -> None:
    assert run("run", CORPUS, "--out", tmp_path / "a", "-q")[0] == 0
    book = tmp_path / "kodbok.toml"
    code, output = run("kodbok", "export", tmp_path / "a" / "latest", "--out", book)
    assert code == 0
    assert "koder" in output
    assert run("kodbok", "export", tmp_path / "a" / "latest", "--out", book)[0] == 2
    assert run("run", CORPUS, "--out", tmp_path / "b", "-q", "--kodbok", book)[0] == 0
    first, second = (
        json.loads((tmp_path / name / "latest" / "teman.json").read_text(encoding="utf-8")) for name in "ab"
    )
    coded = [t for t in second["teman"] if t["code"]]
    assert {(t["id"], t["code"]) for t in coded} == {(t["id"], t["label"]) for t in first["teman"]}
    assert all(t["code"] == t["label"] for t in coded)
    assert first["run"]["settings"]["kodbok"] is None
    assert second["run"]["settings"]["kodbok"]["koder"] == len(first["teman"])
    assert str(tmp_path) not in json.dumps(second["run"])


def test_the_codebook_of_a_corpus_is_used_and_a_change_in_it_is_new(tmp_path: Path) -> None:
    one_response(tmp_path / "svar")
    book = tmp_path / "svar" / "kodbok.toml"
    book.write_text("[[kod]]\nnamn = 'Önskar tydligare handlingsplan'\n", encoding="utf-8")
    code, output = run("run", tmp_path / "svar", "--out", tmp_path / "ut")
    assert code == 0
    assert "Läste 1 remissvar" in output
    assert "Inget är nytt" in run("run", tmp_path / "svar", "--out", tmp_path / "ut")[1]
    book.write_text("[[kod]]\nnamn = 'Önskar kortare handlingsplan'\n", encoding="utf-8")
    assert "Inget är nytt" not in run("run", tmp_path / "svar", "--out", tmp_path / "ut")[1]


def test_a_codebook_that_cannot_be_read_is_one_sentence_and_code_2(tmp_path: Path) -> None:
    (tmp_path / "k.toml").write_text("[[kod]\n", encoding="utf-8")
    for given, says in ((tmp_path / "k.toml", "inte riktig TOML"), (tmp_path / "ingen.toml", "finns inte")):
        code, output = run("run", CORPUS, "--out", tmp_path / "ut", "--kodbok", given)
        assert code == 2
        assert says in output
        assert len(output.strip().splitlines()) == 1
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("command", ["run", "check"])
def test_a_file_over_a_limit_is_told_with_the_option_that_raises_it(tmp_path: Path, command: str) -> None:
    folder = tmp_path / "svar"
    one_response(folder)
    (folder / "stor.txt").write_text("Nämnden anser att planen är bra.\n" * 40_000, encoding="utf-8")
    out = ("--out", tmp_path / "ut") if command == "run" else ()
    code, output = run(command, folder, "--max-megabytes", 1, *out)
    assert code == 1
    told = " ".join(output.split())
    assert "stor.txt är större än gränsen 1 megabyte; höj gränsen (--max-megabytes) eller" in told
    assert run(command, folder, *out)[0] == 0


def test_the_limits_of_the_commands_are_those_of_the_package() -> None:
    from remissnlp.reading.limits import Limits

    defaults = {option.name: option.default for option in get_command(app).commands["run"].params}
    limits = Limits()
    assert defaults["max_megabytes"] == limits.megabytes
    assert defaults["max_pages"] == limits.pages
    assert defaults["max_seconds"] == limits.seconds
