from datetime import UTC, date, datetime, timedelta

import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.form import Section
from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer, Draft, ShareMark
from kat_journal.errors import NothingChosenError
from kat_journal.services.summaries import GROUPS, NAME, Choice, Heading, Period, SummaryService
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.snapshots import Snapshots

TODAY = date(2026, 11, 23)
MET = datetime(2026, 10, 30, 9, tzinfo=UTC)
PHQ = ("interest", "low-mood", "sleep", "energy", "appetite", "self-view", "concentration", "pace", "thoughts")


class Desk:
    """A vault and the service over it, with short ways to write things down."""

    def __init__(self, connection, library, clock, messages):
        self.library, self.clock = library, clock
        self.responses, self.courses = Responses(connection), Courses(connection)
        self.practices, self.settings = Practices(connection), Settings(connection)
        self.service = SummaryService(
            self.responses,
            Snapshots(connection),
            self.courses,
            self.practices,
            self.settings,
            Shares(connection),
            clock,
            messages,
        )

    def write(self, form, day, *answers, session_id=None, uid=None):
        at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=18)
        uid = Uid(uid or f"{form}-{day}")
        asked = self.library.form(FormId(f"core:{form}"))
        draft = Draft(uid, asked, day, at, "Europe/London", session_id=session_id)
        for answer in answers:
            self.responses.save_answer(draft, answer, at)
        return uid

    def score(self, day, points=1.0):
        return self.write("phq-9", day, *(Answer(ItemId(name), number=points) for name in PHQ))

    def hold(self, day, status=SessionStatus.HELD):
        at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=14)
        return self.courses.insert_session(
            course_id=None, status=status, scheduled_at=at, started_at=at, ended_at=None, zone="Europe/London"
        )

    def uids(self, period=None):
        return [one.response.uid for one in self.service.material(period or self.service.default_period()).answered]


@pytest.fixture
def desk(vault, library, clock, messages):
    return Desk(vault.connection, library, clock, messages)


def text(name, words, share=ShareMark.PRIVATE):
    return Answer(ItemId(name), text=words, share=share)


def test_the_usual_period_is_since_the_last_appointment(desk):
    desk.courses.insert_appointment(MET, "Europe/London")
    period = desk.service.default_period()
    assert (period.starts, period.ends) == (date(2026, 10, 30), TODAY)
    assert desk.service.label(period) == "Since the last appointment"


def test_a_summary_is_for_the_appointment_that_comes(desk):
    desk.courses.insert_appointment(MET, "Europe/London")
    coming = desk.courses.insert_appointment(datetime(2026, 11, 27, 15, tzinfo=UTC), "Europe/London", "Nadia")
    assert desk.service.material(desk.service.default_period()).appointment == coming
    assert desk.service.material(Period(date(2026, 10, 1), date(2026, 11, 1))).appointment is None


def test_the_whole_period_starts_with_the_first_page_or_session_ever(desk):
    assert desk.service.whole_period() == desk.service.default_period()
    desk.write("free-page", date(2024, 2, 29), text("words", "early"))
    desk.write("free-page", TODAY, text("words", "late"))
    binned = desk.write("free-page", date(2023, 1, 1), text("words", "binned"))
    desk.responses.trash(binned, desk.clock.now())
    assert desk.service.whole_period() == Period(date(2024, 2, 29), TODAY, "period.everything")
    desk.hold(date(2024, 2, 1))
    desk.hold(date(2024, 1, 1), SessionStatus.CANCELLED)
    assert desk.service.whole_period().starts == date(2024, 2, 1)


