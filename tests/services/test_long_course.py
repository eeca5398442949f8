"""Five years of weekly sessions: Today asks the file as little as after the first one."""

import pytest

from tests.helpers.long_journal import fill

ENOUGH = 40


@pytest.fixture
def asked(journal):
    """How many questions the file gets for one look at Today."""
    raw = journal._vault.connection._raw

    def asked():
        seen = []
        raw.set_trace_callback(seen.append)
        view = journal.today.view()
        raw.set_trace_callback(None)
        return len(seen), view

    return asked


def test_today_asks_the_file_no_more_after_five_years_than_after_a_week(journal, asked, clock):
    for measure in journal.measures.available():
        journal.measures.turn_on(measure.form_id)
    first = journal.courses.just_had()
    clock.pass_time(days=2)
    few, _ = asked()

    journal.courses.cancel(first.id)
    sessions = fill(journal)
    many, view = asked()

    assert len(sessions) > 250
    assert view.offers
    assert 0 < many <= ENOUGH
    assert 0 < few <= ENOUGH


def test_the_trace_sees_every_question(journal, asked):
    """The control: a storm of questions would be counted."""
    before, _ = asked()
    for number in range(ENOUGH):
        journal.courses.add_appointment(journal.clock.now(), str(number))
    raw, seen = journal._vault.connection._raw, []
    raw.set_trace_callback(seen.append)
    for appointment in journal.courses.appointments():
        journal.courses.move_appointment(appointment.id, appointment.at, "")
    raw.set_trace_callback(None)

    assert len(seen) > ENOUGH > before
