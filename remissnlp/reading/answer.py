"""What kind of answer a document is: a response at all, an answer without opinion, support for another's."""

from __future__ import annotations

import re

from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import Letterhead
from remissnlp.reading.names import BOARD, NAME, canonical, is_generic
from remissnlp.reading.wording import either, swedish

# "Short" for an answer without opinion, and for a letter that names no remiss, in words.
_SHORT_ANSWER = 300
_SHORT_LETTER = 1500

_RESPONSE_WORDING = swedish(
    r"\b(?:kontors|remiss)?yttrande[tn]?\b|\bremiss(?:en|var|varet|instans)?\b|\btillstyrk|\bavstyrk"
    r"|\bsynpunkter på\b|\bhar (?:inget|ingenting) att erinra\b|\bingen erinran\b|\bavstår från att\b",
    re.I,
)
_HOLDS = either("anser/tycker/föreslår/önskar/vill/menar/saknar/hoppas/undrar/ser (?:positivt|negativt)")
_FIRST_PERSON = swedish(rf"\b(?:vi|jag) {_HOLDS}\b", re.I)
_NO = either("inget/ingenting/inga/ingen/något/några/någon")
_TO_OBJECT = either("erinra/anföra/invända/tillägga")
_OBJECTION = either("erinran/erinringar/synpunkter/invändning/invändningar")
_NO_OPINION = swedish(
    rf"\b(?:har|finner|ser) (?:vi |inte )?{_NO} (?:att {_TO_OBJECT}|{_OBJECTION})\b"
    rf"|\b(?:utan|ingen|inga) {_OBJECTION}\b"
    r"|\bavstår (?:därför |härmed )?(?:från )?(?:yttrande|remissvar|synpunkter"
    r"|att (?:yttra sig|yttra oss|lämna|avge|inkomma|svara|besvara))"
    r"|\bavböjer\b",
    re.I,
)
_ASKS_OR_JUDGES = either(
    "i övrigt/i övriga delar/utöver/dock/däremot/men/emellertid/anser/föreslår/förordar/tillstyrker/avstyrker"
    "/önskar/saknar/efterfrågar/efterlyser/framhåller/betonar/välkomnar/ifrågasätter/befarar/bör/borde/behöver"
    r"/positiv[at]?/negativ[at]?/viktigt/förtydliga\w*"
)
_HAS_OPINION = swedish(rf"\b{_ASKS_OR_JUDGES}\b", re.I)
_WHOLLY = either("helt /fullt ut /till fullo /också /även /i allt väsentligt /i huvudsak ") + "?"
_STATEMENT = r"(?i:yttranden?|remissvar|remissyttranden?|svar|synpunkter|ställningstagande)\b"
_STATED = either("har lämnat/har anfört/har avgett/har framfört/anfört/anför/framför/skriver/lämnar")
_JOINS = (
    rf"(?i:(?:ansluter sig|ansluter oss|ansluta sig) {_WHOLLY}till|(?:instämmer|instämma) {_WHOLLY}(?:i|med)"
    rf"|ställer (?:sig|oss) {_WHOLLY}bakom)"
)
_ENDORSES = swedish(
    rf"{_JOINS} (?:(?P<who>{BOARD}|{NAME})(?:s|:s|’s)? {_STATEMENT}"
    rf"|(?i:det|de|den|vad)(?: {_STATEMENT})?(?: som)? (?P<whose>{BOARD}|{NAME}) (?i:{_STATED})\b)"
)


def is_response(document: Document, letterhead: Letterhead) -> bool:
    """Tell whether a document answers a remiss.

    It does if it names one in its letterhead, or if its opening speaks as a response does ("yttrande",
    "tillstyrker", …). A short letter that speaks for itself ("vi anser") is taken for one too.
    """
    if letterhead.remiss or _RESPONSE_WORDING.search(document.text, *document.head):
        return True
    return len(document.text.split()) <= _SHORT_LETTER and bool(_FIRST_PERSON.search(document.text))


def has_no_opinion(document: Document) -> bool:
    """Tell whether the answer is that there is none: "ingen erinran", "avstår från att yttra sig".

    Only a short text that says so, and nowhere asks for, praises or doubts anything, counts; any other is
    left to the extraction of synpunkter. A row of a table answers one question of many.
    """
    text = document.text
    prose = "\n".join(line for line in text.split("\n") if "\t" not in line and " | " not in line)
    return (
        len(text.split()) <= _SHORT_ANSWER
        and bool(_NO_OPINION.search(prose))
        and not _HAS_OPINION.search(text)
    )


def find_endorsed(document: Document) -> tuple[str, ...]:
    """Return whose statements the response joins ("ansluter sig till Socialnämndens yttrande"), in order."""
    endorsed: dict[str, None] = {}
    for match in _ENDORSES.finditer(document.text):
        group = "who" if match["who"] else "whose"
        names = canonical(document.readable(match.span(group)))
        for name in re.split(r"(?<=s) och (?=[A-ZÅÄÖa-zåäö]\w*s?$)", names):
            plain = canonical(re.sub(r"(?:[:’]s|(?<=[^s])s)$", "", name) if match["who"] else name)
            if not is_generic(plain):
                endorsed.setdefault(plain)
    return tuple(endorsed)
