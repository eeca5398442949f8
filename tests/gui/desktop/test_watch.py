"""Which part listens on which system."""

import pytest
from PySide6.QtWidgets import QWidget

from kat_journal.gui.desktop import DesktopWatch, watch_desktop
from kat_journal.gui.desktop.bus import BusWatch
from kat_journal.gui.desktop.heard import Heard, nothing


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_linux_is_heard_on_its_buses(window):
    assert isinstance(watch_desktop(window, "linux"), BusWatch)


def test_a_system_that_nobody_knows_is_not_heard(window):
    watch = watch_desktop(window, "another")

    watch.hold_sleep()
    watch.let_sleep()

    assert type(watch) is DesktopWatch
    assert watch.heard() == nothing() == Heard(lock=False, sleep=False)


def test_the_parts_of_other_systems_are_there():
    """They are not run here; that they can be loaded at all is all that this says."""
    from kat_journal.gui.desktop import mac, windows

    assert callable(mac.watch)
    assert callable(windows.watch)
