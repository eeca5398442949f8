"""What the desktop may be told: off at first, each thing once, and nothing in the hours after a session."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.domain.notices import NoticeWords, Quiet
from kat_journal.services.ahead import AheadKind
from kat_journal.services.notices import KINDS, LEAD, LEADS, MOST_TOLD, QUIET, NoticeChoice
from tests.helpers.clock import november

ALL = frozenset(AheadKind)


@pytest.fixture
def notices(journal):
    return journal.notices


@pytest.fixture
def on(notices):
    """Turns notices on, with other choices if wanted."""

    def on(**choices):
        notices.keep(NoticeChoice(on=True, **choices))

    return on


def test_they_are_off_until_somebody_asks_for_them(notices, journal):
    journal.courses.plan(november(25, 10))

    assert not notices.choice().on
    assert notices.plan() is None
    assert notices.begin(()) is None


def test_the_usual_choice_is_everything_a_day_before_and_quiet_at_night(notices):
    assert notices.choice() == NoticeChoice(on=False, kinds=ALL, lead=1440, quiet=Quiet(22, 8))


def test_a_choice_is_kept(notices):
    choice = NoticeChoice(True, frozenset({AheadKind.OPEN}), LEADS[0], Quiet(20, 10))

    notices.keep(choice)

    assert notices.choice() == choice


def test_wanting_nothing_at_all_is_a_choice_too(notices, on, journal):
    journal.courses.plan(november(25, 10))
    on(kinds=frozenset())

    assert notices.plan().moments == ()


@pytest.mark.parametrize("kept", ["", "22", "22 99", "x y", "1 2 3"])
def test_a_choice_that_makes_no_sense_is_the_usual_one(notices, journal, kept):
    for key in (LEAD, QUIET):
        journal.settings.put(key, kept)
    journal.settings.put(KINDS, "session\nnonsense")

    choice = notices.choice()

    assert (choice.lead, choice.quiet, choice.kinds) == (1440, Quiet(), frozenset({AheadKind.SESSION}))


def test_a_session_and_an_appointment_are_spoken_of_alike_a_day_before(notices, on, journal):
    journal.courses.plan(november(26, 10))
    journal.courses.add_appointment(november(27, 15), "Dr. Secret")
    on(kinds=frozenset({AheadKind.SESSION, AheadKind.APPOINTMENT}))

    one, two = notices.plan().moments

    assert (one.at, one.until, one.when, one.words) == (
        november(25, 10),
        november(26, 10),
        november(26, 10),
        NoticeWords.APPOINTMENT,
    )
    assert (two.at, two.words) == (november(26, 15), NoticeWords.APPOINTMENT)


def test_a_page_is_spoken_of_while_it_is_open(notices, on, journal, held, clock):
    clock.set(november(22, 13))
    on(kinds=frozenset({AheadKind.OPEN}))
    ahead = [one for one in journal.ahead.until(november(24), since=november(22, 12)) if one.closes]

    moments = {one.at: one for one in notices.plan().moments}

    for one in ahead:
        assert moments[one.when].until == one.closes
        assert moments[one.when].words is NoticeWords.NOTEBOOK
        assert moments[one.when].when is None


def test_from_a_session_until_the_next_morning_is_a_calm_span_held_or_not(notices, on, journal):
    journal.courses.plan(november(26, 10))
    off = journal.courses.plan(november(28, 10))
    journal.courses.cancel(off.id)
    on()

    assert notices.plan().calm == ((november(26, 10), november(27, 6)),)


def test_a_span_that_is_over_is_no_longer_in_the_plan(notices, on, held, clock):
    on()
    clock.set(november(23, 5))
    assert len(notices.plan().calm) == 1
    clock.set(november(23, 6))

    assert notices.plan().calm == ()


def test_what_was_said_is_not_said_again_not_even_when_the_clock_is_set_back(notices, on, journal, clock):
    journal.courses.plan(november(26, 10))
    on(kinds=frozenset({AheadKind.SESSION}))
    (moment,) = notices.plan().moments

    notices.told([moment.key, ""])

    assert notices.plan().moments == ()
    clock.set(november(20, 10))
    assert notices.plan().moments == ()


def test_a_session_that_moved_is_another_thing_to_say(notices, on, journal):
    session = journal.courses.plan(november(26, 10))
    on(kinds=frozenset({AheadKind.SESSION}))
    notices.told(one.key for one in notices.plan().moments)

    journal.courses.move(session.id, november(27, 10))

    assert [one.when for one in notices.plan().moments] == [november(27, 10)]


def test_another_lead_is_another_thing_to_say(notices, on, journal):
    journal.courses.plan(november(24, 9))
    on(kinds=frozenset({AheadKind.SESSION}))
    notices.begin(())
    assert notices.plan().moments == ()

    on(kinds=frozenset({AheadKind.SESSION}), lead=60)

    assert [one.at for one in notices.begin(()).moments] == [november(24, 8)]


def test_whoever_unlocks_has_seen_what_stands_there(notices, on, held):
    on()
    standing = [one for one in notices.plan().moments if one.at <= november(23, 10, 30)]

    plan = notices.begin(())

    assert standing
    assert not [one for one in plan.moments if one in standing]
    assert not [one for one in notices.plan().moments if one in standing]


def test_what_was_said_while_locked_is_not_said_again(notices, on, journal):
    journal.courses.plan(november(26, 10))
    on(kinds=frozenset({AheadKind.SESSION}))
    (moment,) = notices.plan().moments

    assert notices.begin([moment.at]).moments == ()
    assert notices.plan().moments == ()


def test_a_clock_that_ran_a_year_ahead_takes_nothing_away_once_it_is_right_again(notices, on, journal, clock):
    journal.courses.plan(november(26, 10))
    on(kinds=frozenset({AheadKind.SESSION}))
    now = clock.now()

    clock.pass_time(days=365)
    notices.begin(())
    clock.set(now)

    assert len(notices.plan().moments) == 1


def test_only_so_many_keys_are_remembered(notices, journal):
    notices.told(str(number) for number in range(MOST_TOLD + 50))

    assert len(journal.settings.get("notices.told").split(",")) == MOST_TOLD


def test_the_plan_changes_nothing_in_the_journal(notices, on, demo, clock):
    demo.notices.keep(replace(demo.notices.choice(), on=True))

    assert demo.notices.plan() == demo.notices.plan()
    assert demo.settings.get("notices.told") == ""


def test_the_day_ends_where_the_session_is(notices, on, journal, clock):
    clock.travel("Pacific/Auckland")  # 13 hours ahead in November
    journal.courses.plan(november(25, 20))  # nine in the morning of the 26th there
    clock.travel("Europe/London")
    on()

    ((starts, ends),) = notices.plan().calm

    assert starts == november(25, 20)
    assert ends == november(25, 11) + timedelta(days=1, hours=6)


@pytest.mark.parametrize("kept", ["", '["session:1', "17", "[\u2026]"])
def test_a_memory_that_lost_its_end_is_an_empty_one(notices, on, journal, kept):
    journal.courses.plan(november(26, 10))
    on(kinds=frozenset({AheadKind.SESSION}))
    journal.settings.put("notices.told", kept)

    assert len(notices.plan().moments) == 1
