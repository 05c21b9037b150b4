"""Where a phrase may stop so that what is left is whole Swedish, and how much is lost there."""

from __future__ import annotations

from collections.abc import Iterator

from remissnlp.themes import grammar as g
from remissnlp.themes.binding import ABOUT, bond, openness
from remissnlp.themes.cues import EMPTY, LINKING, OPPOSITION, PAIRING, RELATIONAL, UNFINISHED, WH_WORDS
from remissnlp.themes.sentence import Sentence

LONGEST = 8
"""Most words of a label."""

LOSS = {"comma": 0.9, "and": 0.85, "loose": 0.9, "clause": 0.4, "hanging": 0.05}
"""How much of its worth a phrase keeps that stops before a comma, a conjunction, what its last word is free
of, a clause, or what it is nothing without; less the more firmly its last word holds on to what follows."""

MORE = frozenset("mer mera mest färre fler flera många".split())
"""Words that ask for what there is more of, but not at the end of a clause."""

LACKING, LACKING_WHOLE = 0.7, 0.3
"""How much of its worth a phrase loses whose last word hardly ever ends its clause ("en översyn"), where more
follows, and where the sentence does not say of what either."""

BARE_VERB = 0.7
"""The same of a predicate of nothing but its verb."""


def cuts(s: Sentence, start: int) -> Iterator[tuple[int, float, bool]]:
    """Yield ends at which a phrase from `start` may stop, how good each is, and whether its clause stops too.

    A phrase may stop before a preposition, a conjunction, a subordinator or punctuation, unless its last
    word asks for more.
    """
    for end in range(start + 1, min(len(s.words), start + LONGEST + 1) + 1):
        if s.is_end(end - 1):
            return
        last = s.lower[end - 1]
        asks_for_more = (
            g.is_function(last)
            or (last in UNFINISHED and not _is_told(s, start, end))
            or last in g.MODALS
            or last in g.AUXILIARY_INFINITIVES
            or (last in EMPTY and end - 1 > start)
            or (last == "fram" and s.lower[end : end + 1] in (["till"], ["tills"]))
            or last.endswith("-")
            or (last.isdigit() and len(last) < 4 and s.words[end : end + 1] not in ([], *map(list, ".,:;?!")))
            or last in {"endast", "bara", "enbart", "inte", "minst", "högst", "cirka", "kap"}
            or ("." in last and last.replace(".", "").isalpha())  # an abbreviation
        )
        if s.is_end(end) and (
            last in RELATIONAL
            or (last == "varandra" and s.lower[end - 2] in g.PREPOSITIONS)
            or (s.lower[start] in WH_WORDS and last in g.PREPOSITIONS | EMPTY)
        ):
            asks_for_more = False  # "vad den ska ge råd om", "hur den ska ske"
        led = last != "mer" and s.lower[end - 2] in g.PREPOSITIONS - {
            "för"
        }  # "leda till färre (och sämre) anbud"
        if last in MORE and (s.is_end(end) or (s.lower[end] in g.CONJUNCTIONS and not led)):
            asks_for_more = False  # "lyftas fram mer", "är för många"
        if s.lower[end - 2 : end] == ["för", "få"]:
            asks_for_more = False
        if last in g.PARTICLES and _is_particle(s, end - 1):
            asks_for_more = False
        if end - 2 >= start and s.lower[end - 2] in {"den", "det", "de"} and not g.is_definite(last):
            continue  # "det krav som …" says nothing without what follows
        if asks_for_more or not s.is_complete(start, end) or _compares_nothing(s, start, end):
            continue
        worth, whole = _worth(s, start, end)
        if worth:
            stops = s.is_end(end) or s.lower[end] in g.CONJUNCTIONS
            verb = s.is_verb(end - 1) or g.is_infinitive(last)
            lacking = lack(last) if stops and not verb else 0.0
            worth *= 1.0 - (LACKING_WHOLE if whole else LACKING) * lacking
            yield end, max(worth, WORTHLESS), whole


def _compares_nothing(s: Sentence, start: int, end: int) -> bool:
    """Tell an "än" without what is more or other: "fler är för förslaget än de som …"."""
    piece = s.lower[start:end]
    before = piece[: piece.index("än")] if "än" in piece else []
    return "än" in piece and not any(
        w in MORE or w.endswith(("re", "annat", "annan", "andra")) for w in before
    )


