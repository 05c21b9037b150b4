"""The same response more than once: a copy, a draft beside the final one, a later correction.

Only documents of one remissinstans on one remiss are compared, and never two private persons: boards that
send the same text answer each for itself. What they share is measured in shingles, see
`remissnlp.reading.shingles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final, Literal

from remissnlp.reading.dates import DATE
from remissnlp.reading.document import Document
from remissnlp.reading.instans import PRIVATE_PERSON
from remissnlp.reading.shingles import containment, shared
from remissnlp.reading.source import printable
from remissnlp.reading.wording import either, swedish
from remissnlp.records import Remissvar

Version = Literal["draft", "correction", "replacement"]

_OPENING = 1500
_ANSWER = r"(?:remiss|kontors|förvaltnings)?(?:yttrande|svar|tjänsteutlåtande)"
_DRAFT_WORD = either(
    r"(?:arbets)?utkast/arbetsmaterial/arbetsversion/preliminärt (?:yttrande|svar)/ej (?:beslutad|slutlig)\w*"
)
_NUMBER = r"(?:v(?:er(?:sion)?)?\.? ?)?[\d.]*"
_DRAFT = swedish(
    rf"^[ \t]*\W{{0,3}}{_DRAFT_WORD}"
    rf"(?:[ \t]+till {_ANSWER}\b[^\n]*|[ \t]*\W{{0,3}}[ \t]*{_NUMBER}[ \t]*(?:{DATE})?[ \t]*\W{{0,3}})$",
    re.I | re.M,
)
_CORRECTED = either(
    "rättelse/rätta[dt]/korriger(?:ing|ad|at)/reviderad/reviderat/uppdaterad/uppdaterat/ny version"
)
_CORRECTION = swedish(
    rf"^[ \t]*\W{{0,3}}{_CORRECTED}\b"
    rf"(?:[^\n]{{0,20}}\b(?:{_ANSWER}|version)\b[^\n]{{0,60}}|[ \t:.–-]*(?:{DATE})?[ \t]*)$",
    re.I | re.M,
)
_EARLIER = either("tidigare/föregående/förra/förut/vårt/nämndens/det")
_REPLACEMENT = swedish(rf"\bersätter (?:\w+ ){{0,4}}?{_EARLIER} (?:\w+ ){{0,4}}?{_ANSWER}", re.I)
_DRAFT_NAME = re.compile(r"(?<![a-zåäö])(?:utkast|draft|arbetsversion|preliminär)(?![a-zåäö])", re.I)
_CORRECTION_NAME = re.compile(
    r"(?<![a-zåäö])(?:rättelse|rättad|rättat|korrigera[dt]|reviderad|reviderat)(?![a-zåäö])", re.I
)

SAME: Final = 0.6
"""Share of the shorter document's shingles from which two are the same response."""
SAME_IN_A_SCAN: Final = 0.4
"""The same where one of them was read by OCR: one misread word breaks three shingles."""
SAME_WHEN_SAID: Final = 0.3
"""The same where one calls itself a draft or a correction."""
_EXCERPT = 0.6


def find_version(document: Document, name: str) -> Version | None:
    """Tell whether a document, or its file's name, says that it is a draft, a correction or a replacement."""
    text = document.text
    end = min(len(text), _OPENING)
    file = name.rpartition("/")[2]
    if _REPLACEMENT.search(text, *document.head):
        return "replacement"
    if _DRAFT.search(text, 0, end) or _DRAFT_NAME.search(file):
        return "draft"
    if _CORRECTION.search(text, 0, end) or _CORRECTION_NAME.search(file):
        return "correction"
    return None


def without_versions(
    records: Sequence[Remissvar],
    versions: Sequence[Version | None],
    shingles: Sequence[str],
    settled: frozenset[int],
) -> tuple[list[Remissvar], list[str]]:
    """Let one of several versions of a response count.

    Parameters
    ----------
    records : sequence of Remissvar
    versions : sequence of Version or None
        What each says of itself, see `find_version`.
    shingles : sequence of str
        Those of each, see `remissnlp.reading.shingles`.
    settled : frozenset of int
        Places of the records that a person has said are responses; they are never left out.

    Returns
    -------
    list of Remissvar
        The others have status "reference" and role "dubblett"; their message names the one that counts.
    list of str
        Warnings: drafts that nothing replaces, and the same text under two registration numbers.
    """
    result, warnings = list(records), []
    for group in _groups(records):
        same, alike = _compare(records, versions, shingles, group)
        warnings += [
            f"{printable(records[b].source)} har nästan samma text som {printable(records[a].source)} men ett"
            " annat diarienummer; båda räknas. Är det samma svar, skriv dess slag (dubblett) i remissvar.csv."
            for a, b in alike
        ]
        for cluster in _clusters(group, same):
            winner = _winner(records, versions, cluster)
            for place in cluster:
                if place != winner and place not in settled:
                    message = _message(records[winner], versions[winner], versions[place])
                    result[place] = replace(
                        records[place], status="reference", role="dubblett", message=message
                    )
    for place, (record, version) in enumerate(zip(result, versions, strict=True)):
        if version == "draft" and place not in settled and (final := _final_of(place, result, shingles)):
            why = _message(final, None, version)
            result[place] = replace(record, status="reference", role="dubblett", message=why)
            continue
        if version == "draft" and record.status in ("ok", "no_opinion") and place not in settled:
            warnings.append(
                f"{printable(record.source)} är märkt som utkast men räknas: inget slutligt svar hittas."
            )
    return result, warnings


