"""Private, or may be shared: the mark of one answer."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.response import ShareMark
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.roles import ONE_OF_SEVERAL
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted


class ShareToggle(QWidget):
    """Two words of which one holds; for a guarded item, a line that it is asked again.

    Signals:
        chosen: The :class:`ShareMark` that the person chose.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = {
            ShareMark.PRIVATE: buttons.choice(self.tr("Private"), "share-private", self),
            ShareMark.SHARE: buttons.choice(self.tr("May share"), "share-may-share", self),
        }
        for button in self._marks.values():
            button.setProperty(ONE_OF_SEVERAL, True)
            button.clicked.connect(self._on_clicked)
        self._asked_again = muted(self.tr("This stays private. Share asks you about it again."), "share-guarded", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(*self._marks.values()))
        column.addWidget(self._asked_again)
        self.set_guarded(guarded=False)
        self.set_mark(ShareMark.PRIVATE)

    def set_question(self, ask: str) -> None:
        """Tell a screen reader whose mark it is."""
        for button in self._marks.values():
            button.setAccessibleDescription(ask)

    def set_guarded(self, *, guarded: bool) -> None:
        """Show the words for a guarded item, or the two marks."""
        self._asked_again.setVisible(guarded)
        for button in self._marks.values():
            button.setVisible(not guarded)

    def set_mark(self, mark: ShareMark) -> None:
        """Show a mark; nothing is emitted."""
        for own, button in self._marks.items():
            button.setChecked(own is mark)

    @Slot()
    def _on_clicked(self) -> None:
        mark = next(own for own, button in self._marks.items() if button is self.sender())
        self.set_mark(mark)
        self.chosen.emit(mark)
