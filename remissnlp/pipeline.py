"""The whole way, readable aloud: files → text → synpunkter → vectors → teman → reports."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from remissnlp._version import __version__
from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.loading import load_encoder
from remissnlp.extraction import Extraction, extract
from remissnlp.reading import Corpus, read_corpus
from remissnlp.reading.limits import Progress
from remissnlp.records import ModelInfo, Run
from remissnlp.reporting import write_run
from remissnlp.settings import Settings
from remissnlp.themes import build_teman
from remissnlp.themes.engine import THRESHOLD


def run(
    corpus: str | Path,
    *,
    out: str | Path | None = None,
    model: str | Path | None = None,
    encoder: Encoder | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Run:
    """Read a corpus of remissvar and return its ranked teman.

    Parameters
    ----------
    corpus : path
        Folder of remissvar, one folder a remiss.
    out : path, optional
        Folder to write reports to: ``out/<run-id>/`` and a copy in ``out/latest/``. By default
        nothing is written.
    model : str or path, optional
        Sentence-embedding model, see `load_encoder`; by default the embedded one.
    encoder : Encoder, optional
        An encoder of your own, in place of `model`.
    settings : Settings, optional
    progress : callable, optional
        Called with a stage's name, what is done of it and what there is to do.

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
    clock = _Clock()
    with clock("reading"):
        found = read_corpus(corpus, limits=settings.limits, progress=progress)
    with clock("extraction"):
        extractions = tuple(_extract_all(found, progress))
    with clock("model"):
        encoder = encoder or load_encoder(settings.model)
    with clock("themes"):
        teman, synpunkter = build_teman(
            [point for extraction in extractions for point in extraction.synpunkter],
            found.remissvar,
            encoder=encoder,
            remisser=found.remisser,
            threshold=THRESHOLD if settings.threshold is None else settings.threshold,
            min_size=settings.min_size,
            random_state=settings.random_state,
        )
    created = _now()
    fingerprint = _fingerprint(found, encoder, settings)
    result = Run(
        id=f"{created:%Y%m%d-%H%M%S}-{fingerprint[:8]}",
        created=created.isoformat(timespec="seconds").replace("+00:00", "Z"),
        fingerprint=fingerprint,
        model=ModelInfo(encoder.name, encoder.revision, encoder.dimensions),
        settings=settings.model_dump(),
        remisser=found.remisser,
        remissvar=found.remissvar,
        synpunkter=synpunkter,
        teman=teman,
        coverage=tuple(part for extraction in extractions for part in extraction.coverage),
        warnings=(*found.warnings, *_silent(extractions)),
        timings=clock.seconds,
    )
    if out is not None:
        write_run(result, Path(out))
    return result


def _extract_all(corpus: Corpus, progress: Progress | None) -> Iterator[Extraction]:
    for done, remissvar in enumerate(corpus.remissvar):
        if progress:
            progress("Läser ut synpunkter", done, len(corpus.remissvar))
        yield extract(remissvar)


def _silent(extractions: Sequence[Extraction]) -> Iterator[str]:
    """Warn of responses in which nothing was found, so that no one goes missing in silence."""
    for extraction in extractions:
        remissvar = extraction.remissvar
        if remissvar.status == "ok" and not extraction.synpunkter:
            name = remissvar.source
            yield f"{name}: inga synpunkter hittades. Läs svaret och kontrollera att inget saknas."


def _fingerprint(corpus: Corpus, encoder: Encoder, settings: Settings) -> str:
    """Hash everything that decides the result: corpus, what was read of it, settings, model and code."""
    content = {
        "corpus": sorted(
            [r.source, r.sha256, r.remiss, r.remissinstans, r.dnr, r.date, r.status] for r in corpus.remissvar
        ),
        "remisser": [[r.id, r.title, r.kind] for r in corpus.remisser],
        "settings": settings.model_dump(),
        "model": [encoder.revision, encoder.dimensions],
        "version": __version__,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _now() -> datetime:
    """The time of the run: SOURCE_DATE_EPOCH where it is set, as reproducible builds ask for."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch else datetime.now(tz=UTC)


class _Clock:
    """Seconds that each stage took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[stage] = round(time.perf_counter() - start, 3)
