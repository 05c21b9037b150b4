from __future__ import annotations

import pytest

from remissnlp.embedding.words import load_words
from remissnlp.extraction.imperatives import find_imperative


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Bygg en kantsten!", "Bygg"),
        ("Komplettera planen med en tidplan.", "Komplettera"),
        ("Men snälla, börja med att ploga.", "börja"),
        ("Ta med skolgårdarna.", "Ta"),
        ("Inför ett krav på tolkning.", "Inför"),
        ("Se över reglerna.", "Se"),
        ("Låt skolan vara kvar!", "Låt"),
        ("Stryk meningen om etableringar.", "Stryk"),
    ],
)
def test_the_bare_stem_first_is_an_imperative(sentence: str, verb: str) -> None:
    span = find_imperative(sentence, load_words())
    assert span is not None
    assert sentence[slice(*span)] == verb


@pytest.mark.parametrize(
    "sentence",
    [
        "Planen gäller i fyra år.",
        "Inför mötet samlades nämnden.",
        "Se bilaga 2.",
        "Form är viktigt.",
        "Samma regler gäller alla.",
        "Alla ska ha nära till natur.",
        "Nämnden bygger skolor.",
        "Tack för att ni lyssnar.",
        "",
    ],
)
def test_other_sentences_open_otherwise(sentence: str) -> None:
    assert find_imperative(sentence, load_words()) is None
