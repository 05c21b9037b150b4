from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from remissnlp import beside as room
from remissnlp.beside import beside

needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="no second process on this system")


@pytest.fixture(params=[pytest.param("second process", marks=needs_fork), "afterwards"])
def way(request, monkeypatch):
    monkeypatch.setattr(room, "_can_fork", lambda: request.param == "second process")
    return request.param


def test_what_is_done_beside_comes_back(way):
    where = []

    def work():
        where.append(os.getpid())
        return {"a": b"x" * 1_000_000, "b": os.getpid()}

    with beside(work) as wait:
        assert not where
        found = wait()
    assert found["a"] == b"x" * 1_000_000
    assert (found["b"] == os.getpid()) == (way == "afterwards")


def test_an_error_is_raised_here(way, capfd):
    def work():
        raise ValueError("trasig")

    with pytest.raises(ValueError, match="trasig"), beside(work) as wait:
        wait()
    assert capfd.readouterr() == ("", "")


def test_what_is_not_waited_for_is_ended(way):
    def work():
        threading.Event().wait(60)

    with pytest.raises(KeyError), beside(work):
        raise KeyError


@needs_fork
def test_what_a_killed_process_leaves_is_done_here(monkeypatch):
    monkeypatch.setattr(room, "_can_fork", lambda: True)
    here = os.getpid()

    def work():
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "gjort"

    with beside(work) as wait:
        assert wait() == "gjort"


@needs_fork
def test_a_process_that_comes_to_nothing_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(room, "_can_fork", lambda: True)
    monkeypatch.setattr(room, "PATIENCE", 0.2)
    here = os.getpid()

    def work():
        if os.getpid() != here:
            threading.Event().wait(60)
        return "gjort"

    with beside(work) as wait:
        assert wait() == "gjort"


@needs_fork
def test_no_second_process_where_there_can_be_none(monkeypatch):
    def refuse():
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(room, "_can_fork", lambda: True)
    monkeypatch.setattr(os, "fork", refuse)
    with beside(os.getpid) as wait:
        assert wait() == os.getpid()


@needs_fork
def test_when_a_second_process_is_made(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert room._can_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not room._can_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not room._can_fork()
