"""Sessions: a course on a line and as a list; sessions are added, the course is changed in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox

from kat_journal.domain.course import SessionStatus
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.widgets.stepping import When
from tests.gui.sessions.looking import find, focused, press, sees, words
from tests.helpers.clock import november


def at(day, hour, minute=0):
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute))


def test_an_empty_journal_says_what_can_be_done(show):
    page = show()

    assert not sees(page, "course")
    assert sees(page, "no-session")
    assert focused(page) == "begin-course"
    assert page.place() == Place(PageName.SESSIONS)


def test_a_session_is_added_a_week_on_unless_the_person_says_otherwise(show, journal):
    page = show()
    press(page, "add-session")
    assert focused(page) == "session-when"

    press(page, "keep-session")

    [session] = journal.courses.sessions()
    assert session.start == november(30, 10, 30)
    assert words(find(page, f"session-{session.id}"))[:2] == [
        "Your first session", "Monday 30 November 2026, 10:30. Planned.",
    ]  # fmt: skip
    assert not sees(page, "no-session")
    assert not sees(page, "session-when")


def test_a_session_in_another_zone_is_kept_at_its_wall_clock_there(show, journal, clock):
    clock.travel("America/New_York")
    page = show()
    press(page, "add-session")
    find(page, "session-when", When).setDateTime(at(30, 9))

    press(page, "keep-session")

    [session] = journal.courses.sessions()
    assert session.start == november(30, 14)
    assert session.zone == "America/New_York"


@pytest.mark.parametrize("name", ["session", "appointment"])
def test_not_now_adds_nothing_and_returns_to_where_one_was(show, journal, name):
    page = show()
    press(page, f"add-{name}")

    press(page, f"not-now-{name}")

    assert journal.courses.sessions() == ()
    assert journal.courses.appointments() == ()
    assert focused(page) == f"add-{name}"


def test_what_became_of_each_session_is_said_and_the_cancelled_are_not_counted(show, journal, clock):
    cancelled, held, asked, planned = (journal.courses.plan(november(day, 9)) for day in (2, 9, 16, 30))
    journal.courses.cancel(cancelled.id)
    journal.courses.hold(held.id)
    page = show()

    said = [words(find(page, f"session-{session.id}"))[:2] for session in (cancelled, held, asked, planned)]

    assert [title for title, _ in said] == [
        "A session", "Your first session", "Your second session", "Your third session",
    ]  # fmt: skip
    assert [about.split(", 09:00. ")[1] for _, about in said] == [
        "Did not happen.", "Took place.", "Planned. Did it take place?", "Planned.",
    ]  # fmt: skip


def test_a_session_opens_its_page(show, journal, moves):
    session = journal.courses.plan(november(30, 9))

    press(show(), f"open-session-{session.id}")

    assert moves == [Place(PageName.SESSION, session_id=session.id)]


def test_a_session_that_was_is_added_as_one_that_took_place(show, journal):
    page = show()
    press(page, "add-session")
    find(page, "session-when", When).setDateTime(at(10, 9))

    press(page, "keep-session")

    [session] = journal.courses.sessions()
    assert session.status is SessionStatus.HELD
    assert words(find(page, "sessions-earlier"))[:1] == ["So far"]


def test_what_is_ahead_stands_first_and_soonest_first_and_what_was_newest_first(show, journal):
    for day in (30, 26, 9, 16):
        journal.courses.plan(november(day, 9))
    undated = journal.courses.plan(november(29, 9))
    journal.courses.put_off(undated.id)
    page = show()

    ahead, past = (words(find(page, f"sessions-{name}")) for name in ("ahead", "earlier"))

    assert [line.partition(" November")[0] for line in ahead if "Planned" in line] == [
        "Thursday 26", "Monday 30", "Day not known yet. Planned.",
    ]  # fmt: skip
    assert [line.partition(" November")[0] for line in past if "Planned" in line] == ["Monday 16", "Monday 9"]


def test_a_session_that_runs_now_is_not_asked_about_yet(show, journal):
    session = journal.courses.plan(november(23, 10))

    assert words(find(show(), f"session-{session.id}"))[1].endswith("10:00. Planned.")


def test_the_line_says_what_its_marks_mean_only_where_they_are_there(show, journal):
    session = journal.courses.plan(november(9, 9))
    journal.courses.hold(session.id)
    assert find(show(), "line-legend", QLabel).text() == "On the line, filled: took place. The bar is now."

    journal.courses.add_appointment(november(15, 9))
    journal.courses.cancel(journal.courses.plan(november(12, 9)).id)
    journal.courses.plan(november(30, 9))
    page = show()

    assert find(page, "line-legend", QLabel).text() == (
        "On the line, filled: took place, ring: planned, struck through: did not happen, diamond: appointment."
        " The bar is now."
    )
    said = find(page, "timeline").accessibleDescription()
    assert said == "9 Nov, held; 12 Nov, did not happen; 15 Nov, appointment; now; 30 Nov, planned"


def test_a_course_is_changed_in_place_and_keeps_what_was_not_touched(show, journal):
    course = journal.courses.begin_course("Autumn course", "Alder Row", 6)
    page = show()
    press(page, "edit-course")
    assert focused(page) == "course-name"
    assert find(page, "course-clinic", QLineEdit).text() == "Alder Row"
    find(page, "course-number", QSpinBox).setValue(0)
    find(page, "course-clinic", QLineEdit).clear()
    route = find(page, "course-route", QComboBox)
    route.setCurrentIndex(route.findData("nasal"))

    press(page, "keep-course")

    [kept] = journal.courses.courses()
    assert kept == replace(course, clinic="", route="nasal", planned_sessions=None)
    assert not sees(page, "course-about")
    assert focused(page) == "edit-course"


def test_a_route_that_no_form_knows_any_more_stays_as_it_is(show, journal):
    course = journal.courses.begin_course("Autumn course")
    journal.courses.update_course(replace(course, route="by-owl"))
    page = show()
    press(page, "edit-course")

    press(page, "keep-course")

    assert journal.courses.courses()[0].route == "by-owl"


def test_a_course_without_a_name_is_fine(show, journal):
    journal.courses.begin_course("", "Alder Row", 6)

    assert words(find(show(), "course"))[:2] == ["Your course", "Alder Row. 6 sessions"]


def test_sessions_without_a_course_stand_under_their_own_heading(show, journal):
    journal.courses.plan(november(30, 9))
    page = show()

    assert words(find(page, "course"))[:2] == ["Your sessions", "One session"]
    assert not sees(page, "edit-course")
    assert sees(page, "begin-course")


def test_leaving_the_course_as_it_is_returns_to_its_button(show, journal):
    course = journal.courses.begin_course("Autumn course")
    page = show()
    press(page, "edit-course")

    press(page, "not-now-course")

    assert journal.courses.courses() == (course,)
    assert focused(page) == "edit-course"


def test_of_several_courses_the_newest_is_shown_and_the_others_are_listed_by_name(show, journal):
    old = journal.courses.begin_course("Spring", "Alder Row", moments=[november(1, 9), november(8, 9)])
    nameless = journal.courses.begin_course("")
    journal.courses.begin_course("Winter", moments=[november(30, 9)])
    page = show()
    assert find(page, "course-title", QLabel).text() == "Winter"
    assert words(find(page, f"course-{old.id}"))[:2] == ["Spring", "Alder Row. 2 sessions, 1 Nov 2026 to 8 Nov 2026"]
    assert words(find(page, f"course-{nameless.id}"))[0] == "A course without a name"

    press(page, f"show-course-{old.id}")

    assert find(page, "course-title", QLabel).text() == "Spring"
    assert not sees(page, f"course-{old.id}")
    press(page, "add-session")
    press(page, "keep-session")
    assert journal.courses.sessions()[-1].course_id == old.id


def test_trouble_is_said_in_the_page(show, vault):
    page = show()
    vault.close()
    press(page, "add-session")

    press(page, "keep-session")

    assert find(page, "trouble").text() != ""
