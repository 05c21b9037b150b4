"""How the table of word counts is made."""

import lzma

from remissnlp.embedding.words import NUMBER, load_words
from remissnlp.training.word_counting import drop_variants, main, tokenize


def test_numbers_and_hyphens_in_tokens():
    assert tokenize("EU-stöd 2024, 1 kr.") == ["EU", "stöd", NUMBER, NUMBER, "kr"]


def test_faint_variants_of_common_words_are_dropped():
    counts = {"mänskliga": 9000.0, "manskliga": 3.0, "bor": 3000.0, "bör": 20000.0}
    assert set(drop_variants(counts)) == {"mänskliga", "bor", "bör"}


def test_build_and_load(tmp_path, capsys):
    document = "Nämnden tillstyrker förslaget.\nNämnden tillstyrker förslaget i alla delar.\n"
    text = tmp_path / "text.txt.xz"
    text.write_bytes(lzma.compress("\n".join([document] * 60).encode()))
    main([str(text), "--out", str(tmp_path / "first"), "--pair-floor", "2"])
    main([str(text), "--out", str(tmp_path / "second"), "--pair-floor", "2"])
    assert "ord" in capsys.readouterr().out
    for name in ("words.xz", "pairs.xz"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
    made = load_words(tmp_path / "first")
    assert made.forms == sorted(["nämnden", "tillstyrker", "förslaget", "i", "alla", "delar"])
    assert made.pair_count("förslaget", "i") > 40
