from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import body


def flow_of(*texts, stretch_before=None):
    box = QWidget()
    flow = FlowLayout(box, 8)
    buttons = [secondary(text, parent=box) for text in texts]
    for place, button in enumerate(buttons):
        if place == stretch_before:
            flow.add_stretch()
        flow.addWidget(button)
    return box, flow, buttons


def test_what_fits_stands_in_one_row(shown):
    box, _, buttons = flow_of("Back", "Next")
    shown(box, 600, 100)
    assert buttons[0].y() == buttons[1].y()
    assert buttons[1].x() == buttons[0].x() + buttons[0].width() + 8


def test_what_does_not_fit_goes_into_the_next_row(theme, shown):
    theme.apply(LookChoice.LIGHT, 200)
    box, flow, buttons = flow_of("Back", "Show me another question", "Enough for today", "Next")
    shown(box, 600, 600)
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() < 600 for button in buttons)
    assert flow.heightForWidth(600) >= max(button.geometry().bottom() for button in buttons)


def test_rows_get_their_height_in_a_column(theme, shown):
    theme.apply(LookChoice.LIGHT, 200)
    outer = QWidget()
    column = QVBoxLayout(outer)
    box, _, buttons = flow_of("Back", "Show me another question", "Enough for today", "Next")
    below = body("below")
    column.addWidget(box)
    column.addWidget(below)
    column.addStretch()
    shown(outer, 600, 900)
    lowest = max(box.mapTo(outer, button.geometry().bottomLeft()).y() for button in buttons)
    assert below.y() > lowest


def test_a_stretch_pushes_the_rest_to_the_far_end(shown):
    box, _, buttons = flow_of("None of the others", "Leave for now", "Next", stretch_before=1)
    shown(box, 680, 100)
    assert buttons[0].x() == 0
    assert buttons[2].geometry().right() + 1 == 680


def test_right_to_left_readers_start_at_the_right(shown):
    box, _, buttons = flow_of("One", "Two")
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(box, 600, 100)
    assert buttons[0].geometry().right() + 1 == 600
    assert buttons[1].x() < buttons[0].x()


def test_the_least_width_is_that_of_one_item(qtbot):
    box, flow, buttons = flow_of("One", "Two", "Three")
    qtbot.addWidget(box)
    assert flow.minimumSize().width() < flow.sizeHint().width()
    assert flow.minimumSize().width() >= max(button.minimumSizeHint().width() for button in buttons)


def test_hidden_items_take_no_room(shown):
    box, flow, buttons = flow_of("One", "Two")
    shown(box, 600, 100)
    buttons[0].hide()
    flow.activate()
    assert buttons[1].x() == 0


def test_a_text_without_words_takes_no_gap_so_that_what_just_fits_stays_inside(shown):
    box, flow, (first,) = flow_of("Back")
    flow.addWidget(body("", parent=box))
    flow.add_stretch()
    last = secondary("Next", parent=box)
    flow.addWidget(last)
    shown(box, 600, 100)
    just = first.width() + 8 + last.width()

    box.resize(just, 100)

    assert last.y() == first.y()
    assert last.geometry().right() == just - 1


def test_items_can_be_taken_out(qtbot):
    box, flow, buttons = flow_of("One", "Two")
    qtbot.addWidget(box)
    assert flow.count() == 2
    assert flow.takeAt(5) is None
    assert flow.itemAt(5) is None
    assert flow.takeAt(0).widget() is buttons[0]
    assert flow.itemAt(0).widget() is buttons[1]


def test_an_empty_flow_is_flat(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    assert flow.heightForWidth(100) == 0
    label = QLabel(box)
    label.hide()
    flow.addWidget(label)
    assert flow.heightForWidth(100) == 0
