from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.records import Coverage, Remissvar, Span, Synpunkt, slice_text
from remissnlp.reporting.fulltext import anchor, cut_text, repeat_anchor


@st.composite
def texts_with_marks(draw):
    """Draw a text, pages, and synpunkter whose spans and repeats never overlap."""
    text = draw(st.text(alphabet="aå \n🎭\x00", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = [Span(a, b) for a, b in pairwise(cuts)][::2]
    starts = sorted({0, *draw(st.sets(st.integers(0, len(text) - 1), max_size=4))})
    pages = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    points = []
    while spans:
        own, spans = spans[:2], spans[2:]
        repeats, spans = ((tuple(spans[:1]),), spans[1:]) if draw(st.booleans()) and spans else ((), spans)
        points.append((tuple(own), repeats))
    synpunkter = [
        Synpunkt(
            id=f"s {n}",
            remissvar="r",
            spans=own,
            quote=slice_text(text, own),
            reading="",
            stance="kritik",
            section=None,
            page=None,
            line=1,
            repeats=repeats,
        )
        for n, (own, repeats) in enumerate(points)
    ]
    remissvar = Remissvar("r", "r.txt", hashlib.sha256(b"").hexdigest(), text, pages=pages)
    middle = draw(st.integers(0, len(text)))
    coverage = [Coverage("r", 0, middle, "heading"), Coverage("r", middle, len(text), "contact")]
    return remissvar, synpunkter, [part for part in coverage if part.start < part.end]


@given(texts_with_marks())
def test_pieces_are_the_text_and_every_place_is_found_once(drawn):
    remissvar, synpunkter, coverage = drawn
    pieces = cut_text(remissvar, synpunkter, coverage)
    assert "".join(piece.text for piece in pieces) == remissvar.text
    assert all(piece.text for piece in pieces)
    assert [piece.page for piece in pieces if piece.page] == list(range(1, len(remissvar.pages) + 1))
    expected = [anchor("m", s.id) for s in synpunkter]
    expected += [repeat_anchor(s, n) for s in synpunkter for n in range(1, len(s.repeats) + 1)]
    assert sorted(piece.anchor for piece in pieces if piece.anchor) == sorted(expected)
    assert sum(piece.is_last for piece in pieces) == len(expected)
    for synpunkt in synpunkter:
        own = [p.text for p in pieces if p.synpunkt == synpunkt.id and p.kind == "synpunkt"]
        assert "".join(own) == synpunkt.quote


@given(st.lists(st.text(max_size=5), unique=True))
def test_anchors_are_safe_and_distinct(names):
    anchors = [anchor("s", name) for name in names]
    assert len(set(anchors)) == len(names)
    assert all(a.isascii() and not set(a) & set(" #%\"'<>&") for a in anchors)


def test_kind_follows_the_coverage_account(run):
    kultur = next(r for r in run.remissvar if r.id == "kultur")
    pieces = cut_text(
        kultur,
        [s for s in run.synpunkter if s.remissvar == "kultur"],
        [c for c in run.coverage if c.remissvar == "kultur"],
    )
    kinds = {piece.text: piece.kind for piece in pieces}
    assert kinds["Nämnden önskar indikatorer."] == "repeat"
    assert kinds["jas över tid."] == "synpunkt"
    assert kinds["\nKontakt: kansliet\n"] == "other"


@pytest.mark.parametrize("name", ["KS 2024/1", "å"])
def test_anchor_of_an_id_with_odd_characters(name):
    assert anchor("s", name) == {"KS 2024/1": "s-KS_20_2024_2f_1", "å": "s-_e5_"}[name]
