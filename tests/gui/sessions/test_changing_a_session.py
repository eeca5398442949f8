"""A session is moved, put off, held, cancelled and given its real times; what was changed last can be taken back."""

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QDateTimeEdit

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import MOVING
from kat_journal.gui.widgets.stepping import When
from tests.gui.sessions.looking import find, focused, press, sees, text
from tests.helpers.clock import november

DECEMBER = november(3, 11).replace(month=12)


def at(day, hour, minute=0, month=11):
    return QDateTime(QDate(2026, month, day), QTime(hour, minute))


@pytest.fixture
def planned(journal):
    """A session on Thursday, in three days."""
    return journal.courses.plan(november(26, 9, 30))


@pytest.fixture
def held(journal):
    """A session of Sunday; it is Monday morning."""
    return journal.courses.hold(journal.courses.plan(november(22, 10)).id)


def said(page):
    return find(page, "trouble").text()


def move(page):
    press(page, "add-move")
    find(page, "move-when", When).setDateTime(at(3, 11, month=12))
    press(page, "keep-move")


def test_another_day_or_time_moves_it_and_says_what_stays(show, planned, journal):
    page = show(planned)
    press(page, "add-move")
    assert find(page, "move-when", When).time() == QTime(9, 30)
    find(page, "move-when", When).setDateTime(at(3, 11, month=12))

    press(page, "keep-move")

    assert journal.courses.session(planned.id).start == DECEMBER
    assert text(page, "session-status") == "Thursday 3 December 2026, 11:00. Planned."
    assert said(page) == "Moved. What you have answered keeps its day."
    assert focused(page) == "undo-change"


def test_who_said_that_it_was_moved_is_asked_for_the_new_day_at_once(show, planned, journal, clock):
    clock.set(november(26, 12))

    page = show(planned, line=MOVING)

    assert focused(page) == "move-when"
    find(page, "move-when", When).setDateTime(at(3, 11, month=12))
    press(page, "keep-move")
    assert journal.courses.session(planned.id).start == DECEMBER
    assert not sees(page, "move-when")


@pytest.mark.parametrize("answer", ["put-off-session", "hold-session", "cancel-session"])
def test_another_answer_than_a_new_day_asks_for_that_no_more(show, planned, clock, answer):
    clock.set(november(26, 12))
    page = show(planned, line=MOVING)

    press(page, answer)

    assert not sees(page, "move-when")
    assert focused(page) == "undo-change"
    press(page, "undo-change")
    assert sees(page, "add-move")
    assert not sees(page, "move-when")


def test_one_that_took_place_meanwhile_is_asked_for_no_new_day(show, held):
    page = show(held, line=MOVING)

    assert focused(page) != "move-when"
    assert not sees(page, "move-when")


def test_a_move_can_be_taken_back(show, planned, journal):
    page = show(planned)
    move(page)

    press(page, "undo-change")

    assert journal.courses.session(planned.id) == planned
    assert text(page, "session-status") == "Thursday 26 November 2026, 09:30. Planned."
    assert not sees(page, "trouble")
    assert focused(page) == "open-part-intention"


def test_what_was_answered_stays_when_it_moves(show, planned, journal):
    form = FormId("core:intention")
    draft = journal.responses.begin(form, session_id=planned.id).draft
    journal.responses.save(draft, Answer("intention", text="To be less careful"))

    move(show(planned))

    assert journal.responses.begin(form, session_id=planned.id).answers["intention"].text == "To be less careful"


def test_its_day_may_not_be_known_yet(show, planned, journal):
    page = show(planned)

    press(page, "put-off-session")

    assert journal.courses.session(planned.id).start is None
    assert text(page, "session-status") == "Day not known yet. Planned."
    assert not sees(page, "put-off-session")
    assert not sees(page, "hold-session")
    move(page)
    assert journal.courses.session(planned.id).start == DECEMBER


def test_it_took_place(show, planned, journal, clock):
    clock.set(november(26, 13))
    page = show(planned)
    assert text(page, "session-status").endswith("Planned. Did it take place?")

    press(page, "hold-session")

    assert journal.courses.session(planned.id).status is SessionStatus.HELD
    assert text(page, "session-status").endswith("Took place.")
    assert not sees(page, "hold-session")
    assert sees(page, "part-reflection.next-day")


