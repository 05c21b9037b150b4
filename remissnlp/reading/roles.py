"""What a document is: a response, what was sent out, an enclosure, background or something else.

Told from its own text, mostly its opening. To leave out a response is the worst fault there is: where the
signs differ, the document is counted and a doubt is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from remissnlp.reading.answer import is_response
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import Letterhead
from remissnlp.reading.wording import either, swedish
from remissnlp.records import Role

NOT_A_RESPONSE = "Räknas inte som remissvar: texten nämner ingen remiss och är inte skriven som ett yttrande."
SENT_OUT = "Räknas inte: det är vad som skickades ut på remiss, inte ett svar."
NAMES_NO_REMISS = "texten nämner ingen remiss"
LONG_AND_UNLIKE = "texten är lång och inledningen liknar inte ett svar"
ENCLOSURE = "Räknas inte: det följer med ett svar och har inga egna synpunkter."

# What is longer than a letter, or laid out as a publication, is background rather than something else.
_LONG = 1500
_SHORT_LETTER = 1500
_SHORT_COVER = 150
_SHORT_MINUTES = 400
_COVER_PAGE = 1500

# How a response opens: it says what it answers, or its writer speaks.
_YTTRANDE = r"(?:remiss|kontors|förvaltnings)?yttrande"
_ANSWER = rf"(?:{_YTTRANDE}(?:t)?|remissvar(?:et)?|synpunkter|svar)"
_ABOUT = either("över/på/till/från/angående/avseende/gällande/beträffande/om/med anledning")
_CELL_ENDS = r"(?=[ \t]*(?:$|[:–-]|[ ]{2}|\t))"
_NAMES_AN_ANSWER = swedish(
    # "Ni inbjuds att lämna synpunkter på" is said by who sends out.
    rf"^[ \t]*(?:(?!lämna\b|inkomma\b)[^\s.]+ ){{0,4}}?{_ANSWER} {_ABOUT}\b"
    rf"|(?:^|[ ]{{2}}|\t)[ \t]*(?:[^\s.]+ )?(?:{_YTTRANDE}|remissvar){_CELL_ENDS}"
    r"|\bsom svar på (?:sitt yttrande|remiss)",
    re.I | re.M,
)
_WAS_ASKED = either("getts/fått/beretts/givits/erbjudits/ombetts/anmodats/blivit ombed/tagit del av/granskat")
_HOLDS = either("anser/tycker/föreslår/önskar/vill/menar/saknar/hoppas/undrar/ser/stöder/välkomnar")
_ITS_WRITER_HOLDS = either(
    "anser/föreslår/instämmer/ställer sig/är (?:positiv|kritisk|negativ)/välkomnar/delar"
    "/ser (?:positivt|negativt)/önskar/saknar/stöder"
)
_NOTHING = either("inget/ingenting/inga")
_SPEAKS = swedish(
    rf"\bhar {_WAS_ASKED}|\b(?:avger|lämnar) (?:följande|härmed|här)\b|\btillstyrker\b|\bavstyrker\b"
    rf"|\b{_NOTHING} (?:att (?:erinra|invända|anföra)|synpunkter|invändningar)\b|\bingen erinran\b"
    r"|\bavstår (?:därför |härmed )?(?:från )?(?:att|yttrande)\b"
    r"|\btackar för (?:möjlighet|tillfälle|inbjud)"
    rf"|\b(?:vi|jag) {_HOLDS}\b"
    # Inquiries and plans speak so of themselves in what is sent out.
    rf"|\b(?!utredning|kommitté|regering|promemori|betänkande|program|plan)\w{{3,}} {_ITS_WRITER_HOLDS}\b",
    re.I,
)
# What only the one who sends out writes. A remiss's letter gives at least two of these.
_INVITES = swedish(
    r"\b(?:ni|er|du|remissinstanser(?:na)?|mottagar(?:e|na)|nämnder(?:na)?|alla)\b[^.\n]{0,60}"
    r"\b(?:bereds|ges|inbjuds|bjuds in|får|ombeds|anmodas)\b[^.]{0,40}\b(?:yttra|synpunkter|svar)"
    r"|\b(?:välkomna|välkommen|välkomnas) att (?:lämna|yttra|svara|inkomma|skicka)"
    r"|\bhärmed (?:remitteras|översänds)\b"
    r"|\b(?:skickas|sänds|remitteras)(?: nu| härmed)?(?: ut)? (?:på|för) (?:remiss|yttrande)"
    r"|\bvi (?:önskar|vill ha|ber om) (?:era|ert|er) (?:synpunkter|svar|yttrande)",
    re.I,
)
_DEADLINE = swedish(
    r"\b(?:svar|svaret|yttranden?|synpunkter|remissvar(?:en|et)?)\b[^.\n]{0,20}"
    r" (?:ska|skall|bör|önskas|emotses|lämnas|skickas|sänds|mottas)\b[^.]{0,140}"
    r"(?:senast|tillhanda|inkommit|kommit in)",
    re.I,
)
_ADDRESSEES = swedish(r"^[ \t]*(?:remissinstanser|sändlista|remisslista)[ \t]*:?[ \t]*$", re.I | re.M)
_VERSION = swedish(
    r"^.{0,60}\b(?:remiss(?:version|utgåva|förslag|exemplar|handling)|samråds(?:handling|version)|granskningshandling)\b",
    re.I | re.M,
)
_REPORT = swedish(
    r"^[ \t]*till statsrådet\b|^[ \t]*(?:del|slut)?betänkande av \S|^[ \t]*promemorians huvudsakliga innehåll"
    r"|^[ \t]*utkast till lagrådsremiss",
    re.I | re.M,
)

_ENCLOSED = swedish(r"^[ \t]*bilaga(?:[ \t]*\d{1,2}|[ \t][A-Z])?\b", re.I | re.M)
_ANNOUNCES = swedish(
    r"\bbifog|\böversänd|\böversänt|\bhär (?:kommer|är)\b|\bnärslut|\bse bilag|\bbilagt"
    r"|\bhärmed (?:överlämnas|skickas|insänds)",
    re.I,
)
_MINUTES = swedish(r"^[ \t]*(?:protokollsutdrag|(?:sammanträdes)?protokoll)\b", re.I | re.M)
_DISSENT = swedish(r"\bsärskilt uttalande\b|\breserv(?:ation|erar)|\bprotokollsanteckning", re.I)
_STAND = either(
    "anser/tycker/menar/saknar/efterfrågar/efterlyser/ifrågasätter/befarar/instämmer/motsätter"
    "/ställer sig/bör/borde/måste"
)
_REMARK = either("önskar/framhåller/välkomnar/behöver/viktigt/positiv[at]?/negativ[at]?/undrar")
_TAKES_A_STAND = swedish(rf"\b{_STAND}\b", re.I)
_REMARKS = swedish(rf"\b{_REMARK}\b", re.I)
_DECIDES = swedish(r"\b(?:tillstyrker|avstyrker|föreslår)\b", re.I)
_OPINES = swedish(
    rf"\b\w{{3,}} {either('anser/tycker/föreslår/välkomnar/tillstyrker/avstyrker/instämmer/efterlyser')}\b",
    re.I,
)
_FIRST_PERSON = swedish(r"\b(?:vi|jag|vår[at]?|min[at]?)\b", re.I)
_PUBLISHED = swedish(
    r"^[ \t]*(?:rapport|innehåll(?:sförteckning)?|förord|utredning|kunskapsöversikt|forskningsöversikt"
    r"|faktablad|statistik)\b|\bISBN\b|©",
    re.I | re.M,
)
# Notes of a meeting, an agenda: they name who was there, and no remiss.
_NOTES = swedish(
    r"^[ \t]*(?:minnes|mötes|tjänste|dag)?(?:anteckningar|anteckning|ordning)\b"
    r"|^[ \t]*dagordning\b|\bnärvarande:",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a document is.

    Attributes
    ----------
    role : Role
        What it is taken for.
    message : str or None
        Why it is not counted, in Swedish.
    doubt : str or None
        What speaks against it, as the end of a Swedish sentence, where it is counted all the same.
    """

    role: Role
    message: str | None = None
    doubt: str | None = None


