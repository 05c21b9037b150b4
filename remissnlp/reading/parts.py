"""The documents in one file: most files are one; a mail has attachments, an archive has members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from remissnlp.reading.archive import members, open_zip, read_member
from remissnlp.reading.files import is_skipped
from remissnlp.reading.formats import sniff
from remissnlp.reading.limits import Allowance, UnreadableError

_MOST_ARCHIVES = 2
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One document in a file.

    Attributes
    ----------
    name : str or None
        Its path inside the file; None for the file itself.
    data : bytes
        What it holds.
    fault : str or None
        Why it cannot be had, as a Swedish predicate.
    is_letter : bool
        Whether it is the letter of a mail that has attachments.
    in_mail : bool
        Whether it came with a mail.
    """

    name: str | None
    data: bytes
    fault: str | None = None
    is_letter: bool = False
    in_mail: bool = False


def unpack(data: bytes, allowance: Allowance) -> tuple[Part, ...]:
    """Return the documents in a file: itself, a mail's letter and attachments, or an archive's members.

    An archive may hold another, but not that one a third.

    Raises
    ------
    UnreadableError
        If the file is a damaged archive or mail, or holds more than the limits allow.
    """
    return tuple(_Unpacking(allowance).parts(None, data, archives=0, depth=0))


class _Unpacking:
    """One file being unpacked; counts what comes out of it."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._count = 0
        self._size = 0

    def parts(self, name: str | None, data: bytes, *, archives: int, depth: int) -> Iterator[Part]:
        """Yield the documents in a file, at whatever depth."""
        self._allowance.check_time()
        found = sniff(data)
        if found == "zip" and archives < _MOST_ARCHIVES and depth < _DEEPEST:
            yield from self._members(name, data, archives=archives + 1, depth=depth + 1)
        elif found == "eml" and depth < _DEEPEST:
            yield from self._mail(name, data, archives=archives, depth=depth + 1)
        else:
            yield Part(name, data)

    def _members(self, name: str | None, data: bytes, *, archives: int, depth: int) -> Iterator[Part]:
        try:
            archive = open_zip(data, self._allowance)
        except UnreadableError as error:
            if name is None:
                raise
            yield Part(name, data, fault=str(error))
            return
        with archive:
            listed = [(path, info) for path, info in members(archive) if not _is_skipped(path)]
            if not listed:
                fault = "är ett arkiv utan filer att läsa; kontrollera att rätt fil ligger i mappen."
                yield Part(name, data, fault=fault)
            for path, info in listed:
                inside = _join(name, path)
                try:
                    content = read_member(archive, info)
                except UnreadableError as error:
                    yield Part(inside, b"", fault=str(error))
                    continue
                self._count_in(content)
                yield from self.parts(inside, content, archives=archives, depth=depth)

    def _mail(self, name: str | None, data: bytes, *, archives: int, depth: int) -> Iterator[Part]:
        from remissnlp.reading.mail import attachments  # imported late: most corpora hold no mail

        attached = []
        for path, content in attachments(data):
            self._count_in(content)
            attached.append((_join(name, path), content))
        yield Part(name, data, is_letter=bool(attached))
        for inside, content in attached:
            for part in self.parts(inside, content, archives=archives, depth=depth):
                yield replace(part, in_mail=True)

    def _count_in(self, content: bytes) -> None:
        self._count += 1
        self._size += len(content)
        self._allowance.check_size(self._size)
        if self._count > self._allowance.limits.parts:
            raise UnreadableError(
                f"håller fler filer än gränsen {self._allowance.limits.parts}; dela upp den."
            )


def _join(name: str | None, path: str) -> str:
    return path if name is None else f"{name}/{path}"


def _is_skipped(path: str) -> bool:
    return any(is_skipped(part) for part in PurePosixPath(path).parts)
