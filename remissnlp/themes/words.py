"""Words as the theme room counts them: lower case, a light Swedish stem, function words known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-:][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")

# Verb and particle apart ("följas upp") are the noun's two halves ("uppföljning").
_PARTICLE_VERB = re.compile(r"\b([a-zåäöé]{3,})\s+(upp|ut|fram|in|ihop)\b", re.IGNORECASE)

COMMON_RATE = 2.5
"""Occurrences in a thousand words that make a word one that everybody uses."""

_LONG_FIRST, _LONG_SECOND = 6, 5
"""Letters in the parts of a compound: fewer could be an ending, or another word."""

FUNCTION_WORDS = frozenset(
    """
    och eller men utan samt för så att som om när då än där här hur vad vem vilken vilket vilka vars
    varför var den det de dem denna detta dessa en ett min mitt mina sin sitt sina dess deras vår vårt
    våra er ert era jag du han hon vi ni man sig sig själv själva honom henne oss i på av till med vid
    från hos under över mellan genom efter före inom utom utanför innanför bland mot enligt utifrån
    kring omkring trots utöver inför gällande avseende angående beträffande rörande bakom framför sedan
    innan medan eftersom därför ifall huruvida tills såväl dels både antingen varken inte ej icke aldrig
    inget ingen inga ingenting någon något några all alla allt vissa viss visst samtliga varje annan
    annat andra samma sådan sådant sådana sådana många flera fler mycket mer mest mindre minst få färre
    är var vara varit vore blir bli blev blivit har ha hade haft kan kunna kunde kunnat ska skall skulle
    skola bör borde får fick fått må måste måtte torde vill vilja ville kommer komma kom ges ger ge gör
    göra görs finns finnas fanns gäller gälla innebär innebära avser avse också även dock ännu redan
    bara endast enbart ju nog väl alltid ofta ibland särskilt vidare dessutom emellertid således därmed
    därigenom däremot däribland respektive istället stället exempelvis exempel bl.a t.ex m.fl m.m
    bland annat dvs nu sen
    ytterligare såsom liksom likväl utöver dåvarande nuvarande ej ner upp ut in fram bort hem åt vart
    gång gånger sätt del delar fall grund bakgrund samband
    """.split()
)
"""Words that only hold a sentence together: never a keyword."""

REPORTING_STEMS = frozenset(
    """
    anser mena framhåll framför anför påpeka betona understryk föreslå önska efterfråga efterlys sakna
    bedöm konstatera tillstyrk avstyrk välkomna uppskatta instämm behöv förvaltning nämnd remissinstans
    instans synpunkt fråg fråga förslag föreslag utredning utredar promemori betänkand bedömning
    regering yttrand
    remiss positiv negativ viktig nödvändig angeläg vikt betydels
    """.split()
)
"""Stems that tell who speaks and how, not of what."""

_ENDINGS = (
    "heterna heten heter ningarnas ningarna ningens ningar ningen ernas arnas ornas andena andet "
    "ande erna arna "
    "orna ens ets ade ast aste are ers ars ors er ar or en et na as es ad te de at a e s t n"
).split()


def join_particles(text: str) -> str:
    """Write verbs together with their particle, as their nouns do: "följas upp" → "uppföljas"."""
    return _PARTICLE_VERB.sub(lambda match: match.group(2).lower() + match.group(1).lower(), text)


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, in order."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut Swedish inflection: a light stemmer, which joins the forms of a word and little else.

    After the Swedish stemmer of Snowball (Porter 2001), shortened: the longest ending is cut where at
    least four letters stay, then doubled and derivational ends are levelled.

    Examples
    --------
    >>> stem("indikatorerna"), stem("indikatorer"), stem("indikator")
    ('indikator', 'indikator', 'indikator')
    """
    for ending in _SORTED_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in {"en", "et"} else 4):
            cut = word[: -len(ending)]
            if ending in {"or", "ors"} and cut.endswith(("at", "kt", "it", "s")):
                continue  # indikator, faktor, sektor: no plural
            if ending.startswith("ning"):
                cut += "ning"
            elif ending.startswith("het"):
                cut += "het"
            return _level(cut)
    return _level(word)


_SORTED_ENDINGS = tuple(sorted(_ENDINGS, key=lambda ending: (-len(ending), ending)))


def _level(cut: str) -> str:
    return cut[:-1] if len(cut) > 5 and cut[-1] == cut[-2] and cut[-1] in "mnlt" else cut


@lru_cache(maxsize=100_000)
def is_content(word: str) -> bool:
    """Tell whether a lower-case word can carry a matter: no function word, no number, no verb of saying."""
    return (
        len(word) > 2
        and word not in FUNCTION_WORDS
        and any(map(str.isalpha, word))
        and stem(word) not in REPORTING_STEMS
        and not word[0].isdigit()
    )


def frequent_stems(document: str) -> frozenset[str]:
    """Return the stems that a whole document keeps coming back to: twice or more, and at `COMMON_RATE`."""
    # A hyphen parts words here: "MR-programmet" is "MR" and "programmet".
    stems = Counter(stem(part) for part in _PART.findall(document.lower()))
    least = max(2.0, COMMON_RATE * stems.total() / 1000)
    return frozenset(s for s, count in stems.items() if count >= least)


def common_stems(frequent: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the stems that everybody in a consultation uses, whatever they speak of.

    They are among the `frequent_stems` of more than half of the documents: "programmet", "nämnder",
    "mänskliga rättigheter" in answers to a program for human rights. With fewer than three documents nobody
    can tell, and nothing is common.
    """
    if len(frequent) < 3:
        return frozenset()
    spread = Counter(s for stems in frequent for s in stems)
    return frozenset(s for s, count in spread.items() if count > len(frequent) / 2)


def title_stems(title: str) -> frozenset[str]:
    """Return the stems of the words in a remiss's title that tell its subject."""
    return frozenset(stem(word) for word in _PART.findall(title.lower()) if is_content(word))


def without_stems(text: str, stems: frozenset[str]) -> str:
    """Return `text` without the words whose stem is in `stems`; the whole text where little would be left.

    Nor does such a word count as the first part of a compound.

    Examples
    --------
    >>> without_stems("Rättighetsbaserade arbetssätt och rättigheter", frozenset({"rättighet"}))
    'baserade arbetssätt och'
    """
    if not stems:
        return text
    firsts = tuple(s for s in sorted(stems, key=lambda s: (-len(s), s)) if len(s) >= _LONG_FIRST)

    def left_of(match: re.Match[str]) -> str:
        word = match[0].lower()
        if stem(word) in stems:
            return ""
        first = next((s for s in firsts if word.startswith(s)), "")
        second = word.removeprefix(first).removeprefix("s") if first else ""
        return second if len(second) >= _LONG_SECOND else match[0]

    rest = " ".join(_PART.sub(left_of, text).split())
    return rest if sum(map(str.isalpha, rest)) >= 3 else text
