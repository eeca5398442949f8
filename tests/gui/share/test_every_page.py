"""Share, Support, Settings and Write: named, reached by Tab, and never wider than the window."""

from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kat_journal.gui.navigation import PageName, Place
from tests.gui.share.seeding import seed

PAGES = ("share", "support", "settings", "write")
OWN_PARTS = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
"""Parts that Qt makes inside its own controls."""


@pytest.fixture
def show(qtbot, context, clock):
    seed(context.journal, clock)

    def make(name, width, height):
        view = import_module(f"kat_journal.gui.{name}").build(Place(PageName(name)), context, None)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        view.activateWindow()
        if name == "share":
            qtbot.waitUntil(lambda: view.ticks.is_ready)
        QApplication.processEvents()
        return view

    return make


def controls(view):
    return [
        found
        for found in view.findChildren(QWidget)
        if found.isVisible()
        and found.isEnabled()
        and found.focusPolicy() & Qt.FocusPolicy.TabFocus
        and found.focusProxy() is None
        and found.objectName() not in OWN_PARTS
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_for_screen_readers(show, name):
    nameless = [found for found in controls(show(name, 1000, 800)) if not found.accessibleName()]

    assert nameless == []


@pytest.mark.parametrize("name", PAGES)
def test_every_control_is_reached_by_tab(show, qtbot, name):
    view = show(name, 1000, 800)
    view.start_focus()
    reached = set()
    for _ in range(80):
        focused = QApplication.focusWidget()
        reached.add(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert {found.objectName() for found in controls(view)} - reached == set()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_small_window(show, theme, name, scale):
    theme.apply("light", scale)
    view = show(name, 820, 600)

    for area in view.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().width() <= area.viewport().width()
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()
