from pathlib import Path

import pytest

from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead
from remissnlp.reading.roles import is_cover, judge_role

from .letters import LETTERS

SHIPPED = Path(__file__).parents[2] / "corpus"
LONG = "Kommunen ska verka för att fler barn rör på sig. Nämnderna ansvarar för att målen nås.\n" * 120
REMISS_LETTER = """\
Socialdepartementet
S2024/01377

Remiss av betänkandet Ett tryggare stöd (SOU 2024:31)

Remissinstanser
1. Arbetsförmedlingen
2. Umeå tingsrätt

Remissvaren ska ha kommit in till Socialdepartementet senast den 15 november 2024.
Remissinstanserna ombeds att lämna synpunkter på förslagen.
"""


def judged(text):
    document = Document(text)
    return judge_role(document, read_letterhead(document))


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_a_response_beyond_doubt(name):
    found = judged(LETTERS[name].text)
    assert (found.role, found.doubt) == ("remissvar", None)


def test_the_shipped_documents_are_responses_beyond_doubt():
    for path in SHIPPED.glob("*/*.txt"):
        found = judged(path.read_text(encoding="utf-8"))
        assert (found.role, found.doubt) == ("remissvar", None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (REMISS_LETTER, "remisshandling"),
        ("Handlingsplan för rörelse\nRemissversion 2025-01-10\n\n1. Inledning\n\n" + LONG, "remisshandling"),
        ("Samrådshandling\nFriluftsplan 2035\n\n" + LONG, "remisshandling"),
        (
            "Vatten i balans\n\nBetänkande av Vattenutredningen\nSOU 2025:14\n\nTill statsrådet\n\n" + LONG,
            "remisshandling",
        ),
        (
            "Hej!\n\nEr förening inbjuds att lämna synpunkter på förslaget till friluftsplan.\n"
            "Synpunkter ska vara kommunen tillhanda senast den 3 maj 2025.\n",
            "remisshandling",
        ),
        ("Bilaga 2\n\nTabell över friluftsgårdar\nNorrby  12\nSörby  14\n", "bilaga"),
        ("Rapport från ett projekt\n\nFörord\n\nDenna rapport beskriver arbetet.\n", "underlag"),
        ("Kvitto\n\nSumma 120 kr\n", "annat"),
    ],
)
def test_what_is_no_response(text, role):
    found = judged(text)
    assert found.role == role
    assert found.message
    assert found.doubt is None


@pytest.mark.parametrize(
    "text",
    [
        # What names a remissversion, a bilaga or a deadline may be a response to it.
        "Föreningen Fred\n\nFriluftsplan 2035, remissversion\n\nFöreningen anser att målen är bra.\n",
        "Yttrande över samrådshandling för friluftsplan\n\nDet behövs fler bänkar.\n",
        "Bilaga 1 Detaljerade kommentarer\n\nKapitel 2 bör förtydligas.\n",
        "Riksförbundet Vila\n\nFriluftsplan 2035\n\nRiksförbundet Vila anser att planen är svag."
        " Riksförbundet föreslår fler bänkar.\n",
        "Remiss av plan\n\n" + LONG,
    ],
)
def test_in_doubt_it_is_a_response(text):
    assert judged(text).role == "remissvar"


def test_a_long_text_that_only_mentions_a_remiss_is_doubted():
    assert judged("Handlingsplan för rörelse\nRemissen i korthet\n\n" + LONG).doubt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Härmed översänds nämndens yttrande över plan.", True),
        ("Bifogat finner ni vårt remissvar. Hör av er vid frågor.", True),
        ("Bifogat finner ni vårt remissvar. Vi anser att planen är svag.", False),
        ("PROTOKOLLSUTDRAG\n\n§ 4 Yttrande\n\nNämnden godkänner tjänsteutlåtandet som svar.", True),
        ("PROTOKOLLSUTDRAG\n\n§ 4 Yttrande\n\nNämnden godkänner.\n\nReservation\nBo reserverar sig.", False),
        ("PROTOKOLLSUTDRAG\n\n§ 4 Yttrande\n\nNämnden godkänner. Planen bör ses över.", False),
        ("Vi anser att planen är bra.", False),
    ],
)
def test_what_only_goes_with_a_response(text, expected):
    assert is_cover(Document(text)) is expected
