# ruff: noqa: E501  (a lexicon reads better in long lines)
"""What a synpunkt points at in the remitted document, and the wording it proposes for it."""

from __future__ import annotations

import re

from remissnlp.records import ProposedText, Span

_PLACE = (
    r"(?:under)?(?:rubrik|avsnitt|stycke|kapitel|kapitl|fokusområde|utvecklingsområde|målområde|område|delmål"
    r"|insatsområde|punkt)(?:erna|na|ets|et|en|t)?"
)
_QUOTED = re.compile(
    rf"\b{_PLACE}\s+(?:med rubriken\s+|om\s+|\d+[.\d]*\s+)?[”\"“»']([^”\"“»]{{2,120}})[”\"“»]", re.IGNORECASE
)
# Unquoted: "avsnittet Kunskap och information kan …", "rubriken ansvarsfördelning." The title goes on
# until a verb or a mark ends it; a title that is a question ends with its mark.
_BARE = re.compile(
    r"\b(?:under)?(?:rubriken|avsnittet|stycket|kapitlet|fokusområdet|utvecklingsområdet|insatsområdet)"
    r"(?: med rubriken)?(?: om)?\s+(?:((?:vad|hur|varför|vem|vilka)\b[^?.;:]{3,80}\?)|([\w-]+(?:\s+[\w-]+){0,9}))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:avsnitt|kapitel|kap\.|punkt)\s+\d+(?:\.\d+)*\b|\b\d+\s+kap\.(?:\s+\d+\s*[a-z]?\s*§)?|\b\d+\s*[a-z]?\s*§(?:\s+\w+lagen)?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:^|\s+)(?:kan|kunna|kunde|skulle|ska|skall|bör|borde|behöver|är|blir|har|finns|saknas|saknar|vill|anser|med"
    r"|föreslår|föreslås|presenteras|beskrivs|beskriver|måste|i programmet|i planen|i handlingsplanen|mer|som|där|under"
    r"|istället|inte|också|även|då|för att|nämns|anges|framgår|ses|lyfts|redovisas|flyttas|tydliggörs|upplevs|känns|till"
    r"|motsvarar|handlar|ger|gör|innehåller|avser|rör|berör|omfattar|saknade|syftar|hör|står|så|på|vid|från|samt|dock)\b.*",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:ning|ingar|ande|het|heter|tion|tioner|skap|else|itet|itik|mål|plan|sätt|vis|gräns\w*|ansvar)$"
)
_INTRODUCES = re.compile(
    r"(?:lyder?|lydelse\w*|formulering\w*|tillägg\w*|skrivning\w*|ersätt\w*|ändras till|kompletteras med|läggas? till"
    r"|omformuleras|följande|skriva)\b[^”\"“»]{0,60}$",
    re.IGNORECASE,
)
# Swedish opens and closes with the same mark, so quotations are found by pairing from the left.
_QUOTATION = re.compile(r"[”\"“»]([^”\"“»]+)[”\"“»]")


def find_references(reading: str) -> tuple[str, ...]:
    """Return the headings and numbered places of the remitted document that `reading` names, in order.

    Quoted headings are taken as they stand; unquoted ones end before the verb that follows them.
    """
    found: list[tuple[int, str]] = []
    quoted = [match.span(1) for match in _QUOTED.finditer(reading)]
    found += [(start, reading[start:end]) for start, end in quoted]
    for match in _BARE.finditer(reading):
        title = match.group(1) or _STOP.sub("", match.group(2)).strip(" ,.")
        if title and _looks_like_title(title):
            found.append((match.start(), title))
    found += [(match.start(), match.group()) for match in _NUMBERED.finditer(reading)]
    titles = (title.strip(" ,.") for _, title in sorted(found))
    return tuple(dict.fromkeys(title[:1].upper() + title[1:] for title in titles if title))


def _looks_like_title(title: str) -> bool:
    """A title is a capitalised or longer phrase; a single word in lower case must look like a noun."""
    return title[:1].isupper() or len(title.split()) > 1 or bool(_NOUN.search(title))


def find_proposed_text(text: str, spans: tuple[Span, ...]) -> ProposedText | None:
    """Return the wording that a synpunkt proposes: the quotation after "lyder:", "formulering …" and the like.

    Parameters
    ----------
    text : str
        The remissvar's text.
    spans : tuple of Span
        The synpunkt's spans; a quotation cut in two by furniture is not taken.

    Returns
    -------
    ProposedText or None
        The wording without its quotation marks, and the span it stands at in `text`.
    """
    for start, end in spans:
        piece = text[start:end]
        candidates = [
            match
            for match in _QUOTATION.finditer(piece)
            if _INTRODUCES.search(" ".join(piece[: match.start()].split()))
        ]
        if candidates:
            # "ett tillägg av ordet ”ogrundat” så att meningen lyder: ”Genom historien …”": the whole wording.
            best = max(candidates, key=lambda match: len(match.group(1)))
            left = start + best.start(1) + len(best.group(1)) - len(best.group(1).lstrip())
            right = left + len(best.group(1).strip())
            return ProposedText(" ".join(best.group(1).split()), Span(left, right))
    return None
