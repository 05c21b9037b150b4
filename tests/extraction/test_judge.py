from __future__ import annotations

import pytest

from remissnlp.extraction.cues import CUES, find_cues
from remissnlp.extraction.judge import judge_sentence


def test_hits_name_the_words_that_decided() -> None:
    reading = "Nämnden föreslår att planen kortas."
    (hit,) = find_cues(reading)
    assert (hit.name, hit.leaning) == ("föreslår", "forslag")
    assert reading[hit.start : hit.end] == "föreslår"


def test_cue_names_are_unique() -> None:
    assert len({cue.name for cue in CUES}) == len(CUES)


def test_what_somebody_else_proposes_is_no_stand() -> None:
    assert judge_sentence("Kommunstyrelsen föreslår att planen antas.").role == "retelling"
    assert judge_sentence("Nämnden föreslår att planen antas.").role == "view"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("I enkäten svarade 43 procent av eleverna att de sover dåligt.", "plain"),
        ("Hela 60 % uppger att de saknar stöd.", "plain"),
        ("43 procent av eleverna uppger att de är otrygga, vilket är oroande.", "view"),
        (
            "Av eleverna uppger 12 procent att maten är dålig, och nämnden anser att den bör bli bättre.",
            "view",
        ),
    ],
)
def test_what_a_survey_tells_is_no_stand_of_the_writer(sentence: str, role: str) -> None:
    assert judge_sentence(sentence).role == role


def test_weak_cues_need_the_remitted_document() -> None:
    assert judge_sentence("Programmet utgör ett viktigt dokument.").role == "view"
    assert judge_sentence("Kaffet är bra.", strict=True).role == "plain"


def test_strict_asks_for_a_strong_cue() -> None:
    assert judge_sentence("Programmet utgör ett viktigt dokument.", strict=True).role == "plain"
    assert judge_sentence("Programmet bör kortas.", strict=True).role == "view"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Föreningen har beretts tillfälle att yttra sig och vill framföra följande.", "own_work"),
        ("Nedan lämnas synpunkter under promemorians rubriker.", "own_work"),
        ("Vågen är en ideell organisation som bör nå alla barn.", "own_work"),
        ("Enligt artikel 5 i direktivet måste avgiften tas ut.", "retelling"),
        ("Utredningen ”Bättre vägar” (SOU 2025:1) föreslår att en ny lag bör införas.", "retelling"),
        ("Nämnden föreslår att nämnden godkänner tjänsteutlåtandet.", "decision"),
    ],
)
def test_what_is_told_is_no_view(sentence: str, role: str) -> None:
    assert judge_sentence(sentence).role == role


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Nämnden välkomnar att kraven måste följas upp.", "positiv"),
        ("Nämnden välkomnar planen men anser att målen bör skärpas.", "forslag"),
        ("Förslaget är ogenomtänkt.", "kritik"),
        ("Konsekvenserna för små företag har inte analyserats.", "kritik"),
        ("Vi kan därför inte stödja förslaget.", "kritik"),
        ("Nämnden anser att utbildningen inte bara ska ge kunskap utan ändra attityder.", "forslag"),
        ("Tidsfristen är på tok för kort.", "kritik"),
        ("Bestämmelsen är svårtillämpad.", "kritik"),
        ("Förslaget är väl avvägt.", "positiv"),
        ("Förslaget om kvällsöppna lokaler stöds.", "positiv"),
        ("Facket delar i huvudsak utredningens problembeskrivning.", "positiv"),
        ("Klubben känner stor oro för att tiderna blir färre.", "kritik"),
        ("Nämnden välkomnar avsnittet Vad är buller?", "positiv"),
        ("Vem ska följa upp målen?", "fraga"),
        ("Kunde vi inte prova det här också?", "forslag"),
        ("Vi skulle vilja se en ny beräkning.", "forslag"),
        ("Enligt pastoratets mening är förslaget rimligt.", "positiv"),
    ],
)
def test_evaluation_and_request_in_general_words(sentence: str, stance: str) -> None:
    judgement = judge_sentence(sentence)
    assert (judgement.role, judgement.stance) == ("view", stance)


def test_what_facts_hold_too_is_a_view_only_beside_one() -> None:
    sentence = "Då hinner skolorna inte med."
    assert judge_sentence(sentence).role == "plain"
    assert judge_sentence(sentence, beside_view=True).stance == "kritik"


def test_a_quotation_holds_no_stand() -> None:
    assert judge_sentence("Avsnittet heter ”Skolan bör växa”.").role == "plain"
