"""Words that tell what a sentence wants, and words with which a label may not end or begin."""

from __future__ import annotations

from remissnlp.themes.grammar import COPULAS

_VERBS = {
    "Önskar": "önskar önskat",
    "Efterfrågar": "efterfrågar efterfrågas behövs krävs behöva behövas efterfrågat",
    "Efterlyser": "efterlyser efterlyses efterlyst",
    "Saknar": "saknar saknas",
    "Föreslår": "föreslår föreslås föreslagit",
    "Förordar": "förordar förordat",
    "Föredrar": "föredrar",
    "Förespråkar": "förespråkar",
    "Uppmuntrar": "uppmuntrar",
    "Välkomnar": "välkomnar välkomnas välkomnat",
    "Uppskattar": "uppskattas uppskattar",
    "Stödjer": "stödjer stöder biträder bejakar",
    "Tillstyrker": "tillstyrker bifaller tillstyrks tillstyrkt",
    "Avstyrker": "avstyrker avstyrks avstyrkt",
    "Ifrågasätter": "ifrågasätter ifrågasatt",
    "Befarar": "befarar",
    "Avvisar": "avvisar avvisas avvisat",
    "Motsätter sig": "motsätter",
    "Beklagar": "beklagar",
    "Kritiserar": "kritiserar kritiserat",
    "Godtar": "godtar accepterar",
    "Begär": "begär yrkar",
    "Rekommenderar": "rekommenderar",
}
"""How a label opens, and the verbs whose object says what is wanted; "tillstyrkt" stands after "har"."""

OBJECT_CUES = {word: opening for opening, words in _VERBS.items() for word in words.split()}
"""Verbs whose object says what is wanted, and the verb that a label uses."""

_PAIRS = {
    "Välkomnar": "positiv till, positiv på, positiv med, positiva till, positiva på, positiva med, positivt "
    "till, positivt på, positivt med",
    "Ifrågasätter": "kritisk till, kritiska till, kritiskt till, negativ till, negativa till, tveksam till, "
    "tveksamt till, tveksamma till, frågande till",
    "Invänder mot": "invändningar mot, invändning mot, invänder mot, invänt mot",
    "Motsätter sig": "protesterar mot, motsatt sig, sig emot, är emot, oss emot",
    "Varnar för": "varnar för, varna för",
    "Avråder från": "avråder från",
    "Stödjer": "sig bakom, oss bakom, står bakom, instämmer i",
    "Ser behov av": "behov av",
    "Betonar behovet av": "behovet av",
    "Betonar vikten av": "vikten av, viktigt med",
    "Betonar betydelsen av": "betydelsen av",
    "Känner oro för": "orolig för, oroliga för, oro för, oro på, oro över",
    "Ser risk för": "risk för, risken för, risker för",
    "Önskar": "önskemål om, vinna på, vinner på, önskvärt med, värdefullt med, angeläget med, nödvändigt med",
}
"""The same of two words."""

PAIR_CUES: dict[tuple[str, ...], str] = {
    tuple(pair.split()): opening for opening, pairs in _PAIRS.items() for pair in pairs.split(", ")
}
SUPPORT = frozenset("Välkomnar Uppskattar Stödjer Tillstyrker Uppmuntrar Godtar".split())
OPPOSITION = frozenset("Avstyrker Ifrågasätter Befarar Avvisar Beklagar Kritiserar".split()) | frozenset(
    {"Motsätter sig", "Invänder mot", "Varnar för", "Avråder från"}
)
SAYING = frozenset(
    "anser menar framhåller framför anför påpekar betonar understryker poängterar föreslår önskar "
    "bedömer tycker "
    """
    förordar konstaterar framhålla framföra påpeka betona understryka poängtera lyfta lyfter ser
    uppmärksammas anges framgå framgår anfört ansett menat framfört påpekat framhållit betonat bedömt
    hävdar hävdat understrukit konstaterat noterar noterat påminner påminna peka pekar påtalar
    anger uppger förutsätter invänder
    """.split()
)
NEED = frozenset(
    """
    vikt viktigt angeläget nödvändigt önskvärt lämpligt rimligt värdefullt positivt bra väsentligt centralt
    befogat motiverat ändamålsenligt klokt skäligt välkommet betydelse bättre lämpligare rimligare
    """.split()
)
NARROWING = frozenset("endast bara enbart".split())
"""Adverbs whose focus may come last: "endast höjas (för bolag)"."""

DEGREE = frozenset("annars helt normalt initialt framgent framöver snarast".split())
"""Adverbs beside a verb that tell how far or when, and which nothing hangs on."""

BAD = frozenset(
    """
    tveksamma tveksam problematiskt fel brist nackdel svaghet synd rättsosäkert oklokt diskutabelt
    """.split()
)
"""Judgements against what follows "att" or "om", besides those that the lexicon of cues knows."""

PRAISE = frozenset(
    """
    bra positivt positiv välkommet välkommen välkomna klokt klok kloka utmärkt utmärkta värdefullt värdefull
    lovvärt efterlängtat efterlängtad föredömligt föredömlig
    """.split()
)
"""What is said of a thing that is welcome."""

