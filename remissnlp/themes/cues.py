"""Words that tell what a sentence wants, and words with which a label may not end or begin."""

from __future__ import annotations

from remissnlp.themes.grammar import COPULAS

OBJECT_CUES = {
    "önskar": "Önskar",
    "efterfrågar": "Efterfrågar",
    "efterfrågas": "Efterfrågar",
    "efterlyser": "Efterlyser",
    "efterlyses": "Efterlyser",
    "behövs": "Efterfrågar",
    "krävs": "Efterfrågar",
    "behöva": "Efterfrågar",
    "behövas": "Efterfrågar",
    "saknar": "Saknar",
    "saknas": "Saknar",
    "föreslår": "Föreslår",
    "föreslås": "Föreslår",
    "förordar": "Förordar",
    "förespråkar": "Förespråkar",
    "uppmuntrar": "Uppmuntrar",
    "välkomnar": "Välkomnar",
    "välkomnas": "Välkomnar",
    "uppskattas": "Uppskattar",
    "uppskattar": "Uppskattar",
    "stödjer": "Stödjer",
    "stöder": "Stödjer",
    "tillstyrker": "Tillstyrker",
    "avstyrker": "Avstyrker",
    "ifrågasätter": "Ifrågasätter",
    "befarar": "Befarar",
    "avvisar": "Avvisar",
    "avvisas": "Avvisar",
    "motsätter": "Motsätter sig",
    "beklagar": "Beklagar",
    "kritiserar": "Kritiserar",
    "godtar": "Godtar",
    "accepterar": "Godtar",
    "bifaller": "Tillstyrker",
    "biträder": "Stödjer",
    "bejakar": "Stödjer",
    "begär": "Begär",
    "yrkar": "Begär",
    "rekommenderar": "Rekommenderar",
    "tillstyrks": "Tillstyrker",
    "avstyrks": "Avstyrker",
    # After "har": the tense of those who retell what somebody said.
    "tillstyrkt": "Tillstyrker",
    "avstyrkt": "Avstyrker",
    "ifrågasatt": "Ifrågasätter",
    "föreslagit": "Föreslår",
    "förordat": "Förordar",
    "efterlyst": "Efterlyser",
    "efterfrågat": "Efterfrågar",
    "avvisat": "Avvisar",
    "välkomnat": "Välkomnar",
    "kritiserat": "Kritiserar",
    "önskat": "Önskar",
}
"""Verbs whose object says what is wanted, and the verb that a label uses."""

PAIR_CUES = {
    **{
        (form, word): "Välkomnar"
        for form in ("positiv", "positiva", "positivt")
        for word in ("till", "på", "med")
    },
    **{
        (form, "till"): "Ifrågasätter"
        for form in (
            "kritisk",
            "kritiska",
            "kritiskt",
            "negativ",
            "negativa",
            "tveksam",
            "tveksamt",
            "tveksamma",
            "frågande",
        )
    },
    ("invändningar", "mot"): "Invänder mot",
    ("invändning", "mot"): "Invänder mot",
    ("invänder", "mot"): "Invänder mot",
    ("invänt", "mot"): "Invänder mot",
    ("motsatt", "sig"): "Motsätter sig",
    ("varnar", "för"): "Varnar för",
    ("varna", "för"): "Varnar för",
    ("avråder", "från"): "Avråder från",
    ("sig", "emot"): "Motsätter sig",
    ("är", "emot"): "Motsätter sig",
    ("sig", "bakom"): "Stödjer",
    ("oss", "bakom"): "Stödjer",
    ("oss", "emot"): "Motsätter sig",
    ("står", "bakom"): "Stödjer",
    ("instämmer", "i"): "Stödjer",
    ("behov", "av"): "Ser behov av",
    ("behovet", "av"): "Betonar behovet av",
    ("vikten", "av"): "Betonar vikten av",
    ("betydelsen", "av"): "Betonar betydelsen av",
    **{(form, "för"): "Känner oro för" for form in ("orolig", "oroliga", "oro")},
    ("risk", "för"): "Ser risk för",
    ("risken", "för"): "Ser risk för",
    ("risker", "för"): "Ser risk för",
    ("önskemål", "om"): "Önskar",
    ("vinna", "på"): "Önskar",
    ("vinner", "på"): "Önskar",
    **{(form, "med"): "Önskar" for form in ("önskvärt", "värdefullt", "angeläget", "nödvändigt")},
    ("viktigt", "med"): "Betonar vikten av",
}
SUPPORT = frozenset("Välkomnar Uppskattar Stödjer Tillstyrker Uppmuntrar Godtar".split())
OPPOSITION = frozenset(
    [
        "Avstyrker",
        "Ifrågasätter",
        "Befarar",
        "Avvisar",
        "Motsätter sig",
        "Beklagar",
        "Kritiserar",
        "Invänder mot",
        "Varnar för",
        "Avråder från",
    ]
)
SAYING = frozenset(
    "anser menar framhåller framför anför påpekar betonar understryker poängterar föreslår önskar "
    "bedömer tycker "
    """
    förordar konstaterar framhålla framföra påpeka betona understryka poängtera lyfta lyfter ser
    uppmärksammas anges framgå framgår anfört ansett menat framfört påpekat framhållit betonat bedömt
    hävdar hävdat understrukit konstaterat noterar noterat påtalar anger uppger förutsätter invänder
    """.split()
)
NEED = frozenset(
    """
    vikt viktigt angeläget nödvändigt önskvärt lämpligt rimligt värdefullt positivt bra väsentligt centralt
    befogat motiverat ändamålsenligt klokt skäligt välkommet
    """.split()
)
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

UNCLEAR = frozenset("oklart oklara oklar otydligt otydliga osäkert ovisst".split())
REASON = frozenset("förslag önskemål möjligheter skäl anledning behov behovet fördel fördelaktigt".split())
"""Nouns after which "att" and an infinitive tell what is wanted."""

WH_WORDS = frozenset("hur vad vilken vilket vilka vem varför när huruvida".split())
CLARIFYING = frozenset(
    """
    klargöras förtydligas tydliggöras preciseras utredas analyseras övervägas redovisas beskrivas belysas
    definieras regleras undersökas specificeras förklaras utvecklas diskuteras konkretiseras prövas
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
UNFINISHED = frozenset(
    """
    inte mycket mer mest så helt ytterst alltför för sig varandra ett en redan sådant sådan all hela först
    emot både färre tillsammans flera många vissa alla samtliga låta föremål enlighet linje form syfte
    hänsyn sätt sättet skäl anledning tillgång möjlighet möjligheten förhållande koppling kopplingen
    förutsättning förutsättningar sidan utformat utformad utformade likhet följd
    förutsättningarna konsekvenserna risken vikten behovet betydelsen tankarna grund mån
    """.split()
)
"""Words that no label ends with."""

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
LINKING = COPULAS | {"göras", "bli", "vara", "anses"}
CONDITIONAL = "skulle"