def _is_told(s: Sentence, start: int, end: int) -> bool:
    """Tell a noun that ends its clause and whose it is: "landsbygdens förutsättningar"."""
    noun = end - 2 >= start and s.lower[end - 1] not in MORE
    return noun and s.is_end(end) and s.lower[end - 2].endswith("s") and g.is_definite(s.lower[end - 2])


def _is_particle(s: Sentence, at: int) -> bool:
    """Tell the "om" of "skrivas om", "till" of "gå till i praktiken", from one that leads on to a noun."""
    stops = s.is_end(at + 1) or s.lower[at + 1] in {"och", "samt", "så", "för", "till", "i"}
    return stops and g.is_infinitive(s.lower[at - 1])


WORTHLESS = 0.03
"""What every phrase keeps that may stop at all: it names a tema where nothing else does."""


def lack(last: str) -> float:
    """Return how much a phrase lacks that ends with a lower-case word, between 0 and 1."""
    return max(0.0, openness(last) - USUAL) / (1.0 - USUAL)


USUAL = 0.7
"""Openness of words that often end their clause."""


def _worth(s: Sentence, start: int, end: int) -> tuple[float, bool]:
    """Return how much of its worth a phrase keeps that stops before `end`; 0 where it may not stop."""
    if end >= len(s.words) or s.words[end] in ".!?;:":
        return 1.0, True
    ahead = s.lower[end + s.is_end(end) :][:2]
    if ahead[:1] in (["såvida"], ["förrän"]) or ahead in (["utan", "att"], ["om", "inte"]):
        return 0.0, False  # what decides: "bör sänkas, såvida inte …"
    if s.is_end(end):
        listed = s.lower[end - 2] in {"mellan", "både"} and s.words[end] == ","
        return 0.0 if listed else LOSS["comma"], False
    following, last = s.lower[end + (s.lower[end] == "redan" and not s.is_end(end + 1))], s.lower[end - 1]
    if s.lower[start] in WH_WORDS and following in g.PREPOSITIONS and s.is_end(end + 1):
        return 0.0, False
    after = s.lower[end + 1] if end + 1 < len(s.lower) else ""
    paired = PAIRING - {"mellan"} & set(s.lower[start:end])
    if following in g.PREPOSITIONS and (s.is_end(end + 1) or after in g.PREPOSITIONS):
        return 0.0, False  # "skrivas under om …"
    if following == "på" and after == "samma":
        return LOSS["hanging"], False  # "finansieras på samma sätt som …"
    if following == "trots" or {"endast", "enbart"} & set(s.lower[start:end]):
        return LOSS["hanging"], False  # "ska betala trots att …", "endast behövas (om …)"
    between = "mellan" in s.lower[start:end] and not last.endswith(("ar", "er", "or", "na"))
    if (paired and following in {"och", "som"}) or (between and following == "och"):
        return 0.0, False  # "både kort och lång"
    if following == "och" and _shares_noun(s, end):
        return 0.0, False  # "ett enkelt och snabbt förfarande"
    owners = all(
        w.endswith(("as", "des")) and not (g.is_infinitive(w) or g.is_finite(w)) for w in (last, after)
    )
    if following in g.CONJUNCTIONS and owners:
        return 0.0, False  # "sjukas och anhörigas villkor"
    if following in g.CONJUNCTIONS and following != "än":
        return LOSS["and"], False
    if following in MORE and s.is_end(end + 1):
        return LOSS["loose"], False
    how = following.endswith("t") and g.is_adjective(following) and after in g.PREPOSITIONS
    if how and g.is_infinitive(last):
        return LOSS["loose"] * LOSS["loose"], False  # "framgå (klart av lagen)"
    compared = last.endswith("re") or s.lower[end - 2] in {"mer", "mera"}
    if following == "än" and compared and after in g.PREPOSITIONS:
        return LOSS["loose"], False  # "utformas tydligare (än i förslaget)"
    if not g.is_function(following) or following in g.DETERMINERS | {"efter", "före", "än"}:
        return 0.0, False  # an object follows, or what a comparison is made with
    if following in {"som", "att"} and {"den", "det", "de", "sådan", "sådant", "sådana"} & set(
        s.lower[max(start, end - 4) : end]
    ):
        return 0.0, False  # "den kommun som …", "på den grunden att …"
    if following in g.PREPOSITIONS and after in WH_WORDS - {"när"}:
        return LOSS["clause"] * kept_before(s, start, end), False  # "en förklaring kring hur …"
    if following in WH_WORDS - {"när"} or (following == "så" and after != "att"):
        return LOSS["hanging"], False  # "reglera i lag vad …", "utformas så …"
    free = last in g.PURE_PARTICLES or bond(last, "om") < ABOUT
    if following == "om" and free and _opens_condition(s, end):
        return LOSS["clause"], False  # "få ersättning om staten inte betalar"
    if following == "som" and not _has_verb(s, end + 1):
        return LOSS["hanging"], False  # "använda uppgifter som sökbegrepp"
    if following == "som" and (s.is_verb(end - 1) or g.is_infinitive(last)):
        return 0.0, False  # "betraktas som …"
    if following in {"att", "som"} and {"så", "lika"} & set(s.lower[max(start, end - 4) : end]):
        return 0.0, False  # "så allmänt hållen att …"
    if following == "så" and s.lower[end - 2] in LINKING and not g.is_noun_like(last):
        return LOSS["hanging"], False
    if following in g.PREPOSITIONS and last in g.PURE_PARTICLES:
        # "komma in i …", but "tas fram", "följas upp"
        stays = s.lower[end - 2].endswith("s") and last != "in"  # "tas in i lagen"
        return LOSS["loose" if stays else "hanging"], False
    if s.is_verb(end - 1) and s.lower[end - 2] == "som" and s.is_opener(end - 2):
        return LOSS["hanging"], False  # "en skrivning som finns i …"
    inside = any(s.lower[i] == "som" and s.is_opener(i) for i in range(start + 1, end))
    clause = inside or following in {"som", "vars", "vilket", "där", "att", "så"}
    return LOSS["clause" if clause else "loose"] * kept_before(s, start, end), False


