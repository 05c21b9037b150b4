"""The command that scores a run against a coding by hand."""

from __future__ import annotations

import json
from pathlib import Path

from remissnlp.batch import FAILED, OK, SOME_FILES_UNREAD
from remissnlp.console import print_error
from remissnlp.errors import RemissnlpError


def evaluate_run(
    name: str, coding: Path, out: Path, *, disagreements: Path | None = None, as_json: bool = False
) -> int:
    """Print how well a run agrees with a coding.

    Parameters
    ----------
    name : str
        Id or folder of a run.
    coding : Path
    out : Path
        Folder of the reports, for a run given by its id.
    disagreements : Path, optional
        Where to write the list of disagreements; never over a file that exists.
    as_json : bool
        Print JSON on one line.

    Returns
    -------
    int
        0 when every row of the coding has its place, 1 when some has not, 2 when nothing could be compared.
    """
    from remissnlp.batch import run_folder
    from remissnlp.evaluation import evaluate
    from remissnlp.evaluation.disagreements import render_csv

    try:
        if disagreements is not None and disagreements.exists():
            raise RemissnlpError(f"{disagreements} finns redan och skrivs inte över; välj ett annat namn.")
        found = evaluate(run_folder(name, out), coding)
        if disagreements is not None:
            _write(disagreements, render_csv(found.disagreements))
    except RemissnlpError as error:
        if as_json:
            print(json.dumps({"status": "error", "exit": FAILED, "message": str(error)}, ensure_ascii=False))
        else:
            print_error(str(error))
        return FAILED
    if as_json:
        print(json.dumps(found.to_dict(), ensure_ascii=False))
    else:
        from rich.console import Console

        from remissnlp.evaluation.words import print_evaluation

        console = Console()
        # A file has no edge to fold lines at.
        print_evaluation(found, console if console.is_terminal else Console(width=160))
        if disagreements is not None:
            print(f"Alla oenigheter: {disagreements}")
        elif found.disagreements:
            print("Skriv en lista att gå igenom med --disagreements oenigheter.csv.")
    return SOME_FILES_UNREAD if found.unplaced else OK


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise RemissnlpError(f"{path} går inte att skriva.") from error
