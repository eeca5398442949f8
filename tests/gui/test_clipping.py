"""A person's words on the clipboard: marked, and gone after a minute."""

import pytest
from PySide6.QtWidgets import QApplication

from kat_journal.gui.clearing import clear_clipboard
from kat_journal.gui.clipping import A_MINUTE, clipping

WORDS = "Why the coat."


@pytest.fixture
def clipboard(qapp):
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


@pytest.fixture
def copying(clipboard):
    yield clipping()
    clipping().take_back()


def test_what_is_copied_can_be_pasted_and_is_marked_as_secret(copying, clipboard):
    copying.copy(WORDS)

    data = clipboard.mimeData()
    assert data.text() == WORDS
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        assert bytes(data.data(f'application/x-qt-windows-mime;value="{name}"').data()) == bytes(4)


def test_after_a_minute_it_is_taken_back(copying, clipboard):
    copying.copy(WORDS)
    assert (copying.timer.isActive(), copying.timer.interval()) == (True, A_MINUTE)

    copying.timer.timeout.emit()

    assert clipboard.text() == ""
    assert not copying.timer.isActive()


def test_what_was_copied_since_stays(copying, clipboard):
    copying.copy(WORDS)
    clipboard.setText("Something else.")

    copying.timer.timeout.emit()

    assert clipboard.text() == "Something else."


def test_copying_again_begins_another_minute(copying, clipboard):
    copying.copy(WORDS)
    copying.copy("Other words.")
    copying.timer.timeout.emit()

    assert clipboard.text() == ""


def test_locking_takes_it_back_too(copying, clipboard):
    copying.copy(WORDS)

    clear_clipboard()

    assert clipboard.text() == ""
    copying.timer.timeout.emit()
    assert clipboard.text() == ""
