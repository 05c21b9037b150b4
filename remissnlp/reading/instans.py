"""Who responds: the remissinstans, in the normal form that responses are counted by.

A nämnd and the förvaltning that writes for it are one remissinstans, the nämnd. The cues are tried in the
order of how plainly they say who answers; the first that speaks decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from remissnlp.reading.document import Document
from remissnlp.reading.names import (
    ADMINISTRATION,
    BOARD,
    NAME,
    canonical,
    is_administration,
    is_generic,
    is_governing,
    plain,
    stem,
)
from remissnlp.reading.sender import candidates, find_sender, is_organisation, letterhead, signature
from remissnlp.reading.wording import Found, either, swedish
from remissnlp.records import Span

PRIVATE_PERSON = "Privatperson"
_PERSONAL_LETTER = 600
_WE_OF = swedish(r"^(?:Vi|Styrelsen|Medlemmarna) (?:i|på|från|för|inom|som|hos|vid) ")
_DEFINITE = "[a-zåäö]+(?:rådet|förbundet|föreningen|organisationen|institutet|nätverket|sällskapet|bolaget)"
_FULL_NAME = rf"[A-ZÅÄÖ][\w-]+(?:[ \n](?:och|för|i|av|län|{_DEFINITE}|[A-ZÅÄÖ][\w-]+)){{1,6}}"
_PRIVATE = swedish(r"\b(?:som|är|jag är(?: en)?) privatperson\b|^[ \t]*privatperson[ \t]*$", re.I | re.M)

# Each cue names who answers in its group "who". Only the cue is case-blind: names need their capitals.
_SENTENCE_STARTS = r"(?:^[ \t]*|[.:!] )"
_ANSWER = either("remissvar/remissyttrande/yttrande/synpunkter/svar")
_ABOUT = either("på/över/till/om/angående/avseende/gällande")
_WAS_ASKED = either(
    "getts/fått/beretts/givits/erbjudits/ombetts/anmodats/blivit/bjudits/inbjudits/mottagit/granskat"
    "/tagit del/tagit emot/inget att/ingen erinran/ingenting att/inga synpunkter"
)
_ANSWERS = either(
    "bereddes/avger/lämnar (?:följande|härmed|här)/tackar/tillstyrker/avstyrker/avstår/välkomnar/ställer sig"
    "/är (?:positiv|kritisk|negativ)t?/instämmer/ansluter sig/delar (?:bedömning|uppfattning|utredning)\\w*"
    "/vill (?:lämna|framföra|inledningsvis|tacka|börja)"
)
_DECIDED = either(
    "beslutar?/föreslås/beslöt/har beslutat/godkänner/överlämnar/tillstyrker/avstyrker/hänvisar/besvarar"
)
_REMITTED_TO = swedish(
    rf"(?i:remitter|översän|skicka)[^.]{{0,300}}?(?i:till) (?P<who>{BOARD}|{NAME})"
    r" (?i:för (?:yttrande|svar|besvarande))"
)
_DECIDES = swedish(rf"(?P<who>{BOARD}|(?:Kommun|Region)styrelsen) (?i:{_DECIDED})\b")
_BOARD_ANSWERS = swedish(rf"^[ \t]*(?P<who>{BOARD})s (?i:beslut|ställningstagande|{_ANSWER})\b", re.M)
_PROPOSES = swedish(rf"(?P<who>{ADMINISTRATION})s (?i:förslag till|kontorsyttrande|{_ANSWER})")
_PUT_TO = swedish(rf"^[ \t]*(?i:till):?(?:[ \t]+|[ \t]*\n[ \t]*)(?P<who>{BOARD})[ \t]*$", re.M)
_ANSWER_FROM = swedish(
    rf"(?i:{_ANSWER})(?:et)? (?i:från) (?P<who>{NAME})(?=[ \t]*(?:[\n,.:(]|$)|[ \t]+(?i:{_ABOUT})\b)"
)
_ANSWER_OF = swedish(
    rf"{_SENTENCE_STARTS}(?P<who>{NAME})(?<!s)(?:s|:s|’s) (?i:{_ANSWER}) (?i:{_ABOUT})\b", re.M
)
_ASKED = swedish(
    rf"{_SENTENCE_STARTS}(?P<who>{NAME})(?: \([^()]{{1,40}}\))?,?"
    rf" (?i:har (?:genom [^.]{{1,60}}? )?{_WAS_ASKED}|{_ANSWERS})\b",
    re.M,
)
# A name on two lines, maybe with other cells beside the first: "FÖRVALTNINGSRÄTTEN  YTTRANDE", "I STOCKHOLM".
_SEATED = swedish(
    r"^[ \t]*(?P<who>(?i:länsstyrelsen|(?:förvaltnings|kammar|hov|tings)rätten|polismyndigheten|högskolan))"
    r"(?:(?:[ ]{2,}|\t)[^\n]*|[ \t]*)\n[ \t]*(?:\n[ \t]*)?"
    r"(?P<seat>(?:[Ii] )?[A-ZÅÄÖ][\wåäö]+(?: [A-ZÅÄÖ][\wåäö]+)?(?: (?i:län))?)[ \t]*(?=$|[ ]{2}|\t)",
    re.M,
)
_ONE_PERSON = swedish(
    r"\b(?:jag (?:tycker|anser|vill|önskar|bor|är|har bott|cyklar|går)|mina synpunkter|vår familj"
    r"|vi är (?:en|ett|två|tre) [^.\n]{0,20}(?:familj|par\b|grannar|pensionärer)|undertecknade?,? boende)"
    r"\w*",
    re.I,
)
_MANY = swedish(
    r"\b(?:\w*nämnd(?:en)?s?|\w*förvaltning(?:en)?s?|\w*förening(?:en)?s?|\w*förbund(?:et)?s?|bolagets?|AB"
    r"|vår organisation|\w*styrelse(?:n)?s?|\w*universitet(?:et)?s?|myndighetens?|ordförande|vd)\b",
    re.I,
)
_OURSELVES = swedish(
    r"\b(?:vår|vårt|våra) (?:förening|förbund|medlem|bolag|organisation|styrelse)"
    r"|\bvi (?:i|på) (?:föreningen|styrelsen)|(?:^|[.!?] )(?:föreningen|förbundet|bolaget|nämnden"
    r"|förvaltningen|styrelsen|myndigheten) (?:anser|tycker|vill|har|ser)",
    re.I | re.M,
)
# Whom a mail goes to says nothing of who writes it.
_ADDRESSED = re.compile(r"[^\s@]{1,64}@\S+|^[ \t]*(?:till|kopia|to|cc):[^\n]*", re.I | re.M)
# "Ansluter sig till Socialnämndens yttrande" names another's answer.
_OF_ANOTHER = swedish(
    r"\b(?:ansluter|ansluta|instämmer|instämma|ställer|hänvisar|hänvisas|stöder|se|enligt)(?: \w+){0,4}\s+$",
    re.I,
)
# "Ärendet har beretts av förvaltningen": what is dealt with, not who deals with it.
_NO_NAME = swedish(
    r"\bremiss|\bförslag till\b|\b(?:för|i|av|och|på|mot)$"
    r"|^(?:ärendet|frågan|förslaget|yttrandet|svaret|underlaget|skrivelsen|utredningen|betänkandet"
    r"|programmet|planen|strategin|policyn)$",
    re.I,
)
# Of such there are many, each with its place after the word.
_BRANCHED = (
    "arna", "erna", "orna", "föreningen", "förbundet", "främjandet", "klubben", "tjänsten", "partiet",
    "rådet", "kåren",
)  # fmt: skip
_CASE = swedish(r"\btjänste(?:utlåtande|skrivelse)|\bförslag till beslut\b", re.I)
_BOARD_LINE = swedish(rf"(?:^[ \t]*|[ ]{{2}}|\t)(?P<who>{BOARD})[ \t]*(?=$|\t|[ ]{{2}})", re.M)
_BELOW = swedish(rf"[ \t]*\n(?:[ \t]*\n)?[ \t]*(?P<who>{BOARD}|{ADMINISTRATION})[ \t]*(?=\n|\t|[ ][ ])")


def find_remissinstans(document: Document, remitter: str | None, remiss: str | None = None) -> Found | None:
    """Find who responds.

    Parameters
    ----------
    document : Document
        The response.
    remitter : str or None
        Who sent the remiss out; it is not the one that answers.

    Returns
    -------
    Found or None
        The name in its normal form and where it stands.
    """
    sent_out_by = canonical(remitter) if remitter else None
    governing = None
    not_these = frozenset((plain(sent_out_by),)) if sent_out_by else frozenset[str]()
    for found in _candidates(document, remiss, not_these):
        if found.value == sent_out_by or is_generic(found.value):
            continue
        if not is_governing(found.value):
            return _counted_as(document, found)
        governing = governing or found  # the municipality that it speaks for may be named further on
    return governing


def _candidates(document: Document, remiss: str | None, not_these: frozenset[str]) -> Iterator[Found]:
    """Yield the names that each cue gives, the plainest cue first."""
    head, tail = document.head, document.tail
    for pattern, cue in (
        (_REMITTED_TO, "remitted to"),
        (_DECIDES, "decides"),
        (_BOARD_ANSWERS, "answers"),
    ):
        for found in _matches(document, head, pattern, cue):
            before = document.text[max(head.start, found.span.start - 60) : found.span.start]
            if pattern is not _BOARD_ANSWERS or not _OF_ANOTHER.search(before):
                yield found
    for found in _matches(document, head, _PUT_TO, "put to"):
        # "Till X" is also how a letter names the one that asked; a board's own office gives it away.
        if _same_house(document, found.value, ADMINISTRATION):
            yield found
    yield from _matches(document, head, _PROPOSES, "proposes")
    for area in (head, tail):
        for match in _PRIVATE.finditer(document.text, *area):
            yield Found(PRIVATE_PERSON, Span(*match.span()), "private person")
    for field in document.fields:
        if field.label == "sender" and "@" not in field.value and re.match(NAME, field.value):
            yield Found(canonical(document.readable(field.span)), field.span, "field")
    yield from _matches(document, head, _ANSWER_FROM, "answer from")
    titled = list(_matches(document, head, _ANSWER_OF, "answer of"))
    yield from (found for found in titled if is_organisation(found.value))
    yield from _matches(document, head, _ASKED, "was asked")
    for match in _SEATED.finditer(document.text, *head):
        name = f"{document.readable(match.span('who'))} {document.readable(match.span('seat'))}"
        yield Found(canonical(name), Span(*match.span()), "letterhead")
    sender = find_sender(document, remiss, not_these)
    if sender:
        yield sender
    yield from titled  # "Idrottsrörelsens synpunkter": what the writer speaks for, where no name is found
    person = _ONE_PERSON.search(document.text)
    around = " ".join(cell.text for cell in (*letterhead(document), *signature(document)))
    many = _MANY.search(_ADDRESSED.sub("", around)) or _OURSELVES.search(document.text)
    if person and len(document.text.split()) <= _PERSONAL_LETTER and not many:
        yield Found(PRIVATE_PERSON, Span(*person.span()), "first person")


def _matches(document: Document, area: Span, pattern: re.Pattern[str], cue: str) -> Iterator[Found]:
    for match in pattern.finditer(document.text, *area):
        span = match.span("who")
        if pattern in (_ASKED, _ANSWER_OF):
            span = _without_heading(document.text, span)
        name = canonical(_WE_OF.sub("", document.readable(span)))
        in_cells = pattern is _ASKED and "\t" in match.group().strip()  # of a table: "Förslag", "Tillstyrker"
        if not in_cells and not _NO_NAME.search(name):  # a heading run together with what follows, or cut off
            yield Found(name, Span(*span), cue)


def _without_heading(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Leave out a line of its own before the name that opens a sentence: a heading, "Allmänt"."""
    start, end = span
    line = text.rfind("\n", 0, start) + 1
    broken = text.rfind("\n", start, end)
    return (broken + 1, end) if broken >= 0 and not text[line:start].strip() else span


