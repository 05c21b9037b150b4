import pytest

from remissnlp.reading.decision import find_decision_level
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead
from remissnlp.reading.response import value
from remissnlp.reading.roles import judge_role

from .heads import HEADS


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.remissinstans)
def test_who_answers_what(head):
    document = Document(head.text)
    found = read_letterhead(document)
    assert (
        value(found.remissinstans),
        value(found.remiss),
        value(found.dnr),
        value(found.date),
        value(find_decision_level(document)),
    ) == head[1:]
    assert judge_role(document, found).doubt is None
