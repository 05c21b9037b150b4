"""Pictures of pages (png, jpg, tiff and the like), a page a frame."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from remissnlp.reading import ocr
from remissnlp.reading.limits import Allowance, UnreadableError
from remissnlp.reading.page_text import arrange, to_text
from remissnlp.reading.source import Source

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 200_000_000
_SMALLEST_PAGE = 600  # pixels of the longer side; letters are not legible in less
_BROKEN = "är en skadad bild och kan inte läsas; skanna eller spara den på nytt."


def read(data: bytes, allowance: Allowance) -> Source:
    """Return the text of a picture, read by OCR.

    Raises
    ------
    UnreadableError
        If it is damaged or over a limit, or if Tesseract is not installed.
    """
    import PIL.Image

    try:
        # Pillow warns of large pictures; the size is looked at here instead.
        with warnings.catch_warnings(action="ignore"), PIL.Image.open(io.BytesIO(data)) as picture:
            count = getattr(picture, "n_frames", 1)
            allowance.check_pages(count)
            pages = list(ocr.recognise(_frames(picture, count), count, allowance))
    except PIL.UnidentifiedImageError:
        raise UnreadableError(
            "är en skadad bild eller en bild av ett slag som inte kan läsas; spara den som png eller pdf."
        ) from None
    except (PIL.Image.DecompressionBombError, MemoryError):
        raise UnreadableError("är en alltför stor bild; skanna den med lägre upplösning.") from None
    # Pillow's decoders raise nearly anything on broken data.
    except (OSError, EOFError, SyntaxError, ValueError, TypeError, KeyError, IndexError, ArithmeticError):
        raise UnreadableError(_BROKEN) from None
    text, spans = to_text([arrange(page.runs, page.rulings) for page in pages])
    return Source(text, spans, tuple(page.confidence for page in pages))


def is_ornament(data: bytes) -> bool:
    """Tell whether a picture is too small to be a page: a logotype, a portrait in a signature."""
    import PIL.Image

    try:
        with warnings.catch_warnings(action="ignore"), PIL.Image.open(io.BytesIO(data)) as picture:
            return max(picture.size) < _SMALLEST_PAGE or min(picture.size) < _SMALLEST_PAGE / 2
    except Exception:  # a broken picture is told of when it is read
        return False


def _frames(picture: Image, count: int) -> Iterator[Image]:
    from PIL import ImageOps

    for number in range(count):
        picture.seek(number)
        if picture.width * picture.height > _MOST_PIXELS:
            raise UnreadableError("är en alltför stor bild; skanna den med lägre upplösning.")
        yield ImageOps.exif_transpose(_on_white(picture))


def _on_white(picture: Image) -> Image:
    """Return the picture in grey; what is transparent shows white paper."""
    import PIL.Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        colours = picture.convert("RGBA")
        paper = PIL.Image.new("RGBA", colours.size, "white")
        return PIL.Image.alpha_composite(paper, colours).convert("L")
    return picture.convert("L")
