"""The compilation as Markdown (CommonMark with tables), for version control and mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from remissnlp.news.diff import Diff
from remissnlp.records import Run, Synpunkt, Tema
from remissnlp.reporting import words
from remissnlp.reporting.news import TITLE as NEWS_TITLE
from remissnlp.reporting.news import Item, more, news_lead, news_sections, who
from remissnlp.reporting.office import xml_text
from remissnlp.reporting.view import RunView, paragraphs, quoted, reads_otherwise

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")
_LIST_START = re.compile(r"(\d+)([.)])|([-+=])")


def render_markdown(run: Run, *, news: Diff | None = None, ranking_explanation: str | None = None) -> str:
    """Return the compilation as Markdown; what a document says is never taken for markup.

    Parameters
    ----------
    run : Run
    news : Diff, optional
        What is new since the run before.
    ranking_explanation : str, optional
        How teman are ranked, in Swedish, paragraphs apart by an empty line.
    """
    view = RunView(run)
    blocks = [
        f"# {words.TITLE}",
        view.summary,
        f"Sammanställd {_plain(words.date_words(run.created))}. Körning {_plain(run.id)}.",
        *_overview(view),
        *_news(news),
        "## Teman",
        *(block for tema in run.teman for block in _tema(view, tema)),
        *([] if run.teman else ["Inga synpunkter är så lika att de bildar ett tema."]),
        f"## {words.OTHERS}",
        *(_quote(view, synpunkt) for synpunkt in view.others),
        *([] if view.others else ["Inga."]),
        *_statements(view),
        *_answers(view),
        "## Så är sammanställningen gjord",
        *words.METHOD,
        "### Rangordningen",
        *([_plain(part) for part in paragraphs(ranking_explanation)] or [words.RANKING_FALLBACK]),
    ]
    return "\n\n".join(blocks) + "\n"


def _overview(view: RunView) -> Iterator[str]:
    yield "## Överblick"
    if view.run.remisser:
        counts = {remiss.id: 0 for remiss in view.run.remisser}
        for remissvar in view.answers:
            if remissvar.remiss in counts:
                counts[remissvar.remiss] += 1
        yield _list(f"{view.remiss_title(name)}: {words.count(n, 'remissvar')}" for name, n in counts.items())
    if view.run.warnings:
        yield "### Att känna till"
        yield _list(view.run.warnings)
    if view.run.teman:
        yield "### Teman i rangordning"
        yield _table(
            ("Nr", "Tema", "Remissinstanser", "Remissvar", "Synpunkter"),
            [
                (
                    str(tema.rank),
                    tema.label,
                    words.number(len(tema.remissinstanser)),
                    words.number(len(tema.remissvar)),
                    words.stance_counts(tema.stances),
                )
                for tema in view.run.teman
            ],
        )


def _news(news: Diff | None) -> Iterator[str]:
    if news is None:
        return
    yield f"## {NEWS_TITLE}"
    yield _plain(news_lead(news))
    for section in news_sections(news):
        yield f"### {section.title}"
        yield "\n".join(_news_item(item) for item in section.items)


def _news_item(item: Item) -> str:
    lines = [f"- {_plain(item.text)}"]
    lines += [f"  - ”{_plain(quote.reading)}” – {_plain(who(quote))}" for quote in item.quotes]
    if item.more:
        lines.append(f"  - … {more(item)}")
    return "\n".join(lines)


def _tema(view: RunView, tema: Tema) -> Iterator[str]:
    yield f"### {tema.rank}. {_plain(tema.label)}"
    if tema.key_sentence:
        yield f"*”{_plain(tema.key_sentence.reading)}”* – {_plain(view.key_source(tema))}"
    yield _plain(view.behind(tema))
    if tema.split:
        yield _plain(view.split(tema))
    for label, synpunkter in view.parts(tema):
        if label is not None:
            yield f"#### {_plain(label)}"
        for synpunkt in synpunkter:
            yield _quote(view, synpunkt)


def _statements(view: RunView) -> Iterator[str]:
    if view.statements:
        yield f"### {words.STATEMENTS}"
        yield words.ABOUT_STATEMENTS
        for synpunkt in view.statements:
            yield _quote(view, synpunkt)


def _quote(view: RunView, synpunkt: Synpunkt) -> str:
    lines = [
        _plain(quoted(synpunkt)),
        "",
        f"— {words.STANCES[synpunkt.stance]}. {_plain(view.reference(synpunkt))}",
    ]
    if synpunkt.proposed_text:
        lines += ["", f"Föreslagen lydelse: ”{_plain(synpunkt.proposed_text.text)}”"]
    if reads_otherwise(synpunkt):
        lines += ["", f"Ordagrant ur texten: ”{_plain(synpunkt.quote)}”"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _answers(view: RunView) -> Iterator[str]:
    yield "## Vilka har svarat"
    yield _table(
        ("Remissinstans", "Remiss", "Diarienummer", "Datum", "Svar", "Synpunkter"),
        [
            (
                view.instans(r),
                r.remiss or "–",
                r.dnr or "–",
                r.date or "–",
                view.answer(r),
                words.number(view.synpunkter_per_remissvar[r.id]),
            )
            for r in view.answers
        ],
    )
    if view.not_counted:
        yield "### Filer som inte räknas som svar"
        yield _list(f"{r.source}. {view.answer(r)}" for r in view.not_counted)


def _plain(text: str) -> str:
    """Return `text` on one line with all that Markdown would take for markup escaped."""
    text = _SPECIAL.sub(r"\\\1", " ".join(xml_text(text).split()))
    start = _LIST_START.match(text)
    return text if start is None else f"{text[: start.end() - 1]}\\{text[start.end() - 1 :]}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {_plain(item)}" for item in items)


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *([_plain(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
