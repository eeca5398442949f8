"""The moment between two processes, in this one: waiting for the successor, and arriving as one."""

import os
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from kat_journal.gui import relay
from kat_journal.gui.afresh import Afresh
from kat_journal.gui.instance import Instance
from kat_journal.gui.relay import Arrival, Relay, show_as, state_of
from kat_journal.handover import Successor, is_possible

PATIENCE = 20_000
STANDS = "import os, sys; os.write(int(sys.argv[1].split('=')[1]), b'.'); sys.stdin.read()"
DIES = "raise SystemExit(1)"
SILENT = "import time; time.sleep(600)"

linux = pytest.mark.skipif(not is_possible(), reason="hands over on Linux only")


@pytest.fixture
def wait_for(qapp):
    """Waits for a successor that runs that script; gives the relay and what came of it."""
    around = QObject()
    relays = []

    def wait(script):
        came = []
        successor = Successor([sys.executable, "-c", script])
        one = Relay(successor, lambda: came.append("stands"), lambda: came.append("failed"), around)
        relays.append(successor._process)
        return one, came

    yield wait
    for process in relays:
        process.kill()
        process.wait()


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    return window


@linux
def test_a_window_that_stands_takes_over(wait_for, qtbot):
    one, came = wait_for(STANDS)

    qtbot.waitUntil(lambda: came == ["stands"], timeout=PATIENCE)

    one.stop()
    assert came == ["stands"]


@linux
def test_a_successor_that_dies_fails_at_once(wait_for, qtbot):
    _, came = wait_for(DIES)

    qtbot.waitUntil(lambda: came == ["failed"], timeout=PATIENCE)


@linux
def test_a_successor_that_never_says_a_word_is_given_up(wait_for, qtbot):
    one, came = wait_for(SILENT)
    assert one._timer.interval() == relay.PATIENCE
    one._timer.start(1)

    qtbot.waitUntil(lambda: came == ["failed"], timeout=PATIENCE)


@linux
def test_a_window_that_is_closed_meanwhile_wants_no_successor(wait_for, qapp):
    one, came = wait_for(SILENT)
    process = one._successor._process

    one.stop()

    assert process.poll() is not None
    assert came == []


def test_a_window_has_arrived_once_it_is_painted(window, qtbot):
    came = []
    window.show()

    Arrival(window, lambda: came.append(window.windowHandle().isExposed()))

    qtbot.waitUntil(lambda: came != [], timeout=PATIENCE)
    window.hide()
    window.show()
    qtbot.waitUntil(lambda: window.windowHandle().isExposed(), timeout=PATIENCE)
    assert came == [True]


def test_a_minimised_window_has_arrived_too(window, qtbot):
    came = []
    show_as(window, relay.MINIMISED)
    assert window.isMinimized()

    Arrival(window, lambda: came.append("there"))

    qtbot.waitUntil(lambda: came == ["there"], timeout=PATIENCE)


@pytest.mark.parametrize("state", [relay.FRONT, relay.MINIMISED])
def test_the_fresh_window_appears_as_the_old_one_stood(window, qtbot, state):
    show_as(window, state)
    if state == relay.FRONT:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)

    assert state_of(window) == state


def test_a_window_that_nobody_looks_at_comes_back_without_taking_the_keys(window, qtbot):
    assert state_of(window) == relay.BEHIND

    show_as(window, relay.BEHIND)

    assert not window.isActiveWindow()


def test_where_no_fresh_process_can_be_started_the_locked_window_goes_on(window, tmp_path, qtbot, caplog):
    instance = Instance(tmp_path / "Journal", lambda: False)
    assert instance.take()
    window.show()
    afresh = Afresh(window, (str(tmp_path / "gone"),), instance)

    afresh.begin()
    afresh.stop()

    assert window.centralWidget().isEnabled()
    assert window.isVisible()
    assert instance._hold is not None
    instance.release()
    assert "FileNotFoundError" in caplog.text
    assert "gone" not in caplog.text


@linux
def test_what_is_typed_meanwhile_goes_nowhere(window, tmp_path, qtbot):
    window.show()
    afresh = Afresh(window, (sys.executable, "-c", SILENT), Instance(tmp_path / "Journal", lambda: False))

    afresh.begin()

    assert not window.centralWidget().isEnabled()
    pid = afresh._relay._successor._process.pid
    afresh.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_start_of_ones_own_shows_the_window(window, tmp_path):
    afresh = Afresh(window, (), Instance(tmp_path / "Journal", lambda: False))

    afresh.arrive(None, relay.FRONT)

    assert window.isVisible()


def test_a_window_that_takes_over_says_so(window, tmp_path, qtbot):
    ours, theirs = os.pipe()
    afresh = Afresh(window, (), Instance(tmp_path / "Journal", lambda: False))

    afresh.arrive(theirs, relay.FRONT)

    os.set_blocking(ours, False)
    said = []

    def answered():
        try:
            said.append(os.read(ours, 1))
        except BlockingIOError:
            return False
        return True

    qtbot.waitUntil(answered, timeout=PATIENCE)
    assert said == [b"."]
    os.close(ours)
