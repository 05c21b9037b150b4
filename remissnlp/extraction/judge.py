# ruff: noqa: E501  (a lexicon reads better in long lines)
"""One sentence judged: whether it takes a stand, which one, and by which words.

A rule-based classifier whose every decision can be read off its evidence. Three things can take a
cue's force away: the sentence reports what somebody else says, describes the writer's own work, or
retells the remitted document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from remissnlp.embedding.words import Words
from remissnlp.extraction.cues import Hit, find_cues
from remissnlp.extraction.imperatives import find_imperative
from remissnlp.extraction.lexicon import WRITER
from remissnlp.records import Stance

Role = Literal["view", "own_work", "retelling", "no_opinion", "decision", "plain"]

_OPENER = (
    r"(?:(?:vidare|också|även|sedan|under \S+(?: \S+)?|i dag|idag|redan|utöver det(?:ta)?|därutöver)\s+)?"
)
_OWN_SUBJECT = re.compile(rf"^{_OPENER}{WRITER}\b")
_OWN_INVERTED = re.compile(
    rf"^(?:under|sedan|från|i|inom|senaste)\b[^,]{{2,50}}?\s(?:har|hade|kommer|finns|är)\b.*?\b{WRITER}\b"
)
_THEIRS = (
    r"(?:\w*(?:program(?:mets?)?|plan(?:ens?|erna)?|förslaget|remissen|promemorian|betänkandet|utredningen|strategin|budget)"
    r"|kommunstyrelsen|kommunfullmäktige|regeringen|utredaren|utredningens|promemorians|motionären|stadsledningskontoret|staden"
    r"|kommissionen|riksdagen|kommittén|departementet|ändringen|paragrafen|bestämmelsen|lagen|modellen|lagändringarna)"
)
_TELLS = (
    r"(?:anger|anges|beskriver|beskrivs|lyfter|lyfts|innehåller|omfattar|syftar|utgår|presenteras|presenterar"
    r"|föreslås|föreslår|framgår|står|redovisas|redovisar|betonar|slår fast|tydliggör|konstaterar|riktar|gäller|nämns"
    r"|innebär|medför att|består|bedöms|sägs|uppges|möjliggör|ska enligt|ersätter|har remitterat|remitterade|antogs|är tänkt|är att|bygger|sträcker|tar sin|ska)"
)
_RETELLS = re.compile(
    rf"^(?!om\b)(?:(?:i|inom ramen för|under|enligt|av|till)\s+)?(?:\S+\s+){{0,6}}?{_THEIRS}\b(?:\s+\S+){{0,5}}?\s+{_TELLS}\b"
    r"|^(?:syftet|målet|ambitionen) med\b|^under (?:rubriken|avsnittet)\b.*\bfinns\b"
)
# What the rules in force say, and what the text that is answered proposes: told, not wished for.
_RULES = re.compile(
    r"\benligt (?:\w+ ){0,2}(?:artikel|punkt|direktiv\w*|\w*lag(?:en|ar|stiftning\w*)?|\w*förordning\w*|\w*fördrag\w*|konvention\w*"
    r"|gällande|nuvarande|\w*balken|\w*föreskrift\w*|instruktion\w*|avtal\w*|\w*förslaget|\w*förslag|promemorian|betänkandet|planen|programmet)\b"
    r"|^enligt (?:\d+ (?:kap\.|[a-z]? ?§) ?)+|\b(?:artikel|punkt) \d|\bdirektivet\b|^med .{3,60} (?:avses|förstås)\b|^(?:syftet|avsikten|ambitionen|målet) (?:är|med)\b|^för \S+ gäller\b"
    r"|^(?:i dag|idag|för närvarande) (?:krävs|gäller|kan|får|finns|prövas|deltar|ska)\b|\bkrävs (?:i dag|idag|enligt)\b|\bsom (?:ska|skall) gälla\b"
)
# "…, och vi uppmanar därför kommunen att": what follows from the rules is the writer's own.
_GOES_ON_OWN = re.compile(rf"(?:,|\boch|\bmen)\s+(?:\w+\s+){{0,2}}?{WRITER}\b")
# How the answer came about and what it holds, which is said of the answer and not of the matter.
_PROCEDURE = re.compile(
    r"\b(?:har|gavs|ges) .{0,80}\b(?:möjlighet(?:en)?|tillfälle|ombetts|anmodats|inbjudits)\b.{0,60}\b(?:yttra|lämna|svara|inkomma|reagera|ge synpunkter)"
    r"|\bförelagts för yttrande\b|\b(?:valt|väljer) .{0,30}\b(?:yttra|lämna|svara|kommentera)\b|\b(?:lämnar|lämnas|avger|framför|redovisar?)s? (?:\S+ ){0,3}(?:följande|nedan)\b"
    r"|\b(?:framföra|anföra|lämna|redovisa|göra|ge|lyfta fram|kommentera)(?: \w+){0,2} (?:följande|nedanstående)(?: \w+){0,2}[.:]?$"
    r"|^(?:\S+ ){0,6}?(?:vill|önskar)\b(?: \S+){0,5}? (?:kommentera|yttra (?:sig|oss)|lämna (?:\w+ )?synpunkter)[.:]$"
    r"|\b(?:godkänts|undertecknats|signerats|fastställts)\b.{0,40}\b(?:digitalt|elektroniskt)|\bsaknar (?:\w+ )?(?:namn)?underskrift"
    r"|\byrkar\b.{0,60}\b(?:bifall|avslag|återremiss)\b|^nedan (?:lämnas|följer|redovisas)\b|\binkommer med (?:följande )?yttrande\b"
    r"|\btackar för (?:\w+ ){0,2}(?:möjlighet\w*|tillfälle\w*|inbjudan|remissen)\b(?:(?!\b(?:och|men|samt)\b)[^,;:])*$"
)
# "Föreningen X är en organisation som …": the writer presented to the reader.
_PRESENTS = re.compile(
    r"^[^,.]{2,80}(?:,[^,.]{2,40},)? är en (?:\S+ ){0,4}\S*(?:organisation|förening|förbund|myndighet|sammanslutning|nätverk|organ|stiftelse|företag)\w*\b"
    r"|^(?:vårt|vår) (?:mål|uppdrag|uppgift|syfte|verksamhet) är\b|^(?:vi|jag) (?:arbetar|verkar|företräder|organiserar|representerar|bor)\b"
)
_DECIDES = re.compile(
    r"\b(?:nämnden|styrelsen|direktören|chefen|utskottet|fullmäktige)\s+(?:föreslås\s+)?beslutar?\s+att\b"
    r"|^\S*(?:ärendet|remissen|paragrafen|yttrandet)\s+(?:besvaras|förklaras|överlämnas|anses)\b|\bomedelbart juster\w+"
    r"|\bföreslår\b.{0,60}\batt\b.{0,60}\b(?:godkänner|överlämnar|bifaller|avslår|anses besvarad)\b|\bsom (?:sitt )?svar på (?:sitt yttrande|remissen)"
)
_OTHERS_SAY = re.compile(
    rf"\b{_THEIRS}\s+(?:(?:själv|dock|även|också|nu)\s+)?(?:föreslår|anser|menar|bedömer|önskar|rekommenderar|framhåller|betonar|konstaterar|lyfter|påpekar|anför|noterar)\b"
    r"|\b(?:föreslås|rekommenderas) (?:i|av) "
    # "I enkäten svarade 43 procent av eleverna att de trivs dåligt": they say it, not the writer.
    r"|\b(?:(?:svarade|svarar|uppgav|uppger|angav) (?:\S+ ){0,6}?\d[\d,]* ?(?:procent|%)"
    r"|\d[\d,]* ?(?:procent|%) (?:\S+ ){0,6}?(?:svarade|svarar|uppgav|uppger|angav)\b)[^,;]*?\batt\b[^,;]*"
)
_DOCUMENT = re.compile(
    r"\b\w*(?:program|plan|planer|planen|planerna|programmet|förslag|förslaget|remiss|remissen|avsnitt|avsnittet|stycke"
    r"|stycket|rubrik|rubriken|text|texten|modell|modellen|modellerna|mål|målet|målen|fokusområde|fokusområden"
    r"|utredning|betänkande|promemoria|promemorian|motion|underlag|reform|paragraf|bestämmelse|lydelse|dokument|dokumentet|strategi|strategin|riktlinje|riktlinjer|handling|indikator|indikatorer|skrivning)\w{0,4}\b"
)
_ASIDE = re.compile(r"[”\"“»][^”\"“»]+[”\"“»]|\([^()]*\)")
_QUOTED = re.compile(r"[”\"“»][^”\"“»]+[”\"“»]")
# What a form lets one choose between, and a word that tells how many.
_CHOICE = re.compile(
    r"\bknappt(?= (?:\d|hälften|en\b|två\b|tre\b))|\b(?:till|av)styrk\w*\s*(?:/|eller)\s*(?:till|av)styrk\w*",
    re.I,
)
# Cues that rules hold as well as wishes do.
_TOLD_OF_RULES = frozenset(
    (
        "bör",
        "behövs",
        "kan ändras",
        "skulle kunna",
        "skäl att",
        "det är viktigt att",
        "inte redovisat",
        "föreslår",
    )
)
# Cues that facts hold too; they need the remitted document, or a view beside them.
_TOLD_OF_ANYTHING = frozenset(("ska", "nekar", "skulle", "kan", "behöver"))
_SUBORDINATED = re.compile(r"\b(?:varför|huruvida)\b")
_TURNS = re.compile(
    r"\b(?:men|dock|däremot|samtidigt|emellertid|anser|föreslår|vill|önskar|menar|framhåller|betonar|understryker"
    r"|saknar|ser|efterlyser|ifrågasätter)\b"
)
_ASKING_ORDER = re.compile(
    r"^(?:(?:men|och|samt|då|så)\s+)?(?:hur|vad|vem|vilk\w+|när|var|varför|varifrån|om|är|finns|kan|ska|bör|har"
    r"|vore|blir|kommer|får|behövs|behöver|måste|kunde|skulle|borde|gäller|innebär|räcker|går|tänker|avser)\b"
)
# Right after this the reason or the object follows, without a mark that ends it.
_REASON = re.compile(r"\b(?:eftersom|därför att|då|om att|så att)\b[^,;–]*$")
_OPENS_TURNING = re.compile(
    r"^(?:men|tyvärr|dessvärre|däremot|emellertid|samtidigt|trots det)\b|^(?:\S+ ){1,5}?(?:dock|däremot|emellertid|tyvärr)\b"
)
_LAST_CLAUSE = re.compile(r"(?:: | [–-] )(?=\w+ [^:]*$)")
_SUGGESTS = re.compile(r"^(?:kan|kunde|skulle|borde|varför)\s+(?:\w+\s+){0,2}inte\b")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one sentence does, and the cues that tell."""

    role: Role
    stance: Stance
    hits: tuple[Hit, ...]


