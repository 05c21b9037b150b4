# ruff: noqa: E501  (a lexicon reads better in long lines)
"""One sentence judged: whether it takes a stand, which one, and by which words.

A rule-based classifier whose every decision can be read off its evidence. Three things can take a
cue's force away: the sentence reports what somebody else says, describes the writer's own work, or
retells the remitted document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from remissnlp.extraction.cues import Hit, find_cues
from remissnlp.records import Stance

Role = Literal["view", "own_work", "retelling", "no_opinion", "decision", "plain"]

_OWN = (
    r"(?:\w*(?:förvaltningen|nämnden|bolaget|kontoret|avdelningen|enheten|verksamheten|verksamhetsområdet|stadsdelen"
    r"|myndigheten|föreningen|förbundet|organisationen|universitetet|högskolan|länsstyrelsen|regionen)s?"
    r"|vi|våra?|vårt|medarbetarna)"
)
_OPENER = (
    r"(?:(?:vidare|också|även|sedan|under \S+(?: \S+)?|i dag|idag|redan|utöver det(?:ta)?|därutöver)\s+)?"
)
_OWN_SUBJECT = re.compile(rf"^{_OPENER}{_OWN}\b")
_OWN_INVERTED = re.compile(
    rf"^(?:under|sedan|från|i|inom|senaste)\b[^,]{{2,50}}?\s(?:har|hade|kommer|finns|är)\b.*?\b{_OWN}\b"
)
_THEIRS = (
    r"(?:\w*(?:program(?:met)?|plan(?:en|erna)?|förslaget|remissen|promemorian|betänkandet|utredningen|strategin|budget)"
    r"|kommunstyrelsen|kommunfullmäktige|regeringen|utredaren|stadsledningskontoret|staden)"
)
_TELLS = (
    r"(?:anger|anges|beskriver|beskrivs|lyfter|lyfts|innehåller|omfattar|syftar|utgår|presenteras|presenterar"
    r"|föreslås|föreslår|framgår|står|redovisas|redovisar|betonar|slår fast|tydliggör|konstaterar|riktar|gäller|nämns"
    r"|ersätter|har remitterat|remitterade|antogs|är tänkt|är att|bygger|sträcker|tar sin|ska)"
)
_RETELLS = re.compile(
    rf"^(?:(?:i|inom ramen för|under|enligt|av|till)\s+)?(?:\S+\s+){{0,6}}?{_THEIRS}\b(?:\s+\S+){{0,5}}?\s+{_TELLS}\b"
    r"|^(?:syftet|målet|ambitionen) med\b|^under (?:rubriken|avsnittet)\b.*\bfinns\b"
)
_DECIDES = re.compile(
    r"\b(?:nämnden|styrelsen|direktören|chefen|utskottet|fullmäktige)\s+(?:föreslås\s+)?beslutar?\s+att\b"
    r"|^\S*(?:ärendet|remissen|paragrafen|yttrandet)\s+(?:besvaras|förklaras|överlämnas|anses)\b|\bomedelbart juster\w+"
    r"|\bsom (?:sitt )?svar på (?:sitt yttrande|remissen)"
)
_OTHERS_SAY = re.compile(
    rf"\b{_THEIRS}\s+(?:(?:själv|dock|även|också|nu)\s+)?(?:föreslår|anser|menar|bedömer|önskar|rekommenderar|framhåller|betonar|konstaterar|lyfter|påpekar|anför|noterar)\b"
    r"|\b(?:föreslås|rekommenderas) (?:i|av) "
)
_DOCUMENT = re.compile(
    r"\b\w*(?:program|plan|planer|planen|planerna|programmet|förslag|förslaget|remiss|remissen|avsnitt|avsnittet|stycke"
    r"|stycket|rubrik|rubriken|text|texten|modell|modellen|modellerna|mål|målet|målen|fokusområde|fokusområden"
    r"|dokument|dokumentet|strategi|strategin|riktlinje|riktlinjer|handling|indikator|indikatorer|skrivning)\w{0,4}\b"
)
_SUBORDINATED = re.compile(r"\b(?:varför|huruvida)\b")
_WONDERS = re.compile(r"^(?:hur|vad|vem|vilk\w+|när|varför|är|ska|finns|kommer|kan|har|bör)\b")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one sentence does, and the cues that tell."""

    role: Role
    stance: Stance
    hits: tuple[Hit, ...]


