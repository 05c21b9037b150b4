"""Sentences in a plainer turn, and the labels that they give then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.phrases import phrases_of
from remissnlp.themes.plainer import plainer


def best(text, stance):
    found = sorted(phrases_of(text, stance), key=lambda phrase: -phrase.prior)
    return found[0].text if found else None


@pytest.mark.parametrize(
    ("stance", "text", "label"),
    [
        (
            "forslag",
            "Förvaltningen skulle vilja att varje område får en nämnd.",
            "Vill att varje område får en nämnd",
        ),
        (
            "forslag",
            "Innan modellen sprids vidare vill nämnden att erfarenheterna analyseras.",
            "Vill att erfarenheterna analyseras",
        ),
        (
            "forslag",
            "Beträffande tidplanen yrkar vi på att beslutet bordläggs till hösten.",
            "Vill att beslutet bordläggs till hösten",
        ),
        ("forslag", "att klasserna har högst 22 elever,", "Vill att klasserna har högst 22 elever"),
        (
            "forslag",
            "Vi kräver följande: att målen följs upp varje år",
            "Vill att målen följs upp varje år",
        ),
        ("forslag", "Rådet anser det ytterst angeläget att målen följs upp.", "Vill att målen följs upp"),
        ("forslag", "Nämnden anser det vara viktigt att målen följs upp.", "Vill att målen följs upp"),
        (
            "forslag",
            "Reglerna borde dessutom gälla privata värdar.",
            "Vill att reglerna ska gälla privata värdar",
        ),
        ("kritik", "Kravet är enligt nämndens uppfattning orimligt.", "Kritiserar att kravet är orimligt"),
        ("fraga", "Vi frågar oss hur målen ska nås.", "Undrar hur målen ska nås"),
        (
            "fraga",
            "Vem är det som bestämmer vilka som får bidrag?",
            "Undrar vem som bestämmer vilka som får bidrag",
        ),
        ("fraga", "Sen undrar jag varför cyklarna inte nämns.", "Undrar varför cyklarna inte nämns"),
        (
            "kritik",
            "Det går inte att av underlaget utläsa hur kostnaderna fördelas.",
            "Undrar hur kostnaderna fördelas",
        ),
        ("kritik", "Programmet beskriver inte hur målen ska följas upp.", "Undrar hur målen ska följas upp"),
        ("kritik", "Hur ansvaret fördelas är oklart.", "Undrar hur ansvaret fördelas"),
        (
            "kritik",
            "Vilken part som betalar framgår inte av handlingarna.",
            "Undrar vilken part som betalar",
        ),
        (
            "kritik",
            "Bolaget kan inte acceptera nya begränsningar av trafiken.",
            "Motsätter sig nya begränsningar av trafiken",
        ),
        (
            "kritik",
            "Nämnden kan inte tillstyrka förslaget om nya avgifter.",
            "Ifrågasätter förslaget om nya avgifter",
        ),
    ],
)
def test_turns_give_the_label_of_plain_ones(stance, text, label):
    assert best(text, stance) == label


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
        ("forslag", "Att målen följs upp är viktigt.", "Vill att målen följs upp är viktigt"),
    ],
)
def test_meanings_are_not_turned(stance, text, wrong):
    assert wrong not in {phrase.text for phrase in phrases_of(text, stance)}


@given(st.text(alphabet="abdeinrtåö ,.:?", max_size=80), st.sampled_from(["forslag", "kritik", "fraga"]))
def test_what_has_no_such_turn_stays(text, stance):
    if not text.startswith("att"):
        assert plainer(f"Xy {text}", stance) == f"Xy {text}"
