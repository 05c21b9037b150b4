"""As much Swedish grammar as a label needs: closed word classes, and verbs told by their other forms."""

from __future__ import annotations

import re
from functools import lru_cache

PREPOSITIONS = frozenset(
    """
    i på av till med vid från hos under över mellan genom efter före inom utom utanför bland mot enligt
    utifrån kring omkring trots utöver inför gällande avseende angående beträffande rörande bakom för om
    utan åt per kopplat kopplad baserat utöver via längs jämte inklusive exklusive
    """.split()
)
CONJUNCTIONS = frozenset("och eller samt men utan respektive alternativt".split())
SUBORDINATORS = frozenset(
    """
    att som om när då eftersom så hur var vad vem vilken vilket vilka vars varför där medan innan sedan
    ifall huruvida snarare liksom såsom än utom dvs genom vilkas
    """.split()
)
DETERMINERS = frozenset(
    """
    en ett den det de denna detta dessa sin sitt sina dess deras någon något några
    """.split()
)
CLAUSE_OPENERS = frozenset("att som hur vad vilken vilket vilka varför där när huruvida".split())
ANAPHORS = frozenset(
    """
    det den de detta dessa denna dess deras han hon vi man där här så sådan sådant sådana dem båda
    stycket meningen anledningen ovanstående ovan denne hen sin sitt sina detsamma samma övriga andra
    därmed därigenom därav härigenom
    """.split()
)
"""Words that point back to something a label does not show."""

MODALS = {
    "bör": "ska",
    "borde": "ska",
    "ska": "ska",
    "skall": "ska",
    "måste": "måste",
    "behöver": "behöver",
    "skulle": "ska",
    "kan": "kan",
    "får": "får",
    "torde": "ska",
    "kommer": "kommer",
}
"""Modal verbs and the one that a label uses for each."""

AUXILIARY_INFINITIVES = frozenset("ha kunna behöva böra få komma vilja".split())
PARTICLES = frozenset(
    """
    upp ihop fram in ut bort ned ner isär undan över om till av på an igen tillbaka
    """.split()
)
PURE_PARTICLES = frozenset("upp ihop fram in ut bort ned ner isär undan över tillbaka".split())
COPULAS = frozenset("är blir vore".split())
IRREGULAR_FINITE = frozenset(
    """
    är blir har kan ska skall bör får måste vill vet ger går ser står gör sker når innebär består råder
    beror finns saknas behövs krävs riskerar medför leder utgör skapar kommer tar tas ges görs ses blir
    ligger avser gäller framgår omfattar bidrar tenderar anses ansågs bedöms utgår påverkar försvårar
    underlättar motsvarar
    """.split()
)
FILLERS = frozenset(
    """
    även också dock därför emellertid vidare istället exempelvis överlag dessutom således bl.a. t.ex.
    givetvis därutöver däremot slutligen generellt starkt bestämt sammanfattningsvis likaså särskilt
    betydligt synnerligen ytterst väldigt avsevärt möjligen eventuellt troligen troligtvis sannolikt
    främst framförallt ju nog samtidigt alltså även i-stället till-exempel bland-annat med-fördel med-
    hänsyn-till i-första-hand framför-allt i-huvudsak
    """.split()
)
"""Adverbs that a label does without; fixed phrases are written with hyphens."""

