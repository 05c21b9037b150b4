"""Blocks to synpunkter: which sentences are a view, what they want, and what became of the rest."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from remissnlp.embedding.words import Words, load_words
from remissnlp.extraction.coverage import cover
from remissnlp.extraction.grouping import Judged, Passage, judge_blocks
from remissnlp.extraction.headings import match_headings
from remissnlp.extraction.personal import PERSONAL, without_personal_data
from remissnlp.extraction.references import find_proposed_text, find_references
from remissnlp.extraction.repeats import match_repeats
from remissnlp.extraction.sections import place_blocks
from remissnlp.layout import analyse_layout
from remissnlp.records import Coverage, Remissvar, Span, Synpunkt, slice_text

__all__ = ["Extraction", "extract", "extract_synpunkter"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one response says: its synpunkter, the account of its text, and the evidence."""

    remissvar: Remissvar
    synpunkter: tuple[Synpunkt, ...]
    coverage: tuple[Coverage, ...]
    sentences: tuple[Judged, ...] = ()


def extract_synpunkter(remissvar: Remissvar, *, words: Words | None = None) -> tuple[Synpunkt, ...]:
    """Return the synpunkter of one response, in reading order.

    Examples
    --------
    >>> from remissnlp.records import Remissvar
    >>> text = "Nämnden föreslår att programmet får en tydligare disposition."
    >>> [point.stance for point in extract_synpunkter(Remissvar("r", "r.txt", "", text))]
    ['forslag']
    """
    return extract(remissvar, words=words).synpunkter


def extract(
    remissvar: Remissvar,
    *,
    words: Words | None = None,
    headings: Sequence[str] = (),
) -> Extraction:
    """Find the synpunkter of one response and account for the rest of its text.

    Parameters
    ----------
    remissvar : Remissvar
        The response. Only one with status ``"ok"`` has synpunkter.
    words : Words, optional
        Swedish word knowledge; the embedded one by default.
    headings : sequence of str
        Headings of the document that was sent out, where it is in the corpus: what ``refers_to`` is
        matched against.

    Returns
    -------
    Extraction
        Synpunkter that do not overlap, coverage that partitions the text, and every judged
        sentence with the cues that decided.
    """
    if remissvar.status == "error" or not remissvar.text:
        return Extraction(remissvar, (), ())
    words = words or load_words()
    placed = place_blocks(analyse_layout(remissvar, words=words).blocks, remissvar.remissinstans)
    judged, passages = judge_blocks(remissvar.text, placed, words)
    points: tuple[Synpunkt, ...] = ()
    personal: list[Span] = []
    if remissvar.status == "ok":
        points = _with_repeats(remissvar, passages, words, headings)
        personal = [
            Span(match.start(), match.end())
            for passage in passages
            for start, end in passage.spans
            for match in PERSONAL.finditer(remissvar.text, start, end)
        ]
    return Extraction(remissvar, points, cover(remissvar, placed, judged, points, personal), judged)


def _with_repeats(
    remissvar: Remissvar, passages: Sequence[Passage], words: Words, headings: Sequence[str]
) -> tuple[Synpunkt, ...]:
    """Make synpunkter of the body's passages; the summary's become repeats or, unmatched, synpunkter too."""
    passages = [passage for passage in passages if without_personal_data(remissvar.text, passage.spans)]
    body = [passage for passage in passages if passage.placed.section != "summary"]
    summary = [passage for passage in passages if passage.placed.section == "summary"]
    matches = match_repeats(
        # What a member says in their own name repeats nothing that the remissinstans says.
        [(p.reading, p.stance) for p in summary],
        [(p.reading if p.placed.voice is None else "", p.stance) for p in body],
        words,
    )
    repeats: dict[int, list[tuple[Span, ...]]] = {}
    own: list[Passage] = []
    for passage, match in zip(summary, matches, strict=True):
        if match is None:
            own.append(passage)
        else:
            repeats.setdefault(match, []).append(without_personal_data(remissvar.text, passage.spans))
    points = [_synpunkt(remissvar, passage, headings) for passage in own]
    points += [
        _synpunkt(remissvar, passage, headings, tuple(repeats.get(i, ()))) for i, passage in enumerate(body)
    ]
    return tuple(sorted(points, key=lambda point: point.spans[0]))


def _synpunkt(
    remissvar: Remissvar,
    passage: Passage,
    headings: Sequence[str],
    repeats: tuple[tuple[Span, ...], ...] = (),
) -> Synpunkt:
    text = remissvar.text
    spans = without_personal_data(text, passage.spans)
    start = spans[0].start
    # A table's row is about what its first cell names; all else about what its heading may name.
    block, about = passage.placed.block, ""
    if block.kind == "row":
        about = " ".join(sentence.reading for sentence in block.sentences if sentence.cell == 0)
    where = ",".join(f"{a}-{b}" for a, b in spans)
    return Synpunkt(
        id="sp-" + hashlib.sha256(f"{remissvar.id}:{where}".encode()).hexdigest()[:10],
        remissvar=remissvar.id,
        spans=spans,
        quote=slice_text(text, spans),
        reading=" ".join(PERSONAL.sub("", passage.reading).split()),
        stance=passage.stance,
        section=passage.placed.heading,
        page=_page(remissvar, start),
        line=text.count("\n", 0, start) + 1,
        refers_to=match_headings(
            tuple(dict.fromkeys((*find_references(about), *find_references(passage.reading)))),
            passage.reading,
            about or passage.placed.heading,
            headings,
        ),
        proposed_text=find_proposed_text(text, spans),
        repeats=repeats,
        voice=passage.placed.voice,
    )


def _page(remissvar: Remissvar, offset: int) -> int | None:
    if not remissvar.pages:
        return None
    return bisect.bisect_right([page.start for page in remissvar.pages], offset)
