"""The Word document: the compilation in running text, ready to carry on writing in."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.news.diff import Diff
from remissnlp.records import Run, Synpunkt, Tema
from remissnlp.reporting import words
from remissnlp.reporting.news import TITLE as NEWS_TITLE
from remissnlp.reporting.news import more, news_lead, news_sections, who
from remissnlp.reporting.news import quoted as quoted_news
from remissnlp.reporting.office import created, xml_text
from remissnlp.reporting.view import RunView, paragraphs, quoted, reads_otherwise
from remissnlp.reporting.word_parts import paragraph, save, table


def render_docx(run: Run, *, news: Diff | None = None, ranking_explanation: str | None = None) -> bytes:
    """Return the Word document.

    Parameters
    ----------
    run : Run
    news : Diff, optional
        What is new since the run before.
    ranking_explanation : str, optional
        How teman are ranked, in Swedish, paragraphs apart by an empty line.
    """
    view = RunView(run)
    body = _body(view, news, ranking_explanation)
    return save(body, title=words.TITLE, comments=f"Körning {xml_text(run.id)}", when=created(run))


def _body(view: RunView, news: Diff | None, ranking_explanation: str | None) -> Iterator[str]:
    run = view.run
    yield paragraph(words.TITLE, "Title")
    yield paragraph(view.summary)
    yield paragraph(f"Sammanställd {words.date_words(run.created)}. Körning {run.id}.", "Caption")
    yield from _overview(view)
    if news is not None:
        yield from _news(news)
    yield paragraph("Teman", "Heading 1")
    if not run.teman:
        yield paragraph("Inga synpunkter är så lika att de bildar ett tema.")
    for tema in run.teman:
        yield from _tema(view, tema)
    yield paragraph(words.OTHERS, "Heading 1")
    yield from _others(view)
    yield from _statements(view)
    yield from _answers(view)
    yield from _method(view, ranking_explanation)


def _overview(view: RunView) -> Iterator[str]:
    yield paragraph("Överblick", "Heading 1")
    for remiss in view.run.remisser:
        n = sum(1 for r in view.answers if r.remiss == remiss.id)
        yield paragraph(f"{view.remiss_title(remiss.id)}: {words.count(n, 'remissvar')}.", "List Bullet")
    if view.run.warnings:
        yield paragraph("Att känna till", "Heading 2")
        for warning in view.run.warnings:
            yield paragraph(warning, "List Bullet")
    if view.run.teman:
        yield paragraph("Teman i rangordning", "Heading 2")
        rows = [
            (
                str(tema.rank),
                tema.label,
                words.number(len(tema.remissinstanser)),
                words.number(len(tema.remissvar)),
                words.stance_counts(tema.stances),
            )
            for tema in view.run.teman
        ]
        titles = ("Nr", "Tema", "Remissinstanser", "Remissvar", "Synpunkter")
        yield table(titles, rows, widths=(1.0, 5.8, 3.8, 2.5, 3.4))


def _news(news: Diff) -> Iterator[str]:
    yield paragraph(NEWS_TITLE, "Heading 1")
    yield paragraph(f"{news_lead(news)}")
    for section in news_sections(news):
        yield paragraph(section.title, "Heading 2")
        for item in section.items:
            yield paragraph(item.text, "List Bullet")
            for quote in item.quotes:
                yield paragraph(f"”{quoted_news(quote)}” – {who(quote)}", "Källhänvisning")
            if item.more:
                yield paragraph(f"… {more(item)}", "Källhänvisning")


def _tema(view: RunView, tema: Tema) -> Iterator[str]:
    yield paragraph(f"{tema.rank}. {tema.label}", "Heading 2")
    if tema.key_sentence:
        sentence = " ".join(tema.key_sentence.reading.split())
        yield paragraph(f"”{sentence}” – {view.key_source(tema)}", "Kärnmening", keep_with_next=True)
    yield paragraph(view.behind(tema), keep_with_next=True)
    if tema.split:
        yield paragraph(view.split(tema), keep_with_next=True)
    for label, synpunkter in view.parts(tema):
        if label is not None:
            yield paragraph(label, "Heading 3")
        for synpunkt in synpunkter:
            yield from _quote(view, synpunkt)


def _others(view: RunView) -> Iterator[str]:
    if not view.others:
        text = "Alla synpunkter ingår i ett tema." if view.run.synpunkter else "Inga synpunkter hittades."
        yield paragraph(text)
        return
    yield paragraph("Synpunkter som inte liknar någon annan så mycket att de bildar ett tema.")
    for synpunkt in view.others:
        yield from _quote(view, synpunkt)


def _statements(view: RunView) -> Iterator[str]:
    if view.statements:
        yield paragraph(words.STATEMENTS, "Heading 2")
        yield paragraph(words.ABOUT_STATEMENTS)
        for synpunkt in view.statements:
            yield from _quote(view, synpunkt)


def _quote(view: RunView, synpunkt: Synpunkt) -> Iterator[str]:
    yield paragraph(f"”{quoted(synpunkt)}”", "Quote", keep_with_next=True)
    about = [f"{words.STANCES[synpunkt.stance]}. {view.reference(synpunkt)}."]
    if synpunkt.refers_to:
        about.append(f"Gäller {words.enumerate_words([f'”{heading}”' for heading in synpunkt.refers_to])}.")
    if synpunkt.proposed_text:
        about.append(f"Föreslagen lydelse: ”{synpunkt.proposed_text.text}”")
    if reads_otherwise(synpunkt):
        about.append(f"Ordagrant ur texten: ”{' '.join(synpunkt.quote.split())}”")
    yield paragraph(" ".join(about), "Källhänvisning")


def _answers(view: RunView) -> Iterator[str]:
    yield paragraph("Vilka har svarat", "Heading 1")
    rows = []
    for remissvar in view.answers:
        rows.append(
            (
                view.instans(remissvar),
                remissvar.remiss or "–",
                remissvar.dnr or "–",
                remissvar.date or "–",
                view.answer(remissvar),
                words.number(view.synpunkter_per_remissvar[remissvar.id]),
            )
        )
    titles = ("Remissinstans", "Remiss", "Diarienummer", "Datum", "Svar", "Synpunkter")
    yield table(titles, rows, widths=(4.4, 2.5, 2.6, 2.3, 2.6, 2.1))
    if view.not_counted:
        yield paragraph("Filer som inte räknas som svar", "Heading 2")
        for remissvar in view.not_counted:
            yield paragraph(f"{remissvar.source}. {view.answer(remissvar)}.", "List Bullet")


def _method(view: RunView, ranking_explanation: str | None) -> Iterator[str]:
    yield paragraph("Så är sammanställningen gjord", "Heading 1")
    for text in words.METHOD:
        yield paragraph(text)
    yield paragraph("Rangordningen", "Heading 2")
    for text in paragraphs(ranking_explanation) or ["Teman står i ordning efter sin poäng, högst först."]:
        yield paragraph(text)
    model = view.run.model
    yield paragraph(
        f"Språkmodell: {model.name}, version {model.revision}, {model.dimensions} dimensioner.",
        "Caption",
    )
