"""Phrases at the joints of a sentence: what follows "att", "om", a question word or a passive infinitive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import read_clause
from remissnlp.themes.cues import (
    CLARIFYING,
    ENTAILING,
    NEED,
    PRAISE,
    REASON,
    SAYING,
    UNCLEAR,
    WISH,
)
from remissnlp.themes.judgements import judged
from remissnlp.themes.objects import Phrase, predicates
from remissnlp.themes.questions import question_at
from remissnlp.themes.sentence import Sentence
from remissnlp.themes.stating import LESSENING, is_bad
from remissnlp.themes.wordings import clause_at, infinitive_of


def after_joint(s: Sentence, i: int) -> Iterator[Phrase]:
    """Yield phrases for what follows "att" or "om", by what stands before it."""
    before, own, own_before = s.lower[max(0, i - 4) : i], s.told[i] == "own", s.told[i - 1] == "own"
    if s.lower[i] == "om" and (opening := _whether(s, i)):
        yield from question_at(s, i, opening, prior=0.95 if opening.startswith("Vill") else 0.9)
    elif (
        s.lower[i] == "om"
        and is_bad(before[-1])
        and own_before
        and not DENYING & {*s.lower[max(0, i - 7) : i]}
    ):
        yield from clause_at(s, i + 1, "Befarar")  # "olyckligt om planen saknar mål"
    elif before[-1] in NEED and own and not s.is_negated(i) and _is_of_need(s, i):
        praised = not s.asks or (before[-1] in PRAISE and before[-2:-1] == ["är"])
        yield from clause_at(s, i + 1, "Välkomnar" if praised else "Vill")
        if s.lower[i] == "att" and praised != s.asks:
            yield from infinitive_of(s, i + 1)
    elif s.lower[i] == "att":
        yield from _after_that(s, i)


def _whether(s: Sentence, at: int) -> str | None:
    """Return how a label opens for what an "om" asks; None for one that asks nothing."""
    before = s.lower[max(0, at - 4) : at]
    judgement = before[-2] if before[-1] == "till" and len(before) > 1 else before[-1]
    doubted = is_bad(judgement) and (judgement != before[-1] or judgement in DOUBTFUL)
    if doubted or before[-1] in {"ifrågasätter", "ifrågasatt"}:
        return "Ifrågasätter"
    if before[-1] in UNCLEAR or before[-1] == "undrar" or _is_question(s, at):
        return "Undrar"
    return f"Vill {g.active_infinitive(before[-1])}" if _is_weighed(s, at) else None


DOUBTFUL = frozenset("tveksam tveksamt tveksamma tvivelaktigt diskutabelt".split())
"""Judgements whose "om" asks whether something is so: "olyckligt om" tells what would be bad."""


def _is_of_need(s: Sentence, at: int) -> bool:
    """Tell whether what follows "viktigt att" or "bra om" is wanted: "viktigt om planen ska hålla" is not."""
    if s.lower[at - 2 : at - 1] and s.lower[at - 2] in {"mindre", "föga", "sällan", "knappast"}:
        return False
    would = {"vore", "skulle"} & set(s.lower[max(0, at - 4) : at])
    return s.lower[at] == "att" or s.lower[at - 1] in PRAISE | {"önskvärt", "bättre"} or bool(would)


def _after_that(s: Sentence, i: int) -> Iterator[Phrase]:
    """Yield phrases for what follows "att"."""
    before, own, negated = s.lower[max(0, i - 4) : i], s.told[i] == "own", s.is_negated(i)
    done = not s.is_end(i + 1) and g.is_infinitive(s.lower[i + 1])
    led = {
        before[-1],
        *(before[-2:-1] if before[-1] in {"för", "är", "till"} else []),
    }  # "risk för att", "skäl att"
    shared = {"delar", "instämmer"} & set(before)
    if is_bad(before[-1]) and DENYING & {*s.lower[max(0, i - 7) : i - 1]}:
        return  # "det är inte olämpligt att …"
    if is_bad(before[-1]) and done:
        form = g.present_of(s.lower[i + 1])
        yield from predicates(s, i + 1, "Ifrågasätter att man", 0.85, form=form)
    elif is_bad(before[-1]) and s.lower[i + 1] in WHOLLY and g.is_infinitive("".join(s.lower[i + 2 : i + 3])):
        form = g.present_of(s.lower[i + 2])
        yield from predicates(s, i + 2, f"Ifrågasätter att man {s.lower[i + 1]}", 0.85, form=form)
    elif is_bad(before[-1]) or (
        before[-1] in VIEWS and {("delar", "inte"), ("delar", "ej")} & set(pairwise(s.lower[:i]))
    ):
        yield from clause_at(s, i + 1, "Ifrågasätter")
    elif before[-1] in {"svårigheter", "svårigheten"} and done and not negated:
        yield from predicates(s, i + 1, "Ser svårigheter att", 0.85)
    elif before[-1] == "möjligheter" and not GIVING & set(s.lower[max(0, i - 7) : i]):
        return  # "begränsa möjligheter att …" wants the opposite
    elif s.asks and (led - {"är"}) & REASON and before[-1] != "är":
        spoken_of = {"skäl", "skälet"} & set(before) and not STATING & set(s.lower[max(0, i - 7) : i])
        if negated and done:
            yield from predicates(s, i + 1, "Vill inte", 0.85)
        elif own and not negated and not spoken_of:
            yield from infinitive_of(s, i + 1)
            yield from clause_at(s, i + 1, "Vill")
    elif led & {"risk", "risken"} and any(re.fullmatch(LESSENING, w) for w in before):
        return  # "minskar risken att …"
    elif (s.asks and led & {"risk", "risken"}) or (own and s.stance == "kritik" and _follows_from(before)):
        yield from clause_at(s, i + 1, "Befarar")
    elif (before[-1] in VIEWS | {"instämmer"} or before[-2:] == ["bild", "av"]) and shared and not negated:
        yield from _agreed(s, i + 1)
    elif opening := _opened(s, i):
        yield from question_at(s, i, opening, prior=0.9)
        if done and opening.startswith("Vill ") and before[-1] in CLARIFYING:
            yield from predicates(s, i + 1, f"{opening} att", 0.9)  # "bör övervägas att införa …"
    elif own and _hopes(s, i):
        yield from clause_at(s, i + 1, "Vill")
    elif own and _follows_saying(s, i):
        yield from clause_at(s, i + 1, None)
    elif own and _proposes(s, i):
        yield from infinitive_of(s, i + 1)
    else:
        yield from judged(s, i)


def _agreed(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Stödjer att …" for a shared view of what should be, "Instämmer i att …" of what is."""
    clause = read_clause(s, at)
    is_so = clause is not None and clause.modal is None
    for phrase in clause_at(s, at, "Stödjer"):
        yield replace(phrase, text=phrase.text.replace("Stödjer att", "Instämmer i att")) if is_so else phrase


