"""What kind of answer a document is: a response at all, an answer without opinion, support for another's."""

from __future__ import annotations

import re

from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import Letterhead
from remissnlp.reading.names import BOARD, NAME, canonical, is_generic
from remissnlp.reading.wording import swedish

# "Short" for an answer without opinion, and for a letter that names no remiss, in words.
_SHORT_ANSWER = 300
_SHORT_LETTER = 1500

_RESPONSE_WORDING = swedish(
    r"\b(?:kontors|remiss)?yttrande[tn]?\b|\bremiss(?:en|var|varet|yttrande|instans)?\b|\btill- ?styrk|\btillstyrk"
    r"|\bavstyrk|\bsynpunkter på\b|\bhar (?:inget|ingenting) att erinra\b|\bingen erinran\b|\bavstår från att\b",
    re.I,
)
_FIRST_PERSON = swedish(
    r"\b(?:vi|jag) (?:anser|tycker|föreslår|önskar|vill|menar|saknar|hoppas|undrar|ser (?:positivt|negativt))\b",
    re.I,
)
_NO_OPINION = swedish(
    r"\b(?:har|finner|ser) (?:vi |inte )?(?:inget|ingenting|inga|ingen|något|några|någon)"
    r" (?:att (?:erinra|anföra|invända|tillägga)|erinran|erinringar|synpunkter|invändning(?:ar)?)\b"
    r"|\b(?:utan|ingen|inga) (?:erinran|erinringar|synpunkter|invändningar)\b"
    r"|\bavstår (?:därför |härmed )?(?:från )?(?:att (?:yttra sig|yttra oss|lämna|avge|inkomma|svara|besvara)"
    r"|yttrande|remissvar|synpunkter)"
    r"|\bavböjer\b",
    re.I,
)
_HAS_OPINION = swedish(
    r"\bi övrigt\b|\bi övriga delar\b|\butöver\b|\bdock\b|\bdäremot\b|\bmen\b|\bemellertid\b"
    r"|\b(?:anser|föreslår|förordar|tillstyrker|avstyrker|önskar|saknar|efterfrågar|efterlyser|framhåller|betonar"
    r"|välkomnar|ifrågasätter|befarar|bör|borde|behöver|positiv[at]?|negativ[at]?|viktigt|förtydliga\w*)\b",
    re.I,
)
_WHOSE = rf"(?P<who>{BOARD}|{NAME})(?:s|:s|’s)?"
_STATEMENT = r"(?i:yttranden?|remissvar|remissyttranden?|svar|synpunkter|ställningstagande)\b"
_ENDORSES = swedish(
    r"(?i:(?:ansluter (?:sig|oss)|ansluta sig) (?:helt |fullt ut |till fullo |också |även )?till"
    r"|(?:instämmer|instämma) (?:helt |fullt ut |till fullo |också |även |i allt väsentligt |i huvudsak )?(?:i|med)"
    r"|ställer (?:sig|oss) (?:helt |även |också )?bakom)"
    rf" (?:(?i:det|de|den|vad|det som) (?:{_STATEMENT} (?i:som) )?(?P<whose>{BOARD}|{NAME})"
    r" (?i:har |)(?i:lämnat|anfört|anför|avgett|framfört|framför|skriver|lämnar)\b"
    rf"|{_WHOSE} {_STATEMENT})",
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
    left to the extraction of synpunkter.
    """
    text = document.text
    return (
        len(text.split()) <= _SHORT_ANSWER
        and bool(_NO_OPINION.search(text))
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
