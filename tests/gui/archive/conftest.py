"""The page for taking everything along, over the demo's journal."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kat_journal.gui.archive import build
from kat_journal.gui.navigation import PageName, Place


class Shown:
    """A page as a person sees it."""

    def __init__(self, view):
        self.view = view

    def button(self, name):
        return next(one for one in self.view.findChildren(QAbstractButton, name) if one.isVisible())

    def press(self, name):
        button = self.button(name)
        assert button.isEnabled()
        button.click()

    def sees(self, name):
        return any(one.isVisible() for one in self.view.findChildren(QWidget, name))

    def said(self, name):
        return next(one for one in self.view.findChildren(QLabel, name) if one.isVisible()).text()


@pytest.fixture
def show(qtbot):
    """Shows a page, so that it has the focus."""

    def show(view):
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.start_focus()
        return Shown(view)

    return show


@pytest.fixture
def page(show, demo_context):
    return show(build(Place(PageName.ARCHIVE), demo_context, None))


class HeldTasks:
    """Keeps work back until a test lets it go, a piece at a time."""

    def __init__(self):
        self._waiting = []

    @staticmethod
    def is_wanted():
        return False

    def journal(self, work, *, context, then=None, failed=None):
        self._waiting.append((work, then, failed))

    pool = journal

    def go_on(self):
        """Do the next piece of work."""
        work, then, failed = self._waiting.pop(0)
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed to the caller
            failed(error)
        else:
            then(result)

    def is_idle(self):
        return not self._waiting


@pytest.fixture
def held():
    return HeldTasks()
