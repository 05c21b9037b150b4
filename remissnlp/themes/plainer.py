"""A sentence in a plainer turn that the rules of labels know: "yrkar vi på att" as "vi vill att"."""

from __future__ import annotations

import re

from remissnlp.records import Stance
from remissnlp.themes import grammar as g

_ASKED = r"(hur|vad|vem|vilken|vilket|vilka|varför|när|om|på vilket sätt)"
_BODY = rf"(?:vi|jag|[\w-]*(?:{g.ANSWERING}))"
_WANTING = r"(?:yrkar|vill|önskar|kräver|begär|föreslår)"
_BETWEEN = r"(?:(?:dock|heller|tyvärr|även|också|dessutom|närmare|därför) )?"
_HELD = (
    r"(viktigt|angeläget|nödvändigt|önskvärt|lämpligt|avgörande|väsentligt|rimligt|positivt|bra|orimligt|"
    r"olämpligt|olyckligt|felaktigt|beklagligt|oroande)"
)
_SEEN = r"(?:utläsa|läsa ut|se|förstå|bedöma|avgöra|veta|utröna)"
_SAYS = r"(?:redogör|redovisar|beskriver|förklarar|anger|klargör|tydliggör|preciserar)"
_LEFT_OPEN = (
    rf"(?:(?:framgår|framkommer|redovisas|beskrivs|anges|förklaras) {_BETWEEN}inte|"
    rf"(?:är|förblir) {_BETWEEN}(?:oklart|otydligt)|lämnas (?:därhän|öppet|obesvarat))"
)

_ALSO = r"(?:(?:även|också|därför|i stället|istället) )?"
_BY_NONE = r"(?! av\b)(?![^.]*\benligt\b)"
_ALWAYS = r"(?![^.]{0,300}\b(?:om inte|utan att|förrän|såvida|så länge)\b)"

_FINDS = r"(?:påpekar|konstaterar|noterar|framhåller|anför|kritiserar)"
_NONE = r"(?:inga|inget|ingen|inte|knappast|få)\b"
_SHOULD = r"(?:ska|skall|bör|borde|måste|behöver)"
_HANGING = r"(?:om|ifall|när|såvida)\b"
_WISHED = rf"(?:{_WANTING}|(?<!inte )(?:viktigt|angeläget|nödvändigt|önskvärt)) {_BETWEEN}att"
_THOUGHT = rf"(?:anser|menar|tycker|bedömer) {_BETWEEN}att(?=[^.:]* {_SHOULD} utformas)"
# What the law should be such that it does, it should do; not what it should not, or may come to do.
_SUCH_THAT = (
    rf"^(?!{_HANGING})[^.:]*?\b(?:{_WISHED}|{_THOUGHT}) (?:[\w-]+ ){{0,3}}?(\w+(?:en|et|an|na)) "
    rf"(?:{_SHOULD} )?utformas så att (?:den|det) (?=\w+[rs]\b)"
)

_GOOD = r"(?:lämplig|ändamålsenlig|effektiv|rimlig)t"
_MORE = rf"bättre|lämpligare|rimligare|enklare|tydligare|mer (?:\w+ och )?{_GOOD}"
_BETTER = rf"(?:{_MORE}|(?<=vore )(?:bra|önskvärt|lämpligt))"

_WISHES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        # "Innan modellen sprids vill nämnden att …": nothing that the wish hangs on is left out.
        (rf"^(?!{_HANGING})[^.:]*? {_WANTING} {_BODY} (?:på )?att\b", "Vi vill att"),
        (rf"^[^.:]{{0,60}}\b{_WANTING}[^.:]{{0,20}}: ?(?=att\b)", "Vi vill "),
        (
            rf"\b(anser|menar|tycker) att (?:utgångspunkten|ambitionen|målsättningen) {_SHOULD} vara att\b"
            r"(?![^.]{0,300}\b(?:men|även om|på sikt|om möjligt)\b)",
            r"\1 att det är viktigt att",
        ),
        (r"^(?-i:att)\b", "Vi vill att"),  # an item of a list
        (_SUCH_THAT, r"Vi vill att \1 "),
        (
            rf"\b(?:anser|menar|tycker|bedömer) att det (?:vore|är) {_BETTER} med (?=en\b|ett\b)",
            "efterfrågar ",
        ),
        (rf"\b{_WANTING} {_BETWEEN}att det (?:i stället |istället )?sker (?=en\b|ett\b)", "efterfrågar "),
    )
)
"""What proposals are wrapped in; what others propose is no proposal of the response, so only for those."""

