"""A first label; see `name_teman`."""

from __future__ import annotations
from collections.abc import Sequence
from remissnlp.records import Synpunkt
from remissnlp.themes.keywords import keywords_of


def name_teman(
    groups: Sequence[Sequence[Synpunkt]], ignore: Sequence[str] = ()
) -> list[tuple[str, tuple[str, ...]]]:
    """Return label and keywords of every group."""
    out = []
    seen: set[str] = set()
    for kw in keywords_of([[s.reading for s in g] for g in groups]):
        label = "Tar upp " + " och ".join(kw[:2]) if kw else "Tar upp övrigt"
        while label in seen:
            label += " igen"
        seen.add(label)
        out.append((label, kw))
    return out
