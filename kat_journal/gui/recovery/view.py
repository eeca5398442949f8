"""What the two steps of the recovery show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kat_journal.gui.recovery.code_step import CodeStep
from kat_journal.gui.recovery.words_step import WordsStep


class RecoveryView(QWidget):
    """Shows one step at a time.

    Signals:
        back_asked: Back to the unlock page.
    """

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Open with your recovery code"))
        self.code_step = CodeStep()
        self.words_step = WordsStep()
        self._steps = QStackedWidget(self)
        self._steps.addWidget(self.code_step)
        self._steps.addWidget(self.words_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        self.code_step.back_asked.connect(self.back_asked)
        self.words_step.back_asked.connect(self.show_code_step)

    def start_focus(self) -> None:
        """Begin with the code."""
        self.code_step.start_focus()

    def show_code_step(self) -> None:
        """Ask for the code."""
        self._steps.setCurrentWidget(self.code_step)
        self.code_step.start_focus()

    def show_words_step(self) -> None:
        """Ask for a new passphrase."""
        self._steps.setCurrentWidget(self.words_step)
        self.words_step.start_focus()

    def forget(self) -> None:
        """Empty every field: the journal is open."""
        self.code_step.forget()
        self.words_step.fields.forget()
