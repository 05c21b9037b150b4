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
    "saknar": "Saknar",
    "saknas": "Saknar",
    "föreslår": "Föreslår",
    "föreslås": "Föreslår",
    "förordar": "Förordar",
    "förespråkar": "Förespråkar",
    "uppmuntrar": "Uppmuntrar",
    "välkomnar": "Välkomnar",
    "uppskattar": "Uppskattar",
    "stödjer": "Stödjer",
    "stöder": "Stödjer",
    "tillstyrker": "Tillstyrker",
    "avstyrker": "Avstyrker",
    "ifrågasätter": "Ifrågasätter",
    "befarar": "Befarar",
    "avvisar": "Avvisar",
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
            "tveksamma",
            "frågande",
        )
    },
    ("behov", "av"): "Ser behov av",
    ("behovet", "av"): "Betonar behovet av",
    ("vikten", "av"): "Betonar vikten av",
    ("betydelsen", "av"): "Betonar betydelsen av",
    ("risk", "för"): "Ser risk för",
    ("önskemål", "om"): "Önskar",
}
SUPPORT = frozenset("Välkomnar Uppskattar Stödjer Tillstyrker Uppmuntrar".split())
OPPOSITION = frozenset("Avstyrker Ifrågasätter Befarar Avvisar".split())
SAYING = frozenset(
    "anser menar framhåller framför anför påpekar betonar understryker poängterar föreslår önskar "
    "bedömer tycker "
    """
    förordar konstaterar framhålla framföra påpeka betona understryka poängtera lyfta lyfter ser
    uppmärksammas anges framgå framgår
    """.split()
)
NEED = frozenset(
    """
    viktigt angeläget nödvändigt önskvärt lämpligt rimligt värdefullt positivt bra väsentligt centralt
    """.split()
)
SHOWING = frozenset("framgår framgå anges ange tydliggörs klargörs preciseras står är vore".split())
BEING = frozenset("är vore ställer sig ser positivt".split())
WISH = frozenset("bör borde ska skall måste behöver skulle".split())
UNFINISHED = frozenset(
    "inte mycket mer mest så helt ytterst alltför för sig varandra ett en vikten behovet betydelsen "
    "frågan sättet "
    """
    risken möjligheten hänsyn enlighet linje form tillsammans syfte flera många vissa alla samtliga
    """.split()
)
VAGUE = frozenset("desamma dessa detta denna dem han hon hen vi vår vårt våra jag dess".split())
TITLES = frozenset("avsnittet rubriken begreppet kapitlet uttrycket ordet paragrafen formuleringen".split())
LINKING = COPULAS | {"göras", "bli", "vara", "anses"}
CONDITIONAL = "skulle"
