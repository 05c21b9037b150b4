"""Boards of one name are told apart by whose they are, where their letters say so."""

from __future__ import annotations

import pytest

from remissnlp.reading import read_corpus
from remissnlp.reading.document import Document
from remissnlp.reading.municipality import find_municipality

_LETTER = """{head}
Kulturnämnden

Datum 2026-03-12
Dnr KUN 2026/{number}

Yttrande över remiss KS 2026/77, Plan för en hållbar kommun

Kulturnämnden anser att målen bör gå att mäta. Ärende {number} behandlades i mars.
"""


def _answering(tmp_path, **heads):
    for number, (name, head) in enumerate(heads.items(), start=10):
        (tmp_path / f"{name}.txt").write_text(_LETTER.format(head=head, number=number), encoding="utf-8")
    return [record.remissinstans for record in read_corpus(tmp_path).remissvar]


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Ale kommun", "Ale kommun"),
        ("Upplands Väsby kommun", "Upplands Väsby kommun"),
        ("GÖTEBORGS STAD", "Göteborgs stad"),
        ("Region Gotland", "Region Gotland"),
        ("Registrator", None),
        ("Ale kommun\nArboga kommun", None),
        ("Arboga kommun\n\nTill\nAle kommun", "Arboga kommun"),
        ("I Ale kommun bor många", None),
    ],
)
def test_the_municipality_stands_on_a_line_of_its_own_in_the_letterhead(head, named):
    assert find_municipality(Document(_LETTER.format(head=head, number=1))) == named


def test_boards_of_different_municipalities_count_as_many(tmp_path):
    named = _answering(tmp_path, a="Ale kommun", b="Arboga kommun", c="Region Gotland", d="Ale kommun")
    assert named == [
        "Kulturnämnden i Ale kommun",
        "Kulturnämnden i Arboga kommun",
        "Kulturnämnden i Region Gotland",
        "Kulturnämnden i Ale kommun",
    ]


def test_boards_of_one_municipality_are_called_as_before(tmp_path):
    assert set(_answering(tmp_path, a="Stockholms stad", b="Stockholm stad", c="")) == {"Kulturnämnden"}


def test_a_board_whose_municipality_is_not_told_stays_by_itself(tmp_path):
    named = _answering(tmp_path, a="Ale kommun", b="Arboga kommun", c="")
    assert named[2] == "Kulturnämnden"
    assert len(set(named)) == 3


def test_an_administration_goes_with_the_board_of_its_own_municipality(tmp_path):
    _answering(tmp_path, a="Ale kommun", b="Arboga kommun")
    letter = _LETTER.replace("Kulturnämnden", "Kulturförvaltningen").format(head="Arboga kommun", number=40)
    (tmp_path / "c.txt").write_text(letter, encoding="utf-8")
    named = [record.remissinstans for record in read_corpus(tmp_path).remissvar]
    assert named == ["Kulturnämnden i Ale kommun", *["Kulturnämnden i Arboga kommun"] * 2]


def test_what_a_person_has_said_is_left_alone(tmp_path):
    (tmp_path / "remissvar.csv").write_text("Fil;Remissinstans\na.txt;Kulturnämnden\n", encoding="utf-8")
    named = _answering(tmp_path, a="Ale kommun", b="Arboga kommun", c="Ale kommun")
    assert named == ["Kulturnämnden", "Kulturnämnden i Arboga kommun", "Kulturnämnden i Ale kommun"]
