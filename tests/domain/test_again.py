"""What comes again, and what was answered a little before."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.again import half_of, is_answered, is_going_on, was_answered
from kat_journal.domain.schedule import Asking
from tests.helpers.clock import november

DAY = timedelta(days=1)
EVERY = 14
ASKING = Asking("test:form", "course:1#2026-11-10", november(10), november(12), november(16))


@pytest.mark.parametrize(
    ("answered", "now", "expected"),
    [
        (november(10), november(15), True),  # in its own time
        (november(4), november(10), True),  # six days ago, under another name or by hand
        (november(3), november(10), False),  # half of fourteen
        (november(16), november(11), True),  # the clock was set back since
        (november(16), november(10) - DAY, False),
    ],
)
def test_an_answer_leaves_no_room_in_its_own_time_and_for_half_the_rhythm(answered, now, expected):
    assert is_answered(ASKING, EVERY, [answered], now) is expected


def test_one_answer_among_others_is_enough_and_none_is_none():
    assert is_answered(ASKING, EVERY, [november(1), november(10)], november(15))
    assert not is_answered(ASKING, EVERY, [], november(15))


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        (november(10), True),
        (november(9), True),  # half a rhythm from here reaches over all its time
        (november(16), True),  # by hand, as it had just closed: nothing is missing there
        (november(17), False),
        (november(8), False),  # on its last day there was room
        (november(15), True),
    ],
)
def test_a_repetition_of_the_past_had_no_room(answered, expected):
    assert was_answered(ASKING, EVERY, [answered]) is expected


@given(st.integers(-60, 60), st.integers(0, 5))
def test_where_there_never_was_room_there_is_none_at_any_moment(offset, later):
    answered = november(10) + offset * DAY / 2
    if was_answered(ASKING, EVERY, [answered]):
        assert is_answered(ASKING, EVERY, [answered], november(10) + later * DAY)


@pytest.mark.parametrize(
    ("begun", "now", "expected"),
    [
        (november(10), november(15), True),
        (november(5), november(11), True),
        (november(2), november(11), False),
    ],
)
def test_what_was_begun_a_little_before_is_gone_on_with(begun, now, expected):
    assert is_going_on(ASKING, EVERY, begun, now) is expected


def test_half_of_an_odd_rhythm_is_half_a_day_more():
    assert half_of(7) == 3.5 * DAY
