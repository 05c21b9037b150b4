"""A run as pandas DataFrames, for notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from remissnlp.records import Run
from remissnlp.reporting import rows, words

if TYPE_CHECKING:
    import pandas as pd

_DTYPES: Final[Mapping[Any, str]] = {
    str: "string",
    str | None: "string",
    int: "int64",
    int | None: "Int64",
    float: "float64",
    float | None: "float64",
    bool: "bool",
}


def synpunkter_frame(run: Run) -> pd.DataFrame:
    """Return one row a synpunkt, with its tema and its remissvar.

    Returns
    -------
    pandas.DataFrame
        Indexed by the synpunkt's id. ``tema``, ``rank`` and ``label`` are missing where it belongs
        to no tema. ``stance`` is categorical, ``date`` a datetime, ``rank`` and ``page`` nullable
        integers, text of dtype string; ``refers_to``, ``spans`` and ``repeats`` hold lists.
    """
    import pandas as pd

    frame = _frame(rows.synpunkt_rows(run), rows.SynpunktRow, "synpunkt")
    frame["stance"] = pd.Categorical(frame["stance"], categories=list(words.STANCES))
    frame["date"] = pd.to_datetime(frame["date"], errors="coerce").astype("datetime64[s]")
    return frame


def teman_frame(run: Run) -> pd.DataFrame:
    """Return one row a tema in order of rank, with its counts.

    Returns
    -------
    pandas.DataFrame
        Indexed by the tema's id. ``remissinstanser``, ``remisser``, ``remissvar``, ``synpunkter``
        and one column a stance are counts; ``keywords`` and ``who`` (the remissinstanser) lists.
    """
    return _frame(rows.tema_rows(run), rows.TemaRow, "tema")


def remissvar_frame(run: Run) -> pd.DataFrame:
    """Return one row a remissvar, reference documents and unreadable files among them.

    Returns
    -------
    pandas.DataFrame
        Indexed by the remissvar's id. ``status`` is categorical, ``date`` a datetime, ``pages`` a
        nullable integer (missing where the source has no pages).
    """
    import pandas as pd

    frame = _frame(rows.remissvar_rows(run), rows.RemissvarRow, "remissvar")
    frame["status"] = pd.Categorical(frame["status"], categories=list(words.STATUSES))
    frame["date"] = pd.to_datetime(frame["date"], errors="coerce").astype("datetime64[s]")
    return frame


def matrix_frame(run: Run) -> pd.DataFrame:
    """Return who says how much about what: remissinstans × tema, as numbers of synpunkter.

    Returns
    -------
    pandas.DataFrame
        Indexed by remissinstans, one integer column a tema, named by its label and in order of rank.
    """
    import pandas as pd

    matrix = rows.matrix(run)
    labels = pd.Index([tema.label for tema in run.teman], name="tema", dtype="string")
    who = pd.Index(list(matrix), name="remissinstans", dtype="string")
    return pd.DataFrame(
        [list(row.values()) for row in matrix.values()], index=who, columns=labels, dtype="int64"
    )


def _frame(table: Sequence[Mapping[str, Any]], row: type, index: str) -> pd.DataFrame:
    import pandas as pd

    kinds = get_type_hints(row)
    dtypes = {name: _DTYPES[kind] for name, kind in kinds.items() if kind in _DTYPES}
    return pd.DataFrame(list(table), columns=list(kinds)).astype(dtypes).set_index(index)
