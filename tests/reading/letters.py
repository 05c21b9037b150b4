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
}
