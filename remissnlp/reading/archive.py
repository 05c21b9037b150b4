"""Zip archives: what they hold, read in memory and never written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from remissnlp.reading.limits import Allowance, UnreadableError

BROKEN = "är skadad och kan inte packas upp; be om en ny fil."
_LOCKED = "är låst med lösenord; packa upp arkivet och lägg filerna i mappen."
_BOMB = "packar upp till orimligt mycket och läses inte; packa upp arkivet själv om du litar på det."
_MOST_PACKED = 200  # times smaller than what it holds; documents seldom shrink to less than a twentieth
_SMALL = 5_000_000


def open_zip(data: bytes, allowance: Allowance) -> zipfile.ZipFile:
    """Open an archive, or a document that is one (docx, odt), once it is known to be safe.

    Raises
    ------
    UnreadableError
        If it is damaged or locked, holds too much, or is packed so hard that it can only be a bomb.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise UnreadableError(BROKEN) from None
    members = archive.infolist()
    if len(members) > allowance.limits.parts:
        raise UnreadableError(
            f"håller {len(members)} filer, fler än gränsen {allowance.limits.parts}; dela upp arkivet."
        )
    size = sum(member.file_size for member in members)
    # A member is never read beyond the size it gives, so these sizes can be trusted as bounds.
    allowance.check_size(size)
    if size > _SMALL and size > _MOST_PACKED * len(data):
        raise UnreadableError(_BOMB)
    return archive


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str) -> bytes:
    """Return what one file of an archive holds.

    Raises
    ------
    UnreadableError
        If it is locked or damaged, or packed in a way that cannot be unpacked.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & 0x1:
        raise UnreadableError(_LOCKED)
    try:
        return archive.read(info)
    except NotImplementedError:
        raise UnreadableError("är packad på ett sätt som inte kan läsas; packa upp arkivet.") from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError, KeyError):
        raise UnreadableError(BROKEN) from None


def members(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield the files of an archive with names that lead nowhere out of it, in order of name."""
    named = [(safe_name(member), member) for member in archive.infolist() if not member.is_dir()]
    yield from sorted((pair for pair in named if pair[0]), key=lambda pair: (pair[0], pair[1].header_offset))


def safe_name(member: zipfile.ZipInfo) -> str:
    """Return a file's path inside the archive, without parts such as "..", a drive or a first slash."""
    name = member.filename
    if not member.flag_bits & 0x800:  # the name is in no stated encoding; many programs write UTF-8
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "..", ".") and not part.endswith(":"))
