import numpy as np

from remissnlp.themes.clustering import cut_tree, drop_small, linkage_tree, number_by_first

ALIKE = np.array([[1, 0.9, 0.1, 0.0], [0.9, 1, 0.2, 0.0], [0.1, 0.2, 1, 0.8], [0.0, 0.0, 0.8, 1]])


def test_cut_by_threshold():
    tree = linkage_tree(iter([ALIKE[:3], ALIKE[3:]]), 4)
    assert cut_tree(tree, 0.3).tolist() == [0, 0, 1, 1]
    assert cut_tree(tree, 0.95).tolist() == [0, 0, 0, 0]
    assert cut_tree(tree, 0.05).tolist() == [0, 1, 2, 3]


def test_no_tree_over_one():
    assert linkage_tree(iter(()), 1).shape == (0, 4)
    assert cut_tree(linkage_tree(iter(()), 1), 0.5).tolist() == [0]


def test_numbers_by_first_member():
    assert number_by_first(np.array([7, -1, 3, 7, 3])).tolist() == [0, -1, 1, 0, 1]


def test_small_groups_are_dissolved():
    assert drop_small(np.array([0, 1, 1, 2, 2, 2]), 2).tolist() == [-1, 1, 1, 2, 2, 2]
    assert drop_small(np.array([0, 1, 1, 2]), 2, n_codes=1).tolist() == [0, 1, 1, -1]
    assert drop_small(np.empty(0, dtype=np.int64), 2).tolist() == []
