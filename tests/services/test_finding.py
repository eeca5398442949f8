"""Finding what was written again, by words and by where it stands."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.form import Kind
from kat_journal.domain.response import ShareMark
from kat_journal.domain.seeking import Within


@pytest.fixture
def find(journal):
    return journal.written.find


def words(rows):
    return [row.words for row in rows]


def marked(row):
    return [row.words[start:end] for start, end in row.marks]


def test_the_words_around_what_was_found_are_shown_and_marked(find, writer):
    writer.free_page("We walked along the river.\nThe rivers of home came to mind.")
    writer.free_page("Something else")

    (row,) = find("riv")

    assert row.words == "We walked along the river. The rivers of home came to mind."
    assert marked(row) == ["river", "rivers"]


def test_a_word_is_found_without_its_accents_and_marked_with_them(find, writer):
    writer.free_page("A Caf\u00e9 by the sea")

    assert marked(find("cafe")[0]) == ["Caf\u00e9"]


def test_a_script_without_spaces_is_found_and_marked(find, writer):
    writer.free_page("\u5728\u6cb3\u8fb9\u5750\u7740" * 30)

    assert marked(find("\u6cb3\u8fb9")[0]) == ["\u6cb3\u8fb9"]


def test_a_page_stands_once_however_often_it_holds_the_words(find, writer, held):
    draft = writer.begin("reflection.next-day", held)
    first, second = [item.id for item in draft.form.questions() if item.type.value == "text"][:2]
    writer.write(draft, first, "the coat")
    writer.write(draft, second, "the coat again")

    assert words(find("coat")) == ["the coat again"]


def test_nothing_looked_for_is_nothing_found(find, writer):
    writer.free_page("words")

    assert find("  ") == ()


def test_what_is_in_the_bin_is_not_found(find, journal, writer):
    draft = writer.free_page("words")
    journal.responses.trash(draft.uid)

    assert find("words") == ()


@pytest.fixture
def some(journal, writer, held, clock):
    """A page of no session, a reflection of the first one that may be shared, and a page of a day later."""
    writer.free_page("apple one")
    draft = writer.begin("reflection.next-day", held)
    item = next(item.id for item in draft.form.questions() if item.type.value == "text")
    writer.write(draft, item, "apple two")
    journal.responses.set_share(draft.uid, item, ShareMark.SHARE)
    clock.pass_time(hours=30)
    writer.free_page("apple three")
    return held


@pytest.mark.parametrize("look", ["newest", "find"])
@pytest.mark.parametrize(
    ("where", "there"),
    [
        ({}, ["apple three", "apple two", "apple one"]),
        ({"kinds": frozenset({Kind.PAGE})}, ["apple three", "apple one"]),
        ({"kinds": frozenset({Kind.PAGE, Kind.REFLECTION})}, ["apple three", "apple two", "apple one"]),
        ({"kinds": frozenset({Kind.MEASURE})}, []),
        ({"session_id": "held"}, ["apple two"]),
        ({"until": "held"}, ["apple two", "apple one"]),
        ({"may_share": True}, ["apple two"]),
        ({"may_share": True, "kinds": frozenset({Kind.PAGE})}, []),
    ],
)
def test_it_can_be_narrowed_down(journal, some, where, there, look):
    where = dict(where)
    if "session_id" in where:
        where["session_id"] = some.id
    if "until" in where:
        where["until"] = journal.written.newest()[-1].day
    within = Within(**where)

    rows = journal.written.newest(within=within) if look == "newest" else journal.written.find("apple", within)

    assert words(rows) == there


def test_a_narrowed_list_is_read_in_pieces_too(journal, some):
    within = Within(kinds=frozenset({Kind.PAGE}))
    (first,) = journal.written.newest(1, within=within)

    assert words(journal.written.newest(5, first.id, within)) == ["apple one"]


TYPED = st.characters(exclude_categories=("Cs",), exclude_characters="\0")  # the index shows words up to a NUL


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.text(TYPED, min_size=1, max_size=80),
    st.text(TYPED, min_size=1, max_size=8),
)
def test_a_row_shows_only_words_that_were_typed_and_marks_lie_within_them(find, writer, text, asked):
    typed = f"{text} {asked}"
    writer.free_page(typed)
    plain = "".join(" " if letter.isspace() else letter for letter in typed)

    for row in find(asked):
        assert all(0 <= start < end <= len(row.words) for start, end in row.marks)
    assert any(row.words.strip("\u2026") in plain for row in find(asked)) or not asked.strip()


def test_words_that_a_person_typed_come_back_as_they_are_even_signs_that_mark(find, writer):
    odd = "before \ufdd0 inside \ufdd1 after"
    writer.free_page(odd)

    (row,) = find("inside")

    assert row.words == odd