_HOLDING = r"anser|menar|tycker|bedömer|framhåller|påpekar|betonar|understryker|anför"
_SAYING = rf"({_HOLDING}|föreslår|förordar|vill|önskar)"
_STANDS = (
    rf"är|{_HOLDING}|ser|delar|instämmer|tillstyrker|avstyrker|motsätter|ifrågasätter|välkomnar|st[öo]d\w+|"
    r"efterlyser|förordar|föreslår"
)
_NOT = r"\b(?:inte|ej|icke|aldrig|varken|knappast|knappt|ingen|inget|inga)\b"
_NOBODY = r"(?:varken|få|inga|ingen|inget|inte|knappast)\b"
# What a view hangs on, or is narrowed to, is no aside.
_TURNING = (
    r"(?:[^,.:]*\b(?:förutsättning|förutsatt|givet|såvitt|fall|därest|förbehåll|undantag|utom|förutom|"
    r"förrän|så länge)\b|(?:endast|bara|enbart|först|om|ifall|när|såvida|utan|hellre än|i andra hand)\b)"
)
_OTHERS = rf"(?:till skillnad från|i motsats till) {_BODY}\b"
_ASIDE = rf"(?!{_OTHERS})(?:liksom|i likhet med|tillsammans med|till skillnad från|precis som)"
_SEVERAL = r"(?:flera |några |många |vissa |en del )?(?:av )?(?:remiss)?instanser(?:na)?"

_LEADING = r"(?:bland annat|bl\.a\.|även|också|vidare|därutöver|dessutom|slutligen|därför|däremot|samtidigt)"
_NAME = r"(?:[A-ZÅÄÖ][\w&/-]*|och|samt|i|för|[a-z]*län|kommun)(?: \([\w ]+\))?,?"
_NAMES = rf"(?!regering|riksdag|eu-|utred|kommitt)(?-i:{_NAME}(?: {_NAME}){{2,40}})"
_BUT = r"\b(?:bara|endast|enbart|förutom|utom|undantag|undantaget|om|dock|men|högst|minst)\b"
_ONLY = r"\b(?:endast|bara|enbart)"
_COVER = (
    r"(?:få )?(?:omfatta|gälla för|avse) (?!att\b|om\b|när|ing|hur\b|vad\b|mer\b|en begr)"
    r"(?![^.]{0,300}\bmen\b)"
)
_PLACE = r"(?:i|från) (?:de[nt] )?(?:[\w-]+ )?[\w-]+(?:en|et|an|na)"

