import pytest

from remissnlp.themes.phrases import phrases_of


def _labels(text: str, stance: str = "forslag") -> list[str]:
    return [phrase.text for phrase in phrases_of(text, stance)]


def test_what_a_law_should_cover_is_told_with_the_law_as_subject():
    assert "Vill att båtlagen omfattar flytbryggor" in _labels(
        "Nämnden anser att flytbryggor bör omfattas av båtlagen."
    )
    assert "Motsätter sig att båtlagen omfattar flytbryggor" in _labels(
        "Nämnden motsätter sig att flytbryggor omfattas av båtlagen.", "kritik"
    )


def test_only_what_somebody_does_is_turned():
    labels = _labels("Nämnden anser att flytbryggor bör byggas av trä.")
    assert labels
    assert not any("trä bygg" in label for label in labels)


def test_what_may_need_something_is_wanted():
    assert "Vill tvätta segel" in _labels("Klubben har en del segel som kan behöva tvättas för regattan.")


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden undrar vilka segel som behöver tvättas.",  # asks which
        "Klubben har segel som kan tvättas.",  # says what can be done
    ],
)
def test_what_is_only_asked_or_possible_is_not_wanted(text):
    assert "Vill tvätta segel" not in _labels(text)
