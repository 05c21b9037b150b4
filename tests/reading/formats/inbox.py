# ruff: noqa: E501
"""Twenty responses to three remisser, written for these tests and annotated where they are written.

A block is what stands between blank lines. ``# `` begins a heading, ``- `` an item of a list, ``|`` a row of a
table; other lines are set as they are, so that a paragraph is one line. ``{f|…}`` marks a synpunkt that
proposes or demands, ``{k|…}`` criticises, ``{p|…}`` supports and ``{s|…}`` asks.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Response(NamedTuple):
    name: str
    remiss: str
    remissinstans: str
    dnr: str | None
    date: str
    marked: str
    status: str = "ok"

    @property
    def text(self) -> str:
        """The text as it is set, without the marks of the annotation."""
        return re.sub(r"\{[fkps]\||\}", "", self.marked)

    @property
    def blocks(self) -> list[str]:
        return self.text.strip().split("\n\n")


PLAN, REPORT, LONELY = "KS 2025/77", "SOU 2025:14", "KS 2025/310"

RESPONSES = (
    Response(
        "fritidsnämnden",
        PLAN,
        "Fritidsnämnden",
        "FN 2025/118",
        "2025-03-11",
        """
Fritidsförvaltningen
Tjänsteutlåtande
Dnr FN 2025/118
2025-03-11

Till
Fritidsnämnden
2025-04-08

# Friluftsplan 2035
Svar på remiss från kommunstyrelsen, dnr KS 2025/77

# Förslag till beslut

Fritidsnämnden överlämnar förvaltningens tjänsteutlåtande som svar på remissen.

# Bakgrund

Kommunstyrelsen har remitterat förslaget till friluftsplan till fritidsnämnden. I planen anges att alla invånare ska ha nära till natur. Planen ersätter den tidigare grönplanen.

# Förvaltningens synpunkter

{p|Förvaltningen välkomnar att staden får en samlad friluftsplan.} {p|Det är positivt att planen utgår från barns vardag.}

Fritidsförvaltningen driver i dag elva friluftsgårdar. Förra året besökte 40 000 personer gårdarna.

{k|Planen saknar dock en redovisning av vad åtgärderna kostar.} {f|Förvaltningen föreslår att varje åtgärd får en ansvarig nämnd och en budget.}

{f|Begreppet tätortsnära natur behöver definieras eftersom det används på olika sätt i olika kapitel.} {f|Uppföljningen bör ske vartannat år och redovisas för kommunfullmäktige.}

Eva Lind
Förvaltningschef
""",
    ),
    Response(
        "trafiknämnden",
        PLAN,
        "Trafiknämnden",
        "T2025-00412",
        "2025-03-20",
        """
Trafikkontoret
Tjänsteutlåtande
Dnr T2025-00412
2025-03-20

Till
Trafiknämnden

# Yttrande över remiss av friluftsplan 2035, KS 2025/77

# Trafikkontorets förslag till beslut

Trafiknämnden godkänner kontorets tjänsteutlåtande som svar på remissen.

# Ärendet

Kommunstyrelsen har tagit fram ett förslag till friluftsplan. Förslaget innehåller trettio åtgärder.

# Kontorets bedömning

{p|Kontoret är positivt till att planen lyfter fram gång- och cykelvägar till naturområden.} {k|Kontoret ser dock en risk att åtgärderna konkurrerar om samma medel som underhållet av befintliga vägar.}

{f|Kontoret anser att planen bör ange hur åtgärderna ska prioriteras.} {f|Belysning längs motionsspår bör samordnas med trafiknämndens program för trygga stråk.}

{s|Kontoret undrar vem som ansvarar för skyltningen utanför gatumark.}

Per Ask
Förvaltningschef
""",
    ),
    Response(
        "stadsbostäder",
        PLAN,
        "Stadsbostäder AB",
        "SB 2025-44",
        "2025-02-28",
        """
Stadsbostäder AB

Datum: 2025-02-28
Vårt dnr: SB 2025-44
Ert dnr: KS 2025/77

