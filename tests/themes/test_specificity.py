import pytest

from remissnlp.themes.specificity import ENOUGH, shared_stems, specificity, spread_of


@pytest.mark.parametrize(
    ("telling", "vague"),
    [
        ("Vill ställa krav på friskintyg", "Vill införa ett system"),
        ("Efterlyser övergångslösningar på obligationsmarknaden", "Efterfrågar en vidare behandling"),
        ("Vill behålla straffriheten för ringa fall", "Vill att bestämmelsen ska utgå"),
    ],
)
def test_a_label_that_says_which_is_told_from_one_that_does_not(telling, vague):
    assert specificity(telling, {}) > ENOUGH / 2 > specificity(vague, {})


def test_neither_what_is_done_nor_whose_proposal_it_is_says_which():
    assert specificity("Vill konkretisera utredningens", {}) == 0.0


def test_a_word_that_all_of_the_run_use_says_little():
    texts = ["delmålet nås inte", "delmålet är lågt", "delmålet om våtmarker bör höjas"] * 20
    spread = spread_of(texts)
    assert specificity("delmålet", spread) == 0.0
    assert specificity("våtmarker", {}) > specificity("våtmarker", spread) > 0.0


def test_in_a_question_what_is_done_is_the_matter():
    assert specificity("Undrar hur det ska implementeras", {}) > specificity("Vill implementera det", {})


def test_a_misread_word_says_nothing():
    assert specificity("Tar upp fömtsättning", {}) == 0.0


def test_plain_words_that_the_tema_shares_say_what_it_is_about():
    texts = ["barn och unga inkluderas", "barn och unga utsätts", "staden växer"]
    shared = shared_stems(texts)
    assert shared == {"barn", "unga"}
    label = "Vill inkludera barn och unga"
    assert specificity(label, {}, shared=shared) > specificity(label, {})
