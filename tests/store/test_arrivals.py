"""Responses that arrive one by one: whatever the order, the same teman; ids that last; news that is right."""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
from pathlib import Path

import pytest

import remissnlp
from remissnlp.records import Run
from remissnlp.store import grouped

from .letters import LETTERS, write_letter

NAMES = ("kultur.txt", "skol.txt", "miljo.txt", "social.txt")
ORDERS = list(itertools.permutations(NAMES))[::5]


def content(run: Run) -> object:
    """Return all that a run says of its teman, ids aside."""
    homes = {t.id: t.rank for t in run.teman}
    return (
        run.fingerprint,
        [(t.rank, t.label, t.keywords, t.stances, t.synpunkter, t.score) for t in run.teman],
        [(s.id, s.quote, homes.get(s.tema or "")) for s in run.synpunkter],
        run.coverage,
        run.warnings,
    )


def arrive(folder: Path, order: tuple[str, ...]) -> list[Run]:
    runs = []
    for name in order:
        write_letter(folder / "corpus", name)
        runs.append(remissnlp.run(folder / "corpus", out=folder / "reports"))
    return runs


def check_news(folder: Path, name: str, before: Run, after: Run) -> None:
    """Work out the news anew from the two runs, and compare."""
    diff = json.loads((folder / "reports" / after.id / "diff.json").read_text(encoding="utf-8"))
    old, new = ({t.id: set(t.synpunkter) for t in run.teman} for run in (before, after))
    assert (diff["before"], diff["after"]) == (before.id, after.id)
    assert [r["file"] for r in diff["new_remissvar"]] == [name]
    assert diff["gone_remissvar"] == diff["changed_remissvar"] == []
    assert {t["id"] for t in diff["new_teman"]} == set(new) - set(old)
    assert {t["id"] for t in diff["vanished_teman"]} == set(old) - set(new)
    assert {t["id"] for t in diff["grown_teman"]} == {
        i for i in set(old) & set(new) if old[i] != new[i] and len(new[i]) >= len(old[i])
    }
    for change in diff["grown_teman"]:
        assert {q["synpunkt"] for q in change["quotes"]} == new[change["id"]] - old[change["id"]]
    was, now = ({s.id: s.tema for s in run.synpunkter} for run in (before, after))
    moved = {m["quote"]["synpunkt"] for m in diff["moved_synpunkter"]}
    assert moved == {s for s in was if was[s] != now[s]}
    ranks = {t.id: t.rank for t in before.teman}
    assert {r["id"] for r in diff["ranks"]} == {
        t.id for t in after.teman if t.id in ranks and ranks[t.id] != t.rank
    }
    for tema in after.teman:
        expected = (
            "new"
            if tema.id not in old
            else "unchanged"
            if old[tema.id] == new[tema.id]
            else "shrunk"
            if len(new[tema.id]) < len(old[tema.id])
            else "grown"
        )
        assert tema.since_previous == expected


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(n[:2] for n in order))
def test_any_order_gives_the_same_teman_and_right_news(order, tmp_path):
    runs = arrive(tmp_path, order)
    whole = remissnlp.run(tmp_path / "corpus")
    assert content(runs[-1]) == content(whole)
    for name, before, after in zip(order[1:], runs, runs[1:], strict=False):
        check_news(tmp_path, name, before, after)
        unchanged = {frozenset(t.synpunkter): t.id for t in before.teman}
        for tema in after.teman:
            if frozenset(tema.synpunkter) in unchanged:
                assert tema.id == unchanged[frozenset(tema.synpunkter)]


def test_a_response_that_is_away_for_a_while_finds_its_teman_again(tmp_path):
    first = arrive(tmp_path, tuple(LETTERS))[-1]
    ids = {t.synpunkter: t.id for t in first.teman}
    for name in ("social.txt", "teknisk.txt"):
        (tmp_path / "corpus" / name).unlink()
    less = remissnlp.run(tmp_path / "corpus", out=tmp_path / "reports")
    assert {t.id for t in less.teman} < set(ids.values())
    for name in ("social.txt", "teknisk.txt"):
        write_letter(tmp_path / "corpus", name)
    again = remissnlp.run(tmp_path / "corpus", out=tmp_path / "reports")
    assert {t.synpunkter: t.id for t in again.teman} == ids


