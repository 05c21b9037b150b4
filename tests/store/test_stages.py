from __future__ import annotations

from dataclasses import replace

import pytest

from remissnlp.reading.corpus import Corpus
from remissnlp.records import ModelInfo, Remiss, Remissvar
from remissnlp.store import open_store
from remissnlp.store.inputs import Inputs
from remissnlp.store.stages import Stages, Themed

INPUTS = Inputs((("a.txt", "1"),), "", (("threshold", "null"),), "m", (("extraction", "1"),), "r")
ANSWER = Remissvar("rv-a", "a.txt", "1", "Nämnden saknar indikatorer.", remiss="KS 1")
CORPUS = Corpus((Remiss("KS 1", "Plan", "plan", ("Mål",)),), (ANSWER,), ())
THEMED = Themed((), {}, {}, ModelInfo("m", "1", 4))


def made(folder, inputs, corpus):
    """Return how many times the teman were made."""
    done = []

    def build():
        done.append(1)
        return THEMED

    with open_store(folder) as store:
        assert Stages(store).themes(inputs, corpus, build) == THEMED
        store.flush()
    return len(done)


def test_teman_are_made_once_for_the_same_responses(tmp_path):
    assert made(tmp_path, INPUTS, CORPUS) == 1
    assert made(tmp_path, INPUTS, CORPUS) == 0
    assert made(tmp_path, replace(INPUTS, files=(("b.txt", "1"),), edits="x", reports="y"), CORPUS) == 0


@pytest.mark.parametrize(
    ("inputs", "corpus"),
    [
        (INPUTS, replace(CORPUS, remissvar=(replace(ANSWER, text="Nämnden saknar mål."),))),
        (INPUTS, replace(CORPUS, remissvar=(replace(ANSWER, remissinstans="Kulturnämnden"),))),
        (INPUTS, replace(CORPUS, remissvar=(ANSWER, replace(ANSWER, id="rv-b")))),
        (INPUTS, replace(CORPUS, remisser=(Remiss("KS 1", "Plan", "plan", ("Mål", "Tid")),))),
        (replace(INPUTS, code=(("extraction", "2"),)), CORPUS),
        (replace(INPUTS, settings=(("threshold", "0.5"),)), CORPUS),
        (replace(INPUTS, model="n"), CORPUS),
        (replace(INPUTS, whole="w"), CORPUS),
    ],
)
def test_teman_are_made_anew_for_all_that_they_and_their_synpunkter_follow_from(tmp_path, inputs, corpus):
    made(tmp_path, INPUTS, CORPUS)
    assert made(tmp_path, inputs, corpus) == 1
    assert made(tmp_path, INPUTS, CORPUS) == 0
