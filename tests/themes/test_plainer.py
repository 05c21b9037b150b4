"""Turns that are put plainer keep their meaning; the labels that they give stand in `test_common_turns`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.phrases import phrases_of
from remissnlp.themes.plainer import plainer


@pytest.mark.parametrize(
    ("stance", "text", "wrong"),
    [
        # What a wish hangs on is not left out, and what others propose is not made the response's own.
        ("forslag", "Om programmet antas vill nämnden att avgiften höjs.", "Vill att avgiften höjs"),
        (
            "kritik",
            "I promemorian föreslår utredningen att avgiften höjs, vilket nämnden avstyrker.",
            "Vill att avgiften höjs",
        ),
        (
            "kritik",
            "Nämnden kan inte tillstyrka förslaget om nya avgifter förrän de är utredda.",
            "Ifrågasätter förslaget om nya avgifter",
        ),
        (
            "forslag",
            "Nämnden anser inte, till skillnad från utredningen, att planen bör kortas.",
            "Vill korta planen",
        ),
        ("forslag", "Nämnden vill, om medel finns, att planen kortas.", "Vill att planen kortas"),
        (
            "forslag",
            "Nämnden anser att endast företag som staten äger bör omfattas av kravet.",
            "Vill att endast företag ska omfattas av kravet",
        ),
        (
            "forslag",
            "Nämnden anser att Lund, Malmö och Ystad bör undantas.",
            "Vill att Lund ska undantas",
        ),
        ("forslag", "Att målen följs upp är viktigt.", "Vill att målen följs upp är viktigt"),
    ],
)
def test_meanings_are_not_turned(stance, text, wrong):
    assert wrong not in {phrase.text for phrase in phrases_of(text, stance)}


@given(st.text(alphabet="abdeinrtåö ,.:?", max_size=80), st.sampled_from(["forslag", "kritik", "fraga"]))
def test_what_has_no_such_turn_stays(text, stance):
    if not text.startswith("att"):
        assert plainer(f"Xy {text}", stance) == f"Xy {text}"