def _counted_as(document: Document, found: Found) -> Found:
    """Return the board for its administration, the full name for its short form, where both are named."""
    if found.value.endswith(" stadsdelsförvaltning"):  # every one has its board
        return Found(found.value.replace("förvaltning", "nämnd"), found.span, found.cue)
    if is_administration(found.value):
        board = _same_house(document, found.value, BOARD) or _only_board(document)
        return Found(board, found.span, found.cue) if board else found
    if re.search(r" (?:kommun|stad)$", found.value) and (
        below := _BELOW.match(document.text, found.span.end)
    ):
        name = canonical(document.readable(below.span("who")))  # a board under its municipality's name
        if not (is_generic(name) or is_governing(name)):
            return _counted_as(document, Found(name, Span(*below.span("who")), found.cue))
    longer = [one for one in candidates(document, None) if one.known and _is_short_for(found.value, one.name)]
    if longer:
        best = max(longer, key=lambda one: (one.weight, -one.span.start))
        return Found(best.name, best.span, found.cue)
    if re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]{0,2}[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}", found.value):
        full = re.search(rf"({_FULL_NAME})(?:[ \n]\({found.value}\)|,[ \n]{found.value},)", document.text)
        return Found(canonical(full[1]), found.span, found.cue) if full else found
    return found


def _only_board(document: Document) -> str | None:
    """Return the board that a case is put to, where one alone stands on a line of the opening."""
    if not _CASE.search(document.text, *document.head):
        return None
    boards = {
        canonical(document.readable(match.span("who")))
        for match in _BOARD_LINE.finditer(document.text, *document.head)
    }
    return boards.pop() if len(boards) == 1 else None


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether a name is a letterhead's in short: "IVO", "Läkarförbundet", "Företagarna" of a town."""
    words = name.lower().split()
    if short.isupper():
        return "".join(w[0] for w in words if w not in ("för", "och", "i", "av")) == short.lower()
    if short.lower() in (words[-1] + "et", words[-1] + "en"):
        return len(words) > 1
    return " " not in short and (
        (short.endswith(_BRANCHED) and name.startswith(f"{short} "))
        or name.lower().endswith(f" {short.lower()}")
    )


def _same_house(document: Document, name: str, pattern: str) -> str | None:
    """Return the first name of `pattern`'s kind in `text` that shares the stem of `name`."""
    for match in swedish(pattern).finditer(document.text):
        other = canonical(document.readable(match.span()))
        if stem(other) and stem(other) == stem(name):
            return other
    return None
