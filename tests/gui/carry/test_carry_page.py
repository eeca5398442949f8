"""What you kept: three lists, each changed in place, and nothing lost by a slip."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kat_journal.domain.practice import Carry
from kat_journal.gui.navigation import PageName, Place

ONES = {
    ("question", "asked"): lambda p: p.carried().asked,
    ("later", "still-true"): lambda p: p.carried().settled,
    ("later", "let-go"): lambda p: p.carried().settled,
    ("later", "talk"): lambda p: p.carried().settled,
    ("practice", "rest"): lambda p: p.carried().resting,
    ("question", "away"): lambda p: (),
    ("later", "away"): lambda p: (),
    ("practice", "away"): lambda p: (),
}


def test_empty_it_says_what_the_lists_are_for_and_how_to_add(show):
    person = show()

    for kind, add in (("question", "Add a question"), ("later", "Park something"), ("practice", "Add a small step")):
        assert person.text(f"{kind}-help")
        assert person.text(f"keep-{kind}").startswith(add)
        assert person.words(kind) == []
        assert person.find(f"{kind}-fold") is None
    assert "keeps something from any page" in person.text("carry-about")
    assert person.focused == "back"


def test_it_opens_no_window_beside_the_one_there_is(show, practices):
    for kind in Carry:
        practices.keep(kind, "words")
    person = show()
    person.press("question-0-edit")

    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]

    assert shown == [person.page]
    assert person.page.isActiveWindow()


@pytest.mark.parametrize("kind", list(Carry))
def test_adding_opens_the_panel_for_that_kind_and_what_is_kept_stands_first(show, practices, kind):
    practices.keep(kind, "the first")
    person = show()
    asked = []
    person.page.keep_asked.connect(asked.append)

    person.press(f"keep-{kind}")
    practices.keep(kind, "the second")
    person.page.something_kept.emit()

    assert asked == [kind]
    assert person.words(kind) == ["the second", "the first"]


@pytest.mark.parametrize(("kind", "key"), list(ONES))
def test_whatever_is_pressed_can_be_taken_back(show, practices, kind, key):
    practices.keep(Carry(kind), "another")
    practices.keep(Carry(kind), "words")
    before = practices.carried()
    person = show()

    person.press(f"{kind}-0-{key}")
    assert practices.carried() != before
    assert person.words(kind) == ["another"]
    assert person.text("carry-notice-text")
    assert person.focused == f"{kind}-0-{key}", "the row that took its place"

    person.press("carry-undo")

    assert practices.carried() == before
    assert person.words(kind) == ["words", "another"]
    assert person.find("carry-notice") is None


def test_what_is_taken_away_is_gone_from_the_file_while_undo_is_offered(show, practices, vault):
    practices.ask("How long?")
    person = show()

    person.press("question-0-away")

    assert vault.connection.row("SELECT count(*) FROM question")[0] == 0
    assert person.text("carry-notice-text").startswith("Taken away.")


def test_in_the_hours_after_a_session_taking_away_can_wait(show, practices, journal):
    journal.courses.just_had()
    practices.ask("How long?")
    person = show()

    person.press("question-0-away")
    assert len(practices.questions()) == 1
    assert person.focused == "carry-wait"
    person.press("carry-wait")
    assert len(practices.questions()) == 1
    assert person.find("carry-notice") is None

    person.press("question-0-away")
    person.press("carry-anyway")
    assert practices.questions() == ()
    person.press("carry-undo")
    assert len(practices.questions()) == 1


def test_a_long_list_shows_twenty_at_first(show, practices):
    for number in range(45):
        practices.ask(f"question {number}")
    person = show()
    assert len(person.words("question")) == 20

    person.press("question-now-more")
    assert len(person.words("question")) == 40
    assert person.focused.startswith("question-20-")
    person.press("question-now-more")
    assert len(person.words("question")) == 45
    assert person.find("question-now-more") is None


def test_a_long_list_of_what_is_over_does_so_too(show, practices):
    for number in range(21):
        practices.set_asked(practices.ask(f"question {number}").uid, asked=True)
    person = show()
    person.press("question-fold")
    person.press("question-over-more")
    assert len(person.words("question", "over-")) == 21

    person.press("question-fold")
    assert person.words("question", "over-") == []


def test_every_button_says_to_a_screen_reader_whose_it_is(show, practices):
    for kind in Carry:
        practices.keep(kind, f"words of a {kind}")
    person = show()

    for kind in Carry:
        names = [one for one in person.page.findChildren(QAbstractButton) if one.objectName().startswith(f"{kind}-0-")]
        assert len(names) >= 4
        assert {one.accessibleDescription() for one in names} == {f"words of a {kind}"}


def test_the_way_back_and_the_place(show, context):
    moves = []
    context.navigator.moved.connect(moves.append)
    person = show()
    assert person.page.place() == Place(PageName.CARRY)

    person.press("back")

    assert moves == [Place(PageName.TODAY)]


def test_trouble_is_said_in_the_page(show, practices, vault):
    practices.ask("How long?")
    person = show()
    vault.close()

    person.press("question-0-asked")

    assert person.text("carry-notice-text")


def test_what_is_gone_meanwhile_is_no_trouble(show, practices):
    practices.keep(Carry.LATER, "Move to the sea")
    practices.ask("How long?")
    person = show()
    for kind, one in ((Carry.LATER, practices.carried().laters[0]), (Carry.QUESTION, practices.questions()[0])):
        practices.take_away(kind, one.uid)

    person.press("later-0-talk")
    person.press("question-0-away") if person.find("question-0-away") else None

    assert practices.questions() == ()
    assert person.find("carry-undo") is None