def judge_role(document: Document, letterhead: Letterhead) -> Judgement:
    """Tell what a document is from its own text."""
    text, head = document.text, document.head
    names_answer, speaks = _names_an_answer(document), bool(_SPEAKS.search(text, *head))
    answers = names_answer or speaks
    if not names_answer and _REPORT.search(text, *head) and len(text.split()) > _LONG:
        return Judgement("remisshandling", SENT_OUT)
    version = _VERSION.search(text, 0, min(len(text), _COVER_PAGE))
    if not names_answer and (version or len(_letter_cues(document)) >= 2):
        if speaks:
            return Judgement("remissvar", doubt="den liknar det som skickades ut på remiss")
        return Judgement("remisshandling", SENT_OUT)
    if not answers and _ENCLOSED.search(text, 0, _first_lines(text)):
        if not has_views(document):
            return Judgement("bilaga", ENCLOSURE)
        return Judgement("remissvar", doubt="den kallar sig bilaga")
    words = len(text.split())
    if is_response(document, letterhead):
        if answers or words <= _LONG:
            return Judgement("remissvar")
        return Judgement("remissvar", doubt=LONG_AND_UNLIKE)
    published = words > _LONG or _PUBLISHED.search(text, *head)
    opines = len(_OPINES.findall(text)) >= 2 or (_FIRST_PERSON.search(text) and has_views(document))
    notes = _NOTES.search(text, *head)
    if words <= _SHORT_LETTER and opines and not published and not notes:
        return Judgement("remissvar", doubt=NAMES_NO_REMISS)
    return Judgement("underlag" if published else "annat", NOT_A_RESPONSE)


