"""A Settings page."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.settings import build


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(qtbot, context):
    view = build(Place(PageName.SETTINGS), context, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    return view
