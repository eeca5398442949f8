"""The pane over a real journal."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.gui.share.copying.harness import LATER, WORDS, Harness, write


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def written(context):
    """Two pages about Anna."""
    write(context.journal, WORDS)
    write(context.journal, LATER)
    return context


@pytest.fixture
def show(qtbot):
    """Shows a harness over a journal."""

    def make(context, width=460, height=900):
        page = Harness(context)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        return page

    return make


@pytest.fixture
def page(written, show):
    return show(written)
