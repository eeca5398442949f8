"""What was said is over, also where the journal could not remember it; a locked window knows none of it."""

import pytest

from kat_journal.domain.notices import Moment, NoticePlan, Quiet
from tests.helpers.clock import november
from tests.helpers.notifications import NOTEBOOK, Room

NEVER_QUIET = Quiet(0, 0)


@pytest.fixture
def room(qapp, clock):
    return Room(clock)


def page(day, hour):
    return Moment(november(day, hour), november(day + 2, hour), key=f"page:{day}:{hour}")


def test_what_a_full_disk_could_not_remember_is_not_said_at_every_look(room, clock):
    plan = NoticePlan((page(23, 11), page(24, 11)), quiet=NEVER_QUIET)
    room.noticing.begin(plan)
    clock.set(november(23, 11))
    for _ in range(3):
        room.noticing.tick()
        room.noticing.follow(plan)  # nothing of it is in the journal
    assert room.told == [NOTEBOOK]

    clock.set(november(24, 11))
    room.noticing.tick()
    assert room.told == [NOTEBOOK, NOTEBOOK], "what comes later is said all the same"


def test_once_locked_no_key_is_left_in_the_window(room, clock):
    room.noticing.begin(NoticePlan((page(23, 11), page(24, 11))))
    clock.set(november(23, 11))
    room.noticing.tick()
    held = repr(vars(room.noticing))
    assert "page:23:11" in held
    assert "page:24:11" in held

    room.noticing.lock()

    assert "page:" not in repr(vars(room.noticing))
