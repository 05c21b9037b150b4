"""Openings of responses as different writers set them, written for these tests, and what they say.

Each has the text and what is to be read from it: remiss, remissinstans, dnr, date, title, kind.
"""

from typing import NamedTuple


class Letter(NamedTuple):
    text: str
    remiss: str | None
    remissinstans: str | None
    dnr: str | None
    date: str | None
    title: str | None
    kind: str


LETTERS = {
    "ministry remiss, county board, columns": Letter(
        """\
Länsstyrelsen i Dalarnas län

Datum            Vår beteckning       Er beteckning
2024-11-05       1.1-8214-2024        S2024/01377

                                      Socialdepartementet
                                      103 33 Stockholm

Yttrande över betänkandet ”Ett tryggare stöd” (SOU 2024:31)

Länsstyrelsen har beretts tillfälle att yttra sig över rubricerat betänkande. Svar ska
lämnas senast den 15 november 2024.

Länsstyrelsen tillstyrker förslagen i huvudsak.
""",
        remiss="SOU 2024:31",
        remissinstans="Länsstyrelsen i Dalarnas län",
        dnr="1.1-8214-2024",
        date="2024-11-05",
        title="Ett tryggare stöd",
        kind="betankande",
    ),
    "company, answers the city": Letter(
        """\
Stockholms Vattenpark AB
Box 12345
104 20 Stockholm

Till
Kommunstyrelsen
Stadsledningskontoret

Datum: 12 mars 2025
Vårt diarienummer: VP-2025-0044
Ert dnr: KS 2025/77

Svar på remiss av klimathandlingsplan 2030

Stockholms Vattenpark AB har tagit del av förslaget till klimathandlingsplan och lämnar härmed
följande synpunkter. Bolagsstyrelsen sammanträdde den 3 mars 2025.
""",
        remiss="KS 2025/77",
        remissinstans="Stockholms Vattenpark AB",
        dnr="VP-2025-0044",
        date="2025-03-12",
        title="Klimathandlingsplan 2030",
        kind="handlingsplan",
    ),
    "association, dating line with a place": Letter(
        """\
Föreningen Gröna Gårdar
info@example.org

Göteborg den 7 maj 2023

Remissvar: Program för stadsodling, dnr KS 2023/412

Föreningen Gröna Gårdar tackar för möjligheten att lämna synpunkter på förslaget. Vi är en ideell
förening med 1 200 medlemmar.

Vi anser att programmet bör ange hur odlingslotter fördelas.
""",
        remiss="KS 2023/412",
        remissinstans="Föreningen Gröna Gårdar",
        dnr=None,
        date="2023-05-07",
        title="Program för stadsodling",
        kind="program",
    ),
    "university, reference in points": Letter(
        """\
MITTUNIVERSITETET
Rektor
BESLUT
2022-02-01
Dnr: MIUN 2021/2310

Utbildningsdepartementet
u.remissvar@example.org

Remissyttrande: Promemorian ”Kortare vägar till examen” (U2021/04321)

Mittuniversitetet har anmodats att yttra sig över rubricerad promemoria och avger följande yttrande.
""",
        remiss="U2021/04321",
        remissinstans="Mittuniversitetet",
        dnr="MIUN 2021/2310",
        date="2022-02-01",
        title="Kortare vägar till examen",
        kind="ovrigt",
    ),
    "private person, as a mail": Letter(
        """\
Från: Kim Exempel
Till: kommunstyrelsen@example.org
Ämne: Synpunkter på cykelplan 2030, KS 2024/88
Skickat: 2024-04-02

Hej!

Jag skriver som privatperson. Jag tycker att cykelplanen är bra men att den glömmer barnen.

Vänliga hälsningar
Kim
""",
        remiss="KS 2024/88",
        remissinstans="Privatperson",
        dnr=None,
        date="2024-04-02",
        title="Cykelplan 2030",
        kind="plan",
    ),
    "board of another city, vertical labels": Letter(
        """\
Tjänsteskrivelse

Datum
Vårt diarienummer
2023-10-19
MHN-2023-5512

Miljö- och hälsoskyddsförvaltningen
Handläggare: Bo Prov

Till Miljö- och hälsoskyddsnämnden

Yttrande över remiss om avfallsplan 2024–2034

Ert diarienummer KSN-2023-01544

Förslag till beslut
Miljö- och hälsoskyddsnämnden föreslås besluta
att lämna yttrande till kommunstyrelsen enligt förslag.
""",
        remiss="KSN-2023-01544",
        remissinstans="Miljö- och hälsoskyddsnämnden",
        dnr="MHN-2023-5512",
        date="2023-10-19",
        title="Avfallsplan 2024–2034",
        kind="plan",
    ),
    "district board": Letter(
        """\
Norrmalms stadsdelsförvaltning
Avdelningen för stadsutveckling

Tjänsteutlåtande
Dnr NOR 2024/311
2024-05-20

Handläggare
Eva Prov
Telefon: 08-000 00 00

Till
Norrmalms stadsdelsnämnd
2024-06-13

Program för trygga torg
Svar på remiss från kommunstyrelsen, KS 2024/250

Förvaltningens förslag till beslut
Stadsdelsnämnden överlämnar förvaltningens tjänsteutlåtande som svar på remissen.
""",
        remiss="KS 2024/250",
        remissinstans="Norrmalms stadsdelsnämnd",
        dnr="NOR 2024/311",
        date="2024-05-20",
        title="Program för trygga torg",
        kind="program",
    ),
    "board not named by its office": Letter(
        """\
Sida 1 (4)

Fastighetskontoret
Dnr FSK 2024/900
2024-08-15

Remiss av strategi för offentlig konst
Remiss från kommunstyrelsen, dnr KS 2024/600

Fastighetskontorets förslag till beslut
Fastighetsnämnden överlämnar kontorets tjänsteutlåtande som svar på remissen.
""",
        remiss="KS 2024/600",
        remissinstans="Fastighetsnämnden",
        dnr="FSK 2024/900",
        date="2024-08-15",
        title="Strategi för offentlig konst",
        kind="ovrigt",
    ),
    "national organisation with its abbreviation": Letter(
        """\
Yttrande
Vårt dnr: SKX/23/00311
Avdelningen för juridik
Finansdepartementet
2023-09-08

Nya regler om upphandling, Ds 2023:14
Ert dnr: Fi2023/01833

Sammanfattning
Svenska Kommunförbundet Exempel (SKX) tillstyrker förslagen i promemorian.
""",
        remiss="Ds 2023:14",
        remissinstans="Svenska Kommunförbundet Exempel",
        dnr="SKX/23/00311",
        date="2023-09-08",
        title="Nya regler om upphandling",
        kind="betankande",
    ),
    "municipality answers the state": Letter(
        """\
Ljungby Exempel kommun
Kommunstyrelsen

PROTOKOLLSUTDRAG
Sammanträdesdatum
2024-02-06

§ 21 KS 2023/702
Yttrande över remiss av betänkandet Vägar till lokalt inflytande (SOU 2023:92)

Kommunstyrelsens beslut
Kommunstyrelsen lämnar yttrandet som kommunens svar till Finansdepartementet.
""",
        remiss="SOU 2023:92",
        remissinstans="Ljungby Exempel kommun",
        dnr="KS 2023/702",
        date="2024-02-06",
        title="Vägar till lokalt inflytande",
        kind="betankande",
    ),
    "read by OCR without its diacritics": Letter(
        """\
Kulturforvaltningen
Tjansteutlatande
Dnr KUN 2024/77
2024-03-04

Yttrande over remiss av biblioteksplan
Remiss fran kommunstyrelsen, KS 2024/12

Kulturforvaltningens forslag till beslut
Kulturnimnden beslutar att hanvisa till forvaltningens tjansteutlatande.
""",
        remiss="KS 2024/12",
        remissinstans="Kulturnämnden",
        dnr="KUN 2024/77",
        date="2024-03-04",
        title="Biblioteksplan",
        kind="plan",
    ),
    "agency, letter without headings": Letter(
        """\
Myndigheten för Exempelfrågor
Vår ref: 24-00187
Er ref: A2024/00456

2024-06-28

Arbetsmarknadsdepartementet

Remissvar angående förslag till ändringar i förordningen om stöd

Myndigheten för Exempelfrågor avstår från att yttra sig.
""",
        remiss="A2024/00456",
        remissinstans="Myndigheten för Exempelfrågor",
        dnr="24-00187",
        date="2024-06-28",
        title="Ändringar i förordningen om stöd",
        kind="ovrigt",
    ),
    "only a deadline and a meeting are dated": Letter(
        """\
Idrottsförvaltningen
Dnr IDN 2025/19

Till
Idrottsnämnden
den 18 mars 2025

Svar på remiss av program för rörelse
Remiss från kommunstyrelsen, KS 2025/44

Remisstid: 2025-03-31

Idrottsnämnden beslutar att besvara remissen. I ett tidigare ärende (dnr KS 2019/5) den 4 maj 2019
behandlades frågan. Yttrandet lämnas senast 2025-03-31.
""",
        remiss="KS 2025/44",
        remissinstans="Idrottsnämnden",
        dnr="IDN 2025/19",
        date=None,
        title="Program för rörelse",
        kind="program",
    ),
    "region, signature names the writer": Letter(
        """\
Remissvar

Digital strategi för kollektivtrafiken, RS 2024-0311

Remissen har besvarats av trafikavdelningen. Strategin är tydlig.

Vi föreslår att den följs upp årligen.

Växjö 2024-10-30

För Trafikbolaget i Exempelby

Ann Prov
Verkställande direktör
""",
        remiss="RS 2024-0311",
        remissinstans="Trafikbolaget i Exempelby",
        dnr=None,
        date="2024-10-30",
        title="Digital strategi för kollektivtrafiken",
        kind="ovrigt",
    ),
    "answer from, in the subject": Letter(
        """\
Remissvar från Ung Exempelrörelse om Handlingsplan för ungas delaktighet

Dnr: KS 2025/310

Ung Exempelrörelse välkomnar planen. Vi saknar mål för skolan.
""",
        remiss=None,  # the only number is labelled as the letter's own: other responses must show what it is
        remissinstans="Ung Exempelrörelse",
        dnr="KS 2025/310",
        date=None,
        title="Handlingsplan för ungas delaktighet",
        kind="handlingsplan",
    ),
    "the city's own office answers the state": Letter(
        """\
Stadsledningskontoret          Tjänsteutlåtande
Juridiska avdelningen          Dnr KS 2024/881
                               Sida 1 (3)
                               2024-09-02

Handläggare                    Till
Per Prov                       Kommunstyrelsen
08-000 00 00

Remiss av betänkandet En ny samhällsgaranti (SOU 2024:40)
Remiss från Justitiedepartementet
Remisstid 30 september 2024

Stadsledningskontorets förslag till beslut
Kommunstyrelsen godkänner stadsledningskontorets tjänsteutlåtande som svar på remissen.
""",
        remiss="SOU 2024:40",
        remissinstans="Kommunstyrelsen",
        dnr="KS 2024/881",
        date="2024-09-02",
        title="En ny samhällsgaranti",
        kind="betankande",
    ),
    "board with a name after it, no number of the remiss": Letter(
        """\
Göteborgs Stad
Socialförvaltningen Centrum

Tjänsteutlåtande
Utfärdat 2023-11-21
Diarienummer 1234/23

Yttrande till kommunstyrelsen över remiss angående Göteborgs Stads program för jämlikhet

Förslag till beslut
I socialnämnden Centrum:
Socialnämnden Centrum tillstyrker förslaget till program.
""",
        remiss=None,
        remissinstans="Socialnämnden Centrum",
        dnr="1234/23",
        date="2023-11-21",
        title="Göteborgs Stads program för jämlikhet",
        kind="program",
    ),
    "agency, number under its label": Letter(
        """\
Naturvårdsverket
                                      SKRIVELSE
                                      2024-12-13    Ärendenr:
                                                    NV-09871-24

Klimat- och näringslivsdepartementet
kn.remissvar@example.org

Yttrande över Promemorian Genomförande av EU:s luftkvalitetsdirektiv (KN2024/02101)

Naturvårdsverket har getts möjlighet att yttra sig över promemorian.
""",
        remiss="KN2024/02101",
        remissinstans="Naturvårdsverket",
        dnr="NV-09871-24",
        date="2024-12-13",
        title="Genomförande av EU:s luftkvalitetsdirektiv",
        kind="ovrigt",
    ),
    "court in capitals, two rows of labels": Letter(
        """\
SVEA HOVRÄTT            REMISSYTTRANDE                 1 (2)
                        Datum       Diarienr
                        2021-05-27  2021/255

                        Ert datum   Ert diarienr
                        2021-03-01  Ju2021/00874

Justitiedepartementet

Betänkandet Ett starkare skydd (SOU 2021:10)

Hovrätten har följande synpunkter på förslaget.
""",
        remiss="SOU 2021:10",
        remissinstans="Svea hovrätt",
        dnr="2021/255",
        date="2021-05-27",
        title="Ett starkare skydd",
        kind="betankande",
    ),
    "association in the genitive": Letter(
        """\
Rädda Barnens yttrande över förslag till ungdomspolitisk plan, dnr KS-2023/00451

Inledning
Rädda Barnen välkomnar planen.

Sundbyberg 2023-10-02
För Rädda Barnen

Åsa Prov
""",
        remiss="KS-2023/00451",
        remissinstans="Rädda Barnen",
        dnr=None,
        date="2023-10-02",
        title="Ungdomspolitisk plan",
        kind="plan",
    ),
    "union, report's number before its title": Letter(
        """\
Till: Arbetsmarknadsdepartementet
Er ref. A2023/01111

Stockholm 2023-12-01

Remissvar på Ds 2023:22 Bättre villkor

Fackförbundet Exempel organiserar 90 000 medlemmar. Fackförbundet Exempel har beretts tillfälle att yttra sig
över promemorian.
""",
        remiss="Ds 2023:22",
        remissinstans="Fackförbundet Exempel",
        dnr=None,
        date="2023-12-01",
        title="Bättre villkor",
        kind="betankande",
    ),
    "district's office without its board": Letter(
        """\
Älvsjö stadsdelsförvaltning
Avdelning samhällsplanering

Kontorsyttrande
Dnr HÄG 2025/12
2025-02-11

Till
Kommunstyrelsen

Program för barns utemiljö
Svar på remiss från kommunstyrelsen, KS 2024/1400

Sammanfattning
Förvaltningen ställer sig positiv.
""",
        remiss="KS 2024/1400",
        remissinstans="Älvsjö stadsdelsnämnd",
        dnr="HÄG 2025/12",
        date="2025-02-11",
        title="Program för barns utemiljö",
        kind="program",
    ),
    "minutes of a board": Letter(
        """\
Socialnämnden
Sammanträdesprotokoll
2024-04-17

§ 45
Svar på remiss – Handlingsplan mot våld (KS 2024/55)
Dnr: SN 2024/211

Beslut
Socialnämnden beslutar att överlämna förvaltningens yttrande till kommunstyrelsen.
""",
        remiss="KS 2024/55",
        remissinstans="Socialnämnden",
        dnr="SN 2024/211",
        date="2024-04-17",
        title="Handlingsplan mot våld",
        kind="handlingsplan",
    ),
    "company's board that meets": Letter(
        """\
AB Stockholmshus
Styrelsen den 12 juni 2024
Ärende nr 7
Dnr: 2024/156

Svar på remiss om Bostadsprogram 2025–2030
Remiss från kommunstyrelsen KS 2024/300

VD:s förslag till beslut
Styrelsen för AB Stockholmshus godkänner förslaget till svar.
""",
        remiss="KS 2024/300",
        remissinstans="AB Stockholmshus",
        dnr="2024/156",
        date=None,
        title="Bostadsprogram 2025–2030",
        kind="program",
    ),
    "mail of an association": Letter(
        """\
Hej,

här kommer våra synpunkter på trafikplanen (diarienummer TN 2024-0099).

Vi tycker att det behövs fler övergångsställen vid skolan.

Mvh
Villaägareföreningen Solbacken
""",
        remiss="TN 2024-0099",
        remissinstans="Villaägareföreningen Solbacken",
        dnr=None,
        date=None,
        title=None,
        kind="ovrigt",
    ),
    "number with a slash and a colon": Letter(
        """\
Remissvar gällande "Förslag till kulturstrategi"

Kulturrådet i Exempelstad har fått möjlighet att lämna synpunkter på rubricerad remiss, diarienummer
KS/2024:88.
""",
        remiss="KS/2024:88",
        remissinstans="Kulturrådet i Exempelstad",
        dnr=None,
        date=None,
        title="Kulturstrategi",
        kind="ovrigt",
    ),
    "police, three columns": Letter(
        """\
Polismyndigheten
Rättsavdelningen
YTTRANDE
Datum                 Diarienr (åberopas)       Ert diarienr
2020-10-15            A123.456/2020             Ju2020/02345/L4

Yttrande över förslag till ändrad lag om ordning
Polismyndigheten tillstyrker förslaget.
""",
        remiss="Ju2020/02345",
        remissinstans="Polismyndigheten",
        dnr="A123.456/2020",
        date="2020-10-15",
        title="Ändrad lag om ordning",
        kind="ovrigt",
    ),
}
