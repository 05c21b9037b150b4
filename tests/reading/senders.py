# ruff: noqa: E501
"""Letters of many kinds of senders, written for these tests: what each says of itself and who writes it.

A sender may stand in the letterhead, in the signature or in the text alone, and beside whom it writes to.
"""

from typing import NamedTuple


class Letter(NamedTuple):
    text: str
    senders: tuple[str, ...]  # any of these forms
    remiss: str
    dnr: str | None
    date: str


LETTERS = (
    Letter(
        """\
Göteborgs Stad
Grundskoleförvaltningen

Tjänsteutlåtande                      Till grundskolenämnden 2025-09-16
Utfärdat 2025-08-19                   Handläggare
Diarienummer N609-0812/25             Lisa Bergman
                                      Telefon: 031-365 00 00
                                      E-post: lisa.bergman@grundskola.example.se

Yttrande över förslag till program för trygga skolvägar

Förslag till beslut
I grundskolenämnden
1. Grundskolenämnden tillstyrker förslaget med beaktande av förvaltningens synpunkter.
2. Grundskolenämnden översänder tjänsteutlåtandet till kommunstyrelsen som eget yttrande.

Sammanfattning
Kommunstyrelsen har remitterat förslag till program för trygga skolvägar, KS 2025/300.
""",
        ("Grundskolenämnden",),
        "KS 2025/300",
        "N609-0812/25",
        "2025-08-19",
    ),
    Letter(
        """\
Malmö stad
Miljönämnden
                                                        1 (2)
Datum
2025-09-23

Adress
Bergsgatan 17

Diarienummer
MN-2025-4412

Yttrande

Till
Kommunstyrelsen

Remiss angående Program för trygga skolvägar
KS 2025/300

Miljönämnden föreslås besluta att lämna följande yttrande:

Yttrande
Miljönämnden ställer sig positiv till programmet.

Ordförande
Anna Ekvall

Nämndsekreterare
Jon Thulin
""",
        ("Miljönämnden",),
        "KS 2025/300",
        "MN-2025-4412",
        "2025-09-23",
    ),
    Letter(
        """\
VIKBO KOMMUN            SAMMANTRÄDESPROTOKOLL           Blad
                        Sammanträdesdatum               12 (25)
Barn- och utbildningsnämnden     2025-09-18

§ 88                                          Dnr BUN 2025/118

Svar på remiss – program för trygga skolvägar (KS 2025/300)

Beslut
Barn- och utbildningsnämnden beslutar att anta yttrandet som sitt eget.

Sammanfattning av ärendet
Kommunstyrelsen har skickat ett förslag på remiss.

Justerandes sign                     Utdragsbestyrkande
""",
        ("Barn- och utbildningsnämnden",),
        "KS 2025/300",
        "BUN 2025/118",
        "2025-09-18",
    ),
    Letter(
        """\
Yttrande

Ärendenummer                Er referens
TRV 2025/88121              KS 2025/300
Dokumentdatum               Sidor
2025-09-11                  1(3)

Vikbo kommun
kommunstyrelsen@vikbo.example.se

Trafikverket
781 89 Borlänge
Besöksadress: Röda vägen 1
Telefon: 0771-921 921

Yttrande över program för trygga skolvägar

Trafikverket har tagit del av handlingarna och har följande att framföra.
""",
        ("Trafikverket",),
        "KS 2025/300",
        "TRV 2025/88121",
        "2025-09-11",
    ),
    Letter(
        """\
Polisen                            Yttrande                  1 (2)
Polismyndigheten                   Datum        Diarienr (åberopas)   Saknr
Polisregion Syd                    2025-10-03   A412.330/2025         015

Vikbo kommun

Remiss: program för trygga skolvägar
Er referens: KS 2025/300

Polismyndigheten har beretts tillfälle att lämna synpunkter på rubricerad remiss.
""",
        ("Polismyndigheten",),
        "KS 2025/300",
        "A412.330/2025",
        "2025-10-03",
    ),
    Letter(
        """\
Vikbo 2025-09-30

Kommunstyrelsen i Vikbo kommun

Remissvar: Program för trygga skolvägar, KS 2025/300

Funktionsrätt Vikbo är ett samarbetsorgan för 23 föreningar. Vi vill lämna följande synpunkter.

Vi saknar ett resonemang om barn med funktionsnedsättning.

För Funktionsrätt Vikbo

Mona Lind
ordförande
""",
        ("Funktionsrätt Vikbo",),
        "KS 2025/300",
        None,
        "2025-09-30",
    ),
    Letter(
        """\
Stockholm 2025-10-01

Finansdepartementet
103 33 Stockholm

Remissvar: En ny alkohollag (SOU 2025:33)
Dnr Fi2025/00712

Visita är bransch- och arbetsgivarorganisationen för den svenska besöksnäringen.

Visita avstyrker förslaget om sänkta serveringstider. Visita anser att konsekvensanalysen är för tunn.

Visita

Jonas Siljhammar Ek
VD
""",
        ("Visita",),
        "SOU 2025:33",
        None,
        "2025-10-01",
    ),
    Letter(
        """\
SVENSK HANDEL

Finansdepartementet
Fi2025/00712
2025-09-29

Remissyttrande över SOU 2025:33 En ny alkohollag

Svensk Handel företräder 9 000 handelsföretag.

Svensk Handel tillstyrker förslaget.

Svensk Handel

Karin Sjö
Näringspolitisk chef
""",
        ("Svensk Handel",),
        "SOU 2025:33",
        None,
        "2025-09-29",
    ),
    Letter(
        """\
Hyresgästföreningen region Sydost
Box 110
391 21 Kalmar

2025-09-12

Till
Vikbo kommun
Kommunstyrelsen
Dnr KS 2025/300

Yttrande över förslag till program för trygga skolvägar

Hyresgästföreningen är en demokratisk medlemsorganisation.
""",
        ("Hyresgästföreningen region Sydost", "Hyresgästföreningen Region Sydost"),
        "KS 2025/300",
        None,
        "2025-09-12",
    ),
    Letter(
        """\
Brf Utsikten
Backvägen 3
593 40 Vikbo

Vikbo den 30 augusti 2025

Synpunkter på program för trygga skolvägar, KS 2025/300

Styrelsen för Brf Utsikten har gått igenom förslaget. Vi anser att Backvägen ska få en gångbana.

Styrelsen genom
Olle Ask, ordförande
""",
        ("Brf Utsikten",),
        "KS 2025/300",
        None,
        "2025-08-30",
    ),
    Letter(
        """\
Från: Anna Ek <anna.ek@exempel.se>
Skickat: den 2 september 2025 08:12
Till: Vikbo kommun, kommunstyrelsen
Ämne: Remiss KS 2025/300 trygga skolvägar

Hej,

Vi är en barnfamilj på Backvägen som har läst förslaget. Vi tycker att det är bra men saknar ett övergångsställe vid skolan.

Med vänlig hälsning
Anna och Per Ek
""",
        ("Privatperson",),
        "KS 2025/300",
        None,
        "2025-09-02",
    ),
    Letter(
        """\
Från: Gun Falk <gun.falk@exempel.se>
Datum: fredag 5 september 2025 10:45
Till: registrator@vikbo.example.se
Ämne: Synpunkter från PRO Vikbo, KS 2025/300

Hej!

Vi i PRO Vikbo har diskuterat förslaget på vårt månadsmöte. Vi vill att trottoarerna sandas först.

Hälsningar
Gun Falk
sekreterare PRO Vikbo
""",
        ("PRO Vikbo",),
        "KS 2025/300",
        None,
        "2025-09-05",
    ),
    Letter(
        """\
Till Vikbo kommun
Kommunstyrelsen
2025-09-19

Svar på remiss, program för trygga skolvägar, KS 2025/300

Vi kör skolskjuts åt kommunen sedan 2014. Vi föreslår att hållplatsen vid Ekskolan flyttas.

Med vänliga hälsningar

Maria Åberg
Trafikchef
Vikbobuss AB
""",
        ("Vikbobuss AB",),
        "KS 2025/300",
        None,
        "2025-09-19",
    ),
    Letter(
        """\
2025-09-20

Vikbo kommun, kommunstyrelsen

Angående remiss KS 2025/300

Vi i Vikbo pensionärsförening tackar för att vi får tycka till. Vi anser att programmet är bra.

Nils Holm
ordförande
""",
        ("Vikbo pensionärsförening",),
        "KS 2025/300",
        None,
        "2025-09-20",
    ),
    Letter(
        """\
Region Gävleborg
Hållbarhetsnämnden

Protokollsutdrag
Sammanträdesdatum: 2025-10-02
Diarienummer: HN 2025/61

§ 54 Yttrande över program för trygga skolvägar, KS 2025/300

Hållbarhetsnämndens beslut
1. Anta yttrandet och skicka det till Vikbo kommun.

Yttrande
Region Gävleborg välkomnar programmet.

Justerat 2025-10-09
""",
        ("Hållbarhetsnämnden",),
        "KS 2025/300",
        "HN 2025/61",
        "2025-10-02",
    ),
    Letter(
        """\
SVEA HOVRÄTT           YTTRANDE                 HSV 2025/412
                       2025-10-07

                                                Justitiedepartementet
                                                Ju2025/01412

Remiss av betänkandet Snabbare lagföring (SOU 2025:40)

Hovrätten tillstyrker förslagen men vill framhålla följande.
""",
        ("Svea hovrätt",),
        "SOU 2025:40",
        "HSV 2025/412",
        "2025-10-07",
    ),
    Letter(
        """\
ATTUNDA TINGSRÄTT
Remissyttrande
2025-10-06
Dnr TS 2025-91

Justitiedepartementet
103 33 Stockholm

Betänkandet Snabbare lagföring (SOU 2025:40), Ju2025/01412

Tingsrätten har granskat betänkandet utifrån sin verksamhet.

I handläggningen av ärendet har lagmannen Per Hall och rådmannen Li Sten deltagit.
""",
        ("Attunda tingsrätt",),
        "SOU 2025:40",
        "TS 2025-91",
        "2025-10-06",
    ),
    Letter(
        """\
Räddningstjänsten Östra Vik
Handläggare Jan Berg                       Datum          Diarienummer
                                           2025-09-08     2025-000812
                                           Ert datum      Ert dnr
                                           2025-06-12     KS 2025/300

Vikbo kommun

Yttrande gällande program för trygga skolvägar

Räddningstjänsten har inget att erinra.
""",
        ("Räddningstjänsten Östra Vik",),
        "KS 2025/300",
        "2025-000812",
        "2025-09-08",
    ),
    Letter(
        """\
Centerpartiet i Vikbo

Remissvar på program för trygga skolvägar (KS 2025/300)

Centerpartiet i Vikbo vill se fler cykelvägar på landsbygden. Vi föreslår att 2+1-vägar prövas.

Vikbo 2025-09-15
Lena Ros, gruppledare
""",
        ("Centerpartiet i Vikbo", "Centerpartiet Vikbo"),
        "KS 2025/300",
        None,
        "2025-09-15",
    ),
    Letter(
        """\
Byalaget Norra Vik

Vikbo kommun                                                  14 september 2025
Kommunstyrelsen

Yttrande över program för trygga skolvägar, dnr KS 2025/300

Byalaget Norra Vik har tagit del av programmet. Vi i byalaget tycker att landsbygden glöms bort.
""",
        ("Byalaget Norra Vik", "Norra Viks byalag"),
        "KS 2025/300",
        None,
        "2025-09-14",
    ),
    Letter(
        """\
Elevrådet på Ekskolan                                    2025-09-03

Remissvar om trygga skolvägar KS 2025/300

Vi i elevrådet har pratat om förslaget i klasserna. Vi vill ha fler cykelställ. Det är bra att bilarna ska köra långsammare.

/Elevrådet på Ekskolan genom Moa Lund, 9B
""",
        ("Elevrådet på Ekskolan", "Elevrådet vid Ekskolan"),
        "KS 2025/300",
        None,
        "2025-09-03",
    ),
    Letter(
        """\
RFSL Vikbo
rfslvikbo@exempel.se

Vikbo kommun
KS 2025/300

2025-09-30

Remissvar

RFSL Vikbo tackar för möjligheten att yttra sig.
""",
        ("RFSL Vikbo",),
        "KS 2025/300",
        None,
        "2025-09-30",
    ),
    Letter(
        """\
UPPSALA UNIVERSITET         YTTRANDE                   1 (3)
                            2025-09-24                 Dnr UFV 2025/1440

Box 256
751 05 Uppsala

                            Justitiedepartementet

Remissyttrande angående Snabbare lagföring (SOU 2025:40)
Er ref. Ju2025/01412

Uppsala universitet yttrar sig med anledning av rubricerade remiss. Ärendet har beretts av juridiska fakulteten.
""",
        ("Uppsala universitet",),
        "SOU 2025:40",
        "UFV 2025/1440",
        "2025-09-24",
    ),
    Letter(
        """\
Tjänsteskrivelse                                                           1(2)
Datum                    Vår beteckning
2025-09-10               SN 2025/77

Socialförvaltningen                        Till Socialnämnden
Stab
Handläggare: Eva Sand

Remissvar – program för trygga skolvägar (KS 2025/300)

Förslag till beslut
Socialnämnden beslutar att godkänna förslaget till yttrande och överlämna det till kommunstyrelsen.
""",
        ("Socialnämnden",),
        "KS 2025/300",
        "SN 2025/77",
        "2025-09-10",
    ),
    Letter(
        """\
Södermalms stadsdelsförvaltning              Tjänsteutlåtande
Avdelningen för stadsutveckling              Dnr SÖD 2025/390
                                             Sid 1 (5)
                                             2025-08-28

Handläggare                                  Till
Ylva Kron                                    Södermalms stadsdelsnämnd
Telefon: 08-508 12 000                       2025-09-25

Program för trygga skolvägar
Svar på remiss från kommunstyrelsen, dnr KS 2025/300

Förslag till beslut
Stadsdelsnämnden hänvisar till förvaltningens tjänsteutlåtande som svar på remissen.
""",
        ("Södermalms stadsdelsnämnd",),
        "KS 2025/300",
        "SÖD 2025/390",
        "2025-08-28",
    ),
    Letter(
        """\
NATURSKYDDSFÖRENINGEN VIKBO
www.naturskyddsforeningen.se/vikbo

Vikbo kommun, kommunstyrelsen

Synpunkter på remiss KS 2025/300

Datum: 2025-09-27

Naturskyddsföreningen Vikbo är positiv till att fler barn ska cykla.
""",
        ("Naturskyddsföreningen Vikbo",),
        "KS 2025/300",
        None,
        "2025-09-27",
    ),
    Letter(
        """\
2025-10-10                       Yttrande
Vårt ärendenr: SKR2025/01288
Ert dnr: Ju2025/01412

Avdelningen för juridik          Justitiedepartementet

Snabbare lagföring (SOU 2025:40)

Sammanfattning
Sveriges Kommuner och Regioner (SKR) tillstyrker i huvudsak förslagen.

Sveriges Kommuner och Regioner

Anders Hen
Ordförande
""",
        ("Sveriges Kommuner och Regioner",),
        "SOU 2025:40",
        "SKR2025/01288",
        "2025-10-10",
    ),
    Letter(
        """\
Justitiedepartementet                      Vår referens/dnr: 2025-91
103 33 Stockholm                           Er referens/dnr: Ju2025/01412
                                           2025-10-09

Remissyttrande

Snabbare lagföring (SOU 2025:40)

Svenskt Näringsliv har beretts tillfälle att avge yttrande över rubricerat betänkande.

SVENSKT NÄRINGSLIV

Göran Grön
""",
        ("Svenskt Näringsliv",),
        "SOU 2025:40",
        "2025-91",
        "2025-10-09",
    ),
    Letter(
        """\
Svenska kyrkan
VIKBO PASTORAT

Vikbo kommun                          2025-09-17
Kommunstyrelsen

Program för trygga skolvägar, dnr KS 2025/300

Kyrkorådet har tagit del av rubricerat förslag och lämnar följande svar.

På kyrkorådets vägnar

Eva Berg
kyrkoherde
""",
        ("Vikbo pastorat",),
        "KS 2025/300",
        None,
        "2025-09-17",
    ),
    Letter(
        """\
LRF Vikbo kommungrupp

Till
Kommunstyrelsen
Vikbo kommun

Datum 2025-09-25

Yttrande angående program för trygga skolvägar KS 2025/300

LRF Vikbo kommungrupp vill framföra följande.

1. Skyltning vid jordbruksfordon måste förbättras.
""",
        ("LRF Vikbo", "LRF:s kommungrupp i Vikbo", "LRF Vikbo kommungrupp"),
        "KS 2025/300",
        None,
        "2025-09-25",
    ),
    Letter(
        """\
Handläggare                    Datum          Diarienummer
Per Stål                       2025-09-04     SBN-2025-0303

                               Stadsbyggnadsnämnden

Remiss: Program för trygga skolvägar (KS 2025/300)

Förslag till beslut

Stadsbyggnadsnämnden föreslås besluta

att avge yttrande till kommunstyrelsen i enlighet med förvaltningens förslag.

Stadsbyggnadsförvaltningen

Lina Hav
stadsbyggnadsdirektör
""",
        ("Stadsbyggnadsnämnden",),
        "KS 2025/300",
        "SBN-2025-0303",
        "2025-09-04",
    ),
    Letter(
        """\
Yttrande                                     2025-09-09
                                             Dnr 2025/0044
Statens medieråd

Kulturdepartementet

Betänkandet Bibliotek i hela landet (SOU 2025:41)
Ert dnr: Ku2025/00917

Statens medieråd har inga synpunkter på förslagen.
""",
        ("Statens medieråd",),
        "SOU 2025:41",
        "2025/0044",
        "2025-09-09",
    ),
    Letter(
        """\
Vikbo kommun
Kommunala funktionshindersrådet

2025-09-22

Yttrande till kommunstyrelsen över program för trygga skolvägar, KS 2025/300

Rådet har behandlat förslaget vid sitt möte.
""",
        ("Kommunala funktionshindersrådet",),
        "KS 2025/300",
        None,
        "2025-09-22",
    ),
    Letter(
        """\
Hej!

Här kommer svar på remiss KS 2025/300 från Ekskolans föräldraförening. Vi tycker att förslaget är bra men att
vägen förbi skolan borde stängas för biltrafik på morgnarna.

2025-09-28

Sara Alm
för Ekskolans föräldraförening
""",
        ("Ekskolans föräldraförening", "Föräldraföreningen vid Ekskolan"),
        "KS 2025/300",
        None,
        "2025-09-28",
    ),
    Letter(
        """\
Nobina

Vikbo kommun                                                         2025-10-01
Er referens: KS 2025/300

Nobina har tagit del av remissen och vill lämna följande synpunkter.

Vi välkomnar separata busskörfält.

Nobina AB
Box 1
""",
        ("Nobina AB", "Nobina"),
        "KS 2025/300",
        None,
        "2025-10-01",
    ),
    Letter(
        """\
SOLLEFTEÅ KOMMUN
Kommunledningskontoret

                                     Kulturdepartementet
2025-10-14                           Ku2025/00917
Dnr KS 2025/0411

Yttrande över betänkandet Bibliotek i hela landet (SOU 2025:41)

Sollefteå kommun delar utredningens bedömning.

För Sollefteå kommun
Bo Hed
Kommunstyrelsens ordförande
""",
        ("Sollefteå kommun",),
        "SOU 2025:41",
        "KS 2025/0411",
        "2025-10-14",
    ),
    Letter(
        """\
Kommunstyrelsen                                    YTTRANDE          Sida 1(2)
                                                   2025-10-13        Dnr KS 2025-00661
                                                   Kulturdepartementet

Borås Stads yttrande över Bibliotek i hela landet (SOU 2025:41)

Borås Stad tillstyrker förslaget. Staden ser ett behov av långsiktig finansiering.
""",
        ("Kommunstyrelsen", "Borås Stad", "Borås stad"),
        "SOU 2025:41",
        "KS 2025-00661",
        "2025-10-13",
    ),
    Letter(
        """\
Yttrande över betänkandet Bibliotek i hela landet (SOU 2025:41), Ku2025/00917

Stockholm 26 september 2025

Svensk biblioteksförening lämnar härmed följande synpunkter på betänkandet.

Vi tillstyrker att bibliotekslagen skärps.

Svensk biblioteksförening
Rolf Ny                    Annika By
ordförande                 generalsekreterare
""",
        ("Svensk biblioteksförening",),
        "SOU 2025:41",
        None,
        "2025-09-26",
    ),
    Letter(
        """\
Fastighetskontoret                      Kontorsyttrande
Strategiska avdelningen                 Dnr FSK 2025/119
                                        2025-09-11

Till kommunstyrelsen

Svar på remiss av program för trygga skolvägar, KS 2025/300

Fastighetskontoret har fått möjlighet att yttra sig. På grund av kort remisstid har ärendet inte behandlats i fastighetsnämnden.
""",
        ("Fastighetskontoret", "Fastighetsnämnden"),
        "KS 2025/300",
        "FSK 2025/119",
        "2025-09-11",
    ),
    Letter(
        """\
Trafikkontoret                                     Tjänsteutlåtande
Trafikplanering                                    Dnr T2025-01288
                                                   2025-09-04

Handläggare                                        Till
Erik Sund                                          Trafiknämnden
08-508 26 000                                      2025-09-25

Program för trygga skolvägar
Remissvar till kommunstyrelsen, KS 2025/300

Förslag till beslut
Trafiknämnden godkänner och överlämnar kontorets tjänsteutlåtande som svar på remissen.
""",
        ("Trafiknämnden", "Trafikkontoret"),
        "KS 2025/300",
        "T2025-01288",
        "2025-09-04",
    ),
    Letter(
        """\
Kommunförbundet Norrsund                                                2025-09-19
Box 12, 891 00 Norrsund                                                 KFN 2025:44

Vikbo kommun
Kommunstyrelsen
Er beteckning KS 2025/300

Yttrande över program för trygga skolvägar

Förbundet har beretts möjlighet att yttra sig över programmet.
""",
        ("Kommunförbundet Norrsund",),
        "KS 2025/300",
        "KFN 2025:44",
        "2025-09-19",
    ),
    Letter(
        """\
Grannby kommun                      YTTRANDE
Samhällsbyggnad                     2025-10-01      Dnr KS/2025:771

                                    Vikbo kommun
                                    Kommunstyrelsen

Yttrande över Vikbo kommuns program för trygga skolvägar (KS 2025/300)

Grannby kommun ser positivt på att Vikbo tar fram ett program. Byggnadsnämnden i Grannby har inget att tillägga.
""",
        ("Grannby kommun",),
        "KS 2025/300",
        "KS/2025:771",
        "2025-10-01",
    ),
    Letter(
        """\
Kerstin Alm
Backvägen 14
593 40 Vikbo
                                             2025-09-08

Till kommunstyrelsen i Vikbo

Angående trygga skolvägar, KS 2025/300

Jag är mormor till två barn som går i Ekskolan. Jag tycker att byggnadsnämnden borde stoppa bygget vid korsningen.

Kerstin Alm
""",
        ("Privatperson",),
        "KS 2025/300",
        None,
        "2025-09-08",
    ),
    Letter(
        """\
Ekbäckens samfällighetsförening
c/o Alm, Backvägen 14, Vikbo

11 september 2025

Kommunstyrelsen, Vikbo kommun

Synpunkter på remiss, trygga skolvägar (KS 2025/300)

Föreningen förvaltar vägarna i Ekbäcken. Styrelsen anser att kommunen bör ta över snöröjningen.

För styrelsen
Ove Bank, kassör
""",
        ("Ekbäckens samfällighetsförening",),
        "KS 2025/300",
        None,
        "2025-09-11",
    ),
    Letter(
        """\
Remissvar från Moderaterna i Vikbo

KS 2025/300 Program för trygga skolvägar

Vikbo 2025-09-30

Moderaterna i Vikbo delar bilden att skolvägarna behöver bli tryggare. Vi vill dock inte se fler farthinder.

Jan Ros (M)
gruppledare
""",
        ("Moderaterna i Vikbo", "Moderaterna Vikbo"),
        "KS 2025/300",
        None,
        "2025-09-30",
    ),
    Letter(
        """\
SVENSKA CYKELSÄLLSKAPET
Ideell förening sedan 1950

Torneågatan 10, 164 79 Kista          info@svenska-cykelsallskapet.example

Kista 2025-09-21

Vikbo kommun

Program för trygga skolvägar, ert dnr KS 2025/300

Cykelsällskapet har tagit del av programmet och har följande synpunkter.
""",
        ("Svenska Cykelsällskapet", "Svenska cykelsällskapet"),
        "KS 2025/300",
        None,
        "2025-09-21",
    ),
    Letter(
        """\
UNG I VIKBO – kommunens ungdomsråd

Svar på remissen om trygga skolvägar (KS 2025/300)

16 september 2025

Ung i Vikbo är kommunens ungdomsråd med 15 ledamöter. Vi tycker att belysningen är viktigast.

Ung i Vikbo
genom Alva Gren, ordförande
""",
        ("Ung i Vikbo", "Ungdomsrådet Ung i Vikbo"),
        "KS 2025/300",
        None,
        "2025-09-16",
    ),
    Letter(
        """\
                                                                       1(2)
LINKÖPINGS UNIVERSITET
Filosofiska fakulteten               YTTRANDE
                                     2025-10-06
                                     LiU-2025-03122

Kulturdepartementet

Yttrande över betänkandet Bibliotek i hela landet (SOU 2025:41)

Linköpings universitet har ombetts yttra sig. Yttrandet har utarbetats vid Filosofiska fakulteten och universitetsbiblioteket.
""",
        ("Linköpings universitet",),
        "SOU 2025:41",
        "LiU-2025-03122",
        "2025-10-06",
    ),
    Letter(
        """\
Kungl. biblioteket
Sveriges nationalbibliotek

Datum/Date              Dnr/Ref no
2025-10-08              KB 2025-311

Kulturdepartementet

Remiss av SOU 2025:41 Bibliotek i hela landet (Ku2025/00917)

Kungliga biblioteket (KB) välkomnar utredningen.
""",
        ("Kungliga biblioteket",),
        "SOU 2025:41",
        "KB 2025-311",
        "2025-10-08",
    ),
    Letter(
        """\
Stockholm 2025-09-30

Till Kulturdepartementet
Dnr Ku2025/00917

Yttrande från Sveriges Författarförbund över SOU 2025:41

Sammanfattning
Författarförbundet tillstyrker förslaget om bibliotekslag men avstyrker förslaget om e-lån.

Grethe Roth
Förbundsordförande
""",
        ("Sveriges Författarförbund", "Sveriges författarförbund"),
        "SOU 2025:41",
        None,
        "2025-09-30",
    ),
    Letter(
        """\
Kultur- och fritidsförvaltningen, Botkyrka kommun       TJÄNSTESKRIVELSE
                                                        2025-09-29
                                                        Dnr KS/2025:00345
Referens
Mottagare: Kommunstyrelsen

Remissvar: Bibliotek i hela landet (SOU 2025:41)

Förslag till beslut
Kommunstyrelsen godkänner förvaltningens förslag till yttrande och översänder det till Kulturdepartementet.

Sammanfattning
Botkyrka kommun har fått möjlighet att yttra sig.
""",
        ("Botkyrka kommun",),
        "SOU 2025:41",
        "KS/2025:00345",
        "2025-09-29",
    ),
    Letter(
        """\
Från: Per Lund <per.lund@vikboenergi.example>
Skickat: torsdag 18 september 2025 14:02
Till: registrator@vikbo.example
Kopia: Anna Falk
Ämne: Svar remiss KS 2025/300

Hej!

Vi har inget att erinra mot programmet men vill påminna om att ledningarna i Backvägen ska bytas 2027.

Hälsningar

Per Lund
Nätchef
Vikbo Energi AB
0493-123 45
""",
        ("Vikbo Energi AB",),
        "KS 2025/300",
        None,
        "2025-09-18",
    ),
    Letter(
        """\
Länsstyrelsen Kalmar län         Yttrande
                                 Datum 2025-09-26
                                 Ärendebeteckning 400-7781-2025

Samhällsbyggnadsenheten          Vikbo kommun
Lars Ek                          Kommunstyrelsen
010-223 80 00                    kommun@vikbo.example

Program för trygga skolvägar
Er beteckning: KS 2025/300

Redogörelse för ärendet
Vikbo kommun har översänt program för trygga skolvägar för synpunkter.

Länsstyrelsens synpunkter
Länsstyrelsen anser att barnperspektivet är väl belyst.
""",
        ("Länsstyrelsen i Kalmar län", "Länsstyrelsen Kalmar län", "Länsstyrelsen Kalmar"),
        "KS 2025/300",
        "400-7781-2025",
        "2025-09-26",
    ),
    Letter(
        """\
Protokollsutdrag                             1 (2)
Kultur- och fritidsnämnden                   2025-09-17

§ 61
Remissvar program för trygga skolvägar       KFN 2025/90

Nämndens beslut
Kultur- och fritidsnämnden ställer sig bakom förvaltningens yttrande, daterat 2025-08-28, och överlämnar det
till kommunstyrelsen som svar på remiss KS 2025/300.

Paragrafen är justerad 2025-09-24
""",
        ("Kultur- och fritidsnämnden",),
        "KS 2025/300",
        "KFN 2025/90",
        "2025-09-17",
    ),
    Letter(
        """\
2025-09-23

Kommunstyrelsen
Vikbo kommun

Remiss: program för trygga skolvägar KS 2025/300

Tack för möjligheten att lämna synpunkter!

Friluftsfrämjandet vill att barn ska kunna gå till skolan. Vi saknar förslag om gångtunnlar.

Med friluftshälsningar
Friluftsfrämjandet Vikbo lokalavdelning

Bo Strand
""",
        ("Friluftsfrämjandet Vikbo", "Friluftsfrämjandet i Vikbo", "Friluftsfrämjandet Vikbo lokalavdelning"),
        "KS 2025/300",
        None,
        "2025-09-23",
    ),
    Letter(
        """\
Attendo

Remissvar
Vikbo kommun, KS 2025/300
2025-09-30

Attendo driver tre äldreboenden i Vikbo. Vi anser att programmet även bör omfatta äldre.

Vänligen
Attendo Sverige AB
Karin Vik, regionchef
""",
        ("Attendo Sverige AB", "Attendo"),
        "KS 2025/300",
        None,
        "2025-09-30",
    ),
    Letter(
        """\
vikbohus

Tjänsteställe, handläggare          Datum            Er beteckning
Ulla Nord, VD                       2025-09-15       KS 2025/300

Vikbo kommun
Kommunstyrelsen

Svar på remiss

Vikbohus har tagit del av program för trygga skolvägar och lämnar följande synpunkter.

Vikbohus AB

Ulla Nord
""",
        ("Bostadsbolaget Vikbohus AB", "Vikbohus AB", "Vikbohus"),
        "KS 2025/300",
        None,
        "2025-09-15",
    ),
    Letter(
        """\
Skolinspektionen
                                    Yttrande
                                    2025-10-03
                                    Dnr SI 2025:8812

Utbildningsdepartementet
Ert dnr: U2025/01555

Remiss av promemorian Tryggare skolor (Ds 2025:22)

Skolinspektionen har i huvudsak inga invändningar mot förslagen.

På Skolinspektionens vägnar
Eva Lind
Generaldirektör
""",
        ("Statens skolinspektion", "Skolinspektionen"),
        "Ds 2025:22",
        "SI 2025:8812",
        "2025-10-03",
    ),
    Letter(
        """\
Sveriges Lärare i Vikbo

Vikbo 24/9 2025

Yttrande över remiss KS 2025/300

Sveriges Lärare i Vikbo har förhandlat frågan med kommunen den 12 september. Förbundet anser att lärarna inte ska
vakta övergångsställen.

Ann Ros
ordförande
""",
        ("Lärarförbundet Vikbo", "Sveriges Lärare Vikbo", "Sveriges Lärare i Vikbo"),
        "KS 2025/300",
        None,
        "2025-09-24",
    ),
    Letter(
        """\
TJÄNSTESKRIVELSE
Sida 1 (3)
Datum: 2025-09-02
Diarienummer: MBN 2025/512

Bygg- och miljökontoret
Handläggare: Siv Ask

Miljö- och byggnadsnämnden

Remissyttrande över program för trygga skolvägar, KS 2025/300

Bygg- och miljökontorets förslag till beslut
1. Nämnden antar kontorets förslag som sitt yttrande.
""",
        ("Miljö- och byggnadsnämnden",),
        "KS 2025/300",
        "MBN 2025/512",
        "2025-09-02",
    ),
    Letter(
        """\
Region Kronoberg                              Missiv
Regionala utvecklingsnämnden                  Diarienr: 25RGK1412
                                              Datum: 2025-10-07

Vikbo kommun

Yttrande över Program för trygga skolvägar (KS 2025/300)

Region Kronoberg lämnar följande synpunkter i rollen som regional kollektivtrafikmyndighet.
""",
        ("Region Kronoberg",),
        "KS 2025/300",
        "25RGK1412",
        "2025-10-07",
    ),
    Letter(
        """\
Ekskolan, Vikbo                       2025-09-05

Till kommunstyrelsen

Synpunkter på program för trygga skolvägar, KS 2025/300

Vi på Ekskolan har samlat personalens synpunkter. Parkeringen måste flyttas.

Maria Hall
rektor
""",
        ("Ekskolan", "Rektor Ekskolan", "Ekskolan, Vikbo"),
        "KS 2025/300",
        None,
        "2025-09-05",
    ),
    Letter(
        """\
Swedavia AB                    Datum             Vår referens
190 45 Stockholm-Arlanda       2025-09-12        Lena Mo
                               Er referens
                               KS 2025/300

Vikbo kommun

Swedavia har tagit del av remissen och har inget att erinra.
""",
        ("Swedavia AB", "Swedavia"),
        "KS 2025/300",
        None,
        "2025-09-12",
    ),
    Letter(
        """\
Från: kalle.k@exempel.se
Datum: 2025-09-29 21:40
Till: kommun@vikbo.example
Ämne: skolvägar KS 2025/300

Hej jag heter Kalle och går i 6B på Ekskolan. Det är farligt att cykla förbi bussarna så jag vill att det byggs en bro.
""",
        ("Privatperson",),
        "KS 2025/300",
        None,
        "2025-09-29",
    ),
    Letter(
        """\
SRF Kalmar län

Kommunstyrelsen
Vikbo kommun
KS 2025/300

2025-09-27

Remissvar

Synskadades Riksförbund, SRF Kalmar län tackar för möjligheten. Vi vill att alla övergångsställen får ljudsignal.
""",
        ("Synskadades Riksförbund Kalmar län", "SRF Kalmar län", "Synskadades Riksförbund, SRF Kalmar län"),
        "KS 2025/300",
        None,
        "2025-09-27",
    ),
    Letter(
        """\
FK-BIO Norra Skogslän
Yttrande
14 oktober 2026

Mottagare: Barkby kommun
Diarienummer: KS 2026/0455

Biodlingens synpunkter på Barkbys plan för blommande ytor

FK-BIO Norra Skogslän företräder 140 biodlare, varav elva i Barkby. FK-BIO ser positivt på planen.
Biodlingen vill gärna se att slåttern flyttas till augusti.

Med vänlig hälsning
Harriet Lund
Konsulent, FK-BIO Norra Skogslän
""",
        ("FK-BIO Norra Skogslän", "FK-BIO"),
        "KS 2026/0455",
        None,
        "2026-10-14",
    ),
    Letter(
        """\
Lokala trygghetsrådet i Barkby

2026-10-14

Remissvar på Plan för trygga torg, KS 2026/0456

Lokala trygghetsrådet (LTR) har den 3 oktober talat om planen.
LTR anser att belysningen bör ses över.

För LTR
Nils Åberg
""",
        ("Lokala trygghetsrådet", "Lokala trygghetsrådet i Barkby"),
        "KS 2026/0456",
        None,
        "2026-10-14",
    ),
)
