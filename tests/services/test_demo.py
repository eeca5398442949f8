import re
from datetime import date, timedelta
from uuid import UUID

import pytest

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.form import Kind
from kat_journal.domain.response import ShareMark
from kat_journal.errors import AlreadyExistsError
from kat_journal.services.demo import PASSPHRASE, demo_clock, make, told_uids
from kat_journal.services.journal import OpenJournal
from kat_journal.services.parts import PartState
from kat_journal.services.story import load_story
from kat_journal.services.today import Moment
from kat_journal.storage.opening import open_vault

TODAY = date(2026, 11, 23)
SECRET = "sealed-words.private-key"  # the one row that must differ


@pytest.fixture
def told(tmp_path, resources, library, messages, kdf):
    """Makes a demo and opens it at the moment where its story ends."""
    vaults = []

    def told(name="Told", today=TODAY):
        make(tmp_path / name, library, messages, resources, today, kdf)
        vaults.append(open_vault(tmp_path / name, PASSPHRASE))
        clock = demo_clock(resources, today)
        return vaults[-1].connection, OpenJournal(vaults[-1], library, messages, clock, lambda: "GB")

    yield told
    for vault in vaults:
        vault.close()


def rows(connection):
    names = connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'answer_search%'")
    found = {}
    for (name,) in sorted(map(tuple, names)):
        found[name] = [tuple(row) for row in connection.rows(f'SELECT * FROM "{name}"') if row[0] != SECRET]
    return found


def summary(journal):
    material = journal.summaries.material(journal.summaries.default_period())
    chosen = frozenset(one.key for one in journal.summaries.candidates(material) if one.ticked)
    return journal.exports.render(journal.summaries.compose(material, chosen))


def test_the_same_day_gives_the_same_rows_and_the_same_summary(told):
    first, first_journal = told("one")
    second, second_journal = told("two")

    assert rows(first) == rows(second)
    assert summary(first_journal) == summary(second_journal)


def test_every_day_has_its_demo_summer_time_and_leap_days_included(told):
    for number, day in enumerate([date(2026, 4, 2), date(2028, 2, 29), date(2027, 1, 1)]):
        _, journal = told(str(number), day)

        view = journal.today.view()
        assert (view.moment, view.number, view.today) == (Moment.DAY_AFTER, 4, day)
        assert view.offers[0].form_id == "core:check-in.next-day"


def test_today_is_the_day_after_the_fourth_session(demo):
    view = demo.today.view()

    assert (view.moment, view.number, view.days, view.ask_about) == (Moment.DAY_AFTER, 4, 1, None)
    assert view.offers[0].form_id == "core:check-in.next-day"
    assert local_day(view.offers[0].closes, view.zone) == TODAY + timedelta(days=1)
    assert (view.last.words, view.last.day) == (
        "The river. I was in it and it was also me breathing.",
        TODAY - timedelta(days=1),
    )
    assert [mark.held for mark in view.marks] == [True] * 4 + [False] * 2
    assert [(one.when.strftime("%A %H:%M"), one.session_number, one.who) for one in view.coming[:2]] == [
        ("Thursday 09:30", 5, ""),
        ("Friday 15:00", None, "Nadia"),
    ]
    assert (view.practices[0].words, view.practices[0].last_done) == ("Ten minutes outside", TODAY)


def test_six_sessions_are_planned_and_four_were_held(demo):
    (course,) = demo.courses.courses()
    sessions = demo.courses.sessions()

    assert course.planned_sessions == len(sessions) == 6
    assert [one.status for one in sessions] == [SessionStatus.HELD] * 4 + [SessionStatus.PLANNED] * 2
    assert {one.course_id for one in sessions} == {course.id}


def test_every_part_was_answered_in_its_time_but_those_that_are_open_now(demo):
    told = [part for session in demo.courses.sessions() for part in demo.parts.of_session(session.id)]

    assert {part.days_after for part in told} == {0}
    answered, waiting = {PartState.ANSWERED}, {PartState.OPEN, PartState.NOT_YET}
    assert {part.state for part in told} == answered | waiting


def test_the_whole_course_is_told(demo):
    told = {row.form_id for row in demo.written.newest()}

    assert {"core:baseline", "core:check-in.baseline", "core:check-in.month", "core:reflection.month"} <= told
    assert [later.returns_on for later in demo.practices.returned()] == [TODAY]
    assert len(demo.practices.carried().laters) == 2
    assert {offer.session_id for offer in demo.today.view().offers} == {4, 5}, "nothing of the course itself waits"


def test_there_is_something_of_every_kind(demo):
    assert {row.kind for row in demo.written.newest()} == set(Kind)
    assert len(demo.courses.appointments()) == 2
    assert len(demo.practices.practices()) == 2
    assert {question.share for question in demo.practices.questions()} == {True, False}


def test_some_answers_may_be_shared_and_others_are_private(demo):
    marks = [answer.share for row in demo.written.newest() for answer in demo.responses.open(row.uid).answers.values()]

    assert marks.count(ShareMark.SHARE) > 20
    assert marks.count(ShareMark.PRIVATE) > 100


def test_nobody_in_the_demo_is_in_danger(demo):
    cards = [card for row in demo.written.newest() for card in demo.responses.open(row.uid).cards]

    assert cards == []
    assert demo._vault.connection.rows("SELECT * FROM advice_card") == []


def test_the_summary_holds_what_is_shared_and_nothing_private(told):
    text = summary(told()[1]).decode()

    assert "Why the coat. Whether to tell my sister." in text
    assert "19 of 27" in text
    assert "The river" not in text
    assert "a visitor" not in text


def test_every_number_is_from_a_range_reserved_for_fiction(resources):
    text = (resources / "demo" / "en.toml").read_text(encoding="utf-8")

    numbers = re.findall(r"\b0\d[\d ]{7,}\d", text)
    assert len(numbers) >= 3
    assert all(number.startswith(("07700 900", "020 7946 0")) for number in numbers)


def test_the_story_names_no_dose(resources):
    text = (resources / "demo" / "en.toml").read_text(encoding="utf-8")

    assert re.findall(r"\d\s?(mg|ml|milligram)", text) == []
    assert not any("dose" in page.answers for page in load_story(resources).pages)


def test_the_uids_look_like_any_other_and_differ(demo):
    uids = [row.uid for row in demo.written.newest()] + [one.uid for one in demo.support.contacts()]

    assert len(set(uids)) == len(uids)
    assert {UUID(uid).version for uid in uids} == {4}


def test_another_seed_gives_other_uids():
    assert told_uids("one")() == told_uids("one")()
    assert told_uids("one")() != told_uids("two")()


def test_a_demo_is_never_made_over_something_else(tmp_path, resources, library, messages, kdf):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(AlreadyExistsError):
        make(tmp_path, library, messages, resources, TODAY, kdf)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
