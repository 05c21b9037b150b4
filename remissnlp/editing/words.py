"""Edits told in Swedish."""

from __future__ import annotations

from remissnlp.records import Edit

STANCES = {
    "forslag": "förslag",
    "kritik": "kritik",
    "fraga": "fråga",
    "positiv": "stöd",
    "neutral": "neutral",
}
_LONGEST = 60


def describe(edit: Edit) -> str:
    """Return what an edit does, in one sentence."""
    teman = [f"”{t.label}”" for t in edit.teman]
    first = teman[0] if teman else ""
    points = _points(edit)
    value = edit.value or ""
    file = edit.remissvar[0].file if edit.remissvar else ""
    text = {
        "rename": f"Temat {first} heter ”{value}”.",
        "merge": f"Temat {first} omfattar också {_listed(teman[1:])}"
        + (f" och heter ”{value}”." if value else "."),
        "split": f"{points} bildar ett eget tema" + (f", ”{value}”." if value else "."),
        "move": f"{points} hör till {'temat ' + first if teman else 'Övriga synpunkter'}.",
        "pin": f"Temat {first} ligger fast med sitt namn och sina synpunkter.",
        "hide": f"Temat {first} visas inte bland teman; dess synpunkter står under Övriga synpunkter.",
        "not_synpunkt": f"{points} är ingen synpunkt.",
        "stance": f"{points} är {STANCES.get(value, value)}.",
        "remissinstans": f"Svaret {file} kommer från {value}.",
        "undo": f"Rättelsen {value} är ångrad.",
    }
    return text[edit.kind]


def lost(edit: Edit, why: str) -> str:
    """Return that an edit could not be made, with what it was, who made it and why it is lost."""
    made = f"{edit.author}, {edit.at[:10]}, {edit.id}"
    return f"En rättelse kunde inte göras, för {why}: {describe(edit)} ({made})"


def _points(edit: Edit) -> str:
    if not edit.synpunkter:
        return "Ingen synpunkt"
    quote = " ".join(edit.synpunkter[0].quote.split())
    short = quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1].rstrip() + "…"
    if len(edit.synpunkter) == 1:
        return f"Synpunkten ”{short}”"
    return f"{len(edit.synpunkter)} synpunkter, bland dem ”{short}”,"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}" if words else ""