_PLAINER: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (
            rf"^(?!{_NOBODY})([^.:]*?)(?<!inte )\b{_SAYING}(?: (?!{_NOT})\w+)?"
            rf"(?:, (?!{_TURNING}|{_OTHERS})(?:(?!{_NOT})[^,.:]){{2,120}},"
            rf"| {_ASIDE} (?:(?!{_NOT})[^,.:]){{2,80}}?| {_SEVERAL}(?= att (?!\w+a\b))) att\b",
            r"\1\2 att",
        ),
        (rf"^(?!(?:[\w-]+ )?{_BODY}\b)([^.:]*?\w),? enligt {_BODY},? (?=\w)", r"\1 "),
        (
            rf"^(?:{_LEADING} )?({_HOLDING}|föreslår) {_NAMES} att\b(?![^.]{{0,300}}\b(?:men|vilket)\b)",
            r"Vi \1 att",
        ),
        (rf"(?<=\w) \((?:(?!{_NOT}|{_BUT})[^()]){{1,60}}\)(?=[ ,.])", ""),
        (r"(?<!varken )(?<!knappast )(?<!många är )\b(kritisk\w*|negativ\w*) mot att\b", r"\1 till att"),
        (
            r"^(?!.*\b(?:inte|men)\b)(.*?)\bdet finns (?:(?:goda|starka) )?skäl för (?=ett?\b|en\b)"
            r"(?!.*\batt\b)",
            r"\1det behövs ",
        ),
        (
            rf"\b(föreslår|vill) att regeringen (?:{_SHOULD} överväga|överväger) att (?=\w+a\b)",
            r"\1 att det bör övervägas att ",
        ),
        (rf"(?<!inte ){_ONLY} (ska|skall|bör|borde) {_COVER}", r"\1 begränsas till "),
        (rf"\b(ska|skall|bör|borde) {_ONLY} {_COVER}", r"\1 begränsas till "),
        (
            rf"\b(saknar|efterlyser|efterfrågar) {_PLACE} (?=ett?\b|en\b)(?![^.]{{0,300}}\b(?:men|nu)\b)",
            r"\1 ",
        ),
        (rf"\bdet {_SHOULD} vara tillräckligt (?=med\b)", "det bör räcka "),
        (r"\batt ((?:\w+(?:are|a) )?\w+) (?:behövs|krävs) (?=om\b|av\b|kring\b)", r"att det behövs \1 "),
        (r"\bskulle (?:gärna )?vilja (?=att\b|se att\b)", "vill "),
        (rf"\bkan inte tillstyrka\b{_ALWAYS}", "ifrågasätter"),
        (rf"\bkan inte (?:acceptera|godta|ställa (?:sig|oss) bakom)\b{_ALWAYS}", "motsätter sig"),
        (rf"\b(anser|finner|tycker|bedömer) det (?:vara )?(?:\w+ )?{_HELD} att\b", r"\1 att det är \2 att"),
        (r"(?<=\w),? enligt (?:[\w-]+ ){1,3}(?:uppfattning|mening|bedömning|åsikt|erfarenhet),? ", " "),
        (
            r"(?<=\w) (?:i stället|istället|dessutom|därför|således|alltså|följaktligen)"
            rf" (?={_SHOULD}\b)",
            " ",
        ),
        (rf"(?<=\w) (?:mer|mera|närmare) (?:ingående|noggrant|utförligt|djupgående) (?={_SHOULD}\b)", " "),
        (
            rf"\bdet {_SHOULD} {_ALSO}(?:vara möjligt|finnas möjlighet) för ([\w -]{{2,40}}?) att\b"
            r"(?![^.]{0,300}\b(?:men|om|utan att|först)\b)",
            r"\1 ska kunna",
        ),
        (rf"\bdet ({_SHOULD}) {_ALSO}tas (hänsyn|höjd|ställning)\b{_BY_NONE}", r"man \1 ta \2"),
        (rf"(?<=\batt )(?-i:(hänsyn|höjd|ställning)) ({_SHOULD}) {_ALSO}tas\b{_BY_NONE}", r"man \2 ta \1"),
        (rf"^hänsyn ({_SHOULD}) {_ALSO}tas\b{_BY_NONE}", r"Man \1 ta hänsyn"),
        (rf"\bdet ({_SHOULD}) {_ALSO}hänvisas till\b", r"man \1 hänvisa till"),
        (
            r"\brisken för ((?!att\b)[\w -]{3,70}?) är "
            r"(?:stor|överhängande|påtaglig|betydande|hög)\b(?! om\b| men\b)",
            r"det finns risk för \1",
        ),
        (
            rf", (?:däribland|bl\.a\.|bland annat|bland andra) [^.:]{{3,500}}?, (?=(?:{_STANDS})\b)",
            " ",
        ),
        (r"(?<!ingen )\bförståelse för [^.,]*?\bbehov(?:et)? av\b", "förståelse för"),
        (r"\bövervägas om det (?:går|är möjligt) att\b(?![^.]*\butan att\b)", "övervägas att"),
        (r"^(vem|vad|vilka) är det som\b", r"\1"),
        (
            rf"^(?!utred|regering|kommitt)(.*?)\bdet (?:kan|bör|måste) {_BETWEEN}ifrågasättas {_ASKED}\b",
            r"\1vi ifrågasätter \2",
        ),
        (rf"\bfrågar (?:sig|oss|mig) {_BETWEEN}{_ASKED}\b", r"undrar \1"),
        (rf"^(?:\w+ )?undrar {_BODY} {_BETWEEN}{_ASKED}\b", r"Vi undrar \1"),
        (
            rf"^[^.:]*?\bgår {_BETWEEN}inte att (?:(?:av|ur|utifrån|i) [\w -]{{1,60}}? )?{_SEEN} {_ASKED}\b",
            r"Det är oklart \1",
        ),
        (rf"^[^.:]*?\b{_SAYS} {_BETWEEN}inte (?:för |närmare )?{_ASKED}\b", r"Det är oklart \1"),
        (
            rf"^[^.:]*?\b{_FINDS} {_BETWEEN}att (?:den |det )?\w+ inte {_BETWEEN}{_SAYS} (?:för )?{_ASKED}\b",
            r"Det är oklart \1",
        ),
        (rf"\b({_ASKED}\b[^.,:]*?) (?:ska|skall) kunna\b", r"\1 kan"),
        (
            rf"\batt det är ((?!en\b|ett\b)(?:(?!{_NOT}|(?:att|som|om|vad|vem|hur|vilk\w+)\b)[\w-]+ ){{0,6}}?"
            r"[\w-]+(?:en|et|na)) som (?=(?:ska|bör|får|måste|kan|\w+r)\b)",
            r"att \1 ",
        ),
        (r"\banvända sig av\b", "använda"),
        (r"\banvänder sig av\b", "använder"),
        (r"\bär att (?:se|betrakta|anse) som\b", "är"),
        (rf"\bdet (?:finns|föreligger) (?:(?!{_NONE})[\w-]+ ){{0,3}}skäl som talar för att\b", ""),
        (r"\batt det (?:i [\w-]+ )?(?:regleras|föreskrivs|lagfästs|slås fast) att\b", "att"),
    )
)

