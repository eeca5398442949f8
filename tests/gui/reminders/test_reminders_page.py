"""The page of reminders: what is coming, notices on this computer, and a file for the calendar."""

from dataclasses import replace

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QAbstractButton, QLabel, QSpinBox, QWidget

from kat_journal.domain.notices import Quiet
from kat_journal.errors import DiskFullError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.reminders import build
from kat_journal.gui.reminders.desktop import DesktopCard
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.ahead import AheadKind
from kat_journal.services.calendar_file import CalendarChoice
from kat_journal.services.notices import NoticeChoice
from tests.helpers.clock import november
from tests.helpers.notifications import NOTEBOOK, Room


@pytest.fixture
def room(qapp, clock):
    room = Room(clock)
    room.noticing.begin(None)
    return room


@pytest.fixture
def open_page(qtbot):
    def open_page(context):
        view = build(Place(PageName.REMINDERS), context, None)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        return view

    return open_page


@pytest.fixture
def page(open_page, context, room):
    return open_page(replace(context, noticing=room.noticing))


def press(page, name):
    page.findChild(QAbstractButton, name).click()


def sees(page, name):
    return any(found.isVisible() for found in page.findChildren(QWidget, name))


def says(page, name):
    return page.findChild(QLabel, name).text()


def listed(page):
    """What the list says, line by line."""
    card = page.findChild(QWidget, "coming")
    names = ("-day", "-time-", "-word-")
    return [
        label.text()
        for label in card.findChildren(QLabel)
        if label.isVisible() and any(name in label.objectName() for name in names)
    ]


def test_an_empty_list_says_what_would_stand_there_and_leads_to_sessions(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)
    assert listed(page) == []
    assert sees(page, "coming-empty")

    press(page, "go-to-sessions")

    assert [place.name for place in moved] == [PageName.SESSIONS]


def test_the_list_has_day_time_and_neutral_words(open_page, context):
    context.journal.courses.plan(november(26, 10))
    context.journal.courses.add_appointment(november(27, 15), "Dr. Secret")

    page = open_page(context)

    lines = listed(page)
    assert lines[:3] == ["Wednesday 25 November", "15:00", "A page opens"]
    assert lines[3:6] == ["Thursday 26 November", "10:00", "Session"]
    assert lines[-3:] == ["Friday 27 November", "15:00", "Appointment"]
    assert not sees(page, "coming-empty")
    assert not [line for line in lines if "Secret" in line]


def test_what_is_the_same_at_the_same_time_is_said_once(open_page, context):
    for _ in range(3):
        context.journal.courses.plan(november(26, 10))

    assert listed(open_page(context)).count("Session") == 1


def test_the_list_is_shown_where_the_person_is(open_page, context, clock):
    context.journal.courses.plan(november(26, 22))
    clock.travel("Asia/Kathmandu")

    assert listed(open_page(context))[:3] == ["Friday 27 November", "03:45", "Session"]


def test_the_list_is_shown_anew_when_it_is_read_anew(page, context, qtbot):
    context.journal.courses.plan(november(26, 10))
    found = context.journal.ahead.until(november(28))

    page.show_ahead(found, "Europe/London")
    page.show_ahead(found, "Europe/London")

    qtbot.waitUntil(lambda: listed(page).count("Session") == 1)


def test_everything_is_off_at_first_and_shows_what_would_be(page):
    assert not page.findChild(QAbstractButton, "notices-on").isChecked()
    assert [page.findChild(QAbstractButton, f"kinds-{kind}").isChecked() for kind in AheadKind] == [True] * 3
    assert page.findChild(QAbstractButton, "lead-1440").isChecked()
    assert [page.findChild(QSpinBox, name).value() for name in ("quiet-from", "quiet-until")] == [22, 8]
    assert not page.findChild(QAbstractButton, "calendar-alarm").isChecked()
    assert page.findChild(QAbstractButton, "calendar-title-reminder").isChecked()


def test_every_choice_is_kept_in_the_journal(page, context):
    press(page, "notices-on")
    press(page, "kinds-open")
    press(page, "lead-60")
    page.findChild(QSpinBox, "quiet-from").setValue(20)
    page.findChild(QSpinBox, "quiet-until").setValue(10)

    kinds = frozenset({AheadKind.SESSION, AheadKind.APPOINTMENT})
    assert context.journal.notices.choice() == NoticeChoice(True, kinds, 60, Quiet(20, 10))


def test_turning_them_on_begins_at_once_and_turning_them_off_ends_it(page, context, room):
    context.journal.courses.plan(november(26, 10))

    press(page, "notices-on")
    assert room.noticing.is_on
    assert [one.when for one in room.noticing._plan.moments if one.when] == [november(26, 10)]
    press(page, "notices-on")

    assert not room.noticing.is_on