def _names_an_answer(document: Document) -> bool:
    """Tell whether a document's opening calls it an answer, or names the number that it answers."""
    head = document.head
    return bool(_NAMES_AN_ANSWER.search(document.text, *head)) or any(
        field.label == "remiss" and field.span.start < head.end for field in document.fields
    )


def has_views(document: Document) -> bool:
    """Tell whether anything in a document sounds like an opinion of its writer."""
    return any(cue.search(document.text) for cue in (_TAKES_A_STAND, _REMARKS, _DECIDES))


def is_cover(document: Document, *, is_letter: bool = False) -> bool:
    """Tell whether a document only goes with a response: a covering letter, minutes without a view.

    It is an enclosure only where the response itself is there too, which other documents must show.

    Parameters
    ----------
    document : Document
    is_letter : bool
        Whether it is a mail with attachments; a short one need not say that it encloses something.
    """
    text, words = document.text, len(document.text.split())
    stands = bool(_TAKES_A_STAND.search(text))
    if words <= _SHORT_COVER and (is_letter or _ANNOUNCES.search(text)):
        return not stands and not _DECIDES.search(text)
    is_minutes = words <= _SHORT_MINUTES and bool(_MINUTES.search(text, *document.head))
    return is_minutes and not (stands or _REMARKS.search(text) or _DISSENT.search(text))


def _letter_cues(document: Document) -> list[re.Pattern[str]]:
    """Return the signs of the letter that a remiss is sent out with."""
    text, head = document.text, document.head
    return [cue for cue in (_INVITES, _DEADLINE, _ADDRESSEES) if cue.search(text, *head)]


def _first_lines(text: str) -> int:
    """Return where the third line with anything on it ends."""
    lines = list(re.finditer(r"^[ \t]*\S.*$", text[:_COVER_PAGE], re.M))[:3]
    return lines[-1].end() if lines else 0
