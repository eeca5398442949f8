import pytest

from kat_journal.domain.form import Kind
from kat_journal.domain.response import ShareMark
from kat_journal.services.written import FIRST_WORDS


@pytest.fixture
def newest(journal):
    return journal.written.newest


def test_what_was_written_last_comes_first(newest, writer, clock):
    for words in ("one", "two", "three"):
        writer.free_page(words)
        clock.pass_time(minutes=1)

    assert [row.words for row in newest()] == ["three", "two", "one"]


def test_a_long_list_is_read_in_pieces(newest, writer):
    for words in ("one", "two", "three"):
        writer.free_page(words)

    first = newest(limit=2)

    assert [row.words for row in (*first, *newest(limit=2, before=first[-1].id))] == ["three", "two", "one"]


def test_a_row_says_what_it_is(newest, writer, held):
    draft = writer.begin("check-in.next-day", held)
    writer.write(draft, "nausea", number=1)

    (row,) = newest()

    assert (row.uid, row.title, row.kind, row.day) == (draft.uid, draft.form.title, Kind.CHECK_IN, draft.day)
    assert (row.session_number, row.words, row.finished, row.shared) == (1, "", False, False)


def test_a_page_of_a_cancelled_session_has_no_number(newest, journal, writer, held):
    writer.free_page("words", held)
    journal.courses.cancel(held.id)

    assert newest()[0].session_number is None


def test_a_row_is_shared_when_any_of_its_answers_is(newest, journal, writer):
    draft = writer.free_page("words")
    journal.responses.set_share(draft.uid, "words", ShareMark.SHARE)

    assert newest()[0].shared


def test_the_first_words_stand_on_one_line(newest, writer):
    writer.free_page("  The river.\n\n\tI was in it.")

    assert newest()[0].words == "The river. I was in it."


def test_long_words_are_cut(newest, writer):
    writer.free_page("river " * 1000)

    assert len(newest()[0].words) == FIRST_WORDS


def test_a_note_counts_as_words(newest, writer, held):
    writer.write(writer.begin("check-in.next-day", held), "nausea", number=2, note="in the car")

    assert newest()[0].words == "in the car"


def test_white_space_alone_is_no_words(newest, writer):
    writer.free_page(" \n ")

    assert newest()[0].words == ""


def test_guarded_words_never_stand_in_a_list(newest, journal, writer):
    plan = journal.responses.new("core:plan-for-hard-hours").draft
    writer.write(plan, "hard-signs", "a sentinel")

    assert newest()[0].words == ""


def test_a_page_of_taps_alone_shows_its_first_choice(newest, writer, held):
    writer.write(writer.begin("after-session", held), "with-you", options=("here",))

    assert newest()[0].words == "Yes, someone is here"


def test_a_guarded_choice_never_stands_in_a_list(newest, writer, held):
    writer.write(writer.begin("check-in.next-day", held), "safety", options=("yes",))

    assert newest()[0].words == ""


def test_the_last_words_are_of_the_kinds_that_are_asked_for(journal, writer, held, clock):
    assert journal.written.last_words(frozenset(Kind)) is None
    writer.free_page("a page")
    clock.pass_time(minutes=1)
    writer.write(writer.begin("intention", held), "intention", "an intention")

    assert journal.written.last_words(frozenset({Kind.PAGE})).words == "a page"
    assert journal.written.last_words(frozenset({Kind.INTENTION})).words == "an intention"
    assert journal.written.last_words(frozenset({Kind.RECORD})) is None
