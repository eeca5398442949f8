import pytest

from kat_journal.domain.response import Answer, Draft
from kat_journal.errors import DiskFullError
from kat_journal.services.unsaved import Unsaved
from tests.helpers.clock import november
from tests.helpers.forms import form, item


class Disk:
    """A disk that can be full."""

    def __init__(self):
        self.full = True
        self.written = []

    def store(self, draft, answer):
        if self.full:
            raise DiskFullError
        self.written.append((draft, answer))


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def unsaved(disk):
    return Unsaved(disk.store)


def draft(uid="uid"):
    return Draft(uid, form(item("a"), item("b")), november(23).date(), november(23), "UTC")


OLD, NEW, OTHER = Answer("a", text="old"), Answer("a", text="new"), Answer("b", text="other")


def test_only_the_newest_words_of_an_item_are_held(unsaved):
    for answer in (OLD, OTHER, NEW):
        unsaved.hold(draft(), answer)

    assert {answer.text for _, answer in unsaved.retry()} == {"new", "other"}


def test_what_the_disk_takes_is_held_no_more(unsaved, disk):
    unsaved.hold(draft(), NEW)
    assert unsaved.retry() == ((draft(), NEW),)

    disk.full = False

    assert unsaved.retry() == ()
    assert disk.written == [(draft(), NEW)]
    assert unsaved.retry() == ()
    assert len(disk.written) == 1


def test_the_same_item_of_two_pages_is_held_twice(unsaved):
    unsaved.hold(draft("one"), NEW)
    unsaved.hold(draft("two"), NEW)

    assert len(unsaved.retry()) == 2


def test_what_was_saved_or_taken_back_is_let_go(unsaved):
    unsaved.hold(draft(), NEW)
    unsaved.hold(draft(), OTHER)

    unsaved.drop(draft(), NEW)
    unsaved.forget(draft(), "b")
    unsaved.drop(draft(), NEW)
    unsaved.forget(draft(), "b")

    assert unsaved.retry() == ()


def test_what_an_earlier_unlocking_could_not_write_is_taken_over(unsaved, disk):
    unsaved.take_over([(draft(), NEW), (draft(), OTHER)])
    disk.full = False

    assert unsaved.retry() == ()
    assert disk.written == [(draft(), NEW), (draft(), OTHER)]


def test_a_mistake_of_ours_is_not_swallowed():
    def broken(draft, answer):
        raise ZeroDivisionError

    unsaved = Unsaved(broken)
    unsaved.hold(draft(), NEW)

    with pytest.raises(ZeroDivisionError):
        unsaved.retry()
