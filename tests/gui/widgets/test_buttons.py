import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.buttons import choice, link, nav, primary, secondary, toggle

MAKERS = [primary, secondary, link, choice, toggle, nav]
KEYS = [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("key", KEYS)
def test_space_and_enter_press_every_button(qtbot, make, key):
    button = make("Go on", "go-on")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("scale", [100, 200])
def test_every_button_is_a_large_target(theme, shown, make, scale):
    theme.apply(LookChoice.LIGHT, scale)
    box = QWidget()
    column = QVBoxLayout(box)
    button = make("Go on")
    column.addWidget(button)
    column.addStretch()
    shown(box, 600, 300)
    assert button.height() >= 44
    assert button.property("kind") == make.__name__


@pytest.mark.parametrize("make", MAKERS)
def test_long_words_wrap_and_stay_inside(theme, shown, make):
    theme.apply(LookChoice.LIGHT, 200)
    box = QWidget()
    column = QVBoxLayout(box)
    button = make("I thought about it more than once, and would like to talk to somebody about that soon")
    column.addWidget(button)
    column.addStretch()
    shown(box, 600, 900)
    assert box.width() == 600
    assert button.height() >= 2 * button.fontMetrics().lineSpacing()
    assert button.height() == button.heightForWidth(button.width())


def test_an_ampersand_is_only_an_ampersand(qtbot):
    button = secondary("Rest & sleep")
    qtbot.addWidget(button)
    assert button.text() == button.accessibleName() == "Rest & sleep"
    assert button.shortcut().isEmpty()


def test_new_words_are_read_aloud_too(qtbot):
    button = link("Show")
    qtbot.addWidget(button)
    button.setText("Hide")
    assert button.accessibleName() == "Hide"


@pytest.mark.parametrize("make", [choice, toggle, nav])
def test_a_screen_reader_hears_what_is_chosen(qtbot, make):
    button = make("A little")
    qtbot.addWidget(button)
    button.setChecked(True)
    state = QAccessible.queryAccessibleInterface(button).state()
    assert state.checkable
    assert state.checked


@pytest.mark.parametrize("make", MAKERS)
def test_the_ring_shows_for_the_keyboard_and_not_for_a_click(qtbot, shown, make):
    box = QWidget()
    column = QVBoxLayout(box)
    column.addWidget(secondary("Other"))
    button = make("Go on")
    column.addWidget(button)
    shown(box)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.shows_ring()
    with_ring = button.grab().toImage()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert not button.shows_ring()
    assert button.grab().toImage() != with_ring
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.shows_ring()


def test_arrows_are_left_to_the_parent(qtbot):
    class Parent(QWidget):
        keys = ()

        def keyPressEvent(self, event):
            self.keys += (event.key(),)

    parent = Parent()
    qtbot.addWidget(parent)
    qtbot.keyClick(secondary("Go on", parent=parent), Qt.Key.Key_Left)
    assert parent.keys == (Qt.Key.Key_Left,)


def double_click(box):
    """As a hand does it: on the window, whatever stands there by the second half."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(box.windowHandle(), left, none, QPoint(box.width() // 2, box.height() // 2))


def test_a_double_click_presses_a_button_that_stays_twice(shown):
    box = QWidget()
    column = QVBoxLayout(box)
    button = secondary("Next")
    column.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    shown(box, 200, 80)

    double_click(box)

    assert pressed == [1, 1]


def test_a_double_click_does_not_press_what_takes_the_place_of_a_button(shown):
    box = QWidget()
    column = QVBoxLayout(box)
    taken = []

    def take(number):
        taken.append(number)
        column.takeAt(0).widget().hide()
        offer(number + 1)

    def offer(number):
        button = secondary("Take away")
        button.clicked.connect(lambda: take(number))
        column.addWidget(button)
        button.show()
        column.activate()

    offer(0)
    shown(box, 200, 80)

    double_click(box)
    assert taken == [0]
    QTest.mouseClick(column.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert taken == [0, 1], "pressed by itself it answers"
