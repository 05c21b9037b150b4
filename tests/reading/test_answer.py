import pytest

from remissnlp.reading.answer import find_endorsed, has_no_opinion, is_response
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead


@pytest.mark.parametrize(
    "text",
    [
        "Kyrkogårdsnämnden har inget att erinra mot förslaget.",
        "Bolaget har ingenting att invända.",
        "Tingsrätten avstår från att yttra sig över remissen.",
        "Myndigheten avstår från yttrande.",
        "Remissen lämnas utan erinran.",
        "Nämnden har inga synpunkter på programmet.",
        "Namnden har inget att erinra mot f6rslaget.",
        "Vi avböjer.",
    ],
)
def test_an_answer_without_opinion_is_told(text):
    assert has_no_opinion(Document(f"Remissvar\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden har inget att erinra men föreslår att uppföljningen förtydligas.",
        "I övrigt har nämnden inget att erinra.",
        "Nämnden tillstyrker förslaget och har inget att erinra.",
        "Nämnden saknar mål. Nämnden har inga synpunkter på kapitel 3.",
        "Nämnden ser positivt på förslaget.",
        "Brandvatten | Ingen erinran.\nUtrymning | Trapphusen ska utföras som Tr2.",
        "Brandvatten\tIngen erinran.\nUtrymning\tTrapphusen ska utföras som Tr2.",
        "Nämnden har inget att erinra. " + "Programmet beskriver stadens arbete. " * 80,
    ],
)
def test_an_answer_with_an_opinion_or_at_length_is_left_to_the_extraction(text):
    assert not has_no_opinion(Document(f"Remissvar\n\n{text}\n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Äldrenämnden ansluter sig till Socialnämndens yttrande.", ("Socialnämnden",)),
        ("Kommunen instämmer i SKR:s yttrande.", ("SKR",)),
        ("Kommunen instämmer helt med SKRs remissvar.", ("SKR",)),
        ("Vi ställer oss bakom Lunds universitets synpunkter.", ("Lunds universitet",)),
        ("Nämnden ansluter sig till\nsocialnämndens yttrande.", ("Socialnämnden",)),
        (
            "Nämnden ansluter sig till Socialnämndens och Äldrenämndens yttranden.",
            ("Socialnämnden", "Äldrenämnden"),
        ),
        ("Bolaget ansluter sig till vad Stadshus AB har anfört.", ("Stadshus AB",)),
        ("Nämnden instämmer i det yttrande som Socialnämnden har lämnat.", ("Socialnämnden",)),
        ("Nämnden ansluter sig till förvaltningens yttrande.", ()),
        ("Nämnden instämmer inte i Socialnämndens yttrande.", ()),
        ("Nämnden instämmer i programmets syfte.", ()),
        ("Nämnden ansluter sig till Förvaltningens yttrande.", ()),
    ],
)
def test_whose_statement_is_joined(text, expected):
    assert find_endorsed(Document(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Remissvar från Ung Exempelrörelse", True),
        ("Yttrande över förslag till plan", True),
        ("Hej! Jag tycker att planen borde ange mål för barnen.", True),
        ("Rapport från ett projekt\n\nFörord\n\nDenna rapport beskriver hur kommunerna har arbetat.", False),
        (
            "Rapport\n\nFörord\n"
            + "Projektet har pågått i två år och visar goda resultat.\n" * 300
            + "Vi anser.",
            False,
        ),
    ],
)
def test_a_response_is_told_from_what_is_none(text, expected):
    document = Document(text)
    assert is_response(document, read_letterhead(document)) is expected
