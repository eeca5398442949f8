"""Whether words that were written while locked belong to a session is asked once, and answered once."""

import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.services.parts import PartState
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.sealed import FORM
from tests.helpers.clock import november
from tests.helpers.sealed import put


def offered(journal):
    reminder = journal.sealed.offer()
    return (reminder.session_id, reminder.session_number) if reminder else None


def test_a_page_is_offered_to_the_session_before_it(journal, held, write, clock):
    clock.set(november(22, 14))
    write("two hours after")
    clock.set(november(23, 10, 30))
    journal.sealed.take_in()
    (row,) = journal.written.newest()

    assert journal.sealed.offer() == Reminder(ReminderKind.SEALED, uid=row.uid, session_id=held.id, session_number=1)

    journal.sealed.belongs(row.uid, held.id)

    assert journal.sealed.offer() is None
    (row,) = journal.written.newest()
    assert row.session_number == 1
    (page,) = journal.parts.pages(journal.courses.session(held.id))
    assert (page.uid, page.title, page.state) == (row.uid, "Written while locked", PartState.PAGE)
    assert row.uid not in {part.uid for part in journal.parts.of_session(held.id)}


def test_kept_as_a_page_it_is_not_asked_about_again(journal, held, write, clock):
    clock.set(november(22, 14))
    write("two hours after")
    journal.sealed.take_in()

    journal.sealed.keep_as_page(journal.sealed.offer().uid)

    assert journal.sealed.offer() is None
    assert [row.session_number for row in journal.written.newest()] == [None]


@pytest.mark.parametrize(
    ("at", "belongs"), [((22, 9, 59), False), ((22, 10), True), ((23, 10), True), ((23, 10, 1), False)]
)
def test_it_belongs_from_the_sessions_beginning_for_a_day(journal, held, folder, public, at, belongs):
    put(folder, public, at=november(*at))
    journal.sealed.take_in()

    assert offered(journal) == ((held.id, 1) if belongs else None)


def test_the_latest_of_two_sessions_is_meant(journal, held, folder, public):
    evening = journal.courses.hold(journal.courses.plan(november(22, 18)).id)
    put(folder, public, at=november(22, 21))
    journal.sealed.take_in()

    assert offered(journal) == (evening.id, 2)


@pytest.mark.parametrize("status", [SessionStatus.PLANNED, SessionStatus.CANCELLED])
def test_a_session_that_did_not_take_place_is_not_meant(journal, folder, public, status):
    session = journal.courses.plan(november(22, 10))
    if status is SessionStatus.CANCELLED:
        journal.courses.cancel(session.id)
    put(folder, public)
    journal.sealed.take_in()

    assert offered(journal) is None


def test_a_session_that_is_noted_only_later_is_offered_then(journal, folder, public):
    put(folder, public)
    journal.sealed.take_in()
    assert offered(journal) is None

    session = journal.courses.hold(journal.courses.plan(november(22, 12)).id)

    assert offered(journal) == (session.id, 1)


def test_what_is_in_the_bin_or_gone_is_not_asked_about_and_the_next_one_is(journal, held, folder, public, vault):
    uids = [f"{number}fa459ea-ee8a-4ca4-894e-db77e160355e" for number in range(4)]
    for number, uid in enumerate(uids):
        put(folder, public, uid=uid, at=november(22, 12 + number))
    journal.sealed.take_in()
    journal.responses.trash(uids[0])
    with vault.connection.writing():
        vault.connection.execute("DELETE FROM response WHERE uid = ?", (uids[1],))
        vault.connection.execute("UPDATE response SET session_id = ? WHERE uid = ?", (held.id, uids[2]))

    assert journal.sealed.offer().uid == uids[3]


def test_a_free_page_that_was_given_to_a_session_stands_on_its_page_too_and_a_form_asked_does_not(
    journal, writer, held
):
    mine = writer.begin("free-page")
    by_hand = writer.write(mine, "words", "my own") and journal.responses.new(
        "core:check-in.next-day", session_id=held.id
    )
    writer.write(by_hand.draft, "nausea", number=1)
    journal.sealed.belongs(mine.uid, held.id)

    assert [page.uid for page in journal.parts.pages(held)] == [mine.uid]


def test_the_form_is_asked_of_nobody(journal, library):
    form = library.form(FORM)

    assert (form.timing, form.flags, form.scores) == (None, (), ())
