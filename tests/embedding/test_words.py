"""The table of word counts."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.embedding.words import NUMBER, dequantise, load_words, quantise

WORDS = load_words()


def test_frequent_words_are_known_in_any_case():
    assert "kommunen" in WORDS
    assert "Kommunen" in WORDS
    assert WORDS.count("och") > WORDS.count("kommunen") > WORDS.count("remissinstans") > 0
    assert 7 < WORDS.zipf("och") < 8
    assert WORDS.zipf("xqzt") == 0


@pytest.mark.parametrize("fault", ["méinskliga", "manskliga", "fiir", "tiil", "fran", "f6r", "pd", "ndmnder"])
def test_misread_words_are_no_words(fault):
    assert fault not in WORDS


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("servicenämndens", ("service", "nämndens")),
        ("normmedvetenhet", ("norm", "medvetenhet")),
        ("civilrättsorganisationer", ("civil", "rätts", "organisationer")),
        ("kommunen", ("kommunen",)),
        ("xqztxqzt", ()),
        ("", ()),
    ],
)
def test_compounds_fall_into_known_words(word, parts):
    assert WORDS.split_compound(word) == parts


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Rubrikernas", "rubrik"),
        ("förtydligas", "förtydliga"),
        ("böcker", "bok"),
        ("barn", "barn"),
        ("likabehandlingsplaner", "likabehandlingsplan"),
        ("xqztxqzt", "xqztxqzt"),
        ("", ""),
    ],
)
def test_words_have_a_base_form(word, lemma):
    assert WORDS.lemma(word) == lemma


@given(st.text(alphabet="aeiorstnlkdåäö", max_size=20))
def test_parts_of_a_compound_join_to_the_word(word):
    parts = WORDS.split_compound(word)
    assert parts == () or "".join(parts) == word


def test_pairs_tell_neighbours_apart():
    assert WORDS.pair_count("det", "är") > 20 * WORDS.pair_count("det", "år")
    assert WORDS.pair_count("den", NUMBER) > WORDS.pair_count("den", "i")
    assert WORDS.pair_count("xqzt", "är") == 0
    assert WORDS.has_pairs("är")


def test_letters_tell_unknown_words_from_noise():
    assert WORDS.letter_score("Lauridsen") > WORDS.letter_score("tjdnsteut") + 5


@given(st.integers(1, 10**9))
def test_counts_survive_quantisation(count):
    assert abs(dequantise(quantise(count)) - count) <= 0.5 + 0.065 * count


def test_table_is_small_and_loads_fast():
    folder = Path(WORDS.folder)
    assert sum(path.stat().st_size for path in folder.glob("*.xz")) < 2_000_000
    code = (
        "import time; from remissnlp.embedding.words import load_words; t = time.process_time(); "
        "load_words(); print(time.process_time() - t)"
    )
    seconds = min(
        float(
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, check=True, cwd=folder.parents[1]
            ).stdout
        )
        for _ in range(3)
    )
    assert seconds < 0.3  # a tenth on a quiet machine


def test_missing_table_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="Ordlistan saknas"):
        load_words(tmp_path)
