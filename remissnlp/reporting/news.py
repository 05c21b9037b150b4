"""What is new since the run before, as sections that every report shows in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remissnlp.news.diff import Answer, Diff, Move, Quote, TemaChange
from remissnlp.reporting import words

TITLE = "Nytt sedan förra körningen"
NOTHING = "Inget skiljer sig från förra körningen."
QUOTES_SHOWN = 3
"""How many quotes a change is shown with; diff.json has all."""


@dataclass(frozen=True, slots=True)
class Item:
    """One change, with the tema it can be read under and the quotes that made it."""

    text: str
    quotes: tuple[Quote, ...] = ()
    more: int = 0
    tema: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind."""

    title: str
    items: tuple[Item, ...]


def news_sections(diff: Diff) -> list[Section]:
    """Return what is new in Swedish, the most important first; sections without anything are left out."""
    sections = (
        Section("Nya remissvar", tuple(Item(_answer(a)) for a in diff.new_remissvar)),
        Section("Ändrade remissvar", tuple(Item(_answer(a)) for a in diff.changed_remissvar)),
        Section("Borttagna remissvar", tuple(Item(_answer(a)) for a in diff.gone_remissvar)),
        Section("Nya teman", tuple(_change(c) for c in diff.new_teman)),
        Section("Teman som har vuxit", tuple(_change(c) for c in diff.grown_teman)),
        Section("Teman som har minskat", tuple(_change(c) for c in diff.shrunk_teman)),
        Section(
            "Teman som har delats",
            tuple(Item(f"”{d.label}” har delats i {_labels(d.others)}.") for d in diff.split_teman),
        ),
        Section(
            "Teman som har gått ihop",
            tuple(
                Item(f"{_labels(d.others)} har gått ihop till ”{d.label}”.", tema=d.id)
                for d in diff.merged_teman
            ),
        ),
        Section("Teman som har försvunnit", tuple(_change(c) for c in diff.vanished_teman)),
        Section("Synpunkter som har flyttats", tuple(_move(m) for m in _other_moves(diff))),
        Section(
            "Ändrad rang",
            tuple(Item(f"”{r.label}”: från {r.before} till {r.after}.", tema=r.id) for r in diff.ranks),
        ),
        Section(
            "Nya namn på teman",
            tuple(Item(f"”{r.before}” heter nu ”{r.after}”.", tema=r.id) for r in diff.labels),
        ),
        Section(
            "Rättelser",
            tuple(Item(c.message + (f" Skäl: {c.reason}" if c.reason else "")) for c in diff.edits),
        ),
    )
    return [section for section in sections if section.items]


def news_lead(diff: Diff) -> str:
    """Return the news in one sentence."""
    counted = (
        (len(diff.new_remissvar), "nytt remissvar", "nya remissvar"),
        (len(diff.new_teman), "nytt tema", "nya teman"),
        (len(diff.grown_teman), "tema som har vuxit", "teman som har vuxit"),
        (len(diff.vanished_teman), "tema som har försvunnit", "teman som har försvunnit"),
    )
    parts = [f"{words.number(n)} {one if n == 1 else several}" for n, one, several in counted if n]
    if not parts:
        return NOTHING if diff.is_empty else "Inga nya remissvar eller teman, men annat skiljer sig."
    return f"{words.enumerate_words(parts)} sedan körningen {diff.before}."


def news_text(diff: Diff) -> str:
    """Return the news as plain text for a terminal."""
    return "\n".join(_lines(diff)) + "\n"


def _lines(diff: Diff) -> Iterator[str]:
    yield f"{diff.before} → {diff.after}"
    yield news_lead(diff)
    for section in news_sections(diff):
        yield ""
        yield section.title
        for item in section.items:
            yield f"  {item.text}"
            for quote in item.quotes:
                yield f"    ”{quoted(quote)}” – {who(quote)}"
            if item.more:
                yield f"    … {more(item)}"


def quoted(quote: Quote) -> str:
    """Return a quote on one line, as it reads."""
    return " ".join(quote.reading.split())


def who(quote: Quote) -> str:
    """Return whose quote it is."""
    return quote.remissinstans or words.UNKNOWN_INSTANS


def more(item: Item) -> str:
    """Return how many quotes are not shown."""
    return f"och {words.count(item.more, 'synpunkt')} till"


def _answer(answer: Answer) -> str:
    name = answer.remissinstans or words.UNKNOWN_INSTANS
    remiss = f", {answer.remiss}" if answer.remiss else ""
    without = ", utan synpunkter" if answer.status == "no_opinion" else ""
    return f"{name}{remiss}{without} ({answer.file})"


def _change(change: TemaChange) -> Item:
    if change.before and change.after:
        numbers = f"från {words.count(change.before, 'synpunkt')} till {words.number(change.after)}"
    else:
        numbers = words.count(change.before or change.after, "synpunkt")
    shown = change.quotes[:QUOTES_SHOWN]
    return Item(
        f"”{change.label}”: {numbers}.",
        shown,
        len(change.quotes) - len(shown),
        change.id if change.after else None,
    )


def _move(move: Move) -> Item:
    before, after = (f"”{t[1]}”" if t else words.OTHERS for t in (move.before, move.after))
    return Item(f"Från {before} till {after}.", (move.quote,), tema=move.after[0] if move.after else None)


def _other_moves(diff: Diff) -> Iterator[Move]:
    """Yield the moves that no split, merger or new tema has already told of; diff.json has all."""
    told = {(tema.id, other) for tema in diff.split_teman for other, _ in tema.others}
    told |= {(other, tema.id) for tema in diff.merged_teman for other, _ in tema.others}
    new = {tema.id for tema in diff.new_teman}
    for move in diff.moved_synpunkter:
        before, after = (tema[0] if tema else None for tema in (move.before, move.after))
        if (before, after) not in told and after not in new:
            yield move


def _labels(others: Iterable[tuple[str, str]]) -> str:
    return words.enumerate_words([f"”{label}”" for _, label in others])
