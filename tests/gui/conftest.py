"""What every test of the window needs."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
