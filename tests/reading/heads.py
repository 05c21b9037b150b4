# ruff: noqa: E501
"""Letterheads of many kinds of writers, written for these tests after the fashion of real ones."""

from __future__ import annotations

from typing import NamedTuple


class Head(NamedTuple):
    text: str
    remissinstans: str | None
    remiss: str | None
    dnr: str | None
    date: str | None
    decision_level: str | None


HEADS = (
    Head(
        """\
LÄNSSTYRELSEN                 Yttrande                                 1(4)
SKÅNE LÄN
                              Datum                Ärendebeteckning
                              2024-03-12           4567-2024

                                                   Finansdepartementet
                                                   fi.remissvar@regeringskansliet.se

Remiss av betänkandet En ny ordning för tillsyn (SOU 2023:85)
Ert diarienummer Fi2023/02940

Länsstyrelsen i Skåne län har beretts tillfälle att yttra sig över rubricerat betänkande.
""",
        "Länsstyrelsen i Skåne län",
        "SOU 2023:85",
        "4567-2024",
        "2024-03-12",
        None,
    ),
    Head(
        """\
Yttrande

Datum
2024-05-30
Ärendebeteckning
12345-2024
1(3)

Länsstyrelsen
Västra Götaland

Miljödepartementet

Yttrande över Promemorian Ändringar i miljöbalken, KN2024/00321

Länsstyrelsen tillstyrker förslaget.
""",
        "Länsstyrelsen Västra Götaland",
        "KN2024/00321",
        "12345-2024",
        "2024-05-30",
        None,
    ),
    Head(
        """\
Uppsala universitet
Juridiska fakultetsnämnden
Box 256
751 05 Uppsala

YTTRANDE
2024-09-10
UFV 2024/1203

Justitiedepartementet

Yttrande över betänkandet Straffreform (SOU 2024:21)
Ju2024/01001

Juridiska fakultetsnämnden vid Uppsala universitet har beretts tillfälle att lämna synpunkter.
""",
        "Uppsala universitet",
        "SOU 2024:21",
        "UFV 2024/1203",
        "2024-09-10",
        None,
    ),
    Head(
        """\
Lunds universitet
Rektor

REMISSVAR          1
2024-06-13         Diarienummer V 2024/1180

Utbildningsdepartementet
103 33 Stockholm

Remiss: Forskningsfinansiering för framtiden (SOU 2023:59)
U2023/02913

Lunds universitet välkomnar utredningens ambition.

Beslut i detta ärende har fattats av rektor efter föredragning av utredare Ann Prov.
""",
        "Lunds universitet",
        "SOU 2023:59",
        "V 2024/1180",
        "2024-06-13",
        None,
    ),
    Head(
        """\
Region Skåne
Regionstyrelsen

YTTRANDE
Datum 2024-02-06
Dnr 2023-POL000512

Till Socialdepartementet

Yttrande över remiss av betänkandet Nästa steg (SOU 2023:62)
S2023/02345

Region Skåne har beretts möjlighet att yttra sig över rubricerad remiss.
""",
        "Region Skåne",
        "SOU 2023:62",
        "2023-POL000512",
        "2024-02-06",
        None,
    ),
    Head(
        """\
Regionstyrelsen                                          TJÄNSTEUTLÅTANDE
Region Stockholm                                         RS 2023-0876
Hållbarhetsavdelningen                                   2024-01-10

Regionstyrelsen

Yttrande över remiss från Stockholms stad: Klimatanpassningsplan (KS 2023/880)

Förslag till beslut
Regionstyrelsen föreslås besluta att avge yttrande enligt bilaga.
""",
        "Region Stockholm",
        "KS 2023/880",
        "RS 2023-0876",
        "2024-01-10",
        "namndbeslut",
    ),
    Head(
        """\
FÖRVALTNINGSRÄTTEN                 YTTRANDE                        1 (2)
I STOCKHOLM
                                   2023-11-01   Dnr 2023/412

Justitiedepartementet

Ds 2023:20 Nya regler om avvisning (Ju2023/01999)

Förvaltningsrätten, som ska beakta de intressen domstolen har, har ingen erinran mot förslaget.
""",
        "Förvaltningsrätten i Stockholm",
        "Ds 2023:20",
        "2023/412",
        "2023-11-01",
        None,
    ),
    Head(
        """\
GÖTA HOVRÄTT            Datum         Diarienummer
Hovrättspresidenten     2024-02-20    2024/12

                        Ert datum     Er beteckning
                        2023-12-01    Ju2023/02650

Remissyttrande över betänkandet Ett stärkt skydd (SOU 2023:69)

Hovrätten tillstyrker förslagen.
""",
        "Göta hovrätt",
        "SOU 2023:69",
        "2024/12",
        "2024-02-20",
        None,
    ),
    Head(
        """\
Svenskt Näringsliv

Finansdepartementet                                     Vår referens/dnr:
103 33 Stockholm                                        SN 45/2024
                                                        Er referens/dnr:
                                                        Fi2024/00400
                                                        Stockholm, 2024-04-18

Remissvar
Promemorian Skattelättnader för forskare

Svenskt Näringsliv har beretts tillfälle att avge yttrande över promemorian.
""",
        "Svenskt Näringsliv",
        "Fi2024/00400",
        "SN 45/2024",
        "2024-04-18",
        None,
    ),
    Head(
        """\
Regeringskansliet
Socialdepartementet
s.remissvar@regeringskansliet.se

Stockholm 2024-05-02

Remissvar från Funktionsrätt Sverige på SOU 2023:48 Rätt förutsättningar
Dnr S2023/02110

Om Funktionsrätt Sverige
Funktionsrätt Sverige är en samarbetsorganisation för 52 funktionsrättsförbund.

Sammanfattning
Funktionsrätt Sverige tillstyrker förslaget.
""",
        "Funktionsrätt Sverige",
        "SOU 2023:48",
        None,
        "2024-05-02",
        None,
    ),
    Head(
        """\
Malmö stad
Stadskontoret

Datum           2024-08-21
Vår referens    Ann Prov
                Utredningssekreterare
Tjänsteskrivelse
Remiss från Justitiedepartementet - Ökat informationsflöde (SOU 2024:44)
STK-2024-987

Sammanfattning
Malmö stad har mottagit rubricerad remiss.

Förslag till beslut
Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta
1. Kommunstyrelsen godkänner förslaget till yttrande.
""",
        "Malmö stad",
        "SOU 2024:44",
        "STK-2024-987",
        "2024-08-21",
        "namndbeslut",
    ),
    Head(
        """\
Göteborgs Stad
Stadsbyggnadsförvaltningen

Tjänsteutlåtande
Utfärdat 2024-02-14
Diarienummer SBN-2024-00123

Handläggare
Ann Prov

Remiss från kommunstyrelsen – förslag till Göteborgs Stads plan för idrott, dnr SLK-2023-01244

Förslag till beslut
I stadsbyggnadsnämnden
1. Stadsbyggnadsnämnden tillstyrker förslaget till plan.
""",
        "Stadsbyggnadsnämnden",
        "SLK-2023-01244",
        "SBN-2024-00123",
        "2024-02-14",
        "namndbeslut",
    ),
    Head(
        """\

Bostadsrättsföreningen Tallen
Storgatan 1

Hej,
Bostadsrättsföreningen Tallen lämnar härmed synpunkter på förslag till detaljplan för kvarteret Eken, dnr 2023-04567.

Vi anser att husen blir för höga.

Styrelsen genom
Ann Prov, ordförande
2024-01-05
""",
        "Bostadsrättsföreningen Tallen",
        "2023-04567",
        None,
        "2024-01-05",
        None,
    ),
    Head(
        """\
Från: Ann Prov <ann@example.org>
Till: registrator@example.org
Ämne: Yttrande program för cykel dnr KS 2024/15
Datum: 2024-04-04

Hej
Här kommer mina synpunkter. Jag cyklar varje dag och tycker att banorna är för smala.
/Ann
""",
        "Privatperson",
        "KS 2024/15",
        None,
        "2024-04-04",
        None,
    ),
    Head(
        """\
Karolinska Institutet

Remissyttrande                         Dnr: 1-123/2024
                                       2024-05-15
                                       Sida: 1 (2)

Universitetsförvaltningen

Utbildningsdepartementet
u.remissvar@regeringskansliet.se

Yttrande över remiss av SOU 2024:9 Utvecklat samarbete (U2024/00400)

Karolinska Institutet (KI) är positivt till förslaget.
""",
        "Karolinska Institutet",
        "SOU 2024:9",
        "1-123/2024",
        "2024-05-15",
        None,
    ),
    Head(
        """\
Trafikverket
781 89 Borlänge                                   Yttrande
Besöksadress: Vägen 1
Telefon: 0771-921 921                             Ärendenummer
                                                  TRV 2024/12345
                                                  Motpartens ärendenummer
                                                  LI2024/00231
                                                  Dokumentdatum
                                                  2024-03-28
Landsbygds- och infrastrukturdepartementet

Remissvar: Bättre vägar (SOU 2024:1)

Trafikverket har tagit del av betänkandet.
""",
        "Trafikverket",
        "SOU 2024:1",
        "TRV 2024/12345",
        "2024-03-28",
        None,
    ),
    Head(
        """\
1 (5)

Datum                  Diarienr
2024-04-10             SoS 4.1.1-5432/2024

Socialstyrelsen
106 30 Stockholm

Socialdepartementet
103 33 Stockholm

Socialstyrelsens yttrande över Vägen framåt (SOU 2024:17)
(dnr S2024/00555)

Socialstyrelsen tillstyrker.
""",
        "Socialstyrelsen",
        "SOU 2024:17",
        "SoS 4.1.1-5432/2024",
        "2024-04-10",
        None,
    ),
    Head(
        """\
SVERIGES ADVOKATSAMFUND
Generalsekreteraren

                                   Stockholm den 3 april 2024
                                   R-2023/2345

Till Justitiedepartementet
Ju2023/02700

Sveriges advokatsamfund har genom remiss den 21 december 2023 beretts tillfälle att avge yttrande över betänkandet Frihetsberövanden (SOU 2023:72).
""",
        "Sveriges advokatsamfund",
        "SOU 2023:72",
        "R-2023/2345",
        "2024-04-03",
        None,
    ),
    Head(
        """\
Föräldraföreningen vid Ekskolan
2024-11-02

Synpunkter på förslag till skolplan, KS 2024/310

Föräldraföreningen vid Ekskolan vill att köket byggs om.
""",
        "Föräldraföreningen vid Ekskolan",
        "KS 2024/310",
        None,
        "2024-11-02",
        None,
    ),
    Head(
        """\
E.ON Energidistribution AB
Box 577
631 07 Nyköping

2024-09-02

Eskilstuna kommun
Kommunstyrelsen

Yttrande angående energiplan 2030, KSKF/2024:120

E.ON har tagit del av förslaget och lämnar följande synpunkter.
""",
        "E.ON Energidistribution AB",
        "KSKF/2024:120",
        None,
        "2024-09-02",
        None,
    ),
    Head(
        """\
Hyresgästföreningen
Region Stockholm

Remissvar gällande Riktlinjer för bostadsförsörjning
KS 2024/731
Datum: 23 oktober 2024

Hyresgästföreningen region Stockholm tackar för möjligheten att svara.
""",
        "Hyresgästföreningen region Stockholm",
        "KS 2024/731",
        None,
        "2024-10-23",
        None,
    ),
    Head(
        """\
Socialnämnden

Protokollsutdrag från sammanträde 2024-05-21

§ 88  Dnr SON/2024:113

Remissvar - Plan för psykisk hälsa (KS/2024:45)

Socialnämndens beslut
Socialnämnden antar förvaltningens förslag som sitt yttrande.
""",
        "Socialnämnden",
        "KS/2024:45",
        "SON/2024:113",
        "2024-05-21",
        "namndbeslut",
    ),
    Head(
        """\
Enskede-Årsta-Vantörs stadsdelsförvaltning
Avdelningen för strategisk planering

Tjänsteutlåtande
Dnr: EÅV 2024/512
2024-10-07

Handläggare: Bo Prov
Telefon: 08-508 00 000

Till
Enskede-Årsta-Vantörs stadsdelsnämnd
2024-10-24

Program för jämställdhet
Svar på remiss från kommunstyrelsen (KS 2024/500)
""",
        "Enskede-Årsta-Vantörs stadsdelsnämnd",
        "KS 2024/500",
        "EÅV 2024/512",
        "2024-10-07",
        "namndbeslut",
    ),
    Head(
        """\
Stockholms Stadshus AB
Tjänsteutlåtande
Dnr 2024/210
2024-08-30

Till styrelsen

Svar på remiss av digitaliseringsprogram
Remiss från kommunstyrelsen, KS 2024/410

Förslag till beslut
Styrelsen för Stockholms Stadshus AB beslutar att överlämna tjänsteutlåtandet som svar på remissen.
""",
        "Stockholms Stadshus AB",
        "KS 2024/410",
        "2024/210",
        "2024-08-30",
        "namndbeslut",
    ),
    Head(
        """\
Åklagarmyndigheten
Rättsavdelningen

YTTRANDE
Datum 2024-02-29
Dnr ÅM 2024-101

Er beteckning Ju2023/02800

Justitiedepartementet

Yttrande över promemorian Snabbare lagföring (Ds 2023:40)
Åklagarmyndigheten avstår från att yttra sig i denna del.
""",
        "Åklagarmyndigheten",
        "Ds 2023:40",
        "ÅM 2024-101",
        "2024-02-29",
        None,
    ),
    Head(
        """\
Svenska kyrkan
Kyrkokansliet
Datum: 2024-03-05  Beteckning: KS 2024-0033

Kulturdepartementet

Remiss Ku2024/00011 Kulturarv i förändring

Svenska kyrkan lämnar följande synpunkter.
""",
        "Svenska kyrkan",
        "Ku2024/00011",
        "KS 2024-0033",
        "2024-03-05",
        None,
    ),
    Head(
        """\
Riksdagens ombudsmän (JO)

BESLUT
Chefsjustitieombudsmannen
Datum 2024-01-30
Dnr R 122-2023

Yttrande över betänkandet Ett nytt regelverk (SOU 2023:60)

Jag har granskat förslagen utifrån de intressen som JO har att beakta. Jag har inga synpunkter.
""",
        "Riksdagens ombudsmän",
        "SOU 2023:60",
        "R 122-2023",
        "2024-01-30",
        None,
    ),
    Head(
        """\
Boverket
Myndigheten för samhällsplanering, byggande och boende

Yttrande                                  1(3)

Datum          Diarienummer
2024-03-18     427/2024

Landsbygds- och infrastrukturdepartementet
li.remissvar@regeringskansliet.se

Remissvar angående slutbetänkandet Bygg mer (SOU 2023:91)
Departementets diarienummer LI2023/04001

Boverket tillstyrker utredningens förslag.
""",
        "Boverket",
        "SOU 2023:91",
        "427/2024",
        "2024-03-18",
        None,
    ),
    Head(
        """\
Kommerskollegium                      REMISSVAR
                                      2024-04-02  Dnr 2024/00123-3
Enheten för inre marknad

Till: Utrikesdepartementet

Yttrande över förslag till förordning (UD2024/00300)

Kommerskollegium har ombetts att yttra sig.
""",
        "Kommerskollegium",
        "UD2024/00300",
        "2024/00123-3",
        "2024-04-02",
        None,
    ),
    Head(
        """\
Uppsala kommun
Kommunledningskontoret
Tjänsteskrivelse till kommunstyrelsen

Datum:             Diarienummer:
2024-02-01         KSN-2023-03456

Handläggare:
Ann Prov

Yttrande över betänkandet En inre angelägenhet (SOU 2023:75)

Förslag till beslut
Kommunstyrelsen beslutar
1. att avge yttrande till Justitiedepartementet enligt ärendets bilaga 1.
""",
        "Uppsala kommun",
        "SOU 2023:75",
        "KSN-2023-03456",
        "2024-02-01",
        "namndbeslut",
    ),
    Head(
        """\
Nacka kommun
2024-01-22
YTTRANDE 1 (4)
KFKS 2023/1100

Finansdepartementet

Promemorian Ett nytt bidrag (Fi2023/03100)

Nacka kommun ställer sig positiv till förslaget men vill framföra följande.
""",
        "Nacka kommun",
        "Fi2023/03100",
        "KFKS 2023/1100",
        "2024-01-22",
        None,
    ),
    Head(
        """\
Sida 1 av 2

Polismyndigheten
Region Bergslagen
YTTRANDE
Datum           Diarienr (åberopas)     Saknr
2024-07-01      A345.678/2024           013

Örebro kommun

Yttrande angående remiss Trygghetsprogram, Ks 678/2024

Polismyndigheten har inga synpunkter.
""",
        "Polismyndigheten",
        "Ks 678/2024",
        "A345.678/2024",
        "2024-07-01",
        None,
    ),
    Head(
        """\
Miljö- och byggnämnden          Tjänsteskrivelse
Ann Prov                        Datum: 2024-10-10
                                Dnr: MBN 2024-1234

                                Miljö- och byggnämnden

Remissvar avseende Klimatprogram 2030, KS 2024-00567

Förslag till beslut
Miljö- och byggnämnden lämnar förvaltningens yttrande som sitt svar.
""",
        "Miljö- och byggnämnden",
        "KS 2024-00567",
        "MBN 2024-1234",
        "2024-10-10",
        "namndbeslut",
    ),
    Head(
        """\
IKEA Fastigheter AB
Datum: 2024-06-04

Till Älmhults kommun
Miljö- och byggnadsförvaltningen

Yttrande över samråd om översiktsplan, dnr KS 2022/15

IKEA Fastigheter AB äger mark i området.
""",
        "IKEA Fastigheter AB",
        "KS 2022/15",
        None,
        "2024-06-04",
        None,
    ),
    Head(
        """\
Rådet för funktionshinderfrågor

2024-03-05

Remissyttrande till kommunstyrelsen
Program för tillgänglighet, KS 2023/998

Rådet för funktionshinderfrågor ser positivt på programmet.
""",
        "Rådet för funktionshinderfrågor",
        "KS 2023/998",
        None,
        "2024-03-05",
        None,
    ),
    Head(
        """\
Barnombudsmannen
Vår referens: BO 2024-0123
Er referens: S2024/00211
Datum: 2024-04-22

Socialdepartementet
103 33 Stockholm

Remissvar: Barns rätt (Ds 2024:2)

Barnombudsmannen tackar för möjligheten.
""",
        "Barnombudsmannen",
        "Ds 2024:2",
        "BO 2024-0123",
        "2024-04-22",
        None,
    ),
    Head(
        """\
Kammarkollegiet                Yttrande
                               Datum       Dnr
                               2024-02-09  1.1-0123-2024

Finansdepartementet            Ert datum   Ert dnr
                               2023-12-20  Fi2023/03200

Promemorian Effektivare upphandling

Kammarkollegiet har inget att erinra mot förslaget.
""",
        "Kammarkollegiet",
        "Fi2023/03200",
        "1.1-0123-2024",
        "2024-02-09",
        None,
    ),
)
