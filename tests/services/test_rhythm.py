"""What a course asks by itself: before it begins, and month after month."""

from datetime import timedelta

import pytest

from tests.helpers.clock import november

DAY = timedelta(days=1)
BASELINE = {"baseline", "check-in.baseline"}
MONTHLY = {"check-in.month", "reflection.month"}


@pytest.fixture
def offered(journal, clock):
    def offered(at):
        clock.set(at)
        return {offer.form_id.removeprefix("core:") for offer in journal.today.view().offers}

    return offered


def hold(journal, clock, at):
    session = journal.courses.plan(at)
    clock.set(at + timedelta(hours=3))
    return journal.courses.hold(session.id)


def test_how_it_is_before_is_asked_in_the_two_weeks_before_the_first_session(journal, offered):
    journal.courses.plan(november(20, 9))

    assert offered(november(5, 9)) & BASELINE == set()
    assert offered(november(6, 9)) >= BASELINE
    assert offered(november(20, 8)) >= BASELINE
    assert offered(november(20, 9)) & BASELINE == set()


def test_the_intention_comes_before_it(journal, clock):
    journal.courses.plan(november(20, 9))
    for day in (14, 19):
        clock.set(november(day, 20))
        first = journal.today.view().offers[0]
        assert first.form_id == "core:intention"


def test_it_is_asked_once_and_before_the_first_session_alone(journal, clock, offered):
    hold(journal, clock, november(10, 9))
    journal.courses.plan(november(17, 9))

    assert offered(november(16, 9)) & BASELINE == set()


def test_answered_once_it_is_not_asked_again_when_the_first_session_moves(journal, offered):
    session = journal.courses.plan(november(10, 9))
    assert "baseline" in offered(november(8, 9))
    [offer] = [one for one in journal.today.view().offers if one.form_id == "core:baseline"]
    journal.responses.finish(journal.responses.begin(offer.form_id, occurrence=offer.occurrence).draft)

    journal.courses.move(session.id, november(17, 9))

    assert "baseline" not in offered(november(15, 9))


def test_a_course_that_is_begun_later_takes_over_what_was_answered(journal, offered):
    journal.courses.plan(november(10, 9))
    assert "baseline" in offered(november(8, 9))
    [offer] = [one for one in journal.today.view().offers if one.form_id == "core:baseline"]
    journal.responses.finish(journal.responses.begin(offer.form_id, occurrence=offer.occurrence).draft)

    journal.courses.begin_course("Autumn course")

    assert offered(november(9, 9)) & BASELINE == {"check-in.baseline"}


def test_a_second_course_has_a_baseline_of_its_own(journal, clock, offered):
    journal.courses.begin_course("Autumn course")
    hold(journal, clock, november(1, 9))
    second = journal.courses.begin_course("Winter course")
    journal.courses.plan(november(25, 9), second.id)

    assert offered(november(20, 9)) >= BASELINE


@pytest.mark.parametrize("has_course", [True, False])
def test_the_month_comes_round_for_as_long_as_it_likes(journal, clock, offered, has_course):
    if has_course:
        journal.courses.begin_course("A year")
    hold(journal, clock, november(1, 9))

    open_days = [day for day in range(1, 100) if offered(november(1, 12) + day * DAY) >= MONTHLY]

    assert open_days == [*range(28, 40), *range(58, 70), *range(88, 100)]


def test_the_check_in_of_the_month_waits_beside_a_session_and_the_page_does_not(journal, clock, offered):
    hold(journal, clock, november(1, 9))
    hold(journal, clock, november(30, 9))

    assert offered(november(30, 20)) & MONTHLY == {"reflection.month"}
    assert offered(november(30, 20) + DAY) & MONTHLY == {"reflection.month"}
    assert offered(november(30, 20) + 2 * DAY) & MONTHLY == MONTHLY


def test_nothing_is_asked_of_a_course_before_anyone_said_that_a_session_took_place(journal, clock, offered):
    journal.courses.plan(november(1, 9))

    assert offered(november(1, 12) + 30 * DAY) == set()


def test_a_cancelled_first_session_begins_nothing(journal, clock, offered):
    session = journal.courses.plan(november(1, 9))
    journal.courses.cancel(session.id)
    hold(journal, clock, november(10, 9))

    assert offered(november(1, 12) + 29 * DAY) & MONTHLY == set()
    assert offered(november(10, 12) + 29 * DAY) >= MONTHLY
