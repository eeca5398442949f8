"""The way through the window, and the place that locking notes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.ids import FormId, ItemId, SessionId, Uid
from kat_journal.gui.navigation import Navigator, PageName, Place
from kat_journal.gui.workspace import decode, encode

SESSION = Place(PageName.SESSION, session_id=SessionId(4))
RUNNER = Place(PageName.RUNNER, form_id=FormId("core:intention"), session_id=SessionId(4))


@pytest.fixture
def navigator(qapp):
    navigator = Navigator()
    navigator.seen = []
    navigator.moved.connect(navigator.seen.append)
    return navigator


def test_back_leads_along_the_way_that_one_came(navigator):
    for place in (Place(PageName.SESSIONS), SESSION, RUNNER):
        navigator.go(place)

    navigator.back()
    navigator.back()

    assert navigator.seen[-2:] == [SESSION, Place(PageName.SESSIONS)]


def test_back_leads_to_today_where_there_is_no_way(navigator):
    navigator.back()

    assert navigator.seen == [Place(PageName.TODAY)]


def test_a_page_of_the_side_bar_begins_a_new_way(navigator):
    for place in (Place(PageName.SESSIONS), SESSION, Place(PageName.WRITE)):
        navigator.go(place)

    navigator.back()

    assert navigator.seen[-1] == Place(PageName.TODAY)


def test_back_from_support_returns_to_the_very_question(navigator):
    at_question = Place(PageName.RUNNER, form_id=FormId("core:intention"), item_id=ItemId("intention"), caret=7)
    navigator.go(RUNNER)
    navigator.note(at_question)
    navigator.go(Place(PageName.SUPPORT))

    navigator.back()

    assert navigator.seen[-1] == at_question


def test_a_note_of_another_page_is_no_part_of_the_way(navigator):
    navigator.note(RUNNER)
    navigator.go(Place(PageName.SESSIONS))
    navigator.note(RUNNER)
    navigator.go(SESSION)

    navigator.back()

    assert navigator.seen[-1] == Place(PageName.SESSIONS)


places = st.builds(
    Place,
    name=st.sampled_from(PageName),
    session_id=st.none() | st.integers(1).map(SessionId),
    form_id=st.none() | st.text(min_size=1).map(FormId),
    response_uid=st.none() | st.uuids().map(str).map(Uid),
    item_id=st.none() | st.text(min_size=1).map(ItemId),
    caret=st.integers(0),
    line=st.text(),
)


@given(place=places)
def test_a_noted_place_is_read_back_as_it_was(place):
    assert decode(encode(place)) == place


@pytest.mark.parametrize(
    "stored",
    ["", "{", "null", "[]", "7", '"today"', "{}", '{"name": "nowhere"}', '{"name": "today", "colour": "red"}'],
)
def test_a_place_that_makes_no_sense_is_today(stored):
    assert decode(stored) == Place(PageName.TODAY)


def test_a_note_says_no_more_than_it_must():
    assert json.loads(encode(Place(PageName.SHARE))) == {"name": "share"}
