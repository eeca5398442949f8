import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.texts import body, heading


def page_of(count, **kind):
    page = Page(name="page", **kind)
    page.column.addWidget(heading("A question that is long enough to need a second line at this size"))
    buttons = [secondary(f"Row {number}") for number in range(count)]
    for button in buttons:
        page.column.addWidget(button)
    page.column.addStretch()
    return page, buttons


@pytest.mark.parametrize(
    ("kind", "width"), [({}, 680), ({"wide": True}, 850), ({"form": True}, 760), ({"narrow": True}, 500)]
)
def test_the_column_is_no_wider_than_is_good_to_read(shown, kind, width):
    page, buttons = page_of(1, **kind)
    shown(page, 1180, 600)
    assert buttons[0].width() == width
    assert buttons[0].x() == (1180 - width) // 2


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_wider_than_a_small_window(theme, shown, scale):
    theme.apply(LookChoice.LIGHT, scale)
    page, buttons = page_of(30)
    page.column.addWidget(body("x" * 300))
    shown(page, 600, 500)
    assert page.widget().width() == page.viewport().width()
    assert buttons[0].geometry().right() < page.viewport().width()


def test_the_keyboard_brings_what_it_reaches_into_view(qtbot, shown):
    page, buttons = page_of(30)
    shown(page, 600, 300)
    assert page.verticalScrollBar().value() == 0
    for button in (buttons[20], buttons[29], buttons[3]):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        top = button.mapTo(page.viewport(), button.rect().topLeft()).y()
        assert 0 <= top <= page.viewport().height() - button.height()


def test_the_page_itself_takes_no_focus(qtbot):
    page, _ = page_of(0)
    qtbot.addWidget(page)
    assert page.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert page.objectName() == "page"


def test_a_page_that_goes_while_it_has_the_focus_goes_quietly(qtbot, shown):
    window = QMainWindow()
    page, buttons = page_of(3)
    window.setCentralWidget(page)
    shown(window)
    buttons[1].setFocus()
    qtbot.waitUntil(buttons[1].hasFocus)
    with qtbot.waitSignal(page.destroyed):
        window.setCentralWidget(page_of(1)[0])
    assert window.centralWidget() is not None
