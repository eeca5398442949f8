"""Sessions: the course, its sessions and the appointments, each added and changed in place."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSpinBox, QWidget

from kat_journal.domain.course import SessionStatus
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions import build
from kat_journal.gui.widgets.stepping import When
from tests.helpers.clock import november


@pytest.fixture(autouse=True)
def british(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def moves(context):
    places = []
    context.navigator.moved.connect(places.append)
    return places


@pytest.fixture
def show(qtbot, context):
    def show():
        page = build(Place(PageName.SESSIONS), context, None)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        QApplication.processEvents()
        return page

    return show


def find(page, name, kind=QWidget):
    return next(found for found in page.findChildren(kind, name) if found.isVisibleTo(page))


def sees(page, name):
    return any(found.isVisibleTo(page) for found in page.findChildren(QWidget, name))


def press(page, name):
    find(page, name, QAbstractButton).click()
    QApplication.processEvents()


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def at(day, hour, minute=0):
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute))


def test_an_empty_journal_says_what_can_be_done(show):
    page = show()

    assert find(page, "course-title", QLabel).text() == "Your course"
    assert sees(page, "no-session")
    assert page.focusWidget().objectName() == "edit-course"
    assert page.place() == Place(PageName.SESSIONS)


def test_a_session_is_added_a_week_on_unless_the_person_says_otherwise(show, journal):
    page = show()
    press(page, "add-session")
    assert page.focusWidget().objectName() == "session-when"

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
    assert page.focusWidget().objectName() == f"add-{name}"


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


def test_a_session_without_a_date_says_so(show, journal):
    session = journal.courses._courses.insert_session(
        course_id=None, status=SessionStatus.PLANNED, scheduled_at=None, started_at=None, ended_at=None, zone="UTC"
    )

    assert words(find(show(), f"session-{session.id}"))[1] == "No date yet. Planned."


def test_an_appointment_is_added_with_or_without_a_name_and_taken_away(show, journal):
    page = show()
    for who in (" Nadia ", ""):
        press(page, "add-appointment")
        find(page, "appointment-when", When).setDateTime(at(27, 15))
        assert find(page, "appointment-words", QLineEdit).text() == ""
        find(page, "appointment-words", QLineEdit).setText(who)
        press(page, "keep-appointment")
    first, second = journal.courses.appointments()
    assert [(a.at, a.who) for a in (first, second)] == [(november(27, 15), "Nadia"), (november(27, 15), "")]
    assert "Friday 27 November 2026, 15:00  Nadia" in words(page)
    assert "Friday 27 November 2026, 15:00" in words(page)

    press(page, f"remove-appointment-{first.id}")

    assert [a.who for a in journal.courses.appointments()] == [""]
    assert "Friday 27 November 2026, 15:00  Nadia" not in words(page)


def test_a_course_is_noted_and_takes_in_the_sessions_that_were_there(show, journal):
    session = journal.courses.plan(november(30, 9))
    page = show()
    press(page, "edit-course")
    assert page.focusWidget().objectName() == "course-name"
    find(page, "course-name", QLineEdit).setText("Autumn course ")
    find(page, "course-clinic", QLineEdit).setText("Alder Row")
    find(page, "course-number", QSpinBox).setValue(6)

    press(page, "keep-course")

    [course] = journal.courses.courses()
    assert (course.name, course.clinic, course.planned_sessions) == ("Autumn course", "Alder Row", 6)
    assert journal.courses.session(session.id).course_id == course.id
    assert words(find(page, "course"))[:2] == ["Autumn course", "Alder Row. 6 sessions planned"]


def test_a_course_is_changed_in_place_and_keeps_what_was_not_touched(show, journal):
    journal.courses.begin_course("Autumn course", "Alder Row", 6)
    page = show()
    press(page, "edit-course")
    assert find(page, "course-clinic", QLineEdit).text() == "Alder Row"
    find(page, "course-number", QSpinBox).setValue(0)
    find(page, "course-clinic", QLineEdit).clear()

    press(page, "keep-course")

    [course] = journal.courses.courses()
    assert (course.name, course.clinic, course.planned_sessions) == ("Autumn course", "", None)
    assert not sees(page, "course-about")


def test_a_course_without_a_name_is_fine(show, journal):
    page = show()
    press(page, "edit-course")
    find(page, "course-clinic", QLineEdit).setText("Alder Row")

    press(page, "keep-course")

    assert words(find(page, "course"))[:2] == ["Your course", "Alder Row"]


def test_leaving_the_course_as_it_is_returns_to_its_button(show, journal):
    page = show()
    press(page, "edit-course")

    press(page, "not-now-course")

    assert journal.courses.courses() == ()
    assert page.focusWidget().objectName() == "edit-course"


def test_trouble_is_said_in_the_page(show, vault):
    page = show()
    vault.close()
    press(page, "add-session")

    press(page, "keep-session")

    assert find(page, "trouble").text() != ""
