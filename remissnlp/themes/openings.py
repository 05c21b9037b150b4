"""Labels of sentences that open with their verb or with a question word: demands, list items, questions."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.embedding.words import load_words
from remissnlp.extraction.imperatives import find_imperative
from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import points_back
from remissnlp.themes.cues import CLARIFYING, DESIRED, NEED, PRAISE, WH_WORDS, WISH
from remissnlp.themes.cutting import LONGEST, cuts
from remissnlp.themes.objects import Phrase, object_of, predicates
from remissnlp.themes.rewriting import DEGREES, NONE, head_of, subject_first
from remissnlp.themes.sentence import Sentence, with_words
from remissnlp.themes.wordings import clause_at

ITEM = 0.85
"""How well a demand without a subject names a tema."""


def opening_phrases(s: Sentence) -> Iterator[Phrase]:
    """Yield the phrases of a sentence that has no subject before its verb."""
    if len(s.words) < 2:
        return
    yield from _judged(s)
    plain = not any(s.is_verb(i) for i in range(1, len(s.words)))
    if s.words[-1] == "?":
        yield from _asked(s)
    elif (s.is_item and plain) or _is_imperative(s):
        yield from _listed(s)
    elif s.lower[0] in WH_WORDS:
        yield from _clarified(s)
    elif (s.is_verb(0) and not s.is_item) or _is_adverbial(s):
        yield from _turned(s)
    elif plain:
        yield from _listed(s)
        if s.asks and (s.lower[0] in COMPARED or s.lower[0].endswith("are")):  # "Fler bänkar i parken!"
            yield from _wished(s)
        elif s.asks and s.lower[0] in NONE:  # "Inga fler hus!"
            yield from object_of(s, 1, "Vill inte ha", ITEM)


COMPARED = frozenset("mer mera fler flera bättre större färre mindre högre lägre ökad ökat ökade".split())
"""What one asks for more or less of, besides comparatives in "-are"."""


def _listed(s: Sentence) -> Iterator[Phrase]:
    """Yield "Vill ställa krav på …" for "ställer krav på …", "Ställ krav på …" and "att ställa krav på …"."""
    if s.stance != "forslag" and not _is_imperative(s):
        return
    start = 1 if s.lower[0] == "att" else 0
    infinitive = s.lower[start] if g.is_infinitive(s.lower[start]) else None
    if infinitive is None and (s.is_item or _is_imperative(s)):
        infinitive = g.infinitive_of_present(s.lower[start])
    if infinitive:
        negated = s.lower[start + 1 : start + 2] == ["inte"]
        demand = with_words(s, [infinitive, *s.words[start + 1 + negated :]])
        if demand.is_end(1) or points_back(demand, 1):
            return
        yield from predicates(demand, 0, "Vill inte" if negated else "Vill", ITEM)
    elif s.is_item and start == 0 and not g.is_infinitive(s.lower[0]):
        yield from _wished(s)


def _wished(s: Sentence) -> Iterator[Phrase]:
    """Yield "Önskar fler bänkar" for a sentence that only names them."""
    yield from object_of(with_words(s, [g.uncapitalise(s.words[0]), *s.words[1:]]), 0, "Önskar", ITEM)


def _is_imperative(s: Sentence) -> bool:
    return find_imperative(" ".join(s.words), load_words()) is not None


def _judged(s: Sentence) -> Iterator[Phrase]:
    """Yield "Välkomnar att eleverna får delta" for "Att eleverna får delta är bra".

    What would be good or help is wished: "En ny bro skulle underlätta".
    """
    for verb in range(1, len(s.words) - 1):
        at = verb + 1 + (s.lower[verb + 1] in DEGREES | {"varit", "vara"})
        if not (s.lower[verb] in g.COPULAS | WOULD and not s.is_end(at)):
            continue
        ends = s.is_end(at + 1) or g.is_function(s.lower[at + 1])
        subject = with_words(s, [*s.piece(0, verb), "."])
        new = s.lower[0] not in {"det", "att"} and "inte" not in s.lower[:at]
        helps = s.stance == "forslag" and s.lower[verb] == "skulle" and s.lower[0] in {"en", "ett", "fler"}
        wished = (s.lower[verb] in WOULD and s.lower[at] in DESIRED) or s.lower[at].startswith("önskvärd")
        helps = helps and not s.lower[at].endswith("s") and s.is_complete(0, verb)
        if (new and wished and s.is_end(at + 1)) or helps:
            yield from object_of(subject, 0, "Önskar", ITEM)
        elif s.lower[verb] in g.COPULAS and s.lower[at] in PRAISE and ends:
            if s.lower[0] != "att":
                yield from object_of(subject, 0, "Välkomnar", ITEM)
            elif subject.is_complete(0, verb):
                yield Phrase(" ".join(["Välkomnar", *subject.words[:-1]]), ITEM)
            return


WOULD = frozenset("vore hade skulle".split())
"""What a thing is not yet, but would be welcome."""


def _clarified(s: Sentence) -> Iterator[Phrase]:
    """Yield "Vill konkretisera vilka krav det innebär" for "Vilka krav det innebär bör konkretiseras"."""
    for verb in range(3, min(LONGEST, len(s.words) - 1)):
        wished = s.lower[verb] in WISH and s.lower[verb + 1] in CLARIFYING
        if wished and s.is_complete(0, verb):
            active = g.active_infinitive(s.lower[verb + 1])
            yield Phrase(" ".join(["Vill", active, *s.piece(0, verb)]), ITEM)


def _asked(s: Sentence) -> Iterator[Phrase]:
    """Yield "Undrar hur kommunen ska nå målen" for "Hur ska kommunen nå målen?"."""
    verb = next((i for i in range(min(6, len(s.words))) if s.is_verb(i)), None)
    if verb is None:
        return
    if verb and s.lower[verb : verb + 2] == ["är", "det"] and s.lower[verb + 3 : verb + 4] == ["att"]:
        # "Hur är det tänkt att nämnderna ska samverka?" asks how they shall.
        yield from _wondered(with_words(s, [*s.piece(0, verb), *s.words[verb + 4 :]]))
    elif verb == 0 and s.lower[0] in {"finns", "kommer"} and s.lower[1] == "det":
        yield from _wondered(with_words(s, ["om", "det", s.lower[0], *s.words[2:]]))
    elif s.lower[0] in WH_WORDS and verb:
        turned = subject_first(s, verb)
        if turned is not None:
            yield from _wondered(with_words(s, [*s.piece(0, verb), *turned.words]))
        elif s.lower[0] not in {"varför", "hur", "när"}:
            # What is asked for is the subject: "vilka krav ställs?" becomes "vilka krav som ställs".
            yield from _wondered(with_words(s, [*s.piece(0, verb), *s.words[verb:]]), som=verb)
    elif verb == 0 and s.lower[1] == "det" and s.lower[3:4] == ["att"] and s.lower[2] in NEED:
        yield from clause_at(s, 4, "Ifrågasätter")
    elif verb == 0:
        turned = subject_first(s, 0)
        if turned is not None:
            yield from _wondered(with_words(s, ["om", *turned.words]))


def _wondered(s: Sentence, *, som: int = 0) -> Iterator[Phrase]:
    """Yield "Undrar" with ever longer pieces of an indirect question, with "som" put in where it needs it."""
    for end, worth, whole in cuts(s, 0):
        if end >= (3 if whole else 4) and not g.is_adjective(s.lower[end - 1]):
            words = [*s.words[:som], "som", *s.words[som:end]] if som else s.words[:end]
            yield Phrase(" ".join(["Undrar", *words]), 0.9 * worth)


def _is_adverbial(s: Sentence) -> bool:
    """Tell whether a sentence opens with a preposition and its noun: "I planen saknas …"."""
    return s.lower[0] in g.PREPOSITIONS - {"om"} and head_of(s, 1) is not None


def _turned(s: Sentence) -> Iterator[Phrase]:
    """Yield the phrases of a main clause whose subject stands after its verb."""
    verb = next((i for i in range(len(s.words)) if s.is_verb(i) or s.is_end(i)), 0)
    if s.is_end(verb) or s.lower[verb] in g.MODALS or s.told[verb] != "own":
        return
    turned = subject_first(s, verb)
    if turned is not None:
        yield from clause_at(turned, 0, None)
