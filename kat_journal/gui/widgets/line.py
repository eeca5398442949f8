"""Fields of one line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class Line(QLineEdit):
    """One line of the person's words."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", accessible: str = "", placeholder: str = ""
    ) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)


class PassphraseField(QLineEdit):
    """A passphrase: hidden unless asked for, never guessed at, learnt or corrected by a keyboard."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", accessible: str = "", placeholder: str = ""
    ) -> None:
        """Make an empty, hidden field."""
        super().__init__(parent)
        self.setProperty("kind", "passphrase")
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setDragEnabled(False)
        self.reveal(False)

    def reveal(self, shown: bool) -> None:
        """Show the words, or dots for them."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._keep_hints()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say again how the field is to be treated: Qt forgets it with the way the words are shown."""
        self._keep_hints()
        super().focusInEvent(event)

    def _keep_hints(self) -> None:
        # Set after the echo mode, which sets hints of its own and takes them back when the words are shown.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
