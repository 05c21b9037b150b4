"""Labels for those who give no demand that fits one: what they speak of, and how they stand to it."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.records import Stance
from remissnlp.themes import grammar as g
from remissnlp.themes.binding import bond
from remissnlp.themes.clauses import MOVABLE
from remissnlp.themes.cues import HEADS, OBJECT_CUES, OPPOSITION, PAIR_CUES, SUPPORT, WISH
from remissnlp.themes.objects import Phrase, object_of
from remissnlp.themes.sentence import Sentence, with_words
from remissnlp.themes.stating import leanings_of
from remissnlp.themes.words import is_content

SPOKEN_OF = "Tar upp"
"""The opening of a label that says what is spoken of, not what is wanted."""

STANDING: dict[Stance, str] = {
    "kritik": "Kritiserar",
    "forslag": "Har förslag om",
    "fraga": "Undrar över",
    "positiv": "Välkomnar",
    "neutral": SPOKEN_OF,
}
"""How a stance opens the label of what it is taken on."""

SUBJECT, HEAD, PIECE = 0.5, 0.35, 0.25
"""How well the subject of a clause, what people commonly speak of, and any other noun name a tema."""


def topics(s: Sentence) -> Iterator[Phrase]:
    """Yield what a sentence speaks of: the subjects of its clauses, then any noun with what belongs to it."""
    for i, word in enumerate(s.lower):
        if (word == "att" or (i == 0 and not s.by_body)) and s.told[i] == "own":
            yield from _subject(s, i + (word == "att"))
    for i in range(len(s.lower) - 2):
        known = s.lower[i] in HEADS
        binds = s.lower[i + 1] in {"om", "av", "för", "till", "på", "mot", "att", "mellan"}
        # "är öppen på julafton", "med tanke på"
        states = i and (
            s.lower[i - 1] in g.COPULAS or (s.lower[i - 1] == "med" and not g.is_definite(s.lower[i]))
        )
        if (
            binds
            and not states
            and not (i and s.words[i][0].isupper())  # a name, or a body
            and s.lower[max(0, i - 1) : i + 1] != ["i", "fråga"]
            and "instans" not in s.lower[i + 2]
            and (known or (g.is_noun_like(s.lower[i]) and is_content(s.lower[i]) and s.lower[i + 1] != "att"))
        ):
            for phrase in object_of(s, i, SPOKEN_OF, HEAD if known else PIECE):
                yield _as_topic(phrase)


def _subject(s: Sentence, start: int) -> Iterator[Phrase]:
    """Yield the subject of the clause that starts at `start`, opened by the stance of the synpunkt."""
    verb = next((i for i in range(start, len(s.words)) if s.is_end(i) or s.is_verb(i)), len(s.words))
    if verb == len(s.words) or s.is_end(verb) or s.lower[verb] in OBJECT_CUES:
        return
    end = verb
    while end > start and s.lower[end - 1] in MOVABLE:
        end -= 1
    said = " ".join(s.words[verb:]).split(" , ")[0]
    praised = s.stance == "kritik" and "positiv" in leanings_of(said)
    if end <= start or praised or not _is_matter(s, start, end):
        return
    subject = with_words(s, [*s.piece(start, end), "."])
    if _is_to_be_clear(s, start - 1):
        yield from object_of(subject, 0, "Efterfrågar förtydligande om", PIECE)
        return
    # "Behovet har inte beaktats" does not criticise the need.
    opening = SPOKEN_OF if "inte" in s.lower[verb : verb + 3] else STANDING[s.stance]
    for phrase in object_of(subject, 0, opening, SUBJECT):
        yield _as_topic(phrase)


def _is_to_be_clear(s: Sentence, at: int) -> bool:
    """Tell whether the "att" at `at` tells what should be made clear: "det bör framgå att kravet …"."""
    before = s.lower[max(0, at - 6) : at]
    clear = {"förtydligas", "tydliggöras", "klargöras", "preciseras", "framgå"} & set(before)
    return s.asks and bool(clear) and bool(WISH & set(before)) and "inte" not in before


def _is_matter(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a subject is a thing that can be spoken of: no body, no clause, not "förslaget" alone."""
    words = s.lower[start:end]
    named = g.is_name(s.words[start]) or any(w[0].isupper() for w in s.words[start + 1 : end])
    clausal = any(w in g.SUBORDINATORS - {"om"} or w.endswith(("ats", "its")) for w in words)
    body = any(g.is_body(w) or "instans" in w for w in words)
    return not (named or clausal or body) and any(is_content(w) for w in words)


def _as_topic(phrase: Phrase) -> Phrase:
    return Phrase(phrase.text, phrase.prior, wish=False)


def bare_stands(s: Sentence) -> Iterator[Phrase]:
    """Yield "Ställer sig bakom målet" and "Motsätter sig förslaget" for a stand on a single word."""
    for i, word in enumerate(s.lower):
        pair = PAIR_CUES.get((word, s.lower[i + 1])) if i + 1 < len(s.lower) else None
        verb = pair or OBJECT_CUES.get(word)
        at = i + 2 if pair else i + 1
        if (s.told[i] != "own" and not _of_instances(s, i)) or s.is_end(at) or s.is_negated(at):
            continue
        ends = s.is_end(at + 1) or s.is_verb(at + 1)
        halved = verb == "Ifrågasätter" and not ends and bond(s.lower[at], s.lower[at + 1]) > BOUND
        if not (ends or g.is_function(s.lower[at + 1])) or halved:  # "lämpligheten (av …)"
            continue
        if (
            g.is_definite(s.lower[at])
            and s.lower[at] not in g.ANAPHORS
            and not s.is_verb(at)
            and not g.is_body(s.words[at])
        ):
            if verb in SUPPORT:
                yield Phrase(f"Ställer sig bakom {s.words[at]}", PIECE, wish=False)
            elif verb in OPPOSITION:
                opening = "Ställer sig tveksam till" if verb == "Ifrågasätter" else "Motsätter sig"
                yield Phrase(f"{opening} {s.words[at]}", PIECE, wish=False)


BOUND = 0.6
"""Bond with what follows from which on a noun alone is no matter to stand behind."""


def stands_over(s: Sentence) -> Iterator[Phrase]:
    """Yield "Ställer sig bakom förslaget" for "de som yttrar sig över förslaget är positiva"."""
    over = next((i + 1 for i in range(len(s.words) - 2) if s.lower[i] == "över"), None)
    if over is None or not g.is_definite(s.lower[over]) or g.is_adjective(s.lower[over]) or s.is_verb(over):
        return
    for i in range(over, len(s.words)):
        if (
            s.lower[i] in {"positiv", "positiva"}
            and s.told[i] == "own"
            and not s.is_negated(i)
            and s.is_end(i + 1)
        ):
            yield Phrase(f"Ställer sig bakom {s.words[over]}", PIECE, wish=False)


def _of_instances(s: Sentence, at: int) -> bool:
    """Tell whether a stand is that of "de instanser som tillstyrker förslaget", who are then named."""
    before = s.lower[max(0, at - 4) : at]
    return "som" in before[1:] and before[before.index("som", 1) - 1].endswith("instanser")
