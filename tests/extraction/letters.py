# ruff: noqa: E501
"""Self-written letters in several styles, annotated where they are written.

``{f|…}`` marks a synpunkt that proposes or demands, ``{k|…}`` criticises, ``{p|…}`` supports and
``{s|…}`` asks. The marks are taken out before the text is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from remissnlp.records import Span, Stance

_STANCES: dict[str, Stance] = {"f": "forslag", "k": "kritik", "p": "positiv", "s": "fraga"}
_MARK = re.compile(r"\{([fkps])\|(.*?)\}", re.DOTALL)


@dataclass(frozen=True)
class Letter:
    name: str
    text: str
    points: tuple[tuple[Span, Stance], ...]


def annotated(name: str, marked: str) -> Letter:
    text, points, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        points.append((Span(len(text), len(text) + len(match.group(2))), _STANCES[match.group(1)]))
        text += match.group(2)
        last = match.end()
    return Letter(name, text + marked[last:], tuple(points))


BOARD = annotated(
    "nämnd med rubriker",
    """Fritidsnämnden
Tjänsteskrivelse
Dnr FN 2025/118
2025-03-11

Svar på remiss av förslag till friluftsplan, KS 2025/77

Förslag till beslut
Fritidsnämnden beslutar att överlämna förvaltningens skrivelse som
svar på remissen.

Bakgrund
Kommunstyrelsen har gett stadsmiljökontoret i uppdrag att ta fram
en friluftsplan. Planen ska gälla till 2034 och ersätter den tidigare
grönplanen. I planen anges att alla invånare ska ha nära till natur.

Förvaltningens bedömning
{p|Förvaltningen välkomnar att staden får en samlad friluftsplan.} {p|Det är
positivt att planen utgår från barns vardag.}

Fritidsförvaltningen driver i dag elva friluftsgårdar och har ett
nära samarbete med idrottsföreningarna. Förra året besökte 40 000
personer gårdarna.

{k|Planen saknar dock en redovisning av vad åtgärderna kostar.} {f|Förvaltningen
föreslår att varje åtgärd får en ansvarig nämnd och en budget.}

{f|Begreppet tätortsnära natur behöver definieras, bl.a. eftersom det
används på olika sätt i kapitel 2 och kapitel 4.} {k|Kartorna är svårlästa
i utskrift.}

{f|Uppföljningen bör ske vartannat år och redovisas för kommunfullmäktige.}

Eva Lind
Förvaltningschef
""",
)

COUNTY = annotated(
    "länsstyrelse, numrerat efter förslaget",
    """Yttrande
Datum
2025-05-02
Ärendebeteckning
2087-2025

Remiss av betänkandet Vatten i balans (SOU 2025:14)

Länsstyrelsen redovisar sina synpunkter i den ordning som
betänkandet har.

Avsnitt 4.2 Lokala vattenråd

{p|Länsstyrelsen tillstyrker förslaget om lokala vattenråd.} {f|Länsstyrelsen
anser att råden bör få statlig finansiering redan från start.}

Avsnitt 5.1 Ny anmälningsplikt

{k|Länsstyrelsen avstyrker förslaget om anmälningsplikt för mindre
uttag.} {k|Förslaget riskerar att leda till stor administration utan
motsvarande miljönytta.}

Avsnitt 7 Konsekvenser

{k|Länsstyrelsen bedömer att kostnaderna för tillsynen är underskattade.}
{s|Länsstyrelsen undrar hur tillsynsavgifterna ska fördelas mellan
kommunerna.}

De som medverkat i beslutet
Beslutet har fattats av länsrådet Karin Holm efter föredragning av
Per Ask.
""",
)

ASSOCIATION = annotated(
    "förening, brev utan rubriker",
    """Villaägarna i Norrby
Box 12
123 45 Norrby

Till kommunstyrelsen

Remissvar angående trafikplan för Norrby, dnr KS 2025/310

Vi är en förening med 340 medlemmar i området. Föreningen bildades 1974
och ordnar bland annat städdagar.

{p|Vi ställer oss bakom målet att minska genomfartstrafiken.} {k|Vi är däremot
kritiska till att Ringvägen stängs av helt.} {f|Vi föreslår i stället farthinder
och en hastighet på 30 km/h.}

{f|Kommunen måste också ordna säkra gångvägar till skolan innan bygget
börjar.} {s|Hur ska räddningstjänsten ta sig fram under byggtiden?}

Med vänlig hälsning
Anna Berg
ordförande
""",
)

COMPANY = annotated(
    "bolag, punktlista",
    """Stadsbostäder AB
Vårt dnr: SB 2025-44

Yttrande över remiss av klimathandlingsplan, KS 2024/902

Sammanfattning
{p|Bolaget är i huvudsak positivt till klimathandlingsplanen.} {f|Bolaget anser
att målen för byggskedet bör skärpas.}

Bolagets synpunkter
{p|Bolaget är positivt till planen som helhet och till att den omfattar
alla bolag.}

{f|Bolaget vill särskilt framhålla behovet av

• gemensamma beräkningsregler för klimatpåverkan,}
• {f|tydligare krav vid upphandling av byggmaterial,}
• {f|ett stöd till mindre entreprenörer.}

{f|Målen för byggskedet bör skärpas så att de omfattar även ombyggnad. Skälet
är att två tredjedelar av bolagets utsläpp kommer från ombyggnad.}

{k|Tidplanen är alltför kort.}
""",
)

AGENCY = annotated(
    "myndighet, en rad per stycke",
    """Yttrande över promemorian Enklare tillståndsprövning (Ds 2025:9)

Sammanfattning

{k|Myndigheten avstyrker förslaget i dess nuvarande form.}

Promemorians förslag

I promemorian föreslås att prövningen samlas hos en myndighet. Förslaget innebär att kommunerna inte längre ska pröva mindre ärenden.

Myndighetens ställningstagande

{k|Myndigheten delar inte bedömningen att prövningen blir snabbare.} {k|Det framgår inte hur pågående ärenden ska hanteras.} {f|Övergångsbestämmelser behöver därför tas fram.}

{p|Myndigheten instämmer i att ansökan ska kunna göras digitalt.} {f|E-tjänsten bör kunna användas även av ombud.}

Beslut i detta ärende har fattats av generaldirektören.
""",
)

PRIVATE = annotated(
    "privatperson, e-post i löpande text",
    """Hej!

Jag har läst förslaget till parkplan och vill lämna några tankar.

{p|Det är bra att lekplatsen rustas upp.} {f|Men jag önskar fler bänkar med
ryggstöd längs den norra gången.} {k|Belysningen är otillräcklig redan
idag.} {f|Den borde förbättras innan nya planteringar görs.}

Jag har bott vid parken i tjugo år och går där varje dag.

Hälsningar
Sven
""",
)

LETTERS = (BOARD, COUNTY, ASSOCIATION, COMPANY, AGENCY, PRIVATE)
