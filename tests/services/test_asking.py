"""Questions for the team, on Today before someone can answer them."""

from datetime import date

import pytest

from kat_journal.services.reminders import ReminderKind
from tests.helpers.clock import november


@pytest.fixture
def asking(journal):
    return journal.asking


@pytest.fixture
def questions(journal):
    return [journal.practices.ask(words) for words in ("How long?", "How often?", "Why?")]


def test_without_a_meeting_nothing_is_said(asking, questions):
    assert asking.offer() is None
    asking.put_off()
    assert asking.offer() is None


def test_without_a_question_nothing_is_said(asking, journal):
    journal.courses.add_appointment(november(26, 14))

    assert asking.offer() is None


@pytest.mark.parametrize(("day", "days"), [(23, 0), (24, 1), (26, 3), (27, None)])
def test_they_are_counted_in_the_three_days_before_an_appointment(asking, journal, questions, day, days):
    journal.courses.add_appointment(november(day, 14), "Dr Hale")

    reminder = asking.offer()

    if days is None:
        assert reminder is None
    else:
        assert (reminder.kind, reminder.detail) == (ReminderKind.QUESTIONS, "3")
        assert (reminder.day, reminder.days) == (date(2026, 11, day), days)


def test_a_question_that_was_asked_does_not_count(asking, journal, questions):
    journal.courses.add_appointment(november(24, 14))
    journal.practices.set_asked(questions[0].uid, asked=True)

    assert asking.offer().detail == "2"


def test_the_first_meeting_counts_be_it_a_session_or_an_appointment(asking, journal, questions):
    journal.courses.add_appointment(november(20, 14))
    journal.courses.add_appointment(november(26, 14))
    session = journal.courses.plan(november(25, 9))
    assert asking.offer().day == date(2026, 11, 25)

    journal.courses.cancel(session.id)

    assert asking.offer().day == date(2026, 11, 26)


def test_put_off_nothing_more_is_said_for_that_meeting_unless_it_moves(asking, journal, questions):
    appointment = journal.courses.add_appointment(november(24, 14))
    asking.put_off()
    assert asking.offer() is None

    journal.courses.delete_appointment(appointment.id)
    journal.courses.add_appointment(november(25, 14))

    assert asking.offer().day == date(2026, 11, 25)


def test_nothing_is_said_beside_another_question_or_after_a_session(journal, questions, clock):
    journal.courses.add_appointment(november(25, 14))
    assert journal.reminders.next().kind is ReminderKind.QUESTIONS
    journal.courses.plan(november(23, 8))
    assert journal.reminders.next() is None

    journal.courses.just_had()

    assert journal.reminders.next() is None
    clock.set(november(24, 9))
    assert journal.reminders.next().kind is ReminderKind.QUESTIONS
