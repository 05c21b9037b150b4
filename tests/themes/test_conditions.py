"""What a demand hangs on is told with it, or the label counts for less."""

import pytest

from remissnlp.themes.conditions import UNTOLD, condition_of, under_condition
from remissnlp.themes.objects import Phrase
from remissnlp.themes.phrases import phrases_of
from remissnlp.themes.sentence import read_sentence


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Om staten inte betalar bör kommunen få ersättning.", "om staten inte betalar"),
        ("Nämnden anser att om avgiften höjs bör den tas ut i efterskott.", "om avgiften höjs"),
        ("Nämnden anser att, om avgiften höjs, så bör den tas ut i efterskott.", "om avgiften höjs"),
        ("Ifall planen antas bör den följas upp.", "ifall planen antas"),
        ("Kommunerna behöver information om avgifterna.", ""),
        ("Nämnden undrar om planen gäller.", ""),
        ("Endast om staten betalar bör kravet införas.", "endast om staten betalar"),
        ("Även om vi stödjer syftet bör förslaget omarbetas.", ""),
        ("Skatten bör höjas, men om den inte höjs bör bidragen minska.", ""),
    ],
)
def test_the_condition_that_opens_what_is_said_is_found(sentence: str, condition: str) -> None:
    assert " ".join(condition_of(read_sentence(sentence, "forslag"))) == condition


def test_a_wish_is_told_with_its_condition_where_there_is_room() -> None:
    said = {p.text for p in phrases_of("Om barn är inblandade ska socialtjänsten kontaktas.", "forslag")}
    assert "Vill att socialtjänsten kontaktas om barn är inblandade" in said


def test_a_wish_counts_for_less_without_its_condition() -> None:
    wish = Phrase("Vill att kommunerna ska få full ersättning", 0.8)
    condition = "om staten inte betalar".split()
    assert under_condition(wish, condition) == Phrase(wish.text, UNTOLD * wish.prior)
    assert under_condition(wish, []) == wish
    doubt = Phrase("Ifrågasätter avgiften", 0.8)
    assert under_condition(doubt, condition) == Phrase(doubt.text, UNTOLD * doubt.prior)


def test_no_wish_of_one_case_is_told_of_the_other() -> None:
    said = phrases_of("Om kravet införs bör avgiften slopas och annars bör avgiften höjas.", "forslag")
    assert said
    assert all(p.prior <= UNTOLD for p in said)


def test_a_condition_at_the_end_costs_what_any_clause_does() -> None:
    def best(sentence: str) -> float:
        return max(p.prior for p in phrases_of(sentence, "forslag"))

    assert (
        best("En kommun bör få ersättning om staten inte betalar.") < best("En kommun bör få ersättning.") / 2
    )


def test_who_is_meant_is_not_cut_off_from_a_noun_that_only_looks_definite() -> None:
    said = {
        p.text for p in phrases_of("Barn som placeras i familjehem bör få en egen handläggare.", "forslag")
    }
    assert "Vill att barn ska få en egen handläggare" not in said
