"""A sentence whose subject is told without the clause or the list that hangs on it."""

from __future__ import annotations

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import MOVABLE
from remissnlp.themes.cues import NARROWING, NEED, PAIRING, SAYING, WH_WORDS, WISH
from remissnlp.themes.rewriting import head_of
from remissnlp.themes.sentence import Sentence, with_words


def without_clause_inside(s: Sentence) -> Sentence:
    """Return "att kravet bör mildras" for "att kravet att alla ska svara på en dag bör mildras"."""
    for start in range(1, len(s.words) - 6):
        needed = s.lower[start - 1] in NEED or s.lower[start - 1] in WANTING
        said = needed or s.lower[start - 1] in SAYING or g.is_actor(s.words[start - 1])
        opener = _end_of_subject(s, start + 1) if s.lower[start] == "att" and said else None
        wish = _verb_after_clause(s, opener) if opener is not None else None
        if opener is None or wish is None or s.told[wish] == "against":
            continue
        end = opener - (s.lower[opener - 1] in g.PREPOSITIONS)
        subject = s.words[start + 1 : end]
        if s.lower[start + 1] in {"den", "det"} and s.lower[opener] == "som":
            subject = [*subject[1:-1], g.definite_of(subject[-1], neuter=s.lower[start + 1] == "det")]
        wanted = needed and (s.lower[start - 1] in NEED or s.lower[wish].endswith("s"))
        if s.lower[wish] in WISH or wanted:
            while s.lower[wish - 1] in MOVABLE:  # "kravet att … inte bör gälla"
                wish -= 1
            return with_words(s, [*s.words[: start + 1], *subject, *s.words[wish:]])
    return s


WANTING = frozenset("efterlyser efterfrågar önskar föreslår förordar begär".split())
"""Verbs after whose "att" even what "is" so is wanted."""


def _end_of_subject(s: Sentence, start: int) -> int | None:
    """Return where the clause opens that hangs on the subject at `start`; None where none does."""
    head = end = head_of(s, start)
    while (
        end is not None
        and s.lower[end] in g.PREPOSITIONS
        and not s.is_end(end + 1)
        and s.lower[end + 1] not in WH_WORDS | {"att"}
    ):
        end = head_of(s, end + 1)
    if head is None or end is None or s.is_end(end):
        return None
    if s.lower[end] == "som":  # "företag som saknar tillstånd" are not all
        alone = head == end == start + 2 and s.lower[start] in {"den", "det"}
        told = alone or g.is_definite(s.lower[head - 1])
        return end if told and _only_tells(s, end + 1) else None
    opener = end + (s.lower[end] in g.PREPOSITIONS)
    asked = opener > end and s.lower[opener] in WH_WORDS
    return opener if s.lower[opener] == "att" or asked else None


def _only_tells(s: Sentence, at: int) -> bool:
    """Tell the clause of "tillsynen som bedrivs i dag" from that of "den kommun som inte följer lagen"."""
    verb = next((i for i in range(at, len(s.words)) if s.is_end(i) or s.is_verb(i)), len(s.words))
    if verb == len(s.words) or s.is_end(verb) or s.is_negated(verb):
        return False
    return s.lower[verb].endswith("s")


def _verb_after_clause(s: Sentence, opener: int) -> int | None:
    """Return where the verb stands that follows the clause of an opener, which has no clause inside it."""
    infinitive = s.lower[opener] == "att" and g.is_infinitive(s.lower[opener + 1])
    found = 1 if infinitive else 0
    for i in range(opener + 1 + infinitive, len(s.words)):
        helped = s.lower[i - 1] in g.MODALS.keys() | g.AUXILIARY_INFINITIVES
        if s.is_end(i) or (s.is_opener(i) and not helped):
            return None
        if s.is_verb(i) and not helped:
            if found:
                return i
            found = 1
    return None


def without_list(s: Sentence) -> Sentence:
    """Return "att föreningar bör undantas" for "att föreningar, stiftelser och kyrkor bör undantas"."""
    for comma in range(2, len(s.words) - 4):
        named = s.words[comma - 1][0].isupper()
        if (
            s.words[comma] != ","
            or named
            or not g.is_word(s.words[comma - 1])
            or g.is_function(s.lower[comma - 1])
        ):
            continue
        if WHOLE & set(s.lower[max(0, comma - 4) : comma]):
            continue
        joined = False
        for at in range(comma + 1, min(comma + LONGEST_LIST, len(s.words) - 1)):
            word = s.lower[at]
            if joined and s.is_verb(at) and s.lower[at - 1] not in LISTING:
                rest = at
                while s.lower[rest - 1] in MOVABLE | {"varken", "heller"}:  # "… och skolor inte bör undantas"
                    rest -= 1
                return with_words(s, [*s.words[:comma], *s.words[rest:]])
            if s.is_verb(at) or s.is_opener(at) or g.is_infinitive(word) or s.words[at] in ".:;?":
                break
            joined = joined or word in LISTING
    return s


WHOLE = NARROWING | {"både", "varken", "mellan", "andelen"}
"""Words before a list that is only true as a whole."""

LONGEST_LIST = 16
"""Most words of the rest of a list."""

LISTING = frozenset("och eller samt".split())
"""Words before the last of a list."""


def without_second_subject(s: Sentence) -> Sentence:
    """Return "kravet på skäl bör förtydligas" for "kravet på skäl och syftet med lagen bör förtydligas"."""
    for at in range(2, len(s.words) - 4):
        before = s.lower[max(0, at - LONGEST_SUBJECT) : at]
        alone = (
            s.lower[at - 1].endswith("-") or g.is_function(s.lower[at - 1]) or g.is_adjective(s.lower[at - 1])
        )
        if s.lower[at] not in {"och", "samt"} or alone or (WHOLE | PAIRING) & set(before):
            continue
        start = next((i + 1 for i in range(at - 1, -1, -1) if s.lower[i] == "att"), 0)
        end = head_of(s, at + 1)
        while end is not None and not s.is_end(end) and s.lower[end] in g.PREPOSITIONS:
            end = head_of(s, end + 1)
        if end is None or s.is_end(end) or any(s.is_verb(i) or s.is_end(i) for i in range(start, at)):
            continue
        wish, done = [*(word for word in s.lower[end : end + 3] if word != "inte"), "", ""][:2]
        together = TOGETHER & set(s.lower[end:]) or done in RECIPROCAL
        if wish in WISH and g.is_passive_infinitive(done) and not together:
            return with_words(s, [*s.words[:at], *s.words[end:]])
    return s


LONGEST_SUBJECT = 9
"""Words before an "och" where what joins it to the rest of its subject would stand."""

TOGETHER = frozenset("samtidigt tillsammans ihop isär samman varandra parallellt".split())
"""Words that tell that what is done is done to both."""

RECIPROCAL = frozenset(
    """
    samordnas likställas jämställas skiljas åtskiljas vägas förenas kopplas separeras balanseras jämföras
    samlas integreras kombineras harmoniseras jämkas sammanföras läggas hållas ställas slås avvägas föras
    utjämnas blandas delas
    """.split()
)
"""What is only done to two together."""
