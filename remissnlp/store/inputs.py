"""Everything that decides a run, as hashes: whether anything is new, and what."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from remissnlp.codebook import path_of
from remissnlp.errors import RemissnlpError
from remissnlp.reading.files import find_files
from remissnlp.reading.metadata import FILE_NAME, metadata_files
from remissnlp.reading.overrides import CSV_NAME
from remissnlp.reading.source import load
from remissnlp.records import Remissvar
from remissnlp.settings import Settings
from remissnlp.store.versions import DECIDING, model_hash, stage_version

_STAGE_NAMES = {
    "reading": "inläsningen",
    "extraction": "urvalet av synpunkter",
    "vectors": "språkmodellens vektorer",
    "themes": "indelningen i teman",
    "edits": "rättelserna",
    "reports": "rapporterna",
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """What decides a run.

    Attributes
    ----------
    files
        Path and SHA-256 of every file of the corpus, by path. A file that cannot be opened counts as empty.
    metadata
        SHA-256 of remisser.toml and of remissvar.csv, empty where there is neither.
    settings
        All settings but the name of the model, which may be called differently on another machine.
    model
        Hash of the model's files, or the revision of an encoder that was handed in.
    code
        Version of every stage that decides the teman.
    reports
        Version of the code that writes the reports.
    edits
        Hash of what persons have corrected; empty where nothing is.
    unread
        Files, or parts of them, that could not be read: known first when it has been tried.
    kodbok
        SHA-256 of the codebook that is used, empty where there is none.
    whole
        Fingerprint, before edits, of the run whose teman new synpunkter were added to; empty where the whole
        was grouped at once.
    """

    files: tuple[tuple[str, str], ...]
    metadata: str
    settings: tuple[tuple[str, Any], ...]
    model: str
    code: tuple[tuple[str, str], ...]
    reports: str
    edits: str = ""
    unread: tuple[str, ...] = ()
    kodbok: str = ""
    whole: str = ""

    @property
    def conditions(self) -> str:
        """Hash over all that decides the teman beside what was read, which is all that limits decide."""
        settings = [pair for pair in self.settings if pair[0] != "limits"]
        return _hash([self.kodbok, settings, self.model, self.code])

    @property
    def base_fingerprint(self) -> str:
        """Hash over corpus, settings, model, code and what was added to, before any edit."""
        return _hash([self.files, self.unread, self.metadata, self.settings, self.conditions, self.whole])

    @property
    def fingerprint(self) -> str:
        """Hash over everything that decides the teman: two runs with the same have the same teman."""
        return with_edits(self.base_fingerprint, self.edits)

    @property
    def key(self) -> str:
        """Hash over everything that decides the reports."""
        return _hash([self.fingerprint, self.reports])

    def to_json(self) -> str:
        """Return the inputs as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Inputs:
        """Return the inputs that `to_json` wrote."""
        content = json.loads(text)
        for name in ("files", "settings", "code"):
            content[name] = tuple(tuple(pair) for pair in content[name])
        content["unread"] = tuple(content["unread"])
        return cls(**content)


def with_edits(base_fingerprint: str, edits: str) -> str:
    """Return the fingerprint of a run with edits; without any it is that of its base."""
    return _hash([base_fingerprint, edits]) if edits else base_fingerprint


def find_inputs(corpus: str | Path, *, settings: Settings, model: str | None = None) -> Inputs:
    """Hash everything that decides a run; nothing is interpreted.

    Parameters
    ----------
    corpus : path
    settings : Settings
    model : str, optional
        Revision of the encoder, where one was handed in; else the files of ``settings.model`` are hashed.

    Raises
    ------
    RemissnlpError
        If there is nothing to read or the model is missing.
    """
    folder = Path(corpus)
    paths, _ = find_files(folder)
    files = tuple(sorted((path, hash_file(folder / path, path)) for path in paths))
    kodbok = path_of(settings.kodbok, folder)
    chosen = settings.model_dump(mode="json", exclude={"model", "kodbok"})
    return Inputs(
        files=files,
        metadata="".join(hash_file(path, path.name) for path in metadata_files(folder)),
        settings=tuple((name, json.dumps(value)) for name, value in sorted(chosen.items())),
        model=model or model_hash(settings.model),
        code=tuple((stage, stage_version(stage)) for stage in DECIDING),
        reports=stage_version("reports"),
        kodbok=hash_file(kodbok, kodbok.name) if kodbok else "",
    )


