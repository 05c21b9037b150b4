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


WRONG = [
    ("Nämnden anser att föreningar, stiftelser och kyrkor inte bör undantas.", "Vill undanta föreningar"),
    (
        "Nämnden anser att uppgifter om namn, adress och telefonnummer inte bör lämnas ut.",
        "Vill att uppgifter om namn ska lämnas ut",
    ),
    (
        "Nämnden anser att endast skolor, förskolor och fritidshem bör omfattas.",
        "Vill att endast skolor ska omfattas",
    ),
    ("Det bör knappast ske en kontroll.", "Vill ha en kontroll"),
    ("Det bör varken ges tillstånd eller bidrag.", "Vill ge tillstånd eller bidrag"),
    ("Det bör endast ges stöd till föreningar.", "Vill ge stöd till föreningar"),
    ("Det behöver inte ske en förändring.", "Vill inte ha en förändring"),
    ("Det ska enligt utredningen ske en samordning.", "Vill ha en samordning"),
    (
        "Nämnden anser till skillnad från utredningen inte att avgiften bör höjas.",
        "Vill att avgiften ska höjas",
    ),
    ("Nämnden anser knappast, i likhet med utredningen, att avgiften bör höjas.", "Vill höja avgiften"),
    ("Varken nämnden eller styrelsen anser, som utredningen, att kravet bör slopas.", "Vill slopa kravet"),
    (
        "Nämnden anser, under förutsättning att staten betalar, att avgiften bör höjas.",
        "Vill att avgiften ska höjas",
    ),
    ("Motparten anser, till skillnad från nämnden, att kravet bör slopas.", "Vill slopa kravet"),
    (
        "Nämnden tillstyrker förslaget och påpekar att det medför ökade kostnader.",
        "Uppskattar att förslaget medför ökade kostnader",
    ),
    (
        "Nämnden avstyrker förslaget då det råder brist på lärare.",
        "Kritiserar att förslaget råder brist på lärare",
    ),
    (
        "Utredningen avvisar förslaget eftersom det innebär sämre regler.",
        "Kritiserar att förslaget innebär sämre regler",
    ),
    ("Sannolikheten för framgång är hög.", "Ser risk för framgång"),
    ("Risken för missbruk är stor om kravet slopas.", "Ser risk för missbruk"),
    (
        "Nämnden anser att den kommun som inte följer lagen bör betala vite.",
        "Vill att kommunen ska betala vite",
    ),
    ("Vi vill inte ha alltför höga hus.", "Vill inte ha höga hus"),
    ("Barn bör inte när som helst få lämna skolan.", "Vill att barn inte får lämna skolan"),
    ("Barn bör inte arbeta medan de går i skolan.", "Vill att barn inte ska arbeta"),
    ("Nämnden bör enligt styrelsen läggas ned.", "Vill att nämnden ska läggas ned"),
    ("Nämnden anser att särskild hänsyn bör tas till barn.", "Vill att särskild man tar hänsyn till barn"),
    ("Nämnden anser att det är ett förslag som bör avslås.", "Vill att ett förslag ska avslås"),
    ("Nämnden anser att detta program bör utvidgas.", "Vill utvidga progrmet"),
    ("Nämnden anser ej att avgiften bör höjas.", "Vill höja avgiften"),
    ("Det är oklart i vilken utsträckning kravet gäller.", "Undrar hur kravet gäller"),
    ("Regeringen föreslår en höjd avgift.", "Föreslår en höjd avgift"),
    (
        "Nämnden ifrågasätter slutsatsen att det inte skulle vara möjligt att ställa krav.",
        "Ser svårigheter att ställa krav",
    ),
    ("Av artiklarna framgår att en stat kan avslå en ansökan.", "Befarar att en stat kan avslå en ansökan"),
    (
        "Nämnden konstaterar att ordalydelsen innebär att det krävs ett aktivt handlande.",
        "Efterfrågar ett aktivt handlande",
    ),
    ("Uppgifterna kan verifieras genom registret.", "Vill att uppgifterna ska verifieras genom registret"),
    (
        "Ett register bör inte inrättas utan att frågorna har utretts.",
        "Vill inte inrätta ett register",
    ),
    ("Kravet bör tas bort om inte staten betalar.", "Vill ta bort kravet"),
    (
        "Nämnden anser att det barn som inte får plats bör erbjudas plats i en annan kommun.",
        "Vill inte erbjuda plats i en annan kommun",
    ),
    ("Utan ökade resurser kan förslaget inte genomföras.", "Vill att förslaget inte kan genomföras"),
    (
        "Nämnden anser att ansvaret inte ska läggas på kommunerna.",
        "Kritiserar att ansvaret inte ska läggas på kommunerna",
    ),
    (
        "Bidraget bör endast gå till organisationer som är demokratiska.",
        "Vill att bidraget endast ska gå till organisationer",
    ),
    ("Det ska ges stöd till bolag enligt förslaget.", "Vill ge stöd till bolag"),
    (
        "Utredaren stödjer förslaget och menar att det stärker barnens rätt.",
        "Uppskattar att förslaget stärker barnens rätt",
    ),
    (
        "Det bör inte vara möjligt att överlåta ansvaret till andra.",
        "Ser svårigheter att överlåta ansvaret",
    ),
    ("Det bör ske först efter tre år.", "Vill ha först efter tre år"),
    (
        "Det bör övervägas om en ny lag är den bästa vägen.",
        "Vill överväga att införa en ny lag",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
@pytest.mark.parametrize("stance", ["forslag", "kritik", "positiv", "neutral"])
def test_no_turn_says_what_is_not_said(text, wrong, stance):
    assert wrong not in {phrase.text for phrase in phrases_of(text, stance)}
