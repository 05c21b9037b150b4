"""A run while edits are laid on it: what an edit means is found here, and synpunkter are moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from remissnlp.news.snapshot import follow
from remissnlp.records import RemissvarTarget, Run, Synpunkt, SynpunktTarget, TemaTarget

SAME = 0.5
"""Share of a lost tema's remaining synpunkter that another tema must hold to stand in for it."""


@dataclass
class DraftTema:
    """A tema while edits are laid on it. Membership stands in `Draft.points`; this is its name and order."""

    id: str
    label: str
    keywords: tuple[str, ...]
    order: list[str]
    edited: bool = False
    by_hand: bool = False


@dataclass
class Draft:
    """A run that is being changed; it never leaves `replay.replay`."""

    run: Run
    teman: dict[str, DraftTema]
    points: dict[str, Synpunkt]
    dropped: set[str] = field(default_factory=set)
    absorbed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, run: Run) -> Draft:
        """Return a draft of a run as it is."""
        teman = {
            t.id: DraftTema(t.id, t.label, t.keywords, list(t.synpunkter), edited=t.edited, by_hand=t.edited)
            for t in run.teman
        }
        return cls(run, teman, {s.id: s for s in run.synpunkter})

    def find(self, targets: Iterable[SynpunktTarget]) -> list[str]:
        """Return the synpunkter that are there of those meant, in the order meant."""
        listed = list(targets)
        known = follow(listed, self.run)
        return [known[t.id] for t in listed if t.id in known and known[t.id] not in self.dropped]

    def tema(self, target: TemaTarget) -> str | None:
        """Return the tema that is meant: by its id, else the one that holds most of what it held."""
        name = target.id
        while name in self.absorbed:
            name = self.absorbed[name]
        if name in self.teman:
            return name
        there = self.find(target.synpunkter)
        homes = [home for s in there if (home := self.points[s].tema) is not None]
        best = max(sorted(set(homes)), key=homes.count, default=None)
        return best if best is not None and homes.count(best) >= SAME * len(there) else None

    def remissvar(self, target: RemissvarTarget) -> str | None:
        """Return the remissvar that is meant: by its id, else by its file."""
        ids = [r.id for r in self.run.remissvar if r.id == target.id]
        ids += [r.id for r in self.run.remissvar if r.source == target.file]
        return ids[0] if ids else None

    def put(self, synpunkter: Iterable[str], tema: str | None) -> None:
        """Move synpunkter to a tema, or to none; both teman count as edited."""
        for s in synpunkter:
            was = self.points[s].tema
            if was == tema:
                continue
            if was is not None and was in self.teman:
                self.teman[was].order.remove(s)
                self.teman[was].edited = True
            if tema is not None:
                self.teman[tema].order.append(s)
                self.touch(tema)
            self.points[s] = replace(self.points[s], tema=tema)

    def touch(self, tema: str) -> None:
        """Mark a tema as corrected by a person."""
        self.teman[tema].edited = self.teman[tema].by_hand = True

    def add(self, name: str, label: str) -> None:
        """Add a tema that a person has made."""
        self.teman[name] = DraftTema(name, label, (), [], edited=True, by_hand=True)