def _has_verb(s: Sentence, at: int) -> bool:
    """Tell whether a verb stands between `at` and the end of its part of the sentence."""
    stop = next(i for i in range(at, len(s.words) + 1) if s.is_end(i))
    return any(s.is_verb(i) for i in range(at, stop))


def _opens_condition(s: Sentence, at: int) -> bool:
    """Tell whether a verb of its own follows an "om", in the clause that it would open."""
    stop = next(i for i in range(at + 1, len(s.words) + 1) if s.is_end(i) or s.is_opener(i))
    return any(s.is_verb(i) for i in range(at + 2, stop))


def worth_of_cut(opening: str, worth: float) -> float:
    """Return how much of its worth a label keeps that is cut, by how it opens.

    What is rejected is often what was cut off: "att man prövar marken (i varje enskilt bygglov)".
    """
    if opening.startswith("Ifrågasätter att man"):
        return float(worth**HARDEST)
    return float(worth**HARDER) if opening.startswith(REJECTING) else worth


HARDER, HARDEST = 1.4, 4.0
"""Powers by which a cut costs more where something is rejected, and where it is what one does."""

REJECTING = tuple(sorted(OPPOSITION - {"Befarar", "Beklagar"}))
"""How labels open that reject something."""


def kept_before(s: Sentence, start: int, end: int) -> float:
    """Return how much of its worth a noun phrase keeps whose last word is cut off from what it is bound to.

    Less is lost where the noun has been told of already, "referenser till andra bestämmelser" (in what?), and
    after a verb that has told something already, which is followed by where and when as often as by what it
    needs.
    """
    if s.lower[end] == "att":
        firm = max(bond(word, "att") for word in s.lower[start:end])  # "en skyldighet för kommunen att …"
        return 1.0 - firm
    told = any(word in g.PREPOSITIONS or word == "som" for word in s.lower[start + 1 : end - 1])
    firm = bond(s.lower[end - 1], s.lower[end])
    verb = s.is_verb(end - 1) or g.is_infinitive(s.lower[end - 1])
    loose = verb and end - 1 > start
    return 1.0 - (firm * firm if loose else firm) * (TOLD if told else 1.0)


