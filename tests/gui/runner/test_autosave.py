"""Autosave over a real vault; only Tasks is a fake, to hold a save back or let it fail."""

import pytest
from PySide6.QtCore import QObject

from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer
from kat_journal.errors import DiskFullError
from kat_journal.gui.runner.autosave import PAUSE, RETRY, Autosave
from tests.gui.runner.conftest import form_id

WORDS = ItemId("words")


class HeldTasks:
    """Holds every call until the test lets it run; fails them while the disk is full."""

    def __init__(self):
        self.held = []
        self.full = False

    def journal(self, work, *, context, then, failed):
        self.held.append((work, then, failed))

    def run(self):
        """Run all that is held now, in order."""
        calls, self.held = self.held, []
        for work, then, failed in calls:
            if self.full:
                failed(DiskFullError())
            else:
                then(work())


@pytest.fixture
def tasks():
    return HeldTasks()


@pytest.fixture
def draft(journal):
    return journal.responses.new(form_id("free-page")).draft


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def autosave(tasks, journal, draft, owner):
    return Autosave(tasks, journal.responses, draft, frozenset(), owner)


@pytest.fixture
def stored(journal, draft):
    def words():
        try:
            return journal.responses.open(draft.uid).answers[WORDS].text
        except KeyError:
            return None

    return words


def words(text):
    return Answer(WORDS, text=text)


def test_one_save_at_a_time_and_the_newest_words_win(qtbot, autosave, tasks, stored):
    autosave.put(words("a"))
    autosave.put(words("ab"))
    autosave.put(words("abc"))
    assert len(tasks.held) == 1

    tasks.run()
    assert stored() == "a"
    qtbot.waitUntil(lambda: bool(tasks.held), timeout=PAUSE + 300)
    tasks.run()

    assert stored() == "abc"


def test_flushing_hands_everything_over_now_behind_a_save_under_way(autosave, tasks, stored):
    autosave.put(words("a"))
    autosave.put(words("ab"))
    autosave.flush()

    assert len(tasks.held) == 2
    tasks.run()
    assert stored() == "ab"


def test_it_has_caught_up_only_when_nothing_is_missing(qtbot, autosave, tasks):
    with qtbot.assertNotEmitted(autosave.caught_up):
        autosave.put(words("a"))
        autosave.put(words("ab"))
        tasks.run()
    with qtbot.waitSignal(autosave.caught_up):
        autosave.flush()
        tasks.run()


def test_an_emptied_answer_is_taken_out_of_the_journal(autosave, tasks, journal, draft):
    autosave.put(words("a"))
    tasks.run()
    autosave.put(words(""))
    tasks.run()

    assert WORDS not in journal.responses.open(draft.uid).answers


def test_an_empty_answer_that_was_never_kept_makes_no_row(autosave, tasks, stored):
    autosave.put(words(""))
    autosave.flush()

    assert tasks.held == []
    assert not autosave.has_row
    assert stored() is None


def test_what_could_not_be_saved_waits_and_is_tried_again_with_the_next_change(qtbot, autosave, tasks, stored):
    tasks.full = True
    with qtbot.waitSignal(autosave.failed):
        autosave.put(words("a"))
        tasks.run()
    assert autosave.has_failed

    tasks.full = False
    with qtbot.waitSignal(autosave.caught_up):
        autosave.put(words("ab"))
        tasks.run()

    assert stored() == "ab"
    assert not autosave.has_failed


def test_what_could_not_be_saved_is_tried_again_by_itself(qtbot, autosave, tasks, stored):
    tasks.full = True
    autosave.put(words("a"))
    tasks.run()
    tasks.full = False
    qtbot.waitUntil(lambda: bool(tasks.held), timeout=RETRY + 1000)
    tasks.run()

    assert stored() == "a"


def test_older_words_that_failed_never_replace_newer_ones(autosave, tasks, stored):
    tasks.full = True
    autosave.put(words("a"))
    autosave.put(words("ab"))
    tasks.run()
    tasks.full = False
    autosave.flush()
    tasks.run()

    assert stored() == "ab"
