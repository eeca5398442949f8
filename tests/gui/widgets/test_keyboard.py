"""What is said of the keyboard under a passphrase field."""

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kat_journal.gui.widgets.keyboard import KeyboardLine, keyboard_language
from kat_journal.gui.widgets.line import PassphraseField

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
GERMAN, ENGLISH, NONE = QLocale("de_DE"), QLocale("en_GB"), QLocale.c()


@pytest.fixture
def field(shown):
    box = QWidget()
    column = QVBoxLayout(box)
    field = PassphraseField(name="passphrase", accessible="Passphrase")
    column.addWidget(field)
    column.addWidget(KeyboardLine(field))
    shown(box)
    field.setFocus()
    yield field
    box.close()


def says(field):
    line = field.parentWidget().findChild(KeyboardLine)
    return line.text() if line.isVisible() else ""


def press(field, text, modifiers=PLAIN, key=Qt.Key.Key_unknown):
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


@pytest.mark.parametrize(
    ("letter", "modifiers", "is_on"),
    [
        ("A", PLAIN, True),
        ("a", SHIFT, True),
        ("a", PLAIN, False),
        ("A", SHIFT, False),
        ("\u00c4", PLAIN, True),
        ("\u0416", PLAIN, True),
        ("\u00df", SHIFT, False),
        ("1", PLAIN, False),
        ("A", CONTROL, False),
    ],
)
def test_a_letter_tells_whether_caps_lock_is_on(field, letter, modifiers, is_on):
    press(field, letter, modifiers)

    assert says(field) == ("Caps Lock is on." if is_on else "")
    assert field.accessibleDescription() == says(field)


def test_the_key_itself_turns_what_is_known(field):
    press(field, "", key=Qt.Key.Key_CapsLock)
    assert says(field) == "", "nothing is known yet"

    press(field, "A")
    press(field, "", key=Qt.Key.Key_CapsLock)
    assert says(field) == ""
    press(field, "", key=Qt.Key.Key_CapsLock)
    assert says(field) == "Caps Lock is on."


def test_what_is_pressed_elsewhere_is_not_known(field):
    press(field, "A")
    assert says(field) != ""

    field.clearFocus()

    assert says(field) == ""


def test_a_letter_without_two_sizes_changes_nothing(field):
    press(field, "A")

    press(field, "7")

    assert says(field) == "Caps Lock is on."


@pytest.mark.parametrize(
    ("keyboard", "system", "platform", "language"),
    [
        (NONE, ENGLISH, "win32", ""),
        (GERMAN, ENGLISH, "linux", "Deutsch"),
        (ENGLISH, ENGLISH, "linux", ""),
        (ENGLISH, ENGLISH, "win32", "British English"),
        (QLocale("fr_FR"), ENGLISH, "darwin", "Fran\u00e7ais"),
    ],
)
def test_the_language_is_said_where_the_system_knows_it(keyboard, system, platform, language):
    assert keyboard_language(keyboard, system, platform) == language


def test_the_line_follows_the_keyboard(field):
    assert says(field) == ""

    QGuiApplication.inputMethod().localeChanged.emit()

    assert says(field) == "", "here nothing is known of the language"


def test_a_screen_reader_never_speaks_what_is_typed(field):
    QTest.keyClicks(field, "copper lantern")

    spoken = QAccessible.queryAccessibleInterface(field)

    assert field.text() == "copper lantern"
    assert "copper" not in spoken.text(QAccessible.Text.Value)
    assert spoken.state().passwordEdit