def test_one_is_shown_on_request_and_the_page_says_that_the_desktop_takes_it(page, room):
    assert not sees(page, "notices-state")

    press(page, "show-one")

    assert room.told == [NOTEBOOK]
    assert says(page, "notices-state") == "This desktop shows notices."


def test_a_desktop_that_refuses_is_said_in_words(open_page, context, clock):
    room = Room(clock, refuses=True)
    page = open_page(replace(context, noticing=room.noticing))

    press(page, "show-one")

    assert says(page, "notices-state").startswith("This desktop did not take the notice.")
    assert sees(page, "notices-state")


def test_without_any_desktop_the_choices_are_kept_all_the_same(open_page, context):
    page = open_page(context)

    press(page, "notices-on")
    press(page, "show-one")

    assert context.journal.notices.choice().on
    assert says(page, "notices-state").startswith("This desktop did not take the notice.")


@pytest.mark.parametrize(("platform", "goes_on"), [("linux", True), ("darwin", True), ("win32", False)])
def test_the_page_says_whether_they_go_on_while_locked(qtbot, theme, platform, goes_on):
    card = DesktopCard(platform=platform)
    qtbot.addWidget(card)

    words = " ".join(label.text() for label in card.findChildren(QLabel))

    assert ("They go on while the journal is locked" in words) is goes_on


def test_the_calendar_file_is_saved_under_a_neutral_name_and_the_page_says_what_it_tells(
    page, context, dialogs, tmp_path
):
    context.journal.courses.plan(november(26, 10))
    dialogs.answer(tmp_path / "reminders")

    press(page, "calendar-title-notebook")
    press(page, "calendar-alarm")
    press(page, "save-calendar")

    (asked,) = dialogs.asked
    assert asked.suggested.name == "reminders.ics"
    assert "not encrypted" in asked.title
    events = Calendar.from_ical((tmp_path / "reminders.ics").read_bytes()).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {"Notebook"}
    assert all(event.walk("VALARM") for event in events)
    said = says(page, "calendar-notice-text")
    assert said.startswith(f"Saved as reminders.ics, with {len(events)} events. The file is not encrypted.")
    assert context.journal.calendar.choice() == CalendarChoice("notebook", alarm=True)


def test_a_cancelled_dialog_saves_nothing(page, dialogs):
    dialogs.answer(None)

    press(page, "save-calendar")

    assert not sees(page, "calendar-notice")


def test_a_file_of_that_name_is_asked_about_in_the_page(page, dialogs, tmp_path, context):
    path = tmp_path / "reminders.ics"
    path.write_text("mine")
    dialogs.answer(path, path)

    press(page, "save-calendar")
    assert "already a file called reminders.ics" in says(page, "calendar-notice-text")
    press(page, "calendar-stay")
    assert path.read_text() == "mine"
    assert not sees(page, "calendar-notice")
    press(page, "save-calendar")
    press(page, "calendar-go-on")

    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_after_a_session_it_can_wait_and_need_not(page, dialogs, tmp_path, context):
    context.journal.courses.just_had()
    path = tmp_path / "reminders.ics"
    dialogs.answer(path)

    press(page, "save-calendar")
    assert says(page, "calendar-notice-text").startswith("You had a session today.")
    assert page.focusWidget().objectName() == "calendar-stay"
    press(page, "calendar-go-on")

    assert path.exists()


class FailingTasks(InlineTasks):
    """From some moment on, everything that is asked of the journal fails: the disk is full."""

    fails = False

    def journal(self, work, *, context, then=lambda _: None, failed=lambda _: None):
        if self.fails:
            failed(DiskFullError("full"))
        else:
            super().journal(work, context=context, then=then, failed=failed)


def test_a_page_that_could_not_be_read_says_so_and_writes_over_no_choice(open_page, context):
    context.journal.notices.keep(NoticeChoice(lead=60))
    tasks = FailingTasks()
    tasks.fails = True

    page = open_page(replace(context, tasks=tasks))

    assert says(page, "reminders-notice-text")
    tasks.fails = False
    for name in ("notices-on", "kinds-open"):
        press(page, name)
    assert context.journal.notices.choice() == NoticeChoice(lead=60)


def test_what_goes_wrong_is_said_where_it_happened(open_page, context):
    tasks = FailingTasks()
    page = open_page(replace(context, tasks=tasks))
    tasks.fails = True
    assert not sees(page, "reminders-notice")

    press(page, "save-calendar")
    for name in ("notices-on", "kinds-open", "lead-60"):
        press(page, name)
    page.findChild(QSpinBox, "quiet-from").setValue(20)

    assert says(page, "reminders-notice-text")
    assert says(page, "calendar-notice-text")


def test_it_begins_at_the_way_back(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)
    page.start_focus()
    assert page.focusWidget().objectName() == "back"
    assert page.place() == Place(PageName.REMINDERS)

    press(page, "back")

    assert len(moved) == 1
