"""What reading one file may cost: size, pages, seconds. A file over a limit is said, and the others go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

Progress = Callable[[str, int, int], None]
_T = TypeVar("_T")


class Limits(BaseModel):
    """Limits on one file; the defaults let through anything that a city is sent.

    Attributes
    ----------
    megabytes : int
        Size of the file, and of everything packed in it together.
    pages : int
        Pages of one document.
    seconds : int
        Time to read one document, OCR included.
    parts : int
        Files in an archive, attachments to a mail.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    megabytes: int = Field(default=200, ge=1)
    pages: int = Field(default=2000, ge=1)
    seconds: int = Field(default=900, ge=1)
    parts: int = Field(default=2000, ge=1)

    @property
    def bytes(self) -> int:
        """The size limit in bytes."""
        return self.megabytes * 1_000_000


DEFAULT_LIMITS = Limits()


class UnreadableError(Exception):
    """Why a file cannot be read: a Swedish predicate such as "är skadad", to which its name is added."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left for one document: its limits, when its reading began, and whom to tell how far it is."""

    limits: Limits = DEFAULT_LIMITS
    progress: Progress | None = None
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds_left(self) -> float:
        """Seconds until the time is up."""
        return self.started + self.limits.seconds - time.monotonic()

    def check_time(self) -> None:
        """Raise `UnreadableError` if the time is up."""
        if self.seconds_left <= 0:
            raise UnreadableError(
                f"tog längre tid att läsa än gränsen {self.limits.seconds} sekunder;"
                " höj gränsen (--max-seconds) eller dela upp filen."
            )

    def check_size(self, size: int) -> None:
        """Raise `UnreadableError` if a file, or what is packed in it, is larger than the limit."""
        if size > self.limits.bytes:
            raise UnreadableError(
                f"är större än gränsen {self.limits.megabytes} megabyte;"
                " höj gränsen (--max-megabytes) eller dela upp filen."
            )

    def check_pages(self, count: int) -> None:
        """Raise `UnreadableError` if there are more pages than the limit."""
        if count > self.limits.pages:
            raise UnreadableError(
                f"har {count} sidor, fler än gränsen {self.limits.pages};"
                " höj gränsen (--max-pages) eller dela upp filen."
            )

    def each(self, items: Iterable[_T]) -> Iterator[_T]:
        """Yield the items as long as there is time."""
        for item in items:
            self.check_time()
            yield item

    def tell(self, stage: str, done: int, total: int) -> None:
        """Tell how far a stage has come."""
        if self.progress:
            self.progress(stage, done, total)
