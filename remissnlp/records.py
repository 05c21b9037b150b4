"""The records that every room takes and returns. All are frozen; none knows how it was made.

Offsets count Unicode code points of the extracted text and are half-open, ``[start, end)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

    from remissnlp.editing.editor import Editor

Kind = Literal["program", "handlingsplan", "betankande", "plan", "ovrigt"]
Status = Literal["ok", "no_opinion", "reference", "error"]
Role = Literal["remissvar", "remisshandling", "bilaga", "underlag", "annat", "dubblett"]
DecisionLevel = Literal["namndbeslut", "kontorsyttrande", "delegationsbeslut"]
Stance = Literal["positiv", "kritik", "forslag", "fraga", "neutral"]
SincePrevious = Literal["new", "grown", "shrunk", "unchanged"]
EditKind = Literal[
    "rename",
    "merge",
    "split",
    "move",
    "pin",
    "hide",
    "not_synpunkt",
    "stance",
    "remissinstans",
    "undo",
]
EditStatus = Literal["applied", "lost", "undone"]
CoverageKind = Literal[
    "synpunkt",
    "repeat",
    "background",
    "heading",
    "furniture",
    "contact",
    "decision",
    "signature",
    "other",
]


class Span(NamedTuple):
    """A half-open slice ``[start, end)`` of a remissvar's text, in code points."""

    start: int
    end: int


def slice_text(text: str, spans: Iterable[Span]) -> str:
    """Return the slices of `text` joined with nothing between them."""
    return "".join(text[start:end] for start, end in spans)


@dataclass(frozen=True, slots=True)
class Remiss:
    """A consultation: its registration number, title and the kind of document sent out.

    ``headings`` are those of the document that was sent out, in order; empty where it is not in the corpus.
    """

    id: str
    title: str
    kind: Kind
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remissvar:
    """One response: who answers what, and its exact text with page ranges.

    Where one file holds several (a mail's attachments, an archive), ``file`` and ``sha256`` are the
    file's and ``part`` is the path inside it. ``ocr_confidence`` has a value a page, from 0 to 1 where the
    page was read by OCR and None where it had a text layer; it is empty where none was read by OCR.

    ``role`` is what the document is: a response ("remissvar"), what was sent out ("remisshandling"), an
    enclosure to a response ("bilaga"), background ("underlag"), something else ("annat"), or a response that
    another file gives too ("dubblett"). Only those of status "ok" and "no_opinion" are counted.
    ``decision_level`` is who decided on the response, None where the text does not say.
    """

    id: str
    file: str
    sha256: str
    text: str
    pages: tuple[Span, ...] = ()
    remiss: str | None = None
    remissinstans: str | None = None
    dnr: str | None = None
    date: str | None = None
    status: Status = "ok"
    message: str | None = None
    endorses: tuple[str, ...] = ()
    part: str | None = None
    ocr_confidence: tuple[float | None, ...] = ()
    role: Role = "remissvar"
    decision_level: DecisionLevel | None = None

    @property
    def source(self) -> str:
        """Where it is read from: the file, and the part of it if it is not the whole."""
        return self.file if self.part is None else f"{self.file}/{self.part}"


@dataclass(frozen=True, slots=True)
class ProposedText:
    """The wording a synpunkt proposes for the remitted document, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Synpunkt:
    """The smallest passage that carries one view, demand, question or support.

    ``quote`` is the slices of ``spans``; ``reading`` is the same text made readable. ``repeats``
    are other places of the same remissvar that make the same point, each a tuple of spans. ``voice`` tells
    whose it is where members speak in their own name ("Reservation (M), (L)"); it is None where the
    remissinstans speaks. A synpunkt with a voice stands in no tema, for it is not the remissinstans's.
    """

    id: str
    remissvar: str
    spans: tuple[Span, ...]
    quote: str
    reading: str
    stance: Stance
    section: str | None
    page: int | None
    line: int
    refers_to: tuple[str, ...] = ()
    proposed_text: ProposedText | None = None
    repeats: tuple[tuple[Span, ...], ...] = ()
    tema: str | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Deltema:
    """A part of a tema whose synpunkter are more alike than the tema's are, best representative first."""

    label: str
    synpunkter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeySentence:
    """The sentence of a synpunkt that best says what a tema is about, with its place."""

    synpunkt: str
    spans: tuple[Span, ...]
    quote: str
    reading: str


