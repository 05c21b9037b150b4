# ruff: noqa: E501
import pytest

from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead
from remissnlp.reading.registration import normalise
from remissnlp.reading.response import value

from .senders import LETTERS


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.senders[0])
def test_who_writes_and_when(letter):
    found = read_letterhead(Document(letter.text))
    assert value(found.remissinstans) in letter.senders
    assert value(found.date) == letter.date
    assert value(found.remiss) in (letter.remiss, None)  # other letters of the corpus may tell it
    if letter.dnr:
        assert value(found.dnr) == normalise(letter.dnr)


def test_a_name_that_only_stands_in_the_signature_is_not_a_senders():
    text = "Till kommunstyrelsen\n\nSynpunkter på planen, KS 2025/300\n\nPlanen är bra.\n\nAnna Ek\nRosa Villan\n"
    assert read_letterhead(Document(text)).remissinstans is None


def test_two_names_with_as_much_to_say_for_them_are_asked_about():
    text = "Synpunkter på planen, KS 2025/300\n\nPlanen bör ändras så att alla får plats.\n\nFöreningen Eken\n\nEkby byalag\n"
    assert read_letterhead(Document(text)).remissinstans is None


@pytest.mark.parametrize(
    "to", ["Ekby kommun\nKommunstyrelsen", "Till Ekby kommun", "Ekby kommun, kommunstyrelsen"]
)
def test_the_municipality_that_is_written_to_is_not_the_sender(to):
    text = f"{to}\n\n2025-03-01\n\nSvar på remiss KS 2025/300\n\nVi tycker att planen är bra och vill att den antas.\n"
    assert read_letterhead(Document(text)).remissinstans is None