def judge_sentence(
    reading: str, *, strict: bool = False, beside_view: bool = False, words: Words | None = None
) -> Judgement:
    """Judge a sentence by its readable text.

    Parameters
    ----------
    reading : str
        One sentence.
    strict : bool, default False
        Ask for a strong cue, as outside a section for views.
    beside_view : bool, default False
        Whether the sentence before or after it is a view, which this one may go on with.
    words : Words, optional
        Word knowledge; without it imperatives are not seen.

    Returns
    -------
    Judgement
        ``role`` is ``"view"`` for a synpunkt. ``stance`` is only meaningful for a view.
    """
    text = reading.lower()
    # A title in full says nothing of who does what; blanks keep every place where it was.
    told = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    # What is quoted is somebody else's words, or a wording.
    unquoted = _QUOTED.sub(lambda match: "“" + " " * (len(match[0]) - 2) + "”", reading)
    hits = find_cues(_CHOICE.sub(lambda match: " " * len(match[0]), unquoted))
    order = find_imperative(reading, words) if words else None
    if order:
        hits = (Hit("uppmaning", "forslag", True, *order), *hits)
    if _DECIDES.search(text):
        return Judgement("decision", "neutral", hits)
    if any(hit.leaning == "no_opinion" for hit in hits) and not any(
        hit.strong and hit.leaning in ("forslag", "kritik") for hit in hits
    ):
        return Judgement("no_opinion", "neutral", hits)
    hits = tuple(hit for hit in hits if not _powerless(told, hit, strict=strict, beside_view=beside_view))
    strong = any(hit.strong for hit in hits)
    own = bool(_OWN_SUBJECT.search(text) or _OWN_INVERTED.search(text))
    if (own and not strong) or _tells_procedure(told) or _PRESENTS.search(told):
        return Judgement("own_work", "neutral", hits)
    # "Nämnden välkomnar avsnittet Vad är buller?" ends in a title, and asks nothing.
    asking = bool(_ASKING_ORDER.match(_LAST_CLAUSE.split(text)[-1]))
    asks = text.rstrip('”" ').endswith("?") and (not strong or asking)
    if not (asks and asking) and (
        (_RETELLS.search(told) and not _own_stand(told, hits)) or _tells_rules(told, hits)
    ):
        return Judgement("retelling", "neutral", hits)
    if (hits and (strong or not strict)) or asks:
        if asks and _SUGGESTS.match(text):
            return Judgement("view", "forslag", hits)
        if asks and asking:
            return Judgement("view", "fraga", hits)
        told_hits = _without_reasons(text, _without_what_is_praised(text, hits))
        return Judgement("view", stance_of(told_hits, asks=asks), hits)
    return Judgement("plain", "neutral", hits)


