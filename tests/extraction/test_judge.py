from __future__ import annotations

from remissnlp.extraction.cues import CUES, find_cues
from remissnlp.extraction.judge import judge_sentence


def test_hits_name_the_words_that_decided() -> None:
    reading = "Nämnden föreslår att planen kortas."
    (hit,) = find_cues(reading)
    assert (hit.name, hit.leaning) == ("föreslår", "forslag")
    assert reading[hit.start : hit.end] == "föreslår"


def test_cue_names_are_unique() -> None:
    assert len({cue.name for cue in CUES}) == len(CUES)


def test_what_somebody_else_proposes_is_no_stand() -> None:
    assert judge_sentence("Kommunstyrelsen föreslår att planen antas.").role == "retelling"
    assert judge_sentence("Nämnden föreslår att planen antas.").role == "view"


def test_weak_cues_need_the_remitted_document() -> None:
    assert judge_sentence("Programmet utgör ett viktigt dokument.").role == "view"
    assert judge_sentence("Kaffet är bra.", strict=True).role == "plain"


def test_strict_asks_for_a_strong_cue() -> None:
    assert judge_sentence("Programmet utgör ett viktigt dokument.", strict=True).role == "plain"
    assert judge_sentence("Programmet bör kortas.", strict=True).role == "view"
