"""Today: one sentence, one action, the person's last words, and what lies around them."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import MOVING, PageName, Place
from kat_journal.gui.today.view import TodayPage
from kat_journal.gui.widgets.timeline import Timeline
from tests.gui.today.reading import press, sees, text, words
from tests.helpers.clock import november


def test_a_new_page_welcomes_and_has_a_place_to_write(show, moves):
    page = show()

    assert text(page, "today-sentence") == "Welcome. This is your page."
    assert not any(sees(page, name) for name in ("offer", "ask", "last-words", "write-more", "timeline"))

    press(page, "write-freely")
    assert moves == [Place(PageName.RUNNER, form_id=FormId("core:free-page"))]


def test_nothing_can_be_pressed_that_has_not_come_yet(qtbot, theme):
    page = TodayPage()
    qtbot.addWidget(page)
    page.show()
    page.start_focus()

    assert not any(sees(page, name) for name in ("offer", "ask", "last-words", "write-more", "timeline"))
    assert page.focusWidget().objectName() == "write-freely"


def test_the_one_action_opens_its_form_for_its_session(show, held, moves):
    page = show()
    assert text(page, "offer-title") == "The day after"

    press(page, "take-offer")

    assert moves == [Place(PageName.RUNNER, form_id=FormId("core:check-in.next-day"), session_id=held.id)]


def test_the_other_open_forms_of_the_session_are_quieter_buttons(show, held, moves):
    press(show(), "also-reflection.next-day")

    assert moves == [Place(PageName.RUNNER, form_id=FormId("core:reflection.next-day"), session_id=held.id)]


def test_at_most_three_forms_are_offered_at_once(show, held):
    page = show()

    also = [b for b in page.findChild(QWidget, "offer").findChildren(QPushButton) if "also-" in b.objectName()]
    assert len(also) <= 2


def test_not_now_leaves_it_alone_for_the_day(show, held, clock):
    page = show()

    press(page, "not-now")
    assert text(page, "offer-title") != "The day after"
    assert page.focusWidget().objectName() == "take-offer"
    assert not sees(show(), "also-check-in.next-day")


def test_an_offer_before_an_appointment_opens_for_that_appointment(show, journal, moves):
    appointment = journal.courses.add_appointment(november(24, 15), "Nadia")

    press(show(), "take-offer")

    assert [(place.form_id, place.appointment_id) for place in moves] == [
        (FormId("core:before-appointment"), appointment.id)
    ]


@pytest.fixture
def passed(journal):
    """A planned session whose time has passed, in the night of another day's UTC."""
    return journal.courses.plan(november(22, 9))


def test_it_asks_whether_a_planned_session_took_place_before_anything_is_offered(show, passed):
    page = show()

    assert text(page, "ask-title") == "Did your first session take place?"
    assert "Sunday 22 November" in words(page.findChild(QWidget, "ask"))
    assert not sees(page, "offer")


def test_the_day_it_was_planned_for_is_the_persons_own(show, journal, clock):
    clock.travel("Pacific/Auckland")
    journal.courses.plan(november(21, 20))  # already the 22nd there

    assert "Sunday 22 November" in words(show().findChild(QWidget, "ask"))


def test_yes_holds_the_session_and_offers_what_comes_after_it(show, passed, journal):
    page = show()

    press(page, "ask-yes")

    assert journal.courses.session(passed.id).status is SessionStatus.HELD
    assert not sees(page, "ask")
    assert text(page, "offer-title") == "The day after"


def test_no_closes_its_forms_without_a_word(show, passed, journal):
    page = show()

    press(page, "ask-no")

    assert journal.courses.session(passed.id).status is SessionStatus.CANCELLED
    assert not sees(page, "ask")
    assert not sees(page, "offer")
    assert text(page, "today-sentence") == "Welcome. This is your page."


def test_moved_leads_to_the_session_and_changes_nothing(show, passed, journal, moves):
    press(show(), "ask-moved")

    assert moves == [Place(PageName.SESSION, session_id=passed.id, line=MOVING)]
    assert journal.courses.session(passed.id) == passed


def test_just_had_notes_the_session_and_opens_the_quiet_page(show, journal, moves):
    press(show(), "just-had")

    [session] = journal.courses.sessions()
    assert session.status is SessionStatus.HELD
    assert moves == [Place(PageName.RUNNER, form_id=FormId("core:after-session"), session_id=session.id)]


def test_the_persons_last_words_are_there_and_lead_back_to_them(show, journal, moves):
    draft = journal.responses.new(FormId("core:free-page")).draft
    journal.responses.save(draft, Answer("words", text="The river was warm."))
    page = show()
    assert text(page, "last-words-when") == "You wrote today"
    assert text(page, "last-words") == "“The river was warm.”"

    press(page, "write-more")

    assert moves == [Place(PageName.RUNNER, response_uid=draft.uid)]


def test_what_is_coming_is_said_by_day_and_name(show, journal):
    for day in (24, 27):
        journal.courses.plan(november(day, 9, 30))
    journal.courses.add_appointment(november(25, 15), "Nadia")
    journal.courses.add_appointment(november(30, 15))
    page = show()

    for said in ("Tuesday 09:30", "Your first session", "Wednesday 15:00", "Appointment with Nadia"):
        assert said in words(page)
    assert sees(page, "timeline")


def test_an_appointment_with_nobody_named_is_just_that(show, journal):
    journal.courses.add_appointment(november(25, 15))

    assert "Appointment" in words(show()).splitlines()


def test_a_practice_is_done_with_one_press_and_then_asks_no_more(show, journal):
    practice = journal.practices.add("Ten minutes outside")
    page = show()
    assert "Not done yet" in words(page)

    press(page, "practice-done")

    assert "Last done today" in words(page)
    assert not sees(page, "practice-done")
    assert journal.practices.practices()[0].uid == practice.uid


def test_the_focus_is_on_the_one_action(show, held):
    assert show().focusWidget().objectName() == "take-offer"


def test_without_an_action_the_focus_is_on_what_is_there_every_day(show):
    assert show().focusWidget().objectName() == "write-freely"


def test_after_the_question_the_focus_is_on_what_comes_next(show, passed):
    page = show()
    assert page.focusWidget().objectName() == "ask-yes"

    press(page, "ask-yes")

    assert page.focusWidget().objectName() == "take-offer"


def test_the_demo_shows_its_sessions_on_a_line(show, demo_context):
    page = show(demo_context)

    line = page.findChild(Timeline)
    assert line.isVisible()
    assert "22 Nov, held; now; 26 Nov, planned" in line.accessibleDescription()


def test_trouble_is_said_in_the_page(show, vault):
    vault.close()

    page = show()

    assert page.findChild(QWidget, "trouble").text() != ""


def test_the_page_says_that_it_is_today(show):
    assert show().place() == Place(PageName.TODAY)
