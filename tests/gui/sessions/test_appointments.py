"""Appointments: added, moved, renamed, taken away and brought back."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QLineEdit

from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer
from kat_journal.gui.widgets.stepping import When
from tests.gui.sessions.looking import find, focused, press, sees, words
from tests.helpers.clock import november


def at(day, hour):
    return QDateTime(QDate(2026, 11, day), QTime(hour, 0))


@pytest.fixture
def nadia(journal):
    return journal.courses.add_appointment(november(27, 15), "Nadia")


def add(page, who):
    press(page, "add-appointment")
    find(page, "appointment-when", When).setDateTime(at(27, 15))
    assert find(page, "appointment-words", QLineEdit).text() == ""
    find(page, "appointment-words", QLineEdit).setText(who)
    press(page, "keep-appointment")


def test_one_is_added_with_or_without_a_name(show, journal):
    page = show()
    for who in (" Nadia ", ""):
        add(page, who)

    assert [(a.at, a.who) for a in journal.courses.appointments()] == [
        (november(27, 15), "Nadia"), (november(27, 15), ""),
    ]  # fmt: skip
    assert "Friday 27 November 2026, 15:00  Nadia" in words(page)
    assert "Friday 27 November 2026, 15:00" in words(page)


def test_one_is_moved_and_renamed_where_it_stands(show, journal, nadia):
    page = show()
    press(page, f"change-appointment-{nadia.id}")
    assert focused(page) == f"appointment-{nadia.id}-when"
    assert find(page, f"appointment-{nadia.id}-who", QLineEdit).text() == "Nadia"
    find(page, f"appointment-{nadia.id}-when", When).setDateTime(at(28, 9))
    find(page, f"appointment-{nadia.id}-who", QLineEdit).setText("Dr Hale ")

    press(page, f"keep-appointment-{nadia.id}")

    [moved] = journal.courses.appointments()
    assert (moved.id, moved.at, moved.who) == (nadia.id, november(28, 9), "Dr Hale")
    assert "Saturday 28 November 2026, 09:00  Dr Hale" in words(page)
    assert focused(page) == f"change-appointment-{nadia.id}"


def test_moved_into_the_past_it_is_folded_away_and_the_focus_is_not_lost(show, nadia):
    page = show()
    press(page, f"change-appointment-{nadia.id}")
    find(page, f"appointment-{nadia.id}-when", When).setDateTime(at(3, 9))

    press(page, f"keep-appointment-{nadia.id}")

    assert focused(page) == "add-appointment"
    press(page, "earlier-appointments")
    assert "Tuesday 3 November 2026, 09:00  Nadia" in words(page)


def test_not_now_leaves_it_as_it_was(show, journal, nadia):
    page = show()
    press(page, f"change-appointment-{nadia.id}")
    find(page, f"appointment-{nadia.id}-who", QLineEdit).setText("Somebody else")

    press(page, f"not-now-appointment-{nadia.id}")

    assert journal.courses.appointments() == (nadia,)
    assert focused(page) == f"change-appointment-{nadia.id}"
    assert not sees(page, f"appointment-{nadia.id}-who")


def test_taken_away_it_can_be_brought_back_with_all_that_was_written_for_it(show, journal, nadia):
    form = FormId("core:before-appointment")
    draft = journal.responses.begin(form, appointment_id=nadia.id).draft
    journal.responses.save(draft, Answer(next(draft.form.questions()).id, text="The coat"))
    page = show()
    press(page, f"remove-appointment-{nadia.id}")
    assert not sees(page, f"remove-appointment-{nadia.id}")
    assert find(page, "trouble").text() == "The appointment is taken away."
    assert focused(page) == "undo-remove"

    press(page, "undo-remove")
    page.flush()

    assert journal.courses.appointments() == (nadia,)
    assert journal.responses.begin(form, appointment_id=nadia.id).draft.uid == draft.uid
    assert focused(page) == f"change-appointment-{nadia.id}"
    assert not sees(page, "trouble")


def test_leaving_the_page_takes_it_away_for_good(show, journal, nadia):
    page = show()
    press(page, f"remove-appointment-{nadia.id}")

    page.flush()

    assert journal.courses.appointments() == ()
    press(page, "undo-remove")  # nothing comes back, and nothing breaks
    assert journal.courses.appointments() == ()


def test_a_second_one_taken_away_leaves_only_the_last_to_bring_back(show, journal, nadia):
    other = journal.courses.add_appointment(november(29, 15), "Dr Hale")
    page = show()
    press(page, f"remove-appointment-{nadia.id}")

    press(page, f"remove-appointment-{other.id}")

    assert journal.courses.appointments() == (other,)
    press(page, "undo-remove")
    page.flush()
    assert journal.courses.appointments() == (other,)


def test_those_that_were_are_shown_at_request_newest_first(show, journal):
    for day in range(1, 16):
        journal.courses.add_appointment(november(day, 15))
    page = show()
    assert not any("November 2026, 15:00" in line for line in words(page))

    press(page, "earlier-appointments")

    shown = [line for line in words(page) if line.endswith("November 2026, 15:00")]
    assert len(shown) == 12
    assert shown[0].startswith("Sunday 15")
    assert focused(page).startswith("change-appointment-")
    press(page, "earlier-appointments")
    assert not sees(page, "earlier-appointments")
    assert [line for line in words(page) if line.endswith("November 2026, 15:00")][-1].startswith("Sunday 1 ")


def test_what_is_half_typed_is_given_and_taken_again(show, nadia):
    page = show()
    press(page, f"change-appointment-{nadia.id}")
    find(page, f"appointment-{nadia.id}-when", When).setDateTime(at(28, 9))
    find(page, f"appointment-{nadia.id}-who", QLineEdit).setText("Dr Ha")
    draft = page.draft()
    other = show()

    other.take_draft(draft)

    assert find(other, f"appointment-{nadia.id}-when", When).dateTime() == at(28, 9)
    assert find(other, f"appointment-{nadia.id}-who", QLineEdit).text() == "Dr Ha"
    other.take_draft({f"appointments-{nadia.id}": "no day at all"})
    assert find(other, f"appointment-{nadia.id}-who", QLineEdit).text() == "Dr Ha"


def test_trouble_leaves_the_words_where_they_are(show, vault, nadia):
    page = show()
    press(page, f"change-appointment-{nadia.id}")
    find(page, f"appointment-{nadia.id}-who", QLineEdit).setText("Dr Hale")
    vault.close()

    press(page, f"keep-appointment-{nadia.id}")

    assert find(page, "trouble").text() != ""
    assert find(page, f"appointment-{nadia.id}-who", QLineEdit).text() == "Dr Hale"
