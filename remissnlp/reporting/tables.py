"""synpunkter.csv and synpunkter.parquet: one row a synpunkt, for those who compute."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any, get_args, get_origin, get_type_hints

from pydantic_core import to_json

from remissnlp.records import Run
from remissnlp.reporting.rows import SynpunktRow, synpunkt_rows

_as_json = json.JSONEncoder(ensure_ascii=False).encode
_PLACES = {name: place for place, name in enumerate(SynpunktRow.__annotations__)}
# A spreadsheet runs what begins like this as a formula.
_FORMULA_STARTS = frozenset("=+-@\t\r")


def render_csv(run: Run, *, rows: Sequence[SynpunktRow] | None = None) -> bytes:
    r"""Return the synpunkter as CSV (RFC 4180: comma, ``"``, CRLF) in UTF-8 with a byte order mark.

    Without the mark Excel takes the file for the machine's old encoding and breaks å, ä and ö; pandas
    (``read_csv``), R (``readr``) and Python (``utf-8-sig``) skip it. The comma stays, although a
    Swedish Excel would rather have a semicolon: this file is for programs, which expect the comma,
    and for Excel there is sammanstallning.xlsx.

    Text that a spreadsheet would run as a formula has an apostrophe before it. Lists stand as JSON.
    The Parquet file holds the same rows with every value as it is.

    Parameters
    ----------
    run : Run
    rows : sequence of SynpunktRow, optional
        What `synpunkt_rows` gives for the run, where that has been asked already.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(SynpunktRow.__annotations__)
    writer.writerows(_csv_row(row) for row in (synpunkt_rows(run) if rows is None else rows))
    return out.getvalue().encode("utf-8-sig")


def render_parquet(run: Run, *, rows: Sequence[SynpunktRow] | None = None) -> bytes:
    """Return the synpunkter as Parquet, with lists as lists and what is unknown as null; see `render_csv`."""
    import pyarrow as pa
    import pyarrow.json
    import pyarrow.parquet

    schema = pa.schema([(name, _arrow_type(kind)) for name, kind in get_type_hints(SynpunktRow).items()])
    rows = synpunkt_rows(run) if rows is None else rows
    if rows:
        # By way of JSON, because arrays made of Python objects make Arrow import pandas, half a second.
        lines = b"\n".join(to_json(row) for row in rows)
        table = pa.json.read_json(
            io.BytesIO(lines),
            read_options=pa.json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
            parse_options=pa.json.ParseOptions(explicit_schema=schema),
        )
    else:
        table = schema.empty_table()
    out = io.BytesIO()
    pa.parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def _arrow_type(kind: Any) -> Any:  # noqa: ANN401 - a Python type as annotated, an Arrow type
    import pyarrow as pa

    if get_origin(kind) is list:
        return pa.list_(_arrow_type(get_args(kind)[0]))
    return pa.int64() if kind in (int, int | None) else pa.string()


def _csv_row(row: SynpunktRow) -> list[object]:
    values: list[Any] = list(row.values())
    for name in ("spans", "repeats"):  # lists of whole numbers, which Python writes as JSON does
        values[_PLACES[name]] = str(values[_PLACES[name]])
    values[_PLACES["refers_to"]] = _as_json(row["refers_to"]) if row["refers_to"] else "[]"
    return [f"'{v}" if isinstance(v, str) and v[:1] in _FORMULA_STARTS else v for v in values]
