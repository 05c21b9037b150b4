"""The parts of the web page that it has thousands of: quotes, bars, and texts with their marks.

Everything else is in the templates. A template takes long over each of these, so they are written here, with
`shown` around all that comes from a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from remissnlp.records import Remissvar, Synpunkt, Tema
from remissnlp.reporting import words
from remissnlp.reporting.fulltext import Piece, anchor, repeat_anchor
from remissnlp.reporting.view import RunView, reads_otherwise

# Characters that HTML forbids or that no one can see are shown by their control pictures.
_CONTROL_PICTURES = {n: 0x2400 + n for n in range(0x20) if chr(n) not in "\t\n\f\r"} | {0x7F: 0x2421}
_CONTROL = re.compile(f"[{re.escape(''.join(map(chr, _CONTROL_PICTURES)))}]")
_TO_ESCAPE = re.compile(f"[&<>\"'{re.escape(''.join(map(chr, _CONTROL_PICTURES)))}]")


def with_pictures(text: str) -> str:
    """Return a text with its control characters as pictures."""
    return text.translate(_CONTROL_PICTURES) if _CONTROL.search(text) else text


def shown(text: str) -> str:
    """Return a text as it can stand in a page, between tags and in attributes."""
    if not _TO_ESCAPE.search(text):
        return text
    text = with_pictures(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


def stance_html(stance: str) -> str:
    """Return a stance as a mark."""
    return f'<span class="stance stance-{stance}">{words.STANCES[stance]}</span>'


def bar_html(counts: Mapping[str, int], whole: int, label: str = "") -> Markup:
    """Return counts as a bar, `whole` of which fill its length; without a label it is for the eye alone."""
    said = f'role="img" aria-label="{shown(label)}"' if label else 'aria-hidden="true"'
    out = [f'<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" {said}>']
    start = 0.0
    for kind, n in counts.items():
        length = 100 * n / max(whole, 1)
        place = f'x="{round(start, 3)}" y="0" width="{round(length, 3)}" height="10"'
        out.append(f'<rect class="fill-{kind}" {place}/>' if n else "")
        start += length
    return Markup("".join([*out, "</svg>\n"]))


def coverage_html(counts: Mapping[str, int], length: int) -> Markup:
    """Return what became of the characters of a text, as a bar and in words."""
    shares = [f"{words.COVERAGE_KINDS[kind]} {shown(words.percent(n, length))}" for kind, n in counts.items()]
    told = ",</span> ".join(f'<span class="share">{share}' for share in shares)
    return bar_html(counts, length) + Markup(f" {told}</span> " if shares else " ")


def quote_html(view: RunView, synpunkt: Synpunkt) -> Markup:
    """Return a synpunkt as an item of a list: its quote, who says it and where."""
    remissvar = view.remissvar[synpunkt.remissvar]
    instans = shown(view.instans(remissvar))
    other = reads_otherwise(synpunkt)
    quote = shown(synpunkt.reading if other else synpunkt.quote)
    dnr = f"dnr {shown(remissvar.dnr)}, " if remissvar.dnr else ""
    voice = f", <strong data-search>{shown(synpunkt.voice)}</strong>" if synpunkt.voice else ""
    lines = [
        f'<li class="synpunkt" id="{anchor("s", synpunkt.id)}" data-remiss="{shown(remissvar.remiss or "")}"'
        f' data-instans="{instans}" data-stance="{synpunkt.stance}">\n<figure>\n<blockquote>'
        f'<p class="quote" data-search>{quote}</p></blockquote>'
        f'\n<figcaption>\n<p class="source">{stance_html(synpunkt.stance)}'
        f' <cite data-search>{instans}</cite>{voice}\n<span class="where">{dnr}'
        f"{view.place(synpunkt, long=True)}</span></p>\n"
        f'<p class="context"><a class="jump" href="#{anchor("m", synpunkt.id)}">Visa i texten</a>\n'
    ]
    if remissvar.remiss:
        lines.append(f"<span>Svar på {shown(remissvar.remiss)}.</span>\n")
    if synpunkt.section:
        lines.append(f"<span>Står under <q data-search>{shown(synpunkt.section)}</q>.</span>\n")
    if synpunkt.refers_to:
        headings = ", ".join(f"<q data-search>{shown(heading)}</q>" for heading in synpunkt.refers_to)
        lines.append(f"<span>Gäller {headings}.</span>\n")
    if synpunkt.repeats:
        places = ", ".join(
            f'<a href="#{repeat_anchor(synpunkt, number)}">'
            f"{view.place_at(remissvar, spans[0].start, long=True)}</a>"
            for number, spans in enumerate(synpunkt.repeats, 1)
        )
        lines.append(f"<span>Sägs också på {places}.</span>\n")
    lines.append("</p>\n</figcaption>\n</figure>\n")
    if synpunkt.proposed_text:
        wording = f"<ins data-search>{shown(synpunkt.proposed_text.text)}</ins>"
        lines.append(f'<p class="wording"><span class="label">Föreslagen lydelse</span> {wording}</p>\n')
    if other:
        verbatim = f"<summary>Ordagrant ur texten</summary><p data-search>{shown(synpunkt.quote)}</p>"
        lines.append(f'<details class="verbatim">{verbatim}</details>\n')
    lines.append("</li>\n")
    return Markup("".join(lines))


def text_html(view: RunView, remissvar: Remissvar, pieces: Iterable[Piece]) -> Markup:
    """Return a text in full, with its synpunkter marked and linked back to their teman."""
    out = ['<div class="fulltext">']
    for piece in pieces:
        text = shown(piece.text)
        if piece.page is not None:
            name = anchor(f"p{piece.page}", remissvar.id)
            out.append(f'<div class="page" id="{name}">Sida {piece.page}</div>')
        if piece.synpunkt is not None:
            synpunkt = view.synpunkt[piece.synpunkt]
            name = f' id="{piece.anchor}"' if piece.anchor else ""
            out.append(f'<mark class="is-{piece.kind} mark-{synpunkt.stance}"{name}>{text}</mark>')
            if piece.is_last:
                tema = view.tema[synpunkt.tema] if synpunkt.tema is not None else None
                out.append(_way_back(synpunkt, tema, is_repeat=piece.kind == "repeat"))
        elif piece.kind in ("background", "other"):
            out.append(text)
        else:
            out.append(f'<span class="is-{piece.kind}">{text}</span>')
    out.append("</div>\n")
    return Markup("".join(out))


def _way_back(synpunkt: Synpunkt, tema: Tema | None, *, is_repeat: bool) -> str:
    name = shown(tema.label) if tema else words.OTHERS
    where = f"tema {tema.rank}, {name}" if tema else words.OTHERS
    link = f'<a class="back" href="#{anchor("s", synpunkt.id)}" aria-label="Tillbaka till {where}"'
    said = f"Tema {tema.rank}" if tema else "Övrigt"
    return f'{link} title="{name}">{said}{" (upprepning)" if is_repeat else ""}</a>'
