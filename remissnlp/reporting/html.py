"""The web page: one self-contained file that is read, searched and printed without any network."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from remissnlp.news.diff import Diff
from remissnlp.records import Coverage, Remissvar, Run, Synpunkt, Tema
from remissnlp.reporting import news as news_words
from remissnlp.reporting import words
from remissnlp.reporting.fulltext import anchor, cut_text
from remissnlp.reporting.html_parts import bar_html, coverage_html, quote_html, text_html, with_pictures
from remissnlp.reporting.news import news_sections
from remissnlp.reporting.view import RunView, paragraphs

TEMPLATES = Path(__file__).parent / "templates"
QUOTES_IN_SIGHT = 4
"""How many quotes of a tema are in sight before the rest is unfolded."""


def render_html(run: Run, *, news: Diff | None = None, ranking_explanation: str | None = None) -> str:
    """Return the web page as text.

    Parameters
    ----------
    run : Run
    news : Diff, optional
        What is new since the run before.
    ranking_explanation : str, optional
        How teman are ranked, in Swedish, paragraphs apart by an empty line.
    """
    page = _Page(run)
    style, script = (Markup(_asset(name)) for name in ("style.css", "script.js"))
    return _template().render(
        run=run,
        view=page.view,
        page=page,
        news=news,
        news_sections=news_sections(news) if news is not None else [],
        ranking=paragraphs(ranking_explanation),
        style=style,
        script=script,
        policy=_content_security_policy(style, script),
        quotes_in_sight=QUOTES_IN_SIGHT,
    )


def make_ready() -> None:
    """Compile the template."""
    _template()


@dataclass(frozen=True)
class Facet:
    """A choice the reader filters by: its name, its legend, and each value with its words and count."""

    name: str
    legend: str
    options: tuple[tuple[str, str, int], ...]


class _Page:
    """What the template asks for that is not in the run itself."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.view = RunView(run)
        self._synpunkter: dict[str, list[Synpunkt]] = defaultdict(list)
        self._coverage: dict[str, list[Coverage]] = defaultdict(list)
        for synpunkt in run.synpunkter:
            self._synpunkter[synpunkt.remissvar].append(synpunkt)
        for part in run.coverage:
            self._coverage[part.remissvar].append(part)
        self._longest = max((len(tema.synpunkter) for tema in run.teman), default=1)

    def facets(self) -> list[Facet]:
        """Return what synpunkter can be filtered by; a choice between fewer than two is left out."""
        points = [(s, self.view.remissvar[s.remissvar]) for s in self.run.synpunkter]
        remisser = Counter(r.remiss or "" for _, r in points)
        instanser = Counter(self.view.instans(r) for _, r in points)
        stances: Counter[str] = Counter(s.stance for s, _ in points)
        facets = [
            Facet(
                "remiss",
                "Remiss",
                tuple(
                    (name, self.view.remiss_title(name or None), n) for name, n in sorted(remisser.items())
                ),
            ),
            Facet(
                "instans",
                "Remissinstans",
                tuple((name, name, instanser[name]) for name in sorted(instanser, key=str.casefold)),
            ),
            Facet(
                "stance",
                "Hållning",
                tuple((key, name, stances[key]) for key, name in words.STANCES.items() if stances[key]),
            ),
        ]
        return [facet for facet in facets if len(facet.options) > 1]

    def bar(self, tema: Tema) -> Markup:
        """Return a tema's stances as a bar, as long as its number of synpunkter against the largest."""
        counts = {key: tema.stances.get(key, 0) for key in words.STANCES}
        return bar_html(counts, self._longest, words.stance_counts(tema.stances))

    def quotes(self, synpunkter: Iterable[Synpunkt]) -> Markup:
        """Return synpunkter as items of a list."""
        return Markup("".join(quote_html(self.view, synpunkt) for synpunkt in synpunkter))

    def fulltext(self, remissvar: Remissvar) -> Markup:
        """Return a text in full, cut into what became of it."""
        pieces = cut_text(remissvar, self._synpunkter[remissvar.id], self._coverage[remissvar.id])
        return text_html(self.view, remissvar, pieces)

    def coverage(self, remissvar: Remissvar) -> Markup:
        """Return how many characters of a text became what."""
        counts: Counter[str] = Counter()
        for part in self._coverage[remissvar.id]:
            counts[part.kind] += part.end - part.start
        found = {kind: counts[kind] for kind in words.COVERAGE_KINDS if counts[kind]}
        return coverage_html(found, len(remissvar.text))

    def answers_by_remiss(self) -> list[tuple[str | None, list[Remissvar]]]:
        """Return the remissvar of each remiss; last those whose remiss is unknown."""
        names: list[str | None] = [*self.view.remiss, None]
        groups = [(name, [r for r in self.view.answers if r.remiss == name]) for name in names]
        return [(name, group) for name, group in groups if group or name is not None]


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_show_control_characters,
    )
    environment.globals.update(
        words=words,
        news_words=news_words,
        anchor=anchor,
    )
    return environment.get_template("sammanstallning.html.j2")


def _show_control_characters(value: object) -> object:
    return with_pictures(value) if type(value) is str else value


def _content_security_policy(style: str, script: str) -> str:
    """Return a policy that lets the page's own style and script in and nothing else, from anywhere."""

    def source(content: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
