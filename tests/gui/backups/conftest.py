"""The page of backups, over an empty journal and over real threads."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.gui.backups import build
from kat_journal.gui.navigation import PageName, Place


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Shown:
    """A page as a person sees it."""

    def __init__(self, view):
        self.view = view

    def button(self, name):
        return next(one for one in self.view.findChildren(QAbstractButton, name) if not one.isHidden())

    def press(self, name):
        button = self.button(name)
        assert button.isEnabled()
        button.click()

    def said(self, name):
        return next(one for one in self.view.findChildren(QLabel, name) if one.isVisible()).text()

    def sees(self, name):
        return any(one.isVisible() for one in self.view.findChildren(QLabel, name))

    def rows(self):
        lists = [one for one in self.view.findChildren(QLabel) if one.parent().objectName().startswith("backup-")]
        return [one.text() for one in lists if one.isVisible()]


@pytest.fixture
def show(qtbot):
    shown = []

    def show(context):
        view = build(Place(PageName.BACKUPS), context, None)
        shown.append(view)
        qtbot.addWidget(view)
        view.resize(1000, 900)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.start_focus()
        return Shown(view)

    return show


@pytest.fixture
def page(show, context):
    return show(context)
