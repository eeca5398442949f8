from datetime import timedelta

from kat_journal.domain.flags import Raised
from kat_journal.domain.ids import AdviceId, Uid
from kat_journal.domain.response import Answer
from kat_journal.storage.responses import Responses
from tests.storage.making import NAUSEA, NOW, WORDS, draft

RING, MENTION = AdviceId("ring-now"), AdviceId("mention")
DAY = timedelta(days=1)


def test_a_card_is_open_until_it_is_closed_and_again_when_shown_again(connection):
    responses, mine = Responses(connection), draft()
    responses.save_answer(mine, Answer(NAUSEA, number=4), NOW)
    responses.show_card(mine.uid, NAUSEA, RING, NOW)
    responses.show_card(mine.uid, WORDS, MENTION, NOW)
    responses.show_card(mine.uid, NAUSEA, RING, NOW)
    assert responses.open_cards(mine.uid) == (Raised(NAUSEA, RING), Raised(WORDS, MENTION))

    responses.close_card(mine.uid, NAUSEA, RING, NOW)
    assert responses.open_cards(mine.uid) == (Raised(WORDS, MENTION),)
    responses.show_card(mine.uid, NAUSEA, RING, NOW)
    assert len(responses.open_cards(mine.uid)) == 2


def test_what_was_shown_on_a_day_is_known_whether_closed_or_not(connection):
    responses, mine = Responses(connection), draft()
    responses.save_answer(mine, Answer(NAUSEA, number=4), NOW)
    responses.show_card(mine.uid, NAUSEA, RING, NOW)
    responses.close_card(mine.uid, NAUSEA, RING, NOW)
    assert responses.shown_on(NOW, NOW + DAY) == {RING}
    assert responses.shown_on(NOW - DAY, NOW) == frozenset()


def test_a_response_that_is_not_stored_has_no_cards(connection):
    responses = Responses(connection)
    responses.show_card(Uid("nobody"), NAUSEA, RING, NOW)
    assert responses.open_cards(Uid("nobody")) == ()
