"""Turning the table: what tells paragraphs apart stays, what tells speakers apart goes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remissnlp.training import demands, discriminant
from remissnlp.training.demands import find_demands
from remissnlp.training.discriminant import DiscriminantOptions, sample_documents, turn_table
from remissnlp.training.passages import Passages, tokenise
from remissnlp.training.scatter import leading_axes, squares_inside
from remissnlp.training.sorted_points import SortedPoints
from remissnlp.training.vocabulary import learn_vocabulary

BODIES = ["nämnden anser", "styrelsen menar", "förbundet framhåller", "verket påpekar"]
MATTERS = ["snö på vägar", "lärare i skolor", "vård av äldre", "mark för bostäder", "ljud från tåg"]


def _passages(sentences, paragraph, document):
    columns = [np.array(column, dtype=np.int32) for column in (np.zeros(len(sentences)), document, paragraph)]
    return Passages(("a",), tuple(sentences), *columns)


@pytest.fixture
def responses(monkeypatch):
    """Forty documents, a paragraph a matter, a sentence a body."""
    monkeypatch.setattr(discriminant, "FEWEST_TOKENS", 1)
    rows = [
        (f"{body} {matter}", d * 10 + m, d)
        for d in range(40)
        for m, matter in enumerate(MATTERS)
        for body in BODIES
    ]
    return _passages(*zip(*rows, strict=True))


def _near(vectors, first, second):
    vectors = vectors - vectors.mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors[first] @ vectors[second]


def test_paragraphs_are_told_apart_and_bodies_are_not(responses):
    tokenizer = learn_vocabulary(list(responses.sentences), 300)
    tokens = tokenise(responses.sentences, tokenizer)
    table = np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 24)).astype(np.float32)

    def turn():
        rng = np.random.default_rng(0)
        return turn_table(table, responses, tokens, tokenizer, DiscriminantOptions(), rng, dimensions=8)

    turned = turn()
    np.testing.assert_array_equal(turned, turn())
    assert turned.shape == (len(table), 8)
    assert np.linalg.norm(turned, axis=1).mean() == pytest.approx(
        np.linalg.norm(table, axis=1).mean(), rel=1e-4
    )
    gain = []
    for some in (table, turned):
        vectors = discriminant.mean_rows(some, tokens, np.arange(20))
        # 0 and 1: the same matter by two bodies; 0 and 4: two matters by the same body
        gain.append(_near(vectors, 0, 1) - _near(vectors, 0, 4))
    assert gain[1] > gain[0] + 0.5


def test_nothing_to_learn_leaves_the_table(responses):
    few = responses.select(np.arange(len(responses.sentences)) < 8)
    tokenizer = learn_vocabulary(list(few.sentences), 300)
    table = np.ones((tokenizer.get_vocab_size(), 6), dtype=np.float32)
    tokens = tokenise(few.sentences, tokenizer)
    rng = np.random.default_rng(0)
    turned = turn_table(table, few, tokens, tokenizer, DiscriminantOptions(), rng, dimensions=4)
    np.testing.assert_array_equal(turned, table[:, :4])


def test_no_document_is_in_two_chunks(responses, monkeypatch):
    monkeypatch.setattr(discriminant, "CHUNK", 50)
    tokens = tokenise(responses.sentences, learn_vocabulary(list(responses.sentences), 300))
    chunks = list(sample_documents(responses, tokens, np.random.default_rng(0)))
    assert len(chunks) > 1
    documents = [set(responses.document[chunk].tolist()) for chunk in chunks]
    assert sum(map(len, documents)) == len(set.union(*documents)) == 40


@pytest.fixture
def wishes(monkeypatch):
    monkeypatch.setattr(demands, "FEWEST_DOCUMENTS", 10)
    subjects = [f"{a}{b}" for a in ("skol", "väg", "vård", "miljö") for b in ("frågan", "planen", "budgeten")]
    said = [
        ("Texten om {} är oklar och bör förtydligas.", "Ordet {} är otydligt och oklart."),
        ("Det saknas resurser och pengar till {}.", "Pengar och medel räcker inte till {}."),
    ]
    sentences = [
        pattern.format(subject)
        for subject in subjects
        for several in said
        for pattern in several
        for _ in range(3)
    ]
    return _passages(sentences, range(len(sentences)), np.arange(len(sentences)) // 12)


def test_demands_are_found_by_cues_and_lose_their_word(wishes):
    found = find_demands(wishes, np.random.default_rng(0))
    assert set(found.kind.tolist()) == {0, 1}
    text = " ".join(found.sentences)
    assert "förtydligas" not in text
    assert "resurser" not in text
    assert len(found.sentences) == 2 * 12  # one a document and kind


@pytest.mark.parametrize("share", [0.5, 1])
def test_demands_of_a_kind_come_closer(wishes, monkeypatch, share):
    monkeypatch.setattr(discriminant, "FEWEST_TOKENS", 1)
    monkeypatch.setattr(discriminant, "FEWEST_SENTENCES", 2)
    monkeypatch.setattr(discriminant, "DEMAND_PART", 4)
    wishes = Passages(
        wishes.sources,
        wishes.sentences,
        wishes.source,
        wishes.document,
        wishes.document * 6 + np.arange(144) % 6,
    )
    tokenizer = learn_vocabulary(list(wishes.sentences), 300)
    tokens = tokenise(wishes.sentences, tokenizer)
    table = np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 24)).astype(np.float32)
    rng = np.random.default_rng(0)
    options = DiscriminantOptions(demand_share=share)
    turned = turn_table(table, wishes, tokens, tokenizer, options, rng, dimensions=8)
    assert turned.shape == (len(table), 8)
    unclear, other, poor = 0, 12, 6  # the same about another matter, and another demand about the same
    before, after = (discriminant.mean_rows(some, tokens, np.arange(144)) for some in (table, turned))
    gains = [_near(v, unclear, other) - _near(v, unclear, poor) for v in (before, after)]
    assert gains[1] > gains[0]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_squares_inside_ignore_where_the_groups_lie(seed):
    rng = np.random.default_rng(seed)
    group = rng.integers(0, 5, 30)
    vectors = rng.normal(size=(30, 3)).astype(np.float32)
    moved = (vectors + rng.normal(size=(5, 3))[group]).astype(np.float32)
    squares, members = squares_inside(vectors, group)
    np.testing.assert_allclose(squares_inside(moved, group)[0], squares, atol=1e-3)
    assert members == sum(np.sum(group == g) for g in range(5) if np.sum(group == g) > 1)


def test_axes_follow_the_signal():
    signal, noise = np.diag([1.0, 9.0, 4.0]), np.eye(3)
    axes = leading_axes(signal, noise, shrinkage=0, spread=0.5, dimensions=2)
    np.testing.assert_allclose(axes, [[0, 0], [1, 0], [0, 2 / 3]], atol=1e-6)


def test_sorted_points_turn_the_table_towards_what_tells_them_apart(responses):
    """Running text here says nothing of how responses are written; the points that were sorted do."""
    spoken = [f"{body} att {matter} räcker inte" for matter in MATTERS for body in BODIES]
    sections = [matter for matter in MATTERS for _ in BODIES]
    points = [SortedPoints(tuple(spoken), tuple(sections))] * 3
    running = responses.select(np.arange(len(responses.sentences)) < 100)
    tokenizer = learn_vocabulary([*running.sentences, *spoken], 300)
    tokens = tokenise(running.sentences, tokenizer)
    table = np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 24)).astype(np.float32)

    def near(given, share=0.5):
        options, rng = DiscriminantOptions(sorted_share=share), np.random.default_rng(0)
        turned = turn_table(
            table, running, tokens, tokenizer, options, rng, dimensions=8, sorted_points=given
        )
        vectors = discriminant.mean_rows(turned, tokenise(spoken, tokenizer), np.arange(len(spoken)))
        return _near(vectors, 0, 1) - _near(vectors, 0, 4)

    assert near(points) > near([])
    assert near(points, share=0) == pytest.approx(near([]), abs=1e-5)
    useless = [SortedPoints(("en", "två"), ("a", "b")), SortedPoints(("en", "två"), ("a", "a"))]
    assert near([*useless]) == near([])
