"""A run as its readers meet it: looked up, counted and referred to. Every format builds on this."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from remissnlp.records import Remiss, Remissvar, Run, Synpunkt, Tema
from remissnlp.reporting import words


@dataclass(frozen=True)
class RunView:
    """Look-ups and counts over a `Run`."""

    run: Run

    @cached_property
    def synpunkt(self) -> dict[str, Synpunkt]:
        """Synpunkter by id."""
        return {s.id: s for s in self.run.synpunkter}

    @cached_property
    def remissvar(self) -> dict[str, Remissvar]:
        """Remissvar by id."""
        return {r.id: r for r in self.run.remissvar}

    @cached_property
    def remiss(self) -> dict[str, Remiss]:
        """Remisser by id."""
        return {r.id: r for r in self.run.remisser}

    @cached_property
    def tema(self) -> dict[str, Tema]:
        """Teman by id."""
        return {t.id: t for t in self.run.teman}

    @cached_property
    def deltema(self) -> dict[str, str]:
        """The label of the deltema that a synpunkt belongs to, by the synpunkt's id."""
        return {s: part.label for t in self.run.teman for part in t.delteman for s in part.synpunkter}

    @cached_property
    def others(self) -> tuple[Synpunkt, ...]:
        """The remissinstansers' synpunkter that belong to no tema."""
        return tuple(s for s in self.run.synpunkter if s.tema is None and s.voice is None)

    @cached_property
    def statements(self) -> tuple[Synpunkt, ...]:
        """The synpunkter of members who speak in their own name, which are in no tema."""
        return tuple(s for s in self.run.synpunkter if s.tema is None and s.voice is not None)

    @cached_property
    def answers(self) -> tuple[Remissvar, ...]:
        """The remissvar proper: what is neither a reference document nor unreadable."""
        return tuple(r for r in self.run.remissvar if r.status in ("ok", "no_opinion"))

    @cached_property
    def not_counted(self) -> tuple[Remissvar, ...]:
        """The files that are no remissvar or could not be read."""
        return tuple(r for r in self.run.remissvar if r.status in ("reference", "error"))

    @cached_property
    def remissinstanser(self) -> tuple[str, ...]:
        """Who answered, in alphabetical order."""
        return tuple(sorted({r.remissinstans for r in self.answers if r.remissinstans}, key=str.casefold))

    @cached_property
    def synpunkter_per_remissvar(self) -> Counter[str]:
        """How many synpunkter of its remissinstans each remissvar has, by id."""
        return Counter(s.remissvar for s in self.run.synpunkter if s.voice is None)

    def members(self, tema: Tema) -> tuple[Synpunkt, ...]:
        """Return the synpunkter of a tema, best representative first."""
        return tuple(self.synpunkt[name] for name in tema.synpunkter)

    def parts(self, tema: Tema) -> tuple[tuple[str | None, tuple[Synpunkt, ...]], ...]:
        """Return the synpunkter of a tema under its sub-headings; one part without any where it has none."""
        if len(tema.delteman) < 2:
            return ((None, self.members(tema)),)
        names = [part.label for part in tema.delteman]
        found: dict[str, list[Synpunkt]] = {name: [] for name in [*names, words.REST_OF_TEMA]}
        for synpunkt in self.members(tema):
            found[self.deltema.get(synpunkt.id, words.REST_OF_TEMA)].append(synpunkt)
        return tuple((name, tuple(members)) for name, members in found.items() if members)

    def split(self, tema: Tema) -> str:
        """Return who wants and who rejects the same thing, in words; empty where nobody contradicts."""
        if tema.split is None:
            return ""
        wants, rejects = (
            {self.instans(self.remissvar[self.synpunkt[s].remissvar]) for s in side if s in self.synpunkt}
            for side in (tema.split.wants, tema.split.rejects)
        )
        both, wants, rejects = wants & rejects, wants - rejects, rejects - wants
        sides = ((wants, "vill ha"), (rejects, "avvisar"), (both, "säger både och"))
        counted = [
            f"{words.count(len(side), 'remissinstans') if not n else words.number(len(side))} {verb}"
            for n, (side, verb) in enumerate((side, verb) for side, verb in sides if side)
        ]
        named = [
            f"{verb[0].upper()}{verb[1:]}: {words.enumerate_words(sorted(side, key=str.casefold))}."
            for side, verb in sides
            if side
        ]
        return f"Delade meningar: {', '.join(counted)}. {' '.join(named)}"

    def key_source(self, tema: Tema) -> str:
        """Return where a tema's key sentence stands: remissinstans and page."""
        key = tema.key_sentence
        return self.reference(self.synpunkt[key.synpunkt]) if key and key.synpunkt in self.synpunkt else ""

    def instans(self, remissvar: Remissvar) -> str:
        """Return who answered, or the file's name where that could not be read."""
        return remissvar.remissinstans or f"{words.UNKNOWN_INSTANS} ({remissvar.source})"

    def answer(self, remissvar: Remissvar) -> str:
        """Return what kind of answer a remissvar is, in words."""
        is_other = remissvar.status == "reference" and remissvar.role != "remissvar"
        parts = [words.ROLES[remissvar.role] if is_other else words.STATUSES[remissvar.status]]
        if remissvar.decision_level:
            parts.append(words.DECISION_LEVELS[remissvar.decision_level])
        if remissvar.endorses:
            parts.append(f"Ansluter sig till {words.enumerate_words(remissvar.endorses)}")
        if remissvar.message:
            parts.append(remissvar.message.rstrip("."))
        confidence = mean_confidence(remissvar)
        if confidence is not None:
            parts.append(f"Inskannat, tolkat med säkerheten {words.percent(confidence, 1)}")
        return ". ".join(parts)

    def behind(self, tema: Tema) -> str:
        """Return how many and who stand behind a tema, in words."""
        counted = words.count
        who = words.enumerate_words(tema.remissinstanser) or words.UNKNOWN_INSTANS.lower()
        return (
            f"{counted(len(tema.synpunkter), 'synpunkt')} från "
            f"{counted(len(tema.remissinstanser), 'remissinstans')} "
            f"({counted(len(tema.remissvar), 'remissvar')} på {counted(len(tema.remisser), 'remiss')}). "
            f"{words.stance_counts(tema.stances)}. Tas upp av {who}."
            + "".join(f" {told}." for told in (words.sureness(tema.stability), self.from_code(tema)) if told)
        )

    def from_code(self, tema: Tema) -> str:
        """Return that a tema comes from the codebook, in words; empty where it was found."""
        return "Ur kodboken" if tema.code is not None else ""

    def remiss_title(self, name: str | None) -> str:
        """Return a remiss's registration number with its title."""
        if name is None:
            return "Okänd remiss"
        title = self.remiss[name].title if name in self.remiss else ""
        return f"{title} ({name})" if title and title != name else name

    def place(self, synpunkt: Synpunkt, *, long: bool = False) -> str:
        """Return where a synpunkt stands: the page, or the line where the source has no pages."""
        return _place(synpunkt.page, synpunkt.line, long)

    def place_at(self, remissvar: Remissvar, offset: int, *, long: bool = False) -> str:
        """Return the page, or else the line, of an offset."""
        page = sum(1 for page in remissvar.pages if page.start <= offset) or None
        return _place(page, remissvar.text.count("\n", 0, offset) + 1, long)

    def reference(self, synpunkt: Synpunkt) -> str:
        """Return the reference of a quote: remissinstans, own dnr and page."""
        said = f"{self._origin[synpunkt.remissvar]}, {self.place(synpunkt)}"
        return said if synpunkt.voice is None else f"{synpunkt.voice} i svaret från {said}"

    @cached_property
    def _origin(self) -> dict[str, str]:
        """Remissinstans and own dnr of each remissvar, by its id."""
        return {r.id: ", ".join(filter(None, (self.instans(r), self._dnr(r)))) for r in self.run.remissvar}

    def _dnr(self, remissvar: Remissvar) -> str | None:
        if not remissvar.remissinstans:
            return remissvar.dnr
        return f"dnr {remissvar.dnr}" if remissvar.dnr else remissvar.source

    @cached_property
    def summary(self) -> str:
        """The run in a few sentences."""
        run, counted = self.run, words.count
        without = sum(1 for r in self.answers if r.status == "no_opinion")
        own = len(run.synpunkter) - len(self.statements)
        text = (
            f"{counted(len(self.answers), 'remissvar')} från "
            f"{counted(len(self.remissinstanser), 'remissinstans')} på "
            f"{counted(len(run.remisser), 'remiss')} innehåller "
            f"{counted(own, 'synpunkt') if own else 'inga synpunkter'}."
        )
        if run.teman:
            gathered = words.number(own - len(self.others))
            text += f" {gathered} av dem är samlade i {counted(len(run.teman), 'tema')}."
        if without and run.synpunkter:
            text += f" {counted(without, 'remissvar')} är utan synpunkter."
        if self.statements:
            text += (
                f" Därtill kommer {counted(len(self.statements), 'synpunkt')} ur särskilda uttalanden och "
                "reservationer, som inte räknas till remissinstanserna."
            )
        return text


