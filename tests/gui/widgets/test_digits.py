import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kat_journal.gui.widgets.digits import digit_of
from kat_journal.gui.widgets.symptom_row import SymptomRow, SymptomValue

PLAIN, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
CTRL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
POINTS = [(0, "Not at all"), (1, "A little"), (2, "Noticeable"), (3, "Hard"), (4, "Overwhelming")]


def pressed(key, modifiers, text):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "digit"),
    [
        (Qt.Key.Key_3, PLAIN, "3", 3),
        (Qt.Key.Key_3, KEYPAD, "3", 3),
        (Qt.Key.Key_3, SHIFT, "3", 3),
        (Qt.Key.Key_0, PLAIN, "", 0),
        (0x0663, PLAIN, "\u0663", 3),
        (Qt.Key.Key_Exclam, SHIFT, "!", None),
        (Qt.Key.Key_1, SHIFT, "!", None),
        (Qt.Key.Key_Ampersand, PLAIN, "&", None),
        (Qt.Key.Key_A, PLAIN, "a", None),
        (Qt.Key.Key_onesuperior, PLAIN, "\u00b2", None),
        (Qt.Key.Key_Tab, PLAIN, "", None),
        *[(Qt.Key.Key_3, held, text, None) for held in (CTRL, ALT, META, CTRL | SHIFT) for text in ("3", "")],
    ],
)
def test_a_digit_is_what_the_key_types_on_this_keyboard(key, modifiers, text, digit):
    assert digit_of(pressed(key, modifiers, text)) == digit


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_3])
@pytest.mark.parametrize("held", [CTRL, ALT, META])
def test_a_key_that_a_note_has_no_use_for_neither_rates_the_row_nor_empties_the_note(shown, qapp, key, held):
    row = shown(SymptomRow("nausea", "Nausea", POINTS, True))
    said = SymptomValue(True, 2, note="since lunch")
    row.set_value(said)
    note = row.findChild(QLineEdit, "nausea-note")
    note.setFocus()
    qapp.sendEvent(note, pressed(key, held, ""))
    assert row.value() == said
    note.clearFocus()
    qapp.sendEvent(row, pressed(Qt.Key.Key_3, SHIFT, "3"))
    assert row.value() == SymptomValue(True, 3, note="since lunch"), "a digit still rates"


def test_where_one_reads_from_right_to_left_the_arrows_lead_the_other_way(shown, qtbot):
    row = shown(SymptomRow("nausea", "Nausea", POINTS, True))
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.set_value(SymptomValue(True, 2))
    row.first.setFocus()
    qtbot.keyClick(row.first, Qt.Key.Key_Left)
    point = row.focusWidget()
    assert point.objectName() == "nausea-bother-2"
    for _ in range(2):
        qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Right)
    assert row.focusWidget() is row.first
