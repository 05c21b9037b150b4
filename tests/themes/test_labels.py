from dataclasses import replace

from remissnlp.records import Span, Synpunkt
from remissnlp.themes.keywords import class_tfidf
from remissnlp.themes.labels import ranked_phrases


def _synpunkt(reading: str) -> Synpunkt:
    return Synpunkt("s", "r", (Span(0, len(reading)),), reading, reading, "forslag", None, None, 1)


def test_what_the_summary_says_too_names_the_tema_before_what_only_the_body_says():
    first = _synpunkt("Nämnden efterfrågar fler bryggor i båthamnen.")
    second = _synpunkt("Nämnden efterfrågar bättre belysning i båthamnen.")
    weights = class_tfidf([[first.reading, second.reading], ["Skolan är ny."]])[0]

    def best(*group: Synpunkt) -> str:
        return ranked_phrases(group, weights)[0][1]

    assert "belysning" in best(first, second)
    assert "bryggor" in best(replace(first, repeats=((Span(90, 120),),)), second)
