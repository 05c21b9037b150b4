from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remissnlp.records import Remissvar
from remissnlp.themes.adding import add_synpunkter, pays_to_regroup
from remissnlp.themes.building import build_base, placed

THRESHOLD = 0.45
EARLY = [
    ("a", "Förvaltningen önskar indikatorer som kan följas över tid."),
    ("b", "Nämnden föreslår indikatorer som kan följas över tid."),
    ("c", "Kontoret saknar indikatorer som kan följas över tid."),
    ("a", "Förvaltningen anser att rubrikerna bör ses över."),
    ("b", "Nämnden anser att rubrikerna i programmet bör ses över."),
    ("c", "Prislistan hanteras i särskild ordning av kommunstyrelsen."),
    ("b", "Nämnden har inget att erinra mot förslaget."),
]
LATE = [
    ("d", "Styrelsen önskar att det finns indikatorer som kan följas över tid."),
    ("d", "Styrelsen anser att skyddet av dricksvattnet måste beskrivas."),
    ("e", "Bolaget anser att skyddet av dricksvattnet bör beskrivas."),
    ("e", "Bolaget vill att prislistan hanteras av kommunstyrelsen i särskild ordning."),
    ("e", "Bolaget ser gärna fler cykelställ vid stationerna."),
]
ANSWERS = [Remissvar(n, f"{n}.txt", "", "", remiss="KS 1", remissinstans=f"Instans {n}") for n in "abcde"]


@pytest.fixture
def early(make_point):
    return [make_point(n, text, remissvar=r) for n, (r, text) in enumerate(EARLY)]


@pytest.fixture
def late(make_point):
    return [make_point(10 + n, text, remissvar=r) for n, (r, text) in enumerate(LATE)]


@pytest.fixture
def base(early, encoder):
    _, found = build_base(early, ANSWERS[:3], encoder=encoder, threshold=THRESHOLD)
    assert found is not None
    return found


def add(base, points, encoder, answers=ANSWERS):
    teman = add_synpunkter(base, points, answers, encoder=encoder, threshold=THRESHOLD)
    return teman, placed(points, teman)


def members(teman):
    return {frozenset(tema.synpunkter) for tema in teman}


def check(teman, points):
    by_id = {s.id: s for s in points}
    assert [t.rank for t in teman] == list(range(1, len(teman) + 1))
    assert [t.score for t in teman] == sorted((t.score for t in teman), reverse=True)
    assert len({t.label for t in teman}) == len({t.id for t in teman}) == len(teman)
    for tema in teman:
        own = [by_id[s] for s in tema.synpunkter]
        assert all(s.tema == tema.id for s in own)
        assert set(tema.remissvar) == {s.remissvar for s in own}
        assert sum(tema.stances.values()) == len(own)
    assert {s.id for s in points if s.tema} == {s for t in teman for s in t.synpunkter}


def test_nothing_new_leaves_the_teman_as_they_are(base, early, encoder):
    teman, points = add(base, early, encoder, ANSWERS[:3])
    assert teman == base.teman
    check(teman, points)


def test_the_new_joins_what_is_there_and_the_rest_makes_teman_of_its_own(base, early, late, encoder):
    teman, points = add(base, [*early, *late], encoder)
    check(teman, points)
    assert members(teman) == {
        frozenset({"s0", "s1", "s2", "s10"}),
        frozenset({"s3", "s4"}),
        frozenset({"s11", "s12"}),  # two new ones
        frozenset({"s5", "s13"}),  # a new one with one that stood alone
    }
    assert {s.id for s in points if s.tema is None} == {"s6", "s14"}
    untouched = next(t for t in teman if "s3" in t.synpunkter)
    before = next(t for t in base.teman if "s3" in t.synpunkter)
    assert (untouched.id, untouched.label, untouched.synpunkter) == (
        before.id,
        before.label,
        before.synpunkter,
    )


def test_it_comes_out_as_if_the_whole_had_been_grouped_at_once(base, early, late, encoder):
    teman, _ = add(base, [*early, *late], encoder)
    whole, _ = build_base([*early, *late], ANSWERS, encoder=encoder, threshold=THRESHOLD)
    assert members(teman) == members(whole)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(draw):
    from tests.themes.conftest import TrigramEncoder

    encoder = TrigramEncoder()
    points = [_point(n, r, text) for n, (r, text) in enumerate([*EARLY, *LATE])]
    _, base = build_base(points[: len(EARLY)], ANSWERS[:3], encoder=encoder, threshold=THRESHOLD)
    shuffled = random.Random(draw.random()).sample(points, len(points))
    assert base is not None
    assert add(base, shuffled, encoder)[0] == add(base, points, encoder)[0]


def _point(n, remissvar, text):
    from remissnlp.records import Span, Synpunkt

    span = Span(1000 * n, 1000 * n + len(text))
    return Synpunkt(f"s{n}", remissvar, (span,), text, text, "forslag", None, None, 1)


def test_what_is_gone_leaves_its_tema(base, early, encoder):
    teman, points = add(base, [s for s in early if s.id != "s1"], encoder)
    check(teman, points)
    assert members(teman) == {frozenset({"s0", "s2"}), frozenset({"s3", "s4"})}
    assert {t.label for t in teman}.isdisjoint({""})
    teman, points = add(base, [s for s in early if s.id not in ("s3", "s1")], encoder)
    assert members(teman) == {frozenset({"s0", "s2"})}
    assert {s.id for s in points if s.tema is None} == {"s4", "s5", "s6"}


def test_a_small_share_of_new_ones_keeps_name_and_order(make_point, encoder):
    texts = [f"Nämnden föreslår indikatorer som kan följas över tid, för mål nummer {n}." for n in range(10)]
    points = [make_point(n, text, remissvar="abc"[n % 3]) for n, text in enumerate(texts)]
    _, base = build_base(points, ANSWERS[:3], encoder=encoder, threshold=THRESHOLD)
    assert base is not None and len(base.teman) == 1
    new = make_point(50, "Styrelsen önskar indikatorer som kan följas över tid.", remissvar="d")
    [tema], _ = add(base, [*points, new], encoder)
    assert tema.label == base.teman[0].label
    assert tema.synpunkter == (*base.teman[0].synpunkter, "s50")
    assert tema.remissinstanser == (*base.teman[0].remissinstanser, "Instans d")


def test_who_answered_is_counted_as_it_is_known_now(base, early, encoder):
    from dataclasses import replace

    renamed = [replace(r, remissinstans=f"Nytt namn {r.id}") for r in ANSWERS[:3]]
    teman, _ = add(base, early, encoder, renamed)
    assert set(teman[0].remissinstanser) == {"Nytt namn a", "Nytt namn b", "Nytt namn c"}


def test_when_it_pays_to_group_the_whole_anew():
    few = {str(n) for n in range(1000)}
    many = {str(n) for n in range(5000)}
    assert pays_to_regroup(few, {*few, "ny"})
    assert not pays_to_regroup(many, {*many, "ny"})
    assert not pays_to_regroup(many, {*many, *(f"ny {n}" for n in range(500))})
    assert pays_to_regroup(many, {*many, *(f"ny {n}" for n in range(501))})
    assert pays_to_regroup(many, {str(n) for n in range(4499)})
