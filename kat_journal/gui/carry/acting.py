"""What each action of a row does, and how it is taken back; runs on the journal thread."""

from collections.abc import Callable
from functools import partial

from kat_journal.domain.practice import Carry, LaterState
from kat_journal.domain.response import ShareMark
from kat_journal.gui.carry.shown import Shown
from kat_journal.services.practices import PracticeService

Undo = Callable[[], object]

_STATES = {"still-true": LaterState.STILL_TRUE, "let-go": LaterState.LET_GO}


def act(practices: PracticeService, row: Shown, key: str) -> Undo | None:
    """Do it; gives what takes it back, where that is offered."""
    if row.kind is Carry.QUESTION and key != "away":
        return _ask(practices, row, key)
    if row.kind is Carry.LATER and key != "away":
        return _settle(practices, row, key)
    if key == "away":
        taken = practices.take_away(row.kind, row.uid)
        return None if taken is None else partial(practices.put_back, taken)
    return _practise(practices, row, key)


def change(practices: PracticeService, row: Shown, words: str) -> Undo | None:
    """Put other words in place; the earlier ones can come back."""
    before = practices.change(row.kind, row.uid, words)
    return None if before is None else partial(practices.change, row.kind, row.uid, before)


def _ask(practices: PracticeService, row: Shown, key: str) -> Undo | None:
    if key == "share":
        shared = any(action.checked for action in row.actions)
        practices.mark_question(row.uid, ShareMark.PRIVATE if shared else ShareMark.SHARE)
        return None
    practices.set_asked(row.uid, asked=key == "asked")
    return partial(practices.set_asked, row.uid, asked=False) if key == "asked" else None


def _settle(practices: PracticeService, row: Shown, key: str) -> Undo | None:
    wait_again = partial(practices.park_again, row.uid, row.returns_on)
    if key == "again":
        practices.park_again(row.uid)
        return None
    if key == "step":
        step = practices.add(row.words)
        return partial(practices.take_away, Carry.PRACTICE, step.uid)
    if key == "talk":
        question = practices.talk_about(row.uid)
        if question is None:
            return None
        uid = question.uid
        return lambda: (practices.take_away(Carry.QUESTION, uid), wait_again())
    practices.settle(row.uid, _STATES[key])
    return wait_again


def _practise(practices: PracticeService, row: Shown, key: str) -> Undo | None:
    {
        "done": practices.done_today,
        "not-done": practices.not_done_today,
        "rest": practices.end,
        "take-up": practices.take_up,
    }[key](row.uid)
    return partial(practices.take_up, row.uid) if key == "rest" else None
