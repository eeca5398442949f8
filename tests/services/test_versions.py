import pytest

from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Answer
from kat_journal.errors import KatJournalError
from kat_journal.services.versions import VersionService
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots
from kat_journal.storage.versions import Versions
from tests.helpers.clock import november

FIRST, SECOND = "The river, and I was in it for a long time.", "The coat."


@pytest.fixture
def page(writer, clock):
    """A free page that held other words at half past ten and holds the coat now."""
    draft = writer.free_page(FIRST)
    clock.pass_time(minutes=20)
    writer.write(draft, "words", SECOND)
    return draft


def test_a_page_shows_its_questions_with_the_earlier_words(journal, page):
    history = journal.versions.versions(page.uid)

    assert journal.versions.has_any(page.uid)
    assert (history.title, history.day) == (page.form.title, page.day)
    (question,) = history.questions
    assert (question.item_id, question.ask) == ("words", page.form.item("words").ask)
    assert question.present == SECOND
    assert [(one.words, one.written_at) for one in question.earlier] == [(FIRST, november(23, 10, 30))]


def test_a_page_without_earlier_words_shows_no_question(journal, writer):
    draft = writer.free_page(FIRST)

    assert journal.versions.versions(draft.uid).questions == ()
    assert not journal.versions.has_any(draft.uid)


def test_a_page_that_is_not_there_or_is_in_the_bin_shows_nothing(journal, page):
    journal.responses.trash(page.uid)

    assert journal.versions.versions(page.uid) is None
    assert journal.versions.versions(Uid("nobody")) is None


def test_earlier_words_come_back_and_the_present_ones_can_follow(journal, page, clock):
    (question,) = journal.versions.versions(page.uid).questions
    clock.pass_time(minutes=1)

    undo = journal.versions.bring_back(page.uid, question.earlier[0].id)

    (question,) = journal.versions.versions(page.uid).questions
    assert (question.present, [one.words for one in question.earlier]) == (FIRST, [SECOND])
    assert question.earlier[0].id == undo
    journal.versions.bring_back(page.uid, undo)
    (question,) = journal.versions.versions(page.uid).questions
    assert (question.present, [one.words for one in question.earlier]) == (SECOND, [FIRST])


def test_words_that_were_emptied_are_listed_with_nothing_present(journal, page):
    journal.responses.clear(page, "words")

    (question,) = journal.versions.versions(page.uid).questions

    assert (question.present, [one.words for one in question.earlier]) == ("", [SECOND, FIRST])


def test_a_question_whose_words_are_the_present_ones_again_has_nothing_to_bring_back(journal, writer):
    draft = writer.free_page(FIRST)
    journal.responses.clear(draft, "words")
    (question,) = journal.versions.versions(draft.uid).questions

    journal.versions.bring_back(draft.uid, question.earlier[0].id)

    (question,) = journal.versions.versions(draft.uid).questions
    assert (question.present, question.earlier) == (FIRST, ())


def test_questions_stand_in_the_order_in_which_they_are_asked(journal, writer, held, clock):
    draft = writer.begin("check-in.next-day", held)
    texts = [item.id for item in draft.form.questions() if item.note][:2]
    for item_id in reversed(texts):
        writer.write(draft, item_id, number=1, note=FIRST)
        writer.write(draft, item_id, number=1, note=SECOND)

    history = journal.versions.versions(draft.uid)

    assert [one.item_id for one in history.questions] == texts
    assert [one.present for one in history.questions] == [SECOND, SECOND]


def test_words_of_a_question_that_the_form_does_not_know_are_not_hidden(journal, page, vault):
    with vault.connection.writing():
        vault.connection.execute("UPDATE answer_version SET item_id = 'of-another-time'")

    (question,) = journal.versions.versions(page.uid).questions

    assert (question.ask, question.present, question.earlier[0].words) == ("", "", FIRST)


class Full:
    """A disk that was full until a moment ago, and holds newer words of the same question."""

    def __init__(self, responses, draft):
        self._responses, self._draft = responses, draft
        self.unsaved = True

    def retry(self):
        if self.unsaved:
            self._responses.save_answer(self._draft, Answer("words", text="newest"), november(23, 11))
            self.unsaved = False


def test_words_that_the_disk_refused_cannot_land_on_what_was_brought_back(vault, journal, page, clock):
    responses = Responses(vault.connection)
    disk = Full(responses, page)
    service = VersionService(Versions(vault.connection), responses, Snapshots(vault.connection), clock, disk.retry)
    (question,) = service.versions(page.uid).questions

    service.bring_back(page.uid, question.earlier[0].id)
    disk.retry()

    (question,) = service.versions(page.uid).questions
    assert question.present == FIRST
    assert "newest" in [one.words for one in question.earlier]


def test_a_version_that_is_gone_is_no_mistake_of_the_person(journal, page):
    with pytest.raises(KeyError) as raised:
        journal.versions.bring_back(page.uid, 12345)

    assert not isinstance(raised.value, KatJournalError)
