"""Which registration number of an opening is the remiss's, and which is the response's own."""

from __future__ import annotations

import re
from collections.abc import Callable

from remissnlp.reading.document import Document
from remissnlp.reading.registration import (
    NUMBER,
    UNLABELLED,
    is_ministry,
    is_number,
    is_report,
    normalise,
)
from remissnlp.reading.wording import Found, swedish
from remissnlp.records import Span

_REMISS_FROM = swedish(
    rf"\bremiss(?:en)? från (?P<remitter>[^,\n(]{{3,60}}?)[,;]?\s*\(?"
    rf"(?:(?:dnr|diarienummer)\b[.:]?\s*(?P<labelled>{NUMBER})|(?P<number>{UNLABELLED}))",
    re.I,
)
_ABOUT_A_REMISS = swedish(
    r"\bremiss|\bremittera|\byttrande (?:över|angående|avseende|gällande|om)\b"
    r"|\b(?:synpunkter|tankar|åsikter|kommentarer) (?:på|om|kring|till|angående|gällande)\b"
    r"|\bbetänkandet?\b|\bpromemorian?\b|\bsvar på\b",
    re.I,
)
_NUMBER = re.compile(
    rf"(?P<labelled>(?:dnr|diarienummer|diarienr)\b[.:]?\s*(?P<value>{NUMBER}))|{UNLABELLED}", re.I
)
# Minutes number their items: "§ 21 KS 2023/702", "§ 21 Dnr 2023/702".
_IN_MINUTES = re.compile(
    rf"^[ \t]*§[ \t]?\d+[ \t,]+(?:dnr:?[ \t]*)?(?P<number>{UNLABELLED}|{NUMBER})[ \t]*$", re.M | re.I
)
# In running text: "(vårt dnr 2026/000127)".
_OURS = swedish(
    r"\bvårt? (?:dnr|diarienummer|diarienr|ärendenummer|ärende|beteckning|referens|ref\.?)[.:]?"
    rf" (?P<number>{NUMBER})",
    re.I,
)
_ALONE = re.compile(
    rf"(?:^[ \t]*|(?<=[ ]{{2}})|(?<=\t))(?P<number>{UNLABELLED})(?=[ \t]*$|[ ]{{2}}|\t|\r)", re.M
)
# A number that ends a heading is that of what the heading names: "Avfallsplan 2026–2035, dnr KS 2025/412".
_ENDS_HEADING = re.compile(
    rf"^[ \t]*(?:#{{1,6}} +)?[A-ZÅÄÖ]\S*(?: \S+){{1,14}}?[ ,;–-]+\(?"
    rf"(?:(?:dnr|diarienummer|diarienr|ärendenummer|ärende)\b[.:]? *(?P<labelled>{NUMBER})"
    rf"|(?P<number>{UNLABELLED}))\)?[ \t]*$",
    re.M | re.I,
)
_STRICT = re.compile(UNLABELLED)


def find_remiss(document: Document) -> tuple[Found | None, tuple[str, ...]]:
    """Find the number of the remiss that a document answers.

    The strongest cue that speaks decides: a field such as "Er beteckning", then "Remiss från X, number",
    then a number in a paragraph of the opening that speaks of a remiss or a yttrande, then one in the
    subject, then the only report's or ministry's number of the opening, then one in the list of attachments.
    A report's number (SOU, Ds) is preferred to the ministry's registration number, as more respondents give
    it.

    Returns
    -------
    Found or None
        The number in its normal form.
    tuple of str
        The other numbers given for the same remiss.
    """
    by_cue = [
        [
            _found(f.value, f.span, "field")
            for f in document.fields
            if f.label == "remiss" and is_number(f.value)
        ],
        _from_remitter(document),
        _near_mention(document, document.head),
        _in_subject(document),
        _ends_heading(document),
        _only_one(document, is_report),
        _only_one(document, is_ministry),
        _near_mention(document, document.tail, joined=True),
    ]
    found = next((candidates for candidates in by_cue if candidates), [])
    if not found:
        return None, ()
    chosen = found[0]
    if chosen.cue == "mention" and not (is_report(chosen.value) or is_ministry(chosen.value)):
        # A report that the opening names is what is answered; the other number is the response's own.
        report = [c for candidates in by_cue for c in candidates if is_report(c.value)]
        if report and report[0].span.start < document.head.end:
            return report[0], ()
    if re.fullmatch(r"[A-ZÅÄÖ][A-Za-zåäö]*\d{4}/\d{5}", chosen.value):  # a ministry's number
        reports = [c for candidates in by_cue for c in candidates if is_report(c.value)]
        chosen = reports[0] if reports else chosen
    others = {c.value for c in found} - {chosen.value}
    return chosen, tuple(sorted(others))


