from __future__ import annotations

from pathlib import Path

import pytest

from remissnlp.reading import Corpus, read_corpus
from remissnlp.reading.ocr import is_installed

needs_tesseract = pytest.mark.skipif(
    not is_installed(), reason="Tesseract with Swedish data is not installed"
)


@pytest.fixture
def corpus(tmp_path: Path):
    """Write files and read them as a corpus."""

    def make(files: dict[str, bytes], **options) -> Corpus:
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(content)
        return read_corpus(tmp_path, **options)

    return make
