"""Turns of phrase that responses are full of, and the label that the best phrase of each would give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.phrases import phrases_of

BEGUN = (
    "Avsnittet om digital delaktighet är bra för den som saknar dator och telefon",
    "En handlingsplan behöver tas fram innan nämnden kräver att det finns inga mål",
    "Ett förslag är att nämnden vill ha en analys av kostnaderna som har varit önskvärd",
    "så att det blir tydligt vem som ansvarar för att målen nås och hur de ska följas upp",
    "Tyvärr stannar kapitlet vid det stöd som behövs och kommer att krävas för att barn får hjälp",
)


def best(text, stance):
    found = sorted(phrases_of(text, stance), key=lambda phrase: -phrase.prior)
    return found[0].text if found else None


@pytest.mark.parametrize(
    ("stance", "text", "label"),
    [
        ("kritik", "Härvid saknas en analys av kostnaderna.", "Saknar en analys av kostnaderna"),
        ("kritik", "Idag saknas en samlad bild av behoven.", "Saknar en samlad bild av behoven"),
        (
            "kritik",
            "Härutöver leder kravet till merarbete för nämnderna.",
            "Kritiserar att kravet leder till merarbete för nämnderna",
        ),
        (
            "neutral",
            "Sammantaget innebär förslaget ökade kostnader för nämnden.",
            "Påpekar att förslaget innebär ökade kostnader för nämnden",
        ),
        (
            "forslag",
            "1.2 Nämnden bör få ansvar för uppföljningen.",
            "Vill att nämnden ska få ansvar för uppföljningen",
        ),
        (
            "forslag",
            "6.Varje nämnd ska utse en samordnare.",
            "Vill att varje nämnd ska utse en samordnare",
        ),
        (
            "forslag",
            "Avsnittet om bostäder bör utvecklas och kompletteras med mål.",
            "Vill att avsnittet om bostäder ska utvecklas",
        ),
        (
            "kritik",
            "Texten om samverkan är otydlig.",
            "Kritiserar att texten om samverkan är otydlig",
        ),
        (
            "forslag",
            "Bibliotekens roll för demokratin skulle kunna lyftas fram mer.",
            "Vill att bibliotekens roll för demokratin lyfts fram",
        ),
        (
            "forslag",
            "Kommunen måste säkerställa att barn med funktionsnedsättning får den hjälp de behöver.",
            "Vill säkerställa att barn med funktionsnedsättning får hjälp",
        ),
        (
            "forslag",
            "En tydligare koppling till budgetprocessen hade varit önskvärd.",
            "Önskar en tydligare koppling till budgetprocessen",
        ),
        (
            "forslag",
            "Handlingsplanen skulle vinna på en tydligare struktur.",
            "Önskar en tydligare struktur",
        ),
        (
            "forslag",
            "Nämnden vill lyfta behovet av stöd till föreningar.",
            "Betonar behovet av stöd till föreningar",
        ),
        (
            "forslag",
            "Av programmet bör framgå hur målkonflikter ska hanteras.",
            "Vill klargöra hur målkonflikter ska hanteras",
        ),
        (
            "forslag",
            "Programmet bör i högre grad beakta personer med funktionsnedsättning.",
            "Vill att programmet ska beakta personer med funktionsnedsättning",
        ),
        (
            "forslag",
            "Programmet bör i större grad beakta barn.",
            "Vill att programmet ska beakta barn",
        ),
        (
            "fraga",
            "Nämnden undrar om regeringen kommer att besluta i tid.",
            "Undrar om regeringen kommer att besluta i tid",
        ),
        ("forslag", "Vi efterfrågar att indikatorerna blir färre.", "Vill att indikatorerna blir färre"),
        (
            "forslag",
            "Nämnden kräver att arbetsmiljön för personalen beaktas.",
            "Vill att arbetsmiljön för personalen beaktas",
        ),
        (
            "forslag",
            "Det är inte rimligt att skolorna ska bära hela kostnaden.",
            "Invänder mot att skolorna ska bära hela kostnaden",
        ),
        (
            "kritik",
            "Motionen lämnar ingen lösning på finansieringen.",
            "Kritiserar att motionen inte lämnar någon lösning",
        ),
        ("kritik", "Förslaget ger inget stöd till små företag.", "Saknar stöd till små företag"),
        (
            "forslag",
            "Ansvaret för uppföljningen bör ligga på kommunstyrelsen.",
            "Vill att ansvaret för uppföljningen ligger på kommunstyrelsen",
        ),
        ("forslag", "Nämnden vill ha fler bänkar i parken.", "Vill ha fler bänkar i parken"),
        ("forslag", "Nämnden vill att det finns fler bänkar i parken.", "Vill ha fler bänkar i parken"),
        (
            "positiv",
            "Det är positivt att det finns ett avsnitt om digital delaktighet.",
            "Välkomnar ett avsnitt om digital delaktighet",
        ),
        (
            "forslag",
            "Det är viktigt med samverkan mellan skola och socialtjänst.",
            "Betonar vikten av samverkan mellan skola och socialtjänst",
        ),
        (
            "kritik",
            "Målen kommer inte att nås utan ökade resurser.",
            "Befarar att målen inte kommer att nås",
        ),
        ("forslag", "Gångvägen bör asfalteras.", "Vill att gångvägen ska asfalteras"),
        ("fraga", "Vad händer efter 2027?", "Undrar vad som händer efter 2027"),
        (
            "forslag",
            "Vi uppmanar kommunen att ta fram en plan för skyfall.",
            "Vill ta fram en plan för skyfall",
        ),
        ("kritik", "Det finns en risk att små föreningar slås ut.", "Befarar att små föreningar slås ut"),
        (
            "kritik",
            "Vi ställer oss frågande till varför bara två mål har valts.",
            "Ifrågasätter varför bara två mål har valts",
        ),
        (
            "positiv",
            "Det är bra att programmet lyfter frågan om psykisk hälsa.",
            "Välkomnar att programmet lyfter frågan om psykisk hälsa",
        ),
    ],
)
def test_the_best_phrase(stance, text, label):
    assert best(text, stance) == label


def test_what_would_follow_is_no_wish():
    for text in (
        "Förslaget skulle kunna leda till ökade kostnader för föreningarna.",
        "Förslaget skulle medföra ökade kostnader för föreningarna.",
    ):
        for stance in ("forslag", "kritik", "neutral"):
            assert not any(p.text.startswith("Vill") for p in phrases_of(text, stance))


def test_those_who_were_asked_are_no_matter():
    text = "Emellertid är flertalet av de remissinstanser som behandlat förslaget kritiska."
    assert not any("är av" in phrase.text for phrase in phrases_of(text, "kritik"))


def test_who_has_no_objections_lacks_none():
    text = "Nämnden har inga synpunkter på förslaget men kostnaderna är för höga."
    assert not any(phrase.text.startswith("Saknar") for phrase in phrases_of(text, "kritik"))


@given(st.sampled_from(BEGUN), st.integers(1, 12), st.sampled_from(["forslag", "kritik", "positiv", "fraga"]))
def test_a_sentence_may_break_off_anywhere(text, length, stance):
    phrases_of(" ".join(text.split()[:length]), stance)


def test_a_sentence_needs_no_full_stop():
    text = "Cykelvägnätet i ytterstaden bör byggas ut"
    assert phrases_of(text, "forslag") == phrases_of(text + ".", "forslag")
