"""From files to remissvar: text, pages, and who answers what."""

from remissnlp.reading.corpus import Corpus, read_corpus
from remissnlp.reading.source import Source, read

__all__ = ["Corpus", "Source", "read", "read_corpus"]
