# ruff: noqa: E501
"""What lies beside the responses in an inbox: versions of them, what was sent out, enclosures and background."""

from __future__ import annotations

from typing import NamedTuple

from remissnlp.records import Role

from .inbox import LONELY, PLAN, REPORT, RESPONSES


class Beside(NamedTuple):
    name: str
    role: Role
    remiss: str | None
    text: str

    @property
    def blocks(self) -> list[str]:
        return self.text.strip().split("\n\n")


def _response(name: str) -> str:
    return next(response for response in RESPONSES if response.name == name).text


_FILL = "Kommunen ska verka för att natur och friluftsliv blir tillgängliga för alla. Nämnderna planerar, genomför och följer upp sina insatser inom ramen för den ordinarie verksamheten. "

BESIDE = (
    Beside(
        "socialnämnden utkast",
        "dubblett",
        LONELY,
        "UTKAST 2025-08-22\n"
        + _response("socialnämnden")
        .replace("2025-08-19", "2025-08-22")
        .replace("är angelägen", "är mycket angelägen och välkommen"),
    ),
    Beside(
        "myndigheten före rättelsen",
        "dubblett",
        REPORT,
        _response("myndigheten")
        .replace("2025-05-09", "2025-05-07")
        .replace("kunna användas även av ombud", "vara öppen dygnet runt"),
    ),
    Beside("svar från stadsbostäder", "dubblett", PLAN, _response("stadsbostäder")),
    Beside(
        "friluftsplan",
        "remisshandling",
        PLAN,
        f"""
# Friluftsplan 2035

Remissversion 2025-01-15, KS 2025/77

# 1. Inledning

{_FILL * 6}

# 2. Tätortsnära natur

{_FILL * 6}

# 3. Friluftsgårdar

{_FILL * 6}

# 4. Stigar och skyltar

{_FILL * 6}
""",
    ),
    Beside(
        "handlingsplanen",
        "remisshandling",
        LONELY,
        f"""
# Handlingsplan mot ensamhet

# Varför en handlingsplan?

{_FILL * 12}

# Mötesplatser i vardagen

{_FILL * 12}

# Uppföljning

{_FILL * 12}

# Ansvar

{_FILL * 40}
""",
    ),
    Beside(
        "betänkandet",
        "remisshandling",
        REPORT,
        f"""
Vatten i balans

Betänkande av Vattenutredningen

Stockholm 2025

SOU 2025:14

# Till statsrådet

Regeringen beslutade att tillkalla en särskild utredare. Härmed överlämnar utredningen betänkandet Vatten i balans.

# 4.2 Lokala vattenråd

Utredningen föreslår att lokala vattenråd inrättas. {_FILL * 20}

# 5.1 Ny anmälningsplikt

Utredningen föreslår en anmälningsplikt. {_FILL * 20}

# 7 Konsekvenser

{_FILL * 20}
""",
    ),
    Beside(
        "missivet",
        "remisshandling",
        REPORT,
        """
Klimat- och näringslivsdepartementet

2025-02-03

KN2025/00123

# Remiss av betänkandet Vatten i balans (SOU 2025:14)

# Remissinstanser

- Länsstyrelsen i Dalarnas län
- Mittuniversitetet
- Umeå tingsrätt

Remissvaren ska ha kommit in till departementet senast den 15 maj 2025. Remissinstanserna ombeds lämna synpunkter på förslagen i betänkandet.
""",
    ),
    Beside(
        "trafiknämndens protokoll",
        "bilaga",
        PLAN,
        """
Trafiknämnden

PROTOKOLLSUTDRAG

2025-04-10

§ 7 T2025-00412

# Yttrande över remiss av friluftsplan 2035, KS 2025/77

# Beslut

Trafiknämnden godkänner kontorets tjänsteutlåtande som svar på remissen. Paragrafen justeras omedelbart.
""",
    ),
    Beside(
        "äldrenämndens följebrev",
        "bilaga",
        LONELY,
        """
Äldrenämnden

2025-08-27

Till kommunstyrelsen

# Svar på remiss, KS 2025/310

Härmed översänds Äldrenämndens yttrande över handlingsplan mot ensamhet.
""",
    ),
    Beside(
        "rapporten",
        "underlag",
        None,
        f"""
# Så använder vi parkerna

Rapport 2024:3

# Förord

Rapporten beskriver hur parkerna används. ISBN 978-91-000-0000-0

# Metod

{_FILL * 6}

# Resultat

{_FILL * 6}
""",
    ),
    Beside("kvittot", "annat", None, "Kvitto\n\nFika till mötet\n\nSumma 240 kr"),
)
