"""How long a lock takes until nothing of the journal is in the window: 200 ms at most, whatever is open."""

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from shiboken6 import isValid

from kat_journal.gui import dialogs
from tests.helpers.held import held_by_the_windows
from tests.torture.numbers import FULL
from tests.torture.words import PASSPHRASE

TIMES = 20
WITHIN = 0.2  # seconds
WORDS = "the heron by the sluice " * 400
MARKER = "heron"

pytestmark = [
    pytest.mark.skipif(not FULL, reason="a matter of time, so only in make torture"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]


def test_nothing_of_the_journal_is_in_the_window_within_200_milliseconds(sit_down, folder):
    person = sit_down(folder)
    took = []
    for _ in range(TIMES):
        person.unlock(PASSPHRASE)
        field = write(person)
        dialog = ask_for_a_file(person)
        assert MARKER in held_by_the_windows()
        content = person.window.centralWidget()

        started = perf_counter()
        person.window.lock()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        took.append(perf_counter() - started)

        assert not isValid(content)
        assert not isValid(field)
        assert not isValid(dialog) or not dialog.isVisible()
        assert MARKER not in held_by_the_windows()
        person.qtbot.waitUntil(lambda: not person.window._locking, timeout=20_000)
        QApplication.clipboard().clear()
    print(f"\ncontent gone after {max(took) * 1000:.0f} ms at most, {sorted(took)[TIMES // 2] * 1000:.0f} ms usually")
    assert max(took) < WITHIN


def write(person):
    """A long unsaved page, a context menu, and letters that an input method holds."""
    person.qtbot.waitUntil(lambda: person.sees("item-words") or person.sees("write-freely"), timeout=20_000)
    if not person.sees("item-words"):
        person.click("write-freely")
    field = person.see("item-words", QTextEdit)
    field.selectAll()
    field.insertPlainText(WORDS)
    place = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place))
    QCoreApplication.sendEvent(field.viewport(), asked)
    QCoreApplication.sendEvent(field, QInputMethodEvent("ことば", []))
    return field


def ask_for_a_file(person):
    """A file dialog before the window, whose name field says something."""
    dialog = dialogs._dialog(person.window, "Save", Path.cwd(), "")
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.selectFile(f"{MARKER}.md")
    dialog.show()
    person.qtbot.waitUntil(dialog.isVisible, timeout=20_000)
    return dialog
