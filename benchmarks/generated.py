"""Responses made up for measurements: letterheads, headings and demands drawn from a seed.

    python benchmarks/generated.py FOLDER --responses 1000 [--first 0] [--format inbox] [--length short]

A full letter has the build-up and the length of a real one, see benchmarks/full_letters.py. A short one, some
1,100 characters with some 8 synpunkter, has hardly anything but demands, so that nearly all of it ends up in
the reports. Response number n of a length says the same whatever the other arguments are. With `--format
inbox` it comes as real ones do: as a pdf, a Word file, a mail or a scan, see benchmarks/inbox.py.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from full_letters import body
from inbox import as_file

FORMATS = ("text", "inbox")
LENGTHS = ("full", "short")

_PLACES = (
    "Ale Arboga Arvika Bjuv Boden Borgholm Båstad Dorotea Emmaboda Eslöv Fagersta Finspång Flen Gagnef "
    "Gislaved Gnosjö Grums Habo Hagfors Hedemora Hofors Hylte Härjedalen Hörby Höör Karlskoga Kiruna Kumla "
    "Laholm Laxå Lekeberg Lerum Ludvika Malung Mariestad Mora Munkedal Nora Norberg Nybro Orsa Osby Perstorp "
    "Piteå Ragunda Robertsfors Säffle Sala Skara Sotenäs Strömstad Svalöv Tanum Tidaholm Tranås Umeå Vara "
    "Vetlanda Vimmerby Ydre Åmål Årjäng Åsele Älvdalen Öckerö Östersund"
).split()
_BOARDS = (
    "kulturnämnd skolnämnd socialnämnd miljönämnd byggnadsnämnd fritidsnämnd servicenämnd teknisk_nämnd "
    "äldrenämnd gymnasienämnd räddningsnämnd trafiknämnd omsorgsnämnd arbetsmarknadsnämnd valnämnd"
).split()
_MATTERS = {
    "indikatorer": ("mätbara indikatorer för uppföljningen", "hur målen ska mätas från år till år"),
    "ansvar": ("vem som ansvarar för varje åtgärd", "en tydligare ansvarsfördelning mellan nämnderna"),
    "kostnader": ("en beräkning av kostnaderna för nämnderna", "hur reformen ska finansieras"),
    "tidplan": ("en tidplan för genomförandet", "längre tid till förberedelser före ikraftträdandet"),
    "begrepp": ("definitioner av de centrala begreppen", "samma begrepp i hela dokumentet"),
    "barn": ("ett tydligt barnperspektiv", "att barnens egna röster tas till vara"),
    "utbildning": ("utbildning för medarbetare och chefer", "kompetensutveckling i hela organisationen"),
    "digitalt": ("digitala tjänster som alla kan använda", "stöd åt den som saknar dator"),
    "landsbygd": ("landsbygdens särskilda villkor", "vad förslaget betyder för glest befolkade kommuner"),
    "statistik": ("könsuppdelad statistik", "tillgång till jämförbara uppgifter om befolkningen"),
    "samråd": ("samråd med det civila samhället", "att föreningslivet får vara med från början"),
    "tillsyn": ("en tillsyn med befogenheter", "hur tillsynen ska samordnas mellan myndigheterna"),
    "personuppgifter": ("skyddet av personuppgifter", "en rättslig grund för att dela uppgifter"),
    "bostäder": ("bostäder som unga har råd med", "hur kommunens mark ska användas till bostäder"),
    "kollektivtrafik": ("kollektivtrafik på kvällar och helger", "tätare turer med bussarna"),
    "klimat": ("utsläppen från tunga transporter", "mål för klimatet som går att följa"),
    "vatten": ("skyddet av dricksvattnet", "översvämningar och skyfall i planeringen"),
    "hälsa": ("den psykiska hälsan bland unga", "förebyggande arbete i elevhälsan"),
    "äldre": ("boenden för äldre med stora behov", "ensamhet bland äldre"),
    "språk": ("de nationella minoritetsspråken", "undervisning i finska och romani chib"),
    "upphandling": ("krav på leverantörer vid upphandling", "sociala villkor i kommunens avtal"),
    "kultur": ("fri konst och kultur i hela kommunen", "bibliotekens uppgift i de mindre orterna"),
    "idrott": ("anläggningar för idrott som flickor använder", "avgifter för idrott bland barn"),
    "integration": ("vägar till arbete för nyanlända", "svenska för invandrare på arbetsplatsen"),
}
_DEMANDS = (
    "Nämnden föreslår att planen kompletteras med {}.",
    "Nämnden saknar {} i förslaget.",
    "Nämnden anser att {} bör beskrivas utförligare.",
    "Det är en brist att {} inte behandlas i förslaget.",
    "Nämnden vill särskilt framhålla att {} måste få större plats.",
    "Hur har {} vägts in i förslaget?",
    "Nämnden ser positivt på att {} lyfts fram i planen.",
)
_BACKGROUND = (
    "Kommunstyrelsen har skickat planen på remiss. ",
    "Planen ersätter en tidigare plan och gäller i fyra år. ",
    "Ärendet har beretts av förvaltningen tillsammans med berörda verksamheter. ",
    "I kommunen bor drygt tolv tusen personer, de flesta i centralorten. ",
)


def response(number: int, length: str = "full") -> tuple[str, str]:
    """Return file name and text of one response."""
    draw = random.Random(f"remissvar {number}" if length == "short" else f"{length} {number}")
    place = _PLACES[number % len(_PLACES)]
    board = _BOARDS[(number // len(_PLACES)) % len(_BOARDS)].replace("_", " ")
    who = f"{board.capitalize()}en".replace("Teknisk ", "Tekniska ")
    lines = [
        f"{place} kommun",
        who,
        "",
        f"Datum 2026-0{draw.randint(1, 9)}-{draw.randint(10, 28)}",
        f"Dnr KS {number + 1000}/2026",
        "",
        "Yttrande över remiss KS 2026/77, Plan för en hållbar kommun",
        "",
        *(_short_body(draw) if length == "short" else body(draw, place, who)),
        "För nämnden",
        f"{draw.choice(('Anna', 'Erik', 'Maria', 'Lars'))} {place}sson",
    ]
    return f"svar-{number:05d}.txt", "\n".join(lines) + "\n"


def _short_body(draw: random.Random) -> list[str]:
    lines = ["Bakgrund", "".join(draw.sample(_BACKGROUND, 3)), "", "Synpunkter"]
    for matter in draw.sample(sorted(_MATTERS), draw.randint(6, 12)):
        demand = draw.choice(_DEMANDS).format(draw.choice(_MATTERS[matter]))
        lines += [demand, ""]
    return lines


def write_responses(folder: Path, numbers: range, *, form: str = "text", length: str = "full") -> None:
    """Write responses to a folder, as plain text or as an inbox has them."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        name, text = response(number, length)
        ending, content = as_file(text, number) if form == "inbox" else (".txt", text.encode())
        (folder / name).with_suffix(ending).write_bytes(content)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--responses", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--length", choices=LENGTHS, default="full")
    arguments = parser.parse_args()
    numbers = range(arguments.first, arguments.first + arguments.responses)
    write_responses(arguments.folder, numbers, form=arguments.format, length=arguments.length)
