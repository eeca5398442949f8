"""Where a person is, in one sentence, and the words on the cards."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from kat_journal.domain.form import Kind, Phase
from kat_journal.domain.response import Answer
from kat_journal.gui.practice_words import done_when
from kat_journal.gui.today.sentences import (
    action,
    invitation,
    its_session,
    sentence,
    until,
    whose,
    written_when,
)
from tests.helpers.clock import november

MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def british(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def said(journal, messages):
    """Says today's sentence."""
    return lambda: sentence(journal.today.view(), messages)


def held_on_the_22nd(journal, clock):
    session = journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    return journal.courses.just_had() or session


def test_a_new_journal_welcomes(said):
    assert said() == "Welcome. This is your page."


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (23, "Today at 14:30 is your first session."),
        (24, "Tomorrow at 14:30 is your first session."),
        (25, "Your first session is in 2 days."),
        (30, "Your first session is in 7 days."),
    ],
)
def test_before_a_session_it_says_when(said, journal, day, words):
    journal.courses.plan(november(day, 14, 30))

    assert said() == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (november(22, 12), "You have just had your first session."),
        (november(22, 19), "The evening after your first session"),
        (november(23, 9), "The day after your first session"),
        (november(25, 9), "3 days after your first session"),
        (november(30, 9).replace(month=12), "Between sessions"),
    ],
)
def test_after_a_session_it_says_how_long_ago(said, journal, clock, now, words):
    held_on_the_22nd(journal, clock)
    clock.set(now)

    assert said() == words


def test_the_time_is_that_of_where_the_person_is(said, journal, clock):
    journal.courses.plan(november(24, 9))
    clock.travel("Europe/Berlin")

    assert said() == "Tomorrow at 10:00 is your first session."


@pytest.fixture
def offers(journal, clock):
    """What is offered on the day after a session, by form; and the view it comes from."""
    held_on_the_22nd(journal, clock)
    clock.set(november(23, 10))
    view = journal.today.view()
    return {offer.form_id.removeprefix("core:"): offer for offer in view.offers}, view


def test_each_kind_of_form_has_its_own_word(offers):
    by_form, _ = offers

    assert action(by_form["check-in.next-day"]) == "Check in"
    assert action(by_form["reflection.next-day"]) == "Reflect"
    assert action(by_form["session-record"]) == "Begin"


def test_a_form_that_was_begun_is_gone_on_with(journal, clock):
    session = held_on_the_22nd(journal, clock)
    clock.set(november(23, 10))
    draft = journal.responses.begin("core:reflection.next-day", session_id=session.id).draft
    journal.responses.save(draft, Answer(next(draft.form.questions()).id, text="half"))
    [offer] = [o for o in journal.today.view().offers if o.form_id == "core:reflection.next-day"]

    assert action(offer) == "Go on writing"


def test_every_invitation_is_one_sentence_and_how_long_the_form_stays(offers):
    by_form, view = offers

    for offer in by_form.values():
        words = invitation(offer, view)
        assert words.count("Open until") == (offer.phase is not Phase.BEFORE)
        assert words[0].isupper()
        assert ".." not in words
        assert "?." not in words


@pytest.mark.parametrize(
    ("closes", "words"),
    [
        (november(23, 16), "Open until 16:00."),
        (november(24, 12), "Open until tomorrow."),
        (november(26, 12), "Open until Thursday."),
        (november(30, 12), "Open until 30 Nov."),
    ],
)
def test_how_long_a_form_stays_is_said_in_days(offers, closes, words):
    by_form, view = offers

    assert until(replace(by_form["session-record"], closes=closes), view) == words


def test_what_a_measure_asks_for_is_to_be_filled_in(offers):
    by_form, _ = offers

    assert action(replace(by_form["session-record"], kind=Kind.MEASURE)) == "Fill in"


@pytest.mark.parametrize(
    ("day", "words"),
    [(23, "You wrote today"), (22, "You wrote yesterday"), (13, "You wrote on Friday 13 November")],
)
def test_last_words_are_dated_in_words(day, words):
    assert written_when(date(2026, 11, day), MONDAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "Not done yet"),
        (23, "Last done today"),
        (22, "Last done yesterday"),
        (17, "Last done on Tuesday"),
        (10, "Last done on 10 Nov"),
    ],
)
def test_a_practice_says_when_it_was_last_done_and_counts_nothing(day, words):
    assert done_when(None if day is None else date(2026, 11, day), MONDAY) == words


def test_hundreds_of_sessions_are_counted_as_plainly_as_a_few(offers, messages):
    _, view = offers

    assert sentence(replace(view, number=251), messages) == "The day after your 251st session"
    assert its_session(252, messages) == "Your 252nd session"


def test_what_belongs_to_a_course_says_only_its_time(offers, messages):
    by_form, view = offers
    of_course = replace(by_form["session-record"], session_number=0, session_id=None, closes=november(24, 12))

    assert whose(of_course, view, messages) == "Open until tomorrow."


def test_what_closed_while_the_page_stood_open_says_the_time(offers):
    by_form, view = offers

    assert until(replace(by_form["session-record"], closes=november(22, 16)), view) == "Open until 16:00."
