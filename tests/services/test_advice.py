from dataclasses import replace

from kat_journal.domain.flags import Level
from kat_journal.domain.response import Answer
from tests.helpers.clock import november

CHECK_IN = "core:check-in.next-day"


def advice(cards):
    return [(card.item, card.advice.id) for card in cards]


def test_an_emergency_card_comes_with_the_answer_and_stays_until_it_is_closed(responses, check_in):
    saved = responses.save(check_in, Answer("chest", number=1))

    assert advice(saved.emergency) == [("chest", "ring-now")]
    assert saved.emergency[0].advice.level is Level.EMERGENCY
    assert advice(responses.open(check_in.uid).cards) == [("chest", "ring-now")]

    responses.close_card(check_in, "chest", "ring-now")

    assert responses.open(check_in.uid).cards == ()


def test_an_emergency_card_comes_again_with_every_such_answer(responses, check_in):
    responses.save(check_in, Answer("chest", number=1))
    responses.close_card(check_in, "chest", "ring-now")

    assert advice(responses.save(check_in, Answer("chest", number=2)).emergency) == [("chest", "ring-now")]
    assert advice(responses.open(check_in.uid).cards) == [("chest", "ring-now")]


def test_an_answer_brings_no_card_of_another_answer(responses, check_in):
    responses.save(check_in, Answer("chest", number=1))

    assert responses.save(check_in, Answer("nausea", number=1)).emergency == ()


def test_a_card_holds_the_numbers_of_the_country(responses, check_in):
    (card,) = responses.save(check_in, Answer("chest", number=1)).emergency

    assert "999" in card.text
    assert "{" not in card.text


def test_other_cards_wait_for_the_end_of_the_form_and_show_once_a_day(responses, check_in, clock):
    saved = responses.save(check_in, Answer("still-unreal", number=1))
    assert saved.emergency == ()

    cards = responses.leave(check_in)
    assert advice(cards) == [("still-unreal", "still-unreal")]
    assert responses.leave(check_in) == cards, "what was not seen yet is not lost"
    responses.cards_shown(check_in, cards)
    clock.pass_time(hours=2)
    assert responses.finish(check_in) == ()
    assert responses.open(check_in.uid).cards == ()  # only emergencies stay open

    clock.pass_time(days=1)
    assert advice(responses.leave(check_in)) == [("still-unreal", "still-unreal")]


def test_a_day_ends_at_midnight_where_the_person_is(responses, check_in, clock):
    clock.travel("America/New_York")
    clock.set(november(24, 4, 30))  # half past eleven in the evening
    responses.save(check_in, Answer("still-unreal", number=1))
    responses.cards_shown(check_in, responses.leave(check_in))
    assert responses.leave(check_in) == ()

    clock.set(november(24, 5, 30))

    assert responses.leave(check_in) != ()


def test_two_answers_that_call_for_the_same_advice_show_it_once(responses, writer, held, clock):
    clock.set(november(29))
    week = writer.begin("check-in.week", held)
    writer.write(week, "unreal", number=1)
    writer.write(week, "confused", number=1)

    assert advice(responses.leave(week)) == [("unreal", "still-unreal")]


def test_leaving_a_form_that_was_never_answered_shows_nothing(responses, check_in):
    assert responses.leave(check_in) == ()


def test_an_emergency_card_does_not_come_again_on_leaving(responses, check_in):
    responses.save(check_in, Answer("chest", number=1))

    assert responses.leave(check_in) == ()


def test_an_old_form_whose_advice_no_pack_has_any_more_still_saves_opens_and_closes(responses, check_in):
    flags = tuple(replace(flag, advice="core:long-gone") for flag in check_in.form.flags)
    old = replace(check_in, form=replace(check_in.form, flags=flags))

    assert responses.save(old, Answer("chest", number=4)).emergency == ()
    assert responses.open(old.uid).cards == ()
    assert responses.finish(old) == ()


def test_a_closed_card_stays_closed_when_a_note_is_added_and_opens_when_the_answer_changes(responses, check_in):
    [card] = responses.save(check_in, Answer("chest", number=2)).emergency
    responses.close_card(check_in, "chest", card.advice.id)

    assert responses.save(check_in, Answer("chest", number=2, note="on the stairs")).emergency == ()
    assert responses.open(check_in.uid).cards == ()
    assert [card.advice.id for card in responses.save(check_in, Answer("chest", number=3)).emergency] == [
        card.advice.id
    ]
