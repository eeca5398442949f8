"""From a page that is being written to its earlier words, and back to the words that were brought back."""

import pytest

from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place

LONG = "The river, and I was in it for a long time."


@pytest.fixture
def write(journal):
    """Writes texts one over the other; gives the draft."""

    def write(form, item_id, *texts, session=None):
        draft = journal.responses.begin(f"core:{form}", session_id=session.id if session else None).draft
        for text in texts:
            journal.responses.save(draft, Answer(ItemId(item_id), text=text))
        return draft

    return write


def test_a_page_with_earlier_words_leads_to_them(run, write, moves):
    draft = write("free-page", "words", LONG, "The coat.")
    runner = run(Place(PageName.RUNNER, response_uid=draft.uid))
    runner.type("More. ")

    runner.click("earlier-versions")

    assert moves == [Place(PageName.VERSIONS, response_uid=draft.uid)]


def test_what_is_typed_is_kept_before_the_way_leads_on(run, write, journal, moves):
    draft = write("free-page", "words", LONG, "The coat.")
    runner = run(Place(PageName.RUNNER, response_uid=draft.uid))

    runner.type("More. ")
    runner.click("earlier-versions")

    (question,) = journal.versions.versions(draft.uid).questions
    assert question.present == "More. The coat."


def test_a_page_without_earlier_words_offers_none(run, write):
    draft = write("free-page", "words", LONG)

    assert not run(Place(PageName.RUNNER, response_uid=draft.uid)).sees("earlier-versions")


def test_the_hours_after_a_session_offer_none(run, write, session):
    draft = write("after-session", "three-words", LONG, "wet", session=session)
    runner = run(Place(PageName.RUNNER, response_uid=draft.uid))

    assert not runner.sees("earlier-versions")
