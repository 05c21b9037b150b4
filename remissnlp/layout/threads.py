"""Mail threads: which of several mails under each other is the letter, and what is only quoted."""

from __future__ import annotations

import re

from remissnlp.records import Span

_LABEL = r"(?:från|from|skickat|sent|datum|date|till|to|kopia|cc|ämne|subject)"
# At least three such lines in a row, maybe with marks of quotation before them.
_HEADER = re.compile(rf"(?:^[ \t>*]*{_LABEL}[ \t]?\*?:[^\n]*(?:\n|\Z)(?:^[ \t>]*\n)?){{3,}}", re.I | re.M)
_WROTE = re.compile(
    r"^[ \t>]*(?:-{2,} ?(?:ursprungligt meddelande|original message|vidarebefordrat meddelande)"
    r"|(?:den|on) [^\n]{6,80}(?:\n[^\n]{0,60})?(?:skrev|wrote)\b[^\n]{0,80}:[ \t]*$)[^\n]*\n?",
    re.I | re.M,
)
_SUBJECT = re.compile(r"^[ \t>*]*(?:ämne|subject)[ \t]?\*?:[ \t]*(?:vb|vs|fw|fwd)\b", re.I | re.M)
_PASSES_ON = re.compile(
    r"\b(?:vidarebefordra|för kännedom|inkommit|se nedan|nedanstående|för diarieföring)", re.I
)
_A_WORD_WITH_IT = 60
"""Words of a note that passes a letter on."""
_LINES_OF_HEADER = 2
_WORDS_ABOVE = 5


def find_quoted(text: str) -> tuple[Span, ...]:
    r"""Return the parts of a mail thread that are not the letter.

    An answer stands above what it answers; a mail that passes another on stands above the letter itself.

    Examples
    --------
    >>> reply = "Ja.\n\nFrån: a\nTill: b\nÄmne: Remiss\n\nSvara senast fredag.\n"
    >>> [reply[start:end][:7] for start, end in find_quoted(reply)]
    ['Från: a']
    """
    starts = sorted({match.start() for cue in (_HEADER, _WROTE) for match in cue.finditer(text)})
    starts = [
        at for n, at in enumerate(starts) if not n or text[starts[n - 1] : at].count("\n") > _LINES_OF_HEADER
    ]
    if not starts or len(text[: starts[0]].split()) > _WORDS_ABOVE:
        starts = [0, *starts]
    if len(starts) < 2:
        return ()
    ends = [*starts[1:], len(text)]
    first = text[starts[0] : ends[0]]
    short = len(_HEADER.sub("", first).split()) <= _A_WORD_WITH_IT
    passed_on = short and (_SUBJECT.search(first) or _PASSES_ON.search(first))
    letter = 1 if passed_on else 0
    return tuple(
        Span(a, b) for n, (a, b) in enumerate(zip(starts, ends, strict=True)) if n != letter and a < b
    )
