"""A made-up letter as an inbox has it: mostly pdf, one in fifty a scan, the rest Word files, mails and text.

Which form a letter has depends on its number alone. A letter's first lines, until the first empty one, are
its letterhead; a short line below it that ends no sentence is a heading.
"""

from __future__ import annotations

import email.policy
import io
import random
import shutil
from datetime import datetime
from email.message import EmailMessage

FORMS = {"pdf": 0.70, "docx": 0.16, "mail": 0.12, "txt": 0.02}
"""Forms and their shares, scans aside."""

SCAN_EVERY = 50
SUFFIXES = {"pdf": ".pdf", "scan": ".pdf", "docx": ".docx", "mail": ".eml", "txt": ".txt"}
_WHEN = datetime(2026, 1, 1)
_DOTS, _SKEW, _NOISE = 200, 0.4, 10.0


def form_of(number: int) -> str:
    """Return what a letter comes as; without Tesseract no scan could be read, so there is none."""
    if number % SCAN_EVERY == SCAN_EVERY - 1 and shutil.which("tesseract"):
        return "scan"
    draw = random.Random(f"form {number}")
    return draw.choices(list(FORMS), weights=list(FORMS.values()))[0]


def as_file(text: str, number: int) -> tuple[str, bytes]:
    """Return the ending and the content of the file that a letter comes as."""
    form = form_of(number)
    if form == "docx":
        content = _docx(text)
    elif form == "mail":
        content = _mail(_pdf(text), number)
    elif form == "txt":
        content = text.encode()
    else:
        content = _pdf(text)
    return SUFFIXES[form], _scan(content, number) if form == "scan" else content


def _is_heading(line: str) -> bool:
    return len(line.split()) <= 5 and not line.endswith((".", "?"))


def _pdf(text: str) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14)
    head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=18)
    letterhead, _, rest = text.partition("\n\n")
    story = [Paragraph(line, body) for line in letterhead.split("\n")]
    for line in rest.split("\n"):
        story.append(Paragraph(line, head if _is_heading(line) else body) if line else Spacer(1, 10))
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()


def _docx(text: str) -> bytes:
    import docx

    from remissnlp.reporting.office import stamped

    document = docx.Document()
    letterhead, _, rest = text.partition("\n\n")
    for line in letterhead.split("\n"):
        document.add_paragraph(line)
    for line in filter(None, rest.split("\n")):
        document.add_heading(line, 1) if _is_heading(line) else document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return stamped(out.getvalue(), _WHEN)


def _mail(attached: bytes, number: int) -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Registrator <registrator@example.org>"
    message["To"] = "kommunstyrelsen@example.org"
    message["Subject"] = "Svar på remiss KS 2026/77"
    message["Date"] = "Mon, 02 Nov 2026 10:00:00 +0100"
    message["Message-ID"] = f"<{number}@example.org>"
    message.set_content("Hej!\n\nHär kommer vårt svar på remissen, se bifogad fil.\n")
    message.add_attachment(attached, maintype="application", subtype="pdf", filename="svar.pdf")
    message.set_boundary(f"del-{number}")
    return message.as_bytes()


def _scan(pdf: bytes, number: int) -> bytes:
    """Return the pages as a scanner gives them: a little askew, grey and noisy."""
    import numpy as np
    import pypdfium2
    from PIL import Image

    noise = np.random.default_rng(number)
    pages = []
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=_DOTS / 72, grayscale=True).to_pil()
        turned = picture.rotate(_SKEW, fillcolor=255, resample=Image.Resampling.BICUBIC)
        grey = np.asarray(turned) + noise.normal(0, _NOISE, (turned.height, turned.width))
        pages.append(Image.fromarray(grey.clip(0, 255).astype(np.uint8)))
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", resolution=_DOTS, save_all=True, append_images=pages[1:], creationDate=0, modDate=0
    )
    return out.getvalue()
