"""Swedish verbs: told from other words by their other forms in the list of words, and put in another form."""

from __future__ import annotations

import re
from functools import lru_cache

from remissnlp.embedding.words import load_words
from remissnlp.themes.word_classes import IRREGULAR_FINITE, IRREGULAR_INFINITIVES, MODALS, PREPOSITIONS


@lru_cache(maxsize=50_000)
def is_infinitive(word: str) -> bool:
    """Tell whether a lower-case word is an infinitive, active or passive, by its present tense."""
    if word in IRREGULAR_INFINITIVES or word.endswith(("göra", "göras")):
        return True
    if word.removesuffix("s").endswith(("gå", "stå", "slå", "få", "nå")) and word != "få":
        return True
    if GIVE_OR_SEE.fullmatch(word.removesuffix("s")):
        return True  # "anges" is both infinitive and present
    if word.endswith(("se", "ge")) and len(word) < 8:
        return load_words().count(word + "r") >= 5 and load_words().count(word + "s") >= 1
    base = word[:-1] if word.endswith("as") else word
    if base.endswith("era") and len(base) > 7:
        return True  # "asfaltera"
    if not base.endswith("a") or len(base) < 4 or base in MODALS or base in _NOT_VERBS:
        return False
    if any(base.startswith(p) and _is_common_verb(base.removeprefix(p)) for p in PREFIXES):
        return True
    table = load_words()
    if table.count(base) < RARE:
        forms = sum(table.count(base + end) >= ATTESTED for end in ("r", "s", "de", "t"))
        # "underskatta" by its forms, "författningsreglera" by its last part.
        return forms >= 3 or any(_is_common_verb(base[at:]) for at in range(3, len(base) - 4))
    stem = base[:-1]
    present = [stem + "er", base + "r", stem + "r", *([stem] if stem.endswith(("ör", "yr")) else [])]
    seen = sum(table.count(form) for form in present)
    # Past and supine of weak verbs ("öppnade", "stämde", "infört") and of strong ones ("stridit").
    other = [base + "s", base + "de", stem + "de", stem + "te", stem + "it"]
    if stem.endswith(("ör", "yr")):
        other.append(stem + "t")
    if stem.endswith(("inn", "ind", "yt", "yg", "jud")):
        vowel = max(stem.rfind(v) for v in "iyu")
        other.append(f"{stem[:vowel]}u{stem[vowel + 1 :]}it")  # "försvunnit"
    if stem[-2:] in {"mm", "nn"}:
        other += [stem[:-1] + "de", stem[:-1] + "t"]  # "stämde"
    inflected = seen >= 5 and (word.endswith("as") or any(table.count(form) >= 3 for form in other))
    return (inflected and table.count(base) * 50 > seen // 50) or base.endswith(COMPOUNDED)


GIVE_OR_SEE = re.compile("(?:an|av|del|för|förut|med|tillgodo|upp|ut|åter|över)(?:ge|se)")
"""Verbs that end as "ge" and "se", whose forms have no "a"."""

COMPOUNDED = ("reglera", "ställa", "lägga", "skriva", "pröva", "granska", "besluta", "finansiera")
"""Verbs that Swedish officialdom makes compounds with."""

PREFIXES = tuple("be för in ut upp ned bort fram över till av på åter under om miss sam med vidare".split())
"""Particles that stand before the verb in officialese: "inlämna"."""

ATTESTED = 10
"""Occurrences of a form that count for it."""

RARE = 30
"""With fewer occurrences in the list of words than this, a compound is known by its last part."""


def _is_common_verb(word: str) -> bool:
    return len(word) > 3 and load_words().count(word) >= 200 and is_infinitive(word)


_NOT_VERBS = frozenset(
    """
    stora goda många andra olika flera egna dessa denna alla vissa sina deras sista första unga gamla
    """.split()
)


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Tell whether a lower-case word is a verb in the present tense, active or passive."""
    if word in MODALS or word in IRREGULAR_FINITE:
        return True
    if word in PREPOSITIONS:
        return False  # "efter"
    if word.endswith(("erar", "eras")) and len(word) > 6:
        return True
    if word.endswith("ingar") and len(word) > 8:
        return False  # "regleringar"
    if word.endswith("ar") and len(word) > 4:
        return is_infinitive(word[:-1])
    if word.endswith("er") and len(word) > 4:
        verb = word[:-2] + "a"
        if load_words().count(word + "na") > load_words().count(verb):
            return False  # "utbildningsinsatserna"
        # "Åtgärder" are things: what one does is "åtgärdar".
        present = is_infinitive(verb) and not (
            load_words().count(verb + "de") >= ATTESTED and is_first_conjugation(verb)
        )
        return present or (word.endswith("ser") and is_infinitive(word[:-1]))
    if word[-1:] in {"r", "s"} and GIVE_OR_SEE.fullmatch(word[:-1]):
        return True
    if word.endswith("ses") and len(word) > 4:
        return is_infinitive(word[:-1])
    if word.endswith("as") and len(word) > 3:
        return is_infinitive(word)
    if word.endswith(("ör", "yr")) and word not in PREPOSITIONS:
        return is_infinitive(word + "a")
    if word.endswith(("år", "ås")):
        return len(word) > 3 and is_infinitive(word[:-1])  # "slår", "kvarstår", "uppnås"
    if word.endswith("ers"):
        return False  # "myndigheters"
    if word.endswith(("rs", "ns", "ls", "ks", "ts", "ds", "gs", "ps", "ms", "vs", "js")) and len(word) > 4:
        doubled = word[:-1] + (word[-2] if word[-2] in "mn" else "") + "a"  # "glöms" is of "glömma"
        plain = is_infinitive(word[:-1] + "as") and is_infinitive(word[:-1] + "a")
        return plain or (doubled != word[:-1] + "a" and is_infinitive(doubled))
    return False


def is_passive_infinitive(word: str) -> bool:
    """Tell whether a lower-case word is an infinitive in the passive ("införas")."""
    return len(word) > 4 and word.endswith("as") and word not in _DEPONENT and is_infinitive(word)


_DEPONENT = frozenset("finnas hoppas lyckas minnas trivas synas saknas behövas umgås".split())


def active_infinitive(word: str) -> str:
    """Return the active of a passive infinitive: "införas" gives "införa"."""
    return word.removesuffix("s")


def is_supine(word: str) -> bool:
    """Tell whether a lower-case word is what follows "har": "ändrat", "blivit", "fått"."""
    if word in _SUPINE or word == "kunnat":
        return True
    active = word.removesuffix("s")
    return active.endswith("it") or (active.endswith("at") and is_infinitive(active[:-1]))


def infinitive_of_supine(word: str) -> str | None:
    """Return the infinitive of a supine: "ändrat" gives "ändra"; None for other words."""
    active = word.removesuffix("s")
    passive = word[len(active) :]
    if active in _SUPINE:
        return _SUPINE[active] + passive
    ending = next((e for e in ("at", "it", "et", "t") if active.endswith(e)), None)
    if ending is None or ending == "et":
        return None
    infinitive = active.removesuffix(ending) + "a"
    return infinitive + passive if is_infinitive(infinitive) else None


_SUPINE = {
    "blivit": "bli",
    "fått": "få",
    "gett": "ge",
    "gjort": "göra",
    "haft": "ha",
    "gått": "gå",
    "stått": "stå",
    "sett": "se",
    "tagit": "ta",
}


def present_of(infinitive: str) -> str:
    """Return the present of a lower-case infinitive: "samla" gives "samlar", "byggas" gives "byggs"."""
    if infinitive in _PRESENT:
        return _PRESENT[infinitive]
    if infinitive.endswith("s"):
        return present_passive(active_infinitive(infinitive))
    if load_words().count(infinitive + "de") >= ATTESTED and is_first_conjugation(infinitive):
        return infinitive + "r"  # "grundar", though "grunder" is commoner
    stem = infinitive.removesuffix("a")
    bare = [stem] if stem.endswith("r") else []  # "hör", but not "skick"
    forms = [infinitive + "r", *([stem + "er", *bare] if stem != infinitive else [])]
    return max(forms, key=load_words().count)


_PRESENT = {
    "vara": "är",
    "ha": "har",
    "veta": "vet",
    "kunna": "kan",
    "finnas": "finns",
    "synas": "syns",
    "döpa": "döper",
    "stödja": "stöder",
    "stödjas": "stöds",
}


def infinitive_of_present(word: str) -> str | None:
    """Return the infinitive of a lower-case verb in the present or the imperative, None for other words."""
    tried = (word[:-2] + "a", word[:-1], word + "a", word)
    for infinitive in tried[(not word.endswith("er")) :]:
        if (infinitive != word[:-1] or word.endswith("r")) and is_infinitive(infinitive):
            return infinitive
    return None


def present_of_past(word: str) -> str | None:
    """Return the present of a verb in the past: "ändrades" gives "ändras"; None for other words."""
    if word in _PAST:
        return _PAST[word]
    passive = "s" if word.endswith("s") else ""
    active = word.removesuffix("s")
    if active.endswith("ade") and is_infinitive(active[:-2]):
        return active[:-2] + (passive or "r")
    if active.endswith(("de", "te")) and is_infinitive(active[:-2] + "a"):
        return present_of(active[:-2] + "a" + passive)
    return None


_PAST = {
    "fick": "får",
    "var": "är",
    "hade": "har",
    "fanns": "finns",
    "blev": "blir",
    "kunde": "kan",
    "togs": "tas",
    "gavs": "ges",
    "gjordes": "görs",
    "klargjordes": "klargörs",
    "tydliggjordes": "tydliggörs",
    "sågs": "ses",
    "gick": "går",
    "stod": "står",
}


@lru_cache(maxsize=50_000)
def definite_of(noun: str, *, neuter: bool) -> str:
    """Return the definite singular of a lower-case noun, as texts have it: "regel" gives "regeln"."""
    endings = ("et", "t") if neuter else ("en", "n")
    forms = [noun + end for end in endings]
    if noun.endswith(("m", "n")):
        forms.append(f"{noun}{noun[-1]}{endings[0]}")  # "programmet"
    if noun.endswith(("el", "er", "en")):
        forms.append(f"{noun[:-2]}{noun[-1]}{endings[0]}")  # "exemplet"
    return max(forms, key=lambda form: (load_words().count(form), form))


@lru_cache(maxsize=50_000)
def is_first_conjugation(infinitive: str) -> bool:
    """Tell a verb like "samla", "samlade" from one like "bygga", "byggde", and one not seen in the past."""
    table, stem = load_words(), infinitive[:-1]
    first = table.count(infinitive + "de") + table.count(infinitive + "t")
    other = table.count(stem + "de") + table.count(stem + "te") + table.count(stem + "t")
    if first == other:
        first, other = table.count(infinitive + "r"), table.count(stem + "er")
        other += table.count(stem) if stem.endswith("r") else 0  # "tydliggör"
    if first == other == 0 and len(stem) > SHORTEST_STEM:
        return is_first_conjugation(infinitive[1:])  # "tidsätta" as "sätta"
    return first >= other


SHORTEST_STEM = 4
"""Letters of the shortest infinitive whose "a" is an ending: "ta" and "dra" are all stem."""


def present_passive(infinitive: str) -> str:
    """Return the present passive of a lower-case infinitive: "samla" gives "samlas", "bygga" "byggs"."""
    if len(infinitive) < SHORTEST_STEM or not infinitive.endswith("a"):
        return infinitive + "s"
    stem = infinitive[:-1]
    if is_first_conjugation(infinitive):
        return infinitive + "s"
    return stem + ("es" if stem.endswith("s") else "s")
