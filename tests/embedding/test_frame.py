"""The reporting frame is cut by the tokenizer, in every library that reads it, and on any text."""

import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from remissnlp.embedding import load_encoder
from remissnlp.embedding.frame import FRAME, SAYING_VERBS, cutting_frames
from remissnlp.embedding.loading import default_folder

TOKENIZER = Tokenizer.from_file(str(default_folder() / "tokenizer.json"))


def said(text):
    return TOKENIZER.normalizer.normalize_str(text)


@pytest.mark.parametrize(
    "frame",
    [
        "Boverket anser att ",
        "Vidare anser Boverket att ",
        "Länsstyrelserna i Skåne och Kalmar län, SKR (Stockholm) och vi anser också att ",
        "De remissinstanser som har yttrat sig framhåller att ",
        "Nämnden har anfört att ",
        "Kulturnämnden ställer sig positiv till att ",
        "Stockholms universitet, i likhet med flera andra, menar att ",
        "Förvaltningen anser, i likhet med nämnden, att ",
        "Dessutom påpekar myndigheten att ",
    ],
)
def test_who_says_it_is_cut(frame):
    text = "avgiften bör höjas."
    assert said(frame + text) == text
    framed, bare = load_encoder().encode([frame + text, text])
    np.testing.assert_array_equal(framed, bare)


@pytest.mark.parametrize(
    "text",
    [
        "Avgiften bör höjas.",
        "Om planen antas anser vi att den bör följas upp.",
        "Barn med funktionsnedsättning saknar stöd.",
        "Unga vill ha jobb.",
        "Framför allt behövs resurser.",
        "Boverket avstyrker.",
        "Anser att.",
        "",
    ],
)
def test_what_is_said_stays(text):
    assert said(text) == text.lower()


def test_python_reads_the_pattern_as_the_tokenizer_does():
    for verb in SAYING_VERBS:
        text = f"Boverket {verb} att avgiften bör höjas."
        assert said(text) == re.sub(FRAME, "", text).lower() == "avgiften bör höjas."


def test_a_tokenizer_is_made_to_cut_once():
    assert cutting_frames(TOKENIZER) is TOKENIZER
    bare = Tokenizer(models.WordPiece({"[UNK]": 0, "planen": 1}, unk_token="[UNK]"))
    bare.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    cutting = cutting_frames(bare)
    assert cutting.encode("Boverket anser att planen").tokens == ["planen"]
    assert bare.encode("Boverket anser att planen").tokens == ["[UNK]"] * 3 + ["planen"]


@pytest.mark.parametrize(
    "piece",
    ["och ", "A ", "anser ", "(", "Boverket, ", "a a a ", "har i ", "delar x x ", " ", "å", "Vidare ", "- ",
     "anser, i likhet med x ", "Aaaa Bbbb ", "är mycket ", "\n"],
)  # fmt: skip
def test_hostile_text_takes_no_longer(piece):
    started = time.perf_counter()
    for text in (piece * 30_000, "Boverket anser att " + piece * 30_000, "Boverket anser" + piece * 30_000):
        said(text)
    assert time.perf_counter() - started < 10


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"(),.:;?! \n-", *SAYING_VERBS[:4], "att", "Boverket", "och", "som har", "är", "mål"]
        )
        | st.text(max_size=5),
        max_size=40,
    )
)
def test_no_text_breaks_it_and_python_agrees(parts):
    text = " ".join(parts).replace("\x00", "")
    cut = re.sub(FRAME, "", text)
    assert TOKENIZER.encode(text).ids == TOKENIZER.encode(cut).ids or re.match(FRAME, cut)
