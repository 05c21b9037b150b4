"""Who writes a letter where no sentence says it outright: names weighed by the places they stand in.

A line of its own in the letterhead or under the letter may be the writer's name, but also that of whom it is
addressed to, a person's or a title. What the rest of the letter does with the name tells: it speaks ("Visita
avstyrker"), "vi i" goes before it, somebody signs for it, its address is the letter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from remissnlp.reading.document import Document
from remissnlp.reading.names import NAME, ORGANISATION, canonical, is_generic, is_governing, plain
from remissnlp.reading.registration import UNLABELLED, is_ministry, is_report, normalise
from remissnlp.reading.wording import Found, either, swedish
from remissnlp.records import Span

ENOUGH = 2
"""Weight from which a name is taken: a known kind of organisation on a line of its own has it."""

_SIGNATURE_LINES = 14
_CELL = re.compile(r"[^\s](?:[^\n\t]*?[^\s])??(?=[ ]{2}|[ ]*\t|[ ]+[·•|–][ ]|[ ]*$)", re.M)
_KNOWN = swedish(ORGANISATION)
_ANY = swedish(NAME)
_MARKS = re.compile(r"[/*_,;:]+$")
_LEADING = re.compile(r"(?:#{1,6} +|[/*_·•|–✠✚]+ *)?")
_GREETS = swedish(r"^(?:hej|hejsan|till den det berör|bästa)\b", re.I)
# Documents, departments of state and parts of a letter are no senders; nor is who asked.
_NO_SENDER = swedish(
    r"^(?:i|på|för|av|om|från|med|vid|att|och|hos) |departementet\b|regeringskansliet"
    r"|^(?:(?:tjänste)?(?:utlåtande|skrivelse)|(?:kontors|remiss)?yttrande|remissvar|remiss\b.*|synpunkter.*|svar\b.*"
    r"|protokoll\w*|sammanträdesprotokoll|handläggare|kommunstyrelsen|datum|till|kopia|bilag\w+|sida.*|ordförande|vd"
    r"|beslut|sammanfattning|bakgrund|inledning|allmänt|program .*|plan .*|förslag .*)$",
    re.I,
)
_TO = swedish(r"^(?:till|att|mottagare|adressat):?$", re.I)
_TO_WHOM = swedish(r"^till:? (?=[A-ZÅÄÖa-zåäö])", re.I)
_TITLE = (
    r"(?:\w*(?:ordförande|sekreterare|kassör|chef|direktör|utredare|handläggare|jurist|strateg|talesperson"
    r"|samordnare|ledamot|föreståndare|ombudsman|rektor)|vd)"
)
_SIGNS_FOR = swedish(
    rf"^(?:(?i:för|på uppdrag av)|(?P<title>(?i:vice )?(?i:{_TITLE}),?)(?: (?:för|i|på|vid|av))?)"
    rf" (?P<who>{NAME})(?: (?i:genom|gm) .+)?$"
)
_THROUGH = swedish(rf"^(?P<who>{NAME}),? (?:genom|gm) ")
_WE = swedish(
    r"\b(?:(?i:vi|oss|medlemmarna|styrelsen) (?:i|på|från|inom|för|vid)"
    r"|(?i:här kommer|här är) [^.]{0,60}?\bfrån"
    rf"|(?i:synpunkter|svar|yttrande) från) (?P<who>{NAME})(?=[ \t]*[,.:]|[ \t]*$"
    r"| (?i:har|är|vill|tycker|anser|tackar|ser|önskar|stöder|lämnar|tillstyrker|avstyrker|välkomnar"
    r"|instämmer|saknar|delar|undrar)\b)",
    re.M,
)
_SPEAKS = either(
    "anser/tillstyrker/avstyrker/välkomnar/ställer sig/instämmer/delar/tackar/saknar/vill/ser/föreslår/önskar"
    "/menar/tycker/lämnar/stöder/stödjer/avger/yttrar sig/noterar/bedömer/förordar/efterlyser/avstår"
    "/motsätter sig/ifrågasätter/har (?:getts|fått|beretts|tagit|granskat|inget|inga|läst|valt)"
    "/är (?:positiv|kritisk|negativ)\\w*"
)
_PRESENTS = either(
    r"är (?:en|ett|den|det|\w+s) [^.\n]{0,80}?(?:organisation|förening|förbund|myndighet|bolag|företag"
    r"|nätverk|part|fack|råd|organ)/organiserar/företräder/representerar/samlar"
    r"/är (?:bransch|intresse|arbetsgivar|samarbets|medlems)\w+"
)
_OWN = either("yttrande/remissvar/remissyttrande/synpunkter/medlemmar/uppfattning/styrelse/mening/bedömning")
_ASIDE = r"(?: \([^()\n]{1,40}\))?(?: AB)?,?"
_DOES = (
    ("speaks", 1, swedish(rf"{_ASIDE} {_SPEAKS}\b", re.I)),
    ("presents itself", 2, swedish(rf"{_ASIDE} {_PRESENTS}", re.I)),
    ("own", 1, swedish(rf"(?:s|:s|’s)? {_OWN}\b", re.I)),
)
_FOLLOWING = 160
_LONG_WORD = 5
# The church's name stands above that of its unit.
_CHURCH = swedish(r" (?:pastorat|församling|stift|domkapitel|samfällighet)$")
_PLURAL = re.compile(r"\w+(?:arna|erna|orna)")
_MUNICIPAL = swedish(r"(?: kommun| stad| stads)$", re.I)


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span
    line: int


@dataclass(slots=True)
class Candidate:
    """A name that may be the sender's: where it stands and what speaks for it."""

    name: str
    span: Span
    cues: dict[str, int] = field(default_factory=dict)
    known: bool = False

    @property
    def weight(self) -> int:
        """What speaks for the name, taken together."""
        return sum(self.cues.values())

    @property
    def is_heard(self) -> bool:
        """Whether the letter does something with the name that it only does with an organisation's."""
        return bool(self.cues.keys() & {"speaks", "presents itself", "we", "signs for", "own"})


