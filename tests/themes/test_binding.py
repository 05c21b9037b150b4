import pytest

from remissnlp.themes.binding import bond, openness


@pytest.mark.parametrize(
    ("bound", "free", "follower"),
    [("krav", "miljön", "på"), ("översyn", "våtmarker", "av"), ("undantag", "kommunerna", "från")],
)
def test_a_word_holds_on_to_what_it_needs(bound, free, follower):
    assert bond(bound, follower) > 0.8
    assert bond(free, follower) < 0.3


def test_a_compound_is_bound_as_its_last_part():
    assert bond("djurskyddsöversyn", "av") == bond("översyn", "av") > 0.8


def test_what_seldom_ends_a_clause_is_open():
    assert openness("skyldighet") > 0.9
    assert openness("miljön") < 0.6


def test_an_unknown_word_is_bound_to_nothing():
    assert bond("qqq", "på") == openness("qqq") == 0.0
