# ruff: noqa: E501
"""Ways of speaking that statements of all kinds have in common, sentence by sentence."""

import pytest

from remissnlp.embedding.words import load_words
from remissnlp.extraction import extract
from remissnlp.extraction.judge import judge_sentence
from remissnlp.records import Remissvar

WORDS = load_words()


def points(text, **about):
    found = extract(Remissvar("r", "r.txt", "", text, remiss="KS 2025/1", **about)).synpunkter
    return [(point.stance, point.reading) for point in found]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Nämnden ser med viss oro på att tidplanen är så knapp.", "kritik"),
        ("Frågan om trygghet nämns bara i en bisats.", "kritik"),
        ("Landsbygdens behov behandlas på en halv sida.", "kritik"),
        ("Kulturens roll har fått litet utrymme.", "kritik"),
        ("De äldsta lyser med sin frånvaro.", "kritik"),
        ("En sådan ordning skulle strida mot lagen och slå undan benen för små bolag.", "kritik"),
        ("Insamlingen skulle kosta tre gånger så mycket per ton.", "kritik"),
        ("Planen handlar för lite om att biltrafiken måste minska.", "kritik"),
        ("Tidplanen för etapp två är orealistisk.", "kritik"),
        ("Sjöbo Ryttare vill se fler ridstigar.", "forslag"),
        ("Vi skulle önska ett avsnitt om ridning.", "forslag"),
        ("Om förslaget ändå genomförs ska små kommuner undantas.", "forslag"),
        ("Ett skyddsavstånd om fyra meter ska anges i programmet.", "forslag"),
        ("Ett sätt vore att låta föreningarna yttra sig först.", "forslag"),
        ("Inför treåriga avtal för föreningar.", "forslag"),
        ("Ledsagning enligt socialtjänstlagen bör beviljas mer generöst.", "forslag"),
        (
            "Enligt artikel 12 har barn rätt att höras, och vi uppmanar därför kommunen att fråga dem.",
            "forslag",
        ),
        ("Kärlen på torget är en smart lösning eftersom torget måste kunna tömmas.", "positiv"),
        ("Att planen omfattar alla åldrar är en styrka.", "positiv"),
        ("Vi är tacksamma för att kommunen tar ett samlat grepp.", "positiv"),
        ("Det bästa med planen är att den är kort.", "positiv"),
        ("Förslaget om dokumentation är väl avvägt.", "positiv"),
        ("Det framgår inte vilken huvudman som ska anställa dem.", "fraga"),
        ("Hur ska leveranserna fungera när gatan enligt programmet byggs om?", "fraga"),
        ("Ansvaret är oklart: vem tömmer brunnen?", "fraga"),
        ("Är det rimligt att myndigheten ensam ska avgöra det?", "fraga"),
    ],
)
def test_a_view_and_where_it_points(sentence, stance):
    judged = judge_sentence(sentence, words=WORDS)
    assert (judged.role, judged.stance) == ("view", stance)


@pytest.mark.parametrize(
    "sentence",
    [
        "Länsstyrelsen vill lämna följande synpunkter:",
        "Rådet vill dock framföra följande.",
        "Några delar vill vi ändå kommentera.",
        "Bolaget är inte remissinstans men önskar ändå lämna synpunkter.",
        "Denna handling har godkänts digitalt och saknar därför namnunderskrift.",
        "Per Ek (S) yrkar bifall till förslaget.",
        "Enligt föreskrifterna ska kommunen redovisa egna deponier.",
        "Enligt 8 kap. 4 § plan- och bygglagen ska ett byggnadsverk ha vissa egenskaper.",
        "I programmets avsnitt 4 anges att chefen ska godkänna alla fällningar.",
        "Kommunen har knappt 4 000 invånare.",
        "Inför kommande år planeras fler möten.",
    ],
)
def test_no_view(sentence):
    assert judge_sentence(sentence, words=WORDS).role != "view"


def test_what_turns_against_praise_is_a_point_of_its_own():
    text = "Synpunkter\n\nVi välkomnar kapitlet om barn. Det bygger däremot på vuxnas beskrivningar.\n"
    assert [stance for stance, _ in points(text)] == ["positiv", "kritik"]


def test_a_fact_after_a_view_is_no_part_of_it():
    text = "Synpunkter\n\nNämnden saknar förslag om bibliotekarier. I Umeå examineras omkring 60 om året.\n"
    assert [reading for _, reading in points(text)] == ["Nämnden saknar förslag om bibliotekarier."]


def test_a_wording_in_the_next_paragraph_belongs_to_what_leads_in_to_it():
    text = "Synpunkter\n\nVi föreslår följande lydelse:\n\nElement ska provas genom stickprov.\n\nTack för ordet.\n"
    assert points(text) == [("forslag", "Vi föreslår följande lydelse: Element ska provas genom stickprov.")]


def test_a_last_question_is_no_heading():
    text = "Synpunkter\n\nVi tycker att planen är bra.\n\nVad händer med planen om bidraget försvinner?\n\nMvh\nAnna Ek\n"
    assert ("fraga", "Vad händer med planen om bidraget försvinner?") in points(text)


def test_a_signature_without_a_blank_line_above_it_is_not_quoted():
    text = "Synpunkter\n\nVi saknar ett kapitel om lättläst.\nVi är besvikna över att ingen frågade oss.\nMats Ek\nOrdförande Funktionsrätt Dala\n"
    assert [reading for _, reading in points(text)][-1] == "Vi är besvikna över att ingen frågade oss."


@pytest.mark.parametrize("line", ["EKBY BOSTÄDER", "Ekby Bostäder AB", "Till kommunstyrelsen"])
def test_a_line_of_the_letterhead_heads_nothing(line):
    text = f"{line}\n\nVi anser att planen är för vag i fråga om de delar som rör våra egna hus och gårdar.\n"
    found = extract(Remissvar("r", "r.txt", "", text, remissinstans="Ekby Bostäder AB")).synpunkter
    assert [point.section for point in found] == [None]


def test_a_quoted_mail_says_nothing_of_the_writers():
    text = (
        "Från: Bo Ek\nDatum: 2025-03-01\nTill: kommunen\nÄmne: SV: Remiss\n\nVi tycker att planen bör ändras.\n\n"
        "Från: kommunen\nSkickat: den 1 februari 2025 10:00\nTill: alla\nÄmne: Remiss\n\nVi önskar synpunkter på planen.\n"
    )
    assert [reading for _, reading in points(text)] == ["Vi tycker att planen bör ändras."]
