"""Phrases that a verb of stand gives: "saknar …", "avstyrker …", "är positiv till …", "… behövs"."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import MOVABLE, points_back
from remissnlp.themes.cues import BEING, DOCUMENTS, HEADS, OBJECT_CUES, OPPOSITION, PAIR_CUES, SAYING, SUPPORT
from remissnlp.themes.objects import Phrase, object_of
from remissnlp.themes.sentence import Sentence, with_words
from remissnlp.themes.wordings import after_cue, clause_at


def pair_phrases(s: Sentence, at: int, verb: str) -> Iterator[Phrase]:
    """Yield the phrases of a cue of two words at `at` ("positiv till", "behov av")."""
    if (s.lower[at], s.lower[at + 1]) == ("instämmer", "i") and tuple(s.lower[at + 2 : at + 4]) in PAIR_CUES:
        return  # "instämmer i vikten av …" stresses it
    if verb == "Ser behov av" and s.lower[at - 1] in g.ANAPHORS:
        return  # "anpassat för de behov av …"
    if s.lower[at] in SPOKEN_OF and not _is_said(s, at):
        return
    stands = verb not in SUPPORT | OPPOSITION or s.lower[at] not in STANDS or _is_stand(s, at)
    several = s.lower[at - 1 : at] in (["några"], ["någon"], ["något"])  # "har inte några invändningar mot"
    negated = bool({"inte", "ingen", "inget", "inga"} & set(s.lower[max(0, at - 2 - 2 * several) : at]))
    if negated:
        verb = NEGATED.get(verb, "Motsätter sig" if verb in SUPPORT else "")
    if stands and verb:
        yield from after_cue(s, at + 2, verb)


TELLING = frozenset("konstaterar noterar framgår innebär anger".split())
"""Verbs after which what is needed is told, not asked for."""

FARTHEST = 12
"""Most words from such a verb to what it tells."""

NEGATED = {"Ser behov av": "Ser inget behov av", "Betonar behovet av": "Ser inget behov av"}
"""What a pair of words tells after "inte" or "ingen"; one of support tells the opposite, the rest nothing."""

SPOKEN_OF = frozenset("risken behovet vikten betydelsen".split())
"""Nouns that tell what is seen or stressed only after a verb of saying: "risken skulle undvikas" does not."""

POINTING = SAYING | frozenset(
    """
    lyfta lyfter peka pekar trycka trycker instämmer ser uppmärksammar påminner hänsyn ökar medför innebär
    """.split()
)
"""Verbs that point at what follows."""


def _is_said(s: Sentence, at: int) -> bool:
    """Tell whether a verb of saying governs the noun at `at`: "framhåller Boverket behovet av …"."""
    for i in range(at - 1, -1, -1):
        if s.lower[i] in POINTING:
            return True
        if s.is_verb(i) or s.lower[i] in g.MODALS or s.lower[i] in {"att", "mellan", "som"}:
            return False
    return False


def cue_phrases(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield the phrases of a verb of stand at `at`."""
    word = s.lower[at]
    if word in NEEDED and TELLING & set(s.lower[max(0, at - FARTHEST) : at]):
        return  # "konstaterar att det av lagen följer att tillstånd krävs"
    if word in NEEDED and "inte" in s.lower[max(0, at - 2) : at + 3]:
        yield from _needless(s, at)
    elif s.lower[at + 1 : at + 2] == ["inte"] and OBJECT_CUES[word] in SUPPORT:
        yield from after_cue(s, at + 2, "Motsätter sig")
    elif s.lower[at + 1 : at + 2] == ["att"] and s.told[at + 1] == "aside":
        return  # "utredningen har föreslagit att …"
    elif word == "saknar" and s.by_body and s.stance == "kritik" and not _is_own_cue(s, at):
        yield from clause_at(s, 0, None)  # "ungdomar saknar mötesplatser"
    elif _is_own_cue(s, at):
        follows = _follows_subject(s, at)
        held = next((i + 2 for i, w in enumerate(s.lower[1:3]) if w == "att" and s.lower[0] in HEADS), 0)
        if word.endswith("s") and held < at and held:  # "förslaget att avgiften höjs avstyrks"
            yield from clause_at(with_words(s, [*s.words[:at], "."]), held, OBJECT_CUES[word])
        yield from _before_passive(s, at) if follows else after_cue(s, at + 1, OBJECT_CUES[word])


