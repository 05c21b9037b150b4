from dataclasses import replace

from remissnlp.records import Span, Synpunkt
from remissnlp.themes.choosing import Measure, ranked_phrases
from remissnlp.themes.keywords import class_tfidf
from remissnlp.themes.labels import name_teman, shared
from remissnlp.themes.specificity import shared_stems


def _synpunkt(reading: str) -> Synpunkt:
    return Synpunkt("s", "r", (Span(0, len(reading)),), reading, reading, "forslag", None, None, 1)


def test_what_the_summary_says_too_names_the_tema_before_what_only_the_body_says():
    first = _synpunkt("Nämnden efterfrågar fler bryggor i båthamnen.")
    second = _synpunkt("Nämnden efterfrågar bättre belysning i båthamnen.")
    weights = class_tfidf([[first.reading, second.reading], ["Skolan är ny."]])[0]

    def best(*group: Synpunkt) -> str:
        return ranked_phrases(group, Measure(weights))[0][1]

    assert "belysning" in best(first, second)
    assert "bryggor" in best(replace(first, repeats=((Span(90, 120),),)), second)


def test_what_others_say_too_names_the_tema():
    group = [
        _synpunkt("Nämnden efterfrågar bättre belysning i båthamnen."),
        _synpunkt("Belysningen i båthamnen är svag."),
        _synpunkt("Nämnden efterfrågar fler bryggor i båthamnen."),
    ]
    texts = [s.reading for s in group]
    # Two rare words of one synpunkt weigh as much as a word that two of them have.
    weights = {"belysning": 1.0, "bryggor": 1.2, "båthamn": 0.5}
    assert shared(weights, texts)["belysning"] > shared(weights, texts)["bryggor"]


def test_a_misread_word_names_no_tema_where_there_is_another():
    group = [
        _synpunkt("Trädgården bör organiseras på ett sätl."),
        _synpunkt("Trädgården bör organiseras väl."),
    ]
    weights = class_tfidf([[s.reading for s in group], ["Skolan är ny."]])[0]
    assert not any("sätl" in text for _, text in ranked_phrases(group, Measure(weights))[:2])


def test_where_nearly_all_support_no_objection_names_the_tema():
    group = [_synpunkt("Nämnden tillstyrker förslaget.") for _ in range(4)]
    group = [replace(s, stance="positiv") for s in group]
    group.append(replace(_synpunkt("Nämnden invänder mot förslagen."), stance="kritik"))
    assert ranked_phrases(group, Measure({"förslag": 1.0}))[0][1] == "Ställer sig bakom förslaget"


def test_of_two_phrases_where_one_goes_on_the_fuller_names_the_tema():
    group = [_synpunkt("Nämnden vill begränsa avgiften för handeln genom ett tak.")]
    weights = {"avgift": 1.0}
    best = ranked_phrases(group, Measure(weights))[0][1]
    assert best.startswith("Vill begränsa avgiften för handeln")


def test_of_two_demands_the_one_that_says_which_names_the_tema():
    group = [
        _synpunkt("Verket anser att uppdelningen bör kvarstå."),
        _synpunkt("Verket anser att kravet på grov oaktsamhet bör kvarstå."),
    ]
    weights = {"uppdelning": 1.0, "krav": 0.3, "oaktsam": 0.6}
    assert ranked_phrases(group, Measure(weights))[0][1] == "Vill att kravet på grov oaktsamhet ska kvarstå"


def test_a_demand_that_says_not_which_is_completed_by_what_it_concerns():
    group = [_synpunkt("Verket anser att ett system bör införas för kontroll av friskintyg.")]
    labels = [text for _, text in ranked_phrases(group, Measure({"friskintyg": 1.0}))]
    assert "Vill införa ett system i fråga om friskintyg" in labels


def test_what_only_another_synpunkt_speaks_of_completes_no_demand():
    group = [
        _synpunkt("Verket anser att planer bör tas fram."),
        _synpunkt("Arbetet har gett goda resultat i stadens kvalitetsprogram."),
    ]
    labels = [text for _, text in ranked_phrases(group, Measure({"kvalitetsprogram": 1.0}))]
    assert labels
    assert not any("planer" in text and "kvalitetsprogram" in text for text in labels)


def test_a_demand_that_is_cut_in_half_comes_after_a_whole_one():
    measure = Measure({})
    assert measure.finished("Vill klargöra när föreningen handlar i egenskap") < 0.6
    assert measure.finished("Vill klargöra när föreningen äger båtar") == 1.0
    # Whose it is tells enough.
    assert measure.finished("Vill uppfylla direktivets krav") == 1.0


def test_a_stand_that_says_on_what_comes_before_what_is_only_spoken_of():
    group = [
        replace(
            _synpunkt("Klubben avstyrker förslaget, som bygger på avgifter för bryggor."), stance="kritik"
        ),
        replace(_synpunkt("Klubben avstyrker förslaget om avgifter för bryggor."), stance="kritik"),
    ]
    texts = [s.reading for s in group]
    weights = class_tfidf([texts, ["Skolan är ny."]])[0]
    labels = [text for _, text in ranked_phrases(group, Measure(weights, shared=shared_stems(texts)))]
    first = labels[0]
    assert first.startswith(("Motsätter sig förslaget", "Avstyrker förslaget"))
    assert {"avgifter", "bryggor"} & set(first.split())


def test_how_things_are_names_no_tema_where_anything_is_wanted():
    group = [
        _synpunkt("Klubben påpekar att seglingen i skärgården drar många besökare från Finland."),
        _synpunkt("Klubben anser att avgifterna för fiske bör sänkas."),
    ]
    weights = class_tfidf([[s.reading for s in group], ["Skolan är ny."]])[0]
    assert ranked_phrases(group, Measure(weights))[0][1].startswith("Vill")


def test_a_tema_without_a_phrase_is_named_by_one_matter_not_by_two_words_in_a_row():
    group = [_synpunkt("Skolorna och sjukhuset blänker."), _synpunkt("Skolorna och sjukhuset gungar.")]
    [names] = name_teman([group])
    assert names.label == "Tar upp frågan om skolorna"


def test_those_who_support_a_proposal_name_their_tema_by_that():
    text = "De instanser som yttrar sig över förslaget är positiva."
    group = [replace(_synpunkt(text), stance="positiv") for _ in range(3)]
    [names] = name_teman([group])
    assert names.label == "Ställer sig bakom förslaget"