# Yttrande över remiss av friluftsplan 2035

# Sammanfattning

{p|Bolaget är i huvudsak positivt till friluftsplanen.}

# Bolagets synpunkter

Stadsbostäder AB äger och förvaltar 8 000 lägenheter.

{f|Bolaget vill särskilt framhålla behovet av:}

- {f|gemensamma riktlinjer för bostadsgårdar,}
- {f|tydligare ansvar för skötsel i gränsen mellan gård och park,}
- {f|ett stöd till hyresgäster som vill odla.}

{k|Tidplanen är alltför kort.} {f|Bolaget föreslår att genomförandet delas upp i två etapper.}

Anna Berg
Verkställande direktör
""",
    ),
    Response(
        "villaägarna",
        PLAN,
        "Villaägarna i Norrby",
        None,
        "2025-03-02",
        """
Villaägarna i Norrby
Box 12
123 45 Norrby

Till kommunstyrelsen

Norrby den 2 mars 2025

# Remissvar angående friluftsplan 2035, dnr KS 2025/77

Vi är en förening med 340 medlemmar i området. Föreningen bildades 1974 och ordnar bland annat städdagar.

{p|Vi ställer oss bakom målet att skydda skogen vid sjön.} {k|Vi är däremot kritiska till att parkeringen vid badet tas bort helt.} {f|Vi föreslår i stället att den görs mindre och får plats för cyklar.}

{f|Kommunen måste också ordna säkra gångvägar till skolan innan bygget börjar.} {s|Hur ska räddningstjänsten ta sig fram under byggtiden?}

Med vänlig hälsning
Karin Holm
ordförande
""",
    ),
    Response(
        "privatperson",
        PLAN,
        "Privatperson",
        None,
        "2025-03-05",
        """
Hej!

Jag är privatperson och vill lämna några tankar om friluftsplanen, KS 2025/77.

{p|Det är bra att lekplatsen vid ängen rustas upp.} {f|Men jag önskar fler bänkar med ryggstöd längs den norra stigen.} {k|Belysningen är otillräcklig redan idag.} {f|Den borde förbättras innan nya planteringar görs.}

Jag har bott vid parken i tjugo år och går där varje dag.

Hälsningar
Sven
""",
    ),
    Response(
        "kulturnämnden",
        PLAN,
        "Kulturnämnden",
        "KUN 2025/31",
        "2025-03-13",
        """
Kulturförvaltningen
Tjänsteutlåtande
Dnr KUN 2025/31
2025-03-13

Till
Kulturnämnden

# Friluftsplan 2035
Svar på remiss från kommunstyrelsen, KS 2025/77

# Förvaltningens förslag till beslut

Kulturnämnden lämnar förvaltningens tjänsteutlåtande som svar på remissen.

# Förvaltningens ställningstagande

{p|Förvaltningen ser positivt på att kulturmiljöer ingår i planen.} {f|Förvaltningen anser att fornlämningar bör märkas ut på kartorna.}

| Avsnitt | Ställningstagande
| 4.1 Stigar | {p|Förvaltningen tillstyrker förslaget om fler kulturstigar.}
| 4.2 Konst | {k|Förvaltningen avstyrker förslaget att flytta skulpturerna.}
| 4.3 Skyltar | {f|Förvaltningen föreslår att skyltarna även får text på lättläst svenska.}

Lena Prov
Kulturchef
""",
    ),
    Response(
        "norrmalm",
        PLAN,
        "Norrmalms stadsdelsnämnd",
        "NOR 2025/311",
        "2025-03-18",
        """
Norrmalms stadsdelsförvaltning
Tjänsteutlåtande
Dnr NOR 2025/311
2025-03-18

Till
Norrmalms stadsdelsnämnd

# Friluftsplan 2035
Svar på remiss från kommunstyrelsen, KS 2025/77

# Förvaltningens synpunkter och förslag

{p|Förvaltningen delar planens bild av att parkerna blir alltmer slitna.} {k|Det är otydligt hur stadsdelsnämnderna ska få medel för ökad skötsel.}

