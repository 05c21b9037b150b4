"""The records of an evaluation. All are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from remissnlp.records import Span, Stance

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["missing", "uncoded", "theme", "stance", "coders", "unplaced"]


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One row of a coding; ``number`` is its row in a spreadsheet, the head's being 1."""

    number: int
    file: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    codes: tuple[str, ...] = ()
    coder: str = ""
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a remissvar that one coder gave one or more codes."""

    rows: tuple[int, ...]
    remissvar: str
    spans: tuple[Span, ...]
    codes: frozenset[str]
    coder: str
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of one row of the coding; one Swedish sentence."""

    row: int
    message: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure with its 95 % interval; None where it cannot be worked out.

    ``key`` is its name for programs; `words.MEASURES` has the Swedish one.
    """

    key: str
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class CodeScore:
    """One code: how many passages have it, how many were found, and the tema that most of them stand in."""

    code: str
    passages: int
    found: int
    tema: str | None
    label: str | None
    shared: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place where people and machine, or people among themselves, see things differently."""

    kind: Kind
    file: str
    line: int | None
    start: int | None
    end: int | None
    quote: str
    coder: str
    codes: tuple[str, ...]
    tema: str | None
    tema_code: str | None
    stance: str | None
    tema_stance: str | None
    rows: tuple[int, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well a run agrees with a coding by hand.

    Attributes
    ----------
    measures
        Every figure, in the order of the table.
    codes
        The codes in order of how many passages have them.
    disagreements
        In the order of the documents.
    unplaced
        Rows of the coding that could not be used, and why.
    remarks
        Rows that were used, but not quite as they stand.
    remissvar, passages, units, synpunkter : int
        Coded responses; passages (one a coder and place); places, whoever coded them; the machine's
        synpunkter in the coded responses.
    coders : tuple of str
    resampled : str
        What the intervals were drawn over: ``"remissvar"`` or ``"passages"``.
    """

    run: str
    measures: tuple[Measure, ...]
    codes: tuple[CodeScore, ...]
    disagreements: tuple[Disagreement, ...]
    unplaced: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    remissvar: int
    passages: int
    units: int
    synpunkter: int
    coders: tuple[str, ...]
    resampled: Literal["remissvar", "passages"]
    draws: int

    def __getitem__(self, key: str) -> float | None:
        """Return the value of one measure: ``evaluation["b3_f1"]``."""
        for measure in self.measures:
            if measure.key == key:
                return measure.value
        raise KeyError(key)

    def to_frame(self) -> pd.DataFrame:
        """Return the measures as a table, indexed by key, with value, low and high as floats."""
        import pandas as pd

        rows = [(m.key, m.value, m.low, m.high) for m in self.measures]
        frame = pd.DataFrame(rows, columns=["measure", "value", "low", "high"]).set_index("measure")
        return frame.astype("float64")

    def codes_frame(self) -> pd.DataFrame:
        """Return one row a code: passages, how many were found, the tema that answers to it."""
        import pandas as pd

        names = ["code", "passages", "found", "tema", "label", "shared"]
        return pd.DataFrame([asdict(c) for c in self.codes], columns=names).set_index("code")

    def disagreements_frame(self) -> pd.DataFrame:
        """Return one row a disagreement, as the csv of `remissnlp evaluate --disagreements` has them."""
        import pandas as pd

        from remissnlp.evaluation.disagreements import COLUMNS, cells

        return pd.DataFrame([cells(d) for d in self.disagreements], columns=list(COLUMNS))

    def to_dict(self) -> Mapping[str, Any]:
        """Return everything as plain values, for JSON."""
        return asdict(self)

    def _repr_html_(self) -> str:
        from remissnlp.evaluation.words import evaluation_html

        return evaluation_html(self)
