"""Which tema comes first: how many remissinstanser ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from remissnlp.extraction.sections import section_of_heading
from remissnlp.records import Remissvar, Stance, Synpunkt

ASKING: frozenset[Stance] = frozenset({"kritik", "forslag", "fraga"})
"""Stances that ask for something; praise and neutral remarks do not."""

RANKING_EXPLANATION = (
    "Teman rangordnas efter hur många remissinstanser som framför kritik, förslag eller frågor i temat. "
    "När lika många gör det avgör i tur och ordning antalet remisser, antalet remissvar, hur många "
    "av temats synpunkter som svaren själva lyfter fram i sina sammanfattningar, och antalet synpunkter. "
    "Teman som bara innehåller stöd eller neutrala påpekanden kommer sist, ordnade på samma sätt. "
    "Poängens heltal är antalet remissinstanser; decimalerna väger in resten och skiljer teman med "
    "lika många remissinstanser åt."
)


def in_summary(synpunkt: Synpunkt) -> bool:
    """Whether a synpunkt stands in its remissvar's summary."""
    return section_of_heading(synpunkt.section or "") == "summary"


def squash(x: float) -> float:
    """Map 0, 1, 2 … into [0, 1) without changing their order: x / (x + 1)."""
    return x / (x + 1.0)


def score_counts(instanser: int, remisser: int, remissvar: int, stressed: int, synpunkter: int) -> float:
    """Return the score of counts, ordered by the first of them, then by the second and so on.

    ``instanser + squash(remisser + squash(remissvar + squash(stressed + squash(synpunkter))))``: every
    squashed term is under one, so that it only decides where all before it are equal.
    """
    return instanser + squash(remisser + squash(remissvar + squash(stressed + squash(synpunkter))))


def score_tema(members: Iterable[Synpunkt], remissvar: Mapping[str, Remissvar]) -> float:
    """Return the score of a tema, rounded to nine decimals; higher comes first.

    Only synpunkter that ask for something count, except that what is stressed counts whatever its stance.
    A tema without any that asks gets ``squash`` of the score that all its synpunkter would give, which is
    under one and so under every tema that asks.

    Parameters
    ----------
    members : iterable of Synpunkt
    remissvar : mapping from id to Remissvar
        A remissvar whose remissinstans could not be read counts as an instans of its own.
    """
    listed = list(members)
    asking = [s for s in listed if s.stance in ASKING]
    instanser, remisser, answers, synpunkter = counts(asking or listed, remissvar)
    score = score_counts(instanser, remisser, answers, sum(map(is_stressed, listed)), synpunkter)
    return round(score if asking else squash(score), 9)


def is_stressed(synpunkt: Synpunkt) -> bool:
    """Whether the response itself stresses a synpunkt: its summary is the writer's choice of what matters."""
    return bool(synpunkt.repeats) or in_summary(synpunkt)


def counts(members: Sequence[Synpunkt], remissvar: Mapping[str, Remissvar]) -> tuple[int, int, int, int]:
    """Return the numbers of remissinstanser, remisser, remissvar and synpunkter."""
    ids = {s.remissvar for s in members}
    instanser = {remissvar[i].remissinstans or f"\0{i}" for i in ids}
    remisser = {remissvar[i].remiss or f"\0{i}" for i in ids}
    return len(instanser), len(remisser), len(ids), len(members)
