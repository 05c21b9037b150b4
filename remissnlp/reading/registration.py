"""Registration numbers (diarienummer) and the numbers of government reports, in one normal form."""

from __future__ import annotations

import re

# After a label ("Dnr", "Er beteckning") almost anything with digits parted by marks is a number:
# "AMF 2024/649", "1.1-2345/2024", "KSN-2024-01234", "SU-411-0012-24", "Ju2024/01234", "24-01234", "25KS99".
NUMBER = (
    r"(?:(?:[A-Za-zÅÄÖåäö]{1,8}[ ./:–-]{0,2}){0,3}\d[\dA-Za-z]{0,15}(?:[./:–-][\dA-Za-z]{1,15}){1,6}"
    r"|\d{2}[A-ZÅÄÖ]{2,6}\d{1,6}\b)"
)

# Without a label only forms that nothing else has: letters, a year and a serial number.
_YEAR = r"(?:19|20)\d\d"
UNLABELLED = (
    rf"\b(?:SOU|Ds)[ \n]?{_YEAR}[ \n]?:[ \n]?\d{{1,3}}\b"
    rf"|\b[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{0,6}}[ /-]?{_YEAR}[/:-]\d{{1,6}}(?:/[A-Z]+\d?)?\b"
    rf"|\b[A-ZÅÄÖ]{{2,6}} {_YEAR}\.\d{{1,6}}\b"
    rf"|\b(?!DNR)[A-ZÅÄÖ]{{2,6}} ?\n ?{_YEAR}/\d{{1,6}}\b"  # cut at a line's end
    rf"|\b(?:KS|Ks|RS|Rs|[A-ZÅÄÖ]{{2,4}}) \d{{1,5}}/{_YEAR}\b"
)
_SERIES = re.compile(rf"(?P<series>SOU|DS)\s?(?P<year>{_YEAR})\s?[:-]\s?(?P<serial>\d{{1,3}})", re.I)
# Government ministries write no space and five digits, sometimes with the unit after: "Fi2023/03021/S1".
_MINISTRY = re.compile(
    rf"(?P<prefix>Ju|Fi|Fö|Ku|UD|KN|LI|SB|Fa|IJ|Mn|A|I|M|N|S|U)\s?(?P<year>{_YEAR})"
    r"/(?P<serial>\d{5})(?:/[A-ZÅÄÖa-zåäö]+\d*)?"
)
_MUNICIPAL = re.compile(rf"(?P<prefix>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{0,7}})\s?(?P<year>{_YEAR})(?P<rest>[/:]\d+)")
_DATE = re.compile(rf"{_YEAR}-\d\d-\d\d")


def normalise(number: str) -> str:
    """Return a registration number in its normal form.

    Examples
    --------
    >>> normalise("KS  2023/1159"), normalise("KS2023/1159"), normalise("Ju 2024/01234/L3")
    ('KS 2023/1159', 'KS 2023/1159', 'Ju2024/01234')
    >>> normalise("sou 2024: 12")
    'SOU 2024:12'
    """
    text = " ".join(number.replace("–", "-").split()).strip(" .,;:")
    if match := _SERIES.fullmatch(text):
        series = "SOU" if match["series"].upper() == "SOU" else "Ds"
        return f"{series} {match['year']}:{int(match['serial'])}"
    if match := _MINISTRY.fullmatch(text):
        return f"{match['prefix']}{match['year']}/{match['serial']}"
    if match := _MUNICIPAL.fullmatch(text):
        return f"{match['prefix']} {match['year']}{match['rest']}"
    return text


def is_report(number: str) -> bool:
    """Tell whether a normalised number is that of a government report (SOU, Ds)."""
    return number.startswith(("SOU ", "Ds "))


def is_number(text: str) -> bool:
    """Tell whether `text` as a whole is a registration number, and not a date; digits alone will do."""
    return bool(re.fullmatch(rf"{NUMBER}|\d{{5,10}}", text)) and not _DATE.fullmatch(text)


def is_ministry(number: str) -> bool:
    """Tell whether a normalised number is that of a ministry, which sends out and does not answer."""
    return bool(_MINISTRY.fullmatch(number))


def from_folder_name(name: str) -> tuple[str, str] | None:
    """Read a remiss's number and title from a folder's name.

    A folder's name cannot hold "/" or ":", so "KS 2023-1159 Program för …" stands for KS 2023/1159 and
    "SOU 2024-12 …" for SOU 2024:12.

    Returns
    -------
    tuple of str or None
        The normalised number and the rest of the name, or nothing where the name begins with no number.
    """
    match = re.match(
        rf"(?P<prefix>[A-ZÅÄÖ]{{1,8}}|Ds|Ju|Fi|Fö|Ku|Fa|Mn)[ _]?(?P<year>{_YEAR})"
        r"[-_/: ](?P<serial>\d{1,6})(?!-?\d)"
        r"[ _,.–-]*(?P<title>.*)",
        name,
    )
    if not match:
        return None
    mark = ":" if match["prefix"].upper() in {"SOU", "DS"} else "/"
    number = normalise(f"{match['prefix']} {match['year']}{mark}{match['serial']}")
    return number, match["title"].replace("_", " ").strip()
