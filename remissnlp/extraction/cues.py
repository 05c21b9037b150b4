# ruff: noqa: E501  (a lexicon reads better in long lines)
"""The words by which a sentence takes a stand: a lexicon of named cues, kept as evidence.

Cues are regular expressions over the lower-cased reading of one sentence. ``strong`` cues show on
their own that the writer demands, criticises or supports something; the others only do so where
the sentence also speaks of the remitted document or stands in a section for views.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Leaning = Literal["forslag", "kritik", "positiv", "fraga", "view", "no_opinion"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of evidence."""

    name: str
    leaning: Leaning
    strong: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a sentence's reading, at ``[start, end)``."""

    name: str
    leaning: Leaning
    strong: bool
    start: int
    end: int


_ADVERB = r"(?:\s+(?:dock|också|även|vidare|därför|mycket|särskilt|helt|i stort|överlag|i huvudsak|därmed|således))*"
_GOOD = (
    r"(?:bra|god[at]?|gott|viktig[at]?|relevant[a]?|adekvat[a]?|värdefull[at]?|ändamålsenlig[at]?|kraftfull[at]?"
    r"|genomarbetad[e]?|genomarbetat|välskriv\w+|lättläs\w+|angeläg\w+|rimlig[at]?|lämplig[at]?|välavväg\w+|nyttig[at]?)"
)
_IMPORTANT = (
    r"(?:viktigt|nödvändigt|angeläget|avgörande|centralt|väsentligt|önskvärt|av (?:stor )?vikt|av betydelse)"
)
_CHANGE = (
    r"(?:ses över|se över|förtydligas|kompletteras|utvecklas|stärkas|förstärkas|läggas till|flyttas|tydliggöras"
    r"|preciseras|konkretiseras|beskrivas|delas upp|justeras|ändras|omformuleras|skrivas|tas bort|utgå|strykas"
    r"|lyftas fram|framgå|inkluderas|omnämnas|läggas|slås ihop|samordnas|tas fram|kopplas|presenteras|definieras)"
)
_DOCUMENT = (
    r"(?:\w*program(?:met|mets)?|\w*plan(?:en|ens|erna)?|\w*förslag(?:et|en)|\w*avsnitt(?:et|en)?|stycket|texten"
    r"|skrivningen|rubriken|dokumentet|remissen|promemorian|betänkandet|utredningen|strategin|riktlinjerna|policyn)"
)

