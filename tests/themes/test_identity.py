from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.identity import Seen, assign_ids, likeness, lineage, match


def seen(name: str, members: str, *centroid: float) -> Seen:
    vector = np.array(centroid, dtype=np.float32) if centroid else None
    return Seen(name, frozenset(members), vector)


def test_the_same_synpunkter_are_the_same_tema():
    assert match([seen("n1", "ab"), seen("n2", "cd")], [seen("A", "cd"), seen("B", "ab")]) == {
        "n1": "B",
        "n2": "A",
    }


@pytest.mark.parametrize(
    ("members", "same"), [("abc", True), ("ab", True), ("abcx", True), ("a", False), ("xyz", False)]
)
def test_a_tema_is_the_same_while_enough_is_shared(members, same):
    found = match([seen("n", members)], [seen("A", "abcd")])
    assert found == ({"n": "A"} if same else {})


def test_near_centroids_help_but_do_not_decide():
    old = [seen("A", "abcd", 1, 0)]
    assert match([seen("n", "abxy", 1, 0)], old) == {"n": "A"}
    assert match([seen("n", "axyz", 1, 0)], old) == {}
    assert match([seen("n", "wxyz", 1, 0)], old) == {}


def test_without_common_synpunkter_only_a_very_near_centroid_is_the_same():
    old = [seen("A", "", 1, 0)]
    assert match([seen("n", "xy", 1, 0)], old) == {"n": "A"}
    assert match([seen("n", "xy", 0.8, 0.6)], old) == {}
    assert match([seen("n", "xy")], old) == {}


def test_the_assignment_is_optimal_not_greedy():
    """Greedily n1 would take A, its best, and leave n2 and B with nothing."""
    n1, n2 = "abcde" + "fghi", "jklm" + "xy"
    first, second = "abcde" + "jklm", "fghi" + "zw"
    new, old = [seen("n1", n1), seen("n2", n2)], [seen("A", first), seen("B", second)]
    alike = likeness(new, old)
    assert alike[0, 0] == alike.max()
    assert match(new, old, threshold=0.3) == {"n1": "B", "n2": "A"}


def test_growth_does_not_change_a_tema():
    ids = assign_ids([seen("n", "abuvwxyz")], [seen("A", "ab")], known=set("ab"))
    assert ids == {"n": "A"}


def test_a_tema_that_comes_back_is_itself():
    before, vanished = [seen("A", "ab")], [seen("B", "cd")]
    ids = assign_ids([seen("n1", "ab"), seen("n2", "cd")], before, vanished, known=set("ab"))
    assert ids == {"n1": "A", "n2": "B"}


def test_no_new_tema_gets_an_id_that_has_meant_another():
    ids = assign_ids([seen("A", "xy"), seen("n", "ab")], [seen("A", "ab")], known=set("ab"))
    assert ids["n"] == "A" and ids["A"] not in ("A", "n")


partitions = st.dictionaries(st.integers(0, 40).map(str), st.integers(0, 8), max_size=40)


def test_a_tema_of_a_code_keeps_its_id_whatever_is_in_it():
    before = [seen("T-code", "abcd"), seen("B", "efgh")]
    new = [seen("T-code", "xy"), seen("n", "abcd")]
    ids = assign_ids(new, before, known=set("abcdefgh"), fixed={"T-code"})
    assert ids["T-code"] == "T-code"
    assert ids["n"] not in {"T-code", "B"}


def as_seen(partition: dict[str, int], prefix: str) -> list[Seen]:
    groups: dict[int, set[str]] = {}
    for point, group in partition.items():
        groups.setdefault(group, set()).add(point)
    return [Seen(f"{prefix}{g}", frozenset(members)) for g, members in groups.items()]


@given(partitions, partitions, st.randoms())
def test_matching_is_one_to_one_and_knows_no_order(first, second, chance: random.Random):
    old, new = as_seen(first, "o"), as_seen(second, "n")
    found = assign_ids(new, old, known=set(first))
    assert len(set(found.values())) == len(found) == len(new)
    chance.shuffle(old)
    chance.shuffle(new)
    assert assign_ids(new, old, known=set(first)) == found


@given(partitions, partitions)
def test_what_did_not_change_keeps_its_id(first, second):
    old, new = as_seen(first, "o"), as_seen({**second, **{k: v for k, v in first.items() if v < 3}}, "n")
    found = assign_ids(new, old, known=set(first))
    present = {s for t in new for s in t.synpunkter}
    same = {t.synpunkter & present: t.id for t in old}
    for tema in new:
        common = tema.synpunkter & set(first)
        if common and common in same:
            assert found[tema.id] == same[common]


def test_splits_and_merges():
    before = {"A": set("abcd"), "B": set("ef"), "C": set("gh"), "D": set("ij")}
    after = {"A": set("ab"), "E": set("cdz"), "B": set("efgh"), "F": set("i")}
    found = lineage(before, after)
    assert found.split == {"A": ("A", "E")}
    assert found.merged == {"B": ("B", "C")}
