"""The folder that a run leaves behind, written so that a folder that exists is complete."""

from __future__ import annotations

import errno
import re
import secrets
import shutil
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from remissnlp.beside import beside
from remissnlp.errors import RemissnlpError
from remissnlp.news.diff import Diff, diff_runs, render_diff_json
from remissnlp.records import Run
from remissnlp.reporting.complete import LATEST
from remissnlp.reporting.manifest import library_versions, render_run_json
from remissnlp.reporting.rows import SynpunktRow, synpunkt_rows
from remissnlp.reporting.teman_json import FILE_NAME, render_teman_json, text_files
from remissnlp.reporting.view import default_ranking_explanation

_WRITTEN_IN = (".docx", ".xlsx", ".md", ".csv", ".html")
"""Files that people may write in, a web page in Word too: each folder has a copy of its own."""

_WANTED = (
    *(f"remissnlp.reporting.{name}" for name in ("excel", "markdown", "tables", "word")),
    "pyarrow.json",
    "pyarrow.parquet",
)
"""What the formats import when they are first written."""

_LEFT_OVER = re.compile(r"\..+-[0-9a-f]{8}\.(new|old)")


def make_ready() -> None:
    """Import and look up what the formats need, which takes about as long as writing some of them."""
    for name in _WANTED:
        import_module(name)
    from remissnlp.reporting import html

    html.make_ready()
    library_versions()


def render_run(
    run: Run, *, before: Run | None = None, ranking_explanation: str | None = None
) -> dict[str, bytes]:
    """Return every file of the run's folder: path inside the folder → content.

    Parameters
    ----------
    run : Run
    before : Run, optional
        The run before, or its snapshot: with it, every report tells what is new.
    ranking_explanation : str, optional
        How teman are ranked, in Swedish, for the reader. Default: what `remissnlp.themes` says.
    """
    # Each format brings its library along, so none is imported before something is to be written.
    from remissnlp.reporting.html import render_html
    from remissnlp.reporting.markdown import render_markdown
    from remissnlp.reporting.tables import render_csv

    if ranking_explanation is None:
        ranking_explanation = default_ranking_explanation()
    news = diff_runs(before, run) if before is not None else None
    rows = synpunkt_rows(run)
    # What is packed takes about as long as what is plain.
    with beside(partial(_packed, run, news, rows, ranking_explanation)) as packed:
        texts = {
            "sammanstallning.html": render_html(run, news=news, ranking_explanation=ranking_explanation),
            "sammanstallning.md": render_markdown(run, news=news, ranking_explanation=ranking_explanation),
        }
        files = {name: text.encode("utf-8") for name, text in texts.items()}
        files |= {FILE_NAME: render_teman_json(run), "synpunkter.csv": render_csv(run, rows=rows)}
        files |= text_files(run)
        files |= packed()
    if news is not None:
        files["diff.json"] = render_diff_json(news).encode("utf-8")
    files["run.json"] = render_run_json(run, files).encode("utf-8")
    return files


def _packed(
    run: Run, news: Diff | None, rows: Sequence[SynpunktRow], ranking_explanation: str | None
) -> dict[str, bytes]:
    from remissnlp.reporting.excel import render_xlsx
    from remissnlp.reporting.tables import render_parquet
    from remissnlp.reporting.word import render_docx

    return {
        "sammanstallning.docx": render_docx(run, news=news, ranking_explanation=ranking_explanation),
        "sammanstallning.xlsx": render_xlsx(run, news=news, rows=rows),
        "synpunkter.parquet": render_parquet(run, rows=rows),
    }


def write_run(
    run: Run, out: str | Path, *, before: Run | None = None, ranking_explanation: str | None = None
) -> Path:
    """Write ``out/<run.id>/`` and make ``out/latest/`` a copy of it.

    Each of the two is written beside its final place, under a hidden name, and moved there in one
    step: an interrupted run leaves no half folder behind under a name that anyone reads.

    Returns
    -------
    Path
        The run's own folder.

    Raises
    ------
    RemissnlpError
        If a file or folder cannot be written, for example because a program holds it open.
    """
    out = Path(out)
    files = render_run(run, before=before, ranking_explanation=ranking_explanation)
    for name in (run.id, LATEST):
        try:
            _replace_folder(out / name, files, like=out / (run.id if name == LATEST else LATEST))
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise RemissnlpError(
                    f"Disken är full: rapporterna får inte plats i {out / name}. Frigör utrymme och kör igen;"
                    " det som hann bli klart är sparat."
                ) from error
            raise RemissnlpError(
                f"Det gick inte att skriva till {out / name} ({error.strerror or error}). "
                "Stäng filer därifrån som är öppna i andra program och kontrollera att mappen går att ändra."
            ) from error
    return out / run.id


def sweep(out: Path) -> None:
    """Remove what an interrupted run has left under a hidden name. No other run may be going on."""
    for path in out.iterdir() if out.is_dir() else ():
        if _LEFT_OVER.fullmatch(path.name):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def _replace_folder(folder: Path, files: dict[str, bytes], *, like: Path) -> None:
    """Write a folder of files; `like` is one that holds some of them already, if it is there."""
    new = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}.new")
    old = new.with_suffix(".old")
    try:
        for inside in {path.rpartition("/")[0] for path in files}:
            (new / inside).mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            place = new / path
            if path.endswith(_WRITTEN_IN) or not _linked(like / path, content, place):
                place.write_bytes(content)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _linked(path: Path, content: bytes, other: Path) -> bool:
    """Give a file that nobody writes in a second name, if it has that content and where the disk can.

    That takes little time and no room: the texts of a thousand responses are the same run after run.
    """
    try:
        if path.read_bytes() != content:
            return False
        other.hardlink_to(path)
    except OSError:
        return False
    return True
