"""What a person has answered so far in one opened form, on its way into the journal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kat_journal.domain.form import Form
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, Draft, ShareMark
from kat_journal.gui.runner.autosave import PAUSE, Autosave
from kat_journal.gui.tasks import Tasks
from kat_journal.services.responses import Opened, ResponseService, Saved


@dataclass(frozen=True, slots=True)
class Loaded:
    """An opened form, and the mark that each new answer starts with."""

    opened: Opened
    shares: Mapping[ItemId, ShareMark]


class Filling(QObject):
    """Holds the answers of one response and keeps each change.

    Signals:
        changed: Something was given that is not in the journal yet.
        taken_in: What was being typed has become part of the answers.
        saved: A :class:`Saved`, after it is in the journal.
    """

    changed = Signal()
    taken_in = Signal()
    saved = Signal(object)

    def __init__(self, tasks: Tasks, responses: ResponseService, loaded: Loaded, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = loaded.opened.draft
        self.answers: dict[ItemId, Answer] = dict(loaded.opened.answers)
        self._shares = dict(loaded.shares) | {item: answer.share for item, answer in self.answers.items()}
        self.autosave = Autosave(tasks, responses, self._draft, frozenset(self.answers), self)
        self.autosave.saved.connect(self._on_saved)
        self._unread: dict[ItemId, Callable[[], Answer]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.take_in)

    @property
    def draft(self) -> Draft:
        """The response being filled in."""
        return self._draft

    @property
    def form(self) -> Form:
        """The form as asked."""
        return self._draft.form

    def share(self, item_id: ItemId) -> ShareMark:
        """The mark that this item's answer has, or would have."""
        return self._shares.get(item_id, ShareMark.PRIVATE)

    def put_soon(self, item_id: ItemId, read: Callable[[], Answer]) -> None:
        """Keep what is being typed. It is read once in a while and not at every key: that takes time in a long text."""
        self._unread[item_id] = read
        self.changed.emit()
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def take_in(self) -> None:
        """Read what was typed since the last time."""
        self._pause.stop()
        unread, self._unread = self._unread, {}
        for read in unread.values():
            self.put(read())
        if unread:
            self.autosave.send()
            self.taken_in.emit()

    def flush(self) -> None:
        """Hand over everything, read and unread."""
        self.take_in()
        self.autosave.flush()

    def put(self, answer: Answer) -> bool:
        """Keep an answer as it is given now; returns whether it is another one than before."""
        self._unread.pop(answer.item_id, None)
        answer = replace(answer, share=self.share(answer.item_id))
        before = self.answers.get(answer.item_id)
        if before is not None and replace(before, updated_at=None) == answer:
            return False
        if before is None and answer.is_empty:
            return False
        if answer.is_empty:
            del self.answers[answer.item_id]
        else:
            self.answers[answer.item_id] = answer
        self.changed.emit()
        self.autosave.put(answer)
        return True

    def skip(self, item_id: ItemId) -> None:
        """Keep that the person chose not to answer."""
        self.put(Answer(item_id, skipped=True))

    def set_share(self, item_id: ItemId, mark: ShareMark) -> None:
        """Mark this item's answer, or the one that is still to come."""
        self._shares[item_id] = mark
        self.take_in()  # what was typed since the last time is the newest answer, and would be taken for read
        if item_id in self.answers:
            self.put(self.answers[item_id])

    def take_stored(self, answers: Mapping[ItemId, Answer]) -> None:
        """Take in answers that the service has stored by itself."""
        self.answers.update(answers)
        for item_id in answers:
            self.autosave.note_stored(item_id)

    @Slot(str, object)
    def _on_saved(self, _: str, result: object) -> None:
        if isinstance(result, Saved):
            self.saved.emit(result)