def find_sender(document: Document, remiss: str | None, not_these: frozenset[str]) -> Found | None:
    """Find who writes, by the places where names stand.

    Parameters
    ----------
    document : Document
    remiss : str or None
        The number of the remiss; a municipality's is not answered by that municipality itself.
    not_these : frozenset of str
        Names, in lower case, of whoever sent out and the like.

    Returns
    -------
    Found or None
        The name with the most that speaks for it, if that is enough and no other has as much.
    """
    found = [c for c in candidates(document, remiss) if plain(c.name) not in not_these]
    enough = [c for c in found if c.weight >= ENOUGH and (c.known or c.is_heard)]
    if not enough:
        return None
    best, *others = sorted(enough, key=lambda c: (-c.weight, c.span.start))
    for other in others:
        if other.weight == best.weight and not _same_house(best, other):
            return None  # as much speaks for another
    return Found(best.name, best.span, "+".join(best.cues))


def _same_house(one: Candidate, other: Candidate) -> bool:
    """Tell whether two names may be one sender's: one in the other, or one above the other."""
    names = plain(one.name), plain(other.name)
    return (
        names[0] in names[1] or names[1] in names[0] or one.cues.keys() == {"letterhead"} == other.cues.keys()
    )


def candidates(document: Document, remiss: str | None) -> list[Candidate]:
    """Return the names that stand where a sender's name stands, with what speaks for each."""
    found: dict[str, Candidate] = {}

    def add(name: str, span: Span, cue: str, weight: int, *, known: bool = False) -> None:
        name = canonical(name)
        if is_generic(name) or is_governing(name) or _NO_SENDER.search(name) or len(name) < 3:
            return
        one = found.setdefault(plain(name), Candidate(name, span))
        one.cues.setdefault(cue, weight)
        one.known = one.known or known

    municipal = _is_municipal(document, remiss)
    places = [("letterhead", cell) for cell in letterhead(document)]
    places += [("signature", cell) for cell in signature(document)]
    for place, cell in places:
        text = document.readable(cell.span)
        for pattern in (_SIGNS_FOR, _THROUGH):
            if match := pattern.match(text):
                known = is_organisation(canonical(match["who"]))
                # "Ordförande Lisbeth Kroon" names a person, "ordförande PRO Ale" whom she signs for.
                sure = known or not match.groupdict().get("title")
                add(
                    match["who"],
                    cell.span,
                    "signs for" if sure else "signature",
                    2 if sure else 1,
                    known=known,
                )
        if _THROUGH.match(text):
            continue
        known = is_organisation(canonical(text) if text.isupper() else text)
        if (municipal and _MUNICIPAL.search(text)) or not (known or _ANY.fullmatch(text)):
            continue
        # "Företagarna" and "Kommunerna" look alike; the first speaks for itself.
        add(text, cell.span, place, 2 if known and not _PLURAL.fullmatch(text) else 1, known=known)
    for match in _WE.finditer(document.text):
        name = document.readable(match.span("who"))
        add(name, Span(*match.span("who")), "we", 2 if is_organisation(name) or " " in name else 1)
    for one in found.values():
        _hear(document, one, [cell.span for _, cell in places])
    units = [one for one in found.values() if _CHURCH.search(one.name)]
    return _joined([one for one in found.values() if not (units and plain(one.name) == "svenska kyrkan")])


def _is_municipal(document: Document, remiss: str | None) -> bool:
    """Whether a municipality sent the remiss out: its number is none of the state's."""
    numbers = [remiss] if remiss else re.findall(UNLABELLED, document.text[: document.head.end])
    return bool(numbers) and not any(is_report(n) or is_ministry(n) for n in map(normalise, numbers))


