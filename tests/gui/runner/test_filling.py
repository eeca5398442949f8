"""From the keys to the journal."""

import pytest
from PySide6.QtCore import QObject

from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.runner.autosave import PAUSE
from kat_journal.gui.runner.filling import Filling, Loaded
from kat_journal.gui.tasks import InlineTasks
from tests.gui.runner.conftest import form_id

WORDS = ItemId("words")


class Typed:
    """Words that are being typed; counts how often they are read."""

    def __init__(self, text=""):
        self.text = text
        self.reads = 0

    def __call__(self):
        self.reads += 1
        return Answer(WORDS, text=self.text)


@pytest.fixture
def filling(qapp, journal):
    owner = QObject()
    opened = journal.responses.new(form_id("free-page"))
    yield Filling(InlineTasks(), journal.responses, Loaded(opened, {WORDS: ShareMark.SHARE}), owner)
    owner.deleteLater()


def stored(journal, filling):
    return journal.responses.open(filling.draft.uid).answers[WORDS]


def test_what_is_typed_is_kept_within_a_second(qtbot, filling, journal):
    with qtbot.waitSignal(filling.saved, timeout=PAUSE + 300):
        filling.put_soon(WORDS, Typed("The river."))

    assert stored(journal, filling).text == "The river."


def test_steady_typing_does_not_put_the_save_off(qtbot, filling):
    """A throttle, not a debounce: the first change starts the clock, and later ones leave it alone."""
    filling.put_soon(WORDS, Typed("a"))
    left = filling._pause.remainingTime()
    qtbot.waitUntil(lambda: filling._pause.remainingTime() < left - 50)
    filling.put_soon(WORDS, Typed("ab"))

    assert filling._pause.remainingTime() <= left - 50


def test_a_long_text_is_not_read_at_every_key(filling):
    typed = Typed("a")
    for _ in range(100):
        filling.put_soon(WORDS, typed)
    filling.flush()

    assert typed.reads == 1


def test_what_is_typed_is_not_called_saved_before_it_is(qtbot, filling):
    with qtbot.waitSignal(filling.changed), qtbot.assertNotEmitted(filling.autosave.caught_up):
        filling.put_soon(WORDS, Typed("a"))


def test_words_typed_and_taken_back_are_caught_up_with(qtbot, filling):
    with qtbot.waitSignal(filling.autosave.caught_up):
        filling.put_soon(WORDS, Typed(""))
        filling.take_in()

    assert not filling.autosave.has_row


def test_the_same_answer_is_not_stored_again(filling):
    assert filling.put(Answer(WORDS, text="a"))
    assert not filling.put(Answer(WORDS, text="a"))


def test_a_new_answer_takes_the_mark_that_its_kind_starts_with(filling, journal):
    filling.put(Answer(WORDS, text="a"))

    assert stored(journal, filling).share is ShareMark.SHARE


def test_a_skip_is_taken_back_by_an_answer(filling, journal):
    filling.skip(WORDS)
    assert stored(journal, filling).skipped
    filling.put(Answer(WORDS, text="a"))

    assert not stored(journal, filling).skipped


def test_a_mark_set_while_words_are_on_their_way_loses_none_of_them(filling, journal):
    filling.put_soon(WORDS, Typed("The river"))
    filling.take_in()
    filling.put_soon(WORDS, Typed("The river. I was in it."))
    filling.set_share(WORDS, ShareMark.PRIVATE)

    kept = stored(journal, filling)
    assert (kept.text, kept.share) == ("The river. I was in it.", ShareMark.PRIVATE)
