import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.widgets.words import Words


@pytest.fixture
def words(shown):
    return shown(Words(name="words", accessible="Your words", placeholder="Write here"))


def mime(text):
    data = QMimeData()
    data.setText(text)
    return data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(exclude_categories=())))
@example(text="a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h")
@example(text="\0\u00a0\ufdd0\ufdd1\ufffc\ufffd\ufeff")
@example(text="\n\n  \t\n")
def test_any_text_comes_back_as_it_was_set(words, text):
    words.set_words(text)
    assert words.words() == folded(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text())  # without lone surrogates: a clipboard of Qt holds none
def test_any_text_comes_back_as_it_was_pasted(words, text):
    words.set_words("")
    words.insertFromMimeData(mime(text))
    assert words.words() == folded(text)


def test_typed_lines_are_kept(qtbot, words):
    qtbot.keyClicks(words, "one")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    qtbot.keyClicks(words, "two")
    qtbot.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(words, "three")
    assert words.words() == "one\ntwo\nthree"


def test_only_the_person_changes_the_words(qtbot, words):
    with qtbot.assertNotEmitted(words.changed):
        words.set_words("from the journal")
    with qtbot.waitSignal(words.changed):
        qtbot.keyClicks(words, "x")


def test_there_is_nothing_to_undo_in_words_that_were_set(words):
    words.set_words("kept")
    words.undo()
    assert words.words() == "kept"
    assert not words.document().isUndoAvailable()


def test_typing_can_be_undone(qtbot, words):
    words.set_words("kept")
    qtbot.keyClicks(words, "x")
    words.undo()
    assert words.words() == "kept"


def test_every_line_has_the_line_height(qtbot, words):
    words.set_words("one\ntwo")
    words.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(words, Qt.Key.Key_Return)
    words.insertFromMimeData(mime("three\nfour"))
    block = words.document().begin()
    heights = set()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    assert heights == {float(words.leading)}
    assert words.leading > 100


def test_pasted_markup_is_only_text(words):
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>bold</b>")
    words.insertFromMimeData(data)
    assert words.words() == "<b>bold</b>"


def test_a_file_is_not_taken(words):
    data = mime("file:///a.txt")
    data.setUrls([QUrl.fromLocalFile("/a.txt")])
    assert not words.canInsertFromMimeData(data)
    words.insertFromMimeData(data)
    assert words.words() == ""


def test_copied_words_are_only_text(words):
    words.set_words("one\u00a0\ntwo")
    words.selectAll()
    words.copy()
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "one\u00a0\ntwo"
    assert not copied.hasHtml()


def test_an_input_method_is_followed_before_it_hands_over(qtbot, words):
    with qtbot.waitSignal(words.changed):
        QApplication.sendEvent(words, QInputMethodEvent("ka", []))
    assert words.words() == ""
    event = QInputMethodEvent("", [])
    event.setCommitString("\u304b")
    with qtbot.waitSignal(words.changed):
        QApplication.sendEvent(words, event)
    assert words.words() == "\u304b"
    words.commit_pre_edit()


def test_the_caret_returns_to_its_place(words):
    words.set_words("\U0001f600 one two")
    words.set_caret(5)
    assert words.caret() == 5
    words.set_caret(10_000)
    assert words.caret() == words.document().characterCount() - 1
    words.set_caret(-3)
    assert words.caret() == 0


def test_tab_leaves_the_field(qtbot, shown):
    box = QWidget()
    column = QVBoxLayout(box)
    first, second = Words(), Words()
    column.addWidget(first)
    column.addWidget(second)
    shown(box)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.words() == ""


def test_a_growing_field_is_two_to_eight_lines_high(qtbot, shown):
    box = QWidget()
    column = QVBoxLayout(box)
    words = Words(grows=True)
    column.addWidget(words)
    column.addStretch()
    shown(box, 680, 900)
    least = words.height()
    words.set_words("\n".join("abcd"))
    qtbot.waitUntil(lambda: words.height() > least)
    words.set_words("\n" * 100)
    most = words.height()
    words.set_words("\n" * 7)
    assert words.height() == most
    words.set_words("")
    assert words.height() == least
    assert least >= 2 * words.fontMetrics().lineSpacing()


def test_names_are_as_passed(words):
    assert words.objectName() == "words"
    assert words.accessibleName() == "Your words"
    assert words.placeholderText() == "Write here"
