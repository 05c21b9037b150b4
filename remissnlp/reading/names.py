"""The names of remissinstanser: how they look in a text, and the one form that each is counted under."""

from __future__ import annotations

import re

from remissnlp.reading.wording import one_line, swedish

# The patterns below are given to `swedish`, which lets å, ä and ö match their damaged forms.
_SPACE = r"(?:[ \t]+|[ \t]*\r?\n[ \t]*)"  # within a name: never across a blank line
_COMPOUND = rf"(?:[\wåäö]+-(?:,{_SPACE}[\wåäö]+-)*{_SPACE}(?:och|samt){_SPACE})?"  # "Miljö- och hälso…"
_DISTRICT = rf"\b[A-ZÅÄÖ][\w-]+(?:{_SPACE}(?:och{_SPACE})?[A-ZÅÄÖ][\w-]+)?{_SPACE}stadsdels"
_ADJECTIVE = r"\b[A-ZÅÄÖ][a-zåäö]+(?:iska|ala)"  # "Tekniska nämnden"
BOARD = (
    rf"(?:{_DISTRICT}nämnd(?:en)?\b|\b[Nn]ämnden{_SPACE}för{_SPACE}[a-zåäö]+(?:{_SPACE}och{_SPACE}[a-zåäö]+)?"
    rf"|\b{_COMPOUND}[\w]{{3,}}nämnden|{_ADJECTIVE}{_SPACE}nämnden\b)"
)
ADMINISTRATION = (
    rf"(?:{_DISTRICT}förvaltning(?:en)?\b|\b{_COMPOUND}[\w]{{3,}}(?:förvaltningen|kontoret)"
    rf"|{_ADJECTIVE}{_SPACE}(?:förvaltningen|kontoret)\b)"
)
# What kind of organisation a name's lower-case word says it is: "Lunds universitet", "Malmö stad".
_TYPES = (
    "kommun|stad|region|län|universitet|högskola|tingsrätt|hovrätt|kammarrätt|förvaltningsrätt|stadsdelsnämnd"
    "|stadsdelsförvaltning|stift|församling|pastorat|domkapitel|institut|akademi|förbund|förening|byalag|sameby"
    "|kommungrupp|museum|r[å]d|lokalavdelning|lokalförening|krets|avdelning|distrikt|sektion"
)
_COMPOUND_TYPE = (
    "[a-zåäö]{3,}(?:förbund|samfund|förening|institut|sällskap|akademi|högskola|museum|r[å]d|k[å]r|klubb|stiftelse"
    "|nätverk|krets|lag|bolag)"
)
# Any name: a capital, then words with capitals, words that say the type, and "för psykisk hälsa i Skåne".
_CAPITAL = r"[A-ZÅÄÖ][\w&:-]*"
_LINKED = rf"(?:och|för|mot|i|av|på|vid|till){_SPACE}[\w-]+(?:{_SPACE}[a-zåäö]+)?"
NAME = rf"{_CAPITAL}(?:{_SPACE}(?:{_CAPITAL}|\d+|&|{_LINKED}|{_TYPES}|{_COMPOUND_TYPE}|kyrkan)){{0,6}}?"