{f|Förvaltningen efterfrågar en modell för hur medlen ska fördelas efter antal besökare.} {f|Hundrastgårdar behöver få egna riktlinjer.}

Förvaltningen har under året rustat tre parklekar tillsammans med barn från områdets skolor.

Bo Prov
Stadsdelsdirektör
""",
    ),
    Response(
        "servicenämnden",
        PLAN,
        "Servicenämnden",
        "SF 2025/90",
        "2025-03-25",
        """
Serviceförvaltningen
Dnr SF 2025/90
2025-03-25

# Svar på remiss av friluftsplan 2035
Remiss från kommunstyrelsen, KS 2025/77

Servicenämnden har inget att erinra mot förslaget.
""",
        status="no_opinion",
    ),
    Response(
        "länsstyrelsen",
        REPORT,
        "Länsstyrelsen i Dalarnas län",
        "2087-2025",
        "2025-05-02",
        """
Länsstyrelsen i Dalarnas län

Datum: 2025-05-02
Vår beteckning: 2087-2025
Er beteckning: KN2025/00123

Klimat- och näringslivsdepartementet

# Yttrande över betänkandet ”Vatten i balans” (SOU 2025:14)

Länsstyrelsen redovisar sina synpunkter i den ordning som betänkandet har.

# Avsnitt 4.2 Lokala vattenråd

{p|Länsstyrelsen tillstyrker förslaget om lokala vattenråd.} {f|Länsstyrelsen anser att råden bör få statlig finansiering redan från start.}

# Avsnitt 5.1 Ny anmälningsplikt

{k|Länsstyrelsen avstyrker förslaget om anmälningsplikt för mindre uttag.} {k|Förslaget riskerar att leda till stor administration utan motsvarande miljönytta.}

# Avsnitt 7 Konsekvenser

{k|Länsstyrelsen bedömer att kostnaderna för tillsynen är underskattade.} {s|Länsstyrelsen undrar hur tillsynsavgifterna ska fördelas mellan kommunerna.}

# De som medverkat i beslutet

Beslutet har fattats av länsrådet Karin Holm efter föredragning av Per Ask.
""",
    ),
    Response(
        "universitetet",
        REPORT,
        "Mittuniversitetet",
        "MIUN 2025/210",
        "2025-05-12",
        """
MITTUNIVERSITETET
Rektor
BESLUT
2025-05-12
Dnr: MIUN 2025/210

# Remissyttrande: Betänkandet ”Vatten i balans” (SOU 2025:14)

Mittuniversitetet har anmodats att yttra sig över rubricerat betänkande och avger följande yttrande.

# Universitetets bedömning

{p|Mittuniversitetet instämmer i att kunskapen om grundvattnet behöver stärkas.} {k|Universitetet saknar en analys av hur klimatförändringarna påverkar tillgången.}

{f|Universitetet föreslår att mätdata görs öppet tillgängliga för forskning.} {f|Regleringen bör dessutom utvärderas efter fem år.}

Beslut i detta ärende har fattats av rektor.
""",
    ),
    Response(
        "myndigheten",
        REPORT,
        "Myndigheten för Exempelfrågor",
        "24-00187",
        "2025-05-09",
        """
Myndigheten för Exempelfrågor

Vår ref: 24-00187
Er ref: KN2025/00123

2025-05-09

# Remissvar på betänkandet Vatten i balans (SOU 2025:14)

# Sammanfattning

{k|Myndigheten avstyrker förslaget i dess nuvarande form.}

# Utredningens förslag

Utredningen föreslår att prövningen samlas hos en myndighet. Förslaget innebär att kommunerna inte längre ska pröva mindre ärenden.

# Myndighetens ställningstagande

{k|Myndigheten delar inte bedömningen att prövningen blir snabbare.} {k|Det framgår inte hur pågående ärenden ska hanteras.} {f|Övergångsbestämmelser behöver därför tas fram.}

