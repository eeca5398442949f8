import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.texts import body, field_label, heading, muted, quote, small, subheading

MAKERS = [heading, subheading, body, muted, small, quote]
LONG = "There is no right one. Another question is always there, and leaving is always fine. " * 3


@pytest.mark.parametrize("make", MAKERS)
def test_texts_are_plain(qtbot, make):
    label = make("<b>not bold</b>", "name")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>not bold</b>"
    assert label.objectName() == "name"
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("scale", [100, 200])
def test_a_wrapped_text_has_the_height_of_all_its_lines(theme, shown, make, scale):
    theme.apply(LookChoice.LIGHT, scale)
    box = QWidget()
    column = QVBoxLayout(box)
    label = make(LONG)
    column.addWidget(label)
    column.addWidget(body("below"))
    column.addStretch()
    shown(box, 600, 2000)
    lines = label.height() / label.fontMetrics().lineSpacing()
    assert lines >= 2
    assert label.height() >= label.heightForWidth(label.width())
    assert label.width() <= 600


def test_a_word_longer_than_the_page_does_not_widen_it(shown):
    box = QWidget()
    column = QVBoxLayout(box)
    label = quote("x" * 400)
    column.addWidget(label)
    column.addStretch()
    shown(box, 300, 900)
    assert box.width() == 300
    assert label.height() > 5 * label.fontMetrics().lineSpacing()


def test_a_selectable_text_takes_the_keyboard(qtbot):
    label = body("words")
    qtbot.addWidget(label)
    label.set_selectable()
    assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert label.grab().toImage() != body("", parent=label).grab().toImage()


def test_a_field_label_names_its_field(qtbot):
    field = QLineEdit()
    label = field_label("Passphrase", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert label.buddy() is field
    assert field.accessibleName() == "Passphrase"
