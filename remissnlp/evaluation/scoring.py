"""Score a run against a coding by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from remissnlp.errors import RemissnlpError
from remissnlp.evaluation import measures
from remissnlp.evaluation.coding import from_table, read_coding
from remissnlp.evaluation.disagreements import find_disagreements
from remissnlp.evaluation.measures import Codes, Floats, draw_weights, interval
from remissnlp.evaluation.meeting import Meeting, meet
from remissnlp.evaluation.placing import place
from remissnlp.evaluation.records import CodeScore, Evaluation, Measure
from remissnlp.records import Run

if TYPE_CHECKING:
    import pandas as pd

FEWEST_REMISSVAR = 10
"""With fewer coded responses than this, intervals are drawn over passages instead of responses."""

_LOWEST = {"ami": -1.0, "alpha_coders": -1.0, "alpha_machine": -1.0}


def evaluate(
    run: Run | str | Path,
    coding: str | Path | pd.DataFrame | Iterable[Mapping[str, object]],
    *,
    draws: int = 500,
    random_state: int = 0,
) -> Evaluation:
    """Score a run against a coding by hand.

    Parameters
    ----------
    run : Run or path
        A run, or the folder of one.
    coding : path or rows
        A csv file with the columns fil, kod and citat (or start and slut), and if wanted kodare and
        hållning; see docs/utvardering.md. In memory a DataFrame, or mappings with the same names.
    draws : int
        Bootstrap replicates behind each interval; 0 gives none.
    random_state : int
        Seed of the bootstrap.

    Returns
    -------
    Evaluation
        With several coders every measure but ``alpha_coders`` is the mean over coders.

    Raises
    ------
    RemissnlpError
        If the run or the coding cannot be read, or no row of the coding has a place in the run.

    Examples
    --------
    >>> import remissnlp
    >>> remissnlp.evaluate("reports/latest", "kodning.csv").to_frame()  # doctest: +SKIP
    """
    run = run if isinstance(run, Run) else _load(run)
    if isinstance(coding, str | Path):
        rows, refused = read_coding(Path(coding))
    else:
        rows, refused = from_table(_records(coding))
    placed = place(rows, run)
    unplaced = tuple(sorted((*refused, *placed.unplaced), key=lambda remark: remark.row))
    if not placed.passages:
        why = f" Första raden: {unplaced[0].message}" if unplaced else ""
        raise RemissnlpError(f"Ingen rad i kodningen har en plats i körningen.{why}")
    meeting = meet(run, placed)
    by_response = len(placed.coded) >= FEWEST_REMISSVAR
    return Evaluation(
        run=run.id,
        measures=_measures(meeting, by_response=by_response, draws=draws, seed=random_state),
        codes=_codes(meeting),
        disagreements=find_disagreements(meeting, rows, unplaced),
        unplaced=unplaced,
        remarks=placed.remarks,
        remissvar=len(placed.coded),
        passages=len(placed.passages),
        units=len(set(meeting.unit)),
        synpunkter=len(meeting.synpunkter),
        coders=meeting.coders,
        resampled="remissvar" if by_response else "passages",
        draws=draws,
    )


def _records(coding: Any) -> Iterable[Mapping[str, object]]:  # noqa: ANN401 - a DataFrame or mappings
    """Return the rows of a DataFrame with None for what is missing; mappings as they are."""
    if not hasattr(coding, "to_dict"):
        return coding  # type: ignore[no-any-return]
    return coding.astype(object).where(coding.notna(), None).to_dict("records")  # type: ignore[no-any-return]


def _load(path: str | Path) -> Run:
    from remissnlp.reporting.teman_json import load_run

    return load_run(path)


def _measures(m: Meeting, *, by_response: bool, draws: int, seed: int) -> tuple[Measure, ...]:
    """Work out every measure on all items (the first row of weights) and on every draw."""
    random = np.random.default_rng(seed)
    groups = [p.remissvar for p in m.passages] if by_response else m.unit
    found_groups = [s.remissvar for s in m.synpunkter] if by_response else [s.id for s in m.synpunkter]
    drawn = draw_weights([*groups, *(found_groups if by_response else [])], draws=draws, random=random)
    of_passage = _with_ones(drawn[:, : len(groups)])
    of_synpunkt = _with_ones(
        drawn[:, len(groups) :] if by_response else draw_weights(found_groups, draws=draws, random=random)
    )
    figures: dict[str, list[Floats]] = defaultdict(list)
    for coder in m.coders:
        own = [i for i, p in enumerate(m.passages) if p.coder == coder]
        for key, values in _of_coder(m, own, coder, of_passage[:, own], of_synpunkt).items():
            figures[key].append(values)
    figures["alpha_coders"] = [_alpha_coders(m, of_passage)] if len(m.coders) > 1 else []
    return tuple(_measure(key, some) for key, some in figures.items())


def _of_coder(
    m: Meeting, own: Sequence[int], coder: str, weights: Floats, of_synpunkt: Floats
) -> dict[str, Floats]:
    """Return the measures of the machine against one coder, each of shape (1 + draws,)."""
    codes = [m.passages[i].codes for i in own]
    clusters = np.array([m.cluster[i] for i in own], dtype=np.int64)
    together = np.equal.outer(clusters, clusters)
    b3 = measures.b_cubed(together, measures.share_a_code(codes), weights)
    first = _numbers([min(m.passages[i].codes) for i in own])
    units: list[list[Codes]] = [[m.passages[i].codes, m.machine_code(i)] for i in own]
    size = np.array([m.size[i] for i in own], dtype=np.float64)
    hit = np.array([m.hit[i] for i in own], dtype=np.float64)
    known = np.array([m.synpunkt[i] is not None and bool(m.passages[i].stance) for i in own])
    same = np.array([m.same_stance(i) for i in own], dtype=np.float64)
    said, coded = m.found_characters(coder)
    return {
        "coverage": _ratio(weights @ hit, weights @ size),
        "coded": _ratio(of_synpunkt @ coded, of_synpunkt @ said),
        "b3_precision": b3[:, 0],
        "b3_recall": b3[:, 1],
        "b3_f1": b3[:, 2],
        "ami": measures.adjusted_mutual_information(clusters, first, weights),
        "alpha_machine": measures.krippendorff_alpha(units, weights),
        "stance": _ratio(weights @ (same * known), weights @ known.astype(np.float64)),
    }


def _alpha_coders(m: Meeting, weights: Floats) -> Floats:
    of_unit = m.codes_of_units
    first = [m.first_of_unit[unit] for unit in of_unit]
    return measures.krippendorff_alpha(
        [list(values.values()) for values in of_unit.values()], weights[:, first]
    )


def _measure(key: str, some: Sequence[Floats]) -> Measure:
    known = [values for values in some if len(values) and np.isfinite(values[0])]
    if not known:
        return Measure(key, None)
    mean = np.mean(known, axis=0)
    value = float(mean[0])
    bounds = interval(value, mean[1:], low=_LOWEST.get(key, 0.0), high=1.0)
    low, high = bounds or (None, None)
    return Measure(key, value, low, high)


def _ratio(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(whole > 0, part / whole, np.nan))


def _with_ones(drawn: Floats) -> Floats:
    return np.concatenate([np.ones((1, drawn.shape[1])), drawn])


def _numbers(values: Sequence[str]) -> np.ndarray[Any, np.dtype[np.int64]]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)


def _codes(m: Meeting) -> tuple[CodeScore, ...]:
    """Count the passages of each code, and find the tema that most of them stand in."""
    passages: Counter[str] = Counter(code for p in m.passages for code in p.codes)
    found = Counter(code for i, p in enumerate(m.passages) if m.synpunkt[i] is not None for code in p.codes)
    rank = {tema.id: tema.rank for tema in m.teman}
    best: dict[str, tuple[int, int, str]] = {}
    for (tema, code), shared in m.shared.items():
        best[code] = min(best.get(code, (0, 0, "")), (-shared, rank[tema], tema))
    scores = []
    for code in sorted(passages, key=lambda code: (-passages[code], code)):
        shared, _, tema = best.get(code, (0, 0, ""))
        scores.append(CodeScore(code, passages[code], found[code], tema or None, m.labels.get(tema), -shared))
    return tuple(scores)
