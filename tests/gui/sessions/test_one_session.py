"""One session: its day and status, and its parts in order. Nothing is ever late."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kat_journal.domain.form import Phase
from kat_journal.domain.ids import FormId, SessionId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import SITTER_PAPER, PageName, Place
from kat_journal.gui.sessions.one import build
from kat_journal.gui.sessions.one.parts import Time, grouped
from tests.gui.sessions.looking import find, focused, press, sees, text
from tests.helpers.clock import november


@pytest.fixture
def planned(journal):
    """A session on Thursday, in three days."""
    return journal.courses.plan(november(26, 9, 30))


@pytest.fixture
def held(journal, clock):
    """A session of Sunday; it is Monday morning."""
    journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    session = journal.courses.just_had()
    clock.set(november(23, 10))
    return session


def part(page, name):
    """What stands under a part, and what its button says."""
    row = find(page, f"part-{name}")
    labels = [label.text() for label in row.findChildren(QLabel)]
    button = row.findChild(QAbstractButton, f"open-part-{name}")
    return labels[1], button.text() if button is not None else None


def test_a_planned_session_says_when_and_offers_what_comes_before_it(show, planned):
    page = show(planned)

    assert text(page, "session-title") == "Your first session"
    assert text(page, "session-status") == "Thursday 26 November 2026, 09:30. Planned."
    assert part(page, "intention") == ("Open now", "Begin")
    assert not sees(page, "part-reflection.next-day")


def test_a_part_that_comes_later_says_from_when_and_cannot_be_opened(show, held):
    assert part(show(held), "reflection.day-7") == ("Opens Saturday afternoon", None)


def test_a_part_whose_time_has_passed_is_still_welcome(show, held, clock):
    clock.set(november(30, 10))

    assert part(show(held), "check-in.next-day") == ("Still welcome", "Begin")


def save(journal, held, form, **answer):
    draft = journal.responses.begin(FormId(f"core:{form}"), session_id=held.id).draft
    first = next(draft.form.questions())
    journal.responses.save(draft, Answer(first.id, **(answer or {"text": "words"})))
    return draft


def test_a_part_that_was_begun_is_gone_on_with(show, held, journal, moves):
    draft = save(journal, held, "reflection.next-day")
    page = show(held)
    assert part(page, "reflection.next-day") == ("Begun", "Go on")

    press(page, "open-part-reflection.next-day")

    assert moves == [
        Place(PageName.RUNNER, form_id=draft.form.id, session_id=held.id, response_uid=draft.uid),
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [(23, "Answered"), (25, "Answered a day later"), (26, "Answered 2 days later"), (30, "Answered 6 days later")],
)
def test_an_answer_is_an_answer_whenever_it_comes(show, held, journal, clock, day, said):
    clock.set(november(day, 10))
    draft = save(journal, held, "check-in.next-day", number=1.0)
    journal.responses.finish(draft)

    assert part(show(held), "check-in.next-day") == (said, "Read or change")


def test_a_part_where_everything_was_skipped_says_so(show, held, journal):
    draft = save(journal, held, "reflection.next-day", skipped=True)
    journal.responses.finish(draft)

    assert part(show(held), "reflection.next-day") == ("Skipped", "Read or change")


def test_a_day_that_has_passed_is_asked_about(show, planned, clock):
    clock.set(november(28, 10))

    assert text(show(planned), "session-status").endswith("Planned. Did it take place?")


def test_back_leads_back(show, planned, moves):
    press(show(planned), "back")

    assert moves == [Place(PageName.TODAY)]


def test_the_page_says_which_session_it_is(show, planned):
    assert show(planned).place() == Place(PageName.SESSION, session_id=planned.id)


@pytest.mark.parametrize("session_id", [SessionId(999), None])
def test_a_session_that_is_not_there_is_said_and_nothing_can_be_pressed_but_back(qtbot, context, session_id, caplog):
    page = build(Place(PageName.SESSION, session_id=session_id), context, None)
    qtbot.addWidget(page)
    page.show()
    QApplication.processEvents()

    assert find(page, "trouble").text() != ""
    visible = [button.objectName() for button in page.findChildren(QAbstractButton) if button.isVisibleTo(page)]
    assert visible == ["back"]


def test_its_parts_stand_in_order_of_time_under_headings(show, held, journal, clock):
    clock.set(november(30, 10))
    page = journal.responses.new(FormId("core:free-page"), session_id=held.id).draft
    journal.responses.save(page, Answer("words", text="The river"))

    shown = show(held)

    headings = [label.text() for label in shown.findChildren(QLabel) if label.objectName().startswith("time-")]
    assert headings == [
        "Before", "The session itself", "The first hours and the evening", "The next day", "The days after",
        "A week after", "Your own pages",
    ]  # fmt: skip
    tops = [find(shown, f"part-{name}").mapTo(shown, QPoint(0, 0)).y() for name in IN_ORDER]
    assert tops == sorted(tops)
    assert part(shown, "free-page") == ("Written 30 Nov", "Read or change")


IN_ORDER = (
    "intention", "session-record", "after-session", "check-in.next-day", "reflection.day-3", "reflection.day-7",
    "free-page",
)  # fmt: skip


def test_a_form_of_another_time_has_its_place_after_the_week(held, journal):
    [asked, *_] = journal.parts.of_session(held.id)
    forms = journal.library.forms
    later = replace(forms[asked.form_id], phase=Phase.LONG_TERM)

    assert grouped([asked], {asked.form_id: later}) == [(Time.LATER, [asked])]
    assert grouped([asked], {}) == [(Time.LATER, [asked])]


def test_what_it_carried_in_is_shown(show, held, journal):
    save(journal, held, "intention", text="To be less careful")
    page = show(held)

    assert text(page, "carried-when") == "You carried in"
    assert text(page, "carried") == "“To be less careful”"


def test_without_an_intention_nothing_is_quoted(show, planned):
    assert not sees(show(planned), "carried")


def test_the_focus_is_on_the_first_part_so_that_the_page_begins_at_its_top(show, held):
    page = show(held)

    assert focused(page) == "open-part-intention"
    assert page._page.verticalScrollBar().value() == 0


def test_the_card_for_the_person_who_will_be_there_is_offered_before_a_session(show, planned, moves):
    press(show(planned), "sitter-card")

    assert moves == [Place(PageName.PAPER, session_id=planned.id, line=SITTER_PAPER)]


def test_the_card_is_not_offered_afterwards(show, held):
    assert not sees(show(held), "sitter-card")
