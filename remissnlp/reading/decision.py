"""Who decided on a response: a board, an office on its own, or someone it has delegated to.

A statement that an office puts to its board with a proposal for a decision is the board's: that is how the
board's own answer reaches whoever asked. What the text does not say is not guessed.
"""

from __future__ import annotations

import re

from remissnlp.reading.document import Document
from remissnlp.reading.names import BOARD
from remissnlp.reading.wording import Found, either, swedish
from remissnlp.records import Span

_OFFICE_WORD = r"(?:kontors|förvaltnings)yttrande[nt]?"
# As a heading or the name of the document, or as what is said to be handed in.
_OFFICE = swedish(
    rf"^[ \t]*(?:[^\s.]+ ){{0,3}}{_OFFICE_WORD}(?![^\n]{{0,60}}\bnämnden\b)[^\n.]{{0,60}}$"
    rf"|^[ \t]*{_OFFICE_WORD} (?:över|på|angående)\b"
    rf"|\b(?:svarar|besvaras|yttrar sig|lämnas|lämnar|avger|avges)\b[^.]{{0,80}} {_OFFICE_WORD}"
    rf"|\butan (?:att (?:ärendet|remissen|yttrandet) (?:har )?)?(?:nämndbehandl\w+|behandlats i nämnden)",
    re.I | re.M,
)
_DELEGATED = swedish(
    r"\b(?:enligt|på|genom|med stöd av|efter|via) (?:\w+ ){0,2}delegation(?:en|s\w*)?\b"
    r"|\bdelegationsbeslut(?:et)?\b|\bdelegationsärende\b|\bordförandebeslut\b|\bordförandens beslut\b",
    re.I,
)
_BODY = rf"(?:{BOARD}|(?i:(?:\w+-)?\w*(?:nämnden|styrelsen|fullmäktige)))"
_ANSWER = either("yttrand/svar/remiss/tjänsteutlåtande/tjänsteskrivelse/justera/synpunkt")
_DECIDES = either(
    r"beslutar/beslöt/beslutade/har beslutat/föreslås(?: besluta)?/godkänner/överlämnar/hänvisar/besvarar"
    r"/antar/ställer sig bakom/lämnar/avger"
)
_ITEMS = r"(?:[^.]|(?<=\d)\.){0,200}?"  # "beslutar att 1. Remissen besvaras …"
_BOARD = swedish(
    rf"^[ \t]*(?:\d+[.)] ?)?{_BODY}(?: för [^\n]{{2,40}})? (?i:{_DECIDES})\b{_ITEMS}(?i:{_ANSWER})"
    rf"|^[ \t]*(?i:{_BODY}s (?:beslut|ställningstagande))\b"
    rf"|(?i:^[ \t]*på) (?:[\w-]+- och )?{_BODY}s vägnar\b|^[ \t]*(?i:beslut(?:at|ad)? i) {_BODY}\b"
    r"|(?i:beslut(?:et)? (?:i detta ärende |om (?:detta )?yttrande(?:t)? )?(?:har )?fattats? av "
    rf"(?:\w+ ){{0,2}}{_BODY})",
    re.M,
)
_MINUTES = swedish(r"^[ \t]*(?:protokollsutdrag|(?:sammanträdes)?protokoll)\b", re.I | re.M)
_PROPOSED = swedish(r"\bförslag till beslut\b|^.{0,40}\btjänste(?:utlåtande|skrivelse)[ \t]*$", re.I | re.M)
_PUT_TO = swedish(rf"^[ \t]*(?i:till|i):?(?:[ \t]+|[ \t]*\n[ \t]*){_BODY}\b", re.M)


def find_decision_level(document: Document) -> Found | None:
    """Find who decided on a response: the plainest cue that speaks.

    An office that says that it answers on its own comes first, since it also names the board that it tells;
    then delegation, then the board.

    Returns
    -------
    Found or None
        A `DecisionLevel` and where it stands.
    """
    text, head = document.text, document.head
    if match := _OFFICE.search(text, *head):
        return Found("kontorsyttrande", Span(*match.span()), "office")
    for area in (head, document.tail):
        if match := _DELEGATED.search(text, *area):
            return Found("delegationsbeslut", Span(*match.span()), "delegation")
    for pattern, cue in ((_BOARD, "board decides"), (_MINUTES, "minutes")):
        if match := pattern.search(text, *head):
            return Found("namndbeslut", Span(*match.span()), cue)
    put = _PUT_TO.search(text, *head)
    if put and _PROPOSED.search(text, *head):
        return Found("namndbeslut", Span(*put.span()), "put to the board")
    match = _BOARD.search(text, *document.tail)
    return Found("namndbeslut", Span(*match.span()), "board decides") if match else None
