"""One session: its day and status, and its parts in order. Nothing is ever late."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import FormId, SessionId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions.one import build
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


@pytest.fixture
def show(qtbot, context):
    def show(session):
        page = build(Place(PageName.SESSION, session_id=session.id), context, None)
        qtbot.addWidget(page)
        page.resize(1180, 900)
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


def text(page, name):
    return find(page, name, QLabel).text()


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
    assert part(show(held), "reflection.day-7") == ("Opens 28 Nov", None)


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


def test_another_day_or_time_moves_the_session(show, planned, journal):
    page = show(planned)
    assert page.focusWidget().objectName() == "add-move"
    press(page, "add-move")
    assert find(page, "move-when", When).time() == QTime(9, 30)
    find(page, "move-when", When).setDateTime(QDateTime(QDate(2026, 12, 3), QTime(11, 0)))

    press(page, "keep-move")

    assert journal.courses.session(planned.id).start == november(3, 11).replace(month=12)
    assert text(page, "session-status") == "Thursday 3 December 2026, 11:00. Planned."
    assert part(page, "intention")[0].startswith(("Opens", "Open now"))


def test_it_took_place(show, planned, journal, clock):
    clock.set(november(26, 13))
    page = show(planned)
    assert text(page, "session-status").endswith("Planned.")

    press(page, "hold-session")

    assert journal.courses.session(planned.id).status is SessionStatus.HELD
    assert text(page, "session-status").endswith("Took place.")
    assert not sees(page, "hold-session")
    assert sees(page, "part-reflection.next-day")


def test_it_did_not_happen_and_asks_nothing_more(show, planned, journal):
    page = show(planned)

    press(page, "cancel-session")

    assert journal.courses.session(planned.id).status is SessionStatus.CANCELLED
    assert text(page, "session-title") == "A session"
    assert text(page, "session-status").endswith("Did not happen.")
    assert not sees(page, "part-intention")
    assert sees(page, "hold-session")


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


def test_a_session_without_a_date_can_be_given_one(show, journal):
    session = journal.courses._courses.insert_session(
        course_id=None, status=SessionStatus.PLANNED, scheduled_at=None, started_at=None, ended_at=None, zone="UTC"
    )
    page = show(session)
    assert text(page, "session-status") == "No date yet. Planned."
    press(page, "add-move")
    find(page, "move-when", When).setDateTime(QDateTime(QDate(2026, 11, 30), QTime(11, 0)))

    press(page, "keep-move")

    assert journal.courses.session(session.id).start == november(30, 11)
