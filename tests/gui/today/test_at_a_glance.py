"""Today answers at a glance: where am I, what is open, what is next. Empty it helps; full it is calm."""

from PySide6.QtWidgets import QApplication, QPushButton

from kat_journal.domain.ids import FormId
from kat_journal.gui.navigation import SITTER_PAPER, PageName, Place
from kat_journal.gui.widgets.timeline import Timeline
from tests.gui.today.reading import press, sees, text, words
from tests.helpers.clock import november
from tests.helpers.long_journal import fill


def test_where_what_is_open_and_what_is_next_are_said_at_a_glance(show, held, journal):
    journal.courses.plan(november(26, 9, 30))
    page = show()

    assert text(page, "today-sentence") == "The day after your first session"
    assert text(page, "offer-title") == "The day after"
    assert text(page, "today-next") == "Next: Thursday 09:30. Your second session."


def test_what_the_sentence_says_already_is_not_said_again(show, journal):
    journal.courses.plan(november(24, 9, 30))
    page = show()
    assert not sees(page, "today-next")

    journal.courses.add_appointment(november(25, 15), "Nadia")

    assert text(show(), "today-next") == "Next: Wednesday 15:00. Appointment with Nadia."


def test_with_nothing_planned_it_leads_to_where_sessions_are_planned(show, moves):
    press(show(), "plan-sessions")

    assert moves == [Place(PageName.SESSIONS)]


def test_with_something_planned_it_does_not(show, journal):
    journal.courses.plan(november(24, 9, 30))

    assert not sees(show(), "plan-first")


def also_open(page):
    buttons = (b for b in page.findChildren(QPushButton) if b.objectName().startswith("also-open-"))
    return [(b.text(), b.accessibleDescription()) for b in buttons if b.isVisibleTo(page)]


def test_what_is_open_for_something_else_is_one_quiet_list_each_with_its_own_time(show, held, journal, moves):
    ahead = journal.courses.plan(november(26, 9, 30))
    journal.courses.add_appointment(november(24, 15), "Nadia")
    journal.courses.add_appointment(november(25, 9), "Ruth")
    page = show()

    press(page, "show-also-open")

    listed = also_open(page)
    assert ("Intention", "For your second session. Open until Thursday.") in listed
    assert ("Practical list", "For your second session. Open until Thursday.") in listed
    assert any(words == "For your appointment. Open until tomorrow." for _, words in listed)
    assert not sees(page, "show-also-open")
    assert page.focusWidget().objectName().startswith("also-open-")
    place = [name for name, _ in listed].index("Intention")
    press(page, f"also-open-{place}")
    assert moves == [Place(PageName.RUNNER, form_id=FormId("core:intention"), session_id=ahead.id)]


def test_a_long_quiet_list_is_folded_and_a_short_one_is_not(show, held, journal):
    journal.courses.plan(november(26, 9, 30))
    journal.courses.add_appointment(november(24, 15), "Nadia")
    assert len(also_open(show())) == 3

    journal.courses.add_appointment(november(25, 9), "Ruth")

    assert len(also_open(show())) == 2


def test_nothing_else_stands_beside_a_question(show, journal):
    journal.courses.plan(november(22, 9))
    journal.courses.plan(november(26, 9, 30))

    page = show()

    assert sees(page, "ask")
    assert not sees(page, "also-open")


def test_before_a_session_the_card_for_the_person_who_will_be_there_is_offered(show, journal, moves):
    journal.courses.plan(november(24, 9, 30))

    press(show(), "sitter-card")

    assert moves == [Place(PageName.PAPER, line=SITTER_PAPER)]


def test_after_a_session_it_is_not(show, held):
    assert not sees(show(), "sitter-card")


def test_what_is_kept_at_the_foot_of_the_window_is_there_at_once(show, journal):
    page = show()
    journal.practices.add("Ten minutes outside")

    page.something_kept.emit()
    QApplication.processEvents()

    assert "Ten minutes outside" in words(page)


def test_five_years_leave_the_page_as_calm_as_a_month_does(show, journal):
    fill(journal, 5, written=False)
    page = show()

    assert text(page, "today-sentence") == "5 days after your 251st session"
    line = page.findChild(Timeline)
    assert line.accessibleDescription().count("held") == 6
    assert line.accessibleDescription().count("planned") == 4
    assert len(also_open(page)) <= 3


def test_a_day_on_the_line_is_the_persons_own(show, journal, clock):
    clock.travel("Pacific/Auckland")
    for day in (21, 28):
        journal.courses.plan(november(day, 20))  # already the next day there

    assert "29 Nov, planned" in show().findChild(Timeline).accessibleDescription()
