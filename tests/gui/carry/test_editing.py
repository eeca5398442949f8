"""The words of a kept thing, changed in place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kat_journal.domain.practice import Carry
from kat_journal.gui.widgets.plain import folded


@pytest.mark.parametrize("kind", list(Carry))
def test_words_are_changed_in_place_and_the_earlier_ones_come_back(show, practices, kind, qtbot):
    practices.keep(kind, "How long")
    person = show()
    person.press(f"{kind}-0-edit")
    assert person.focused == f"{kind}-0-editor"
    assert person.find(f"{kind}-0-words") is None

    qtbot.keyClicks(person.page.focusWidget(), " and why?")
    qtbot.keyClick(person.page.focusWidget(), Qt.Key.Key_Tab)
    assert person.focused == f"{kind}-0-keep"
    qtbot.keyClick(person.page.focusWidget(), Qt.Key.Key_Return)
    assert person.words(kind) == ["How long and why?"]
    assert person.focused == f"{kind}-0-edit"

    person.press("carry-undo")
    assert person.words(kind) == ["How long"]


@pytest.mark.parametrize("typed", ["", "  ", "How long"])
def test_an_edit_that_changes_nothing_or_leaves_nothing_is_no_change(show, practices, typed):
    practices.ask("How long")
    person = show()
    person.press("question-0-edit")
    person.find("question-0-editor").set_words(typed)

    person.press("question-0-keep")

    assert person.words("question") == ["How long"]
    assert person.find("carry-notice") is None


def test_not_now_leaves_the_words_as_they_were(show, practices, qtbot):
    practices.ask("How long")
    person = show()
    person.press("question-0-edit")
    qtbot.keyClicks(person.page.focusWidget(), " and why?")

    person.press("question-0-not-now")

    assert person.words("question") == ["How long"]
    person.press("question-0-edit")
    assert person.find("question-0-editor").words() == "How long"


def test_whoever_leaves_in_the_middle_of_an_edit_keeps_it(show, practices, qtbot):
    practices.ask("How long")
    practices.ask("untouched")
    person = show()
    person.press("question-1-edit")
    qtbot.keyClicks(person.page.focusWidget(), " and why?")

    person.page.flush()

    assert [one.words for one in practices.questions()] == ["How long and why?", "untouched"]


def test_what_is_being_changed_stays_while_something_else_is_done(show, practices, qtbot):
    for words in ("the first", "the second"):
        practices.ask(words)
    person = show()
    person.press("question-1-edit")
    qtbot.keyClicks(person.page.focusWidget(), " of all")

    person.press("question-0-away")

    assert person.find("question-0-editor").words() == "the first of all"
    person.press("question-0-keep")
    assert [one.words for one in practices.questions()] == ["the first of all"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(list(Carry)), words=st.text().filter(str.strip), other=st.text().filter(str.strip))
def test_whatever_was_kept_is_shown_as_plain_text_and_changed_as_typed(show, practices, kind, words, other):
    uid = practices.keep(kind, folded(words)).uid
    person = show()
    label = person.find(f"{kind}-0-words")
    assert label.text() == folded(words)
    assert label.textFormat() == Qt.TextFormat.PlainText

    person.press(f"{kind}-0-edit")
    assert person.find(f"{kind}-0-editor").words() == folded(words)
    person.find(f"{kind}-0-editor").set_words(other)
    person.press(f"{kind}-0-keep")

    assert person.text(f"{kind}-0-words") == folded(other)
    practices.take_away(kind, uid)
    person.page.hide()
