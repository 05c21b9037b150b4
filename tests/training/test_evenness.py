import pytest

from remissnlp.embedding.words import Words
from remissnlp.training.evenness import main, measure_evenness, passages, write_evenness


def test_a_word_in_every_passage_is_even_and_one_in_bursts_is_not():
    documents = [["klargör", *["skol"] * 10, *["fyll"] * 9] for _ in range(5)]
    documents += [["klargör", *["fyll"] * 19] for _ in range(45)]
    found = measure_evenness(iter(documents), min_count=30)
    assert found["klargör"] > 0.95
    assert found["skol"] < 0.2


def test_rare_stems_and_empty_passages_are_left_out():
    assert measure_evenness(iter([[], ["a"], ["a"]]), min_count=3) == {}


def test_a_long_source_gives_no_more_passages_than_asked(tmp_path):
    source = tmp_path / "text.txt"
    source.write_text("\n\n".join(f"ordet nummer{i} står här" for i in range(50)), encoding="utf-8")
    assert len(list(passages(source, most=10))) == 10
    assert len(list(passages(source))) == 50


def test_the_table_is_read_back_as_written(tmp_path):
    write_evenness({"skol": 0.1, "förtydlig": 0.9, "all": 1.0}, tmp_path)
    read = Words((), {}, folder=tmp_path).evenness
    assert read == pytest.approx({"all": 1.0, "förtydlig": 0.9, "skol": 0.1}, abs=0.01)


def test_the_command_gives_the_same_bytes_again(tmp_path, capsys):
    source = tmp_path / "text.txt"
    source.write_text("\n\n".join(["Frågan om skolan behöver förtydligas."] * 40), encoding="utf-8")
    tables = []
    for name in ("a", "b"):
        main([str(source), "--out", str(tmp_path / name)])
        tables.append((tmp_path / name / "evenness.xz").read_bytes())
    assert tables[0] == tables[1]
    assert "ordstammar" in capsys.readouterr().out


def test_without_a_table_nothing_is_even(tmp_path):
    assert Words((), {}, folder=tmp_path).evenness == {}
