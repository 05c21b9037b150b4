"""What words judge, and the verb before a clause that tells how things are: criticism, fear or praise."""

from __future__ import annotations

import re
from functools import lru_cache

from remissnlp.extraction.cues import find_cues
from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.cues import BAD, HARD, UNCLEAR

STATES = "Påpekar"
"""The verb before a clause that tells how things are; `stating_verb` finds a better one."""

_NO = re.compile(r"\b(?:inte|ingen|inget|inga|knappast)\b")
_BAD = re.compile(
    r"\b(?:negativ[at]?|strider mot|dålig\w*|felaktig\w*|oproportionerlig\w*|snäv\w*|hämma\w*|svårare"
    r"|svår(?:t[yo]|begr|över|läs|för)\w+|oklar\w*|otydlig\w*"
    r"|försämr\w+|(?:för|alltför|allt för) (?:låg|hög|svag|stor|liten|lite|mycket|många|få\b|sen|kort)\w*"
    r"|ofullständig\w*|krånglig\w*|långt ifrån|(?:mycket|alltför|för) långtgående|raka motsatsen)\b"
)


LESSENING = r"(?:minsk|minim|undvik|undanröj|förebygg|motverk|förhindr)[a-zåäö]*"
"""Verbs whose object there is to be less of."""

_NOT_BAD = re.compile(
    rf"\b{LESSENING} (?:\w+ ){{0,2}}?(?:oklar|otydlig|risk|brist|problem)\w*"
    r"|\binte (?:\w+ )?(?:hindra|försvåra|strider|hota|skada|hämma|äventyra|motverka|drabba)\w*"
)
"""What is no criticism for all its words: "planerna hindrar inte förtätning"."""


_IS_NOT = re.compile(r"\binte är (?:(?:alltför|helt|så|särskilt|heller) )?(\w+)")
"""What something is said not to be."""


def _is_fault(word: str) -> bool:
    return bool(_BAD.search(word)) or "kritik" in leanings_of(word)


@lru_cache(maxsize=20_000)
def leanings_of(text: str) -> frozenset[str]:
    """Return the stances that the words of a text tell of."""
    return frozenset(hit.leaning for hit in find_cues(text))


@lru_cache(maxsize=20_000)
def is_bad(word: str) -> bool:
    """Tell a judgement against what follows its "att" or "om": "olämpligt att"."""
    judges = word.endswith(("t", "nde")) and g.is_adjective(word) and word not in HARD | UNCLEAR
    return word in BAD or (judges and "kritik" in leanings_of(word))


def _says_no(piece: str) -> bool:
    return bool(_NO.search(piece))


def stating_verb(piece: str, finite: str, stance: Stance, *, critical: bool) -> tuple[str, float]:
    """Return the verb before a clause that tells how things are, by what the clause itself says.

    The stance is the whole synpunkt's, and need not be that of this clause: "programmet nämner barnen men …".
    `critical` tells that the clause is the whole of a sentence whose words criticise: "tyvärr stannar …".
    """
    leanings = leanings_of(piece)
    judged = _IS_NOT.search(piece)
    if _NOT_BAD.search(piece) or (judged and _is_fault(judged[1])):
        return STATES, 0.12
    against = "kritik" in leanings or bool(_BAD.search(piece)) or (stance == "kritik" and _says_no(piece))
    # "Inte är ändamålsenlig", however good that would be
    denied = stance == "kritik" and judged is not None and "positiv" in leanings
    if finite in {"bör", "borde", "ska", "skall", "måste"} and _says_no(piece):
        return STATES, 0.12  # what should not be is no fault
    if denied or (against and "positiv" not in leanings):
        return ("Befarar", 0.85) if finite in FEARED else ("Kritiserar", 0.8)
    if stance == "kritik" and finite in FEARED:
        return "Befarar", 0.75
    if stance == "kritik" and critical and "positiv" not in leanings:
        return "Kritiserar", 0.7
    if stance == "positiv" and "positiv" in leanings and not _says_no(piece):
        return "Uppskattar", 0.75
    return STATES, 0.12


FEARED = frozenset("kan kommer skulle torde riskerar".split())
"""Finite verbs of what may come."""
