# ruff: noqa: E501  (a lexicon reads better in long lines)
"""Judged sentences to passages: a view together with the sentences that explain it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from remissnlp.embedding.words import Words
from remissnlp.extraction.judge import Judgement, judge_sentence, turns
from remissnlp.extraction.sections import Placed
from remissnlp.layout import Block, Sentence
from remissnlp.records import Span, Stance

# A sentence that opens so explains or exemplifies the one before it, even where it holds a cue.
_GOES_ON = re.compile(
    r"^(?:till exempel|t\.ex\.|exempelvis|ett exempel|som exempel|(?:där|här) skulle|på (?:så|detta|det) (?:sätt|vis)"
    r"|anledningen|skälet|orsaken|detta (?:skulle|kommer|kan|bidrar|underlättar|gör)"
    r"|det (?:skulle|underlättar|bidrar|möjliggör|ger)|(?:dessa|de|den|dess) (?:kommer|skulle|kan)\b"
    r"|\w+en kommer att|genom (?:detta|att)|annars|i annat fall|det handlar)\b",
    re.IGNORECASE,
)
# A sentence that opens so leans on what was told just before it.
_LEANS_BACK = re.compile(
    r"^(?:dess[ae]\b|detta\b|denna\b|därför\b|här\b|där\b|mot (?:den|denna) bakgrund|av (?:den|detta) (?:anledning|skäl)"
    r"|med anledning av det|utifrån det|således|följaktligen)|^.{0,30}\butöver det(?:ta)?\b(?!\s+(?:ser|är)\b)",
    re.IGNORECASE,
)
# A dated or present fact is told for its own sake.
_FACT = re.compile(
    r"\b(?:sedan|under|år|från|vid) (?:19|20)\d\d\b|\bi dag\b|\bidag\b|\benligt .{3,40}\bstatistik"
    r"|\b(?:omkring|cirka|ungefär|knappt|drygt|över|sammanlagt) \d|\b(?:varav|samlade|finns) (?:\S+ )?"
    r"(?:ett|en|två|tre|fyra|fem|\d+)\b|\d procent\b.{0,40}\bav\b",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(
    r"^(?:stycket|avsnittet|rubriken|texten|formuleringen|skrivningen|begreppet|det|den|detta)\b",
    re.IGNORECASE,
)
# "Vi föreslår följande lydelse:" leads in to the wording in the next paragraph.
_WORDING = re.compile(r"\b(?:lydelse|formulering|skrivning|text|ordalydelse)\b[^:.]*:$", re.IGNORECASE)
_NOTHING = re.compile(r"\s*(?:(?:[•●▪◦‣·*»«+→➢✓■□○\uf0b7\uf0a7–—e-]|\d{1,2}[.)]|[a-z]\))\s+)?")
_WEIGHT: tuple[Stance, ...] = ("forslag", "kritik", "fraga", "positiv")
_SHORT = 9  # words; a shorter sentence about "stycket" cannot stand alone
_LOOK_BACK = 2
_BARE = 2  # words of a table's cell that says yes or no and nothing of why


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, where it stands and what it was judged to be: the evidence for an extraction."""

    sentence: Sentence
    judgement: Judgement
    placed: Placed
    passage: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One or more sentences that make one point."""

    spans: tuple[Span, ...]
    reading: str
    stance: Stance
    placed: Placed


def judge_blocks(
    text: str, placed: Sequence[Placed], words: Words | None = None
) -> tuple[tuple[Judged, ...], tuple[Passage, ...]]:
    """Judge every sentence of the running text and group the views into passages.

    Parameters
    ----------
    text : str
        The remissvar's text.
    placed : sequence of Placed
        Blocks with their sections.
    words : Words, optional
        Word knowledge, by which imperatives are seen.
    """
    judged: list[Judged] = []
    passages: list[Passage] = []
    lead: list[Judged] = []  # a lead-in ending in a colon, whose items follow
    over: Judgement | None = None  # a heading that says what its items are
    flow = [place for place in placed if place.block.kind in ("paragraph", "bullet", "row")]
    heading: str | None = None
    for number, place in enumerate(flow):
        block = place.block
        found = _judge_block(place, words)
        if place.heading != heading:
            heading, lead = place.heading, []
            over = _heading_as_lead(place, words)
        if place.section in ("background", "decision"):
            judged += found
            lead = []
            continue
        if block.kind == "bullet" and not lead and over:
            found = [replace(one, judgement=_as_item(one, over)) for one in found]
            groups = [list(range(len(found)))] if found else []
        elif block.kind == "row":
            groups = _group_cells(found)
        elif _is_item(block, lead) and any(one.judgement.role == "view" for one in lead[-1:]):
            found = [replace(one, judgement=_as_item(one, lead[-1].judgement)) for one in found]
            groups = [list(range(len(found)))] if found else []
        else:
            following = flow[number + 1].block if number + 1 < len(flow) else None
            leads = following is not None and _is_item(following, found[-1:])
            groups = _group(found, leads=leads)
        for group in groups:
            members = [found[i] for i in group]
            parts = [lead[-1], *members] if _opens_list(block, lead, judged) else members
            passages.append(_passage(text, parts, place))
            for i in group:
                found[i] = replace(found[i], passage=len(passages) - 1)
            if parts is not members:
                judged[judged.index(lead[-1])] = replace(lead[-1], passage=len(passages) - 1)
        judged += found
        if block.kind == "paragraph":
            lead = found[-1:] if _is_lead(block.reading) else []
    return tuple(judged), tuple(passages)


def _judge_block(place: Placed, words: Words | None) -> list[Judged]:
    """Judge the sentences of one block.

    Outside a section for views a sentence must take a stand plainly; a paragraph where one does is a place
    for views too. What follows a retelling goes on with it until a plain stand is taken.
    """

    def judge(sentence: Sentence, *, strict: bool, beside_view: bool = False) -> Judged:
        told = judge_sentence(sentence.reading, strict=strict, beside_view=beside_view, words=words)
        return Judged(sentence, told, place)

    sentences, in_table = place.block.sentences, place.block.kind == "row"
    found = [judge(sentence, strict=place.section == "open") for sentence in sentences]
    if in_table or any(one.judgement.role == "view" for one in found):
        found = [judge(sentence, strict=False) for sentence in sentences]
    for i, one in enumerate(found):
        beside = [*found[max(i - 1, 0) : i], *found[i + 1 : i + 2]]
        if in_table or any(other.judgement.role == "view" for other in beside):
            found[i] = judge(one.sentence, strict=False, beside_view=True)
    for i, one in enumerate(found[1:], start=1):
        said = found[i - 1].judgement
        if one.judgement.role == "plain" and said.role == "view" and turns(one.sentence.reading):
            # "Vi välkomnar kapitlet. Det bygger däremot på gamla siffror": said against what was just said.
            against: Stance = "kritik" if said.stance == "positiv" else "neutral"
            found[i] = replace(one, judgement=Judgement("view", against, one.judgement.hits))
    for i, one in enumerate(found[1:], start=1):
        before = found[i - 1].judgement.role
        weak = one.judgement.role == "view" and not any(hit.strong for hit in one.judgement.hits)
        if weak and before in ("retelling", "own_work") and not one.sentence.reading.endswith("?"):
            found[i] = replace(one, judgement=replace(one.judgement, role=before, stance="neutral"))
    return found


def _heading_as_lead(place: Placed, words: Words | None) -> Judgement | None:
    """A heading such as "Det här vill vi ändra" says what the items under it are."""
    if not place.heading or place.section in ("background", "decision"):
        return None
    told = judge_sentence(place.heading, words=words)
    return told if told.role == "view" and any(hit.strong for hit in told.hits) else None


def _group_cells(found: Sequence[Judged]) -> list[list[int]]:
    """Group the views of a table's row cell by cell.

    The first cell names what the row is about, and a question before the last cell is the form's own. A
    bare stand ("Avstyrker") has its reason in the cell beside it.
    """
    last = max((one.sentence.cell for one in found), default=0)
    groups: list[list[int]] = []
    for cell in range(1 if last else 0, last + 1):
        own = [i for i, one in enumerate(found) if one.sentence.cell == cell]
        if cell < last and any(found[i].sentence.reading.endswith("?") for i in own):
            continue
        stands = [[own[i] for i in group] for group in _group([found[i] for i in own], leads=False)]
        before = found[groups[-1][-1]].sentence if groups else None
        bare = before is not None and before.cell == cell - 1 and len(before.reading.split()) <= _BARE
        if bare and not stands:
            groups[-1] += [i for i in own if found[i].judgement.role == "plain"]
        groups += stands
    return groups


def _as_item(item: Judged, lead: Judgement) -> Judgement:
    """An item of a list that a view leads in to is a view of the same kind."""
    own = item.judgement
    goes_on = item.sentence.reading[:1].islower() and lead.stance in ("forslag", "kritik")
    if goes_on:  # the lead-in's own sentence: "efterfrågar: stöd till den som saknar dator"
        return Judgement("view", lead.stance, lead.hits)
    if own.role == "view" and own.stance in ("forslag", "kritik", "fraga"):
        return own
    return Judgement("view", lead.stance, lead.hits)


def _is_item(block: Block, lead: Sequence[Judged]) -> bool:
    """Whether a block is what a lead-in leads in to: an item of a list, or a wording that is proposed."""
    return bool(lead) and (
        block.kind == "bullet"
        or (block.kind == "paragraph" and bool(_WORDING.search(lead[-1].sentence.reading)))
    )


def _opens_list(block: Block, lead: Sequence[Judged], judged: Sequence[Judged]) -> bool:
    """Whether the passage at hand is the first item after a lead-in that takes a stand."""
    return (
        _is_item(block, lead)
        and lead[-1].judgement.role == "view"
        and bool(judged)
        and judged[-1] is lead[-1]
    )


def _is_lead(reading: str) -> bool:
    """A list's lead-in ends in a colon, or in mid-sentence: "framhåller behovet av"."""
    return not reading.endswith((".", "!", "?", "”", '"'))


