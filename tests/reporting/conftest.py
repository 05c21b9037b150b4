from __future__ import annotations

import pytest

from remissnlp.records import Run

from .example import example_empty_run, example_run


@pytest.fixture
def run() -> Run:
    return example_run()


@pytest.fixture
def empty_run() -> Run:
    return example_empty_run()
