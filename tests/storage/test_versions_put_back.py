"""Earlier words: read, and put back without losing what took their place."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Answer
from kat_journal.storage.answers import VERSIONS_KEPT
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Search
from kat_journal.storage.values import clean
from kat_journal.storage.versions import Versions
from tests.storage.making import NAUSEA, NOW, WORDS, draft

ANY_LETTER = st.characters(exclude_categories=())
LONG = "a sentence that took a while to write"


class Page:
    """One response whose words change as a person writes on; every text is kept as a version."""

    def __init__(self, connection):
        self.draft = draft()
        self.responses = Responses(connection)
        self.versions = Versions(connection)
        self._now = NOW

    def write(self, *texts, item=WORDS, **more):
        for text in texts:
            self._now += timedelta(minutes=11)
            self.responses.save_answer(self.draft, Answer(item, text=text, **more), self._now)

    def texts(self):
        return [version.text for version in self.versions.of_response(self.draft.uid)]

    def put_back(self, text):
        self._now += timedelta(minutes=1)
        wanted = next(one for one in self.versions.of_response(self.draft.uid) if one.text == text)
        return self.versions.put_back(self.draft.uid, wanted.id, self._now)

    @property
    def present(self):
        return self.responses.response(self.draft.uid).answers[WORDS]


@pytest.fixture
def page(connection):
    return Page(connection)


def test_versions_are_read_newest_first_with_their_instants(page):
    page.write("one", "two", "three")

    first, second = page.versions.of_response(page.draft.uid)

    assert [(first.text, first.written_at), (second.text, second.written_at)] == [
        ("two", NOW + timedelta(minutes=22)),
        ("one", NOW + timedelta(minutes=11)),
    ]
    assert (first.item_id, first.note) == (WORDS, "")


def test_a_response_without_versions_has_none_and_an_unknown_one_neither(page):
    page.write("one")

    assert page.texts() == []
    assert page.versions.of_response(Uid("nobody")) == ()


def test_what_is_put_back_is_present_and_the_later_words_are_a_version(page):
    page.write("one", "two", LONG)

    kept = page.put_back("one")

    assert page.present.text == "one"
    assert page.texts() == [LONG, "two", "one"]
    assert page.versions.of_response(page.draft.uid)[0].id == kept


def test_the_present_words_are_kept_however_fresh_they_are(page):
    page.write("one", "two")
    page.responses.save_answer(page.draft, Answer(WORDS, text="two and"), page._now)

    page.put_back("one")

    assert page.texts()[0] == "two and"


def test_going_to_and_fro_loses_nothing_and_pushes_nothing_out(page):
    texts = [f"{LONG} {number}" for number in range(VERSIONS_KEPT + 1)]
    page.write(*texts)
    assert len(page.texts()) == VERSIONS_KEPT

    for _ in range(VERSIONS_KEPT):
        page.put_back(texts[3])
        page.put_back(texts[-1])

    assert {*page.texts(), page.present.text} == set(texts)


def test_putting_back_what_is_there_already_changes_nothing(page):
    page.write("one", "two", LONG)
    page.put_back("one")
    before, present = page.versions.of_response(page.draft.uid), page.present

    assert page.put_back("one") is None

    assert (page.versions.of_response(page.draft.uid), page.present) == (before, present)


def test_words_that_were_taken_away_come_back_with_nothing_to_keep(page):
    page.write(LONG)
    page.responses.clear_answer(page.draft.uid, WORDS)

    assert page.put_back(LONG) is None
    assert page.present.text == LONG
    assert page.texts() == [LONG]


def test_a_question_that_was_skipped_since_is_answered_again(page):
    page.write(LONG)
    page.responses.save_answer(page.draft, Answer(WORDS, skipped=True), NOW)

    page.put_back(LONG)

    assert (page.present.text, page.present.skipped) == (LONG, False)


def test_a_note_comes_back_and_the_number_stays(page):
    for answer in (Answer(NAUSEA, number=1, note=LONG), Answer(NAUSEA, number=4)):
        page.responses.save_answer(page.draft, answer, NOW)
    (version,) = page.versions.of_response(page.draft.uid)

    page.versions.put_back(page.draft.uid, version.id, NOW)

    back = page.responses.response(page.draft.uid).answers[NAUSEA]
    assert (back.number, back.note) == (4, LONG)


def test_words_that_are_put_back_are_found_and_those_that_went_are_not(page, connection):
    page.write("heron " + LONG, "kestrel")
    search = Search(connection)
    assert (len(search.find("heron")), len(search.find("kestrel"))) == (0, 1)

    page.put_back("heron " + LONG)

    assert (len(search.find("heron")), len(search.find("kestrel"))) == (1, 0)


def test_a_version_of_another_response_or_of_one_in_the_bin_is_refused(page):
    page.write("one", "two")
    (version,) = page.versions.of_response(page.draft.uid)
    page.responses.save_answer(other := draft(), Answer(WORDS, text="other"), NOW)

    with pytest.raises(KeyError):
        page.versions.put_back(other.uid, version.id, NOW)
    page.responses.trash(page.draft.uid, NOW)
    with pytest.raises(KeyError):
        page.versions.put_back(page.draft.uid, version.id, NOW)

    assert page.present.text == "two"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(ANY_LETTER, min_size=1), min_size=2, max_size=6, unique_by=clean))
def test_any_words_come_back_as_they_were(connection, words):
    page = Page(connection)
    page.write(*words)
    everything = {clean(text) for text in words}
    for text in dict.fromkeys(page.texts()):
        page.put_back(text)
        assert page.present.text == text
        assert {*page.texts(), text} == everything