def judge_sentence(reading: str, *, strict: bool = False) -> Judgement:
    """Judge a sentence by its readable text.

    Parameters
    ----------
    reading : str
        One sentence.
    strict : bool, default False
        Ask for a strong cue, as outside a section for views.

    Returns
    -------
    Judgement
        ``role`` is ``"view"`` for a synpunkt. ``stance`` is only meaningful for a view.
    """
    text = reading.lower()
    hits = find_cues(reading)
    if _DECIDES.search(text):
        return Judgement("decision", "neutral", hits)
    if any(hit.leaning == "no_opinion" for hit in hits) and not any(
        hit.strong and hit.leaning in ("forslag", "kritik") for hit in hits
    ):
        return Judgement("no_opinion", "neutral", hits)
    hits = tuple(hit for hit in hits if not _powerless(text, hit))
    strong = any(hit.strong for hit in hits)
    own = bool(_OWN_SUBJECT.search(text) or _OWN_INVERTED.search(text))
    if own and not strong:
        return Judgement("own_work", "neutral", hits)
    if _RETELLS.search(text) and not _own_stand(text, hits):
        return Judgement("retelling", "neutral", hits)
    asks = text.rstrip('”" ').endswith("?") and bool(_WONDERS.match(text))
    if (hits and (strong or not strict)) or asks:
        return Judgement("view", stance_of(hits, asks=asks), hits)
    return Judgement("plain", "neutral", hits)


def stance_of(hits: tuple[Hit, ...], *, asks: bool = False) -> Stance:
    """Weigh the cues: a demand outweighs criticism, which outweighs support.

    A rejection said outright (avstyrker, ifrågasätter) outweighs all.
    """
    leanings = {hit.leaning for hit in hits}
    if any(hit.name == "avstyrker" for hit in hits):
        return "kritik"
    if "fraga" in leanings or (asks and not leanings & {"forslag", "kritik"}):
        return "fraga"
    strongest: tuple[Stance, ...] = ("forslag", "kritik", "positiv")
    for stance in strongest:
        if any(hit.leaning == stance and hit.strong for hit in hits):
            return stance
    weak: tuple[Stance, ...] = ("kritik", "positiv", "forslag")
    for stance in weak:
        if stance in leanings:
            return stance
    return "neutral"


def _powerless(text: str, hit: Hit) -> bool:
    """Whether a cue says nothing of the writer's own stand here."""
    if _SUBORDINATED.search(text[: hit.start]):
        return True
    if hit.strong:
        other = _OTHERS_SAY.search(text)
        return bool(other and other.start() <= hit.start < other.end())
    return not _DOCUMENT.search(text)


def _own_stand(text: str, hits: tuple[Hit, ...]) -> bool:
    """Whether a sentence that sets out as a retelling still takes a stand of the writer's own.

    "Programmet anger att nämnder bör …" retells; "Programmet bör …", "Programmet saknar …" and
    "Programmet anger tydligt …, vilket förvaltningen välkomnar" do not.
    """
    telling = re.search(rf"\b{_TELLS}\b", text)
    for hit in hits:
        if not hit.strong and hit.leaning != "positiv":
            continue
        if hit.leaning in ("view", "positiv", "kritik", "fraga") and hit.strong:
            return True
        clause = text[telling.start() : hit.start] if telling and telling.end() <= hit.start else None
        if clause is None or not re.search(r"\b(?:att|som|hur)\b", clause):
            return True
    return False
