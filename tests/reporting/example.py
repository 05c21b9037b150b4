"""A small run with everything a report must stand: hostile text, OCR faults, cut sentences, odd answers."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from remissnlp.records import (
    Coverage,
    Deltema,
    KeySentence,
    ModelInfo,
    ProposedText,
    Remiss,
    Remissvar,
    Run,
    Span,
    Split,
    Synpunkt,
    Tema,
    slice_text,
)

KULTUR = """\
Remissvar från Kulturnämnden, dnr KN 2024/7
Sammanfattning
Nämnden önskar indikatorer.
Synpunkter
Nämnden ser positivt på "planen" & <script>alert('x')</script> 🎭.
Nämnden önskar indikatorer som kan föl-
Sida 1 (2)
jas över tid.
\x0cNämnden föreslår att meningen istället lyder: ”Staden följer upp varje år.”
=HYPERLINK("http://exempel.invalid";"Klicka") borde vara tydligare under rubriken Uppföljning.
Kontakt: kansliet
"""
IDROTT = """\
Idrottsnimnden saknar métbara indikatorer.\x07 Hur ska planen anvéndas?
"""
SKOL = "Skolnämnden avstår från att yttra sig.\n"
RAPPORT = "En rapport om indikatorer.\n"


def _find(text: str, *parts: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def _remissvar(name: str, text: str, **fields: object) -> Remissvar:
    return Remissvar(
        id=name,
        file=f"KS 2024-1/{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        **fields,  # type: ignore[arg-type]
    )


def _synpunkt(
    name: str, remissvar: Remissvar, spans: tuple[Span, ...], stance: str, **fields: object
) -> Synpunkt:
    quote = slice_text(remissvar.text, spans)
    values: dict[str, object] = {
        "reading": quote.replace("\n", " "),
        "section": "Synpunkter",
        "page": next(
            (n for n, p in enumerate(remissvar.pages, 1) if p.start <= spans[0].start < p.end), None
        ),
        **fields,
    }
    return Synpunkt(
        id=name,
        remissvar=remissvar.id,
        spans=spans,
        quote=quote,
        stance=stance,  # type: ignore[arg-type]
        line=remissvar.text.count("\n", 0, spans[0].start) + 1,
        **values,  # type: ignore[arg-type]
    )


def _tema(rank: int, name: str, label: str, members: list[Synpunkt], *, responses: list[Remissvar]) -> Tema:
    behind = [r for r in responses if r.id in {m.remissvar for m in members}]
    stances = [m.stance for m in members]
    return Tema(
        id=name,
        rank=rank,
        label=label,
        keywords=("indikator", "följa upp") if rank == 1 else (),
        stances={s: stances.count(s) for s in dict.fromkeys(stances)},
        synpunkter=tuple(m.id for m in members),
        remissvar=tuple(r.id for r in behind),
        remissinstanser=tuple(r.remissinstans for r in behind if r.remissinstans),
        remisser=tuple(dict.fromkeys(r.remiss for r in behind if r.remiss)),
        score=4.75 - rank,
        since_previous="grown" if rank == 1 else None,
        edited=rank == 2,
    )


def cover(remissvar: Remissvar, synpunkter: list[Synpunkt]) -> list[Coverage]:
    """Return a coverage account that calls everything between the synpunkter background."""
    marks = [(span, "synpunkt", p.id) for p in synpunkter if p.remissvar == remissvar.id for span in p.spans]
    marks += [
        (span, "repeat", p.id)
        for p in synpunkter
        if p.remissvar == remissvar.id
        for place in p.repeats
        for span in place
    ]
    parts, at = [], 0
    for span, kind, name in sorted(marks):
        if span.start > at:
            parts.append(Coverage(remissvar.id, at, span.start, "background"))
        parts.append(Coverage(remissvar.id, span.start, span.end, kind, name))  # type: ignore[arg-type]
        at = span.end
    if at < len(remissvar.text):
        parts.append(Coverage(remissvar.id, at, len(remissvar.text), "other"))
    return parts


def example_run() -> Run:
    """Return the run."""
    page_break = KULTUR.index("\x0c")
    kultur = _remissvar(
        "kultur",
        KULTUR,
        pages=(Span(0, page_break), Span(page_break, len(KULTUR))),
        remiss="KS 2024/1",
        remissinstans="Kulturnämnden <b>",
        dnr="KN 2024/7",
        date="2024-05-06",
        endorses=("Idrottsnämnden",),
    )
    idrott = _remissvar(
        "idrott", IDROTT, remiss="KS 2024/1", remissinstans="Idrottsnämnden", date="2024-05-07"
    )
    skol = _remissvar("skol", SKOL, remiss="KS 2024/2", remissinstans="Skolnämnden", status="no_opinion")
    skol = replace(
        skol, part="Svar/<yttrande>.pdf", decision_level="delegationsbeslut", ocr_confidence=(0.87,)
    )
    rapport = _remissvar(
        "rapport", RAPPORT, status="reference", role="underlag", message="En rapport, inget remissvar."
    )
    trasig = _remissvar("trasig", "", status="error", message="Filen är krypterad.")
    okand = _remissvar("okand", "Vi vill ha cykelställ.\n", remiss=None, remissinstans=None)

    hostile = "Nämnden ser positivt på \"planen\" & <script>alert('x')</script> 🎭."
    positiv = _synpunkt("k-1", kultur, _find(KULTUR, hostile), "positiv")
    cut = _synpunkt(
        "k-2",
        kultur,
        _find(KULTUR, "Nämnden önskar indikatorer som kan föl-\n", "jas över tid."),
        "forslag",
        reading="Nämnden önskar indikatorer som kan följas över tid.",
        repeats=(_find(KULTUR, "Nämnden önskar indikatorer."),),
    )
    wording = "Staden följer upp varje år."
    proposal = _synpunkt(
        "k-3",
        kultur,
        _find(KULTUR, f"Nämnden föreslår att meningen istället lyder: ”{wording}”"),
        "forslag",
        proposed_text=ProposedText(wording, _find(KULTUR, wording)[0]),
    )
    formula = _synpunkt(
        "k-4",
        kultur,
        _find(
            KULTUR,
            '=HYPERLINK("http://exempel.invalid";"Klicka") borde vara tydligare under rubriken Uppföljning.',
        ),
        "kritik",
        refers_to=("Uppföljning",),
    )
    ocr = _synpunkt(
        "i-1",
        idrott,
        _find(IDROTT, "Idrottsnimnden saknar métbara indikatorer.\x07"),
        "kritik",
        reading="Idrottsnämnden saknar mätbara indikatorer.",
        section=None,
    )
    question = _synpunkt(
        "i-2",
        idrott,
        _find(IDROTT, "Hur ska planen anvéndas?"),
        "fraga",
        reading="Hur ska planen användas?",
        section=None,
    )
    cykel = _synpunkt("o-1", okand, _find(okand.text, "Vi vill ha cykelställ."), "neutral", section=None)

    responses = [idrott, kultur, okand, rapport, skol, trasig]
    indicators = [cut, ocr, proposal]
    clarity = [formula, positiv]
    first = _tema(1, "t-ind", "Önskar indikatorer som kan följas över tid", indicators, responses=responses)
    second = _tema(2, "t-tyd", '=Önskar "tydligare" <rubriker>', clarity, responses=responses)
    teman = (
        replace(
            first,
            delteman=(
                Deltema("Önskar indikatorer <i>", ("k-2",)),
                Deltema('=Saknar "mätbara" indikatorer', ("i-1",)),
            ),
            key_sentence=KeySentence("k-2", cut.spans, cut.quote, cut.reading),
            split=Split(wants=("k-2",), rejects=("i-1",)),
            stability=0.934,
        ),
        replace(second, code="=Tydlighet <b>"),
    )
    home = {p: tema.id for tema in teman for p in tema.synpunkter}
    points = [ocr, question, positiv, cut, proposal, formula, cykel]
    return Run(
        id="20240607-fixtur",
        created="2024-06-07T08:09:10+00:00",
        fingerprint="f" * 16,
        model=ModelInfo("remiss-sv-static", "abc123", 256),
        settings={"threshold": 0.5, "model": None, "names": ["a", "b"]},
        remisser=(
            Remiss("KS 2024/1", "Plan för <kultur>", "plan", ("1. Mål", "2. <Uppföljning>")),
            Remiss("KS 2024/2", "Program för skolan", "program"),
        ),
        remissvar=tuple(responses),
        synpunkter=tuple(replace(p, tema=home.get(p.id)) for p in points),
        teman=teman,
        coverage=tuple(part for r in responses if r.text for part in cover(r, points)),
        warnings=("trasig.txt kunde inte läsas: filen är krypterad.",),
        timings={"read": 0.12345, "cluster": 0.5},
    )


def example_empty_run() -> Run:
    """Return a run over one response that held nothing."""
    text = "Nämnden har ingen erinran.\n"
    remissvar = _remissvar("tom", text, remiss="KS 2024/2", remissinstans="Skolnämnden", status="no_opinion")
    return Run(
        id="20240607-tom",
        created="2024-06-07T08:09:10+00:00",
        fingerprint="0" * 16,
        model=ModelInfo("remiss-sv-static", "abc123", 256),
        settings={},
        remisser=(Remiss("KS 2024/2", "Program för skolan", "program"),),
        remissvar=(remissvar,),
        coverage=(Coverage("tom", 0, len(text), "other"),),
    )
