"""When the desktop may be told something: hours of the wall clock, spans, and what a locked window takes along."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kat_journal.domain.notices import MOST, Moment, NoticePlan, NoticeWords, Quiet, from_bytes, to_bytes
from tests.helpers.clock import november

LONDON = "Europe/London"
ZONES = st.sampled_from(
    ["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]
)
INSTANTS = st.integers(1_700_000_000, 2_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
HOURS = st.integers(0, 23)
QUIET = st.builds(Quiet, HOURS, HOURS)
ORDINARY = QUIET.filter(lambda quiet: (quiet.starts - quiet.ends) % 24 > 1)
"""Nights that leave more of the day than the one hour which the clocks skip in spring."""


def moment(day, hour=12, days=2, **more):
    return Moment(november(day, hour), november(day, hour) + timedelta(days=days), **more)


@pytest.mark.parametrize(
    ("hour", "quiet"),
    [(21, False), (22, True), (23, True), (0, True), (7, True), (8, False), (12, False)],
)
def test_the_usual_night_is_from_ten_to_eight(hour, quiet):
    assert Quiet().covers(november(23, hour), LONDON) is quiet


def test_a_quiet_noon_and_no_quiet_at_all_are_possible():
    assert [Quiet(12, 14).covers(november(23, hour), LONDON) for hour in (11, 12, 13, 14)] == [False, True, True, False]
    assert not any(Quiet(9, 9).covers(november(23, hour), LONDON) for hour in range(24))


@given(instant=INSTANTS, zone=ZONES, quiet=ORDINARY)
@example(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "Europe/Berlin", Quiet(22, 2))  # the clocks skip that hour
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin", Quiet(22, 2))  # they have it twice
def test_a_night_ends_in_the_morning_after_and_began_the_evening_before(instant, zone, quiet):
    if quiet.covers(instant, zone):
        morning, evening = quiet.morning_after(instant, zone), quiet.evening_before(instant, zone)

        assert evening <= instant < morning
        assert morning - evening <= timedelta(hours=26)
        assert not quiet.covers(morning, zone)
        assert morning.astimezone(ZoneInfo(zone)).hour in {quiet.ends, quiet.ends + 1}


@given(instant=INSTANTS, zone=ZONES, quiet=QUIET, hours=st.integers(1, 40))
def test_what_falls_into_silence_is_settled_to_the_first_instant_after_it(instant, zone, quiet, hours):
    plan = NoticePlan((), ((instant - timedelta(hours=1), instant + timedelta(hours=hours)),), quiet)

    settled = plan.settled(instant, zone)

    assert settled >= instant + timedelta(hours=hours)
    assert not plan.is_silent(settled, zone)
    assert plan.settled(settled, zone) == settled


def test_nothing_is_said_at_night_and_all_of_it_stands_in_the_morning():
    plan = NoticePlan((moment(23, 23), moment(24, 1)))

    assert plan.ripe(november(24, 7, 59), LONDON) == ()
    assert len(plan.ripe(november(24, 8), LONDON)) == 2


def test_nothing_is_said_in_a_calm_span():
    plan = NoticePlan((moment(23),), ((november(23, 10), november(24, 6)),))

    assert plan.ripe(november(23, 13), LONDON) == ()
    assert plan.ripe(november(24, 9), LONDON) == plan.moments


def test_a_moment_stands_from_its_beginning_until_its_end():
    plan = NoticePlan((moment(23, days=1),))

    assert not plan.standing(november(23, 11))
    assert plan.standing(november(23, 12))
    assert plan.standing(november(24, 11))
    assert not plan.standing(november(24, 12))


def test_the_next_appointment_comes_first_then_the_page_that_is_open_for_the_shortest_time():
    page, longer = moment(23, days=1, key="page"), moment(22, days=5, key="longer")
    later = moment(23, words=NoticeWords.APPOINTMENT, when=november(26), key="later")
    sooner = moment(23, words=NoticeWords.APPOINTMENT, when=november(24), key="sooner")

    standing = NoticePlan((longer, later, page, sooner)).standing(november(23, 13))

    assert [one.key for one in standing] == ["sooner", "later", "page", "longer"]


def test_an_appointment_early_in_the_morning_is_told_the_evening_before():
    plan = NoticePlan()
    early = november(24, 7, 30)

    assert plan.in_time(early - timedelta(hours=1), early, LONDON) == november(23, 21)


def test_what_the_morning_is_early_enough_for_waits_for_it():
    at, when = november(24, 7), november(24, 10)

    assert NoticePlan().in_time(at, when, LONDON) == at
    assert NoticePlan().in_time(november(23, 15), when, LONDON) == november(23, 15)


def test_a_bare_plan_has_neither_words_nor_keys():
    plan = NoticePlan((moment(23, words=NoticeWords.APPOINTMENT, when=november(24), key="session:1"),))

    (bare,) = plan.bare().moments

    assert bare == Moment(november(23), november(25))


def test_what_was_said_is_taken_out_by_its_instant():
    plan = NoticePlan((moment(23), moment(24)))

    assert plan.without([november(23)]).moments == (moment(24),)


SPANS = st.tuples(INSTANTS, INSTANTS)


@given(moments=st.lists(SPANS, max_size=9), calm=st.lists(SPANS, max_size=9), quiet=QUIET)
def test_the_instants_survive_as_bytes_and_nothing_else_does(moments, calm, quiet):
    now = datetime(2020, 1, 1, tzinfo=UTC)
    known = tuple(Moment(at, until, NoticeWords.APPOINTMENT, at, "session:secret") for at, until in moments)
    plan = NoticePlan(known, tuple(calm), quiet)

    data = to_bytes(plan, now)
    read = from_bytes(data)

    assert read is not None
    future = sorted(span for span in moments if span[1] > now)
    assert [(one.at, one.until) for one in read.moments] == future
    assert list(read.calm) == sorted(span for span in calm if span[1] > now)
    assert read.quiet == quiet
    assert b"secret" not in data
    assert b"appointment" not in data


def test_what_is_over_and_what_is_far_is_left_behind():
    now = november(23)
    over = Moment(november(20), november(22))
    many = tuple(Moment(now, now + timedelta(days=number)) for number in range(1, 200))

    read = from_bytes(to_bytes(NoticePlan((over, *many), ((november(1), november(2)),)), now))

    assert len(read.moments) == MOST
    assert over not in read.moments
    assert read.calm == ()


@given(data=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: b"quiet 1 2\n" + text.encode())))
@example(b"quiet 1 2\nmoment 99999999999999 1")
@example(b"quiet 1 2\nmoment 1 2\nother 1 2")
def test_any_other_bytes_are_no_plan_and_break_nothing(data):
    read = from_bytes(data)

    assert read is None or isinstance(read, NoticePlan)


def test_bytes_of_something_else_are_no_plan():
    assert from_bytes(b"hello") is None
    assert from_bytes(b"") is None
