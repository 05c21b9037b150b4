from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from remissnlp.records import Span
from remissnlp.themes.ranking import score_counts, score_tema

COUNTS = st.tuples(*(st.integers(1, 40) for _ in range(5)))


@given(COUNTS, COUNTS)
def test_score_orders_as_the_counts_do(first, second):
    assert (score_counts(*first) < score_counts(*second)) == (first < second)


def test_only_what_asks_is_counted(make_point, make_answer):
    answers = {name: make_answer(name, instans=name) for name in "abc"}
    asks = make_point(0, "Rubriken bör ändras.", remissvar="a")
    praise = [make_point(n, "Bra.", remissvar="bc"[n - 1], stance="positiv") for n in (1, 2)]
    assert 1 < score_tema([asks, *praise], answers) == score_tema([asks], answers) < 2
    assert 0 < score_tema(praise, answers) < 1


def test_an_unread_instans_counts_as_one_of_its_own(make_point, make_answer):
    answers = {name: make_answer(name, instans=None) for name in "ab"}
    both = [make_point(n, "Rubriken bör ändras.", remissvar="ab"[n]) for n in (0, 1)]
    assert score_tema(both, answers) > 2


def test_what_the_writers_stress_comes_first_among_equals(make_point, make_answer):
    answers = {"a": make_answer("a", instans="A")}
    plain = [make_point(n, "Rubriken bör ändras.", remissvar="a") for n in (1, 2, 3)]
    stressed = replace(make_point(4, "Målen bör mätas.", remissvar="a"), repeats=((Span(0, 3),),))
    assert score_tema([stressed], answers) > score_tema(plain, answers)
    assert score_tema([stressed, plain[0]], answers) > score_tema([stressed], answers)