def _place(page: int | None, line: int, long: bool) -> str:
    if page is None:
        return f"rad {line}"
    return f"sida {page}" if long else f"s. {page}"


def reads_otherwise(synpunkt: Synpunkt) -> bool:
    """Return whether the reading differs from the quote by more than line breaks and spaces."""
    return synpunkt.reading != synpunkt.quote and synpunkt.reading.split() != synpunkt.quote.split()


def quoted(synpunkt: Synpunkt) -> str:
    """Return the quote itself on one line where that is how it reads, else the reading."""
    return synpunkt.reading if reads_otherwise(synpunkt) else " ".join(synpunkt.quote.split())


def default_ranking_explanation() -> str | None:
    """Return how teman are ranked, as the room that ranks them explains it; None if it does not."""
    try:
        from remissnlp.themes import RANKING_EXPLANATION
    except ImportError:
        return None
    return str(RANKING_EXPLANATION)


def paragraphs(text: str | None) -> list[str]:
    """Return the paragraphs of a text whose paragraphs are apart by an empty line."""
    return [part.strip() for part in (text or "").split("\n\n") if part.strip()]


def mean_confidence(remissvar: Remissvar) -> float | None:
    """Return how sure the OCR of the scanned pages was, from 0 to 1; None where no page was scanned."""
    scanned = [confidence for confidence in remissvar.ocr_confidence if confidence is not None]
    return round(sum(scanned) / len(scanned), 3) if scanned else None
