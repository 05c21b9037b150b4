"""The Swedish words of every report: what things are called, counted and dated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

STANCES: Final[Mapping[str, str]] = {
    "forslag": "Förslag",
    "kritik": "Kritik",
    "fraga": "Fråga",
    "positiv": "Stöd",
    "neutral": "Neutral",
}
"""Stance → its name, in the order every report lists them: what is asked for first, praise after."""

KINDS: Final[Mapping[str, str]] = {
    "program": "Program",
    "handlingsplan": "Handlingsplan",
    "betankande": "Betänkande",
    "plan": "Plan",
    "ovrigt": "Annat slag",
}

STATUSES: Final[Mapping[str, str]] = {
    "ok": "Har svarat",
    "no_opinion": "Har svarat utan synpunkter",
    "reference": "Räknas inte som remissvar",
    "error": "Kunde inte läsas",
}

ROLES: Final[Mapping[str, str]] = {
    "remissvar": "Remissvar",
    "remisshandling": "Remitterad handling",
    "bilaga": "Bilaga till ett remissvar",
    "underlag": "Underlag",
    "annat": "Annat slag av dokument",
    "dubblett": "Annan version av ett remissvar",
}

DECISION_LEVELS: Final[Mapping[str, str]] = {
    "namndbeslut": "Nämndbeslut",
    "kontorsyttrande": "Kontorsyttrande",
    "delegationsbeslut": "Delegationsbeslut",
}

COVERAGE_KINDS: Final[Mapping[str, str]] = {
    "synpunkt": "Synpunkter",
    "repeat": "Upprepningar",
    "background": "Bakgrund",
    "heading": "Rubriker",
    "decision": "Beslutspunkter",
    "furniture": "Sidhuvud och sidfot",
    "contact": "Kontaktuppgifter",
    "signature": "Underskrifter",
    "other": "Övrig text",
}

SINCE_PREVIOUS: Final[Mapping[str, str]] = {
    "new": "Nytt sedan förra körningen",
    "grown": "Har vuxit sedan förra körningen",
    "shrunk": "Har minskat sedan förra körningen",
    "unchanged": "Oförändrat sedan förra körningen",
}

SURE: Final[tuple[tuple[float, str], ...]] = (
    (0.85, "Säkert tema"),
    (0.65, "Ganska säkert tema"),
    (0.0, "Osäkert tema"),
)
"""Stability from which a tema is called so: the limits of Hennig (2007), the lower one rounded up."""

TITLE: Final = "Sammanställning av remissvar"
OTHERS: Final = "Övriga synpunkter"
REST_OF_TEMA: Final = "Övrigt i temat"
STATEMENTS: Final = "Särskilda uttalanden och reservationer"
ABOUT_STATEMENTS: Final = (
    "Vad ledamöter eller partier säger i eget namn. Det är inte remissinstansens synpunkter, och de ingår "
    "inte i något tema."
)
UNKNOWN_INSTANS: Final = "Okänd remissinstans"

METHOD: Final[tuple[str, ...]] = (
    "Programmet läser varje remissvar och skiljer det som är en synpunkt – en åsikt, ett krav, ett förslag, "
    "en fråga eller ett uttalat stöd – från bakgrund, beslut, rubriker, sidhuvuden och kontaktuppgifter.",
    "Varje citat är hämtat tecken för tecken ur remissvaret. Inget citat är skrivet eller omformulerat av "
    "programmet. Där den inlästa texten har läsfel, radbrytningar eller avstavningar visas en läsbar "
    "version, och den ordagranna finns intill.",
    "En språkmodell räknar om varje synpunkt till tal som beskriver vad den handlar om. Synpunkter som "
    "liknar varandra samlas i teman. Det som inte hör ihop med något annat står under Övriga synpunkter.",
    "Under temats namn står en mening ur ett av svaren som visar vad temat handlar om. Citaten står i den "
    "ordning som snabbast ger en överblick: först det mest typiska, sedan det som skiljer sig mest, och alla "
    "remissinstanser kommer till tals innan någon återkommer. Där någon vill ha det som någon annan avvisar "
    "står det att meningarna är delade.",
    "Hur säkert ett tema är prövas så här: några av svaren lämnas på måfå utanför, och resten delas in på "
    "nytt. Det görs flera gånger. Ett tema som då blir nästan likadant kallas säkert. Ett som ofta faller "
    "isär eller flyter ihop med andra kallas osäkert. Med färre än tre svar går det inte att pröva.",
    "Det som sägs både i sammanfattningen och längre in i samma remissvar räknas en gång, men båda ställena "
    "visas.",
    "Indelningen är ett maskinellt underlag. Läs citaten i sitt sammanhang innan du drar slutsatser.",
)
"""How a compilation is made, one paragraph an item."""

RANKING_FALLBACK: Final = "Teman står i ordning efter sin poäng, högst först."

_PLURALS: Final[Mapping[str, str]] = {
    "remissinstans": "remissinstanser",
    "remissvar": "remissvar",
    "remiss": "remisser",
    "synpunkt": "synpunkter",
    "tema": "teman",
    "tecken": "tecken",
    "varning": "varningar",
    "fil": "filer",
    "sida": "sidor",
}
_MONTHS: Final = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
_NO_BREAK_SPACE: Final = "\u00a0"


def number(value: int) -> str:
    """Return `value` with the thousands apart, as Swedish writes them."""
    return f"{value:,}".replace(",", _NO_BREAK_SPACE)


def count(value: int, noun: str) -> str:
    """Return a number with its noun in the right form: ``1 tema``, ``2 teman``."""
    return f"{number(value)}{_NO_BREAK_SPACE}{noun if value == 1 else _PLURALS[noun]}"


def percent(part: float, whole: float) -> str:
    """Return `part` of `whole` in whole per cent; something small is never called nothing."""
    if not part or not whole:
        return f"0{_NO_BREAK_SPACE}%"
    share = 100 * part / whole
    return f"{'<1' if share < 0.5 else round(share)}{_NO_BREAK_SPACE}%".replace("<1", f"<{_NO_BREAK_SPACE}1")


def stance_counts(stances: Mapping[str, int]) -> str:
    """Return the stances with their counts: ``Förslag 3, Stöd 1``."""
    return ", ".join(f"{name} {number(stances[key])}" for key, name in STANCES.items() if stances.get(key))


def decimal(value: float) -> str:
    """Return a number with two decimals, as Swedish writes it: ``0,93``."""
    return f"{value:.2f}".replace(".", ",")


def sureness(stability: float | None) -> str:
    """Return how certain a tema is, in words; empty where that cannot be told."""
    if stability is None:
        return ""
    return next(name for least, name in SURE if stability >= least)


def enumerate_words(words: list[str] | tuple[str, ...]) -> str:
    """Return words as a Swedish enumeration: ``a, b och c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def timestamp(created: str) -> datetime | None:
    """Return when a run was made, or None where `created` is not a date in ISO 8601."""
    try:
        return datetime.fromisoformat(created)
    except ValueError:
        return None


def date_words(created: str) -> str:
    """Return a date of ISO 8601 as Swedish writes it: ``7 juni 2024``."""
    when = timestamp(created)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}" if when else created
