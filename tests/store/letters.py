"""Short responses that arrive one by one, with demands that recur, for tests that need several runs."""

from __future__ import annotations

from pathlib import Path

LETTERS = {
    "kultur.txt": (
        "Kulturnämnden",
        "Nämnden saknar mätbara indikatorer för uppföljningen av planen.",
        "Nämnden föreslår att rubrikerna blir tydligare och att dispositionen ses över.",
        "Nämnden ser positivt på att barnens egna röster tas till vara.",
    ),
    "skol.txt": (
        "Skolnämnden",
        "Nämnden föreslår att planen kompletteras med mätbara indikatorer för uppföljningen.",
        "Nämnden anser att kostnaderna för reformen bör beräknas.",
    ),
    "miljo.txt": (
        "Miljönämnden",
        "Nämnden anser att kostnaderna för reformen måste beräknas och finansieras.",
        "Det är en brist att rubrikerna är otydliga och att dispositionen är svår att följa.",
        "Nämnden vill att skyddet av dricksvattnet beskrivs.",
    ),
    "social.txt": (
        "Socialnämnden",
        "Nämnden saknar mätbara indikatorer för planens uppföljning.",
        "Nämnden föreslår att barnens egna röster tas till vara.",
        "Nämnden vill att skyddet av dricksvattnet beskrivs utförligare.",
    ),
    "idrott.txt": (
        "Idrottsnämnden",
        "Nämnden anser att kostnaderna för reformen behöver beräknas för varje nämnd.",
        "Nämnden föreslår att anläggningar för idrott byggs i hela kommunen.",
    ),
    "teknisk.txt": (
        "Tekniska nämnden",
        "Nämnden föreslår att anläggningar för idrott byggs där flickor använder dem.",
        "Nämnden anser att rubrikerna bör bli tydligare.",
    ),
}


def write_letter(corpus: Path, name: str) -> None:
    """Write one of the responses to a corpus."""
    who, *demands = LETTERS[name]
    head = f"{who}\nDatum 2026-03-02\nDnr {name[:3].upper()} 2026/12\n\nYttrande över remiss KS 2026/77, Plan"
    text = f"{head} för en hållbar kommun\n\nSynpunkter\n" + "\n\n".join(demands) + "\n"
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / name).write_text(text, encoding="utf-8")


def write_letters(corpus: Path, *names: str) -> Path:
    """Write some of the responses, by default all, to a corpus."""
    for name in names or LETTERS:
        write_letter(corpus, name)
    return corpus
