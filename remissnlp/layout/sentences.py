"""Flow text to sentences, with Swedish abbreviations, list numbers and quotations respected."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"[.!?…]+[”\"»’')\]]*(?:(?<=[^\W\d]{2}[.!?])(?:\d{1,2}|[¹²³⁴-⁹]))?(?=\s+[A-ZÅÄÖÉÜ0-9”\"»“–(•])"
)
_QUOTES = re.compile(r"[”\"“»«„]")

# Abbreviations that never end a sentence: a name, number or noun follows them.
_INNER = frozenset(
    "bl.a t.ex s.k fr.o.m t.o.m p.g.a pga f.d d.v.s dvs t.f tf jfr jf kap prop bet dnr nr kl ca c:a resp ev "
    "inkl exkl st art sid dir skr lagr doc dr prof gen obs ang avs enl fig tab not ref red s n b i mom el "
    "eng milj tel forts gm ex sk jan feb apr jun jul aug sept okt nov dec".split()
)
# Abbreviations that often do end one: a capital after them starts the next.
_FINAL = frozenset("m.m mm m.fl mfl osv o.s.v etc o.d o.dyl d.y e.d".split())

_LONGEST_QUOTATION = 600


def sentence_bounds(flow: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each sentence of `flow`, white space at the edges left out.

    A stop does not end the sentence after an abbreviation, an initial or a list number, nor inside
    an open quotation (unless the quotation is so long that its end must be missing).
    """
    start = 0
    for match in _END.finditer(flow):
        if match.start() < start or not _ends(flow, start, match):
            continue
        yield from _trimmed(flow, start, match.end())
        start = match.end()
    yield from _trimmed(flow, start, len(flow))


def _trimmed(flow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = flow[start:end]
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip())
    if left < right:
        yield start + left, start + right


def _ends(flow: str, start: int, match: re.Match[str]) -> bool:
    sentence = flow[start : match.end()]
    if len(_QUOTES.findall(sentence)) % 2 and len(sentence) < _LONGEST_QUOTATION:
        return False
    if match.group()[0] != ".":
        return True
    words = flow[start : match.start()].split()
    if not words:
        return False
    word = words[-1].lstrip('(”"“»').lower()
    if word in _FINAL:
        return True
    if word in _INNER:
        return False
    if len(words) == 1 and re.fullmatch(r"\d{1,2}|[a-zåäö]", word):
        return False  # "1. Kunskap och information"
    # An initial ("S. Ek") is one capital on its own; "alternativ B." is kept as an end elsewhere.
    return not re.fullmatch(r"[A-ZÅÄÖ]", words[-1]) or len(words) < 2 or words[-2][:1].islower()
