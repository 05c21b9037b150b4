# ruff: noqa: E501  (a lexicon reads better in long lines)
"""Classes of Swedish words that take a stand, as pieces of regular expressions for `cues`.

General vocabulary of evaluation, obligation and request, with the ways Swedish forms such words:
*o-* … *-lig*, *svår-*, *miss-*, *väl-* … *-d*, *under-* and *över-*, *-lös*.
"""

from __future__ import annotations

from collections.abc import Iterable


def _any_of(stems: str | Iterable[str]) -> str:
    return "|".join(stems.split() if isinstance(stems, str) else stems)


_ADJECTIVE = r"(?:t|a|e|n|are|aste?)?"

# Negative adjectives and participles.
_BAD_STEMS = _any_of(
    "dålig svag usel undermålig bristfällig bristande knapphändig knapp tunn ytlig vag luddig diffus snäv snål gles "
    "skev sned ensidig urvattnad urvattna krånglig komplicera[dt] tungrod[dt] byråkratisk klumpig klen mager "
    "kostsam kostnadsdrivande betungande resurskrävande tidskrävande inaktuell föråldra[dt] motstridig motsägelsefull "
    "godtycklig slumpmässig felaktig fel tandlös verkningslös meningslös rättslös farlig livsfarlig skadlig riskabel "
    "vansklig problematisk bekymmersam allvarlig alarmerande besvärande anmärkningsvärd anmärkningsvärt märklig konstig "
    "förvånande beklaglig tråkig sorglig besvärlig negativ kritisk skeptisk tveksam tveksamt diskutabel tvivelaktig "
    "orolig bekymra[dt] besviken besvikna missnöj[dt] frågande förbryllande förvirrande förvillande "
    "splittra[dt] hämmande hindrande överflödig långsökt styvmoderlig främmande sämre sämst värre värst"
)
_BAD_FORMED = (
    r"o(?!vanlig|mede|ffent|rdent|tal|skyld|rolig)\w{2,}(?:lig|ig|bar|sam)(?:t|a|en)?"
    r"|o(?:klar|säker|jämn|rättvis|sund|moget|mogen|enkel|trygg|effektiv|demokratisk|relevant|bekväm)\w{0,2}"
    r"|o(?:genomtänk|utre|motiver|befog|realist|definier|preciser|förankr|acceptab|proportioner|tillfredsställ|behöv|underbygg|beaktad|nyanser|strukturer|finansier)\w*"
    r"|svår(?:t|a|are)?|svår(?:läs|tolk|tillämp|begrip|förstå|överskåd|arbet|hanter|bedöm|uppnå|motiver|genomför|administrer|navigera|tillgäng|mät)\w*"
    r"|tung(?:t|a)?|\w+tung(?:t|a)|missvisande|miss(?:gynn|lyck|rikta|förstå|tolk)\w*|vilseled\w+"
    r"|(?:under|över)(?:finansiera|skatta|dimensionera|bemanna|driv|belasta|drift|detaljera)\w*"
)
BAD = rf"(?:(?:{_BAD_STEMS}){_ADJECTIVE}|{_BAD_FORMED})"

# Positive ones.
_GOOD_STEMS = _any_of(
    "bra jättebra toppen god goda gott bättre bäst utmärk[td] klok lovvärd lovvärt glädjande glad glatt rolig kul trevlig "
    "fantastisk fin lycka[dt] lyckosam efterlängta[dt] gedig gedigen gediget ambitiös förtjänstfull värdefull ändamålsenlig "
    "konstruktiv genomarbeta[dt] genomtänkt adekvat relevant träffande pedagogisk överskådlig lättläs[td] lättförståelig "
    "lättillgänglig tilltalande välkomm(?:en|et|na) positiv viktig nyttig kraftfull rimlig lämplig angelägen angeläget "
    "balansera[dt] proportionerlig intressant uppskatta[dt] gynnsam fördelaktig"
)
GOOD = (
    rf"(?:(?:{_GOOD_STEMS}){_ADJECTIVE}|väl(?:grunda|avväg|motivera|skriv|formulera|arbeta|behöv|utforma|balansera|struktur|disponera|fungera)\w*"
    r"|väl (?:underbygg|avväg|motivera|genomarbeta|genomtänk|utforma|beskriv|skriv|formulera|avvägt)\w*)"
)

# What is said to be needed or fitting: "det är … att".
NEEDED = (
    r"(?:viktigt|nödvändigt|angeläget|avgörande|centralt|väsentligt|önskvärt|önskat|rimligt|lämpligt|naturligt|motiverat|befogat"
    r"|påkallat|eftersträvansvärt|prioriterat|bättre|enklare|lämpligare|rimligare|bäst|klokare|självklart|hög tid|dags"
    r"|av (?:stor |största |central |avgörande |yttersta )?(?:vikt|betydelse))"
)