# What an organisation's name looks like when it stands alone on a line.
_PROPER = r"[A-ZÅÄÖ][\wåäö&-]+(?:[ ](?:och[ ]|&[ ])?[A-ZÅÄÖ][\wåäö&-]+){0,4}"
_OF_WHAT = (
    rf"(?:[ ](?:region[ ]|distrikt[ ])?{_PROPER}"
    r"|[ ](?:vid|i|på|för|mot|av)[ ][\wåäö-]+(?:[ ](?:och[ ])?[\wåäö-]+){0,3})?"
)
ORGANISATION = (
    rf"(?:Länsstyrelsen(?:[ ]i)?[ ]{_PROPER}(?:[ ]län)?"
    rf"|Region[ ]{_PROPER}"
    rf"|(?i:(?:förvaltnings|kammar|hov|tings)rätten[ ](?:i|för|över))[ ]{_PROPER}"
    rf"|{_PROPER}[ ](?!län)(?i:{_TYPES}|{_COMPOUND_TYPE})"
    rf"|AB[ ]{_PROPER}|(?:[A-ZÅÄÖ]\.)*{_PROPER}[ ](?:AB|Aktiebolag|HB|Ek\.?[ ]för\.?)(?:[ ]\(publ\))?"
    rf"|[A-ZÅÄÖ][\wåäö-]{{3,}}(?:arna|erna|orna)(?:[ ](?:i[ ])?{_PROPER})?"
    rf"|{_ADJECTIVE}[ ](?:nämnden|förvaltningen|kontoret)"
    r"|(?:Föreningen|Förbundet|Riksförbundet|Stiftelsen|Nätverket|Myndigheten|Inspektionen|Institutet|Nämnden|Rådet|Forum"
    r"|Centrum|Svenska|Sveriges|Riksdagens|Kungliga|Kungl\.|Statens|Högskolan)[ ]"
    r"[^\s.,](?:[^.,·•|\d\s]|[ ](?![ ])){2,60}"
    rf"|{_PROPER}[ ](?:[Ii]nstitutet|[Uu]niversitetet|[Hh]ögskolan|[Ff]örbundet|[Ff]öreningen)"
    rf"|[A-ZÅÄÖ][\wåäö-]*(?:föreningen|förbundet|främjandet|klubben|sällskapet|rådet|nätverket|partiet|tjänsten"
    rf"|byalaget|kåren|skyddet|alliansen){_OF_WHAT}"
    rf"(?:[ ](?:lokalavdelning|lokalförening|krets|distrikt|avdelning))?"
    rf"|(?:[A-ZÅÄÖ][\wåäö-]*[ ])?(?:[\wåäö]+-[ ](?:och|samt)[ ])?[A-ZÅÄÖa-zåäö][\wåäö-]+(?:nämnden|verket"
    r"|myndigheten|inspektionen|ombudsmannen|styrelsen|institutet|kollegiet|kollegium|domstolen|kanslern|rådet"
    r"|centralen|kontoret|förvaltningen|förbundet|föreningen|organisationen|kyrkan|samfundet|bolaget)"
    rf"(?:[ ]{_PROPER}(?:[ ]län)?)?)"
)
# Who gives what it writes no registration number: only authorities must keep a register.
_NO_AUTHORITY = re.compile(
    r"förening|(?<!kommunal)(?<!tjänst)förbund|samfund|stiftelse|nätverk|klubb|sällskap|studentkår|byalag"
    r"|församling|pastorat|\bstift\b|kyrka|pensionärsråd|^privatperson$|funktionsr[äa]tt|^(?!dalarna)\w+arna\b"
    r"|\b(?:AB|HB|aktiebolag)\b",
    re.IGNORECASE,
)
# Words that stand for an organisation named elsewhere, and those that stand for none.
_GENERIC = frozenset(
    """
    vi jag man det den detta denna nämnden förvaltningen kontoret kommunen staden regionen bolaget föreningen
    förbundet stiftelsen myndigheten universitetet högskolan domstolen styrelsen rådet länsstyrelsen
    regeringen regeringskansliet riksdagen remissen förslaget programmet planen handlingsplanen betänkandet
    utredningen promemorian stadsdelsnämnden stadsdelsförvaltningen ovanstående undertecknad undertecknade
    institutet verket organisationen hovrätten tingsrätten kammarrätten förvaltningsrätten
    stadsledningskontoret kommunledningskontoret kommunledningsförvaltningen kommunstyrelseförvaltningen
    regionledningskontoret universitetsförvaltningen högskoleförvaltningen
    kyrkorådet kyrkofullmäktige bolagsstyrelsen förbundsstyrelsen elevrådet byalaget klubben kåren partiet
    """.split()
)
# A part of an organisation that is named elsewhere: "Lokalföreningen i Ale", "Krets Ale".
_PART = swedish(
    r"^(?:lokalföreningen|lokalavdelningen|krets(?:en)?|distrikt(?:et)?|avdelningen|sektionen|styrelsen|kansliet"
    r"|enheten)(?: för\b.*| i | på | vid |$| [A-ZÅÄÖ])",
    re.I,
)
_GOVERNING = frozenset("kommunstyrelsen kommunfullmäktige regionstyrelsen regionfullmäktige".split())
_SMALL = swedish(f"{_TYPES}|och|för|i|av|på|mot")
_HEADINGS = re.compile(
    r"^(?:(?:sammanfattning|bakgrund|yttrande|remissvar|remissyttrande|synpunkter|inledning|svar|ärendet"
    r"|beslut|hej|till|från)[:!,.]?\s+)+(?=[A-ZÅÄÖ])",
    re.I,
)
_SPELLINGS = (
    (swedish(r"(?<=\w)nämnd(?=en\b|\b)"), "nämnd"),
    (swedish(r"^[Nn]ämnden\b"), "Nämnden"),
    (re.compile(r"^Kungl\.? "), "Kungliga "),
    (re.compile(r"(?<=[^\W\d])6(?!\d)"), "ö"),
    (swedish(r"(?<=\w)förvaltning(?=en\b|\b)"), "förvaltning"),
    (re.compile(r"^Länsstyrelsen (?=[A-ZÅÄÖ][\w ]* län$)"), "Länsstyrelsen i "),
)


