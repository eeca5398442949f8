"""What a person has answered so far in one opened form, on its way into the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from kat_journal.domain.form import Form
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, Draft, ShareMark
from kat_journal.gui.runner.autosave import Autosave
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
        saved: A :class:`Saved`, after it is in the journal.
    """

    changed = Signal()
    saved = Signal(object)

    def __init__(self, tasks: Tasks, responses: ResponseService, loaded: Loaded, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = loaded.opened.draft
        self.answers: dict[ItemId, Answer] = dict(loaded.opened.answers)
        self._shares = dict(loaded.shares) | {item: answer.share for item, answer in self.answers.items()}
        self.autosave = Autosave(tasks, responses, self._draft, frozenset(self.answers), self)
        self.autosave.saved.connect(self._on_saved)

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

    def put(self, answer: Answer, *, at_once: bool = False) -> bool:
        """Keep an answer as it is given now; returns whether it is another one than before."""
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
        self.autosave.put(answer, at_once=at_once)
        return True

    def skip(self, item_id: ItemId) -> None:
        """Keep that the person chose not to answer."""
        self.put(Answer(item_id, skipped=True), at_once=True)

    def set_share(self, item_id: ItemId, mark: ShareMark) -> None:
        """Mark this item's answer, or the one that is still to come."""
        self._shares[item_id] = mark
        if item_id in self.answers:
            self.put(self.answers[item_id], at_once=True)

    def take_stored(self, answers: Mapping[ItemId, Answer]) -> None:
        """Take in answers that the service has stored by itself."""
        self.answers.update(answers)
        for item_id in answers:
            self.autosave.note_stored(item_id)

    @Slot(str, object)
    def _on_saved(self, _: str, result: object) -> None:
        if isinstance(result, Saved):
            self.saved.emit(result)
