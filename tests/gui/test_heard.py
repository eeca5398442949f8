"""What somebody hears on the pages of a course who does not see them: what a thing is, and what it is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import SessionId
from kat_journal.domain.practice import Carry
from kat_journal.gui.navigation import PageName
from tests.gui import seeing

Role = QAccessible.Role


@pytest.fixture
def size(request):
    """One is enough: what is heard has no size."""
    return getattr(request, "param", "small")


def heard(eyes, name=""):
    """Role, name and description, of a control or of what has the focus."""
    spoken = QAccessible.queryAccessibleInterface(eyes.find(name) if name else eyes.window.focusWidget())
    return spoken.role(), spoken.text(QAccessible.Text.Name), spoken.text(QAccessible.Text.Description)


def by_key(eyes, name):
    """Press a button as somebody does who has no mouse."""
    eyes.find(name).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(eyes.find(name), Qt.Key.Key_Space)
    seeing.settle()


@pytest.mark.parametrize("size", ["large-text"], indirect=True)
def test_what_unfolds_is_in_sight_where_the_focus_is(open_demo):
    open_demo.press("nav-support")
    by_key(open_demo, "readable-choose")

    assert heard(open_demo)[0] is Role.CheckBox
    assert seeing.is_in_sight(open_demo.window.focusWidget())


def test_the_line_of_sessions_is_a_chart_and_tells_each_of_them(open_demo):
    role, _, about = heard(open_demo, "timeline")

    assert role is Role.Chart
    assert "22 Nov, held; now; 26 Nov, planned" in about


def test_what_was_done_today_leads_on_to_the_next_small_step(open_demo):
    open_demo.journal.practices.keep(Carry.PRACTICE, "Ring my brother")
    open_demo.go(PageName.TODAY)
    steps = [one for one in open_demo.window.findChildren(QWidget, "practice-done") if one.isVisible()]
    assert len(steps) == 2
    first, second = (one.accessibleDescription() for one in steps)

    by_key(open_demo, "practice-done")

    assert heard(open_demo)[1:] == ("Done today", second)
    assert first != second


def test_the_fields_of_a_course_say_what_their_buttons_keep(open_demo):
    open_demo.go(PageName.SESSIONS)
    for name in ("edit-course", "add-session", "add-appointment", "change-appointment-2", "another-course"):
        open_demo.press(name)

    kept = ("course", "session", "appointment", "appointment-2")
    about = [heard(open_demo, f"keep-{name}")[2] for name in kept]
    left = [heard(open_demo, f"not-now-{name}")[2] for name in kept]

    assert about == left
    assert len(set(about)) == len(about)
    assert heard(open_demo, "not-now-begin")[2] == "Plan your sessions"


def test_undo_says_what_it_takes_back(open_demo):
    open_demo.go(PageName.SESSION, session_id=SessionId(5))
    by_key(open_demo, "cancel-session")

    assert heard(open_demo) == (Role.Button, "Undo", open_demo.find("trouble").accessibleName())


def test_the_panel_tells_its_keys_and_not_its_question_twice(open_demo):
    open_demo.press("nav-keep")

    _, name, about = heard(open_demo)

    assert name == "What would you like to ask?"
    assert about == "Enter keeps it, Escape leads back to the page."


def test_a_choice_alone_is_a_box_with_a_tick_and_keeps_its_name(open_demo):
    open_demo.press("nav-write")
    folded = heard(open_demo, "narrow-down")
    by_key(open_demo, "narrow-down")

    assert heard(open_demo, "narrow-down") == folded
    assert heard(open_demo, "find-marks-share")[0] is Role.CheckBox
    assert heard(open_demo, "find-time-until")[0] is Role.CheckBox
    assert "Escape shows everything again" in heard(open_demo, "find-words")[2]


def test_the_calendar_file_and_the_notices_say_what_they_give_away_before_they_do(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("open-reminders")

    assert "not encrypted" in heard(open_demo, "save-calendar")[2]
    assert "name of the program" in heard(open_demo, "notices-on")[2]