def test_a_codebook_that_is_tried_and_taken_back_moves_no_id(tmp_path):
    first = arrive(tmp_path, NAMES)[-1]
    corpus, reports, kodbok = (tmp_path / name for name in ("corpus", "reports", "kodbok.toml"))
    tema = max(first.teman, key=lambda t: len(t.synpunkter))
    said = next(s.reading for s in first.synpunkter if s.id == tema.synpunkter[0])
    kodbok.write_text(f"[[kod]]\nnamn = 'Prov'\nexempel = ['{said}']\n", encoding="utf-8")
    [coded] = [t for t in remissnlp.run(corpus, out=reports, kodbok=kodbok).teman if t.code]
    assert set(coded.synpunkter) & set(tema.synpunkter)
    after = remissnlp.run(corpus, out=reports)
    assert [(t.id, t.synpunkter) for t in after.teman] == [(t.id, t.synpunkter) for t in first.teman]
    again = remissnlp.run(corpus, out=reports, kodbok=kodbok)
    assert [t.id for t in again.teman if t.code] == [coded.id]
    (reports / "remissnlp.db").unlink()  # the ids then come from the reports, which show the codebook's
    assert coded.id not in {t.id for t in remissnlp.run(corpus, out=reports).teman}


def test_reports_tell_the_news(tmp_path):
    runs = arrive(tmp_path, NAMES)
    folder = tmp_path / "reports" / "latest"
    page = (folder / "sammanstallning.html").read_text(encoding="utf-8")
    text = (folder / "sammanstallning.md").read_text(encoding="utf-8")
    assert 'id="nytt"' in page
    for report in (page, text):
        assert "Nytt sedan förra körningen" in report
        assert "Socialnämnden" in report.split("Nytt sedan förra körningen")[-1]
    import docx
    import openpyxl

    document = docx.Document(str(folder / "sammanstallning.docx"))
    assert "Nytt sedan förra körningen" in [p.text for p in document.paragraphs]
    book = openpyxl.load_workbook(folder / "sammanstallning.xlsx")
    told = [row[1].value for row in book["Nytt"].iter_rows(min_row=2)]
    assert any("Socialnämnden" in str(text) for text in told)
    first = tmp_path / "reports" / runs[0].id
    assert not (first / "diff.json").exists()
    assert 'id="nytt"' not in (first / "sammanstallning.html").read_text(encoding="utf-8")


def test_hostile_news_stays_text(tmp_path):
    write_letter(tmp_path / "corpus", "skol.txt")
    remissnlp.run(tmp_path / "corpus", out=tmp_path / "reports")
    hostile = "<script>alert(1)</script>.txt"
    write_letter(tmp_path / "corpus", "kultur.txt")
    (tmp_path / "corpus" / "kultur.txt").rename(tmp_path / "corpus" / hostile.replace("/", "_"))
    remissnlp.run(tmp_path / "corpus", out=tmp_path / "reports")
    page = (tmp_path / "reports" / "latest" / "sammanstallning.html").read_text(encoding="utf-8")
    assert page.count("<script>") == 1


def big_from(n: int, monkeypatch) -> None:
    """Let a corpus count as large from `n` synpunkter, and one response more as a small change."""
    monkeypatch.setattr("remissnlp.store.grouped.FEW", n)
    monkeypatch.setattr("remissnlp.theming.FEW", n)
    monkeypatch.setattr("remissnlp.themes.adding.FEW", n)
    monkeypatch.setattr("remissnlp.themes.adding.SHARE", 1.0)


def start(folder: Path, *names: str) -> Run:
    """Run over several responses at once."""
    for name in names:
        write_letter(folder / "corpus", name)
    return remissnlp.run(folder / "corpus", out=folder / "reports")


def test_a_large_corpus_adds_what_is_new(tmp_path, monkeypatch, caplog):
    big_from(5, monkeypatch)
    first = start(tmp_path, *NAMES[:3])
    assert first.added_to is None
    write_letter(tmp_path / "corpus", "social.txt")
    with caplog.at_level("INFO"):
        second = remissnlp.run(tmp_path / "corpus", out=tmp_path / "reports")
    assert second.added_to == first.fingerprint
    assert "Nya synpunkter lades till de teman som fanns." in caplog.text
    manifest = json.loads((tmp_path / "reports" / "latest" / "run.json").read_text(encoding="utf-8"))
    assert manifest["added_to"] == first.fingerprint
    whole = remissnlp.run(tmp_path / "corpus")
    assert {frozenset(t.synpunkter) for t in second.teman} == {frozenset(t.synpunkter) for t in whole.teman}
    assert second.fingerprint != whole.fingerprint
    check_news(tmp_path, "social.txt", first, second)
    homes = {t.id: set(t.synpunkter) for t in first.teman}
    assert all(homes[t.id] <= set(t.synpunkter) for t in second.teman if t.id in homes)


