import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.codebook import (
    Code,
    Kodbok,
    find_kodbok,
    kodbok_of,
    parse_kodbok,
    read_kodbok,
    render_kodbok,
    write_kodbok,
)
from remissnlp.errors import RemissnlpError
from tests.reporting.example import example_run

GOOD = """
namn = "Prov"
[[kod]]
namn = "Önskar  indikatorer"
beskrivning = "Mål ska gå att mäta."
exempel = ["Det behövs mått.", " "]
[[kod]]
namn = "Önskar kortare text"
"""


def test_reads_what_is_written():
    book = parse_kodbok(GOOD)
    assert book.name == "Prov"
    assert book.codes[0] == Code("Önskar indikatorer", "Mål ska gå att mäta.", ("Det behövs mått.",))
    assert book.codes[0].texts == ("Önskar indikatorer. Mål ska gå att mäta.", "Det behövs mått.")
    assert book.codes[1].texts == ("Önskar kortare text",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("namn = ", "inte riktig TOML: den slutar mitt i"),
        ("namn = x\n", "inte riktig TOML: se rad 1"),
        ("", "har inga koder"),
        ("kod = 3", "har inga koder"),
        ("kod = [3]", "kod 1: varje kod börjar"),
        ("[[kod]]\nbeskrivning = 'x'", "kod 1 saknar namn"),
        ("[[kod]]\nnamn = 3", "namn ska vara text"),
        ("[[kod]]\nnamn = 'a'\nexempel = 'b'", "exempel ska vara en lista"),
        ("[[kod]]\nnamn = 'a'\nexempel = [1]", "exempel ska vara en lista"),
        ("[[kod]]\nnamn = 'a'\nfarg = 'b'", "”farg” hör inte hemma"),
        ("[[kod]]\nnamn = 'a'\nid = '../b'", "id ska vara T"),
        ("[[kod]]\nnamn = 'Ring 08-508 35 168'", "personuppgifter"),
        ("[[kod]]\nnamn = 'a'\n[[kod]]\nnamn = 'A '", "två koder heter ”a”"),
        (
            "[[kod]]\nnamn = 'a'\nid = 'T0123456789'\n[[kod]]\nnamn = 'b'\nid = 'T0123456789'",
            "två koder har id",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text, says):
    with pytest.raises(RemissnlpError) as wrong:
        parse_kodbok(text, name="min.toml")
    assert says in str(wrong.value)
    assert "min.toml" in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(RemissnlpError, match="finns inte"):
        read_kodbok(tmp_path / "ingen.toml")
    (tmp_path / "latin.toml").write_bytes("namn = 'ö'".encode("latin-1"))
    with pytest.raises(RemissnlpError, match="UTF-8"):
        read_kodbok(tmp_path / "latin.toml")
    with pytest.raises(RemissnlpError, match="går inte att öppna"):
        read_kodbok(tmp_path)


def test_which_codebook_a_run_uses(tmp_path):
    assert find_kodbok(None, tmp_path) is None
    (tmp_path / "kodbok.toml").write_text(GOOD, encoding="utf-8")
    assert find_kodbok(None, tmp_path).name == "Prov"
    assert find_kodbok("ingen", tmp_path) is None
    assert find_kodbok("allman", tmp_path).name == "Allmän kodbok för styrdokument"


def test_the_general_codebook_is_in_one_form():
    codes = read_kodbok("allman").codes
    assert len(codes) >= 10
    for code in codes:
        assert 3 <= len(code.name.split()) <= 8
        assert code.name.split()[0].endswith(("r", "ll"))
        assert code.description
        assert len(code.examples) >= 3


def test_an_id_depends_on_the_name_alone():
    assert Code("Önskar mål").tema_id == Code(" önskar  MÅL", "annat", ("x",)).tema_id
    assert Code("Önskar mål").tema_id != Code("Önskar mått").tema_id
    assert Code("a", id="T0123456789").tema_id == "T0123456789"


def test_the_hash_is_of_what_it_says():
    assert parse_kodbok(GOOD).sha256 == parse_kodbok(GOOD + "\n# en anmärkning\n").sha256
    assert parse_kodbok(GOOD).sha256 != parse_kodbok(GOOD.replace("mått", "mål")).sha256


@given(
    st.lists(
        st.builds(
            Code,
            st.text(min_size=1).map(lambda t: "a" + " ".join(t.split())),
            st.text().map(lambda t: " ".join(t.split())),
            st.lists(st.text().map(lambda t: "b" + " ".join(t.split()))).map(tuple),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda code: code.tema_id,
    )
)
def test_what_is_rendered_is_read_back(codes):
    book = Kodbok("Prov", tuple(codes))
    try:
        assert parse_kodbok(render_kodbok(book)) == book
    except RemissnlpError as wrong:
        assert "personuppgifter" in str(wrong)


def test_a_run_as_a_codebook(tmp_path):
    run = example_run()
    book = kodbok_of(run)
    assert [c.name for c in book.codes] == [t.label for t in run.teman]
    assert book.codes[0].description == run.teman[0].key_sentence.reading
    path = tmp_path / "kodbok.toml"
    write_kodbok(book, path)
    assert read_kodbok(path) == book
    with pytest.raises(RemissnlpError, match="finns redan"):
        write_kodbok(book, path)
    write_kodbok(book, path, force=True)
    assert json.dumps(book.name, ensure_ascii=False) in path.read_text(encoding="utf-8")
