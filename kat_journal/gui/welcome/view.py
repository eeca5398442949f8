"""What the two steps of the welcome show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kat_journal.gui.welcome.first_session import FirstSessionStep
from kat_journal.gui.welcome.passphrase import PassphraseStep


class WelcomeView(QWidget):
    """Shows one step at a time.

    Signals:
        passphrase_chosen: The passphrase, typed twice.
        finished: Next session (QDateTime or None), country code, clinic's number.
    """

    passphrase_chosen = Signal(str)
    finished = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None, *, has_back: bool = False) -> None:
        super().__init__(parent)
        self.passphrase_step = PassphraseStep(has_back=has_back)
        self.session_step = FirstSessionStep()
        self._steps = QStackedWidget(self)
        self._steps.addWidget(self.passphrase_step)
        self._steps.addWidget(self.session_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        self.passphrase_step.chosen.connect(self.passphrase_chosen)
        self.session_step.finished.connect(self.finished)

    def start_focus(self) -> None:
        """Begin with the passphrase."""
        self.passphrase_step.start_focus()

    def show_session_step(self) -> None:
        """Go on to the second step."""
        self._steps.setCurrentWidget(self.session_step)
        self.session_step.start_focus()
