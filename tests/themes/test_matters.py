import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.cutting import LONGEST
from remissnlp.themes.matters import concerning, matters_of, nearest, stands_alone


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("Verket vill slopa kravet på grov oaktsamhet.", ("grov oaktsamhet",)),
        ("Uppdelningen i ett uppsåtligt miljöbrott bör kvarstå.", ("uppsåtligt miljöbrott",)),
        # A body, a name, half a phrase, and what says nothing without what follows it.
        ("Reglerna för kommunen bör ändras.", ()),
        ("Samråd bör ske med Uppsala län.", ()),
        ("Avtal om skol- eller förskolegårdar saknas.", ()),
        ("Verket yttrar sig med instämmande i förslaget om avgifter.", ("avgifter",)),
    ],
)
def test_the_noun_after_a_preposition_is_what_is_spoken_of(text, matters):
    assert matters_of(text, "forslag") == matters


def test_what_a_label_concerns_is_joined_as_there_is_room():
    assert concerning("Vill införa ett system", "egentillsyn") == (
        "Vill införa ett system i fråga om egentillsyn"
    )
    assert concerning("Kritiserar att förslaget är för oklart", "egentillsyn") == (
        "Kritiserar att förslaget är för oklart gällande egentillsyn"
    )
    assert concerning("Kritiserar att förslaget i denna del är oklart", "egentillsyn") is None


def test_what_stands_near_a_demand_is_what_it_concerns():
    text = "Enligt en lag om vapen, som trädde i kraft, bör ett system för kontroll av friskintyg införas."
    assert nearest("Vill införa ett system", ["vapen", "friskintyg"], text) == ["friskintyg", "vapen"]
    far = f"{text} {'och så vidare ' * 8} Det gäller avgifter."
    assert "avgifter" not in nearest("Vill införa ett system", ["avgifter"], far)


word = st.text(alphabet="abcåäö", min_size=1, max_size=6)


@given(st.lists(word, min_size=1, max_size=12), st.lists(word, min_size=1, max_size=3))
def test_no_label_gets_too_long(label, matter):
    joined = concerning(" ".join(label), " ".join(matter))
    if joined is not None:
        assert len(joined.split()) <= LONGEST
        assert joined.startswith(" ".join(label))
        assert joined.endswith(" ".join(matter))


@pytest.mark.parametrize(
    ("noun", "alone"),
    [("drönare", True), ("avgiften", True), ("bryggor", True), ("avgift", False), ("kommunen", False)],
)
def test_a_noun_without_its_article_is_definite_or_plural(noun, alone):
    assert stands_alone(noun) == alone
