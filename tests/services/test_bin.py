from datetime import date

import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import DeletedForGoodError, DiskFullError
from kat_journal.services.bin import DAYS
from kat_journal.services.unsaved import Unsaved


@pytest.fixture
def the_bin(journal):
    return journal.bin


@pytest.fixture
def trashed(journal, writer):
    """A free page that was moved to the bin."""
    draft = writer.free_page("The river.\nI was in it.")
    journal.responses.trash(draft.uid)
    return draft


def test_the_bin_says_what_lies_in_it(the_bin, journal, writer, held):
    draft = writer.free_page("The river.\nI was in it.", held)
    journal.responses.trash(draft.uid)

    (row,) = the_bin.trashed()

    assert (row.uid, row.title, row.day, row.session_number) == (draft.uid, draft.form.title, draft.day, 1)
    assert (row.words, row.moved_on, row.days_left) == ("The river. I was in it.", date(2026, 11, 23), DAYS)


def test_an_empty_bin_is_empty_and_can_be_emptied(the_bin):
    the_bin.empty()
    the_bin.purge_old()

    assert the_bin.trashed() == ()


def test_what_is_in_the_bin_comes_back(the_bin, journal, trashed):
    the_bin.restore(trashed.uid)

    assert the_bin.trashed() == ()
    assert [row.uid for row in journal.written.newest()] == [trashed.uid]


def test_days_are_counted_on_the_persons_calendar(the_bin, trashed, clock):
    assert the_bin.trashed()[0].session_number is None
    for hours, left in ((0, 30), (13, 30), (1, 29), (24, 28)):
        clock.pass_time(hours=hours)
        assert the_bin.trashed()[0].days_left == left


def test_a_clock_that_was_set_back_adds_no_days(the_bin, trashed, clock):
    clock.pass_time(days=-3)

    assert the_bin.trashed()[0].days_left == DAYS


def test_what_has_waited_thirty_days_goes_and_the_rest_stays(the_bin, journal, writer, trashed, clock):
    clock.pass_time(days=10)
    later = writer.free_page("later")
    journal.responses.trash(later.uid)
    clock.pass_time(days=19)
    the_bin.purge_old()
    assert [row.days_left for row in the_bin.trashed()] == [11, 1]

    clock.pass_time(days=1)
    the_bin.purge_old()

    assert [row.uid for row in the_bin.trashed()] == [later.uid]


def test_the_room_of_what_is_gone_is_given_back(the_bin, journal, writer, vault):
    for _ in range(30):
        journal.responses.trash(writer.free_page("words " * 2000).uid)
    the_bin.empty()
    assert vault.connection.row("PRAGMA freelist_count")[0] == 0


def test_deleting_for_good_takes_one_and_emptying_takes_all(the_bin, journal, writer, trashed):
    others = [writer.free_page("other") for _ in range(3)]
    for other in others[:2]:
        journal.responses.trash(other.uid)

    the_bin.purge(trashed.uid)
    assert {row.uid for row in the_bin.trashed()} == {other.uid for other in others[:2]}
    the_bin.empty()

    assert the_bin.trashed() == ()
    assert [row.uid for row in journal.written.newest()] == [others[2].uid]


def test_what_is_not_in_the_bin_cannot_be_deleted_for_good(the_bin, journal, writer):
    draft = writer.free_page("words")

    the_bin.purge(draft.uid)

    writer.write(draft, "words", "words that go on")
    assert journal.written.newest()[0].words == "words that go on"


def test_words_that_come_late_stay_in_the_bin(the_bin, journal, writer, trashed):
    writer.write(trashed, "words", "late words")

    assert journal.written.newest() == ()
    assert the_bin.trashed()[0].words == "late words"


def test_nothing_that_comes_late_brings_a_purged_page_back(the_bin, journal, writer, trashed):
    the_bin.purge(trashed.uid)

    with pytest.raises(DeletedForGoodError):
        writer.write(trashed, "words", "late words")
    with pytest.raises(DeletedForGoodError):
        journal.responses.finish(trashed)
    journal.responses.clear(trashed, "words")
    journal.responses.leave(trashed)

    assert journal.responses.unsaved.retry() == ()
    assert (journal.written.newest(), the_bin.trashed()) == ((), ())


def test_words_that_the_disk_refused_go_with_the_page_they_belong_to(the_bin, journal, writer, trashed):
    journal.responses.unsaved.hold(trashed, Answer("words", text="refused words"))
    other = writer.free_page("other")
    journal.responses.unsaved.hold(other, Answer("words", text="other, refused"))

    the_bin.purge(trashed.uid)
    assert journal.responses.unsaved.retry() == ()

    assert the_bin.trashed() == ()
    assert [row.words for row in journal.written.newest()] == ["other, refused"]


def test_held_words_of_a_purged_page_are_let_go_and_others_held_on(trashed, writer):
    def refuse(draft, answer):
        raise DiskFullError

    unsaved, other = Unsaved(refuse), writer.begin("free-page")
    for draft in (trashed, other):
        unsaved.hold(draft, Answer("words", text="held"))

    unsaved.forget_all_of(trashed.uid)

    assert [draft for draft, _ in unsaved.retry()] == [other]
