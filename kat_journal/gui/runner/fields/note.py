"""One line of words beside an answer, offered quietly: "Anything to add?"."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Item
from kat_journal.gui.runner.fields.writing import WordsLine
from kat_journal.gui.widgets import buttons


class NoteSlot(QWidget):
    """A link that opens into a line; offered once there is an answer to add to.

    Signals:
        changed: The note is another one now.
    """

    changed = Signal()

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = self.tr("Anything to add?")
        name = f"item-{item.id}"
        self._link = buttons.link(asked, f"{name}-add", self)
        self._link.setAccessibleName(f"{item.ask} {asked}")
        self._line = WordsLine(
            self, name=f"{name}-note", accessible=f"{item.ask} {asked}", placeholder=item.hint or asked
        )
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._link)
        column.addWidget(self._line)
        self._link.clicked.connect(self._on_link_clicked)
        self._line.changed.connect(self.changed)

    def words(self) -> str:
        """The note as typed."""
        return self._line.words()

    def set_words(self, words: str) -> None:
        """Show a note; the line is open when there is one."""
        self._line.set_words(words)
        self._open(bool(words))

    def offer(self, *, answered: bool) -> None:
        """Show the slot when the item is answered; a note that is there stays in sight."""
        self.setVisible(answered or bool(self.words()) or self._line.hasFocus())

    def commit(self) -> None:
        """Take in what an input method has not handed over yet."""
        self._line.commit_pre_edit()

    @Slot()
    def _on_link_clicked(self) -> None:
        self._open(True)
        self._line.setFocus()

    def _open(self, is_open: bool) -> None:
        self._link.setVisible(not is_open)
        self._line.setVisible(is_open)
