"""Dates as Swedish letterheads write them, as ISO dates."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_MONTH = "|".join(
    f"{month[:3]}(?:{month[3:]}|{month[3:4]}?\\.)?" if month[3:] else month for month in _MONTHS
)
DATE = (
    r"(?:(?:19|20)\d\d-\d\d-\d\d"
    rf"|(?:den[ ]+)?\d{{1,2}}(?::?e)?[ ]+(?:{_MONTH})[ ]+(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}[ -](?:19|20)\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)"
)


def parse(text: str) -> str | None:
    """Return the ISO form of a date such as "2024-09-18", "18 september 2024" or "18/9 2024".

    Returns
    -------
    str or None
        Nothing where there is no such day.

    Examples
    --------
    >>> parse("den 18 september 2024"), parse("2024-02-30")
    ('2024-09-18', None)
    """
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if len(numbers) == 3:
        year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    elif len(numbers) == 2:
        day, year = numbers
        names = re.findall(r"[a-z]+", text.lower())
        month = next((i for i, m in enumerate(_MONTHS, 1) for n in names if n[:3] == m[:3]), 0)
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
