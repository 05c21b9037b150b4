from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from remissnlp.reporting.markdown import _plain, render_markdown


def test_markdown(run, snapshot):
    assert render_markdown(run, ranking_explanation="Först det som flest står bakom.") == snapshot


def test_markdown_of_an_empty_run(empty_run, snapshot):
    assert render_markdown(empty_run) == snapshot


@given(st.text())
def test_text_is_never_markup(text):
    plain = _plain(text)
    assert "\n" not in plain
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>#|]", plain)
    assert not re.match(r"[-+=]|\d+[.)]", plain)
