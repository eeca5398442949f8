"""Forms on request: off until the person says that their clinic gives them."""

import pytest

from tests.helpers.clock import november

SHEETS = ["gad-7", "pcl-5", "phq-8", "phq-9", "who-5"]


@pytest.fixture
def measures(journal):
    return journal.measures


def offered(journal):
    return {offer.form_id.removeprefix("core:") for offer in journal.today.view().offers}


def test_every_score_sheet_is_there_and_off(measures):
    assert [(one.form_id, one.on) for one in measures.available()] == [(f"core:{name}", False) for name in SHEETS]
    assert measures.available()[3].title == "PHQ-9 score sheet"


def test_one_is_turned_on_and_off_and_the_others_stay_as_they_are(measures):
    measures.turn_on("core:phq-9")
    measures.turn_on("core:who-5")
    measures.turn_on("core:who-5")
    assert [one.on for one in measures.available()] == [False, False, False, True, True]

    measures.turn_off("core:phq-9")
    measures.turn_off("core:phq-9")
    assert [one.on for one in measures.available()] == [False, False, False, False, True]
    assert not measures.is_on("core:phq-9")
    assert measures.is_on("core:who-5")


def test_what_waits_for_no_request_may_always_be_offered(measures, library):
    assert measures.may_offer(library.form("core:intention"))
    assert not measures.may_offer(library.form("core:phq-9"))


def test_what_is_on_outlives_its_pack(measures, journal):
    measures.turn_on("gone:sheet")

    assert "gone:sheet" not in {one.form_id for one in measures.available()}
    assert measures.is_on("gone:sheet")
    journal.today.view()


def test_a_sheet_that_is_off_is_never_offered(journal, clock):
    journal.courses.plan(november(10, 9))
    for day in range(1, 10):
        clock.set(november(day, 12))
        assert not offered(journal) & set(SHEETS)


def test_a_sheet_that_is_on_is_offered_before_the_first_session_and_then_every_two_weeks(journal, clock):
    journal.measures.turn_on("core:phq-9")
    session = journal.courses.plan(november(3, 9))
    clock.set(november(3, 12))
    journal.courses.hold(session.id)
    days = []
    for day in range(1, 30):
        clock.set(november(day, 12))
        if "phq-9" in offered(journal):
            days.append(day)

    # Three days before to four after each fortnight, and never on the third or the fourth.
    assert days == [1, 2, 5, 6, 14, 15, 16, 17, 18, 19, 20, 28, 29]


def test_an_answered_sheet_is_offered_again_only_at_its_next_turn(journal, clock, writer):
    journal.measures.turn_on("core:phq-9")
    journal.courses.plan(november(10, 9))
    clock.set(november(8, 12))
    [offer] = [one for one in journal.today.view().offers if one.form_id == "core:phq-9"]
    draft = journal.responses.begin(offer.form_id, occurrence=offer.occurrence).draft
    journal.responses.finish(draft)

    assert "phq-9" not in offered(journal)


@pytest.mark.parametrize("shape", [(1, 4, 8, 11, 15, 18, 22, 25), (2, 9, 16, 23), (1, 2, 3, 14, 15)])
def test_nothing_that_looks_back_over_weeks_is_offered_beside_a_session(journal, clock, library, shape):
    """Twice weekly, weekly, and in a row: on the day itself and the day after there is none of them."""
    for sheet in SHEETS:
        journal.measures.turn_on(f"core:{sheet}")
    looking_back = {form.id.removeprefix("core:") for form in library.forms.values() if form.recall}
    for day in shape:
        clock.set(november(day, 8))
        session = journal.courses.plan(november(day, 9))
        journal.courses.hold(session.id)
    seen = set()
    for day in range(1, 31):
        clock.set(november(day, 20))
        found = offered(journal) & looking_back
        assert not (found and {day, day - 1} & set(shape)), day
        seen |= found

    assert seen >= set(SHEETS) - {"pcl-5"}
