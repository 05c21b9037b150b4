import pytest

from remissnlp.reading.document import Document
from remissnlp.reading.instans import find_remissinstans
from remissnlp.reading.pages import find_pages


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Länsstyrelsen\nÖrebro län\n\nYttrande över förslag till avfallsplan\n",
            "Länsstyrelsen i Örebro län",
        ),
        ("KAMMARRÄTTEN I SUNDSVALL      REMISSYTTRANDE\n\nSOU 2025:41\n", "Kammarrätten i Sundsvall"),
        (
            "Storfors kommun\n\nÄrendebeskrivning\nStorfors kommun har fått möjlighet att yttra sig.\n",
            "Storfors kommun",
        ),
        (
            "Sjövårdsföreningen i Ekby\n\nAllmänt\nVi välkomnar att planen tas fram.\n",
            "Sjövårdsföreningen i Ekby",
        ),
    ],
)
def test_a_heading_is_no_part_of_the_name_under_it(text: str, name: str) -> None:
    found = find_remissinstans(Document(text, find_pages(text)), None)
    assert found is not None
    assert found.value == name
