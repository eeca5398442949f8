"""A person on the page of kept things."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kat_journal.gui.carry import build
from kat_journal.gui.navigation import PageName, Place


class OnPage:
    """A person on the page."""

    def __init__(self, page, qtbot):
        self.page = page
        self.qtbot = qtbot

    def find(self, name, kind=QWidget):
        return next((one for one in self.page.findChildren(kind, name) if one.isVisible()), None)

    def press(self, name):
        self.find(name, QAbstractButton).click()
        QApplication.processEvents()

    def text(self, name):
        found = self.find(name)
        return found.text() if found is not None else None

    def words(self, kind, part=""):
        rows = (self.text(f"{kind}-{part}{place}-words") for place in range(60))
        return [words for words in rows if words is not None]

    @property
    def focused(self):
        return self.page.focusWidget().objectName()


@pytest.fixture
def show(qtbot, context):
    def show():
        page = build(Place(PageName.CARRY), context, None)
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        return OnPage(page, qtbot)

    return show


@pytest.fixture
def practices(journal):
    return journal.practices