def find_own_number(document: Document, remiss: Found | None) -> Found | None:
    """Find the response's own registration number.

    It is the first labelled one that is not the remiss's, then that of the item in the minutes, then the only
    one that stands alone on a line or in a cell of the opening, where the remiss's is known.
    """
    for field in document.fields:
        if field.label != "own" or not is_number(field.value) or is_ministry(normalise(field.value)):
            continue
        if remiss is None or not (normalise(field.value) == remiss.value or _inside(field.span, remiss.span)):
            return _found(field.value, field.span, "field")
    if (ours := _OURS.search(document.text)) and is_number(ours["number"]):
        return _found(ours["number"], Span(*ours.span("number")), "ours")
    minutes = _IN_MINUTES.search(document.text, *document.head)
    if minutes and (remiss is None or normalise(minutes["number"]) != remiss.value):
        return _found(minutes["number"], Span(*minutes.span("number")), "minutes")
    alone = {
        found.value: found
        for match in _ALONE.finditer(document.text, *document.head)
        for found in [_found(match["number"], Span(*match.span("number")), "alone")]
        if not (is_report(found.value) or is_ministry(found.value))
        and (remiss is None or found.value != remiss.value)
        and not any(_inside(found.span, f.span) for f in document.fields if f.label != "own")
    }
    return next(iter(alone.values())) if remiss is not None and len(alone) == 1 else None


def find_remitter(document: Document) -> str | None:
    """Return who sent the remiss out, where "Remiss från X" or "X har remitterat" says it."""
    area = document.text[document.head.start : document.head.end]
    if match := _REMISS_FROM.search(area):
        return match["remitter"].strip()
    match = swedish(r"(?:^|[.\n] ?)(?P<who>[A-ZÅÄÖ][\w-]+(?: [a-zåäö-]+){0,3}?) har remitterat", re.M).search(
        area
    )
    return match["who"].strip() if match else None


def _from_remitter(document: Document) -> list[Found]:
    found = []
    for match in _REMISS_FROM.finditer(document.text, *document.head):
        group = "labelled" if match["labelled"] else "number"
        found.append(_found(match[group], Span(*match.span(group)), "remiss från"))
    return found


def _near_mention(document: Document, area: Span, *, joined: bool = False) -> list[Found]:
    """Return the numbers in paragraphs that speak of a remiss, the response's own fields apart."""
    text = document.text
    own = {f.span.start for f in document.fields if f.label in ("own", "date", "meeting", "other")}
    pieces = document.paragraphs(area)
    if joined:  # a list of attachments may have blank lines inside its entries
        pieces = (
            [Span(a.start, b.end) for a, b in zip(pieces, [*pieces[1:], pieces[-1]], strict=True)]
            if pieces
            else []
        )
    found: dict[str, Found] = {}
    for piece in pieces:
        mention = _ABOUT_A_REMISS.search(text, piece.start, piece.end)
        if not mention:
            continue
        for match in _NUMBER.finditer(text, piece.start, piece.end):
            start, end = match.span("value") if match["labelled"] else match.span()
            number = text[start:end]
            if start in own or not ((match["labelled"] and is_number(number)) or _STRICT.fullmatch(number)):
                continue
            if not is_report(normalise(number)) and start < mention.start():
                continue
            found.setdefault(normalise(number), _found(number, Span(start, end), "mention"))
    # A number in a column of its own beside the heading may as well be the response's.
    apart = [
        one
        for one in found.values()
        if re.search(r"(?:\S {2,}|\t *)$", text[max(0, one.span.start - 9) : one.span.start])
    ]
    return [one for one in found.values() if one not in apart] or apart


def _in_subject(document: Document) -> list[Found]:
    return [
        _found(match.group(), Span(*match.span()), "subject")
        for field in document.fields
        if field.label == "subject" and field.span.start < document.head.end
        for match in _STRICT.finditer(document.text, *field.span)
    ]


def _ends_heading(document: Document) -> list[Found]:
    """Return the numbers that end a heading of the opening, where no label makes them the response's own."""
    own = {f.span.start for f in document.fields if f.label != "subject"}
    found = []
    for match in _ENDS_HEADING.finditer(document.text, *document.head):
        group = "labelled" if match["labelled"] else "number"
        if (
            match.start(group) not in own
            and is_number(match[group])
            and not re.search(r" {2}|\t", match.group())
        ):
            found.append(_found(match[group], Span(*match.span(group)), "heading"))
    return found


def _only_one(document: Document, is_kind: Callable[[str], bool]) -> list[Found]:
    """Return the numbers of a kind in the opening if they are all the same."""
    found = [
        _found(match.group(), Span(*match.span()), "only one")
        for match in _STRICT.finditer(document.text, *document.head)
    ]
    kind = [one for one in found if is_kind(one.value)]
    return kind if len({one.value for one in kind}) == 1 else []


def _found(number: str, span: Span, cue: str) -> Found:
    return Found(normalise(number), span, cue)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
