"""Keeps what a person gives, as they give it, and never says "saved" before it is."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, Draft
from kat_journal.gui.tasks import Tasks
from kat_journal.services.responses import ResponseService, Saved

PAUSE = 700
"""Milliseconds from a change to its save: a throttle, so that steady typing is saved again and again."""

RETRY = 5000
"""Milliseconds until a failed save is tried again, if nothing is changed before."""


class Autosave(QObject):
    """Saves the answers of one response through Tasks, the newest words of an item winning.

    Signals:
        saved: Item id, and what the service gave back (None for an answer that was emptied).
        failed: The error; the words wait here, and are tried again.
        caught_up: Nothing given so far is missing in the journal.
    """

    saved = Signal(str, object)
    failed = Signal(object)
    caught_up = Signal()

    def __init__(
        self, tasks: Tasks, responses: ResponseService, draft: Draft, stored: frozenset[ItemId], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._responses = responses
        self._draft = draft
        self._stored = set(stored)
        self._waiting: dict[ItemId, Answer] = {}
        self._flying: Counter[ItemId] = Counter()
        self._unsaved: set[ItemId] = set()
        self._pause = self._timer(PAUSE)
        self._retry = self._timer(RETRY)

    @property
    def has_failed(self) -> bool:
        """Whether something given is not in the journal because saving it went wrong."""
        return bool(self._unsaved)

    @property
    def has_row(self) -> bool:
        """Whether the response has, or is about to have, its row in the journal."""
        return bool(self._stored or +self._flying)

    def put(self, answer: Answer) -> None:
        """Save this answer now, or right after the save of the same item that is still under way."""
        self._waiting[answer.item_id] = answer
        self.send()

    def note_stored(self, item_id: ItemId) -> None:
        """Know of an answer that the service has stored by itself."""
        self._stored.add(item_id)

    def flush(self) -> None:
        """Hand everything that waits to Tasks now, also behind a save that is still under way."""
        self._pause.stop()
        for item_id in tuple(self._waiting):
            self._save(self._waiting.pop(item_id))
        self._look_round()

    @Slot()
    def send(self) -> None:
        """Hand over what waits, but for items whose save is still under way."""
        self._pause.stop()
        for item_id in tuple(self._waiting):
            if not self._flying[item_id]:
                self._save(self._waiting.pop(item_id))
        self._look_round()

    def _save(self, answer: Answer) -> None:
        item_id = answer.item_id
        work: Callable[[], Saved | None]
        if not answer.is_empty:
            work = partial(self._responses.save, self._draft, answer)
        elif item_id in self._stored or self._flying[item_id]:
            work = partial(self._responses.clear, self._draft, item_id)
        else:
            self._unsaved.discard(item_id)
            return  # never stored, so there is nothing to take away
        self._flying[item_id] += 1
        self._tasks.journal(
            work, context=self, then=partial(self._on_saved, answer), failed=partial(self._on_failed, answer)
        )

    def _on_saved(self, answer: Answer, result: object) -> None:
        item_id = answer.item_id
        self._flying[item_id] -= 1
        self._unsaved.discard(item_id)
        if answer.is_empty:
            self._stored.discard(item_id)
        else:
            self._stored.add(item_id)
        self.saved.emit(item_id, result)
        self._look_round()

    def _on_failed(self, answer: Answer, error: Exception) -> None:
        item_id = answer.item_id
        self._flying[item_id] -= 1
        self._waiting.setdefault(item_id, answer)
        self._unsaved.add(item_id)
        self._retry.start()
        self.failed.emit(error)

    def _look_round(self) -> None:
        """Go on with what came in meanwhile, or say that there is nothing left."""
        if self._waiting:
            if not self._pause.isActive() and not self._retry.isActive():
                self._pause.start()
        elif not +self._flying and not self._unsaved:
            self.caught_up.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.send)
        return timer