@dataclass(frozen=True, slots=True)
class Split:
    """The synpunkter of a tema that contradict each other: those that want a thing, those that reject it."""

    wants: tuple[str, ...]
    rejects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tema:
    """A recurring demand: the synpunkter that make it, best representative first.

    Attributes
    ----------
    delteman
        Its parts, the largest first; empty where it is too small or of one piece. A synpunkt may be in none.
    key_sentence
        One sentence that says what it is about.
    split
        Who wants and who rejects the same thing; None where nobody contradicts anybody.
    stability
        How much of it comes back when some of the responses are left out, from 0 to 1; None where that
        cannot be told.
    code
        The code of the codebook that it comes from; None for one that was found.
    """

    id: str
    rank: int
    label: str
    keywords: tuple[str, ...]
    stances: Mapping[str, int]
    synpunkter: tuple[str, ...]
    remissvar: tuple[str, ...]
    remissinstanser: tuple[str, ...]
    remisser: tuple[str, ...]
    score: float
    since_previous: SincePrevious | None = None
    edited: bool = False
    delteman: tuple[Deltema, ...] = ()
    key_sentence: KeySentence | None = None
    split: Split | None = None
    stability: float | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of one stretch of a remissvar's text."""

    remissvar: str
    start: int
    end: int
    kind: CoverageKind
    synpunkt: str | None = None


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """The encoder that gave the vectors."""

    name: str
    revision: str
    dimensions: int


@dataclass(frozen=True, slots=True)
class SynpunktTarget:
    """A synpunkt that an edit is about, with what is needed to know it again in a later run."""

    id: str
    remissvar: str
    file: str
    spans: tuple[Span, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class TemaTarget:
    """A tema that an edit is about, with the synpunkter it had then."""

    id: str
    label: str
    synpunkter: tuple[SynpunktTarget, ...] = ()


@dataclass(frozen=True, slots=True)
class RemissvarTarget:
    """A remissvar that an edit is about."""

    id: str
    file: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction that a person made; never changed afterwards, only undone by another.

    ``value`` is the new label, stance or remissinstans, or the id of the edit that is undone.
    """

    id: str
    at: str
    author: str
    reason: str
    kind: EditKind
    teman: tuple[TemaTarget, ...] = ()
    synpunkter: tuple[SynpunktTarget, ...] = ()
    remissvar: tuple[RemissvarTarget, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True)
class EditOutcome:
    """What became of an edit in a run: applied, undone, or lost because its target is gone."""

    edit: Edit
    status: EditStatus
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run found.

    ``added_to`` is the fingerprint, before edits, of the run whose teman the newest synpunkter were added to;
    None where all were grouped at once. ``edits`` tells what became of every correction. ``base`` is the run
    before any of them, and ``out`` the folder whose store they are kept in; both are None for a run read from
    its files alone.
    """

    id: str
    created: str
    fingerprint: str
    model: ModelInfo
    settings: Mapping[str, Any]
    remisser: tuple[Remiss, ...] = ()
    remissvar: tuple[Remissvar, ...] = ()
    synpunkter: tuple[Synpunkt, ...] = ()
    teman: tuple[Tema, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    warnings: tuple[str, ...] = ()
    previous: str | None = None
    timings: Mapping[str, float] = field(default_factory=dict)
    edits: tuple[EditOutcome, ...] = ()
    added_to: str | None = None
    base: Run | None = field(default=None, compare=False, repr=False)
    out: str | None = field(default=None, compare=False, repr=False)

    @property
    def edit(self) -> Editor:
        """Corrections: each gives a new Run, and is kept for the runs to come where there is a store."""
        from remissnlp.editing.editor import Editor

        return Editor(self)

    def teman_frame(self) -> pd.DataFrame:
        """Return one row a tema, in rank order."""
        from remissnlp.frames import teman_frame

        return teman_frame(self)

    def synpunkter_frame(self) -> pd.DataFrame:
        """Return one row a synpunkt, in reading order."""
        from remissnlp.frames import synpunkter_frame

        return synpunkter_frame(self)

    def remissvar_frame(self) -> pd.DataFrame:
        """Return one row a remissvar."""
        from remissnlp.frames import remissvar_frame

        return remissvar_frame(self)

    def matrix_frame(self) -> pd.DataFrame:
        """Return how many synpunkter each remissinstans has in each tema."""
        from remissnlp.frames import matrix_frame

        return matrix_frame(self)

    def _repr_html_(self) -> str:
        from remissnlp.notebook.displays import run_html

        return run_html(self)
