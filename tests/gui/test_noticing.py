"""One notice at a time, each thing once: through nights, sleep, journeys, locks, and clocks that somebody sets."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.notices import Moment, NoticePlan, NoticeWords, Quiet
from kat_journal.gui.noticing import Reach
from tests.helpers.clock import FixedClock, november
from tests.helpers.notifications import NOTEBOOK, Room

NEVER_QUIET = Quiet(0, 0)


@pytest.fixture
def room(qapp, clock):
    return Room(clock)


def page(day, hour=9, days=2):
    at = november(day, hour)
    return Moment(at, at + timedelta(days=days), key=f"page:{day}:{hour}")


def appointment(day, hour):
    when = november(day, hour)
    return Moment(when - timedelta(days=1), when, NoticeWords.APPOINTMENT, when, f"appointment:{day}:{hour}")


def test_without_a_plan_nothing_is_said_and_no_desktop_is_looked_for(room):
    room.noticing.tick()
    room.noticing.begin(None)
    room.noticing.tick()

    assert not room.noticing.is_on
    assert room.desktops == []
    assert not room.noticing._timer.isActive()


def test_a_page_that_opens_is_said_once(room, clock):
    room.noticing.begin(NoticePlan((page(23, 11),)))
    room.noticing.tick()
    assert room.told == []

    clock.set(november(23, 11))
    for _ in range(3):
        room.noticing.tick()

    assert room.told == [NOTEBOOK]
    assert room.over == [("page:23:11",)]


def test_an_appointment_is_said_with_its_day_and_time_where_the_person_is(room, clock):
    room.noticing.begin(NoticePlan((appointment(24, 15),)))
    clock.set(november(23, 15))

    room.noticing.tick()

    assert room.told == [("Appointment", "Tuesday 15:00")]
    clock.travel("America/New_York")
    room.noticing.begin(NoticePlan((appointment(24, 15),)))
    room.noticing.tick()
    assert room.told[-1] == ("Appointment", "Tuesday 10:00")


def test_after_five_days_of_sleep_there_is_one_notice_and_not_twenty(room, clock):
    moments = [page(day, hour, days=9) for day in range(23, 28) for hour in (11, 13, 15, 17)]
    room.noticing.begin(NoticePlan((*moments, appointment(29, 10))))

    clock.set(november(28, 12))
    for _ in range(5):
        room.noticing.tick()

    assert room.told == [("Appointment", "Sunday 10:00")]
    assert len(room.over[0]) == 21


def test_what_was_over_before_the_computer_woke_is_not_said(room, clock):
    room.noticing.begin(NoticePlan((appointment(24, 10), page(24, days=1))))

    clock.set(november(28, 12))
    room.noticing.tick()

    assert room.told == []


def test_a_clock_that_is_set_back_repeats_nothing(room, clock):
    room.noticing.begin(NoticePlan((page(23, 11),)))
    clock.set(november(23, 12))
    room.noticing.tick()

    clock.set(november(23, 10))
    room.noticing.tick()
    clock.set(november(23, 12))
    room.noticing.tick()

    assert room.told == [NOTEBOOK]


def test_what_opens_at_night_waits_for_the_morning_where_the_person_is(room, clock):
    room.noticing.begin(NoticePlan((page(23, 23),)))
    for hour in (23, 24, 30):
        clock.set(november(23) + timedelta(hours=hour - 12))
        room.noticing.tick()
    clock.travel("Asia/Kathmandu")  # where the morning has come already
    assert room.told == []

    room.noticing.tick()

    assert room.told == [NOTEBOOK]


def test_whoever_sits_before_the_open_notebook_is_not_asked_to_open_it(room, clock):
    room.seen = True
    room.noticing.begin(NoticePlan((page(23, 11), appointment(24, 12))))
    clock.set(november(23, 11))
    room.noticing.tick()
    assert room.told == []
    assert room.over == [("page:23:11",)]

    clock.set(november(23, 12))
    room.noticing.tick()

    assert room.told == [("Appointment", "Tuesday 12:00")]


def test_a_locked_window_goes_on_with_instants_and_without_words(room, clock):
    room.noticing.begin(NoticePlan((appointment(24, 12),)))
    room.noticing.lock()
    (moment,) = room.noticing._plan.moments
    assert moment == Moment(november(23, 12), november(24, 12))

    clock.set(november(23, 12))
    room.noticing.tick()

    assert room.told == [NOTEBOOK]
    assert room.noticing.said_while_locked == {november(23, 12)}
    assert not room.noticing.is_on


def test_locking_without_a_plan_is_nothing_special(room):
    room.noticing.lock()

    assert room.noticing.kept() == b""


def test_a_plan_that_comes_after_the_lock_is_dropped(room):
    room.noticing.begin(None)
    room.noticing.lock()

    room.noticing.follow(NoticePlan((page(24),)))

    assert room.noticing.kept() == b""


def test_the_fresh_process_goes_on_where_the_one_before_left_off(room, clock):
    room.noticing.begin(NoticePlan((page(23, 11), appointment(24, 12)), quiet=Quiet(20, 10)))
    clock.set(november(23, 11))
    room.noticing.tick()
    room.noticing.lock()
    kept = room.noticing.kept()
    fresh = Room(clock)

    fresh.noticing.take_up(kept)
    clock.set(november(23, 13))
    fresh.noticing.tick()
    fresh.noticing.tick()

    assert fresh.told == [NOTEBOOK]
    assert fresh.noticing.said_while_locked == {november(23, 12)}
    assert fresh.noticing._plan.quiet == Quiet(20, 10)


@pytest.mark.parametrize("kept", [b"", b"nonsense"])
def test_a_fresh_process_that_got_nothing_is_silent(room, kept):
    room.noticing.take_up(kept)
    room.noticing.tick()

    assert room.desktops == []


def test_at_unlocking_what_was_said_meanwhile_is_taken_out_of_the_plan(room, clock):
    room.noticing.take_up(b"quiet 22 8\nmoment 1795432000 1895432000")
    room.noticing.lock()
    said = Moment(november(23, 10), november(25, 10), key="page")
    room.noticing._said_locked.add(november(23, 10))

    room.noticing.begin(NoticePlan((said, page(23, 11))))

    assert [one.key for one in room.noticing._plan.moments] == ["page:23:11"]
    assert room.noticing.said_while_locked == frozenset()
    assert room.noticing.is_on


def test_what_the_person_has_just_planned_themselves_is_not_told_to_them(room):
    room.seen = True
    room.noticing.begin(NoticePlan((page(23, 9),)))

    room.noticing.follow(NoticePlan((page(23, 9), appointment(24, 9), appointment(26, 9))))
    room.noticing.tick()

    assert room.told == []
    assert room.over == [("appointment:24:9",), ("page:23:9",)]
    assert [one.key for one in room.noticing._plan.moments] == ["appointment:26:9"]


def test_what_comes_into_the_plan_while_nobody_looks_is_told(room):
    room.noticing.begin(NoticePlan())

    room.noticing.follow(NoticePlan((appointment(24, 9),)))
    room.noticing.tick()

    assert room.told == [("Appointment", "Tuesday 09:00")]


def test_turning_them_off_ends_the_looks(room):
    room.noticing.begin(NoticePlan((page(24),)))
    room.noticing.follow(NoticePlan((page(25),)))
    assert room.noticing._timer.isActive()

    room.noticing.follow(None)

    assert not room.noticing._timer.isActive()


def test_every_look_asks_for_a_fresh_plan(room):
    room.noticing.begin(NoticePlan((page(24),)))

    room.noticing._timer.timeout.emit()

    assert room.looks == 1


def test_whether_the_desktop_takes_notices_is_known_after_the_first(room, qapp, clock):
    assert room.noticing.reach is Reach.UNKNOWN
    room.noticing.show_one()
    assert room.noticing.reach is Reach.TAKES
    assert room.told == [NOTEBOOK]
    refusing = Room(clock, refuses=True)

    refusing.noticing.show_one()

    assert refusing.noticing.reach is Reach.REFUSES


def test_pressing_it_is_passed_on_without_saying_what_it_was(room):
    pressed = []
    room.noticing.pressed.connect(lambda: pressed.append("pressed"))
    room.noticing.show_one()

    room.desktops[0].clicked.emit()

    assert pressed == ["pressed"]


MINUTES = st.integers(0, 12 * 24 * 60)
MOVES = st.lists(
    st.tuples(st.sampled_from(["pass", "set", "travel", "lock", "unlock"]), MINUTES), min_size=1, max_size=30
)
ZONES = ("Europe/London", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns")


@given(
    starts=st.lists(st.tuples(MINUTES, st.integers(1, 5 * 24 * 60)), max_size=12, unique_by=lambda one: one[0]),
    moves=MOVES,
)
def test_whatever_becomes_of_clock_zone_and_lock_nothing_is_said_twice_nor_in_silence(qapp, starts, moves):
    clock = FixedClock()
    room = Room(clock)
    begin = november(20)
    moments = tuple(
        Moment(begin + timedelta(minutes=at), begin + timedelta(minutes=at + length), key=str(at))
        for at, length in starts
    )
    plan = NoticePlan(moments, ((november(24), november(25, 6)),))
    gone = set()
    room.noticing.begin(plan)

    for move, minutes in moves:
        if move == "pass":
            clock.pass_time(minutes=minutes % (36 * 60))
        elif move == "set":
            clock.set(begin + timedelta(minutes=minutes))
        elif move == "travel":
            clock.travel(ZONES[minutes % len(ZONES)])
        elif move == "lock":
            room.noticing.lock()
        else:
            room.noticing.begin(plan.without(gone))
        before, standing = len(room.told), {one.at for one in room.noticing._plan.moments}
        room.noticing.tick()
        said = standing - {one.at for one in room.noticing._plan.moments}

        assert len(room.told) - before == bool(said)
        assert not (said and plan.is_silent(clock.now(), clock.zone()))
        assert not said & gone
        gone |= said