NEEDED = frozenset("behövs krävs".split())


def _needless(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Ser inget behov av …" for "det behövs inte någon …"."""
    start = at + 1
    while s.lower[start : start + 1] in (["inte"], ["någon"], ["något"], ["några"], ["ytterligare"]):
        start += 1
    yield from object_of(s, start, "Ser inget behov av", 0.9)


def _follows_subject(s: Sentence, at: int) -> bool:
    """Tell whether the thing that a passive verb is about stands before it: "finansieringen saknas"."""
    return s.lower[at].endswith("s") and _subject_start(s, at) < at


def _subject_start(s: Sentence, at: int) -> int:
    """Return where the subject of a passive verb starts; `at` where it has none before it."""
    start = at
    while start and g.is_word(s.words[start - 1]) and s.lower[start - 1] not in g.CLAUSE_OPENERS:
        start -= 1
    if start and s.lower[start - 1] in g.CLAUSE_OPENERS - {"att"}:
        return at
    before = s.lower[start:at]
    impersonal = not before or before[0] in g.PREPOSITIONS or FRONTED & set(before)
    opens = start < at and (points_back(s, start) or any(s.is_verb(i) for i in range(start, at)))
    return at if impersonal or opens else start


FRONTED = MOVABLE | {"det", "här", "där", "då", "idag", "nu"}
"""Words before the verb of a main clause that are not its subject."""


def _before_passive(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Saknar finansieringen av driften" for "finansieringen av driften saknas (i förslaget)"."""
    start = _subject_start(s, at)
    rest = at + 1 + (s.lower[at + 1 : at + 2] == ["helt"])
    follows = s.words[rest:] if not s.is_end(rest) and s.lower[rest] in g.PREPOSITIONS - {"av"} else ["."]
    subject = with_words(s, [*s.piece(start, at), *follows])
    yield from object_of(subject, 0, OBJECT_CUES[s.lower[at]], 0.95)


STANDS = frozenset(
    """
    positiv positiva positivt kritisk kritiska kritiskt negativ negativa tveksam tveksamma frågande
    """.split()
)
"""Words that tell a stand only after "är" or "ställer sig"."""


def _is_own_cue(s: Sentence, i: int) -> bool:
    """Tell a verb of the writer's own stand from a negated one, or a thing's."""
    if "inte" in s.lower[max(0, i - 2) : i + 3]:
        return False
    by_thing = i > 1 and s.lower[i - 2] == "att" and g.is_definite(s.lower[i - 1])
    if by_thing and OBJECT_CUES[s.lower[i]] in SUPPORT and not g.is_body(s.words[i - 1]):
        return False  # "bra att lagen uppmuntrar …"
    if s.lower[i] == "önskar" and s.by_body and "att" not in s.lower[:i]:
        return True
    return s.lower[i] not in {"saknar", "önskar"} or _lacks(s, i)


def _lacks(s: Sentence, at: int) -> bool:
    """Tell whether it is a body that lacks something, not a thing ("regeln saknar betydelse")."""
    before = s.lower[:at]
    if s.stance == "kritik" and before and before[0].endswith(DOCUMENTS) and "att" not in before:
        return True
    beside = s.words[max(0, at - 1) : at] + s.words[at + 1 : at + 2]
    if any(g.is_actor(w) or (w[0].isupper() and at > 1) for w in beside):
        return True
    return (
        s.by_body and "att" not in s.lower[:at] and any(g.is_actor(w) or g.is_name(w) for w in s.words[:at])
    )


def _is_stand(s: Sentence, at: int) -> bool:
    """Tell "ställer sig positiv till" from "kan bidra positivt till"."""
    before = s.lower[max(0, at - 4) : at]
    return any(w in BEING for w in before) and not (before and g.is_infinitive(before[-1]))