def test_today_is_counted_where_the_person_is(desk):
    desk.clock.set(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    desk.clock.travel("Asia/Tokyo")
    assert desk.service.default_period().ends == date(2026, 11, 24)


def test_a_range_takes_its_days_in_either_order(desk):
    period = desk.service.range_period(TODAY, date(2026, 11, 1))
    assert period == Period(date(2026, 11, 1), TODAY)
    assert desk.service.label(period) == "From 2026-11-01 to 2026-11-23"


def test_the_material_is_what_was_written_in_the_period_oldest_first(desk):
    desk.courses.insert_appointment(MET, "Europe/London")
    desk.write("free-page", date(2026, 10, 29), text("words", "before"))
    late = desk.write("free-page", TODAY, text("words", "late"))
    first = desk.write("free-page", date(2026, 10, 30), text("words", "first"))
    assert desk.uids() == [first, late]


def test_an_intention_written_earlier_belongs_to_the_period_of_its_session(desk):
    desk.courses.insert_appointment(MET, "Europe/London")
    held = desk.hold(date(2026, 10, 31))
    early = desk.write("intention", date(2026, 10, 27), text("intention", "lean"), session_id=held.id)
    assert desk.uids() == [early]


def test_what_was_written_after_the_last_day_is_not_in_it(desk):
    held = desk.hold(date(2026, 11, 20))
    desk.write("free-page", TODAY, text("words", "after"), session_id=held.id)
    assert desk.uids(Period(date(2026, 11, 1), date(2026, 11, 21))) == []


def test_what_is_in_the_bin_is_not_in_it(desk):
    uid = desk.write("free-page", TODAY, text("words", "gone"))
    desk.responses.trash(uid, desk.clock.now())
    assert desk.uids() == []


def test_the_first_and_the_previous_score_come_from_before_the_period(desk):
    desk.courses.insert_appointment(MET, "Europe/London")
    first, _, previous = (desk.score(date(2026, month, 1)) for month in (7, 8, 9))
    now = desk.score(date(2026, 11, 2))
    material = desk.service.material(desk.service.default_period())
    assert [one.response.uid for one in material.earlier] == [first, previous]
    assert [one.response.uid for one in material.answered] == [now]


def test_one_earlier_score_is_told_once_and_an_incomplete_one_not_at_all(desk):
    desk.courses.insert_appointment(MET, "Europe/London")
    only = desk.score(date(2026, 9, 1))
    desk.write("phq-9", date(2026, 8, 1), Answer(ItemId("interest"), number=1.0))
    desk.score(date(2026, 11, 2))
    material = desk.service.material(desk.service.default_period())
    assert [one.response.uid for one in material.earlier] == [only]


def test_questions_stay_until_they_were_asked(desk):
    open_one = desk.practices.add_question("Why?", desk.clock.now())
    asked = desk.practices.add_question("When?", desk.clock.now())
    desk.practices.set_question(asked.uid, asked=True)
    assert [one.uid for one in desk.service.material(desk.service.default_period()).questions] == [open_one.uid]


def test_a_practice_that_has_ended_belongs_to_the_days_it_was_done(desk):
    carried, done, old, never = (desk.practices.add_practice(words, MET) for words in ("a", "b", "c", "d"))
    desk.practices.mark_done(done.uid, date(2026, 11, 20))
    desk.practices.mark_done(old.uid, date(2026, 1, 20))
    for practice in (done, old, never):
        desk.practices.end(practice.uid)
    found = {one.uid for one in desk.service.material(desk.service.default_period()).practices}
    assert found == {carried.uid, done.uid}


def test_candidates_and_document_come_from_the_vault(desk):
    desk.settings.put(NAME, "Jo Muster")
    desk.write("free-page", TODAY, text("words", "shared words", ShareMark.SHARE), uid="p1")
    material = desk.service.material(desk.service.default_period())
    (candidate,) = desk.service.candidates(material)
    assert (candidate.key, candidate.ticked, candidate.section) == ("answer:p1:words", True, Section.WORDS)
    summary = desk.service.compose(material, frozenset({candidate.key}), Choice(Heading.NAME))
    assert summary.opening[0].text.startswith("Jo Muster, ")
    assert summary.sections[0].blocks[0].words == "shared words"


def test_a_document_of_nothing_is_refused(desk):
    material = desk.service.material(desk.service.default_period())
    for chosen in (frozenset(), frozenset({"answer:x:y"})):
        with pytest.raises(NothingChosenError):
            desk.service.compose(material, chosen)


def test_groups_of_numbers_and_the_heading_are_remembered_and_no_answer_is(desk):
    page = desk.write("free-page", TODAY, text("words", "words"))
    score = desk.score(TODAY)
    material = desk.service.material(desk.service.default_period())
    chosen = frozenset({f"answer:{page}:words", f"score:{score}:total"})
    desk.service.remember(desk.service.candidates(material), chosen, Choice(Heading.NOTHING))
    assert desk.settings.get(GROUPS) == "score:core:phq-9:total"
    assert desk.service.choice() == Choice(Heading.NOTHING)
    again = desk.service.candidates(desk.service.material(desk.service.default_period()))
    assert {one.key for one in again if one.ticked} == {f"score:{score}:total"}


def test_a_group_that_was_not_on_offer_is_not_forgotten_and_an_unticked_one_is(desk):
    desk.settings.put(GROUPS, "effects:core:old\nscore:core:phq-9:total")
    desk.score(TODAY)
    material = desk.service.material(desk.service.default_period())
    desk.service.remember(desk.service.candidates(material), frozenset(), Choice())
    assert desk.settings.get(GROUPS) == "effects:core:old"


def test_the_heading_is_initials_until_the_person_chooses(desk):
    assert desk.service.choice() == Choice(Heading.INITIALS)


def test_nothing_was_shared_before(desk):
    assert desk.service.records() == ()
