"""The command line: what to do, in Swedish; how it is done stands elsewhere."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from remissnlp._version import __version__
from remissnlp.model_commands import model_app, train_encoder

if TYPE_CHECKING:
    from remissnlp.settings import Settings

app = typer.Typer(
    help="Läser remissvar och sammanställer synpunkterna i rangordnade teman med spårbara citat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

kodbok_app = typer.Typer(help="Gör kodböcker av körningar.", no_args_is_help=True)

Corpus = Annotated[Path, typer.Argument(help="Mapp med remissvar, en undermapp per remiss.")]
Out = Annotated[Path, typer.Option(help="Mapp som rapporterna läggs i.")]
Model = Annotated[
    str | None, typer.Option(help="En annan språkmodell (sentence-transformers): namn eller mapp.")
]
_OTHER_MODEL = "Språkmodellen"
Device = Annotated[
    str | None,
    typer.Option(help="Var en annan modell räknar: cpu eller cuda.", rich_help_panel=_OTHER_MODEL),
]
BatchSize = Annotated[
    int,
    typer.Option(min=1, help="Texter som en annan modell läser åt gången.", rich_help_panel=_OTHER_MODEL),
]
Prompt = Annotated[
    str | None,
    typer.Option(
        help='Text som sätts före varje synpunkt, som "query: " för E5.', rich_help_panel=_OTHER_MODEL
    ),
]
MaxLength = Annotated[
    int | None,
    typer.Option(
        min=16,
        help="Ordstycken som en annan modell läser i taget; längre texter läses i delar.",
        rich_help_panel=_OTHER_MODEL,
    ),
]
Kodbok = Annotated[
    str | None,
    typer.Option(
        help="Kodbok som styr indelningen i teman: en toml-fil, allman för den som följer med, eller ingen "
        "för att bortse från kodbok.toml i CORPUS."
    ),
]
_LIMITS = "Gränser för varje fil"
MaxMegabytes = Annotated[int, typer.Option(min=1, help="Största filen, i megabyte.", rich_help_panel=_LIMITS)]
MaxPages = Annotated[int, typer.Option(min=1, help="Flest sidor.", rich_help_panel=_LIMITS)]
MaxSeconds = Annotated[int, typer.Option(min=1, help="Längsta lästid.", rich_help_panel=_LIMITS)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Skriv bara ut fel.")]
Json = Annotated[bool, typer.Option("--json", help="Skriv resultatet som JSON på en rad, för program.")]


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
    # Records by the hundred thousand form no cycles, and looking for some takes a tenth of a run.
    gc.set_threshold(50_000, 20, 100)


def _settings(
    model: str | None,
    device: str | None,
    batch_size: int,
    prompt: str | None,
    max_length: int | None,
    kodbok: str | None,
    max_megabytes: int,
    max_pages: int,
    max_seconds: int,
) -> Settings:
    """Gather the options that `run` and `watch` share, in the order in which both declare them."""
    from remissnlp.reading.limits import Limits
    from remissnlp.settings import ModelOptions, Settings

    options = ModelOptions(device=device, batch_size=batch_size, prompt=prompt, max_length=max_length)
    limits = Limits(megabytes=max_megabytes, pages=max_pages, seconds=max_seconds)
    return Settings(model=model, model_options=options, kodbok=kodbok, limits=limits)


@app.command()
def run(
    corpus: Corpus,
    out: Out = Path("reports"),
    model: Model = None,
    device: Device = None,
    batch_size: BatchSize = 32,
    prompt: Prompt = None,
    max_length: MaxLength = None,
    kodbok: Kodbok = None,
    max_megabytes: MaxMegabytes = 200,
    max_pages: MaxPages = 2000,
    max_seconds: MaxSeconds = 900,
    recluster: Annotated[
        bool,
        typer.Option(
            "--recluster",
            help="Dela in alla synpunkter på nytt, även där det räcker att lägga till de nya.",
        ),
    ] = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Läs remissvaren i CORPUS och skriv en sammanställning.

    Bara det som är nytt sedan förra körningen görs. Slutkod: 0 om allt gick bra eller inget är nytt,
    1 om någon fil inte gick att läsa, 2 om körningen inte gick att göra, 3 om en annan körning höll på.
    """
    from remissnlp.batch import run_once

    code = run_once(
        corpus,
        out,
        settings=_settings(
            model, device, batch_size, prompt, max_length, kodbok, max_megabytes, max_pages, max_seconds
        ),
        recluster=recluster,
        quiet=quiet,
        as_json=as_json,
    )
    gc.freeze()  # the process ends, so nothing that is left need be looked through
    raise typer.Exit(code)


@app.command()
def watch(
    corpus: Corpus,
    out: Out = Path("reports"),
    model: Model = None,
    device: Device = None,
    batch_size: BatchSize = 32,
    prompt: Prompt = None,
    max_length: MaxLength = None,
    kodbok: Kodbok = None,
    max_megabytes: MaxMegabytes = 200,
    max_pages: MaxPages = 2000,
    max_seconds: MaxSeconds = 900,
    quiet: Quiet = False,
    settle: Annotated[
        float, typer.Option(help="Sekunder utan ändringar innan en körning börjar.", min=0.1)
    ] = 5.0,
) -> None:
    """Kör nu, och sedan varje gång filer i CORPUS har ändrats och kommit till ro. Avsluta med Ctrl+C."""
    from remissnlp.batch import watch_corpus

    code = watch_corpus(
        corpus,
        out,
        settings=_settings(
            model, device, batch_size, prompt, max_length, kodbok, max_megabytes, max_pages, max_seconds
        ),
        quiet=quiet,
        settle=settle,
    )
    raise typer.Exit(code)