_FIXED = re.compile(
    r"\b(i stället|till exempel|bland annat|med fördel|i första hand|framför allt|i huvudsak)\b",
    re.IGNORECASE,
)
_NEEDLESS = re.compile(
    r"\b(?:(?:den|det|de)\s+(?:föreslagna|aktuella|tänkta)\s+(?=\w+(?:en|et|na|an)\b)|(?:någon|en)\s+form\s+av\s+"
    r"|en\s+del\s+av\s+(?=\w))",
    re.IGNORECASE,
)
_IN_A_WAY = re.compile(r"\bpå ett (?:mer |mera )?(\w+(?:re|t)) sätt\b", re.IGNORECASE)
_TOKEN = re.compile(r"”[^”]{1,600}”|\"[^\"]{1,600}\"|\([^)]*\)|[^\W_]+(?:[-:./&’'][^\W_]+)*-?|[^\w\s]")
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-ZÅÄÖ”])")
_ADJECTIVE = re.compile(
    r"(?:lig|ligt|liga|ligare|isk|iskt|iska|bar|bart|bara|bare|sam|samt|samma|igt|iga|igare|ell|ellt|ella|"
    r"full|fullt|fulla|ad|at|ade|erad|erat|erade|ös|öst|ösa|nde|lös|löst|lösa|vis|vist|visa|iv|ivt|iva|"
    r"al|alt|ala|ent|enta|ant|anta|ärt|ära|svårt|svår|svåra|lätt|lätta|klart|oklar|dyrt|mer|mest|"
    r"vida|bra|goda|olika|stor|stort|stora|ny|nytt|nya|hög|höga|"
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
    """Split a synpunkt into its sentences."""
    return [part for part in _SENTENCE.split(" ".join(text.split())) if part]


def tokens(sentence: str) -> list[str]:
    """Return words, quoted titles and punctuation of a sentence, without fillers.

    "På ett tydligare sätt" becomes "tydligare": a label has few words to spend.
    """
    text = re.sub(r"(\w) ?- (och|eller) ", r"\1- \2 ", sentence)
    text = _IN_A_WAY.sub(r"\1", text)
    text = _NEEDLESS.sub("", text)
    text = _FIXED.sub(lambda m: m[0].replace(" ", "-"), text)
    found = [t for t in _TOKEN.findall(text) if not t.startswith("(")]
    return [t for t in found if t.lower() not in FILLERS and f"{t.lower()}." not in FILLERS]


def is_word(token: str) -> bool:
    """Tell a word or a quoted title from punctuation."""
    return token[0].isalnum() or token[0] in '”"'


@lru_cache(maxsize=50_000)
def is_infinitive(word: str) -> bool:
    """Tell whether a lower-case word is an infinitive, active or passive, by its present tense."""
    from remissnlp.embedding.words import load_words

    if word in {"ge", "få", "se", "gå", "stå", "bli", "ha", "vara", "göra", "ta", "ske", "nå", "bo", "tro"}:
        return True
    if word in {"ges", "ses", "tas", "nås"} or word.endswith(("göra", "göras")):
        return True
    if word.endswith(("gå", "stå", "slå", "få")) and word != "få":
        return True
    table = load_words()
    base = word[:-1] if word.endswith("as") else word
    if not base.endswith("a") or len(base) < 4 or base in MODALS or base in _NOT_VERBS:
        return False
    stem = base[:-1]
    present = [stem + "er", base + "r", stem + "r", *([stem] if stem.endswith("ör") else [])]
    seen = sum(table.count(form) for form in present)
    # Past and supine of weak verbs ("öppnade", "stämde", "infört") and of strong ones ("stridit").
    other = [base + "s", base + "de", stem + "de", stem + "te", stem + "it"]
    if stem.endswith("ör"):
        other.append(stem + "t")
    return (
        seen >= 5
        and (word.endswith("as") or any(table.count(form) >= 3 for form in other))
        and table.count(base) * 50 > seen // 50
    )


_NOT_VERBS = frozenset(
    """
    stora goda många andra olika flera egna dessa denna alla vissa sina deras sista första
    """.split()
)


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Tell whether a lower-case word is a verb in the present tense, active or passive."""
    if word in MODALS or word in IRREGULAR_FINITE:
        return True
    if word.endswith(("erar", "eras")) and len(word) > 6:
        return True
    if word.endswith("ar") and len(word) > 4:
        return is_infinitive(word[:-1])
    if word.endswith("er") and len(word) > 4:
        return is_infinitive(word[:-2] + "a")
    if word.endswith("as") and len(word) > 4:
        return is_infinitive(word)
    if word.endswith("ör") and word not in PREPOSITIONS:
        return is_infinitive(word + "a")
    if word.endswith(("rs", "ns", "ls", "ks", "ts", "ds", "gs", "ps", "ms", "vs")) and len(word) > 4:
        return is_infinitive(word[:-1] + "as") and is_infinitive(word[:-1] + "a")
    return False


def is_passive_infinitive(word: str) -> bool:
    """Tell whether a lower-case word is an infinitive in the passive ("införas")."""
    return len(word) > 5 and word.endswith("as") and word not in _DEPONENT and is_infinitive(word)


_DEPONENT = frozenset("finnas hoppas lyckas minnas trivas synas saknas behövas umgås".split())


def active_infinitive(word: str) -> str:
    """Return the active of a passive infinitive: "införas" gives "införa"."""
    return word.removesuffix("s")


def present_passive(infinitive: str) -> str:
    """Return the present passive of a lower-case infinitive: "samla" gives "samlas", "bygga" "byggs"."""
    from remissnlp.embedding.words import load_words

    table = load_words()
    first_conjugation = table.count(infinitive + "r") > table.count(infinitive[:-1] + "er")
    return infinitive + "s" if first_conjugation or not infinitive.endswith("a") else infinitive[:-1] + "s"


def is_adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective or adverb, with which no noun phrase may end."""
    return bool(_ADJECTIVE.search(word)) and not _NOUN_ENDINGS.search(word)


def is_definite(word: str) -> bool:
    """Tell whether a lower-case noun looks definite ("avgiften", "kravens")."""
    return word.removesuffix("s").endswith(("n", "et", "na", "a"))


def is_noun_like(word: str) -> bool:
    """Tell whether a lower-case word is most likely a noun in its plain form."""
    other = is_adjective(word) or is_finite(word) or is_infinitive(word)
    return not other and not word.endswith(("s", "t")) and (not word.endswith("a") or word.endswith("na"))


def is_function(word: str) -> bool:
    """Tell whether a lower-case word belongs to a closed class."""
    return word in PREPOSITIONS or word in CONJUNCTIONS or word in SUBORDINATORS or word in DETERMINERS


def is_name(token: str) -> bool:
    """Tell whether a word is a name or an acronym."""
    from remissnlp.embedding.words import load_words

    return load_words().is_name(token) or (len(token) > 1 and token.isupper())


def uncapitalise(token: str) -> str:
    """Return a sentence's first word as inside a sentence: names and acronyms keep their capital."""
    if not token[:1].isupper() or token[1:] != token[1:].lower() or is_name(token):
        return token
    return token[0].lower() + token[1:]


_ACTOR = re.compile(
    r"^(?:vi|man|jag|[\w-]*(?:förvaltningen|nämnden|kontoret|styrelsen|staben|verket|myndigheten|instanserna|"
    r"instansen|förbundet|föreningen|organisationen|organisationerna|rådet|inspektionen|institutet|"
    r"universitetet|högskolan|bolaget|kommunen|kommunerna|regionen|samfundet|utskottet|avdelningen))$",
    re.IGNORECASE,
)


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
