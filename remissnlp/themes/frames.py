"""Cut the reporting frame: what is left of a synpunkt is what is said, not who says it or how.

"Vidare anser förvaltningen att det är viktigt att indikatorer tas fram" becomes "indikatorer tas fram".
The rules look for a closed class of words (verbs of saying, nouns for bodies, sentence adverbs), never
for the names of particular bodies; names that are known can be given as `ignore`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from remissnlp.embedding.frame import ADVERBIAL_STARTS, SAYING_VERBS

REPORTING_VERBS = (
    *SAYING_VERBS,
    *(
        "framför föreslås önskar saknar uttalar uttrycker tycker finner uppskattar uppmuntrar uppmanar "
        "föredrar stöder understöder bejakar upplever efterfrågas föreligger accentuerar argumenterar "
        "bekräftar undrar frågar vill ser"
    ).split(),
)
"""Finite verbs with which a body says something; the closed class that every frame is built on."""

_PHRASES = (
    r"har\s+(?:i\s+\w+\s+)?(?:anfört|framfört|framhållit|påpekat|ansett|menat|motsatt\s+sig|"
    r"tillstyrkt|avstyrkt|"
    r"uppgett|föreslagit|invänt|betonat|ifrågasatt|lyft(?:\s+fram)?|(?:inte|inget|ingenting|ingen|inga)\s+"
    r"(?:något\s+)?(?:att\s+(?:invända|erinra)|invändning(?:ar)?|synpunkter)(?:\s+mot|\s+på)?|"
    r"synpunkter\s+på|invändningar\s+mot)"
    r"|ställer\s+sig\s+(?:också\s+|även\s+|i\s+huvudsak\s+|i\s+allt\s+väsentligt\s+)?"
    r"(?:positiv\w*|negativ\w*|bakom|frågande|tveksam\w*|kritisk\w*|tvivlande|avvisande)(?:\s+till)?"
    r"|är\s+(?:i\s+huvudsak\s+|också\s+|även\s+|dock\s+|mycket\s+|i\s+grunden\s+)?"
    r"(?:positiv|negativ|kritisk|tveksam|frågande|positivt|positiva|negativa|kritiska|tveksamma)\s+till"
    r"|(?:motsätter|ansluter)\s+sig(?:\s+till)?|delar\s+(?:\w+\s+){0,3}(?:uppfattning(?:en)?|"
    r"bedömning(?:en)?|"
    r"åsikt(?:en)?|synpunkt(?:en)?)(?:\s+om)?|(?:pekar|trycker)\s+(?:också\s+|även\s+|särskilt\s+)?på"
    r"|lyfter\s+(?:särskilt\s+|också\s+|även\s+)?(?:fram)?|anser\s+sig|lämnar\s+utan\s+erinran"
)
_VERB = rf"(?:{_PHRASES}|{'|'.join(REPORTING_VERBS)})"
_ADVERB = (
    r"(?:vidare|dock|även|också|därför|emellertid|således|dessutom|däremot|likaså|särskilt|i "
    r"stället|istället|"
    r"sammanfattningsvis|slutligen|samtidigt|överlag|bl\.\s?a(?=\.)|t\.\s?ex(?=\.)|bland annat|till exempel|"
    r"i huvudsak|i sak|i första hand|inte heller|heller|generellt|starkt|på|till|fram|om|sig|gärna|"
    r"positivt på|framför allt|framförallt|(?:mycket\s+)?(?:positivt|angeläget|viktigt|rimligt|bra|"
    r"riktigt|nödvändigt|värdefullt|olyckligt|önskvärt))\b"
)
_ADVERBS = rf"(?:\s*,?\s+{_ADVERB}\.?)*"
_LIKE = r"(?:\s*,\s*(?:i\s+likhet\s+med|liksom|i\s+enlighet\s+med)\s[^,]{2,120},)?"
_WILL = (
    r"(?:\s+(?:dock\s+|särskilt\s+|även\s+|också\s+)?(?:se|framhålla|framföra|lyfta(?:\s+fram)?|"
    r"påpeka|betona|"
    r"understryka|poängtera|uppmärksamma|peka\s+på|påminna\s+om|att)\b)?"
)
_ACTOR_ENDINGS = (
    r"(?:förvaltningen|förvaltning|nämnden|nämnd|kontoret|styrelsen|staben|verket|myndigheten|instanserna|"
    r"instanser|instansen|förbundet|förbund|föreningen|organisationen|organisationerna|organisationer|rådet|"
    r"rätten|inspektionen|institutet|universitetet|universitet|högskolan|bolaget|kommunen|kommun|regionen|"
    r"länet|samfundet|kammaren|kommittén|delegationen|polisen|åklagaren|ombudsmannen|direktionen|parterna|"
    r"avdelningen|enheten|fakulteten|styrelse|utskottet|fonden|staden|stiftelsen|sällskapet|centrum|kyrkan|"
    r"akademin|domstolen|hovrätt|tingsrätt|byrån|centralen|rådgivningen|skolan|biblioteket|museet)"
)
_ACTOR = rf"(?:\b(?:[\w-]*{_ACTOR_ENDINGS}|vi|man|jag|de|den|hon|han)\b)"
_NAME = r"(?:[A-ZÅÄÖ][\w&.-]*(?:\s+(?:(?:i|för|vid|av|och|de|län|läns|kommun)\b|[A-ZÅÄÖ(][\w&.)-]*)){0,8})"

_LEADING_ADVERBIALS = re.compile(
    r"^\s*(?:(?:vidare|dock|slutligen|därutöver|dessutom|även|också|däremot|samtidigt|likaså|"
    r"sammanfattningsvis|"
    r"i\s+övrigt|utöver\s+(?:det|detta|ovan)|till\s+exempel|exempelvis|t\.\s?ex\.|avslutningsvis|"
    r"inledningsvis|"
    r"därför|emellertid|men|och|här|där|på\s+samma\s+sätt|av\s+den\s+anledningen|mot\s+den\s+bakgrunden|"
    r"mot\s+bakgrund\s+av\s+detta|generellt|överlag|samt)\b\s*,?\s*)+",
    re.IGNORECASE,
)
_ADVERBIAL_START = re.compile(rf"^(?:{'|'.join(ADVERBIAL_STARTS)}|även\s+om)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:att|som(?!\s+(?:har\s+)?(?:kommenterat|yttrat|svarat|lämnat|besvarat|uttalat|berör))|men|"
    r"är|har|kan|ska|"
    r"skall|bör|blir|finns|innebär|gör|ger|får|måste|kunde|skulle|behöver|behövs|vore|var|saknas|"
    r"[a-zåäö]+erar)\b"
)
_DIRECT = re.compile(
    rf"^(?P<subject>[^;:?!]{{1,500}}?)\s*\b{_VERB}\b{_WILL}{_ADVERBS}{_LIKE}(?:\s*,?\s+att\b)?", re.UNICODE
)
_INVERTED = re.compile(
    rf"\b{_VERB}\b(?:{_ADVERBS})\s+(?P<subject>{_ACTOR}|{_NAME})(?:{_WILL})(?:{_ADVERBS}){_LIKE}(?:\s*,?\s+att\b)?"
)
_INVERTED_LIST = re.compile(r"\b(?:anser|menar|framhåller|anför)\b(?P<subject>[^;:?!]{2,300}?)\s+att\b")
_JUDGEMENT = re.compile(
    r"\b(?:(?:(?:men|och|samt|eller)\s+)?(?:anser|menar|framhåller|betonar|understryker|påpekar|"
    r"framför|anför|"
    rf"föreslår){_ADVERBS}(?:\s+att)?\s+"
    r"|det\s+(?:är|vore|var|skulle\s+vara|bör|finns)(?:\s+(?:mycket|ytterst|särskilt|dock|också|även|"
    r"därför|inte|av|största|stor|synnerligen|svårt|helt))*\s+(?:\w+(?:igt|tt|nt|mt|ra|lt|rt|ärt|kt|"
    r"vikt|skäl|"
    r"behov|risk|uppmärksammas))\s*(?:,\s*)?(?:av\s+|för\s+)?(?:att|om)\s+"
    r"|(?:\bdet\s+)?(?:i\s+\w+\s+)?(?:dock\s+)?(?:bör|ska|skall|måste|behöver|kan|skulle)\s+(?:det\s+|dock\s+|även\s+|"
    r"också\s+){0,2}(?:tydligt\s+|tydligare\s+|uttryckligen\s+)?(?:framgå|framhållas|tydliggöras|klargöras|förtydligas|"
    r"anges|uppmärksammas|noteras|understrykas|preciseras|övervägas)\s+(?:\w+\s+){0,2}?att\s+"
    r"|(?:\bdet\s+)?(?:i\s+\w+\s+)?(?:tydligt\s+)?(?:framgår|anges|tydliggörs|klargörs|framhålls)\s+(?:tydligt\s+)?att\s+"
    r"|(?:positivt|önskvärt|viktigt|bra|angeläget)\s+(?:är|vore)(?:\s+(?:även|också|dock|"
    r"utöver\s+detta))*\s+att\s+"
    r"|(?:ett|en)\s+(?:önskemål|förslag|möjlighet|möjlig\s+formulering)\s+(?:är|vore|skulle\s+kunna\s+vara)"
    r"(?:\s+att)?"
    r"|(?:vikten|betydelsen|behovet|värdet)\s+av(?:\s+att)?\s+)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")


def strip_frame(text: str, *, ignore: Iterable[str] = ()) -> str:
    """Return `text` without its reporting frame and without the names in `ignore`.

    Parameters
    ----------
    text : str
        One synpunkt, normally one sentence.
    ignore : iterable of str, optional
        Phrases that carry no content here: names of bodies, the consultation's title.

    Returns
    -------
    str
        What is said. Never empty for a text with a letter in it: when everything would be cut, the
        text itself comes back.

    Examples
    --------
    >>> strip_frame("Vidare anser förvaltningen att indikatorer bör tas fram.")
    'indikatorer bör tas fram.'
    """
    whole = _SPACE.sub(" ", text).strip()
    rest = _LEADING_ADVERBIALS.sub("", whole)
    rest = _cut_direct(rest)
    rest = _INVERTED.sub(" ", rest)
    rest = _INVERTED_LIST.sub(lambda m: " " if is_subject(m["subject"]) else m[0], rest)
    rest = _JUDGEMENT.sub(" ", rest)
    pattern = _ignore_pattern(tuple(sorted({name for name in ignore if name})))
    if pattern is not None:
        rest = pattern.sub(" ", rest)
    rest = _SPACE.sub(" ", rest).strip(" ,;:–-")
    return rest if sum(map(str.isalpha, rest)) >= 3 else whole


def strip_frames(texts: Sequence[str], *, ignore: Iterable[str] = ()) -> list[str]:
    """Apply `strip_frame` to every text."""
    names = tuple(ignore)
    return [strip_frame(text, ignore=names) for text in texts]


def without_leading_adverbials(text: str) -> str:
    """Return a sentence without the adverbs that only tie it to the one before ("Vidare", "Dessutom")."""
    rest = _LEADING_ADVERBIALS.sub("", text)
    return rest if any(map(str.isalpha, rest)) else text


def opens_with_body(text: str) -> bool:
    """Tell whether a sentence starts with a body and its verb of saying ("Boverket avstyrker …")."""
    match = _DIRECT.match(text)
    return match is not None and is_subject(match["subject"])


def is_subject(phrase: str) -> bool:
    """Tell whether `phrase` can be the body that speaks: names and nouns, no finite verb."""
    phrase = phrase.strip(" ,")
    return bool(phrase) and not _ADVERBIAL_START.match(phrase) and not _FINITE.search(phrase)


def _cut_direct(text: str) -> str:
    """Cut "<body> <verb of saying> att" from the start, where the start is nothing but a body."""
    match = _DIRECT.match(text)
    if match is None or not is_subject(match["subject"]):
        return text
    return text[match.end() :]


@lru_cache(maxsize=8)
def _ignore_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    words = (r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"\b(?:{'|'.join(words)})s?\b", re.IGNORECASE)
