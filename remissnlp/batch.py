"""The commands that schedulers call: one run, a watch, a comparison. Each returns an exit code."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import cast

from remissnlp.errors import RemissnlpError
from remissnlp.reading.limits import Progress
from remissnlp.settings import Settings
from remissnlp.store.database import BusyError
from remissnlp.store.inputs import Inputs, find_inputs
from remissnlp.store.unchanged import find_unchanged

DEFAULT_SETTINGS = Settings()
OK, SOME_FILES_UNREAD, FAILED, BUSY = 0, 1, 2, 3


def run_once(
    corpus: Path,
    out: Path,
    *,
    settings: Settings = DEFAULT_SETTINGS,
    recluster: bool = False,
    quiet: bool = False,
    as_json: bool = False,
) -> int:
    """Run where anything is new, and say what was found; say so where nothing is.

    Returns
    -------
    int
        0 when all is well, 1 when some file could not be read, 2 when the run could not be made, 3 when
        another one was going on for too long.
    """
    try:
        with logging_to_terminal(quiet=quiet or as_json):
            inputs = find_inputs(corpus, settings=settings)
            last = find_unchanged(inputs, out, recluster=recluster)
            if last is not None:
                code = SOME_FILES_UNREAD if last.summary.get("unread") else OK
                _tell_unchanged(last.id, out, last.summary, quiet=quiet, as_json=as_json)
                return code
            return _run(corpus, out, settings, inputs, recluster=recluster, quiet=quiet, as_json=as_json)
    except RemissnlpError as error:
        code = BUSY if isinstance(error, BusyError) else FAILED
        if as_json:
            _print_json({"status": "error", "exit": code, "message": str(error)})
        else:
            _print_error(str(error))
        return code


def _run(
    corpus: Path,
    out: Path,
    settings: Settings,
    inputs: Inputs,
    *,
    recluster: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    from remissnlp.pipeline import Way, run_if_new
    from remissnlp.store.lasting import summary

    with _progress(shown=not (quiet or as_json)) as progress:
        way = Way(corpus, settings, None, progress, inputs=inputs, recluster=recluster)
        result, is_new = run_if_new(way, out)
    numbers = summary(result)
    code = SOME_FILES_UNREAD if numbers["unread"] else OK
    if not is_new:
        _tell_unchanged(result.id, out, numbers, quiet=quiet, as_json=as_json)
        return code
    if as_json:
        told = {"status": "done", "exit": code, "run": result.id, "previous": result.previous}
        _print_json({**told, "folder": str((out / result.id).resolve()), **numbers})
    else:
        from remissnlp.console import print_summary

        print_summary(result, out, quiet=quiet)
    return code


def _progress(*, shown: bool) -> AbstractContextManager[Progress | None]:
    """Return what shows progress; what prints is imported only where something is to be shown."""
    if not shown:
        return nullcontext()
    from remissnlp.console import show_progress

    return show_progress()


def _tell_unchanged(
    name: str, out: Path, numbers: Mapping[str, object], *, quiet: bool, as_json: bool
) -> None:
    if as_json:
        code = SOME_FILES_UNREAD if numbers.get("unread") else OK
        told = {"status": "unchanged", "exit": code, "run": name, "folder": str((out / name).resolve())}
        _print_json({**told, **numbers})
        return
    if not quiet:
        page = (out / "latest" / "sammanstallning.html").resolve()
        print(f"Inget är nytt sedan körningen {name}, så inget har gjorts om.")
        print(f"Sammanställningen: {page}")
    for message in cast("list[str]", numbers.get("errors", [])):
        _print_error(f"Fel: {message}")


def watch_corpus(
    corpus: Path,
    out: Path,
    *,
    settings: Settings = DEFAULT_SETTINGS,
    quiet: bool = False,
    settle: float = 5.0,
) -> int:
    """Run once, and then each time files of the corpus have changed and been still for `settle` seconds.

    Returns
    -------
    int
        0 when it was interrupted, 2 where there is no such folder, or no longer. An empty one is waited for.
    """
    again = partial(run_once, corpus, out, settings=settings, quiet=quiet)
    code = again()
    if code == FAILED and not corpus.is_dir():
        return code
    try:
        from watchfiles import watch
    except ImportError:
        _print_error("Bevakning kräver paketet watchfiles: installera det med pip install watchfiles.")
        return FAILED
    if not quiet:
        print(f"Bevakar {corpus.resolve()}. Avsluta med Ctrl+C.", flush=True)
    try:
        milliseconds = int(settle * 1000)
        # A change is told once nothing has changed for a step; files that are still being copied wait.
        for changes in watch(
            corpus,
            watch_filter=_Relevant(out),
            debounce=max(60_000, milliseconds),
            step=milliseconds,
            raise_interrupt=True,
        ):
            if changes and again() == FAILED and not corpus.is_dir():
                return FAILED  # nothing more would be noticed, also if the folder came back
            sys.stdout.flush()
    except KeyboardInterrupt:
        pass
    return OK


class _Relevant:
    """Passes over hidden files and, where the reports lie in the corpus folder, the reports."""

    def __init__(self, out: Path) -> None:
        self._out = out.resolve()

    def __call__(self, change: object, path: str) -> bool:
        where = Path(path).resolve()
        return not where.name.startswith((".", "~$")) and self._out not in (where, *where.parents)


def show_diff(before: str, after: str, out: Path, *, as_json: bool = False) -> int:
    """Print what differs between two runs, given by id or folder."""
    from remissnlp.news.diff import diff_runs, render_diff_json
    from remissnlp.reporting.news import news_text
    from remissnlp.reporting.teman_json import load_run

    try:
        first, second = (load_run(run_folder(name, out)) for name in (before, after))
    except RemissnlpError as error:
        _print_error(str(error))
        return FAILED
    found = diff_runs(first, second)
    print(render_diff_json(found) if as_json else news_text(found), end="")
    return OK


def export_kodbok(name: str, reports: Path, path: Path, *, force: bool) -> int:
    """Write the teman of a run, given by id or folder, as a codebook for the next one."""
    from remissnlp.codebook import kodbok_of, write_kodbok
    from remissnlp.reporting.teman_json import load_run

    try:
        found = kodbok_of(load_run(run_folder(name, reports)))
        write_kodbok(found, path, force=force)
    except RemissnlpError as error:
        _print_error(str(error))
        return FAILED
    print(f"Skrev {path} med {len(found.codes)} {'kod' if len(found.codes) == 1 else 'koder'}.")
    return OK


def run_folder(name: str, out: Path) -> Path:
    """Return the folder of a run that is given by its folder, or by its id in the reports."""
    given = Path(name)
    return given if given.exists() and not (out / name).is_dir() else out / name


@contextmanager
def logging_to_terminal(*, quiet: bool) -> Iterator[None]:
    """Show log lines on standard error: bare on a terminal, with the time where they go to a file."""
    logger = logging.getLogger("remissnlp")
    handler = logging.StreamHandler()
    stamp = "" if sys.stderr.isatty() else "%(asctime)s "
    handler.setFormatter(logging.Formatter(f"{stamp}%(message)s", "%Y-%m-%d %H:%M:%S"))
    level, spread = logger.level, logger.propagate
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = spread


def _print_json(content: Mapping[str, object]) -> None:
    print(json.dumps(content, ensure_ascii=False))


def _print_error(message: str) -> None:
    from remissnlp.console import print_error

    print_error(message)
