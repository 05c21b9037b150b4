from pathlib import Path

import pytest

from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead
from remissnlp.reading.pages import find_pages
from remissnlp.reading.subject import kind_of
from tests.reading.letters import LETTERS, Letter


def read(text):
    return read_letterhead(Document(text, find_pages(text)))


def value(found):
    return found.value if found else None


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
@pytest.mark.parametrize("field", ["remiss", "remissinstans", "dnr", "date", "title"])
def test_reads_each_field_of_each_kind_of_letter(letter: Letter, field: str) -> None:
    assert value(getattr(read(letter.text), field)) == getattr(letter, field)