def turns(reading: str) -> bool:
    """Whether a sentence opens by turning against the one before it: "Kapitlet bygger däremot på …"."""
    return bool(_OPENS_TURNING.match(reading.lower()))


def _without_reasons(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Leave out the cues of a reason or an object, where a stand is taken before it.

    "En smart lösning eftersom torget måste kunna tömmas"; "för lite om att konsumtionen måste minska".
    """
    first = next((hit for hit in sorted(hits, key=lambda hit: hit.start) if hit.strong), None)
    if first is None or first.leaning not in ("positiv", "kritik"):
        return hits
    return tuple(
        hit
        for hit in hits
        if hit.leaning != "forslag"
        or hit.start < first.end
        or not _REASON.search(text[first.end : hit.start])
        or _TURNS.search(text[first.end : hit.end])
    )


def _without_what_is_praised(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Leave out the cues inside what a sentence welcomes: "välkomnar att kraven måste följas upp"."""
    praise = next((hit for hit in sorted(hits, key=lambda hit: hit.start) if hit.strong), None)
    if praise is None or praise.leaning != "positiv":
        return hits
    return tuple(
        hit
        for hit in hits
        if hit.leaning == "positiv"
        or hit.start < praise.end
        or not re.search(r"\batt\b", text[praise.end : hit.start])
        or _TURNS.search(text[praise.end : hit.end])
    )


def stance_of(hits: tuple[Hit, ...], *, asks: bool = False) -> Stance:
    """Weigh the cues: a demand outweighs criticism, which outweighs support.

    A rejection said outright (avstyrker, ifrågasätter) outweighs all.
    """
    leanings = {hit.leaning for hit in hits}
    if any(hit.name == "avstyrker" for hit in hits):
        return "kritik"
    if "fraga" in leanings or (
        asks and not any(hit.strong and hit.leaning in ("forslag", "kritik") for hit in hits)
    ):
        return "fraga"
    strongest: tuple[Stance, ...] = ("forslag", "kritik", "positiv")
    for stance in strongest:
        if any(hit.leaning == stance and hit.strong for hit in hits):
            return stance
    weak: tuple[Stance, ...] = ("kritik", "positiv", "forslag")
    for stance in weak:
        if stance in leanings:
            return stance
    return "neutral"


def _tells_procedure(text: str) -> bool:
    """Whether a sentence tells how the answer came about, and does not go on with the answer itself."""
    match = _PROCEDURE.search(text)
    return match is not None and not re.search(r":\s+\w+\s+\w", text[match.end() :])


def _powerless(text: str, hit: Hit, *, strict: bool, beside_view: bool) -> bool:
    """Whether a cue says nothing of the writer's own stand here."""
    if _SUBORDINATED.search(text[: hit.start]):
        return True
    other = _OTHERS_SAY.search(text)
    theirs = other is not None and other.start() <= hit.start < other.end()
    if hit.strong or theirs:
        return theirs
    if hit.name in _TOLD_OF_ANYTHING and beside_view:
        return False
    return (strict or hit.name in _TOLD_OF_ANYTHING) and not _DOCUMENT.search(text)


def _tells_rules(text: str, hits: tuple[Hit, ...]) -> bool:
    """Whether a sentence tells rules in force: "Enligt lagen måste …", not "Den bör tas ut enligt lagen"."""
    rules = _RULES.search(text)
    if rules is None:
        return False
    own = _GOES_ON_OWN.search(text, rules.end())
    return all(
        not hit.strong
        or (
            hit.name in _TOLD_OF_RULES
            and hit.start > rules.start()
            and not (own and own.start() < hit.start)
            and (rules.start() == 0 or not text.startswith("bör", hit.start))
        )
        for hit in hits
    )


def _own_stand(text: str, hits: tuple[Hit, ...]) -> bool:
    """Whether a sentence that sets out as a retelling still takes a stand of the writer's own.

    "Programmet anger att nämnder bör …" retells; "Programmet bör …", "Programmet saknar …" and
    "Programmet anger tydligt …, vilket förvaltningen välkomnar" do not.
    """
    telling = re.search(rf"\b{_TELLS}\b", text)
    for hit in hits:
        if not hit.strong and hit.leaning != "positiv":
            continue
        if hit.leaning in ("view", "positiv", "kritik", "fraga") and hit.strong:
            return True
        clause = text[telling.start() : hit.start] if telling and telling.end() <= hit.start else None
        if clause is None or not re.search(r"\b(?:att|som|hur)\b", clause):
            return True
    return False
