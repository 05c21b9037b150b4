import numpy as np

from remissnlp.training.answers import find_answers
from remissnlp.training.contrastive import ContrastiveOptions, batches
from remissnlp.training.passages import read_passages, tokenise
from remissnlp.training.vocabulary import learn_vocabulary

BILL = """Remissinstanserna: Ingen vet än vad de svarar på här.
Regeringens förslag: En avgift införs för alla båtar. Den tas ut varje år.
Promemorians förslag: Detsamma som regeringens.
Remissinstanserna: De flesta godtar att båtar får en avgift. Båtunionen avstyrker. Nej.
Skälen för regeringens förslag: Båtar ska bära sina kostnader.

Remissinstanserna: Ett annat ärende i ett annat dokument.
"""


def read(tmp_path):
    file = tmp_path / "bill.txt"
    file.write_text(BILL, encoding="utf-8")
    passages = read_passages([file])
    return passages, tokenise(passages.sentences, learn_vocabulary(passages.sentences, 400))


def test_answers_are_found_with_what_they_answer(tmp_path):
    passages, tokens = read(tmp_path)
    found = find_answers(passages, tokens, fewest=1)
    assert [passages.sentences[i] for i in found[:, 0]] == [
        "Remissinstanserna: De flesta godtar att båtar får en avgift.",
        "Båtunionen avstyrker.",
        "Nej.",
    ]
    for _, start, end in found.tolist():
        assert passages.sentences[start:end] == (
            "Regeringens förslag: En avgift införs för alla båtar.",
            "Den tas ut varje år.",
        )
    least = int(tokens.lengths[found[:, 0]].max())
    assert len(find_answers(passages, tokens, fewest=least)) == 1


def test_text_without_answers_gives_none(tmp_path):
    file = tmp_path / "plain.txt"
    file.write_text("En mening. En till.\n", encoding="utf-8")
    passages = read_passages([file])
    tokens = tokenise(passages.sentences, learn_vocabulary(passages.sentences, 200))
    assert find_answers(passages, tokens, fewest=1).shape == (0, 3)


def test_answers_are_their_share_of_every_batch():
    source = np.zeros(1000, dtype=np.int32)
    answers = np.array([[500, 600, 603], [700, 800, 801]])
    options = ContrastiveOptions(batch_size=100, answers=0.2)
    for batch in batches(np.arange(400), source, source, options, np.random.default_rng(0), answers=answers):
        assert batch.shape == (100, 2)
        drawn = batch[batch[:, 0] >= 400]
        assert len(drawn) == 20
        assert {tuple(pair) for pair in drawn.tolist()} <= {(500, 600), (500, 601), (500, 602), (700, 800)}
