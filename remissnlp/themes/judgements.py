"""Phrases for what one judges to do: "Ser svårigheter att mäta", "Vill inte höja", "Vill kunna bygga"."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.clauses import read_clause, subject_ends
from remissnlp.themes.cues import HARD, WISH
from remissnlp.themes.cutting import LONGEST
from remissnlp.themes.objects import Phrase, predicates
from remissnlp.themes.sentence import Sentence
from remissnlp.themes.wordings import clause_at


def judged(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Ser svårigheter att <infinitive>" for "det blir svårt att", "Vill inte …" for "inte bra att"."""
    judgement = s.lower[at - 1]
    described = g.is_adjective(judgement) or judgement.endswith(("ande", "are"))
    window = s.lower[max(0, at - 5) : at]
    if s.told[at - 1] == "against":
        return  # "ifrågasätter att det inte är möjligt att …"
    if not described or not any(w in g.COPULAS | {"bli", "vara"} for w in window):
        return
    if UNWANTED.get(judgement) == "Vill inte" and "inte" in window and s.asks:
        yield from clause_at(s, at + 1, "Invänder mot")
    if at + 1 < len(s.lower) and g.is_infinitive(s.lower[at + 1]):
        if (judgement in HARD and "inte" not in window) or (
            judgement == "möjligt"
            and "inte" in window
            and not WISH & set(window)
            and "om" not in s.lower[max(0, at - 7) : at]
        ):
            opening = "Ser svårigheter att"
        elif judgement == "möjligt" and WISH & set(window) and "inte" not in window and s.asks:
            opening = "Vill kunna"
        elif judgement.endswith("are") and "bli" in window and WISH & set(window) and "det" in s.lower[:at]:
            opening = f"Vill att det blir {judgement} att"  # "det bör bli enklare att …"
        elif judgement in UNWANTED and "inte" in window and s.asks:
            opening = UNWANTED[judgement]
        else:
            return
        thing = _thing_judged(s, at)
        if thing:  # "målet är svårt att nå"
            yield Phrase(" ".join([opening, s.words[at + 1], *thing]), 0.85)
            return
        if "det" not in s.lower[max(0, at - 7) : at] and (
            s.is_end(at + 2) or s.lower[at + 2] in g.PREPOSITIONS
        ):
            return  # "delmålet … är svårt att uppnå i tid", too long to tell
        yield from predicates(s, at + 1, opening, 0.85)


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
