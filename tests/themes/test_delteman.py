import numpy as np

from remissnlp.themes.clustering import cut_tree, linkage_tree
from remissnlp.themes.delteman import LARGE, divide

DISTANCE = 0.86


def blocks(*sizes, inside=0.9, across=0.2):
    n = sum(sizes)
    alike = np.full((n, n), across)
    at = 0
    for size in sizes:
        alike[at : at + size, at : at + size] = inside
        at += size
    np.fill_diagonal(alike, 1.0)
    tree = linkage_tree(iter([alike]), n)
    return divide(tree, DISTANCE, cut_tree(tree, DISTANCE))


def test_a_large_tema_of_two_matters_has_two_delteman():
    assert blocks(5, 4).tolist() == [0] * 5 + [1] * 4


def test_what_fits_no_deltema_is_in_none():
    assert blocks(5, 4, 1).tolist() == [0] * 5 + [1] * 4 + [-1]


def test_no_sub_headings_where_they_do_not_help():
    assert set(blocks(2, 2).tolist()) == {-1}, f"fewer than {LARGE}"
    assert set(blocks(10).tolist()) == {-1}, "of one piece"
    assert set(blocks(30, 3).tolist()) == {-1}, "nearly of one piece"
    assert set(blocks(9, 9, across=0.0).tolist()) == {-1}, "two teman, each of one piece"


def test_nothing_to_divide():
    assert divide(np.empty((0, 4)), DISTANCE, np.empty(0, dtype=np.int64)).shape == (0,)
