"""As much Swedish grammar as a label needs: closed word classes, and verbs told by their other forms."""

from __future__ import annotations

import re
from functools import lru_cache

from remissnlp.layout.sentences import sentence_bounds
from remissnlp.themes.verbs import (
    active_infinitive,
    definite_of,
    infinitive_of_present,
    infinitive_of_supine,
    is_finite,
    is_infinitive,
    is_passive_infinitive,
    is_supine,
    present_of,
    present_of_past,
    present_passive,
)
from remissnlp.themes.word_classes import (
    ANAPHORS,
    AUXILIARY_INFINITIVES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    COPULAS,
    DETERMINERS,
    FILLERS,
    IRREGULAR_FINITE,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    PURE_PARTICLES,
    SUBORDINATORS,
)

_FIXED = re.compile(
    r"\b(i stället(?! för)|(?<!som )i dag|för övrigt|till exempel|bland annat|med fördel"
    r"|i första hand|framför allt|i huvudsak|i princip|i stort|i grunden|i övrigt|som helhet|som regel"
    r"|på så sätt|på sikt|i (?:hög|högre|större|ökad) (?:grad|utsträckning)"
    r"|(?:generellt|typiskt|totalt) sett|i möjligaste mån|i största möjliga mån|så långt (?:som )?möjligt)\b",
    re.IGNORECASE,
)
_NEEDLESS = re.compile(
    r"\b(?:(?:den|det|de)\s+(?:föreslagna|aktuella|tänkta)\s+(?=\w+(?:en|et|na|an)\b)|(?:någon|en)\s+form\s+av\s+"
    r"|en\s+del\s+av\s+(?=\w)|(?<=\w)\s(?:i|på)\s(?:denna|detta)\s(?:del|punkt|avseende|sammanhang)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})+[.)]?\s+|\d{1,2}[.)]\s*|[a-zåäö]\)\s*)(?=[A-ZÅÄÖ])")
"""The number of a paragraph: "1.2 Nämnden bör …"."""

_THAT_IS_NEEDED = re.compile(
    r"\b(?:den|det|de)\s+(\w+)\s+(?:(?:de|man|han|hon|vi|som)\s+behöver|som\s+(?:behövs|krävs))\b(?=\s*[.,;])",
    re.IGNORECASE,
)
"""What is meant anyway: "får den hjälp de behöver"."""

_BROKEN = re.compile(r"(?<=[a-zåäö])- (?!och\b|eller\b|samt\b|respektive\b|till\b)(?=[a-zåäö])")
"""The hyphen of a word that was broken at the end of a line: "efter- som"."""

_SPACED = re.compile(r"\b(bl|t|s|m)\. (a|ex|k|m|fl)\.", re.IGNORECASE)
"""Abbreviations of two words: "t. ex."."""

_IN_A_WAY = re.compile(r"\bpå ett (?:mer |mera )?(\w+(?:re|t)) sätt\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"\d+(?:\s[a-z])?(?:\skap\.\s\d+(?:\s[a-z])?)?\s§§?|\d+\s[Kk]ap\.(?=\s[a-zåäö])"  # a place in a law
    r"|”[^”]{1,600}”|\"[^\"]{1,600}\"|\([^)]*\)"  # what stands in quotes, what stands in parentheses
    r"|[^\W_]+(?:[-:./&’'][^\W_]+)*-?|[^\w\s]"
)
_ANNOUNCED = re.compile(r"(?<=:)\s+(?=[A-ZÅÄÖ])")
_ADJECTIVE = re.compile(
    r"(?:abel|abelt|abla|lig|ligt|liga|ligare|isk|iskt|iska|bar|bart|bara|bare|sam|samt|samma|igt|iga|igare|ell|ellt|ella|"
    r"full|fullt|fulla|ad|at|ade|erad|erat|erade|ös|öst|ösa|nde|lös|löst|lösa|vis|vist|visa|iv|ivt|iva|"
    r"al|alt|ala|ent|enta|ant|anta|ärt|ära|svårt|svår|svåra|skild|lätt|lätta|klart|oklar|dyrt|mer|mest|"
    r"vida|bra|goda|egna|egen|eget|olika|stor|stort|stora|ny|nytt|nya|hög|höga|"
    r"högre|större|bättre|mindre|längre|tidigare|senare|närmare)$"
)
_NOUN_ENDINGS = re.compile(
    r"(?:ande|ende|andet|anden|material|mål|tal|val|avtal|antal|kapital|ämbete|patient|student|"
    r"dokument|moment|"
    r"element|procent|personal|lokal|kanal|signal|original|potential|konsument|agent|alternativ|"
    r"direktiv|perspektiv|"
    r"initiativ|incitament|parlament|departement|resultat|format|mandat|citat|avis|vis|bevis|pris|"
    r"stat|plat|stad|"
    r"tillstånd|råd|område|grad|bad|skillnad|kostnad|marknad|byggnad|månad|ad|at)$"
)


def sentences(text: str) -> list[str]:
    """Split a synpunkt into its sentences, and these where a colon announces another."""
    joined = " ".join(text.split())
    whole = (joined[start:end] for start, end in sentence_bounds(joined))
    return [part for sentence in whole for part in _ANNOUNCED.split(sentence) if part]


