"""Telling a desktop something: over a private bus with a notification service that the test plays, and elsewhere."""

import os

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusArgument, QDBusConnection
from PySide6.QtWidgets import QSystemTrayIcon

from kat_journal.gui.desktop import notices_bus
from kat_journal.gui.desktop.notices import DesktopNotices, desktop_notices
from kat_journal.gui.desktop.notices_bus import BusNotices
from kat_journal.gui.desktop.notices_tray import TrayNotices
from tests.helpers.desktop import Desktop, private_bus
from tests.helpers.notifications import Notifications

PATIENCE = 10_000


@pytest.fixture
def address(tmp_path):
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def service(address):
    service = Notifications(address)
    yield service
    service.leave()


@pytest.fixture
def speak(address, qapp):
    """Makes what speaks to the bus, and notes what becomes of it."""
    parent = QObject()

    def speak():
        notices = BusNotices(QDBusConnection.connectToBus(address, "the journal"), parent)
        return listened(notices)

    yield speak
    QDBusConnection.disconnectFromBus("the journal")


def listened(notices):
    notices.heard = []
    for name in ("taken", "refused", "clicked"):
        getattr(notices, name).connect(lambda name=name: notices.heard.append(name))
    return notices


def wait(qtbot, notices, *heard):
    qtbot.waitUntil(lambda: notices.heard == list(heard), timeout=PATIENCE)


def test_the_service_gets_a_call_of_exactly_the_shape_that_it_wants(speak, service, qtbot):
    notices = speak()

    notices.tell("Open the notebook?", "")

    wait(qtbot, notices, "taken")
    ((signature, arguments),) = service.calls
    assert signature == "susssasa{sv}i"
    assert arguments[:6] == ["", 0, "", "Open the notebook?", "", ["default", ""]]
    assert isinstance(arguments[6], QDBusArgument)
    assert arguments[7] == -1


def test_a_new_notice_takes_the_place_of_the_one_before(speak, service, qtbot):
    notices = speak()
    notices.tell("One", "")
    wait(qtbot, notices, "taken")

    notices.tell("Two", "at nine")

    wait(qtbot, notices, "taken", "taken")
    assert [arguments[1] for _, arguments in service.calls] == [0, 7]


def test_pressing_it_is_heard_and_what_other_programs_show_is_not(speak, service, qtbot):
    notices = speak()
    service.says("ActionInvoked", 7, "default")  # somebody else's: nothing was shown yet
    notices.tell("One", "")
    wait(qtbot, notices, "taken")

    service.says("ActionInvoked", 8, "default")
    service.says("ActionInvoked", 7, "another")
    service.says("ActionInvoked", 7, "default")

    wait(qtbot, notices, "taken", "clicked")


def test_the_window_may_come_to_the_front_on_wayland(speak, service, qtbot):
    notices = speak()
    notices.tell("One", "")
    wait(qtbot, notices, "taken")
    try:
        service.says("ActivationToken", 8, "of another program")
        service.says("ActivationToken", 7, "token")
        service.says("ActionInvoked", 7, "default")

        wait(qtbot, notices, "taken", "clicked")
        assert os.environ["XDG_ACTIVATION_TOKEN"] == "token"
    finally:
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)


def test_somebody_else_cannot_press_it(speak, service, address, qtbot):
    notices = speak()
    notices.tell("One", "")
    wait(qtbot, notices, "taken")
    other = Desktop(address, "somebody else")

    other.says(notices_bus.PATH, notices_bus.SERVICE, "ActionInvoked", notices_bus.unsigned(7), "default")
    notices.tell("Two", "")

    wait(qtbot, notices, "taken", "taken")
    other.leave()


def test_a_service_that_refuses_is_noticed(speak, address, qtbot):
    service = Notifications(address, refuses=True)
    notices = speak()

    notices.tell("One", "")

    wait(qtbot, notices, "refused")
    service.leave()


def test_a_bus_without_such_a_service_is_noticed(speak, qtbot):
    notices = speak()

    notices.tell("One", "")

    wait(qtbot, notices, "refused")


def test_no_bus_at_all_is_noticed_at_once(qapp):
    notices = listened(BusNotices(QDBusConnection("there is no such bus"), qapp))

    notices.tell("One", "")

    assert notices.heard == ["refused"]
    notices.setParent(None)


def test_a_desktop_of_no_known_kind_refuses(qapp):
    notices = listened(DesktopNotices())

    notices.tell("One", "")

    assert notices.heard == ["refused"]


def test_each_system_has_its_own_way(qapp):
    parent = QObject()

    assert isinstance(desktop_notices(parent, "linux"), BusNotices)
    assert isinstance(desktop_notices(parent, "win32"), TrayNotices)
    assert isinstance(desktop_notices(parent, "darwin"), TrayNotices)


def test_where_there_is_no_place_beside_the_clock_the_tray_refuses(qapp):
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    notices = listened(TrayNotices(QObject(qapp)))

    notices.tell("One", "")

    assert notices.heard == ["refused"]


def test_a_notice_beside_the_clock_is_pressed_and_gone(qapp):
    notices = listened(TrayNotices(QObject(qapp)))

    notices._on_clicked()

    assert notices.heard == ["clicked"]
    assert not notices._tray.isVisible()