_TABLE: tuple[tuple[str, Leaning, bool, str], ...] = (
    # Demands and proposals
    (
        "föreslår", "forslag", True,
        r"\b(?:föreslår|vill föreslå|förordar|efterlyser|efterfråga(?:r|s)|önskar|önskas|hemställer|yrkar"
        r"|rekommenderar|uppmanar|uppmuntrar|ser gärna|ser hellre|föredrar|förespråkar|efterlyst|efterfrågat)\b"
        r"|\bhar (?:\w+ )?(?:föreslagit|förordat|önskat|begärt)\b",
    ),
    (
        "förslag är", "forslag", True,
        r"\b(?:förslag|önskemål|rekommendation)(?:et|en)? (?:är|vore)\b|\bär (?:ett|vårt) (?:förslag|önskemål)\b"
        r"|\bförslagsvis\b|\bönskvärt\b|\bett tillägg\b",
    ),
    (
        "vore bra", "forslag", True,
        r"\bvore\b(?:\s+\w+){0,3}\s+(?:positivt|bra|värdefullt|lämpligt|önskvärt|angeläget|bättre|fördel)\b"
        r"|\b(?:positivt|bra|värdefullt|lämpligt|önskvärt)\s+vore\b|\bmed fördel\b",
    ),
    ("bör", "forslag", True, r"\b(?:bör|borde|måste)\b(?!\s+(?:\w+\s+)?(?:uppmärksammas|noteras|nämnas att))"),
    ("skulle kunna", "forslag", True, r"\bskulle\b(?:\s+\S+){0,6}?\s+(?:kunna|behöva|vilja se|öka|underlätta)\b"),
    (
        "kan ändras", "forslag", True,
        rf"\bkan\b(?:\s+\S+){{0,4}}?\s+{_CHANGE}\b|\bkan {_DOCUMENT}\b|\bbehöv(?:er|a)\b(?:\s+\S+){{0,4}}?\s+{_CHANGE}\b",
    ),
    (
        "behövs", "forslag", True,
        r"\b(?:behövs|krävs|behövas)\b|\b(?:ser|finns|föreligger)\b(?:\s+\w+){0,3}\s+behov\b"
        rf"|\b{_DOCUMENT}\s+(?:\w+\s+){{0,2}}behöver\b|\bbehöver (?:\w+\s+){{0,2}}{_DOCUMENT}\b",
    ),
    (
        "det är viktigt att", "forslag", True,
        rf"\b(?:är|vore|blir) (?:det )?(?:\w+ )?{_IMPORTANT} (?:att|med|för)\b|\b{_IMPORTANT} är att\b",
    ),
    (
        "betonar vikten", "forslag", True,
        r"\b(?:betona|framhålla|understryka|poängtera|lyfta?|påtala|peka på|ser)\w*(?:\s+\w+){0,3}\s+"
        r"(?:vikten|betydelsen|behovet) av\b|\b(?:betonar|framhåller|understryker) (?:vikten|betydelsen|behovet) av\b",
    ),
    (
        "ser möjligheter", "forslag", True,
        r"\bser\b(?:\s+\w+){0,3}\s+(?:möjlighet|potential)\w*\b|\b(?:lyfta|framhålla|framföra)\b.{0,30}\bmöjlig\w* att\b",
    ),
    ("ska även", "forslag", False, r"\bska(?:ll)? (?:inte (?:bara|enbart)|även|också)\b"),
    (
        "anser att … ska", "forslag", False,
        r"\b(?:anser|menar|framhåller|betonar|understryker|tycker)\b.{0,80}?\batt\b.{0,160}?\b(?:ska|skall|behöver)\b",
    ),
    ("kan", "forslag", False, r"\bkan\b.{0,60}\b(?:utvecklas|bidra|användas|nyttjas)\b"),
    # Criticism
    (
        "avstyrker", "kritik", True,
        r"\b(?:avstyrker|avstyrkt|motsätter (?:sig|oss|mig)|motsatt (?:sig|oss)|ifrågasätt\w+|avvisar|invänd(?:er|ning\w*)|beklagar)\b"
        r"|\b(?:delar|instämmer|stöd(?:j)?er|tillstyrker) inte\b|\bnegativ[at]? till\b|\bframför kritik\b"
        r"|\b(?:ställer (?:sig|oss|mig)|är) (?:\w+ )?(?:tveksam\w*|frågande|kritisk\w*|negativ\w*)|\b(?:är|ser) (?:\w+ )?kritisk\w*",
    ),
    (
        "saknar", "kritik", True,
        r"\b(?:sakna[rs]|saknade[s]?|avsaknad\w*|otillräcklig\w*|bristfällig\w*|bristande|brister)\b",
    ),
    (
        "otydligt", "kritik", True,
        r"\b(?:otydlig\w*|oklar\w*|svårläs\w*|svårtolka\w*|svåröverskådlig\w*|missvisande|motsägelsefull\w*|tungrod\w*"
        r"|informationstung\w*)\b|\binte (?:är )?(?:\w+ )?(?:tydlig\w*|klar[at]?|tillräcklig\w*|konkret\w*)\b"
        r"|\bframgår (?:det )?inte\b",
    ),
    (
        "för generellt", "kritik", True,
        r"\b(?:alltför|för) (?:vag\w*|generell\w*|allmän|allmänt|allmänna|otydlig\w*|långt?|långa|omfattande|snäv\w*"
        r"|bre[dt]\w*|kort[a]?|svår[at]?|komplicera\w+|abstrakt\w*|detaljera\w+)\b",
    ),
    (
        "riskerar", "kritik", True,
        r"\b(?:riskerar|befarar|försvåra[rs]?|oroa[ds]?\w*|farhåg\w+|orimlig\w*|olämplig\w*|olycklig\w*|tenderar)\b"
        r"|\b(?:finns|ser|innebär|påpekar|pekar på)\b(?:\s+\w+){0,3}\s+(?:risk|brist|problem)\w*\b|\b(?:bli|blir|är|vara) (?:\w+ )?(?:utmanande|svår[at]?|problematisk\w*)\b",
    ),
    (
        "svårigheter", "kritik", False,
        r"\b(?:svårighet\w*|nackdel\w*|strider mot|oönskad\w*|orealistisk\w*|merarbete|försämra\w*|betungande"
        r"|kan inte anses|går för långt|räcker inte|tveksam\w*|onödig\w*|underskatta\w*|överskatta\w*|drabba[rs]?)\b",
    ),
    # Support
    (
        "ställer sig positiv", "positiv", True,
        rf"\b(?:ställer (?:sig|oss|mig)|är|ser){_ADVERB}(?:\s+\w+){{0,2}}?\s+positiv\w*\b|\bpositivt\b{_ADVERB}\s+(?:är|med|att)\b"
        r"|\bdet är (?:\w+ )?(?:bra|glädjande|värdefullt|utmärkt|välkommet) (?:att|med|om)\b",
    ),
    (
        "välkomnar", "positiv", True,
        r"\b(?:välkomnar|uppskattar|tillstyrker|tillstyrkt|bifaller|(?:under)?stöd(?:j)?er|instämmer|bejakar|gläds"
        r"|ansluter sig till)\b(?! inte)"
        r"|\b(?:ställer (?:sig|oss|mig)|står)\b(?:\s+\w+){0,2}?\s+bakom\b"
        r"|\bdelar\b(?! inte)[^.;:]{0,60}?\b"
        r"(?:bedömning|uppfattning|syn|åsikt|slutsats|analys|ståndpunkt|beskrivning|bild)\w*",
    ),
    ("är bra", "positiv", False, rf"\b(?:är|utgör|utgöra|vara|blir|bli)\b(?:\s+\w+){{0,2}}?\s+{_GOOD}\b"),
    (
        "på ett bra sätt", "positiv", False,
        r"\bpå ett (?:\w+ )?(?:bra|adekvat|förtjänstfullt|tydligt|pedagogiskt|positivt) sätt\b|\bgoda resultat\b"
        r"|\bväl i linje\b|\bfördelar\b|\bkonkreta inslag\b",
    ),
    # A view whose direction other words must tell
    (
        "anser", "view", True,
        r"\b(?:anser|menar|tycker|bedömer|framhåller|påpekar|påtalar|betonar|understryker|poängterar|noterar|anför"
        r"|konstaterar|uppmärksammar|framför att|lyfter (?:fram )?att|pekar på)\b"
        r"|\bhar (?:\w+ )?(?:anfört|påpekat|framhållit|ansett|menat|betonat|påtalat|understrukit|uttalat)\b"
        r"|\bbedömning(?:en)? (?:är )?att\b|\bär bedömningen\b",
    ),
    (
        "vill lyfta", "view", True,
        r"\b(?:vill|skulle vilja)\b(?:\s+\w+){0,3}?\s+(?:lyfta|framhålla|framföra|betona|understryka|påpeka|poängtera"
        r"|uppmärksamma|peka på|påminna|påtala)\b|\bvärt att (?:notera|nämna)\b|\bbör\b(?:\s+\w+)?\s+(?:uppmärksammas|noteras)\b",
    ),
    ("ser att", "view", True, r"\bser\b(?:\s+\w+){0,3}?\s+(?:att|fram emot)\b"),
    ("undrar", "fraga", True, r"\b(?:undrar|frågar sig|ställer (?:sig|oss|mig) frågan|frågan är|oklart om)\b"),
    (
        "ingen erinran", "no_opinion", True,
        r"\b(?:inget|ingenting|inga|ingen|intet)\b(?:\s+\w+){0,4}\s+(?:erinra|erinran|erinringar|invända|synpunkter)\b"
        r"|\bavstår från att (?:yttra|lämna|svara)\b|\bhar inga synpunkter\b",
    ),
)  # fmt: skip

CUES: tuple[Cue, ...] = tuple(
    Cue(name, leaning, strong, re.compile(pattern)) for name, leaning, strong, pattern in _TABLE
)


def find_cues(reading: str) -> tuple[Hit, ...]:
    """Return every cue that a sentence's `reading` holds, in the order of the lexicon."""
    text = reading.lower()
    return tuple(
        Hit(cue.name, cue.leaning, cue.strong, match.start(), match.end())
        for cue in CUES
        for match in [cue.pattern.search(text)]
        if match
    )
