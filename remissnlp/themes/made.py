"""Phrases for what there should be: "det bör införas en bestämmelse", "det bör ske en samordning"."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.cues import ENTAILING, WISH
from remissnlp.themes.objects import Phrase, object_of
from remissnlp.themes.sentence import Sentence


def made(s: Sentence, at: int) -> Iterator[Phrase]:
    """Yield "Vill införa en bestämmelse" for "det bör införas en bestämmelse"."""
    before = s.lower[max(0, at - 8) : at]
    modals = WISH if s.lower[at] in MADE else g.MODALS.keys()
    impersonal = "det" in before and modals & set(before[-4:])
    if "som" in before or s.lower[at + 1 : at + 2] == ["först"]:
        return  # "det barn som inte får plats bör erbjudas …"
    wish = "Vill inte" if "inte" in before else "Vill"
    needless = "inte" in before and bool({"måste", "behöver"} & set(before))
    narrowed = NARROWED & set(before) or "enligt" in s.lower[at:]
    own = s.told[at] == "own" and not ENTAILING & set(before)
    if needless and own and s.lower[at] == "finnas" and s.lower[at + 1] in ANY:
        once = s.lower[:at].count("inte") == 1 and not {"bara", "alltid"} & set(before)
        if once and not FAULTS & set(s.lower[at + 2 : at + 4]):
            yield from object_of(s, at + 2, "Ser inget behov av", 0.85)
    if s.lower[at] in MADE and (needless or narrowed or not own):
        return
    if s.lower[at] == "räcka":
        plain = s.lower[at - 2] == "det" and s.lower[at - 1] in WISH
        if s.lower[at + 1] == "med" and plain and not {"inte", "om", "anger"} & set(s.lower[:at]):
            yield from object_of(s, at + 2, "Vill att det räcker med", 0.85)
        return
    following = [*s.lower[at + 1 : at + 4], "", ""]
    # "Det kan flyttas längre bak": the thing stands elsewhere.
    adverb = g.is_adjective(following[0]) and (
        following[1] in {"", "bak", "fram"} or g.is_function(following[1])
    )
    if impersonal and following[0] and following[0] not in g.PURE_PARTICLES | {"kvar"} and not adverb:
        verb = MADE.get(s.lower[at]) or g.active_infinitive(s.lower[at])
        yield from object_of(s, at + 1, f"{wish} {verb}", 0.95)


NARROWED = frozenset("aldrig varken knappast sällan endast bara enbart undantagsfall enligt".split())
"""Words that deny what there should be, narrow it, or tell that others want it."""

FAULTS = frozenset("oro konflikt brist nackdelar nackdel risk risker problem motsättning tvivel skäl".split())
"""What nobody needs: there not being it is no wish."""

ANY = frozenset("någon något några".split())
"""Words for what there need not be."""

MADE = {**dict.fromkeys(["finnas", "föreligga", "ske", "råda"], "ha"), "ges": "ge", "räcka": "räcker"}
"""Infinitives whose subject is what there should be, "det bör ske en samordning", and what should do."""
