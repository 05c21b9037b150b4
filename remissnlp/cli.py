"""The command line: what to do, in Swedish; how it is done stands elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from remissnlp._version import __version__
from remissnlp.embedding.commands import model_app, train_encoder

app = typer.Typer(
    help="Läser remissvar och sammanställer synpunkterna i rangordnade teman med spårbara citat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

NOTHING_TO_READ = 2
SOME_FILES_UNREAD = 1


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"remissnlp {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Visa versionen.")
    ] = False,
) -> None:
    """Läser remissvar och sammanställer synpunkterna i rangordnade teman med spårbara citat."""


@app.command()
def run(
    corpus: Annotated[Path, typer.Argument(help="Mapp med remissvar, en undermapp per remiss.")],
    out: Annotated[Path, typer.Option(help="Mapp som rapporterna läggs i.")] = Path("reports"),
    model: Annotated[
        str | None,
        typer.Option(help="En annan språkmodell (sentence-transformers): namn eller mapp."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Skriv bara ut fel.")] = False,
) -> None:
    """Läs remissvaren i CORPUS och skriv en sammanställning.

    Slutkod: 0 om allt gick bra, 1 om någon fil inte gick att läsa, 2 om körningen inte gick att göra.
    """
    from remissnlp.console import print_error, print_summary, show_progress
    from remissnlp.errors import RemissnlpError
    from remissnlp.pipeline import run as run_pipeline

    try:
        with show_progress(quiet=quiet) as progress:
            result = run_pipeline(corpus, out=out, model=model, progress=progress)
    except RemissnlpError as error:
        print_error(str(error))
        raise typer.Exit(NOTHING_TO_READ) from None
    print_summary(result, out, quiet=quiet)
    if any(remissvar.status == "error" for remissvar in result.remissvar):
        raise typer.Exit(SOME_FILES_UNREAD)


@app.command()
def check(
    corpus: Annotated[Path, typer.Argument(help="Mapp med remissvar, en undermapp per remiss.")],
) -> None:
    """Visa vad som går att läsa i CORPUS, fil för fil, innan en sammanställning görs.

    Slutkod: 0 om allt gick att läsa, 1 om någon fil inte gick att läsa, 2 om mappen inte gick att läsa.
    """
    from remissnlp.check_table import print_check
    from remissnlp.console import print_error, show_progress
    from remissnlp.errors import RemissnlpError
    from remissnlp.reading import read_corpus
    from remissnlp.reading.checking import check_rows

    try:
        with show_progress() as progress:
            found = read_corpus(corpus, progress=progress)
    except RemissnlpError as error:
        print_error(str(error))
        raise typer.Exit(NOTHING_TO_READ) from None
    rows = check_rows(found)
    print_check(rows, found.warnings)
    if any(row.status == "error" for row in rows):
        raise typer.Exit(SOME_FILES_UNREAD)


app.command("train-encoder")(train_encoder)
app.add_typer(model_app, name="model")


if __name__ == "__main__":
    app()
