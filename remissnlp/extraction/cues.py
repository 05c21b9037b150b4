# ruff: noqa: E501  (a lexicon reads better in long lines)
"""The words by which a sentence takes a stand: a lexicon of named cues, kept as evidence.

Cues are regular expressions over the lower-cased reading of one sentence. ``strong`` cues show on
their own that the writer demands, criticises or supports something; the others only do so where
the sentence also speaks of the remitted document or stands in a section for views.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from remissnlp.extraction.lexicon import (
    ADVERBS,
    BAD,
    CHANGE,
    DOCUMENT,
    GOOD,
    MEND,
    NEEDED,
    NOT,
    NOTHING,
    OPINION,
    TREATS,
    WRITER,
)

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


# "Vi vill framhålla …" says that something is said, not that it is wanted.
NO_SAYING = r"(?! (?:\w+ ){0,3}?(?:lyfta|framhålla|framföra|betona|understryka|påpeka|poängtera|uppmärksamma|peka|påminna|påtala|säga|tacka|nämna)\b)"
_ADVERB = r"(?:\s+(?:dock|också|även|vidare|därför|mycket|särskilt|helt|i stort|överlag|i huvudsak|därmed|således))*"
_TABLE: tuple[tuple[str, Leaning, bool, str], ...] = (
    # Demands and proposals
    (
        "föreslår", "forslag", True,
        r"\b(?:föreslår|vill föreslå|förordar|efterlyser|efterfråga(?:r|s)|önskar|önskas|hemställer|yrkar|äskar|begär|vädjar|emotser"
        r"|rekommenderar|uppmanar|uppmuntrar|ser (?:\w+ )?gärna|ser hellre|föredrar|förespråkar|efterlyst|efterfrågat|vidhåller|förutsätter (?:\w+ )?att)\b"
        r"|\bhar (?:\w+ )?(?:föreslagit|förordat|önskat|begärt)\b|\bber (?:om|\w+ (?:om )?att)\b",
    ),
    ("vill", "forslag", True, rf"\b{WRITER}(?: (?:också|även|därför|dock|särskilt|däremot|emellertid|gärna|dessutom))? (?:vill|kräver)\b{NO_SAYING}|\b(?:vill|kräver)\b (?:\w+ )?{WRITER}\b{NO_SAYING}|\b(?:vill|kräver)(?: (?:därför|också|även|att))*:$|\bskulle\b (?:\w+ )?(?:gärna )?(?:vilja|önska)\b|\bvill (?:\w+ )?(?:se|ha|att)\b"),
    ("hade", "forslag", True, r"\bhade\b(?:\s+\w+){0,8}?\s+(?:varit|önskat|föredragit|väntat|hoppats|velat|gärna|behövt)\b"),
    (
        "förslag är", "forslag", True,
        r"\b(?:förslag|önskemål|rekommendation)(?:et|en)? (?:är|vore) att\b|\bär (?:ett|vårt) (?:förslag|önskemål)\b"
        r"|\bett (?:sätt|alternativ|steg) (?:är|vore|kan vara)\b|\bförslagsvis\b|\bönskvärt\b|\bett tillägg\b|\blämpligen\b|\b(?:hellre|helst)\b|\bförtjänar\b|\bvärt att\b",
    ),
    (
        "vore bra", "forslag", True,
        rf"\bvore\b{ADVERBS}\s+(?:{GOOD}|{NEEDED}|(?:en )?fördel)\b|\b(?:{GOOD}|önskvärt)\s+vore\b|\bmed fördel\b",
    ),
    ("bör", "forslag", True, r"\b(?:bör|borde|måste)\b(?!\s+(?:\w+\s+)?(?:uppmärksammas|noteras|nämnas att))"),
    ("skulle kunna", "forslag", True, r"\bskulle\b(?:\s+\S+){0,6}?\s+(?:kunna|behöva|vilja se|öka|underlätta|välkomna)\b"),
    (
        "skulle drabba", "kritik", True,
        r"\bskulle\b(?:\s+\S+){0,8}?\s+(?:kosta|drabba|försämra|försvåra|tvinga|urholka|strida mot|gå ut över|slå (?:\w+ )?(?:mot|undan)|riskera|missgynna|undergräva|motverka)\b",
    ),
    ("skulle", "forslag", False, r"\bskulle\b"),
    (
        "kan ändras", "forslag", True,
        rf"\bkan\b(?:\s+\S+){{0,4}}?\s+{MEND}\b|\bkan {DOCUMENT}\b|\bbehöv(?:er|a)\b(?:\s+\S+){{0,5}}?\s+{CHANGE}\b",
    ),
    (
        "behövs", "forslag", True,
        r"\b(?:behövs|krävs|behövas)\b|\b(?:ser|finns|föreligger)\b(?:\s+\w+){0,3}\s+behov\b"
        rf"|\b{DOCUMENT}\s+(?:\w+\s+){{0,2}}behöver\b|\bbehöver (?:\w+\s+){{0,2}}{DOCUMENT}\b",
    ),
    ("skäl att", "forslag", True, r"\b(?:finns|ser|föreligger)\b(?:\s+\w+){0,5}?\s+(?:skäl|anledning)\b"),
    (
        "det är viktigt att", "forslag", True,
        rf"\b(?:är|vore|blir|anser|finner|framstår)\b(?:\s+\w+){{0,4}}?\s+{NEEDED}\b(?:\s+\w+){{0,3}}?\s+(?:att|med|för|om)\b|\b{NEEDED} är att\b",
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
    (
        "ska anges", "forslag", True,
        rf"\bska(?:ll)?\b(?:\s+\S+){{0,3}}?\s+(?:anges|stå|framgå|skrivas in|tas in|läggas in|regleras|{MEND})\s+i\s+{DOCUMENT}\b",
    ),
    ("ska", "forslag", False, r"\bska(?:ll)?\b"),
    ("behöver", "forslag", False, r"\bbehöver\b"),
    (
        "anser att … ska", "forslag", False,
        r"\b(?:anser|menar|framhåller|betonar|understryker|tycker|ståndpunkt)\b.{0,80}?\batt\b.{0,160}?\b(?:ska|skall|behöver)\b",
    ),
    ("kan", "forslag", False, r"\bkan\b.{0,60}\b(?:utvecklas|användas|nyttjas|ställa krav)\b"),
    # Criticism
    (
        "avstyrker", "kritik", True,
        r"\b(?:avstyrk(?:er|t|s|ts)|motsätter (?:sig|oss|mig)|motsatt (?:sig|oss)|ifrågasätt\w+|avvisar|invänd(?:er|ning\w*)|beklagar|avråder|protesterar|förkastar|kritiserar|varnar|vänder (?:sig|oss|mig) e?mot)\b"
        r"|\b(?:delar|instämmer|stöd(?:j)?er|tillstyrker|godtar|accepterar|ser) inte\b|\bnegativ[at]? till\b|\bframför kritik\b|\bsäger nej\b"
        r"|\bkan\b(?:\s+\w+){0,3}?\s+inte\s+(?:\w+\s+)?(?:stödja|stöda|acceptera|godta|tillstyrka|ställa|dela|instämma|bejaka|rekommendera|förorda)\b"
        r"|\bbör\b(?:\s+\w+){0,3}?\s+inte\s+(?:genomföras|införas|antas|beslutas|ligga till grund)\b|\binte rätt väg\b"
        r"|\b(?:ställer (?:sig|oss|mig)|är) (?:\w+ )?(?:tveksam\w*|frågande|kritisk\w*|negativ\w*|skeptisk\w*)|\b(?:är|ser) (?:\w+ )?kritisk\w*",
    ),
    (
        "saknar", "kritik", True,
        r"\b(?:sakna[rs]|saknade[s]?|avsaknad\w*|otillräcklig\w*|bristfällig\w*|bristande|brister|luck(?:a|an|or|orna)|bortser|förbise\w*|förbigås|utelämna\w*"
        r"|glöm(?:t|ts|s|mer|de|des)|lämnas därhän)\b|\btar\b(?:\s+\w+){0,3}?\s+(?:föga|ingen|inte|liten) (?:\w+ )?hänsyn\b|\bsparsamt\b",
    ),
    (
        "inte redovisat", "kritik", True,
        rf"\b{TREATS}\b(?:\s+\w+){{0,5}}?\s+{NOT}\b|\b{NOT}\s+(?:\w+\s+){{0,4}}?{TREATS}\b|\b{NOTHING}\b(?:\s+[\w-]+){{1,5}}\s+(?:har|är|finns)\s+(?:inte\s+)?{TREATS}\b"
        r"|\binte (?:är )?(?:\w+ )?(?:tydlig\w*|klar[at]?|tillräcklig\w*|konkret\w*|förenlig\w*|realistisk\w*|rimlig\w*|acceptab\w*)\b|\bi (?:knapp|ringa|liten|låg) (?:mån|utsträckning|grad)\b",
    ),
    ("nekar", "kritik", False, rf"^nej\b|\b{NOT}\b|\bingen(?:ting)?\b|\binget\b|\bknappt\b(?! \d)|\bknapp ledning\b|\bsnarare än\b"),
    (
        "i en bisats", "kritik", True,
        r"\b(?:nämns|nämnts|omnämns|berörs|behandlas|tas upp|beskrivs|redovisas|finns|avhandlas|får|fått|ges|getts)\b(?:\s+\S+){0,4}?\s+(?:i (?:en )?(?:bisats|förbigående|enda mening|mening)\b"
        r"|på (?:bara |endast )?(?:en|ett|två|tre|fyra|fem|\d+|någon|några) (?:halv )?(?:rad|rader|sida|sidor|mening|meningar)\b"
        r"|(?:litet|lite|ringa|begränsat|föga|för lite) (?:utrymme|plats|uppmärksamhet)|(?:en )?undanskymd\b)"
        r"|\blyser med sin frånvaro\b|\bavfärda[srt]\w*\b|\bfaller (?:\w+ )?(?:utanför|mellan stolarna)\b|\b(?:säger|sägs) (?:\w+ )?(?:ingenting|inget)\b|\binnehåller (?:\w+ )?(?:inte|ingen|inga|inget)\b",
    ),
    (
        "för mycket", "kritik", True,
        r"\b(?:alltför|på tok för|i (?:kortaste|längsta|minsta|mesta|högsta|snävaste|knappaste) laget)\b"
        r"|\b(?:för|väl) (?:vag\w*|generell\w*|allmän|allmänt|allmänna|otydlig\w*|långt?|långa|omfattande|snäv\w*|bre[dt]\w*|kort[a]?|svår[at]?"
        r"|komplicera\w+|abstrakt\w*|detaljera\w+|hög[at]?|låg[at]?|lågt|stor[at]?|liten|litet|små|få|lite|mycket|sent?|tidigt?|dyr[at]?|grund|tung[at]?|stel\w*|svag[at]?|tunn\w*)\b",
    ),
    (
        "riskerar", "kritik", True,
        r"\b(?:riskerar|befarar|försvåra[rs]?|oroa[ds]?\w*|(?:med|känner|hyser) (?:\w+ )?oro|farhåg\w+|orimlig\w*|olämplig\w*|olycklig\w*|tenderar|omöjliggör\w*|urholka\w*|undergräv\w*)\b"
        r"|\b(?:finns|ser|innebär|medför|påpekar|pekar på|är)\b(?:\s+\w+){0,3}\s+(?:(?:risk|brist|problem|hinder|fara|hot|nackdel|svaghet|försämring|försenin)\w*)\b",
    ),
    (
        "strider mot", "kritik", True,
        r"\b(?:strid(?:er|a) mot|stick i stäv|i strid med|tvärt ?emot|står i konflikt|oförenlig\w*|inte förenlig\w*|går förlora[dt]\w*|slår (?:\w+ )?mot|går ut över|drar (?:\w+ )?ut på tiden|fungerar (?:\w+ )?(?:dåligt|illa)|from förhoppning|stämmer (?:\w+ )?dåligt|håller inte)\b",
    ),
    (
        "tyvärr", "kritik", True,
        r"\b(?:tyvärr|dessvärre|beklagligt\w*|olyckligtvis|bekymra\w+|besvik\w+|förvåna[nsrd]\w*|anmärkningsvärt|märkligt|synd (?:att|bara)|tråkigt att|orolig\w*|frustrera\w+)\b"
        r"|\b(?:har|är|blir) (?:\w+ )?svårt att\b|\b(?:förstår|tror|begriper) (?:\w+ ){0,2}inte\b|\bhjälper inte\b|^det sämsta\b|\bsaknar motstycke\b",
    ),
    (
        "är dåligt", "kritik", True,
        rf"\b(?:är|blir|bli|vara|var|framstår|upplevs?|uppfattas|anses|känns|tycks|tycker|ter sig|verkar|gör|gjort|gjorde|upplever|bedömer|finner)\b(?:\s+[\w-]+){{0,6}}?\s+(?:{BAD})\b",
    ),
    (
        "dåligt", "kritik", False,
        rf"\b{BAD}\b|\b(?:nackdel\w*|merarbete|försämra\w*|drabba[rs]?|hindra[rs]?|problem\w*|brist\w*|otillräcklig\w*)\b",
    ),
    # Support
    (
        "ställer sig positiv", "positiv", True,
        rf"\b(?:ställer (?:sig|oss|mig)|är|ser){_ADVERB}(?:\s+\w+){{0,4}}?\s+positiv\w*\b|\bpositivt\b{_ADVERB}\s+(?:är|med|att|om)\b"
        r"|\b(?:är|tycker|finner)\b (?:\w+ ){0,3}(?:bra|glädjande|värdefullt|utmärkt|välkommet|roligt|klokt|lovvärt|tacknämligt|fint|glad\w*|tacksam\w*) (?:att|med|om|över|för)\b",
    ),
    (
        "välkomnar", "positiv", True,
        r"\b(?:välkomna[rs]|uppskattar(?!.{0,60}\btill \d)|tillstyrk(?:er|t|s|ts)|bifall(?:er|s)|(?:under)?stöd(?:j)?er|instämmer|bejakar|gläds|gläder|gillar|godtar|tackar|berömmer|sympatiserar"
        r"|ansluter (?:sig|oss|mig) till)\b(?! inte)"
        r"|\b(?:ställer (?:sig|oss|mig)|står)\b(?:\s+\w+){0,2}?\s+bakom\b|\b(?:fulla|starka|helhjärtade) stöd\b|\bhar (?:\w+ )?förståelse för\b|\bmed (?:\w+ )?(?:glädje|tillfredsställelse|uppskattning)\b"
        r"|\bstöds\b(?! av)|\bdelar\b(?! inte)[^.;:]{0,60}?\b\w*"
        r"(?:bedömning|uppfattning|syn|åsikt|slutsats|analys|ståndpunkt|beskrivning|bild)\w*",
    ),
    (
        "är mycket bra", "positiv", True,
        r"^(?:\W*)(?:bra|roligt|toppen|kul|fint|äntligen|utmärkt|härligt|glädjande|positivt)\b|\bäntligen\b|^det bästa\b|\bär en (?:\w+ )?(?:styrka|seger|förtjänst|tillgång)\b|\bsom (?:en|ett) (?:\w+ )?lovande\b|(?<!inte )\bväl (?:avväg|motivera|genomtänk|underbygg)\w+|\b(?:steg|led) i rätt riktning\b|\bser fördelar\b|\bvälkommet (?:tillskott|inslag|steg|initiativ|förslag)\b"
        r"|\b(?:är|har varit)\b(?:\s+\w+){0,3}?\s+(?:jättebra|toppen|utmärk[td]\w*|klok[at]?|lovvär[dt]\w*|lycka[dt]\w*|efterlängta[dt]\w*|föredömlig\w*|smart\w*|lovande|välkomm(?:en|et|na)|väl (?:avväg|motivera|genomtänk|underbygg)\w+|väl(?:motivera|grunda|avväg|behöv|skriv|formulera)\w*)\b",
    ),
    ("ja", "positiv", False, r"^ja\b"),
    ("är bra", "positiv", False, rf"\b(?:är|utgör|utgöra|vara|blir|bli|gör|gjort|som|känns)\b(?:\s+\w+){{0,4}}?\s+{GOOD}\b|\blätt att\b"),
    (
        "på ett bra sätt", "positiv", False,
        r"\bpå ett (?:\w+ )?(?:bra|adekvat|förtjänstfullt|tydligt|pedagogiskt|positivt|bättre) sätt\b|\b(?:goda|bättre) (?:resultat|förutsättningar)\b"
        r"|\bväl i linje\b|\bfördel(?:ar|en)?\b|\bförtjänst\w*\b|\bframsteg\b|\bger (?:\w+ )?(?:förutsättningar|möjlighet\w*|utrymme)\b|\b(?:kan|kommer att|väntas|bedöms) (?:\w+ ){0,2}?(?:bidra|stärka|främja|förbättra|underlätta)\b|\b(?:stärker|främjar|gynnar|förbättrar)\b",
    ),
    # A view whose direction other words must tell
    (
        "anser", "view", True,
        r"\b(?:anser|menar|tycker|bedömer|framhåller|påpekar|påtalar|betonar|understryker|poängterar|noterar|anför|tror"
        r"|konstaterar|uppmärksammar|framför att|lyfter (?:fram )?att|pekar på|upplever|uppfattar|befarar)\b"
        r"|\bhar (?:\w+ )?(?:anfört|påpekat|framhållit|ansett|menat|betonat|påtalat|understrukit|uttalat)\b"
        rf"|\b{OPINION}(?:en)? (?:är )?att\b|\bär bedömningen\b|\benligt (?:\S+ ){{1,5}}?{OPINION}\b|\bför vår del\b",
    ),
    (
        "vill lyfta", "view", True,
        r"\b(?:vill|skulle vilja)\b(?:\s+\w+){0,3}?\s+(?:lyfta|framhålla|framföra|betona|understryka|påpeka|poängtera"
        r"|uppmärksamma|peka på|påminna|påtala|säga)\b|\bvärt att (?:notera|nämna)\b|\bbör\b(?:\s+\w+)?\s+(?:uppmärksammas|noteras)\b",
    ),
    ("ser att", "view", True, r"\bser\b(?:\s+\w+){0,3}?\s+(?:att|fram emot)\b"),
    ("undrar", "fraga", True, r"\b(?:undrar|frågar (?:sig|oss|mig)|ställer (?:sig|oss|mig) frågan|frågan är (?=om|hur|vem|vad|när|var|vilk)|oklart (?=om|vem|vilk))"
        r"|\b(?:framgår|anges|klargörs|sägs)\s+(?:\w+ ){0,2}inte\s+(?:\w+ ){0,2}(?:om|vem|vilk\w+|när)\b|\binte (?:\w+ )?(?:tydligt|klart) (?:om|vem)\b"),
    (
        "ingen erinran", "no_opinion", True,
        r"\b(?:inget|ingenting|inga|ingen|intet)\b(?:\s+\w+){0,4}\s+(?:erinra|erinran|erinringar|invända|invändning|invändningar|synpunkter|anmärka)\b|\butan erinran\b"
        r"|\bingen erinran\b|\bavstår (?:\w+ )?från att (?:\w+ )?(?:yttra|lämna|svara|kommentera)\b|\bhar inga synpunkter\b|\binga synpunkter\b|^(?:ingen|inga) (?:\w+ )?(?:synpunkt|kommentar(?:er)?|invändning(?:ar)?)\.?$|\bkommenteras inte\b",
    ),
)  # fmt: skip

CUES: tuple[Cue, ...] = tuple(
    Cue(name, leaning, strong, re.compile(pattern)) for name, leaning, strong, pattern in _TABLE
)


@lru_cache(maxsize=1024)  # a sentence is judged anew as more is known of those around it
def find_cues(reading: str) -> tuple[Hit, ...]:
    """Return every cue that a sentence's `reading` holds, in the order of the lexicon."""
    text = reading.lower()
    return tuple(
        Hit(cue.name, cue.leaning, cue.strong, match.start(), match.end())
        for cue in CUES
        for match in [cue.pattern.search(text)]
        if match
    )
