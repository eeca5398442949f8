"""What was parked comes back on Today: at the right time, one a day, and nothing twice."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.practice import LaterState
from kat_journal.services.reminders import ReminderKind
from kat_journal.services.returning import ANSWERED_ON
from tests.helpers.clock import november

ANSWERS = (LaterState.STILL_TRUE, LaterState.LET_GO, LaterState.TALK)


@pytest.fixture
def returning(journal):
    return journal.returning


@pytest.fixture
def parked(journal, clock):
    """Three ideas, parked on the 1st to the 3rd, all for the 20th; the clock stands on the 23rd."""
    laters = []
    for day in (1, 2, 3):
        clock.set(november(day))
        laters.append(journal.practices.park(f"idea {day}", date(2026, 11, 20)))
    clock.set(november(23, 10))
    return laters


def offered(returning):
    reminder = returning.offer()
    return None if reminder is None else reminder.detail


def test_nothing_comes_back_before_its_day(returning, journal, clock):
    journal.practices.park("idea", date(2026, 11, 24))
    assert returning.offer() is None

    clock.pass_time(days=1)

    assert offered(returning) == "idea"


def test_the_oldest_comes_first_with_the_day_on_which_it_was_parked(returning, parked):
    reminder = returning.offer()

    assert (reminder.kind, reminder.detail, reminder.uid) == (ReminderKind.LATER, "idea 1", parked[0].uid)
    assert (reminder.day, reminder.days) == (date(2026, 11, 1), -22)


@pytest.mark.parametrize("state", ANSWERS)
def test_after_an_answer_the_next_comes_on_the_next_day(returning, parked, clock, state):
    seen = []
    for _ in parked:
        seen.append(offered(returning))
        returning.answer(returning.offer().uid, state)
        assert returning.offer() is None
        clock.pass_time(days=1)

    assert seen == ["idea 1", "idea 2", "idea 3"]
    assert returning.offer() is None


def test_what_is_not_answered_is_there_again(returning, parked, clock):
    for _ in range(3):
        assert offered(returning) == "idea 1"
        clock.pass_time(days=1)


def test_talking_about_it_gives_the_question(returning, parked, journal):
    uid = returning.answer(parked[0].uid, LaterState.TALK)

    assert [(one.uid, one.words) for one in journal.practices.questions()] == [(uid, "idea 1")]
    assert returning.answer(parked[1].uid, LaterState.LET_GO) is None


@pytest.mark.parametrize("state", ANSWERS)
def test_an_answer_can_be_taken_back(returning, parked, journal, state):
    question = returning.answer(parked[0].uid, state)

    returning.take_back(parked[0].uid, question)

    assert offered(returning) == "idea 1"
    assert journal.practices.questions() == ()


@pytest.mark.parametrize("back", [1, 2, 6])
def test_a_clock_that_is_set_back_brings_nothing(returning, parked, clock, back):
    returning.answer(parked[0].uid, LaterState.LET_GO)

    clock.pass_time(days=-back)

    assert returning.offer() is None


def test_a_clock_that_was_years_ahead_is_not_waited_for(returning, parked, clock):
    clock.pass_time(days=3000)
    returning.answer(parked[0].uid, LaterState.LET_GO)

    clock.pass_time(days=-3000)

    assert offered(returning) == "idea 2"


def test_nothing_comes_back_on_the_day_of_a_session(returning, parked, journal, clock):
    session = journal.courses.plan(november(23, 16))
    assert returning.offer() is None
    journal.courses.cancel(session.id)
    assert offered(returning) == "idea 1"

    clock.set(november(24, 9))
    journal.courses.just_had()

    assert returning.offer() is None
    clock.set(november(25, 9))
    assert offered(returning) == "idea 1"


def test_nothing_comes_back_in_the_hours_after_a_session(journal, parked, clock):
    """Also not after midnight, before the morning."""
    clock.set(november(24, 22))
    journal.courses.just_had()
    clock.set(november(25, 3))

    assert journal.returning.offer() is not None, "it is another day"
    assert journal.reminders.next() is None


def test_it_can_be_put_off_for_a_day(journal, parked, clock):
    reminder = journal.reminders.next()
    assert reminder.kind is ReminderKind.LATER

    journal.reminders.put_off(reminder)
    clock.pass_time(hours=23)
    assert journal.reminders.next() is None
    clock.pass_time(hours=1)
    assert journal.reminders.next() == reminder.__class__(**{
        name: getattr(reminder, name) for name in reminder.__slots__ if name != "days"
    }, days=-23)  # fmt: skip


def test_the_days_to_choose_from_are_two_weeks_and_a_month(returning):
    days = returning.days()

    assert days.today == date(2026, 11, 23)
    assert (days.two_weeks, days.month) == (date(2026, 12, 7), date(2026, 12, 23))
    assert days.before_session is None


@pytest.mark.parametrize(("ahead", "before"), [(0, None), (1, None), (2, 24), (5, 27)])
def test_before_my_next_session_is_the_day_before_it(returning, journal, ahead, before):
    journal.courses.plan(november(29, 10))
    journal.courses.cancel(journal.courses.plan(november(26, 8)).id)
    journal.courses.plan(november(23 + ahead, 16))

    days = returning.days()

    assert days.before_session == (date(2026, 11, before) if before else None)


MOVES = st.lists(st.one_of(st.sampled_from(ANSWERS), st.integers(-3, 20)), max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_however_time_goes_nothing_comes_back_twice_and_the_order_stays(journal, clock, moves):
    clock.set(november(2))
    for later in journal.practices.carried().laters:
        journal.practices.settle(later.uid, LaterState.LET_GO)
    journal.settings.put("later.answered-on", "")
    uids = [journal.practices.park(f"{n}", date(2026, 11, 10) + timedelta(days=3 * n)).uid for n in range(4)]
    seen, answered_on = [], []
    for move in moves:
        if isinstance(move, int):
            clock.pass_time(days=move)
        elif (reminder := journal.returning.offer()) is not None:
            journal.returning.answer(reminder.uid, move)
            seen.append(reminder.uid)
            answered_on.append(clock.now().date())
    assert seen == uids[: len(seen)]
    assert len(set(answered_on)) == len(answered_on), "one a day"


def test_a_day_of_which_damage_left_only_a_piece_holds_nothing_back(returning, parked, journal):
    journal.settings.put(ANSWERED_ON, "2026-1")

    assert returning.offer() is not None
