"""Small runs to score, and codings of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from remissnlp.records import ModelInfo, Remissvar, Run, Span, Synpunkt, Tema

KULTUR = """Kulturnämnden
Nämnden önskar indikatorer som kan föl-
jas över tid.
Nämnden ser positivt på planen.
Rubrikerna bör bli tydligare.
Nämnden saknar mått på resultaten.
"""
IDROTT = """Idrottsnämnden
Förvaltningen efterfrågar indikatorer.
Det behövs tydligare rubriker i avsnitt två.
Kostnaderna är inte beräknade.
"""
POINTS = (
    ("kultur.txt", "Nämnden önskar indikatorer som kan föl-\njas över tid.", "t1", "forslag"),
    ("kultur.txt", "Rubrikerna bör bli tydligare.", "t2", "kritik"),
    ("kultur.txt", "Nämnden saknar mått på resultaten.", "t1", "kritik"),
    ("idrott.txt", "Förvaltningen efterfrågar indikatorer.", "t1", "forslag"),
    ("idrott.txt", "Det behövs tydligare rubriker i avsnitt två.", "t2", "forslag"),
    ("idrott.txt", "Kostnaderna är inte beräknade.", None, "kritik"),
)
CODED = (
    ("kultur.txt", "Nämnden önskar indikatorer som kan följas över tid.", "mått"),
    ("kultur.txt", "Rubrikerna bör bli tydligare.", "rubriker"),
    ("kultur.txt", "Nämnden saknar mått på resultaten.", "mått"),
    ("idrott.txt", "Förvaltningen efterfrågar indikatorer.", "mått"),
    ("idrott.txt", "Det behövs tydligare rubriker i avsnitt två.", "rubriker"),
    ("idrott.txt", "Kostnaderna är inte beräknade.", "kostnad"),
)


def make_run(
    texts: Mapping[str, str] | None = None,
    points: Sequence[tuple[str, str, str | None, str]] = POINTS,
) -> Run:
    """Make a run of texts by file name, with synpunkter (file, quote, tema, stance)."""
    texts = texts if texts is not None else {"kultur.txt": KULTUR, "idrott.txt": IDROTT}
    remissvar = tuple(
        Remissvar(f"r{i}", f"KS 2024-1/{name}", f"sha{i}", text)
        for i, (name, text) in enumerate(texts.items())
    )
    by_file = {r.file.rpartition("/")[2]: r for r in remissvar}
    synpunkter = []
    for i, (name, quote, tema, stance) in enumerate(points):
        answer = by_file[name]
        start = answer.text.index(quote)
        synpunkter.append(
            Synpunkt(
                id=f"s{i}",
                remissvar=answer.id,
                spans=(Span(start, start + len(quote)),),
                quote=quote,
                reading=quote.replace("-\n", "").replace("\n", " "),
                stance=stance,  # type: ignore[arg-type]
                section=None,
                page=None,
                line=answer.text.count("\n", 0, start) + 1,
                tema=tema,
            )
        )
    names = sorted({s.tema for s in synpunkter if s.tema})
    teman = tuple(
        Tema(
            id=name,
            rank=rank,
            label=f"Tema <{name}>",
            keywords=(),
            stances={},
            synpunkter=tuple(s.id for s in synpunkter if s.tema == name),
            remissvar=(),
            remissinstanser=(),
            remisser=(),
            score=1.0,
        )
        for rank, name in enumerate(names, start=1)
    )
    return Run(
        id="20240101-000000-abcd",
        created="2024-01-01T00:00:00Z",
        fingerprint="abcd",
        model=ModelInfo("static", "1", 2),
        settings={},
        remissvar=remissvar,
        synpunkter=tuple(synpunkter),
        teman=teman,
    )


def coded(rows: Sequence[tuple[str, str, str]] = CODED, **more: str) -> list[dict[str, object]]:
    """Return rows of a coding, with the same further columns in each."""
    return [{"fil": name, "citat": quote, "kod": code, **more} for name, quote, code in rows]
