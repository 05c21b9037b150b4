from remissnlp.themes.keywords import by_matter, class_tfidf, content_stems, keywords_of, readable_forms
from remissnlp.themes.words import common_stems, frequent_stems, stem, without_stems


def test_forms_of_a_word_share_a_stem():
    assert len({stem(w) for w in ("indikator", "indikatorer", "indikatorerna")}) == 1
    assert len({stem(w) for w in ("rubrik", "rubriken", "rubriker")}) == 1
    assert stem("mål") != stem("måltid")


def test_function_words_and_numbers_are_no_content():
    assert content_stems("Nämnden anser att det är 12 mål i planen 2030") == {stem("mål"), stem("planen")}


def test_what_one_tema_says_weighs_more_than_what_all_say():
    weights = class_tfidf([["rubriken i planen", "rubrik och plan"], ["målen i planen", "plan och mål"]])
    assert weights[0][stem("rubrik")] > weights[0][stem("plan")]
    assert stem("mål") not in weights[0]


def test_compounds_count_for_their_parts():
    (weights,) = class_tfidf([["rubriken", "underrubriken", "rubriksättningen"]])
    assert weights[stem("rubrik")] > weights[stem("underrubrik")]


def test_keywords_are_words_of_the_texts():
    texts = ["Rubriken och rubrikerna", "Rubriken i bilagan"]
    (weights,) = class_tfidf([texts])
    assert keywords_of(texts, weights, most=2) == ("rubriken", "bilagan")
    assert readable_forms(texts)[stem("rubriken")] == "rubriken"


def test_verbs_names_and_broken_words_are_no_keywords():
    forms = readable_forms(
        ["Vi vill att Arvid Ek granskar trafiken i kap. 3 vid skolan.", "Tjdnsten omfattar skolan."]
    )
    assert set(forms.values()) == {"trafiken", "skolan"}


def test_words_that_come_with_a_matter_weigh_more_than_words_of_any_text():
    weighed = by_matter({stem("effekten"): 1.0, stem("mobbningen"): 1.0, "okänt": 1.0})
    assert weighed[stem("mobbningen")] > weighed["okänt"] > weighed[stem("effekten")] > 0


def test_what_everybody_says_is_common():
    documents = ["Programmet och nämnder. Programmet. " + "Rubriken är lång. " * 2] + [
        "Programmet, ja programmet."
    ] * 2
    frequent = [frequent_stems(document) for document in documents]
    common = common_stems(frequent)
    assert stem("programmet") in common
    assert stem("rubriken") not in common
    assert common_stems(frequent[:2]) == frozenset()
    assert without_stems("Rubriken i programmet", common) == "Rubriken i"
    assert without_stems("Programmet", common) == "Programmet"


def test_a_word_that_everybody_uses_is_cut_from_the_front_of_compounds_too():
    common = frozenset({"rättighet", "plan"})
    assert without_stems("Rättighetsarbetet är rättighetsbaserat", common) == "arbetet är baserat"
    assert without_stems("planering", common) == "planering"  # too short to tell another word by
