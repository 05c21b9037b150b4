"""Points that somebody has sorted: read whole or told of, and laid out as text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.errors import RemissnlpError
from remissnlp.training.sorted_points import SortedPoints, as_passages, read_sorted


def test_a_line_is_a_consultation(tmp_path):
    file = tmp_path / "sorted.jsonl"
    rows = [
        {"bill": "x", "points": [{"section": 1, "text": "Bra."}, {"section": 2, "text": "Dåligt."}]},
        {"points": []},
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert read_sorted(file) == [SortedPoints(("Bra.", "Dåligt."), ("1", "2")), SortedPoints((), ())]


@pytest.mark.parametrize("content", ["{}", "[1]", '{"points": [{"text": "Bra."}]}', "Bra."])
def test_anything_else_is_told_in_a_sentence(tmp_path, content):
    file = tmp_path / "sorted.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RemissnlpError, match=r"sorted\.jsonl går inte att använda som facit"):
        read_sorted(file)
    with pytest.raises(RemissnlpError, match="finns_inte"):
        read_sorted(tmp_path / "finns_inte")


@given(st.lists(st.lists(st.tuples(st.text(), st.sampled_from("abc")))))
def test_points_share_a_paragraph_where_they_share_consultation_and_section(consultations):
    sorted_points = [
        SortedPoints(tuple(t for t, _ in one), tuple(s for _, s in one)) for one in consultations
    ]
    passages = as_passages(sorted_points)
    owner = [(n, section) for n, one in enumerate(sorted_points) for section in one.sections]
    assert passages.sentences == tuple(text for one in sorted_points for text in one.texts)
    assert passages.document.tolist() == [number for number, _ in owner]
    for i, first in enumerate(owner):
        for j, second in enumerate(owner):
            assert (passages.paragraph[i] == passages.paragraph[j]) == (first == second)
