import lzma

import pytest

from remissnlp.embedding.words import BONDS
from remissnlp.themes.binding import FOLLOWERS, _read
from remissnlp.training.binding import count_followers, main, measure_bonds


def test_what_follows_is_set_against_the_end_of_a_clause():
    found = count_followers(["Krav på skolan, krav på gården.", "Inga krav. Vi ser skolan i byn."])
    assert found["krav"] == {"på": 2, ".": 1}
    assert found["skolan"] == {".": 1, "i": 1}
    assert "byn" in found
    bonds = _read(measure_bonds({"krav": found["krav"]}, min_count=3)["krav"])
    assert bonds == pytest.approx({"": 0.5, "på": 0.5}, abs=0.01)


def test_rare_words_and_weak_bonds_are_left_out():
    found = count_followers(["ordet i " * 3 + "ordet. " * 50, "sällan på"])
    bonds = measure_bonds(found, min_count=10)
    assert set(bonds) == {"ordet"}
    assert set(_read(bonds["ordet"])) == {""}


def test_the_command_gives_the_same_bytes_again(tmp_path, capsys):
    source = tmp_path / "text.txt"
    source.write_text("\n".join(["Vi ställer krav på skolan."] * 50), encoding="utf-8")
    tables = []
    for name in ("a", "b"):
        main([str(source), "--out", str(tmp_path / name)])
        tables.append((tmp_path / name / BONDS).read_bytes())
    assert tables[0] == tables[1]
    word, coded = lzma.decompress(tables[0]).decode("utf-8").split("\n")[0].split(" ")
    assert word == "krav" and FOLLOWERS[ord(coded[1]) - 33] == "på"
    assert "ord" in capsys.readouterr().out
