"""Forms of a course itself: every so many days, counted from its first session that was held."""

from datetime import timedelta

import pytest

from kat_journal.content.library import Library
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.form import Anchor, Timing
from kat_journal.services.courses import CourseService
from kat_journal.services.offers import OfferService
from kat_journal.services.open_askings import OpenAskings
from kat_journal.services.settings import SettingsService
from kat_journal.storage.askings import AskedResponses
from kat_journal.storage.courses import Courses
from kat_journal.storage.settings import Settings
from kat_journal.storage.snapshots import Snapshots
from tests.helpers.clock import november
from tests.helpers.forms import form, item

DAY = timedelta(days=1)
MONTHLY = form(
    item("bladder"),
    form_id="test:month",
    timing=Timing(Anchor.COURSE_START, 30 * DAY, 33 * DAY, 37 * DAY, every=30),
)


class OneForm:
    """A library of one form."""

    forms = {MONTHLY.id: MONTHLY}  # noqa: RUF012 - stands for a library's mapping

    def form(self, form_id):
        return self.forms[form_id]


@pytest.fixture
def offers(vault, clock):
    connection = vault.connection
    courses = CourseService(Courses(connection), clock)
    library: Library = OneForm()
    askings = OpenAskings(AskedResponses(connection), Snapshots(connection))
    return OfferService(courses, askings, SettingsService(Settings(connection)), library, clock), courses


def open_on(offers, clock, day):
    service, courses = offers
    clock.set(november(1, 12) + day * DAY)
    today = clock.now().date()
    return [offer.occurrence for offer in service.open_now(courses.sessions(), (), clock.now(), today)]


def test_a_monthly_form_is_offered_each_month_of_a_course(offers, clock):
    _, courses = offers
    course = courses.begin_course("Autumn")
    session = courses.plan(november(1, 10), course.id)
    courses.hold(session.id)

    assert open_on(offers, clock, 29) == []
    assert open_on(offers, clock, 31) == ["course:1#2026-11-01"]
    assert open_on(offers, clock, 45) == []
    assert open_on(offers, clock, 61) == ["course:1#2026-12-01"]


def test_a_course_without_a_session_that_was_held_asks_nothing(offers, clock):
    _, courses = offers
    course = courses.begin_course("Autumn")
    courses.plan(november(1, 10), course.id)

    assert all(session.status is SessionStatus.PLANNED for session in courses.sessions())
    assert open_on(offers, clock, 31) == []
