from __future__ import annotations

import io
import resource
import time

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from remissnlp.errors import RemissnlpError
from remissnlp.reading.source import Source, read_bytes

from .documents import to_pdf

LONG = "Nämnden anser att förslaget bör ändras så att det blir tydligare vilka som omfattas. "


def draw(*pages, **options) -> bytes:
    """A pdf whose pages are drawn by the functions given."""
    result = io.BytesIO()
    canvas = Canvas(result, pagesize=A4, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return result.getvalue()


def lines(*texts: str, x: float = 70, y: float = 780, size: float = 11):
    def on(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        for i, text in enumerate(texts):
            canvas.drawString(x, y - 1.2 * size * i, text)

    return on


def read(data: bytes) -> Source:
    return read_bytes(data, "svar.pdf")


def test_pages_are_spans_that_end_in_a_form_feed():
    source = read(draw(lines("Sida ett"), lines(), lines("Sida tre")))
    assert source.text == "Sida ett\n\f\n\fSida tre\n"
    assert [source.text[start:end] for start, end in source.pages] == ["Sida ett\n\f", "\n\f", "Sida tre\n"]
    assert source.ocr_confidence == ()


def test_a_hyphen_at_the_end_of_a_line_stays_where_it_is():
    source = read(draw(lines("Förslaget om en ny verk-", "samhet och om trygghets-", "och tillitsarbete.")))
    assert source.text == "Förslaget om en ny verk-\nsamhet och om trygghets-\noch tillitsarbete.\n"


def test_paragraphs_are_parted_by_blank_lines_and_lines_kept():
    blocks = ["# Bakgrund", LONG * 3, LONG * 2, "- ett krav", "- ett till"]
    parts = read(to_pdf(blocks)).text.rstrip().split("\n\n")
    assert parts[0] == "Bakgrund"
    assert " ".join(parts[1].split()) == (LONG * 3).strip()
    assert 2 <= parts[1].count("\n") <= 4
    assert " ".join(parts[2].split()) == (LONG * 2).strip()
    assert parts[3:] == ["• ett krav", "• ett till"]


def test_two_columns_say_the_same_as_one():
    blocks = ["# Rubrik", *(f"Stycke {i}. {LONG * 4}" for i in range(12))]
    one, two = (" ".join(read(to_pdf(blocks, columns=n)).text.split()) for n in (1, 2))
    assert one == two


def test_a_tables_row_is_one_line_with_tabs():
    text = read(
        to_pdf(["Före.", f"| Avsnitt | Bedömning\n| 5.2 Råd | {LONG * 2}\n| 5.3 | Avstyrks", "Efter."])
    ).text
    assert text.splitlines() == [
        "Före.", "", "Avsnitt\tBedömning", f"5.2 Råd\t{(LONG * 2).strip()}", "5.3\tAvstyrks", "", "Efter.",
    ]  # fmt: skip


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn):
    def on(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        width, height = A4
        canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
        canvas.rotate(turn)
        lines("Första raden", "andra raden", y=500)(canvas)

    assert read(draw(on)).text == "Första raden\nandra raden\n"


def test_text_on_its_side_comes_after_the_rest():
    def on(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Arkivexemplar")
        canvas.restoreState()
        lines("Vi tillstyrker.", "Vi anser dock annat.")(canvas)

    assert read(draw(on)).text == "Vi tillstyrker.\nVi anser dock annat.\n\nArkivexemplar\n"


def test_what_is_filled_in_to_a_form_is_read():
    def on(canvas: Canvas) -> None:
        canvas.drawString(70, 780, "Era synpunkter:")
        canvas.acroForm.textfield(name="svar", value="Vi avstyrker helt.", x=70, y=700, width=300, height=40)

    text = read(draw(on)).text
    assert "Era synpunkter:" in text
    assert "Vi avstyrker helt." in text


def test_a_locked_pdf_is_one_sentence():
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = draw(lines("Hemligt"), encrypt=StandardEncryption("lösen", strength=128))
    with pytest.raises(RemissnlpError) as error:
        read(locked)
    assert (
        str(error.value) == "svar.pdf är en pdf som är låst med lösenord; öppna den och spara en olåst kopia."
    )


def test_a_pdf_that_only_forbids_printing_is_read():
    from reportlab.lib.pdfencrypt import StandardEncryption

    limited = draw(lines("Öppet"), encrypt=StandardEncryption("", "ägare", canPrint=0))
    assert read(limited).text == "Öppet\n"


def test_three_hundred_pages_take_seconds_and_little_memory():
    text = [
        f"Rad {i}: nämnden anser att förslaget bör ändras och bli tydligare i denna del" for i in range(50)
    ]
    # A tenth of the pages, for the sake of the suite's time; the rest of the way is straight.
    data = draw(*[lines(*text)] * 30)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    assert len(read(data).pages) == 30
    assert time.process_time() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kilobytes
