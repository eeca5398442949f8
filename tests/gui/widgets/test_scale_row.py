import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.scale_row import ScaleRow

POINTS = [(0, "None"), (1, "1"), (2, "2"), (3, "The most I can imagine")]


@pytest.fixture
def row(shown):
    return shown(ScaleRow("mood", "How was it?", POINTS))


def button(row, value):
    return row.findChild(QPushButton, f"mood-{value}")


def test_a_chosen_point_is_told_once(qtbot, row):
    with qtbot.waitSignal(row.value_chosen) as chosen:
        qtbot.mouseClick(button(row, 0), Qt.MouseButton.LeftButton)
    assert chosen.args == [0]
    assert row.value() == 0


def test_only_one_point_is_chosen(qtbot, row):
    for value in (1, 3, 3):
        qtbot.mouseClick(button(row, value), Qt.MouseButton.LeftButton)
        assert [own for own, _ in POINTS if button(row, own).isChecked()] == [value]


def test_a_value_can_be_set_and_taken_back_without_a_signal(qtbot, row):
    with qtbot.assertNotEmitted(row.value_chosen):
        row.set_value(2)
        assert row.value() == 2
        row.set_value(None)
        assert row.value() is None


def test_arrows_move_and_choose_nothing(qtbot, row):
    row.first.setFocus()
    assert button(row, 0).hasFocus()
    for key, value in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Up, 0)):
        qtbot.keyClick(row.focusWidget(), key)
        assert button(row, value).hasFocus()
    qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Left)
    assert button(row, 0).hasFocus()
    assert row.value() is None
    qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Return)
    assert row.value() == 0


def test_every_point_is_reached_by_tab(qtbot, row):
    row.set_value(1)
    button(row, 0).setFocus()
    for value in (1, 2, 3):
        qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Tab)
        assert button(row, value).hasFocus()


def test_a_screen_reader_hears_the_question_with_each_point(row):
    assert button(row, 3).accessibleName() == "The most I can imagine"
    assert button(row, 3).parentWidget().accessibleName() == "How was it?"
    assert row.accessibleName() == "", "the question would be heard twice"


def test_points_wrap_at_large_text(theme, shown):
    theme.apply(LookChoice.LIGHT, 200)
    row = shown(ScaleRow("mood", "How was it?", POINTS), 400, 600)
    assert button(row, 3).y() > button(row, 0).y()
    assert button(row, 3).geometry().right() < 400


def test_arrows_follow_the_direction_of_reading(qtbot, row):
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.first.setFocus()
    qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Left)
    assert button(row, 1).hasFocus()
