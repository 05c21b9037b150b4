"""The whole way, readable aloud: files → text → synpunkter → vectors → teman → edits → reports."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from remissnlp.codebook import Kodbok, find_kodbok
from remissnlp.editing.log import read_edits
from remissnlp.editing.replay import edits_hash, replay
from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.loading import load_encoder
from remissnlp.extraction import Extraction
from remissnlp.news.diff import with_news
from remissnlp.reading import Corpus, read_corpus
from remissnlp.reading.limits import Progress
from remissnlp.records import Run
from remissnlp.reporting import write_run
from remissnlp.reporting.complete import is_complete
from remissnlp.reporting.folder import make_ready, sweep
from remissnlp.settings import Settings
from remissnlp.store.database import FILE_NAME, DamagedError, only_run, set_aside
from remissnlp.store.grouped import whole_to_add_to
from remissnlp.store.inputs import Inputs, as_read, changes, find_inputs
from remissnlp.store.lasting import contents_of, keep_run, last_seen, with_lasting_ids
from remissnlp.store.stages import Stages, Themed, remembering
from remissnlp.store.store import Store, open_store
from remissnlp.theming import theme, theme_beside
from remissnlp.timing import Clock, uncollected

_log = logging.getLogger("remissnlp")


def run(
    corpus: str | Path,
    *,
    out: str | Path | None = None,
    model: str | Path | None = None,
    encoder: Encoder | None = None,
    kodbok: str | Path | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    recluster: bool = False,
) -> Run:
    """Read a corpus of remissvar and return its ranked teman.

    Parameters
    ----------
    corpus : path
        Folder of remissvar, one folder a remiss.
    out : path, optional
        Folder to write reports to: ``out/<run-id>/`` and a copy in ``out/latest/``. What runs remember is
        kept there too: only what is new is worked out, teman keep their ids, and corrections are replayed. By
        default nothing is written or remembered.
    model : str or path, optional
        Sentence-embedding model, see `load_encoder`; by default the embedded one.
    encoder : Encoder, optional
        An encoder of your own, in place of `model`.
    kodbok : str or path, optional
        Codebook that steers the teman, see `Settings`; by default kodbok.toml in the corpus, if there is one.
    settings : Settings, optional
    progress : callable, optional
        Called with a stage's name, what is done of it and what there is to do.
    recluster : bool
        Group the whole anew, also where it is enough to add what is new to the teman that are there, see
        `remissnlp.themes.adding`. Only matters with `out`.

    Returns
    -------
    Run

    Raises
    ------
    RemissnlpError
        If there is nothing to read, the model is missing or the reports cannot be written.

    Examples
    --------
    >>> import remissnlp
    >>> result = remissnlp.run("corpus")  # doctest: +SKIP
    >>> result.teman_frame().head()  # doctest: +SKIP
    """
    settings = settings or Settings()
    if model is not None:
        settings = settings.model_copy(update={"model": str(model)})
    if kodbok is not None:
        settings = settings.model_copy(update={"kodbok": str(kodbok)})
    way = Way(Path(corpus), settings, encoder, progress, recluster=recluster)
    if out is None:
        base, _, _ = way.walk(None)
        return replace(base, base=base)
    return run_if_new(way, Path(out))[0]


def run_if_new(way: Way, out: Path) -> tuple[Run, bool]:
    """Run with the memory of `out`; return the run, and whether there was anything new to write."""
    way.inputs()  # a corpus that cannot be read is told before anything is made in `out`
    with only_run(out), uncollected():
        try:
            return _remembered(way, out)
        except DamagedError:
            set_aside(out / FILE_NAME)
            return _remembered(way, out)


def _remembered(way: Way, out: Path) -> tuple[Run, bool]:
    """Walk the way with the memory of `out`, and write the reports where anything is new."""
    sweep(out)
    with open_store(out) as store:
        log = read_edits(store)
        last = store.last_run()
        if last is not None:
            for change in changes(last.inputs, replace(way.inputs(), edits=edits_hash(log))):
                _log.info(change)
        contents = cache(partial(contents_of, store))

        def meanwhile() -> None:
            make_ready()
            if last is not None:
                contents(last.id)

        base, themed, inputs = way.walk(store, meanwhile=meanwhile)
        inputs = replace(inputs, edits=edits_hash(log))
        again = last is not None and last.fingerprint == inputs.fingerprint
        before = last_seen(contents, out, last, again=again)
        base = with_lasting_ids(base, themed, inputs, store, last, before)
        created = last.created if last is not None and again else base.created
        name = last.id if last is not None and again else _run_id(created, inputs.fingerprint)
        result = replace(
            with_news(replay(base, log), before),
            id=name,
            created=created,
            fingerprint=inputs.fingerprint,
            base=base,
            out=str(out),
        )
        if last is not None and last.key == inputs.key and is_complete(out, name):
            return result, False
        write_run(result, out, before=before)
        keep_run(result, themed, inputs, store)
        return result, True


class Way:
    """From files to teman, by way of the store where there is one."""

    def __init__(
        self,
        corpus: Path,
        settings: Settings,
        encoder: Encoder | None = None,
        progress: Progress | None = None,
        *,
        inputs: Inputs | None = None,
        recluster: bool = False,
    ) -> None:
        self._corpus = corpus
        self._settings = settings
        self._encoder = encoder
        self._progress = progress
        self._recluster = recluster
        self._inputs = inputs
        self._kodbok = find_kodbok(settings.kodbok, corpus)

    def inputs(self) -> Inputs:
        """Return the hashes of everything that decides the run, edits aside."""
        if self._inputs is None:
            revision = self._encoder.revision if self._encoder else None
            self._inputs = find_inputs(self._corpus, settings=self._settings, model=revision)
        return self._inputs

    def _load_encoder(self) -> Encoder:
        return load_encoder(self._settings.model, **self._settings.model_options.model_dump())

    def walk(
        self, store: Store | None, *, meanwhile: Callable[[], None] = lambda: None
    ) -> tuple[Run, Themed, Inputs]:
        """Return the run before edits, its teman, and what decided it.

        Where new synpunkter are added in a second process, `meanwhile` is done in this one.
        """
        clock, stages = Clock(), Stages(store)
        with clock("reading"):
            found = read_corpus(
                self._corpus, limits=self._settings.limits, progress=self._progress, read_file=stages.read
            )
        inputs = as_read(self.inputs(), found.remissvar)
        with clock("extraction"):
            extractions = tuple(_extract_all(found, stages, self._progress))
        synpunkter = [point for extraction in extractions for point in extraction.synpunkter]
        with clock("themes"):
            whole = None
            if store is not None and not self._recluster:
                whole = whole_to_add_to(store, inputs, synpunkter)
            inputs = replace(inputs, whole=whole.fingerprint if whole else "")

            def build(store: Store | None) -> Themed:
                return theme(
                    found,
                    synpunkter,
                    settings=self._settings,
                    kodbok=self._kodbok,
                    encoder=remembering(self._encoder or self._load_encoder(), store),
                    inputs=inputs,
                    store=store,
                    whole=whole,
                )

            make = partial(build, store)
            # An encoder that was handed in may have threads, which a copy of the process would lack.
            if store is not None and whole is not None and self._encoder is None:
                make = partial(theme_beside, build, store, meanwhile)
            themed = stages.themes(inputs, found, make)
        if store is not None:
            store.flush()
            _log.info(_account(found, stages, added=whole is not None))
        created = _now().isoformat(timespec="seconds").replace("+00:00", "Z")
        run = Run(
            id=_run_id(created, inputs.fingerprint),
            created=created,
            fingerprint=inputs.fingerprint,
            model=themed.model,
            settings=self._settings.model_dump() | {"kodbok": _named(self._kodbok)},
            remisser=found.remisser,
            remissvar=found.remissvar,
            synpunkter=tuple(replace(s, tema=themed.homes.get(s.id)) for s in synpunkter),
            teman=themed.teman,
            coverage=tuple(part for extraction in extractions for part in extraction.coverage),
            warnings=(*found.warnings, *_silent(extractions)),
            added_to=inputs.whole or None,
            timings=clock.seconds,
        )
        return run, themed, inputs


def _extract_all(corpus: Corpus, stages: Stages, progress: Progress | None) -> Iterator[Extraction]:
    headings = {remiss.id: remiss.headings for remiss in corpus.remisser}
    for done, remissvar in enumerate(corpus.remissvar):
        if progress:
            progress("Läser ut synpunkter", done, len(corpus.remissvar))
        yield stages.extract(remissvar, headings.get(remissvar.remiss or "", ()))


def _named(kodbok: Kodbok | None) -> dict[str, object] | None:
    """Return what a run tells of its codebook: not where it lies, which differs between machines."""
    if kodbok is None:
        return None
    return {"namn": kodbok.name, "koder": len(kodbok.codes), "sha256": kodbok.sha256}


def _silent(extractions: Sequence[Extraction]) -> Iterator[str]:
    """Warn of responses in which nothing was found, so that no one goes missing in silence."""
    for extraction in extractions:
        remissvar = extraction.remissvar
        if remissvar.status == "ok" and not extraction.synpunkter:
            name = remissvar.source
            yield f"{name}: inga synpunkter hittades. Läs svaret och kontrollera att inget saknas."


def _account(corpus: Corpus, stages: Stages, *, added: bool) -> str:
    """Tell what was done and what the store had."""
    total = len(corpus.remissvar)
    read = stages.done["reading"]
    files = f"Läste {read} av {total} filer" + (", resten hämtades ur lagret." if read < total else ".")
    made = "Nya synpunkter lades till de teman som fanns." if added else "Teman räknades fram."
    teman = made if stages.done["themes"] else "Teman hämtades ur lagret."
    return f"{files} {teman}"


def _run_id(created: str, fingerprint: str) -> str:
    when = datetime.fromisoformat(created)
    return f"{when:%Y%m%d-%H%M%S}-{fingerprint[:8]}"


def _now() -> datetime:
    """The time of the run: SOURCE_DATE_EPOCH where it is set, as reproducible builds ask for."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch else datetime.now(tz=UTC)