def test_one_that_lies_ahead_cannot_have_taken_place(show, planned):
    assert not sees(show(planned), "hold-session")


def test_it_did_not_happen_and_asks_nothing_more(show, planned, journal):
    page = show(planned)
    assert find(page, "cancel-session", QAbstractButton).text() == "It is cancelled"

    press(page, "cancel-session")

    assert journal.courses.session(planned.id).status is SessionStatus.CANCELLED
    assert text(page, "session-title") == "A session"
    assert text(page, "session-status").endswith("Did not happen.")
    assert not sees(page, "part-intention")
    assert not sees(page, "cancel-session")


def test_that_it_did_not_happen_can_be_taken_back_at_once_and_later(show, planned, journal):
    page = show(planned)
    press(page, "cancel-session")
    press(page, "undo-change")
    assert journal.courses.session(planned.id) == planned
    journal.courses.cancel(planned.id)

    press(show(planned), "plan-session")

    assert journal.courses.session(planned.id) == planned


def test_one_that_was_noted_as_held_may_not_have_been(show, held, journal):
    page = show(held)
    assert find(page, "cancel-session", QAbstractButton).text() == "It did not happen"

    press(page, "cancel-session")

    assert journal.courses.session(held.id).status is SessionStatus.CANCELLED
    press(page, "hold-session")
    assert journal.courses.session(held.id).status is SessionStatus.HELD


def test_when_it_really_was_is_noted(show, held, journal):
    page = show(held)
    press(page, "add-times")
    assert focused(page) == "times-began"
    assert find(page, "times-no-end", QAbstractButton).isChecked()
    assert not find(page, "times-ended", When).isEnabled()
    find(page, "times-began", When).setDateTime(at(22, 10, 20))
    press(page, "times-no-end")
    find(page, "times-ended", When).setDateTime(at(22, 12, 40))

    press(page, "keep-times")

    session = journal.courses.session(held.id)
    assert (session.started_at, session.ended_at) == (november(22, 10, 20), november(22, 12, 40))
    assert text(page, "session-status") == "Sunday 22 November 2026, 10:20 to 12:40. Took place."


def test_its_end_may_stay_unknown(show, held, journal):
    page = show(held)
    press(page, "add-times")
    find(page, "times-began", When).setDateTime(at(22, 9))

    press(page, "keep-times")

    session = journal.courses.session(held.id)
    assert (session.started_at, session.ended_at) == (november(22, 9), None)


@pytest.mark.parametrize(
    ("began", "ended", "words"),
    [
        (at(22, 10), at(22, 9), "Its end stands before its beginning. Please look at both again."),
        (at(24, 10), at(24, 12), "That is still ahead. A session that took place began and ended by now."),
    ],
)
def test_times_that_cannot_be_are_said_and_stay_to_be_mended(show, held, journal, began, ended, words):
    page = show(held)
    press(page, "add-times")
    press(page, "times-no-end")
    find(page, "times-began", When).setDateTime(began)
    find(page, "times-ended", When).setDateTime(ended)

    press(page, "keep-times")

    assert said(page) == words
    assert journal.courses.session(held.id) == held
    assert find(page, "times-began", QDateTimeEdit).dateTime() == began


def test_not_now_changes_no_time(show, held, journal):
    page = show(held)
    press(page, "add-times")

    press(page, "not-now-times")

    assert journal.courses.session(held.id) == held
    assert focused(page) == "add-times"


def test_it_is_moved_by_keyboard_alone(show, planned, journal, qtbot):
    page = show(planned)

    def key(code):
        qtbot.keyClick(page.focusWidget(), code)

    def tab_to(name):
        for _ in range(40):
            if focused(page) == name:
                return
            key(Qt.Key.Key_Tab)
        raise AssertionError(name)

    tab_to("add-move")
    key(Qt.Key.Key_Return)
    assert focused(page) == "move-when"
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Up)
    tab_to("keep-move")
    key(Qt.Key.Key_Return)

    assert journal.courses.session(planned.id).start == november(27, 9, 30)
    key(Qt.Key.Key_Return)
    assert journal.courses.session(planned.id) == planned


def test_trouble_is_said_and_nothing_is_lost_of_what_is_shown(show, planned, vault):
    page = show(planned)
    vault.close()

    press(page, "cancel-session")

    assert said(page) != ""
    assert text(page, "session-title") == "Your first session"