{p|Myndigheten instämmer i att ansökan ska kunna göras digitalt.} {f|E-tjänsten bör kunna användas även av ombud.}

Beslut i detta ärende har fattats av generaldirektören.
""",
    ),
    Response(
        "ljungby",
        REPORT,
        "Ljungby Exempel kommun",
        "KS 2025/702",
        "2025-05-06",
        """
Ljungby Exempel kommun
Kommunstyrelsen

PROTOKOLLSUTDRAG
Sammanträdesdatum
2025-05-06

§ 21 KS 2025/702

# Yttrande över remiss av betänkandet Vatten i balans (SOU 2025:14)

# Kommunstyrelsens beslut

Kommunstyrelsen lämnar yttrandet som kommunens svar till Klimat- och näringslivsdepartementet.

# Kommunens yttrande

{p|Kommunen är positiv till att ansvaret för dagvatten blir tydligare.} {k|Kommunen ställer sig däremot tveksam till att kostnaderna läggs på taxan.}

{f|Kommunen anser att staten ska ersätta kommunerna för de nya uppgifterna enligt finansieringsprincipen.} {f|Tidpunkten för ikraftträdande behöver senareläggas till 2027.}
""",
    ),
    Response(
        "vattenpark",
        REPORT,
        "Stockholms Vattenpark AB",
        "VP-2025-0044",
        "2025-04-12",
        """
Stockholms Vattenpark AB
Box 12345
104 20 Stockholm

Datum: 12 april 2025
Vårt diarienummer: VP-2025-0044
Ert dnr: KN2025/00123

# Svar på remiss av betänkandet ”Vatten i balans” (SOU 2025:14)

Stockholms Vattenpark AB har tagit del av betänkandet och lämnar härmed följande synpunkter.

# Kap. 3 Avgifter

{k|Bolaget anser att förslaget om nya avgifter är otillräckligt utrett.} {f|Avgiften bör baseras på faktisk förbrukning.}

# Kap. 6 Tillsyn

{p|Bolaget tillstyrker att tillsynen samordnas.} {f|Bolaget förordar att tillsynen riktas mot de största uttagen.}

Eva Prov
Verkställande direktör
""",
    ),
    Response(
        "skx",
        REPORT,
        "Svenska Kommunförbundet Exempel",
        "SKX/25/00311",
        "2025-05-08",
        """
Yttrande
Vårt dnr: SKX/25/00311
Avdelningen för juridik
2025-05-08

Klimat- och näringslivsdepartementet

# Betänkandet Vatten i balans (SOU 2025:14)
Ert dnr: KN2025/00123

# Sammanfattning

{p|Svenska Kommunförbundet Exempel (SKX) tillstyrker huvuddelen av förslagen.}

# Förbundets ställningstagande

{p|SKX välkomnar att vattenråden får en rättslig grund.} {k|SKX är däremot kritiskt till att kommunernas självstyrelse begränsas.}

{f|SKX anser att kommunerna själva ska få avgöra hur råden organiseras.} {f|Förslaget om rapportering varje kvartal måste förenklas.}
""",
    ),
    Response(
        "tingsrätten",
        REPORT,
        "Umeå tingsrätt",
        "TUM 2025/77",
        "2025-04-30",
        """
Umeå tingsrätt

Datum: 2025-04-30
Dnr: TUM 2025/77

# Yttrande över betänkandet Vatten i balans (SOU 2025:14)

Tingsrätten avstår från att yttra sig.
""",
        status="no_opinion",
    ),
    Response(
        "socialnämnden",
        LONELY,
        "Socialnämnden",
        "SN 2025/402",
        "2025-08-19",
        """
Socialförvaltningen
Tjänsteutlåtande
Dnr SN 2025/402
2025-08-19

Till
Socialnämnden

# Handlingsplan mot ensamhet
Svar på remiss från kommunstyrelsen, KS 2025/310

# Förvaltningens förslag till beslut

Socialnämnden överlämnar tjänsteutlåtandet som svar på remissen.

