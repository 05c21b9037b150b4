"""Work done in a second process while this one goes on; where that cannot be, afterwards in this one."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TypeVar, cast

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds that a copy is waited for when this process has done its own part, or `SLOWER` times that part."""
SLOWER = 5.0


@contextmanager
def beside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin `work` in a copy of this process; give a function that waits for what it returns.

    The copy hands its result over, and ends without a word if this process has. It must use nothing that was
    open here: a store is opened once more, see `remissnlp.store.store.opened_again`. Where it fails or comes
    to nothing, and where none can be made, that function does the work itself, so that an error is always
    raised here and told in the same way.

    Parameters
    ----------
    work : callable
        Such that it may be done twice, and its result such that `pickle` can take it.
    """
    child = _start(work) if _can_fork() else None
    if child is None:
        yield work
        return
    process, receiver = child
    begun = time.monotonic()
    with receiver:

        def wait() -> T:
            patience = max(PATIENCE, SLOWER * (time.monotonic() - begun))
            if not select.select([receiver], [], [], patience)[0]:
                return work()
            try:
                return cast(T, pickle.load(receiver))
            except (EOFError, pickle.UnpicklingError):
                return work()

        try:
            yield wait
        finally:
            os.kill(process, signal.SIGKILL)  # it is done, or what it does is no longer wanted
            os.waitpid(process, 0)


def _can_fork() -> bool:
    """Tell whether a copy is of use, and safe: in it, a lock that another thread holds is never let go.

    Nor may the system's own libraries be used in one on macOS.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _start(work: Callable[[], object]) -> tuple[int, BinaryIO] | None:
    """Return the process and the end of a pipe that its result can be read from; None where there is none."""
    receiver, sender = os.pipe()
    try:
        process = os.fork()
    except OSError:  # no room for another process
        os.close(receiver)
        os.close(sender)
        return None
    if process:
        os.close(sender)
        return process, os.fdopen(receiver, "rb")
    try:
        os.close(receiver)
        with os.fdopen(sender, "wb") as stream:
            pickle.dump(work(), stream)
    finally:
        os._exit(0)  # nothing of the first process's is closed, flushed or cleaned up here
