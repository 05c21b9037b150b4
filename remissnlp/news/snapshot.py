"""What of a run is kept to compare with, and which synpunkt of a later run an earlier one is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from remissnlp.records import Run, Span, Synpunkt, SynpunktTarget


def snapshot(run: Run) -> Run:
    """Return the run without its texts, their coverage, and what it was made from."""
    return replace(
        run,
        remissvar=tuple(replace(r, text="", pages=()) for r in run.remissvar),
        coverage=(),
        base=None,
        out=None,
        timings={},
    )


def before_edits(base: Run) -> Run:
    """Return the run before its edits without its texts, to lay other edits on once it has them again."""
    return replace(snapshot(base), coverage=base.coverage)


def target_of(synpunkt: Synpunkt, file: str) -> SynpunktTarget:
    """Return what is needed to know a synpunkt again."""
    return SynpunktTarget(synpunkt.id, synpunkt.remissvar, file, synpunkt.spans, synpunkt.quote)


def follow(earlier: Iterable[SynpunktTarget], run: Run, *, taken: Iterable[str] = ()) -> dict[str, str]:
    """Return the id that each earlier synpunkt has in `run`; those that are gone are left out.

    The id holds while the file and what is read out of it are the same. Else it is the synpunkt of the same
    remissvar that covers most of the same text, at least half of the shorter one; else, where the file was
    replaced, the one of the same file with the same words. No synpunkt is taken for two, nor one that is
    `taken` already.

    Returns
    -------
    dict
        Earlier id → id in `run`.
    """
    present = {s.id for s in run.synpunkter}
    listed = list(earlier)
    found = {target.id: target.id for target in listed if target.id in present}
    lost = [target for target in listed if target.id not in found]
    if not lost:
        return found
    used = {*taken, *found.values()}
    file = {r.id: r.source for r in run.remissvar}
    of_remissvar: dict[str, list[Synpunkt]] = defaultdict(list)
    of_words: dict[tuple[str, str], list[Synpunkt]] = defaultdict(list)
    for s in run.synpunkter:
        of_remissvar[s.remissvar].append(s)
        of_words[file[s.remissvar], _words(s.quote)].append(s)
    for target in lost:
        near = [
            (_overlap(target.spans, s.spans), s)
            for s in of_remissvar.get(target.remissvar, ())
            if s.id not in used
        ]
        candidates = [(share, s) for share, s in near if share >= 0.5]
        if not candidates and target.remissvar not in of_remissvar:
            candidates = [(1.0, s) for s in of_words[target.file, _words(target.quote)] if s.id not in used]
        if candidates:
            _, best = min(candidates, key=lambda pair: (-pair[0], pair[1].spans, pair[1].id))
            found[target.id] = best.id
            used.add(best.id)
    return found


def _words(quote: str) -> str:
    return " ".join(quote.split())


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> float:
    """Return the common characters as a share of the shorter."""
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    shorter = min(sum(end - start for start, end in spans) for spans in (a, b))
    return common / shorter if shorter else 0.0