# Bakgrund

Kommunstyrelsen har tagit fram ett förslag till handlingsplan. Enligt förslaget ska alla nämnder bidra.

# Förvaltningens bedömning

{p|Förvaltningen anser att handlingsplanen är angelägen.} {k|Förvaltningen saknar ett tydligt jämställdhetsperspektiv.}

{f|Målgruppen unga vuxna bör lyftas fram särskilt.} {f|Förvaltningen föreslår att planen kompletteras med mätbara indikatorer.} {f|Ansvarsfördelningen mellan nämnderna behöver förtydligas.}

Maria Test
Socialdirektör
""",
    ),
    Response(
        "äldrenämnden",
        LONELY,
        "Äldrenämnden",
        "ÄN 2025/55",
        "2025-08-26",
        """
Äldreförvaltningen
Tjänsteutlåtande
Dnr ÄN 2025/55
2025-08-26

Till
Äldrenämnden

# Handlingsplan mot ensamhet
Svar på remiss från kommunstyrelsen, KS 2025/310

# Förvaltningens synpunkter

{p|Förvaltningen ställer sig positiv till förslaget.} {p|Det är bra att mötesplatser för äldre lyfts fram.}

{k|Förvaltningen konstaterar att planen saknar åtgärder för äldre som inte talar svenska.} {f|Planen bör därför ta upp behovet av tolk och av personal med språkkunskaper.}

{f|Förvaltningen önskar att uppföljningen samordnas med nämndens årliga brukarundersökning.}

Olle Test
Äldredirektör
""",
    ),
    Response(
        "ung exempelrörelse",
        LONELY,
        "Ung Exempelrörelse",
        None,
        "2025-08-30",
        """
Remissvar från Ung Exempelrörelse

2025-08-30

# Synpunkter på Handlingsplan mot ensamhet, KS 2025/310

Ung Exempelrörelse tackar för möjligheten att svara.

Vi tycker så här:

- {p|Vi är glada att unga nämns i planen.}
- {k|Vi tycker att planen saknar mål för skolan.}
- {f|Vi vill att kommunen öppnar fritidsgårdarna även på söndagar.}
- {f|Unga måste få vara med och bestämma hur pengarna används.}

Kontakta oss gärna om ni har frågor.
""",
    ),
    Response(
        "gröna gårdar",
        LONELY,
        "Föreningen Gröna Gårdar",
        None,
        "2025-08-07",
        """
Föreningen Gröna Gårdar

Göteborg den 7 augusti 2025

# Remissvar: Handlingsplan mot ensamhet, dnr KS 2025/310

Föreningen Gröna Gårdar tackar för möjligheten att lämna synpunkter på förslaget. Vi är en ideell förening med 1 200 medlemmar.

{f|Vi anser att handlingsplanen bör ange hur odlingslotter kan bli mötesplatser.} {p|Det är mycket positivt att föreningslivet ses som en resurs.}

{k|Vi ser däremot en brist i att bidragen bara söks en gång om året.} {f|Vi föreslår att små föreningar ska kunna söka löpande.}
""",
    ),
    Response(
        "skafferiet",
        LONELY,
        "Stiftelsen Skafferiet",
        "25-17",
        "2025-08-21",
        """
Stiftelsen Skafferiet

Datum: 2025-08-21
Vårt dnr: 25-17
Ert dnr: KS 2025/310

# Yttrande över remiss av handlingsplan mot ensamhet

Stiftelsen Skafferiet har getts tillfälle att yttra sig över förslaget.

# 1. Inledning

Stiftelsen delar ut mat till 300 hushåll i veckan.

# 2. Stiftelsens synpunkter

{p|Stiftelsen instämmer i att ensamhet är en fråga för hela samhället.} {k|Vi ser dock en risk att planen blir en pappersprodukt utan särskilda medel.}

{f|Stiftelsen anser att civilsamhället ska ingå i styrgruppen.} {s|Vi undrar också hur planen förhåller sig till regionens arbete.}
""",
    ),
)
