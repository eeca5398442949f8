"""Questions about the last two weeks are never asked on a session's day or the day after, wherever the person is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.helpers.clock import november

PHQ = "core:phq-9"


@pytest.fixture
def asked(journal, clock):
    """Whether the score sheet is offered; its time is from the 12th to the 19th of November."""
    journal.measures.turn_on(PHQ)
    journal.courses.begin_course("Autumn")
    journal.courses.hold(journal.courses.plan(november(1, 9)).id)

    def asked(now):
        clock.set(now)
        return PHQ in {offer.form_id for offer in journal.today.view().offers}

    return asked


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize(("hour", "minute"), [(0, 0), (0, 10), (9, 30), (23, 59)])
def test_both_days_are_free_of_it_from_midnight_to_midnight(journal, asked, hour, minute, held):
    session = journal.courses.plan(november(15, hour, minute))
    if held:
        journal.courses.hold(session.id)

    assert asked(november(14, 23, 59))
    assert not asked(november(15, 0))
    assert not asked(november(16, 23, 59))
    assert asked(november(17, 0))


def test_a_session_that_did_not_happen_or_has_no_day_keeps_nothing_free(journal, asked):
    session = journal.courses.plan(november(15, 9))
    assert not asked(november(15, 8))

    journal.courses.put_off(session.id)
    assert asked(november(15, 8))

    journal.courses.move(session.id, november(15, 9))
    journal.courses.cancel(session.id)
    assert asked(november(15, 8))


def test_after_a_flight_the_days_of_both_places_are_free(journal, asked, clock):
    clock.travel("Pacific/Auckland")
    journal.courses.hold(journal.courses.plan(november(13, 20)).id)  # nine in the morning of the 14th there

    assert asked(november(13, 10, 59))
    assert not asked(november(13, 11))

    clock.travel("Pacific/Honolulu")  # and ten in the morning of the 13th here
    assert not asked(november(14, 2))
    assert not asked(november(16, 9, 59))
    assert asked(november(16, 10))


def test_a_day_of_twenty_five_hours_is_free_to_its_end(journal, clock):
    journal.measures.turn_on(PHQ)
    journal.courses.hold(journal.courses.plan(datetime(2026, 10, 12, 8, tzinfo=UTC)).id)
    journal.courses.hold(journal.courses.plan(datetime(2026, 10, 24, 8, tzinfo=UTC)).id)
    midnight = datetime(2026, 10, 26, tzinfo=UTC)  # the clocks went back on the 25th

    for now, expected in ((midnight - timedelta(minutes=1), False), (midnight, True)):
        clock.set(now)
        assert (PHQ in {offer.form_id for offer in journal.today.view().offers}) is expected