def _hear(document: Document, one: Candidate, cells: list[Span]) -> None:
    """Add to a candidate what the rest of the letter does with its name."""
    words = re.sub(r"^AB | (?:AB|Aktiebolag)$", "", one.name).split()
    # "Citysamverkan Storsund" calls itself "Citysamverkan" further on.
    for form in (words, words[:1] if len(words[0]) > _LONG_WORD else words):
        mention = re.compile(r"\b" + r"\s+".join(map(re.escape, form)) + r"(?![\w-])", re.I)
        for match in mention.finditer(document.text):
            if match.span() in cells:  # the name itself, where it stands alone
                continue
            rest = document.text[match.end() : match.end() + _FOLLOWING]
            for cue, weight, pattern in _DOES:
                if pattern.match(rest):
                    one.cues.setdefault(cue, weight)
            if one.name.isupper() and not match.group().isupper():  # as it is written in the letter
                one.name = canonical(match.group())
    letters = re.sub(r"[^a-z0-9]", "", plain(one.name))
    if len(letters) > 3 and any(letters in address for address in _addresses(document.text)):
        one.cues.setdefault("address", 1)


@lru_cache(maxsize=4)
def _addresses(text: str) -> tuple[str, ...]:
    """Return the host names of a letter, letters and digits alone, without those it is sent to."""
    sent_to = re.sub(r"^[ \t]*(?:till|to|kopia|cc):[^\n]*", "", text, flags=re.I | re.M)
    hosts = re.findall(r"(?:@|www\.|https?://)([\w.-]+)", sent_to.lower())
    return tuple(re.sub(r"[^a-z0-9]", "", host) for host in hosts)


def _joined(found: list[Candidate]) -> list[Candidate]:
    """Count what speaks for a name's short form with the long one: "Nobina" with "Nobina AB"."""
    for long in found:
        for short in found:
            if long is not short and plain(long.name).startswith(plain(short.name) + " "):
                for cue, weight in short.cues.items():
                    long.cues.setdefault(cue, weight)
    return found


def is_organisation(name: str) -> bool:
    """Tell whether a name is of a known kind: "Riksförbundet X", "Y AB", "Z kommun"."""
    return bool(_KNOWN.fullmatch(name.capitalize() if name.isupper() and " " not in name else name))


def letterhead(document: Document) -> list[_Cell]:
    """Return the cells above the running text, without those that name the addressee."""
    return list(_without_addressee(_cells_of_lines(document, _head_lines(document))))


def signature(document: Document) -> list[_Cell]:
    """Return the cells below the running text."""
    lines = list(re.finditer(r"^.*\S.*$", document.text, re.M))
    tail: list[re.Match[str]] = []
    for line in reversed(lines[-_SIGNATURE_LINES:]):
        if _is_prose(line.group()):
            break
        tail.append(line)
    if len(tail) == len(lines):
        return []
    return list(_cells_of_lines(document, list(reversed(tail))))


def _head_lines(document: Document) -> list[re.Match[str]]:
    lines = []
    for line in re.finditer(r"^.*\S.*$", document.text[: document.head.end], re.M):
        if _is_prose(line.group()) or _GREETS.match(line.group().strip()):
            break
        lines.append(line)
    return lines


def _is_prose(line: str) -> bool:
    """Whether a line is running text rather than a name, an address or a heading."""
    if re.search(r"\S(?:[ ]{2,}|\t)\S", line):
        return False
    words = line.split()
    return len(words) >= 14 or (len(words) >= 6 and line.rstrip().endswith((".", "!", "?")))


def _cells_of_lines(document: Document, lines: list[re.Match[str]]) -> Iterator[_Cell]:
    for number, line in enumerate(lines):
        for match in _CELL.finditer(line.group()):
            marks = _LEADING.match(match.group())
            skipped = marks.end() if marks else 0
            start = line.start() + match.start() + skipped
            text = _MARKS.sub("", match.group()[skipped:]).rstrip()
            if text:
                yield _Cell(text, Span(start, start + len(text)), number)
            first = text.split(", ", 1)[0]  # "Visita, Box 3, 103 51 Stockholm"
            if first and first != text:
                yield _Cell(first, Span(start, start + len(first)), number)


def _without_addressee(cells: Iterator[_Cell]) -> Iterator[_Cell]:
    """Leave out what stands after "Till", to the end of its block."""
    addressed = -1
    for cell in cells:
        if _TO.match(cell.text) or _TO_WHOM.match(cell.text):
            addressed = cell.line
            continue
        if addressed >= 0 and cell.line - addressed <= 1 and not re.search(r"\d", cell.text):
            addressed = max(addressed, cell.line)
            continue
        yield cell
