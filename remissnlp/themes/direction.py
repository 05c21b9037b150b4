"""Which way a synpunkt points: whether it wants a thing or rejects it, and who contradicts whom.

Demands for and against the same thing are much alike, so they end up in one tema. There they are told apart
by the verbs that Swedish consultation responses use, and by negation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Literal

from remissnlp.records import Split, Stance, Synpunkt
from remissnlp.themes.frames import strip_frame
from remissnlp.themes.keywords import PART, content_stems

Direction = Literal["wants", "rejects"]

SAME_MATTER = 0.6
"""Share of the content words of the terser of two synpunkter that the other must hold too."""

_SLIGHT = r"(?:\s+(?:dock|också|även|vidare|därför|starkt|bestämt|i huvudsak|helt|mycket|något|inte heller))*"
_REJECTS = re.compile(
    rf"\b(?:avstyrk(?:er|s|te|t|a)|avvis(?:ar|as|at|a)|motsätter{_SLIGHT} (?:sig|oss)|motsatt (?:sig|oss)"
    r"|säg(?:er|a) nej till|sagt nej till|emot (?:förslaget|en|ett|att)"
    rf"|(?:ställer (?:sig|oss)|är|ser){_SLIGHT} (?:avvisande|negativ\w*|kritisk\w*|tveksam\w*) till"
    r"|invänd(?:er|ningar) mot|(?:tillstyrker|stödjer|stöder|delar|instämmer|förordar|önskar|föreslår|behövs)"
    rf"{_SLIGHT} inte|(?:kan|vill){_SLIGHT} inte (?:tillstyrka|stödja|ställa|se|instämma|biträda)"
    rf"|(?:bör|ska|skall|får|måste|behöver|borde){_SLIGHT}(?: (?!inte)\S+){{0,3}}? inte"
    r"(?! (?:bara|enbart|endast))"
    r"|inte (?:bör|ska|skall|borde|behöver|behövs)"
    r"|(?:bör|ska|skall|kan|måste) (?:\w+ ){0,2}?(?:utgå|strykas|slopas|avskaffas|upphävas"
    r"|tas bort|avslås))\b"
)
_WANTS = re.compile(
    r"\b(?:tillstyrk(?:er|s|te|t)|välkomnar|(?:under)?stöd(?:j)?er|stöds|biträder|förordar|förespråkar|föreslår|önskar|yrkar"
    r"|efterfrågar|efterlyser|instämmer|bifaller|uppmuntrar|bejakar|positiv\w* till|står bakom"
    r"|(?:bör|ska|skall|måste|borde|behöver)|delar (?:\S+ ){0,4}?(?:bedömning|uppfattning|förslag)\w*)\b"
)
_CLARIFIES = re.compile(
    r"\b(?:förtydliga|klargöra|tydliggöra|precisera|analysera|överväga|utreda|redovisa|belysa|ses? över)\w*"
    r"|\bi stället\b|\bistället\b|\b(?:obefoga|onödi|orimli|olämpli|tveksam|oklar)\w+"
)
"""To ask for more light on a thing, or for another thing, is not to want it."""
_STANDS = re.compile(
    rf"\b(?:(?P<for>tillstyrk(?:er|s|te|t)|(?:under)?stöd(?:j)?er|biträder|bifaller|välkomnar"
    r"|positiv\w* till)"
    rf"|avstyrk(?:er|s|te|t)|motsätter{_SLIGHT} sig|avvisar|invänder mot|(?:negativ|kritisk|tveksam)\w* till)"
    r"\b(?! inte)"
)
"""Verbs that take a stand on what follows them."""
_NEXT_CLAUSE = re.compile(
    r"[.;]|,?\s(?:men|då|eftersom|dock|även om)\s"
    r"|,?\s(?:och|samt)\s(?:\w+\s)?(?:anser|menar|anför|påpekar|föreslår|har|finner|ser|vill|delar)"
)
_NOTHING_AGAINST = re.compile(
    r"\b(?:(?:inget|ingenting|inga|ingen|intet)\b(?:\s+\w+){0,4}\s+(?:erinra|erinran|erinringar|invända"
    r"|invändningar|synpunkter)|utan (?:egen )?erinran"
    r"|avstår\b.{0,30}\b(?:yttra|lämna|svara|synpunkter)\w*)\b"
)
_ASKS = re.compile(
    r"\b(?:bör|borde|måste|behöver|behövs|krävs|föreslår|önskar|efterfrågar|efterlyser|saknar|men|dock|däremot)\b"
)


def direction_of(text: str, stance: Stance) -> Direction | None:
    """Return whether a synpunkt wants or rejects what it speaks of; None where it does not say.

    Examples
    --------
    >>> direction_of("Nämnden anser att avgiften inte bör höjas.", "forslag")
    'rejects'
    """
    lower = " ".join(text.lower().split())
    stand = _STANDS.search(lower)
    if stand:
        against = stand["for"] is None
        negated = " inte " in _stood_on(lower, stand)
        return "rejects" if against != negated else "wants"
    if _REJECTS.search(lower):
        return "rejects"
    if stance in ("forslag", "positiv") and _WANTS.search(lower) and not _CLARIFIES.search(lower):
        return "wants"
    return None


def says_nothing(text: str) -> bool:
    """Tell whether a synpunkt says that there is nothing to say ("Nämnden har ingen erinran mot förslaget").

    One that goes on to ask for something ("… men föreslår att …") says something.
    """
    lower = " ".join(text.lower().split())
    return bool(_NOTHING_AGAINST.search(lower)) and not _ASKS.search(lower)


def find_split(members: Sequence[Synpunkt], who: Sequence[str]) -> Split | None:
    """Return who contradicts whom in a tema.

    Two synpunkter contradict each other where different remissinstanser point in different directions about
    the same matter: they share most of the terser one's content words.

    Parameters
    ----------
    members : sequence of Synpunkt
    who : sequence of str, length n
        The remissinstans of each.

    Returns
    -------
    Split or None
    """
    sides: dict[Direction, list[tuple[Synpunkt, str, frozenset[str]]]] = {"wants": [], "rejects": []}
    for synpunkt, name in zip(members, who, strict=True):
        direction = direction_of(synpunkt.reading, synpunkt.stance)
        if direction is not None:
            sides[direction].append((synpunkt, name, matter_of(synpunkt.reading)))
    opposed: set[str] = set()
    for want, wanting, wanted in sides["wants"]:
        for reject, rejecting, rejected in sides["rejects"]:
            if wanting != rejecting and is_same_matter(wanted, rejected):
                opposed |= {want.id, reject.id}
    if not opposed:
        return None
    wants, rejects = (tuple(s.id for s, _, _ in sides[side] if s.id in opposed) for side in sides)
    return Split(wants, rejects)


def matter_of(text: str) -> frozenset[str]:
    """Return the stems of what a synpunkt speaks of, without the words that tell its direction.

    Of "Nämnden avstyrker förslaget om höjd avgift, men …" that is what follows the verb; nothing, where it is
    only "förslaget". Of a demand it is all that is said.
    """
    lower = " ".join(text.lower().split())
    stand = _STANDS.search(lower)
    if stand:
        return frozenset(content_stems(_stood_on(lower, stand)))
    said = strip_frame(text).lower()
    return frozenset(content_stems(_WANTS.sub(" ", _REJECTS.sub(" ", said))))


def _stood_on(lower: str, stand: re.Match[str]) -> str:
    """Return what a verb takes its stand on: what follows it, up to the next clause of the writer's own."""
    return _NEXT_CLAUSE.split(lower[stand.end() :], maxsplit=1)[0]


def is_same_matter(one: Set[str], other: Set[str]) -> bool:
    """Tell whether two synpunkter of a tema speak of the same thing.

    They share most of the terser one's words. Two that only say "förslaget" do too.
    """
    terser, longer = sorted((one, other), key=lambda stems: (len(stems), sorted(stems)))
    if not terser:
        return not longer
    common = sum(any(_alike(a, b) for b in longer) for a in terser)
    return common >= min(2, len(terser)) and common >= SAME_MATTER * len(terser)


def _alike(a: str, b: str) -> bool:
    """Tell whether two stems are one word, or one begins the other ("avgift", "avgiftshöjning")."""
    return a == b or (min(len(a), len(b)) >= PART and (a.startswith(b) or b.startswith(a)))
