"""What documents are about: what both halves tell counts, what one of them tells does not."""

import numpy as np
import pytest

from remissnlp.training import discriminant, topics
from remissnlp.training.discriminant import DiscriminantOptions, turn_table
from remissnlp.training.passages import Passages, tokenise
from remissnlp.training.topics import measure_topics
from remissnlp.training.vocabulary import learn_vocabulary

SUBJECTS = ["skolan", "vägen", "vården", "skogen"]
ASIDES = ["igår", "idag", "imorgon", "snart", "sedan", "aldrig"]


def _passages(rows):
    sentences, document, source = zip(*rows, strict=True)
    columns = [np.array(column, dtype=np.int32) for column in (source, document, range(len(sentences)))]
    return Passages(("a", "b"), sentences, *columns)


@pytest.fixture
def documents(monkeypatch):
    """Sixty documents of one subject each, where every sentence has an aside of its own."""
    for module in (topics, discriminant):
        monkeypatch.setattr(module, "FEWEST_TOKENS", 1)
    rng = np.random.default_rng(0)
    rows = [
        (f"{SUBJECTS[number % 4]} {rng.choice(ASIDES)}", number, int(number >= 40))
        for number in range(60)
        for _ in range(6)
    ]
    return _passages(rows)


def _taught(passages):
    tokenizer = learn_vocabulary(list(passages.sentences), 300)
    size = tokenizer.get_vocab_size()
    return tokenizer, tokenise(passages.sentences, tokenizer), np.eye(size, dtype=np.float32)


def test_the_subject_is_shared_and_asides_are_not(documents):
    tokenizer, tokens, table = _taught(documents)
    found = measure_topics(table, documents, tokens, np.random.default_rng(0))
    columns = {word: tokenizer.encode(word, add_special_tokens=False).ids for word in SUBJECTS + ASIDES}
    assert all(len(ids) == 1 for ids in columns.values())  # a word is one piece, so a column of its own
    shared, apart = np.diag(found.shared), np.diag(found.apart)
    subjects, asides = ([columns[word][0] for word in words] for words in (SUBJECTS, ASIDES))
    assert shared[subjects].min() > 5 * np.abs(shared[asides]).max()
    assert apart[asides].min() > 5 * apart[subjects].max()
    np.testing.assert_allclose(found.shared, found.shared.T)


def test_what_a_whole_source_has_in_common_is_no_topic(documents):
    rows = zip(documents.sentences, documents.document, documents.source, strict=True)
    signed = _passages([(f"{text} {'källa' if source else ''}", doc, source) for text, doc, source in rows])
    tokenizer, tokens, table = _taught(signed)
    column = tokenizer.encode("källa", add_special_tokens=False).ids[0]
    found = measure_topics(table, signed, tokens, np.random.default_rng(0))
    assert found.shared[column, column] < np.diag(found.shared).max() / 20


def test_too_short_documents_have_no_topics(documents):
    place = np.arange(len(documents.sentences)) % 6
    few = documents.select(place < 3)
    _, tokens, table = _taught(documents)
    short = tokenise(few.sentences, learn_vocabulary(list(documents.sentences), 300))
    assert measure_topics(table, few, short, np.random.default_rng(0)) is None
    assert measure_topics(table, documents, tokens, np.random.default_rng(0)) is not None


def test_documents_in_chunks_are_measured_alike(documents, monkeypatch):
    _, tokens, table = _taught(documents)
    whole = measure_topics(table, documents, tokens, np.random.default_rng(0))
    monkeypatch.setattr(topics, "CHUNK", 7)
    parts = measure_topics(table, documents, tokens, np.random.default_rng(0))
    np.testing.assert_allclose(whole.shared, parts.shared, atol=1e-6)
    np.testing.assert_allclose(whole.apart, parts.apart, atol=1e-6)


def test_topics_turn_the_table_towards_subjects(documents, monkeypatch):
    monkeypatch.setattr(discriminant, "FEWEST_SENTENCES", 4)
    rows = zip(documents.sentences, documents.document, documents.source, strict=True)
    sentences, document, source = zip(*rows, strict=True)
    paragraph = np.arange(len(sentences)) // 2  # of two sentences: several to a document
    passages = Passages(("a", "b"), sentences, np.array(source), np.array(document), paragraph)
    tokenizer, tokens, table = _taught(passages)

    def share_of_subjects(topic_weight):
        options, rng = DiscriminantOptions(topics=topic_weight), np.random.default_rng(0)
        turned = turn_table(table, passages, tokens, tokenizer, options, rng, dimensions=6)
        lengths = np.linalg.norm(turned, axis=1)
        ids = [tokenizer.encode(word, add_special_tokens=False).ids[0] for word in SUBJECTS + ASIDES]
        return lengths[ids[:4]].mean() / lengths[ids].mean()

    assert share_of_subjects(5.0) > 1.2 * share_of_subjects(0.0)