# Verbs of treating a matter: with "inte" they say that the document fails to.
TREATS = (
    r"(?:framgå|framgår|framgått|nämn(?:s|a|as|er|t|ts)|berör(?:s|a|as|t|ts)?|behandla(?:s|r|t|ts)?|redovisa(?:s|r|t|ts)?|beskriv(?:s|er|a|as|it|its)"
    r"|beakta(?:s|r|t|ts)?|analysera(?:s|r|t|ts)?|utre(?:ds|der|da|tt|tts)|belys(?:s|er|a|as|t|ts)|definiera(?:s|r|t|ts)?|motivera(?:s|r|t|ts)?|förklara(?:s|r|t|ts)?"
    r"|redogör(?:s|a|as|t|ts)?|tydliggör(?:s|a|as)?|precisera(?:s|r|t|ts)?|konkretisera(?:s|r|t|ts)?|specificera(?:s|r|t|ts)?|omnämn(?:s|er|as|t|ts)|uppmärksamma(?:s|r|t|ts)?"
    r"|uppfyll(?:er|s|a|as|t|ts)|motsvara(?:r|s|t)?|stämm(?:er|a|t)|håll(?:er|a|it)|räck(?:er|a|t|te)|dug(?:er|a)|funger(?:ar|a|at|ade)|lös(?:er|a|t)|hjälp(?:er|a|t)"
    r"|utläs(?:a|as)|tillräcklig\w*|ägnats?|konsekvensbeskriv\w+|kvantifier\w+|problematiser\w+|säkerställ(?:s|er|a|as|t|ts)|svara(?:r|t)?|göra?s|gjorts|finns med|ingår|tillgodose\w*|möjlig\w*)"
)
# "Inte bara … utan också" denies nothing.
NOT = r"(?:(?:inte|ej)(?!\s+(?:bara|enbart|endast|minst)\b)|aldrig|knappast|icke)"
NOTHING = r"(?:ingen|inget|inga|ingenting|någon|något|några|varken)"

# Things that the writer wants done to the text or the matter.
CHANGE = (
    r"(?:ses över|se över|(?:för|ut|om|under|till|av|på|an|upp|bi|ned|in|ut|kom|kon|kvali|sam|sär|över|åter)?\w{2,}as|bli|blir|tas (?:bort|fram|upp|med|till)"
    r"|läggas? (?:till|in|om)|slås ihop|utgå|framgå|vara|finnas|få|ha|göras|ges|ingå|gälla)"
)
MEND = (
    r"(?:ses över|se över|förtydligas|kompletteras|utvecklas|stärkas|förstärkas|läggas till|flyttas|tydliggöras|preciseras"
    r"|konkretiseras|beskrivas|delas upp|justeras|ändras|omformuleras|skrivas|tas bort|utgå|strykas|lyftas fram|framgå|inkluderas"
    r"|omnämnas|läggas|slås ihop|samordnas|tas fram|kopplas|presenteras|definieras|förenklas|förbättras|förkortas|förlängas|bytas"
    r"|ersättas|redovisas|lämpligen \w+)"
)
DOCUMENT = (
    r"(?:\w*program(?:met|mets)?|\w*plan(?:en|ens|erna)?|\w*förslag(?:et|en)|\w*avsnitt(?:et|en)?|stycket|texten|skrivningen|skrivningarna"
    r"|rubriken|dokumentet|remissen|promemorian|betänkandet|utredningen|strategin|riktlinjerna|policyn|paragrafen|bestämmelsen|motionen)"
)

# Who speaks.
WRITER = (
    r"(?:(?!kommunstyrelsen)\w*(?:förvaltningen|nämnden|styrelsen|bolaget|kontoret|avdelningen|enheten|verksamheten|verksamhetsområdet|stadsdelen"
    r"|myndigheten|föreningen|förbundet|organisationen|universitetet|högskolan|länsstyrelsen|regionen|domstolen|rätten|rådet"
    r"|pastoratet|församlingen|stiftelsen|verket|inspektionen|institutet|akademin|kåren|klubben|tjänsten|museet|sällskapet"
    r"|samfundet|distriktet|kretsen|kommittén|gruppen|samverkan|partiet)s?|vi|jag|man|oss|våra?|vårt|min|medarbetarna|undertecknad\w*)"
)
OPINION = r"(?:mening|uppfattning|bedömning|åsikt|erfarenhet|förmenande|synsätt|övertygelse|ståndpunkt)"
ADVERBS = r"(?:\s+\w+){0,3}?"