def hash_file(path: Path, name: str) -> str:
    """Return the SHA-256 of a file; of one that cannot be opened, that of nothing."""
    try:
        return hashlib.sha256(load(path, name)).hexdigest()
    except RemissnlpError:
        return hashlib.sha256(b"").hexdigest()


def as_read(inputs: Inputs, remissvar: Iterable[Remissvar]) -> Inputs:
    """Return the inputs with the files as they were when read: one may have changed in between."""
    listed = list(remissvar)
    return replace(
        inputs,
        files=tuple(sorted({r.file: r.sha256 for r in listed}.items())),
        unread=tuple(sorted(r.source for r in listed if r.status == "error")),
    )


def changes(before: Inputs, after: Inputs) -> list[str]:
    """Return what differs between two runs' inputs and so is worked out anew, one Swedish sentence each."""
    old, new = dict(before.files), dict(after.files)
    told: list[str] = []
    for what, paths in (
        ("ny fil", [p for p in new if p not in old]),
        ("ändrad fil", [p for p in new if p in old and old[p] != new[p]]),
        ("borttagen fil", [p for p in old if p not in new]),
    ):
        if paths:
            told.append(f"{_count(what, len(paths))}: {_some(paths)}.")
    if before.metadata != after.metadata:
        told.append(f"{FILE_NAME} eller {CSV_NAME} är ändrad: uppgifterna om remissvaren läses om.")
    settings = dict(before.settings)
    told += [_changed_setting(n, settings.get(n), v) for n, v in after.settings if v != settings.get(n)]
    if before.kodbok != after.kodbok:
        told.append("Kodboken är ny, ändrad eller borttagen: teman räknas om.")
    if before.model != after.model:
        told.append("Språkmodellen är en annan: vektorer och teman räknas om.")
    versions = dict(before.code)
    changed = [_STAGE_NAMES[s] for s, v in after.code if versions.get(s) != v]
    if changed:
        told.append(f"Programmet är uppdaterat: {', '.join(changed)} görs om.")
    if before.edits != after.edits:
        told.append("Rättelser har gjorts: de läggs på.")
    if not told and before.reports != after.reports:
        told.append("Programmet är uppdaterat: rapporterna skrivs om.")
    return told


def _changed_setting(name: str, before: object, after: object) -> str:
    if name == "limits":
        return "Gränserna för varje fil är ändrade: filerna läses om."
    if name == "model_options":
        return "Hur språkmodellen används är ändrat: teman räknas om."
    was, now = ("förvalt värde" if value in (None, "null") else value for value in (before, after))
    return f"Inställningen {name} är ändrad från {was} till {now}: teman räknas om."


def _count(what: str, n: int) -> str:
    if n == 1:
        return f"1 {what}"
    adjective, _, noun = what.partition(" ")
    plural = {"ny": "nya", "ändrad": "ändrade", "borttagen": "borttagna"}[adjective]
    return f"{n} {plural} {noun}er"


def _some(paths: Sequence[str]) -> str:
    names = [path.rpartition("/")[2] for path in paths[:3]]
    more = f" och {len(paths) - 3} till" if len(paths) > 3 else ""
    return ", ".join("".join(c if c.isprintable() else "�" for c in name) for name in names) + more


def _hash(content: Any) -> str:  # noqa: ANN401 - anything JSON can hold
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
