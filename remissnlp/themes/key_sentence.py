"""One sentence that says what a tema is about: never written, always a slice of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from remissnlp.layout.sentences import sentence_bounds
from remissnlp.records import KeySentence, Span, Synpunkt
from remissnlp.themes.cues import OPPOSITION, SUPPORT
from remissnlp.themes.direction import direction_of
from remissnlp.themes.grammar import ANAPHORS
from remissnlp.themes.keywords import content_stems, with_parts
from remissnlp.themes.phrases import phrases_of, stands_of

SHORTEST, LONGEST = 5, 40
"""Words of a sentence that says enough, and not too much."""

CONSIDERED = 10
"""How many of the most typical synpunkter are looked at."""

SOURCE = 4.0
"""How much more a sentence counts that the label itself was taken from."""

_POINTS_BACK = re.compile(
    rf"^\W*(?:{'|'.join(sorted(ANAPHORS - {'det', 'den', 'vi', 'man'}))}|därför|däremot|vidare|dessutom)\b",
    re.IGNORECASE,
)


def find_key_sentence(
    group: Sequence[Synpunkt], weights: Mapping[str, float], label: str
) -> KeySentence | None:
    """Return the sentence that says most of what is typical of a tema, and what its label says.

    Parameters
    ----------
    group : sequence of Synpunkt
        The tema's synpunkter, the most typical first.
    weights : mapping of str to float
        How typical each stem is of the tema, see `keywords.class_tfidf`.
    label : str
        What the tema is called.

    Returns
    -------
    KeySentence or None
        None only for a tema without synpunkter.
    """
    named = content_stems(label)
    group = [s for s in group if points_as(label, s)] or group
    best: tuple[float, KeySentence] | None = None
    for place, synpunkt in enumerate(group[:CONSIDERED]):
        for sentence in sentences_of(synpunkt):
            length = len(sentence.reading.split())
            own = content_stems(sentence.reading)
            stems = with_parts(own, weights)
            # What the label says comes first: a reader takes the sentence for its explanation.
            called = (1.0 + len(named & own) / max(len(named), 1)) ** 2
            said = sum(weights.get(stem, 0.0) for stem in stems) / (6.0 + length) ** 0.5
            clear = 0.5 if _POINTS_BACK.search(sentence.reading) else 1.0
            fitting = 1.0 if SHORTEST <= length <= LONGEST else 0.5
            offered = (find(sentence.reading, synpunkt.stance) for find in (phrases_of, stands_of))
            gives = any(phrase.text == label for phrases in offered for phrase in phrases)
            source = SOURCE if gives else 1.0
            score = round((0.01 + said) * called * clear * fitting * source * (1.0 - 0.05 * place), 6)
            if best is None or score > best[0]:
                best = (score, sentence)
    return best[1] if best else None


def points_as(label: str, synpunkt: Synpunkt) -> bool:
    """Tell whether a synpunkt does not point the other way than the label does."""
    first = label.split(maxsplit=1)[0]
    direction = direction_of(synpunkt.reading, synpunkt.stance)
    if first in SUPPORT or label.startswith(("Ställer sig bakom", "Instämmer i")):
        return synpunkt.stance == "positiv" and direction != "rejects"
    if any(label.startswith(verb) for verb in OPPOSITION) or label.startswith(
        ("Vill inte", "Ser inget behov")
    ):
        return direction == "rejects" or (synpunkt.stance == "kritik" and direction is None)
    return synpunkt.stance != "positiv"


def sentences_of(synpunkt: Synpunkt) -> Iterator[KeySentence]:
    """Yield the sentences of a synpunkt with their places; the whole where its parts cannot be told."""
    quote = list(sentence_bounds(synpunkt.quote))
    reading = list(sentence_bounds(synpunkt.reading))
    if len(quote) < 2 or len(quote) != len(reading):
        yield KeySentence(synpunkt.id, synpunkt.spans, synpunkt.quote, synpunkt.reading)
        return
    for (start, end), (first, last) in zip(quote, reading, strict=True):
        spans = part_of(synpunkt.spans, start, end)
        yield KeySentence(synpunkt.id, spans, synpunkt.quote[start:end], synpunkt.reading[first:last])


def part_of(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of ``[start, end)`` of what `spans` hold together."""
    parts, at = [], 0
    for span in spans:
        length = span.end - span.start
        first, last = max(start, at), min(end, at + length)
        if first < last:
            parts.append(Span(span.start + first - at, span.start + last - at))
        at += length
    return tuple(parts)
