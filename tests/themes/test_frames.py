import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.frames import opens_with_body, strip_frame


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vidare anser förvaltningen att indikatorer bör tas fram.", "indikatorer bör tas fram."),
        ("Boverket tillstyrker förslaget om nya regler.", "förslaget om nya regler."),
        ("Umeå kommun och Region Skåne anför att det är viktigt att stödet behålls.", "stödet behålls."),
        ("Förvaltningen ställer sig positiv till handlingsplanen.", "handlingsplanen."),
        ("Nämnden vill framhålla att målen är många.", "målen är många."),
        ("Dessutom saknar kontoret en analys.", "en analys."),
        ("Havs- och vattenmyndigheten har inget att invända mot bemyndigandet.", "bemyndigandet."),
    ],
)
def test_the_frame_goes(text, said):
    assert strip_frame(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Programmet använder en del fackspråk som kan behöva förtydligas.",
        "Tydliga rubriker skulle underlätta.",
        "Avsnittet är för generellt.",
    ],
)
def test_what_has_no_frame_stays(text):
    assert strip_frame(text) == text


def test_known_names_go():
    assert strip_frame("Målen i Program för hav är många.", ignore=["Program för hav"]) == "Målen i är många."


def test_a_body_opens_the_sentence():
    assert opens_with_body("Boverket avstyrker förslaget.")
    assert not opens_with_body("Förslaget är bra.")


@given(st.text(max_size=200))
def test_something_is_always_left(text):
    rest = strip_frame(text)
    assert any(map(str.isalpha, rest)) == any(map(str.isalpha, text))
    assert len(rest) <= len(text)
