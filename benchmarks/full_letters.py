"""The body of a made-up letter with the build-up and the length of a real one, see generated.py.

A summary, background, what the remitted document says, how the answer was prepared, views under headings
and consequences: some 9,100 characters with some 18 synpunkter, where most sentences take no stand. The
sentences are put together from the parts in full_letters.toml.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PARTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_WHERE = (
    "planen",
    "planens inledning",
    "förslaget",
    "kapitlet om genomförandet",
    "nulägesbeskrivningen",
    "kapitlet om målen",
    "avsnittet om uppföljning",
)
_DONE = (
    "beskrivas utförligare",
    "få ett eget avsnitt",
    "lyftas fram tidigare i planen",
    "knytas till planens övergripande mål",
    "konkretiseras",
    "omfattas av uppföljningen",
    "förtydligas",
)
_ASKED_FOR = {
    "thing": (
        "{Who} föreslår att {where} kompletteras med {thing} {aim}.",
        "{Who} saknar {thing} i {where}.",
        "Det bör finnas {thing} i {where} {aim}.",
        "Enligt {who} behövs {thing} {aim}.",
        "{Who} ser behov av {thing} {aim}.",
        "Vidare efterlyser {who} {thing}.",
        "{Who} vill därför se {thing} i {where} {aim}.",
    ),
    "topic": (
        "{Who} anser att {topic} bör {done} {aim}.",
        "Enligt {who} bör {topic} {done}.",
        "{Who} vill understryka att {topic} måste ges större utrymme i {where}.",
        "Det är en brist att {topic} inte behandlas i {where}.",
        "{Who} anser att {topic} beskrivs alltför kortfattat i {where}.",
        "Vidare önskar {who} en närmare beskrivning av {topic} {aim}.",
        "{Who} ser positivt på att {topic} lyfts fram i {where}.",
        "{Who} delar den bild av {topic} som ges i {where}.",
        "Det är bra att {topic} tas upp i {where}.",
    ),
    "question": (
        "Det är otydligt {question}.",
        "{Who} anser att det av {where} bör framgå {question}.",
        "{Who} undrar {question}.",
    ),
}
_SUMMED_UP = (
    "{Who} är i huvudsak positiv till förslaget.",
    "{Who} ställer sig bakom planens inriktning.",
    "{Who} tillstyrker planen med de synpunkter som framgår nedan.",
)


@dataclass(frozen=True)
class Speaker:
    """Who answers: the place, the board and the word that the letter has for who speaks."""

    place: str
    board: str
    who: str


def body(draw: random.Random, place: str, board: str) -> list[str]:
    """Return the lines of a letter from its proposed decision to its enclosures.

    Parameters
    ----------
    draw : random.Random
    place, board : str
        As in the letterhead: "Ale", "Kulturnämnden".
    """
    speaker = Speaker(place, board, draw.choice(("förvaltningen", "nämnden", board.lower())))
    plan = _some(draw, _PARTS["plan"], 0.5, 1.0, speaker)
    matters = draw.sample(_PARTS["matter"], draw.randint(5, 12))
    sections = [_section(draw, matter, speaker) for matter in matters]
    summed_up = [_filled(draw, draw.choice(_SUMMED_UP), speaker)]
    summed_up += [draw.choice(views) for _, views in draw.sample(sections, draw.randint(1, 2))]
    lines = [
        "Förslag till beslut",
        f"1. {board} överlämnar förvaltningens tjänsteutlåtande som svar på remissen.",
        f"2. {board} förklarar paragrafen omedelbart justerad.",
        "",
        "Sammanfattning",
        *_paragraphs(plan[: draw.randint(2, 4)]),
        *_paragraphs(summed_up),
        "Bakgrund",
        *_paragraphs(_some(draw, _PARTS["background"], 0.3, 1.0, speaker)),
        "Ärendet",
        *_paragraphs(plan),
        "Ärendets beredning",
        *_paragraphs(_some(draw, _PARTS["preparation"], 0.4, 0.9, speaker)),
        f"{draw.choice(('Förvaltningens', 'Nämndens'))} synpunkter",
    ]
    for matter, (facts, views) in zip(matters, sections, strict=True):
        lines += [matter["heading"], *_paragraphs(facts), *_paragraphs(views, size=2)]
    lines += ["Konsekvenser", *_paragraphs(_some(draw, _PARTS["consequences"], 0.4, 1.0, speaker))]
    return lines


def _section(
    draw: random.Random, matter: dict[str, list[str]], speaker: Speaker
) -> tuple[list[str], list[str]]:
    """Return what a section says of how things are, and the views that follow, each of something else."""
    facts = _some(draw, _PARTS["present"], 0.2, 0.5, speaker, matter)
    facts += _some(draw, matter["facts"], 0.6, 1.0, speaker)
    asked_for = [(kind, part) for kind in _ASKED_FOR for part in matter[f"{kind}s"]]
    views = [
        _filled(draw, draw.choice(_ASKED_FOR[kind]), speaker, {**matter, f"{kind}s": [part]})
        for kind, part in draw.sample(asked_for, draw.choice((1, 2, 2, 3)))
    ]
    return facts, views


def _some(
    draw: random.Random,
    sentences: Sequence[str],
    least: float,
    most: float,
    speaker: Speaker,
    matter: dict[str, list[str]] | None = None,
) -> list[str]:
    """Return a share of the sentences, in their order."""
    n = round(len(sentences) * draw.uniform(least, most))
    chosen = sorted(draw.sample(range(len(sentences)), n))
    return [_filled(draw, sentences[i], speaker, matter) for i in chosen]


def _filled(
    draw: random.Random, frame: str, speaker: Speaker, matter: dict[str, list[str]] | None = None
) -> str:
    words = {
        "place": speaker.place,
        "Board": speaker.board,
        "who": speaker.who,
        "Who": speaker.who[0].upper() + speaker.who[1:],
        "few": str(draw.randint(3, 12)),
        "many": str(draw.randint(20, 900)),
        "thousands": f"{draw.randint(6, 60)} 000",
        "share": str(draw.randint(4, 60)),
        "year": str(draw.randint(2012, 2024)),
        "where": draw.choice(_WHERE),
        "done": draw.choice(_DONE),
    }
    if matter:
        words |= {part: draw.choice(matter[f"{part}s"]) for part in ("topic", "thing", "question", "aim")}
        words["heading"] = str(matter["heading"])
    return frame.format(**words)


def _paragraphs(sentences: Sequence[str], size: int = 4) -> Iterator[str]:
    """Give paragraphs of some sentences each, with an empty line after each."""
    for i in range(0, len(sentences), size):
        yield " ".join(sentences[i : i + size])
        yield ""
