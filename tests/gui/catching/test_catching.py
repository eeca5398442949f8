"""One key from any page: a question, something for later or a small step, and back to where one was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from kat_journal.domain.ids import FormId
from kat_journal.gui.catching.spot import Spot
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.theme import LookChoice

FREE = FormId("core:free-page")

PAGES = [name for name in PageName if name not in {PageName.SESSION, PageName.RUNNER, PageName.VERSIONS}]


@pytest.mark.parametrize("name", PAGES)
def test_from_every_page_one_key_enter_and_one_is_back(someone, name):
    someone.go(name)
    before = someone.focus()

    someone.keep("May I drive?")

    assert [one.words for one in someone.carried.questions] == ["May I drive?"]
    assert not someone.sees("catch")
    assert someone.focus() is before
    assert someone.workspace.page.place().name == name


def test_while_typing_the_caret_and_the_words_stay_as_they_were(someone):
    someone.go(PageName.RUNNER, form_id=FREE)
    field = someone.focus()
    someone.type("The river")
    field.set_caret(4)

    someone.catch()
    assert someone.focus() is someone.find("catch-words")
    someone.type("Is that usual?")
    someone.press(Qt.Key.Key_Escape)

    assert someone.focus() is field
    someone.type("warm ")
    assert field.words() == "The warm river"
    assert someone.sees("rows"), "Escape left the form as it is"


@pytest.mark.parametrize(("start", "length"), [(2, 0), (1, 3), (4, -3)])
def test_a_line_gets_back_its_caret_and_what_was_marked(qtbot, start, length):
    line, other = QLineEdit("a few words"), QLineEdit()
    for one in (line, other):
        qtbot.addWidget(one)
        one.show()
    line.setCursorPosition(start)
    if length:
        line.setSelection(start, length)
    before = line.cursorPosition(), line.selectedText()
    spot = Spot(line)
    line.deselect()
    line.setCursorPosition(11)

    assert spot.give_back()

    assert (line.cursorPosition(), line.selectedText()) == before


def test_a_page_that_has_no_place_any_more_begins_anew(someone):
    someone.go(PageName.SETTINGS)
    someone.catch()
    someone.go(PageName.WRITE)
    someone.workspace.findChild(QPushButton, "nav-keep").click()
    someone.type("a")
    someone.go(PageName.PROGRESS)

    someone.find("catch-words").setFocus()
    someone.press(Qt.Key.Key_Escape)

    assert someone.workspace.page.isAncestorOf(someone.focus())


def test_escape_loses_nothing(someone):
    someone.catch()
    someone.type("half a ques")
    someone.press(Qt.Key.Key_Escape)
    assert not someone.sees("catch")
    assert someone.carried.questions == ()

    someone.go(PageName.WRITE)
    someone.catch()
    someone.type("tion")
    someone.press(Qt.Key.Key_Return)

    assert [one.words for one in someone.carried.questions] == ["half a question"]


def test_the_key_closes_what_it_opened_and_comes_back_to_it_from_the_page(someone):
    someone.catch()
    someone.type("half")
    someone.workspace.page.start_focus()

    someone.catch()
    assert someone.focus() is someone.find("catch-words")
    someone.catch()

    assert not someone.sees("catch")


def test_the_side_bar_and_a_form_have_it_as_a_named_button(someone):
    someone.workspace.findChild(QPushButton, "nav-keep").click()
    assert someone.focus() is someone.find("catch-words")
    someone.press(Qt.Key.Key_Escape)

    someone.go(PageName.RUNNER, form_id=FREE)
    button = someone.find("keep-something")
    assert button.accessibleName() == "Keep something"
    button.click()

    assert someone.focus() is someone.find("catch-words")


@pytest.mark.parametrize(
    ("kind", "kept", "told"),
    [
        ("question", "questions", "Kept with your questions."),
        ("later", "laters", "Kept. It comes back on Monday 7 December."),
        ("practice", "practices", "Kept with your small steps."),
    ],
)
def test_three_choices_by_keyboard_and_the_last_one_is_there_again(someone, kind, kept, told):
    someone.catch()
    assert someone.find("catch-kind-question").isChecked()
    choice = someone.find(f"catch-kind-{kind}")
    choice.setFocus()
    someone.press(Qt.Key.Key_Space)
    assert someone.focus() is someone.find("catch-words"), "the person goes on typing"
    someone.type("words")

    someone.press(Qt.Key.Key_Return)

    assert [one.words for one in getattr(someone.carried, kept)] == ["words"]
    assert someone.find("catch-told-words").text() == told
    someone.catch()
    assert not someone.sees("catch-told")
    assert someone.find(f"catch-kind-{kind}").isChecked()


def test_that_it_is_kept_leads_to_all_that_was_kept(someone):
    someone.keep("words")

    someone.find("catch-look").click()

    assert someone.workspace.page.place() == Place(PageName.CARRY)
    assert not someone.sees("catch-told")


def test_the_word_that_it_is_kept_goes_after_a_while_but_not_from_under_the_focus(someone, qtbot):
    someone.keep("words")
    told = someone.find("catch-told")
    told._timer.setInterval(1)
    someone.find("catch-look").setFocus()
    told._timer.start()
    qtbot.waitUntil(lambda: told._timer.isActive())
    assert told.isVisible()

    someone.workspace.page.start_focus()

    qtbot.waitUntil(told.isHidden)


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_typed_is_not_kept(someone, words):
    someone.keep(words)

    assert someone.sees("catch")
    assert someone.carried.questions == ()


def test_letters_of_an_input_method_are_taken_along(someone):
    someone.catch()
    line = someone.focus()
    someone.type("caf")
    event = QInputMethodEvent()
    event.setCommitString("\u00e9")
    QApplication.sendEvent(line, event)

    someone.press(Qt.Key.Key_Return)

    assert [one.words for one in someone.carried.questions] == ["caf\u00e9"]


def test_trouble_is_said_in_the_panel_and_the_words_stay(someone, vault):
    someone.catch()
    someone.type("words")
    vault.close()

    someone.press(Qt.Key.Key_Return)

    assert someone.find("catch-trouble-text").text()
    assert someone.find("catch-words").text() == "words"
    assert someone.find("catch-keep").isEnabled()
    someone.press(Qt.Key.Key_Escape)
    someone.catch()
    assert someone.find("catch-words").text() == "words"


@pytest.mark.parametrize("name", [PageName.TODAY, PageName.WRITE])
def test_today_and_write_lead_to_all_that_was_kept(someone, name):
    someone.go(name)

    someone.find("open-carry").click()

    assert someone.workspace.page.place() == Place(PageName.CARRY)


def test_the_page_hears_of_it(someone):
    page = someone.go(PageName.SETTINGS)
    heard = []
    page.something_kept.connect(lambda: heard.append(True))

    someone.keep("words")

    assert heard == [True]


def test_a_page_can_open_it_for_one_kind(someone):
    page = someone.go(PageName.SETTINGS)

    page.keep_asked.emit("practice")

    assert someone.find("catch-kind-practice").isChecked()
    assert someone.focus() is someone.find("catch-words")


def test_tab_leads_through_the_panel_and_out_of_it(someone):
    someone.catch()
    someone.find("catch-kind-later").click()
    someone.type("half")
    seen = []
    for _ in range(60):
        seen.append(someone.focus().objectName())
        someone.press(Qt.Key.Key_Tab)
        if seen.count("catch-words") == 2:
            break
    at = seen.index("catch-words")
    assert seen[at : at + 4] == ["catch-words", "catch-keep", "catch-away", "catch-when"]
    assert "nav-today" in seen


@pytest.mark.parametrize(("scale", "size"), [(100, (1180, 800)), (200, (1024, 600)), (200, (760, 480))])
def test_the_panel_leaves_room_for_the_page_and_shows_its_line(someone, scale, size):
    someone.context.theme.apply(LookChoice.LIGHT, scale)
    someone.workspace.resize(*size)
    someone.catch()
    someone.find("catch-kind-later").click()
    someone.type("half")
    QApplication.processEvents()

    panel, line = someone.find("catch"), someone.find("catch-words")
    assert panel.height() <= size[1] * 2 // 3 + 1
    assert someone.workspace.height() == size[1]
    assert line.visibleRegion().boundingRect().size() == line.size()
    assert line.mapTo(someone.workspace, QPoint(0, 0)).x() >= 0
    someone.context.theme.apply(LookChoice.LIGHT, 100)
