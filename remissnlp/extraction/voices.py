"""Whose words they are: statements that members add to a response in their own name.

A *särskilt uttalande*, a *reservation* and the like follow the response that they differ from. What they say
is not what the remissinstans says.
"""

from __future__ import annotations

import re

from remissnlp.layout.furniture import MINORITY, fold

_NAMES = {
    "sarskil": "Särskilt uttalande",
    "sarskilt yttrande": "Särskilt yttrande",
    "sarskild mening": "Särskild mening",
    "reservation": "Reservation",
    "ersattaryttrande": "Ersättaryttrande",
    "borgarradsreservation": "Borgarrådsreservation",
    "kommunalradsreservation": "Kommunalrådsreservation",
    "skiljaktig": "Skiljaktig mening",
    "avvikande": "Avvikande mening",
    "protokollsanteckning": "Protokollsanteckning",
    "rostforklaring": "Röstförklaring",
}
_RESERVES = re.compile(r"\b(?:reserverar|reserverade) sig\b|\blamna(?:r|de)\b.{0,40}\bsarskil[td]")
_PARTY = re.compile(r"\(([A-ZÅÄÖ]{1,4}(?:\s*(?:,|och|/)\s*[A-ZÅÄÖ]{1,4})*)\)")
_BY = re.compile(r"\b(?:av|från)\s+((?:\w+\s+){0,2}[A-ZÅÄÖ][^:(.]{2,80})")
_LONGEST_OPENING = 40  # words


def opens_statement(text: str) -> str | None:
    """Return what kind of statement `text` opens ("Reservation"), None where it opens none."""
    match = MINORITY.match(fold(text).strip(" #*:"))
    if match is None:
        return None
    return next(_NAMES[stem] for stem in sorted(_NAMES, key=len, reverse=True) if match[0].startswith(stem))


def tells_speaker(text: str) -> bool:
    """Whether a line inside such a statement says who speaks and no more: "Eva Ek (MP) anför:"."""
    if len(text.split()) > _LONGEST_OPENING or text.rstrip().endswith((".", "!", "?")):
        return False
    return bool(_RESERVES.search(fold(text)) or _PARTY.search(text)) or opens_statement(text) is not None


def opening_of(text: str) -> str | None:
    """Return how a paragraph of such a statement opens if that says who speaks: "Bo Ek (M) anför: …"."""
    match = re.match(r".{1,300}?[:.](?=\s)", text, re.DOTALL)
    opening = match[0].rstrip(".") if match else ""
    return opening if tells_speaker(opening) and not opening.startswith("(") else None


def name_voice(kind: str, opening: str) -> str:
    """Name a voice by its parties, or its persons where the text names no party.

    Examples
    --------
    >>> name_voice("Reservation", "Reservation anfördes av Tor Ek m.fl. (M) och Eva Al (KD) enligt följande:")
    'Reservation (M), (KD)'
    """
    opening = " ".join(opening.split()[:_LONGEST_OPENING])
    parties = [party for group in _PARTY.findall(opening) for party in re.split(r"\s*(?:,|och|/)\s*", group)]
    if parties:
        return f"{kind} {', '.join(f'({party})' for party in dict.fromkeys(parties))}"
    by = _BY.search(opening)
    return f"{kind} av {' '.join(by[1].split())}" if by else kind