def canonical(name: str) -> str:
    r"""Return a name in the form it is counted under.

    On one line, a capital first, a district's board without its article.

    Examples
    --------
    >>> canonical("arbetsmarknads-\nnämnden"), canonical("Norrmalms stadsdelsnämnden")
    ('Arbetsmarknadsnämnden', 'Norrmalms stadsdelsnämnd')
    """
    text = one_line(name)
    if "-" in name:  # a board's name broken at a line's end: "arbetsmarknads-" and "nämnden"
        text = re.sub(r"(?<=s)-(?=n\w{1,2}mnd|f\w{1,2}rvaltning)", "", text)
    text = text.strip(" .,;:")
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    text = _HEADINGS.sub("", text)
    text = re.sub(r"(?<= stadsdels)(nämnd|förvaltning)en\b", r"\1", text)
    text = re.sub(r"\s*\((?:publ|[A-ZÅÄÖ]{2,6})\)$", "", text)
    if text.isupper() and " " in text:
        text = " ".join(word if word == "AB" else _capital_or_type(word.lower()) for word in text.split())
    return text[:1].upper() + text[1:]


def _capital_or_type(word: str) -> str:
    return word if _SMALL.fullmatch(word) else word.capitalize()


def is_generic(name: str) -> bool:
    """Tell whether a name stands for an organisation named elsewhere ("Förvaltningen"), or for none."""
    return name.lower() in _GENERIC or len(name) < 2 or bool(_PART.match(name))


def is_governing(name: str) -> bool:
    """Tell whether a name is that of the body that speaks for a whole municipality or region."""
    return name.lower() in _GOVERNING


def plain(name: str) -> str:
    """Return a name without what two ways of writing it may differ in: case, "AB", "i", a short form."""
    text = re.sub(r"\s*\([^()]*\)$|\s+(?:AB|Aktiebolag)$|^AB\s+", "", one_line(name))
    return re.sub(r"\s+(?:i|på|vid)\s+", " ", text).lower()


def stem(name: str) -> str | None:
    """Return what a board and its administration share: "Arbetsmarknads" of both.

    Returns
    -------
    str or None
        Nothing for a name that is neither a board's nor an administration's.
    """
    match = re.fullmatch(r"(.{3,}?)(?:nämnd(?:en)?|förvaltning(?:en)?|kontoret|direktören)", name)
    return match[1].lower() if match else None


def is_administration(name: str) -> bool:
    """Tell whether a name in its normal form is that of an administration (förvaltning, kontor)."""
    return bool(re.fullmatch(r".{3,}(?:förvaltning(?:en)?|kontoret)", name))


def keeps_register(name: str) -> bool:
    """Tell whether a remissinstans may be an authority, which gives what it writes a registration number.

    Examples
    --------
    >>> keeps_register("Kulturnämnden"), keeps_register("Statens geotekniska råd")
    (True, True)
    >>> keeps_register("Hyresgästföreningen i Malmö"), keeps_register("Privatperson")
    (False, False)
    """
    return not _NO_AUTHORITY.search(name)
