from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kat_journal.gui.widgets.line import Line, PassphraseField


def test_names_are_as_passed(qtbot):
    for make in (Line, PassphraseField):
        field = make(name="field", accessible="A field", placeholder="Anything?")
        qtbot.addWidget(field)
        assert (field.objectName(), field.accessibleName(), field.placeholderText()) == (
            "field",
            "A field",
            "Anything?",
        )


def test_a_passphrase_is_hidden_until_it_is_asked_for(qtbot):
    field = PassphraseField()
    qtbot.addWidget(field)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.reveal(True)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.reveal(False)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_no_keyboard_learns_a_passphrase(qtbot, shown):
    field = shown(PassphraseField())
    for revealed in (False, True):
        field.reveal(revealed)
        for hint in (Qt.InputMethodHint.ImhSensitiveData, Qt.InputMethodHint.ImhNoPredictiveText):
            assert field.inputMethodHints() & hint


def test_fields_are_large_and_keep_their_height_with_the_focus(qtbot, shown):
    box = QWidget()
    column = QVBoxLayout(box)
    fields = [PassphraseField(), Line()]
    for field in fields:
        column.addWidget(field)
    column.addStretch()
    shown(box)
    fields[1].setFocus()
    without = [field.height() for field in fields]
    assert without == [60, 44]
    fields[0].setFocus()
    qtbot.waitUntil(fields[0].hasFocus)
    assert [field.height() for field in fields] == without
