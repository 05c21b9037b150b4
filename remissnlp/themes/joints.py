"""Phrases at the joints of a sentence: what follows "att", "om", a question word or a passive infinitive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import read_clause, subject_ends
from remissnlp.themes.cues import (
    CLARIFYING,
    HARD,
    NEED,
    OBJECT_CUES,
    PAIR_CUES,
    PRAISE,
    REASON,
    SAYING,
    UNCLEAR,
    WISH,
)
from remissnlp.themes.cutting import LONGEST, predicate_cuts
from remissnlp.themes.objects import Phrase, object_of
from remissnlp.themes.sentence import Sentence, is_bad
from remissnlp.themes.wordings import clause_at, infinitive_of, question_at


@cache
def _clarified() -> dict[str, str]:
    """Return the infinitives of the same words in the present: "klargörs" is "klargöra"."""
    return {g.present_of(word): g.active_infinitive(word) for word in sorted(CLARIFYING)}


def after_joint(s: Sentence, i: int) -> Iterator[Phrase]:
    """Yield phrases for what follows "att" or "om", by what stands before it."""
    word, before = s.lower[i], s.lower[max(0, i - 4) : i]
    negated, own = s.is_negated(i), s.told[i] == "own"
    if before[-1] == "till" and before[-2:-1] and is_bad(before[-2]) and word == "om":
        yield from question_at(s, i, "Ifrågasätter")
    elif is_bad(before[-1]):
        if word == "om":
            yield from question_at(s, i, "Ifrågasätter")
        elif g.is_infinitive("".join(s.lower[i + 1 : i + 2])):
            for end, prior, whole in predicate_cuts(s, i + 1):
                done = [g.present_of(s.lower[i + 1]), *s.words[i + 2 : end]]
                yield Phrase(" ".join(["Ifrågasätter att man", *done]), 0.85 * prior, whole)
        else:
            yield from clause_at(s, i + 1, "Ifrågasätter")
    elif before[-1] in {"ifrågasätter", "ifrågasatt"} and word == "om":
        yield from question_at(s, i, "Ifrågasätter")
    elif word == "om" and (before[-1] in UNCLEAR or before[-1] == "undrar" or _is_question(s, i)):
        yield from question_at(s, i, "Undrar")
    elif word == "om" and _is_weighed(s, i):
        yield from question_at(s, i, f"Vill {g.active_infinitive(before[-1])}", prior=0.95)
    elif (
        word == "att"
        and before[-1] in {"bedömning", "bedömningen", "uppfattning", "uppfattningen"}
        and {("delar", "inte"), ("delar", "ej")} & set(pairwise(s.lower[:i]))
    ):
        yield from clause_at(s, i + 1, "Ifrågasätter")
    elif word == "att" and before[-1] == "möjligheter" and not GIVING & set(s.lower[max(0, i - 7) : i]):
        return  # "begränsa möjligheter att …" wants the opposite
    elif (
        word == "att"
        and s.asks
        and ({*before[-1:]} | ({*before[-2:-1]} if before[-1] == "för" else set())) & REASON
    ):
        if not negated:
            spoken_of = {"skäl", "skälet"} & set(before) and not STATING & set(s.lower[max(0, i - 7) : i])
            if own and not spoken_of:
                yield from infinitive_of(s, i + 1)
                yield from clause_at(s, i + 1, "Vill")
        elif i + 1 < len(s.lower) and g.is_infinitive(s.lower[i + 1]):
            for end, prior, whole in predicate_cuts(s, i + 1):
                yield Phrase(" ".join(["Vill inte", *s.words[i + 1 : end]]), 0.85 * prior, whole)
    elif (
        word == "att"
        and s.asks
        and {"risk", "risken"} & {before[-1], *([before[-2]] if before[-1] in {"för", "är"} and i > 1 else [])}
    ):
        yield from clause_at(s, i + 1, "Befarar")
    elif (
        word == "att"
        and before[-1] in {"instämmer", "bedömning", "bedömningen", "uppfattning"}
        and not negated
    ):
        if {"delar", "instämmer"} & set(before) or before[-1] == "instämmer":
            yield from clause_at(s, i + 1, "Stödjer")
    elif before[-1] in NEED and own and not negated:
        praised = not s.asks or (before[-1] in PRAISE and before[-2:-1] == ["är"])
        yield from clause_at(s, i + 1, "Välkomnar" if praised else "Vill")
        if word == "att" and praised != s.asks:
            yield from infinitive_of(s, i + 1)
    elif word == "att" and (opening := _opened(s, i)):
        yield from question_at(s, i, opening, prior=0.9)
    elif word == "att" and own and (_hopes(s, i) or _takes_for_granted(s, i)):
        yield from clause_at(s, i + 1, "Vill")
    elif word == "att" and own and _follows_saying(s, i):
        yield from clause_at(s, i + 1, None)
    elif word == "att" and own and _proposes(s, i):
        yield from infinitive_of(s, i + 1)
    elif word == "att":
        yield from _judged(s, i)


def _is_weighed(s: Sentence, at: int) -> bool:
    """Tell the "om" of "det bör övervägas om …" and of "finns skäl att överväga om …"."""
    before = s.lower[max(0, at - 6) : at]
    if "inte" in before or s.told[at - 1] != "own":
        return False
    if before[-1] in CLARIFYING:
        return bool(g.MODALS.keys() & set(before))
    wanted = REASON | NEED | WISH
    return f"{before[-1]}s" in CLARIFYING and bool(wanted & set(before[:-1]))


STATING = frozenset("finns finnas fanns föreligger föreligga ser se har ha".split())
"""Words with which a reason to do something is stated, not only spoken of."""


def _opened(s: Sentence, at: int) -> str | None:
    """Return how a label opens for the "att" of "bör förtydligas att", "bör framgå att", "vill inte att"."""
    before = s.lower[max(0, at - 7) : at]
    if before[-2:] == ["vill", "inte"]:
        return "Vill inte"
    if not WISH & set(before) or "inte" in before or not s.asks or s.told[at] != "own":
        return None
    if before[-1] in CLARIFYING:
        return f"Vill {g.active_infinitive(before[-1])}"
    clause = read_clause(s, at + 1)
    wished = clause is not None and clause.finite in WISH  # "bör framgå att kravet ska gälla"
    return "Vill tydliggöra" if {"framgå", "anges"} & set(before[-4:]) and not wished else None


def _proposes(s: Sentence, at: int) -> bool:
    """Tell whether an "att" follows "den bästa lösningen är" or "uppmanar kommunen"."""
    is_way = s.asks and s.lower[at - 1] in {"är", "vore"} and bool(WAYS & set(s.lower[:at]))
    return is_way or bool(ASKING & set(s.lower[max(0, at - 4) : at]))


WAYS = frozenset("förslag önskemål alternativ alternativet lösning lösningen metoden sättet vägen".split())
"""What "är att" tells of: "den bästa lösningen är att införa …"."""


ASKING = frozenset("uppmanar uppmana ber".split())
"""Verbs of asking somebody to do what follows."""


def _hopes(s: Sentence, at: int) -> bool:
    """Tell whether an "att" follows "vill", "se till", "hade gärna sett" or "utformas så"."""
    before = s.lower[:at]
    return (
        (before[-1] == "så" and s.asks and g.is_passive_infinitive("".join(before[-2:-1])))
        or before[-1] == "vill"
        or before[-2:] in (["se", "till"], ["ser", "till"], ["ser", "hellre"], ["ser", "gärna"])
        or (before[-1] == "sett" and "hade" in before)
    )


def _takes_for_granted(s: Sentence, at: int) -> bool:
    """Tell whether an "att" follows the "förutsätter" of a body, not that of a proposal."""
    verb = next((i for i in range(max(0, at - 3), at) if s.lower[i] == "förutsätter"), None)
    return verb is not None and s.asks and (s.by_body or any(g.is_actor(w) for w in s.words[:at]))


def _is_question(s: Sentence, at: int) -> bool:
    """Tell "frågan om målet nås är svår" from "frågan om målet bör utredas": one verb is the question's."""
    verbs = sum(
        s.is_verb(i) and not g.is_infinitive(s.lower[i]) and s.told[i] != "aside"
        for i in range(at, len(s.lower))
    )
    return s.lower[at - 1] == "frågan" and verbs > 1


