"""The names of the pages, beside the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kat_journal.gui.side_bar import NARROWEST, SideBar
from kat_journal.gui.theme import LookChoice

NAMES = ["today", "sessions", "write", "progress", "share", "keep", "support", "settings", "lock"]


@pytest.fixture
def bar(qtbot, theme):
    bar = SideBar()
    qtbot.addWidget(bar)
    bar.resize(204, 700)
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


@pytest.fixture
def words(bar):
    return {name: bar.findChild(QPushButton, f"nav-{name}") for name in NAMES}


def test_it_names_every_page_and_the_lock(words):
    assert [button.text() for button in words.values()] == [
        "Today", "Sessions", "Write", "Progress", "Share", "Keep something", "Support", "Settings", "Lock",
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_pressing_a_word_chooses_it(bar, words, qtbot, name):
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.keyClick(words[name], Qt.Key.Key_Return)

    assert chosen.args == [name]


def test_one_page_is_marked_and_what_is_no_page_never(bar, words):
    for name in ("write", "support"):
        bar.mark(name)
        assert [own for own, button in words.items() if button.isChecked()] == [name]

    bar.mark("runner")
    assert not any(button.isChecked() for button in words.values())
    assert not words["lock"].isCheckable()
    assert not words["keep"].isCheckable()


def test_tab_reaches_every_word_whichever_is_marked(bar, words, qtbot):
    bar.mark("write")
    words["today"].setFocus(Qt.FocusReason.TabFocusReason)

    reached = []
    for _ in NAMES:
        reached.append(bar.focusWidget().objectName())
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)

    assert reached == [f"nav-{name}" for name in NAMES]


def test_it_is_wide_enough_for_its_words_at_every_text_size(bar, theme, qtbot):
    assert bar.width() >= NARROWEST

    theme.apply(LookChoice.LIGHT, 200)

    qtbot.waitUntil(lambda: bar.width() >= bar.widget().sizeHint().width())
    assert bar.horizontalScrollBar().maximum() == 0
