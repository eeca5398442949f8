"""A year of a person's doing, in any order: nothing is lost, nothing comes twice, nothing comes on a wrong day."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from kat_journal.domain.course import SessionStatus
from kat_journal.services.courses import CourseService
from kat_journal.services.headings import Headings
from kat_journal.services.offers import OfferService
from kat_journal.services.open_askings import OpenAskings
from kat_journal.services.today import TodayService
from kat_journal.storage.askings import AskedResponses
from kat_journal.storage.courses import Courses
from kat_journal.storage.creating import create_vault
from kat_journal.storage.snapshots import Snapshots
from tests.services.simulated_person import PASSPHRASE
from tests.services.simulated_year import SimulatedYear
from tests.torture.numbers import FULL, often

YEAR = settings(
    max_examples=often(300, 10),
    stateful_step_count=often(80, 40),
    deadline=None,
    derandomize=not FULL,  # the same years in every `make test`; `make torture` looks for new ones
    suppress_health_check=list(HealthCheck),
)
DAY = 1440
"""Minutes."""


@pytest.fixture
def year(tmp_path, kdf, library, messages):
    """The machine, over a vault that is made once."""
    template = tmp_path / "Template"
    create_vault(template, PASSPHRASE, kdf).close()
    return type("Year", (SimulatedYear,), {"template": template, "library": library, "messages": messages})


def test_whatever_a_person_does_in_a_year_nothing_is_lost_or_comes_twice_or_on_a_wrong_day(year):
    run_state_machine_as_test(year, settings=YEAR)


# ---- The control: a journal that breaks a promise is found out. Each story is told to one that keeps it as well.


class NothingIsDone(OpenAskings):
    def _is_done(self, _response):
        return False


class AgainAnyway(OpenAskings):
    def _again(self, asking, *_near):
        return asking


class AlwaysAnew(OpenAskings):
    def _again(self, asking, *near):
        return asking if super()._again(asking, *near) else None


class NobodyAsks(OpenAskings):
    def at(self, now, forms, courses, sessions, appointments):
        held = [replace(session, status=SessionStatus.HELD) for session in sessions]
        return super().at(now, forms, courses, held, appointments)


@pytest.fixture
def person(year):
    person = year()
    person.begin(datetime(2026, 11, 2, 9, tzinfo=UTC), "Europe/London")
    yield person
    person.teardown()


def offering(person, broken):
    """The person's journal, with other askings below Today."""
    journal, connection = person.journal, person.vault.connection
    asked, snapshots = AskedResponses(connection), Snapshots(connection)
    offers = OfferService(journal.courses, broken(asked, snapshots), journal.settings, person.library, person.clock)
    headings = Headings(journal.courses, asked, snapshots, person.messages)
    journal.today = TodayService(journal.courses, offers, journal.written, journal.practices, headings, person.clock)


def answered_and_offered(person):
    person.plan(2 * DAY)
    person.take_an_offer(0, "finish")


def planned_and_not_asked_about(person):
    person.plan(2 * DAY)
    person.days_pass(3)


def answered_in_its_month_and_moved(person, how="finish"):
    person.plan(-DAY)
    person.say_whether_it_took_place(took_place=True)
    person.days_pass(30)
    month = next(one for one in person.journal.today.view().offers if one.form_id == "core:check-in.month")
    person.fill_in(person.journal.responses.begin(month.form_id, occurrence=month.occurrence), how)
    person.move(0, -29 * DAY)


def begun_in_its_month_and_moved(person):
    answered_in_its_month_and_moved(person, "partly")


@pytest.mark.parametrize(
    ("broken", "story"),
    [
        (NothingIsDone, answered_and_offered),
        (NobodyAsks, planned_and_not_asked_about),
        (AgainAnyway, answered_in_its_month_and_moved),
        (AlwaysAnew, begun_in_its_month_and_moved),
    ],
)
def test_a_wrong_offer_is_found_out(person, broken, story):
    story(person)
    person.every_promise_is_kept()

    offering(person, broken)

    with pytest.raises(AssertionError):
        person.every_promise_is_kept()


def test_a_lost_answer_is_found_out(person):
    person.take_from_the_shelf(0, "finish")
    person.every_promise_is_kept()

    with person.vault.connection.writing():
        person.vault.connection.execute("DELETE FROM answer WHERE id = (SELECT max(id) FROM answer)")

    with pytest.raises(AssertionError):
        person.no_answer_is_lost()


def test_an_answer_that_moves_with_its_session_is_found_out(person):
    person.plan(2 * DAY)
    person.take_an_offer(0, "finish")
    person.move(0, 3 * DAY)
    person.every_promise_is_kept()

    person.journal.courses = CourseService(Courses(person.vault.connection), person.clock)
    person.plan(2 * DAY)
    person.take_an_offer(0, "finish")
    for which in range(2):
        person.move(which, 5 * DAY + which)

    with pytest.raises(AssertionError):
        person.what_was_answered_stays_where_it_was()