def _group(found: Sequence[Judged], *, leads: bool) -> list[list[int]]:
    """Group the sentences of one paragraph: indices of each passage, in order.

    ``leads`` says that a list follows, to which a last sentence with a colon belongs.
    """
    groups: list[list[int]] = []
    ends_in_lead = leads and bool(found) and _is_lead(found[-1].sentence.reading)
    for i, one in enumerate(found):
        text = one.sentence.reading
        adjacent = bool(groups) and groups[-1][-1] == i - 1
        if one.judgement.role == "view":
            if ends_in_lead and i == len(found) - 1:
                continue  # belongs to the list that follows
            dependent = bool(_DEPENDENT.match(text)) and len(text.split()) <= _SHORT
            turns = adjacent and _turns(found[groups[-1][-1]].judgement.stance, one.judgement.stance)
            if adjacent and (_GOES_ON.match(text) or dependent) and not turns:
                groups[-1].append(i)
            else:
                groups.append([*_told_before(found, i, groups), i])
        elif (
            adjacent
            and one.judgement.role == "plain"
            and not _FACT.search(text)
            and not _leads_to_next(found, i)
        ):
            groups[-1].append(i)
    return groups


def _turns(before: Stance, now: Stance) -> bool:
    """Whether a view turns from support to something else, or the other way round."""
    return "neutral" not in (before, now) and (before == "positiv") != (now == "positiv")


