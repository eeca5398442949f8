"""A page of earlier versions: one text that was written over and over."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.versions import build

LONG = "The river again, and I was in it for a long time."


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def write(journal, clock):
    """Writes texts one after the other on a free page, with a pause after each; gives its draft."""

    def write(*texts):
        draft = journal.responses.new("core:free-page").draft
        for text in texts:
            journal.responses.save(draft, Answer("words", text=text))
            clock.pass_time(minutes=20)
        return draft

    return write


@pytest.fixture
def show(qtbot, context):
    """Shows the page of a response."""

    def show(uid):
        view = build(Place(PageName.VERSIONS, response_uid=uid), context, None)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        return view

    return show
