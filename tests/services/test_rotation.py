from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kat_journal.services.rotation import DAYS, MONTHS, WEEKS, kept

FIRST = datetime(2020, 1, 1, tzinfo=UTC)
INSTANTS = st.lists(st.integers(0, 5000 * 24).map(lambda hours: FIRST + timedelta(hours=hours)), max_size=60)
DAILY = [datetime(2026, 11, 24, 9, tzinfo=UTC) - timedelta(days=days) for days in range(400)]


@given(made=INSTANTS)
def test_what_stays_was_there_and_the_newest_always_stays(made):
    stay = kept(made)
    assert stay <= set(made)
    assert len(stay) <= DAYS + WEEKS + MONTHS
    assert not made or max(made) in stay


@given(made=INSTANTS)
def test_each_of_the_last_days_weeks_and_months_keeps_its_newest(made):
    stay = kept(made)
    for period, most in ((datetime.date, DAYS), (lambda at: at.isocalendar()[:2], WEEKS), (month, MONTHS)):
        for one in sorted({period(at) for at in made}, reverse=True)[:most]:
            assert max(at for at in made if period(at) == one) in stay


@given(made=INSTANTS)
def test_doing_it_again_takes_nothing_more(made):
    assert kept(kept(made)) == kept(made)


@given(made=INSTANTS, more=st.lists(st.integers(0, 40), max_size=30))
def test_one_after_the_other_never_removes_the_newest(made, more):
    there = set(made)
    at = max(made, default=datetime(2026, 1, 1, tzinfo=UTC))
    for days in more:
        at += timedelta(days=days, seconds=1)
        there = kept(there | {at})
        assert at in there


def test_a_year_of_daily_backups_leaves_days_weeks_and_months():
    stay = sorted(kept(DAILY), reverse=True)
    assert stay[:5] == DAILY[:5]
    assert len({at.isocalendar()[:2] for at in stay}) >= WEEKS
    assert len({month(at) for at in stay}) == MONTHS
    assert len(stay) == 12


def test_nothing_is_kept_of_nothing():
    assert kept([]) == frozenset()


def month(at):
    return at.year, at.month
