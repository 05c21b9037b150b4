"""The theme stage: the whole is grouped at once, or what is new is added to teman that are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from remissnlp.beside import beside
from remissnlp.codebook import Kodbok
from remissnlp.embedding.encoder import Encoder
from remissnlp.reading import Corpus
from remissnlp.records import ModelInfo, Synpunkt
from remissnlp.settings import Settings
from remissnlp.store.grouped import KeptWhole, Whole, keep_whole
from remissnlp.store.inputs import Inputs
from remissnlp.store.stages import Themed
from remissnlp.store.store import Store, opened_again
from remissnlp.themes.adding import FEW, add_synpunkter
from remissnlp.themes.building import build_base
from remissnlp.themes.identity import centroids


def theme(
    found: Corpus,
    synpunkter: Sequence[Synpunkt],
    *,
    settings: Settings,
    kodbok: Kodbok | None,
    encoder: Encoder,
    inputs: Inputs,
    store: Store | None,
    whole: KeptWhole | None,
) -> Themed:
    """Return the teman of synpunkter.

    Parameters
    ----------
    found : Corpus
    synpunkter : sequence of Synpunkt
    settings, kodbok, encoder
    inputs : Inputs
    store : Store or None
        Where a whole that was grouped at once is kept, if it is large.
    whole : KeptWhole or None
        What the synpunkter that it does not know are added to; None where all are grouped at once.
    """
    if whole is not None:
        teman = add_synpunkter(
            whole.unpack().base,
            synpunkter,
            found.remissvar,
            encoder=encoder,
            remisser=found.remisser,
            threshold=settings.threshold,
            min_size=settings.min_size,
        )
    else:
        teman, base = build_base(
            synpunkter,
            found.remissvar,
            encoder=encoder,
            remisser=found.remisser,
            threshold=settings.threshold,
            min_size=settings.min_size,
            kodbok=kodbok,
            random_state=settings.random_state,
        )
        if store is not None and base is not None and len(synpunkter) >= FEW:
            keep_whole(store, Whole(inputs.base_fingerprint, inputs.conditions, base))
    return Themed(
        teman=teman,
        homes={s: tema.id for tema in teman for s in tema.synpunkter},
        centroids=centroids(teman, synpunkter, encoder) if store is not None else {},
        model=ModelInfo(encoder.name, encoder.revision, encoder.dimensions),
    )


def theme_beside(make: Callable[[Store], Themed], store: Store, meanwhile: Callable[[], None]) -> Themed:
    """Return what `make` makes with the store, in a second process, and do `meanwhile` in this one."""

    def work() -> Themed:
        with opened_again(store) as own:
            return make(own)

    with beside(work) as themed:
        meanwhile()
        return themed()