DESIRED = PRAISE | frozenset(
    "önskvärd önskvärt önskvärda angelägen angeläget angelägna bättre lämpligt lämplig lämpliga".split()
)
"""What is said of a thing that would be welcome."""

HARD = frozenset("svårt utmanande svårare komplicerat problematiskt krävande omöjligt".split())
"""Judgements of what is hard to do."""

UNCLEAR = frozenset(
    "oklarhet oklarheter osäkerhet oklart oklara oklar otydligt otydliga osäkert ovisst".split()
)
REASON = frozenset("förslag önskemål möjligheter skäl anledning behov behovet fördel fördelaktigt".split())
"""Nouns after which "att" and an infinitive tell what is wanted."""

WH_WORDS = frozenset("hur vad vilken vilket vilka vem varför när huruvida".split())
CLARIFYING = frozenset(
    """
    klargöras förtydligas tydliggöras preciseras utredas analyseras övervägas redovisas beskrivas belysas
    definieras regleras undersökas specificeras förklaras utvecklas diskuteras konkretiseras prövas
    föreskrivas lagregleras säkerställas krävas
    """.split()
)
"""Passive infinitives after which a question tells what should be made clear."""

HEADS = frozenset(
    """
    förslag förslaget förslagen fråga frågan frågor frågorna krav kravet kraven bestämmelser bestämmelsen
    bestämmelserna regler reglerna regeln regleringen möjligheterna rätten undantag undantaget bedömning
    bedömningen definition definitionen behovet ansvaret ändringar ändringen införandet utformningen
    tillämpningen begränsningen konsekvenser effekter effekterna avgränsningen problem problemen
    slutsats slutsatsen uppfattning uppfattningen resonemang resonemanget konstaterande konstaterandet
    uppdrag uppdraget inriktning inriktningen intentioner intentionerna grunden
    """.split()
)
"""Nouns with which people speak of what is proposed."""

EPISTEMIC = frozenset("beräknas antas förväntas anses befaras ifrågasättas konstateras antagas".split())
"""Passive infinitives after "kan" that guess and wish nothing."""

SHOWING = frozenset("framgår framgå anges ange tydliggörs klargörs preciseras står är vore".split())
BEING = frozenset("är vore ställer sig ser positivt".split())
WISH = frozenset("bör borde ska skall måste behöver skulle".split())
RELATIONAL = frozenset(
    """
    möjligheten kopplingen förutsättningarna konsekvenserna risken vikten behovet betydelsen tankarna
    """.split()
)
"""Nouns that are of something: no label leaves out of what where the sentence tells."""

UNFINISHED = RELATIONAL | frozenset(
    """
    inte mycket mer mest så helt ytterst alltför för sig varandra ett en redan sådant sådan all hela först
    emot både färre tillsammans flera många vissa alla samtliga låta föremål enlighet linje form syfte
    hänsyn sätt sättet skäl anledning tillgång möjlighet förhållande koppling
    förutsättning förutsättningar sidan utformat utformad utformade likhet följd grund mån
    """.split()
)
"""Words that no label ends with; those that are relational may where nothing follows."""

REASONING = frozenset("eftersom då medan såvida".split())
"""Words that open a reason or a condition, which no label has room for."""

EMPTY = frozenset(
    """
    gå görs sker ges tas blir får utformas göras ske anses få finnas bli kunna tas ges betraktas räknas
    """.split()
)
"""Infinitives that say nothing without what follows."""

VAGUE = frozenset(
    "desamma dessa detta denna följande nedanstående dem han hon hen vi vår vårt våra jag dess".split()
)
DOCUMENTS = tuple(
    """
    programmet planen utredningen betänkandet förslaget strategin avsnittet kapitlet dokumentet remissen
    promemorian utkastet policyn analysen
    """.split()
)
"""Endings of words for what was sent out and its parts: what they lack, the writer lacks."""

AUTHORS = ("utredningen", "utredaren", "kommittén", "promemorian", "regeringen", "betänkandet", "förslaget")
"""Endings of words for those whose proposal it is."""

ENACTING = frozenset("föreskriver föreskrivs stadgar stadgas innebär medför betyder".split())
"""Verbs after which "att" tells what holds, not what is wished."""

ENTAILING = frozenset("innebär medför".split())
"""Of these, the ones after which those who criticise tell what they fear."""

PAIRING = frozenset("både såväl dels mellan skilja skiljer skillnad".split())
"""Words after which both halves of "A och B" are needed."""

RETELLING = frozenset(
    "lyfta peka trycka varna uppmärksamma tacka börja poängtera tillägga understryka avsluta inleda".split()
)
"""Infinitives after "vill" that only lead to what is said."""

TITLES = frozenset("avsnittet rubriken begreppet kapitlet uttrycket ordet paragrafen formuleringen".split())
LINKING = COPULAS | {"göras", "bli", "vara", "anses", "upplevs", "upplevas"}
CONDITIONAL = "skulle"
