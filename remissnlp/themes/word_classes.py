"""The closed word classes of Swedish that labels need."""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """
    i på av till med vid från hos under över mellan genom efter före inom utom utanför bland mot enligt
    utifrån kring omkring trots utöver inför gällande avseende angående beträffande rörande bakom för om
    utan åt per framför nedströms uppströms gentemot intill invid ovanför nedanför runt bredvid nära
    kopplat kopplad baserat oavsett utöver via längs jämte inklusive exklusive ur
    """.split()
)

CONJUNCTIONS = frozenset("och eller samt men utan respektive alternativt".split())

SUBORDINATORS = frozenset(
    """
    att som om när då eftersom så hur var vad vem vilken vilket vilka vars varför där medan innan sedan
    ifall tills huruvida snarare liksom såsom förutsatt än utom dvs genom vilkas
    """.split()
)

DETERMINERS = frozenset(
    """
    en ett den det de denna detta dessa sin sitt sina dess deras någon något några
    """.split()
)

CLAUSE_OPENERS = frozenset("att som hur vad vem vilken vilket vilka varför där när huruvida".split())

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
    "torde": "torde",
    "kommer": "kommer",
}
"""Modal verbs and the one that a label uses for each."""

AUXILIARY_INFINITIVES = frozenset("ha kunna behöva böra få komma vilja".split())

PARTICLES = frozenset(
    """
    upp ihop samman fram in ut bort ned ner isär undan över om till av på an igen tillbaka
    """.split()
)

PURE_PARTICLES = frozenset("upp ihop samman fram in ut bort ned ner isär undan över tillbaka".split())

COPULAS = frozenset("är blir vore".split())

IRREGULAR_INFINITIVES = frozenset(
    """
    öka ökas äga ägas åka bära bäras bidra äta ätas bränna ligga sitta synas förbli döpa ploga plogas
    sanda sandas måla målas klippa klippas ge få se gå stå bli ha vara göra ta ske nå bo tro ges ses tas
    nås dra dras
    """.split()
)
"""Infinitives that their other forms in the list of words do not tell from nouns."""

IRREGULAR_FINITE = frozenset(
    """
    är blir har händer bär spar drar dras äter ryms slås sitter syns förblir lyser
    kan ska skall bör får måste vill vet ger går ser står gör sker når innebär består råder
    beror finns saknas behövs krävs riskerar medför leder utgör skapar kommer tar tas ges görs ses blir
    ligger avser gäller framgår omfattar bidrar tenderar anses ansågs bedöms utgår påverkar försvårar
    underlättar motsvarar föreligger ökar äger åker förs höjs hörs körs bärs nås
    """.split()
)

FILLERS = frozenset(
    """
    även också dock därför emellertid vidare istället exempelvis överlag dessutom således bl.a. t.ex.
    givetvis därutöver däremot slutligen generellt starkt bestämt sammanfattningsvis likaså särskilt
    betydligt synnerligen ytterst väldigt avsevärt möjligen eventuellt troligen troligtvis sannolikt
    främst framförallt ju nog samtidigt alltså alls heller tyvärr dessvärre därtill visserligen förvisso
    gärna hellre kanske ändå sammantaget sammanlagt härutöver härtill härmed därmed härigenom därigenom
    härvid därvid dels likväl s.k. m.m. m.fl. etc.
    """.split()
)
"""Adverbs that a label does without."""