DENYING = frozenset("inte knappast aldrig varken ingen inget föga".split())
"""Words that turn a judgement before an "att" or an "om" into its opposite."""

WHOLLY = frozenset("helt alltid endast enbart bara".split())
"""Adverbs that tell how far something is done, without which it is another thing."""

VIEWS = frozenset("bedömning bedömningen uppfattning uppfattningen".split())
"""What one shares or does not."""


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


def _follows_from(before: list[str]) -> bool:
    """Tell whether an "att" tells what something entails: "innebär att", "kan leda till att"."""
    led = before[-2:] in ([verb, "till"] for verb in ("leda", "leder", "bidra", "bidrar"))
    return led or before[-1] in ENTAILING or before[-1] in {"innebära", "medföra"}


def _opened(s: Sentence, at: int) -> str | None:
    """Return how a label opens for the "att" of "bör förtydligas att", "bör framgå att", "vill inte att"."""
    before = s.lower[max(0, at - 7) : at]
    shunned = before[-2:] == ["leda", "till"] and {"får", "bör", "ska"} & set(before) and "inte" in before
    if before[-2:] == ["vill", "inte"] or shunned:
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
        or before[-1] in {"vill", "tillse"}
        or before[-2:] in (["se", "till"], ["ser", "till"], ["ser", "hellre"], ["ser", "gärna"])
        or (before[-1] == "sett" and "hade" in before)
        or _takes_for_granted(s, at)
    )


def _takes_for_granted(s: Sentence, at: int) -> bool:
    """Tell whether an "att" follows the "förutsätter" of a body, not that of a proposal."""
    verb = next((i for i in range(max(0, at - 3), at) if s.lower[i] == "förutsätter"), None)
    return verb is not None and s.asks and (s.by_body or any(map(g.is_actor, s.words[:at])))


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
        owned = (
            i > 0 and s.words[i - 1][0].isupper() and s.lower[i - 1].endswith("s")
        )  # "Riksbankens direktion"
        if not (
            g.is_actor(s.words[i])
            or s.words[i][0].isupper()
            or owned
            or s.lower[i] in {"i", "fram", "tydligt", "och", "sig"}
        ):
            return False
    return False


GIVING = frozenset("ser finns ge ger ges skapa skapas öka ökade bättre fler nya större stora goda".split())
"""Words that tell that possibilities are wanted."""
