"""What a synpunkt concerns, in few words: the noun phrases after its prepositions ("grov oaktsamhet").

They complete a label that does not say which: "Vill att uppdelningen ska kvarstå i fråga om grov oaktsamhet".
After a preposition a noun stands as it will in the label, with its article, its adjectives and its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.binding import bond
from remissnlp.themes.clauses import points_back
from remissnlp.themes.cues import UNFINISHED
from remissnlp.themes.cutting import LONGEST
from remissnlp.themes.keywords import PLACES_AND_NUMBERS
from remissnlp.themes.rewriting import head_of
from remissnlp.themes.sentence import Sentence, read_sentence
from remissnlp.themes.words import is_content, words

BEFORE_MATTER = frozenset("av om för på till kring mot i från vid med inom rörande gällande avseende".split())
"""Prepositions that stand before what is spoken of, as often as before where and when."""

MOST_WORDS = 3
"""Most words of a matter: a label has room for no more."""

BOUND = 0.5
"""Bond with what follows over which a noun says too little alone."""

CONCERNING = ("i fråga om", "vad gäller", "gällande")
"""What joins a label and its matter; the first that there is room for."""


@lru_cache(maxsize=20_000)
def matters_of(text: str, stance: Stance) -> tuple[str, ...]:
    """Return the matters of a synpunkt, each once, in the order of the text.

    Parameters
    ----------
    text : str
        The reading of a synpunkt.
    stance : str
        Its stance.

    Examples
    --------
    >>> matters_of("Verket vill slopa kravet på grov oaktsamhet.", "forslag")
    ('grov oaktsamhet',)
    """
    sentences = (read_sentence(sentence, stance) for sentence in g.sentences(text))
    return tuple(dict.fromkeys(matter for s in sentences for matter in _after_prepositions(s)))


def _after_prepositions(s: Sentence) -> Iterator[str]:
    for i in range(len(s.words) - 2):
        end = head_of(s, i + 1) if s.lower[i] in BEFORE_MATTER else None
        if end is not None and not s.is_end(end) and not g.is_definite(s.lower[end - 1]):
            end += not g.is_function(s.lower[end]) and not s.is_verb(end)  # "grov oaktsamhet"
        if end is not None and _is_matter(s, i + 1, end) and not _in_name(s, i):
            # "ett uppsåtligt brott" is "uppsåtligt brott", as headlines have it
            start = i + 1 + (s.lower[i + 1] in {"en", "ett"})
            if end - start <= MOST_WORDS and not (start > i + 1 == end - 2):
                yield " ".join(s.words[start:end])


def _in_name(s: Sentence, at: int) -> bool:
    """Tell the "för" of "Statens beredning för medicinsk utvärdering" from one before what is spoken of."""
    first = -1 if s.by_body else 0  # any word is large at the start of a sentence
    capital = next((i for i in range(at - 1, max(first, at - 4), -1) if s.words[i][0].isupper()), None)
    return capital is not None and not any(s.is_verb(i) or s.is_end(i) for i in range(capital, at))


def _is_matter(s: Sentence, start: int, end: int) -> bool:
    """Tell a thing that can be spoken of from a body, a name, a place in a text and half a phrase."""
    head = s.words[end - 1]
    ends = s.is_end(end) or g.is_function(s.lower[end]) or s.is_verb(end)
    asks_for_more = not s.is_end(end) and bond(head, s.lower[end]) > BOUND  # "instämmande (i)"
    # "skol- eller förskolegård", "lagen (2003:1)"
    halved = head.endswith("-") or (s.lower[end : end + 1] == ["och"] and s.lower[start - 1] == "mellan")
    return (
        ends
        and not halved
        and not asks_for_more
        and head.islower()
        and head not in UNFINISHED
        and not g.is_body(head)
        and not g.is_adjective(head)
        and not head.endswith("s")
        and all(word.islower() or word.isupper() for word in s.words[start:end])
        and not points_back(s, start)
        and not (PLACES_AND_NUMBERS | {"tidigast", "senast"}) & set(s.lower[start:end])
        and any(is_content(word) for word in words(head))
    )


def nearest(label: str, matters: Sequence[str], text: str) -> list[str]:
    """Return the matters that stand near what a label says in a text, the nearest first.

    Examples
    --------
    >>> text = "Enligt en lag om vapen bör ett system införas för kontroll av friskintyg."
    >>> nearest("Vill införa ett system", ["vapen", "friskintyg"], text)
    ['friskintyg', 'vapen']
    """
    read = words(text)
    said = {word for word in words(label) if is_content(word)}
    places = [i for i, word in enumerate(read) if word in said]
    far: dict[str, int] = {}
    for matter in matters:
        first = words(matter)[0]
        starts = (i for i, word in enumerate(read) if word == first)
        gaps = (i - p if i > p else BEFORE + p - i for i in starts for p in places)
        far[matter] = min(gaps, default=NEAR + 1)
    return sorted((m for m in far if far[m] <= NEAR), key=lambda m: (far[m], m))


NEAR, BEFORE = 14, 4
"""Most words between a label and its matter in the text, and how many more it costs to stand before it."""


def concerning(label: str, matter: str) -> str | None:
    """Return a label with what it concerns; None where that is too long.

    Examples
    --------
    >>> concerning("Vill införa ett system", "egentillsyn")
    'Vill införa ett system i fråga om egentillsyn'
    """
    room = LONGEST - len(label.split()) - len(matter.split())
    joint = next((words for words in CONCERNING if len(words.split()) <= room), None)
    if joint is None or (label.rsplit(maxsplit=1)[-1].startswith("gäll") and joint != CONCERNING[0]):
        return None  # "gälla gällande"
    return f"{label} {joint} {matter}"


def stands_alone(noun: str) -> bool:
    """Tell a noun that needs no article: "drönare", "avgiften", not "avgift".

    Examples
    --------
    >>> stands_alone("avgiften"), stands_alone("avgift")
    (True, False)
    """
    plural = noun.endswith(("ar", "er", "or", "are")) and not g.is_finite(noun)
    definite = g.is_definite(noun) and not noun.endswith(("a", "nde", "ion"))
    return len(noun) > 5 and (plural or definite or noun.endswith("na")) and not g.is_body(noun)
