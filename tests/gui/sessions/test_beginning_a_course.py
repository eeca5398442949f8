"""A course begins with a shape; every day of it is seen, and can be changed, before it is kept."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from kat_journal.domain.shapes import Shape
from kat_journal.gui.sessions.begin_card import BeginCard
from kat_journal.gui.widgets.stepping import When
from tests.gui.sessions.looking import find, focused, press, sees
from tests.helpers.clock import november


def at(day, hour, month=11):
    return QDateTime(QDate(2026, month, day), QTime(hour, 0))


@pytest.fixture
def asking(show):
    """An empty journal's page, asked for a course that begins on the 24th."""
    page = show()
    press(page, "begin-course")
    find(page, "first-day", When).setDateTime(at(24, 9))
    return page


def days(page):
    fields = sorted(
        (field for field in page.findChildren(When) if field.objectName().startswith("day-")),
        key=lambda field: int(field.objectName().partition("-")[2]),
    )
    return [field.dateTime().toString("d MMM HH:mm") for field in fields if field.isVisibleTo(page)]


def test_six_in_three_weeks_is_where_it_starts(asking, journal):
    assert focused(asking) == "first-day" or focused(asking) == "shape-six-in-three-weeks"

    press(asking, "show-days")

    assert days(asking) == [
        "24 Nov 09:00", "27 Nov 09:00", "1 Dec 09:00", "4 Dec 09:00", "8 Dec 09:00", "11 Dec 09:00",
    ]  # fmt: skip
    assert find(asking, "begin-about", QLabel).text() == "Your clinic’s dates win. Change any of them."
    assert focused(asking) == "day-1"
    assert journal.courses.sessions() == ()


@pytest.mark.parametrize(
    ("shape", "number", "last"),
    [
        (Shape.TWICE_WEEKLY_THEN_WEEKLY, 12, "12 Jan 09:00"),
        (Shape.WEEKLY_AT_HOME, 6, "29 Dec 09:00"),
        (Shape.FREE, 1, "24 Nov 09:00"),
    ],
)
def test_other_shapes_give_other_days(asking, shape, number, last):
    press(asking, f"shape-{shape}")

    press(asking, "show-days")

    assert len(days(asking)) == number
    assert days(asking)[-1] == last


def test_what_is_kept_is_what_stands_there(asking, journal):
    find(asking, "begin-name", QLineEdit).setText(" Autumn course")
    find(asking, "begin-clinic", QLineEdit).setText("Alder Row ")
    route = find(asking, "begin-route", QComboBox)
    route.setCurrentIndex(route.findData("nasal"))
    press(asking, "show-days")
    find(asking, "day-2", When).setDateTime(at(26, 14))
    press(asking, "leave-out-6")
    press(asking, "leave-out-1")
    assert days(asking)[0] == "26 Nov 14:00"

    press(asking, "keep-days")

    [course] = journal.courses.courses()
    assert (course.name, course.clinic, course.route, course.planned_sessions) == (
        "Autumn course", "Alder Row", "nasal", 4,
    )  # fmt: skip
    kept = journal.courses.sessions()
    assert [session.start for session in kept] == [
        november(26, 14), *(november(day, 9).replace(month=12) for day in (1, 4, 8)),
    ]  # fmt: skip
    assert {session.course_id for session in kept} == {course.id}
    assert not sees(asking, "begin")
    assert focused(asking) == "edit-course"


def test_a_day_is_added_a_week_after_the_last(asking):
    press(asking, "shape-free")
    press(asking, "show-days")

    press(asking, "add-day")

    assert days(asking) == ["24 Nov 09:00", "1 Dec 09:00"]
    assert focused(asking) == "day-2"


def test_all_days_can_be_left_out_and_one_added_again(asking, journal):
    press(asking, "shape-free")
    press(asking, "show-days")
    press(asking, "leave-out-1")
    assert days(asking) == []
    assert focused(asking) == "add-day"

    press(asking, "keep-days")

    assert len(journal.courses.courses()) == 1
    assert journal.courses.sessions() == ()


def test_the_first_day_can_be_left_out_and_added_again(asking):
    press(asking, "shape-free")
    press(asking, "show-days")
    press(asking, "leave-out-1")

    press(asking, "add-day")

    assert days(asking) == ["24 Nov 09:00"]


