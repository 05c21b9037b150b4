from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

import remissnlp
from remissnlp.editing.log import FILE_NAME, default_author
from remissnlp.editing.replay import replay, undone_edits
from remissnlp.errors import RemissnlpError
from remissnlp.records import EditKind, Run, Tema
from remissnlp.store import open_store
from tests.store.letters import write_letter, write_letters

FIRST = ("kultur.txt", "skol.txt", "miljo.txt")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, Path]:
    """Return a corpus and its reports, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    corpus = write_letters(folder / "corpus", *FIRST)
    remissnlp.run(corpus, out=folder / "reports")
    return folder


@pytest.fixture
def place(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def run(place) -> Run:
    return remissnlp.run(place / "corpus", out=place / "reports")


def check(run: Run) -> None:
    """Check what must always hold of a run."""
    points = {s.id: s for s in run.synpunkter}
    responses = {r.id: r for r in run.remissvar}
    assert [t.rank for t in run.teman] == list(range(1, len(run.teman) + 1))
    assert [t.score for t in run.teman] == sorted((t.score for t in run.teman), reverse=True)
    assert len({t.id for t in run.teman}) == len(run.teman)
    for tema in run.teman:
        members = [points[s] for s in tema.synpunkter]
        assert members and all(s.tema == tema.id for s in members)
        assert set(tema.remissvar) == {s.remissvar for s in members}
        assert set(tema.remissinstanser) == {responses[s.remissvar].remissinstans for s in members} - {None}
        stances = [s.stance for s in members]
        assert dict(tema.stances) == {x: stances.count(x) for x in set(stances)}
    homes = {s for t in run.teman for s in t.synpunkter}
    assert homes == {s.id for s in run.synpunkter if s.tema is not None}
    for response in run.remissvar:
        at = 0
        for part in (c for c in run.coverage if c.remissvar == response.id):
            assert part.start == at
            at = part.end
            assert part.synpunkt is None or part.synpunkt in points
        assert at == len(response.text)


def test_every_edit_gives_a_new_run_and_leaves_the_old(run):
    before = (run.teman, run.synpunkter, run.edits)
    tema = run.teman[0]
    for changed in (
        run.edit.rename(tema, "Nytt namn"),
        run.edit.hide(tema.id),
        run.edit.pin(1),
        run.edit.merge(1, 2, label="Båda"),
        run.edit.split(list(tema.synpunkter[:1]), label="Eget"),
        run.edit.move(tema.synpunkter[0], run.teman[1]),
        run.edit.move(tema.synpunkter[0], None),
        run.edit.not_synpunkt(tema.synpunkter[0]),
        run.edit.set_stance(tema.synpunkter[0], "positiv"),
        run.edit.set_remissinstans("skol.txt", "Grundskolenämnden"),
    ):
        check(changed)
        assert changed != run and len(changed.edits) == 1
        assert changed.edits[0].status == "applied"
    assert (run.teman, run.synpunkter, run.edits) == before


def test_what_each_edit_does(run):
    first, second = run.teman[:2]
    point = first.synpunkter[0]
    assert run.edit.rename(first, " Nytt\nnamn ").edit._run.teman[0].label == "Nytt namn"
    merged = run.edit.merge(second, first)
    [kept] = [t for t in merged.teman if t.id == second.id]
    assert set(kept.synpunkter) == {*first.synpunkter, *second.synpunkter} and kept.edited
    assert kept.label == second.label and first.id not in {t.id for t in merged.teman}
    alone = run.edit.split([point], label="Eget")
    [own] = [t for t in alone.teman if t.label == "Eget"]
    assert own.synpunkter == (point,) and own.id not in {t.id for t in run.teman} and own.keywords
    hidden = run.edit.hide(first)
    assert first.id not in {t.id for t in hidden.teman} and len(hidden.synpunkter) == len(run.synpunkter)
    gone = run.edit.not_synpunkt(point)
    assert point not in {s.id for s in gone.synpunkter}
    assert {c.kind for c in gone.coverage if (c.remissvar, c.start) in _starts(run, point)} == {"background"}
    named = run.edit.set_remissinstans("skol.txt", "Grundskolenämnden")
    assert "Grundskolenämnden" in {n for t in named.teman for n in t.remissinstanser}


def _starts(run: Run, point: str) -> set[tuple[str, int]]:
    return {(c.remissvar, c.start) for c in run.coverage if c.synpunkt == point}


@pytest.mark.parametrize(
    "wrong",
    [
        lambda run: run.edit.rename("T0", "x"),
        lambda run: run.edit.rename(1, "  "),
        lambda run: run.edit.rename(99, "x"),
        lambda run: run.edit.merge(1),
        lambda run: run.edit.move("sp-0", 1),
        lambda run: run.edit.set_stance(run.synpunkter[0], "arg"),
        lambda run: run.edit.set_remissinstans("saknas.txt", "x"),
        lambda run: run.edit.undo(),
        lambda run: run.edit.undo("E0"),
    ],
)
def test_a_mistake_is_a_swedish_sentence_and_nothing_is_kept(run, wrong):
    with pytest.raises(RemissnlpError):
        wrong(run)
    with open_store(run.out) as store:
        assert store.edits() == []


def test_an_edited_run_is_what_the_next_run_gives(run, place):
    edited = run.edit.rename(1, "Nytt namn", reason="klarare", author="Eva").edit.hide(2)
    after = remissnlp.run(place / "corpus", out=place / "reports")
    assert after.teman == tuple(edited_since(edited, after))
    assert (after.synpunkter, after.fingerprint, after.edits) == (
        edited.synpunkter,
        edited.fingerprint,
        edited.edits,
    )
    edit = after.edits[0].edit
    assert (edit.author, edit.reason, edit.at[:2]) == ("Eva", "klarare", "20")


def edited_since(edited: Run, after: Run):
    since = {t.id: t.since_previous for t in after.teman}
    return [replace(t, since_previous=since[t.id]) for t in edited.teman]


def test_undo_and_undo_of_undo(run, place):
    edited = run.edit.rename(1, "Nytt namn")
    back = edited.edit.undo(reason="fel")
    assert back.teman == run.teman and back.fingerprint == run.fingerprint
    assert [o.status for o in back.edits] == ["undone", "applied"]
    assert undone_edits([o.edit for o in back.edits]) == {edited.edits[0].edit.id}
    again = back.edit.undo(back.edits[1].edit.id)
    assert again.teman == edited.teman
    assert remissnlp.run(place / "corpus", out=place / "reports").teman[0].label == "Nytt namn"


CORRECTIONS = {
    "rename": lambda run: run.edit.rename(1, "Nytt namn"),
    "merge": lambda run: run.edit.merge(2, 1),
    "split": lambda run: run.edit.split(run.teman[0].synpunkter[:1]),
    "move": lambda run: run.edit.move(run.teman[0].synpunkter[0], 2),
    "pin": lambda run: run.edit.pin(1),
    "hide": lambda run: run.edit.hide(1),
    "not_synpunkt": lambda run: run.edit.not_synpunkt(run.teman[0].synpunkter[0]),
    "stance": lambda run: run.edit.set_stance(run.teman[0].synpunkter[0], "neutral"),
    "remissinstans": lambda run: run.edit.set_remissinstans("skol.txt", "Grundskolenämnden"),
    "undo": lambda run: run.edit.undo(),
}


@pytest.mark.parametrize("earlier", [False, True], ids=["first", "later"])
@pytest.mark.parametrize("kind", get_args(EditKind))
def test_a_run_from_its_files_is_edited_as_the_run_itself(run, place, kind, earlier):
    if (
        earlier or kind == "undo"
    ):  # the files then show a run with edits, each of which changed something else
        first, second, *_ = run.teman
        edited = run.edit.set_remissinstans("kultur.txt", "Fritidsnämnden").edit.rename(first, "Tidigare")
        edited.edit.not_synpunkt(first.synpunkter[1]).edit.merge(second, first, label="Båda")
        remissnlp.run(place / "corpus", out=place / "reports")
    loaded = remissnlp.load_run(place / "reports" / "latest")
    changed = CORRECTIONS[kind](loaded)
    check(changed)
    after = remissnlp.run(place / "corpus", out=place / "reports")
    assert changed == replace(
        after,
        id=changed.id,
        created=changed.created,
        previous=changed.previous,
        timings=changed.timings,
        teman=tuple(edited_since(after, changed)),
    )
    assert changed.id.endswith(after.id[-8:])
    assert {o.status for o in changed.edits} == ({"applied", "undone"} if kind == "undo" else {"applied"})
    assert len(changed.edits) == 1 + 4 * (earlier or kind == "undo")


def test_a_run_from_its_files_can_be_undone_all_the_way(run, place):
    run.edit.hide(1).edit.not_synpunkt(run.teman[1].synpunkter[0]).edit.set_remissinstans("skol.txt", "X")
    remissnlp.run(place / "corpus", out=place / "reports")
    changed = remissnlp.load_run(place / "reports" / "latest").edit.undo().edit.undo().edit.undo()
    assert edited_since(changed, run) == list(run.teman)
    assert (changed.synpunkter, changed.remissvar, changed.coverage) == (
        run.synpunkter,
        run.remissvar,
        run.coverage,
    )
    assert changed.fingerprint == run.fingerprint
    with pytest.raises(RemissnlpError, match="ingen rättelse"):
        changed.edit.undo()


def test_what_the_store_no_longer_knows_can_be_edited_but_not_undone(run, place):
    run.edit.rename(1, "Nytt")
    remissnlp.run(place / "corpus", out=place / "reports")
    with open_store(place / "reports") as store:
        store._connection.execute("UPDATE runs SET base = NULL")
    loaded = remissnlp.load_run(place / "reports" / "latest")
    with pytest.raises(RemissnlpError, match="curate --undo"):
        loaded.edit.undo()
    assert loaded.edit.rename(1, "Nyare").teman[0].label == "Nyare"
    assert remissnlp.run(place / "corpus", out=place / "reports").teman[0].label == "Nyare"


def test_a_damaged_store_is_a_sentence_for_the_one_who_edits(run, place):
    run.edit.rename(1, "Nytt")
    remissnlp.run(place / "corpus", out=place / "reports")
    with open_store(place / "reports") as store:
        store._connection.execute("UPDATE runs SET base = x'00'")
    with pytest.raises(RemissnlpError, match="skadat"):
        remissnlp.load_run(place / "reports" / "latest").edit.undo()


def test_a_run_without_a_store_keeps_its_edits_to_itself(place):
    run = remissnlp.run(place / "corpus")
    edited = run.edit.rename(1, "Nytt").edit.hide(1)
    check(edited)
    assert edited.edit.undo().teman[0].label == "Nytt"
    assert remissnlp.run(place / "corpus").edits == ()


def test_a_lost_target_is_listed_and_comes_back(run, place):
    tema = run.teman[0]
    only = next(s for s in run.synpunkter if "rubrik" in s.quote and s.remissvar != tema.remissvar[0])
    file = next(r.file for r in run.remissvar if r.id == only.remissvar)
    run.edit.set_stance(only, "neutral")
    (place / "corpus" / file).unlink()
    after = remissnlp.run(place / "corpus", out=place / "reports")
    assert [o.status for o in after.edits] == ["lost"]
    assert any("En rättelse kunde inte göras" in w for w in after.warnings)
    diff = json.loads((place / "reports" / "latest" / "diff.json").read_text(encoding="utf-8"))
    assert [e["status"] for e in diff["edits"]] == ["lost"]
    manifest = json.loads((place / "reports" / "latest" / "run.json").read_text(encoding="utf-8"))
    assert [e["status"] for e in manifest["edits"]] == ["lost"]
    write_letter(place / "corpus", file)
    assert [o.status for o in remissnlp.run(place / "corpus", out=place / "reports").edits] == ["applied"]


def test_edits_outlive_the_store_and_its_file_beside(run, place):
    run.edit.rename(1, "Nytt namn")
    log = place / "reports" / FILE_NAME
    kept = log.read_bytes()
    log.unlink()
    remissnlp.run(place / "corpus", out=place / "reports")
    assert log.read_bytes() == kept
    (place / "reports" / "remissnlp.db").unlink()
    assert remissnlp.run(place / "corpus", out=place / "reports").teman[0].label == "Nytt namn"
    log.write_text(log.read_text(encoding="utf-8") + "skräp\n", encoding="utf-8")
    with pytest.raises(RemissnlpError, match="Rad 2"):
        remissnlp.run(place / "corpus", out=place / "reports")


def test_edits_of_every_kind_survive_new_responses_and_another_model(run, place, small_model):
    corpus, reports = place / "corpus", place / "reports"
    renamed, merged, other, *_ = run.teman
    others = [s.id for s in run.synpunkter if s.tema is None]
    loose = [*others, *run.teman[-1].synpunkter]
    edited = run.edit.rename(renamed, "Omdöpt")
    edited = edited.edit.merge(merged, other, label="Sammanslaget")
    edited = edited.edit.pin(renamed)
    edited = edited.edit.split(renamed.synpunkter[:1], label="Utbrutet")
    edited = edited.edit.set_stance(renamed.synpunkter[1], "neutral")
    edited = edited.edit.set_remissinstans("skol.txt", "Grundskolenämnden")
    dropped = next(s for s in loose if s not in {*renamed.synpunkter, *merged.synpunkter, *other.synpunkter})
    edited = edited.edit.not_synpunkt(dropped)
    edited = edited.edit.move(merged.synpunkter[0], renamed.id)
    hidden = other.synpunkter[1]
    edited = edited.edit.split([hidden], label="Ska döljas")
    edited = edited.edit.hide(next(t for t in edited.teman if t.label == "Ska döljas"))
    edited = edited.edit.rename(merged, "Ett förhastat namn").edit.undo()
    arriving = ["social.txt", "idrott.txt", "teknisk.txt", "social.txt", "idrott.txt"]
    for n, name in enumerate(arriving):
        write_letter(corpus, name)
        if n >= 3:  # the same demands from someone else
            text = (corpus / name).read_text(encoding="utf-8").replace("nämnden", "styrelsen")
            (corpus / f"ny-{name}").write_text(text, encoding="utf-8")
        after = remissnlp.run(corpus, out=reports, model=small_model if n >= 3 else None)
        check(after)
        assert {o.edit.kind for o in after.edits} == set(get_args(EditKind))
        assert [(o.edit.id, o.status) for o in after.edits] == [(o.edit.id, o.status) for o in edited.edits]
        assert "lost" not in {o.status for o in after.edits}
        home = {s.id: s.tema for s in after.synpunkter}
        label = {t.id: t.label for t in after.teman}
        stance = {s.id: s.stance for s in after.synpunkter}
        assert label[home[renamed.synpunkter[1]]] == "Omdöpt"
        assert label[home[renamed.synpunkter[0]]] == "Utbrutet"
        assert home[merged.synpunkter[0]] == home[renamed.synpunkter[1]] == renamed.id
        assert label[home[other.synpunkter[0]]] == "Sammanslaget"
        assert stance[renamed.synpunkter[1]] == "neutral"
        assert dropped not in home
        assert "Grundskolenämnden" in {r.remissinstans for r in after.remissvar}
        assert home[hidden] is None and "Ska döljas" not in label.values()
    assert after.model.revision != run.model.revision


@pytest.fixture(scope="session")
def small_model(tmp_path_factory) -> Path:
    """Return a static model of few words, of another kind than the embedded one."""
    import numpy as np
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers

    folder = tmp_path_factory.mktemp("modell")
    letters = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
    tokenizer = Tokenizer(models.WordLevel({c: i for i, c in enumerate(["?", *letters])}, unk_token="?"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    tokenizer.save(str(folder / "tokenizer.json"))
    table = np.random.default_rng(0).normal(size=(len(letters) + 1, 16)).astype(np.float32)
    save_file({"embedding.weight": table}, folder / "model.safetensors")
    kind = "sentence_transformers.models.StaticEmbedding"
    modules = [{"idx": 0, "name": "0", "path": "", "type": kind}]
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    return folder


def test_author_is_git_s_or_the_system_s(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.name", "Eva Ek"], check=True)
    assert default_author() == "Eva Ek"
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "eva")
    assert default_author() == "eva"


def test_no_edits_change_nothing(run):
    assert replay(run, []) is run


def without_tema(run: Run, tema: Tema, into: Tema | None) -> Run:
    """Return the run as if a tema's synpunkter had come to stand in another tema, or in none."""
    name = into.id if into else None
    teman = [t for t in run.teman if t.id != tema.id]
    if into:
        grown = replace(into, synpunkter=(*into.synpunkter, *tema.synpunkter))
        teman = [grown if t.id == into.id else t for t in teman]
    points = tuple(replace(s, tema=name) if s.tema == tema.id else s for s in run.synpunkter)
    return replace(run, teman=tuple(teman), synpunkter=points)