HELD = frozenset("inställning inställningen uppfattning uppfattningen åsikt åsikten mening".split())
"""What somebody holds."""

LONGEST_ADVERBIAL = 10
"""Most words between a verb of saying and its "att"."""


def _follows_saying(s: Sentence, at: int) -> bool:
    """Tell whether the "att" at `at` follows a verb of saying, with nothing but the body between.

    So does one that an "och" joins to such a one.
    """
    if s.lower[at - 1] in {"och", "samt"}:
        earlier = (i for i in range(at - 2, 0, -1) if s.lower[i] == "att" and s.told[i] == "own")
        first = next(earlier, 0)
        return first > 0 and _follows_saying(s, first)
    if s.lower[at - 1] in g.COPULAS and s.lower[at - 2] in HELD:
        return True  # "föreningens inställning är att"
    for i in range(at - 1, max(-1, at - LONGEST_ADVERBIAL), -1):
        if s.lower[i] in SAYING and s.lower[i + 1] in g.PREPOSITIONS:
            return True  # "anser i denna del att"
        if s.is_end(i) or s.is_verb(i) or s.is_opener(i):
            break
    for i in range(at - 1, max(-1, at - 6), -1):
        if s.lower[i] in SAYING:
            return True
        if not (
            g.is_actor(s.words[i])
            or s.words[i][0].isupper()
            or s.lower[i] in {"i", "fram", "tydligt", "och", "sig"}
        ):
            return False
    return False


