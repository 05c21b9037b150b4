import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.themes.phrases import LONGEST, SHORTEST, phrases_of


def texts_of(text, stance="forslag"):
    return [phrase.text for phrase in phrases_of(text, stance)]


@pytest.mark.parametrize(
    ("stance", "text", "label"),
    [
        (
            "forslag",
            "Förvaltningen önskar en beskrivning av hur målen ska användas.",
            "Önskar beskrivning av hur målen ska användas",
        ),
        (
            "forslag",
            "Sista stycket under rubriken bör flyttas till inledningen.",
            "Vill att sista stycket ska flyttas till inledningen",
        ),
        ("forslag", "Vidare behövs en tydligare styrning.", "Efterfrågar tydligare styrning"),
        (
            "forslag",
            "Det vore bra om det togs fram ett antal indikatorer.",
            "Efterfrågar ett antal indikatorer",
        ),
        (
            "forslag",
            "Därför är det viktigt att även barn och unga inkluderas i planen.",
            "Vill att barn och unga inkluderas i planen",
        ),
        ("forslag", "Under avsnittet bör begreppet förtydligas.", "Vill att begreppet ska förtydligas"),
        (
            "forslag",
            "Begreppet skulle behöva en tydligare definition.",
            "Efterfrågar tydligare definition av begreppet",
        ),
        (
            "forslag",
            "Ett förslag är att i stället skriva kommunala insatser.",
            "Vill skriva kommunala insatser",
        ),
        ("forslag", "Boverket anser att lagen inte bör ändras.", "Vill att lagen inte ska ändras"),
        (
            "kritik",
            "Under alla mål saknas det en underrubrik som underlättar för läsaren.",
            "Saknar underrubrik som underlättar för läsaren",
        ),
        (
            "kritik",
            "Nämnden anser att rubriken ”Mål” är missvisande.",
            "Kritiserar att rubriken ”Mål” är missvisande",
        ),
        (
            "kritik",
            "Umeå kommun avstyrker förslaget om att stärka lantmäteriets roll.",
            "Avstyrker förslaget om att stärka lantmäteriets roll",
        ),
        ("kritik", "Det kan dock bli svårt att formulera mål.", "Ser svårigheter att formulera mål"),
        (
            "kritik",
            "Parallella planer kan försvåra överblicken.",
            "Befarar att parallella planer kan försvåra överblicken",
        ),
        (
            "kritik",
            "Verket har anfört att regeln strider mot lagen.",
            "Kritiserar att regeln strider mot lagen",
        ),
        ("kritik", "Det är oklart vilken roll nämnden har.", "Undrar vilken roll nämnden har"),
        ("kritik", "Det framgår inte hur målen ska nås.", "Undrar hur målen ska nås"),
        ("kritik", "Det finns en risk för att barnen drabbas hårt.", "Befarar att barnen drabbas hårt"),
        ("kritik", "Verket motsätter sig en höjd avgift.", "Motsätter sig höjd avgift"),
        ("kritik", "Verket har avstyrkt förslaget om höjd avgift.", "Avstyrker förslaget om höjd avgift"),
        ("kritik", "Verket har invändningar mot den höjda avgiften.", "Invänder mot den höjda avgiften"),
        (
            "kritik",
            "Verket är tveksamt till om målet är realistiskt.",
            "Ifrågasätter om målet är realistiskt",
        ),
        ("kritik", "Det är olyckligt att målen ändras.", "Ifrågasätter att målen ändras"),
        ("forslag", "Verket anser inte att det är lämpligt att höja avgiften.", None),
        ("forslag", "Det är inte lämpligt att höja avgiften.", "Vill inte höja avgiften"),
        ("forslag", "Det finns inte några skäl för att höja avgiften.", "Vill inte höja avgiften"),
        ("forslag", "Förslaget begränsar nämndens möjligheter att höja avgiften.", None),
        ("kritik", "Det saknas skäl att höja avgiften.", None),
        ("forslag", "Det finns skäl att höja avgiften.", "Vill höja avgiften"),
        ("forslag", "Det bör klargöras hur målen ska nås.", "Vill klargöra hur målen ska nås"),
        ("forslag", "Det bör införas en regel om avgifter.", "Vill införa regel om avgifter"),
        ("forslag", "Verket anser att man bör kunna höja avgiften.", "Vill höja avgiften"),
        ("forslag", "Verket anser att man inte bör höja avgiften.", None),
        ("forslag", "Den föreslagna avgiften bör höjas stegvis.", "Vill att avgiften ska höjas stegvis"),
        (
            "neutral",
            "Verket anför att förslaget rör flera nämnder.",
            "Påpekar att förslaget rör flera nämnder",
        ),
        ("positiv", "Kontoret ställer sig positivt till handlingsplanen.", "Välkomnar handlingsplanen"),
        ("positiv", "Det är positivt att samla flera program i ett.", "Välkomnar att flera program samlas"),
    ],
)
def test_says_what_is_wanted(stance, text, label):
    if label is None:
        # Whatever is found must not say the opposite of what is wanted.
        assert not [found for found in texts_of(text, stance) if found == "Vill höja avgiften"]
    elif len(label.split()) < SHORTEST:
        assert label not in texts_of(text, stance)
    else:
        assert label in texts_of(text, stance)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Förvaltningen önskar en översyn av målen.", "Önskar översyn av"),
        ("Barn som saknar skolplacering bör inkluderas.", "Saknar skolplacering bör inkluderas"),
        ("Det kan med fördel flyttas längre bak i dokumentet.", "Vill flytta längre bak i dokumentet"),
        ("Dessa bör tas bort.", "Vill att dessa ska tas bort"),
        ("Regeln saknar betydelse för de flesta.", "Saknar betydelse för de flesta"),
        (
            "Det är viktigt att det inte leder till att planerna tappar värde.",
            "Vill att planerna tappar värde",
        ),
        ("Förslaget kan bidra positivt till ett likvärdigt bemötande.", "Välkomnar likvärdigt bemötande"),
        ("Samråd bör hållas med den kommun som berörs.", "Vill att samråd ska hållas med den kommun"),
    ],
)
def test_never_says_what_is_not_there(text, wrong):
    assert wrong not in texts_of(text)


@given(
    st.text(alphabet="abcdeårst .,”()-\n", max_size=120),
    st.sampled_from(["positiv", "kritik", "forslag", "fraga", "neutral"]),
)
def test_any_text_gives_labels_of_the_right_length(text, stance):
    for phrase in phrases_of(f"Nämnden önskar {text} bör ändras.", stance):
        assert SHORTEST <= len(phrase.text.split()) <= LONGEST
        assert phrase.text[0].isupper()
