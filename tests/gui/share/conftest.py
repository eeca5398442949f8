"""A Share page over a small journal."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from tests.gui.share.seeding import seed


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(qtbot, context, clock):
    seed(context.journal, clock)
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    qtbot.waitUntil(lambda: view.ticks.is_ready)
    return view


@pytest.fixture
def tick(page, qtbot):
    """Finds the check button whose words hold a text."""

    def find(text):
        qtbot.waitUntil(lambda: page.ticks.is_ready)
        found = [one for one in page.findChildren(QAbstractButton) if text in one.accessibleName()]
        return next(one for one in found if one.objectName().startswith("share-tick-"))

    return find


@pytest.fixture
def file_text(page):
    """Reads the plain view, character by character."""

    def read():
        button = page.findChild(QAbstractButton, "as-plain-text")
        if not button.isChecked():
            button.click()
        return page.preview.document().toRawText().replace("\u2029", "\n")

    return read