def test_the_same_day_twice_is_one_session(asking, journal):
    press(asking, "show-days")
    find(asking, "day-2", When).setDateTime(at(24, 9))

    press(asking, "keep-days")

    assert len(journal.courses.sessions()) == 5


def test_a_session_that_was_planned_before_joins_and_is_not_planned_twice(show, journal):
    planned = journal.courses.plan(november(24, 9))
    page = show()
    press(page, "begin-course")
    assert find(page, "first-day", When).dateTime() == at(24, 9)

    press(page, "show-days")
    press(page, "keep-days")

    kept = journal.courses.sessions()
    assert len(kept) == 6
    assert kept[0].id == planned.id
    assert kept[0].course_id == journal.courses.courses()[0].id


def test_another_shape_leads_back(asking):
    press(asking, "show-days")

    press(asking, "other-shape")

    assert sees(asking, "first-day")
    assert focused(asking) == "shape-six-in-three-weeks"


@pytest.mark.parametrize("way", [(), ("show-days",)])
def test_not_now_keeps_nothing(asking, journal, way):
    for name in way:
        press(asking, name)

    press(asking, "not-now-days" if way else "not-now-begin")

    assert journal.courses.courses() == ()
    assert focused(asking) == "begin-course"


def test_another_course_is_begun_beside_the_first_and_shown_from_then_on(show, journal):
    journal.courses.begin_course("Spring")
    page = show()
    assert not sees(page, "begin")
    press(page, "another-course")
    find(page, "begin-name", QLineEdit).setText("Winter")
    press(page, "show-days")

    press(page, "keep-days")

    assert find(page, "course-title", QLabel).text() == "Winter"
    assert [course.name for course in journal.courses.courses()] == ["Spring", "Winter"]


def test_another_course_can_wait(show, journal):
    journal.courses.begin_course("Spring")
    page = show()
    press(page, "another-course")

    press(page, "not-now-begin")

    assert not sees(page, "begin")
    assert focused(page) == "edit-course"


def test_adding_a_session_meanwhile_folds_nothing(show, journal):
    journal.courses.begin_course("Spring")
    page = show()
    press(page, "another-course")

    press(page, "add-session")
    press(page, "keep-session")

    assert sees(page, "first-day")


def test_what_is_half_done_is_given_and_taken_again(show, journal):
    journal.courses.begin_course("Spring")
    page = show()
    press(page, "another-course")
    press(page, "shape-free")
    find(page, "begin-name", QLineEdit).setText("Wint")
    press(page, "show-days")
    press(page, "add-day")
    given_days = days(page)
    other = show()

    other.take_draft(page.draft())

    assert days(other) == given_days
    press(other, "other-shape")
    assert find(other, "begin-name", QLineEdit).text() == "Wint"
    assert other.begin.shape.key() == Shape.FREE


@pytest.fixture
def cards(qtbot, theme):
    """Two cards that take every draft: a new pair for each would be on the heap for the rest of the run."""
    pair = BeginCard(), BeginCard()
    for card in pair:
        qtbot.addWidget(card)
    return pair


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    draft=st.fixed_dictionaries(
        {}, optional={name: st.text() for name in ("shape", "first", "days", "name", "clinic", "route")}
    )
)
def test_no_draft_breaks_it(cards, draft):
    card, again = cards
    card.take_draft(draft)

    again.take_draft(card.draft())

    assert again.draft() == card.draft()


def test_a_course_is_planned_by_keyboard_alone(show, journal, qtbot):
    page = show()

    def key(code, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(page.focusWidget(), code, modifier)

    def tab_to(name):
        for _ in range(60):
            if focused(page) == name:
                return
            key(Qt.Key.Key_Tab)
        raise AssertionError(name)

    key(Qt.Key.Key_Return)
    assert focused(page) == "shape-six-in-three-weeks"
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Space)
    tab_to("show-days")
    key(Qt.Key.Key_Return)
    assert focused(page) == "day-1"
    tab_to("leave-out-2")
    key(Qt.Key.Key_Return)
    tab_to("keep-days")
    key(Qt.Key.Key_Return)

    assert len(journal.courses.sessions()) == 5


def test_trouble_keeps_what_was_asked_for(asking, vault):
    press(asking, "show-days")
    vault.close()

    press(asking, "keep-days")

    assert find(asking, "trouble").text() != ""
    assert len(days(asking)) == 6
