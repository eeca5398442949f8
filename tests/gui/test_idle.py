"""Noticing that nobody has touched the window for a while."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from kat_journal.gui import idle
from kat_journal.gui.idle import IdleWatch

SHORT = 20  # milliseconds for a minute


@pytest.fixture
def field(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def watch(qapp, field):
    watch = IdleWatch(qapp, field)
    yield watch
    watch.stop()


def left(watch):
    return watch._timer.remainingTime() if watch._timer.isActive() else None


def test_it_says_so_when_the_minutes_have_passed(qtbot, watch):
    watch.start(1)
    watch._timer.setInterval(SHORT)

    with qtbot.waitSignal(watch.idle):
        pass
    assert left(watch) is None


@pytest.mark.parametrize("stop", ["never", "stopped"])
def test_it_is_silent_when_it_does_not_count(watch, field, qtbot, stop):
    watch.start(0 if stop == "never" else 5)
    if stop == "stopped":
        watch.stop()

    qtbot.keyClick(field, Qt.Key.Key_A)

    assert left(watch) is None
    assert field.text() == "a"


@pytest.mark.parametrize("touch", ["key", "click", "move"])
def test_each_touch_begins_the_count_anew(watch, field, qtbot, touch):
    watch.start(5)
    watch._timer.start(1_000)

    if touch == "key":
        qtbot.keyClick(field, Qt.Key.Key_A)
    elif touch == "click":
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    else:
        qtbot.mouseMove(field)
        qtbot.waitUntil(lambda: left(watch) > 1_000)

    assert left(watch) > 4 * idle.MILLISECONDS


def test_what_is_no_touch_does_not_count(watch, field):
    watch.start(5)
    watch._timer.start(1_000)

    watch.eventFilter(field, QEvent(QEvent.Type.Paint))

    assert left(watch) < 2_000


def test_more_time_holds_until_the_next_touch(watch, field, qtbot):
    watch.start(5)
    watch.extend(55)
    assert watch.is_extended
    assert left(watch) > 54 * idle.MILLISECONDS

    qtbot.keyClick(field, Qt.Key.Key_A)

    assert not watch.is_extended
    assert left(watch) < 6 * idle.MILLISECONDS


def test_it_keeps_no_event_from_anyone(watch, field):
    watch.start(5)

    assert not watch.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))


def test_a_touch_after_the_computer_slept_through_the_minutes_is_too_late(watch, field, qtbot):
    watch.start(5)
    watch._ends_at -= 6 * 60  # the wall clock went on; Qt's timer did not

    with qtbot.waitSignal(watch.idle):
        qtbot.keyClick(field, Qt.Key.Key_A)
    assert left(watch) is None
