import pytest

from remissnlp.reading.decision import find_decision_level
from remissnlp.reading.document import Document


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (
            "Kontorsyttrande över remiss av plan\n\nKulturdirektören beslutar att lämna yttrandet.",
            "kontorsyttrande",
        ),
        ("Kulturförvaltningens kontorsyttrande\nRemiss från kommunstyrelsen", "kontorsyttrande"),
        ("FÖRVALTNINGSYTTRANDE\n\nRemiss av plan", "kontorsyttrande"),
        (
            "Med anledning av den korta remisstiden svarar förvaltningen med ett kontorsyttrande.",
            "kontorsyttrande",
        ),
        ("Kontorsyttrande over remiss\n\nBeslutet anmals till namnden enligt delegation.", "kontorsyttrande"),
        (
            "Remissvar\n\nBeslut i ärendet fattas av avdelningschefen enligt nämndens delegationsordning.",
            "delegationsbeslut",
        ),
        ("DELEGATIONSBESLUT\n2024-05-06\n\nYttrande över plan", "delegationsbeslut"),
        ("Ordförandebeslut\n\nYttrande över plan", "delegationsbeslut"),
        (
            "Förslag till beslut\nKulturnämnden beslutar att\n1. Remissen besvaras med utlåtandet.",
            "namndbeslut",
        ),
        ("Socialnämnden överlämnar förvaltningens tjänsteutlåtande som svar på remissen.", "namndbeslut"),
        ("Kulturndmnden beslutar att hanvisa till forvaltningens tjdnsteutlatande.", "namndbeslut"),
        ("Kommunstyrelsens beslut\nKommunen lämnar yttrandet.", "namndbeslut"),
        ("Styrelsen för AB Hus godkänner förslaget till svar på remissen.", "namndbeslut"),
        ("PROTOKOLLSUTDRAG\n§ 4 Yttrande över plan", "namndbeslut"),
        ("Tjänsteutlåtande\nTill\nKulturnämnden\n\nPlan för bad", "namndbeslut"),
        ("Beslut om detta yttrande har fattats av förbundsstyrelsen.", "namndbeslut"),
        ("Yttrande\n\nPå bygg- och miljönämndens vägnar\n\nKim Ek\nOrdförande", "namndbeslut"),
        ("Yttrande\n\nBeslut i socialnämnden 2025-05-20 § 64", "namndbeslut"),
    ],
)
def test_who_decided(text, level):
    found = find_decision_level(Document(text))
    assert found is not None
    assert found.value == level
    start, end = found.span
    assert text[start:end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen har remitterat planen till kulturnämnden för yttrande.",
        "Kommunstyrelsen beslutade 2023 att ta fram en plan.",
        "Beslut i detta ärende har fattats av generaldirektören.",
        "Vi anser att nämnden bör få mer pengar.",
        "Till kommunstyrelsen\n\nVi anser att planen är bra.",
        "Enligt planen ska varje delegation till EU rapportera.",
    ],
)
def test_what_is_not_said_is_not_guessed(text):
    assert find_decision_level(Document(text)) is None