@app.command()
def diff(
    before: Annotated[str, typer.Argument(help="Den tidigare körningen: id, mapp eller teman.json.")],
    after: Annotated[str, typer.Argument(help="Den senare körningen.")],
    out: Out = Path("reports"),
    as_json: Json = False,
) -> None:
    """Visa vad som skiljer två körningar."""
    from remissnlp.batch import show_diff

    raise typer.Exit(show_diff(before, after, out, as_json=as_json))


@app.command()
def evaluate(
    run: Annotated[str, typer.Argument(help="Körningen: id, mapp eller teman.json.")],
    coding: Annotated[Path, typer.Argument(help="Kodningen för hand: en csv-fil med fil, kod och citat.")],
    out: Out = Path("reports"),
    disagreements: Annotated[
        Path | None, typer.Option(help="Skriv alla oenigheter till den här csv-filen.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Mät hur väl en körning stämmer med en kodning för hand.

    Slutkod: 0 om alla rader i kodningen gick att använda, 1 om någon inte gick, 2 om inget gick att jämföra.
    """
    from remissnlp.evaluating import evaluate_run

    raise typer.Exit(evaluate_run(run, coding, out, disagreements=disagreements, as_json=as_json))


@app.command()
def curate(
    book: Annotated[
        Path | None, typer.Argument(help="En sammanstallning.xlsx som någon har ändrat i.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Mapp med rapporterna, om boken har flyttats därifrån.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Gör rättelserna utan att fråga.")] = False,
    undo: Annotated[
        str | None, typer.Option(help="Ångra rättelsen med det här id:t i stället för att läsa en bok.")
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="Visa alla rättelser.")] = False,
    author: Annotated[str | None, typer.Option(help="Vem som rättar; annars den inloggade.")] = None,
    reason: Annotated[str, typer.Option(help="Varför, för de ändringar som inte har ett eget skäl.")] = "",
) -> None:
    """Läs in rättelser ur en ändrad Excel-bok, visa hur de uppfattas och spara dem."""
    from remissnlp.curating import curate_book, list_edits, undo_edit

    if show:
        raise typer.Exit(list_edits(out or Path("reports")))
    if undo is not None:
        raise typer.Exit(undo_edit(out or Path("reports"), undo, author=author, reason=reason))
    if book is None:
        raise typer.BadParameter("Ange en Excel-bok, eller --list eller --undo.")
    raise typer.Exit(curate_book(book, out, yes=yes, author=author, reason=reason))


@app.command()
def check(
    corpus: Annotated[Path, typer.Argument(help="Mapp med remissvar, en undermapp per remiss.")],
    table: Annotated[
        Path | None,
        typer.Option("--csv", help="Skriv det som är läst till den här filen, att rätta i Excel."),
    ] = None,
    max_megabytes: MaxMegabytes = 200,
    max_pages: MaxPages = 2000,
    max_seconds: MaxSeconds = 900,
) -> None:
    """Visa vad som går att läsa i CORPUS, fil för fil, innan en sammanställning görs.

    Slutkod: 0 om allt gick att läsa, 1 om någon fil inte gick att läsa, 2 om mappen inte gick att läsa.
    """
    from remissnlp.batch import FAILED, SOME_FILES_UNREAD
    from remissnlp.check_table import print_check
    from remissnlp.console import print_error, show_progress
    from remissnlp.errors import RemissnlpError
    from remissnlp.reading import read_corpus
    from remissnlp.reading.checking import check_rows
    from remissnlp.reading.limits import Limits
    from remissnlp.reading.overrides import write_overrides

    limits = Limits(megabytes=max_megabytes, pages=max_pages, seconds=max_seconds)
    try:
        with show_progress() as progress:
            found = read_corpus(corpus, limits=limits, progress=progress)
    except RemissnlpError as error:
        print_error(str(error))
        raise typer.Exit(FAILED) from None
    rows = check_rows(found)
    print_check(rows, found.warnings)
    if table is not None:
        try:
            write_overrides(table, found.remissvar)
        except RemissnlpError as error:
            print_error(str(error))
            raise typer.Exit(FAILED) from None
    if any(row.status == "error" for row in rows):
        raise typer.Exit(SOME_FILES_UNREAD)


@kodbok_app.command("export")
def export_kodbok(
    run: Annotated[str, typer.Argument(help="Körningen: id, mapp eller teman.json.")],
    out: Annotated[Path, typer.Option(help="Filen som kodboken skrivs till.")] = Path("kodbok.toml"),
    reports: Annotated[Path, typer.Option(help="Mapp med rapporterna, om RUN är ett id.")] = Path("reports"),
    force: Annotated[bool, typer.Option("--force", help="Skriv över en fil som finns.")] = False,
) -> None:
    """Skriv teman ur en körning som en kodbok, som nästa körning kan följa."""
    from remissnlp.batch import export_kodbok as export

    raise typer.Exit(export(run, reports, out, force=force))


app.command("train-encoder")(train_encoder)
app.add_typer(model_app, name="model")
app.add_typer(kodbok_app, name="kodbok")


if __name__ == "__main__":
    app()
