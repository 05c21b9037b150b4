import pytest

from remissnlp.themes.sentence import read_sentence
from remissnlp.themes.tighter import (
    with_bare_man,
    with_may,
    without_adverbs,
    without_other_half,
)


@pytest.mark.parametrize(
    ("shorten", "text", "tighter"),
    [
        (
            without_adverbs,
            "Vi anser att provtagningen initialt bör skötas av laboratoriet.",
            "Vi anser att provtagningen bör skötas av laboratoriet .",
        ),
        # "Inte helt" is not "inte", and "begreppet offentligt" names a thing.
        (
            without_adverbs,
            "Vi anser att badet inte helt är öppet.",
            "Vi anser att badet inte helt är öppet .",
        ),
        (
            without_adverbs,
            "Vi anser att begreppet offentligt bör utgå.",
            "Vi anser att begreppet offentligt bör utgå .",
        ),
        (
            with_may,
            "Föreningar bör ges möjlighet att hyra lokaler.",
            "Föreningar bör få hyra lokaler .",
        ),
        (with_may, "Vi vill att föreningar ges rätt att hyra.", "Vi vill att föreningar får hyra ."),
        (with_may, "Vi söker möjlighet att hyra lokaler.", "Vi söker möjlighet att hyra lokaler ."),
        (
            without_other_half,
            "Det är oklart hur prövningen av båtar och bryggor ska ske.",
            "Det är oklart hur prövningen av båtar ska ske .",
        ),
        (
            without_other_half,
            "Det är oklart om båtar eller bryggor ska mätas.",
            "Det är oklart om båtar ska mätas .",
        ),
        (
            without_other_half,
            "Det är oklart om båtar och bryggor är farliga.",
            "Det är oklart om båtar och bryggor är farliga .",
        ),
        # Without its other half a pair says something else.
        (
            without_other_half,
            "Det är oklart hur avståndet mellan båtar och bryggor ska mätas.",
            "Det är oklart hur avståndet mellan båtar och bryggor ska mätas .",
        ),
        (
            with_bare_man,
            "Det är viktigt att man i det fortsatta arbetet beaktar sjöfarten.",
            "Det är viktigt att man beaktar sjöfarten .",
        ),
    ],
)
def test_a_sentence_without_what_a_label_has_no_room_for(shorten, text, tighter):
    assert " ".join(shorten(read_sentence(text, "forslag")).words) == tighter
