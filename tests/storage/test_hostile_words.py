"""Whatever a person types, or pastes, or a broken keyboard sends, comes back."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.response import Answer
from kat_journal.storage.opening import open_vault
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from kat_journal.storage.values import clean
from tests.storage.making import NAUSEA, NOW, PASSPHRASE, WORDS, draft

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def connection(made, tmp_path_factory):
    folder = Path(shutil.copytree(made, tmp_path_factory.mktemp("hostile") / "Journal"))
    vault = open_vault(folder, PASSPHRASE)
    yield vault.connection
    vault.close()


@given(words=ANYTHING)
def test_cleaning_changes_only_halves_of_characters(words):
    cleaned = clean(words)
    cleaned.encode()
    assert clean(cleaned) == cleaned
    if not any("\ud800" <= letter <= "\udfff" for letter in words):
        assert cleaned == words


def test_cleaning_joins_halves_that_belong_together_and_marks_the_others():
    assert clean("\ud83c\udf0a and \ud83c and \udf0a") == "\U0001f30a and \ufffd and \ufffd"


@FEW
@given(text=ANYTHING, note=ANYTHING)
def test_answers_come_back_and_are_found(connection, text, note):
    responses, mine = Responses(connection), draft()
    stored = responses.save_answer(mine, Answer(NAUSEA, text=text + " sentinel", note=note), NOW)
    assert stored.answers[NAUSEA].text == clean(text) + " sentinel"
    assert stored.answers[NAUSEA].note == clean(note)
    assert mine.uid in {hit.response_uid for hit in Search(connection).find("sentinel", 100_000)}


@FEW
@given(asked=ANYTHING)
def test_any_question_to_the_search_has_an_answer(connection, asked):
    Search(connection).find(asked)


@FEW
@given(words=ANYTHING)
def test_every_other_place_for_words_keeps_them(connection, words):
    practices = Practices(connection)
    made = practices.add_practice(words, NOW), practices.add_question(words, NOW)
    assert made[0] in practices.practices()
    assert made[1] in practices.questions()
    Settings(connection).put("words", words)
    assert Settings(connection).get("words") == clean(words)


@FEW
@given(options=st.lists(ANYTHING.filter(bool), min_size=1, max_size=3), started=ANYTHING, gone=ANYTHING)
def test_details_come_back(connection, options, started, gone):
    answer = Answer(WORDS, options=tuple(options), started=started, gone=gone)
    stored = Responses(connection).save_answer(draft(), answer, NOW).answers[WORDS]
    assert stored.options == tuple(map(clean, options))
    assert (stored.started, stored.gone) == (clean(started), clean(gone))