def _judged(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Ser svårigheter att <infinitive>" for "det blir svårt att", "Vill inte …" for "inte bra att"."""
    judgement = s.lower[at - 1]
    described = g.is_adjective(judgement) or judgement.endswith("ande")
    window = s.lower[max(0, at - 5) : at]
    if not described or not any(w in g.COPULAS | {"bli", "vara"} for w in window):
        return
    if UNWANTED.get(judgement) == "Vill inte" and "inte" in window and s.asks:
        yield from clause_at(s, at + 1, "Invänder mot")
    if at + 1 < len(s.lower) and g.is_infinitive(s.lower[at + 1]):
        if judgement in HARD and "inte" not in window:
            opening = "Ser svårigheter att"
        elif judgement == "möjligt" and WISH & set(window) and "inte" not in window and s.asks:
            opening = "Vill kunna"
        elif judgement in UNWANTED and "inte" in window and s.asks:
            opening = UNWANTED[judgement]
        else:
            return
        thing = _thing_judged(s, at)
        if thing:  # "målet är svårt att nå"
            yield Phrase(" ".join([opening, s.words[at + 1], *thing]), 0.85, True)
            return
        for end, prior, whole in predicate_cuts(s, at + 1):
            yield Phrase(" ".join([opening, *s.words[at + 1 : end]]), 0.85 * prior, whole)


def _thing_judged(s: Sentence, at: int) -> list[str]:
    """Return the subject of "målet är svårt att nå": what is hard to reach; nothing for "det är svårt …"."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if s.lower[i] in {"att", "som"}), 0)
    clause = read_clause(s, start) if not s.by_body or start else None
    if clause is None or clause.s.lower[clause.start] in {"det", "här"}:
        return []
    lengths = (end for end in subject_ends(clause) if end - clause.start <= LONGEST - 4)
    return clause.s.piece(clause.start, next(lengths, clause.start))


UNWANTED = {
    **dict.fromkeys(
        """
        lämpligt rimligt bra önskvärt acceptabelt motiverat befogat försvarbart ändamålsenligt
        proportionerligt klokt
        """.split(),
        "Vill inte",
    ),
    "nödvändigt": "Ser inget behov av att",
}
"""Judgements that "inte" turns into a rejection, and the opening of its label."""


GIVING = frozenset("ser finns ge ger ges skapa skapas öka ökade bättre fler nya större stora goda".split())
"""Words that tell that possibilities are wanted."""


def question_phrases(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Undrar hur …" for what is unclear, and "Vill klargöra hur …" for what should be made clear."""
    before = s.lower[max(0, at - 4) : at]
    if s.lower[at : at + 3] == ["när", "det", "gäller"]:
        return
    unseen = g.is_infinitive(before[-1]) and before[-2:-1] == ["att"] and bool(HARD & set(before[:-2]))
    unknown = before[-1] in UNCLEAR or before[-1] == "undrar" or ("framgår" in before and "inte" in before)
    if unknown or unseen:  # "svårt att se hur …"
        start = at - (before[-1] in g.PREPOSITIONS)  # "på vilket sätt"
        yield from question_at(s, start, "Undrar")
    elif before[-1] in {"i", "på", "för"} and before[-2:-1] and before[-2] in UNCLEAR:
        yield from question_at(s, at - 1, "Undrar")
    elif before[-1] in {"ifrågasätter", "ifrågasatt"}:
        yield from question_at(s, at, "Ifrågasätter")
    elif s.told[at - 1] != "own":
        return  # "avstyrker att det ska regleras hur …"
    elif before[-1] in _clarified() and "vore" in s.lower[:at]:
        yield from question_at(s, at, f"Vill {_clarified()[before[-1]]}", prior=0.95)
    elif before[-1] in CLARIFYING and g.MODALS.keys() & set(before[:-1]) and "inte" not in before:
        active = g.active_infinitive(before[-1])
        yield from question_at(s, at, f"Vill {active}", prior=0.95)
    elif before[-2:] == ["frågande", "till"]:
        yield from question_at(s, at, "Ifrågasätter")
    elif before[-1] in g.PREPOSITIONS and (cue := _governing(s, at)):
        yield from question_at(s, at, cue, prior=0.95)  # "saknar en beskrivning av hur …"
    elif "framgå" in before and WISH & set(before[:-1]) and "inte" not in before:
        yield from question_at(s, at, "Vill klargöra", prior=0.9)  # "av planen bör framgå hur …"
    elif f"{before[-1]}s" in CLARIFYING and WISH & set(before[:-1]) and "inte" not in before:
        yield from question_at(s, at, f"Vill {before[-1]}", prior=0.9)  # "kommunen bör redovisa hur …"


def _governing(s: Sentence, at: int) -> str | None:
    """Return how a label opens for what a lacking or wished account would tell: "saknar en analys av hur …"."""
    start = max(0, at - LONGEST_ACCOUNT)
    for i in range(at - 2, start - 1, -1):
        pair = PAIR_CUES.get((s.lower[i], s.lower[i + 1]))
        if s.told[i] == "own" and (pair or s.lower[i] in OBJECT_CUES) and "inte" not in s.lower[i:at]:
            return ACCOUNTED.get(pair or OBJECT_CUES[s.lower[i]])
        if s.is_end(i) or s.is_opener(i):
            return None
    return None


LONGEST_ACCOUNT = 8
"""Most words from a cue to the question that an account of it would answer."""

ACCOUNTED = {
    "Saknar": "Undrar",
    **dict.fromkeys(
        ["Önskar", "Efterfrågar", "Efterlyser", "Föreslår", "Förordar", "Begär", "Ser behov av"],
        "Vill klargöra",
    ),
}
"""Cues of what is lacked or wished, and the opening of the question that it would answer."""


def made(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill införa en bestämmelse" for "det bör införas en bestämmelse"."""
    before = s.lower[max(0, at - 8) : at]
    modals = WISH if s.lower[at] == "finnas" else g.MODALS.keys()
    impersonal = "det" in before and modals & set(before[-4:])
    wish = "Vill inte" if "inte" in before else "Vill"
    following = [*s.lower[at + 1 : at + 4], "", ""]
    # "Det kan flyttas längre bak": the thing stands elsewhere.
    adverb = g.is_adjective(following[0]) and (
        following[1] in {"", "bak", "fram"} or g.is_function(following[1])
    )
    if impersonal and following[0] and following[0] not in g.PURE_PARTICLES and not adverb:
        verb = "ha" if s.lower[at] == "finnas" else g.active_infinitive(s.lower[at])
        yield from object_of(s, at + 1, f"{wish} {verb}", 0.95)
