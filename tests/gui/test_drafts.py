"""What stands half-typed in a small form is there again after a lock, and only there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QSpinBox

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.workspace import decode, draft_of, encode
from kat_journal.services.demo import PASSPHRASE


def go(person, page):
    person.click(f"nav-{page}")
    person.qtbot.waitUntil(lambda: person.tasks._waiting == {}, timeout=20_000)


def shown(person):
    """How many contacts are on the page."""
    return sum(person.sees(f"contact-{place}-name") for place in range(20))


def lock_and_return(person, page):
    person.qtbot.waitUntil(lambda: person.tasks._waiting == {}, timeout=20_000)
    person.lock()
    person.unlock(PASSPHRASE)
    person.qtbot.waitUntil(lambda: person.window.centralWidget().page is not None, timeout=20_000)
    assert person.window.centralWidget().page.place().name == page
    person.qtbot.waitUntil(lambda: person.tasks._waiting == {}, timeout=20_000)


def test_a_half_typed_course_is_there_again(inside):
    go(inside, "sessions")
    inside.click("edit-course")
    inside.see("course-name", QLineEdit).setText("Spring, at the")
    inside.see("course-number", QSpinBox).setValue(9)

    lock_and_return(inside, PageName.SESSIONS)

    assert inside.see("course-name", QLineEdit).text() == "Spring, at the"
    assert inside.see("course-number", QSpinBox).value() == 9
    assert inside.sees("keep-course")


def test_a_half_typed_appointment_is_there_again_and_can_be_kept(inside):
    go(inside, "sessions")
    inside.click("add-appointment")
    when = inside.see("appointment-when", QDateTimeEdit)
    when.setDateTime(when.dateTime().addDays(3).addSecs(600))
    chosen = when.dateTime()
    inside.type("appointment-words", "Dr Ha")

    lock_and_return(inside, PageName.SESSIONS)

    assert inside.see("appointment-when", QDateTimeEdit).dateTime() == chosen
    assert inside.see("appointment-words", QLineEdit).text() == "Dr Ha"
    inside.type("appointment-words", "le")
    inside.click("keep-appointment")
    inside.qtbot.waitUntil(lambda: "Dr Hale" in inside.texts(), timeout=20_000)


def test_a_half_typed_contact_is_there_again(inside):
    go(inside, "support")
    inside.click("add-contact")
    inside.click("contact-clinic")
    inside.type("contact-name", "The corner cli")

    lock_and_return(inside, PageName.SUPPORT)

    assert inside.see("contact-name", QLineEdit).text() == "The corner cli"
    assert inside.see("contact-clinic").isChecked()
    assert not inside.sees("add-contact")


def test_a_contact_that_is_being_changed_stays_that_contact(inside):
    go(inside, "support")
    inside.click("contact-0-change")
    before = inside.see("contact-number", QLineEdit).text()
    inside.see("contact-number", QLineEdit).setText(before + "5")

    lock_and_return(inside, PageName.SUPPORT)

    assert inside.see("contact-number", QLineEdit).text() == before + "5"
    contacts = shown(inside)
    inside.click("contact-keep")
    inside.qtbot.waitUntil(lambda: before + "5" in inside.texts(), timeout=20_000)
    inside.qtbot.waitUntil(lambda: shown(inside) == contacts, timeout=20_000)


def test_where_nothing_is_half_typed_nothing_is_unfolded(inside):
    go(inside, "sessions")

    lock_and_return(inside, PageName.SESSIONS)

    assert not inside.sees("course-name")
    assert not inside.sees("appointment-words")


def test_a_page_without_such_fields_has_no_draft_and_takes_none(inside):
    page = inside.window.centralWidget().page

    page.take_draft({"name": "of another version"})

    assert page.draft() == {}


@pytest.mark.parametrize("page", ["sessions", "support"])
@settings(max_examples=40)
@given(draft=st.dictionaries(st.sampled_from(["course-number", "session", "uid", "kind", "name", "else"]), st.text()))
def test_no_draft_can_break_a_page(qapp, page, draft):
    from kat_journal.gui.sessions.view import SessionsPage
    from kat_journal.gui.support.view import SupportView

    view = SessionsPage() if page == "sessions" else SupportView(Place(PageName.SUPPORT), locked=False)

    view.take_draft(draft)

    assert view.draft() is not None
    view.deleteLater()


@given(draft=st.dictionaries(st.text(), st.text()))
def test_a_place_and_its_draft_come_back_as_they_were(draft):
    place = Place(PageName.SUPPORT, line="lifeline")

    stored = encode(place, draft)

    assert decode(stored) == place
    assert draft_of(stored) == draft


@pytest.mark.parametrize("stored", ["", "nonsense", "[]", "3", '{"draft": 3}', '{"name": "today"}'])
def test_what_makes_no_sense_is_no_draft(stored):
    assert draft_of(stored) == {}
    assert decode(stored) == Place(PageName.TODAY)