def _shares_noun(s: Sentence, at: int) -> bool:
    """Tell whether the word before "och" describes a noun that comes later: "ett enkelt och snabbt sätt"."""
    end = at + 2
    if s.is_end(at + 1) or s.is_end(end) or not g.DETERMINERS & set(s.lower[max(0, at - 3) : at - 1]):
        return False
    alike = s.lower[at + 1].endswith(s.lower[at - 1][-1]) or g.is_adjective(s.lower[at + 1])
    return alike and not (g.is_function(s.lower[end]) or s.is_verb(end) or g.is_infinitive(s.lower[end]))


TOLD = 0.7
"""How much as firmly the last word of a phrase is bound that tells already what its noun is of."""


def predicate_cuts(s: Sentence, verb: int) -> Iterator[tuple[int, float]]:
    """Yield ends of a predicate whose verb stands at `verb`; its particle or object is not cut off."""
    word = s.lower[verb]
    passive = word.endswith("s") and word != "finns"
    particle = verb + 1 < len(s.lower) and s.lower[verb + 1] in g.PURE_PARTICLES
    if particle and passive:
        worth, _ = _worth(s, verb, verb + 2)
        if worth:
            yield verb + 2, worth
    for end, worth, whole in cuts(s, verb):
        last = s.lower[end - 1]
        if end == verb + 1 and not s.is_end(end) and not (passive and _free(s, end)) and not _is_why(s, end):
            if passive and s.lower[end] in {"med", "till", "från"}:
                yield end, LOSS["hanging"]  # "utsträcks till och med juni", where there is nothing better
            continue
        if (particle and end == verb + 2) or (end == verb + 1 and word in EMPTY):
            continue
        judged = word in LINKING and s.lower[end - 2] == "att"  # "är svår att förstå (för barn)"
        acts = s.is_verb(end - 1) or g.is_infinitive(last)
        if end - 1 != verb and acts and not s.is_end(end) and not judged:
            continue
        if end - 2 == verb and word in {"ha", "har"} and last.endswith(("t", "ts")) and not whole:
            continue  # "ha fått …"
        adverb = last.endswith(("are", "re", "t"))
        how = adverb and (passive or end - 2 == verb)  # "gälla omedelbart (för alla)"
        if g.is_adjective(last) and not whole and word not in LINKING and not how:
            continue
        # "Utredas ytterligare (och avstyrker …)" has another clause after it
        anew = adverb and end + 1 < len(s.lower) and not s.is_end(end + 1) and s.is_verb(end + 1)
        joined = s.lower[end : end + 1] == ["och"] and not anew and s.lower[end + 1] != "inte"
        if g.is_adjective(last) and joined and word not in LINKING:
            continue
        if end < len(s.lower) and end > verb + 1 and not g.PREPOSITIONS & set(s.lower[verb:end]):
            # "befria lotterier (från skatt)": what the verb is bound to comes after its object
            done = f"{word}s" if s.lower[end] != "av" else word
            kept = 1.0 - TOLD * max(bond(word, s.lower[end]), bond(done, s.lower[end]))
            yield end, worth * kept
        else:
            yield end, worth * (BARE_VERB if end == verb + 1 and not whole else 1.0)


def _is_why(s: Sentence, at: int) -> bool:
    """Tell whether a clause of why starts at `at`, so that no object follows."""
    denied = {"inte", "aldrig"} & set(s.lower[:at])  # "inte straffas för att …" may be for something else
    purpose = s.lower[at : at + 2] == ["för", "att"] and bond(s.lower[at - 1], "för") < BOUND_FOR
    return s.lower[at] == "eftersom" or (purpose and not denied)


BOUND_FOR = 0.3
"""Bond with "för" from which on it is what a verb is about: "verka för att"."""


def _free(s: Sentence, at: int) -> bool:
    """Tell whether what starts at `at` can be left out after a passive verb: no particle, no goal."""
    bound = g.PARTICLES | {"som", "med", "mot", "till", "från"}
    return s.is_end(at) or s.lower[at] not in bound or (s.lower[at] == "om" and _opens_condition(s, at))
