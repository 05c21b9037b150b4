"""What the command line can do with models: train one, fetch one, list those there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypedDict

import typer

from remissnlp.errors import RemissnlpError

FAILED = 2

model_app = typer.Typer(help="Hämta och visa språkmodeller.", no_args_is_help=True)


class _Shared(TypedDict):
    """What every training is told."""

    bench: Sequence[Path]
    about: str
    device: str
    say: Callable[[str], None]


@contextmanager
def _one_sentence() -> Iterator[None]:
    """End the command with one sentence when something is wrong that the user can mend."""
    from remissnlp.console import print_error

    try:
        yield
    except RemissnlpError as error:
        print_error(str(error))
        raise typer.Exit(FAILED) from None


def train_encoder(
    texts: Annotated[
        list[Path],
        typer.Argument(
            metavar="TEXT...",
            help="Filer eller mappar: text (.txt, .xz) med ett stycke per rad och tom rad mellan dokument,"
            " eller dokument som pdf, Word och webbsidor.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option(help="Mapp som modellen läggs i.", show_default=False)],
    base: Annotated[
        str | None,
        typer.Option(help="Modell att träna vidare på, i stället för från början: static är den inbyggda."),
    ] = None,
    sorted_points: Annotated[
        list[Path] | None,
        typer.Option(
            "--sorted",
            help="Fil med synpunkter som någon har sorterat, i samma form som en facitfil: modellen vrids"
            " mot det som skiljer dem åt. Kan anges flera gånger; utan verkan med --base.",
        ),
    ] = None,
    bench: Annotated[
        list[Path] | None, typer.Option(help="Facitfil att mäta modellen mot; kan anges flera gånger.")
    ] = None,
    about: Annotated[
        Path | None, typer.Option(help="Markdown om textens ursprung, till modellkortet.")
    ] = None,
    layers: Annotated[
        int,
        typer.Option(
            min=0,
            max=12,
            help="Lager av en transformer ovanpå modellen som anges med --base (annars den inbyggda), så att"
            " ord får mening av sin mening; 0 ger en statisk modell.",
        ),
    ] = 0,
    dimensions: Annotated[int, typer.Option(min=2, help="Vektorernas längd; utan verkan med --base.")] = 256,
    vocabulary: Annotated[
        int, typer.Option(min=100, help="Ordstycken i ordförrådet; utan verkan med --base.")
    ] = 32_000,
    demands: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            help="Hur stor del av en vektor som ska föra samman krav av samma slag, vad de än handlar om;"
            " utan verkan med --base.",
        ),
    ] = 0.0,
    epochs: Annotated[float, typer.Option(min=0.0, help="Varv genom texten.")] = 1.0,
    seed: Annotated[int, typer.Option(min=0, help="Frö: samma frö och text ger samma modell.")] = 0,
    device: Annotated[str, typer.Option(help="Var träningen räknas: cpu eller cuda.")] = "cpu",
) -> None:
    """Träna en liten svensk språkmodell på TEXT.

    En träning som avbryts fortsätter där den var när samma kommando körs igen.

    Slutkod: 0 om allt gick bra, 2 om träningen inte gick att göra.
    """
    with _one_sentence():
        from remissnlp.training.contextual import ContextualOptions, pairs_in_context
        from remissnlp.training.contrastive import ContrastiveOptions
        from remissnlp.training.discriminant import DiscriminantOptions
        from remissnlp.training.train import TrainingOptions, load_static_base, train_static
        from remissnlp.training.train_contextual import train_contextual

        try:
            origin = about.read_text(encoding="utf-8") if about else ""
        except (OSError, UnicodeDecodeError) as error:
            raise RemissnlpError(f"Filen {about} går inte att läsa: kontrollera sökvägen.") from error
        shared: _Shared = {"bench": bench or (), "about": origin, "device": device, "say": typer.echo}
        if layers:
            contextual = ContextualOptions(
                layers=layers, contrastive=pairs_in_context(epochs=epochs), random_state=seed
            )
            train_contextual(
                texts, out, options=contextual, base=load_static_base(base or "static"), **shared
            )
        else:
            options = TrainingOptions(
                vocabulary=vocabulary,
                dimensions=dimensions,
                contrastive=ContrastiveOptions(epochs=epochs),
                discriminant=DiscriminantOptions(demand_share=demands),
                random_state=seed,
            )
            train_static(
                texts,
                out,
                options=options,
                base=load_static_base(base) if base else None,
                sorted_points=sorted_points or (),
                **shared,
            )
        typer.echo(f"Modellen ligger i {out}. Använd den så här: remissnlp run MAPP --model {out}")


@model_app.command("fetch")
def fetch(
    name: Annotated[str, typer.Argument(help="Modellens namn på huggingface.co, till exempel KBLab/…")],
) -> None:
    """Hämta modellen NAME över nätet, så att den sedan går att använda utan nät.

    Det är det enda kommandot som använder nätet. Inget om dina dokument skickas.
    """
    from remissnlp.embedding.fetching import fetch_model

    with _one_sentence():
        typer.echo(f"Hämtar {name}. Det kan ta några minuter.")
        folder = fetch_model(name)
        typer.echo(f"Modellen ligger i {folder}. Använd den så här: remissnlp run MAPP --model {name}")


@model_app.command("list")
def list_all() -> None:
    """Visa vilka språkmodeller som finns på den här datorn."""
    from rich.console import Console
    from rich.table import Table

    from remissnlp.embedding.fetching import list_models

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in ("Modell", "Ursprung", "Mapp"):
        table.add_column(column, overflow="fold")
    table.add_column("MB", justify="right")
    for model in list_models():
        table.add_row(model.name, model.origin, str(model.folder), f"{model.megabytes:.0f}")
    Console().print(table, markup=False)
