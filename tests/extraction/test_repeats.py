from __future__ import annotations

from remissnlp.embedding.words import load_words
from remissnlp.extraction.repeats import match_repeats
from remissnlp.records import Stance

BODY: list[tuple[str, Stance]] = [
    ("Nämnden välkomnar att planen har ett eget kapitel om kulturmiljön.", "positiv"),
    ("Nämnden föreslår att planen får indikatorer som går att följa över tid.", "forslag"),
    ("Kapitlet om kulturmiljön bör kortas.", "forslag"),
]


def match(text: str, stance: Stance) -> int | None:
    return match_repeats([(text, stance)], BODY, load_words())[0]


def test_the_same_demand_in_fewer_words_is_a_repeat() -> None:
    assert match("Nämnden önskar indikatorer som går att följa.", "forslag") == 1


def test_support_does_not_repeat_a_demand_on_the_same_matter() -> None:
    assert match("Nämnden välkomnar kapitlet om kulturmiljön.", "positiv") == 0
    assert match("Kapitlet om kulturmiljön bör kortas.", "forslag") == 2


def test_what_only_the_summary_says_is_no_repeat() -> None:
    assert match("Nämnden saknar en budget för vägarna.", "kritik") is None


def test_sharing_only_who_speaks_is_no_repeat() -> None:
    assert match("Nämnden anser att bolaget bör rådfrågas.", "forslag") is None


def test_nothing_to_match() -> None:
    assert match_repeats([], BODY, load_words()) == ()
    assert match_repeats(BODY, [], load_words()) == (None, None, None)


def test_a_summary_that_draws_two_neighbours_together_repeats_the_nearer() -> None:
    text = "För att planen ska få verklig genomslagskraft och underlätta införandet krävs delmål för bruken."
    summary: list[tuple[str, Stance]] = [(text, "forslag")]
    body: list[tuple[str, Stance]] = [
        ("Avgifterna är skäliga.", "forslag"),
        ("Bruken behöver hjälp som underlättar införandet.", "forslag"),
        ("Delmålen bör ge planen verklig genomslagskraft.", "forslag"),
    ]
    assert match_repeats(summary, body, load_words()) == (1,)
    assert match_repeats(summary, body[:2], load_words()) == (None,)
    assert match_repeats(summary, body[::2], load_words()) == (None,)
