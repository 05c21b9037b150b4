from __future__ import annotations

import json
from dataclasses import replace

import pytest

from remissnlp.news.diff import Diff, diff_runs, known_synpunkter, render_diff_json, since_previous
from remissnlp.news.snapshot import follow, snapshot, target_of
from remissnlp.records import Run, Span
from remissnlp.reporting.markdown import render_markdown
from remissnlp.reporting.news import NOTHING, news_lead, news_text
from remissnlp.store import codec
from tests.reporting.example import example_run


@pytest.fixture
def run() -> Run:
    return example_run()


def regroup(run: Run, **groups: str) -> Run:
    """Return the run with other teman: id → its synpunkter, apart by spaces."""
    base = run.teman[0]
    teman = tuple(
        replace(base, id=name, label=f"Tema {name}", rank=n, synpunkter=tuple(members.split()))
        for n, (name, members) in enumerate(groups.items(), start=1)
    )
    home = {s: t.id for t in teman for s in t.synpunkter}
    points = tuple(replace(s, tema=home.get(s.id)) for s in run.synpunkter)
    return replace(run, id=f"run-{'-'.join(groups)}", teman=teman, synpunkter=points)


def test_nothing_new(run):
    found = diff_runs(run, run)
    assert found.is_empty
    assert news_lead(found) == NOTHING


def test_split_merged_moved_and_vanished(run):
    before = regroup(run, A="k-1 k-2 k-3 k-4", B="i-1 i-2")
    after = regroup(run, A="k-1 k-2", C="k-3 k-4", D="i-1 o-1")
    found = diff_runs(before, after)
    assert [(d.id, [i for i, _ in d.others]) for d in found.split_teman] == [("A", ["A", "C"])]
    assert [t.id for t in found.vanished_teman] == ["B"]
    assert {t.id for t in found.new_teman} == {"C", "D"}
    assert [(t.id, t.before, t.after) for t in found.shrunk_teman] == [("A", 4, 2)]
    assert {m.quote.synpunkt for m in found.moved_synpunkter} == {"k-3", "k-4", "i-1", "i-2", "o-1"}
    merged = diff_runs(after, regroup(run, A="k-1 k-2 k-3 k-4"))
    assert [(d.id, [i for i, _ in d.others]) for d in merged.merged_teman] == [("A", ["A", "C"])]
    text = news_text(found)
    for line in ("Teman som har delats", "”Tema A” har delats i ”Tema A” och ”Tema C”.", "Nya teman"):
        assert line in text


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [("a b", "a b", "unchanged"), ("a", "a b", "grown"), ("a b", "a", "shrunk"), ("a b", "a c", "grown")],
)
def test_since_previous(run, then, now, expected):
    first, second = (replace(run.teman[0], synpunkter=tuple(x.split())) for x in (then, now))
    assert since_previous(first, second, {}) == expected
    assert since_previous(None, second, {}) == "new"


def test_responses_that_came_changed_and_went(run):
    fewer = replace(run, remissvar=run.remissvar[1:], synpunkter=run.synpunkter[2:], teman=run.teman[1:])
    first = run.remissvar[0].id
    assert [r.id for r in diff_runs(fewer, run).new_remissvar] == [first]
    assert [r.id for r in diff_runs(run, fewer).gone_remissvar] == [first]
    other = replace(run, remissvar=(replace(run.remissvar[0], id="ny"), *run.remissvar[1:]))
    other = replace(
        other,
        synpunkter=tuple(replace(s, remissvar="ny") if s.remissvar == first else s for s in run.synpunkter),
    )
    assert [r.id for r in diff_runs(run, other).changed_remissvar] == ["ny"]


def test_a_synpunkt_is_followed_by_its_place_and_by_its_words(run):
    point = run.synpunkter[0]
    file = next(r.source for r in run.remissvar if r.id == point.remissvar)
    start, end = point.spans[0]
    moved = replace(target_of(point, file), id="gammal", spans=(Span(start, end - 3),))
    assert follow([moved], run) == {"gammal": point.id}
    elsewhere = replace(moved, spans=(Span(end + 500, end + 600),))
    assert follow([elsewhere], run) == {}
    replaced = replace(elsewhere, remissvar="rv-gammal")
    assert follow([replaced], run) == {"gammal": point.id}
    assert follow([replace(replaced, quote="Annat.")], run) == {}
    assert len(set(follow([moved, replace(replaced, id="till")], run).values())) == 1


def test_no_synpunkt_is_taken_for_one_that_is_gone_when_it_was_there_itself(run):
    point = run.synpunkter[0]
    gone = replace(point, id="borta")
    assert known_synpunkter(replace(run, synpunkter=(gone, *run.synpunkter)), run) == {
        s.id: s.id for s in run.synpunkter
    }
    without = replace(run, synpunkter=run.synpunkter[1:])
    assert known_synpunkter(replace(without, synpunkter=(gone, *without.synpunkter)), run) == {
        "borta": point.id,
        **{s.id: s.id for s in without.synpunkter},
    }


def test_a_snapshot_survives_the_store(run):
    kept = snapshot(run)
    assert codec.decode(codec.encode(kept, Run), Run) == kept
    assert diff_runs(kept, run).is_empty
    assert not any(r.text for r in kept.remissvar)


def test_diff_json(run):
    found = diff_runs(regroup(run, A="k-1 k-2"), regroup(run, A="k-1 k-2 k-3"))
    content = json.loads(render_diff_json(found))
    assert content["schema"] == "remissnlp/diff/1"
    assert content["grown_teman"][0]["quotes"][0]["synpunkt"] == "k-3"
    assert set(content) == {"schema", *Diff.__dataclass_fields__}


def test_markdown_tells_it_with_markup_escaped(run):
    found = diff_runs(regroup(run, A="k-2"), regroup(run, A="k-2 k-1"))
    text = render_markdown(run, news=found)
    assert "## Nytt sedan förra körningen" in text
    assert r"\<script\>" in text.partition("## Nytt sedan")[2].partition("\n## Teman")[0]
