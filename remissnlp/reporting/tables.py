"""synpunkter.csv and synpunkter.parquet: one row a synpunkt, for those who compute."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from remissnlp.records import Run
from remissnlp.reporting.rows import SynpunktRow, synpunkt_rows

# A spreadsheet runs what begins like this as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(run: Run) -> bytes:
    r"""Return the synpunkter as CSV (RFC 4180: comma, ``"``, CRLF) in UTF-8 with a byte order mark.

    Without the mark Excel takes the file for the machine's old encoding and breaks å, ä and ö; pandas
    (``read_csv``), R (``readr``) and Python (``utf-8-sig``) skip it. The comma stays, although a
    Swedish Excel would rather have a semicolon: this file is for programs, which expect the comma,
    and for Excel there is sammanstallning.xlsx.

    Text that a spreadsheet would run as a formula has an apostrophe before it. Lists stand as JSON.
    The Parquet file holds the same rows with every value as it is.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(SynpunktRow.__annotations__), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _csv_value(value) for key, value in row.items()} for row in synpunkt_rows(run))
    return out.getvalue().encode("utf-8-sig")


def render_parquet(run: Run) -> bytes:
    """Return the synpunkter as Parquet, with lists as lists and what is unknown as null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    integers = {"rank", "page", "line", "start", "end"}
    lists = {
        "refers_to": pa.list_(pa.string()),
        "spans": pa.list_(pa.list_(pa.int64())),
        "repeats": pa.list_(pa.list_(pa.list_(pa.int64()))),
    }
    schema = pa.schema(
        [
            (name, lists.get(name) or (pa.int64() if name in integers else pa.string()))
            for name in SynpunktRow.__annotations__
        ]
    )
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(synpunkt_rows(run), schema=schema), out, compression="zstd")
    return out.getvalue()


def _csv_value(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