def _final_of(place: int, records: Sequence[Remissvar], shingles: Sequence[str]) -> Remissvar | None:
    """Return the one response that a draft without a sender shares its text with, if it is only one."""
    draft = records[place]
    if draft.remissinstans or draft.status not in ("ok", "no_opinion"):
        return None
    alike = [
        record
        for record, its in zip(records, shingles, strict=True)
        if record.status in ("ok", "no_opinion")
        and record.remissinstans
        and draft.remiss in (None, record.remiss)
        and containment(shingles[place], its) >= SAME
    ]
    return alike[0] if len(alike) == 1 else None


def _groups(records: Sequence[Remissvar]) -> Iterator[list[int]]:
    """Yield the places of what one remissinstans answers to one remiss, where that is more than one."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, record in enumerate(records):
        known = record.remiss and record.remissinstans and record.remissinstans != PRIVATE_PERSON
        if known and record.status in ("ok", "no_opinion"):
            groups.setdefault((str(record.remiss), str(record.remissinstans)), []).append(place)
    yield from (group for group in groups.values() if len(group) > 1)


def _compare(
    records: Sequence[Remissvar],
    versions: Sequence[Version | None],
    shingles: Sequence[str],
    group: Sequence[int],
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the pairs that are the same response, and those alike under different registration numbers."""
    found = dict(zip(group, shared([shingles[place] for place in group]), strict=True))
    # How much must be shared with what a document says of itself and how it was read; the lower bar decides.
    bars = {place: _bar(versions[place], bool(records[place].ocr_confidence)) for place in group}
    replaces = {place: versions[place] == "replacement" for place in group}
    same: list[tuple[int, int]] = []
    alike: list[tuple[int, int]] = []
    for a, b in combinations(group, 2):
        bar = min(bars[a], bars[b])
        (in_a, n_a), (in_b, n_b) = found[a], found[b]
        if replaces[a] != replaces[b]:
            same.append((a, b))
        elif (in_a & in_b).bit_count() / min(n_a, n_b) >= bar:
            numbers = {records[a].dnr, records[b].dnr} - {None}
            (alike if len(numbers) > 1 else same).append((a, b))
    return same, alike


def _bar(version: Version | None, scanned: bool) -> float:
    """Return the share that makes another document the same as this one."""
    if version in ("draft", "correction"):
        return SAME_WHEN_SAID
    return SAME_IN_A_SCAN if scanned else SAME


def _clusters(group: Iterable[int], pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that the pairs join, each in order."""
    home = {place: [place] for place in group}
    for a, b in pairs:
        if home[a] is not home[b]:
            joined = sorted([*home[a], *home[b]])
            for place in joined:
                home[place] = joined
    return [cluster for place, cluster in home.items() if cluster[0] == place and len(cluster) > 1]


def _winner(records: Sequence[Remissvar], versions: Sequence[Version | None], cluster: Sequence[int]) -> int:
    """Return the one that counts: no draft, a correction, no mere excerpt; the latest, decided."""
    left = [place for place in cluster if versions[place] != "draft"] or list(cluster)
    for wanted in ("replacement", "correction"):
        left = [place for place in left if versions[place] == wanted] or left
    words = {place: len(records[place].text.split()) for place in left}
    left = [place for place in left if words[place] >= _EXCERPT * max(words.values())]
    return max(
        left,
        key=lambda place: (
            records[place].date or "",
            records[place].decision_level == "namndbeslut",
            not records[place].ocr_confidence,
            words[place],
            -place,
        ),
    )


def _message(winner: Remissvar, winning: Version | None, losing: Version | None) -> str:
    name = printable(winner.source)
    if losing == "draft":
        return f"Räknas inte: det är ett utkast, och det slutliga svaret är {name}."
    if winning in ("correction", "replacement"):
        return f"Räknas inte: svaret har rättats eller ersatts av {name}."
    return f"Räknas inte: samma svar finns i {name}."