def _told_before(found: Sequence[Judged], i: int, groups: Sequence[Sequence[int]]) -> list[int]:
    """Sentences just before view `i` that it leans on and that belong to no other passage."""
    if not _LEANS_BACK.match(found[i].sentence.reading):
        return []
    taken = groups[-1][-1] if groups else -1
    first = i
    while (
        first - 1 > taken
        and i - first < _LOOK_BACK
        and found[first - 1].judgement.role in ("plain", "own_work", "retelling")
    ):
        first -= 1
    return list(range(first, i))


def _leads_to_next(found: Sequence[Judged], i: int) -> bool:
    """Whether the view after sentence `i` leans on it, so that it is no explanation of the one before."""
    following = found[i + 1] if i + 1 < len(found) else None
    return bool(
        following
        and following.judgement.role == "view"
        and _LEANS_BACK.match(following.sentence.reading)
        and not _GOES_ON.match(following.sentence.reading)
    )


def _passage(text: str, parts: Sequence[Judged], place: Placed) -> Passage:
    stances = {one.judgement.stance for one in parts if one.judgement.role == "view"}
    stance: Stance = next((kind for kind in _WEIGHT if kind in stances), "neutral")
    spans = _merge(text, [span for one in parts for span in one.sentence.spans])
    return Passage(spans, " ".join(one.sentence.reading for one in parts), stance, place)


def _merge(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Merge spans with nothing but white space and list marks between them."""
    merged: list[Span] = []
    for span in spans:
        if merged and _NOTHING.fullmatch(text, merged[-1].end, span.start):
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)
