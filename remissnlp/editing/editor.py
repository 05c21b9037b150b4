"""``run.edit``: corrections from Python. Each gives a new Run; the old one stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import get_args

from remissnlp.editing.log import append_edits, make_edit
from remissnlp.editing.remembered import edited, with_memory
from remissnlp.editing.replay import replay
from remissnlp.errors import RemissnlpError
from remissnlp.news.snapshot import target_of
from remissnlp.records import (
    Edit,
    EditKind,
    Remissvar,
    RemissvarTarget,
    Run,
    Stance,
    Synpunkt,
    SynpunktTarget,
    Tema,
    TemaTarget,
)
from remissnlp.store import Store, open_store
from remissnlp.store.database import DamagedError

TemaLike = Tema | str | int
"""A tema, its id or its rank."""


class Editor:
    """Corrections of one run.

    Every method takes ``reason`` (why, for the log) and ``author`` (by default git's or the system's user
    name), and returns the run as it is with the correction. Where the run has a store, the correction is
    kept there and replayed on every later run; without one it lives in the returned Run only.

    Raises
    ------
    RemissnlpError
        By every method, when the run has no such tema, synpunkt or remissvar.

    Examples
    --------
    >>> run = run.edit.rename(1, "Önskar tydligare rubriker", reason="KS ordval")  # doctest: +SKIP
    """

    def __init__(self, run: Run) -> None:
        self._run = run

    def rename(self, tema: TemaLike, label: str, *, reason: str = "", author: str | None = None) -> Run:
        """Give a tema another label."""
        return self._do("rename", [tema], value=_filled(label, "namnet"), reason=reason, author=author)

    def merge(
        self,
        tema: TemaLike,
        *others: TemaLike,
        label: str | None = None,
        reason: str = "",
        author: str | None = None,
    ) -> Run:
        """Make one tema of several; it keeps the first one's id, and its label unless one is given."""
        if not others:
            raise RemissnlpError("Ange minst två teman att slå ihop.")
        return self._do("merge", [tema, *others], value=label, reason=reason, author=author)

    def split(
        self,
        synpunkter: Sequence[Synpunkt | str],
        *,
        label: str | None = None,
        reason: str = "",
        author: str | None = None,
    ) -> Run:
        """Make a tema of its own of some synpunkter; without a label it is named as other teman are."""
        return self._do("split", synpunkter=synpunkter, value=label, reason=reason, author=author)

    def move(
        self,
        synpunkt: Synpunkt | str | Sequence[Synpunkt | str],
        tema: TemaLike | None,
        *,
        reason: str = "",
        author: str | None = None,
    ) -> Run:
        """Move one synpunkt or several to another tema; None is no tema."""
        teman = [] if tema is None else [tema]
        return self._do("move", teman, synpunkter=_several(synpunkt), reason=reason, author=author)

    def pin(self, tema: TemaLike, *, reason: str = "", author: str | None = None) -> Run:
        """Keep a tema: its label stands and the synpunkter it has now stay together in every later run.

        New synpunkter may still join it. Should a later run have split or dissolved it, it is put together
        again, under the same id.
        """
        return self._do("pin", [tema], reason=reason, author=author)

    def hide(self, tema: TemaLike, *, reason: str = "", author: str | None = None) -> Run:
        """Take a tema out of the ranked list; its synpunkter stand under Övriga synpunkter.

        They still count as synpunkter of their responses. What later runs put in the tema is hidden with it.
        """
        return self._do("hide", [tema], reason=reason, author=author)

    def not_synpunkt(
        self,
        synpunkt: Synpunkt | str | Sequence[Synpunkt | str],
        *,
        reason: str = "",
        author: str | None = None,
    ) -> Run:
        """Say that a passage is no synpunkt; its text is then accounted for as background."""
        return self._do("not_synpunkt", synpunkter=_several(synpunkt), reason=reason, author=author)

    def set_stance(
        self, synpunkt: Synpunkt | str, stance: Stance, *, reason: str = "", author: str | None = None
    ) -> Run:
        """Change the stance of a synpunkt."""
        if stance not in get_args(Stance):
            raise RemissnlpError(f"Hållningen {stance} finns inte; välj {', '.join(get_args(Stance))}.")
        return self._do("stance", synpunkter=[synpunkt], value=stance, reason=reason, author=author)

    def set_remissinstans(
        self, remissvar: Remissvar | str, name: str, *, reason: str = "", author: str | None = None
    ) -> Run:
        """Say who has sent a remissvar, given by its id or its file."""
        wanted = remissvar.id if isinstance(remissvar, Remissvar) else remissvar
        found = [r for r in self._run.remissvar if wanted in (r.id, r.source, r.source.rpartition("/")[2])]
        if len(found) != 1:
            raise RemissnlpError(f"Remissvaret {wanted} finns inte i körningen, eller fler än ett heter så.")
        target = RemissvarTarget(found[0].id, found[0].source)
        edit = make_edit(
            "remissinstans",
            remissvar=[target],
            value=_filled(name, "remissinstansen"),
            reason=reason,
            author=author,
        )
        return self.apply([edit])

    def undo(self, edit: Edit | str | None = None, *, reason: str = "", author: str | None = None) -> Run:
        """Undo an edit, given by its id; by default the last one that is not undone."""
        run = self._remembered()
        if run.base is None:
            raise RemissnlpError(
                "Lagret minns inte hur körningen såg ut före rättelserna. Gör remissnlp.run med samma out och"
                " ångra i den, eller använd kommandot remissnlp curate --undo."
            )
        live = [o.edit.id for o in run.edits if o.status != "undone" and o.edit.kind != "undo"]
        wanted = edit.id if isinstance(edit, Edit) else edit or (live[-1] if live else None)
        if wanted is None:
            raise RemissnlpError("Det finns ingen rättelse att ångra.")
        if wanted not in {o.edit.id for o in run.edits}:
            raise RemissnlpError(f"Rättelsen {wanted} finns inte i körningen.")
        return self.apply([make_edit("undo", value=wanted, reason=reason, author=author)])

    def apply(self, edits: Sequence[Edit]) -> Run:
        """Keep edits, where there is a store, and return the run with them."""
        run = self._remembered()
        if run.out is not None:
            with _store_of(run) as store:
                append_edits(store, edits)
        if run.base is None:
            changed = replay(run, edits)
            return replace(changed, edits=(*run.edits, *changed.edits))
        return edited(run, run.base, replay(run.base, [*(o.edit for o in run.edits), *edits]))

    def _remembered(self) -> Run:
        """Return the run with its base and its edits, which one read from its files lacks."""
        if self._run.base is not None or self._run.out is None:
            return self._run
        with _store_of(self._run) as store:
            return with_memory(self._run, store)

    def _do(
        self,
        kind: EditKind,
        teman: Sequence[TemaLike] = (),
        *,
        synpunkter: Sequence[Synpunkt | str] = (),
        value: str | None = None,
        reason: str = "",
        author: str | None = None,
    ) -> Run:
        edit = make_edit(
            kind,
            teman=[self.tema_target(tema) for tema in teman],
            synpunkter=[self.synpunkt_target(s) for s in synpunkter],
            value=value,
            reason=reason,
            author=author,
        )
        return self.apply([edit])

    def tema_target(self, tema: TemaLike) -> TemaTarget:
        """Return the tema of this run that is meant, with its synpunkter."""
        for t in self._run.teman:
            if tema in (t.id, t.rank) or (isinstance(tema, Tema) and tema.id == t.id):
                return TemaTarget(t.id, t.label, tuple(self.synpunkt_target(s) for s in t.synpunkter))
        wanted = tema.id if isinstance(tema, Tema) else tema
        raise RemissnlpError(f"Temat {wanted} finns inte i körningen; ange dess id eller rang.")

    def synpunkt_target(self, synpunkt: Synpunkt | str) -> SynpunktTarget:
        """Return the synpunkt of this run that is meant."""
        wanted = synpunkt.id if isinstance(synpunkt, Synpunkt) else synpunkt
        for s in self._run.synpunkter:
            if s.id == wanted:
                file = next(r.source for r in self._run.remissvar if r.id == s.remissvar)
                return target_of(s, file)
        raise RemissnlpError(f"Synpunkten {wanted} finns inte i körningen.")


def _several(synpunkt: Synpunkt | str | Sequence[Synpunkt | str]) -> Sequence[Synpunkt | str]:
    return [synpunkt] if isinstance(synpunkt, (str, Synpunkt)) else list(synpunkt)


def _filled(text: str, what: str) -> str:
    if not " ".join(text.split()):
        raise RemissnlpError(f"Skriv {what}; det kan inte vara tomt.")
    return " ".join(text.split())


@contextmanager
def _store_of(run: Run) -> Iterator[Store]:
    try:
        with open_store(run.out or "") as store:
            yield store
    except DamagedError as error:
        raise RemissnlpError(
            f"Lagret i {run.out} är skadat. Gör remissnlp.run med samma out, så byggs det upp på nytt."
        ) from error
