"""Which letters a scanner's OCR takes for which: the channel of the noisy-channel model.

``CONFUSIONS[intended][read]`` is how large a share of the misreadings of a letter come out as
`read`. The shares for å, ä and ö are those seen when Swedish is read with a Latin model that
lacks the ring and the dots: the mark is dropped (a, o), taken for an accent (é), for a closed
bowl (d), or the letter becomes a sign of like outline (6, 0, &, @). The rest are the classic
look-alikes of narrow stems and thin arcs (i–l–1, rn–m, f–{). Shares need not be exact: a document
corrects them by its own faults.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CONFUSIONS: Final[Mapping[str, Mapping[str, float]]] = {
    "å": {"a": 0.45, "é": 0.2, "d": 0.15, "i": 0.05, "": 0.03, "4": 0.02, "éa": 0.01, "4a": 0.01, "e": 0.01, "&": 0.01},
    "ä": {
        "a": 0.3, "é": 0.18, "i": 0.15, "d": 0.15, "&": 0.03, "éi": 0.02, "éa": 0.02, "da": 0.01,
        "di": 0.02, "&d": 0.01, "@": 0.01, "ii": 0.01, "ai": 0.01, "4": 0.01, "e": 0.01, "aé": 0.01, "8": 0.01, "": 0.01,
    },
    "ö": {
        "o": 0.6, "6": 0.1, "d": 0.08, "é": 0.04, "0": 0.03, "g": 0.02, "oé": 0.01, "ii": 0.01, "8": 0.01, "¢": 0.01,
        "9": 0.005, "i": 0.005, "": 0.005, "e": 0.005,
    },
    "f": {"{": 0.3, "t": 0.2, "l": 0.1, "i": 0.05},
    "i": {"1": 0.4, "l": 0.3, "j": 0.05, "!": 0.05, "|": 0.1},
    "l": {"1": 0.3, "i": 0.3, "|": 0.2, "t": 0.05, "!": 0.05},
    "t": {"l": 0.2, "f": 0.1, "i": 0.1, "1": 0.05},
    "m": {"rn": 0.4, "in": 0.1, "nn": 0.05, "ni": 0.05},
    "n": {"ri": 0.1, "u": 0.2, "ii": 0.1, "rn": 0.02},
    "u": {"ii": 0.2, "n": 0.2, "li": 0.05},
    "h": {"li": 0.2, "b": 0.2, "n": 0.1},
    "e": {"c": 0.4, "o": 0.1},
    "c": {"e": 0.3, "o": 0.1, "(": 0.05},
    "d": {"cl": 0.2, "ci": 0.1, "ol": 0.05},
    "k": {"lc": 0.1, "h": 0.1, "ic": 0.05},
    "v": {"y": 0.2, "w": 0.05},
    "r": {"i": 0.05, "t": 0.05},
    "g": {"q": 0.2, "9": 0.1},
    "s": {"5": 0.2, "8": 0.05, "$": 0.1},
    "o": {"0": 0.4, "6": 0.05, "c": 0.05},
    "a": {"@": 0.05, "o": 0.05, "4": 0.02},
    "b": {"h": 0.2, "6": 0.1},
    "é": {"e": 0.5},
}  # fmt: skip

MARKED: Final = "åäö"
"""The letters whose marks are lost; their rate is reckoned apart from that of the others."""
