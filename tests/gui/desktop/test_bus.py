"""Hearing a Linux desktop on a private bus: what locks, what does not, and how long sleep is held back."""

import gc

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection

from kat_journal.gui.desktop.bus import SCREEN_SAVERS, BusWatch, own_session
from kat_journal.gui.desktop.heard import Heard
from tests.helpers.desktop import LOGIN, LOGIN_PATH, Desktop, Inhibitors, private_bus

PATIENCE = 10_000
MANAGER = f"{LOGIN}.Manager"


@pytest.fixture
def address(tmp_path):
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def desktop(address):
    desktop = Desktop(address, "the desktop")
    yield desktop
    desktop.leave()


@pytest.fixture
def inhibitors(desktop):
    inhibitors = Inhibitors()
    desktop.answers_calls(inhibitors)
    yield inhibitors
    inhibitors.close()


@pytest.fixture
def listen(address, qapp):
    """Makes a watch on the bus, which serves as both buses; it is in the desktop session ``7``."""
    parent = QObject()

    def listen():
        bus = QDBusConnection.connectToBus(address, "the journal")
        watch = BusWatch(bus, bus, parent, "7")
        watch.times = 0
        watch.leaving.connect(lambda: setattr(watch, "times", watch.times + 1))
        return watch

    yield listen
    QDBusConnection.disconnectFromBus("the journal")


def settled(qtbot, desktop, watch):
    """Wait until everything that was said so far has arrived: one more signal, which is heard."""
    before = watch.times
    desktop.says("/", SCREEN_SAVERS[0], "ActiveChanged", True)
    qtbot.waitUntil(lambda: watch.times > before, timeout=PATIENCE)
    return before


@pytest.mark.parametrize("name", SCREEN_SAVERS)
def test_a_locked_screen_is_heard_from_every_desktop(listen, desktop, qtbot, name):
    watch = listen()

    desktop.says("/org/somewhere", name, "ActiveChanged", True)

    qtbot.waitUntil(lambda: watch.times == 1, timeout=PATIENCE)


def test_the_computer_going_to_sleep_is_heard(listen, desktop, qtbot):
    desktop.has(LOGIN)
    watch = listen()

    desktop.says(LOGIN_PATH, MANAGER, "PrepareForSleep", True)

    qtbot.waitUntil(lambda: watch.times == 1, timeout=PATIENCE)


def test_a_login_manager_that_comes_later_is_heard(listen, desktop, qtbot):
    watch = listen()
    desktop.has(LOGIN)
    settled(qtbot, desktop, watch)

    desktop.says(LOGIN_PATH, MANAGER, "PrepareForSleep", True)

    qtbot.waitUntil(lambda: watch.times == 2, timeout=PATIENCE)


def test_the_login_manager_locking_this_session_is_heard(listen, desktop, qtbot):
    desktop.has(LOGIN)
    watch = listen()

    desktop.says(own_session("7"), f"{LOGIN}.Session", "Lock")

    qtbot.waitUntil(lambda: watch.times == 1, timeout=PATIENCE)


@pytest.mark.parametrize(
    "said",
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "SessionIdleChanged", True),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "true"),
        ("/org/other", "org.other.ScreenSaver", "ActiveChanged", True),
        (LOGIN_PATH, MANAGER, "PrepareForSleep", False),
        (LOGIN_PATH, MANAGER, "PrepareForShutdown", True),
        (own_session("8"), f"{LOGIN}.Session", "Lock"),
        (own_session("7"), f"{LOGIN}.Session", "Unlock"),
    ],
)
def test_other_signals_do_not_lock(listen, desktop, qtbot, said):
    desktop.has(LOGIN)
    watch = listen()

    desktop.says(*said)

    assert settled(qtbot, desktop, watch) == 0


def test_somebody_else_cannot_speak_for_the_login_manager(listen, address, desktop, qtbot):
    desktop.has(LOGIN)
    watch = listen()
    other = Desktop(address, "somebody else")

    other.says(LOGIN_PATH, MANAGER, "PrepareForSleep", True)

    assert settled(qtbot, other, watch) == 0
    other.leave()


def test_what_is_heard_is_known(listen, desktop, qtbot):
    desktop.has("org.gnome.ScreenSaver")
    desktop.has(LOGIN)

    watch = listen()

    qtbot.waitUntil(lambda: watch.heard() == Heard(lock=True, sleep=True), timeout=PATIENCE)


def test_on_a_bus_without_a_desktop_nothing_is_heard(listen, desktop, qtbot):
    watch = listen()

    settled(qtbot, desktop, watch)

    assert watch.heard() == Heard()


def test_without_any_bus_nothing_is_heard_and_nothing_breaks(qapp):
    nowhere = QDBusConnection("there is no such bus")

    watch = BusWatch(nowhere, nowhere, qapp)
    watch.hold_sleep()
    watch.let_sleep()

    assert watch.heard() == Heard()
    watch.setParent(None)


def test_sleep_is_held_back_from_unlocking_until_it_is_let_go(listen, desktop, inhibitors, qtbot):
    desktop.has(LOGIN)
    watch = listen()

    watch.hold_sleep()
    qtbot.waitUntil(lambda: watch._holding is not None, timeout=PATIENCE)
    gc.collect()
    assert inhibitors.held == 1
    what, who, why, mode = inhibitors.asked[0]
    assert (what, who, mode) == ("sleep", "KAT Journal", "delay")
    assert why

    watch.let_sleep()
    qtbot.waitUntil(lambda: inhibitors.held == 0, timeout=PATIENCE)


def test_an_answer_that_comes_after_locking_holds_nothing_back(listen, desktop, inhibitors, qtbot):
    desktop.has(LOGIN)
    watch = listen()

    watch.hold_sleep()
    watch.let_sleep()

    qtbot.waitUntil(lambda: inhibitors.asked != [], timeout=PATIENCE)
    settled(qtbot, desktop, watch)
    qtbot.waitUntil(lambda: inhibitors.held == 0, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("session_id", "path"),
    [("", ""), ("2", "/_32"), ("c1", "/c1"), ("12", "/_312"), ("x-y", "/x_2dy")],
)
def test_the_path_of_a_session_is_written_as_the_login_manager_writes_it(session_id, path):
    assert own_session(session_id).endswith(path)
    assert bool(own_session(session_id)) == bool(session_id)
