import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone

from remissnlp.themes import ThemeContext, ThemeModel, Weights
from tests.themes.conftest import TEXTS, TrigramEncoder


def partition(labels, texts):
    """The groups as sets of texts, whatever their numbers and the order of the texts."""
    groups = {}
    for label, text in zip(labels.tolist(), texts, strict=True):
        groups.setdefault(label if label >= 0 else f"alone {text}", []).append(text)
    return sorted(sorted(group) for group in groups.values())


def test_groups_what_says_the_same(encoder, texts):
    labels = ThemeModel(encoder=encoder, threshold=0.1, random_state=0).fit_predict(texts)
    assert labels[0] == labels[1] == labels[2] >= 0
    assert labels[3] == labels[4] == labels[5] >= 0
    assert labels[0] != labels[3]
    assert labels[6] == -1


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_few_texts_are_legal(encoder, n):
    labels = ThemeModel(encoder=encoder).fit_predict(TEXTS[:n])
    assert labels.shape == (n,)
    assert labels.dtype.kind == "i"


def test_one_text_stands_alone(encoder):
    assert ThemeModel(encoder=encoder).fit_predict(["Bra."]).tolist() == [-1]


def test_two_unlike_texts_stand_alone(encoder):
    labels = ThemeModel(encoder=encoder).fit_predict(["Indikatorer saknas.", "Prislistan höjs kraftigt."])
    assert labels.tolist() == [-1, -1]


def test_same_words_share_a_tema_among_many(encoder, texts):
    labels = ThemeModel(encoder=encoder, threshold=0.9).fit_predict([*texts, texts[3]])
    assert labels[3] == labels[-1] >= 0
    assert labels.tolist().count(labels[3]) == 2


def test_same_words_share_a_tema_when_alone(encoder):
    assert ThemeModel(encoder=encoder).fit_predict(["Rubriken bör ändras."] * 2).tolist() == [0, 0]


def test_min_size_keeps_small_groups_or_not(encoder, texts):
    alone = ThemeModel(encoder=encoder, min_size=1).fit_predict(texts)
    assert (alone >= 0).all()
    large = ThemeModel(encoder=encoder, min_size=100).fit_predict(texts)
    assert (large == -1).all()


def test_numbers_follow_the_first_member(encoder, texts):
    labels = ThemeModel(encoder=encoder, min_size=1).fit_predict(texts)
    first = [labels.tolist().index(k) for k in range(labels.max() + 1)]
    assert first == sorted(first)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(TEXTS) * 2)))
def test_order_does_not_matter(order):
    texts = [*TEXTS, *(text.replace("Förvaltningen", "Kommunen") for text in TEXTS)]
    model = ThemeModel(encoder=TrigramEncoder(), threshold=0.15, in_order=False)
    moved = [texts[i] for i in order]
    assert partition(model.fit_predict(moved), moved) == partition(model.fit_predict(texts), texts)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_texts_are_legal(texts):
    labels = ThemeModel(encoder=TrigramEncoder()).fit_predict(texts)
    assert labels.shape == (len(texts),)
    present = set(labels.tolist()) - {-1}
    assert present == set(range(len(present)))


def test_two_fits_agree(encoder, texts):
    first, second = (ThemeModel(encoder=encoder, random_state=seed).fit(texts) for seed in (0, 1))
    assert np.array_equal(first.labels_, second.labels_)
    assert np.array_equal(first.tree_, second.tree_)


def test_learned_state(encoder, texts):
    model = ThemeModel(encoder=encoder, threshold=0.1).fit(texts)
    assert model.n_clusters_ == len(set(model.labels_.tolist()) - {-1})
    assert model.centrality_[model.labels_ == -1].tolist() == [0.0]
    members = model.representatives(0)
    assert set(members.tolist()) == set(np.flatnonzero(model.labels_ == 0).tolist())
    assert (np.diff(model.centrality_[members]) <= 0).all()


def test_clone_and_parameters(encoder):
    model = ThemeModel(
        encoder=encoder, threshold=0.3, weights=Weights(dense=1.0, lexical=0.0), random_state=7
    )
    copy = clone(model)
    assert copy.get_params()["threshold"] == 0.3
    assert copy.get_params()["weights"] == model.weights
    assert not hasattr(copy, "labels_")
    assert copy.set_params(min_size=3).min_size == 3


def test_fit_returns_the_model_and_changes_no_parameter(encoder, texts):
    model = ThemeModel(encoder=encoder)
    before = model.get_params()
    assert model.fit(texts) is model
    assert model.get_params() == before


@pytest.mark.parametrize("bad", ["en text", [1, 2], [None], b"bytes"])
def test_only_texts_are_taken(encoder, bad):
    with pytest.raises(TypeError):
        ThemeModel(encoder=encoder).fit(bad)


def test_bad_parameters_are_refused(encoder, texts):
    with pytest.raises(ValueError, match="min_size"):
        ThemeModel(encoder=encoder, min_size=0).fit(texts)
    with pytest.raises(ValueError, match="sections"):
        ThemeModel(encoder=encoder).fit(texts, context=ThemeContext(sections=("En",)))


def test_context_draws_together(encoder):
    texts = ["Rubriken bör ändras.", "Prislistan är oklar.", "Målen är många.", "Bilagan saknas helt."]
    apart = ThemeModel(encoder=encoder, threshold=0.2).fit_predict(texts)
    context = ThemeContext(matters=("x", "x", None, None), refers_to=(("Mål",), ("Mål",), (), ()))
    weights = Weights(matter=0.5, reference=0.5)
    together = ThemeModel(encoder=encoder, threshold=0.2, weights=weights).fit_predict(texts, context=context)
    assert apart[0] == -1
    assert together[0] == together[1] >= 0
    assert together[2] == -1


def test_what_stands_next_to_each_other_is_a_little_closer(encoder):
    texts = ["Rubriken bör ändras.", "Prislistan är oklar.", "Målen är många.", "Bilagan saknas.", "Nej."]
    near = Weights(nearby=0.5)
    together = ThemeModel(encoder=encoder, threshold=0.4, weights=near).fit_predict(texts)
    assert together[0] == together[1] >= 0
    assert together[0] != together[4]
    heap = ThemeModel(encoder=encoder, threshold=0.4, weights=near, in_order=False).fit_predict(texts)
    assert heap.tolist() == [-1] * 5


def test_a_given_context_says_where_texts_stand(encoder):
    texts = ["Rubriken bör ändras.", "Prislistan är oklar.", "Målen är många.", "Bilagan saknas helt."]
    model = ThemeModel(encoder=encoder, threshold=0.3, weights=Weights(nearby=0.5))
    assert model.fit_predict(texts, context=ThemeContext()).tolist() == [-1] * 4
    context = ThemeContext(remissvar=("a", "b", "b", "a"), places=(0, 0, None, 1))
    assert model.fit_predict(texts, context=context).tolist() == [0, -1, -1, 0]