def test_a_pinned_tema_is_put_together_again_and_may_grow(run):
    first, *_, second = sorted(run.teman, key=lambda tema: len(tema.synpunkter))
    log = [o.edit for o in run.edit.pin(first).edits]
    for changed in (without_tema(run, first, None), without_tema(run, first, second)):
        after = replay(changed, log)
        check(after)
        [kept] = [t for t in after.teman if t.id == first.id]
        assert kept.label == first.label and set(kept.synpunkter) == set(first.synpunkter)
        assert len(after.synpunkter) == len(run.synpunkter)
    [grown] = [t for t in replay(without_tema(run, second, first), log).teman if t.id == first.id]
    assert grown.label == first.label
    assert set(grown.synpunkter) == {*first.synpunkter, *second.synpunkter}


def test_what_comes_to_a_hidden_tema_is_hidden_but_counts_as_a_synpunkt(run):
    first, second = run.teman[:2]
    log = [o.edit for o in run.edit.hide(first).edits]
    after = replay(without_tema(run, second, first), log)
    check(after)
    assert first.id not in {t.id for t in after.teman}
    assert len(after.synpunkter) == len(run.synpunkter)
    home = {s.id: s.tema for s in after.synpunkter}
    assert {home[s] for s in (*first.synpunkter, *second.synpunkter)} == {None}