def tokens(sentence: str) -> list[str]:
    """Return words, quoted titles and punctuation of a sentence, without fillers.

    "På ett tydligare sätt" becomes "tydligare": a label has few words to spend.
    """
    text = _BROKEN.sub("", _NUMBER.sub("", sentence))
    text = re.sub(r"(\w) ?- (och|eller) ", r"\1- \2 ", text)
    text = _IN_A_WAY.sub(r"\1", text)
    text = _NEEDLESS.sub("", text)
    text = _THAT_IS_NEEDED.sub(r"\1", text)
    text = _FIXED.sub(lambda m: m[0].replace(" ", "-"), text)
    text = _SPACED.sub(r"\1.\2.", text)
    found = ["inte" if t == "ej" else t for t in _TOKEN.findall(text) if not t.startswith("(")]
    shortens = (t == "." and after[:1].islower() for t, after in zip(found, [*found[1:], ""], strict=False))
    found = [t for t, dot in zip(found, shortens, strict=True) if not dot]
    kept = zip(["", *found], found, strict=False)
    return [token for before, token in kept if not _is_filler(token.lower(), before.lower())]


_ARTICLES = frozenset("en ett den det de".split())
"""After these "vidare" is an adjective."""


@lru_cache(maxsize=50_000)
def _is_filler(word: str, before: str) -> bool:
    if before in _ARTICLES or (word in {"hellre", "gärna"} and before == "ser"):  # "ser hellre att" is a wish
        return False
    fixed = "-" in word and _FIXED.fullmatch(word.replace("-", " "))
    return word in FILLERS or f"{word}." in FILLERS or bool(fixed or _SENTENCE_ADVERB.search(word))


_SENTENCE_ADVERB = re.compile(r"(?:[lt]igtvis|gsvis|[^s]ligen)$")
"""Adverbs on what is said as a whole: "naturligtvis", "fortsättningsvis"."""


def is_word(token: str) -> bool:
    """Tell a word or a quoted title from punctuation."""
    return token[0].isalnum() or token[0] in '”"'


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective or adverb, with which no noun phrase may end."""
    return word == "små" or (bool(_ADJECTIVE.search(word)) and not _NOUN_ENDINGS.search(word))


def is_definite(word: str) -> bool:
    """Tell whether a lower-case noun looks definite ("avgiften", "kravens")."""
    noun = word.removesuffix("s")
    return noun.endswith(("n", "et", "na", "a")) and not noun.endswith(INDEFINITE)


INDEFINITE = tuple("barn namn vapen vatten områden ärenden arbeten möten beteenden anden".split())
"""Endings of nouns that end as definite ones do and are none: "barn", "områden", "yttranden"."""


@lru_cache(maxsize=50_000)
def is_noun_like(word: str) -> bool:
    """Tell whether a lower-case word is most likely a noun in its plain form."""
    other = is_adjective(word) or is_finite(word) or is_infinitive(word)
    return not other and not word.endswith(("s", "t")) and (not word.endswith("a") or word.endswith("na"))


def is_function(word: str) -> bool:
    """Tell whether a lower-case word belongs to a closed class."""
    return word in PREPOSITIONS or word in CONJUNCTIONS or word in SUBORDINATORS or word in DETERMINERS


@lru_cache(maxsize=50_000)
def is_name(token: str) -> bool:
    """Tell whether a word is a name or an acronym."""
    from remissnlp.embedding.words import load_words

    return load_words().is_name(token) or (len(token) > 1 and token.isupper())


def uncapitalise(token: str) -> str:
    """Return a sentence's first word as inside a sentence: names and acronyms keep their capital."""
    if not token[:1].isupper() or token[1:] != token[1:].lower() or is_name(token):
        return token
    return token[0].lower() + token[1:]


ANSWERING = (
    "förvaltningen|nämnden|styrelsen|kontoret|verket|rådet|förbundet|föreningen|bolaget|universitetet|"
    "högskolan|samfundet|avdelningen"
)
"""How the names of bodies end that seldom are any but the one that answers."""

_ACTOR = re.compile(
    rf"^(?:vi|man|jag|[\w-]*(?:{ANSWERING}|staben|myndigheten|instanser(?:na)?|instansen|organisationen|"
    r"organisationerna|inspektionen|institutet|kommunen|kommunerna|regionen|utskottet))$",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)
def is_actor(word: str) -> bool:
    """Tell whether a word is a body that speaks, such as "förvaltningen" or "Boverket"."""
    return bool(_ACTOR.match(word))


def is_body(word: str) -> bool:
    """Tell whether a word is a body whoever it is: an actor, or a kind of one without its article."""
    return is_actor(word) or word.lower() in {
        "kommun",
        "kommuner",
        "region",
        "regioner",
        "universitet",
        "instanser",
    }


def opens_no_noun(word: str) -> bool:
    """Tell whether a lower-case word cannot start a noun phrase."""
    return word in PREPOSITIONS or word in CONJUNCTIONS or word in SUBORDINATORS or word in COPULAS