def test_what_is_added_does_not_depend_on_how_it_came(tmp_path, monkeypatch):
    big_from(5, monkeypatch)
    places = [tmp_path / "en", tmp_path / "två"]
    for place in places:
        start(place, *NAMES[:3])
    runs = [arrive(places[0], ("social.txt", "idrott.txt"))[-1], start(places[1], "idrott.txt", "social.txt")]
    assert runs[0].added_to is not None
    assert content(runs[0]) == content(runs[1])


def test_the_whole_is_grouped_anew_where_it_pays_or_is_asked_for(tmp_path, monkeypatch):
    big_from(5, monkeypatch)
    corpus, out = tmp_path / "corpus", tmp_path / "reports"
    start(tmp_path, *NAMES[:3])
    assert start(tmp_path, NAMES[3]).added_to is not None
    asked = remissnlp.run(corpus, out=out, recluster=True)
    assert asked.added_to is None
    assert content(asked) == content(remissnlp.run(corpus))
    write_letter(corpus, "idrott.txt")
    assert remissnlp.run(corpus, out=out).added_to == asked.fingerprint
    monkeypatch.setattr("remissnlp.themes.adding.SHARE", 0.1)
    write_letter(corpus, "teknisk.txt")
    much = remissnlp.run(corpus, out=out)
    assert much.added_to is None
    assert content(much) == content(remissnlp.run(corpus))


def test_other_settings_or_another_store_group_the_whole(tmp_path, monkeypatch):
    from remissnlp.settings import Settings

    big_from(5, monkeypatch)
    corpus, out = tmp_path / "corpus", tmp_path / "reports"
    start(tmp_path, *NAMES)
    assert remissnlp.run(corpus, out=out, settings=Settings(threshold=0.2)).added_to is None
    write_letter(corpus, "idrott.txt")
    assert remissnlp.run(corpus, out=out).added_to is None
    (out / "remissnlp.db").unlink()
    write_letter(corpus, "teknisk.txt")
    assert remissnlp.run(corpus, out=out).added_to is None


def test_a_whole_comes_back_from_the_store_as_it_was(tmp_path, monkeypatch):
    import numpy as np

    from remissnlp.store import open_store
    from remissnlp.store.grouped import keep_whole, last_whole

    big_from(5, monkeypatch)
    start(tmp_path, *NAMES)
    with open_store(tmp_path / "reports") as store:
        first = last_whole(store)
        assert first is not None
        keep_whole(store, first.unpack())
        again = last_whole(store)
    assert again is not None
    one, other = first.unpack().base, again.unpack().base
    assert (one.teman, one.synpunkter, one.silent) == (other.teman, other.synpunkter, other.silent)
    spaces = [base.fitted.space for base in (one, other)]
    np.testing.assert_array_equal(spaces[0].similarity.matrix(), spaces[1].similarity.matrix())
    assert (spaces[0].said, spaces[0].marks) == (spaces[1].said, spaces[1].marks)


@pytest.fixture
def forks(monkeypatch):
    """Let a second process be made, whatever threads the tests have, and count how often."""
    made = []
    can = sys.platform == "linux"
    monkeypatch.setattr("remissnlp.beside._can_fork", lambda: made.append(1) is None and can)
    return made


def test_adding_in_a_second_process_is_adding(tmp_path, monkeypatch, forks):
    big_from(5, monkeypatch)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    start(tmp_path / "a", *NAMES[:3])
    forks.clear()
    beside = start(tmp_path / "a", NAMES[3])
    assert len(forks) == 2  # the teman and the reports
    monkeypatch.setattr("remissnlp.beside._can_fork", lambda: False)
    start(tmp_path / "b", *NAMES[:3])
    alone = start(tmp_path / "b", NAMES[3])
    assert beside.added_to is not None
    assert content(beside) == content(alone)


def test_a_second_process_that_is_killed_costs_nothing_but_time(tmp_path, monkeypatch, forks):
    big_from(5, monkeypatch)
    start(tmp_path, *NAMES[:3])
    here, unpack = os.getpid(), grouped._unpack

    def killed_elsewhere(*args):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return unpack(*args)

    monkeypatch.setattr(grouped, "_unpack", killed_elsewhere)
    assert start(tmp_path, NAMES[3]).added_to is not None


def test_a_whole_that_is_damaged_is_found_out_also_in_a_second_process(tmp_path, monkeypatch, forks):
    big_from(5, monkeypatch)
    start(tmp_path, *NAMES[:3])
    monkeypatch.setattr(grouped, "_sparse", lambda arrays, name: arrays[f"{name}.gone"])
    result = start(tmp_path, NAMES[3])
    assert result.added_to is None
    assert list((tmp_path / "reports").glob("remissnlp-skadad-*.db"))
