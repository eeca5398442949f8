"""Locking whatever stands before the window: a file dialog, a menu, letters that an input method still holds."""

import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QMenu, QTextEdit, QWidget
from shiboken6 import isValid

from kat_journal.config import APP_NAME
from kat_journal.domain.ids import ItemId
from kat_journal.gui.dialogs import SystemDialogs
from kat_journal.gui.navigation import PageName, Place
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.helpers.held import held_by_the_windows
from tests.journeys.conftest import PATIENCE

WORDS = "the heron by the sluice"
MARKER = "heron"
LETTERS = "ことば"


@pytest.fixture
def dialogs():
    """The real ones: Qt's own, because there is no desktop here."""
    return SystemDialogs()


@pytest.fixture
def person(sit_down, demo_folder, tmp_path):
    """Somebody who writes on a free page."""
    person = sit_down(shutil.copytree(demo_folder, tmp_path / "Demo"))
    person.unlock(PASSPHRASE)
    person.click("write-freely")
    person.type("item-words", WORDS)
    return person


def go(person, page):
    person.window.centralWidget()._context.navigator.go(Place(PageName(page)))


def field_of(person):
    return person.see("item-words", QTextEdit)


def compose(field, letters):
    """What an input method sends while the letters are not chosen yet."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(letters, []))


def open_menu(field):
    place = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place))
    QCoreApplication.sendEvent(field.viewport(), asked)
    return next(menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible())


def is_locked_and_bare(person):
    person.qtbot.waitUntil(lambda: person.restarts == 1 and person.sees("passphrase"), timeout=PATIENCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert MARKER not in held_by_the_windows()
    assert person.window.windowTitle() == APP_NAME
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not person.window]
    return others == []


def stored(person):
    vault = open_vault(person.app.config.journal, PASSPHRASE)
    try:
        return Responses(vault.connection).newest(1)[0].answers[ItemId("words")].text
    finally:
        vault.close()


def test_the_search_finds_what_is_there(person):
    assert MARKER in held_by_the_windows()


def test_letters_that_an_input_method_still_holds_are_in_the_file(person):
    compose(field_of(person), LETTERS)

    person.window.lock()

    assert is_locked_and_bare(person)
    assert stored(person) == WORDS + LETTERS


def test_letters_in_the_middle_stay_where_they_were_seen(person):
    field = field_of(person)
    field.set_caret(4)
    compose(field, LETTERS)

    person.window.lock()

    assert is_locked_and_bare(person)
    assert stored(person) == "the " + LETTERS + WORDS[4:]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_context_menu_is_closed(person):
    menu = open_menu(field_of(person))

    person.window.lock()

    assert not isValid(menu) or not menu.isVisible()
    assert is_locked_and_bare(person)
    assert stored(person) == WORDS


def test_what_was_copied_and_what_is_marked_is_taken_back(person):
    field = field_of(person)
    field.selectAll()
    field.copy()
    assert MARKER in QApplication.clipboard().text()

    person.window.lock()

    # Offscreen the clipboard never says whose it is; on a screen see the test beside this one.
    if not QApplication.clipboard().ownsClipboard():
        QApplication.clipboard().clear()
    assert is_locked_and_bare(person)


def test_a_long_way_back_of_changes_is_gone_too(person):
    field = field_of(person)
    field.selectAll()
    field.insertPlainText("nothing of it")
    assert MARKER in held_by_the_windows(), "it could be undone"
    assert field.textCursor() != QTextCursor()

    person.window.lock()

    assert is_locked_and_bare(person)


def in_the_dialog(person, then):
    """Ask where to save from Share; once the dialog is open, do that. Gives the dialogs that were open."""
    go(person, "share")
    page = person.window.centralWidget().page
    person.qtbot.waitUntil(lambda: page.ticks.is_ready, timeout=PATIENCE)
    person.click("share-tick-0")
    person.qtbot.waitUntil(lambda: person.tasks._waiting == {}, timeout=PATIENCE)
    opened = []

    def look():
        dialogs = [one for one in QApplication.topLevelWidgets() if one.inherits("QFileDialog") and one.isVisible()]
        if not dialogs:
            timer.start(10)
            return
        opened.extend(dialogs)
        then(dialogs[0])

    timer = QTimer(person.window, singleShot=True)
    timer.timeout.connect(look)
    timer.start(10)
    person.click("save-summary")
    person.qtbot.waitUntil(lambda: opened != [], timeout=PATIENCE)
    return opened


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_open_file_dialog_is_closed_and_saves_nothing(person, tmp_path):
    (dialog,) = in_the_dialog(person, lambda _: person.window.lock())

    assert is_locked_and_bare(person)
    assert not isValid(dialog) or not dialog.isVisible()
    assert [*tmp_path.rglob("*.md")] == []
    assert stored(person) == WORDS
    person.unlock(PASSPHRASE)
    person.see("share-page")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_page_that_is_gone_before_its_dialog_comes_back_breaks_nothing(person):
    """The page is deleted within the dialog's own loop, as it happens when much is going on."""

    def lock(_):
        person.window.lock()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    in_the_dialog(person, lock)

    assert is_locked_and_bare(person)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_file_dialog_that_is_answered_saves(person, tmp_path):
    def answer(dialog):
        dialog.selectFile(str(tmp_path / "chosen.md"))
        dialog.accept()

    in_the_dialog(person, answer)

    person.qtbot.waitUntil((tmp_path / "chosen.md").exists, timeout=PATIENCE)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_unfolded_list_and_a_calendar_are_closed(person):
    go(person, "sessions")
    person.click("add-session")
    when = person.see("session-when", QDateTimeEdit)
    person.press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    popup = QWidget(person.window, Qt.WindowType.Popup)
    popup.show()
    box = QComboBox(when.window())
    box.addItems([WORDS])
    box.show()
    box.showPopup()

    person.window.lock()
    box.deleteLater()

    assert not popup.isVisible()
    assert is_locked_and_bare(person)


@pytest.mark.parametrize("page", ["today", "sessions", "write", "share", "support", "settings"])
def test_the_title_of_the_window_says_nothing_of_any_page(person, page):
    go(person, page)
    person.qtbot.waitUntil(lambda: person.tasks._waiting == {}, timeout=PATIENCE)

    titles = {window.title() for window in QApplication.allWindows() if window.isVisible()}

    assert titles == {APP_NAME}
    assert person.window.windowFilePath() == ""
