"""The same text as documents of every format, made by the programs' own libraries."""

from __future__ import annotations

import email.policy
import io
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from html import escape
from typing import Any

import numpy as np


def kind_of(block: str) -> str:
    return {"# ": "heading", "- ": "item", "| ": "table"}.get(block[:2], "paragraph")


def lines_of(block: str) -> list[str]:
    """A block's lines without what marks them; a heading's further lines are plain."""
    if kind_of(block) == "table":
        return block.splitlines()
    return [line.removeprefix("# ").removeprefix("- ") for line in block.splitlines()]


def cells_of(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("| ").split("|")]


def to_text(blocks: Sequence[str], width: int = 78) -> str:
    out = []
    for block in blocks:
        kind = kind_of(block)
        if kind == "table":
            out.append("\n".join("  ".join(cells_of(row)) for row in lines_of(block)))
        else:
            mark = "• " if kind == "item" else ""
            wrapped = [
                textwrap.fill(mark + line, width, break_long_words=False, break_on_hyphens=False)
                for line in lines_of(block)
            ]
            out.append("\n".join(wrapped))
    return "\n\n".join(out) + "\n"


def to_docx(blocks: Sequence[str], header: str = "") -> bytes:
    import docx

    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for block in blocks:
        kind, lines = kind_of(block), lines_of(block)
        if kind == "table":
            rows = [cells_of(row) for row in lines]
            table = document.add_table(len(rows), len(rows[0]))
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    table.cell(i, j).text = cell
        elif kind == "heading":
            document.add_heading(lines[0], 1)
            for line in lines[1:]:
                document.add_paragraph(line)
        elif kind == "item":
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
        else:
            document.add_paragraph("\n".join(lines))
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def to_odt(blocks: Sequence[str]) -> bytes:
    from odfdo import Cell, Document, Header, List, Paragraph, Row, Table

    document = Document("text")
    document.body.clear()
    for block in blocks:
        kind, lines = kind_of(block), lines_of(block)
        if kind == "table":
            table = Table("Tabell")
            for line in lines:
                row = Row()
                for text in cells_of(line):
                    cell = Cell()
                    cell.append(Paragraph(text))
                    row.append_cell(cell)
                table.append_row(row)
            document.body.append(table)
        elif kind == "heading":
            header = Header(1, lines[0])
            header.set_attribute("text:is-list-header", "true")  # the library's template numbers headings
            document.body.append(header)
            for line in lines[1:]:
                document.body.append(Paragraph(line))
        elif kind == "item":
            document.body.append(List(lines))
        else:
            document.body.append(Paragraph("\n".join(lines)))
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def to_html(blocks: Sequence[str], encoding: str = "utf-8") -> bytes:
    out = []
    for block in blocks:
        kind, lines = kind_of(block), [escape(line) for line in lines_of(block)]
        if kind == "table":
            rows = ("".join(f"<td>{cell}</td>" for cell in cells_of(row)) for row in lines)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind == "heading":
            out.append(f"<h2>{lines[0]}</h2>" + "".join(f"<p>{line}</p>" for line in lines[1:]))
        elif kind == "item":
            out.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
        else:
            out.append(f"<p>{'<br>'.join(lines)}</p>")
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{encoding}"><title>Svar</title>'
        "<style>p { color: black }</style><script>var x = 'Vi anser att skript ska bort.';</script></head>"
        f"<body>{''.join(out)}</body></html>"
    )
    return page.encode(encoding)


def to_pdf(blocks: Sequence[str], *, columns: int = 1, size: float = 11) -> bytes:
    from reportlab.lib.colors import black
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=size, leading=1.2 * size, alignment=4)
    left = ParagraphStyle("left", body, alignment=0)
    head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=size + 2, leading=1.3 * size + 2)
    story: list[Any] = []
    for block in blocks:
        kind, lines = kind_of(block), [escape(line) for line in lines_of(block)]
        if kind == "table":
            rows = [[Paragraph(cell, left) for cell in cells_of(row)] for row in lines]
            story.append(Table(rows, colWidths=(100, 260), style=[("GRID", (0, 0), (-1, -1), 0.5, black)]))
        elif kind == "heading":
            story += [Paragraph(lines[0], head), *(Paragraph(line, left) for line in lines[1:])]
        elif kind == "item":
            story += [Paragraph(line, left, bulletText="•") for line in lines]
        else:
            story += [Paragraph(line, body if len(lines) == 1 else left) for line in lines]
        story.append(Spacer(1, 0.8 * size))
    gap = 18
    width = (A4[0] - 140 - gap * (columns - 1)) / columns
    frames = [
        Frame(70 + i * (width + gap), 70, width, A4[1] - 140, leftPadding=0, rightPadding=0)
        for i in range(columns)
    ]
    result = io.BytesIO()
    document = BaseDocTemplate(result, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    document.build(story)
    return result.getvalue()


def to_scan(
    pdf: bytes, kind: str = "PDF", *, dots: int = 200, skew: float = 1.0, noise: float = 12.0
) -> bytes:
    """A pdf's pages as a scanner gives them: skewed, grey and noisy."""
    import pypdfium2
    from PIL import Image

    rng = np.random.default_rng(1)
    pages = []
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=dots / 72, grayscale=True).to_pil()
        turned = picture.rotate(skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
        grey = np.asarray(turned) + rng.normal(0, noise, (turned.height, turned.width))
        pages.append(Image.fromarray(grey.clip(0, 255).astype(np.uint8)))
    result = io.BytesIO()
    several = {} if kind == "PNG" else {"save_all": True, "append_images": pages[1:]}
    pages[0].save(result, kind, resolution=dots, **several)
    return result.getvalue()


def to_mail(
    body: str,
    *,
    subject: str = "Remissvar",
    sender: str = "Kim Exempel <kim@example.org>",
    date: str = "Wed, 05 Mar 2025 10:00:00 +0100",
    attachments: Iterable[tuple[str, bytes]] = (),
    html: str = "",
) -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = sender
    message["To"] = "kommunstyrelsen@example.org"
    message["Subject"] = subject
    message["Date"] = date
    message["Message-ID"] = "<1@example.org>"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def to_zip(members: Iterable[tuple[str, bytes]]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return result.getvalue()
