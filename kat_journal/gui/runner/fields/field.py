"""What every field of the runner promises."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Item
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.fields.note import NoteSlot

GAP = 8


class Field(QWidget):
    """Takes the answer to one item. Knows nothing of journals.

    Subclasses lay their widgets into ``column`` and give back what they hold from ``given``.

    Signals:
        changed: The answer changed; True for a tap, which is whole at once, False while typing.
        rated: A digit said all there is to say: where questions stand in rows, the person goes on to the next one.
        went_on: Enter was pressed in a line: the person goes on from here.
    """

    changed = Signal(bool)
    rated = Signal()
    went_on = Signal()

    asks_itself = False
    """Whether the field shows the item's question by itself."""

    notes_itself = False
    """Whether the field offers "Anything to add?" by itself."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self._note: NoteSlot | None = None

    def offer_note(self) -> None:
        """Offer "Anything to add?" under the field, where the item says so."""
        if self.item.note and not self.notes_itself:
            self._note = NoteSlot(self.item, self)
            self._note.changed.connect(self._on_note_changed)
            self.column.addWidget(self._note)
            self._note.hide()

    def stand_beside(self, texts: Sequence[QWidget]) -> bool:
        """Take the question into the field, where it stands beside it; returns whether it does."""
        return False

    def answer(self) -> Answer:
        """The answer as it is given now; empty for none. Its share mark is the caller's."""
        given = self.given()
        return replace(given, note=self._note.words()) if self._note is not None else given

    def set_answer(self, answer: Answer | None) -> None:
        """Show an answer; nothing is emitted."""
        self.show_given(answer or Answer(self.item.id))
        if self._note is not None:
            self._note.set_words(answer.note if answer is not None else "")
            self._note.offer(answered=not self.given().is_empty)

    def given(self) -> Answer:
        """The answer without its note."""
        raise NotImplementedError

    def show_given(self, answer: Answer) -> None:
        """Show an answer without its note."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """The widget that takes the focus."""
        raise NotImplementedError

    def describe(self, hint: str) -> None:
        """Tell a screen reader what else is said of the question."""
        self.target().setAccessibleDescription(hint)

    def commit(self) -> None:
        """Take in what an input method has not handed over yet."""
        if self._note is not None:
            self._note.commit()

    def caret(self) -> int:
        """Where the caret stands; 0 where there is none."""
        return 0

    def set_caret(self, place: int) -> None:
        """Put the caret back."""

    @Slot()
    def _on_note_changed(self) -> None:
        self.changed.emit(False)

    @Slot()
    def tapped(self) -> None:
        """Say that a whole answer was given."""
        if self._note is not None:
            self._note.offer(answered=not self.given().is_empty)
        self.changed.emit(True)

    @Slot()
    def typed(self) -> None:
        """Say that the words are changing."""
        if self._note is not None and self._note.isHidden():
            self._note.offer(answered=not self.given().is_empty)
        self.changed.emit(False)
