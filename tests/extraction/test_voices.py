from __future__ import annotations

import pytest

from remissnlp.extraction import extract_synpunkter
from remissnlp.extraction.voices import name_voice, opens_statement, tells_speaker
from remissnlp.records import Remissvar

LETTER = """\
Socialnämnden
Protokollsutdrag

Nämndens bedömning

Nämnden välkomnar planen. Nämnden föreslår att planen får en budget.

Anna Ek
Förvaltningschef

Bilagor
1. Remissen

{statement}
"""


def voices(statement: str) -> dict[str, str | None]:
    points = extract_synpunkter(Remissvar("r", "r.txt", "", LETTER.format(statement=statement)))
    return {point.reading: point.voice for point in points}


BOARD = {"Nämnden välkomnar planen.": None, "Nämnden föreslår att planen får en budget.": None}


@pytest.mark.parametrize(
    ("statement", "voice"),
    [
        (
            "Särskilt uttalande\nEva Al m.fl. (M) och Bo Ek (L) anför:\nPlanen bör skrotas.",
            "Särskilt uttalande (M), (L)",
        ),
        ("Särskilt uttalande av Eva Al (M)\n\nPlanen bör skrotas.", "Särskilt uttalande (M)"),
        ("Reservation\n\nPlanen bör skrotas.", "Reservation"),
        ("Reservation\n\nTor Ek (V) reserverar sig mot beslutet. Planen bör skrotas.", "Reservation (V)"),
        ("RESERVATION (SD, KD)\n\nPlanen bör skrotas.", "Reservation (SD), (KD)"),
        ("Reservation anfördes av Tor Ek (V) enligt följande:\nPlanen bör skrotas.", "Reservation (V)"),
        ("Ersättaryttrande\nEva Al (MP) yttrar:\nPlanen bör skrotas.", "Ersättaryttrande (MP)"),
        ("Borgarrådsreservation\n\nPlanen bör skrotas.", "Borgarrådsreservation"),
        ("Särskilt yttrande från Bo Ek\n\nPlanen bör skrotas.", "Särskilt yttrande av Bo Ek"),
    ],
)
def test_members_speak_for_themselves(statement: str, voice: str) -> None:
    assert voices(statement) == {**BOARD, "Planen bör skrotas.": voice}


def test_each_statement_has_its_own_voice() -> None:
    found = voices("Särskilt uttalande (C)\n\nPlanen bör kortas.\n\nReservation (V)\n\nPlanen bör göras om.")
    assert found["Planen bör kortas."] == "Särskilt uttalande (C)"
    assert found["Planen bör göras om."] == "Reservation (V)"


def test_the_board_speaks_again_under_a_heading_of_its_own() -> None:
    found = voices("Reservation (V)\n\nPlanen bör göras om.\n\nNämndens synpunkter\n\nKartan bör ritas om.")
    assert found["Planen bör göras om."] == "Reservation (V)"
    assert found["Kartan bör ritas om."] is None


def test_a_statement_repeats_nothing_of_the_boards_summary() -> None:
    text = (
        "Sammanfattning\n\nNämnden önskar indikatorer som går att följa.\n\n"
        "Reservation (V)\n\nNämnden borde önska indikatorer som går att följa över tid.\n"
    )
    summary, statement = extract_synpunkter(Remissvar("r", "r.txt", "", text))
    assert (summary.voice, summary.repeats) == (None, ())
    assert (statement.voice, statement.repeats) == ("Reservation (V)", ())


@pytest.mark.parametrize(
    "text", ["Nämnden reserverar medel för särskilt uttalande.", "Reservatet bör växa.", "Yttrande", ""]
)
def test_what_opens_no_statement(text: str) -> None:
    assert opens_statement(text) is None


def test_a_speaker_is_told_on_a_line_without_a_stop() -> None:
    assert tells_speaker("Eva Al (MP) anför:")
    assert not tells_speaker("Eva Al (MP) vill se fler träd.")
    assert name_voice("Reservation", "Tor Ek (M och L)") == "Reservation (M), (L)"


def test_who_speaks_may_be_told_in_the_paragraph_itself() -> None:
    found = voices(
        "Reservation\n\nPer Al (M) reserverar sig mot beslutet med motiveringen: Planen bör avslås.\n\n"
        "Särskilt uttalande\n\nEva Ek (V) lämnar följande särskilda uttalande: Farten bör sänkas."
    )
    assert sorted(voice for voice in found.values() if voice) == ["Reservation (M)", "Särskilt uttalande (V)"]
