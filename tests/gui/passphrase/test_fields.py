"""A new passphrase: four words that are offered, or one's own, with a word about its strength."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kat_journal.gui.passphrase.catalogue import assess
from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.passphrase.presenter import NewPassphrasePresenter
from kat_journal.gui.tasks import InlineTasks

OFFERED = ["copper lantern quiet meadow", "harbour plum seven kettle"]
STRONG = "violet engine borrowed seventeen spoons"


@pytest.fixture
def fields(qtbot, theme):
    fields = NewPassphrase()
    words = list(OFFERED)
    NewPassphrasePresenter(fields, InlineTasks(), lambda: words.pop(0)).offer()
    qtbot.addWidget(fields)
    fields.show()
    return fields


def press(fields, name):
    fields.findChild(QAbstractButton, name).click()


def says(fields):
    found = fields.findChild(QWidget, "passphrase-strength")
    return found.text() if found.isVisible() else ""


def pause(fields):
    return next(timer for timer in fields.findChildren(QTimer) if timer.isSingleShot())


def type_own(fields, qtbot, words):
    press(fields, "use-my-own")
    qtbot.keyClicks(fields.words, words)


def test_offered_words_need_no_word_about_their_strength(fields):
    assert fields.words.text() == OFFERED[0]
    assert says(fields) == ""


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("short", "Not long enough yet."),
        ("password1234", "Too easy"),
        (STRONG, "Very good"),
        ("\u96e8\u5929 \u306e \u7d2b\u967d\u82b1 \u3068 \u732b 4711", ""),
    ],
)
def test_ones_own_is_judged_in_words_and_in_any_script(passphrase, word):
    assert word in assess(passphrase)


@pytest.mark.parametrize(("passphrase", "word"), [("dfgj kwpq12", "Not long"), ("Margaret1958", "Too easy")])
def test_the_reason_is_said(passphrase, word):
    assert assess(passphrase).startswith(word)


def test_the_word_comes_once_the_fingers_rest(fields, qtbot):
    type_own(fields, qtbot, STRONG)
    assert says(fields) == ""
    assert pause(fields).isActive()

    pause(fields).setInterval(1)
    qtbot.waitUntil(lambda: says(fields) != "")

    assert says(fields).startswith("Very good")
    assert fields.words.accessibleDescription() == says(fields)
    qtbot.keyClicks(fields.words, " x")
    assert says(fields) == "", "it was of other words"


def test_of_an_empty_field_nothing_is_said(fields, qtbot):
    type_own(fields, qtbot, "a")
    fields.words.backspace()

    assert not pause(fields).isActive()


def test_of_a_passphrase_that_is_in_force_meanwhile_nothing_is_said(fields, qtbot):
    type_own(fields, qtbot, STRONG)
    fields.forget()

    with qtbot.waitSignal(pause(fields).timeout):
        pause(fields).start(1)

    assert says(fields) == ""


def test_a_word_that_comes_too_late_is_not_said(fields, qtbot):
    type_own(fields, qtbot, "something new")

    fields.show_strength("something old", "Very good")
    assert says(fields) == ""
    press(fields, "other-words")
    fields.show_strength("something new", "Very good")

    assert says(fields) == ""


def test_words_that_come_after_the_person_chose_their_own_are_not_shown(fields, qtbot):
    type_own(fields, qtbot, "mine")

    fields.show_words("too late now really")

    assert fields.words.text() == "mine"


def test_any_passphrase_is_taken_as_it_was_typed(fields):
    press(fields, "use-my-own")
    for words in ("  blanks around  ", "\u00e9 and e\u0301", "\U0001f33f" * 12, "\"quotes\" and 'quotes'", "x" * 300):
        fields.words.setText(words)
        fields.again.setText(words)
        assert fields.passphrase() == words


def test_while_busy_nothing_changes(fields, qtbot):
    fields.set_read_only(True)
    qtbot.keyClicks(fields.again, "more")
    press(fields, "other-words")
    assert (fields.words.text(), fields.again.text()) == (OFFERED[0], "")

    fields.set_read_only(False)
    assert fields.words.isReadOnly()
    press(fields, "use-my-own")
    fields.set_read_only(False)
    assert not fields.words.isReadOnly()


def test_what_was_typed_is_gone_for_good(fields, qtbot):
    type_own(fields, qtbot, STRONG)
    fields.forget()

    for field in fields.findChildren(QLineEdit):
        field.undo()
        assert field.text() == ""