_REASONED: dict[Stance, tuple[re.Pattern[str], str]] = {
    "positiv": (
        re.compile(
            rf"^(?!utred|regering|kommitt|{_NOBODY})([^.:]*?)\b(?:stödjer|stöder|tillstyrker|välkomnar) "
            rf"(förslagen|förslaget) och (?:{_HOLDING}) att (?:det|de) "
            r"(?=(?:stärker|förbättrar|underlättar|främjar|spar|sparar|skyddar|förenklar|förtydligar)\b)"
            r"(?![^.]*\b(?:kostnad\w*|merarbete|risk\w*|inte|endast|bara|men)\b)",
            re.IGNORECASE,
        ),
        r"\1uppskattar att \2 ",
    ),
    "kritik": (
        re.compile(
            rf"^(?!utred|regering|kommitt|{_NOBODY})([^.:]*?)\b(?:avstyrker|motsätter sig|avvisar) "
            rf"(förslagen|förslaget) (?:då|eftersom|och (?:{_HOLDING}|anger) att) (?:det|de) "
            r"(?=(?:strider|leder|innebär|medför|riskerar|försvårar|försämrar|begränsar|hindrar|föregår|"
            r"ökar|skapar|hotar|drabbar|missgynnar|urholkar)\b)(?![^.]*\binte\b)",
            re.IGNORECASE,
        ),
        r"\1kritiserar att \2 ",
    ),
}
"""Why a proposal is supported or rejected: that tells more than the stand."""

_ASKED_FIRST = re.compile(rf"^{_ASKED} ([^.:?]+?) {_LEFT_OPEN}\b.*$", re.IGNORECASE)


def plainer(sentence: str, stance: Stance) -> str:
    """Return `sentence` in turns that mean the same and that the rules of labels know.

    Only what frames the matter is put otherwise, so the words of a label are still the sentence's own. An
    item of a list of wishes ("att målen följs upp") gets the verb that its list has.
    """
    for pattern, plain in (*_WISHES, *_PLAINER) if stance == "forslag" else _PLAINER:
        sentence = pattern.sub(plain, sentence, count=1)
    if stance in _REASONED:
        pattern, plain = _REASONED[stance]
        sentence = pattern.sub(plain, sentence, count=1)
    asked = _ASKED_FIRST.match(sentence)
    return f"Det är oklart {asked[1].lower()} {asked[2]}." if asked else sentence
